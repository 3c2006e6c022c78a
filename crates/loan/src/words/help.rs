//! The words of the help pages.

pustaka_cli::words! {
    example_checkout { id: "Meminjamkan dua buku kepada pemegang kartu A0012.", en: "Lends two books to the holder of card A0012." }
    example_return { id: "Menerima kembali; peminjamnya tidak perlu disebut.", en: "Takes a book back; the reader need not be named." }
    example_desk { id: "Membuka meja layanan untuk pemindai.", en: "Opens the counter for a scanner." }

    card_value { id: "KARTU", en: "CARD" }
    item_value { id: "BUKU", en: "ITEM" }
    title_value { id: "JUDUL", en: "TITLE" }
    amount_value { id: "JUMLAH", en: "AMOUNT" }
    number_value { id: "NOMOR", en: "NUMBER" }
    note_value { id: "ALASAN", en: "WHY" }
    code_value { id: "KODE", en: "CODE" }
    date_value { id: "TANGGAL", en: "DATE" }
    file_value { id: "BERKAS", en: "FILE" }
    seconds_value { id: "DETIK", en: "SECONDS" }
    name_value { id: "NAMA", en: "NAME" }
    area_value { id: "DAERAH", en: "AREA" }
    place_value { id: "LOKASI", en: "LOCATION" }

    card_help { id: "Nomor kartu, nama, atau telepon anggota", en: "Card, name or telephone number of the member" }
    items_help { id: "Kode buku, satu atau lebih", en: "Barcode of a copy, one or more" }
    item_help { id: "Kode buku", en: "Barcode of a copy" }
    override_help { id: "Lewati alasan penolakan dengan kode ini; dapat diulang, perlu --note", en: "Pass over the reason to refuse with this code; may be repeated, needs --note" }
    note_help { id: "Mengapa; masuk jurnal", en: "Why; goes to the journal" }

    checkout { id: "Pinjamkan buku", en: "Lend books" }
    checkout_long {
        id: "Meminjamkan buku. Setiap buku dinilai sendiri: yang boleh dipinjam dipinjamkan, yang tidak disebut dengan \
             semua alasannya, dan kode keluarnya 1. Buku yang sudah ada pada anggota yang sama bukan kesalahan.",
        en: "Lends books. Each is judged on its own: what can be lent is lent, what can't is told with all the reasons, \
             and the exit code is 1. A book that the same member has already is no mistake.",
    }
    all_or_none { id: "Pinjamkan semuanya, atau tidak satu pun", en: "Lend all of them, or none" }
    due_help { id: "Batas kembali, apa pun aturannya", en: "The due date, whatever the rule says" }

    give_back { id: "Terima kembali buku", en: "Take books back" }
    give_back_long {
        id: "Menerima kembali buku dan memberi tahu apa yang harus dilakukan dengannya: dikembalikan ke rak, disisihkan \
             untuk pemesan, diperbaiki, atau dikirim ke cabang lain. Denda dan larangan meminjam dihitung.",
        en: "Takes books back and tells what to do with each: shelve it, set it aside for the next reader, mend it, send \
             it to another branch. Works out fines and suspensions.",
    }
    in_house { id: "Buku yang tidak dipinjam dihitung sebagai dibaca di tempat", en: "Count what is not on loan as read in the library" }
    to_repair { id: "Bukunya rusak dan dikirim untuk diperbaiki", en: "The books go to be mended" }
    here_help { id: "Cabang atau ruang tempat meja ini; buku dari tempat lain dikirim ke sana", en: "Branch or room of this desk; books of another one are sent there" }

    renew { id: "Perpanjang pinjaman", en: "Renew loans" }
    renew_all { id: "Semua pinjaman anggota ini", en: "All loans of this member" }

    hold { id: "Pesan judul untuk anggota", en: "Place a hold for a member" }
    hold_title { id: "Kode buku dari judul itu, ISBN, nomor judul, atau kata-katanya", en: "Barcode of a copy of it, ISBN, number of the title, or its words" }
    hold_copy { id: "Hanya eksemplar ini, bukan sembarang eksemplar judulnya", en: "This copy only, not any copy of its title" }
    hold_delivery { id: "Diantar, bukan diambil di meja", en: "To be delivered, not fetched at the desk" }
    holds { id: "Lihat pesanan", en: "List holds" }
    holds_ready { id: "Hanya yang siap diambil: rak pesanan", en: "Only what stands ready: the shelf of holds" }
    holds_of { id: "Hanya pesanan anggota ini", en: "Only those of this member" }
    holds_title { id: "Hanya antrean judul ini", en: "Only the queue of this title" }
    holds_expire { id: "Teruskan pesanan yang tidak diambil kepada pemesan berikutnya", en: "Pass on what nobody fetched in time" }
    cancel { id: "Batalkan pesanan", en: "Cancel a hold" }
    hold_number { id: "Nomor pesanan, seperti di `loan holds`", en: "Number of the hold, as in `loan holds`" }

    overdue { id: "Lihat pinjaman yang lewat batas", en: "List what is overdue" }
    overdue_days {
        id: "Hanya yang batas kembalinya lewat sedikitnya sekian hari; hari tutup ikut dihitung",
        en: "Only what was due at least so many days ago; closed days count as well",
    }

    pay { id: "Terima pembayaran", en: "Take a payment" }
    amount_help { id: "Jumlah rupiah: 1500, Rp1.500, 1.500,-", en: "Amount of rupiah: 1500, Rp1.500, 1.500,-" }
    waive { id: "Hapuskan tagihan, seluruhnya atau sebagian", en: "Give up a charge, all or a part of it" }
    charge_number { id: "Nomor tagihan, seperti di `loan account`", en: "Number of the charge, as in `loan account`" }
    reverse { id: "Batalkan tagihan atau pembayaran yang keliru", en: "Take back a charge or a payment that was wrong" }
    wrong_number { id: "Nomor tagihan atau pembayaran, seperti di `loan account`", en: "Number of the charge or payment, as in `loan account`" }
    refund { id: "Kembalikan kelebihan bayar", en: "Pay a credit back" }
    charge { id: "Catat tagihan: kartu baru, buku rusak", en: "Charge for something: a new card, a damaged book" }
    charge_reason { id: "Kode tagihan: `card`, `damage`, …", en: "Code of what it is for: `card`, `damage`, …" }
    account { id: "Lihat tagihan dan pembayaran anggota", en: "Show what a member owes and paid" }
    charges { id: "Laporkan denda dan pembayaran", en: "Report charges and payments" }
    charges_by { id: "Menurut tanggal tagihan, atau tanggal dicatat (pembayaran)", en: "By the day of the charge, or the day of booking (payments)" }
    charges_owing { id: "Siapa yang belum lunas; yang minus kelebihan bayar", en: "Who has not settled; below zero is a credit" }
    from_help { id: "Sejak tanggal ini", en: "From this day" }
    to_help { id: "Sampai tanggal ini", en: "To this day" }
    cash_up { id: "Hitung uang sehari, menurut petugas", en: "Cash up a day, by member of staff" }
    cash_day { id: "Tanggalnya", en: "The day" }
    cash_counted { id: "Uang yang dihitung di laci petugas (--staff); selisihnya ditunjukkan", en: "What was counted in the till of the member of staff (--staff); the difference is shown" }

    lost { id: "Catat buku hilang oleh peminjam", en: "Report a book as lost by its reader" }
    lost_price { id: "Harga gantinya; tanpa ini harga buku, atau pengaturan loan.lost-price", en: "What it costs; without it the book's price, or the setting loan.lost-price" }
    found { id: "Catat buku hilang yang ditemukan", en: "Report a lost book as found" }

    explain { id: "Jelaskan mengapa tanggal dan dendanya begitu", en: "Explain why a date and a fine are what they are" }
    explain_what { id: "Kode buku, atau nomor pinjaman", en: "Barcode of a copy, or number of a loan" }

    import { id: "Ambil alih pinjaman yang masih berjalan dari sistem lama", en: "Take over the open loans of another system" }
    import_long {
        id: "Membaca CSV dengan kolom kartu, kode buku, tanggal pinjam, dan batas kembali; kolom yang tidak dikenal \
             disebut dengan --map. Semua barisnya masuk, atau tidak satu pun; baris yang salah ditulis ke BERKAS.rejects.csv. Berkas yang sama dua kali tidak mengubah apa pun.",
        en: "Reads CSV with columns for card, item code, loan date and due date; what is not recognised is named with --map. All of \
             its rows come in, or none; faulty rows go to FILE.rejects.csv. The same file twice changes nothing.",
    }
    import_file { id: "Berkas CSV; `-` untuk masukan standar", en: "The CSV file; `-` for standard input" }
    import_map { id: "Kolom mana berisi apa: --map 'card=NIS'; boleh berulang (card, item, loaned, due, renewals)", en: "Which column holds what: --map 'card=NIS'; repeats (card, item, loaned, due, renewals)" }
    map_value { id: "ISI=JUDUL-KOLOM", en: "FIELD=HEADER" }
    import_delimiter { id: "Pemisah kolom, jika tidak terbaca sendiri", en: "Separator, where it is not found by itself" }
    import_encoding { id: "Pengodean teks, jika tidak terbaca sendiri", en: "Encoding, where it is not found by itself" }

    deliver { id: "Antar pesanan ke pembaca", en: "Deliver holds to readers" }
    deliver_plan { id: "Rencanakan putaran pengantaran", en: "Plan a round" }
    deliver_courier { id: "Pengantarnya", en: "The courier" }
    deliver_area { id: "Hanya pembaca di kecamatan atau kelurahan ini", en: "Only readers of this district or village" }
    deliver_day { id: "Hari pengantaran", en: "The day of the round" }
    deliver_list { id: "Daftar bawaan putaran, untuk dicetak dengan -o daftar.html", en: "What a round takes along, to be printed with -o list.html" }
    deliver_round { id: "Nomor putaran; tanpa ini semua putaran hari ini", en: "Number of the round; without it, today's rounds" }
    deliver_hand_over { id: "Catat pesanan yang sudah diserahkan", en: "Record what was handed over" }
    deliver_failed { id: "Catat pesanan yang tidak dapat diserahkan", en: "Record what could not be handed over" }
    round_value { id: "PUTARAN", en: "ROUND" }
    hold_value { id: "PESANAN", en: "HOLD" }

    offline { id: "Layani di tempat tanpa berkas perpustakaan: perpustakaan keliling", en: "Serve where the library file is not: the mobile library" }
    offline_pack { id: "Siapkan bekal untuk perpustakaan keliling", en: "Pack what the mobile library needs" }
    offline_pack_file { id: "Berkas bekal yang dibuat", en: "The pack to be written" }
    offline_location { id: "Hanya buku di lokasi ini", en: "Only the books of this location" }
    offline_items { id: "Hanya buku dengan kode di berkas ini, satu baris satu kode", en: "Only the books whose codes are in this file, a line a code" }
    offline_desk { id: "Buka meja layanan di perpustakaan keliling", en: "Open the counter of the mobile library" }
    offline_checkout { id: "Pinjamkan di perpustakaan keliling", en: "Lend at the mobile library" }
    offline_return { id: "Terima kembali di perpustakaan keliling", en: "Take back at the mobile library" }
    offline_pack_in { id: "Berkas bekal", en: "The pack" }
    offline_journal { id: "Berkas catatan; ditambah tiap tindakan", en: "The journal; every action is added to it" }
    offline_replay { id: "Masukkan catatan perpustakaan keliling, atau berkas .koc", en: "Replay the journal of the mobile library, or a .koc file" }
    offline_replay_long {
        id: "Memasukkan tiap baris pada waktu kejadiannya. Baris yang sudah pernah dimasukkan tidak mengubah apa pun. \
             Yang benar-benar terjadi dicatat meskipun aturan menolaknya, dan setiap ketidakcocokan ditunjukkan.",
        en: "Replays each line at the moment it happened. A line that was replayed before changes nothing. What really \
             happened is recorded even where a rule refuses, and every conflict is shown.",
    }
    offline_replay_file { id: "Berkas catatan atau .koc; `-` tidak diterima", en: "Journal or .koc file; `-` is not taken" }
    offline_koc { id: "Tulis catatan sebagai berkas .koc untuk Koha", en: "Write a journal as a .koc file for Koha" }

    topic_desk { id: "Meja layanan: pemindai, perintah, yang terjadi bila listrik padam", en: "The counter: scanner, commands, what happens when the power goes" }
    desk_text {
        id: "loan desk membuka meja layanan: satu baris untuk pemindai, tanpa tetikus.

  Pindai kartu lalu buku       meminjamkan
  Pindai buku lalu kartu       sama saja
  Pindai buku tanpa kartu      mengembalikan, jika sedang dipinjam
  Pindai buku yang sudah ada   menawarkan perpanjangan; y, atau pindai lagi
  pada anggota itu
  Pindai kartu berikutnya      menutup layanan anggota sebelumnya; juga
                               baris kosong, atau lama tanpa masukan

Perintah ditulis sebagai kata atau satu huruf; ? menampilkan semuanya.

Nomor kartu dan kode buku boleh sama. Tanpa anggota di meja, angka itu
dibaca sebagai kartu; dengan anggota di meja, sebagai buku. Itu dikatakan,
dan `k 0001` atau `b 0001` memilih yang lain.

Yang ditolak ditampilkan besar dan berbunyi, dengan semua alasannya. Yang
boleh dilewati dipinjamkan dengan `izinkan ALASAN`; alasannya masuk jurnal.

Setiap tindakan tersimpan di diska sebelum baris berikutnya diminta. Bila
listrik padam, buka lagi dan pindai lagi: yang sudah tersimpan disebut
sudah dipinjam, yang belum akan dipinjamkan.

Dari pipa (`loan desk < kode.txt`) tiap baris satu kode atau perintah.
Hanya penolakan yang dikatakan, dengan nomor barisnya; kode keluarnya 1.
Dengan --format json hasil tiap baris ditulis di akhir.",
        en: "loan desk opens the counter: one line for a scanner, without a mouse.

  Scan a card, then books      lends
  Scan books, then a card      does the same
  Scan a book without a card   takes it back, when it is on loan
  Scan a book that the member  offers to renew it; y, or scan it again
  has already
  Scan the next card           ends the turn of the member before; so do
                               an empty line, and silence

Commands are words or single letters; ? shows them all.

A card and a book may have the same number. With nobody at the desk it is
taken for the card, with a member at the desk for the book. That is said,
and `k 0001` or `b 0001` chooses the other.

A refusal is shown large, with a beep and with all the reasons. What may be
passed over is lent with `allow WHY`; the reason goes to the journal.

Every action is on the disk before the next line is asked for. When the
power goes, open the desk again and scan again: what was stored is said to
be lent already, what was not will be lent.

From a pipe (`loan desk < codes.txt`) each line is a code or a command. Only
refusals are told, with the number of the line; the exit code is 1. With
--format json what each line did is written at the end.",
    }
    topic_offline { id: "Perpustakaan keliling: bekal, catatan, memasukkan kembali", en: "The mobile library: pack, journal, replay" }
    offline_text {
        id: "Sebelum berangkat:

  loan offline pack bekal.json --location 'Mobil Keliling'

Bekal berisi nomor kartu, jenis dan masa berlaku keanggotaan, pinjaman yang
berjalan (kode dan tanggal), kode dan judul buku yang dibawa, aturan, dan
kalender. Tidak berisi nama, alamat, telepon, NIK, jumlah utang, atau
riwayat bacaan.

Di perjalanan, tanpa berkas perpustakaan:

  loan offline desk --pack bekal.json --journal hari-ini.jsonl

Setiap tindakan ditambahkan ke catatan dan tersimpan di diska sebelum baris
berikutnya diminta. Baris yang terpotong karena listrik padam dikenali dan
tidak dihitung.

Kembali di kantor:

  loan offline replay hari-ini.jsonl

Setiap baris dihitung satu kali, berapa kali pun berkasnya dimasukkan, pada
waktu kejadiannya. Buku yang sudah ada di tangan pembaca dicatat meskipun
aturan menolaknya. Setiap ketidakcocokan ditunjukkan dengan keputusannya;
yang tidak dapat dicatat harus diurus orang, dan kode keluarnya 1.

Berkas .koc dari Koha dimasukkan dengan cara yang sama, dan
`loan offline koc hari-ini.jsonl -o hari-ini.koc` menulisnya.",
        en: "Before leaving:

  loan offline pack pack.json --location 'Mobil Keliling'

The pack has cards, type and last day of each membership, open loans (code
and date), codes and titles of the books that go along, the rules and the
calendar. It has no names, addresses, telephones, numbers of identity,
amounts of debts or reading histories.

On the way, without the library file:

  loan offline desk --pack pack.json --journal today.jsonl

Every action is added to the journal and is on the disk before the next line
is asked for. A line that a power cut tore is seen, and does not count.

Back home:

  loan offline replay today.jsonl

Each line counts once, however often its file is brought, at the moment it
happened. A book that is with the reader is recorded even where a rule
refuses. Every conflict is shown with what was decided; what can't be
recorded is for a person to see to, and the exit code is 1.

Koha's .koc files are replayed in the same way, and
`loan offline koc today.jsonl -o today.koc` writes one.",
    }
}
