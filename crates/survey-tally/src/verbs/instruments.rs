//! `instruments`: those there are, one in full, one as a file to write one's own from.

use std::io::Write;
use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Format, Kind, Lang, Report, Session, Status, nearest};
use pustaka_core::surveys;
use pustaka_core::surveys::instrument::{Instrument, SHIPPED, shipped};

use super::typed;
use crate::paper::data::said;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("instruments").about(help::instruments(lang)).arg(
        Arg::new("instrument")
            .value_name(help::instrument_value(lang))
            .help(help::instruments_key(lang)),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let Some(name) = typed(matches, "instrument") else {
        session.show(listed(session, lang)?)?;
        return Ok(Status::Done);
    };
    let instrument = named(session, name)?;
    if session.format() == &Format::Own("toml".to_owned()) {
        let text = instrument.to_toml();
        let mut sink = session.sink()?;
        match sink.write_all(text.as_bytes()) {
            Ok(()) => sink.finish()?,
            Err(error) => sink.fail(&error)?,
        }
        return Ok(Status::Done);
    }
    session.show(
        Document::new(&instrument)
            .headed(said(&instrument.name, lang).to_owned())
            .with(asked(&instrument, lang)),
    )?;
    Ok(Status::Done)
}

fn listed(session: &Session, lang: Lang) -> Result<Report, Failure> {
    let columns = [
        Column::new("instrument", words::key, Kind::Text),
        Column::new("name", words::name, Kind::Text),
        Column::new("rule", words::rule, Kind::Text),
        Column::new("elements", words::elements, Kind::Integer),
        Column::new("questions", words::questions, Kind::Integer),
    ];
    let mut report = Report::new("instruments", columns);
    let mut all: Vec<Instrument> = SHIPPED.iter().filter_map(|key| shipped(key)).collect();
    // Without a library the shipped ones are all there is to see.
    if let Ok(library) = session.open() {
        let own = library.read(surveys::instruments)?;
        all.extend(own.into_iter().filter(|one| !SHIPPED.contains(&one.key.as_str())));
    }
    for one in &all {
        report.row([
            one.key.as_str().into(),
            said(&one.name, lang).into(),
            one.rule.as_str().into(),
            one.elements.len().into(),
            one.questions.len().into(),
        ]);
    }
    Ok(report)
}

fn asked(instrument: &Instrument, lang: Lang) -> Report {
    let columns = [
        Column::new("key", words::key, Kind::Text),
        Column::new("kind", words::kind, Kind::Text),
        Column::new("name", words::name, Kind::Text),
        Column::new("question", words::asked, Kind::Text),
        Column::new("answers", words::answers, Kind::Text),
    ];
    let mut report = Report::new("asked", columns);
    for (at, element) in instrument.elements.iter().enumerate() {
        let answers: Vec<String> = instrument
            .answers(at)
            .iter()
            .map(|answer| format!("{} {}", answer.key, said(&answer.words, lang)))
            .collect();
        report.row([
            element.key.as_str().into(),
            words::index_kind(lang).into(),
            said(&element.name, lang).into(),
            said(&element.question, lang).into(),
            answers.into(),
        ]);
    }
    for question in &instrument.questions {
        let answers: Vec<String> = question
            .choices
            .iter()
            .map(|choice| said(&choice.words, lang).to_owned())
            .collect();
        report.row([
            question.key.as_str().into(),
            question.kind.code().into(),
            said(&question.name, lang).into(),
            said(&question.question, lang).into(),
            answers.into(),
        ]);
    }
    report
}

/// The instrument of a name: a file of its own, one that comes along, or one that the library keeps.
pub(crate) fn named(session: &mut Session, name: &str) -> Result<Instrument, Failure> {
    let lang = session.lang();
    if name.ends_with(".toml") {
        session.protect(Path::new(name))?;
        let bytes = session.read_input(Path::new(name))?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        return Instrument::from_toml(text).map_err(|problem| {
            let why = words::problem(lang, problem.code, &problem.place);
            Failure::refused("instrument.bad", words::instrument_bad(lang, name))
                .because(problem.code, why)
                .hint(words::instrument_hint(lang))
        });
    }
    if let Some(found) = shipped(name) {
        return Ok(found);
    }
    let own = match session.open() {
        Ok(library) => library.read(surveys::instruments)?,
        Err(_) => Vec::new(),
    };
    if let Some(found) = own.iter().find(|one| one.key == name) {
        return Ok(found.clone());
    }
    let keys: Vec<&str> = SHIPPED
        .iter()
        .copied()
        .chain(own.iter().map(|one| one.key.as_str()))
        .collect();
    let missing = pustaka_core::Error::NotFound {
        what: "instrument",
        wanted: name.to_owned(),
    };
    Err(match nearest(name, &keys) {
        Some(meant) => {
            Failure::refused("not-found", help::no_instrument(lang, name)).hint(help::did_you_mean(lang, meant))
        }
        None => missing.into(),
    })
}
