use jiff::civil::{DateTime, date};
use proptest::prelude::*;

use super::*;

const HEAD: &str = "Version=1.0\tGenerator=kocQt4\tGeneratorVersion=1.2\n";

/// Every line of a file after its header, faults among them.
fn lines(bytes: &[u8]) -> Vec<Result<Line, Fault>> {
    let mut reader = Reader::open(bytes).unwrap().unwrap();
    std::iter::from_fn(|| reader.next_line().unwrap()).collect()
}

fn with_header(line: &[u8]) -> Vec<u8> {
    [HEAD.as_bytes(), line].concat()
}

#[test]
fn the_lines_of_koha_are_read() {
    let file = "2026-11-20 10:15:30\tissue\tA0001\tB0001\n2026-11-20 10:16:00 123\treturn\t0042\r\n\
                \n2026-11-20 10:17:59.250\tpayment\tA0001\t5000\t\n";
    let read: Vec<Line> = lines(&with_header(file.as_bytes()))
        .into_iter()
        .map(Result::unwrap)
        .collect();
    let at = |hour, minute, second| date(2026, 11, 20).at(hour, minute, second, 0);
    let text = str::to_owned;
    assert_eq!(
        read,
        [
            Line {
                line: 2,
                at: at(10, 15, 30),
                action: Action::Issue {
                    card: text("A0001"),
                    barcode: text("B0001")
                }
            },
            Line {
                line: 3,
                at: at(10, 16, 0),
                action: Action::Return { barcode: text("0042") }
            },
            Line {
                line: 5,
                at: at(10, 17, 59),
                action: Action::Payment {
                    card: text("A0001"),
                    amount: text("5000")
                }
            },
        ]
    );
    let reader = Reader::open(HEAD.as_bytes()).unwrap().unwrap();
    assert_eq!(
        (
            reader.header().generator.as_str(),
            reader.header().generator_version.as_str()
        ),
        ("kocQt4", "1.2")
    );
}

#[test]
fn what_is_wrong_is_named_by_line_and_column() {
    let long = [b"2026-11-20 10:15:30\tissue\t".as_slice(), &[b'9'; 5000]].concat();
    let cases: &[(&[u8], FaultCode, u64)] = &[
        (b"10:15\tissue\tA\tB", FaultCode::Moment, 1),
        (b"2026-02-30 10:15:30\tissue\tA\tB", FaultCode::Moment, 1),
        (b"2026-11-20 25:15:30\tissue\tA\tB", FaultCode::Moment, 1),
        (b"20-11-2026 10:15:30\tissue\tA\tB", FaultCode::Moment, 1),
        (b"\tissue\tA\tB", FaultCode::Missing, 1),
        (b"2026-11-20 10:15:30", FaultCode::Missing, 20),
        (b"2026-11-20 10:15:30\tborrow\tA\tB", FaultCode::Command, 21),
        (b"2026-11-20 10:15:30\tISSUE\tA\tB", FaultCode::Command, 21),
        (b"2026-11-20 10:15:30\tissue\tA", FaultCode::Missing, 28),
        (b"2026-11-20 10:15:30\tissue\t\tB", FaultCode::Missing, 27),
        (b"2026-11-20 10:15:30\treturn", FaultCode::Missing, 27),
        (b"2026-11-20 10:15:30\treturn\tB\tA", FaultCode::TooMany, 30),
        (b"2026-11-20 10:15:30\tpayment\tA\t500\t1", FaultCode::TooMany, 35),
        (b"2026-11-20 10:15:30\treturn\tB\xff", FaultCode::NotText, 29),
        (b"2026-11-20 10:15:30\treturn\t\xc3\xa9\0", FaultCode::NotText, 29),
        (&long, FaultCode::TooLong, 1),
    ];
    for (line, code, column) in cases {
        let read = lines(&with_header(
            &[line, b"\n2026-11-20 10:15:30\treturn\tB2\n".as_slice()].concat(),
        ));
        let shown = String::from_utf8_lossy(line);
        let fault = read[0].as_ref().unwrap_err();
        assert_eq!((fault.code, fault.line, fault.column), (*code, 2, *column), "{shown}");
        assert!(fault.found.chars().count() <= 80, "{shown}");
        assert_eq!(
            read[1].as_ref().map(|line| line.line),
            Ok(3),
            "the next line is read: {shown}"
        );
        assert_eq!(read.len(), 2, "{shown}");
    }
}

#[test]
fn another_kind_of_file_is_no_such_file() {
    let cases: &[(&[u8], FaultCode, u64)] = &[
        (b"", FaultCode::NoVersion, 1),
        (b"\n", FaultCode::NoVersion, 1),
        (b"SQLite format 3\0", FaultCode::NoVersion, 16),
        (b"card,item\nA,B\n", FaultCode::NoVersion, 1),
        (b"Generator=x\tVersion=2.0\n", FaultCode::OtherVersion, 21),
        (b"Version=1.00\n", FaultCode::OtherVersion, 9),
    ];
    for (bytes, code, column) in cases {
        let fault = Reader::open(*bytes).unwrap().unwrap_err();
        assert_eq!((fault.code, fault.line, fault.column), (*code, 1, *column), "{bytes:?}");
        assert!(fault.code.ends_the_file());
    }
    assert!(Reader::open("\u{feff}Version=1.0\r\n".as_bytes()).unwrap().is_ok());
}

fn code() -> impl Strategy<Value = String> {
    "[A-Z0-9é/.-]{1,20}"
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        (code(), code()).prop_map(|(card, barcode)| Action::Issue { card, barcode }),
        code().prop_map(|barcode| Action::Return { barcode }),
        (code(), 0..10_000_000u32).prop_map(|(card, amount)| Action::Payment {
            card,
            amount: amount.to_string()
        }),
    ]
}

fn moment() -> impl Strategy<Value = DateTime> {
    (1990..2100i16, 1..=12i8, 1..=28i8, 0..86_400i32).prop_map(|(year, month, day, second)| {
        let (hour, minute) = (second / 3600, second / 60 % 60);
        date(year, month, day).at(hour as i8, minute as i8, (second % 60) as i8, 0)
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(written in prop::collection::vec((moment(), action()), 0..20)) {
        let mut writer = Writer::new(Vec::new(), "pustaka", "1").unwrap();
        for (at, action) in &written {
            writer.line(*at, action).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let read: Vec<(DateTime, Action)> =
            lines(&bytes).into_iter().map(|line| line.map(|line| (line.at, line.action)).unwrap()).collect();
        prop_assert_eq!(read, written);
    }

    #[test]
    fn whatever_the_bytes_are_every_line_is_a_line_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let bytes = with_header(&bytes);
        let blank = |line: &&[u8]| std::str::from_utf8(line).is_ok_and(|line| line.trim().is_empty());
        let wanted = bytes.split(|byte| *byte == b'\n').skip(1).filter(|line| !line.is_empty() && !blank(line)).count();
        prop_assert_eq!(lines(&bytes).len(), wanted);
    }
}
