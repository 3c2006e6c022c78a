//! What an import has done, and what to do next.

pustaka_cli::words! {
    imported(file, rows) { id: "{file}: {rows} anggota masuk atau diperbarui.", en: "{file} came in; members new or updated: {rows}." }
    nothing_new(file, rows) {
        id: "{file}: 0 baru, {rows} tidak berubah. Tidak ada yang perlu disimpan.",
        en: "{file}: 0 new, {rows} unchanged. There was nothing to store.",
    }
    no_rows(file) { id: "{file}: tidak ada baris di bawah judul kolom.", en: "{file}: there are no rows below the header." }
    would_import(file, rows) {
        id: "{file}: {rows} anggota akan masuk atau diperbarui. Belum ada yang disimpan.",
        en: "{file} would come in; members new or updated: {rows}. Nothing is stored yet.",
    }
    not_stored(file) { id: "{file}: tidak ada yang disimpan.", en: "{file}: nothing was stored." }
    count { id: "Hitungan", en: "Count" }
    number { id: "Banyaknya", en: "Number" }
    records { id: "Baris dibaca", en: "Rows read" }
    new { id: "Anggota baru", en: "New members" }
    updated { id: "Anggota diperbarui", en: "Members updated" }
    unchanged { id: "Anggota tanpa perubahan", en: "Unchanged members" }
    differing { id: "Kartu dengan isian lain, dibiarkan", en: "Cards with other data, left alone" }
    blank { id: "Baris kosong", en: "Blank rows" }
    rejected { id: "Baris ditolak", en: "Rejected rows" }
    line { id: "Baris", en: "Line" }
    here { id: "Di sini", en: "Here" }
    in_file { id: "Di berkas", en: "In the file" }
    changes { id: "Kartu yang sudah ada dengan isian lain:", en: "Cards that are known here with other data:" }
    more_rows(count) { id: "Dan {count} lagi.", en: "And {count} more." }
    update_takes { id: "Dengan `--update`, isian dari berkas yang diambil.", en: "With `--update` the file's data are taken." }
    first_rows { id: "Anggota baru yang pertama, seperti yang akan disimpan:", en: "The first new members, as they would be stored:" }
    next_import { id: "Jika sudah benar, ulangi tanpa `--dry-run`.", en: "If this is right, run it again without `--dry-run`." }
    never(columns) {
        id: "Sengaja tidak dibaca, karena bukan urusan perpustakaan: {columns}.",
        en: "Left out on purpose, because a library has no business to know it: {columns}.",
    }
    types_made(types) {
        id: "Jenis anggota baru: {types}. Atur dengan `member types KODE --valid-days N`.",
        en: "New member types: {types}. Set them with `member types CODE --valid-days N`.",
    }
    religion { id: "agama", en: "religion" }
    marital_status { id: "status perkawinan", en: "marital state" }
    mother { id: "nama ibu", en: "the mother's name" }
    secret { id: "kata sandi atau pin", en: "a password or pin" }
    family_card { id: "nomor kartu keluarga", en: "the family card" }
    blood_group { id: "golongan darah", en: "the blood group" }
}
