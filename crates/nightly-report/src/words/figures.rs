//! What every figure counts, and what it does not: the names and definitions of the page.
//!
//! A definition says what is counted, by which date, and what is left out; the source of a definition is named where one
//! applies. A figure without words does not compile.

use pustaka_cli::Lang;
use pustaka_core::reports::figure::Figure;
use pustaka_core::reports::page::SectionCode;

/// What a figure is called.
pub(crate) fn name(lang: Lang, figure: Figure) -> &'static str {
    heading(figure)(lang)
}

/// What a figure is called, as the heading of a column.
pub(crate) fn heading(figure: Figure) -> fn(Lang) -> &'static str {
    match figure {
        Figure::Visits => visits,
        Figure::Loans => loans,
        Figure::Renewals => renewals,
        Figure::Returns => returns,
        Figure::InHouse => in_house,
        Figure::OnLoan => on_loan,
        Figure::Overdue => overdue,
        Figure::NewMembers => new_members,
        Figure::HoldsPlaced => holds_placed,
        Figure::HoldsWaiting => holds_waiting,
        Figure::HoldsReady => holds_ready,
        Figure::UnmetSearches => unmet_searches,
        Figure::ItemsBought => items_bought,
        Figure::BoughtAndLent => bought_and_lent,
        Figure::ItemsGiven => items_given,
        Figure::EventSessions => event_sessions,
        Figure::EventHeads => event_heads,
        Figure::MoneyReceived => money_received,
        Figure::FollowUpsOverdue => follow_ups_overdue,
    }
}

/// What a figure counts, by which date, and what it does not count.
pub(crate) fn definition(lang: Lang, figure: Figure) -> &'static str {
    match figure {
        Figure::Visits => visits_are(lang),
        Figure::Loans => loans_are(lang),
        Figure::Renewals => renewals_are(lang),
        Figure::Returns => returns_are(lang),
        Figure::InHouse => in_house_is(lang),
        Figure::OnLoan => on_loan_is(lang),
        Figure::Overdue => overdue_is(lang),
        Figure::NewMembers => new_members_are(lang),
        Figure::HoldsPlaced => holds_placed_are(lang),
        Figure::HoldsWaiting => holds_waiting_are(lang),
        Figure::HoldsReady => holds_ready_are(lang),
        Figure::UnmetSearches => unmet_searches_are(lang),
        Figure::ItemsBought => items_bought_are(lang),
        Figure::BoughtAndLent => bought_and_lent_are(lang),
        Figure::ItemsGiven => items_given_are(lang),
        Figure::EventSessions => event_sessions_are(lang),
        Figure::EventHeads => event_heads_are(lang),
        Figure::MoneyReceived => money_received_is(lang),
        Figure::FollowUpsOverdue => follow_ups_overdue_are(lang),
    }
}

/// Where a definition comes from; empty where it is the library's own.
pub(crate) fn source(lang: Lang, figure: Figure) -> &'static str {
    match figure {
        Figure::Visits => visits_source(lang),
        Figure::Loans | Figure::Renewals => loans_source(lang),
        Figure::NewMembers => members_source(lang),
        Figure::ItemsBought | Figure::ItemsGiven => items_source(lang),
        Figure::BoughtAndLent => bought_source(lang),
        Figure::EventHeads => heads_source(lang),
        Figure::FollowUpsOverdue => surveys_source(lang),
        Figure::Returns
        | Figure::InHouse
        | Figure::OnLoan
        | Figure::Overdue
        | Figure::HoldsPlaced
        | Figure::HoldsWaiting
        | Figure::HoldsReady
        | Figure::UnmetSearches
        | Figure::EventSessions
        | Figure::MoneyReceived => own_source(lang),
    }
}

/// What a group of figures is called.
pub(crate) fn section(lang: Lang, section: SectionCode) -> &'static str {
    match section {
        SectionCode::Services => services(lang),
        SectionCode::Readers => readers(lang),
        SectionCode::Collection => collection(lang),
        SectionCode::Events => events(lang),
        SectionCode::Office => office(lang),
    }
}

pustaka_cli::words! {
    visits { id: "Kunjungan", en: "Visits" }
    visits_are {
        id: "Orang yang datang ke perpustakaan, sekali untuk setiap kedatangan. Belum ada alat dalam sistem ini yang mencatatnya \
             hari demi hari, jadi di sini selalu belum tercatat, bukan nol. Angka setahun, dari buku tamu atau penghitung di \
             pintu, diisi dengan “nightly-report facts TAHUN visits-onsite”; laporan per kapita, IPLM dan IKK memakainya.",
        en: "People who came to the library, once for every time they came. No tool of this system records them day by day yet, \
             so they stand here as not recorded, which is not zero. The figure of a year, from the visitors’ book or a counter at \
             the door, is entered with “nightly-report facts YEAR visits-onsite”; per head, IPLM and IKK use it.",
    }
    visits_source { id: "SNI ISO 2789:2013; PAKPI 2021, B.2.2.1", en: "SNI ISO 2789:2013; PAKPI 2021, B.2.2.1" }
    loans { id: "Peminjaman", en: "Loans" }
    loans_are {
        id: "Eksemplar yang dipinjam, menurut tanggal pinjamnya. Perpanjangan dihitung tersendiri; peminjaman yang \
             dibatalkan petugas di meja tidak dihitung.",
        en: "Copies lent, by the day they were lent. Renewals are counted by themselves; a checkout that the desk undid is \
             not counted.",
    }
    loans_source {
        id: "SNI ISO 2789:2013; PAKPI 2021, B.2.1.1 (pinjaman dan perpanjangan disajikan terpisah)",
        en: "SNI ISO 2789:2013; PAKPI 2021, B.2.1.1 (loans and renewals are shown apart)",
    }
    renewals { id: "Perpanjangan", en: "Renewals" }
    renewals_are {
        id: "Perpanjangan pinjaman, menurut tanggal perpanjangannya. Satu pinjaman yang diperpanjang dua kali dihitung dua.",
        en: "Renewals of loans, by the day they were renewed. A loan that was renewed twice counts twice.",
    }
    returns { id: "Pengembalian", en: "Returns" }
    returns_are {
        id: "Eksemplar pinjaman yang kembali, menurut tanggal kembalinya. Pinjaman yang ditutup karena eksemplarnya hilang \
             tidak dihitung.",
        en: "Copies on loan that came back, by the day they came back. Loans that ended because the copy was lost are not \
             counted.",
    }
    in_house { id: "Baca di tempat", en: "Use in the library" }
    in_house_is {
        id: "Eksemplar yang dipakai di perpustakaan tanpa dipinjam, menurut tanggal petugas mencatatnya saat mengembalikannya \
             ke rak.",
        en: "Copies used in the library without being lent, by the day the staff recorded them on the way back to the shelf.",
    }
    on_loan { id: "Sedang dipinjam", en: "On loan" }
    on_loan_is {
        id: "Eksemplar yang masih di tangan pembaca pada akhir hari, termasuk yang terlambat.",
        en: "Copies in readers’ hands at the end of the day, those overdue among them.",
    }
    overdue { id: "Terlambat", en: "Overdue" }
    overdue_is {
        id: "Pinjaman yang pada akhir hari seharusnya sudah kembali tetapi belum; yang jatuh tempo pada hari itu termasuk. \
             Eksemplar yang dinyatakan hilang tidak dihitung.",
        en: "Loans that should have been back by the end of the day and are not, those due on that day among them. Copies \
             declared lost are not counted.",
    }
    new_members { id: "Anggota baru", en: "New members" }
    new_members_are {
        id: "Orang yang terdaftar sebagai anggota, menurut tanggal pendaftarannya. Perpanjangan keanggotaan tidak dihitung.",
        en: "People enrolled as members, by the day they were enrolled. Memberships that were renewed are not counted.",
    }
    members_source {
        id: "Dasar unsur anggota perpustakaan (UPLM 7) pada IPLM",
        en: "The basis of the element of members (UPLM 7) in the IPLM",
    }
    holds_placed { id: "Pesanan baru", en: "Holds placed" }
    holds_placed_are {
        id: "Judul yang dipesan pembaca, menurut tanggal pesanannya, termasuk yang kemudian dibatalkan.",
        en: "Titles that readers put on hold, by the day they did, those cancelled later among them.",
    }
    holds_waiting { id: "Pesanan menunggu", en: "Holds waiting" }
    holds_waiting_are {
        id: "Pesanan yang pada akhir hari masih menunggu eksemplar. Yang eksemplarnya sudah disiapkan tidak dihitung di sini.",
        en: "Holds that still wait for a copy at the end of the day. Those with a copy ready are not counted here.",
    }
    holds_ready { id: "Pesanan siap diambil", en: "Holds ready" }
    holds_ready_are {
        id: "Pesanan yang pada akhir hari eksemplarnya sudah disiapkan dan belum diambil.",
        en: "Holds whose copy stands ready at the end of the day and was not fetched yet.",
    }
    unmet_searches { id: "Pencarian tanpa hasil", en: "Searches without a hit" }
    unmet_searches_are {
        id: "Pencarian di katalog yang tidak menemukan judul apa pun, menurut tanggalnya. Yang disimpan hanya kata-katanya, \
             bukan siapa yang mencari.",
        en: "Searches of the catalogue that found no title, by their day. Only the words are kept, not who searched.",
    }
    items_bought { id: "Eksemplar dibeli", en: "Copies bought" }
    items_bought_are {
        id: "Eksemplar bersumber pembelian, menurut tanggal penerimaannya. Yang tanggal penerimaannya tidak dicatat tidak \
             dihitung.",
        en: "Copies whose source is purchase, by the day they were received. Those without a day of receipt are not counted.",
    }
    items_source { id: "SNI ISO 2789:2013 (penambahan koleksi)", en: "SNI ISO 2789:2013 (additions to the collection)" }
    bought_and_lent { id: "Dibeli dan dipinjam", en: "Bought and lent" }
    bought_and_lent_are {
        id: "Dari eksemplar yang dibeli pada masa itu, berapa yang sampai akhir masa itu sudah dipinjam sedikitnya sekali. \
             Eksemplar yang datang pada hari-hari terakhir belum sempat dipinjam; begitu pula pada bulan pembandingnya.",
        en: "Of the copies bought in the period, those lent at least once by its end. What came in its last days had little \
             time to be lent; so it was in the months that it is held against.",
    }
    bought_source {
        id: "Sejalan dengan PAKPI 2021, B.2.1.3 (koleksi yang tidak digunakan)",
        en: "In the sense of PAKPI 2021, B.2.1.3 (collection not used)",
    }
    items_given { id: "Hibah dan lainnya", en: "Gifts and others" }
    items_given_are {
        id: "Eksemplar yang diterima bukan dari pembelian (hibah, tukar, titipan, terbitan sendiri), menurut tanggal \
             penerimaannya.",
        en: "Copies received otherwise than by purchase (given, exchanged, deposited, made here), by the day they were \
             received.",
    }
    event_sessions { id: "Sesi acara", en: "Event sessions" }
    event_sessions_are {
        id: "Sesi acara yang berlangsung, menurut tanggalnya. Acara tiga hari punya tiga sesi; yang dibatalkan tidak \
             dihitung.",
        en: "Sessions of events that were held, by their day. An event of three days has three sessions; cancelled ones are \
             not counted.",
    }
    event_heads { id: "Peserta acara", en: "Heads at events" }
    event_heads_are {
        id: "Orang yang hadir di sesi acara, termasuk rombongan yang dihitung per kepala. Satu orang yang hadir di dua sesi \
             dihitung dua. Pendaftar yang tidak datang tidak dihitung.",
        en: "People who came to sessions of events, groups counted head by head. Who came to two sessions counts twice. Who \
             registered and did not come is not counted.",
    }
    heads_source {
        id: "Dasar unsur keterlibatan masyarakat (UPLM 6) pada IPLM",
        en: "The basis of the element of public involvement (UPLM 6) in the IPLM",
    }
    money_received { id: "Uang diterima", en: "Money received" }
    money_received_is {
        id: "Uang yang diterima di meja layanan dikurangi yang dikembalikan, dalam rupiah, menurut tanggalnya. Tagihan yang \
             dibebaskan bukan uang dan tidak dihitung.",
        en: "Money received at the desk less what was given back, in rupiah, by its day. Charges that were waived are not \
             money and are not counted.",
    }
    follow_ups_overdue { id: "Tindak lanjut terlambat", en: "Follow-ups overdue" }
    follow_ups_overdue_are {
        id: "Baris rencana tindak lanjut survei yang seharusnya selesai paling lambat pada hari itu dan masih berjalan pada \
             akhir hari. Yang selesai atau dihentikan tidak dihitung.",
        en: "Lines of the plans that follow surveys which should have been done by that day and are still open at its end. \
             Those done or dropped are not counted.",
    }
    own_source { id: "", en: "" }

    services { id: "Layanan", en: "Services" }
    readers { id: "Pembaca", en: "Readers" }
    collection { id: "Koleksi", en: "Collection" }
    events { id: "Acara", en: "Events" }
    office { id: "Keuangan dan tindak lanjut", en: "Money and follow-up" }

    classes_are {
        id: "Peminjaman menurut kelas judulnya pada klasifikasi desimal. Setiap peminjaman masuk ke tepat satu baris: Islam \
             (2X) berdiri sendiri dan tidak ikut dalam 200; yang tidak berkelas desimal ada di baris terakhir. Jumlahnya sama \
             dengan angka peminjaman.",
        en: "Loans by the class of their title in the decimal classification. Each loan stands in exactly one row: Islam (2X) \
             is by itself and not part of 200; what has no decimal class is in the last row. They add up to the loans.",
    }
    surveys_are {
        id: "Indeks kepuasan dari survei terakhir setiap instrumen, dihitung dari semua responden. Selang 95 % menunjukkan \
             seberapa jauh indeks dapat meleset karena tidak semua pembaca ditanya.",
        en: "The index of the last survey of each instrument, of all respondents. The 95 % interval says how far the index may \
             be off because not every reader was asked.",
    }
    surveys_source { id: "PermenPANRB 14/2017", en: "PermenPANRB 14/2017" }
    spans_are {
        id: "Bulan ini dihitung dari tanggal satu sampai hari laporan. Pembandingnya sama panjang: sampai tanggal yang sama \
             pada bulan sebelumnya dan pada bulan yang sama tahun lalu; pada hari terakhir suatu bulan, bulan penuh. Angka \
             pada akhir hari dibandingkan dengan hari terakhir masing-masing. Pembanding di bawah 20 tidak dijadikan persen.",
        en: "The month so far runs from the first to the day of the report. It is held against as much: to the same day of the \
             month before and of the same month a year ago; on the last day of a month, whole months. Figures at the end of \
             the day are held against the last day of each. What is held against fewer than 20 is given in numbers, not per \
             cent.",
    }
    unknown_is {
        id: "“Belum tercatat” berarti angkanya tidak diketahui, misalnya dari masa sebelum perpustakaan memakai sistem ini. Itu \
             bukan nol, dan tidak pernah dihitung sebagai nol. Masa yang hanya sebagian harinya tercatat diberi tanda dan tidak \
             diperbandingkan.",
        en: "“Not recorded” means that the figure is not known, as from the time before the library had this system. It is not \
             zero and is never counted as zero. Where only a part of the days is recorded, that is said, and nothing is compared \
             with it.",
    }
}
