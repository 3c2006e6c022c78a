//! What an import, an undo, a correction has done, and what to do next.

pustaka_cli::words! {
    // One sentence for a file.
    imported(file, rows, batch) {
        id: "{file}: {rows} baris masuk sebagai kumpulan impor {batch}.",
        en: "{file} came in as batch {batch}; rows: {rows}.",
    }
    nothing_new(file, rows) {
        id: "{file}: 0 baru, {rows} tidak berubah. Tidak ada yang perlu disimpan.",
        en: "{file}: 0 new, {rows} unchanged. There was nothing to store.",
    }
    no_rows(file) { id: "{file}: tidak ada baris di bawah judul kolom.", en: "{file}: there are no rows below the header." }
    would_import(file, rows) {
        id: "{file}: {rows} baris akan masuk. Belum ada yang disimpan.",
        en: "{file} would come in; rows: {rows}. Nothing is stored yet.",
    }
    not_stored(file) { id: "{file}: tidak ada yang disimpan.", en: "{file}: nothing was stored." }
    // Counts.
    count { id: "Hitungan", en: "Count" }
    number { id: "Banyaknya", en: "Number" }
    records { id: "Baris dibaca", en: "Rows read" }
    blank { id: "Baris kosong", en: "Blank rows" }
    rows_imported { id: "Baris masuk", en: "Rows that came in" }
    rows_to_import { id: "Baris yang akan masuk", en: "Rows that would come in" }
    unchanged { id: "Baris tanpa perubahan", en: "Rows that change nothing" }
    rejected { id: "Baris ditolak", en: "Rejected rows" }
    titles_new { id: "Judul baru", en: "New titles" }
    titles_matched { id: "Baris untuk judul yang sudah ada", en: "Rows for titles that are there" }
    titles_updated { id: "Judul diperbarui", en: "Titles updated" }
    items_new { id: "Eksemplar baru", en: "New copies" }
    items_unchanged { id: "Eksemplar tanpa perubahan", en: "Unchanged copies" }
    items_updated { id: "Eksemplar diperbarui", en: "Copies updated" }
    items_duplicate { id: "Kode eksemplar ganda, tidak diambil", en: "Duplicate item codes, not taken" }
    isbn_valid { id: "Baris dengan ISBN sah", en: "Rows with a valid ISBN" }
    isbn_mended { id: "… di antaranya diperbaiki", en: "… mended ones among them" }
    isbn_invalid { id: "Baris dengan ISBN tidak sah", en: "Rows with an invalid ISBN" }

    // First rows, changes.
    line { id: "Baris", en: "Line" }
    more_rows(count) { id: "Dan {count} lagi.", en: "And {count} more." }
    first_rows { id: "Baris-baris pertama, seperti yang akan disimpan:", en: "The first rows, as they would be stored:" }
    field { id: "Isian", en: "Field" }
    value { id: "Nilai", en: "Value" }
    codes_made(count) { id: "{count} eksemplar, kodenya dibuatkan", en: "{count} copies, whose codes are made" }
    changes { id: "Perubahan pada judul yang sudah ada:", en: "Changes to titles that are there:" }
    title { id: "Judul", en: "Title" }
    before { id: "Semula", en: "Before" }
    after { id: "Menjadi", en: "After" }

    // What to do next.
    next_undo(batch) {
        id: "Jika keliru: `catalog-import undo {batch}`, selama belum ada yang dipakai.",
        en: "If it was wrong: `catalog-import undo {batch}`, while nothing of it has been used.",
    }
    next_import { id: "Jika sudah benar, ulangi tanpa `--dry-run`.", en: "If this is right, run it again without `--dry-run`." }
    each_alone {
        id: "Setiap berkas dibandingkan dengan perpustakaan seperti sekarang, tanpa berkas sebelumnya.",
        en: "Each file is compared with the library as it is now, without the files before it.",
    }
    stored_files(files) { id: "Sudah tersimpan: {files}.", en: "Stored already: {files}." }
    stored_file(file, batch) { id: "{file} (kumpulan impor {batch})", en: "{file} (batch {batch})" }
    file_done(file, batch) { id: "{file}: tersimpan sebagai kumpulan impor {batch}.", en: "{file}: stored as batch {batch}." }

    // Batches and undo.
    batch { id: "Kumpulan", en: "Batch" }
    at { id: "Saat", en: "When" }
    staff { id: "Petugas", en: "Staff" }
    file { id: "Berkas", en: "File" }
    dialect { id: "Bentuk", en: "Dialect" }
    rows { id: "Baris", en: "Rows" }
    undone { id: "Dibatalkan", en: "Undone" }
    no_batches { id: "Belum ada kumpulan impor.", en: "There are no batches yet." }
    undone_done(batch) { id: "Kumpulan impor {batch} dibatalkan.", en: "Batch {batch} was undone." }
    undone_would(batch) {
        id: "Kumpulan impor {batch} dapat dibatalkan. Belum ada yang diubah.",
        en: "Batch {batch} can be undone. Nothing is changed yet.",
    }
    titles_removed { id: "Judul dikeluarkan", en: "Titles taken out" }
    items_removed { id: "Eksemplar dikeluarkan", en: "Copies taken out" }
    titles_restored { id: "Judul dikembalikan seperti semula", en: "Titles put back as they were" }
    items_restored { id: "Eksemplar dikembalikan seperti semula", en: "Copies put back as they were" }
    batch_bad(typed) { id: "`{typed}` bukan nomor kumpulan impor.", en: "`{typed}` is no number of a batch." }
    batch_hint { id: "lihat nomornya dengan `catalog-import batches`", en: "see the numbers with `catalog-import batches`" }

    // Corrections.
    edited(id, title) { id: "Judul {id}, {title}, sudah diperbaiki.", en: "Title {id}, {title}, was corrected." }
    would_edit(id, title) {
        id: "Judul {id}, {title}, akan diperbaiki begini. Belum ada yang disimpan.",
        en: "Title {id}, {title}, would be corrected so. Nothing is stored yet.",
    }
    change_form(typed) { id: "`{typed}` tidak berbentuk ISIAN=NILAI.", en: "`{typed}` is not FIELD=VALUE." }
    field_of_item(field) {
        id: "`{field}` bukan isian judul yang dapat diperbaiki di sini.",
        en: "`{field}` is no field of a title that can be corrected here.",
    }
    edit_bad(field, value) {
        id: "`{value}` tidak dapat dipakai untuk {field}.",
        en: "`{value}` can't be used for {field}.",
    }
    title_bad(typed) { id: "`{typed}` bukan nomor judul.", en: "`{typed}` is no number of a title." }
    title_hint { id: "cari nomornya dengan `catalog-search`", en: "find the number with `catalog-search`" }
}
