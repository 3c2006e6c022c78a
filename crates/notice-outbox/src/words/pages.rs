//! Words of the pages.

pustaka_cli::words! {
    wa_title { id: "Pesan WhatsApp untuk dikirim", en: "WhatsApp messages to send" }
    wa_how {
        id: "Ketuk tombolnya, periksa pesannya, lalu kirim. Centang yang sudah terkirim di kertas, dan tandai semuanya dengan perintah di bawah halaman ini.",
        en: "Press the button, look at the message, then send it. Tick what is sent on paper, and mark them all with the command at the foot of this page.",
    }
    wa_open { id: "Buka WhatsApp", en: "Open WhatsApp" }
    wa_mark { id: "Sesudah terkirim", en: "When it is sent" }
    wa_mark_all { id: "Tandai semua yang ada di halaman ini:", en: "Mark everything on this page:" }
    wa_failed { id: "Kalau nomor tidak memakai WhatsApp:", en: "If a number has no WhatsApp:" }
    wa_none { id: "Tidak ada pesan yang menunggu.", en: "No messages are waiting." }
    made_on(day) { id: "Dibuat {day}", en: "Made on {day}" }
    count_of(count) { id: "{count} pesan", en: "Messages: {count}" }
    number_of(id) { id: "Nomor {id}", en: "Number {id}" }
    letters_title { id: "Surat pemberitahuan", en: "Letters" }
    letters_none { id: "Tidak ada surat yang menunggu.", en: "No letters are waiting." }
    to_guardian_of(name) { id: "Orang tua/wali {name}", en: "Parent or guardian of {name}" }
    sent_by(library) { id: "Pengirim: {library}", en: "From: {library}" }
    our_number(id) { id: "Nomor pemberitahuan: {id}", en: "Notice number: {id}" }
}
