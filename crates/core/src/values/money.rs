//! Whole rupiah. A sum is an integer from the first digit read to the last one printed: no binary fraction anywhere.

use super::printed;

/// An amount of money in whole rupiah (or whole units of another currency, where a column says so). Never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not the shape of an amount: words, powers of ten, separators in odd places.
    NotAnAmount,
    /// Below zero.
    Negative,
    /// Parts of a rupiah: nothing is rounded away.
    Cents,
    /// More than fits: 9,223,372,036,854,775,807.
    TooLarge,
}

impl Refused {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Refused::NotAnAmount => "money.not-an-amount",
            Refused::Negative => "money.negative",
            Refused::Cents => "money.cents",
            Refused::TooLarge => "money.too-large",
        }
    }
}

impl Money {
    /// An amount as stored; `None` below zero.
    pub fn from_whole(amount: i64) -> Option<Self> {
        (amount >= 0).then_some(Self(amount))
    }

    /// The amount, as stored.
    pub fn whole(self) -> i64 {
        self.0
    }

    /// The sum; `None` when it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The sum of all; `None` when it does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self(0), Self::plus)
    }
}

/// Reads an amount as printed in Indonesia or in English: `Rp85.000,-`, `Rp 1.500,00`, `IDR 1,000.00`, `1500`.
/// A single separator before exactly three digits parts thousands, as in every price list. `None` is a cell that says
/// "no amount": empty or `-`.
///
/// # Errors
/// [`Refused`] says why the text is no amount; nothing is rounded and nothing guessed.
pub fn read(text: &str) -> Result<Option<Money>, Refused> {
    let text = printed::unguarded(text);
    let text = without_currency(text);
    if text.chars().all(|c| printed::is_dash(c) || c.is_whitespace()) {
        return Ok(None);
    }
    let text = ["-", "\u{2013}", "="].iter().fold(text, |text, tail| {
        let bare = text.trim_end_matches(tail);
        if bare.len() < text.len() {
            bare.strip_suffix([',', '.']).unwrap_or(text)
        } else {
            text
        }
    });
    if text.starts_with(printed::is_dash) || (text.starts_with('(') && text.ends_with(')')) {
        return Err(Refused::Negative);
    }
    let (whole, cents) = parted(text.trim())?;
    if cents.bytes().any(|b| b != b'0') {
        return Err(Refused::Cents);
    }
    let mut amount: i64 = 0;
    for digit in whole {
        let more = amount
            .checked_mul(10)
            .and_then(|n| n.checked_add(i64::from(digit - b'0')));
        amount = more.ok_or(Refused::TooLarge)?;
    }
    Ok(Some(Money(amount)))
}

/// The text without `Rp`, `Rp.` or `IDR` before it and `IDR` or `rupiah` behind it.
fn without_currency(text: &str) -> &str {
    let starts = |text: &str, word: &str| text.get(..word.len()).is_some_and(|t| t.eq_ignore_ascii_case(word));
    let mut text = text.trim();
    for word in ["Rp.", "Rp", "IDR"] {
        if starts(text, word) {
            text = text[word.len()..].trim_start();
            break;
        }
    }
    for word in ["rupiah", "IDR"] {
        let at = text.len().saturating_sub(word.len());
        if text.get(at..).is_some_and(|t| t.eq_ignore_ascii_case(word)) {
            text = text[..at].trim_end();
        }
    }
    text
}

/// The digits of the whole and of the fraction.
fn parted(text: &str) -> Result<(Vec<u8>, &str), Refused> {
    let is_separator = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}');
    if !text.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
        return Err(Refused::NotAnAmount);
    }
    let separators: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_separator(*c)).collect();
    let (whole, fraction) = match separators.as_slice() {
        [] => (text, ""),
        [.., (at, last)] => {
            let tail = &text[at + last.len_utf8()..];
            let alone = separators.iter().filter(|(_, c)| c == last).count() == 1;
            let first = separators.len() == 1;
            let thousands = tail.len() == 3 && (first || !alone);
            if alone && !thousands && matches!(last, '.' | ',') {
                (&text[..*at], tail)
            } else {
                (text, "")
            }
        }
    };
    let mut groups = whole.split(is_separator);
    let head = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let mut kinds = whole.chars().filter(|c| is_separator(*c));
    let kind = kinds.next();
    let even = rest.iter().all(|group| group.len() == 3) && kinds.all(|c| Some(c) == kind);
    // `0.500` and `1500.000` are half a unit and a thousandfold at once.
    let clear = rest.is_empty() || ((1..=3).contains(&head.len()) && !head.starts_with('0'));
    let decimals = whole.len() == text.len() || (1..=4).contains(&fraction.len());
    let odd_tail = fraction.len() == 3 && rest.is_empty();
    if head.is_empty() || !even || !clear || !decimals || odd_tail {
        return Err(Refused::NotAnAmount);
    }
    Ok((whole.bytes().filter(u8::is_ascii_digit).collect(), fraction))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn written_amounts() {
        let rupiah = |amount| Ok(Some(Money(amount)));
        let cases = [
            ("", Ok(None)),
            ("-", Ok(None)),
            ("Rp", Ok(None)),
            ("Rp -", Ok(None)),
            ("0", rupiah(0)),
            ("1500", rupiah(1500)),
            ("007", rupiah(7)),
            ("Rp 85.000,-", rupiah(85_000)),
            ("Rp85.000,\u{2013}", rupiah(85_000)),
            ("Rp.1.500,-", rupiah(1500)),
            ("Rp. 1.500.000,--", rupiah(1_500_000)),
            ("Rp1.500,00", rupiah(1500)),
            ("rp 1.000", rupiah(1000)),
            ("Rp 1 500 000", rupiah(1_500_000)),
            ("Rp\u{a0}85.000", rupiah(85_000)),
            ("85.000 IDR", rupiah(85_000)),
            ("85000 rupiah", rupiah(85_000)),
            ("1,000.00", rupiah(1000)),
            ("1,000,000", rupiah(1_000_000)),
            ("1,000", rupiah(1000)),
            ("85000.0", rupiah(85_000)),
            ("85000.00", rupiah(85_000)),
            ("85000,0000", rupiah(85_000)),
            ("9223372036854775807", rupiah(i64::MAX)),
            ("9.223.372.036.854.775.807,00", rupiah(i64::MAX)),
            ("9223372036854775808", Err(Refused::TooLarge)),
            ("99999999999999999999999999", Err(Refused::TooLarge)),
            ("1.000,50", Err(Refused::Cents)),
            ("1,000.50", Err(Refused::Cents)),
            ("0,5", Err(Refused::Cents)),
            ("-1", Err(Refused::Negative)),
            ("Rp -1.000", Err(Refused::Negative)),
            ("(1.000)", Err(Refused::Negative)),
            ("\u{2212}5", Err(Refused::Negative)),
            ("1e3", Err(Refused::NotAnAmount)),
            ("8,5E+04", Err(Refused::NotAnAmount)),
            ("1.00.000", Err(Refused::NotAnAmount)),
            ("1.000.00", Err(Refused::NotAnAmount)),
            ("1.000,000.00", Err(Refused::NotAnAmount)),
            ("1500.000", Err(Refused::NotAnAmount)),
            ("0.500", Err(Refused::NotAnAmount)),
            (",50", Err(Refused::NotAnAmount)),
            ("1.", Err(Refused::NotAnAmount)),
            ("85 ribu", Err(Refused::NotAnAmount)),
            ("gratis", Err(Refused::NotAnAmount)),
            ("$5", Err(Refused::NotAnAmount)),
            ("٥٠٠", Err(Refused::NotAnAmount)),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    /// The digits of a number in groups of three.
    fn grouped(number: u128, separator: char) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            let _ = read(&text);
        }

        #[test]
        fn every_written_form_is_exact(number in prop_oneof![0_u128..1_000_000_000, any::<u64>().prop_map(u128::from)]) {
            let expected = i64::try_from(number).map_or(Err(Refused::TooLarge), |amount| Ok(Some(Money(amount))));
            let (dots, commas) = (grouped(number, '.'), grouped(number, ','));
            for text in [
                number.to_string(), format!("Rp{dots}"), format!("Rp {dots},-"), format!("Rp.{dots},00"), format!("{number},00"),
                format!("IDR {commas}.00"), commas,
            ] {
                prop_assert_eq!(read(&text), expected, "{}", text);
            }
            prop_assert_eq!(read(&format!("Rp{dots},25")), Err(Refused::Cents));
            prop_assert_eq!(read(&format!("-{dots}")), Err(Refused::Negative));
        }
    }

    /// A million sums against integers of 128 bits (reliability.md, R17).
    #[test]
    fn sums_are_exact() {
        // A small generator with a fixed seed: the case is the same every time.
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        for _ in 0..1_000_000 {
            let (shift_a, shift_b) = (next() % 63 + 1, next() % 63 + 1);
            let (a, b) = ((next() >> shift_a) as i64, (next() >> shift_b) as i64);
            let exact = a as i128 + b as i128;
            let sum = Money(a).plus(Money(b)).map(|sum| i128::from(sum.whole()));
            assert_eq!(sum, (exact <= i128::from(i64::MAX)).then_some(exact));
        }
    }
}
