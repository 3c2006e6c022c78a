//! What each finding of a check means.

crate::words! {
    integrity {
        id: "SQLite menemukan halaman atau indeks yang rusak.",
        en: "SQLite found a damaged page or index.",
    }
    reference { id: "Sebuah baris merujuk baris yang tidak ada.", en: "A row refers to a row that is not there." }
    unreadable { id: "Sebagian berkas tidak dapat dibaca.", en: "A part of the file can't be read." }
    schema_missing {
        id: "Tabel, indeks, atau pemicu ini hilang.",
        en: "This table, index or trigger is missing.",
    }
    schema_differs {
        id: "Tabel, indeks, atau pemicu ini sudah diubah.",
        en: "This table, index or trigger was changed.",
    }
    schema_foreign { id: "Bukan milik perpustakaan.", en: "It does not belong to a library." }
    journal_missing { id: "Baris jurnal ini hilang.", en: "This row of the journal is missing." }
    journal_changed { id: "Baris jurnal ini sudah diubah.", en: "This row of the journal was changed." }
    journal_unchained {
        id: "Baris jurnal ini tidak menyambung yang sebelumnya.",
        en: "This row of the journal does not follow the one before.",
    }
    journal_unreadable {
        id: "Baris jurnal ini tidak dapat dibaca.",
        en: "This row of the journal can't be read.",
    }
    journal_counter {
        id: "Pencacah jurnal tidak sesuai dengan barisnya.",
        en: "The journal's counter does not match its rows.",
    }
    item_no_title { id: "Eksemplar ini tidak memiliki judul.", en: "This copy has no title." }
    item_barcode_twice { id: "Dua eksemplar memakai barkode yang sama.", en: "Two copies have the same barcode." }
    item_barcode_blanks { id: "Barkode ini diapit spasi.", en: "This barcode has blanks around it." }
    title_blank { id: "Judul ini kosong.", en: "This title is blank." }
    title_list {
        id: "Pengarang atau subjek judul ini bukan teks.",
        en: "An author or subject of this title is not text.",
    }
    title_keys {
        id: "Kunci pencocokan judul ini tidak sesuai dengan isinya.",
        en: "The matching key of this title does not fit its text.",
    }
    title_isbn { id: "ISBN judul ini tidak sah.", en: "The ISBN of this title is not valid." }
    counter_behind {
        id: "Pencacah nomor tertinggal; nomor lama dapat terpakai lagi.",
        en: "A counter of numbers is behind; old numbers could be used again.",
    }
    batch_overlaps {
        id: "Kumpulan impor ini tumpang tindih dengan yang lain.",
        en: "This batch overlaps another.",
    }
    batch_undone {
        id: "Kumpulan impor ini sudah dibatalkan, tetapi isinya masih ada.",
        en: "This batch was undone, but its records are still there.",
    }
    index_lacks { id: "Judul ini tidak ada di indeks pencarian.", en: "This title is not in the search index." }
    index_has {
        id: "Indeks pencarian memuat judul yang tidak ada.",
        en: "The search index holds a title that is not there.",
    }
    index_differs {
        id: "Indeks pencarian tidak sesuai dengan judul ini.",
        en: "The search index does not fit this title.",
    }
    word {
        id: "Daftar kata pencarian tidak sesuai dengan judul-judulnya.",
        en: "The list of search words does not fit the titles.",
    }
    response_scores {
        id: "Jawaban survei tidak cocok dengan instrumennya.",
        en: "A response does not fit the instrument of its survey.",
    }
    response_day {
        id: "Jawaban survei di luar periode surveinya.",
        en: "A response lies outside the period of its survey.",
    }
    survey_batch_count {
        id: "Banyaknya jawaban tidak sama dengan catatan kumpulannya.",
        en: "The responses are not as many as their batch says.",
    }
    survey_batch_survey {
        id: "Kumpulan jawaban memuat isi dari survei lain atau yang sudah dibatalkan.",
        en: "A batch of answers holds something of another survey, or of what was undone.",
    }
    follow_up_names {
        id: "Tindak lanjut menyebut unsur atau komentar yang bukan dari surveinya.",
        en: "A follow-up names an element or a comment that is not of its survey.",
    }
    setting_unknown { id: "Pengaturan ini tidak dikenal.", en: "This setting is not known." }
    setting_value {
        id: "Isi pengaturan ini tidak dapat dipakai.",
        en: "The value of this setting can't be used.",
    }
    calendar_day {
        id: "Tanggal di kalender atau aturan ini tidak ada.",
        en: "A date of the calendar or of a rule does not exist.",
    }
    calendar_never_open {
        id: "Sejak penutupan ini perpustakaan tidak pernah buka lagi.",
        en: "From this closure on the library never opens again.",
    }
    rule_clash {
        id: "Dua aturan pinjam berlaku untuk hal yang sama pada hari yang sama.",
        en: "Two loan rules are for the same thing on the same days.",
    }
    summary_days {
        id: "Hari-hari yang sudah ditutup tidak lengkap atau tidak berurutan.",
        en: "The days that are closed are not whole, or not in order.",
    }
    summary_figures {
        id: "Angka yang disimpan untuk hari ini tidak sama dengan isi barisnya.",
        en: "What is stored of this day is not what its rows add up to.",
    }
    due_change {
        id: "Riwayat batas kembali pinjaman ini tidak lengkap.",
        en: "The history of this loan's due date is not whole.",
    }
    member_card {
        id: "Nomor kartu ini memuat spasi atau terlalu panjang.",
        en: "This card number has blanks in it or is too long.",
    }
    member_card_twice {
        id: "Dua anggota memakai nomor kartu yang sama.",
        en: "Two members have the same card number.",
    }
    member_no_type {
        id: "Jenis keanggotaan anggota ini tidak ada.",
        en: "This member is of a type that does not exist.",
    }
    member_half_erased {
        id: "Data anggota yang sudah dihapus ini masih tersisa.",
        en: "Something of this erased member is still there.",
    }
    member_nik {
        id: "NIK anggota ini tersimpan tidak lengkap atau tanpa kuncinya.",
        en: "The NIK of this member is stored only in part, or without its key.",
    }
    member_name {
        id: "Nama anggota ini tidak tertulis sebagaimana mestinya.",
        en: "The name of this member is not written as names are.",
    }
    member_name_key {
        id: "Kunci pencarian nama anggota ini tidak sesuai dengan namanya.",
        en: "The key by which this member is found does not fit the name.",
    }
    consent_twice {
        id: "Anggota ini memberi persetujuan yang sama dua kali.",
        en: "This member has given the same consent twice.",
    }
    group_blank {
        id: "Kelompok pembaca ini tidak memiliki jenis keanggotaan.",
        en: "This group of readers has no member type.",
    }
    loan_open_twice {
        id: "Eksemplar ini dipinjamkan dua kali pada saat yang sama.",
        en: "This copy is on loan twice at the same time.",
    }
    loan_no_member {
        id: "Pinjaman yang belum selesai ini tidak memiliki anggota.",
        en: "This open loan has no member.",
    }
    loan_item_lost {
        id: "Eksemplar ini dipinjamkan, tetapi tercatat hilang.",
        en: "This copy is on loan, and is recorded as lost or missing.",
    }
    loan_due_before { id: "Batas kembali pinjaman ini sebelum dimulai.", en: "This loan was due before it began." }
    loan_lost_without_day {
        id: "Pinjaman ini berakhir karena eksemplarnya hilang, tetapi tanggal hilangnya tidak sesuai.",
        en: "This loan ended because its copy was lost, and the day of the loss does not fit.",
    }
    hold_twice { id: "Anggota ini memesan judul yang sama dua kali.", en: "A member has two holds on the same title." }
    hold_ready_on_loan {
        id: "Eksemplar yang disiapkan untuk pesanan ini sedang dipinjam.",
        en: "The copy that is set aside for this hold is on loan.",
    }
    hold_ready_twice { id: "Eksemplar ini disiapkan untuk dua pesanan.", en: "This copy is set aside for two holds." }
    hold_other_title {
        id: "Eksemplar untuk pesanan ini dari judul yang lain.",
        en: "The copy for this hold is of another title.",
    }
    hold_other_item {
        id: "Eksemplar yang disiapkan bukan yang dipesan.",
        en: "The copy that is set aside is not the one that was asked for.",
    }
    hold_on_loan {
        id: "Anggota memesan judul yang sedang dipinjamnya sendiri.",
        en: "The member has a hold on a title that is already lent to the same member.",
    }
    delivery_not_ready {
        id: "Pengantaran direncanakan untuk pesanan yang belum siap.",
        en: "A delivery is planned for a hold that is not ready.",
    }
    ledger_taken_back {
        id: "Dari baris ini ditarik kembali lebih dari jumlahnya.",
        en: "More was taken back of this entry than it is.",
    }
    ledger_of_no_charge {
        id: "Baris ini merujuk baris yang tidak cocok jenis atau anggotanya.",
        en: "This entry refers to one of another kind or another member.",
    }
    ledger_refund {
        id: "Anggota ini menerima pengembalian lebih dari yang dibayarnya.",
        en: "This member was refunded more than was paid.",
    }
    history_ledger {
        id: "Baris keuangan ini milik anggota lain daripada pinjamannya.",
        en: "This money entry is of another member than its loan.",
    }
    event_taken {
        id: "Tempat yang terisi di acara ini tidak sama dengan pendaftarannya.",
        en: "The places taken in this event are not those of its registrations.",
    }
    event_capacity {
        id: "Acara ini menerima lebih banyak orang daripada tempatnya.",
        en: "This event has more people than places.",
    }
    event_no_session { id: "Acara ini tidak memiliki sesi.", en: "This event has no session." }
    event_place_idle {
        id: "Acara ini masih punya tempat, padahal ada yang menunggu.",
        en: "This event has a place free while somebody waits for it.",
    }
    registration_passed_over {
        id: "Pendaftaran ini mendapat tempat sebelum yang menunggu lebih dulu.",
        en: "This registration got a place before one that had waited longer.",
    }
    registration_code {
        id: "Kode pendaftaran ini tidak sesuai dengan acaranya.",
        en: "The code of this registration does not fit its event.",
    }
    registration_nobody {
        id: "Pendaftaran ini milik anggota, tetapi juga menyimpan nama.",
        en: "This registration is a member's, and has a name stored too.",
    }
    attendance {
        id: "Kehadiran tercatat tanpa tempat, atau di sesi yang tidak ada.",
        en: "Attendance is recorded without a place, or in a session that does not exist.",
    }
    certificate_attended {
        id: "Sertifikat ini menyebut lebih banyak sesi daripada yang dihadiri.",
        en: "This certificate tells of more sessions than were attended.",
    }
    certificate_gap {
        id: "Nomor sertifikat tahun ini tidak berurutan.",
        en: "The certificate numbers of this year have a gap.",
    }
    promoted_twice {
        id: "Pendaftaran ini diberi tahu dua kali, atau tanpa sebab, bahwa ada tempat.",
        en: "This registration was told twice, or without cause, that there is a place.",
    }
    other { id: "Ini tidak seperti seharusnya.", en: "This is not as it must be." }
}
