//! `calendar show`: what the calendar says of a day, or of the days to come.

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, decision};
use pustaka_core::calendar::{Calendar, DayState, HolidayKind, Lists, Why};
use serde::Serialize;

use super::words;

pub(super) fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(words::show_about(lang))
        .arg(
            Arg::new("day")
                .value_name(words::day_value(lang))
                .help(words::show_day_help(lang)),
        )
        .arg(
            Arg::new("from")
                .long("from")
                .value_name(words::day_value(lang))
                .conflicts_with("day")
                .help(words::show_from_help(lang)),
        )
        .arg(
            Arg::new("to")
                .long("to")
                .value_name(words::day_value(lang))
                .conflicts_with("day")
                .help(words::show_to_help(lang)),
        )
}

/// The calendar as other programs read it.
#[derive(Serialize)]
struct Shown {
    /// Days of the week that are closed: 1 is Monday.
    closed_weekdays: Vec<i8>,
    joint_leave_closes: bool,
    days: Vec<Day>,
}

/// What is recorded for a day, or for days on end.
#[derive(Serialize)]
struct Day {
    first: String,
    last: String,
    kind: &'static str,
    open: bool,
    name: String,
    #[serde(skip)]
    days: (Date, Date),
}

pub(super) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let text = |name: &str| matches.get_one::<String>(name);
    if let Some(typed) = text("day") {
        let day = session.date(words::day_value(session.lang()), typed)?;
        return one(session, day);
    }
    let from = match text("from") {
        Some(typed) => session.date("--from", typed)?,
        None => session.today(),
    };
    let to = text("to").map(|typed| session.date("--to", typed)).transpose()?;
    listed(session, from, to)
}

/// What is recorded from today on.
pub(super) fn all(session: &mut Session) -> Result<Status, Failure> {
    let today = session.today();
    listed(session, today, None)
}

fn listed(session: &mut Session, from: Date, to: Option<Date>) -> Result<Status, Failure> {
    let lang = session.lang();
    let lists = session.open()?.calendar_lists(from)?;
    let mut days = recorded(&lists);
    days.retain(|day| to.is_none_or(|to| day.days.0 <= to));
    let mut report = Report::new(
        "days",
        [
            Column::new("first", words::first, Kind::Date),
            Column::new("last", words::last, Kind::Date),
            Column::new("weekday", words::weekday, Kind::Text),
            Column::new("kind", words::kind, Kind::Text),
            Column::new("open", words::open, Kind::Flag),
            Column::new("name", words::name, Kind::Text),
        ],
    );
    for day in &days {
        report.row([
            day.days.0.into(),
            day.days.1.into(),
            decision::weekday(day.days.0.weekday(), lang).into(),
            kind_in_words(day.kind, lang).into(),
            day.open.into(),
            day.name.as_str().into(),
        ]);
    }
    let known = lists.holidays.iter().map(|one| one.day.year()).max();
    match known {
        Some(year) => report.note(words::known_until(lang, year)),
        None => report.note(words::none_known(lang)),
    }
    let heading = weekly_in_words(&lists, lang);
    let shown = Shown {
        closed_weekdays: lists.weekly.iter().map(|day| day.to_monday_one_offset()).collect(),
        joint_leave_closes: lists.joint_leave_closes,
        days,
    };
    session.show(Document::new(&shown).with(report).headed(heading))?;
    Ok(Status::Done)
}

/// Everything that the lists have, by day.
fn recorded(lists: &Lists) -> Vec<Day> {
    let day = |first: Date, last: Date, kind, open, name: &str| Day {
        first: first.to_string(),
        last: last.to_string(),
        kind,
        open,
        name: name.to_owned(),
        days: (first, last),
    };
    let closures = lists.closures.iter();
    let mut days: Vec<Day> = closures
        .map(|one| day(one.first, one.last, "closure", false, &one.reason))
        .collect();
    days.extend(
        lists
            .openings
            .iter()
            .map(|one| day(one.day, one.day, "opening", true, &one.reason)),
    );
    let kept = |kind| kind == HolidayKind::Holiday || lists.joint_leave_closes;
    let holidays = lists.holidays.iter();
    days.extend(holidays.map(|one| day(one.day, one.day, one.kind.code(), !kept(one.kind), &one.name)));
    days.sort_by_key(|day| (day.days, day.kind));
    days
}

pub(super) fn weekly_in_words(lists: &Lists, lang: Lang) -> String {
    let names: Vec<&str> = lists.weekly.iter().map(|day| decision::weekday(*day, lang)).collect();
    match names.is_empty() {
        true => words::never_closed(lang).to_owned(),
        false => words::closed_every(lang, names.join(", ")),
    }
}

fn kind_in_words(kind: &str, lang: Lang) -> &'static str {
    match kind {
        "closure" => words::closure(lang),
        "opening" => words::opening(lang),
        "joint-leave" => words::joint_leave(lang),
        _ => words::holiday(lang),
    }
}

#[derive(Serialize)]
struct OneDay {
    day: String,
    open: bool,
    kind: Option<&'static str>,
    name: Option<String>,
    working_day: bool,
    next_open: String,
}

/// What the calendar says of one day.
fn one(session: &mut Session, day: Date) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let calendar: Calendar = library.calendar(day)?;
    let working_day = library.working_days(day)?.is_working(day);
    let next_open = calendar.next_open(day).map_err(pustaka_core::Error::from)?;
    let state = calendar.day(day);
    let (kind, name) = match state.clone() {
        DayState::Open => (None, None),
        DayState::OpenByException { reason } => (Some("opening"), Some(reason)),
        DayState::Closed(Why::Closure { reason }) => (Some("closure"), Some(reason)),
        DayState::Closed(Why::Holiday { name, kind }) => (Some(kind.code()), Some(name)),
        DayState::Closed(Why::Weekly) => (Some("weekly"), None),
    };
    let shown = [decision::weekday(day.weekday(), lang), &lang.date(day)].join(" ");
    let said = match (state.is_open(), &name) {
        (true, None) => words::is_open(lang, shown),
        (true, Some(name)) => words::is_open_for(lang, shown, name),
        (false, None) => words::is_closed_weekly(lang, shown),
        (false, Some(name)) => words::is_closed_for(lang, shown, name),
    };
    let said = match state.is_open() {
        true => said,
        false => [said, words::next_open(lang, lang.date(next_open))].join(" "),
    };
    let open = state.is_open();
    let answer = OneDay {
        day: day.to_string(),
        open,
        kind,
        name,
        working_day,
        next_open: next_open.to_string(),
    };
    session.show(Document::new(&answer).headed(said))?;
    Ok(Status::Done)
}
