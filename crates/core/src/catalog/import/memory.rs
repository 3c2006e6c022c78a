//! What one import remembers of the rows it has seen: a few bytes a row, so that a million rows fit an old PC.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::identity::Keys;

/// How much of a folded title is kept to compare it with another that has the same ISBN.
const TITLE_KEPT: usize = 40;

/// Identities are hashes already, all but the ISBNs: a multiplication spreads those.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..eight.len()].copy_from_slice(eight);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(26) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

type Map<K, V> = HashMap<K, V, BuildHasherDefault<Hashed>>;
type Set<K> = HashSet<K, BuildHasherDefault<Hashed>>;

/// A title made by this import.
#[derive(Debug, Clone, Copy)]
struct Made {
    isbn: i64,
    content: u64,
    text_end: u32,
}

/// What a title of the library is known by since a row of this file changed that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) folded_title: String,
    pub(super) isbn: Option<i64>,
    pub(super) keys: Keys,
}

/// The identities seen so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    first_title: i64,
    made: Vec<Made>,
    text: Vec<u8>,
    barcodes: Set<[u32; 3]>,
    by_key: Map<[u32; 3], u32>,
    by_isbn: Map<i64, u32>,
    by_reference: Map<[u32; 3], u32>,
    touched: Set<i64>,
    moved: Map<i64, Known>,
    /// Copies whose barcodes this import made: runs of (number, id of the copy, length), by number.
    coded: Vec<(i64, i64, i64)>,
    occurrences: Map<u64, u32>,
}

impl Memory {
    /// Remembers nothing; the next new title gets `first_title`.
    pub(super) fn new(first_title: i64) -> Self {
        Self {
            first_title,
            ..Self::default()
        }
    }

    /// The id that the next new title gets.
    pub(super) fn next_title(&self) -> i64 {
        self.first_title + self.made.len() as i64
    }

    /// Whether this import made the title.
    pub(super) fn is_made(&self, title: i64) -> bool {
        title >= self.first_title
    }

    /// Remembers a new title.
    pub(super) fn make(&mut self, folded_title: &str, isbn: Option<i64>, content: u64) -> i64 {
        let id = self.next_title();
        let mut end = folded_title.len().min(TITLE_KEPT);
        while !folded_title.is_char_boundary(end) {
            end -= 1;
        }
        self.text.extend_from_slice(&folded_title.as_bytes()[..end]);
        self.made.push(Made {
            isbn: isbn.unwrap_or(0),
            content,
            text_end: self.text.len() as u32,
        });
        id
    }

    /// The beginning of the folded title, the ISBN and the content's hash of a title made by this import.
    pub(super) fn made(&self, title: i64) -> Option<(&str, Option<i64>, u64)> {
        let index = usize::try_from(title - self.first_title).ok()?;
        let made = self.made.get(index)?;
        let start = if index == 0 {
            0
        } else {
            self.made[index - 1].text_end as usize
        };
        let text = std::str::from_utf8(&self.text[start..made.text_end as usize]).unwrap_or_default();
        Some((text, (made.isbn != 0).then_some(made.isbn), made.content))
    }

    /// As much of a folded title as [`Memory::made`] gives back, to compare like with like.
    pub(super) fn kept(folded_title: &str) -> &str {
        let mut end = folded_title.len().min(TITLE_KEPT);
        while !folded_title.is_char_boundary(end) {
            end -= 1;
        }
        &folded_title[..end]
    }

    /// Ties the identities of a record to a title; the first title with an identity keeps it.
    pub(super) fn tie(&mut self, title: i64, key: [u32; 3], isbn: Option<i64>) {
        let Ok(title) = u32::try_from(title) else { return };
        self.by_key.entry(key).or_insert(title);
        if let Some(isbn) = isbn {
            self.by_isbn.entry(isbn).or_insert(title);
        }
    }

    /// Ties the file's own reference to a title.
    pub(super) fn tie_reference(&mut self, title: i64, reference: [u32; 3]) {
        if let Ok(title) = u32::try_from(title) {
            self.by_reference.entry(reference).or_insert(title);
        }
    }

    /// The title with this key.
    pub(super) fn with_key(&self, key: [u32; 3]) -> Option<i64> {
        self.by_key.get(&key).map(|id| i64::from(*id))
    }

    /// The title with this ISBN.
    pub(super) fn with_isbn(&self, isbn: i64) -> Option<i64> {
        self.by_isbn.get(&isbn).map(|id| i64::from(*id))
    }

    /// The title with this reference of the file's own.
    pub(super) fn with_reference(&self, reference: [u32; 3]) -> Option<i64> {
        self.by_reference.get(&reference).map(|id| i64::from(*id))
    }

    /// Remembers a barcode; whether it is new to this import.
    pub(super) fn see_barcode(&mut self, barcode: [u32; 3]) -> bool {
        self.barcodes.insert(barcode)
    }

    /// Remembers that this import made the barcode with this number, for this copy.
    pub(super) fn code(&mut self, number: i64, item: i64) {
        match self.coded.last_mut() {
            Some((first, id, length)) if *first + *length == number && *id + *length == item => *length += 1,
            _ => self.coded.push((number, item, 1)),
        }
    }

    /// The copy that this import made the barcode with this number for; it is forgotten then.
    pub(super) fn uncode(&mut self, number: i64) -> Option<i64> {
        let at = self
            .coded
            .partition_point(|(first, ..)| *first <= number)
            .checked_sub(1)?;
        let (first, id, length) = self.coded[at];
        let place = number - first;
        if place >= length {
            return None;
        }
        let before = (first, id, place);
        let after = (number + 1, id + place + 1, length - place - 1);
        let rest = [before, after].into_iter().filter(|(.., length)| *length > 0);
        self.coded.splice(at..=at, rest);
        Some(id + place)
    }

    /// Remembers that a row has spoken for a title that was there before; whether it is the first to do so.
    pub(super) fn touch(&mut self, title: i64) -> bool {
        self.touched.insert(title)
    }

    /// Remembers what a title that was there before is known by from now on.
    pub(super) fn move_title(&mut self, title: i64, known: Known) {
        self.moved.insert(title, known);
    }

    /// What a title that was there before is known by, when a row has changed that.
    pub(super) fn moved(&self, title: i64) -> Option<&Known> {
        self.moved.get(&title)
    }

    /// Counts a row without item codes by its content: 1 for the first, 2 for the same row again.
    pub(super) fn occurrence(&mut self, content: u64) -> u32 {
        let times = self.occurrences.entry(content).or_insert(0);
        *times += 1;
        *times
    }

    /// Makes room for about this many rows at once, so that growing does not need twice the memory. Every file has rows
    /// without an ISBN; so a quarter less room is wanted, which is half as much where the whole would just not fit.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.made.reserve(rows);
        self.barcodes.reserve(rows);
        self.by_key.reserve(rows);
        self.by_isbn.reserve(rows / 4 * 3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_barcode_is_given_up_once() {
        let mut memory = Memory::new(1);
        for (number, item) in [(5, 10), (6, 11), (7, 12), (8, 20), (11, 21)] {
            memory.code(number, item);
        }
        assert_eq!(memory.coded, [(5, 10, 3), (8, 20, 1), (11, 21, 1)]);
        for (number, item) in [
            (6, Some(11)),
            (6, None),
            (5, Some(10)),
            (9, None),
            (4, None),
            (11, Some(21)),
            (12, None),
        ] {
            assert_eq!(memory.uncode(number), item, "{number}");
        }
        assert_eq!(memory.coded, [(7, 12, 1), (8, 20, 1)]);
        memory.code(12, 11);
        assert_eq!(memory.uncode(12), Some(11));
    }
}
