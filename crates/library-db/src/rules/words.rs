//! The words of `library-db rules`.

pustaka_cli::words! {
    about { id: "Aturan pinjam: lama, denda, perpanjangan", en: "Loan rules: length, fines, renewals" }
    long {
        id: "Satu aturan berlaku untuk jenis anggota, jenis koleksi, dan media; masing-masing boleh `any` (semua), dan \
             boleh hanya untuk satu musim, misalnya Ramadan. Yang paling khusus yang dipakai: yang menyebut lebih banyak; \
             bila sama banyak, jenis anggota mendahului jenis koleksi, lalu media; bila sama, yang bermusim.\n\n\
             Hari tutup (`--closed-days`): `ignore` menghitung hari biasa, batas kembali boleh hari tutup; `push` menghitung \
             hari biasa lalu digeser ke hari buka berikutnya, seperti SLiMS; `push-week` sama, tetapi per minggu; `open-days` \
             hanya menghitung hari buka, seperti INLISLite.\n\n\
             Batas kembali adalah hari terakhir yang belum terlambat. Pinjaman menyimpan aturannya, jadi aturan baru tidak \
             pernah mengubah pinjaman lama.",
        en: "A rule is for a member type, a collection type and a medium; each may be `any`, and it may be for one season \
             alone, Ramadan for one. The most specific rule wins: the one that names more; at equal count a member type \
             goes before a collection type, and that before a medium; then the one with a season.\n\n\
             Closed days (`--closed-days`): `ignore` counts plain days, and the due date may be a closed day; `push` counts \
             plain days, then goes forward to the next open day, as SLiMS does; `push-week` is the same by whole weeks; \
             `open-days` counts open days alone, as INLISLite does.\n\n\
             A due date is the last day on which the copy is not late. A loan keeps its rule, so a new rule never changes \
             an old loan.",
    }
    example_set {
        id: "Anggota umum meminjam 3 buku selama 14 hari, denda Rp500 sehari.",
        en: "Members of the type umum borrow 3 items for 14 days; the fine is Rp500 a day.",
    }
    example_explain {
        id: "Aturan mana yang berlaku, dan kapan batas kembalinya.",
        en: "Which rule wins, and until when it lends.",
    }
    example_what_if {
        id: "Pinjaman mana yang akan berubah; tidak ada yang disimpan.",
        en: "Which loans would change; nothing is stored.",
    }

    day_value { id: "TANGGAL", en: "DAY" }
    file_value { id: "BERKAS", en: "FILE" }
    code_value { id: "KODE", en: "CODE" }
    preset_value { id: "NAMA", en: "NAME" }
    member_type_value { id: "JENIS-ANGGOTA", en: "MEMBER-TYPE" }
    collection_value { id: "JENIS-KOLEKSI", en: "COLLECTION" }
    medium_value { id: "MEDIA", en: "MEDIUM" }

    list_about { id: "Lihat aturan yang berlaku", en: "Show the rules in force" }
    set_about { id: "Buat atau ganti satu aturan", en: "Make or replace one rule" }
    end_about { id: "Akhiri satu aturan", en: "End one rule" }
    import_about { id: "Masukkan aturan dari CSV, semua atau tidak sama sekali", en: "Bring in rules from a CSV, all or none" }
    import_file_help {
        id: "CSV dengan kolom seperti `rules list --format csv`; `-` untuk masukan standar",
        en: "CSV with the columns of `rules list --format csv`; `-` for standard input",
    }
    explain_about { id: "Jelaskan aturan mana yang berlaku dan mengapa", en: "Explain which rule wins, and why" }
    what_if_about { id: "Lihat pinjaman yang berubah bila aturannya lain", en: "Show the loans that other rules would change" }
    what_if_file_help { id: "Aturan-aturan dari berkas ini", en: "The rules of this file" }
    presets_about { id: "Lihat cara hitung sistem lain", en: "Show how other systems count" }
    presets_note {
        id: "Pakai dengan `library-db rules set JENIS-ANGGOTA --preset NAMA`, lalu sesuaikan lama pinjam dan dendanya.",
        en: "Use one with `library-db rules set MEMBER-TYPE --preset NAME`, and set your own length and fine.",
    }

    key_member_help { id: "Untuk jenis anggota ini; `any` untuk semua", en: "For this member type; `any` for all" }
    key_collection_help { id: "Untuk jenis koleksi ini", en: "For this collection type" }
    key_medium_help { id: "Untuk media ini", en: "For this medium" }
    season_from_help { id: "Hanya sejak tanggal ini", en: "Only from this day on" }
    season_to_help { id: "Hanya sampai tanggal ini", en: "Only up to this day" }
    preset_help { id: "Mulai dari cara hitung ini", en: "Begin with this way of counting" }
    explain_member_help { id: "Jenis anggota peminjam", en: "The reader's member type" }
    explain_collection_help { id: "Jenis koleksi bukunya", en: "The copy's collection type" }
    explain_medium_help { id: "Media judulnya", en: "The title's medium" }
    on_help { id: "Dipinjam pada tanggal ini (bawaan: hari ini)", en: "Lent on this day (default: today)" }
    returned_help {
        id: "Dikembalikan tanggal ini (bawaan: seminggu setelah batas kembali)",
        en: "Returned on this day (default: a week after the due date)",
    }
    valid_until_help { id: "Keanggotaan berlaku sampai tanggal ini", en: "The membership is valid until this day" }
    price_help { id: "Harga bukunya", en: "The copy's price" }

    // The fields of a rule.
    max_items { id: "Paling banyak sekian eksemplar sekaligus", en: "Most items on loan at one time" }
    loan_days { id: "Lama pinjam dalam hari; 0: dibaca di tempat", en: "Length of the loan in days; 0: read in the library" }
    closed_days { id: "Bagaimana hari tutup dihitung", en: "How closed days count" }
    expiry_cap { id: "Batas kembali tidak melewati masa keanggotaan", en: "The due date is within the membership" }
    renewals { id: "Berapa kali boleh diperpanjang", en: "How many renewals" }
    renew_from { id: "Perpanjangan dihitung dari hari ini atau batas kembali", en: "Renewals count from today or from the due date" }
    fine { id: "Denda untuk satu periode", en: "Fine for a period of lateness" }
    fine_period { id: "Satu periode denda, dalam hari", en: "Days of a period" }
    fine_at { id: "Denda dikenakan di awal atau akhir periode", en: "Periods are charged when they begin or end" }
    fine_days { id: "Hari terlambat yang dihitung", en: "Which days of lateness count" }
    grace { id: "Terlambat sekian hari masih bebas", en: "So many days late are free" }
    after_grace { id: "Sesudah kelonggaran: seluruhnya atau sisanya", en: "Beyond the grace: the whole or the rest" }
    fine_cap { id: "Denda paling banyak; 0: tanpa batas", en: "Highest fine; 0: no bound" }
    price_cap { id: "Denda paling banyak, persen harga; 0: tanpa batas", en: "Highest fine in percent of the price; 0: no bound" }
    suspend_days { id: "Tidak dapat meminjam sekian hari per hari terlambat", en: "Days without loans for each day late" }
    suspend_max { id: "Paling lama sekian hari; 0: tanpa batas", en: "At most so many of them; 0: no bound" }
    age_min { id: "Umur paling muda peminjam", en: "Least age of the reader" }
    member_type { id: "Jenis anggota", en: "Member type" }
    collection_type { id: "Jenis koleksi", en: "Collection type" }
    medium { id: "Media", en: "Medium" }
    season_from { id: "Musim dari", en: "Season from" }
    season_to { id: "Musim sampai", en: "Season to" }
    bad_number(typed) { id: "`{typed}` bukan bilangan bulat.", en: "`{typed}` is not a whole number." }
    bad_money(typed) { id: "`{typed}` bukan jumlah rupiah.", en: "`{typed}` is not an amount of rupiah." }
    bad_code(typed, codes) { id: "`{typed}` bukan salah satu dari: {codes}.", en: "`{typed}` is none of: {codes}." }
    bad_day(typed) { id: "`{typed}` bukan tanggal.", en: "`{typed}` is not a date." }
    bad_option(option) { id: "Isi `--{option}` tidak dapat dipakai.", en: "The value of `--{option}` can't be used." }
    half_a_season { id: "Musim perlu awal dan akhir.", en: "A season needs both its ends." }
    twice(key) { id: "Aturan {key} ada dua kali di berkas ini.", en: "The rule {key} is twice in this file." }
    no_rules(file) { id: "{file}: tidak ada aturan di dalamnya.", en: "{file}: there are no rules in it." }
    no_key { id: "Aturan ini untuk siapa?", en: "Whom is the rule for?" }
    no_key_hint { id: "sebut jenis anggotanya, atau `any` untuk semua", en: "name the member type, or `any` for all" }

    // Rules in short.
    rule { id: "Aturan", en: "Rule" }
    max_items_short { id: "Batas", en: "Limit" }
    length { id: "Lama", en: "Length" }
    renewals_short { id: "Perpanjangan", en: "Renewals" }
    fine_short { id: "Denda", en: "Fine" }
    besides { id: "Selain itu", en: "Besides" }
    in_season(key, first, last) { id: "{key} ({first} sampai {last})", en: "{key} ({first} to {last})" }
    in_library { id: "dibaca di tempat", en: "read in the library" }
    days_ignore(days) { id: "{days} hari", en: "{days} days" }
    days_push(days) { id: "{days} hari, digeser dari hari tutup", en: "{days} days, forward from a closed day" }
    days_push_week(days) { id: "{days} hari, digeser per minggu", en: "{days} days, forward by weeks" }
    days_open(days) { id: "{days} hari buka", en: "{days} open days" }
    no_fine { id: "tidak ada", en: "none" }
    fine_a_day(amount) { id: "{amount} per hari", en: "{amount} a day" }
    fine_begun(amount, days) { id: "{amount} tiap {days} hari yang dimulai", en: "{amount} for {days} days begun" }
    fine_full(amount, days) { id: "{amount} tiap {days} hari penuh", en: "{amount} for {days} full days" }
    up_to(amount) { id: ", paling banyak {amount}", en: ", at most {amount}" }
    up_to_price(percent) { id: ", paling banyak {percent} % harga", en: ", at most {percent} % of the price" }
    with_grace(days) { id: "kelonggaran {days} hari", en: "grace of {days} days" }
    with_suspension(days) { id: "{days} hari tanpa pinjaman untuk tiap hari terlambat", en: "{days} days without loans a day" }
    with_age(years) { id: "mulai umur {years}", en: "from age {years}" }
    all_days_late { id: "hari tutup ikut dihitung terlambat", en: "closed days count as late" }
    renewed_from_due { id: "perpanjangan dari batas kembali", en: "renewals count from the due date" }
    without_cap { id: "tidak dibatasi keanggotaan", en: "not cut to the membership" }

    // What was done.
    nothing_stored { id: "Belum ada yang disimpan.", en: "Nothing is stored yet." }
    made(rule) { id: "Aturan {rule} dibuat.", en: "The rule {rule} is new." }
    same(rule) { id: "Aturan {rule} sudah begitu.", en: "The rule {rule} is so already." }
    replaced(rule) {
        id: "Aturan {rule} diganti; pinjaman lama tetap memakai yang dulu.",
        en: "The rule {rule} is replaced; old loans keep the one before.",
    }
    ended(rule) { id: "Aturan {rule} diakhiri.", en: "The rule {rule} is ended." }
    would_end(rule) { id: "Aturan {rule} akan diakhiri.", en: "The rule {rule} would be ended." }
    unused(rule) {
        id: "Aturan {rule} menyebut jenis koleksi atau media yang tidak dimiliki eksemplar mana pun.",
        en: "The rule {rule} names a collection type or medium that no copy has.",
    }

    // Why.
    no_rule(member_type) {
        id: "Tidak ada aturan untuk anggota {member_type} dengan koleksi itu.",
        en: "No rule is for members of the type {member_type} and that collection.",
    }
    no_rule_hint {
        id: "buat satu dengan `library-db rules set any --loan-days 7`",
        en: "make one with `library-db rules set any --loan-days 7`",
    }
    rule_is(rule) { id: "Berlaku aturan {rule}.", en: "The rule is {rule}." }
    names_fewer(rule) {
        id: "Bukan {rule}: yang disebutnya lebih sedikit.",
        en: "Not {rule}: it names fewer things.",
    }
    names_weaker(rule) {
        id: "Bukan {rule}: jenis anggota mendahului jenis koleksi, lalu media.",
        en: "Not {rule}: a member type goes before a collection type, and that before a medium.",
    }
    has_no_season(rule) { id: "Bukan {rule}: ada aturan khusus musim ini.", en: "Not {rule}: another one is for this season." }
    year_unknown(year) {
        id: "Hari libur nasional tahun {year} belum diketahui; masukkan dengan `library-db calendar import BERKAS`.",
        en: "The national holidays of {year} are not known yet; bring them in with `library-db calendar import FILE`.",
    }
    due_is(day) { id: "Batas kembali {day}.", en: "Due on {day}." }
    why_due { id: "Mengapa batas kembali itu", en: "Why that due date" }
    why_late(day, amount) {
        id: "Bila kembali {day}: denda {amount}",
        en: "Returned on {day}: a fine of {amount}",
    }
    why_late_free(day) { id: "Bila kembali {day}: tanpa denda", en: "Returned on {day}: no fine" }
    step { id: "No.", en: "No." }
    sentence { id: "Penjelasan", en: "What happens" }

    // What if.
    no_difference { id: "Tidak ada pinjaman yang berubah.", en: "No loan would change." }
    differences(count) {
        id: "{count} pinjaman akan berubah. Tidak ada yang disimpan.",
        en: "{count} loans would change. Nothing is stored.",
    }
    item { id: "Eksemplar", en: "Copy" }
    member { id: "Anggota", en: "Member" }
    rule_then { id: "Aturan nanti", en: "Rule then" }
    due { id: "Batas kembali", en: "Due" }
    due_then { id: "Batas kembali nanti", en: "Due then" }
    fine_then { id: "Denda nanti", en: "Fine then" }
}
