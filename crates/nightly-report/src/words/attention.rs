//! What needs a person: a name for each, and what to do in one or two sentences.

use pustaka_cli::Lang;
use pustaka_core::reports::page::AttentionCode;

/// What it is, in a few words.
pub(crate) fn name(lang: Lang, code: AttentionCode) -> &'static str {
    match code {
        AttentionCode::NightFailed => night_failed(lang),
        AttentionCode::BackupOld => backup_old(lang),
        AttentionCode::NoticesUndelivered => notices_undelivered(lang),
        AttentionCode::NoticesUnknown => notices_unknown(lang),
        AttentionCode::MailsUnsent => mails_unsent(lang),
        AttentionCode::NoticesToSend => notices_to_send(lang),
        AttentionCode::HoldsToClear => holds_to_clear(lang),
        AttentionCode::LongOverdue => long_overdue(lang),
        AttentionCode::FollowUps => follow_ups(lang),
        AttentionCode::EventsSoon => events_soon(lang),
        AttentionCode::ManyWaiting => many_waiting(lang),
        AttentionCode::CalendarEnds => calendar_ends(lang),
        AttentionCode::SurveyDue => survey_due(lang),
    }
}

/// What to do about it.
pub(crate) fn sentence(lang: Lang, code: AttentionCode) -> &'static str {
    match code {
        AttentionCode::NightFailed => mend_night(lang),
        AttentionCode::BackupOld => make_backup(lang),
        AttentionCode::NoticesUndelivered => tell_in_person(lang),
        AttentionCode::NoticesUnknown => look_up(lang),
        AttentionCode::MailsUnsent => send_mails(lang),
        AttentionCode::NoticesToSend => send_by_hand(lang),
        AttentionCode::HoldsToClear => clear_shelf(lang),
        AttentionCode::LongOverdue => call_readers(lang),
        AttentionCode::FollowUps => do_follow_ups(lang),
        AttentionCode::EventsSoon => see_events(lang),
        AttentionCode::ManyWaiting => buy_or_borrow(lang),
        AttentionCode::CalendarEnds => import_calendar(lang),
        AttentionCode::SurveyDue => hold_survey(lang),
    }
}

pustaka_cli::words! {
    night_failed { id: "Langkah malam yang gagal", en: "Steps of the night that failed" }
    mend_night {
        id: "Ada pekerjaan malam yang belum selesai. Lihat sebabnya, benahi, lalu jalankan lagi; yang sudah selesai tidak \
             diulang.",
        en: "Work of the night is unfinished. See why, mend it and run it again; what is done is not done twice.",
    }
    backup_old { id: "Hari sejak cadangan terakhir", en: "Days since the last backup" }
    make_backup {
        id: "Selama itu belum ada cadangan yang baik. Lihat sebabnya dan buat sekarang, sebaiknya ke diska lain.",
        en: "There was no good backup in all that time. See why and make one now, best onto another disk.",
    }
    notices_undelivered { id: "Pemberitahuan tidak sampai", en: "Notices that did not arrive" }
    tell_in_person {
        id: "Tidak ada saluran yang dapat menyampaikannya. Telepon pembacanya, atau sampaikan saat ia datang.",
        en: "No channel could deliver them. Call the readers, or tell them when they come.",
    }
    notices_unknown { id: "Surel yang tidak jelas terkirim", en: "Mails that may not have gone out" }
    look_up {
        id: "Pengirimannya terputus di tengah jalan. Periksa di kotak terkirim, lalu tandai terkirim atau kirim ulang.",
        en: "Sending them was cut off halfway. Look in the mailbox of what was sent, and mark them as sent or send them again.",
    }
    mails_unsent { id: "Surel yang belum terkirim", en: "Mails that have not gone out" }
    send_mails {
        id: "Surel ini menunggu sejak kemarin atau lebih lama. Pastikan pengirimannya terjadwal, alamat pengirimnya sudah \
             ditentukan, dan program surelnya berjalan.",
        en: "These mails have waited since yesterday or longer. See that sending is scheduled, that the sender's address is \
             set, and that the program that sends mail works.",
    }
    notices_to_send { id: "Pemberitahuan untuk dikirim", en: "Notices to send by hand" }
    send_by_hand {
        id: "Pesan WhatsApp dan surat menunggu dikirim oleh petugas. Buka halamannya, kirim satu per satu, dan tandai terkirim.",
        en: "WhatsApp messages and letters wait for somebody to send them. Open the page, send them and mark them as sent.",
    }
    holds_to_clear { id: "Rak pesanan perlu dibereskan", en: "The ready shelf is to be cleared" }
    clear_shelf {
        id: "Masa ambil eksemplar ini sudah lewat. Kembalikan ke rak, atau siapkan untuk pembaca berikutnya.",
        en: "The time to fetch these copies is over. Put them back, or set them aside for the next reader.",
    }
    long_overdue { id: "Pinjaman lama terlambat", en: "Loans long overdue" }
    call_readers {
        id: "Pemberitahuan sudah dikirim dan bukunya belum juga kembali. Telepon pembacanya; tanyakan dengan ramah apakah perlu \
             dibantu.",
        en: "Notices were sent and the books are still not back. Call the readers, and ask kindly whether they need help.",
    }
    follow_ups { id: "Tindak lanjut terlambat", en: "Follow-ups overdue" }
    do_follow_ups {
        id: "Batas waktunya sudah lewat. Selesaikan, tetapkan waktu baru, atau hentikan dengan alasan.",
        en: "Their date is over. Do them, give them a new date, or drop them and say why.",
    }
    events_soon { id: "Acara dalam waktu dekat", en: "Events soon" }
    see_events {
        id: "Masih ada tempat kosong, atau ada yang menunggu tempat. Undang pembaca, atau tambah tempat.",
        en: "Places are left, or people wait for one. Invite readers, or add places.",
    }
    many_waiting { id: "Judul yang banyak ditunggu", en: "Titles that many wait for" }
    buy_or_borrow {
        id: "Pembaca yang menunggu lebih banyak daripada sasaran per eksemplar. Pertimbangkan membeli satu lagi.",
        en: "More readers wait than the target says for each copy. Consider buying one more.",
    }
    calendar_ends { id: "Hari libur belum dimasukkan", en: "Holidays are missing" }
    import_calendar {
        id: "Hari libur nasional tahun ini atau tahun depan belum ada di kalender, sehingga tanggal kembali bisa jatuh pada hari \
             libur. Masukkan berkas SKB-nya.",
        en: "The national holidays of this year or the next are not in the calendar, so that due dates may fall on them. Bring \
             their file in.",
    }
    survey_due { id: "Survei kepuasan sudah waktunya", en: "A survey is due" }
    hold_survey {
        id: "Setahun ini belum ada survei yang selesai; survei wajib diadakan sedikitnya sekali setahun (PermenPANRB 14/2017).",
        en: "No survey was finished within a year; one a year is the least (PermenPANRB 14/2017).",
    }
}
