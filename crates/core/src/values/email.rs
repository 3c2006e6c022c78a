//! Mail addresses in the form in which they are compared.

use super::{line, printed};

/// The longest address, in bytes (RFC 5321).
const LONGEST: usize = 254;

/// A mail address in normal form: in lower case, without what spreadsheets and mail programs put around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Email(String);

/// What a text is worth as a mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// No address: empty, `-`.
    Empty,
    /// An address.
    Valid(Email),
    /// It can't be told where to write.
    Unreadable,
}

/// Reads an address: `Siti@Contoh.ID`, `<siti@contoh.id>`, `mailto:siti@contoh.id`. Two that differ in case alone are
/// one: no provider in use tells them apart.
pub fn read(text: &str) -> Reading {
    let line = line::read(text).text;
    let text = printed::unguarded(&line);
    if printed::stands_for_nothing(text) {
        return Reading::Empty;
    }
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let text = text.trim_matches(['<', '>', ' ']).to_lowercase();
    let Some((local, domain)) = text.split_once('@') else {
        return Reading::Unreadable;
    };
    let odd = |c: char| c.is_whitespace() || matches!(c, '@' | ',' | ';' | '<' | '>' | '(' | ')' | '"' | '\\');
    let labels = domain.split('.').all(|label| !label.is_empty());
    let fits = !local.is_empty() && domain.contains('.') && labels && text.len() <= LONGEST;
    if fits && !local.contains(odd) && !domain.contains(odd) {
        Reading::Valid(Email(text))
    } else {
        Reading::Unreadable
    }
}

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses() {
        for text in [
            "siti@contoh.id",
            " Siti@Contoh.ID ",
            "<siti@contoh.id>",
            "mailto:siti@contoh.id",
            "siti@contoh.id\u{200b}",
        ] {
            assert_eq!(read(text), Reading::Valid(Email("siti@contoh.id".to_owned())), "{text}");
        }
        for text in ["", " ", "-"] {
            assert_eq!(read(text), Reading::Empty, "{text:?}");
        }
        for text in [
            "siti",
            "siti@",
            "@contoh.id",
            "siti@contoh",
            "siti@@contoh.id",
            "a@b.id, c@d.id",
            "si ti@contoh.id",
            "siti@.id",
        ] {
            assert_eq!(read(text), Reading::Unreadable, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_read_once(text in "[A-Za-z.<>@ ]{0,24}") {
            if let Reading::Valid(email) = read(&text) {
                prop_assert_eq!(read(email.as_str()), Reading::Valid(email));
            }
        }
    }
}
