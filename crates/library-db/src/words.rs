//! The words of `library-db`.

pustaka_cli::words! {
    about {
        id: "Merawat berkas perpustakaan: membuat, memeriksa, mencadangkan, memulihkan, mengatur.",
        en: "Looks after the library file: makes, checks, backs up, restores and sets it.",
    }
    example_init { id: "Membuat perpustakaan baru di tempat bawaan.", en: "Makes a new library in the default place." }
    example_backup {
        id: "Mencadangkan, juga ketika petugas sedang bekerja.",
        en: "Makes a backup, also while people work.",
    }
    example_check { id: "Memeriksa berkas dan aturan di dalamnya.", en: "Checks the file and the rules inside it." }

    init { id: "Buat berkas perpustakaan baru", en: "Make a new library file" }
    init_name { id: "Nama perpustakaan, seperti di surat dan poster", en: "The library's name, as on letters and posters" }
    name_value { id: "NAMA", en: "NAME" }
    force_file_system {
        id: "Terima juga diska jaringan atau asing, dengan risiko rusak",
        en: "Take a network or foreign disk all the same, at the risk of damage",
    }
    made(path) { id: "Perpustakaan {path} sudah dibuat.", en: "The library {path} was made." }

    settings { id: "Lihat atau ubah pengaturan", en: "Show or change settings" }
    settings_key { id: "Nama pengaturan; tanpa ini, semuanya", en: "Name of the setting; without it, all" }
    settings_value { id: "Isi baru; tanpa ini, isi sekarang ditunjukkan", en: "New value; without it, the present one is shown" }
    key_value { id: "NAMA", en: "KEY" }
    value_value { id: "ISI", en: "VALUE" }

    manual { id: "Tulis halaman manual semua alat", en: "Write the manual pages of all tools" }
    manual_folder { id: "Folder untuk halaman-halamannya", en: "Folder for the pages" }
    folder_value { id: "FOLDER", en: "FOLDER" }
    completions { id: "Tulis pelengkap perintah semua alat untuk shell", en: "Write shell completions for all tools" }
    completions_shell { id: "Untuk shell yang mana", en: "For which shell" }
    shell_value { id: "SHELL", en: "SHELL" }
}
