//! `calendar close`, `open`, `weekly`, `remove`: changes of the calendar, and what follows from them.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use jiff::civil::Weekday;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, decision, nearest};
use pustaka_core::calendar::{Change, Thing};
use pustaka_core::circulation::closing::{Changed, Effects, Settle};
use serde::Serialize;

use super::{apply, show, words};

pub(super) fn close_command(lang: Lang) -> Command {
    let first = Arg::new("first").value_name(words::day_value(lang)).required(true);
    Command::new("close")
        .about(words::close_about(lang))
        .arg(first.help(words::close_first_help(lang)))
        .arg(
            Arg::new("last")
                .value_name(words::last_value(lang))
                .help(words::close_last_help(lang)),
        )
        .arg(reason(lang))
        .arg(apply(lang))
}

pub(super) fn open_command(lang: Lang) -> Command {
    let day = Arg::new("day").value_name(words::day_value(lang)).required(true);
    Command::new("open")
        .about(words::open_about(lang))
        .arg(day.help(words::open_day_help(lang)))
        .arg(reason(lang))
        .arg(apply(lang))
}

pub(super) fn weekly_command(lang: Lang) -> Command {
    let days = Arg::new("days").value_name(words::weekday_value(lang)).num_args(0..=7);
    Command::new("weekly")
        .about(words::weekly_about(lang))
        .arg(days.help(words::weekly_help(lang)))
        .arg(apply(lang))
}

pub(super) fn remove_command(lang: Lang) -> Command {
    let first = Arg::new("first").value_name(words::day_value(lang)).required(true);
    let codes = Thing::ALL.iter().map(|thing| thing.code());
    Command::new("remove")
        .about(words::remove_about(lang))
        .arg(first.help(words::remove_first_help(lang)))
        .arg(
            Arg::new("last")
                .value_name(words::last_value(lang))
                .help(words::remove_last_help(lang)),
        )
        .arg(
            Arg::new("what")
                .long("what")
                .value_name(words::what_value(lang))
                .value_parser(PossibleValuesParser::new(codes))
                .help(words::remove_what_help(lang)),
        )
        .arg(apply(lang))
}

fn reason(lang: Lang) -> Arg {
    Arg::new("reason")
        .long("reason")
        .value_name(words::reason_value(lang))
        .required(true)
        .help(words::reason_help(lang))
}

fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

pub(super) fn close(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let first = session.date(words::day_value(lang), text(matches, "first"))?;
    let last = match matches.get_one::<String>("last") {
        Some(typed) => session.date(words::last_value(lang), typed)?,
        None => first,
    };
    let reason = text(matches, "reason").to_owned();
    let said = match first == last {
        true => words::closed_on(lang, lang.date(first), &reason),
        false => words::closed(lang, lang.date(first), lang.date(last), &reason),
    };
    make(session, matches, &Change::Close { first, last, reason }, said)
}

pub(super) fn open(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let day = session.date(words::day_value(lang), text(matches, "day"))?;
    let reason = text(matches, "reason").to_owned();
    let said = words::opened(lang, lang.date(day), &reason);
    make(session, matches, &Change::Open { day, reason }, said)
}

pub(super) fn weekly(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed: Vec<&String> = matches.get_many("days").unwrap_or_default().collect();
    if typed.is_empty() {
        let lists = session.open()?.calendar_lists(session.today())?;
        let numbers: Vec<i8> = lists.weekly.iter().map(|day| day.to_monday_one_offset()).collect();
        let answer = Document::new(&serde_json::json!({ "closed_weekdays": numbers }));
        session.show(answer.headed(show::weekly_in_words(&lists, lang)))?;
        return Ok(Status::Done);
    }
    let none = typed
        .iter()
        .any(|word| ["none", "tidak-ada"].contains(&word.to_lowercase().as_str()));
    let closed = match none {
        true => Vec::new(),
        false => typed.iter().map(|word| weekday(word, lang)).collect::<Result<_, _>>()?,
    };
    let lists = pustaka_core::calendar::Lists {
        weekly: closed.clone(),
        ..Default::default()
    };
    make(
        session,
        matches,
        &Change::Weekly { closed },
        show::weekly_in_words(&lists, lang),
    )
}

/// A day of the week by its name in one of the languages, or its number from Monday.
fn weekday(typed: &str, lang: Lang) -> Result<Weekday, Failure> {
    let wanted = typed.to_lowercase();
    let days = (1..=7).filter_map(|number| Weekday::from_monday_one_offset(number).ok());
    let names = |day: Weekday| Lang::ALL.map(|lang| decision::weekday(day, lang).to_lowercase());
    let mut found = days.clone().filter(|day| {
        names(*day).contains(&wanted)
            || wanted == day.to_monday_one_offset().to_string()
            || (wanted == "jum'at" && *day == Weekday::Friday)
    });
    found.next().ok_or_else(|| {
        let known: Vec<String> = days.flat_map(names).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let failure = Failure::usage("weekday.unknown", words::weekday_unknown(lang, typed));
        match nearest(&wanted, &known) {
            Some(name) => failure.hint(words::did_you_mean(lang, name)),
            None => failure.hint(words::weekday_hint(lang)),
        }
    })
}

pub(super) fn remove(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let first = session.date(words::day_value(lang), text(matches, "first"))?;
    let last = matches.get_one::<String>("last");
    let last = last
        .map(|typed| session.date(words::last_value(lang), typed))
        .transpose()?;
    let thing = Thing::from_code(text(matches, "what"));
    let said = words::removed(lang, lang.date(first));
    make(session, matches, &Change::Remove { first, last, thing }, said)
}

/// Makes a change, or shows what it would do, and says what follows.
pub(super) fn make(
    session: &mut Session,
    matches: &ArgMatches,
    change: &Change,
    said: String,
) -> Result<Status, Failure> {
    let lang = session.lang();
    let settle = match matches.get_flag("apply") {
        true => Settle::Apply,
        false => Settle::Leave,
    };
    let (mut library, act) = session.open_to_write()?;
    let changed = match session.dry_run() {
        true => library.rehearse_calendar(change, settle, &act)?,
        false => library.change_calendar(change, settle, &act)?,
    };
    drop(library);
    let applied = settle == Settle::Apply;
    let waiting = !applied && !changed.effects.is_empty();
    let mut lines = vec![said];
    if session.dry_run() {
        lines.insert(0, words::nothing_stored(lang).to_owned());
    } else if !changed.made.is_change() {
        lines.push(words::unchanged(lang).to_owned());
    }
    lines.extend(counted(&changed, applied, lang));
    session.outcome(document(&changed, applied, lang).headed(lines.join("\n")))?;
    if waiting {
        session.warn(words::not_moved(lang));
    }
    Ok(Status::Done)
}

/// How much follows, in words.
fn counted(changed: &Changed, applied: bool, lang: Lang) -> Option<String> {
    let effects = &changed.effects;
    let count = |number: usize| lang.count(number as i64);
    let [loans, holds, fines] = [effects.loans.len(), effects.holds.len(), effects.fines.len()].map(count);
    match (effects.is_empty(), applied) {
        (true, _) => Some(words::touches_nothing(lang).to_owned()),
        (false, true) => Some(words::moved(lang, loans, holds, fines)),
        (false, false) => Some(words::touches(lang, loans, holds, fines)),
    }
}

#[derive(Serialize)]
struct Shown<'a> {
    added: usize,
    changed: usize,
    removed: usize,
    unchanged: usize,
    applied: bool,
    loans: Vec<Moved<'a>>,
    holds: Vec<Moved<'a>>,
    fines: Vec<Fine<'a>>,
    left: Vec<Left<'a>>,
}

#[derive(Serialize)]
struct Moved<'a> {
    item: &'a str,
    member: Option<&'a str>,
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Fine<'a> {
    member: Option<&'a str>,
    from: i64,
    to: i64,
}

#[derive(Serialize)]
struct Left<'a> {
    day: String,
    kind: &'static str,
    name: &'a str,
}

fn document(changed: &Changed, applied: bool, lang: Lang) -> Document {
    let made = &changed.made;
    let effects = &changed.effects;
    let shown = Shown {
        added: made.added,
        changed: made.changed,
        removed: made.removed,
        unchanged: made.unchanged,
        applied,
        loans: effects
            .loans
            .iter()
            .map(|one| moved(&one.item, &one.card, one.from, one.to))
            .collect(),
        holds: effects
            .holds
            .iter()
            .map(|one| moved(&one.item, &one.card, one.from, one.to))
            .collect(),
        fines: effects.fines.iter().map(fine).collect(),
        left: made.left.iter().map(left).collect(),
    };
    let mut answer = Document::new(&shown);
    for list in lists(effects, lang) {
        answer = answer.with(list);
    }
    answer
}

fn moved<'a>(item: &'a str, card: &'a Option<String>, from: jiff::civil::Date, to: jiff::civil::Date) -> Moved<'a> {
    Moved {
        item,
        member: card.as_deref(),
        from: from.to_string(),
        to: to.to_string(),
    }
}

fn fine(one: &pustaka_core::circulation::closing::ChangedFine) -> Fine<'_> {
    Fine {
        member: one.card.as_deref(),
        from: one.from.whole(),
        to: one.to.whole(),
    }
}

fn left(one: &pustaka_core::calendar::Holiday) -> Left<'_> {
    Left {
        day: one.day.to_string(),
        kind: one.kind.code(),
        name: &one.name,
    }
}

/// The tables that are not empty.
fn lists(effects: &Effects, lang: Lang) -> Vec<Report> {
    let dates = |key: &'static str| {
        Report::new(
            key,
            [
                Column::new("item", words::item, Kind::Text),
                Column::new("member", words::member, Kind::Text),
                Column::new("from", words::from, Kind::Date),
                Column::new("to", words::to, Kind::Date),
            ],
        )
    };
    let mut loans = dates("loans").titled(words::loans_title(lang));
    for one in &effects.loans {
        loans.row([
            one.item.clone().into(),
            one.card.clone().into(),
            one.from.into(),
            one.to.into(),
        ]);
    }
    let mut holds = dates("holds").titled(words::holds_title(lang));
    for one in &effects.holds {
        holds.row([
            one.item.clone().into(),
            one.card.clone().into(),
            one.from.into(),
            one.to.into(),
        ]);
    }
    let mut fines = Report::new(
        "fines",
        [
            Column::new("member", words::member, Kind::Text),
            Column::new("from", words::from, Kind::Rupiah),
            Column::new("to", words::to, Kind::Rupiah),
        ],
    )
    .titled(words::fines_title(lang));
    for one in &effects.fines {
        fines.row([one.card.clone().into(), one.from.whole().into(), one.to.whole().into()]);
    }
    [loans, holds, fines]
        .into_iter()
        .filter(|list| !list.rows.is_empty())
        .collect()
}
