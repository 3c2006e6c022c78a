//! What `rows` says, and the headings of its columns.

pustaka_cli::words! {
    heading(name, days, total) { id: "{name}, {days}: {total}", en: "{name}, {days}: {total}" }
    from_to(first, last) { id: "{first} sampai {last}", en: "{first} to {last}" }
    at_end(day) { id: "pada akhir {day}", en: "at the end of {day}" }
    to_clear { id: "Buku pesanan yang harus diturunkan dari rak", en: "Copies to take off the ready shelf" }
    many_waiting { id: "Judul dengan banyak pemesan", en: "Titles for which many wait" }

    unknown_figure(typed) { id: "Tidak ada angka `{typed}`.", en: "There is no figure `{typed}`." }
    did_you_mean(name) { id: "maksud Anda `{name}`?", en: "did you mean `{name}`?" }
    known_figures(names) { id: "yang ada: {names}", en: "there are: {names}" }
    not_known { id: "Angka ini tidak diketahui untuk hari-hari itu.", en: "This figure is not known for those days." }
    no_night { id: "Belum ada hari yang ditutup.", en: "No day is closed yet." }
    no_night_hint { id: "jalankan `nightly-report run`", en: "run `nightly-report run`" }
    backwards { id: "--from harus tidak sesudah --to.", en: "--from must not be after --to." }

    day { id: "Tanggal", en: "Day" }
    item { id: "Barcode", en: "Barcode" }
    title { id: "Judul", en: "Title" }
    class { id: "Kelas", en: "Class" }
    member_type { id: "Jenis anggota", en: "Member type" }
    loaned { id: "Dipinjam", en: "Lent" }
    due { id: "Jatuh tempo", en: "Due" }
    ended { id: "Berakhir", en: "Ended" }
    returned { id: "kembali", en: "returned" }
    lost { id: "hilang", en: "lost" }
    placed { id: "Dipesan", en: "Placed" }
    ready { id: "Siap sejak", en: "Ready since" }
    joined { id: "Terdaftar", en: "Joined" }
    card { id: "Kartu", en: "Card" }
    received { id: "Diterima", en: "Received" }
    source { id: "Asal", en: "Source" }
    item_lent { id: "Pernah dipinjam", en: "Ever lent" }
    what { id: "Apa", en: "What" }
    of { id: "Kode", en: "Code" }
    count { id: "Jumlah", en: "Count" }
    entry { id: "Nomor", en: "Number" }
    kind { id: "Jenis", en: "Kind" }
    staff { id: "Petugas", en: "Staff" }
    amount { id: "Rupiah", en: "Rupiah" }
    payment { id: "pembayaran", en: "payment" }
    refund { id: "pengembalian", en: "refund" }
    survey { id: "Survei", en: "Survey" }
    action { id: "Tindakan", en: "Action" }
    owner { id: "Penanggung jawab", en: "Owner" }
    until { id: "Disimpan sampai", en: "Kept until" }
    next { id: "Untuk pembaca berikutnya", en: "For the next reader" }
    waiting { id: "Menunggu", en: "Waiting" }
    copies { id: "Eksemplar", en: "Copies" }
    bought { id: "beli", en: "bought" }
    given { id: "hadiah", en: "given" }
    exchanged { id: "tukar", en: "exchanged" }
    deposited { id: "titipan", en: "deposited" }
    made { id: "buatan sendiri", en: "made here" }
}
