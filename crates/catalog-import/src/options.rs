//! What was asked for on the command line, understood.

use clap::ArgMatches;
use pustaka_cli::{Failure, Lang, import};
use pustaka_formats::catalogue::{Catalogue, Dialect, Field};

/// How the files are to be taken.
pub(crate) struct Wish {
    /// What every import can be told.
    pub(crate) shared: import::Wish<Catalogue>,
    /// Overwrite also what staff edited here.
    pub(crate) update: bool,
}

/// Understands the options of an import.
pub(crate) fn read(matches: &ArgMatches, lang: Lang) -> Result<Wish, Failure> {
    Ok(Wish {
        shared: import::Wish::read(matches, &fields(), lang)?,
        update: matches.get_flag("update"),
    })
}

/// The names of all dialects, for help pages.
pub(crate) fn dialects() -> Vec<&'static str> {
    Dialect::all().iter().map(|dialect| dialect.as_str()).collect()
}

/// A field by its key, as typed; a slip of the finger gets the name that was probably meant.
pub(crate) fn field(typed: &str, lang: Lang) -> Result<Field, Failure> {
    import::field(typed, &fields(), lang)
}

fn fields() -> Vec<&'static str> {
    Field::all().iter().map(|field| field.as_str()).collect()
}
