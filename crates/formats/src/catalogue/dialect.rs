//! The shapes of catalogue files that are known by name.

/// A shape of catalogue file; found automatically, or named with `--dialect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dialect {
    /// Our own export: one row a copy, read back without loss.
    Pustaka,
    /// Any header; one row a title with a number of copies, or one row a copy.
    Generic,
    /// The bibliography export of SLiMS: 18 columns by position.
    SlimsBiblio,
    /// The item export of SLiMS: 19 columns by position.
    SlimsItem,
    /// The import form of INLISLite: two header rows, 42 columns, one row a copy.
    Inlislite,
    /// An item list of Koha.
    KohaItems,
    /// The library export of Goodreads.
    Goodreads,
    /// The export of LibraryThing.
    Librarything,
}

impl Dialect {
    /// Every dialect, in the order in which help pages name them.
    pub const fn all() -> &'static [Self] {
        &[
            Self::Pustaka,
            Self::Generic,
            Self::SlimsBiblio,
            Self::SlimsItem,
            Self::Inlislite,
            Self::KohaItems,
            Self::Goodreads,
            Self::Librarything,
        ]
    }

    /// The stable name, as `--dialect` takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pustaka => "pustaka",
            Self::Generic => "generic",
            Self::SlimsBiblio => "slims-biblio",
            Self::SlimsItem => "slims-item",
            Self::Inlislite => "inlislite",
            Self::KohaItems => "koha-items",
            Self::Goodreads => "goodreads",
            Self::Librarything => "librarything",
        }
    }
}

/// The name given is no dialect's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown dialect {0:?}")]
pub struct UnknownDialect(pub String);

impl std::str::FromStr for Dialect {
    type Err = UnknownDialect;

    fn from_str(name: &str) -> Result<Self, UnknownDialect> {
        Self::all()
            .iter()
            .copied()
            .find(|dialect| dialect.as_str() == name)
            .ok_or_else(|| UnknownDialect(name.into()))
    }
}

impl std::fmt::Display for Dialect {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}
