//! Files to fill in by hand: a header and an example or two.

use super::inlislite::NAMES as INLISLITE_NAMES;
use super::slims::{BIBLIO_NAMES, ITEM_NAMES};
use super::{Dialect, Field};
use crate::delimited::{Style, Writer};

/// A file to fill in, for the dialects that are filled in by hand: UTF-8 with a byte order mark and semicolons, as Excel
/// opens it in Indonesia (SLiMS: commas). Nothing for the others.
pub fn template(dialect: Dialect) -> Option<Vec<u8>> {
    let rows: Vec<Vec<&str>> = match dialect {
        Dialect::Generic => generic(),
        Dialect::Pustaka => return pustaka(),
        Dialect::SlimsBiblio => slims_biblio(),
        Dialect::SlimsItem => slims_item(),
        Dialect::Inlislite => inlislite(),
        Dialect::KohaItems | Dialect::Goodreads | Dialect::Librarything => return None,
    };
    let style = match dialect {
        Dialect::SlimsBiblio | Dialect::SlimsItem => Style {
            mark: false,
            defuse: false,
            ..Style::PLAIN
        },
        _ => Style {
            guards: false,
            ..Style::EXCEL
        },
    };
    write(&rows, style)
}

fn write(rows: &[Vec<&str>], style: Style) -> Option<Vec<u8>> {
    // Memory takes everything that is written to it.
    let mut out = Writer::new(Vec::new(), style).ok()?;
    for row in rows {
        out.row(row).ok()?;
    }
    out.finish().ok()
}

/// The cells of a row, parted by `|`.
fn cells(row: &'static str) -> Vec<&'static str> {
    row.split('|').collect()
}

fn generic() -> Vec<Vec<&'static str>> {
    vec![
        cells(concat!(
            "Judul|Anak Judul|Pengarang|Penerbit|Kota Terbit|Tahun Terbit|Edisi|ISBN|Kolasi|Klasifikasi|",
            "No Panggil|Subjek|Bahasa|Jumlah Eksemplar|Barcode|No Induk|Lokasi|Rak|Harga|Sumber|",
            "Tanggal Diterima|Catatan"
        )),
        cells(concat!(
            "Bertani di Lahan Sempit|panduan untuk keluarga|Wulandari, Sri; Hadi Santoso|Pustaka Brantas|",
            "Kediri|2021|Cet. 2|978-602-8519-93-9|vi, 148 hlm. : ilus. ; 21 cm|635|635 WUL b|",
            "Pertanian kota; Sayuran|Indonesia|2|P000101; P000102||Perpustakaan Umum|600|68000|Pembelian|",
            "2024-03-18|"
        )),
        cells(concat!(
            "Cerita dari Lereng Kelud||Prasetyo, Bambang|Kelud Press|Kediri|2019|||92 hlm. ; 19 cm|899.221|",
            "899.221 PRA c|Cerita rakyat|Indonesia|1|P000103|0457/2024|Perpustakaan Umum|Anak|35000|Hadiah|",
            "2024-05-02|Hadiah dari penulis"
        )),
    ]
}

fn pustaka() -> Option<Vec<u8>> {
    let mut out = super::PustakaWriter::new(
        Vec::new(),
        Style {
            guards: false,
            ..Style::EXCEL
        },
    )
    .ok()?;
    let title = [
        (Field::TitleRef, "1"),
        (Field::Title, "Bertani di Lahan Sempit : panduan untuk keluarga"),
        (Field::Author, "Wulandari, Sri"),
        (Field::Author, "Hadi Santoso"),
        (Field::Isbn, "978-602-8519-93-9"),
        (Field::Publisher, "Pustaka Brantas"),
        (Field::Place, "Kediri"),
        (Field::Year, "2021"),
        (Field::Extent, "vi, 148 hlm. : ilus. ; 21 cm"),
        (Field::CallNumber, "635 WUL b"),
        (Field::Class, "635"),
        (Field::Language, "Indonesia"),
        (Field::Subject, "Pertanian kota"),
        (Field::Subject, "Sayuran"),
        (Field::Location, "Perpustakaan Umum"),
        (Field::Received, "2024-03-18"),
        (Field::Price, "68000"),
    ];
    for code in ["P000101", "P000102"] {
        let mut row = title.to_vec();
        row.push((Field::ItemCode, code));
        out.write(&row).ok()?;
    }
    out.finish().ok()
}

fn slims_biblio() -> Vec<Vec<&'static str>> {
    vec![
        BIBLIO_NAMES.to_vec(),
        cells(concat!(
            "Bertani di Lahan Sempit : panduan untuk keluarga|Text|Cet. 2|978-602-8519-93-9|Pustaka Brantas|",
            "2021|vi, 148 hlm. : ilus. ; 21 cm||635 WUL b|Indonesia|Kediri|635||||",
            "<Wulandari, Sri><Hadi Santoso>|<Pertanian kota><Sayuran>|<P000101><P000102>"
        )),
    ]
}

fn slims_item() -> Vec<Vec<&'static str>> {
    vec![
        ITEM_NAMES.to_vec(),
        cells(concat!(
            "P000101|635 WUL b|Textbook|0456/2024|2024-03-18|Toko Buku Brantas||My Library|2024-03-01||600|",
            "1|F-118|68000|Rupiah|2024-03-18|2024-03-18 09:00:00|2024-03-18 09:00:00|",
            "Bertani di Lahan Sempit : panduan untuk keluarga"
        )),
    ]
}

fn inlislite() -> Vec<Vec<&'static str>> {
    let mut groups = vec![""; INLISLITE_NAMES.len()];
    groups[0] = "DATA EKSEMPLAR";
    groups[16] = "DATA BIBLIOGRAFIS";
    groups[38] = "DATA TERBITAN BERKALA";
    vec![
        groups,
        INLISLITE_NAMES.to_vec(),
        cells(concat!(
            "1|18-03-2024|0456/2024|P000101||Pembelian|Toko Buku Brantas|IDR|68000|Pusat|0101|",
            "Dapat dipinjam|Koleksi Umum|Buku|Tersedia|635 WUL b|Monograf|Bertani di Lahan Sempit|",
            "panduan untuk keluarga|Sri Wulandari, Hadi Santoso|Wulandari, Sri||Hadi Santoso||Cet. 2|Kediri|",
            "Pustaka Brantas|2021|vi, 148 hlm.|21 cm|978-602-8519-93-9|||635|635 WUL b||ind|",
            "Pertanian kota; Sayuran||||"
        )),
    ]
}
