//! What is said of the errors of the core and of the system.

crate::words! {
    // Why a path is not taken for a library file.
    empty_name { id: "Nama berkas perpustakaan kosong.", en: "The name of the library file is empty." }
    uri(path) { id: "{path} adalah alamat, bukan nama berkas.", en: "{path} is an address, not a file name." }
    missing(path) { id: "Berkas perpustakaan {path} belum ada.", en: "There is no library file {path}." }
    missing_hint(path) {
        id: "buat dengan `library-db init --db {path}`, atau sebut berkas lain dengan `--db`",
        en: "make it with `library-db init --db {path}`, or name another one with `--db`",
    }
    missing_default_hint {
        id: "buat dengan `library-db init`, atau sebut berkasnya dengan `--db`",
        en: "make it with `library-db init`, or name the file with `--db`",
    }
    exists(path) { id: "{path} sudah ada.", en: "{path} exists already." }
    exists_why { id: "Berkas baru tidak pernah menimpa berkas lama.", en: "A new file never replaces an old one." }
    exists_hint { id: "pilih nama lain", en: "choose another name" }
    no_folder(path) { id: "Folder untuk {path} tidak ada.", en: "The folder of {path} does not exist." }
    no_folder_hint { id: "buat dulu foldernya dengan `mkdir -p`", en: "make the folder first with `mkdir -p`" }
    no_room(path) { id: "Diska tempat folder {path} penuh; tidak ada yang tersimpan di sana.", en: "The disk of the folder {path} is full; nothing was stored there." }
    no_room_hint { id: "kosongkan ruang di diska itu, atau sebutkan folder lain", en: "free some space on that disk, or name another folder" }
    folder(path) {
        id: "{path} adalah folder, bukan berkas perpustakaan.",
        en: "{path} is a folder, not a library file.",
    }
    not_a_file(path) {
        id: "{path} adalah perangkat atau saluran, bukan berkas perpustakaan.",
        en: "{path} is a device or a pipe, not a library file.",
    }
    symlink(path) {
        id: "{path} adalah tautan simbolis; perpustakaan hanya dibuka lewat nama aslinya.",
        en: "{path} is a symbolic link; a library is opened by its real name only.",
    }
    symlink_hint { id: "sebut berkas yang dituju tautan itu", en: "name the file that the link points to" }
    hard_link(path) {
        id: "{path} memiliki nama kedua (hard link).",
        en: "{path} has a second name (hard link).",
    }
    hard_link_why {
        id: "Dengan dua nama, dua petugas dapat menulis tanpa saling melihat.",
        en: "With two names, two people could write without seeing each other.",
    }
    hard_link_hint { id: "hapus salah satu namanya", en: "remove one of the names" }
    file_system(path, kind) {
        id: "{path} berada di sistem berkas {kind}, yang tidak aman untuk perpustakaan.",
        en: "{path} is on a {kind} file system, which is not safe for a library.",
    }
    file_system_why {
        id: "Di jaringan atau sistem berkas asing, penguncian tidak dapat dipercaya dan data dapat rusak.",
        en: "On a network or foreign file system locks can't be trusted, and data can be damaged.",
    }
    file_system_hint {
        id: "pindahkan ke diska komputer ini, misalnya ~/.local/share/pustaka; dengan risiko sendiri: \
             PUSTAKA_FORCE_FILE_SYSTEM=1",
        en: "move it to a disk of this computer, ~/.local/share/pustaka for one; at your own risk: \
             PUSTAKA_FORCE_FILE_SYSTEM=1",
    }
    permission(path) { id: "Anda tidak berhak membaca atau menulis {path}.", en: "You may not read or write {path}." }
    permission_hint {
        id: "periksa pemilik dan grupnya dengan `ls -l`",
        en: "look at its owner and group with `ls -l`",
    }
    not_a_database(path) { id: "{path} bukan berkas perpustakaan.", en: "{path} is not a library file." }
    alien(path) {
        id: "{path} adalah basis data program lain, bukan berkas perpustakaan.",
        en: "{path} is the database of another program, not a library file.",
    }
    newer(path) {
        id: "{path} ditulis oleh versi yang lebih baru daripada program ini.",
        en: "{path} was written by a newer version than this program.",
    }
    versions(file, program) {
        id: "Skema berkas {file}, skema program {program}.",
        en: "The file has schema {file}, the program knows {program}.",
    }
    newer_hint { id: "pasang versi terbaru dari alat-alat ini", en: "install the newest version of these tools" }
    older(path) {
        id: "{path} ditulis oleh versi lama dan belum dimutakhirkan.",
        en: "{path} was written by an older version and is not upgraded yet.",
    }
    older_hint(path) {
        id: "mutakhirkan dengan `library-db upgrade --db {path}`; cadangan dibuat lebih dulu",
        en: "upgrade it with `library-db upgrade --db {path}`; a backup is made first",
    }
    damaged(path) { id: "Berkas perpustakaan {path} rusak.", en: "The library file {path} is damaged." }
    damaged_hint {
        id: "jangan diubah; pulihkan cadangan terakhir dengan `library-db restore`",
        en: "leave it as it is, and restore the last backup with `library-db restore`",
    }
    old_sqlite(version) {
        id: "SQLite {version} terlalu lama untuk dipakai beberapa petugas sekaligus.",
        en: "SQLite {version} is too old to be trusted with several writers.",
    }
    old_sqlite_hint { id: "pasang versi resmi dari alat-alat ini", en: "install the released version of these tools" }

    empty(path) { id: "{path} kosong: 0 bita.", en: "{path} is empty: 0 bytes." }
    truncated(path) { id: "{path} terpotong.", en: "{path} is cut short." }
    sizes(header, found) {
        id: "Seharusnya {header} bita, yang ada {found}.",
        en: "It should have {header} bytes and has {found}.",
    }
    beside(path, ending) {
        id: "{path}{ending} bukan berkas biasa.",
        en: "{path}{ending} is not a plain file.",
    }
    beside_hint {
        id: "pindahkan benda itu; berkas dengan akhiran itu milik perpustakaan",
        en: "move that thing away; files with that ending belong to the library",
    }
    backup(path) {
        id: "{path} adalah cadangan; cadangan dipulihkan dulu, tidak dipakai langsung.",
        en: "{path} is a backup; a backup is restored first, not worked in.",
    }
    backup_hint(path) {
        id: "pulihkan dengan `library-db restore {path} --to BERKAS`",
        en: "restore it with `library-db restore {path} --to FILE`",
    }
    in_use(path) {
        id: "{path} sedang dipakai sebagai perpustakaan, bukan cadangan yang diam.",
        en: "{path} is being worked in as a library, it is no backup at rest.",
    }
    in_use_hint { id: "sebut berkas cadangan", en: "name a backup file" }
    digest(path) {
        id: "{path} tidak sama dengan cadangan yang dulu dibuat: sidiknya berbeda.",
        en: "{path} is not the backup that was made: its digest differs.",
    }
    digest_hint { id: "pakai cadangan yang lain", en: "use another backup" }

    // The other errors of the core.
    damaged_at_work { id: "Berkas perpustakaan ternyata rusak.", en: "The library file turned out to be damaged." }
    read_only { id: "Berkas perpustakaan hanya dapat dibaca.", en: "The library file can only be read." }
    stopped {
        id: "Penulisan dihentikan karena diska gagal tadi; tidak ada yang tersimpan setelahnya.",
        en: "Writing was stopped because the disk failed before; nothing was stored after that.",
    }
    form_channels {
        id: "Saluran dari mail, whatsapp, print, text, dipisahkan koma, masing-masing sekali.",
        en: "Channels out of mail, whatsapp, print, text, joined by commas, each once.",
    }
    form_hours { id: "Jam dari dan sampai, seperti 20:00-07:00; kosong: tidak ada.", en: "Hours from and to, as in 20:00-07:00; empty: none." }
    form_mail { id: "Alamat surel, seperti perpustakaan@contoh.id.", en: "A mail address, as in library@example.org." }
    one_line(longest) {
        id: "Yang diperlukan adalah satu baris teks, paling panjang {longest} huruf.",
        en: "One line of text of at most {longest} characters is needed.",
    }
    busy {
        id: "Berkas perpustakaan sedang ditulis oleh proses lain.",
        en: "Another process is writing to the library file.",
    }
    holder(staff, doing, pid, since) {
        id: "Yang sedang menulis: {staff} dengan {doing} (proses {pid}), sejak {since}.",
        en: "Writing now: {staff} with {doing} (process {pid}), since {since}.",
    }
    busy_hint { id: "tunggu sebentar, lalu ulangi", en: "wait a moment, then try again" }
    full { id: "Diska penuh; tidak ada yang tersimpan.", en: "The disk is full; nothing was stored." }
    full_hint { id: "kosongkan ruang di diska, lalu ulangi", en: "free some space on the disk, then try again" }
    io { id: "Membaca atau menulis berkas gagal.", en: "Reading or writing a file failed." }
    io_why(doing, reason) { id: "{doing}: {reason}.", en: "{doing}: {reason}." }
    doing_open { id: "Membuka", en: "Opening" }
    doing_lock { id: "Mengunci", en: "Locking" }
    doing_write { id: "Menulis", en: "Writing" }
    doing_read { id: "Membaca", en: "Reading" }
    doing_look { id: "Melihat", en: "Looking at" }
    io_hint {
        id: "berkasnya tidak disentuh lagi; periksa diskanya, lalu jalankan `library-db check`",
        en: "the file is left alone; look after the disk, then run `library-db check`",
    }
    database { id: "Basis data perpustakaan menolak pekerjaan ini.", en: "The library's database refused the work." }
    database_hint { id: "jalankan `library-db check --deep`", en: "run `library-db check --deep`" }
    unforeseen { id: "Terjadi sesuatu yang tidak diduga.", en: "Something unforeseen happened." }
    unforeseen_hint {
        id: "periksa dengan `library-db doctor`, lalu kabari pengelola dengan kalimat di atas",
        en: "look with `library-db doctor`, then show the lines above to whoever keeps the machine",
    }
    bad_value(found, what) {
        id: "`{found}` tidak dapat dipakai untuk {what}.",
        en: "`{found}` can't be used for {what}.",
    }
    not_found(what, wanted) { id: "Tidak ada {what} `{wanted}`.", en: "There is no {what} `{wanted}`." }

    // Kinds of things, as in `not_found`.
    title { id: "judul", en: "title" }
    member_hint { id: "cari dengan `member find NAMA`, atau daftarkan dengan `member add`", en: "look with `member find NAME`, or enrol with `member add`" }
    hold_hint { id: "lihat semuanya dengan `loan holds`", en: "see them all with `loan holds`" }
    round_hint { id: "lihat semuanya dengan `loan deliver list`", en: "see them all with `loan deliver list`" }
    charge_hint { id: "lihat nomornya dengan `loan account KARTU`", en: "see its number with `loan account CARD`" }
    location { id: "lokasi", en: "location" }
    item { id: "eksemplar", en: "copy" }
    batch { id: "kumpulan impor", en: "batch" }
    setting { id: "pengaturan", en: "setting" }
    member { id: "anggota", en: "member" }
    loan { id: "pinjaman", en: "loan" }
    hold { id: "pesanan", en: "hold" }
    charge { id: "tagihan", en: "charge" }
    round { id: "jadwal antar", en: "delivery round" }
    rule { id: "aturan pinjam", en: "loan rule" }
    rule_hint { id: "lihat semuanya dengan `library-db rules list`", en: "see them all with `library-db rules list`" }
    member_type { id: "jenis anggota", en: "member type" }
    setting_hint { id: "lihat semuanya dengan `library-db settings`", en: "see them all with `library-db settings`" }
    batch_hint {
        id: "lihat semuanya dengan `catalog-import batches`",
        en: "see them all with `catalog-import batches`",
    }

    // What the catalogue refuses.
    nothing_stored { id: "Tidak ada yang disimpan.", en: "Nothing was stored." }
    batch_undone(batch) {
        id: "Kumpulan impor {batch} sudah dibatalkan.",
        en: "Batch {batch} has been undone already.",
    }
    batch_in_use(batch) { id: "Kumpulan impor {batch} tidak dapat dibatalkan.", en: "Batch {batch} can't be undone." }
    obstacle(record, code) { id: "{record}: {code}.", en: "{record}: {code}." }
    title_edited(record) {
        id: "Judul {record} sudah diubah sejak itu.",
        en: "Title {record} has been changed since.",
    }
    item_edited(record) {
        id: "Eksemplar {record} sudah diubah sejak itu.",
        en: "Copy {record} has been changed since.",
    }
    title_has_later_copies(record) {
        id: "Judul {record} mendapat eksemplar dari kumpulan impor yang lebih baru.",
        en: "Title {record} got copies from a later batch.",
    }
    title_changed_later(record) {
        id: "Judul {record} diubah oleh kumpulan impor yang lebih baru.",
        en: "Title {record} was changed by a later batch.",
    }
    item_changed_later(record) {
        id: "Eksemplar {record} diubah oleh kumpulan impor yang lebih baru.",
        en: "Copy {record} was changed by a later batch.",
    }

    // What the calendars and the loan rules refuse.
    opening_calendar { id: "kalender buka perpustakaan", en: "the calendar of opening days" }
    working_days { id: "kalender hari kerja", en: "the calendar of working days" }
    no_open_day(calendar, from) {
        id: "Dalam {calendar} tidak ada hari buka selama sepuluh tahun sejak {from}.",
        en: "In {calendar} there is no open day for ten years from {from}.",
    }
    no_open_day_hint {
        id: "lihat kalendernya dengan `library-db calendar`, lalu hapus penutupan yang salah",
        en: "look at it with `library-db calendar`, then remove the closure that is wrong",
    }
    backwards(first, last) {
        id: "Tanggal akhir {last} lebih awal daripada tanggal mulai {first}.",
        en: "The end, {last}, is before the beginning, {first}.",
    }
    never_open {
        id: "Perpustakaan tidak mungkin tutup tujuh hari seminggu.",
        en: "A library can't be closed on all seven days of the week.",
    }
    nothing_there(day) { id: "Tidak ada catatan apa pun untuk {day}.", en: "Nothing is recorded for {day}." }
    nothing_there_hint {
        id: "lihat kalendernya dengan `library-db calendar show`",
        en: "look at the calendar with `library-db calendar show`",
    }
    ambiguous(day) {
        id: "Ada beberapa catatan untuk {day}; tidak jelas yang mana.",
        en: "More than one thing is recorded for {day}; it is not clear which is meant.",
    }
    ambiguous_hint {
        id: "sebut tanggal akhirnya juga, atau jenisnya dengan `--what`",
        en: "name its last day too, or its kind with `--what`",
    }
    a_closure { id: "Penutupan", en: "A closure" }
    an_opening { id: "Buka khusus", en: "An opening" }
    a_holiday { id: "Hari libur", en: "A holiday" }
    thing(what, first, last) { id: "{what}, {first} sampai {last}.", en: "{what}, {first} to {last}." }
    rule_clash(key) {
        id: "Aturan pinjam {key} bertabrakan dengan aturan lain.",
        en: "The loan rule {key} clashes with another one.",
    }
    rule_clash_other(other) {
        id: "Aturan {other} berlaku pada hari yang sama, sehingga tidak jelas mana yang dipakai.",
        en: "The rule {other} is in force on the same days, so that nothing decides between them.",
    }
    rule_clash_season(other, first, last) {
        id: "Aturan {other} sudah berlaku dari {first} sampai {last}.",
        en: "The rule {other} is in force from {first} to {last}.",
    }
    rule_clash_hint {
        id: "pilih tanggal musim yang tidak tumpang tindih; lihat semuanya dengan `library-db rules list`",
        en: "choose a season that does not overlap; see them all with `library-db rules list`",
    }

    // Answers of the system.
    os_not_found { id: "berkas atau foldernya tidak ada", en: "no such file or folder" }
    os_permission { id: "tidak berhak", en: "no permission" }
    os_full { id: "diska penuh", en: "the disk is full" }
    os_quota { id: "jatah diska Anda habis", en: "your disk quota is used up" }
    os_read_only { id: "diskanya hanya dapat dibaca", en: "the disk is read-only" }
    os_folder { id: "itu sebuah folder", en: "it is a folder" }
    os_not_folder { id: "sebagian jalurnya bukan folder", en: "a part of the path is not a folder" }
    os_exists { id: "sudah ada", en: "it exists already" }
    os_too_large { id: "berkasnya terlalu besar", en: "the file is too large" }
    os_not_text { id: "isinya bukan teks UTF-8", en: "it is not UTF-8 text" }
    os_end { id: "isinya berakhir terlalu cepat", en: "it ends too soon" }
}
