//! What each warning and each reason for a rejected row means.

pustaka_cli::words! {
    // Warnings of the catalogue.
    isbn_invalid {
        id: "Angka pemeriksa ISBN salah; disimpan seperti tercetak, tidak dipakai untuk mencocokkan.",
        en: "The ISBN fails its check digit; kept as printed, not used for matching.",
    }
    isbn_lost {
        id: "Excel membulatkan ISBN, angkanya hilang; tidak disimpan.",
        en: "Excel rounded the ISBN, its digits are lost; not stored.",
    }
    isbn_mended {
        id: "Nol di depan ISBN yang hilang dikembalikan; angka pemeriksanya cocok.",
        en: "A leading zero of the ISBN was put back; the check digit proves it.",
    }
    isbn_shared {
        id: "ISBN ini juga dipakai judul yang jelas berbeda; dicatat sebagai judul sendiri. Periksa keduanya.",
        en: "This ISBN also stands on a clearly different title; kept as a title of its own. Look at both.",
    }
    issn_invalid { id: "Angka pemeriksa ISSN salah; disimpan seperti tercetak.", en: "The ISSN fails its check digit; kept as printed." }
    item_duplicate {
        id: "Kode eksemplar sudah milik judul lain; tidak diambil.",
        en: "The item code belongs to another title; not taken.",
    }
    item_repeated {
        id: "Kode eksemplar sudah ada sebelumnya di berkas ini; tidak diambil lagi.",
        en: "The item code stands in this file before; not taken again.",
    }
    copies_differ {
        id: "Jumlah eksemplar tidak sama dengan banyaknya kode; kodenya yang dihitung.",
        en: "The number of copies is not that of the codes; the codes count.",
    }
    inventory_shared {
        id: "Satu nomor induk untuk beberapa eksemplar; hanya yang pertama memakainya.",
        en: "One accession number for several copies; only the first keeps it.",
    }
    price_unread {
        id: "Harga tidak terbaca; disimpan sebagai catatan eksemplar.",
        en: "A price can't be read; kept as a note on the copy.",
    }
    date_unread {
        id: "Tanggal tidak terbaca; disimpan sebagai catatan eksemplar.",
        en: "A date can't be read; kept as a note on the copy.",
    }
    status_unknown {
        id: "Status tidak dikenal; dianggap tersedia, dan disimpan sebagai catatan eksemplar.",
        en: "An unknown status; taken as available, and kept as a note on the copy.",
    }
    source_unknown {
        id: "Sumber tidak dikenal; disimpan sebagai catatan eksemplar.",
        en: "An unknown source; kept as a note on the copy.",
    }
    title_row_differs {
        id: "Baris ini menerangkan judulnya lain daripada baris sebelumnya; yang pertama berlaku.",
        en: "The row says something else of its title than an earlier row; the first one stands.",
    }
    title_kept {
        id: "Isian judul ini sudah disunting petugas; isi berkas tidak diambil (`--update` mengambilnya).",
        en: "Staff edited this field of the title; the file's value was not taken (`--update` takes it).",
    }
    item_kept {
        id: "Isian eksemplar ini sudah disunting petugas; isi berkas tidak diambil (`--update` mengambilnya).",
        en: "Staff edited this field of the copy; the file's value was not taken (`--update` takes it).",
    }
    text_unseen {
        id: "Tanda yang tidak terlihat di dalam teks dibuang.",
        en: "Signs in the text that can't be seen were left out.",
    }

    // Rows that the catalogue rejects.
    unreadable { id: "Baris ini tidak terbaca.", en: "The row can't be read." }
    title_missing { id: "Judulnya kosong.", en: "The title is empty." }
    title_unknown(found) {
        id: "Tidak ada judul `{found}` di perpustakaan, dan kode eksemplarnya baru.",
        en: "The library has no title `{found}`, and the item code is new.",
    }
    title_ambiguous(found) {
        id: "Ada beberapa judul `{found}`; tidak jelas milik yang mana eksemplar ini.",
        en: "There are several titles `{found}`; it isn't clear whose copy this is.",
    }
    item_code_missing { id: "Kode eksemplarnya kosong.", en: "The item code is empty." }
    item_code_bad(found) {
        id: "Kode eksemplar `{found}` terlalu panjang atau memuat tanda yang tidak tercetak.",
        en: "The item code `{found}` is too long or holds signs that can't be printed.",
    }
    copies_bad(found) {
        id: "Jumlah eksemplar `{found}` bukan bilangan bulat dari 0 sampai 999.",
        en: "The number of copies `{found}` is no whole number from 0 to 999.",
    }
    price_bad(found) {
        id: "Harga `{found}` bukan jumlah rupiah bulat.",
        en: "The price `{found}` is no whole amount of rupiah.",
    }
    date_bad(found) {
        id: "`{found}` bukan tanggal; tulis 2026-11-20, 20/11/2026 atau 20 November 2026.",
        en: "`{found}` is no date; write 2026-11-20, 20/11/2026 or 20 November 2026.",
    }
}
