//! `show`: the index, its elements, groups, trend.

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::surveys::results;

use super::{option, typed, typed_all};
use crate::answer::Told;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(help::show(lang))
        .arg(super::survey_arg(lang))
        .arg(by_arg(lang))
        .arg(option("weight", help::weight_value(lang), help::weight(lang)))
}

/// `--by`, several times or with commas.
pub(crate) fn by_arg(lang: Lang) -> Arg {
    option("by", help::by_value(lang), help::by(lang))
        .action(ArgAction::Append)
        .value_delimiter(',')
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let mut survey = super::survey(&library, matches)?;
    let own = survey.weight.clone();
    if let Some(typed) = typed(matches, "weight") {
        survey.weight = super::new::weight(typed, lang)?;
    }
    let found = super::answered(session, &library, &survey, &typed_all(matches, "by"))?;
    let (rejected, trend) = library.read(|snapshot| {
        Ok((
            results::rejected(snapshot, &survey)?,
            results::trend(snapshot, &survey)?,
        ))
    })?;
    if survey.weight != own {
        session.say(words::weight_other(lang, &survey.weight));
    }
    session.show(Told::of(&survey, &found, rejected, trend).document(lang))?;
    Ok(Status::Done)
}
