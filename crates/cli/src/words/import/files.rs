//! Why a whole file is refused, and what to do about it.

crate::words! {
    /// Where something stands in a file: `buku.csv:12:3: Sentence.`
    placed(file, line, column, sentence) { id: "{file}:{line}:{column}: {sentence}", en: "{file}:{line}:{column}: {sentence}" }
    unplaced(file, sentence) { id: "{file}: {sentence}", en: "{file}: {sentence}" }
    standard_input { id: "masukan standar", en: "standard input" }

    unreadable { id: "Berkas ini tidak dapat dibaca.", en: "The file can't be read." }
    missing { id: "Berkas ini tidak ada.", en: "There is no such file." }
    no_permission { id: "Anda tidak berhak membaca berkas ini.", en: "You may not read this file." }
    not_a_file {
        id: "Ini folder, saluran, atau perangkat, bukan berkas.",
        en: "This is a folder, a pipe or a device, not a file.",
    }
    not_a_file_hint(command) {
        id: "dari saluran, baca masukan standar: `{command} - < berkas`",
        en: "from a pipe, read standard input: `{command} - < file`",
    }
    the_library {
        id: "Ini berkas perpustakaan itu sendiri, bukan berkas untuk diimpor.",
        en: "This is the library file itself, not a file to be brought in.",
    }
    empty { id: "Berkas ini kosong.", en: "The file is empty." }
    empty_hint(command) {
        id: "contoh berkas untuk diisi: `{command}`",
        en: "a file to fill in: `{command}`",
    }
    not_text { id: "Berkas ini bukan teks.", en: "The file is not text." }
    not_text_kind(kind) { id: "Berkas ini bukan teks, melainkan {kind}.", en: "The file is not text but {kind}." }
    not_text_hint {
        id: "simpan dulu sebagai CSV atau .xlsx dari program asalnya",
        en: "save it as CSV or .xlsx from the program it came from",
    }
    utf16_hint(encoding) { id: "coba `--encoding {encoding}`", en: "try `--encoding {encoding}`" }
    nul { id: "Di dalam judul kolom ada bita NUL.", en: "A NUL byte stands in the header." }
    broken(bytes, encoding) {
        id: "Bita {bytes} bukan huruf dalam {encoding}.",
        en: "The bytes {bytes} are no letters in {encoding}.",
    }
    encoding_hint { id: "sebut penyandiannya, misalnya `--encoding windows-1252`", en: "name the encoding, `--encoding windows-1252` for one" }
    encoding_unknown(label) { id: "Penyandian `{label}` tidak dikenal.", en: "There is no encoding `{label}`." }
    quote_unclosed {
        id: "Tanda kutip dibuka di sini dan tidak pernah ditutup.",
        en: "A quote opens here and never closes.",
    }
    quote_hint {
        id: "tutup tanda kutipnya, atau periksa pemisahnya dengan `--delimiter`",
        en: "close the quote, or look at the separator with `--delimiter`",
    }
    field_too_long(limit) { id: "Judul kolom lebih panjang dari {limit} bita.", en: "A heading is longer than {limit} bytes." }
    row_too_long(limit) { id: "Baris judul kolom lebih panjang dari {limit} bita.", en: "The header is longer than {limit} bytes." }
    too_many_columns(limit) {
        id: "Baris judul punya lebih dari {limit} kolom.",
        en: "The header has more than {limit} columns.",
    }
    limits_hint {
        id: "periksa pemisahnya dengan `--delimiter`, atau bagi berkasnya",
        en: "look at the separator with `--delimiter`, or part the file",
    }
    header_missing(needs) {
        id: "Tidak ada kolom yang dikenali sebagai {needs}.",
        en: "No column can be taken for {needs}.",
    }
    headers_are(headers) { id: "Yang ada: {headers}.", en: "There are: {headers}." }
    more(count) { id: "dan {count} lagi", en: "and {count} more" }
    no_headers { id: "Tidak ada judul kolom.", en: "There are no headings." }
    header_missing_hint(field) {
        id: "sebut kolomnya: `--map '{field}=JUDUL-KOLOM'`",
        en: "name the column: `--map '{field}=HEADER'`",
    }
    header_duplicate(header, first, second) {
        id: "Kolom {second}, `{header}`, berisi hal yang sama dengan kolom {first}.",
        en: "Column {second}, `{header}`, means the same as column {first}.",
    }
    header_duplicate_hint {
        id: "ganti salah satu judul kolomnya, atau tentukan dengan `--map`",
        en: "change one of the headings, or decide with `--map`",
    }
    map_unknown(header) { id: "Tidak ada kolom `{header}`.", en: "There is no column `{header}`." }
    map_twice(field, header) {
        id: "`--map {field}={header}`: isian atau judul kolom itu sudah dipakai.",
        en: "`--map {field}={header}`: that field or that heading is used already.",
    }
    did_you_mean(name) { id: "maksud Anda `{name}`?", en: "did you mean `{name}`?" }
    dialect_mismatch(dialect, expected, found) {
        id: "Bentuk {dialect} punya {expected} kolom, berkas ini {found}.",
        en: "The dialect {dialect} has {expected} columns, this file {found}.",
    }
    dialect_hint { id: "tanpa `--dialect`, bentuknya dicari sendiri", en: "without `--dialect` the shape is found by itself" }
    sheet_encrypted { id: "Buku kerja ini terkunci dengan kata sandi.", en: "The workbook is locked with a password." }
    sheet_encrypted_hint { id: "buka di Excel dan simpan tanpa kata sandi", en: "open it in Excel and save it without the password" }
    sheet_renamed(named, is) {
        id: "Namanya berakhir .{named}, isinya {is}.",
        en: "Its name ends in .{named}, its content is {is}.",
    }
    sheet_renamed_hint(is) { id: "ganti akhiran namanya menjadi .{is}", en: "change the ending of its name to .{is}" }
    sheet_not_zip(named) { id: "Namanya berakhir .{named}, tetapi ini bukan buku kerja.", en: "Its name ends in .{named}, but it is no workbook." }
    sheet_entity(part) {
        id: "Buku kerja ini memuat entitas XML di {part}, yang tidak dibuat program lembar kerja mana pun.",
        en: "The workbook declares XML entities in {part}, which no spreadsheet program writes.",
    }
    sheet_too_big { id: "Buku kerja ini terlalu besar.", en: "The workbook is too big." }
    sheet_compressed(limit) { id: "Berkasnya paling besar {limit} bita.", en: "The file may have at most {limit} bytes." }
    sheet_inflated(limit) { id: "Isinya paling besar {limit} bita.", en: "Its content may have at most {limit} bytes." }
    sheet_cells(limit) { id: "Selnya paling banyak {limit}.", en: "It may have at most {limit} cells." }
    sheet_csv_hint { id: "simpan lembarnya sebagai CSV", en: "save the sheet as CSV" }
    sheet_missing(sheet) { id: "Tidak ada lembar `{sheet}`.", en: "There is no sheet `{sheet}`." }
    sheet_broken(part) { id: "Buku kerja ini rusak di {part}.", en: "The workbook is damaged in {part}." }
    sheet_broken_hint { id: "buka di Excel dan simpan lagi", en: "open it in Excel and save it again" }

    // Options.
    map_form(typed) { id: "`--map {typed}` tidak berbentuk ISIAN=JUDUL-KOLOM.", en: "`--map {typed}` is not FIELD=HEADER." }
    field_unknown(field) { id: "Tidak ada isian `{field}`.", en: "There is no field `{field}`." }
    fields_are(fields) { id: "Isiannya: {fields}.", en: "The fields are: {fields}." }
    delimiter_bad(typed) { id: "`{typed}` bukan pemisah.", en: "`{typed}` is no separator." }
    delimiter_rule {
        id: "Pemisah adalah satu tanda: `,` `;` `|` atau `tab`.",
        en: "A separator is one sign: `,` `;` `|` or `tab`.",
    }
    spool_failed { id: "Masukan standar tidak dapat dibaca.", en: "Standard input can't be read." }
}
