//! Headings of lists, and what is told of a result.

pustaka_cli::words! {
    line { id: "Baris", en: "Line" }
    typed { id: "Diketik", en: "Typed" }
    did { id: "Hasil", en: "Result" }
    card { id: "Kartu", en: "Card" }
    name { id: "Nama", en: "Name" }
    phone { id: "Telepon", en: "Telephone" }
    item { id: "Kode buku", en: "Item" }
    title { id: "Judul", en: "Title" }
    loaned { id: "Dipinjam", en: "Lent" }
    due { id: "Batas kembali", en: "Due" }
    due_before { id: "Batas semula", en: "Due before" }
    rule { id: "Aturan", en: "Rule" }
    renewals { id: "Perpanjangan", en: "Renewals" }
    fine { id: "Denda", en: "Fine" }
    reasons { id: "Alasan", en: "Reasons" }
    late_days { id: "Hari terlambat", en: "Days late" }
    suspended_until { id: "Tidak meminjam sampai", en: "No loans until" }
    next { id: "Selanjutnya", en: "What next" }
    charge { id: "Tagihan", en: "Charge" }
    what_for { id: "Untuk", en: "What for" }
    amount { id: "Jumlah", en: "Amount" }
    open { id: "Sisa", en: "Open" }
    day { id: "Tanggal", en: "Day" }
    kind { id: "Jenis", en: "Kind" }
    note { id: "Catatan", en: "Note" }
    staff { id: "Petugas", en: "Staff" }
    entries { id: "Banyaknya", en: "Entries" }
    balance { id: "Belum dibayar", en: "To be paid" }
    price { id: "Harga", en: "Price" }
    price_from { id: "Menurut", en: "By" }
    reversed { id: "Dibatalkan", en: "Reversed" }
    payments { id: "Pembayaran", en: "Payments" }
    taken { id: "Diterima", en: "Taken" }
    refunds { id: "Pengembalian uang", en: "Refunds" }
    paid_out { id: "Dikeluarkan", en: "Paid out" }
    in_till { id: "Harus ada di laci", en: "Due in the till" }
    hold { id: "Pesanan", en: "Hold" }
    placed { id: "Dipesan", en: "Placed" }
    place { id: "Urutan", en: "Place" }
    ready { id: "Siap", en: "Ready" }
    until { id: "Sampai", en: "Until" }
    handover { id: "Penyerahan", en: "Handing over" }
    at_desk { id: "di meja", en: "at the desk" }
    by_delivery { id: "diantar", en: "delivered" }
    field { id: "Data", en: "Field" }
    value { id: "Isi", en: "Value" }
    step { id: "Langkah", en: "Step" }
    what { id: "Apa", en: "What" }

    member(card, name) { id: "{card}  {name}", en: "{card}  {name}" }
    already(item, day, time, due) {
        id: "{item} sudah dipinjam anggota ini pada {day} pukul {time}, sampai {due}.",
        en: "{item} was lent to this member already, on {day} at {time}, until {due}.",
    }
    nothing_lent(refused) { id: "Tidak ada yang dipinjamkan; ditolak: {refused}.", en: "Nothing was lent; refused: {refused}." }
    not_all_lent(refused, lent) { id: "Tidak semua dipinjamkan; ditolak: {refused}, dipinjamkan: {lent}.", en: "Not everything was lent; refused: {refused}, lent: {lent}." }
    of_item(item, why) { id: "{item}: {why}", en: "{item}: {why}" }
    override_hint(codes) { id: "boleh dilewati dengan `--override {codes} --note \"ALASAN\"`", en: "it may be passed over with `--override {codes} --note \"WHY\"`" }
    held_back_hint(items) { id: "tanpa --all-or-none yang ini akan dipinjamkan: {items}", en: "without --all-or-none these would be lent: {items}" }
    owes(amount) { id: "Belum dibayar: {amount}.", en: "To be paid: {amount}." }
    owes_of(card, amount) { id: "{card} belum membayar {amount}: `loan pay {card} JUMLAH`.", en: "{card} has {amount} to pay: `loan pay {card} AMOUNT`." }
    credit(amount) { id: "Kelebihan bayar: {amount}.", en: "Credit: {amount}." }
    credit_of(amount, card, whole) {
        id: "Kelebihan bayar: {amount}. Jika uangnya dikembalikan: `loan refund {card} {whole} --note ALASAN`.",
        en: "Credit: {amount}. If it is given back: `loan refund {card} {whole} --note WHY`.",
    }
    settled_all { id: "Semua sudah dibayar.", en: "Everything is paid." }
    booked(amount, entry) { id: "{amount} dicatat dengan nomor {entry}.", en: "{amount} was booked with the number {entry}." }

    shelve { id: "kembalikan ke rak", en: "shelve it" }
    shelve_at(place) { id: "kembalikan ke rak: {place}", en: "shelve at: {place}" }
    set_aside(card, until) { id: "sisihkan untuk {card}, sampai {until}", en: "set aside for {card}, until {until}" }
    to_repair { id: "kirim untuk diperbaiki", en: "to be mended" }
    other_branch(location) { id: "kirim ke {location}", en: "send it to {location}" }
    withdrawn { id: "sudah dikeluarkan dari koleksi; serahkan ke bagian pengolahan", en: "taken out of the collection; hand it to the back office" }
    not_taken_back(count) { id: "Tidak dapat diterima kembali: {count}.", en: "Not taken back: {count}." }
    is_a_card(card) {
        id: "{card} adalah kartu anggota; sebut kode bukunya, atau lihat pinjamannya dengan `member show {card}`",
        en: "{card} is a member's card; name the barcode of the book, or see the loans with `member show {card}`",
    }
    read_in_house(item) { id: "{item} dihitung sebagai dibaca di tempat.", en: "{item} was counted as read in the library." }
    returned_before(item, day, time) { id: "{item} sudah dikembalikan pada {day} pukul {time}; tidak ada yang berubah.", en: "{item} was returned on {day} at {time} already; nothing changed." }
    never_lent(item) { id: "{item} tidak sedang dipinjam; tidak ada yang berubah.", en: "{item} is not on loan; nothing changed." }
    found_again(item, amount, next) { id: "{item} tercatat hilang dan kini ada lagi; dibatalkan {amount}; {next}.", en: "{item} was kept as lost and is there again; reversed: {amount}; {next}." }
    found_too_late { id: "Waktu untuk membatalkan tagihannya sudah lewat (pengaturan loan.lost-reversal-days).", en: "The time in which the charge is reversed is over (setting loan.lost-reversal-days)." }
    passed_on(card, item) { id: "{card} tidak mengambil {item} pada waktunya; pesanannya selesai.", en: "{card} did not fetch {item} in time; the hold is over." }
    set_aside_for(item, card, until) { id: "{item}: sisihkan untuk {card}, sampai {until}.", en: "{item}: set aside for {card}, until {until}." }
    fetch(item, card, until) {
        id: "{item} ada di rak: ambil, dan sisihkan untuk {card} sampai {until}.",
        en: "{item} is on the shelf: fetch it, and set it aside for {card} until {until}.",
    }
    cancelled(hold) { id: "Pesanan {hold} dibatalkan.", en: "The hold {hold} was cancelled." }
    nothing_to_renew { id: "Tidak ada pinjaman yang dapat diperpanjang.", en: "There are no loans to renew." }
    not_renewed(count) { id: "Tidak diperpanjang: {count}.", en: "Not renewed: {count}." }
    nothing_overdue { id: "Tidak ada yang lewat batas.", en: "Nothing is overdue." }
    backwards(from, to) { id: "{from} sesudah {to}.", en: "{from} is after {to}." }
    from_to(from, to) { id: "{from} sampai {to}", en: "{from} to {to}" }
    sum(amount) { id: "Jumlah: {amount} (tagihan dikurangi pembayaran dan penghapusan).", en: "Sum: {amount} (charges less payments and what was given up)." }
    cash_of(day) { id: "Uang tanggal {day}", en: "Cash of {day}" }
    cash_sum(amount) { id: "Seharusnya ada di semua laci: {amount}.", en: "Due in all tills: {amount}." }
    till_right(staff) { id: "Laci {staff} cocok.", en: "The till of {staff} is right." }
    till_more(staff, amount) { id: "Laci {staff} berlebih {amount}.", en: "The till of {staff} has {amount} too much." }
    till_less(staff, amount) { id: "Laci {staff} kurang {amount}.", en: "The till of {staff} is {amount} short." }
    price_given { id: "yang diketik", en: "as typed" }
    price_of_item { id: "harga bukunya", en: "the price of the copy" }
    price_of_setting { id: "pengaturan loan.lost-price", en: "setting loan.lost-price" }

    for_late { id: "terlambat", en: "late" }
    for_lost { id: "buku hilang", en: "lost" }
    for_payment { id: "pembayaran", en: "payment" }
    for_waiver { id: "penghapusan", en: "given up" }
    for_found { id: "ditemukan kembali", en: "found again" }
    for_mistake { id: "keliru", en: "mistake" }
    for_closed { id: "perpustakaan tutup", en: "library closed" }
    for_undone { id: "pengembalian dibatalkan", en: "return undone" }
    for_refund { id: "pengembalian uang", en: "refund" }
    for_card { id: "kartu", en: "card" }
    for_damage { id: "kerusakan", en: "damage" }
    kind_charge { id: "tagihan", en: "charge" }
    kind_payment { id: "pembayaran", en: "payment" }
    kind_waiver { id: "penghapusan", en: "waiver" }
    kind_reversal { id: "pembatalan", en: "reversal" }
    kind_refund { id: "pengembalian uang", en: "refund" }

    explained(item, title) { id: "{item}  {title}", en: "{item}  {title}" }
    loan_number { id: "Nomor pinjaman", en: "Number of the loan" }
    taken_over { id: "diambil alih dari sistem lama, tanpa aturan", en: "taken over from another system, without a rule" }
    decided { id: "Semula", en: "At first" }
    moved(day) { id: "{day}; digeser karena penutupan yang dicatat kemudian", en: "{day}; moved by a closure that was entered later" }
    says_now { id: "Menurut aturan kini", en: "By the rule now" }
    says_now_why(day) { id: "{day}; kalender atau keanggotaan berubah sejak itu, atau tanggalnya ditentukan petugas", en: "{day}; calendar or membership changed since, or staff gave the date" }
    ended { id: "Dikembalikan", en: "Returned" }
    ended_lost { id: "Dilaporkan hilang", en: "Reported lost" }
    charged(number, what, amount, open) { id: "{number}: {what}, {amount}, sisa {open}", en: "{number}: {what}, {amount}, open {open}" }
    why_due { id: "Mengapa tanggalnya begitu", en: "Why it is due then" }
    why_fine { id: "Mengapa dendanya begitu", en: "Why it costs that" }
}

pustaka_cli::words! {
    rows { id: "Baris", en: "Rows" }
    imported { id: "Diambil alih", en: "Taken over" }
    unchanged { id: "Sudah ada", en: "There already" }
    rejected { id: "Ditolak", en: "Rejected" }
    not_yet { id: "Belum ada yang disimpan. Jika sudah benar, jalankan lagi tanpa `--dry-run`.", en: "Nothing is stored yet. If this is right, run it again without `--dry-run`." }
    cell_empty { id: "Kosong.", en: "Empty." }
    no_date(typed) { id: "`{typed}` bukan tanggal.", en: "`{typed}` is no date." }
    no_number(typed) { id: "`{typed}` bukan bilangan.", en: "`{typed}` is no number." }
    rejects_failed(file) { id: "Baris yang ditolak tidak dapat ditulis ke {file}; tidak ada yang disimpan.", en: "The rejected rows can't be written to {file}; nothing was stored." }
    rows_rejected(file, rejected, rows) { id: "{file}: {rejected} dari {rows} baris tidak dapat diambil alih, jadi tidak ada yang disimpan.", en: "{file}: {rejected} of {rows} rows can't be taken over, so nothing was stored." }
    at_line(file, line, why) { id: "{file}:{line}: {why}", en: "{file}:{line}: {why}" }
    at_column(file, line, column, why) { id: "{file}:{line}: kolom `{column}`: {why}", en: "{file}:{line}: column `{column}`: {why}" }
    more_rows(count) { id: "dan {count} baris lagi", en: "and {count} more rows" }
    mend(file) { id: "{file} memuat baris itu dengan sebabnya; perbaiki di berkas aslinya, lalu ambil alih lagi", en: "{file} lists these rows with their reasons; mend them in the file itself and import it again" }
}

pustaka_cli::words! {
    address { id: "Alamat", en: "Address" }
    state { id: "Keadaan", en: "State" }
    planned { id: "akan diantar", en: "planned" }
    handed_over { id: "diserahkan", en: "handed over" }
    failed { id: "gagal", en: "failed" }
    round_of(round, day, courier) { id: "Putaran {round}, {day}, pengantar {courier}", en: "Round {round}, {day}, courier {courier}" }
    sheet_title { id: "Daftar antar", en: "Delivery round" }
    received_by { id: "Tanda tangan penerima", en: "Signature of the reader" }
    sheet_foot(round) {
        id: "Sesudah pulang: `loan deliver hand-over {round} PESANAN` untuk yang diserahkan, `loan deliver failed {round} PESANAN` untuk yang tidak. Lalu musnahkan daftar ini: isinya data pribadi.",
        en: "Back home: `loan deliver hand-over {round} HOLD` for what was handed over, `loan deliver failed {round} HOLD` for what was not. Then destroy this sheet: it holds personal data.",
    }
    round_in_the_past(day) { id: "Hari pengantaran {day} sudah lewat.", en: "The day of the round, {day}, is over." }
    no_rounds { id: "Tidak ada putaran hari ini atau sesudahnya.", en: "There are no rounds today or later." }
    nothing_to_deliver { id: "Tidak ada pesanan yang siap diantar.", en: "No hold stands ready to be delivered." }
    deliver_hint { id: "yang diantar dipesan dengan `loan hold KARTU JUDUL --delivery`; lihat `loan holds --ready`", en: "what is delivered is held with `loan hold CARD TITLE --delivery`; see `loan holds --ready`" }
    not_handed_over { id: "Tidak semua dapat diserahkan.", en: "Not everything can be handed over." }
    failed_hint(round) { id: "bawa pulang dan catat dengan `loan deliver failed {round} PESANAN --note \"ALASAN\"`", en: "take it home and record it with `loan deliver failed {round} HOLD --note \"WHY\"`" }
    back_on_the_shelf(item, card) { id: "{item} kembali ke rak pesanan, untuk {card}.", en: "{item} is back on the shelf of holds, for {card}." }
}
