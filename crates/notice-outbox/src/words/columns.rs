//! Headings.

pustaka_cli::words! {
    number { id: "Nomor", en: "Number" }
    day { id: "Hari", en: "Day" }
    card { id: "Kartu", en: "Card" }
    name { id: "Nama", en: "Name" }
    reason { id: "Hal", en: "Reason" }
    things { id: "Jumlah", en: "Count" }
    about { id: "Tanggal", en: "Date" }
    channel { id: "Saluran", en: "Channel" }
    state { id: "Keadaan", en: "State" }
    next_try { id: "Dicoba lagi", en: "Tried again" }
    phone { id: "Telepon", en: "Telephone" }
    message { id: "Pesan", en: "Message" }
    language { id: "Bahasa", en: "Language" }
    own { id: "Milik sendiri", en: "Own" }
    changed { id: "Diubah", en: "Changed" }
    subject { id: "Subjek", en: "Subject" }
    address { id: "Alamat", en: "Address" }
    cards { id: "Kartu", en: "Cards" }
    registrations { id: "Pendaftaran", en: "Registrations" }
    known { id: "Sudah diketahui", en: "Known" }
    back { id: "Kembali", en: "Came back" }
    code { id: "Kode", en: "Code" }
}
