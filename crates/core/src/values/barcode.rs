//! The barcode of a copy: its identity, text with its leading zeros.

use std::fmt;

use super::printed;

/// A barcode: 1 to 64 visible characters without blanks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Barcode(String);

/// Why a text is no barcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Nothing there.
    Empty,
    /// More than 64 characters.
    TooLong,
    /// A blank inside: two codes, or a slip.
    Blank,
    /// A character that nobody can see: control, direction mark, zero width.
    Invisible,
    /// Excel destroyed it (`1,23E+11`): the digits are gone.
    Lost,
}

impl Refused {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Refused::Empty => "barcode.empty",
            Refused::TooLong => "barcode.too-long",
            Refused::Blank => "barcode.blank",
            Refused::Invisible => "barcode.invisible",
            Refused::Lost => "barcode.lost",
        }
    }
}

impl Barcode {
    /// The longest barcode, in characters.
    pub const LONGEST: usize = 64;

    /// Reads a barcode as printed or scanned; blanks around it and Excel's guard (`="0012"`) are no part of it.
    ///
    /// # Errors
    /// [`Refused`] says why the text is no barcode.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let text = printed::unguarded(text);
        if text.is_empty() {
            return Err(Refused::Empty);
        }
        // Counted no further than needed: a cell may be a megabyte.
        if text.chars().nth(Self::LONGEST).is_some() {
            return Err(Refused::TooLong);
        }
        if text.chars().any(is_invisible) {
            return Err(Refused::Invisible);
        }
        if text.chars().any(char::is_whitespace) {
            return Err(Refused::Blank);
        }
        if is_lost(text) {
            return Err(Refused::Lost);
        }
        Ok(Self(text.to_owned()))
    }

    /// The barcode as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The barcode as text, given away.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Barcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a spreadsheet wrote it in powers of ten. `1E5` alone may well be printed on a label, `1,5E+11` may not.
fn is_lost(text: &str) -> bool {
    printed::is_scientific(text) && text.contains('+')
}

/// Controls, marks of direction and joining, and what else takes no room on a label.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn printed_barcodes() {
        let long = "9".repeat(65);
        let longest = "é".repeat(64);
        let cases = [
            ("B00001", Ok("B00001")),
            (" B00001\r\n", Ok("B00001")),
            ("000123", Ok("000123")),
            ("=\"000123\"", Ok("000123")),
            ("0001/LP/16", Ok("0001/LP/16")),
            ("P00000S", Ok("P00000S")),
            ("X0022/2016", Ok("X0022/2016")),
            ("9786028519939", Ok("9786028519939")),
            ("-1", Ok("-1")),
            ("1E5", Ok("1E5")),
            ("12.034", Ok("12.034")),
            ("é1", Ok("é1")),
            (longest.as_str(), Ok(longest.as_str())),
            ("", Err(Refused::Empty)),
            ("   ", Err(Refused::Empty)),
            ("=\"\"", Err(Refused::Empty)),
            (long.as_str(), Err(Refused::TooLong)),
            ("B 1", Err(Refused::Blank)),
            ("B\u{a0}1", Err(Refused::Blank)),
            ("B\u{0}1", Err(Refused::Invisible)),
            ("B\u{1b}[2J", Err(Refused::Invisible)),
            ("B\u{202e}1", Err(Refused::Invisible)),
            ("B\u{200b}1", Err(Refused::Invisible)),
            ("\u{feff}B1", Err(Refused::Invisible)),
            ("B\t1", Err(Refused::Invisible)),
            ("1,23E+11", Err(Refused::Lost)),
            ("9.78e+12", Err(Refused::Lost)),
        ];
        for (text, expected) in cases {
            let found = Barcode::parse(text).map(Barcode::into_string);
            assert_eq!(found, expected.map(str::to_owned), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_visible_and_stays(text in any::<String>()) {
            if let Ok(barcode) = Barcode::parse(&text) {
                let shown = barcode.to_string();
                prop_assert!((1..=64).contains(&shown.chars().count()));
                prop_assert!(!shown.chars().any(|c| c.is_whitespace() || c.is_control()));
                prop_assert!(shown.starts_with("=\"") || Barcode::parse(&shown) == Ok(barcode));
            }
        }

        #[test]
        fn digits_keep_their_zeros(digits in "[0-9]{1,64}") {
            prop_assert_eq!(Barcode::parse(&digits).map(Barcode::into_string), Ok(digits));
        }
    }
}
