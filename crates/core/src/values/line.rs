//! One line of text about a person: what is typed or pasted, without what can't be seen.

use unicode_normalization::UnicodeNormalization;

/// A line, and whether something hidden was left out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The text: NFC, every run of blanks and line breaks one blank, nothing hidden.
    pub text: String,
    /// Control characters, bidirectional controls or zero-width characters stood in it and were left out.
    pub cleaned: bool,
}

/// Reads one line. Line breaks of a cell become blanks; characters that steer a terminal, turn a sentence round or hide
/// from the eye (chat programs put them around telephone numbers) are left out.
pub fn read(text: &str) -> Line {
    let mut line = String::with_capacity(text.len());
    let (mut cleaned, mut gap) = (false, false);
    for c in text.nfc() {
        if c.is_whitespace() {
            gap = true;
        } else if is_hidden(c) {
            cleaned = true;
        } else {
            if gap && !line.is_empty() {
                line.push(' ');
            }
            gap = false;
            line.push(c);
        }
    }
    // Two halves of a letter may have met where something hidden stood between them.
    let text = if cleaned { line.nfc().collect() } else { line };
    Line { text, cleaned }
}

/// Control characters, bidirectional controls, zero-width characters and invisible fillers.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines() {
        let cases = [
            ("", "", false),
            ("  Siti   Aminah ", "Siti Aminah", false),
            ("Jl. Dhoho 12\r\nKediri", "Jl. Dhoho 12 Kediri", false),
            ("\u{202a}+62 812\u{202c}", "+62 812", true),
            ("a\u{1b}[2Jb", "a[2Jb", true),
            ("E\u{301}mile", "Émile", false),
            ("Budi\u{200b}", "Budi", true),
            ("\u{a0}Budi\u{a0}Santoso", "Budi Santoso", false),
        ];
        for (text, line, cleaned) in cases {
            let line = Line {
                text: line.to_owned(),
                cleaned,
            };
            assert_eq!(read(text), line, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_line_is_read_once(text in any::<String>()) {
            let line = read(&text);
            prop_assert!(!line.text.chars().any(|c| is_hidden(c) || (c.is_whitespace() && c != ' ')));
            prop_assert_eq!(read(&line.text), Line { text: line.text.clone(), cleaned: false });
        }
    }
}
