//! The import form of INLISLite, the national library's system: 42 columns under two header rows, one row a copy.
//!
//! Cells carry the punctuation of a cataloguing rule at their end (`Jakarta :`, `Grafika,`, `25 cm.`). It is taken away
//! (`isbd.tail`) where it can't belong to the value: ` : ; / = ,` at the end of title, place, publisher, edition, extent and
//! series, and a full stop behind a measure or a year.

use super::Field;
use super::header::Meaning::{Access, Dimensions, Join, Plain, Split, Subtitle};
use super::synonyms::Synonyms;

/// The headings of the second header row.
pub(super) const NAMES: [&str; 42] = [
    "NO",
    "TGL PENGADAAN",
    "NO. INDUK",
    "NO. BARCODE",
    "NO.  RFID",
    "JENIS SUMBER",
    "NAMA SUMBER",
    "MATA UANG",
    "HARGA",
    "KODE LOKASI PERPUSTAKAAN",
    "KODE LOKASI RUANG",
    "AKSES",
    "KATEGORI",
    "MEDIA",
    "KETERSEDIAAN",
    "NOMOR PANGGIL EKSEMPLAR",
    "JENIS BAHAN",
    "JUDUL UTAMA",
    "ANAK JUDUL",
    "PERNYATAAN TANGGUNGJAWAB",
    "TAJUK PENGARANG",
    "TAJUK PENGARANG BADAN KOOPERASI",
    "PENGARANG TAMBAHAN NAMA ORANG",
    "PENGARANG TAMBAHAN NAMA BADAN",
    "EDISI",
    "KOTA TERBIT",
    "PENERBIT",
    "TAHUN TERBIT",
    "JUMLAH HALAMAN",
    "DIMENSI",
    "ISBN",
    "ISSN",
    "ISMN",
    "NO DDC",
    "NOMOR PANGGIL KATALOG",
    "ABSTRAK",
    "BAHASA",
    "SUBJEK TOPIK",
    "EDISI SERIAL",
    "TGL TERBIT EDISI SERIAL",
    "BAHAN SERTAAN (SERIAL)",
    "KETERANGAN LAIN (SERIAL)",
];

pub(super) const COLUMNS: Synonyms = &[
    (Plain(Field::Received), "tglpengadaan"),
    (Plain(Field::InventoryNumber), "noinduk"),
    (Plain(Field::ItemCode), "nobarcode"),
    (Plain(Field::Source), "jenissumber"),
    (Plain(Field::Supplier), "namasumber"),
    (Plain(Field::Currency), "matauang"),
    (Plain(Field::Price), "harga"),
    (Plain(Field::Location), "kodelokasiperpustakaan"),
    (Plain(Field::Shelf), "kodelokasiruang"),
    (Access, "akses"),
    (Plain(Field::CollectionType), "kategori"),
    (Plain(Field::Medium), "media"),
    (Plain(Field::Status), "ketersediaan"),
    (Plain(Field::ItemCallNumber), "nomorpanggileksemplar"),
    (Plain(Field::Title), "judulutama"),
    (Subtitle, "anakjudul"),
    (Plain(Field::Responsibility), "pernyataantanggungjawab"),
    (
        Split(Field::Author, ";"),
        "tajukpengarang tajukpengarangbadankooperasi tajukpengarangbadankorporasi pengarangtambahannamaorang \
         pengarangtambahannamabadan",
    ),
    (Plain(Field::Edition), "edisi"),
    (Plain(Field::Place), "kotaterbit"),
    (Plain(Field::Publisher), "penerbit"),
    (Plain(Field::Year), "tahunterbit"),
    (Plain(Field::Extent), "jumlahhalaman"),
    (Dimensions, "dimensi"),
    (Plain(Field::Isbn), "isbn"),
    (Plain(Field::Issn), "issn"),
    (Plain(Field::Class), "noddc"),
    (Plain(Field::CallNumber), "nomorpanggilkatalog"),
    (Plain(Field::Notes), "abstrak"),
    (Plain(Field::Language), "bahasa"),
    (Split(Field::Subject, ";"), "subjektopik"),
    (
        Join(Field::ItemNote, "; "),
        "edisiserial tglterbitedisiserial bahansertaanserial keteranganlainserial",
    ),
];

/// Whether a cell is the form's own way of leaving it open (`---Belum ditentukan---`).
pub(super) fn is_placeholder(text: &str) -> bool {
    text.starts_with("---") && text.ends_with("---")
}

/// Whether the access says that a copy may be taken home.
pub(super) fn lendable(access: &str) -> bool {
    crate::table::head::fold(access).starts_with("dapatdipinjam")
}

/// The cell without the punctuation a cataloguing rule left at its end; nothing when there is none.
pub(super) fn without_tail(field: Field, text: &str) -> Option<&str> {
    let mut cut = match field {
        Field::Title | Field::Place | Field::Publisher | Field::Edition | Field::Extent | Field::Series => {
            text.trim_end_matches([' ', ':', ';', '/', '=', ','])
        }
        Field::Year | Field::Author | Field::Subject => text.trim_end_matches([' ', ':', ';', ',']),
        _ => text,
    };
    let full_stop = match field {
        Field::Extent => ["cm.", "mm.", "m."].iter().any(|unit| {
            cut.strip_suffix(unit)
                .is_some_and(|before| before.trim_end().ends_with(|last: char| last.is_ascii_digit()))
        }),
        Field::Year => true,
        _ => false,
    };
    if full_stop {
        cut = cut.strip_suffix('.').unwrap_or(cut);
    }
    (cut.len() < text.len() && !cut.is_empty()).then_some(cut)
}
