//! The reports that are handed in: their titles, definitions and headings.

pustaka_cli::words! {
    name { id: "Nama", en: "Name" }
    what { id: "Isi", en: "What it is" }
    list_title { id: "Laporan yang dapat dibuat:", en: "Reports that can be made:" }
    list_hint {
        id: "Buku induk ada di `catalog-export register`. Hasil survei ada di `survey-tally publish`, acara di `event-roster report`.",
        en: "The accession register is `catalog-export register`. Results of surveys are `survey-tally publish`, events `event-roster report`.",
    }
    unknown_report(name) { id: "Tidak ada laporan bernama {name}.", en: "There is no report named {name}." }
    not_an_option(option, reports, name) {
        id: "--{option} hanya berlaku untuk laporan {reports}, tidak untuk {name}.",
        en: "--{option} is for the report {reports}, and not for {name}.",
    }
    without_option(name) {
        id: "tanpa pilihan itu: `nightly-report report {name}`",
        en: "without it: `nightly-report report {name}`",
    }
    recounted {
        id: "Dihitung ulang dari setiap peminjaman, menurut kelas judul sekarang; perpanjangan tidak dihitung ulang.",
        en: "Counted again from every loan, by the classes of the titles now; renewals are not counted again.",
    }
    not_recorded(since) {
        id: "Peminjaman baru tercatat sejak {since}; masa yang diminta seluruhnya sebelum itu.",
        en: "Loans are recorded since {since} only; the period asked for lies wholly before it.",
    }
    partly_recorded(since) {
        id: "Peminjaman baru tercatat sejak {since}. Sebelum hari itu tidak diketahui, bukan nol.",
        en: "Loans are recorded since {since} only. Before that day they are unknown, not zero.",
    }
    renewals_since(since) {
        id: "Perpanjangan baru tercatat sejak {since}. Sebelum hari itu tidak diketahui, bukan nol.",
        en: "Renewals are recorded since {since} only. Before that day they are unknown, not zero.",
    }
    see_list { id: "daftarnya: `nightly-report report`", en: "see the list: `nightly-report report`" }

    of_period(title, period) { id: "{title}, {period}", en: "{title}, {period}" }
    as_at(title, day) { id: "{title}, per {day}", en: "{title}, as at {day}" }
    not_over(day) {
        id: "Masa ini belum selesai: dihitung sampai {day}.",
        en: "This period is not over: counted up to {day}.",
    }
    published(fewest) {
        id: "Untuk diumumkan: kelompok dan hitungan orang atau pinjaman di bawah {fewest} ditutup dengan –, juga yang lain bila selisihnya akan membukanya.",
        en: "For publication: groups and counts of people or loans under {fewest} are kept back as –, and others that would give them away by subtraction.",
    }
    things_alone {
        id: "Boleh diumumkan: yang dihitung koleksi dan tenaga perpustakaan, bukan pembaca; tidak ada yang perlu ditutup.",
        en: "May be published: what is counted is the collection and the staff, not readers; nothing has to be kept back.",
    }
    internal {
        id: "Untuk dipakai sendiri: kelompok dan hitungan kecil tidak ditutup. Sebelum diumumkan, buat dengan `--publish`.",
        en: "For your own use: small groups and counts are not kept back. Before publishing, make it with `--publish`.",
    }
    names_inside {
        id: "Untuk petugas saja: memuat nama.",
        en: "For staff only: it has names.",
    }
    not_for_publication(name) {
        id: "Laporan {name} memuat nama dan tidak dapat diumumkan.",
        en: "The report {name} has names and can't be published.",
    }
    for_the_shelves(name) {
        id: "Laporan {name} dibuat untuk petugas yang mencari di rak dan tidak dapat diumumkan.",
        en: "The report {name} is for those who look on the shelves and can't be published.",
    }
    no_period(name) {
        id: "Laporan {name} tidak dapat dibatasi pada satu masa: disandingkan dengan pembaca yang terlambat pada masa itu, \
             judulnya mengarah ke nama.",
        en: "The report {name} can't be limited to a period: beside the readers who are late in it, its titles would lead to \
             names.",
    }
    without_period(name) {
        id: "Semua yang terlambat hari ini: `nightly-report report {name}`",
        en: "All that is late today: `nightly-report report {name}`",
    }
    from { id: "Dari", en: "From" }
    to { id: "Sampai", en: "To" }
    missing_facts(names, year) {
        id: "Belum diketahui untuk {year}: {names}.",
        en: "Not yet known for {year}: {names}.",
    }
    set_facts(name, year) {
        id: "Isi dengan: `nightly-report facts {year} {name} NILAI`",
        en: "Set one with: `nightly-report facts {year} {name} VALUE`",
    }
    only_of_a_year {
        id: "Kunjungan dan angka setahun lainnya dipakai hanya bila masanya satu tahun: `--year`.",
        en: "Visits and other figures of a year are used only when the period is a year: `--year`.",
    }

    collection { id: "Koleksi menurut kelas", en: "Collection by class" }
    collection_definition {
        id: "Judul yang punya eksemplar dan eksemplar yang tidak dikeluarkan, diterima sampai hari itu atau tanpa tanggal terima. Eksemplar yang kini dikeluarkan tidak terhitung pada hari-hari sebelumnya, karena harinya tidak dicatat. Islam (2X0–2X9) baris sendiri dan tidak ikut di 200; baris-barisnya tidak tumpang tindih dan jumlahnya sama dengan total.",
        en: "Titles that have a copy, and copies that are not withdrawn, received up to that day or on a day that nobody noted. A copy that is withdrawn now is missing from the days before, for its day was not kept. Islam (2X0–2X9) is a row of its own and not in 200; rows exclude each other and add up to the total.",
    }
    loans { id: "Peminjaman menurut kelas dan bulan", en: "Loans by class and month" }
    loans_definition {
        id: "Peminjaman dihitung pada hari mulainya dan perpanjangan pada harinya sendiri, terpisah (PAKPI B.2.1.1), menurut kelas judulnya ketika hari itu ditutup. Hari yang belum ditutup dihitung dari catatannya. Islam (2X0–2X9) baris sendiri dan tidak ikut di 200.",
        en: "A loan counts on the day it began and a renewal on its own, apart (PAKPI B.2.1.1), by the class its title had when the day was closed. Days not yet closed are counted from their rows. Islam (2X0–2X9) is a row of its own and not in 200.",
    }
    turnover { id: "Perputaran koleksi", en: "Turnover of the collection" }
    turnover_definition {
        id: "Peminjaman dalam masa itu dibagi eksemplar, dan dibagi judul, pada hari terakhirnya (PAKPI B.2.1.1). Perpanjangan terpisah.",
        en: "Loans that began in the period by copies, and by titles, held on its last day (PAKPI B.2.1.1). Renewals are apart.",
    }
    unused { id: "Koleksi yang tidak dipinjam, menurut kelas", en: "Collection not lent, by class" }
    unused_definition {
        id: "Eksemplar pada hari terakhir yang tidak sekali pun dipinjam dalam masa itu, dibagi semua eksemplar, dalam persen (PAKPI B.2.1.3). Yang memang tidak dipinjamkan disebut tersendiri.",
        en: "Copies held on the last day that were not lent once in the period, by all copies, in percent (PAKPI B.2.1.3). Those that are not for loan are told apart.",
    }
    members { id: "Anggota menurut kelompok", en: "Members by group" }
    members_definition {
        id: "Terdaftar: tanggal bergabungnya dalam masa itu. Berlaku: keanggotaannya, seperti tercatat sekarang, mencakup hari terakhir. Umur dihitung pada hari terakhir.",
        en: "Registered: who joined in the period. Valid: whose membership, as it is recorded now, covers the last day. Age is that of the last day.",
    }
    readers { id: "Peminjaman menurut kelompok pembaca", en: "Loans by group of readers" }
    readers_definition {
        id: "Peminjaman yang mulai dalam masa itu menurut kelompok pembacanya pada hari itu; siapa orangnya tidak disimpan.",
        en: "Loans that began in the period, by the group of their readers on that day; who they were is not kept.",
    }
    overdue { id: "Pembaca yang terlambat", en: "Readers who are late" }
    overdue_definition {
        id: "Hari ini: pembaca yang pinjamannya sudah lewat batas kembali, dan dendanya bila semuanya kembali hari ini. Dengan masa: pada akhir hari terakhirnya, yang sudah ditutup; batas kembali seperti saat itu, yang jatuh pada hari itu termasuk. Tanpa judul: daftar eksemplarnya `overdue-copies`.",
        en: "Today: readers whose loans are past their due date, and the fine if all came back today. With a period: at the end of its last day, which is closed; due dates as they were then, those of that day among them. Without titles: the copies are `overdue-copies`.",
    }
    no_longer_known { id: "(tidak lagi diketahui)", en: "(no longer known)" }
    cut_from_readers {
        id: "Tidak lagi diketahui: pinjaman yang sudah selesai dan lunas dilepas dari pembacanya; yang tersisa hanya hitungannya.",
        en: "No longer known: a loan that is over and settled is cut from its reader; only the count is left.",
    }
    no_fine_then {
        id: "Denda pada hari yang sudah lewat tidak dihitung kembali.",
        en: "Fines as they stood on a day in the past are not worked out again.",
    }
    overdue_copies { id: "Eksemplar yang terlambat", en: "Copies that are late" }
    overdue_copies_definition {
        id: "Hari ini, untuk dicari di rak sebelum ada yang ditelepon. Tanpa nama, dan tidak untuk masa lain: disandingkan dengan pembaca yang terlambat pada masa itu, judulnya mengarah ke orang.",
        en: "Today, to be looked for on the shelves before anybody is called. Without names, and of no other period: beside the readers who were late in it, its titles would lead to people.",
    }
    most_lent { id: "Judul yang paling sering dipinjam", en: "Titles lent most" }
    most_lent_definition {
        id: "Peminjaman yang mulai dalam masa itu, dijumlah menurut judul; perpanjangan terpisah.",
        en: "Loans that began in the period, summed by title; renewals apart.",
    }
    never_lent { id: "Judul yang tidak dipinjam", en: "Titles not lent" }
    never_lent_definition {
        id: "Judul yang punya eksemplar pada hari terakhir dan tidak satu pun dipinjam dalam masa itu. Terakhir dipinjam: hari terakhir sebelum masa itu, sejauh berkas ini tahu.",
        en: "Titles with copies on the last day of which none was lent in the period. Last lent: the last day before the period, as far as this file knows.",
    }
    per_head { id: "Pinjaman dan kunjungan per kapita", en: "Loans and visits per head" }
    per_head_definition {
        id: "Peminjaman (PAKPI B.2.1.2) dan kunjungan (B.2.2.1) dibagi penduduk yang disebut: anggota yang berlaku sekurang-kurangnya sehari dalam masa itu, anggota yang meminjam, atau penduduk kota. Siapa yang meminjam tidak disimpan sesudah kembali, dan kunjungan belum dicatat alat mana pun, jadi banyaknya setahun harus diisi.",
        en: "Loans (PAKPI B.2.1.2) and visits (B.2.2.1) by the population that is named: members valid on a day of the period, members who borrowed, or inhabitants. Who borrowed is not kept after a return, and no tool records visits yet, so their numbers of a year have to be entered.",
    }
    iplm { id: "Isian IPLM", en: "IPLM questionnaire" }
    iplm_definition {
        id: "Indeks Pembangunan Literasi Masyarakat. 2021–2022: UPLM = data / aspek masyarakat; sejak 2023: UPLM = min(1, (data / aspek masyarakat) / K). IPLM = 100 x jumlah tujuh UPLM / 7, dihitung tepat dan dibulatkan sekali. K tidak diumumkan Perpusnas dan harus diisi, begitu pula kunjungan setahun, yang belum dicatat alat mana pun. Indeks hanya dihitung bila ketujuhnya diketahui.",
        en: "Index of the development of community literacy. 2021–2022: UPLM = data / society; since 2023: UPLM = min(1, (data / society) / K). IPLM = 100 x the sum of seven UPLM / 7, computed exactly and rounded once. The K are not published by the national library and have to be entered, and so have the visits of the year, which no tool records yet. The index is computed only when all seven are known.",
    }
    ikk { id: "Rasio IKK dan SNP", en: "IKK ratios and the national standard" }
    ikk_definition {
        id: "Indikator Kinerja Kunci (Permendagri 18/2020) menurut koleksi pada hari terakhir dan fakta tahun itu; SNP menurut Perbup Pati 105/2018: judul sekurang-kurangnya 0,025 x penduduk, terbitan lima tahun terakhir sekurang-kurangnya 10 % dari eksemplar.",
        en: "Key performance indicators (Permendagri 18/2020) from the collection on the last day and the facts of that year; the standard as Perbup Pati 105/2018 has it: titles at least 0.025 x inhabitants, at least 10 % of the copies of titles of the last five years.",
    }

    class { id: "Kelas", en: "Class" }
    class_name { id: "Bidang", en: "Subject" }
    titles { id: "Judul", en: "Titles" }
    copies { id: "Eksemplar", en: "Copies" }
    gone { id: "Tidak ditemukan atau hilang", en: "Missing or lost" }
    undated { id: "Tanpa tanggal terima", en: "Without a day" }
    year { id: "Tahun", en: "Year" }
    all_loans { id: "Peminjaman", en: "Loans" }
    renewals { id: "Perpanjangan", en: "Renewals" }
    per_copy { id: "Per eksemplar", en: "Per copy" }
    per_title { id: "Per judul", en: "Per title" }
    not_lent { id: "Tidak dipinjam", en: "Not lent" }
    not_for_loan { id: "Tidak dipinjamkan", en: "Not for loan" }
    percent { id: "Persen", en: "Percent" }
    total { id: "Total", en: "Total" }
    division { id: "Menurut", en: "By" }
    group { id: "Kelompok", en: "Group" }
    registered { id: "Terdaftar", en: "Registered" }
    valid { id: "Berlaku", en: "Valid" }
    unknown { id: "(tidak diketahui)", en: "(unknown)" }
    card { id: "Kartu", en: "Card" }
    phone { id: "Telepon", en: "Telephone" }
    days_since_due { id: "Hari sejak batas kembali", en: "Days since due" }
    amount { id: "Denda", en: "Fine" }
    item { id: "Kode", en: "Code" }
    title { id: "Judul", en: "Title" }
    author { id: "Pengarang", en: "Author" }
    last_lent { id: "Terakhir dipinjam", en: "Last lent" }
    received { id: "Diterima", en: "Received" }
    figure { id: "Angka", en: "Figure" }
    value { id: "Nilai", en: "Value" }
    count { id: "Banyaknya", en: "Count" }
    heads { id: "Orang", en: "Heads" }
    population { id: "Penduduk yang dimaksud", en: "Population" }
    per_one { id: "Per kapita", en: "Per head" }
    line { id: "Rasio", en: "Ratio" }
    top { id: "Pembilang", en: "Above" }
    bottom { id: "Penyebut", en: "Below" }
    reached { id: "Tercapai", en: "Reached" }
    lacking { id: "Belum diketahui", en: "Missing" }

    by_kind { id: "Jenis anggota", en: "Member type" }
    by_age { id: "Umur", en: "Age" }
    by_sex { id: "Jenis kelamin", en: "Sex" }
    by_education { id: "Pendidikan", en: "Education" }
    by_district { id: "Kecamatan", en: "District" }
    female { id: "perempuan", en: "female" }
    male { id: "laki-laki", en: "male" }

    other { id: "lain", en: "other" }
    january { id: "Jan", en: "Jan" }
    february { id: "Feb", en: "Feb" }
    march { id: "Mar", en: "Mar" }
    april { id: "Apr", en: "Apr" }
    may { id: "Mei", en: "May" }
    june { id: "Jun", en: "Jun" }
    july { id: "Jul", en: "Jul" }
    august { id: "Agu", en: "Aug" }
    september { id: "Sep", en: "Sep" }
    october { id: "Okt", en: "Oct" }
    november { id: "Nov", en: "Nov" }
    december { id: "Des", en: "Dec" }
}
