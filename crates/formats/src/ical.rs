//! Calendar files after RFC 5545: CRLF, lines folded at 75 octets, a time zone that every reader has with it.
//!
//! Some programs take a zone that is only named for none at all, so Asia/Jakarta stands in the file as a rule.

use std::io::{self, Write};

use jiff::Timestamp;
use jiff::civil::DateTime;

/// The most octets of a line, its end left aside.
const LINE: usize = 75;

/// One entry of a calendar. Times are of Asia/Jakarta.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is known by for ever: an update is the entry with the same uid and a higher sequence.
    pub uid: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was last changed.
    pub changed: Timestamp,
    /// Its first minute.
    pub starts: DateTime,
    /// Its end.
    pub ends: DateTime,
    /// Its name.
    pub summary: String,
    /// Where.
    pub location: Option<String>,
    /// More, in sentences; may have line breaks.
    pub description: Option<String>,
    /// What it is.
    pub category: Option<String>,
    /// It does not take place.
    pub cancelled: bool,
}

/// Writes a calendar with its name.
///
/// # Errors
/// When it can't be written.
pub fn write(out: &mut dyn Write, name: &str, entries: &[Entry]) -> io::Result<()> {
    let mut file = Lines { out };
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pustaka//event-roster//ID",
        "CALSCALE:GREGORIAN",
    ] {
        file.line(line)?;
    }
    file.line("METHOD:PUBLISH")?;
    if !name.is_empty() {
        file.text("X-WR-CALNAME", name)?;
    }
    for line in ZONE {
        file.line(line)?;
    }
    for entry in entries {
        file.entry(entry)?;
    }
    file.line("END:VCALENDAR")
}

/// Western Indonesian time: seven hours, without daylight saving.
const ZONE: [&str; 10] = [
    "X-WR-TIMEZONE:Asia/Jakarta",
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Jakarta",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:WIB",
    "END:STANDARD",
    "END:VTIMEZONE",
];

struct Lines<'a> {
    out: &'a mut dyn Write,
}

impl Lines<'_> {
    /// A line, folded so that no character is cut.
    fn line(&mut self, line: &str) -> io::Result<()> {
        let (mut start, mut room) = (0, LINE);
        for (at, c) in line.char_indices() {
            if at + c.len_utf8() - start > room {
                self.out.write_all(&line.as_bytes()[start..at])?;
                self.out.write_all(b"\r\n ")?;
                // The blank that begins a folded line counts.
                (start, room) = (at, LINE - 1);
            }
        }
        self.out.write_all(&line.as_bytes()[start..])?;
        self.out.write_all(b"\r\n")
    }

    fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.line(&format!("{name}:{}", escaped(text)))
    }

    fn entry(&mut self, entry: &Entry) -> io::Result<()> {
        let changed = entry.changed.strftime("%Y%m%dT%H%M%SZ");
        let local = |at: DateTime| at.strftime("%Y%m%dT%H%M%S").to_string();
        self.line("BEGIN:VEVENT")?;
        self.text("UID", &entry.uid)?;
        self.line(&format!("SEQUENCE:{}", entry.sequence))?;
        self.line(&format!("DTSTAMP:{changed}"))?;
        self.line(&format!("LAST-MODIFIED:{changed}"))?;
        self.line(&format!("DTSTART;TZID=Asia/Jakarta:{}", local(entry.starts)))?;
        self.line(&format!("DTEND;TZID=Asia/Jakarta:{}", local(entry.ends)))?;
        self.text("SUMMARY", &entry.summary)?;
        let texts = [
            ("LOCATION", &entry.location),
            ("DESCRIPTION", &entry.description),
            ("CATEGORIES", &entry.category),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                self.text(name, text)?;
            }
        }
        self.line(match entry.cancelled {
            true => "STATUS:CANCELLED",
            false => "STATUS:CONFIRMED",
        })?;
        self.line("END:VEVENT")
    }
}

/// Text as a value: separators and line breaks escaped, what can't be seen left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn entry(summary: &str) -> Entry {
        Entry {
            uid: "0123@pustaka".to_owned(),
            sequence: 2,
            changed: "2026-11-20T03:15:00Z".parse().unwrap(),
            starts: date(2026, 11, 28).at(9, 0, 0, 0),
            ends: date(2026, 11, 28).at(12, 0, 0, 0),
            summary: summary.to_owned(),
            location: Some("Ruang Baca, lantai 2".to_owned()),
            description: None,
            category: None,
            cancelled: false,
        }
    }

    fn written(entries: &[Entry]) -> String {
        let mut out = Vec::new();
        write(&mut out, "Perpustakaan; Kota", entries).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn an_entry() {
        let text = written(&[entry("Diskusi")]);
        for line in [
            "X-WR-CALNAME:Perpustakaan\\; Kota",
            "UID:0123@pustaka",
            "SEQUENCE:2",
            "DTSTAMP:20261120T031500Z",
            "DTSTART;TZID=Asia/Jakarta:20261128T090000",
            "LOCATION:Ruang Baca\\, lantai 2",
            "STATUS:CONFIRMED",
        ] {
            assert!(
                text.contains(&format!("\r\n{line}\r\n")),
                "{line} is missing in:\n{text}"
            );
        }
        let gone = written(&[Entry {
            cancelled: true,
            ..entry("Diskusi")
        }]);
        assert!(gone.contains("\r\nSTATUS:CANCELLED\r\n"));
    }

    #[test]
    fn long_lines_are_folded_and_no_character_is_cut() {
        let summary = "Membaca Ulang “Laskar Pelangi” ".repeat(12) + "漢字🎉 a\nb\u{1b}c";
        let text = written(&[entry(&summary)]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n', '\u{1b}']));
        let whole = text.replace("\r\n ", "");
        let shown = summary.replace('\u{1b}', "").replace('\n', "\\n");
        assert!(whole.contains(&format!("\r\nSUMMARY:{shown}\r\n")), "{whole}");
    }
}
