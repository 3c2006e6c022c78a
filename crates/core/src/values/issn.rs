//! The ISSN of a serial: eight digits, the last a check digit (ISO 3297: weights 8, 7 … 1 modulo 11, `X` is ten).

use std::fmt;

use super::printed;

/// A valid ISSN, kept as the number of its first seven digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Issn(u32);

/// What was found where an ISSN is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing, or a sign for nothing.
    Empty,
    /// A number that its check digit proves.
    Valid(Issn),
    /// A number that had lost its leading zero to Excel, mended and proven by its check digit.
    Mended(Issn),
    /// Something else: kept as printed and flagged.
    Invalid,
    /// Excel destroyed it.
    Lost,
}

impl Issn {
    /// The ISSN in eight digits without a hyphen.
    fn from_digits(digits: &[u8]) -> Option<Self> {
        let (last, front) = digits.split_last()?;
        if front.len() != 7 || !front.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let issn = Self(front.iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0')));
        (last.to_ascii_uppercase() == issn.check_digit()).then_some(issn)
    }

    fn check_digit(self) -> u8 {
        let (mut rest, mut sum) = (self.0, 0);
        for weight in 2..=8 {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        b"0123456789X"[((11 - sum % 11) % 11) as usize]
    }
}

impl fmt::Display for Issn {
    /// With its hyphen: `0126-1231`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let check = char::from(self.check_digit());
        write!(f, "{:04}-{:03}{check}", self.0 / 1000, self.0 % 1000)
    }
}

/// Reads what is printed where an ISSN belongs; of several numbers the first valid one is taken.
pub fn read(text: &str) -> Reading {
    let text = printed::unguarded(text);
    if printed::stands_for_nothing(text) {
        return Reading::Empty;
    }
    if printed::is_scientific(text) {
        return Reading::Lost;
    }
    let digits = |part: &str| -> Vec<u8> {
        let signs = part
            .chars()
            .filter(|c| !c.is_whitespace() && !printed::is_dash(*c) && *c != '.');
        signs.map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
    };
    let parts = text.split([',', ';', '/', '|', '(', ')', ':', '\n', '\t']);
    let words = parts.flat_map(|part| std::iter::once(part).chain(part.split_whitespace()));
    let valid = words.map(unlabelled).find_map(|part| Issn::from_digits(&digits(part)));
    if let Some(issn) = valid {
        return Reading::Valid(issn);
    }
    let number = printed::without_decimal_zero(text).as_bytes();
    let mended = match number.len() {
        7 => Issn::from_digits(&[b"0", number].concat()),
        8 => Issn::from_digits(number),
        _ => None,
    };
    mended.map_or(Reading::Invalid, Reading::Mended)
}

fn unlabelled(part: &str) -> &str {
    let part = part.trim();
    match part.get(..4) {
        Some(label) if label.eq_ignore_ascii_case("issn") => &part[4..],
        _ => part,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stands_where_an_issn_belongs() {
        let cases = [
            ("", Some(""), false),
            ("-", Some(""), false),
            ("0000", Some(""), false),
            ("0378-5955", Some("0378-5955"), false),
            ("03785955", Some("0378-5955"), false),
            ("0378\u{2013}5955", Some("0378-5955"), false),
            ("ISSN 0378-5955", Some("0378-5955"), false),
            ("ISSN: 0378-5955", Some("0378-5955"), false),
            ("p-ISSN 0378-5955", Some("0378-5955"), false),
            ("0378-5955 (cetak)", Some("0378-5955"), false),
            ("2434-561X", Some("2434-561X"), false),
            ("2434-561x", Some("2434-561X"), false),
            ("2434561X / 0378-5955", Some("2434-561X"), false),
            ("0378-5954; 2434-561X", Some("2434-561X"), false),
            ("=\"03785955\"", Some("0378-5955"), false),
            ("3785955", Some("0378-5955"), true),
            ("3785955.0", Some("0378-5955"), true),
            ("3785954", None, false),
            ("0378-5954", None, false),
            ("9786028519939", None, false),
            ("tidak ada", None, false),
        ];
        for (text, expected, by_mending) in cases {
            let found = match read(text) {
                Reading::Empty => (Some(String::new()), false),
                Reading::Valid(issn) => (Some(issn.to_string()), false),
                Reading::Mended(issn) => (Some(issn.to_string()), true),
                Reading::Invalid | Reading::Lost => (None, false),
            };
            assert_eq!(found, (expected.map(str::to_owned), by_mending), "{text:?}");
        }
        assert_eq!(read("3,79E+06"), Reading::Lost);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC*") {
            read(&text);
        }

        #[test]
        fn what_is_printed_is_read(front in 1_u32..10_000_000, add in 1_u8..10) {
            let printed = Issn(front).to_string();
            prop_assert_eq!(read(&printed), Reading::Valid(Issn(front)));
            let mut wrong = printed.into_bytes();
            wrong[3] = b'0' + (wrong[3] - b'0' + add) % 10;
            prop_assert_eq!(read(std::str::from_utf8(&wrong).unwrap()), Reading::Invalid);
        }
    }
}
