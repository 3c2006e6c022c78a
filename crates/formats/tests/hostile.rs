//! More than 300 malformed files: each is named by line and column, within two seconds, in little memory.
//!
//! The files are made here, written out and read from disk as a user's file would be. Separators, line ends and encodings
//! are crossed with everything that can be wrong with a row, a header or a file.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use pustaka_formats::catalogue::{Dialect, Field, FileError, Options, Reader};

/// What must come of a file.
#[derive(Debug)]
enum Expected {
    /// The whole file is refused: code, line and column.
    Refused(&'static str, Option<(u64, u64)>),
    /// One row is rejected: code, line and heading; so many others are read.
    Rejected(&'static str, u64, Option<&'static str>, usize),
}
use Expected::{Refused, Rejected};

/// Writes the file piece by piece, so that the big ones never stand in memory.
type Recipe = Box<dyn Fn(&mut dyn Write) -> std::io::Result<()>>;

struct Case {
    name: String,
    options: Options,
    expected: Expected,
    write: Recipe,
}

fn case(name: String, expected: Expected, bytes: Vec<u8>) -> Case {
    Case {
        name,
        options: Options::default(),
        expected,
        write: Box::new(move |out| out.write_all(&bytes)),
    }
}

/// Good rows around one bad row; the header stands on line 1, the bad row on line `at`.
fn around(row: &[u8], at: u64, separator: char, end: &str) -> Vec<u8> {
    let cells = |cells: [&str; 5]| cells.join(&separator.to_string());
    let mut lines = vec![cells(["Judul", "Pengarang", "Penerbit", "Tahun", "ISBN"]).into_bytes()];
    for line in 2..12 {
        let good = cells([
            &format!("Buku ke-{line}"),
            "Siti Müller",
            "Pustaka Brantas",
            "2019",
            "978-602-8519-93-9",
        ]);
        lines.push(if line == at { row.to_vec() } else { good.into_bytes() });
    }
    let mut bytes = lines.join(end.as_bytes());
    bytes.extend_from_slice(end.as_bytes());
    bytes
}

/// Rows that are wrong by themselves: the cells joined by `|`, what is said, and of which column.
const BAD_ROWS: [(&str, &[u8], &str, Option<&str>); 11] = [
    ("one cell too few", b"Buku|Siti|Brantas|2019", "row.ragged", None),
    ("one cell alone", b"Buku", "row.ragged", None),
    (
        "one cell too many",
        b"Buku|Siti|Brantas|2019|978|lagi",
        "row.ragged",
        None,
    ),
    (
        "open quote in the first cell",
        b"\"Buku|Siti|Brantas|2019|978",
        "quote.unclosed",
        Some("Judul"),
    ),
    (
        "open quote in the third cell",
        b"Buku|Siti|\"Brantas|2019|978",
        "quote.unclosed",
        Some("Penerbit"),
    ),
    (
        "open quote in the last cell",
        b"Buku|Siti|Brantas|2019|\"978",
        "quote.unclosed",
        Some("ISBN"),
    ),
    (
        "quotes that part too much",
        b"\"Bu \"ku\"|\"Siti\"|\"B\"|\"2019\"|\"9\"|\"8\"",
        "quote.stray",
        Some("Judul"),
    ),
    (
        "NUL in the first cell",
        b"Bu\0ku|Siti|Brantas|2019|978",
        "text.nul",
        Some("Judul"),
    ),
    (
        "NUL in the last cell",
        b"Buku|Siti|Brantas|2019|\0",
        "text.nul",
        Some("ISBN"),
    ),
    (
        "byte that is no text",
        b"Buku|Si\xffti|Brantas|2019|978",
        "text.broken",
        Some("Pengarang"),
    ),
    (
        "letter cut in two",
        b"Buku|Siti|Brantas|2019|97\xc3",
        "text.broken",
        Some("ISBN"),
    ),
];

/// Headers that are wrong: the cells joined by `|`, what is said, and where.
type BadHeader = (&'static str, &'static [u8], &'static str, (u64, u64));
const BAD_HEADERS: [BadHeader; 7] = [
    ("no heading known", b"a|b|c|d|e", "header.missing", (1, 1)),
    ("no title", b"Pengarang|Penerbit|Tahun", "header.missing", (1, 1)),
    (
        "the same heading twice",
        b"Judul|Harga|Penerbit|Harga|Tahun",
        "header.duplicate",
        (1, 4),
    ),
    ("the title twice", b"Judul|JUDUL|Penerbit", "header.duplicate", (1, 2)),
    ("open quote", b"Judul|\"Pengarang|Penerbit", "quote.unclosed", (1, 7)),
    ("NUL", b"Judul|Penga\0rang|Penerbit", "text.nul", (1, 12)),
    (
        "byte that is no text",
        b"Judul|Peng\xffrang|Penerbit",
        "text.broken",
        (1, 11),
    ),
];

fn with_separator(row: &[u8], separator: char) -> Vec<u8> {
    row.iter()
        .map(|byte| if *byte == b'|' { separator as u8 } else { *byte })
        .collect()
}

/// Every bad row and header, under every separator and line end.
fn crossed() -> Vec<Case> {
    let mut cases = Vec::new();
    for separator in [',', ';', '\t', '|'] {
        for (end, shown) in [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")] {
            for (index, (what, row, code, column)) in BAD_ROWS.into_iter().enumerate() {
                // Windows-1252 has a letter for every byte: only where UTF-8 is certain can a byte be no text.
                let at = 2 + (index as u64 * 3) % 10;
                let bytes = around(&with_separator(row, separator), at, separator, end);
                let name = format!("{what}, separator {separator:?}, {shown}, line {at}");
                cases.push(case(name, Rejected(code, at, column, 9), bytes));
            }
            for (what, header, code, place) in BAD_HEADERS {
                let mut bytes = with_separator(header, separator);
                bytes.extend_from_slice(end.as_bytes());
                for row in 0..5 {
                    let cells = ["Élan", "Café", "Müller", "2019", "9"].join(&separator.to_string());
                    bytes.extend_from_slice(format!("{cells}{row}{end}").as_bytes());
                }
                let name = format!("header: {what}, separator {separator:?}, {shown}");
                cases.push(case(name, Refused(code, Some(place)), bytes));
            }
        }
    }
    cases
}

/// Bad rows in files with a byte order mark, in UTF-8 and UTF-16.
fn marked() -> Vec<Case> {
    let mut cases = Vec::new();
    for (what, row, code, column) in BAD_ROWS {
        for at in [2, 7, 11] {
            let plain = around(&with_separator(row, ';'), at, ';', "\r\n");
            let mut bytes = b"\xef\xbb\xbf".to_vec();
            bytes.extend_from_slice(&plain);
            cases.push(case(
                format!("{what}, UTF-8 with a mark, line {at}"),
                Rejected(code, at, column, 9),
                bytes,
            ));
            let Ok(text) = String::from_utf8(plain) else { continue };
            for (label, wide) in [("LE", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("BE", u16::to_be_bytes)] {
                let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
                let bytes = units.flat_map(wide).collect();
                cases.push(case(
                    format!("{what}, UTF-16{label}, line {at}"),
                    Rejected(code, at, column, 9),
                    bytes,
                ));
            }
        }
    }
    let lone: Vec<u16> = "Judul;Isi\nA;B\nC"
        .encode_utf16()
        .chain([0xD800])
        .chain(";D\nE;F\n".encode_utf16())
        .collect();
    let bytes = std::iter::once(0xFEFF).chain(lone).flat_map(u16::to_le_bytes).collect();
    cases.push(case(
        "half a pair in UTF-16".into(),
        Rejected("text.broken", 3, Some("Judul"), 2),
        bytes,
    ));
    cases
}

/// Files that are something else, or nothing.
fn other_kinds() -> Vec<Case> {
    let kinds: [(&str, &[u8]); 9] = [
        ("pdf", b"%PDF-1.7\n%\xe2\xe3"),
        ("sqlite", b"SQLite format 3\0\x10\0"),
        ("gzip", b"\x1f\x8b\x08\0\0\0"),
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("jpeg", b"\xff\xd8\xff\xe0"),
        ("7z", b"7z\xbc\xaf\x27\x1c"),
        ("program", b"\x7fELF\x02\x01"),
        ("marc", b"00714cam a2200205 a 4500001001200000"),
        ("zeros", &[0; 2000]),
    ];
    let mut cases: Vec<Case> = kinds
        .into_iter()
        .map(|(kind, bytes)| {
            case(
                format!("is {kind}"),
                Refused("file.not-text", Some((1, 1))),
                bytes.to_vec(),
            )
        })
        .collect();
    for (name, bytes) in [
        ("0 bytes", ""),
        ("one line end", "\n"),
        ("blank rows", "\n\r\n;;;\n   \n"),
        ("a mark alone", "\u{feff}"),
    ] {
        cases.push(case(name.into(), Refused("file.empty", None), bytes.into()));
    }
    let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    cases.push(case(
        "UTF-16 without a mark".into(),
        Refused("file.not-text", Some((1, 2))),
        wide("Judul;Isi\nA;B\n", u16::to_le_bytes),
    ));
    cases.push(case(
        "UTF-16 the other way".into(),
        Refused("file.not-text", Some((1, 1))),
        wide("Judul;Isi\nA;B\n", u16::to_be_bytes),
    ));
    cases
}

/// What the user asked for does not fit.
fn wrong_wishes() -> Vec<Case> {
    let text = b"Judul;Isi\nA;B\n".to_vec();
    let with = |name: &str, expected, change: fn(&mut Options)| {
        let mut case = case(name.into(), expected, text.clone());
        change(&mut case.options);
        case
    };
    vec![
        with("unknown encoding", Refused("encoding.unknown", None), |it| {
            it.encoding = Some("klingon".into())
        }),
        with("unknown heading", Refused("map.unknown", Some((1, 1))), |it| {
            it.map = vec![(Field::Year, "Tahun".into())]
        }),
        with("one heading for two", Refused("map.twice", None), |it| {
            it.map = vec![(Field::Year, "Isi".into()), (Field::Notes, "Isi".into())];
        }),
        with("not SLiMS", Refused("dialect.mismatch", Some((1, 1))), |it| {
            it.dialect = Some(Dialect::SlimsBiblio)
        }),
        with("not SLiMS items", Refused("dialect.mismatch", Some((1, 1))), |it| {
            it.dialect = Some(Dialect::SlimsItem)
        }),
        with("wrong separator", Refused("header.missing", Some((1, 1))), |it| {
            it.delimiter = Some(b'|')
        }),
    ]
}

/// A file that repeats one stretch many times.
struct Long {
    before: &'static str,
    what: String,
    times: usize,
    after: &'static str,
}

fn long(name: &str, expected: Expected, file: Long) -> Case {
    let block = file.what.repeat(1000);
    Case {
        name: name.into(),
        options: Options::default(),
        expected,
        write: Box::new(move |out| {
            out.write_all(file.before.as_bytes())?;
            for _ in 0..file.times / 1000 {
                out.write_all(block.as_bytes())?;
            }
            out.write_all(file.after.as_bytes())
        }),
    }
}

const HEAD: &str = "Judul;Isi\nA;B\n";

/// Rows and cells beyond every limit.
fn big_rows() -> Vec<Case> {
    let cell = |name, column, before, times, after| {
        let expected = Rejected("field.too-long", 3, Some(column), 2);
        long(
            name,
            expected,
            Long {
                before,
                what: "x".into(),
                times,
                after,
            },
        )
    };
    let row = |name, code, column, what: String, times| {
        let expected = Rejected(code, 3, Some(column), 2);
        long(
            name,
            expected,
            Long {
                before: HEAD,
                what,
                times,
                after: "\nC;D\n",
            },
        )
    };
    let quoted = "Judul;Isi\nA;B\n\"";
    vec![
        cell("a cell of 64 MB", "Judul", HEAD, 64_000_000, ";B\nC;D\n"),
        cell("a quoted cell of 64 MB", "Judul", quoted, 64_000_000, "\";B\nC;D\n"),
        cell("a cell of 1.2 MB", "Judul", HEAD, 1_200_000, ";B\nC;D\n"),
        cell(
            "a second cell of 1.2 MB",
            "Isi",
            "Judul;Isi\nA;B\nA;",
            1_200_000,
            "\nC;D\n",
        ),
        row("a million cells", "row.too-many-columns", "1025", ";".into(), 1_000_000),
        row("2,000 cells", "row.too-many-columns", "1025", "a;".into(), 2_000),
        row(
            "a row of 5 MB",
            "row.too-long",
            "839",
            format!("{};", "x".repeat(5_000)),
            1_000,
        ),
    ]
}

/// Headers beyond every limit, and faults in long files.
fn big_files() -> Vec<Case> {
    let header = |name, code, column, what: &str, times| {
        let file = Long {
            before: "",
            what: what.into(),
            times,
            after: "\nA\n",
        };
        long(name, Refused(code, Some((1, column))), file)
    };
    let line = "sebuah baris penuh yang panjang;isi yang tidak pernah memuat tanda kutip apa pun\n";
    let open = Long {
        before: "Judul;Isi\nA;B\n\"C;D\n",
        what: line.into(),
        times: 200_000,
        after: "C;D\n",
    };
    let nul = Long {
        before: "Judul;Isi\nA;B\nx\0;y\n",
        what: line.into(),
        times: 100_000,
        after: "C;D\n",
    };
    vec![
        header("a heading of 2 MB", "field.too-long", 1, "x", 2_000_000),
        header("a million headings", "row.too-many-columns", 1025, "a;", 1_000_000),
        long(
            "a quote open over 16 MB",
            Rejected("quote.unclosed", 3, Some("Judul"), 200_002),
            open,
        ),
        long(
            "a NUL in a long file",
            Rejected("text.nul", 3, Some("Judul"), 100_002),
            nul,
        ),
    ]
}

/// What came of a file: how many rows are good, and which are not. Nothing of the good rows is kept.
type Outcome = (usize, Vec<(&'static str, u64, Option<String>)>);

fn outcome(case: &Case, path: &Path) -> Result<Outcome, FileError> {
    let mut reader = Reader::open(path, &case.options)?;
    let (mut good, mut bad) = (0, Vec::new());
    while let Some(row) = reader.next_row()? {
        match row {
            Ok(_) => good += 1,
            Err(reject) => bad.push((reject.code.as_str(), reject.line, reject.column)),
        }
    }
    Ok((good, bad))
}

fn judge(case: &Case, path: &Path) -> Result<(), String> {
    let fits = match (&case.expected, outcome(case, path)) {
        (Refused(code, place), Err(error)) if (error.code().as_str(), error.place()) == (*code, *place) => None,
        (Rejected(code, line, column, rows), Ok((good, bad)))
            if bad == [(*code, *line, column.map(str::to_owned))] && good == *rows =>
        {
            None
        }
        (_, found) => Some(found),
    };
    fits.map_or(Ok(()), |found| Err(format!("{found:?} instead of {:?}", case.expected)))
}

/// The most memory the process ever had, in KiB, where the system says it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn every_malformed_file_is_named_quickly_and_in_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("berkas.csv");
    let cases: Vec<Case> = [
        crossed(),
        marked(),
        other_kinds(),
        wrong_wishes(),
        big_rows(),
        big_files(),
    ]
    .into_iter()
    .flatten()
    .collect();
    assert!(cases.len() >= 300, "{} files", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let mut out = BufWriter::new(std::fs::File::create(&path).expect("a file"));
        (case.write)(&mut out).and_then(|()| out.flush()).expect("written");
        let begun = Instant::now();
        if let Err(why) = judge(case, &path) {
            wrong.push(format!("{}: {why}", case.name));
        }
        // A build without optimisation on a busy machine is given more.
        let allowed = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
        if begun.elapsed() > allowed {
            wrong.push(format!("{}: took {:?}", case.name, begun.elapsed()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} files:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    if let Some(peak) = peak_memory() {
        assert!(peak < 64 * 1024, "{peak} KiB");
    }
}
