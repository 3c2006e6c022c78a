//! When two records are the same title. Pure rules over folded text; the keys that the file stores follow from them.

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::catalog::record::TitleRecord;
use crate::values::text::{fold, fold_into};

/// The look-up keys of a title, as stored: XXH3 of folded text, so that they are the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Keys {
    /// Of the folded title.
    pub(crate) title: i64,
    /// Of part, first author, year, edition and publisher.
    pub(crate) detail: i64,
    /// Whether all of these five are missing: then the key says no more than the title, and that is never enough.
    pub(crate) bare: bool,
}

/// The keys of a record.
pub(crate) fn keys(record: &TitleRecord) -> Keys {
    keys_of_folded(record, &fold(&record.title))
}

/// The keys of a record whose folded title is known.
pub(crate) fn keys_of_folded(record: &TitleRecord, folded_title: &str) -> Keys {
    let mut detail = Detail {
        text: String::with_capacity(96),
        bare: true,
    };
    for part in [&record.part, &record.edition, &record.publisher] {
        detail.add(part.as_deref().unwrap_or_default(), false);
    }
    detail.add(record.authors.first().map_or("", String::as_str), true);
    match (record.year, &record.year_printed) {
        (Some(year), _) => detail.add(&year.to_string(), false),
        (None, Some(printed)) => detail.add(printed, false),
        (None, None) => {}
    }
    Keys {
        title: xxh3_64(folded_title.as_bytes()).cast_signed(),
        detail: xxh3_64(detail.text.as_bytes()).cast_signed(),
        bare: detail.bare,
    }
}

/// The folded details of a record, with marks between them.
struct Detail {
    text: String,
    bare: bool,
}

impl Detail {
    fn add(&mut self, part: &str, is_name: bool) {
        let start = self.text.len();
        self.text.push('\u{1f}');
        fold_into(part, &mut self.text);
        let part = &self.text[start + 1..];
        self.bare &= part.is_empty();
        if is_name {
            let sorted = in_order(part);
            self.text.truncate(start + 1);
            self.text.push_str(&sorted);
        }
    }
}

/// A folded name without its order: `Hirata, Andrea` and `Andrea Hirata` are one heading.
fn in_order(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// 96 bits of a text's hash: enough that a million different texts meet with a chance below 1 in 10^16.
pub(super) fn digest(text: &str) -> [u32; 3] {
    shorten(xxh3_128(text.as_bytes()))
}

/// The keys of a title and its standing as 96 bits.
pub(super) fn key_digest(keys: Keys) -> [u32; 3] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&keys.title.to_le_bytes());
    bytes[8..].copy_from_slice(&keys.detail.to_le_bytes());
    shorten(xxh3_128(&bytes))
}

fn shorten(hash: u128) -> [u32; 3] {
    [hash as u32, (hash >> 32) as u32, (hash >> 64) as u32]
}

/// The share of a longer title that may differ, in hundredths: 25 lets through a typing slip, not another book.
const DIFFERENT_AT_MOST: usize = 25;

/// Whether two folded titles can belong to one book, once their ISBN or item code agrees: the same, one the
/// beginning of the other (a subtitle left out), or but for a few letters the same with the same numbers in it.
pub(crate) fn similar(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.is_empty() {
        return false;
    }
    if long.starts_with(short) && (long.len() == short.len() || long[short.len()..].starts_with(' ')) {
        return true;
    }
    let letters = long.chars().count();
    letters <= 400
        && numbers(short).eq(numbers(long))
        && strsim::osa_distance(short, long) * 100 <= letters * DIFFERENT_AT_MOST
}

/// The numbers in a title: volumes differ in nothing else.
fn numbers(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(' ')
        .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(title: &str, author: &str, year: Option<i64>) -> TitleRecord {
        let authors = if author.is_empty() {
            vec![]
        } else {
            vec![author.to_owned()]
        };
        TitleRecord {
            title: title.into(),
            authors,
            year,
            ..TitleRecord::default()
        }
    }

    #[test]
    fn the_order_of_a_name_does_not_matter_and_the_title_alone_is_bare() {
        let one = keys(&record("Laskar Pelangi", "Hirata, Andrea", Some(2005)));
        assert_eq!(one, keys(&record("LASKAR  PELANGI.", "Andrea Hirata", Some(2005))));
        assert_ne!(one, keys(&record("Laskar Pelangi", "Andrea Hirata", Some(2006))));
        assert!(!one.bare);
        assert!(keys(&record("Laskar Pelangi", "", None)).bare);
    }

    #[test]
    fn similar_titles() {
        let cases = [
            ("laskar pelangi", "laskar pelangi", true),
            ("laskar pelangi", "laskar pelangi sebuah novel", true),
            ("laskar pelangi", "lasykar pelangi", true),
            ("bumi manusia", "bumi", true),
            ("bumi manusia", "anak semua bangsa", false),
            ("matematika 1", "matematika 2", false),
            ("ipa", "ips", false),
            ("bumi", "bumiputra", false),
            ("", "bumi", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(similar(one, other), expected, "{one} ~ {other}");
            assert_eq!(similar(other, one), expected, "{other} ~ {one}");
        }
    }
}
