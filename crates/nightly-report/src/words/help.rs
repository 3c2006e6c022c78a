//! Help pages.

pustaka_cli::words! {
    about { id: "Menjalankan pekerjaan malam perpustakaan dan menyusun laporannya.", en: "Runs the night of the library and writes its reports." }
    day_value { id: "HARI", en: "DAY" }
    folder_value { id: "FOLDER", en: "FOLDER" }

    run { id: "Menutup hari-hari yang sudah lewat", en: "Closes the days that are over" }
    run_long {
        id: "Menutup setiap hari yang sudah lewat dan belum ditutup, langkah demi langkah: pesanan yang tidak diambil, daftar tunggu acara yang lewat, riwayat baca yang harus dihapus, pemberitahuan, ringkasan hari, cadangan, pemeriksaan berkas, laporan. Laporan ditulis ke folder `-o`, atau pengaturan night.folder, atau `reports` di samping berkas perpustakaan. Menjalankannya dua kali tidak mengubah apa-apa; malam yang terlewat disusulkan; langkah yang gagal diberitahukan dan diulang pada kali berikutnya, sedangkan yang lain tetap dikerjakan. Bila semua baik, dari cron tidak terdengar apa-apa. Jadwalnya ditulis `nightly-report install`.",
        en: "Closes every day that is over and not yet closed, step by step: holds nobody came for, waiting lists of events that are over, reading history that is due, notices, the summary of the day, backup, check of the file, reports. Reports go into the folder of `-o`, else the setting night.folder, else `reports` beside the library file. Running it twice changes nothing; a missed night is caught up; a step that fails is told and tried again the next time, and the rest goes on. When all is well nothing is heard from cron. `nightly-report install` writes its schedule.",
    }
    run_date { id: "Sampai hari ini saja; bawaannya kemarin", en: "Through this day only; yesterday by default" }
    run_backups {
        id: "Folder cadangan; bawaannya pengaturan night.backups, lalu `backups` di samping berkas perpustakaan",
        en: "Folder of the backups; by default the setting night.backups, else `backups` beside the library file",
    }

    reopen { id: "Membuka lagi malam yang ditutup jam komputer yang terlalu maju", en: "Opens nights again that a clock closed which was ahead" }
    reopen_long {
        id: "Membuka lagi malam yang ditutup terlalu awal karena jam komputer terlalu maju: malam dari hari yang belum lewat, dan yang dikerjakan pada saat yang belum tiba. Malam itu dan angka harinya dikerjakan lagi pada waktunya. Yang sudah terjadi tetap: pesanan yang diakhiri, riwayat baca yang dihapus, pemberitahuan yang dibuat. Perbaiki dulu jamnya.",
        en: "Opens nights again that were closed too early because the machine's clock was ahead: those of days that are not over, and those done at a moment that has not come. They and the figures of their days are done again in their time. What was done stays done: holds that ended, reading history that was cut, notices that were made. Set the clock first.",
    }

    show { id: "Menampilkan laporan satu hari yang sudah ditutup", en: "Shows the report of a day that is closed" }
    show_long {
        id: "Menampilkan laporan satu hari yang sudah ditutup. HTML untuk dibaca dan dicetak; JSON dan xlsx untuk program dan buku kerja. CSV memuat seluruhnya dalam satu daftar, satu baris setiap nilai: kolom `list` menyebut bagiannya (`figures`, `days`, `classes`, `surveys`, `attention`), `key` apanya, `measure` nilai yang mana, `from` dan `to` harinya, `recorded` apakah semua harinya tercatat (`whole`, `part`, `none`). Satu bagian saja: saring menurut kolom pertama.",
        en: "Shows the report of a day that is closed. HTML to read and to print; JSON and xlsx for programs and as a workbook. CSV has all of it in one list, a row for each value: `list` names its part (`figures`, `days`, `classes`, `surveys`, `attention`), `key` what it is of, `measure` which of its values, `from` and `to` its days, `recorded` whether all of these are recorded (`whole`, `part`, `none`). For one part alone, filter by the first column.",
    }
    show_date { id: "Harinya; bawaannya hari terakhir yang ditutup", en: "The day; by default the last one that is closed" }
    example_show { id: "Laporan hari terakhir, untuk dibaca di peramban dan dicetak.", en: "The report of the last day, to read in a browser and to print." }

    rows { id: "Menampilkan baris di balik satu angka laporan", en: "Shows the rows behind a figure of the page" }
    rows_long {
        id: "Menampilkan baris di balik satu angka laporan; jumlahnya sama dengan angka itu. Pada peminjaman tertulis judul dan jenis anggota, tanpa nama; pada anggota tidak tertulis judul. Daftar lain: `holds-to-clear`, buku pesanan yang harus diturunkan dari rak, dan `many-waiting`, judul dengan banyak pemesan.",
        en: "Shows the rows behind a figure of the page; they add up to it. A loan is shown with its title and the type of member, without a name; a member is shown without a title. Other lists: `holds-to-clear`, copies to take off the ready shelf, and `many-waiting`, titles for which many wait.",
    }
    figure_value { id: "ANGKA", en: "FIGURE" }
    rows_figure { id: "Kode angkanya, misalnya loans atau overdue", en: "Code of the figure, loans or overdue for example" }
    rows_from { id: "Hari pertama; bawaannya awal bulan", en: "First day; by default that of the month" }
    rows_to { id: "Hari terakhir; bawaannya hari terakhir yang ditutup", en: "Last day; by default the last one that is closed" }
    example_rows { id: "Peminjaman bulan ini, satu per satu.", en: "The loans of this month, one by one." }
    example_rows_file { id: "Anggota baru tahun ini, sebagai buku kerja.", en: "This year's new members, as a workbook." }
    example_rows_level { id: "Yang terlambat pada akhir 30 November.", en: "What was overdue at the end of 30 November." }

    example_run { id: "Menutup hari kemarin, dan yang terlewat sebelumnya.", en: "Closes yesterday, and what was missed before." }
    example_install { id: "Jadwalnya: untuk cron dan untuk systemd.", en: "Its schedule: for cron and for systemd." }

    install { id: "Menulis jadwal malam dan surelnya: baris crontab dan timer systemd", en: "Writes the schedule of the night and its mails: crontab lines and systemd timers" }
    install_long {
        id: "Menulis jadwal malam ke layar; tidak ada yang dipasang. Malam dijalankan tiap jam dari 01:15 sampai 09:15 menurut jam komputer: kali pertama menutup hari kemarin, kali berikutnya hanya mengulang yang gagal. Surel kepada pembaca dikirim tiap jam dari 07:15 sampai 19:15 oleh `notice-outbox send` (bagian `mail-cron`, `mail-service`, `mail-timer`). Cron mengirim surat hanya bila ada yang gagal.",
        en: "Writes the night's schedule; nothing is installed. The night is run every hour from 01:15 to 09:15 by the machine's clock: the first run closes yesterday, those after it only try again what failed. Mails to readers are sent every hour from 07:15 to 19:15 by `notice-outbox send` (the parts `mail-cron`, `mail-service`, `mail-timer`). Cron sends mail only when something failed.",
    }
    install_part { id: "Satu bagian saja, siap disimpan", en: "One part alone, ready to be saved" }
    part_value { id: "BAGIAN", en: "PART" }

    example_dry_run { id: "Yang akan dikerjakan, tanpa menyimpan.", en: "What would be done, storing nothing." }
    example_backups { id: "Cadangan ke diska lain.", en: "Backups onto another disk." }

    report { id: "Laporan yang harus diserahkan, untuk masa mana pun", en: "A report that is handed in, for any period" }
    report_value { id: "LAPORAN", en: "REPORT" }
    report_name { id: "Nama laporan; tanpa nama, daftarnya", en: "Name of the report; without it, the list of them" }
    publish { id: "Untuk diumumkan: hitungan orang atau pinjaman di bawah lima ditutup", en: "For publication: counts of people or loans under five are kept back" }
    recount {
        id: "loans: hitung ulang dari setiap peminjaman, menurut kelas judul sekarang",
        en: "loans: count again from every loan, by the classes of the titles now",
    }
    least { id: "most-lent: sekurang-kurangnya sekian kali dipinjam", en: "most-lent: lent at least so often" }
    limit { id: "most-lent: paling banyak sekian judul", en: "most-lent: so many titles at most" }
    example_loans { id: "Peminjaman setahun menurut kelas dan bulan.", en: "A year's loans by class and month." }
    example_members { id: "Anggota triwulan ketiga, untuk portal data terbuka.", en: "Members of the third quarter, for an open-data portal." }
    example_iplm { id: "Isian IPLM; yang belum diketahui disebut.", en: "The IPLM questionnaire; what is missing is named." }
    facts { id: "Fakta setahun yang tidak dapat dihitung dari berkas ini", en: "Facts of a year that can't be counted from this file" }
    year_value { id: "TAHUN", en: "YEAR" }
    facts_year { id: "Tahunnya; tanpa ini, tahun ini", en: "The year; without it, this year" }
    fact_value { id: "FAKTA", en: "FACT" }
    fact { id: "Nama fakta, misalnya population", en: "Name of the fact, such as population" }
    value_value { id: "NILAI", en: "VALUE" }
    fact_value_help { id: "Nilai yang disimpan; kosong untuk menghapus", en: "The value to store; empty to take it away" }
    example_facts_list { id: "Yang diketahui tentang 2026, dan yang belum.", en: "What is known of 2026, and what is not." }
    example_facts_gone { id: "Menghapus tetapan yang salah isi.", en: "Takes away a constant that was wrong." }
    example_facts { id: "Penduduk tahun 2026, untuk IPLM dan IKK.", en: "The inhabitants of 2026, for IPLM and IKK." }
    did_you_mean(name) { id: "maksudnya `{name}`?", en: "did you mean `{name}`?" }
}
