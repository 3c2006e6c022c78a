//! The words of the desk: short, for somebody who serves a queue.

pustaka_cli::words! {
    desk { id: "Layani peminjaman dan pengembalian dengan pemindai, satu baris satu kode", en: "Serve loans and returns with a scanner, a line a code" }
    desk_long {
        id: "Membuka meja layanan: satu baris untuk pemindai. Pindai kartu lalu buku, atau buku lalu kartu. Buku yang \
             dipindai tanpa kartu dikembalikan jika sedang dipinjam. Ketik ? untuk melihat perintah. Dari pipa, tiap \
             baris satu kode atau perintah; kode keluarnya 1 jika ada yang ditolak.",
        en: "Opens the counter: one line for a scanner. Scan a card and then books, or books and then a card. A book \
             that is scanned without a card is taken back when it is on loan. Type ? to see the commands. From a pipe, \
             each line is a code or a command; it exits with 1 when something was refused.",
    }
    desk_silence { id: "Setelah sekian detik tanpa masukan, layanan anggota ditutup; 0: tidak pernah", en: "After so many seconds without input a member's turn ends; 0: never" }

    opened { id: "Meja layanan dibuka. Pindai kartu atau buku; ? untuk bantuan, q untuk keluar.", en: "The desk is open. Scan a card or a book; ? for help, q to quit." }
    ask_anything { id: "Kartu atau buku", en: "Card or book" }
    ask_returns { id: "PENGEMBALIAN: buku", en: "RETURNS: book" }
    ask_card(waiting) { id: "{waiting} buku menunggu kartu", en: "{waiting} waiting for a card" }
    ask_item(who, lent) { id: "{who} ({lent} dipinjamkan): buku", en: "{who} ({lent} lent): book" }

    member(who, until) { id: "{who}  (berlaku sampai {until})", en: "{who}  (valid until {until})" }
    member_loans(loans) { id: "   Sedang dipinjam: {loans}.", en: "   On loan: {loans}." }
    member_overdue(overdue) { id: "   Terlambat: {overdue}.", en: "   Overdue: {overdue}." }
    member_owes(amount) { id: "   Belum dibayar: {amount}. Terima dengan `bayar JUMLAH`.", en: "   To be paid: {amount}. Take it with `pay AMOUNT`." }
    member_credit(amount) { id: "   Kelebihan bayar: {amount}.", en: "   Credit: {amount}." }
    member_stopped(card) { id: "{card} BELUM BOLEH MEMINJAM", en: "{card} MAY NOT BORROW" }
    ready(item, title, until) { id: "   Siap diambil: {item} {title}, sampai {until}.", en: "   Ready to be handed out: {item} {title}, until {until}." }
    reason(message) { id: "   {message}", en: "   {message}" }
    gone(card, lent, returned) { id: "{card} selesai: {lent} dipinjamkan, {returned} dikembalikan.", en: "{card} done: {lent} lent, {returned} returned." }

    lent(item, title, due) { id: "DIPINJAMKAN  {item}  {title}  kembali paling lambat {due}", en: "LENT  {item}  {title}  due {due}" }
    just_lent(item, due) { id: "{item} baru saja dipinjamkan, kembali paling lambat {due}. Tidak perlu dipindai lagi.", en: "{item} was lent just now, due {due}. It need not be scanned again." }
    renewed(item, title, due) { id: "DIPERPANJANG  {item}  {title}  kembali paling lambat {due}", en: "RENEWED  {item}  {title}  due {due}" }
    refused(item) { id: "TIDAK DIPINJAMKAN: {item}", en: "NOT LENT: {item}" }
    not_renewed(item) { id: "TIDAK DIPERPANJANG: {item}", en: "NOT RENEWED: {item}" }
    allow_hint { id: "   Boleh dilewati dengan `izinkan ALASAN`.", en: "   It may be passed over with `allow WHY`." }
    offer_renewal(item, title, due) { id: "{item} {title} sudah dipinjam anggota ini sampai {due}. Perpanjang? y, atau pindai sekali lagi.", en: "{item} {title} is on loan to this member until {due}. Renew it? y, or scan it once more." }
    offer_take_back(item) { id: "{item} MASIH TERCATAT PADA PEMINJAM LAIN", en: "{item} IS STILL ON LOAN TO ANOTHER READER" }
    take_back_first { id: "   Jika buku ini ada di tangan Anda: y untuk mencatat pengembaliannya, lalu pindai lagi.", en: "   If you hold the book: y takes it back; then scan it again." }
    waiting(item, title) { id: "{item} {title}: ada, tidak dipinjam. Pindai kartu untuk meminjamkannya.", en: "{item} {title}: here, not on loan. Scan a card to lend it." }
    left_behind(items) { id: "TIDAK JADI DIPINJAMKAN, belum ada kartu: {items}", en: "NOT LENT, there was no card: {items}" }

    returned(item, title) { id: "KEMBALI  {item}  {title}", en: "RETURNED  {item}  {title}" }
    returned_late(item, days) { id: "{item} TERLAMBAT {days} HARI", en: "{item} IS {days} DAYS LATE" }
    fine(amount) { id: "   Denda: {amount}. Terima dengan `bayar JUMLAH`.", en: "   Fine: {amount}. Take it with `pay AMOUNT`." }
    suspended(until) { id: "   Tidak boleh meminjam sampai {until}.", en: "   No loans until {until}." }
    next(what) { id: "   → {what}", en: "   → {what}" }
    next_alarm(item, what) { id: "{item}: {what}", en: "{item}: {what}" }
    not_on_loan(item) { id: "{item} TIDAK TERCATAT DIPINJAM; tidak ada yang berubah", en: "{item} IS NOT ON LOAN; nothing changed" }

    taken_as_card(code) { id: "{code} adalah nomor kartu dan juga kode buku; dibaca sebagai kartu. Untuk bukunya: `b {code}`.", en: "{code} is a card and a book as well; taken for the card. For the book: `b {code}`." }
    taken_as_item(code) { id: "{code} adalah nomor kartu dan juga kode buku; dibaca sebagai buku. Untuk kartunya: `k {code}`.", en: "{code} is a card and a book as well; taken for the book. For the card: `k {code}`." }
    unknown(code) { id: "TIDAK DIKENAL: {code}", en: "UNKNOWN: {code}" }
    unknown_hint { id: "   Bukan kartu dan bukan buku perpustakaan ini. Pindai lagi, atau cari anggota dengan `cari NAMA`.", en: "   Neither a card nor a book of this library. Scan again, or look for a member with `find NAME`." }
    no_card(code) { id: "BUKAN KARTU: {code}", en: "NO CARD: {code}" }
    no_item(code) { id: "BUKAN BUKU: {code}", en: "NO BOOK: {code}" }
    paid(amount, owes) { id: "Diterima {amount}. Sisa yang belum dibayar: {owes}.", en: "Received {amount}. Still to be paid: {owes}." }
    paid_away(amount) { id: "Diterima {amount}.", en: "Received {amount}." }
    paid_credit(amount, credit) { id: "Diterima {amount}. Kelebihan bayar: {credit}.", en: "Received {amount}. Credit: {credit}." }
    undone_lent(item) { id: "Dibatalkan: peminjaman {item}.", en: "Undone: the loan of {item}." }
    undone_returned(item) { id: "Dibatalkan: pengembalian {item}.", en: "Undone: the return of {item}." }
    nothing_to_undo { id: "Tidak ada yang dapat dibatalkan.", en: "There is nothing to undo." }
    payment_stays { id: "Tindakan terakhir adalah pembayaran; itu tidak dapat dibatalkan di meja. Pembayaran yang keliru dibatalkan dengan `loan reverse NOMOR --note ALASAN`; nomornya ada di `loan account`.", en: "The last action was a payment; it can't be undone at the desk. A payment that was wrong is taken back with `loan reverse NUMBER --note WHY`; its number is in `loan account`." }
    renewal_stays { id: "Tindakan terakhir adalah perpanjangan; itu tidak dapat dibatalkan.", en: "The last action was a renewal; it can't be undone." }
    offer_dropped { id: "Tidak jadi; tidak ada yang berubah.", en: "Never mind; nothing changed." }
    too_much(owes) { id: "YANG HARUS DIBAYAR HANYA {owes}", en: "ONLY {owes} IS TO BE PAID" }
    nothing_owed { id: "TIDAK ADA YANG HARUS DIBAYAR", en: "NOTHING IS TO BE PAID" }
    give_change(owes, change) { id: "Ketik `bayar {owes}`, dan beri uang kembali {change}.", en: "Type `pay {owes}`, and give {change} change." }
    keep_credit(card, amount) { id: "Jika kelebihannya memang dititipkan: `loan pay {card} {amount}`.", en: "If the rest is to be kept as a credit: `loan pay {card} {amount}`." }
    nothing_to_renew { id: "Tidak ada pinjaman yang dapat diperpanjang.", en: "There are no loans to renew." }
    nothing_to_allow { id: "Tidak ada buku yang baru saja ditolak.", en: "No book was refused just now." }
    nothing_offered { id: "Tidak ada yang ditanyakan. Pindai kartu atau buku.", en: "Nothing was asked. Scan a card or a book." }
    nobody { id: "Belum ada anggota di meja. Pindai kartunya dahulu.", en: "No member is at the desk. Scan the card first." }
    needs_amount { id: "Sebutkan jumlahnya: `bayar 5000`.", en: "Say how much: `pay 5000`." }
    needs_reason { id: "Sebutkan alasannya: `izinkan tugas sekolah, atas izin Bu Rina`.", en: "Say why: `allow school task, agreed by Ms Rina`." }
    needs_name { id: "Sebutkan nama atau teleponnya: `cari siti aminah`.", en: "Say a name or a telephone number: `find siti aminah`." }
    needs_card { id: "Sebutkan nomor kartunya: `k A0001`.", en: "Say the card: `k A0001`." }
    needs_item { id: "Sebutkan kode bukunya: `b B0001`.", en: "Say the book: `b B0001`." }
    returning_on { id: "Pengembalian: semua buku yang dipindai dikembalikan. Ketik r lagi, atau pindai kartu, untuk berhenti.", en: "Returns: every scanned book is taken back. Type r again, or scan a card, to stop." }
    returning_off { id: "Pengembalian selesai.", en: "Returns are over." }
    loan(item, title, due) { id: "   {item}  {title}  kembali paling lambat {due}", en: "   {item}  {title}  due {due}" }
    no_loans { id: "Tidak ada yang sedang dipinjam.", en: "Nothing is on loan." }
    found(candidate) { id: "   {candidate}", en: "   {candidate}" }
    nobody_found { id: "Tidak ada anggota dengan nama atau telepon itu.", en: "No member has this name or telephone number." }
    closed { id: "Meja layanan ditutup.", en: "The desk is closed." }
    failed_stop { id: "Tidak ada yang tersimpan dari baris terakhir. Meja layanan ditutup.", en: "Nothing of the last line was stored. The desk is closed." }
    help {
        id: "Pindai kartu, lalu buku. Buku tanpa kartu dikembalikan jika sedang dipinjam.
  (baris kosong)        selesai melayani anggota ini
  y / t                 ya / tidak untuk yang ditanyakan
  u, batal              batalkan tindakan terakhir
  p, perpanjang         perpanjang semua pinjaman anggota ini
  l, pinjaman           lihat pinjaman anggota ini
  bayar JUMLAH          terima pembayaran
  izinkan ALASAN        pinjamkan juga buku yang baru ditolak
  r, kembali            terima pengembalian, berapa pun; r lagi untuk berhenti
  cari NAMA             cari anggota menurut nama atau telepon
  k KODE / b KODE       kode ini kartu / buku
  q, keluar             tutup meja layanan",
        en: "Scan a card, then books. A book without a card is taken back when it is on loan.
  (an empty line)       this member is served
  y / n                 yes / no to what was asked
  u, undo               undo the last action
  p, renew              renew all loans of this member
  l, loans              see the loans of this member
  pay AMOUNT            take a payment
  allow WHY             lend the book that was refused just now all the same
  r, return             take back any number of books; r again to stop
  find NAME             look for a member by name or telephone
  k CODE / b CODE       this code is a card / a book
  q, quit               close the desk",
    }
}
