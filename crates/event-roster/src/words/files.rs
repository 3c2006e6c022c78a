//! What is said of files that are read.

pustaka_cli::words! {
    standard_input { id: "masukan standar", en: "standard input" }
    bad_map(typed) { id: "`{typed}` bukan ISI=JUDUL-KOLOM.", en: "`{typed}` is not FIELD=HEADER." }
    map_hint { id: "misalnya `--map 'name=Nama siswa'`", en: "for example `--map 'name=Nama siswa'`" }
    map_key(key) { id: "Tidak ada isi kolom `{key}`.", en: "No column can be taken for `{key}`." }
    map_keys(keys) { id: "Yang dikenal: {keys}.", en: "Known are: {keys}." }
    did_you_mean(meant) { id: "mungkin maksud Anda `{meant}`", en: "did you mean `{meant}`" }
    bad_delimiter(sign) { id: "`{sign}` bukan satu tanda pemisah.", en: "`{sign}` is not one sign." }
    too_big { id: "Masukan standar terlalu besar.", en: "There is too much on standard input." }
    no_rows(name) { id: "{name} tidak berisi satu baris pun.", en: "{name} has not a single row." }

    cancelled_there {
        id: "Menurut berkasnya orang ini tidak jadi datang; tidak didaftarkan.",
        en: "The file says that this person will not come; not registered.",
    }
    queue_number(name) { id: "Nomor antrean di depan nama dilepas: {name}.", en: "A number of the queue was taken off the name: {name}." }
    contact_of_payer(payer) {
        id: "Telepon dan surelnya milik {payer}, bukan pesertanya.",
        en: "Telephone and mail are those of {payer}, not of the attendee.",
    }
    moment_unreadable {
        id: "Waktu mendaftarnya tidak terbaca; urutan barislah yang dipakai.",
        en: "The moment could not be read; the order of the rows counts.",
    }
    some_rejected(file, rejected, records) {
        id: "{file}: {rejected} dari {records} baris tidak dapat diterima; yang lain disimpan.",
        en: "{file}: {rejected} of {records} rows can't be taken; the others are stored.",
    }
    all_rejected(file, rejected, records) {
        id: "{file}: {rejected} dari {records} baris tidak dapat diterima, jadi tidak ada yang disimpan.",
        en: "{file}: {rejected} of {records} rows can't be taken, so nothing was stored.",
    }
    of_line(file, line, reason) { id: "{file}:{line}: {reason}", en: "{file}:{line}: {reason}" }
    rejects_hint(rejects) {
        id: "perbaiki baris di {rejects}, atau simpan hanya yang baik dengan `--on-error skip`",
        en: "mend the rows that are in {rejects}, or store only the good ones with `--on-error skip`",
    }
    count { id: "Jumlah", en: "Count" }
    line { id: "Baris", en: "Line" }
    message { id: "Keterangan", en: "What" }
    heading { id: "Judul kolom", en: "Heading" }
    records { id: "Baris terbaca", en: "Rows read" }
    blank { id: "Baris kosong", en: "Blank rows" }
    registered { id: "Mendapat tempat", en: "Got a place" }
    waiting { id: "Masuk daftar tunggu", en: "Wait for one" }
    unchanged { id: "Sudah terdaftar atau tidak jadi", en: "On the list already, or not coming" }
    rejected { id: "Ditolak", en: "Rejected" }
    taken { id: "Tempat terisi sekarang", en: "Places taken now" }
    map_more {
        id: "Kolom yang tidak dikenal dapat disebut dengan `--map 'ISI=JUDUL-KOLOM'`.",
        en: "What is not recognised can be named with `--map 'FIELD=HEADER'`.",
    }
}
