//! Headings of lists.

pustaka_cli::words! {
    line { id: "Baris", en: "Line" }
    typed { id: "Diketik", en: "Typed" }
    did { id: "Hasil", en: "Result" }
    card { id: "Kartu", en: "Card" }
    item { id: "Kode buku", en: "Item" }
    due { id: "Kembali sebelum", en: "Due" }
    fine { id: "Denda", en: "Fine" }
    reasons { id: "Alasan", en: "Reasons" }
}
