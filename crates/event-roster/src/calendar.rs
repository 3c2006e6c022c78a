//! `calendar`: one event or all of them as a calendar file.

use std::collections::BTreeMap;

use clap::{Arg, ArgMatches, Command};
use jiff::civil::DateTime;
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::events::Event;
use pustaka_formats::ical::{self, Entry};

use crate::args::said;
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("calendar").about(help::calendar(lang)).arg(
        Arg::new("event")
            .value_name(help::event_value(lang))
            .help(help::calendar_event(lang)),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let events = match said(matches, "event") {
        Some(name) => vec![library.event(&name)?],
        None => library.events(None, None)?,
    };
    let name = library.setting(pustaka_core::settings::LIBRARY_NAME.key)?.value;
    let entries: Vec<Entry> = events.iter().flat_map(|event| entries(event, lang)).collect();
    let mut sink = session.sink()?;
    match ical::write(&mut sink, &name, &entries) {
        Ok(()) => sink.finish()?,
        Err(error) => sink.fail(&error)?,
    }
    Ok(Status::Done)
}

/// An entry a session: a programme of six is six entries, each with an uid of its own.
fn entries(event: &Event, lang: Lang) -> Vec<Entry> {
    let plan = &event.plan;
    let several = event.sessions.len() > 1;
    let mut about: Vec<String> = plan.about.iter().cloned().collect();
    let lines = [
        (words::speaker(lang), &plan.speaker),
        (words::partner(lang), &plan.partner),
        (words::audience(lang), &plan.audience),
        (words::why(lang), &event.cancelled),
    ];
    for (name, text) in lines {
        about.extend(text.iter().map(|text| format!("{name}: {text}")));
    }
    // Sessions are counted as they come, whatever was moved; the uid goes by the session's own number.
    let starts: BTreeMap<DateTime, i64> = event.sessions.iter().map(|one| (one.span.starts, one.number)).collect();
    let place_of = |at: DateTime| {
        starts
            .keys()
            .position(|other| *other == at)
            .map_or(1, |place| place + 1)
    };
    let changed = event.changed_at.parse().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    event
        .sessions
        .iter()
        .map(|session| Entry {
            uid: match session.number {
                1 => event.uid.clone(),
                number => format!("{number}-{}", event.uid),
            },
            sequence: event.sequence,
            changed,
            starts: session.span.starts,
            ends: session.span.ends,
            summary: match several {
                true => format!(
                    "{} ({}/{})",
                    plan.title,
                    place_of(session.span.starts),
                    event.sessions.len()
                ),
                false => plan.title.clone(),
            },
            location: plan.place.clone(),
            description: Some(about.join("\n")).filter(|text| !text.is_empty()),
            category: Some(words::of_kind(lang, plan.kind).to_owned()),
            cancelled: event.cancelled.is_some(),
        })
        .collect()
}
