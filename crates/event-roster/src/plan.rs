//! `add`: an event with its sessions; and the options that say what is said about one, which `edit` has too.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind as Cells, Lang, Report, Session, Status, slug};
use pustaka_core::events::plan::{Key, NewEvent};
use pustaka_core::events::{Event, Kind, Phase, Plan, Span};
use serde::Serialize;

use crate::args::{all, name, number, said, text};
use crate::when;
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("add")
        .about(help::add(lang))
        .arg(
            Arg::new("title")
                .required(true)
                .value_name(help::title_value(lang))
                .help(help::title(lang)),
        )
        .arg(kind(lang).required(true))
        .arg(sessions("session", lang).required(true).help(help::session(lang)))
        .arg(text("key", help::key_value(lang), help::key(lang)))
        .args(plan_args(lang))
}

fn kind(lang: Lang) -> Arg {
    let kinds = Kind::ALL
        .iter()
        .map(|kind| PossibleValue::new(kind.code()).alias(indonesian(*kind)));
    Arg::new("kind")
        .long("kind")
        .value_name(help::kind_value(lang))
        .value_parser(kinds.collect::<Vec<_>>())
        .help(help::kind(lang))
}

/// What a desk would type without looking at the help.
fn indonesian(kind: Kind) -> &'static str {
    match kind {
        Kind::BookDiscussion => "diskusi-buku",
        Kind::Seminar => "seminar-umum",
        Kind::Workshop => "lokakarya",
        Kind::ItTraining => "pelatihan-ti",
        Kind::InformationLiteracy => "literasi-informasi",
        Kind::Visit => "kunjungan",
        Kind::Competition => "lomba",
        Kind::Storytelling => "mendongeng",
    }
}

/// An option with days and hours, that repeats.
pub(crate) fn sessions(id: &'static str, lang: Lang) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(help::when_value(lang))
        .action(ArgAction::Append)
}

/// What is said about an event.
pub(crate) fn plan_args(lang: Lang) -> Vec<Arg> {
    let words = help::text_value(lang);
    vec![
        text("place", words, help::place(lang)),
        text("speaker", words, help::speaker(lang)),
        text("partner", words, help::partner(lang)),
        text("audience", words, help::audience(lang)),
        text("about", words, help::about_event(lang)),
        text("capacity", "N", help::capacity(lang)),
        text("opens", help::moment_value(lang), help::opens(lang)),
        text("closes", help::moment_value(lang), help::closes(lang)),
        number("age-min", help::age_min(lang)),
        number("age-max", help::age_max(lang)),
        text("share", help::percent_value(lang), help::share(lang)),
        text("cost", "RUPIAH", help::cost(lang)),
    ]
}

/// The options of `edit` that are for `edit` alone.
pub(crate) fn edit_args(lang: Lang) -> Vec<Arg> {
    let mut args = vec![text("title", help::title_value(lang), help::title(lang)), kind(lang)];
    args.extend(plan_args(lang));
    args.push(sessions("add-session", lang).help(help::add_session(lang)));
    args
}

/// What was typed about an event, parsed; told to a plan by [`Told::tell`].
pub(crate) struct Told(Vec<Change>);

type Change = Box<dyn FnOnce(&mut Plan)>;

impl Told {
    /// Reads the options.
    pub(crate) fn read(session: &Session, matches: &ArgMatches) -> Result<Told, Failure> {
        let mut changes: Vec<Change> = Vec::new();
        let mut line = |id: &str, set: fn(&mut Plan, Option<String>)| {
            if let Some(text) = said(matches, id) {
                let text = text.trim().to_owned();
                changes.push(Box::new(move |plan| {
                    set(plan, Some(text).filter(|text| !text.is_empty()))
                }));
            }
        };
        line("place", |plan, text| plan.place = text);
        line("speaker", |plan, text| plan.speaker = text);
        line("partner", |plan, text| plan.partner = text);
        line("audience", |plan, text| plan.audience = text);
        line("about", |plan, text| plan.about = text);
        let lang = session.lang();
        if let Some(typed) = said(matches, "capacity") {
            let capacity = bound(&typed, lang, "--capacity")?;
            changes.push(Box::new(move |plan| plan.capacity = capacity));
        }
        if let Some(typed) = said(matches, "share") {
            let share = bound(typed.trim_end_matches('%'), lang, "--share")?;
            changes.push(Box::new(move |plan| plan.share = share));
        }
        if let Some(typed) = said(matches, "cost") {
            let cost = pustaka_core::values::money::read(&typed);
            let cost = cost.map_err(|_| Failure::usage("cost.bad", words::bad_number(lang, &typed, "--cost")))?;
            changes.push(Box::new(move |plan| plan.cost = cost));
        }
        for (id, set) in [("age-min", set_age_min as fn(&mut Plan, i64)), ("age-max", set_age_max)] {
            if let Some(age) = matches.get_one::<i64>(id).copied() {
                changes.push(Box::new(move |plan| set(plan, age)));
            }
        }
        if let Some(typed) = said(matches, "opens") {
            let opens = when::minute(session, "--opens", &typed, false)?;
            changes.push(Box::new(move |plan| plan.opens = Some(opens)));
        }
        if let Some(typed) = said(matches, "closes") {
            let closes = when::minute(session, "--closes", &typed, true)?;
            changes.push(Box::new(move |plan| plan.closes = Some(closes)));
        }
        Ok(Told(changes))
    }

    /// Tells a plan.
    pub(crate) fn tell(self, plan: &mut Plan) {
        for change in self.0 {
            change(plan);
        }
    }
}

fn set_age_min(plan: &mut Plan, age: i64) {
    plan.age_min = Some(age);
}

fn set_age_max(plan: &mut Plan, age: i64) {
    plan.age_max = Some(age);
}

/// A number, or `none` for no bound.
fn bound(typed: &str, lang: Lang, option: &str) -> Result<Option<i64>, Failure> {
    match typed.trim() {
        "none" | "" | "-" => Ok(None),
        number => {
            let bad = || Failure::usage("usage.bad-value", words::bad_number(lang, typed, option));
            number.parse().map(Some).map_err(|_| bad())
        }
    }
}

/// The kind that was named.
pub(crate) fn kind_of(matches: &ArgMatches) -> Option<Kind> {
    let named = said(matches, "kind")?;
    let known = Kind::ALL.iter().find(|kind| indonesian(**kind) == named);
    Kind::from_code(&named).or(known.copied())
}

/// The days and hours that were named.
pub(crate) fn spans(session: &Session, matches: &ArgMatches, id: &str) -> Result<Vec<Span>, Failure> {
    let option = format!("--{id}");
    all(matches, id)
        .iter()
        .map(|typed| when::span(session, &option, typed))
        .collect()
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let title = name(matches, "title");
    let mut plan = Plan::new(title.trim(), kind_of(matches).unwrap_or(Kind::Seminar));
    Told::read(session, matches)?.tell(&mut plan);
    let key = match said(matches, "key") {
        Some(key) => Key::Chosen(key.trim().to_lowercase()),
        None => Key::Made(made_key(&title)),
    };
    let new = NewEvent {
        key,
        plan,
        sessions: spans(session, matches, "session")?,
    };
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let event = library.add_event(&act, &new, dry_run)?;
    session.say(words::added(lang, &event.key));
    session.say(words::next_step(lang, &event.key));
    session.outcome(document(&event, act.at.datetime(), lang))?;
    Ok(Status::Done)
}

/// A key out of a title; one without letters is an event like any other.
fn made_key(title: &str) -> String {
    let key = slug(title);
    match key.bytes().any(|b| b.is_ascii_lowercase()) {
        true => key,
        false => format!("acara-{key}"),
    }
}

/// An event as other programs read it.
#[derive(Debug, Serialize)]
pub(crate) struct Shown<'a> {
    event: &'a str,
    title: &'a str,
    kind: &'a str,
    state: Phase,
    place: Option<&'a str>,
    speaker: Option<&'a str>,
    partner: Option<&'a str>,
    audience: Option<&'a str>,
    about: Option<&'a str>,
    capacity: Option<i64>,
    taken: i64,
    opens: Option<String>,
    closes: Option<String>,
    age_min: Option<i64>,
    age_max: Option<i64>,
    share: Option<i64>,
    cost: Option<i64>,
    uid: &'a str,
    sequence: i64,
    cancelled: Option<&'a str>,
    sessions: Vec<ShownSession>,
}

#[derive(Debug, Serialize)]
struct ShownSession {
    number: i64,
    starts: String,
    ends: String,
}

impl<'a> Shown<'a> {
    /// The event at a moment.
    pub(crate) fn new(event: &'a Event, now: jiff::civil::DateTime) -> Shown<'a> {
        let plan = &event.plan;
        Shown {
            event: &event.key,
            title: &plan.title,
            kind: plan.kind.code(),
            state: event.phase(now),
            place: plan.place.as_deref(),
            speaker: plan.speaker.as_deref(),
            partner: plan.partner.as_deref(),
            audience: plan.audience.as_deref(),
            about: plan.about.as_deref(),
            capacity: plan.capacity,
            taken: event.taken,
            opens: plan.opens.map(when::iso),
            closes: plan.closes.map(when::iso),
            age_min: plan.age_min,
            age_max: plan.age_max,
            share: plan.share,
            cost: plan.cost.map(pustaka_core::values::money::Money::whole),
            uid: &event.uid,
            sequence: event.sequence,
            cancelled: event.cancelled.as_deref(),
            sessions: event
                .sessions
                .iter()
                .map(|session| ShownSession {
                    number: session.number,
                    starts: when::iso(session.span.starts),
                    ends: when::iso(session.span.ends),
                })
                .collect(),
        }
    }
}

/// An event as an answer.
pub(crate) fn document(event: &Event, now: jiff::civil::DateTime, lang: Lang) -> Document {
    Document::new(&Shown::new(event, now)).with(facts(event, now, lang))
}

/// What is said about an event, a row each.
pub(crate) fn facts(event: &Event, now: jiff::civil::DateTime, lang: Lang) -> Report {
    let mut report = Report::new(
        "fields",
        [
            Column::new("field", words::field, Cells::Text),
            Column::new("value", words::value, Cells::Text),
        ],
    );
    let plan = &event.plan;
    let mut row = |name: &'static str, value: Option<String>| {
        if let Some(value) = value {
            report.row([Cell::from(name), value.into()]);
        }
    };
    row(words::key(lang), Some(event.key.clone()));
    row(words::title(lang), Some(plan.title.clone()));
    row(words::kind(lang), Some(words::of_kind(lang, plan.kind).to_owned()));
    row(
        words::state(lang),
        Some(words::of_phase(lang, event.phase(now)).to_owned()),
    );
    row(words::why(lang), event.cancelled.clone());
    for session in &event.sessions {
        let when = when::span_shown(lang, session.span);
        row(words::session(lang), Some(format!("{}. {when}", session.number)));
    }
    row(words::place(lang), plan.place.clone());
    row(words::speaker(lang), plan.speaker.clone());
    row(words::partner(lang), plan.partner.clone());
    row(words::audience(lang), plan.audience.clone());
    row(words::about(lang), plan.about.clone());
    let places = plan
        .capacity
        .map(|capacity| words::places_of(lang, lang.count(event.taken), lang.count(capacity)));
    row(words::places(lang), places.or_else(|| Some(lang.count(event.taken))));
    row(words::opens(lang), plan.opens.map(|at| when::shown(lang, at)));
    row(words::closes(lang), plan.closes.map(|at| when::shown(lang, at)));
    row(words::age_min(lang), plan.age_min.map(|age| age.to_string()));
    row(words::age_max(lang), plan.age_max.map(|age| age.to_string()));
    row(words::share(lang), plan.share.map(|share| format!("{share} %")));
    row(words::cost(lang), plan.cost.map(|cost| lang.rupiah(cost.whole())));
    report
}
