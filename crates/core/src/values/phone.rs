//! Telephone numbers as people write them in Indonesia, kept in the international form of E.164.

use super::{line, printed};

/// A telephone number in E.164: `+6281234567890`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Phone(String);

/// What a text is worth as a telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// No number: empty, `-`, `0`.
    Empty,
    /// A number that can be called.
    Valid(Phone),
    /// It can't be told what to call: kept as printed.
    Unreadable,
}

/// Indonesia's own number.
const COUNTRY: &str = "62";

/// Reads a number: `0812-3456-7890`, `62812…`, `+62 812…`, `(0354) 681234`, `0062…`, another country's `+65…`; with
/// blanks, dots, dashes, brackets. A mobile number whose zero a spreadsheet ate (`81234567890`) is read too: no other
/// number begins so. Operators are not told from prefixes, and one number may be a whole family's.
pub fn read(text: &str) -> Reading {
    let line = line::read(text).text;
    let text = printed::unguarded(&line);
    let text = text.strip_prefix('\'').unwrap_or(text).trim();
    if printed::stands_for_nothing(text) {
        return Reading::Empty;
    }
    let text = printed::without_decimal_zero(text);
    let mut digits = String::with_capacity(16);
    let mut plus = false;
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() && !plus => plus = true,
            '.' | '(' | ')' | ' ' => {}
            c if printed::is_dash(c) => {}
            _ => return Reading::Unreadable,
        }
    }
    let number = match (plus, digits.strip_prefix("00")) {
        (true, _) => international(&digits),
        (false, Some(rest)) => international(rest),
        (false, None) => domestic(&digits),
    };
    number.map_or(Reading::Unreadable, |number| {
        Reading::Valid(Phone(format!("+{number}")))
    })
}

/// After `+` or `00`. E.164: at most 15 digits, no country begins with a zero.
fn international(digits: &str) -> Option<String> {
    match digits.strip_prefix(COUNTRY) {
        // +62 (0)812: the zero is for calls inside the country.
        Some(rest) => national(rest.strip_prefix('0').unwrap_or(rest)),
        None => {
            let fits = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
            fits.then(|| digits.to_owned())
        }
    }
}

fn domestic(digits: &str) -> Option<String> {
    if let Some(rest) = digits.strip_prefix('0') {
        return national(rest);
    }
    if let Some(rest) = digits.strip_prefix(COUNTRY) {
        return national(rest.strip_prefix('0').unwrap_or(rest));
    }
    digits.starts_with('8').then(|| national(digits)).flatten()
}

/// A number inside the country, without its zero: `8[1-9]` and 7 to 11 more for a mobile (8 to 12 digits and the claims
/// of 13), else an area code and a subscriber's number, 8 to 11 digits together.
fn national(digits: &str) -> Option<String> {
    let bytes = digits.as_bytes();
    let fits = match bytes.first()? {
        b'8' => bytes.get(1).is_some_and(|b| *b != b'0') && (9..=13).contains(&bytes.len()),
        b'2'..=b'7' | b'9' => (8..=11).contains(&bytes.len()),
        _ => false,
    };
    fits.then(|| format!("{COUNTRY}{digits}"))
}

impl Phone {
    /// The number as stored, if it is one that [`read`] makes.
    pub fn stored(text: &str) -> Option<Phone> {
        match read(text) {
            Reading::Valid(phone) if phone.0 == text => Some(phone),
            _ => None,
        }
    }

    /// Whether it is one of Indonesia's land lines, which get no messages: mobile numbers begin with 8 after the country.
    pub fn is_land_line(&self) -> bool {
        self.0.strip_prefix("+62").is_some_and(|rest| !rest.starts_with('8'))
    }

    /// The number in E.164.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers() {
        let valid = [
            ("081234567890", "+6281234567890"),
            ("0812-3456-7890", "+6281234567890"),
            ("0812.3456.7890", "+6281234567890"),
            ("(0812) 3456 7890", "+6281234567890"),
            ("6281234567890", "+6281234567890"),
            ("+62 812-3456-7890", "+6281234567890"),
            ("+62 (0)812 3456 7890", "+6281234567890"),
            ("006281234567890", "+6281234567890"),
            ("81234567890", "+6281234567890"),
            ("'081234567890", "+6281234567890"),
            ("=\"081234567890\"", "+6281234567890"),
            ("81234567890.0", "+6281234567890"),
            ("\u{202a}+62 812‑3456‑7890\u{202c}", "+6281234567890"),
            ("0354 681234", "+62354681234"),
            ("(0354) 68-12-34", "+62354681234"),
            ("0354-7412345", "+623547412345"),
            ("021 5551234", "+62215551234"),
            ("08123456789012", "+628123456789012"),
            ("+65 6123 4567", "+6561234567"),
        ];
        for (text, number) in valid {
            assert_eq!(read(text), Reading::Valid(Phone(number.to_owned())), "{text}");
        }
        for text in ["", "  ", "-", "--", "0", "000", "null", "\\N"] {
            assert_eq!(read(text), Reading::Empty, "{text:?}");
        }
        let unreadable = [
            "tidak punya",
            "0812-3456-7890 / 0813-1111-2222",
            "6,28E+12",
            "0812",
            "681234",
            "0812345678901234",
            "080012345678",
            "+",
            "++62812345678",
            "62",
            "12345678901234567890",
            "0812 ibu",
        ];
        for text in unreadable {
            assert_eq!(read(text), Reading::Unreadable, "{text}");
        }
    }

    #[test]
    fn land_lines() {
        for (number, land_line) in [("0354681234", true), ("081234567890", false), ("+6561234567", false)] {
            match read(number) {
                Reading::Valid(phone) => assert_eq!(phone.is_land_line(), land_line, "{number}"),
                other => panic!("{number}: {other:?}"),
            }
        }
    }

    proptest! {
        #[test]
        fn what_was_read_is_read_again(text in "[-+0-9 ().]{0,20}") {
            if let Reading::Valid(phone) = read(&text) {
                prop_assert_eq!(Phone::stored(phone.as_str()), Some(phone.clone()));
                prop_assert!(phone.as_str().len() <= 16 && phone.as_str().starts_with('+'));
            }
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn the_forms_of_one_number_are_one(rest in "8[1-9][0-9]{7,10}") {
            let forms = [format!("0{rest}"), format!("62{rest}"), format!("+62{rest}"), rest.clone()];
            let read: Vec<Reading> = forms.iter().map(|form| read(form)).collect();
            prop_assert!(read.iter().all(|one| *one == read[0] && matches!(one, Reading::Valid(_))), "{:?}", read);
        }
    }
}
