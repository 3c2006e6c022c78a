//! The year of publication: a number when it is certain, and what is printed when that is something else.

use super::printed;

/// A year as read from a cell or a title page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Year {
    /// The year of the common era, 1470 to 2999, when it is certain.
    pub number: Option<i64>,
    /// The printed form, when it says something that the number does not.
    pub printed: Option<String>,
}

/// Reads a printed year. Nothing is ever refused: what is no certain year is kept as printed.
///
/// A number below 1470 is a Hijri year or a slip, since nothing was printed in the archipelago then; a span
/// (`2019/2020`), a guess (`[199-?]`) and two different years (`2010, c2009`) are not certain.
pub fn read(text: &str) -> Year {
    let text = printed::unguarded(text);
    if printed::stands_for_nothing(text) {
        return Year::default();
    }
    // `2008.0` is a spreadsheet's, `2008.` and `2008,` are ISBD's: nothing that the book says.
    let bare = printed::without_decimal_zero(text)
        .trim_end_matches(['.', ',', ';', ':'])
        .trim_end();
    let number = certain(bare);
    let plain = number.is_some_and(|number| bare == number.to_string());
    Year {
        number,
        printed: (!plain).then(|| text.to_owned()),
    }
}

/// The one certain year in a text.
fn certain(text: &str) -> Option<i64> {
    if text.contains('?') || text.contains("--") {
        return None;
    }
    let text = text.as_bytes();
    let mut found = None;
    let mut at = 0;
    while let Some(start) = text[at..].iter().position(u8::is_ascii_digit).map(|n| n + at) {
        let end = text[start..]
            .iter()
            .position(|b| !b.is_ascii_digit())
            .map_or(text.len(), |n| n + start);
        let (before, digits, after) = (&text[..start], &text[start..end], &text[end..]);
        at = end;
        match digits.len() {
            1 | 2 => {}
            4 if is_hijri(after) => {}
            // Two of them agree (`2008, c2008`) or neither is certain.
            4 => match number(digits) {
                Some(year) if !is_open(after) && !is_span(before, after) && found.is_none_or(|other| other == year) => {
                    found = Some(year);
                }
                _ => return None,
            },
            _ => return None,
        }
    }
    found
}

fn number(digits: &[u8]) -> Option<i64> {
    let year = digits.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0'));
    (1470..=2999).contains(&year).then_some(year)
}

/// `1429 H`, `1429H.`
fn is_hijri(after: &[u8]) -> bool {
    let after = after.trim_ascii_start();
    let unit = after.first().is_some_and(|b| b.eq_ignore_ascii_case(&b'h'));
    unit && !after.get(1).is_some_and(u8::is_ascii_alphanumeric)
}

/// `2008-`: a serial that still appears.
fn is_open(after: &[u8]) -> bool {
    after.trim_ascii() == b"-"
}

/// `2003/04`, `2003-05`: a span, or a year and a month; not a day of three parts (`2003-05-17`, `17/05/2003`).
fn is_span(before: &[u8], after: &[u8]) -> bool {
    let parted = |rest: &[u8]| matches!(rest, [b'-' | b'/', second, ..] if second.is_ascii_digit());
    let tail = after
        .iter()
        .skip(1)
        .skip_while(|b| b.is_ascii_digit())
        .copied()
        .collect::<Vec<_>>();
    before.is_empty() && parted(after) && !parted(&tail)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn printed_years() {
        let cases = [
            ("", None, None),
            ("-", None, None),
            ("0", None, None),
            ("0000", None, None),
            ("2008", Some(2008), None),
            (" 2008 ", Some(2008), None),
            ("2008.0", Some(2008), None),
            ("2008,0", Some(2008), None),
            ("2008.", Some(2008), None),
            ("=\"2008\"", Some(2008), None),
            ("[2008]", Some(2008), Some("[2008]")),
            ("c2009", Some(2009), Some("c2009")),
            ("\u{a9}2009", Some(2009), Some("\u{a9}2009")),
            ("2008 M", Some(2008), Some("2008 M")),
            ("Cet. 2, 2008", Some(2008), Some("Cet. 2, 2008")),
            ("Januari 2008", Some(2008), Some("Januari 2008")),
            ("2008, c2008", Some(2008), Some("2008, c2008")),
            ("1429 H/2008 M", Some(2008), Some("1429 H/2008 M")),
            ("17/05/2003", Some(2003), Some("17/05/2003")),
            ("2003-05-17", Some(2003), Some("2003-05-17")),
            ("2019/2020", None, Some("2019/2020")),
            ("2003/04", None, Some("2003/04")),
            ("2010, c2009", None, Some("2010, c2009")),
            ("2008-", None, Some("2008-")),
            ("t.t.", None, Some("t.t.")),
            ("[s.a.]", None, Some("[s.a.]")),
            ("1429 H", None, Some("1429 H")),
            ("1429", None, Some("1429")),
            ("[1998?]", None, Some("[1998?]")),
            ("[199-]", None, Some("[199-]")),
            ("19--", None, Some("19--")),
            ("20008", None, Some("20008")),
            ("208", None, Some("208")),
            ("9999", None, Some("9999")),
            ("99", None, Some("99")),
        ];
        for (text, number, printed) in cases {
            let expected = Year {
                number,
                printed: printed.map(str::to_owned),
            };
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_none_is_lost(text in "\\PC*") {
            let year = read(&text);
            let empty = printed::stands_for_nothing(printed::unguarded(&text));
            prop_assert_eq!(year == Year::default(), empty);
            prop_assert!(year.number.is_none_or(|n| text.contains(&n.to_string())));
        }

        #[test]
        fn a_plain_year_is_a_number(year in 1470_i64..3000) {
            prop_assert_eq!(read(&year.to_string()), Year { number: Some(year), printed: None });
        }
    }
}
