//! Long texts.

pustaka_cli::words! {
    channels_about { id: "saluran, persetujuan, dan jam tenang", en: "channels, consent, and quiet hours" }
    channels_text {
        id: "Sebuah pemberitahuan dicoba lewat saluran menurut urutan notice.channels (bawaan: mail,whatsapp,print,text).\n\
             Saluran dipakai hanya bila ada alamatnya dan anggota mengizinkannya: `member consent KARTU notices` untuk semua,\n\
             notices-mail, notices-whatsapp, notices-text atau notices-print untuk satu. Surat bersandar pada keanggotaan\n\
             (UU 27/2022 pasal 20 ayat 2 huruf b dan e), kecuali notice.print-consent diisi 1. Anak di bawah\n\
             member.guardian-below dihubungi lewat telepon walinya.\n\n\
             Bila sebuah saluran gagal, pemberitahuan beralih ke yang berikutnya. Yang tidak dapat dijangkau saluran mana pun\n\
             terdaftar di `notice-outbox text --calls`. Pada jam notice.quiet tidak ada yang dikirim, dan sekali jalan\n\
             paling banyak notice.cap surel.\n\n\
             Surel ditandai sebelum dan sesudah diserahkan kepada perintah. Bila terputus di antaranya, keadaannya `unknown`:\n\
             tidak dikirim lagi dengan sendirinya, sampai ditandai --sent atau --again.",
        en: "A notice is tried by the channels in the order of notice.channels (default: mail,whatsapp,print,text). A channel\n\
             is used only where there is an address and the member allows it: `member consent CARD notices` for all,\n\
             notices-mail, notices-whatsapp, notices-text or notices-print for one. Letters rest on the membership (UU 27/2022\n\
             art. 20(2)(b) and (e)) unless notice.print-consent is 1. A child below member.guardian-below is reached by the\n\
             guardian's telephone.\n\n\
             When a channel fails, the notice goes on to the next. Whom no channel reaches is listed by\n\
             `notice-outbox text --calls`. In the hours of notice.quiet nothing is sent, and in one run at most notice.cap mails.\n\n\
             A mail is marked before and after it is handed to the command. If that is cut off in between, its state is\n\
             `unknown`: it is not sent again by itself, until it is marked --sent or --again.",
    }
    templates_about { id: "bagian dan isian templat", en: "sections and fields of templates" }
    templates_text {
        id: "Templat adalah teks dengan bagian-bagian:\n\n\
             == subject   satu baris: subjek surel dan kepala surat\n\
             == body      isi surel dan surat\n\
             == short     WhatsApp dan SMS\n\
             == mail      bila ada: isi surel sebagai ganti body\n\n\
             Isian ditulis dalam kurung kurawal. Untuk pinjaman dan pesanan: name, library, books, day, titles; untuk\n\
             keanggotaan: name, library, day; untuk acara: name, library, event, day; untuk tindak lanjut: name, library,\n\
             tasks, day, actions. Kurung kurawal biasa ditulis dua kali.\n\n\
             Judul (titles) hanya boleh di bagian mail, dan surel itu tidak boleh menyebut nama: judul dan nama tidak pernah\n\
             terbaca bersama oleh orang lain. Templat diperiksa sebelum disimpan; lihat dulu dengan `template check`.",
        en: "A template is text in sections:\n\n\
             == subject   one line: subject of a mail, heading of a letter\n\
             == body      text of mails and letters\n\
             == short     WhatsApp and text messages\n\
             == mail      where there is one: text of mails in the place of body\n\n\
             Fields stand in braces. For loans and holds: name, library, books, day, titles; for memberships: name, library,\n\
             day; for events: name, library, event, day; for follow-ups: name, library, tasks, day, actions. A brace as it\n\
             stands is written twice.\n\n\
             Titles may stand in the section mail alone, and such a mail may not have a name: others never read a title and a\n\
             name together. A template is checked before it is saved; look first with `template check`.",
    }
}
