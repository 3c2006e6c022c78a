//! The words of the accession register.

use pustaka_cli::Lang;
use pustaka_core::catalog::record::{ItemSource, ItemStatus};

pustaka_cli::words! {
    about {
        id: "Menulis buku induk: satu baris satu eksemplar, menurut urutan diterima.",
        en: "Writes the accession register: a row a copy, in the order in which they came.",
    }
    example_year { id: "Buku induk setahun, siap dicetak dan dijilid.", en: "A year's register, ready to print and bind." }
    example_all { id: "Seluruh buku induk sebagai CSV.", en: "The whole register as CSV." }
    example_excel { id: "Triwulan ketiga, untuk dibuka di Excel.", en: "The third quarter, to be opened in Excel." }

    title(library) { id: "Buku Induk {library}", en: "Accession register {library}" }
    whole { id: "Semua eksemplar, sampai hari ini", en: "All copies, up to today" }
    received(period) { id: "Diterima {period}", en: "Received {period}" }
    undated_out(count) {
        id: "{count} eksemplar tanpa tanggal terima tidak termasuk dalam masa mana pun; lihat di akhir buku induk seluruhnya.",
        en: "{count} copies without a day of receipt belong to no period; see the end of the whole register.",
    }
    undated_in(count) {
        id: "{count} eksemplar tanpa tanggal terima ada di bagian akhir.",
        en: "{count} copies without a day of receipt stand at the end.",
    }
    progress { id: "Menulis buku induk", en: "Writing the register" }
    written(count, file) { id: "{count} eksemplar ditulis ke {file}.", en: "{count} copies were written to {file}." }
    would_write(count) { id: "{count} eksemplar akan ditulis.", en: "{count} copies would be written." }
    too_long(count) {
        id: "{count} baris terlalu panjang untuk dibaca di sini.",
        en: "{count} rows are too long to be read here.",
    }
    too_long_hint {
        id: "sebut berkasnya dengan `-o buku-induk.csv` atau `.xlsx`, atau satu masa: `--month 2026-10`",
        en: "name a file with `-o register.csv` or `.xlsx`, or a period: `--month 2026-10`",
    }
    too_many(count) {
        id: "{count} eksemplar tidak muat dalam satu lembar Excel.",
        en: "{count} copies do not fit on one sheet of Excel.",
    }
    too_many_hint {
        id: "tulis setahun demi setahun: `--year 2026`, atau sebagai CSV",
        en: "write it year by year: `--year 2026`, or as CSV",
    }

    number { id: "No. urut", en: "No." }
    day { id: "Tanggal terima", en: "Received" }
    inventory_number { id: "No. induk", en: "Inventory no." }
    barcode { id: "Kode eksemplar", en: "Copy code" }
    book { id: "Judul", en: "Title" }
    author { id: "Pengarang", en: "Author" }
    edition { id: "Cetakan/edisi", en: "Edition" }
    publisher { id: "Penerbit", en: "Publisher" }
    place { id: "Kota terbit", en: "Place" }
    year { id: "Tahun terbit", en: "Year" }
    pages { id: "Halaman", en: "Pages" }
    height { id: "Tinggi", en: "Height" }
    isbn { id: "ISBN", en: "ISBN" }
    call_number { id: "No. panggil", en: "Call number" }
    language { id: "Bahasa", en: "Language" }
    source { id: "Sumber", en: "Source" }
    price { id: "Harga", en: "Price" }
    remark { id: "Keterangan", en: "Remark" }

    part(title, part) { id: "{title}. {part}", en: "{title}. {part}" }
    foreign_price(amount, currency) { id: "{amount} {currency}", en: "{amount} {currency}" }
    bought { id: "beli", en: "bought" }
    given { id: "hibah", en: "given" }
    exchanged { id: "tukar", en: "exchanged" }
    deposited { id: "wajib serah", en: "legal deposit" }
    made { id: "terbitan sendiri", en: "made here" }
    missing { id: "tidak ditemukan", en: "missing" }
    lost { id: "hilang", en: "lost" }
    withdrawn { id: "dikeluarkan", en: "withdrawn" }

    known { id: "Mengetahui,", en: "Seen by" }
    head { id: "Kepala Perpustakaan", en: "Head of the library" }
    keeper { id: "Petugas pencatat", en: "Kept by" }
    at(day) { id: ".............................., {day}", en: ".............................., {day}" }
    name_line { id: "(..............................)", en: "(..............................)" }
    number_line { id: "NIP", en: "Staff no." }
    page { id: "Buku Induk", en: "Accession register" }
}

/// How a copy came.
pub(crate) fn of_source(lang: Lang, source: ItemSource) -> &'static str {
    let says: fn(Lang) -> &'static str = match source {
        ItemSource::Bought => bought,
        ItemSource::Given => given,
        ItemSource::Exchanged => exchanged,
        ItemSource::Deposited => deposited,
        ItemSource::Made => made,
    };
    says(lang)
}

/// What became of a copy; none while it is there.
pub(crate) fn of_status(lang: Lang, status: ItemStatus) -> Option<&'static str> {
    match status {
        ItemStatus::Missing => Some(missing(lang)),
        ItemStatus::Lost => Some(lost(lang)),
        ItemStatus::Withdrawn => Some(withdrawn(lang)),
        ItemStatus::Available | ItemStatus::NotForLoan | ItemStatus::Repair => None,
    }
}
