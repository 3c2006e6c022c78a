//! A file of answers is opened, and its columns are found.

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches};
use pustaka_cli::import::{self, Input, Names};
use pustaka_cli::{Failure, Lang, Session, nearest};
use pustaka_core::surveys::instrument::Instrument;
use pustaka_core::surveys::reading::{Columns, Unmapped, Wish, columns};
use pustaka_formats::survey::{Answers, Options};

use super::super::{option, typed, typed_all};
use crate::words::{columns as words, help};

/// How this import is typed, for hints.
pub(crate) const NAMES: Names = Names {
    command: "survey-tally import",
    template: "survey-tally questionnaire",
};

/// At most so many headings are named.
const NAMED: usize = 20;

/// The options of a file of answers.
pub(crate) fn args(lang: Lang) -> Vec<Arg> {
    let shared = import::args(lang, &[]).into_iter();
    let mut args: Vec<Arg> = shared
        .filter(|arg| !matches!(arg.get_id().as_str(), "dialect" | "map"))
        .collect();
    args.push(option("map", help::map_value(lang), help::map(lang)).action(ArgAction::Append));
    args.push(option("order", help::order_value(lang), help::file_order(lang)));
    args
}

/// A file that is open behind its header.
pub(crate) struct Opened {
    pub(crate) input: Input<Answers>,
    pub(crate) columns: Columns,
}

/// Opens a file. A bare number is never taken for an element by the survey's own order: the file may have another.
pub(crate) fn open(
    session: &mut Session,
    path: &Path,
    matches: &ArgMatches,
    instrument: &Instrument,
) -> Result<Opened, Failure> {
    let lang = session.lang();
    let maps = typed_all(matches, "map");
    let pairs = maps.iter().map(|typed| import::pair(typed, lang));
    let pairs = pairs.map(|pair| pair.map(|(key, heading)| (key.to_owned(), heading.to_owned())));
    let wish = Wish {
        map: pairs.collect::<Result<_, _>>()?,
        order: typed(matches, "order").map(str::to_owned),
    };
    let options = Options {
        delimiter: typed(matches, "delimiter")
            .map(|typed| import::delimiter(typed, lang))
            .transpose()?,
        encoding: typed(matches, "encoding").map(str::to_owned),
        sheet: typed(matches, "sheet").map(str::to_owned),
        ..Options::default()
    };
    let opened = Input::<Answers>::open(session, path, &options, &NAMES);
    let mut input = opened.map_err(|(failure, _)| failure)?;
    let found = columns::find(&input.reader.head(), instrument, &wish);
    let (header, columns) = found.map_err(|unmapped| failure(lang, &input.name, &unmapped))?;
    let begun = input.reader.begin(header);
    begun.map_err(|error| import::file_failure(lang, &input.name, &error, &NAMES))?;
    Ok(Opened { input, columns })
}

fn headings(all: &[String]) -> String {
    let named = all.iter().filter(|heading| !heading.trim().is_empty()).take(NAMED);
    let named: Vec<String> = named.map(|heading| format!("`{}`", import::short(heading))).collect();
    named.join(", ")
}

/// Why the columns are not clear, in words.
fn failure(lang: Lang, file: &str, unmapped: &Unmapped) -> Failure {
    let code = unmapped.code();
    match unmapped {
        Unmapped::Nothing { headings: all } => Failure::refused(code, words::none(lang, file))
            .because(code, words::unread_are(lang, headings(all)))
            .hint(words::none_hint(lang)),
        Unmapped::Missing { keys, unread } => {
            let failure = Failure::refused(code, words::missing(lang, file, keys.join(", ")));
            let failure = match unread.is_empty() {
                true => failure,
                false => failure.because(code, words::unread_are(lang, headings(unread))),
            };
            failure.hint(words::missing_hint(
                lang,
                keys.first().map(String::as_str).unwrap_or_default(),
            ))
        }
        Unmapped::Twice { key, first, second } => Failure::refused(
            code,
            words::twice(lang, file, key, import::short(first), import::short(second)),
        )
        .hint(words::twice_hint(lang, key)),
        Unmapped::Number { heading, orders } => {
            Failure::refused(code, words::number(lang, file, heading)).hint(words::number_hint(lang, orders.join(", ")))
        }
        Unmapped::Key { key, keys } => {
            let names: Vec<&str> = keys.iter().map(String::as_str).collect();
            let failure =
                Failure::usage(code, words::key(lang, file, key)).because(code, words::keys_are(lang, keys.join(", ")));
            match nearest(key, &names) {
                Some(meant) => failure.hint(help::did_you_mean(lang, meant)),
                None => failure,
            }
        }
        Unmapped::Heading { heading, headings: all } => Failure::usage(code, words::heading(lang, file, heading))
            .because(code, words::unread_are(lang, headings(all))),
        Unmapped::Personal { heading } => {
            Failure::usage(code, words::personal(lang, file, heading)).hint(words::personal_hint(lang))
        }
    }
}
