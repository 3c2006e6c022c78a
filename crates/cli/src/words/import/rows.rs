//! What is said of the rows of a file: mended, rejected, how the file was read.

crate::words! {
    // Warnings of the reader.
    encoding_assumed {
        id: "Berkas ini bukan UTF-8; dibaca sebagai Windows-1252. Periksa kata-kata contohnya.",
        en: "The file is not UTF-8; it was read as Windows-1252. Look at the sample words.",
    }
    quote_bare { id: "Tanda kutip di dalam sel dirapikan.", en: "Quotes inside a cell were put right." }
    quote_backslash {
        id: "Tanda kutip yang diawali garis miring terbalik dirapikan.",
        en: "Quotes behind backslashes were put right.",
    }
    excel_guard { id: "Sel ditulis sebagai =\"…\"; isinya diambil.", en: "A cell is written as =\"…\"; its text was taken." }
    excel_isbn_replaced {
        id: "Excel merusak ISBN di satu kolom; ISBN dari kolom lain yang diambil.",
        en: "Excel spoilt the ISBN in one column; that of the other column was taken.",
    }
    sheet_cell_error {
        id: "Sel berisi kesalahan Excel seperti #REF!; dikosongkan.",
        en: "A cell holds an error of Excel such as #REF!; left empty.",
    }
    slims_rn_scar {
        id: "Ganti baris yang dirusak SLiMS menjadi `n` atau `rn` dipulihkan.",
        en: "Line breaks that SLiMS turned into `n` or `rn` were restored.",
    }
    slims_notes_length {
        id: "SLiMS mengganti catatan dengan panjangnya; catatannya hilang dan dikosongkan.",
        en: "SLiMS replaced the notes by their length; they are lost and left empty.",
    }
    slims_notes_div { id: "Catatan dikeluarkan dari bingkai HTML-nya.", en: "The notes were taken out of their HTML frame." }
    slims_backslash { id: "Garis miring terbalik yang tersisa dibuang.", en: "Left-over backslashes were taken away." }
    slims_zero { id: "`0` yang berarti kosong dikosongkan.", en: "A `0` that stands for nothing was left empty." }
    slims_status_column_name {
        id: "Status eksemplar berisi nama kolomnya sendiri; dikosongkan.",
        en: "The item status is the column's own name; left empty.",
    }
    slims_list {
        id: "Daftar <A><B> terpotong; yang terbaca diambil. Periksa baris ini.",
        en: "A list <A><B> is cut off; what could be read was taken. Look at this row.",
    }
    isbd_tail { id: "Tanda baca katalog di ujung sel dibuang.", en: "Cataloguing punctuation at the end of a cell was taken away." }

    // Rows that the reader rejects.
    ragged(found, expected) {
        id: "Baris ini punya {found} sel, judul kolomnya {expected}.",
        en: "The row has {found} cells, the header has {expected}.",
    }
    quote_unclosed { id: "Tanda kutip dibuka dan tidak pernah ditutup.", en: "A quote opens and never closes." }
    quote_stray {
        id: "Tanda kutip di dalam sel membuat ujung selnya tidak jelas.",
        en: "Quotes inside a cell leave it unclear where the cell ends.",
    }
    at_place(line, character, sentence) {
        id: "{sentence} (baris {line}, huruf {character})",
        en: "{sentence} (line {line}, character {character})",
    }
    field_too_long(limit) { id: "Satu sel lebih panjang dari {limit} bita.", en: "A cell is longer than {limit} bytes." }
    row_too_long(limit) { id: "Baris ini lebih panjang dari {limit} bita.", en: "The row is longer than {limit} bytes." }
    too_many_columns(limit) { id: "Baris ini punya lebih dari {limit} sel.", en: "The row has more than {limit} cells." }
    nul { id: "Di dalam teks ada bita NUL.", en: "A NUL byte stands in the text." }
    broken { id: "Di dalam teks ada bita yang bukan huruf.", en: "Some bytes in the text are no letters." }
    broken_bytes(bytes) {
        id: "Bita {bytes} bukan huruf dalam penyandian berkas ini.",
        en: "The bytes {bytes} are no letters in the file's encoding.",
    }
    unreadable { id: "Baris ini tidak terbaca.", en: "The row can't be read." }

    // How the file was read.
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

    // Warnings, rejects, columns.
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
    mend_and_import(path, command) {
        id: "perbaiki {path} lalu masukkan: `{command} {path}`",
        en: "mend {path} and bring it in: `{command} {path}`",
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
    rejects_at(path) { id: "Baris yang ditolak ada di {path}.", en: "The rejected rows are in {path}." }
    template_failed { id: "Buku kerja contoh tidak dapat dibuat.", en: "The workbook can't be made." }
}
