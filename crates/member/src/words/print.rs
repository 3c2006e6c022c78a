//! What is printed: cards and letters.

pustaka_cli::words! {
    library { id: "Perpustakaan", en: "Library" }
    card_title { id: "KARTU ANGGOTA PERPUSTAKAAN", en: "LIBRARY MEMBERSHIP CARD" }
    valid_until(day) { id: "Berlaku s.d. {day}", en: "Valid until {day}" }

    clearance_title { id: "SURAT KETERANGAN BEBAS PUSTAKA", en: "LIBRARY CLEARANCE LETTER" }
    number(number) { id: "Nomor: {number}", en: "Number: {number}" }
    clearance_opening {
        id: "Yang bertanda tangan di bawah ini menerangkan dengan sebenarnya bahwa:",
        en: "The undersigned certifies that:",
    }
    name { id: "Nama", en: "Name" }
    card_number { id: "Nomor anggota", en: "Member number" }
    member_type { id: "Jenis anggota", en: "Member type" }
    institution { id: "Instansi", en: "Institution" }
    address { id: "Alamat", en: "Address" }
    clearance_says(library, day) {
        id: "sampai dengan tanggal {day} tidak mempunyai pinjaman koleksi dan tidak mempunyai tanggungan lain pada {library}, sehingga dinyatakan BEBAS PUSTAKA.",
        en: "has, as of {day}, nothing on loan and owes nothing to {library}, and so is declared CLEAR.",
    }
    clearance_closing {
        id: "Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.",
        en: "This letter is issued to be used as is proper.",
    }
    librarian { id: "Petugas Perpustakaan", en: "Librarian" }
    employee_number { id: "NIP.", en: "Employee no." }
}
