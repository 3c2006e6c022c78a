//! What a verb has done, and what to do next.

pustaka_cli::words! {
    // Fields.
    field { id: "Data", en: "Field" }
    value { id: "Isi", en: "Value" }
    before { id: "Semula", en: "Before" }
    after { id: "Menjadi", en: "After" }
    card { id: "Kartu", en: "Card" }
    name { id: "Nama", en: "Name" }
    member_type { id: "Jenis", en: "Type" }
    sex { id: "Jenis kelamin", en: "Sex" }
    female { id: "perempuan", en: "female" }
    male { id: "laki-laki", en: "male" }
    born { id: "Tanggal lahir", en: "Born" }
    phone { id: "Telepon", en: "Telephone" }
    email { id: "Surel", en: "E-mail" }
    address { id: "Alamat", en: "Address" }
    village { id: "Kelurahan", en: "Village" }
    district { id: "Kecamatan", en: "District" }
    city { id: "Kota", en: "City" }
    postal_code { id: "Kode pos", en: "Postal code" }
    education { id: "Pendidikan", en: "Education" }
    occupation { id: "Pekerjaan", en: "Occupation" }
    institution { id: "Instansi", en: "Institution" }
    nik { id: "NIK", en: "NIK" }
    guardian { id: "Wali", en: "Guardian" }
    guardian_phone { id: "Telepon wali", en: "Guardian's telephone" }
    guardian_relation { id: "Hubungan wali", en: "Guardian's relation" }
    joined { id: "Anggota sejak", en: "Member since" }
    valid_until { id: "Berlaku sampai", en: "Valid until" }
    blocked { id: "Diblokir", en: "Blocked" }
    note { id: "Catatan", en: "Note" }
    stdin_failed { id: "Masukan standar tidak dapat dibaca.", en: "Standard input can't be read." }

    // Whom an argument means.
    first_of(count) { id: "{count} yang pertama; tampilkan lebih banyak dengan `--limit`.", en: "The first {count}; show more with `--limit`." }

    // What was noticed.
    noticed(place, found, meaning) { id: "{place} `{found}`: {meaning}", en: "{place} `{found}`: {meaning}" }
    same_nik { id: "NIK yang sama", en: "The same NIK" }
    same_phone { id: "Telepon yang sama", en: "The same telephone" }
    same_name { id: "Nama dan tanggal lahir yang sama", en: "The same name and day of birth" }
    alike(sign, card, name) { id: "{sign}: {card} {name}. Pastikan bukan orang yang sama.", en: "{sign}: {card} {name}. Make sure that it isn't the same person." }

    // Adding and editing.
    added(name, card) { id: "{name} terdaftar dengan kartu {card}.", en: "{name} is enrolled, with card {card}." }
    ended_already(day) { id: "Keanggotaan ini sudah berakhir pada {day}; anggota belum dapat meminjam.", en: "This membership ended on {day} already; the member can't borrow." }
    would_add(name, card) { id: "{name} akan terdaftar dengan kartu {card}. Belum ada yang disimpan.", en: "{name} would be enrolled with card {card}. Nothing is stored yet." }
    edited(name) { id: "Data {name} sudah diubah.", en: "The data of {name} are changed." }
    would_edit(name) { id: "Data {name} akan diubah begini. Belum ada yang disimpan.", en: "The data of {name} would be changed so. Nothing is stored yet." }
    nothing_changed(name) { id: "Data {name} memang sudah begitu.", en: "The data of {name} are so already." }
    nothing_to_edit { id: "Belum disebut apa yang diubah.", en: "Nothing to change was named." }
    edit_so { id: "sebut isiannya: `member edit A0001 --phone 0812-3456-7801`", en: "name a field: `member edit A0001 --phone 0812-3456-7801`" }
    nothing_stored_yet { id: "Belum ada yang disimpan.", en: "Nothing is stored yet." }

    // The term.
    renewed(name, day) { id: "Keanggotaan {name} berlaku sampai {day}.", en: "The membership of {name} is valid until {day}." }
    would_renew(name, day) { id: "Keanggotaan {name} akan berlaku sampai {day}. Belum ada yang disimpan.", en: "The membership of {name} would be valid until {day}. Nothing is stored yet." }
    was_blocked(name) { id: "{name} diblokir dan tidak dapat meminjam.", en: "{name} is blocked and can't borrow." }
    was_unblocked(name) { id: "Blokir {name} sudah dibuka.", en: "The block of {name} is lifted." }
    reason_needed { id: "Alasannya kosong, atau lebih dari 200 huruf.", en: "The reason is empty, or longer than 200 characters." }
    reason_so { id: "tulis satu kalimat: `--reason 'Kartu dilaporkan hilang'`", en: "write a sentence: `--reason 'The card was reported lost'`" }

    // The standing.
    may_borrow { id: "Boleh meminjam.", en: "May borrow." }
    expired(day) { id: "Keanggotaan sudah berakhir {day}; perpanjang dengan `member renew`.", en: "The membership ended {day}; renew it with `member renew`." }
    suspended(day) { id: "Tidak boleh meminjam sampai {day}, karena terlambat mengembalikan.", en: "No loans until {day}, after a late return." }
    is_blocked(reason) { id: "Diblokir: {reason}", en: "Blocked: {reason}" }
    owes(amount) { id: "Tanggungan: {amount}.", en: "Owes {amount}." }
    has_credit(amount) { id: "Kelebihan bayar: {amount}.", en: "Has paid {amount} too much." }
    overdue { id: "Ada pinjaman yang terlambat.", en: "Something is overdue." }
    waiting(count) { id: "Pesanan yang menunggu: {count}.", en: "Holds that wait: {count}." }
    on_loan { id: "Sedang dipinjam:", en: "On loan:" }
    set_aside { id: "Disisihkan untuknya:", en: "Set aside:" }
    item { id: "Eksemplar", en: "Copy" }
    title { id: "Judul", en: "Title" }
    due { id: "Harus kembali", en: "Due" }
    waits_until { id: "Menunggu sampai", en: "Waits until" }

    // Consents.
    consents { id: "Persetujuan:", en: "Consents:" }
    agreed_to { id: "Untuk", en: "To" }
    agreed_by { id: "Oleh", en: "By" }
    by_member { id: "anggota", en: "member" }
    by_guardian { id: "wali", en: "guardian" }
    given { id: "Diberikan", en: "Given" }
    withdrawn { id: "Dicabut", en: "Withdrawn" }
    consent_given(name, kind) { id: "Persetujuan {name} dicatat: {kind}.", en: "The consent of {name} is recorded: {kind}." }
    consent_stood(name, kind) { id: "Persetujuan {name} memang sudah berlaku: {kind}.", en: "The consent of {name} stood already: {kind}." }
    consent_withdrawn(name, kind) { id: "Persetujuan {name} dicabut: {kind}.", en: "The consent of {name} is withdrawn: {kind}." }

    // Types.
    code { id: "Kode", en: "Code" }
    type_name { id: "Nama", en: "Name" }
    max_items { id: "Paling banyak pinjaman", en: "Copies at most" }
    valid_days { id: "Berlaku (hari)", en: "Valid (days)" }
    no_type(code) { id: "Tidak ada jenis anggota `{code}`.", en: "There is no member type `{code}`." }
    types_hint { id: "lihat semuanya dengan `member types`", en: "see them all with `member types`" }
    type_made(code) { id: "Jenis anggota {code} dibuat.", en: "The member type {code} was made." }
    type_set(code) { id: "Jenis anggota {code} diatur.", en: "The member type {code} was set." }
    type_same(code) { id: "Jenis anggota {code} memang sudah begitu.", en: "The member type {code} is so already." }

    // Cards and letters.
    no_barcode(card) {
        id: "Nomor kartu {card} tidak dapat ditulis sebagai barcode; kartunya dibuat tanpa barcode.",
        en: "The card number {card} can't be written as a barcode; the card is made without one.",
    }
    cards_made(count) { id: "Kartu dibuat: {count}.", en: "Cards made: {count}." }
    letter_made(name, number) { id: "Surat bebas pustaka {number} untuk {name} sudah dibuat.", en: "Clearance letter {number} for {name} is issued." }
    is_clear(name, card) {
        id: "{name} bebas pustaka. Suratnya: `member clearance {card} -o surat.html`.",
        en: "{name} is clear. The letter: `member clearance {card} -o letter.html`.",
    }

    // Erasing.
    erase_question(name, card) {
        id: "Hapus semua data pribadi {name} ({card})? Ini tidak dapat dibatalkan.",
        en: "Erase all personal data of {name} ({card})? This can't be undone.",
    }
    not_erased { id: "Tidak ada yang dihapus.", en: "Nothing was erased." }
    erased {
        id: "Data pribadinya sudah dihapus. Cadangan lama masih memuatnya sampai terbuang menurut aturannya.",
        en: "The personal data are erased. Older backups hold them until they are thinned out by their rule.",
    }
    log_stays {
        id: "Proses lain sedang membaca; sisa di log hilang begitu perintah hapus berikutnya atau pencadangan berjalan tanpa pembaca lain.",
        en: "Another process was reading; what is left in the log goes with the next erasure while nobody reads.",
    }
    loans_cut { id: "Pinjaman dilepas dari orangnya", en: "Loans cut from the person" }
    holds_cut { id: "Pesanan dilepas dari orangnya", en: "Holds cut from the person" }
}
