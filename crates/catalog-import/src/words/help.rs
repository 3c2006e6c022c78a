//! Help pages.

pustaka_cli::words! {
    about {
        id: "Memasukkan berkas katalog (CSV, Excel, SLiMS, INLISLite, …) ke perpustakaan.",
        en: "Brings catalogue files (CSV, Excel, SLiMS, INLISLite, …) into the library.",
    }
    example_look {
        id: "Lihat dulu apa yang akan terjadi; tidak ada yang disimpan.",
        en: "See first what would happen; nothing is stored.",
    }
    example_import { id: "Masukkan berkas itu.", en: "Bring the file in." }
    example_skip {
        id: "Dua berkas SLiMS; baris yang salah dilewati dan ditulis ke berkas lain.",
        en: "Two files of SLiMS; bad rows are left out and written to another file.",
    }

    files { id: "Berkas katalog; `-` untuk masukan standar", en: "Catalogue files; `-` is standard input" }
    file_value { id: "BERKAS", en: "FILE" }
    update {
        id: "Timpa juga isian yang sudah disunting petugas di sini",
        en: "Overwrite also the fields that staff edited here",
    }

    dialect_value { id: "BENTUK", en: "DIALECT" }
    batches { id: "Daftar kumpulan impor, yang terbaru di atas", en: "List the import batches, newest first" }
    undo {
        id: "Batalkan satu kumpulan impor seutuhnya, selama belum ada yang dipakai atau disunting",
        en: "Undo one batch as a whole, while nothing of it has been used or edited",
    }
    undo_batch { id: "Nomor kumpulan impor", en: "Number of the batch" }
    batch_value { id: "NOMOR", en: "BATCH" }
    template { id: "Tulis berkas contoh untuk diisi", en: "Write a file to fill in, with examples" }
    template_dialect { id: "Bentuk berkasnya", en: "The shape of the file" }
    template_example_excel { id: "Berkas Excel untuk diisi.", en: "An Excel file to be filled in." }
    edit {
        id: "Perbaiki isian satu judul; impor berikutnya tidak menimpanya",
        en: "Correct fields of a title; later imports leave them alone",
    }
    edit_title { id: "Nomor judul, dari catalog-search", en: "Number of the title, from catalog-search" }
    title_value { id: "NOMOR-JUDUL", en: "TITLE-ID" }
    edit_changes {
        id: "Isian baru: `publisher=Bentang`; kosong menghapus; beberapa pengarang dipisah `;`",
        en: "New values: `publisher=Bentang`; empty clears; several authors are parted by `;`",
    }
    change_value { id: "ISIAN=NILAI", en: "FIELD=VALUE" }
}
