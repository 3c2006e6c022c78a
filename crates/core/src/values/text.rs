//! Text as it is compared: without case, accents and punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded form of a text: lower case, no accents, every run of anything but letters and digits one blank.
/// Two texts that a reader takes for the same are folded to the same. Apostrophes vanish (`Qur'an` is `quran`).
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded form of `text` to `folded`, parted by a blank from what is there.
pub fn fold_into(text: &str, folded: &mut String) {
    let mut gap = !folded.is_empty();
    if text.is_ascii() {
        for byte in text.bytes() {
            push(byte.to_ascii_lowercase() as char, &mut gap, folded);
        }
    } else {
        for c in text
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
        {
            push(c, &mut gap, folded);
        }
    }
}

fn push(c: char, gap: &mut bool, folded: &mut String) {
    if c.is_alphanumeric() {
        if *gap && !folded.is_empty() {
            folded.push(' ');
        }
        *gap = false;
        folded.push(c);
    } else if !matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '`') {
        *gap = true;
    }
}
