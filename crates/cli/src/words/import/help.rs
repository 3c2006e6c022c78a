//! Help for the options of every import.

crate::words! {
    dialect { id: "Bentuk berkas, jika tidak dikenali sendiri", en: "The shape of the file, when it isn't found by itself" }
    dialect_value { id: "BENTUK", en: "DIALECT" }
    map {
        id: "Kolom mana berisi apa: --map 'title=Nama Buku'; boleh berulang",
        en: "Which column holds what: --map 'title=Nama Buku'; repeats",
    }
    map_value { id: "ISI=JUDUL-KOLOM", en: "FIELD=HEADER" }
    delimiter {
        id: "Pemisah sel: `,` `;` `|` atau tab",
        en: "What separates cells: `,` `;` `|` or tab",
    }
    delimiter_value { id: "TANDA", en: "SIGN" }
    encoding {
        id: "Penyandian teks: utf-8, windows-1252, utf-16le, …",
        en: "Encoding of the text: utf-8, windows-1252, utf-16le, …",
    }
    encoding_value { id: "NAMA", en: "NAME" }
    sheet { id: "Lembar buku kerja yang dibaca; bawaannya yang pertama", en: "Which sheet of a workbook; the first by default" }
    sheet_value { id: "LEMBAR", en: "SHEET" }
    on_error {
        id: "Jika ada baris yang salah: jangan simpan apa pun (stop), atau simpan yang baik (skip)",
        en: "When a row is bad: store nothing (stop), or store the good ones (skip)",
    }
    on_error_value { id: "CARA", en: "WAY" }
}
