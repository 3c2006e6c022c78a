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
    shape(dialect, encoding, delimiter) {
        id: "Bentuk {dialect}, penyandian {encoding}, pemisah {delimiter}.",
        en: "Dialect {dialect}, encoding {encoding}, separator {delimiter}.",
    }
    shape_sheet(dialect, encoding, sheet) {
        id: "Bentuk {dialect}, {encoding}, lembar `{sheet}`.",
        en: "Dialect {dialect}, {encoding}, sheet `{sheet}`.",
    }
    header_at(line) { id: "Judul kolom di baris {line}.", en: "The header is in line {line}." }
    no_header { id: "Tanpa judul kolom; isinya dikenali dari urutan kolom.", en: "No header; columns are known by their place." }
    skipped(lines) { id: "Baris di atas judul kolom dilewati: {lines}.", en: "Lines above the header were passed over: {lines}." }
    comma { id: "koma", en: "comma" }
    tab { id: "tab", en: "tab" }

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

    // Warnings, rejects, columns, first rows, changes.
    warnings { id: "Yang dirapikan, atau perlu Anda periksa:", en: "What was mended, or needs a look:" }
    code { id: "Kode", en: "Code" }
    times { id: "Kali", en: "Times" }
    first_line { id: "Baris pertama", en: "First line" }
    column { id: "Kolom", en: "Column" }
    found { id: "Tertulis", en: "Found" }
    stored { id: "Disimpan", en: "Stored" }
    meaning { id: "Artinya", en: "Meaning" }
    rejected_rows { id: "Baris yang ditolak:", en: "Rejected rows:" }
    line { id: "Baris", en: "Line" }
    reason { id: "Sebab", en: "Reason" }
    more_rows(count) { id: "Dan {count} lagi.", en: "And {count} more." }
    columns { id: "Arti tiap kolom:", en: "What each column is taken for:" }
    place { id: "Ke-", en: "No." }
    heading { id: "Judul kolom", en: "Heading" }
    taken_for { id: "Dibaca sebagai", en: "Taken for" }
    not_read(headers) {
        id: "Tidak dibaca: {headers}. Tentukan dengan `--map 'ISIAN=JUDUL-KOLOM'`.",
        en: "Not read: {headers}. Decide with `--map 'FIELD=HEADER'`.",
    }
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
    rejects_at(path) { id: "Baris yang ditolak ada di {path}.", en: "The rejected rows are in {path}." }
    stored_files(files) { id: "Sudah tersimpan: {files}.", en: "Stored already: {files}." }
    stored_file(file, batch) { id: "{file} (kumpulan impor {batch})", en: "{file} (batch {batch})" }
    file_done(file, batch) { id: "{file}: tersimpan sebagai kumpulan impor {batch}.", en: "{file}: stored as batch {batch}." }

    // Rejected rows as a failure.
    rows_rejected(file, rejected, records) {
        id: "{file}: {rejected} dari {records} baris tidak dapat diambil, jadi tidak ada yang disimpan.",
        en: "{file}: {rejected} of {records} rows can't be taken, so nothing was stored.",
    }
    rows_left_out(file, rejected, records) {
        id: "{file}: {rejected} dari {records} baris tidak dapat diambil; selebihnya tersimpan.",
        en: "{file}: {rejected} of {records} rows can't be taken; the others are stored.",
    }
    rows_all_bad(file, rejected, records) {
        id: "{file}: {rejected} dari {records} baris tidak dapat diambil, dan selebihnya tidak membawa yang baru.",
        en: "{file}: {rejected} of {records} rows can't be taken, and the others bring nothing new.",
    }
    rows_would_fail(file, rejected, records) {
        id: "{file}: {rejected} dari {records} baris tidak akan dapat diambil.",
        en: "{file}: {rejected} of {records} rows could not be taken.",
    }
    row_at(file, line, column, reason) { id: "{file}:{line}: kolom `{column}`: {reason}", en: "{file}:{line}: column `{column}`: {reason}" }
    row_whole(file, line, reason) { id: "{file}:{line}: {reason}", en: "{file}:{line}: {reason}" }
    mend_or_skip(path) {
        id: "perbaiki baris yang ada di {path}, atau simpan yang baik saja dengan `--on-error skip`",
        en: "mend the rows that are in {path}, or store only the good ones with `--on-error skip`",
    }
    mend_or_skip_here {
        id: "perbaiki barisnya, atau simpan yang baik saja dengan `--on-error skip`",
        en: "mend the rows, or store only the good ones with `--on-error skip`",
    }
    mend_and_import(path) {
        id: "perbaiki {path} lalu masukkan: `catalog-import {path}`",
        en: "mend {path} and bring it in: `catalog-import {path}`",
    }
    mend_rows { id: "perbaiki barisnya, lalu ulangi", en: "mend the rows, then try again" }
    rejects_failed(path) {
        id: "Berkas untuk baris yang ditolak, {path}, tidak dapat ditulis.",
        en: "The file for the rejected rows, {path}, can't be written.",
    }
    rejects_failed_stored(path) {
        id: "Baris yang baik sudah tersimpan, tetapi {path} dengan baris yang ditolak tidak dapat ditulis.",
        en: "The good rows are stored, but {path} with the rejected rows can't be written.",
    }
    spool_failed { id: "Masukan standar tidak dapat dibaca.", en: "Standard input can't be read." }

    template_failed { id: "Buku kerja contoh tidak dapat dibuat.", en: "The workbook can't be made." }

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
