//! What to know of values that were taken.

pustaka_cli::words! {
    hidden { id: "Tanda yang tidak terlihat dibuang.", en: "Signs that can't be seen were left out." }
    phone { id: "Nomornya tidak dapat ditelepon; disimpan seperti tertulis.", en: "The number can't be called; kept as written." }
    guardian_phone { id: "Nomor wali tidak dapat ditelepon; disimpan sebagai catatan.", en: "The guardian's number can't be called; kept as a note." }
    email { id: "Bukan alamat surel; disimpan sebagai catatan.", en: "It is no e-mail address; kept as a note." }
    sex { id: "Jenis kelaminnya tidak terbaca; dikosongkan.", en: "The sex can't be read; left empty." }
    nik { id: "Bukan NIK 16 angka; tidak ada yang disimpan darinya.", en: "It is no NIK of 16 digits; nothing of it is kept." }
    nik_doubt {
        id: "NIK ini tidak cocok dengan data lain atau tampak keliru; bisa saja benar. Periksa kartunya.",
        en: "The NIK does not fit other data or looks wrong; it may be right. Look at the card.",
    }
    date { id: "Tanggalnya tidak terbaca; disimpan sebagai catatan.", en: "The date can't be read; kept as a note." }
    born { id: "Tanggal lahirnya tidak mungkin; dikosongkan.", en: "The day of birth is unlikely; left empty." }
    card_is_nik {
        id: "Nomor kartu ini NIK, yang membuka tanggal lahir kepada siapa pun yang melihat kartunya. Sebaiknya diganti.",
        en: "The card number is a NIK, which tells the birth date to whoever sees the card. Better change it.",
    }
    long { id: "Teksnya terlalu panjang; dipotong.", en: "The text was too long; it was cut." }
    ends {
        id: "Keanggotaan berakhir sebelum dimulai; hari pertamanya disamakan dengan hari terakhir.",
        en: "The membership ended before it began; it begins with its last day.",
    }
    guardian { id: "Anak ini belum punya nama wali. Mintalah pada kunjungan berikutnya.", en: "This child has no guardian's name yet. Ask at the next visit." }
    guardian_of_adult { id: "Kontak darurat orang dewasa tidak disimpan.", en: "An adult's emergency contact is not kept." }
    differs { id: "Kartu ini sudah ada dengan isian lain, yang dibiarkan (`--update` mengambil isian berkas).", en: "The card is known here with other data, which stays (`--update` takes the file's)." }
    duplicate { id: "Tampaknya orang yang sama dengan anggota lain. Periksa keduanya.", en: "Looks like the same person as another member. Look at both." }
    type_made { id: "Jenis anggota baru dibuat; atur masa berlakunya dengan `member types`.", en: "A new member type was made; set its term with `member types`." }
}
