//! What is said of the schedule.

pustaka_cli::words! {
    no_program { id: "Letak program ini tidak diketahui.", en: "It is not known where this program is." }
    bad_name(path) {
        id: "Nama {path} tidak dapat ditulis di jadwal.",
        en: "The name {path} can't be written into a schedule.",
    }
    bad_name_hint {
        id: "pindahkan ke folder yang namanya hanya huruf, angka, dan tanda yang biasa",
        en: "move it to a folder with a name of plain characters",
    }
    description { id: "Malam perpustakaan", en: "The night of the library" }
    description_timer { id: "Jadwal malam perpustakaan", en: "Schedule of the night of the library" }

    mail_description { id: "Surel perpustakaan kepada pembaca", en: "The library's mails to readers" }
    mail_description_timer {
        id: "Jadwal surel perpustakaan kepada pembaca",
        en: "Schedule of the library's mails to readers",
    }

    cron_heading(user) {
        id: "Dengan cron: jalankan `crontab -e` sebagai {user}, lalu tambahkan kedua baris ini.",
        en: "With cron: run `crontab -e` as {user} and add these two lines.",
    }
    cron_mail {
        id: "Taruh baris MAILTO=alamat@contoh.id di atasnya; surat hanya datang bila ada yang gagal.",
        en: "Put a line MAILTO=address@example.org above it; mail comes only when something failed.",
    }
    cron_silent {
        id: "Tiap jam dari 01:15 sampai 09:15: kali pertama menutup hari kemarin, kali berikutnya mengulang yang gagal saja.",
        en: "Every hour from 01:15 to 09:15: the first closes yesterday, those after it only try again what failed.",
    }
    cron_sends {
        id: "Tiap jam dari 07:15 sampai 19:15: mengirim surel yang menunggu. Tentukan dulu pengirimnya: `library-db settings notice.from ALAMAT`. Kalau sendmail itu milik msmtp, tambahkan `--later 69`.",
        en: "Every hour from 07:15 to 19:15: sends the mails that wait. Set the sender first: `library-db settings notice.from ADDRESS`. Where that sendmail is msmtp's, add `--later 69`.",
    }
    systemd_heading {
        id: "Atau dengan systemd: simpan keempat berkas ini (`nightly-report install service`, `timer`, `mail-service`, dan `mail-timer` menulisnya satu per satu).",
        en: "Or with systemd: save these four files (`nightly-report install service`, `timer`, `mail-service` and `mail-timer` write each alone).",
    }
    systemd_start { id: "Lalu jalankan jadwalnya:", en: "Then start the schedule:" }
    systemd_look { id: "Kapan berikutnya, dan apa yang terjadi:", en: "When it runs next, and what happened:" }
}
