//! `facts`: what the library is asked for every year and can't count itself.

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Failure, Kind, Lang, Report, Session, Status, examples, nearest};
use pustaka_core::Error;
use pustaka_core::reports::facts::{self, Holds, YEARS};

use crate::words::{help, report as report_words, yearly as words};

pub(crate) fn command(lang: Lang) -> Command {
    let years = i64::from(*YEARS.start())..=i64::from(*YEARS.end());
    Command::new("facts")
        .about(help::facts(lang))
        .arg(
            Arg::new("year")
                .value_name(help::year_value(lang))
                .help(help::facts_year(lang))
                .value_parser(value_parser!(i16).range(years)),
        )
        .arg(
            Arg::new("fact")
                .value_name(help::fact_value(lang))
                .help(help::fact(lang)),
        )
        .arg(
            Arg::new("value")
                .value_name(help::value_value(lang))
                .help(help::fact_value_help(lang))
                .requires("fact"),
        )
        .after_help(examples(
            lang,
            [
                ("nightly-report facts 2026", help::example_facts_list(lang)),
                ("nightly-report facts 2026 population 292597", help::example_facts(lang)),
                (
                    "nightly-report facts 2026 uplm3-constant ''",
                    help::example_facts_gone(lang),
                ),
            ],
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let year = matches.get_one::<i16>("year").copied();
    let year = year.unwrap_or_else(|| session.today().year());
    let name = matches.get_one::<String>("fact").map(String::as_str);
    if let Some(name) = name {
        check(name, lang)?;
    }
    match (name, matches.get_one::<String>("value")) {
        (Some(name), Some(value)) => set(session, year, name, value),
        (name, _) => {
            let facts = session.open()?.facts(year)?;
            let mut report = Report::new(
                "facts",
                [
                    Column::new("fact", words::fact, Kind::Text),
                    Column::new("value", words::value, Kind::Text),
                    Column::new("meaning", words::meaning, Kind::Text),
                ],
            )
            .titled(words::facts_title(lang, year));
            for known in facts::known() {
                if name.is_none_or(|name| name == known.name) {
                    let value = facts.text(known.name);
                    report.row([known.name.into(), value.into(), words::of_fact(lang, known.name).into()]);
                }
            }
            session.show(report)?;
            Ok(Status::Done)
        }
    }
}

fn check(name: &str, lang: Lang) -> Result<(), Failure> {
    let names: Vec<&str> = facts::known().iter().map(|known| known.name).collect();
    if names.contains(&name) {
        return Ok(());
    }
    let failure = Failure::usage("fact.unknown", words::unknown_fact(lang, name));
    Err(match nearest(name, &names) {
        Some(near) => failure.hint(help::did_you_mean(lang, near)),
        None => failure.hint(words::see_facts(lang)),
    })
}

/// A value that the fact can't hold is told with what it can.
fn refused(error: Error, name: &str, year: i16, lang: Lang) -> Failure {
    let known = facts::known().into_iter().find(|known| known.name == name);
    let (Error::BadValue { what, found }, Some(known)) = (&error, known) else {
        return error.into();
    };
    if *what != known.name {
        return error.into();
    }
    let (holds, example) = match known.holds {
        Holds::Whole if known.is_divisor() => (words::whole_above_zero(lang), "292597"),
        Holds::Whole => (words::whole(lang), "1200"),
        Holds::Decimal if known.is_divisor() => (words::decimal_above_zero(lang), "0.35"),
        Holds::Decimal => (words::decimal(lang), "12.5"),
        Holds::Line => (words::line(lang), "A"),
    };
    let hint = words::set_hint(lang, format!("nightly-report facts {year} {name} {example}"));
    let sentence = words::fact_refused(lang, found, name);
    Failure::usage("value.bad", sentence)
        .because("fact.holds", holds)
        .hint(hint)
}

fn set(session: &mut Session, year: i16, name: &str, value: &str) -> Result<Status, Failure> {
    let lang = session.lang();
    let (act, dry_run) = (session.act()?, session.dry_run());
    let change = session.open()?.set_fact(year, name, value, &act, dry_run);
    let change = change.map_err(|error| refused(error, name, year, lang))?;
    let said = match (&change.before, &change.after) {
        (before, after) if before == after => words::fact_same(lang, name, year),
        (_, Some(after)) => words::fact_set(lang, name, year, after),
        (_, None) => words::fact_gone(lang, name, year),
    };
    let mut report = Report::new(
        "changed",
        [
            Column::new("year", report_words::year, Kind::Number),
            Column::new("fact", words::fact, Kind::Text),
            Column::new("before", words::before, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    );
    report.row([
        i64::from(year).into(),
        name.into(),
        change.before.into(),
        change.after.into(),
    ]);
    report.note(said);
    session.outcome(report)?;
    Ok(Status::Done)
}
