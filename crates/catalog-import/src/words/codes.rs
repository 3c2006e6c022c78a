//! What each warning and each reason for a rejected row means.

pustaka_cli::words! {
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

    // Warnings of the catalogue.
    isbn_invalid {
        id: "Angka pemeriksa ISBN salah; disimpan seperti tercetak, tidak dipakai untuk mencocokkan.",
        en: "The ISBN fails its check digit; kept as printed, not used for matching.",
    }
    isbn_lost {
        id: "Excel membulatkan ISBN, angkanya hilang; tidak disimpan.",
        en: "Excel rounded the ISBN, its digits are lost; not stored.",
    }
    isbn_mended {
        id: "Nol di depan ISBN yang hilang dikembalikan; angka pemeriksanya cocok.",
        en: "A leading zero of the ISBN was put back; the check digit proves it.",
    }
    isbn_shared {
        id: "ISBN ini juga dipakai judul yang jelas berbeda; dicatat sebagai judul sendiri. Periksa keduanya.",
        en: "This ISBN also stands on a clearly different title; kept as a title of its own. Look at both.",
    }
    issn_invalid { id: "Angka pemeriksa ISSN salah; disimpan seperti tercetak.", en: "The ISSN fails its check digit; kept as printed." }
    item_duplicate {
        id: "Kode eksemplar sudah milik judul lain; tidak diambil.",
        en: "The item code belongs to another title; not taken.",
    }
    item_repeated {
        id: "Kode eksemplar sudah ada sebelumnya di berkas ini; tidak diambil lagi.",
        en: "The item code stands in this file before; not taken again.",
    }
    copies_differ {
        id: "Jumlah eksemplar tidak sama dengan banyaknya kode; kodenya yang dihitung.",
        en: "The number of copies is not that of the codes; the codes count.",
    }
    inventory_shared {
        id: "Satu nomor induk untuk beberapa eksemplar; hanya yang pertama memakainya.",
        en: "One accession number for several copies; only the first keeps it.",
    }
    price_unread {
        id: "Harga tidak terbaca; disimpan sebagai catatan eksemplar.",
        en: "A price can't be read; kept as a note on the copy.",
    }
    date_unread {
        id: "Tanggal tidak terbaca; disimpan sebagai catatan eksemplar.",
        en: "A date can't be read; kept as a note on the copy.",
    }
    status_unknown {
        id: "Status tidak dikenal; dianggap tersedia, dan disimpan sebagai catatan eksemplar.",
        en: "An unknown status; taken as available, and kept as a note on the copy.",
    }
    source_unknown {
        id: "Sumber tidak dikenal; disimpan sebagai catatan eksemplar.",
        en: "An unknown source; kept as a note on the copy.",
    }
    title_row_differs {
        id: "Baris ini menerangkan judulnya lain daripada baris sebelumnya; yang pertama berlaku.",
        en: "The row says something else of its title than an earlier row; the first one stands.",
    }
    title_kept {
        id: "Isian judul ini sudah disunting petugas; isi berkas tidak diambil (`--update` mengambilnya).",
        en: "Staff edited this field of the title; the file's value was not taken (`--update` takes it).",
    }
    item_kept {
        id: "Isian eksemplar ini sudah disunting petugas; isi berkas tidak diambil (`--update` mengambilnya).",
        en: "Staff edited this field of the copy; the file's value was not taken (`--update` takes it).",
    }
    text_unseen {
        id: "Tanda yang tidak terlihat di dalam teks dibuang.",
        en: "Signs in the text that can't be seen were left out.",
    }

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

    // Rows that the catalogue rejects.
    title_missing { id: "Judulnya kosong.", en: "The title is empty." }
    title_unknown(found) {
        id: "Tidak ada judul `{found}` di perpustakaan, dan kode eksemplarnya baru.",
        en: "The library has no title `{found}`, and the item code is new.",
    }
    title_ambiguous(found) {
        id: "Ada beberapa judul `{found}`; tidak jelas milik yang mana eksemplar ini.",
        en: "There are several titles `{found}`; it isn't clear whose copy this is.",
    }
    item_code_missing { id: "Kode eksemplarnya kosong.", en: "The item code is empty." }
    item_code_bad(found) {
        id: "Kode eksemplar `{found}` terlalu panjang atau memuat tanda yang tidak tercetak.",
        en: "The item code `{found}` is too long or holds signs that can't be printed.",
    }
    copies_bad(found) {
        id: "Jumlah eksemplar `{found}` bukan bilangan bulat dari 0 sampai 999.",
        en: "The number of copies `{found}` is no whole number from 0 to 999.",
    }
    price_bad(found) {
        id: "Harga `{found}` bukan jumlah rupiah bulat.",
        en: "The price `{found}` is no whole amount of rupiah.",
    }
    date_bad(found) {
        id: "`{found}` bukan tanggal; tulis 2026-11-20, 20/11/2026 atau 20 November 2026.",
        en: "`{found}` is no date; write 2026-11-20, 20/11/2026 or 20 November 2026.",
    }
}
