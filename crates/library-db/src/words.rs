//! The words of `library-db`.

pustaka_cli::words! {
    about {
        id: "Merawat berkas perpustakaan: membuat, memeriksa, mencadangkan, memulihkan, mengatur.",
        en: "Looks after the library file: makes, checks, backs up, restores and sets it.",
    }
    example_init {
        id: "Membuat perpustakaan baru di tempat bawaan.",
        en: "Makes a new library in the default place.",
    }
    example_backup {
        id: "Mencadangkan, juga ketika petugas sedang bekerja.",
        en: "Makes a backup, also while people work.",
    }
    example_check { id: "Memeriksa berkas dan aturan di dalamnya.", en: "Checks the file and the rules inside it." }

    init { id: "Buat berkas perpustakaan baru", en: "Make a new library file" }
    init_name {
        id: "Nama perpustakaan, seperti di surat dan poster",
        en: "The library's name, as on letters and posters",
    }
    name_value { id: "NAMA", en: "NAME" }
    would_make(path) { id: "Perpustakaan {path} akan dibuat.", en: "The library {path} would be made." }
    made(path) { id: "Perpustakaan {path} sudah dibuat.", en: "The library {path} was made." }

    check { id: "Periksa apakah berkas perpustakaan sehat", en: "Check that the library file is sound" }
    check_deep {
        id: "Periksa juga isinya: judul, eksemplar, kumpulan impor, indeks pencarian",
        en: "Check what is in it too: titles, copies, batches, search index",
    }
    sound(path) { id: "{path} sehat.", en: "{path} is sound." }
    unsound(count, path) {
        id: "{count} hal di {path} tidak seperti seharusnya.",
        en: "{count} things in {path} are not as they must be.",
    }
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

    backup {
        id: "Buat cadangan yang sudah diperiksa, juga ketika petugas bekerja",
        en: "Make a verified backup, also while people work",
    }
    backup_long {
        id: "Membuat cadangan ketika petugas tetap bekerja: disalin, diperiksa, baru diberi nama. Di sampingnya ada \
             sidik SHA-256 yang dapat diperiksa dengan `sha256sum -c`. Cadangan lama di folder itu dihapus menurut \
             pengaturan backup.keep-daily, backup.keep-weekly, dan backup.keep-monthly: yang terakhir dari tiap \
             hari, minggu, dan bulan terbaru tetap disimpan.",
        en: "Makes a backup while people go on working: copied, looked over, and only then named. Beside it stands \
             its SHA-256, which `sha256sum -c` reads. Older backups in the folder go as the settings \
             backup.keep-daily, backup.keep-weekly and backup.keep-monthly say: the last of each of the newest \
             days, weeks and months stays.",
    }
    backup_folder {
        id: "Folder untuk cadangan, sebaiknya di diska lain",
        en: "Folder for backups, best on another disk",
    }
    backed_up(path) { id: "Cadangan dibuat dan diperiksa: {path}", en: "Backup made and verified: {path}" }
    would_back_up(folder) {
        id: "Cadangan akan dibuat di {folder}. Yang sudah ada:",
        en: "A backup would be made in {folder}. There already:",
    }
    digest_is(digest) { id: "SHA-256: {digest}", en: "SHA-256: {digest}" }
    removed(path) { id: "Cadangan lama dihapus: {path}", en: "Old backup removed: {path}" }
    at { id: "Kapan", en: "When" }
    bytes { id: "Bita", en: "Bytes" }

    restore { id: "Pulihkan cadangan ke berkas baru", en: "Restore a backup into a new file" }
    restore_long {
        id: "Menyalin cadangan ke berkas baru, membandingkan sidiknya, dan memeriksa seluruh isinya. Berkas yang \
             sudah ada tidak pernah ditimpa: pulihkan dulu ke nama baru, periksa, lalu pakai dengan --db.",
        en: "Copies a backup into a new file, compares its digest and looks all of it over. A file that exists is \
             never replaced: restore under a new name, look at it, then use it with --db.",
    }
    restore_backup { id: "Berkas cadangan", en: "The backup" }
    restore_to {
        id: "Berkas perpustakaan baru, belum boleh ada; tanpa ini, tempat --db",
        en: "The new library file, must not exist yet; without it, the place of --db",
    }
    file_value { id: "BERKAS", en: "FILE" }
    restored(from, to) { id: "{from} dipulihkan dan diperiksa: {to}", en: "{from} was restored and verified: {to}" }
    would_restore(from, to) {
        id: "{from} dapat dipulihkan ke {to}.",
        en: "{from} can be restored to {to}.",
    }
    digest_same {
        id: "Sidiknya sama dengan ketika cadangan dibuat.",
        en: "Its digest is the one from when it was made.",
    }
    digest_absent {
        id: "Di samping cadangan tidak ada sidik untuk dibandingkan.",
        en: "No digest stood beside the backup to compare.",
    }
    no_backup(path) { id: "Tidak ada cadangan {path}.", en: "There is no backup {path}." }
    no_backup_hint {
        id: "lihat isi folder cadangan dengan `ls`",
        en: "look into the folder of backups with `ls`",
    }

    upgrade {
        id: "Mutakhirkan berkas dari versi lama, setelah cadangan dibuat",
        en: "Bring a file of an older version up to date, after a backup",
    }
    upgrade_backups {
        id: "Folder untuk cadangan; tanpa ini, folder perpustakaan",
        en: "Folder for the backup; without it, the library's own",
    }
    newest_already(schema) {
        id: "Berkas sudah mutakhir (skema {schema}).",
        en: "The file is up to date (schema {schema}).",
    }
    would_upgrade(from, to) {
        id: "Skema akan dimutakhirkan dari {from} ke {to}.",
        en: "The schema would go from {from} to {to}.",
    }
    upgraded(from, to) { id: "Skema dimutakhirkan dari {from} ke {to}.", en: "The schema went from {from} to {to}." }

    journal { id: "Lihat siapa melakukan apa, kapan", en: "See who did what, and when" }
    journal_last { id: "Berapa tindakan terakhir", en: "How many of the last actions" }
    count_value { id: "JUMLAH", en: "COUNT" }
    number { id: "No.", en: "No." }
    staff { id: "Petugas", en: "Staff" }
    action { id: "Tindakan", en: "Action" }
    detail { id: "Rincian", en: "Detail" }

    doctor { id: "Lihat apa yang perlu dirawat di komputer ini", en: "See what needs care on this computer" }
    doctor_backups { id: "Folder cadangan yang ikut dilihat", en: "Folder of backups to look at too" }
    all_well { id: "Semuanya baik.", en: "All is well." }
    looked_at { id: "Hal", en: "What" }
    found { id: "Keadaan", en: "Found" }
    advice { id: "Yang perlu dikerjakan", en: "To be seen to" }
    look_version { id: "Versi", en: "Version" }
    look_sqlite { id: "SQLite", en: "SQLite" }
    look_programs { id: "Alat yang terpasang", en: "Installed tools" }
    look_db { id: "Berkas perpustakaan", en: "Library file" }
    look_schema { id: "Skema", en: "Schema" }
    schema_of(file, program) { id: "{file} dari {program}", en: "{file} of {program}" }
    look_size { id: "Ukuran", en: "Size" }
    look_log { id: "Catatan WAL", en: "Write-ahead log" }
    look_mode { id: "Izin", en: "Permissions" }
    modes(file, folder) { id: "berkas {file}, folder {folder}", en: "file {file}, folder {folder}" }
    look_file_system { id: "Sistem berkas", en: "File system" }
    look_free { id: "Ruang kosong", en: "Free space" }
    look_journal { id: "Tindakan di jurnal", en: "Actions in the journal" }
    look_backup { id: "Cadangan terakhir", en: "Last backup" }
    look_night { id: "Malam terakhir", en: "Last night closed" }
    advise_programs(programs) {
        id: "Belum terpasang di samping library-db: {programs}. Pasang semua alat dari versi yang sama.",
        en: "Not installed beside library-db: {programs}. Install all tools of the same version.",
    }
    advise_upgrade {
        id: "Berkas dari versi lama: jalankan `library-db upgrade`.",
        en: "The file is of an older version: run `library-db upgrade`.",
    }
    advise_clock(last) {
        id: "Jam komputer lebih awal daripada catatan terakhir ({last}): setel jamnya.",
        en: "The clock is before the last entry ({last}): set it.",
    }
    advise_in_memory {
        id: "Berkas berada di memori dan hilang ketika komputer dimatikan: pindahkan ke diska.",
        en: "The file lies in memory and is gone when the machine is switched off: move it to a disk.",
    }
    advise_file_system {
        id: "Diska jaringan atau asing dapat merusak berkas: pindahkan ke diska komputer ini.",
        en: "A network or foreign disk can damage the file: move it to a disk of this computer.",
    }
    advise_open_to_all {
        id: "Orang di luar grup dapat membuka berkas: tutup dengan `chmod o= BERKAS`.",
        en: "People outside the group can open the file: close it with `chmod o= FILE`.",
    }
    advise_folder_open {
        id: "Orang di luar grup dapat menaruh berkas di foldernya: tutup dengan `chmod o-w FOLDER`.",
        en: "People outside the group can put files into its folder: close it with `chmod o-w FOLDER`.",
    }
    advise_folder_group {
        id: "Berkas baru di foldernya bukan milik grup: setel dengan `chmod 2770 FOLDER`.",
        en: "New files in its folder are not the group's: set it with `chmod 2770 FOLDER`.",
    }
    advise_space {
        id: "Ruang kosong kurang dari ukuran perpustakaan: kosongkan sebagian diska.",
        en: "Less is free than the library is long: make space on the disk.",
    }
    advise_log {
        id: "Catatan WAL lebih panjang daripada perpustakaan: ada program yang terus membaca; tutup program itu.",
        en: "The write-ahead log is longer than the library: some program keeps reading; close it.",
    }
    advise_no_backup {
        id: "Belum ada cadangan di folder itu: jalankan `library-db backup FOLDER`.",
        en: "There is no backup in that folder: run `library-db backup FOLDER`.",
    }
    advise_old_backup(days) {
        id: "Cadangan terakhir berumur {days} hari: jalankan `library-db backup FOLDER` setiap malam.",
        en: "The last backup is {days} days old: run `library-db backup FOLDER` every night.",
    }

    advise_night_ahead(day) {
        id: "Malam {day} sudah ditutup, padahal hari itu belum lewat, dan sampai hari itu tidak ada malam yang dijalankan: periksa jam komputer, lalu jalankan `nightly-report reopen`.",
        en: "The night of {day} is closed, but that day is not over, and until then no night is run: look at the machine's clock, then run `nightly-report reopen`.",
    }
    advise_night_missed(days) {
        id: "{days} hari belum ditutup oleh malam: jalankan `nightly-report run`, dan pasang jadwalnya dari `nightly-report install`.",
        en: "{days} days were closed by no night: run `nightly-report run`, and set up the schedule of `nightly-report install`.",
    }
    advise_night_backup(days) {
        id: "Sudah {days} hari tidak ada cadangan yang baik: lihat sebabnya dengan `nightly-report run -v`, atau buat sekarang dengan `library-db backup FOLDER`.",
        en: "For {days} days there was no good backup: see why with `nightly-report run -v`, or make one now with `library-db backup FOLDER`.",
    }

    settings { id: "Lihat atau ubah pengaturan", en: "Show or change settings" }
    settings_key { id: "Nama pengaturan; tanpa ini, semuanya", en: "Name of the setting; without it, all" }
    settings_value {
        id: "Isi baru; tanpa ini, isi sekarang ditunjukkan",
        en: "New value; without it, the present one is shown",
    }
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
    means_keep_weekly {
        id: "Berapa minggu cadangan terakhirnya disimpan",
        en: "How many weeks keep their last backup",
    }
    means_keep_monthly {
        id: "Berapa bulan cadangan terakhirnya disimpan",
        en: "How many months keep their last backup",
    }
    means_card_pattern {
        id: "Pola nomor kartu anggota; deretan nol diganti nomor urut",
        en: "Pattern of card numbers; a run of zeros becomes the running number",
    }
    means_guardian_below {
        id: "Di bawah umur ini, wali menyetujui keanggotaan",
        en: "Below this age a guardian agrees to the membership",
    }
    means_owes_limit {
        id: "Anggota yang berutang lebih dari sekian rupiah tidak dapat meminjam",
        en: "A member who owes more rupiah than this can't borrow",
    }
    means_overdue_blocks {
        id: "1: anggota yang terlambat mengembalikan tidak dapat meminjam",
        en: "1: a member with something overdue can't borrow",
    }
    means_lost_price {
        id: "Ganti rugi buku hilang yang tidak punya harga, dalam rupiah",
        en: "What a lost copy without a price costs, in rupiah",
    }
    means_lost_reversal_days {
        id: "Sekian hari sesudah dilaporkan hilang, ganti rugi dibatalkan bila buku ditemukan",
        en: "For so many days after a loss its charge is reversed when the copy is found",
    }
    means_hold_shelf_days {
        id: "Berapa hari buka buku pesanan disisihkan untuk pemesannya",
        en: "How many open days a copy on hold is kept aside",
    }
    means_hold_limit {
        id: "Berapa pesanan yang boleh dimiliki satu anggota",
        en: "How many holds one member may have",
    }
    means_joint_leave_closes {
        id: "1: perpustakaan tutup pada hari cuti bersama",
        en: "1: the library is closed on days of joint leave",
    }
    means_night_folder {
        id: "Folder laporan malam; kosong: `reports` di samping berkas perpustakaan",
        en: "Folder of the night's reports; empty: `reports` beside the library file",
    }
    means_night_backups {
        id: "Folder cadangan malam; kosong: `backups` di samping berkas perpustakaan",
        en: "Folder of the night's backups; empty: `backups` beside the library file",
    }
    means_long_overdue_days {
        id: "Peminjaman yang terlambat lebih dari sekian hari perlu ditangani petugas",
        en: "Loans overdue by more days than this need a person",
    }
    means_waiting_per_copy {
        id: "Judul dengan lebih dari sekian pemesan untuk tiap eksemplar perlu ditangani petugas",
        en: "Titles with more readers than this waiting for each copy need a person",
    }

    means_notice_channels {
        id: "Saluran pemberitahuan menurut urutan dicoba: mail, whatsapp, print, text",
        en: "Channels of notices in the order they are tried: mail, whatsapp, print, text",
    }
    means_notice_from {
        id: "Alamat surel perpustakaan sebagai pengirim; tanpa ini surel tidak dikirim",
        en: "The library's mail address as sender; without it no mail is sent",
    }
    means_notice_staff {
        id: "Alamat surel untuk pemberitahuan kepada petugas",
        en: "Mail address for notices to staff",
    }
    means_notice_language { id: "Bahasa pemberitahuan: id atau en", en: "Language of notices: id or en" }
    means_notice_quiet {
        id: "Jam tenang: tidak ada yang dikirim, seperti 20:00-07:00",
        en: "Quiet hours in which nothing is sent, as in 20:00-07:00",
    }
    means_notice_cap { id: "Paling banyak pesan sekali jalan", en: "Most messages in one run" }
    means_print_consent {
        id: "1: surat hanya untuk yang menyetujuinya",
        en: "1: letters only to those who agreed to them",
    }
    means_due_soon_days {
        id: "Sekian hari sebelum batas kembali pembaca diingatkan; 0: tidak",
        en: "So many days before the due date the reader is told; 0: not at all",
    }
    means_overdue_1_days {
        id: "Sekian hari sesudah batas kembali dikirim pengingat pertama; 0: tidak",
        en: "So many days after the due date the first reminder goes out; 0: not at all",
    }
    means_overdue_2_days {
        id: "Sekian hari sesudah batas kembali dikirim pengingat kedua; 0: tidak",
        en: "So many days after the due date the second reminder goes out; 0: not at all",
    }
    means_overdue_3_days {
        id: "Sekian hari sesudah batas kembali dikirim pengingat ketiga; 0: tidak",
        en: "So many days after the due date the third reminder goes out; 0: not at all",
    }
    means_membership_days {
        id: "Sekian hari sebelum keanggotaan berakhir anggota diberi tahu; 0: tidak",
        en: "So many days before a membership ends its holder is told; 0: not at all",
    }
    means_keep_days {
        id: "Sekian hari pemberitahuan yang selesai masih terhubung dengan orangnya",
        en: "So many days a notice that is over stays linked with its person",
    }

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
