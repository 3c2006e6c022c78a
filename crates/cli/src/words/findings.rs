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
        id: "Riwayat jatuh tempo pinjaman ini tidak lengkap.",
        en: "The history of this loan's due date is not whole.",
    }
    other { id: "Ini tidak seperti seharusnya.", en: "This is not as it must be." }
}
