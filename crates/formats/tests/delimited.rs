//! The reader for text with separators, on small files with one oddity each and on tables of cases.

mod reading;

use pustaka_formats::catalogue::{FileError, RejectCode, RejectDetail, WarningCode};
use pustaka_formats::delimited::{Input, Next, Problem, Reader, Record, Style, Writer, guard};

/// Rows and problems of a file, in order.
struct Read {
    rows: Vec<(u64, Vec<String>)>,
    problems: Vec<Problem>,
    repairs: Vec<WarningCode>,
    blank: u64,
    delimiter: u8,
    encoding: &'static str,
}

fn read_expecting(bytes: &[u8], width: Option<usize>) -> Result<Read, FileError> {
    let mut reader = Reader::open(Input::bytes(bytes.to_vec()), None, None)?;
    if let Some(width) = width {
        reader.expect(width, width);
    }
    let mut read = Read {
        rows: Vec::new(),
        problems: Vec::new(),
        repairs: Vec::new(),
        blank: 0,
        delimiter: reader.delimiter(),
        encoding: reader.encoding(),
    };
    let mut record = Record::new();
    loop {
        match reader.next(&mut record)? {
            Next::End => break,
            Next::Row => {
                read.rows.push((record.line(), record.to_cells()));
                read.repairs.extend(reader.repair().map(|repair| repair.code));
            }
            Next::Bad(problem) => read.problems.push(problem),
        }
    }
    read.blank = reader.blank();
    Ok(read)
}

fn cells(read: &Read) -> Vec<Vec<&str>> {
    read.rows
        .iter()
        .map(|(_, row)| row.iter().map(String::as_str).collect())
        .collect()
}

fn fixture(name: &str, width: Option<usize>) -> Read {
    let bytes = std::fs::read(reading::fixture(&format!("delimited/{name}"))).expect("a committed file");
    read_expecting(&bytes, width).expect("a readable file")
}

#[test]
fn files_with_one_oddity_each_are_read_as_they_are_meant() {
    let cases: &[(&str, &[&[&str]])] = &[
        (
            "mac_newlines.csv",
            &[&["a", "b", "c"], &["1", "2", "3"], &["Once upon\ra time", "5", "6"]],
        ),
        ("optional_quote_characters.csv", &[&["a", "b", "c"], &["1", "2", "3"]]),
        (
            "test_latin1.csv",
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "©"]],
        ),
        (
            "test_utf16_big.csv",
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]],
        ),
        (
            "test_utf16_little.csv",
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]],
        ),
        (
            "test_utf8_bom.csv",
            &[&["foo", "bar", "baz"], &["1", "2", "3"], &["4", "5", "ʤ"]],
        ),
        (
            "blanks.csv",
            &[&["a", "b", "c", "d", "e", "f"], &["", "NA", "N/A", "NONE", "NULL", "."]],
        ),
        (
            "test_header_newline.csv",
            &[
                &["\t\n\u{b}\u{c}\r start \t\n\u{b}\u{c}\r end \t\n\u{b}\u{c}\r", "b", "c"],
                &["d", "e", "f"],
            ],
        ),
    ];
    for (name, expected) in cases {
        assert_eq!(cells(&fixture(name, None)), *expected, "{name}");
    }
    for name in ["test_cr.csv", "test_crlf.csv"] {
        let read = fixture(name, Some(6));
        assert_eq!((read.rows.len(), read.blank), (4, 0), "{name}");
        assert_eq!(
            read.rows[3],
            (4, ["", "b", "", "", "", ""].map(String::from).to_vec()),
            "{name}"
        );
    }
    assert_eq!(fixture("test_quote_nonnumeric.csv", Some(6)).rows.len(), 4);
}

#[test]
fn bad_rows_are_named_and_the_rest_is_read() {
    let read = fixture("bad.csv", Some(3));
    let ragged: Vec<_> = read
        .problems
        .iter()
        .map(|problem| (problem.line, problem.code, &problem.detail))
        .collect();
    let counts = |found| RejectDetail::Counts { expected: 3, found };
    assert_eq!(
        ragged,
        [(2, RejectCode::Ragged, &counts(4)), (3, RejectCode::Ragged, &counts(2))]
    );
    assert_eq!(
        read.rows.last(),
        Some(&(4, ["0", "mixed types.... uh oh", "17"].map(String::from).to_vec()))
    );

    let read = fixture("null_byte.csv", Some(3));
    let place = RejectDetail::Position { line: 2, character: 1 };
    assert_eq!(
        (read.problems[0].line, read.problems[0].code, &read.problems[0].detail),
        (2, RejectCode::Nul, &place)
    );

    // Rows of empty cells are blank, and a header may have cells without a name.
    let read = fixture("test_empty_columns.csv", None);
    assert_eq!((read.rows.len(), read.blank), (3, 1));
    let read = fixture("test_empty_columns_long_row.csv", Some(3));
    assert_eq!((read.rows.len(), read.blank, read.problems.len()), (1, 1, 0));
    let read = fixture("test_empty_columns_short_row.csv", Some(3));
    assert_eq!((read.rows.len(), read.blank, read.problems.len()), (1, 1, 0));
    let read = fixture("test_extra_header.csv", Some(4));
    assert_eq!(read.problems[0].detail, RejectDetail::Counts { expected: 4, found: 3 });
    assert_eq!(fixture("empty.csv", None).blank, 1);
}

#[test]
fn separator_and_encoding_are_found() {
    let cases: &[(&[u8], u8, &str)] = &[
        (b"a,b\n1,2\n", b',', "UTF-8"),
        (b"a;b;c\n1;\"2,5\";3\n4;5,5;6\n", b';', "UTF-8"),
        (b"a\tb\n1\t2\n", b'\t', "UTF-8"),
        (b"a|b|c\n1|2|3\n", b'|', "UTF-8"),
        (b"sep=;\na,b;c\n1,2;3\n", b';', "UTF-8"),
        (b"one column\nonly\n", b',', "UTF-8"),
        (
            b"DAFTAR BUKU;;\njudul;harga;isi\nA;Rp 85.000,-;1\nB;Rp 7.000,-;2\nC;Rp 9.000,-;2\n",
            b';',
            "UTF-8",
        ),
        (b"'a','b'\n'1','2'\n", b',', "UTF-8"),
        (b"a;b\nCaf\xe9;2\n", b';', "windows-1252"),
        (b"\xef\xbb\xbfa;b\n1;2\n", b';', "UTF-8"),
        (b"\xff\xfea\0;\0b\0\n\0", b';', "UTF-16LE"),
        (b"\xfe\xff\0a\0;\0b\0\n", b';', "UTF-16BE"),
    ];
    for (bytes, delimiter, encoding) in cases {
        let read = read_expecting(bytes, None).expect("readable");
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(
            (char::from(read.delimiter), read.encoding),
            (char::from(*delimiter), *encoding),
            "{shown}"
        );
    }
    assert_eq!(
        cells(&read_expecting(b"'a','b'\n'1','2'\n", None).expect("readable"))[1],
        ["1", "2"]
    );
}

#[test]
fn broken_quoting_is_recovered_where_it_is_unambiguous() {
    use WarningCode::{QuoteBackslash, QuoteBare};
    let cases: &[(&str, &[&str], Option<WarningCode>)] = &[
        (r#""a "b" c","d","e""#, &[r#"a "b" c"#, "d", "e"], Some(QuoteBare)),
        (r#""a "b", c","d","e""#, &[r#"a "b", c"#, "d", "e"], Some(QuoteBare)),
        (
            r#""a \"b\" c","d","e""#,
            &[r#"a "b" c"#, "d", "e"],
            Some(QuoteBackslash),
        ),
        (r#""a \"b\", c",d,e"#, &[r#"a "b", c"#, "d", "e"], Some(QuoteBackslash)),
        (
            r#""say \"b\"","d","e""#,
            &[r#"say "b""#, "d", "e"],
            Some(QuoteBackslash),
        ),
        (r#"1,"a "b" c",e"#, &["1", r#"a "b" c"#, "e"], Some(QuoteBare)),
        (r#""a ""b"" c","d","e""#, &[r#"a "b" c"#, "d", "e"], None),
        (r#"5" disk,d,e"#, &[r#"5" disk"#, "d", "e"], None),
        (
            "\"a\nb \"x\" c\",\"d\",\"e\"",
            &["a\nb \"x\" c", "d", "e"],
            Some(QuoteBare),
        ),
        (r#""a","\\\'d","e""#, &["a", r"\\\'d", "e"], None),
    ];
    for (row, expected, repair) in cases {
        let text = format!("h1,h2,h3\n{row}\nx,y,z\n");
        let read = read_expecting(text.as_bytes(), Some(3)).expect("readable");
        assert_eq!(cells(&read)[1..], [expected.to_vec(), vec!["x", "y", "z"]], "{row}");
        assert_eq!(read.repairs.first(), repair.as_ref(), "{row}");
    }
}

#[test]
fn quotes_that_cannot_be_told_apart_reject_their_row_only() {
    let cases: &[(&str, RejectCode, usize, u64)] = &[
        (r#""abc,d,e"#, RejectCode::QuoteUnclosed, 0, 1),
        (r#"a,"bc,e"#, RejectCode::QuoteUnclosed, 1, 3),
        (r#"a,d,"e"#, RejectCode::QuoteUnclosed, 2, 5),
        (r#""a "b","c","d","e""#, RejectCode::QuoteStray, 0, 4),
    ];
    for (row, code, cell, character) in cases {
        let text = format!("h1,h2,h3\n1,2,3\n{row}\nx,y,z\n\"p\",\"q\",\"r\"\n");
        let read = read_expecting(text.as_bytes(), Some(3)).expect("readable");
        let problem = &read.problems[0];
        assert_eq!(
            (problem.line, problem.code, problem.cell),
            (3, *code, Some(*cell)),
            "{row}"
        );
        assert_eq!(
            problem.detail,
            RejectDetail::Position {
                line: 3,
                character: *character
            },
            "{row}"
        );
        assert_eq!(read.rows.len(), 4, "{row}: the rows around it are read");
        assert_eq!(read.problems.len(), 1, "{row}");
    }
}

#[test]
fn an_open_quote_does_not_swallow_a_long_file() {
    let mut text = String::from("h1,h2,h3\n1,\"open,3\n");
    for row in 0..50_000 {
        text.push_str(&format!("{row},plain,row\n"));
    }
    let read = read_expecting(text.as_bytes(), Some(3)).expect("readable");
    assert_eq!((read.problems.len(), read.problems[0].line), (1, 2));
    assert_eq!(read.rows.len(), 50_001);
}

#[test]
fn a_file_full_of_open_quotes_is_read_line_by_line_in_the_end() {
    // Every line opens a quote that the next line seems to close: followed to the limit again and again without patience.
    let lines = 60_000;
    let text = format!("h1,h2\n\"a\n{}last,row\n", "x\",\"y\n".repeat(lines));
    let read = read_expecting(text.as_bytes(), Some(2)).expect("readable");
    assert_eq!(read.problems.len(), lines + 1, "each line is named");
    let in_order = read
        .problems
        .iter()
        .zip(2..)
        .all(|(problem, line)| problem.line == line);
    assert!(in_order && read.blank == 0);
    assert_eq!(read.rows.last().map(|(line, _)| *line), Some(lines as u64 + 3));
}

#[test]
fn lines_are_counted_through_every_line_end_and_inside_cells() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "", "\"1", "2\",3", "4,5", "", "6"].join(end);
        let read = read_expecting(text.as_bytes(), Some(2)).expect("readable");
        let lines: Vec<u64> = read.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(
            (lines, read.blank, read.problems[0].line),
            (vec![1, 3, 5], 2, 7),
            "{end:?}"
        );
    }
}

#[test]
fn the_words_that_windows_1252_changed_are_shown() {
    let read = Reader::open(
        Input::bytes(b"a;b\nCaf\xe9 \x96 r\xe9sum\xe9;Na\xefve;Caf\xe9 M\xfcller\n".to_vec()),
        None,
        None,
    );
    let shown: Vec<_> = read
        .expect("readable")
        .warnings()
        .iter()
        .map(|word| word.stored.clone())
        .collect();
    assert_eq!(shown, ["Café", "résumé", "Naïve"]);
}

#[test]
fn what_is_no_text_is_named() {
    let cases: &[(&[u8], Option<&str>)] = &[
        (b"%PDF-1.7 ...", Some("pdf")),
        (b"SQLite format 3\0....", Some("sqlite")),
        (b"\x1f\x8b\x08\0", Some("gzip")),
        (b"a\0,\0b\0\n\0x\0,\0y\0\n\0", Some("utf-16le")),
        (b"\0a\0,\0b\0\n\0x\0,\0y\0\n", Some("utf-16be")),
        (b"00714cam a2200205 a 4500001001200000", Some("marc")),
        (&[0; 4096], None),
    ];
    for (bytes, kind) in cases {
        match Reader::open(Input::bytes(bytes.to_vec()), None, None) {
            Err(FileError::NotText {
                looks_like, line: 1, ..
            }) => assert_eq!(looks_like, *kind),
            other => panic!("{kind:?}: {:?}", other.err()),
        }
    }
    let unknown = Reader::open(Input::bytes(b"a,b\n".to_vec()), None, Some("klingon")).err();
    assert_eq!(
        unknown,
        Some(FileError::EncodingUnknown {
            label: "klingon".into()
        })
    );
}

#[test]
fn cells_are_defused_and_restored_exactly() {
    let cases = [
        ("=1+1", "'=1+1"),
        ("+62812", "'+62812"),
        ("+6281234567890", "+6281234567890"),
        ("+6281234567890+1", "'+6281234567890+1"),
        ("'+6281234567890", "''+6281234567890"),
        ("-5", "'-5"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠1", "'＠1"),
        ("'=1", "''=1"),
        ("''-", "'''-"),
        ("'tis", "'tis"),
        ("plain", "plain"),
        ("", ""),
    ];
    for (text, written) in cases {
        assert_eq!(guard::defuse(text), written, "{text:?}");
        assert_eq!(guard::restore(&guard::defuse(text)), text, "{text:?}");
    }
}

#[test]
fn excel_mode_guards_what_excel_would_spoil_and_nothing_else() {
    let spoilt = [
        "+6281234567890",
        "0012",
        "9786020000000",
        "978602851993",
        "12E5",
        "1e10",
        "3/4",
        "1-2",
        "978-602-8519-93-9",
    ];
    let kept = [
        "12",
        "1500000",
        "2024-03-18",
        "",
        "0",
        "abc",
        "12 hlm.",
        "813.5",
        "085.123,-",
        "2X5",
    ];
    for text in spoilt {
        assert!(guard::is_spoilt_by_excel(text), "{text}");
        assert_eq!(guard::excel_text(&guard::excel_guard(text)).as_deref(), Some(text));
    }
    for text in kept {
        assert!(!guard::is_spoilt_by_excel(text), "{text}");
    }
    let mut out = Writer::new(Vec::new(), Style::EXCEL).expect("memory");
    out.row(["Judul", "0012", "=1+1", "a;b \"c\"\nd"]).expect("memory");
    let written = String::from_utf8(out.finish().expect("memory")).expect("text");
    assert_eq!(
        written,
        "\u{feff}Judul;\"=\"\"0012\"\"\";'=1+1;\"a;b \"\"c\"\"\nd\"\r\n"
    );
}
