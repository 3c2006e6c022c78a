//! Help pages.

pustaka_cli::words! {
    about { id: "Menyampaikan pemberitahuan kepada pembaca: surel, WhatsApp, surat, SMS atau telepon.", en: "Tells readers what they need to know: by mail, WhatsApp, letter, text message or telephone." }

    create { id: "Cari apa yang perlu diberitahukan hari ini (biasanya dikerjakan malam)", en: "Find what is to be told today (mostly the night's work)" }
    list { id: "Daftar pemberitahuan dan keadaannya", en: "List notices and how they stand" }
    list_state { id: "Hanya yang berkeadaan ini", en: "Only those that stand so" }
    list_reason { id: "Hanya untuk hal ini", en: "Only for this reason" }
    list_channel { id: "Hanya lewat saluran ini", en: "Only by this channel" }
    list_day { id: "Semua pemberitahuan untuk hari ini, juga yang sudah selesai", en: "All notices for this day, those that are over too" }
    list_unsent { id: "Hanya surel yang menunggu sejak kemarin atau lebih lama", en: "Only mails that have waited since yesterday or longer" }
    list_by_hand { id: "Hanya yang menunggu dikirim petugas: WhatsApp, surat, SMS", en: "Only those that wait for somebody to send them: WhatsApp, letters, text messages" }
    state_value { id: "KEADAAN", en: "STATE" }
    reason_value { id: "HAL", en: "REASON" }
    channel_value { id: "SALURAN", en: "CHANNEL" }
    day_value { id: "HARI", en: "DAY" }
    file_value { id: "BERKAS", en: "FILE" }
    command_value { id: "PERINTAH", en: "COMMAND" }
    numbers_value { id: "NOMOR", en: "NUMBER" }

    send { id: "Kirim surel lewat sebuah perintah, satu per satu", en: "Send the mails through a command, one by one" }
    send_command { id: "Perintah yang menerima surel di masukan baku: 0 terkirim, 75 coba lagi, 126 dan 127 perintah tidak dapat dijalankan, lainnya gagal", en: "Command that takes a mail on standard input: 0 sent, 75 try again, 126 and 127 the command can't be run, others failed" }
    send_later { id: "Kode keluar lain yang juga berarti coba lagi; untuk msmtp 69", en: "Other exit codes that mean try again too; for msmtp 69" }
    send_limit { id: "Paling banyak sekian surel, tidak melebihi pengaturan notice.cap", en: "At most so many mails, within the setting notice.cap" }
    send_go_on { id: "Jangan berhenti karena penolakan: sudah diperiksa, alamatnya yang salah dan bukan perintahnya", en: "Do not stop at refusals: they were looked at, and the addresses are at fault, not the command" }
    send_timeout { id: "Hentikan perintah yang tidak menjawab sesudah sekian detik", en: "End a command that does not answer after so many seconds" }

    page { id: "Tulis halaman pesan WhatsApp untuk diketuk satu per satu", en: "Write the page of WhatsApp messages to click through" }
    clerk { id: "Satu pesan WhatsApp demi satu di terminal: Enter sudah, s lewati, f gagal, q selesai", en: "One WhatsApp message after the other at the terminal: Enter sent, s skip, f failed, q end" }
    letters { id: "Tulis surat siap cetak, satu halaman tiap orang", en: "Write letters to print, a page each" }
    letters_mark { id: "Tandai surat-surat itu sudah dicetak", en: "Mark the letters as printed" }
    text { id: "Daftar pesan singkat untuk SMS atau telepon", en: "List short messages for a gateway or the telephone" }
    text_calls { id: "Hanya yang tidak dapat dijangkau saluran mana pun, untuk ditelepon", en: "Only those whom no channel reaches, to be called" }
    mark { id: "Tandai pemberitahuan: terkirim, gagal, atau kirim lagi", en: "Mark notices: sent, failed, or to be sent again" }
    mark_numbers { id: "Nomor pemberitahuan, juga rentang seperti 12-15", en: "Numbers of notices, ranges such as 12-15 too" }
    mark_sent { id: "Sudah disampaikan", en: "They were told" }
    mark_failed { id: "Tidak dapat disampaikan lewat salurannya: coba saluran berikutnya", en: "Their channel can't deliver them: try the next" }
    mark_again { id: "Tidak diketahui terkirim atau belum: kirim lagi", en: "Nobody knows whether they went out: send again" }
    mark_channel { id: "Lewat saluran mana disampaikan, bila bukan salurannya sendiri", en: "By which channel, where it is not their own" }
    mark_on_page { id: "Semua nomor di halaman yang ditulis `page`", en: "All numbers on a page that `page` wrote" }
    bounces { id: "Baca alamat surel yang tidak dapat dicapai", en: "Read addresses from which mail came back" }
    bounces_file { id: "Satu alamat tiap baris, atau surel laporan gagal kirim; - untuk masukan baku", en: "An address a line, or reports of failed delivery; - for standard input" }
    bounces_works { id: "Alamat ini ternyata dapat dicapai: surel dikirim lagi ke sana; boleh diulang", en: "This address works after all: mail goes there again; may be repeated" }
    address_value { id: "ALAMAT", en: "ADDRESS" }

    template { id: "Lihat atau ubah kata-kata pemberitahuan", en: "Show or change the words of notices" }
    template_list { id: "Semua templat", en: "All templates" }
    template_show { id: "Lihat contoh jadinya dalam bahasa --lang", en: "Show how it looks, in the language of --lang" }
    template_source { id: "Lihat teksnya untuk diubah", en: "Show its text, to be edited" }
    template_set { id: "Simpan templat sendiri untuk bahasa --lang, sesudah diperiksa", en: "Save a template of one's own for the language of --lang, once it is checked" }
    template_check { id: "Periksa berkas templat tanpa menyimpannya", en: "Check the file of a template without saving it" }
    template_reset { id: "Kembali ke templat bawaan untuk bahasa --lang", en: "Go back to the template that came with the program, for the language of --lang" }
    template_reason { id: "Hal yang diberitahukan", en: "What is told" }
    template_file { id: "Berkas templat; - untuk masukan baku", en: "File of the template; - for standard input" }

    example_send { id: "Dari cron: kirim yang perlu, diam bila semua baik.", en: "From cron: send what is due, silent when all is well." }
    example_page { id: "Halaman untuk petugas dengan telepon genggam.", en: "A page for the clerk with a telephone." }
    example_mark { id: "Yang sudah terkirim dari halaman itu.", en: "What was sent from that page." }
}
