//! What holds for any bytes and any text.

mod reading;

use proptest::prelude::*;
use pustaka_formats::catalogue::{Dialect, Field, Options, PustakaWriter, Row};
use pustaka_formats::delimited::{Style, Writer};
use pustaka_formats::rejects::{Reason, Writer as RejectsWriter};
use reading::{read, read_with};
use unicode_normalization::UnicodeNormalization;

/// Text as the library stores it: normal form C, trimmed, no NUL.
fn stored() -> impl Strategy<Value = String> {
    let letters = prop::collection::vec(
        prop_oneof![
            4 => prop::char::range('a', 'z'),
            2 => prop::sample::select("=+-@'\"\\;,|\t\r\n<>＝ .0123".chars().collect::<Vec<_>>()),
            1 => any::<char>().prop_filter("no NUL", |letter| *letter != '\0'),
        ],
        0..24,
    );
    letters.prop_map(|letters| {
        letters
            .into_iter()
            .collect::<String>()
            .nfc()
            .collect::<String>()
            .trim()
            .to_owned()
    })
}

fn filled() -> impl Strategy<Value = String> {
    stored().prop_filter("not empty", |text| !text.is_empty())
}

/// A row as the export writes it: a title, and any other field but the number of copies.
fn export_row() -> impl Strategy<Value = Vec<(Field, String)>> {
    let field = prop::sample::select(Field::all().to_vec());
    let others = prop::collection::vec((field, filled()), 0..12);
    (filled(), others).prop_map(|(title, others)| {
        let mut row = vec![(Field::Title, title)];
        for (field, text) in others {
            let taken = row.iter().any(|(known, _)| *known == field);
            if field != Field::Copies && (field.repeats() || !taken) {
                row.push((field, text));
            }
        }
        row.sort_by_key(|(field, _)| *field);
        row
    })
}

fn styles() -> impl Strategy<Value = Style> {
    let delimiter = prop::sample::select(vec![b',', b';', b'\t', b'|']);
    (delimiter, any::<bool>(), any::<bool>()).prop_map(|(delimiter, mark, guards)| Style {
        delimiter,
        mark,
        guards,
        defuse: true,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000), dialect in prop::option::of(prop::sample::select(Dialect::all().to_vec()))) {
        let options = Options { dialect, ..Options::default() };
        let _ = read_with(bytes, &options);
    }

    #[test]
    fn any_rows_under_a_header_are_read_or_named(
        header in prop::sample::select(vec!["judul;pengarang;isbn", "title,author", "title\tx\ty\tz"]),
        body in prop::collection::vec(prop_oneof![
            Just("\"".to_owned()), Just(";".to_owned()), Just(",".to_owned()), Just("\t".to_owned()), Just("\n".to_owned()),
            Just("\r".to_owned()), Just("\\".to_owned()), Just("\0".to_owned()), "[a-z]{1,4}", "\\PC{1,3}",
        ], 0..300),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let text = format!("{header}{end}{}", body.concat());
        let lines = text.lines().count() as u64 + text.matches('\r').count() as u64;
        if let Ok(whole) = read(text) {
            prop_assert_eq!(whole.records, (whole.rows.len() + whole.rejects.len()) as u64);
            let mut before = 1;
            let mut places: Vec<u64> = whole.rows.iter().map(|row| row.line).chain(whole.rejects.iter().map(|reject| reject.line)).collect();
            places.sort_unstable();
            for line in places {
                prop_assert!(line > before && line <= lines, "line {line} of {lines}");
                before = line;
            }
            for row in &whole.rows {
                for (_, cell) in &row.cells {
                    prop_assert!(!cell.is_empty() && cell.trim() == cell.as_str());
                }
            }
        }
    }

    #[test]
    fn broken_utf16_is_read_or_named(words in prop::collection::vec(any::<u16>(), 0..200)) {
        let mut bytes = b"\xff\xfej\0u\0d\0u\0l\0\n\0".to_vec();
        bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
        if let Ok(whole) = read(bytes) {
            prop_assert_eq!(whole.records, (whole.rows.len() + whole.rejects.len()) as u64);
        }
    }

    #[test]
    fn our_own_export_is_read_back_without_loss(rows in prop::collection::vec(export_row(), 1..8), style in styles()) {
        let mut out = PustakaWriter::new(Vec::new(), style).unwrap();
        for row in &rows {
            let cells: Vec<_> = row.iter().map(|(field, text)| (*field, text.as_str())).collect();
            out.write(&cells).unwrap();
        }
        let whole = read(out.finish().unwrap()).unwrap();
        prop_assert_eq!(whole.shape.dialect, Dialect::Pustaka);
        prop_assert!(whole.rejects.is_empty() && whole.blank == 0);
        let back: Vec<_> = whole.rows.iter().map(|row: &Row| row.cells.clone()).collect();
        prop_assert_eq!(back, rows);
        prop_assert!(whole.rows.iter().all(|row| row.warnings.is_empty()));
    }

    #[test]
    fn rejected_cells_are_read_back_without_loss(cells in prop::collection::vec(stored(), 3), style in styles()) {
        prop_assume!(!cells[0].is_empty());
        let mut file = Writer::new(Vec::new(), Style { guards: false, defuse: false, ..style }).unwrap();
        file.row(["judul", "catatan", "pengarang"]).unwrap();
        let options = Options { delimiter: Some(style.delimiter), ..Options::default() };
        let shape = read_with(file.finish().unwrap(), &options).unwrap().shape;
        let mut out = RejectsWriter::new(Vec::new(), &shape).unwrap();
        let reason = Reason { line: 7, column: Some("judul"), code: "title.missing", words: "=alasan" };
        out.write(&cells, &reason).unwrap();
        let whole = read_with(out.finish().unwrap(), &options).unwrap();
        prop_assert!(whole.shape.guarded);
        prop_assert_eq!(whole.rows[0].get(Field::Title), Some(cells[0].as_str()));
        prop_assert_eq!(whole.rows[0].get(Field::Notes).unwrap_or_default(), cells[1].as_str());
    }
}
