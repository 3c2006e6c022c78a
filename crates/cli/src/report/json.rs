//! JSON: one document, dates ISO, rupiah and counts as integers, and no character that could steer a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use serde_json::ser::{Formatter, PrettyFormatter};

use super::{Cell, Document, Kind, Report};
use crate::visible::is_hazard;

/// Writes a document, ended by a line feed.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let text = match &document.json {
        Some(text) => text.clone(),
        None => to_text(&Lists(document)),
    };
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")
}

/// A value as indented JSON in which hazardous characters are `\u` escapes.
pub(crate) fn to_text(value: &impl Serialize) -> String {
    to_bytes(value, Harmless(PrettyFormatter::new()))
}

/// A value as JSON on one line, as harmless as [`to_text`].
pub(crate) fn to_line(value: &impl Serialize) -> String {
    to_bytes(value, Harmless(serde_json::ser::CompactFormatter))
}

/// A row of a list on one line.
pub(super) fn row_to_line(report: &Report, cells: &[Cell]) -> String {
    to_line(&Row(report, cells))
}

fn to_bytes(value: &impl Serialize, formatter: impl Formatter) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    value
        .serialize(&mut serializer)
        .expect("an answer is always a JSON value: maps have text keys, memory takes every write");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// What is told of the whole, then rows under their keys: `{"batches":[…]}`.
struct Lists<'a>(&'a Document);

impl Serialize for Lists<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in &self.0.told {
            map.serialize_entry(key, value)?;
        }
        for report in &self.0.reports {
            map.serialize_entry(report.key, &Rows(report))?;
        }
        map.end()
    }
}

struct Rows<'a>(&'a Report);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.0.rows.len()))?;
        for row in &self.0.rows {
            rows.serialize_element(&Row(self.0, row))?;
        }
        rows.end()
    }
}

struct Row<'a>(&'a Report, &'a [Cell]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.1.len()))?;
        for (column, cell) in self.0.columns.iter().zip(self.1) {
            map.serialize_key(column.key)?;
            match (column.kind, cell) {
                (_, Cell::Empty | Cell::Kept) => map.serialize_value(&())?,
                (Kind::Exact | Kind::Text, Cell::Integer(number)) => map.serialize_value(&number.to_string())?,
                (_, Cell::Text(text) | Cell::Exact(text) | Cell::Code(text, _)) => map.serialize_value(text)?,
                (_, Cell::List(texts)) => map.serialize_value(texts)?,
                (_, Cell::Integer(number)) => map.serialize_value(number)?,
                (_, Cell::Date(day)) => map.serialize_value(&day.to_string())?,
                (_, Cell::Flag(flag)) => map.serialize_value(flag)?,
            }
        }
        map.end()
    }
}

/// A formatter that escapes, as JSON allows, what a terminal must not see: C1 controls, bidirectional controls, …
struct Harmless<F>(F);

macro_rules! hand_on {
    ($($name:ident ( $($arg:ident : $kind:ty),* );)*) => { $(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $arg: $kind)*) -> io::Result<()> {
            self.0.$name(writer $(, $arg)*)
        }
    )* };
}

impl<F: Formatter> Formatter for Harmless<F> {
    hand_on! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        end_object_key();
        begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut harmless_from = 0;
        for (at, c) in fragment.char_indices().filter(|&(_, c)| is_hazard(c)) {
            writer.write_all(&fragment.as_bytes()[harmless_from..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            harmless_from = at + c.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[harmless_from..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_steers_a_terminal_and_nothing_is_lost() {
        let all: String = ('\0'..='\u{ffff}').chain(['\u{e0041}', '\u{1f600}']).collect();
        for text in [to_text(&all), to_line(&all)] {
            assert!(!text.chars().any(is_hazard));
            assert_eq!(serde_json::from_str::<String>(&text).unwrap(), all);
        }
    }
}
