//! The barcode on a card: Code 128, which any scanner reads.

use barcoders::sym::code128::Code128;

/// The bars of a card number, a module each: `true` is black. Long runs of digits are packed two a sign. `None` when the
/// number holds what Code 128 has no sign for.
pub(super) fn modules(card: &str) -> Option<Vec<bool>> {
    let signs = signs(card)?;
    let bars = Code128::new(signs).ok()?.encode();
    Some(bars.into_iter().map(|bar| bar == 1).collect())
}

/// Switches to the set of letters, and to that of pairs of digits, as the encoder wants them written.
const LETTERS: char = '\u{181}';
const PAIRS: char = '\u{106}';
/// Below so many digits together a switch costs more than it saves.
const WORTH: usize = 6;

fn signs(card: &str) -> Option<String> {
    if card.is_empty() || !card.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    let mut signs = String::new();
    let mut set = None;
    let mut switch = |to: char, signs: &mut String| {
        if set != Some(to) {
            signs.push(to);
            set = Some(to);
        }
    };
    let mut rest = card;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let pairs = digits / 2 * 2;
        let whole = digits == card.len() && digits.is_multiple_of(2);
        let taken = if digits >= WORTH || whole {
            switch(PAIRS, &mut signs);
            pairs
        } else {
            switch(LETTERS, &mut signs);
            digits.max(1)
        };
        signs.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    Some(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_of_signs() {
        for (card, expected) in [
            ("A0001", Some("\u{181}A0001")),
            ("00017", Some("\u{181}00017")),
            ("0017", Some("\u{106}0017")),
            ("00000000017", Some("\u{106}0000000001\u{181}7")),
            ("A123456", Some("\u{181}A\u{106}123456")),
            ("P/2026-1", Some("\u{181}P/2026-1")),
            ("KÉ1", None),
            ("", None),
        ] {
            assert_eq!(signs(card).as_deref(), expected, "{card}");
        }
    }

    #[test]
    fn every_card_that_can_be_printed_has_bars() {
        for card in ["A0001", "~!@#$%^&*", "99999999999999999999999999999999", "a\\b|c"] {
            let bars = modules(card).unwrap_or_default();
            assert!(bars.len() > 30 && bars[0] && bars[bars.len() - 1], "{card}");
        }
        assert_eq!(modules("KÉ1"), None);
    }
}
