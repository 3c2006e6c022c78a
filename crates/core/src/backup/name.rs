//! How backups are named: `pustaka-1a2b3c4d-20261120-101500.db`, and `…-2.db` for a second one in the same second.

use std::ffi::{OsStr, OsString};

use jiff::ToSpan;
use jiff::civil::DateTime;

/// How the moment is written.
const MOMENT: &str = "%Y%m%d-%H%M%S";

/// A backup's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    library: String,
    at: DateTime,
    /// 1, or which one of the same second.
    nth: u32,
}

impl Name {
    /// The first name for a moment that nothing in the folder has.
    pub(super) fn free(library: &str, at: DateTime, taken: &[OsString]) -> Name {
        let mut name = Name {
            library: library.to_owned(),
            at: at.with().subsec_nanosecond(0).build().unwrap_or(at),
            nth: 1,
        };
        while taken.iter().any(|taken| *taken == *name.file_name()) {
            name.nth += 1;
        }
        name
    }

    /// The name that a file has, if it is a backup of this library: exactly what [`Name::file_name`] writes.
    pub(super) fn parse(file: &OsStr, library: &str) -> Option<Name> {
        let file = file.to_str()?;
        let rest = file
            .strip_prefix("pustaka-")?
            .strip_prefix(library)?
            .strip_prefix('-')?;
        let rest = rest.strip_suffix(".db")?;
        let (moment, nth) = rest.split_at_checked(15)?;
        let name = Name {
            library: library.to_owned(),
            at: DateTime::strptime(MOMENT, moment).ok()?,
            nth: match nth.strip_prefix('-') {
                None => 1,
                Some(nth) => nth.parse().ok()?,
            },
        };
        (name.file_name() == file).then_some(name)
    }

    /// The file's name.
    pub(super) fn file_name(&self) -> String {
        let moment = self.at.strftime(MOMENT);
        match self.nth {
            1 => format!("pustaka-{}-{moment}.db", self.library),
            nth => format!("pustaka-{}-{moment}-{nth}.db", self.library),
        }
    }

    /// When it was made.
    pub(super) fn at(&self) -> DateTime {
        self.at
    }

    /// What tells the library from others.
    pub(super) fn library(&self) -> &str {
        &self.library
    }

    /// A moment of its own: those of one second stand a nanosecond apart.
    pub(super) fn order(&self) -> DateTime {
        self.at.saturating_add(i64::from(self.nth).nanoseconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_this_program_wrote_is_a_backup() {
        let at = "2026-11-20T10:15:00.5".parse().expect("a moment");
        let first = Name::free("1a2b3c4d", at, &[]);
        assert_eq!(first.file_name(), "pustaka-1a2b3c4d-20261120-101500.db");
        let second = Name::free("1a2b3c4d", at, &[first.file_name().into()]);
        assert_eq!(second.file_name(), "pustaka-1a2b3c4d-20261120-101500-2.db");
        assert!(first.order() < second.order());
        for name in [&first, &second] {
            assert_eq!(Name::parse(name.file_name().as_ref(), "1a2b3c4d").as_ref(), Some(name));
            assert_eq!(Name::parse(name.file_name().as_ref(), "ffffffff"), None);
        }
        for other in [
            "pustaka-1a2b3c4d-20261120-101500.db.sha256",
            "pustaka-1a2b3c4d-20261120-101500-1.db",
            "pustaka-1a2b3c4d-20261120-101500-02.db",
            "pustaka-1a2b3c4d-20261120-1015.db",
            "pustaka-1a2b3c4d-20260230-101500.db",
            "pustaka-1a2b3c4d-20261120-101500.db.bak",
            "Pustaka-1a2b3c4d-20261120-101500.db",
            "library.db",
        ] {
            assert_eq!(Name::parse(other.as_ref(), "1a2b3c4d"), None, "{other}");
        }
    }
}
