//! Files of members: dialects, columns, what is never read.

use std::path::Path;

use proptest::prelude::*;
use pustaka_formats::members::{Dialect, Field, Never, Options, Reader, Row, template};
use pustaka_formats::table::{FileErrorCode, RejectCode};

fn fixture(name: &str) -> Reader {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/members")
        .join(name);
    Reader::open(&path, &Options::default()).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn of(text: &str) -> Reader {
    Reader::from_bytes(text.as_bytes().to_vec(), &Options::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn rows(reader: &mut Reader) -> Vec<Row> {
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().unwrap() {
        rows.push(row.unwrap_or_else(|reject| panic!("{reject:?}")));
    }
    rows
}

#[track_caller]
fn says(row: &Row, cells: &[(Field, &str)]) {
    for (field, text) in cells {
        assert_eq!(row.get(*field), (!text.is_empty()).then_some(*text), "{field}: {row:?}");
    }
}

fn never(reader: &Reader) -> Vec<Never> {
    reader.mapping().never().iter().map(|(_, never)| *never).collect()
}

#[test]
fn a_list_of_ones_own() {
    let mut reader = fixture("daftar-anggota.csv");
    let shape = reader.shape().clone();
    assert_eq!(
        (shape.dialect, shape.delimiter, shape.header_line),
        (Dialect::Generic, Some(b';'), Some(4))
    );
    assert_eq!(never(&reader), [Never::Religion]);
    let rows = rows(&mut reader);
    assert_eq!(rows.len(), 6);
    says(
        &rows[0],
        &[
            (Field::Card, "00017"),
            (Field::Name, "Sri Wulandari"),
            (Field::Sex, "P"),
            (Field::Born, "17 April 1990"),
            (Field::Phone, "0812-3456-7801"),
            (Field::Address, "Jl. Brantas 12 RT 01 RW 02"),
            (Field::Village, "Bandar Lor"),
            (Field::Nik, "3571015704900001"),
        ],
    );
    says(
        &rows[2],
        &[
            (Field::Name, "Drs. H. Bambang Prasetyo, M.Pd."),
            (Field::Address, "Jl. Kelud 3"),
        ],
    );
    assert!(
        rows.iter()
            .all(|row| row.cells.iter().all(|(_, text)| text != "Islam" && text != "Katolik"))
    );
}

#[test]
fn the_export_of_slims() {
    let mut reader = fixture("slims-member.csv");
    assert_eq!(reader.shape().dialect, Dialect::SlimsMember);
    assert_eq!(never(&reader), [Never::Secret, Never::Secret]);
    let rows = rows(&mut reader);
    says(
        &rows[0],
        &[
            (Field::Card, "M001"),
            (Field::Sex, "female"),
            (Field::Type, "Standard"),
            (Field::Address, "Jl. Brantas 12 Kediri"),
            (Field::Joined, "2019-02-03"),
            (Field::ValidUntil, "2027-02-02"),
        ],
    );
    says(
        &rows[1],
        &[
            (Field::Born, ""),
            (Field::Note, "Kartu \"lama\" hilang"),
            (Field::Sex, "male"),
        ],
    );
    // The day of registration steps in where the other is none.
    says(&rows[4], &[(Field::Joined, "2018-05-05"), (Field::Phone, "")]);
    let secrets = ["1234", "$2y"];
    let all: Vec<&String> = rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|(_, text)| text))
        .collect();
    assert!(
        all.iter()
            .all(|text| secrets.iter().all(|secret| !text.starts_with(secret)))
    );
}

#[test]
fn the_export_of_slims_by_position() {
    let mut reader = fixture("slims-member-tanpa-judul.csv");
    let shape = reader.shape();
    assert_eq!(
        (shape.dialect, shape.header_line, shape.columns.len()),
        (Dialect::SlimsMember, None, 18)
    );
    let found = rows(&mut reader);
    says(
        &found[1],
        &[
            (Field::Name, "Lestari"),
            (Field::Sex, "female"),
            (Field::Note, "pindah rumah"),
        ],
    );
    // A header in another language is passed over.
    let text = "Kode,Orang,Kelamin,Jenis,Surel,Tempat,Pos,Asal,Baru,Foto,Sandi,Nomor,Faks,Sejak,Daftar,Habis,Lahir,Cttn\n\
                M1,Adi,1,Standard,,,,,0,,,,,2024-01-02,2024-01-02,2027-01-02,1988-10-10,\n";
    let mut reader = of(text);
    assert_eq!(
        (reader.shape().dialect, reader.shape().header_line),
        (Dialect::SlimsMember, Some(1))
    );
    says(&rows(&mut reader)[0], &[(Field::Card, "M1"), (Field::Name, "Adi")]);
}

#[test]
fn the_form_of_inlislite() {
    let mut reader = fixture("inlislite-anggota.csv");
    assert_eq!(
        (reader.shape().dialect, reader.shape().columns.len()),
        (Dialect::InlisliteAnggota, 49)
    );
    assert_eq!(never(&reader), [Never::Religion, Never::Mother, Never::MaritalStatus]);
    let rows = rows(&mut reader);
    says(
        &rows[0],
        &[
            (Field::Card, "00000000017"),
            (Field::Address, "Jl. Brantas 12 RT 01 RW 02"),
            (Field::District, "Mojoroto"),
            (Field::City, "Kediri"),
            (Field::Nik, "3571015704900001"),
            (Field::GuardianRelation, "Suami"),
        ],
    );
    // The number of a pupil's card is no NIK; without an address of today the one on the card counts.
    says(
        &rows[1],
        &[
            (Field::Nik, ""),
            (Field::Address, "Jl. Kelud 3"),
            (Field::Institution, "SDN Contoh 2"),
        ],
    );
    let all = format!("{rows:?}");
    assert!(
        ["Islam", "Kristen", "Kartini", "Menikah"]
            .iter()
            .all(|secret| !all.contains(secret))
    );
}

#[test]
fn the_patrons_of_koha() {
    let mut reader = fixture("koha-patrons.csv");
    assert_eq!(
        (reader.shape().dialect, never(&reader)),
        (Dialect::Koha, vec![Never::Secret])
    );
    let rows = rows(&mut reader);
    says(
        &rows[0],
        &[
            (Field::Name, "Henry Acevedo"),
            (Field::Type, "PT"),
            (Field::Phone, "081234567820"),
        ],
    );
    says(
        &rows[1],
        &[
            (Field::Name, "Suharto"),
            (Field::Phone, "0354-681234"),
            (Field::Note, "menulis puisi"),
        ],
    );
    says(
        &rows[2],
        &[(Field::GuardianName, "Suharto"), (Field::GuardianRelation, "father")],
    );
}

#[test]
fn columns_named_by_hand() {
    let map = |field, heading: &str| Options {
        map: vec![(field, heading.to_owned())],
        ..Options::default()
    };
    let text = b"Orang,Kode\nSri,17\n".to_vec();
    let code = |result: Result<Reader, pustaka_formats::table::FileError>| result.unwrap_err().code();
    assert_eq!(
        code(Reader::from_bytes(text.clone(), &Options::default())),
        FileErrorCode::HeaderMissing
    );
    let mut reader = Reader::from_bytes(text, &map(Field::Name, "orang")).unwrap();
    says(&rows(&mut reader)[0], &[(Field::Name, "Sri"), (Field::Card, "")]);
    let named = b"Nama,Kode\nSri,17\n".to_vec();
    let unknown = Options {
        map: vec![(Field::Card, "Siapa".to_owned()), (Field::Note, "Kode".to_owned())],
        ..Options::default()
    };
    assert_eq!(code(Reader::from_bytes(named, &unknown)), FileErrorCode::MapUnknown);
    // What is never read can't be asked for.
    let text = b"Nama,No HP,Agama\nSri,0812,Islam\n".to_vec();
    let mut reader = Reader::from_bytes(text, &map(Field::Note, "Agama")).unwrap();
    says(&rows(&mut reader)[0], &[(Field::Note, "")]);
    let twice = b"Nama,No HP,Nama\nSri,0812,Sri\n".to_vec();
    assert_eq!(
        code(Reader::from_bytes(twice, &Options::default())),
        FileErrorCode::HeaderDuplicate
    );
}

#[test]
fn ragged_rows_are_rejected() {
    let mut reader = of("Nama,No HP\nSri\nBudi,0812,x\nAdi,0813\n");
    let mut codes = Vec::new();
    let mut good = 0;
    while let Some(row) = reader.next_row().unwrap() {
        match row {
            Ok(_) => good += 1,
            Err(reject) => codes.push(reject.code),
        }
    }
    assert_eq!((good, codes), (1, vec![RejectCode::Ragged, RejectCode::Ragged]));
}

#[test]
fn templates_are_read_back_by_their_own_dialect() {
    for dialect in Dialect::all() {
        let Some(bytes) = template(*dialect) else {
            assert_eq!(*dialect, Dialect::Koha);
            continue;
        };
        let mut reader = Reader::from_bytes(bytes, &Options::default()).unwrap();
        assert_eq!(reader.shape().dialect, *dialect);
        let unread: Vec<String> = reader
            .shape()
            .columns
            .iter()
            .filter(|column| column.field.is_none())
            .map(|column| column.header.clone())
            .collect();
        if *dialect == Dialect::Generic {
            assert_eq!(unread, Vec::<String>::new());
        }
        assert!(rows(&mut reader).iter().all(|row| row.get(Field::Name).is_some()));
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..1500),
        dialect in prop::option::of(prop::sample::select(Dialect::all().to_vec())),
    ) {
        let options = Options { dialect, ..Options::default() };
        if let Ok(mut reader) = Reader::from_bytes(bytes, &options) {
            while let Ok(Some(_)) = reader.next_row() {}
        }
    }

    #[test]
    fn any_cells_are_read(cells in prop::collection::vec("[^\n\r]{0,20}", 19..20), header in any::<bool>()) {
        let mut text = String::new();
        if header {
            text.push_str("Nama,No HP,TTL,RT,Alamat,NIK,NIS,No Anggota,Jenis Kelamin,No Identitas,a,b,c,d,e,f,g,h,i\n");
        }
        for row in 0..3 {
            let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}{row}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        if let Ok(mut reader) = Reader::from_bytes(text.into_bytes(), &Options::default()) {
            while let Ok(Some(_)) = reader.next_row() {}
        }
    }
}
