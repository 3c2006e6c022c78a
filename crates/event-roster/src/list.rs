//! `list`: what is planned, and what was.

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::events::Phase;

use crate::args::{flag, said, text};
use crate::when;
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("list")
        .about(help::list(lang))
        .arg(text("from", help::day_value(lang), help::list_from(lang)))
        .arg(text("to", help::day_value(lang), help::list_to(lang)))
        .arg(flag("all", help::list_all(lang)))
        .arg(flag("to-fill", help::list_to_fill(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let day = |session: &Session, id: &str| {
        let typed = said(matches, id);
        typed.map(|typed| session.date(&format!("--{id}"), &typed)).transpose()
    };
    let (from, to) = (day(session, "from")?, day(session, "to")?);
    let now = session.now().datetime();
    let library = session.open()?;
    let mut events = match matches.get_flag("to-fill") {
        true => library.events_to_fill(from.unwrap_or(session.today()), to.unwrap_or(Date::MAX))?,
        false => library.events(from, to)?,
    };
    // Without bounds: what is to come, and what runs.
    if from.is_none() && to.is_none() && !matches.get_flag("all") {
        events.retain(|event| !event.is_over(now));
    }
    let mut report = Report::new(
        "events",
        [
            Column::new("event", words::key, Kind::Text),
            Column::new("title", words::title, Kind::Text),
            Column::new("kind", words::kind, Kind::Text),
            Column::new("starts", words::starts, Kind::Text),
            Column::new("sessions", words::sessions, Kind::Integer),
            Column::new("place", words::place, Kind::Text),
            Column::new("capacity", words::capacity, Kind::Integer),
            Column::new("taken", words::taken, Kind::Integer),
            Column::new("state", words::state, Kind::Text),
        ],
    );
    let codes = *session.format() != pustaka_cli::Format::Table;
    for event in &events {
        let phase = event.phase(now);
        let starts = event
            .first()
            .map(|at| if codes { when::iso(at) } else { when::shown(lang, at) });
        let kind = event.plan.kind;
        report.row([
            event.key.as_str().into(),
            event.plan.title.as_str().into(),
            if codes { kind.code() } else { words::of_kind(lang, kind) }.into(),
            starts.into(),
            event.sessions.len().into(),
            event.plan.place.clone().into(),
            event.plan.capacity.into(),
            event.taken.into(),
            if codes {
                phase_code(phase)
            } else {
                words::of_phase(lang, phase)
            }
            .into(),
        ]);
    }
    if events.is_empty() {
        session.say(words::no_events(lang));
    }
    session.show(report)?;
    Ok(Status::Done)
}

fn phase_code(phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => "planned",
        Phase::Running => "running",
        Phase::Over => "over",
        Phase::Cancelled => "cancelled",
    }
}
