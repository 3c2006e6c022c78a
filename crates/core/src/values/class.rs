//! Dewey classes with the Indonesian class for Islam, `2X0` to `2X9`, as a class of its own.

use std::fmt;

/// The row of a report that a class belongs to. Every text belongs to exactly one, so that rows add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// 000, 100 … 900, as 0 to 9. The general works on religion (200) do not include Islam (2X).
    Hundred(u8),
    /// 2X: Islam.
    Islam,
    /// No Dewey class.
    Other,
}

impl Group {
    /// All groups in the order of a report, which is the order of the shelves.
    pub const ALL: [Group; 12] = [
        Group::Hundred(0),
        Group::Hundred(1),
        Group::Hundred(2),
        Group::Islam,
        Group::Hundred(3),
        Group::Hundred(4),
        Group::Hundred(5),
        Group::Hundred(6),
        Group::Hundred(7),
        Group::Hundred(8),
        Group::Hundred(9),
        Group::Other,
    ];

    /// The group of a class or of a call number that begins with one: `899.221`, `2X4.1`, `R 030 ENS e`, `5.133` (Excel ate
    /// the zeros).
    pub fn of(class: &str) -> Group {
        match notation(class).map(|(_, notation)| notation) {
            Some(notation) if is_islam(notation) => Group::Islam,
            Some(notation) => match whole_digits(notation) {
                3 => Group::Hundred(notation.as_bytes()[0] - b'0'),
                // Fewer digits: the zeros before them were eaten.
                1 | 2 => Group::Hundred(0),
                _ => Group::Other,
            },
            None => Group::Other,
        }
    }
}

impl fmt::Display for Group {
    /// `000` … `900`, `2X`, and `-` for none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Group::Hundred(hundred) => write!(f, "{hundred}00"),
            Group::Islam => f.write_str("2X"),
            Group::Other => f.write_str("-"),
        }
    }
}

/// Parts a class or call number into its collection mark (`R`, `REF`) and the notation with what follows it.
pub(super) fn notation(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let mark = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (mark, rest) = text.split_at(mark);
    let rest = rest.trim_start_matches([' ', '.', '/', '-']);
    (mark.len() <= 5 && rest.starts_with(|c: char| c.is_ascii_digit())).then_some((mark, rest))
}

/// `2X`, `2x4.1`.
pub(super) fn is_islam(notation: &str) -> bool {
    matches!(notation.as_bytes(), [b'2', b'X' | b'x', ..])
}

/// How many digits stand before the point.
pub(super) fn whole_digits(notation: &str) -> usize {
    notation.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn groups() {
        let cases = [
            ("000", "000"),
            ("005.13", "000"),
            ("5.13", "000"),
            ("12", "000"),
            ("100", "100"),
            ("200", "200"),
            ("297", "200"),
            ("299", "200"),
            ("2X0", "2X"),
            ("2x4.1", "2X"),
            ("2X", "2X"),
            ("2X9.9 HAM t", "2X"),
            ("300", "300"),
            ("499.221", "400"),
            ("633.18-155 / BAD / p", "600"),
            ("899.221 3", "800"),
            ("R 030", "000"),
            ("REF 2X1", "2X"),
            ("R/899.2", "800"),
            ("959.8", "900"),
            ("", "-"),
            ("F SAP p", "-"),
            ("Fiksi", "-"),
            ("2008", "-"),
            ("-", "-"),
            ("NONE", "-"),
            ("٨٩٩", "-"),
        ];
        for (class, group) in cases {
            assert_eq!(Group::of(class).to_string(), group, "{class:?}");
        }
    }

    proptest! {
        #[test]
        fn every_text_is_in_one_row(class in any::<String>()) {
            let group = Group::of(&class);
            prop_assert_eq!(Group::ALL.iter().filter(|row| **row == group).count(), 1);
        }

        #[test]
        fn a_class_is_in_its_hundred(class in 0_u32..1000, tail in "(\\.[0-9]{1,6})?( [A-Z]{3} [a-z])?") {
            prop_assert_eq!(Group::of(&format!("{class:03}{tail}")), Group::Hundred((class / 100) as u8));
        }
    }
}
