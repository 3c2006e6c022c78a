//! `questionnaire`: the form for paper, and the text for an online form.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Failure, Format, Lang, Session, Status};
use pustaka_core::settings::LIBRARY_NAME;
use pustaka_core::surveys;

use super::{instruments, option, typed};
use crate::paper::questionnaire;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("questionnaire")
        .about(help::questionnaire(lang))
        .arg(
            Arg::new("name")
                .required(true)
                .value_name(help::survey_or_instrument_value(lang))
                .help(help::survey_or_instrument(lang)),
        )
        .arg(option("order", help::order_value(lang), help::order(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    super::written_as(session, &["html", "txt"])?;
    let lang = session.lang();
    let name = typed(matches, "name").unwrap_or_default();
    let library = session.open().ok();
    let stored = library
        .as_ref()
        .and_then(|library| library.read(|snapshot| surveys::find(snapshot, name)).ok());
    let (instrument, order, unit) = match stored {
        Some(survey) => (survey.instrument, survey.order, survey.unit),
        None => {
            let unit = library
                .and_then(|library| library.setting(LIBRARY_NAME.key).ok())
                .map(|setting| setting.value);
            let unit = unit.filter(|unit| !unit.is_empty());
            let unit = unit.unwrap_or_else(|| words::default_unit(lang).to_owned());
            (instruments::named(session, name)?, None, unit)
        }
    };
    let order = typed(matches, "order")
        .map(str::to_owned)
        .or(order)
        .unwrap_or_else(|| "questionnaire".to_owned());
    let text = match session.format() == &Format::Own("html".to_owned()) {
        true => questionnaire::html(&instrument, &order, &unit, lang),
        false => questionnaire::text(&instrument, &order, &unit, lang),
    };
    super::pages::put(session, &text)
}
