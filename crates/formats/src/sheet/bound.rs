//! Bounds a zipped workbook before anything else looks into it.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::Kind;
use crate::delimited::Input;
use crate::table::{FileError, SheetLimit};

/// How much may be unpacked, and how many cells may be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) inflated: u64,
    pub(super) cells: u64,
}

impl Limits {
    pub(super) const USUAL: Self = Self {
        inflated: super::INFLATED_LIMIT,
        cells: super::CELL_LIMIT,
    };
}

fn broken(part: &str, error: impl std::fmt::Display) -> FileError {
    FileError::SheetBroken {
        part: part.into(),
        message: error.to_string(),
    }
}

const fn too_big(limits: Limits) -> FileError {
    FileError::SheetTooBig {
        what: SheetLimit::Inflated,
        limit: limits.inflated,
    }
}

/// Unpacks every part that a reader would look into, keeping nothing: counts the bytes and refuses XML entities.
pub(super) fn check(input: &mut Input, kind: Kind, limits: Limits) -> Result<(), FileError> {
    input.go_to(0)?;
    let mut archive = zip::ZipArchive::new(&mut *input).map_err(|error| broken("", error))?;
    let mut total = 0;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| broken("", error))?;
        let name = part.name().map_err(|error| broken("", error))?.into_owned();
        let lower = name.to_ascii_lowercase();
        if !lower.ends_with(".xml") && !lower.ends_with(".rels") {
            continue;
        }
        // What a part says of itself spares the work; what it says may be a lie, so it is counted as well.
        if total + part.size() > limits.inflated {
            return Err(too_big(limits));
        }
        let mut tail: Vec<u8> = Vec::new();
        loop {
            let got = match part.read(&mut buffer) {
                Ok(0) => break,
                Ok(got) => got,
                Err(error) => return Err(broken(&name, error)),
            };
            total += got as u64;
            if total > limits.inflated {
                return Err(too_big(limits));
            }
            tail.extend_from_slice(&buffer[..got]);
            if declares_entities(&tail) {
                return Err(FileError::SheetEntity { part: name });
            }
            let keep = tail.len().saturating_sub(16);
            tail.drain(..keep);
        }
    }
    drop(archive);
    if kind == Kind::Ods {
        count_ods(input, limits)
    } else {
        Ok(())
    }
}

/// No workbook has a document type; entities stand in nothing else.
fn declares_entities(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"<!DOCTYPE").is_some() || memchr::memmem::find(text, b"<!ENTITY").is_some()
}

/// An OpenDocument table says how often a cell and a row repeat; what that would make is counted before it is made.
fn count_ods(input: &mut Input, limits: Limits) -> Result<(), FileError> {
    const PART: &str = "content.xml";
    input.go_to(0)?;
    let mut archive = zip::ZipArchive::new(&mut *input).map_err(|error| broken("", error))?;
    let content = archive.by_name(PART).map_err(|error| broken(PART, error))?;
    let mut reader = quick_xml::Reader::from_reader(std::io::BufReader::new(content));
    let mut buffer = Vec::new();
    let mut grid = Grid::default();
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(|error| broken(PART, error))?
        {
            Event::Eof => return Ok(()),
            Event::Start(tag) => grid.begin(&tag),
            Event::Empty(tag) => {
                grid.begin(&tag);
                grid.end(tag.name().as_ref());
            }
            Event::End(tag) => grid.end(tag.name().as_ref()),
            _ => {}
        }
        if grid.cells() > limits.cells {
            return Err(FileError::SheetTooBig {
                what: SheetLimit::Cells,
                limit: limits.cells,
            });
        }
    }
}

/// The rows and columns that the tables seen so far lay out.
#[derive(Default)]
struct Grid {
    finished: u64,
    /// Cells that rows hold as they are written, repetitions of the row left aside.
    written: u64,
    rows: u64,
    used_rows: u64,
    columns: u64,
    row_repeats: u64,
    row_cells: u64,
    row_used: u64,
}

impl Grid {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "table:table-row" => {
                self.row_repeats = repeats(tag, "table:number-rows-repeated");
                (self.row_cells, self.row_used) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.row_cells = self
                    .row_cells
                    .saturating_add(repeats(tag, "table:number-columns-repeated"));
                let has = |name: &str| tag.attributes().flatten().any(|known| known.key.as_ref() == name);
                if has("office:value-type") || has("calcext:value-type") || has("table:formula") {
                    self.row_used = self.row_cells;
                }
            }
            // Text makes a cell even when it names no type.
            "text:p" => self.row_used = self.row_cells,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-row" => {
                self.rows = self.rows.saturating_add(self.row_repeats.max(1));
                if self.row_used > 0 {
                    self.used_rows = self.rows;
                    self.columns = self.columns.max(self.row_used);
                    self.written = self.written.saturating_add(self.row_used);
                }
            }
            "table:table" => {
                self.finished = self.cells();
                (self.written, self.rows, self.used_rows, self.columns) = (0, 0, 0, 0);
            }
            _ => {}
        }
    }

    fn cells(&self) -> u64 {
        self.finished
            .saturating_add(self.written.max(self.used_rows.saturating_mul(self.columns)))
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> u64 {
    let found = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name);
    found.map_or(1, |attribute| attribute.value.trim().parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn archive(size: usize) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive
            .start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(&vec![b' '; size]).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_part_is_counted_whatever_it_says_of_its_size() {
        let limits = Limits {
            inflated: 100_000,
            cells: 10,
        };
        let check = |bytes: Vec<u8>| check(&mut Input::bytes(bytes), Kind::Xlsx, limits);
        assert_eq!(check(archive(90_000)), Ok(()));
        assert_eq!(check(archive(110_000)), Err(too_big(limits)));
        // The size stands twice, before the part and in the table of contents; both are made to lie.
        let (told, lie) = (110_000u32.to_le_bytes(), 10u32.to_le_bytes());
        let mut liar = archive(110_000);
        for at in 0..liar.len() - 4 {
            if liar[at..at + 4] == told {
                liar[at..at + 4].copy_from_slice(&lie);
            }
        }
        assert!(check(liar).is_err(), "refused as too big or as damaged");
    }
}
