//! Text from outside, made harmless before a person sees it.
//!
//! A title may hold an escape that clears the screen, a bidirectional control that turns a sentence round,
//! or two hundred accents on one letter. Such characters are shown as what they are (`\u{1b}`), never sent.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// More accents than this on one letter are no language's spelling; the rest is counted, not drawn.
const MARKS_ON_ONE_LETTER: usize = 4;

/// The text with every character that could steer a terminal or hide from the eye shown as an escape.
///
/// Line feed, tab and carriage return become `\n`, `\t`, `\r`; all other control characters, bidirectional
/// controls, zero-width characters and invisible fillers become `\u{…}`. Of a run of combining marks the
/// first four are kept and the number of the others is shown. Harmless text is borrowed, not copied.
///
/// ```
/// use pustaka_cli::visible;
/// assert_eq!(visible("Laskar Pelangi"), "Laskar Pelangi");
/// assert_eq!(visible("a\u{1b}[2J\u{202e}b"), "a\\u{1b}[2J\\u{202e}b");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    if !needs_showing(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut marks = 0;
    for c in text.chars() {
        if is_mark(c) {
            marks += 1;
            if marks <= MARKS_ON_ONE_LETTER {
                shown.push(c);
            }
            continue;
        }
        close_marks(&mut shown, &mut marks);
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            c if is_hazard(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    close_marks(&mut shown, &mut marks);
    Cow::Owned(shown)
}

/// Whether a character must never reach a terminal as it is.
pub(crate) fn is_hazard(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A character that is drawn onto the one before it.
fn is_mark(c: char) -> bool {
    c.width() == Some(0) && !is_hazard(c)
}

fn needs_showing(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|c| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        marks > MARKS_ON_ONE_LETTER || is_hazard(c)
    })
}

fn close_marks(shown: &mut String, marks: &mut usize) {
    if *marks > MARKS_ON_ONE_LETTER {
        shown.push_str(&format!("\\u{{+{}}}", *marks - MARKS_ON_ONE_LETTER));
    }
    *marks = 0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_is_shown() {
        for (given, shown) in [
            ("", ""),
            ("Pelangi è 漢字 العربية", "Pelangi è 漢字 العربية"),
            ("\u{1b}]0;x\u{7}", "\\u{1b}]0;x\\u{7}"),
            ("a\rb\u{8}c\u{7f}", "a\\rb\\u{8}c\\u{7f}"),
            ("c1\u{9b}2J", "c1\\u{9b}2J"),
            ("\u{202e}txt\u{2066}", "\\u{202e}txt\\u{2066}"),
            ("ze\u{200b}ro\u{feff}", "ze\\u{200b}ro\\u{feff}"),
            ("two\nlines\tand", "two\\nlines\\tand"),
            ("e\u{301}", "e\u{301}"),
            ("tag\u{e0041}", "tag\\u{e0041}"),
        ] {
            assert_eq!(visible(given), shown);
        }
    }

    #[test]
    fn two_hundred_accents_are_four_and_a_number() {
        let many = format!("a{}b", "\u{301}".repeat(200));
        assert_eq!(visible(&many), format!("a{}\\u{{+196}}b", "\u{301}".repeat(4)));
        let at_the_end = "\u{301}".repeat(200);
        assert!(visible(&at_the_end).ends_with("\\u{+196}"));
    }

    #[test]
    fn no_character_at_all_gets_through_that_is_a_control() {
        let all: String = ('\0'..=char::MAX).collect();
        assert!(!visible(&all).chars().any(is_hazard));
    }

    #[test]
    fn what_is_shown_is_shown_the_same_again() {
        let once = visible("x\u{1b}\u{301}\u{301}\u{301}\u{301}\u{301}").into_owned();
        assert_eq!(visible(&once), once);
    }
}
