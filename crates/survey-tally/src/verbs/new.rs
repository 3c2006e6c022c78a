//! `new`: a survey is made; `list`: those there are.

use clap::{Arg, ArgMatches, Command};
use jiff::civil::{Date, date};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::settings::LIBRARY_NAME;
use pustaka_core::surveys::figures::Weight;
use pustaka_core::surveys::{self, NewSurvey, Survey, results};
use serde::Serialize;

use super::instruments;
use super::{option, typed};
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("new")
        .about(help::new(lang))
        .arg(super::survey_arg(lang))
        .args(making_args(lang))
}

/// The options that make a survey.
pub(crate) fn making_args(lang: Lang) -> Vec<Arg> {
    vec![
        option("instrument", help::instrument_value(lang), help::instrument(lang)).default_value("skm-2017"),
        option("from", help::day_value(lang), help::from(lang)),
        option("to", help::day_value(lang), help::to(lang)),
        option("name", help::text_value(lang), help::name(lang)),
        option("unit", help::text_value(lang), help::unit(lang)),
        option("service", help::text_value(lang), help::service(lang)),
        option("order", help::order_value(lang), help::order(lang)),
        option("weight", help::weight_value(lang), help::weight(lang)),
        option("population", "N", help::population(lang)),
    ]
}

pub(crate) fn list_command(lang: Lang) -> Command {
    Command::new("list").about(help::list(lang))
}

#[derive(Serialize)]
pub(crate) struct Made<'a> {
    survey: &'a str,
    name: &'a str,
    instrument: &'a str,
    unit: &'a str,
    service: Option<&'a str>,
    from: String,
    to: String,
    order: Option<&'a str>,
    weight: String,
    population: Option<u64>,
}

impl<'a> Made<'a> {
    pub(crate) fn of(survey: &'a Survey) -> Made<'a> {
        Made {
            survey: &survey.key,
            name: &survey.name,
            instrument: &survey.instrument.key,
            unit: &survey.unit,
            service: survey.service.as_deref(),
            from: survey.opens.to_string(),
            to: survey.closes.to_string(),
            order: survey.order.as_deref(),
            weight: survey.weight.to_string(),
            population: survey.population,
        }
    }
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let new = wanted(session, matches)?;
    let (mut library, act) = session.open_to_write()?;
    let survey = library.new_survey(&act, &new, session.dry_run())?;
    let answer = Document::new(&Made::of(&survey));
    if session.dry_run() {
        session.show(answer.headed(words::would_make(lang, &survey.key, &survey.instrument.key)))?;
    } else {
        let said = words::made(lang, &survey.key, &survey.instrument.key);
        session.outcome(answer.headed(format!("{said}\n{}", words::made_next(lang, &survey.key))))?;
    }
    Ok(Status::Done)
}

/// The survey that the options describe.
pub(crate) fn wanted(session: &mut Session, matches: &ArgMatches) -> Result<NewSurvey, Failure> {
    let lang = session.lang();
    let key = typed(matches, "survey").unwrap_or_default().to_owned();
    let instrument = instruments::named(session, typed(matches, "instrument").unwrap_or_default())?;
    let day = |session: &Session, name: &str, option: &str| {
        typed(matches, name)
            .map(|typed| session.date(option, typed))
            .transpose()
    };
    let (from, to) = (day(session, "from", "--from")?, day(session, "to", "--to")?);
    let told = period(&key);
    let both = from.or(told.map(|told| told.0)).zip(to.or(told.map(|told| told.1)));
    let Some((opens, closes)) = both else {
        return Err(
            Failure::usage("survey.period-unknown", words::period_needed(lang, &key))
                .hint(words::period_needed_hint(lang)),
        );
    };
    let weight = typed(matches, "weight").map_or(Ok(Weight::Share), |typed| weight(typed, lang))?;
    let population = typed(matches, "population")
        .map(|typed| people(typed, lang))
        .transpose()?;
    let unit = match typed(matches, "unit") {
        Some(unit) => unit.to_owned(),
        None => library_name(session)?,
    };
    let order = match typed(matches, "order") {
        Some(order) => Some(order.to_owned()),
        // What is printed on paper follows the questionnaires in use.
        None => instrument
            .orders
            .contains_key("questionnaire")
            .then(|| "questionnaire".to_owned()),
    };
    Ok(NewSurvey {
        name: typed(matches, "name").unwrap_or_default().to_owned(),
        service: typed(matches, "service").map(str::to_owned),
        key,
        instrument,
        order,
        unit,
        opens,
        closes,
        weight,
        population,
    })
}

/// A weight as typed.
pub(crate) fn weight(typed: &str, lang: Lang) -> Result<Weight, Failure> {
    let bad = || Failure::usage("weight.bad", words::weight_bad(lang, typed)).hint(words::weight_hint(lang));
    Weight::parse(typed).ok_or_else(bad)
}

/// A number of people as typed: `1615`, `1.615`.
pub(crate) fn people(typed: &str, lang: Lang) -> Result<u64, Failure> {
    let digits: String = typed
        .chars()
        .filter(|letter| !matches!(letter, '.' | ',' | ' '))
        .collect();
    let number = digits
        .parse::<u64>()
        .ok()
        .filter(|number| (1..=10_000_000_000).contains(number));
    number.ok_or_else(|| Failure::usage("population.bad", words::population_bad(lang, typed)))
}

fn library_name(session: &Session) -> Result<String, Failure> {
    let name = session.open()?.setting(LIBRARY_NAME.key)?.value;
    Ok(if name.is_empty() {
        words::default_unit(session.lang()).to_owned()
    } else {
        name
    })
}

/// The days that a key names: `2026-q3`, `2026-s2`, `2026-09`, `2026`.
pub(crate) fn period(key: &str) -> Option<(Date, Date)> {
    let (year, part) = key.split_once('-').unwrap_or((key, ""));
    let year: i16 = year
        .parse()
        .ok()
        .filter(|found| (2000..=2999).contains(found) && year.len() == 4)?;
    let (first, months) = match (part.get(..1), part.get(1..).and_then(|rest| rest.parse::<i8>().ok())) {
        _ if part.is_empty() => (1, 12),
        (Some("q"), Some(quarter @ 1..=4)) => (quarter * 3 - 2, 3),
        (Some("s"), Some(half @ 1..=2)) => (half * 6 - 5, 6),
        _ => (
            part.parse::<i8>()
                .ok()
                .filter(|month| (1..=12).contains(month) && part.len() == 2)?,
            1,
        ),
    };
    let last = date(year, first + months - 1, 1).last_of_month();
    Some((date(year, first, 1), last))
}

/// `list`
pub(crate) fn list(session: &mut Session) -> Result<Status, Failure> {
    let lang = session.lang();
    let columns = [
        Column::new("survey", words::survey, Kind::Text),
        Column::new("name", words::name, Kind::Text),
        Column::new("instrument", words::instrument, Kind::Text),
        Column::new("from", words::from, Kind::Date),
        Column::new("to", words::to, Kind::Date),
        Column::new("respondents", words::respondents, Kind::Integer),
        Column::new("index", words::index, Kind::Exact),
        Column::new("class", words::class, Kind::Text),
    ];
    let mut report = Report::new("surveys", columns);
    let library = session.open()?;
    let rows = library.read(|snapshot| {
        let surveys = surveys::list(snapshot)?;
        let with = |survey: Survey| results::results(snapshot, &survey, &[]).map(|found| (survey, found));
        surveys.into_iter().map(with).collect::<pustaka_core::Result<Vec<_>>>()
    })?;
    for (survey, found) in &rows {
        let index = found.index.as_ref();
        let class = index.and_then(|index| index.class(survey.instrument.bands.as_ref()));
        report.row([
            survey.key.as_str().into(),
            survey.name.as_str().into(),
            survey.instrument.key.as_str().into(),
            survey.opens.into(),
            survey.closes.into(),
            found.gathered.respondents.into(),
            index.map_or(pustaka_cli::Cell::Empty, |index| {
                pustaka_cli::Cell::Exact(index.value().to_string())
            }),
            class.map(|band| band.class.as_str()).into(),
        ]);
    }
    if rows.is_empty() {
        report.note(words::no_surveys(lang));
    }
    session.show(report)?;
    Ok(Status::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_its_period() {
        let days = |key: &str| period(key).map(|(from, to)| format!("{from} {to}")).unwrap_or_default();
        assert_eq!(days("2026-q3"), "2026-07-01 2026-09-30");
        assert_eq!(days("2024-q1"), "2024-01-01 2024-03-31");
        assert_eq!(days("2026-s2"), "2026-07-01 2026-12-31");
        assert_eq!(days("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(days("2026"), "2026-01-01 2026-12-31");
        for none in [
            "2026-q5",
            "2026-s3",
            "2026-13",
            "2026-1",
            "q3",
            "",
            "26-q1",
            "ramadan-2026",
            "2026-é",
            "2026-q",
        ] {
            assert_eq!(days(none), "", "{none}");
        }
    }
}
