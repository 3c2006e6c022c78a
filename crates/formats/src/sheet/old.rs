//! The container of old Excel files, read just far enough to bound what stands in it.
//!
//! calamine lays out a grid as wide and high as a file claims to be; a hostile claim would ask for more memory than there
//! is. So the claims are added up first.

use crate::delimited::Input;
use crate::table::{FileError, SheetLimit};

const END: u32 = 0xFFFF_FFFE;

/// A compound file: its directory and the chains of its sectors.
#[derive(Debug)]
pub(super) struct Compound {
    bytes: Vec<u8>,
    sector: usize,
    table: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    size: u64,
}

fn broken(message: &str) -> FileError {
    FileError::SheetBroken {
        part: "OLE".into(),
        message: message.into(),
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl Compound {
    /// Reads the directory of the file, whose size has been bounded before.
    pub(super) fn read(input: &mut Input) -> Result<Self, FileError> {
        let length = usize::try_from(input.length()?).map_err(|_| broken("too long"))?;
        let mut bytes = vec![0; length];
        input.go_to(0)?;
        let filled = input.fill(&mut bytes)?;
        bytes.truncate(filled);
        let shift = u16_at(&bytes, 30)
            .filter(|shift| (7..=16).contains(shift))
            .ok_or_else(|| broken("header"))?;
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            table: Vec::new(),
            entries: Vec::new(),
        };
        file.read_table()?;
        let start = u32_at(&file.bytes, 48).ok_or_else(|| broken("header"))?;
        let directory = file.chain(start)?;
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        Ok(file)
    }

    fn sector(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The table of chains: its sectors are named in the header, further ones in a chain of their own.
    fn read_table(&mut self) -> Result<(), FileError> {
        let most = self.bytes.len() / self.sector + 1;
        let mut sectors: Vec<u32> = (0..109)
            .filter_map(|index| u32_at(&self.bytes, 76 + index * 4))
            .collect();
        let mut next = u32_at(&self.bytes, 68).ok_or_else(|| broken("header"))?;
        let mut steps = 0;
        while next < END - 4 {
            steps += 1;
            let Some(sector) = self.sector(next).filter(|_| steps <= most) else {
                return Err(broken("sector table"));
            };
            let entries = sector.len() / 4;
            sectors.extend((0..entries.saturating_sub(1)).filter_map(|index| u32_at(sector, index * 4)));
            next = u32_at(sector, entries.saturating_sub(1) * 4).unwrap_or(END);
        }
        let mut table = Vec::new();
        for number in sectors.into_iter().filter(|number| *number < END - 4).take(most) {
            let sector = self.sector(number).ok_or_else(|| broken("sector table"))?;
            table.extend(sector.chunks_exact(4).map(|four| u32_at(four, 0).unwrap_or(END)));
        }
        self.table = table;
        Ok(())
    }

    /// The bytes of a chain of sectors.
    fn chain(&self, start: u32) -> Result<Vec<u8>, FileError> {
        let mut bytes = Vec::new();
        let mut next = start;
        while next < END - 4 {
            if bytes.len() > self.bytes.len() {
                return Err(broken("a chain of sectors runs in a circle"));
            }
            bytes.extend_from_slice(self.sector(next).ok_or_else(|| broken("a sector beyond the end"))?);
            next = self.table.get(next as usize).copied().unwrap_or(END);
        }
        Ok(bytes)
    }

    /// Whether the file holds a stream of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The stream of the workbook. One too short for the big sectors lies among the small ones; it can hold no big claim
    /// that calamine would not itself refuse, save for the size of the grid, which is read all the same.
    fn workbook(&self) -> Result<Vec<u8>, FileError> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.name == "Workbook" || entry.name == "Book");
        let entry = entry.ok_or_else(|| broken("no workbook in it"))?;
        let cutoff = u64::from(u32_at(&self.bytes, 56).unwrap_or(4096));
        let size = usize::try_from(entry.size.min(self.bytes.len() as u64)).unwrap_or(usize::MAX);
        if entry.size >= cutoff {
            let mut stream = self.chain(entry.start)?;
            stream.truncate(size);
            return Ok(stream);
        }
        let root = self.entries.first().ok_or_else(|| broken("no root"))?;
        let small = self.chain(root.start)?;
        let table = self.chain(u32_at(&self.bytes, 60).unwrap_or(END))?;
        let mut stream = Vec::new();
        let mut next = entry.start;
        while next < END - 4 && stream.len() <= small.len() {
            let start = next as usize * 64;
            stream.extend_from_slice(
                small
                    .get(start..start + 64)
                    .ok_or_else(|| broken("a small sector beyond the end"))?,
            );
            next = u32_at(&table, next as usize * 4).unwrap_or(END);
        }
        stream.truncate(size);
        Ok(stream)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).min(64);
    let letters: Vec<u16> = (0..length / 2)
        .filter_map(|index| u16_at(bytes, index * 2))
        .take_while(|letter| *letter != 0)
        .collect();
    let name = String::from_utf16(&letters).ok()?;
    Some(Entry {
        name,
        start: u32_at(bytes, 116)?,
        size: u64::from(u32_at(bytes, 120)?),
    })
}

/// Adds up the grids that the workbook claims, and refuses what is locked, damaged or too big.
pub(super) fn check(input: &mut Input, cells: u64) -> Result<(), FileError> {
    let stream = Compound::read(input)?.workbook()?;
    let too_big = || FileError::SheetTooBig {
        what: SheetLimit::Cells,
        limit: cells,
    };
    let (mut total, mut claimed) = (0u64, 0u64);
    let mut extent: Option<[u64; 4]> = None;
    let mut at = 0;
    while let (Some(kind), Some(length)) = (u16_at(&stream, at), u16_at(&stream, at + 2)) {
        let Some(data) = stream.get(at + 4..at + 4 + usize::from(length)) else {
            return Err(broken("a record beyond the end"));
        };
        at += 4 + data.len();
        match kind {
            0x002F if u16_at(data, 0).unwrap_or(0) != 0 => return Err(FileError::SheetEncrypted),
            0x0085 => {
                let place = u32_at(data, 0).ok_or_else(|| broken("a sheet without a place"))?;
                if place as usize >= stream.len() {
                    return Err(broken("a sheet beyond the end"));
                }
            }
            0x0200 => claimed = claimed.saturating_add(claim(data)?),
            0x000A => {
                total = total.saturating_add(extent.take().map_or(0, area));
            }
            0x0006 | 0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD => {
                let (row, first) = (u16_at(data, 0), u16_at(data, 2));
                let (Some(row), Some(first)) = (row.map(u64::from), first.map(u64::from)) else {
                    return Err(broken("a cell without a place"));
                };
                let last = if kind == 0x00BD {
                    u16_at(data, data.len().saturating_sub(2)).map_or(first, u64::from)
                } else {
                    first
                };
                let known = extent.get_or_insert([row, row, first, last]);
                *known = [
                    known[0].min(row),
                    known[1].max(row),
                    known[2].min(first),
                    known[3].max(last),
                ];
                if area(*known) > cells {
                    return Err(too_big());
                }
            }
            _ => {}
        }
        if total.max(claimed) > cells {
            return Err(too_big());
        }
    }
    Ok(())
}

fn area([top, bottom, left, right]: [u64; 4]) -> u64 {
    (bottom.saturating_sub(top) + 1).saturating_mul(right.saturating_sub(left) + 1)
}

/// The grid that a sheet says it has; both forms of the record end each range one beyond its last.
fn claim(data: &[u8]) -> Result<u64, FileError> {
    let wrong = || broken("a sheet without a size");
    let (top, bottom, left, right) = match data.len() {
        10 => (
            u16_at(data, 0).map(u32::from),
            u16_at(data, 2).map(u32::from),
            u16_at(data, 4),
            u16_at(data, 6),
        ),
        14 => (u32_at(data, 0), u32_at(data, 4), u16_at(data, 8), u16_at(data, 10)),
        _ => return Err(wrong()),
    };
    let (Some(top), Some(bottom), Some(left), Some(right)) = (top, bottom, left, right) else {
        return Err(wrong());
    };
    if bottom < top || right < left {
        return Err(wrong());
    }
    Ok(u64::from(bottom - top).saturating_mul(u64::from(right - left)))
}
