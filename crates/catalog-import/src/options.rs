//! What was asked for on the command line, understood.

use clap::ArgMatches;
use pustaka_cli::{Failure, Lang, nearest};
use pustaka_formats::catalogue::{Dialect, Field, Options};

use crate::words::files as words;

/// How the files are to be taken.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wish {
    /// For the reader.
    pub(crate) reading: Options,
    /// Store the good rows although others are rejected.
    pub(crate) skip: bool,
    /// Overwrite also what staff edited here.
    pub(crate) update: bool,
}

/// Understands the options of an import.
pub(crate) fn read(matches: &ArgMatches, lang: Lang) -> Result<Wish, Failure> {
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let maps = matches.get_many::<String>("map").unwrap_or_default();
    Ok(Wish {
        reading: Options {
            delimiter: text("delimiter").map(|typed| delimiter(typed, lang)).transpose()?,
            encoding: text("encoding").map(str::to_owned),
            dialect: text("dialect").and_then(|name| name.parse().ok()),
            map: maps.map(|typed| map(typed, lang)).collect::<Result<_, _>>()?,
            sheet: text("sheet").map(str::to_owned),
        },
        skip: text("on-error") == Some("skip"),
        update: matches.get_flag("update"),
    })
}

/// The names of all dialects, for help pages.
pub(crate) fn dialects() -> Vec<&'static str> {
    Dialect::all().iter().map(|dialect| dialect.as_str()).collect()
}

fn delimiter(typed: &str, lang: Lang) -> Result<u8, Failure> {
    match typed.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [sign] if sign.is_ascii() && !sign.is_ascii_alphanumeric() && !matches!(sign, b'"' | b'\r' | b'\n' | 0) => {
            Ok(*sign)
        }
        _ => Err(Failure::usage("delimiter.bad", words::delimiter_bad(lang, typed))
            .because("delimiter.rule", words::delimiter_rule(lang))),
    }
}

fn map(typed: &str, lang: Lang) -> Result<(Field, String), Failure> {
    let parts = typed.split_once('=').map(|(name, header)| (name.trim(), header.trim()));
    let Some((name, header)) = parts.filter(|(name, header)| !name.is_empty() && !header.is_empty()) else {
        return Err(Failure::usage("map.form", words::map_form(lang, typed)));
    };
    Ok((field(name, lang)?, header.to_owned()))
}

/// A field by its key, as typed; a slip of the finger gets the name that was probably meant.
pub(crate) fn field(typed: &str, lang: Lang) -> Result<Field, Failure> {
    typed.parse().map_err(|_| {
        let names: Vec<&str> = Field::all().iter().map(|field| field.as_str()).collect();
        let failure = Failure::usage("field.unknown", words::field_unknown(lang, typed))
            .because("field.choices", words::fields_are(lang, names.join(", ")));
        match nearest(typed, &names) {
            Some(name) => failure.hint(words::did_you_mean(lang, name)),
            None => failure,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        for (typed, expected) in [
            (",", Some(b',')),
            (";", Some(b';')),
            ("|", Some(b'|')),
            ("tab", Some(b'\t')),
            ("\\t", Some(b'\t')),
            ("\t", Some(b'\t')),
            ("", None),
            (";;", None),
            ("a", None),
            ("\"", None),
            ("é", None),
        ] {
            assert_eq!(delimiter(typed, Lang::En).ok(), expected, "{typed:?}");
        }
    }

    #[test]
    fn maps() {
        assert_eq!(
            map("title=Nama Buku", Lang::En).ok(),
            Some((Field::Title, "Nama Buku".to_owned()))
        );
        assert_eq!(
            map(" price = a=b ", Lang::En).ok(),
            Some((Field::Price, "a=b".to_owned()))
        );
        for (typed, code) in [
            ("title", "map.form"),
            ("title=", "map.form"),
            ("=x", "map.form"),
            ("titel=x", "field.unknown"),
        ] {
            assert_eq!(map(typed, Lang::En).unwrap_err().code(), code, "{typed}");
        }
        assert!(format!("{:?}", field("autor", Lang::En).unwrap_err()).contains("did you mean `author`?"));
    }
}
