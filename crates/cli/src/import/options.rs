//! What was asked for on the command line, understood.

use clap::{Arg, ArgAction, ArgMatches};
use pustaka_formats::table::{Kind, Options, OptionsOf};

use crate::failure::Failure;
use crate::help::nearest;
use crate::lang::Lang;
use crate::words::import::{files as words, help};

/// How the files are to be taken.
pub struct Wish<K: Kind> {
    /// For the reader.
    pub reading: OptionsOf<K>,
    /// Store the good rows although others are rejected.
    pub skip: bool,
}

/// The options of every import; `dialects` are the names that `--dialect` takes.
pub fn args(lang: Lang, dialects: &[&'static str]) -> Vec<Arg> {
    let value = |id: &'static str, name: &'static str| Arg::new(id).long(id).value_name(name);
    vec![
        value("dialect", help::dialect_value(lang))
            .value_parser(dialects.to_vec())
            .help(help::dialect(lang)),
        value("map", help::map_value(lang))
            .action(ArgAction::Append)
            .help(help::map(lang)),
        value("delimiter", help::delimiter_value(lang)).help(help::delimiter(lang)),
        value("encoding", help::encoding_value(lang)).help(help::encoding(lang)),
        value("sheet", help::sheet_value(lang)).help(help::sheet(lang)),
        value("on-error", help::on_error_value(lang))
            .value_parser(["stop", "skip"])
            .default_value("stop")
            .help(help::on_error(lang)),
    ]
}

impl<K: Kind> Wish<K> {
    /// Understands the options of an import. `fields` are the names that `--map` takes.
    ///
    /// # Errors
    /// A usage failure that says what is wrong with an option.
    pub fn read(matches: &ArgMatches, fields: &[&str], lang: Lang) -> Result<Wish<K>, Failure> {
        let text = |name| matches.get_one::<String>(name).map(String::as_str);
        let maps = matches.get_many::<String>("map").unwrap_or_default();
        Ok(Wish {
            reading: Options {
                delimiter: text("delimiter").map(|typed| delimiter(typed, lang)).transpose()?,
                encoding: text("encoding").map(str::to_owned),
                dialect: text("dialect").and_then(|name| name.parse().ok()),
                map: maps.map(|typed| map(typed, fields, lang)).collect::<Result<_, _>>()?,
                sheet: text("sheet").map(str::to_owned),
            },
            skip: text("on-error") == Some("skip"),
        })
    }
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

fn map<F: std::str::FromStr>(typed: &str, fields: &[&str], lang: Lang) -> Result<(F, String), Failure> {
    let parts = typed.split_once('=').map(|(name, header)| (name.trim(), header.trim()));
    let Some((name, header)) = parts.filter(|(name, header)| !name.is_empty() && !header.is_empty()) else {
        return Err(Failure::usage("map.form", words::map_form(lang, typed)));
    };
    Ok((field(name, fields, lang)?, header.to_owned()))
}

/// A field by its key, as typed; a slip of the finger gets the name that was probably meant.
///
/// # Errors
/// A usage failure that names the fields there are.
pub fn field<F: std::str::FromStr>(typed: &str, fields: &[&str], lang: Lang) -> Result<F, Failure> {
    typed.parse().map_err(|_| {
        let failure = Failure::usage("field.unknown", words::field_unknown(lang, typed))
            .because("field.choices", words::fields_are(lang, fields.join(", ")));
        match nearest(typed, fields) {
            Some(name) => failure.hint(words::did_you_mean(lang, name)),
            None => failure,
        }
    })
}

#[cfg(test)]
mod tests {
    use pustaka_formats::catalogue::Field;

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
        const FIELDS: &[&str] = &["title", "author", "price"];
        assert_eq!(
            map("title=Nama Buku", FIELDS, Lang::En).ok(),
            Some((Field::Title, "Nama Buku".to_owned()))
        );
        assert_eq!(
            map(" price = a=b ", FIELDS, Lang::En).ok(),
            Some((Field::Price, "a=b".to_owned()))
        );
        for (typed, code) in [
            ("title", "map.form"),
            ("title=", "map.form"),
            ("=x", "map.form"),
            ("titel=x", "field.unknown"),
        ] {
            assert_eq!(
                map::<Field>(typed, FIELDS, Lang::En).unwrap_err().code(),
                code,
                "{typed}"
            );
        }
        assert!(
            format!("{:?}", field::<Field>("autor", FIELDS, Lang::En).unwrap_err()).contains("did you mean `author`?")
        );
    }
}
