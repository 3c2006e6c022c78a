//! The first hundred bytes of an SQLite database, read by hand (<https://sqlite.org/fileformat2.html>).

use crate::error::FileRefusal;

/// `application_id` of a library file: "Pust".
pub const APPLICATION_ID: i64 = 0x5075_7374;

/// Bytes in a page of a library file.
pub(crate) const PAGE: u16 = 8192;

/// What a library's header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    /// How many schema steps were taken.
    pub(crate) user_version: i64,
    /// Whether it is worked in (write-ahead log) or at rest, as backups are.
    pub(crate) wal: bool,
}

/// Parts of the header that are the same in every library file, from this offset on.
const CONSTANT: &[(usize, &[u8])] = &[
    (16, &PAGE.to_be_bytes()),
    (20, &[0, 64, 32, 32]), // reserved space, payload fractions
    (44, &[0, 0, 0, 4]),    // schema format
    (48, &[0; 8]),          // cache size, largest root page: no auto-vacuum
    (56, &[0, 0, 0, 1]),    // UTF-8
    (64, &[0; 4]),          // no incremental vacuum
    (72, &[0; 20]),         // reserved
];

impl Header {
    /// How long the header is.
    pub(crate) const BYTES: usize = 100;

    /// Reads the header of a file of `length` bytes. A file with nothing in its write-ahead log is at rest, and its
    /// header is then held against its length.
    pub(crate) fn parse(bytes: &[u8], length: u64, at_rest: bool) -> Result<Header, FileRefusal> {
        if bytes.is_empty() {
            return Err(FileRefusal::Empty);
        }
        if bytes.len() < Self::BYTES || !bytes.starts_with(b"SQLite format 3\0") {
            return Err(FileRefusal::NotADatabase);
        }
        let number = |at: usize| {
            i64::from(u32::from_be_bytes([
                bytes[at],
                bytes[at + 1],
                bytes[at + 2],
                bytes[at + 3],
            ]))
        };
        if number(68) != APPLICATION_ID {
            return Err(FileRefusal::Alien);
        }
        let odd = CONSTANT
            .iter()
            .find(|(at, same)| bytes[*at..*at + same.len()] != **same);
        let modes = [bytes[18], bytes[19]];
        if odd.is_some() || !matches!(modes, [1, 1] | [2, 2]) || (at_rest && number(24) != number(92)) {
            return Err(FileRefusal::Damaged("header".to_owned()));
        }
        let says = number(28).unsigned_abs() * u64::from(PAGE);
        if at_rest && length < says {
            return Err(FileRefusal::Truncated {
                header: says,
                found: length,
            });
        }
        Ok(Header {
            user_version: number(60),
            wal: modes == [2, 2],
        })
    }
}
