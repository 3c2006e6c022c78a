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
    would_make(path) { id: "Perpustakaan {path} akan dibuat.", en: "The library {path} would be made." }
    made(path) { id: "Perpustakaan {path} sudah dibuat.", en: "The library {path} was made." }

    check { id: "Periksa apakah berkas perpustakaan sehat", en: "Check that the library file is sound" }
    check_deep {
        id: "Periksa juga isinya: judul, eksemplar, kumpulan impor, indeks pencarian",
        en: "Check what is in it too: titles, copies, batches, search index",
    }
    sound(path) { id: "{path} sehat.", en: "{path} is sound." }
    unsound(count, path) { id: "{count} hal di {path} tidak seperti seharusnya.", en: "{count} things in {path} are not as they must be." }
    unsound_hint {
        id: "jangan diubah; pulihkan cadangan terakhir yang sehat dengan `library-db restore`",
        en: "leave it as it is, and restore the last sound backup with `library-db restore`",
    }
    table { id: "Tabel", en: "Table" }
    rows { id: "Baris", en: "Rows" }
    chain_whole(entries, head) {
        id: "Jurnal utuh: {entries} tindakan, ujungnya {head}.",
        en: "The journal is whole: {entries} actions, its head is {head}.",
    }
    finding_code { id: "Kode", en: "Code" }
    finding_record { id: "Di mana", en: "Where" }
    finding_message { id: "Apa", en: "What" }
    more_findings(code, count, listed) {
        id: "{code}: semuanya {count}, yang ditunjukkan {listed}.",
        en: "{code}: {count} in all, {listed} are shown.",
    }

    doctor { id: "Lihat apa yang perlu dirawat di komputer ini", en: "See what needs care on this computer" }
    all_well { id: "Semuanya baik.", en: "All is well." }
    looked_at { id: "Hal", en: "What" }
    found { id: "Keadaan", en: "Found" }
    well { id: "Baik", en: "Well" }
    advice { id: "Saran", en: "Advice" }
    look_version { id: "Versi", en: "Version" }
    look_programs { id: "Alat yang terpasang", en: "Installed tools" }
    look_db { id: "Berkas perpustakaan", en: "Library file" }
    look_open { id: "Dapat dibuka", en: "Can be opened" }
    look_file { id: "Ukuran dan izin", en: "Size and permissions" }
    look_disk { id: "Ruang diska", en: "Disk space" }
    look_clock { id: "Jam", en: "Clock" }
    look_name { id: "Nama perpustakaan", en: "Name of the library" }
    look_backup { id: "Cadangan terakhir", en: "Last backup" }
    missing_programs(programs) { id: "belum ada: {programs}", en: "missing: {programs}" }
    size_and_mode(size, mode) { id: "{size} MiB, izin {mode}", en: "{size} MiB, mode {mode}" }
    free(size) { id: "{size} MiB kosong", en: "{size} MiB free" }
    advice_open { id: "lihat kesalahan di bawah", en: "see the error below" }
    advice_mode { id: "tutup bagi orang lain: `chmod o= BERKAS`", en: "close it to others: `chmod o= FILE`" }
    advice_disk { id: "kosongkan ruang, atau pindahkan cadangan", en: "free some space, or move backups away" }
    advice_clock { id: "jam lebih awal daripada catatan terakhir; setel jam komputer", en: "the clock is before the last entry; set it" }
    advice_name {
        id: "isi dengan `library-db settings library.name 'NAMA'`",
        en: "set it with `library-db settings library.name 'NAME'`",
    }

    settings { id: "Lihat atau ubah pengaturan", en: "Show or change settings" }
    settings_key { id: "Nama pengaturan; tanpa ini, semuanya", en: "Name of the setting; without it, all" }
    settings_value { id: "Isi baru; tanpa ini, isi sekarang ditunjukkan", en: "New value; without it, the present one is shown" }
    key_value { id: "NAMA", en: "KEY" }
    value_value { id: "ISI", en: "VALUE" }

    key { id: "Pengaturan", en: "Setting" }
    value { id: "Isi", en: "Value" }
    default { id: "Bawaan", en: "Default" }
    set { id: "Disetel", en: "Set" }
    meaning { id: "Untuk apa", en: "What it is for" }
    setting_same(key, value) { id: "{key} sudah berisi `{value}`.", en: "{key} is `{value}` already." }
    setting_changed(key, before, after) {
        id: "{key} diubah dari `{before}` menjadi `{after}`.",
        en: "{key} was changed from `{before}` to `{after}`.",
    }
    setting_would_change(key, before, after) {
        id: "{key} akan diubah dari `{before}` menjadi `{after}`.",
        en: "{key} would be changed from `{before}` to `{after}`.",
    }
    means_library_name {
        id: "Nama perpustakaan di surat, poster, dan laporan",
        en: "The library's name on letters, posters and reports",
    }
    means_keep_daily { id: "Berapa hari cadangan terakhirnya disimpan", en: "How many days keep their last backup" }
    means_keep_weekly { id: "Berapa minggu cadangan terakhirnya disimpan", en: "How many weeks keep their last backup" }
    means_keep_monthly { id: "Berapa bulan cadangan terakhirnya disimpan", en: "How many months keep their last backup" }

    manual { id: "Tulis halaman manual semua alat", en: "Write the manual pages of all tools" }
    manual_folder { id: "Folder untuk halaman-halamannya", en: "Folder for the pages" }
    folder_value { id: "FOLDER", en: "FOLDER" }
    completions { id: "Tulis pelengkap perintah semua alat untuk shell", en: "Write shell completions for all tools" }
    completions_shell { id: "Untuk shell yang mana", en: "For which shell" }
    shell_value { id: "SHELL", en: "SHELL" }
    file { id: "Berkas", en: "File" }
    manual_written(folder) {
        id: "Baca dengan `man -M {folder} library-db`.",
        en: "Read them with `man -M {folder} library-db`.",
    }
    no_folder_made(folder) { id: "Folder {folder} tidak dapat dibuat.", en: "The folder {folder} can't be made." }
    program_missing(program) {
        id: "{program} tidak terpasang di samping library-db, jadi tidak ikut ditulis.",
        en: "{program} is not installed beside library-db, so it is left out.",
    }
    program_failed(program) { id: "{program} tidak dapat dijalankan.", en: "{program} can't be run." }
    program_strange(program) {
        id: "{program} tidak menjelaskan dirinya seperti yang diharapkan.",
        en: "{program} does not describe itself as expected.",
    }
    install_together { id: "pasang semua alat dari versi yang sama", en: "install all tools of the same version" }
}
