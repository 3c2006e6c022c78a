//! Long texts.

pustaka_cli::words! {
    channels_about { id: "saluran, persetujuan, dan jam tenang", en: "channels, consent, and quiet hours" }
    channels_text {
        id: "Sebuah pemberitahuan dicoba lewat saluran menurut urutan notice.channels\n\
             (bawaan: mail,whatsapp,print,text). Saluran dipakai hanya bila ada alamatnya\n\
             dan anggota mengizinkannya: `member consent KARTU notices` untuk semua,\n\
             notices-mail, notices-whatsapp, notices-text atau notices-print untuk satu.\n\
             Surat bersandar pada keanggotaan (UU 27/2022 pasal 20 ayat 2 huruf b dan e),\n\
             kecuali notice.print-consent diisi 1. Anak di bawah member.guardian-below\n\
             dihubungi lewat telepon walinya.\n\n\
             Bila sebuah saluran gagal, pemberitahuan beralih ke yang berikutnya. Yang\n\
             tidak dapat dijangkau saluran mana pun terdaftar di `notice-outbox text\n\
             --calls`. Alamat yang surelnya kembali, atau yang ditolak dengan kode keluar\n\
             67, tidak dipakai lagi sampai diganti atau dinyatakan benar dengan\n\
             `notice-outbox bounces --works ALAMAT`; sesudah itu yang masih menunggu\n\
             dicoba lagi. Pada jam notice.quiet tidak ada yang dikirim, dan sekali jalan\n\
             paling banyak notice.cap pesan. Perubahan acara diberitahukan pada hari itu\n\
             juga: send, clerk dan letters mencarinya lebih dulu.\n\n\
             Surel ditandai sebelum dan sesudah diserahkan kepada perintah. Bila terputus\n\
             di antaranya, keadaannya `unknown`: tidak dikirim lagi dengan sendirinya,\n\
             sampai ditandai --sent atau --again.\n\n\
             Lima penolakan tanpa satu surel pun terkirim di antaranya, juga dalam\n\
             beberapa kali jalan, berarti perintahnya yang diragukan: pengiriman\n\
             berhenti dengan kode 3, dan surel-surel itu tetap menunggu. Sesudah itu\n\
             satu penolakan lagi cukup untuk berhenti, sampai sebuah surel terkirim\n\
             atau seseorang memeriksanya dan menjalankan `send --go-on`.",
        en: "A notice is tried by the channels in the order of notice.channels (default:\n\
             mail,whatsapp,print,text). A channel is used only where there is an address\n\
             and the member allows it: `member consent CARD notices` for all,\n\
             notices-mail, notices-whatsapp, notices-text or notices-print for one.\n\
             Letters rest on the membership (UU 27/2022 art. 20(2)(b) and (e)) unless\n\
             notice.print-consent is 1. A child below member.guardian-below is reached by\n\
             the guardian's telephone.\n\n\
             When a channel fails, the notice goes on to the next. Whom no channel\n\
             reaches is listed by `notice-outbox text --calls`. An address from which mail\n\
             came back, or that was refused with exit code 67, is not used until it is\n\
             changed or `notice-outbox bounces --works ADDRESS` says that it is right;\n\
             then what still waits is tried again. In the hours of notice.quiet nothing\n\
             is sent, and in one run at most notice.cap messages. Changes of events are\n\
             told on the same day: send, clerk and letters look for them first.\n\n\
             A mail is marked before and after it is handed to the command. If that is\n\
             cut off in between, its state is `unknown`: it is not sent again by itself,\n\
             until it is marked --sent or --again.\n\n\
             Five refusals with no mail sent in between, also over several runs, put the\n\
             command in doubt: sending stops with code 3, and those mails still wait.\n\
             After that one more refusal is enough to stop, until a mail goes out, or\n\
             somebody has looked and runs `send --go-on`.",
    }
    templates_about { id: "bagian dan isian templat", en: "sections and fields of templates" }
    templates_text {
        id: "Templat adalah teks dengan bagian-bagian:\n\n\
             == subject   satu baris: subjek surel dan kepala surat\n\
             == body      isi surel dan surat\n\
             == short     WhatsApp dan SMS\n\
             == mail      bila ada: isi surel sebagai ganti body\n\n\
             Isian ditulis dalam kurung kurawal. Untuk pinjaman dan pesanan: name,\n\
             library, books, day, titles; bila terlambat juga blocked, kalimat bahwa\n\
             pinjaman baru belum dilayani (kosong bila loan.overdue-blocks 0); untuk\n\
             keanggotaan: name, library, day; untuk acara: name, library, event, day;\n\
             untuk tindak lanjut: name, library, tasks, day, actions. Kurung kurawal\n\
             biasa ditulis dua kali.\n\n\
             Judul (titles) hanya boleh di bagian mail, dan surel itu tidak boleh\n\
             menyebut nama: judul dan nama tidak pernah terbaca bersama oleh orang lain.\n\
             Templat diperiksa sebelum disimpan; lihat dulu dengan `template check`.",
        en: "A template is text in sections:\n\n\
             == subject   one line: subject of a mail, heading of a letter\n\
             == body      text of mails and letters\n\
             == short     WhatsApp and text messages\n\
             == mail      where there is one: text of mails in the place of body\n\n\
             Fields stand in braces. For loans and holds: name, library, books, day,\n\
             titles; where overdue also blocked, the sentence that nothing new is lent\n\
             (empty where loan.overdue-blocks is 0); for memberships: name, library, day;\n\
             for events: name, library, event, day; for follow-ups: name, library, tasks,\n\
             day, actions. A brace as it stands is written twice.\n\n\
             Titles may stand in the section mail alone, and such a mail may not have a\n\
             name: others never read a title and a name together. A template is checked\n\
             before it is saved; look first with `template check`.",
    }
}
