//! Files to fill in by hand: a header and an example or two, of invented people.

use super::Dialect;
use super::columns::{INLISLITE_NAMES, SLIMS_NAMES};
use crate::delimited::{Style, Writer};

/// A file to fill in, for the dialects that are filled in by hand: UTF-8 with a byte order mark and semicolons, as Excel
/// opens it in Indonesia (SLiMS: commas). Nothing for the others.
pub fn template(dialect: Dialect) -> Option<Vec<u8>> {
    let rows: Vec<Vec<&str>> = match dialect {
        Dialect::Generic => generic(),
        Dialect::SlimsMember => vec![
            SLIMS_NAMES.to_vec(),
            cells(concat!(
                "S0001|Sri Wulandari|0|Umum|sri@contoh.test|Jl. Brantas 12, Kediri|64123||0|||081234567801||",
                "2026-01-05|2026-01-05|2027-01-05|1990-04-17||"
            )),
        ],
        Dialect::InlisliteAnggota => vec![
            INLISLITE_NAMES.to_vec(),
            cells(concat!(
                "1|00000000001|Bambang Prasetyo|Kediri|17-04-1990|Jl. Brantas 12|Mojoroto|Bandar Lor|RT 01|RW 02|",
                "Jawa Timur|Kediri|Jl. Brantas 12|Mojoroto|Bandar Lor|RT 01|RW 02|Jawa Timur|Kediri|081234567802||KTP||",
                "Laki-laki||Guru||bambang@contoh.test|Umum|S1||05-01-2026|05-01-2027|Baru|Aktif||||||||||||||"
            )),
        ],
        Dialect::Koha => return None,
    };
    let style = match dialect {
        Dialect::SlimsMember => Style {
            mark: false,
            defuse: false,
            ..Style::PLAIN
        },
        _ => Style {
            guards: false,
            ..Style::EXCEL
        },
    };
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
            "No Anggota|Nama|Jenis Anggota|Jenis Kelamin|Tanggal Lahir|No HP|Email|Alamat|Kelurahan|Kecamatan|Kota|",
            "Pendidikan|Pekerjaan|Instansi|NIK|Nama Wali|HP Wali|Hubungan Wali|Tanggal Daftar|Berlaku Sampai|Catatan"
        )),
        cells(concat!(
            "A0001|Sri Wulandari|Umum|P|17/04/1990|0812-3456-7801|sri@contoh.test|Jl. Brantas 12|Bandar Lor|Mojoroto|",
            "Kediri|S1|Guru|SDN Contoh 1|||||05/01/2026|05/01/2027|"
        )),
        cells(concat!(
            "|Raka|Anak|L|02/09/2016|||Jl. Kelud 3 RT 01 RW 02|Ngadirejo|Kota|Kediri|SD|Pelajar|SDN Contoh 2||",
            "Suharto|0812-3456-7802|Ayah|||"
        )),
    ]
}
