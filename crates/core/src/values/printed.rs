//! What spreadsheets and typists leave around a value, seen alike wherever a value is read.

/// The text without blanks around it and without Excel's guard (`="0012"`).
pub(super) fn unguarded(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(text)
        .trim()
}

/// Whether the text is a sign for "nothing": empty, dashes, zeros, `null`.
pub(super) fn stands_for_nothing(text: &str) -> bool {
    text.chars().all(|c| is_dash(c) || c.is_whitespace())
        || text.bytes().all(|b| b == b'0')
        || ["null", "\\n", "n/a"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// Hyphens, dashes and the minus sign.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{AD}' | '_'
    )
}

/// Whether a spreadsheet wrote the number in powers of ten: `9,79E+12`, `9.78e+12`, `1E+05`.
pub(super) fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once([',', '.']).unwrap_or((mantissa, "0"));
    digits(exponent) && exponent.len() <= 3 && whole.len() == 1 && digits(whole) && digits(fraction)
}

/// The text without the `.0` or `,0` that a column of numbers adds to a whole number.
pub(super) fn without_decimal_zero(text: &str) -> &str {
    for tail in [".0", ",0", ".00", ",00"] {
        if let Some(whole) = text.strip_suffix(tail)
            && !whole.is_empty()
            && whole.bytes().all(|b| b.is_ascii_digit())
        {
            return whole;
        }
    }
    text
}
