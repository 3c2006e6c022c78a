//! Names of persons: one field, as the person writes it. A single word is a whole name; titles before and after it stay
//! (Drs., H., S.Pd.), nothing is turned round.

use super::{line, text};

/// The longest name, in characters.
pub const LONGEST: usize = 120;

/// A person's name: one line with at least one letter.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct PersonName(String);

impl PersonName {
    /// Takes a name; `None` when it has no letter or is longer than [`LONGEST`].
    pub fn parse(text: &str) -> Option<PersonName> {
        let name = line::read(text).text;
        let fits =
            name.chars().count() <= LONGEST && name.chars().any(char::is_alphabetic) && !text::fold(&name).is_empty();
        fits.then_some(PersonName(name))
    }

    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folded name, by which it is looked up.
    pub fn key(&self) -> String {
        text::fold(&self.0)
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let cases = [
            ("Suharto", Some(("Suharto", "suharto"))),
            ("  SITI  aminah ", Some(("SITI aminah", "siti aminah"))),
            (
                "Drs. H. Bambang Prasetyo, M.Pd.",
                Some(("Drs. H. Bambang Prasetyo, M.Pd.", "drs h bambang prasetyo m pd")),
            ),
            ("Nur'aini", Some(("Nur'aini", "nuraini"))),
            ("李小龍", Some(("李小龍", "李小龍"))),
            ("O", Some(("O", "o"))),
            ("", None),
            ("  ", None),
            ("---", None),
            ("12345", None),
            ("\u{202e}", None),
        ];
        for (text, name) in cases {
            let read = PersonName::parse(text);
            let read = read.as_ref().map(|name| (name.as_str(), name.key()));
            assert_eq!(read, name.map(|(name, key)| (name, key.to_owned())), "{text:?}");
        }
        assert!(PersonName::parse(&"a".repeat(LONGEST)).is_some());
        assert!(PersonName::parse(&"a".repeat(LONGEST + 1)).is_none());
    }
}
