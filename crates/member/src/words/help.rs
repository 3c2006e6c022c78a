//! Help pages.

pustaka_cli::words! {
    about {
        id: "Mencatat anggota: mendaftar, mencari, memperpanjang, mencetak kartu dan surat bebas pustaka.",
        en: "Keeps the members: enrols, finds, renews, prints cards and clearance letters.",
    }
    example_add { id: "Daftarkan anggota yang menandatangani formulir.", en: "Enrol a member who has signed the form." }
    example_find { id: "Cari dari awal kata pada nama.", en: "Find by the beginning of a word of the name." }
    example_card { id: "Kartu dengan barcode, untuk dicetak dan digunting.", en: "A card with its barcode, to print and cut out." }

    // Verbs.
    add { id: "Mendaftarkan anggota baru", en: "Enrol a new member" }
    import { id: "Memasukkan anggota dari sistem lama (SLiMS, INLISLite, Koha, Excel)", en: "Bring in members of another system (SLiMS, INLISLite, Koha, Excel)" }
    find { id: "Mencari anggota menurut kartu, nama atau telepon", en: "Find members by card, name or telephone" }
    show { id: "Menampilkan satu anggota, pinjamannya dan tanggungannya", en: "Show one member, with loans and debts" }
    edit { id: "Mengubah data anggota; nilai kosong menghapus isian", en: "Change a member's data; an empty value clears a field" }
    renew { id: "Memperpanjang keanggotaan", en: "Renew a membership" }
    block { id: "Memblokir anggota dengan alasan", en: "Block a member, with a reason" }
    unblock { id: "Membuka blokir anggota", en: "Lift the block of a member" }
    card { id: "Membuat kartu anggota untuk dicetak (-o kartu.html atau kartu.svg)", en: "Make cards to be printed (-o card.html or card.svg)" }
    clearance {
        id: "Memeriksa bebas pustaka; dengan -o surat.html suratnya dibuat",
        en: "See whether a member is clear; with -o letter.html the letter is issued",
    }
    consent { id: "Mencatat atau mencabut persetujuan anggota", en: "Record or withdraw what a member agreed to" }
    types { id: "Menampilkan jenis anggota, atau mengatur salah satunya", en: "List the member types, or set one" }
    erase { id: "Menghapus data pribadi anggota untuk selamanya", en: "Erase a member's personal data for good" }
    template { id: "Menulis berkas contoh untuk diisi", en: "Write a file to fill in, with examples" }

    // Arguments.
    member_value { id: "ANGGOTA", en: "MEMBER" }
    member { id: "Nomor kartu, nama, atau nomor telepon", en: "Card number, name or telephone" }
    find_words { id: "Nomor kartu, awal kata pada nama, atau nomor telepon", en: "Card number, beginnings of words of a name, or telephone" }
    card_members { id: "Satu anggota atau lebih: nomor kartu, nama, atau telepon", en: "One member or more: card number, name or telephone" }
    name_value { id: "NAMA", en: "NAME" }
    name { id: "Nama lengkap; satu kata pun boleh", en: "The whole name; a single word will do" }
    limit { id: "Jumlah anggota yang ditampilkan, paling banyak 1000", en: "How many members are shown, at most 1000" }
    file_value { id: "BERKAS", en: "FILE" }
    file { id: "Berkas anggota; `-` untuk masukan standar", en: "A file of members; `-` is standard input" }
    dialect_value { id: "BENTUK", en: "DIALECT" }
    template_dialect { id: "Bentuk berkasnya", en: "The shape of the file" }
    update { id: "Kartu yang sudah ada mengambil isian dari berkas", en: "A card that is known here takes the file's data" }
    reason { id: "Alasannya, seperti akan dibacakan kepada anggota", en: "Why, as it will be read out to the member" }
    renew_until { id: "Sampai hari ini, bukan menurut jenis anggotanya", en: "Until this day, whatever the member type says" }
    consent_kind { id: "Apa yang disetujui", en: "What is agreed to" }
    consent_value { id: "PERSETUJUAN", en: "CONSENT" }
    withdraw { id: "Cabut persetujuan itu", en: "Withdraw it" }
    by { id: "Siapa yang menyetujui", en: "Who agrees" }
    by_value { id: "SIAPA", en: "WHO" }
    consent_note { id: "Caranya: formulir, lisan", en: "How: on paper, by word of mouth" }
    code_value { id: "KODE", en: "CODE" }
    type_code { id: "Kode jenis anggota: huruf kecil, angka, `-`", en: "Code of a member type: small letters, digits, `-`" }
    type_name { id: "Namanya", en: "Its name" }
    valid_days { id: "Masa berlaku keanggotaan dalam hari", en: "How many days a membership is valid" }
    max_items { id: "Paling banyak pinjaman sekaligus", en: "How many copies one may have on loan in all" }

    // Options of a record.
    text_value { id: "TEKS", en: "TEXT" }
    number_value { id: "NOMOR", en: "NUMBER" }
    day_value { id: "HARI", en: "DAY" }
    type_value { id: "JENIS", en: "TYPE" }
    sex_value { id: "L|P", en: "SEX" }
    card_option { id: "Nomor kartu; tanpa ini dibuatkan menurut pola", en: "The card number; without it one is made by the pattern" }
    type_option { id: "Jenis anggota [bawaan: umum]", en: "The member type [default: umum]" }
    sex_option { id: "Jenis kelamin: L atau P", en: "male or female" }
    born_option { id: "Tanggal lahir", en: "Day of birth" }
    phone_option { id: "Telepon atau WhatsApp", en: "Telephone" }
    email_option { id: "Alamat surel", en: "E-mail address" }
    address_option { id: "Jalan, nomor, RT dan RW", en: "Street, number, RT and RW" }
    village_option { id: "Kelurahan atau desa", en: "Kelurahan or village" }
    district_option { id: "Kecamatan", en: "Kecamatan (district)" }
    city_option { id: "Kota atau kabupaten", en: "City or regency" }
    postal_code_option { id: "Kode pos", en: "Postal code" }
    education_option { id: "Pendidikan terakhir", en: "Last education" }
    occupation_option { id: "Pekerjaan", en: "Occupation" }
    institution_option { id: "Sekolah, kampus, atau kantor", en: "School, university or employer" }
    nik_option {
        id: "NIK, hanya untuk mengenali pendaftaran ganda dan tidak disimpan; `-` membaca dari masukan standar",
        en: "NIK, only to see a second registration and not kept; `-` reads it from standard input",
    }
    guardian_option { id: "Nama wali, untuk anak", en: "The guardian's name, for a child" }
    guardian_phone_option { id: "Telepon wali", en: "The guardian's telephone" }
    guardian_relation_option { id: "Hubungan wali: Ibu, Ayah, …", en: "What the guardian is to the child" }
    joined_option { id: "Hari pertama keanggotaan [bawaan: hari ini]", en: "First day as a member [default: today]" }
    until_option { id: "Hari terakhir keanggotaan [bawaan: menurut jenisnya]", en: "Last day as a member [default: as the type says]" }
    note_option { id: "Catatan", en: "A note" }
    name_option { id: "Nama lengkap", en: "The whole name" }
    consent_option {
        id: "Persetujuan yang ditandatangani, anak oleh walinya [tanpa nilai: membership]",
        en: "What was agreed to and signed, for a child by the guardian [without a value: membership]",
    }

    topic_import { id: "Berkas anggota yang dapat dibaca", en: "Files of members that can be read" }
    import_text {
        id: "Bentuk yang dikenali sendiri, atau disebut dengan --dialect:

  slims-member       ekspor anggota SLiMS, 18 atau 19 kolom, dengan atau
                     tanpa judul kolom
  inlislite-anggota  formulir anggota INLISLite, 49 kolom, CSV atau Excel
  koha               daftar patron Koha menurut nama kolom basis datanya
  generic            daftar apa saja yang punya kolom nama

Kolom yang tidak dikenali disebut dengan --map 'name=Nama Siswa'. Lihat dulu
hasilnya dengan --dry-run.

Agama, status perkawinan, nama ibu, kata sandi, pin, nomor kartu keluarga,
dan golongan darah tidak pernah dibaca; laporannya menyebut kolom mana.
NIK tidak disimpan: yang tinggal hanya 3571••••••••0003 dan sidik berkunci.

Anggota dikenali lagi dari nomor kartunya; tanpa kartu, dari NIK, dari nama
dan tanggal lahir, atau dari nama dan telepon. Mengimpor berkas yang sama
dua kali tidak mengubah apa pun. Kartu yang sudah ada dengan isian lain
hanya dilaporkan; --update mengambil isian dari berkas.

Semua baris masuk atau tidak satu pun; dengan --on-error skip, baris yang
salah dilewati dan ditulis ke BERKAS.rejects.csv.",
        en: "Shapes that are found by themselves, or named with --dialect:

  slims-member       SLiMS's export of members, 18 or 19 columns, with or
                     without a header
  inlislite-anggota  INLISLite's form, 49 columns, CSV or Excel
  koha               a list of Koha's patrons by the names of its database
  generic            any list with a column of names

A column that is not known is named with --map 'name=Nama Siswa'. See first
what would come of it with --dry-run.

Religion, marital state, the mother's name, passwords, pins, the number of
the family card and the blood group are never read; the report says which
columns these were. A NIK is not kept: what stays is 3571••••••••0003 and a
keyed hash.

Members are known again by their cards; without one by NIK, by name and day
of birth, or by name and telephone. Importing the same file twice changes
nothing. A card that is known here with other data is reported; --update
takes the file's.

All rows come in or none; with --on-error skip bad rows are left out and
written to FILE.rejects.csv.",
    }
}
