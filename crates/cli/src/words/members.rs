//! What is said of members by every tool.

crate::words! {
    // Values that can't be taken.
    name_missing { id: "Namanya kosong.", en: "The name is empty." }
    name_bad(found) {
        id: "`{found}` bukan nama orang: perlu huruf, paling panjang 120.",
        en: "`{found}` is no person's name: it needs letters, at most 120.",
    }
    card_bad(found) {
        id: "`{found}` bukan nomor kartu: 1 sampai 32 tanda tanpa spasi.",
        en: "`{found}` is no card number: 1 to 32 signs without blanks.",
    }
    card_missing {
        id: "Tidak ada nomor kartu, dan tidak ada tanggal lahir, telepon atau NIK untuk mengenali orangnya lagi.",
        en: "There is no card number, and no birth date, telephone or NIK by which to know the person again.",
    }
    card_repeated(found) {
        id: "Kartu {found} sudah ada di berkas ini dengan isian lain.",
        en: "Card {found} stands in this file before, with other data.",
    }
    date_bad(found) {
        id: "`{found}` bukan tanggal; tulis 2026-11-20, 20/11/2026 atau 20 November 2026.",
        en: "`{found}` is no date; write 2026-11-20, 20/11/2026 or 20 November 2026.",
    }
    born_bad(found) {
        id: "Tanggal lahir `{found}` belum terjadi, atau lebih dari 130 tahun yang lalu.",
        en: "The day of birth `{found}` is yet to come, or more than 130 years ago.",
    }
    ends_bad(found) {
        id: "Keanggotaan tidak dapat berakhir ({found}) sebelum dimulai.",
        en: "A membership can't end ({found}) before it begins.",
    }
    phone_bad(found) { id: "`{found}` bukan nomor telepon.", en: "`{found}` is no telephone number." }
    email_bad(found) { id: "`{found}` bukan alamat surel.", en: "`{found}` is no e-mail address." }
    sex_bad(found) {
        id: "`{found}` bukan jenis kelamin; tulis L atau P.",
        en: "`{found}` is not a sex; write male or female.",
    }
    nik_bad { id: "NIK terdiri atas 16 angka.", en: "A NIK has 16 digits." }
    too_long(field) { id: "Isian {field} terlalu panjang.", en: "The field {field} is too long." }
    type_unknown(found) { id: "Tidak ada jenis anggota `{found}`.", en: "There is no member type `{found}`." }
    types_too_many(found) {
        id: "Terlalu banyak jenis anggota baru (`{found}`); kolomnya mungkin keliru.",
        en: "Too many new member types (`{found}`); it may be the wrong column.",
    }
    type_hint { id: "lihat semuanya dengan `member types`", en: "see them all with `member types`" }
    date_hint { id: "tulis tahun lengkap dengan empat angka", en: "write the year with four digits" }

    // Refusals.
    card_taken(card) { id: "Kartu {card} sudah dipakai anggota lain.", en: "Card {card} belongs to somebody else." }
    card_taken_hint(card) { id: "lihat pemiliknya dengan `member show {card}`", en: "see whose it is with `member show {card}`" }
    cards_used_up(pattern) {
        id: "Pola nomor kartu `{pattern}` tidak dapat membuat nomor baru.",
        en: "The pattern of card numbers `{pattern}` can make no new number.",
    }
    cards_used_up_hint {
        id: "ganti polanya: `library-db settings member.card-pattern A00000`",
        en: "change the pattern: `library-db settings member.card-pattern A00000`",
    }
    guardian(below) {
        id: "Anggota di bawah {below} tahun memerlukan wali yang menyetujui.",
        en: "A member below {below} needs a guardian who agrees.",
    }
    guardian_name { id: "Nama walinya belum disebut.", en: "The guardian's name is not given." }
    guardian_consent { id: "Persetujuan walinya belum dicatat.", en: "The guardian's consent is not recorded." }
    guardian_hint {
        id: "tambahkan `--guardian NAMA --consent` setelah wali menandatangani formulir",
        en: "add `--guardian NAME --consent` once the guardian has signed the form",
    }
    renewed_already(day) {
        id: "Keanggotaan ini sudah diperpanjang sampai {day}.",
        en: "This membership is renewed already, until {day}.",
    }
    renewed_already_hint {
        id: "sebut tanggalnya jika memang perlu: `--until 31/12/2028`",
        en: "name the day if it must be: `--until 2028-12-31`",
    }
    not_blocked { id: "Anggota ini tidak sedang diblokir.", en: "This member is not blocked." }
    no_consent(kind) { id: "Tidak ada persetujuan yang berlaku untuk: {kind}.", en: "No consent stands for: {kind}." }
    not_clear { id: "Anggota ini belum bebas pustaka.", en: "This member is not clear yet." }
    not_erasable { id: "Data anggota ini belum dapat dihapus.", en: "This member can't be erased yet." }
    settle_hint {
        id: "selesaikan dulu, lalu ulangi",
        en: "settle that first, then try again",
    }
    has_loan(item, due) {
        id: "Eksemplar {item} masih dipinjam, harus kembali {due}.",
        en: "Copy {item} is still on loan, due {due}.",
    }
    owes(amount) { id: "Masih ada tanggungan {amount}.", en: "{amount} is still owed." }
    has_credit(amount) {
        id: "Perpustakaan masih harus mengembalikan {amount}.",
        en: "The library still has to give back {amount}.",
    }
    has_holds(count) { id: "Masih ada {count} pesanan buku.", en: "Holds still open: {count}." }
    has_place(event, code) {
        id: "Masih terdaftar di acara {event}; batalkan dengan `event-roster cancel {event} {code}`.",
        en: "Still registered for the event {event}; give it up with `event-roster cancel {event} {code}`.",
    }

    consent_membership { id: "data keanggotaan", en: "membership data" }
    consent_reading_history { id: "riwayat bacaan disimpan", en: "reading history kept" }
    consent_notices { id: "menerima pemberitahuan lewat cara apa pun", en: "receiving notices by any way" }
    consent_notices_mail { id: "menerima pemberitahuan lewat surel", en: "receiving notices by mail" }
    consent_notices_whatsapp { id: "menerima pemberitahuan lewat WhatsApp", en: "receiving notices by WhatsApp" }
    consent_notices_print { id: "menerima pemberitahuan lewat surat", en: "receiving notices by letter" }
    consent_notices_text {
        id: "menerima pemberitahuan lewat SMS atau telepon",
        en: "receiving notices by text message or telephone",
    }

    key_missing(path) {
        id: "Kunci NIK {path} tidak ada.",
        en: "The key of the NIKs, {path}, is missing.",
    }
    key_differs(path) {
        id: "{path} bukan kunci yang dipakai perpustakaan ini untuk NIK.",
        en: "{path} is not the key by which this library hashed its NIKs.",
    }
    key_unreadable(path) { id: "{path} tidak berisi kunci.", en: "{path} holds no key." }
    key_why {
        id: "Dengan kunci lain, orang yang sudah terdaftar tidak akan dikenali lagi.",
        en: "With another key, nobody who is registered would be known again.",
    }
    key_hint(path) {
        id: "kembalikan berkas {path} dari salinan Anda; tanpa itu, simpan anggotanya tanpa NIK",
        en: "put {path} back from your copy; without it, store the member without a NIK",
    }
    not_a_pattern {
        id: "Polanya perlu deretan nol untuk nomor urut, misalnya A0000, tanpa spasi.",
        en: "A pattern needs a run of zeros for the running number, A0000 for one, and no blanks.",
    }
}
