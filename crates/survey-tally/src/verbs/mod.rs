//! One module a verb.

pub(crate) mod annex;
pub(crate) mod batches;
pub(crate) mod comments;
pub(crate) mod follow_up;
pub(crate) mod import;
pub(crate) mod instruments;
pub(crate) mod new;
pub(crate) mod pages;
pub(crate) mod publish;
pub(crate) mod questionnaire;
pub(crate) mod sample;
pub(crate) mod show;
pub(crate) mod tally;

use clap::{Arg, ArgMatches};
use pustaka_cli::{Failure, Format, Lang, Session};
use pustaka_core::Library;
use pustaka_core::surveys::results::{self, Results};
use pustaka_core::surveys::{self, Survey};

use crate::words::{help, result as words};

/// A text that was typed.
pub(crate) fn typed<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Texts that were typed.
pub(crate) fn typed_all(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).unwrap_or_default().cloned().collect()
}

/// The argument that names a survey.
pub(crate) fn survey_arg(lang: Lang) -> Arg {
    Arg::new("survey")
        .required(true)
        .value_name(help::survey_value(lang))
        .help(help::survey(lang))
}

/// An option with a value.
pub(crate) fn option(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(value).help(help)
}

/// The survey that was named.
pub(crate) fn survey(library: &Library, matches: &ArgMatches) -> Result<Survey, Failure> {
    let key = typed(matches, "survey").unwrap_or_default();
    Ok(library.read(|snapshot| surveys::find(snapshot, key))?)
}

/// Its results; those of a survey without a respondent are refused.
pub(crate) fn answered(
    session: &Session,
    library: &Library,
    survey: &Survey,
    by: &[String],
) -> Result<Results, Failure> {
    let found = library.read(|snapshot| results::results(snapshot, survey, by))?;
    let lang = session.lang();
    match found.gathered.respondents {
        0 => Err(
            Failure::refused("survey.no-answers", words::nothing_to_show(lang, &survey.key))
                .hint(words::nothing_hint(lang, &survey.key)),
        ),
        _ => Ok(found),
    }
}

/// The results of a survey that may be published: it has an index, and nobody is known by it.
pub(crate) fn publishable(session: &Session, library: &Library, survey: &Survey) -> Result<Results, Failure> {
    let found = answered(session, library, survey, &[])?;
    let lang = session.lang();
    if found.index.is_none() {
        return Err(Failure::refused("survey.no-index", words::no_index(lang, &survey.key)));
    }
    if !found.is_publishable() {
        let count = lang.count(crate::paper::data::count(found.gathered.respondents));
        return Err(Failure::refused("survey.too-few", words::too_few(lang, count)).hint(words::too_few_hint(lang)));
    }
    Ok(found)
}

/// Refuses a form that a paper does not have: what a program asked for as JSON must not come as a page.
pub(crate) fn written_as(session: &Session, forms: &[&str]) -> Result<(), Failure> {
    let asked = match session.format() {
        Format::Json => "json",
        Format::Csv => "csv",
        Format::Xlsx => "xlsx",
        Format::Own(ending) => ending,
        Format::Table => return Ok(()),
    };
    match forms.contains(&asked) {
        true => Ok(()),
        false => {
            let lang = session.lang();
            Err(
                Failure::usage("format.none", words::no_such_form(lang, forms.join(", ")))
                    .hint(words::form_hint(lang, forms.first().copied().unwrap_or_default())),
            )
        }
    }
}
