//! Card numbers: text with its leading zeros, and the pattern by which new ones are made.

use super::line;

/// The longest card number, in characters.
pub const LONGEST: usize = 32;

/// A card number: 1 to 32 visible characters. `0012` and `12` are two cards.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct CardNumber(String);

impl CardNumber {
    /// Takes a number as typed or scanned, without blanks around it and without Excel's guard; `None` when it is empty,
    /// too long, or holds a blank or a character that can't be seen.
    pub fn parse(text: &str) -> Option<CardNumber> {
        let text = super::printed::unguarded(text);
        let fits = (1..=LONGEST).contains(&text.chars().count());
        let visible = !text.chars().any(|c| c.is_whitespace() || line::is_hidden(c));
        (fits && visible).then(|| CardNumber(text.to_owned()))
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CardNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How card numbers are made: letters as they stand, and a run of zeros for the running number, which grows beyond its
/// width. `A0000` makes `A0001` … `A9999`, `A10000`. Of several runs the longest counts, of equal ones the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPattern {
    before: String,
    width: usize,
    after: String,
}

impl CardPattern {
    /// Takes a pattern; `None` without a zero, or when what it makes would be no card number.
    pub fn parse(text: &str) -> Option<CardPattern> {
        CardNumber::parse(text)?;
        let text = text.trim();
        let (mut best, mut at) = (0..0, 0);
        while at < text.len() {
            let zeros = text[at..].bytes().take_while(|b| *b == b'0').count();
            if zeros > 0 && zeros >= best.len() {
                best = at..at + zeros;
            }
            at += zeros.max(text[at..].chars().next().map_or(1, char::len_utf8));
        }
        (!best.is_empty()).then(|| CardPattern {
            before: text[..best.start].to_owned(),
            width: best.len(),
            after: text[best.end..].to_owned(),
        })
    }

    /// The card with this running number; `None` when it has grown beyond what a card number may be.
    pub fn card(&self, number: i64) -> Option<CardNumber> {
        let CardPattern { before, width, after } = self;
        CardNumber::parse(&format!("{before}{number:0width$}{after}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers() {
        for (text, card) in [
            ("A0012", Some("A0012")),
            (" 0012 ", Some("0012")),
            ("=\"0012\"", Some("0012")),
            ("0I32650524", Some("0I32650524")),
            ("P/2026-1", Some("P/2026-1")),
            ("", None),
            ("A 12", None),
            ("A\u{1b}12", None),
            ("A\u{202e}12", None),
            ("A\u{200b}12", None),
        ] {
            assert_eq!(
                CardNumber::parse(text).as_ref().map(CardNumber::as_str),
                card,
                "{text:?}"
            );
        }
        assert!(CardNumber::parse(&"9".repeat(32)).is_some());
        assert!(CardNumber::parse(&"9".repeat(33)).is_none());
    }

    #[test]
    fn patterns() {
        for (pattern, number, card) in [
            ("A0000", 12, Some("A0012")),
            ("A0000", 10_000, Some("A10000")),
            ("000000", 7, Some("000007")),
            ("2026-0000", 3, Some("2026-0003")),
            ("KDR00000/P", 45, Some("KDR00045/P")),
            ("00-00", 5, Some("00-05")),
            ("A0000", i64::MAX, Some("A9223372036854775807")),
            ("Perpustakaan-Kota-Kediri-0000000", 12_345_678, None),
            ("ABC", 1, None),
            ("", 1, None),
            ("A 000", 1, None),
        ] {
            let made = CardPattern::parse(pattern).and_then(|pattern| pattern.card(number));
            assert_eq!(made.as_ref().map(CardNumber::as_str), card, "{pattern} {number}");
        }
    }

    proptest! {
        #[test]
        fn two_numbers_make_two_cards(pattern in "[A-Z0/-]{0,8}0[A-Z0/-]{0,8}", a in 1_i64..1_000_000, b in 1_i64..1_000_000) {
            let pattern = CardPattern::parse(&pattern).unwrap();
            prop_assert_eq!(a == b, pattern.card(a) == pattern.card(b));
        }

        #[test]
        fn any_text_is_a_card_or_not(text in any::<String>()) {
            if let Some(card) = CardNumber::parse(&text) {
                prop_assert_eq!(CardNumber::parse(card.as_str()), Some(card.clone()));
            }
            let _ = CardPattern::parse(&text).and_then(|pattern| pattern.card(1));
        }
    }
}
