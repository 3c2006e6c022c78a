//! Text as it is stored: nothing in it that can't be seen; and as it is compared: without case, accents, punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a character shows nothing and says nothing in a record: control characters but tab and line feed, what turns
/// the direction of writing by force, spaces without width, soft hyphens. Such come out of broken exports and web pages,
/// can steer a terminal, and keep a word from being found. What joins letters or marks a direction in Arabic stays.
pub fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\t' && c != '\n')
        || matches!(c,
            '\u{ad}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text without its [unseen](is_unseen) characters and the blanks that are then at its ends; none when it has none.
/// The carriage return of a line end stays, and one alone is a line end.
pub fn without_unseen(text: &str) -> Option<String> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return None;
    }
    let mut seen = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\r' if letters.peek() == Some(&'\n') => seen.push(c),
            '\r' => seen.push('\n'),
            c if is_unseen(c) => {}
            c => seen.push(c),
        }
    }
    (seen != text).then(|| seen.trim().to_owned())
}

/// The folded form of a text: lower case, no accents, every run of anything but letters and digits one blank.
/// Two texts that a reader takes for the same are folded to the same. Apostrophes vanish (`Qur'an` is `quran`).
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded form of `text` to `folded`, parted by a blank from what is there.
pub fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        fold_ascii(text, folded);
    } else {
        let mut gap = !folded.is_empty();
        for c in text
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
        {
            push(c, &mut gap, folded);
        }
    }
}

/// The common case, a run of letters at a time.
fn fold_ascii(text: &str, folded: &mut String) {
    folded.reserve(text.len() + 1);
    let mut gap = !folded.is_empty();
    let mut rest = text;
    while !rest.is_empty() {
        let kept = rest
            .bytes()
            .position(|b| !b.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        if kept > 0 {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            let start = folded.len();
            folded.push_str(&rest[..kept]);
            folded[start..].make_ascii_lowercase();
        }
        let Some(sign) = rest.as_bytes().get(kept) else { return };
        gap = gap || !matches!(sign, b'\'' | b'`');
        rest = &rest[kept + 1..];
    }
}

fn push(c: char, gap: &mut bool, folded: &mut String) {
    if is_apostrophe(c) {
        return;
    }
    if c.is_alphanumeric() {
        if *gap && !folded.is_empty() {
            folded.push(' ');
        }
        *gap = false;
        folded.push(c);
    } else {
        *gap = true;
    }
}

/// Apostrophes, and the half rings and commas that stand for Arabic hamza and ain (Unicode takes these for letters).
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{2B9}'..='\u{2BF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_can_not_be_seen_goes() {
        for (text, seen) in [
            ("Laskar Pelangi", None),
            ("baris\nkedua\tkolom", None),
            ("baris\r\nkedua", None),
            ("Café — Qurʾān \u{1f600}", None),
            ("می\u{200c}خواهم", None),
            ("\u{200f}العربية", None),
            ("Las\u{1b}kar", Some("Laskar")),
            ("\u{1b}]0;x\u{7}Judul", Some("]0;xJudul")),
            ("\u{9b}2JJudul\u{8}", Some("2JJudul")),
            ("\u{202e}Judul\u{2069}", Some("Judul")),
            ("Ju\u{200b}dul\u{feff}", Some("Judul")),
            ("per\u{ad}pustakaan", Some("perpustakaan")),
            ("satu\rdua", Some("satu\ndua")),
            ("\u{1b} \u{7}", Some("")),
        ] {
            assert_eq!(without_unseen(text).as_deref(), seen, "{text:?}");
        }
    }

    #[test]
    fn folded_texts() {
        let cases = [
            ("", ""),
            ("   ", ""),
            ("...!?", ""),
            ("Laskar Pelangi", "laskar pelangi"),
            ("  Laskar   Pelangi ", "laskar pelangi"),
            (
                "Laskar Pelangi : novel / Andrea Hirata",
                "laskar pelangi novel andrea hirata",
            ),
            ("LASKAR-PELANGI", "laskar pelangi"),
            ("Qur'an", "quran"),
            ("Qur\u{2019}an", "quran"),
            ("Qur\u{2BC}an", "quran"),
            ("\u{2018}Ilmu", "ilmu"),
            ("Qur\u{2BE}ān", "quran"),
            ("\u{2BF}Ulūm", "ulum"),
            ("C++", "c"),
            ("1984", "1984"),
            ("1.000", "1 000"),
            ("Émile Zola", "emile zola"),
            ("E\u{301}mile", "emile"),
            ("Grandpré", "grandpre"),
            ("Straße", "straße"),
            ("ﬁqih", "fiqih"),
            ("ＡＢＣ", "abc"),
            ("İstanbul", "istanbul"),
            ("Война и мир", "воина и мир"),
            ("القرآن", "القران"),
            ("H\u{327}adi\u{304}th", "hadith"),
            ("a\u{0}b\tc\nd", "a b c d"),
            ("buku-buku", "buku buku"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text:?}");
        }
        let mut both = fold("Laskar");
        fold_into("", &mut both);
        fold_into("Pelangi!", &mut both);
        assert_eq!(both, "laskar pelangi");
    }

    proptest! {
        #[test]
        fn folding_is_done_once(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(&fold(&folded), &folded);
        }

        #[test]
        fn only_words_and_single_blanks_are_left(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert!(folded.chars().all(|c| c == ' ' || c.is_alphanumeric()), "{}", folded);
            prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        }

        #[test]
        fn case_does_not_matter(text in "[ -~]*") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text.to_lowercase()));
        }

        #[test]
        fn both_forms_of_unicode_are_the_same(text in "[a-zéèüñçōāḥṣ' ]{0,20}") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&decomposed));
        }
    }
}
