//! The ISBN: the number that is proven by its check digit, and what is found in its place in real lists.
//!
//! Check digits after ISO 2108: an ISBN-13 weighs its digits 1, 3, 1, 3 … modulo 10; an ISBN-10 weighs them
//! 10, 9, 8 … 1 modulo 11, with `X` for ten in the last place. An ISBN-10 becomes the ISBN-13 with 978 in front
//! and a new check digit, the Indonesian `979-…` of ten digits too (`979-459-572-1` is `9789794595725`).

use std::fmt;

use super::printed;

/// A valid ISBN, kept as the number of its thirteen digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Isbn(i64);

/// What was found where an ISBN is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing, or a sign for nothing (`-`, `0`).
    Empty,
    /// A number that its check digit proves.
    Valid(Isbn),
    /// A number that Excel had damaged (leading zeros eaten, `.0` added), mended and proven by its check digit.
    Mended(Isbn),
    /// Something else: kept as printed and flagged, never used for matching.
    Invalid,
    /// Excel destroyed it (`9,79E+12`): the digits are gone.
    Lost,
}

impl Isbn {
    /// The ISBN with this number, as stored; `None` unless it is thirteen digits with a true check digit.
    pub fn from_number(number: i64) -> Option<Self> {
        // 979-0 belongs to printed music (ISMN).
        let books = 9_780_000_000_000..9_790_000_000_000;
        let more_books = 9_791_000_000_000..9_800_000_000_000;
        if !books.contains(&number) && !more_books.contains(&number) {
            return None;
        }
        let mut rest = number;
        let mut sum = 0;
        for place in 0..13 {
            sum += rest % 10 * if place % 2 == 0 { 1 } else { 3 };
            rest /= 10;
        }
        (sum % 10 == 0).then_some(Self(number))
    }

    /// The number of thirteen digits, as stored.
    pub fn number(self) -> i64 {
        self.0
    }

    /// The ISBN in ten or thirteen digits without signs between them; the last of ten may be `X` or `x`.
    fn from_digits(digits: &[u8]) -> Option<Self> {
        let (last, front) = digits.split_last()?;
        if !front.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let number = |part: &[u8]| part.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0'));
        match digits.len() {
            13 if last.is_ascii_digit() => Self::from_number(number(digits)),
            10 => {
                let check = match last {
                    b'X' | b'x' => 10,
                    digit if digit.is_ascii_digit() => u32::from(digit - b'0'),
                    _ => return None,
                };
                let weighed: u32 = front
                    .iter()
                    .zip((2..=10).rev())
                    .map(|(d, w)| u32::from(d - b'0') * w)
                    .sum();
                (weighed + check)
                    .is_multiple_of(11)
                    .then(|| Self::with_check_digit(978_000_000_000 + number(front)))
            }
            _ => None,
        }
    }

    fn with_check_digit(twelve: i64) -> Self {
        let mut rest = twelve;
        let mut sum = 0;
        for place in 0..12 {
            sum += rest % 10 * if place % 2 == 0 { 3 } else { 1 };
            rest /= 10;
        }
        Self(twelve * 10 + (10 - sum % 10) % 10)
    }
}

impl fmt::Display for Isbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Reads what is printed where an ISBN belongs. Blanks, dashes of all kinds, a word `ISBN`, a tail like `(pbk.)` and
/// Excel's `="978…"` are no damage; of several numbers in one cell the first valid one is taken.
pub fn read(text: &str) -> Reading {
    let text = printed::unguarded(text);
    if printed::stands_for_nothing(text) {
        return Reading::Empty;
    }
    if printed::is_scientific(text) {
        return Reading::Lost;
    }
    if let Some(isbn) = candidates(text).find_map(|digits| Isbn::from_digits(&digits)) {
        return Reading::Valid(isbn);
    }
    match mended(text) {
        Some(isbn) => Reading::Mended(isbn),
        None => Reading::Invalid,
    }
}

/// The runs of digits that may be an ISBN: each part between separators taken whole, then its words one by one.
fn candidates(text: &str) -> impl Iterator<Item = Vec<u8>> {
    text.split([',', ';', '/', '|', '(', ')', '[', ']', ':', '\n', '\r', '\t'])
        .flat_map(|part| {
            let words = part.split_whitespace();
            std::iter::once(part).chain(words)
        })
        .map(|part| {
            let part = without_label(part.trim());
            let digits = part
                .chars()
                .filter(|c| !c.is_whitespace() && !printed::is_dash(*c) && *c != '.');
            digits.map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
        })
}

/// The text after a leading `ISBN`, `ISBN-13` and the like.
fn without_label(text: &str) -> &str {
    let Some(rest) = text
        .get(..4)
        .filter(|label| label.eq_ignore_ascii_case("isbn"))
        .map(|_| &text[4..])
    else {
        return text;
    };
    for label in ["-13 ", " 13 ", "13 ", "-10 ", " 10 ", "10 "] {
        if let Some(rest) = rest.strip_prefix(label) {
            return rest;
        }
    }
    rest
}

/// The ISBN that Excel turned into a number: without its leading zeros, perhaps with `.0` behind it.
///
/// Nine digits lack one zero. Eight may lack two, but every such number is a valid ISSN as well: nothing is proven.
fn mended(text: &str) -> Option<Isbn> {
    let digits = printed::without_decimal_zero(text).as_bytes();
    match digits.len() {
        9 => Isbn::from_digits(&[b"0", digits].concat()),
        10 | 13 => Isbn::from_digits(digits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn valid(number: i64) -> Reading {
        Reading::Valid(Isbn(number))
    }

    #[test]
    fn what_stands_where_an_isbn_belongs() {
        let mended = |number| Reading::Mended(Isbn(number));
        let cases = [
            ("", Reading::Empty),
            ("  ", Reading::Empty),
            ("-", Reading::Empty),
            ("0", Reading::Empty),
            ("NULL", Reading::Empty),
            ("978-602-8519-93-9", valid(9786028519939)),
            ("9786024750527", valid(9786024750527)),
            ("978-979-008-730-9", valid(9789790087309)),
            ("978 602 373 124 4", valid(9786023731244)),
            ("979-459-572-1", valid(9789794595725)),
            ("0-439-02348-3", valid(9780439023481)),
            ("043965548X", valid(9780439655484)),
            ("043965548x", valid(9780439655484)),
            ("978\u{2013}602\u{2011}8519\u{2012}93\u{2212}9", valid(9786028519939)),
            ("ISBN 978-602-8519-93-9", valid(9786028519939)),
            ("ISBN: 978-602-8519-93-9.", valid(9786028519939)),
            ("ISBN-13 978-602-8519-93-9", valid(9786028519939)),
            ("isbn978-602-8519-93-9", valid(9786028519939)),
            ("978-602-8519-93-9 (pbk.)", valid(9786028519939)),
            (
                "978-602-8519-93-9 (jil. 1) ; 9786024750527 (jil. 2)",
                valid(9786028519939),
            ),
            ("9786028519938, 9786024750527", valid(9786024750527)),
            ("9786028519939 9786024750527", valid(9786028519939)),
            ("=\"9786028519939\"", valid(9786028519939)),
            ("439023483", mended(9780439023481)),
            ("439023483.0", mended(9780439023481)),
            ("61120081", Reading::Invalid),
            ("9786028519939.0", mended(9786028519939)),
            ("439023484", Reading::Invalid),
            ("978-222-666-444", Reading::Invalid),
            ("856-225-456-78", Reading::Invalid),
            ("978-602-8519-93-8", Reading::Invalid),
            ("979-0-2600-0043-8", Reading::Invalid),
            ("tidak ada", Reading::Invalid),
            ("9,79E+12", Reading::Lost),
            ("9.78e+12", Reading::Lost),
            ("9.78043902348e+12", Reading::Lost),
            ("=\"9,79E+12\"", Reading::Lost),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC*") {
            read(&text);
        }

        #[test]
        fn ten_digits_become_thirteen(front in 0_i64..1_000_000_000) {
            let digits = format!("{front:09}");
            let sum: i64 = digits.bytes().zip((2..=10).rev()).map(|(d, w)| i64::from(d - b'0') * w).sum();
            let check = (11 - sum % 11) % 11;
            let printed = if check == 10 { format!("{digits}X") } else { format!("{digits}{check}") };
            let Reading::Valid(isbn) = read(&printed) else { panic!("{printed}") };
            prop_assert_eq!(isbn.number() / 10, 978_000_000_000 + front);
            prop_assert_eq!(Isbn::from_number(isbn.number()), Some(isbn));
            prop_assert_eq!(read(&isbn.to_string()), Reading::Valid(isbn));
        }

        #[test]
        fn one_wrong_digit_is_seen(front in 978_000_000_000_i64..979_000_000_000, place in 3_usize..13, add in 1_u8..10) {
            let isbn = Isbn::with_check_digit(front);
            let mut digits = isbn.to_string().into_bytes();
            digits[place] = b'0' + (digits[place] - b'0' + add) % 10;
            prop_assert_eq!(read(std::str::from_utf8(&digits).unwrap()), Reading::Invalid);
        }
    }
}
