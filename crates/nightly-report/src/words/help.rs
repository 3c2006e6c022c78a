//! Help pages.

pustaka_cli::words! {
    about { id: "Menjalankan pekerjaan malam perpustakaan dan menyusun laporannya.", en: "Runs the night of the library and writes its reports." }
}
