//! `show`: an event and everybody on its list; `needs`: what the room must offer, for those who prepare it.

use clap::{ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::events::roster::{Roster, Standing, State};
use serde::Serialize;

use crate::args::{event, flag, name};
use crate::plan::{self, Shown};
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(help::show(lang))
        .arg(event(lang))
        .arg(flag("contacts", help::contacts(lang)))
}

pub(crate) fn needs_command(lang: Lang) -> Command {
    Command::new("needs").about(help::needs(lang)).arg(event(lang))
}

/// An event with its list as other programs read it.
#[derive(Debug, Serialize)]
struct ShownRoster<'a> {
    #[serde(flatten)]
    event: Shown<'a>,
    registered: i64,
    waiting: i64,
    lapsed: i64,
    attended: i64,
    heads: i64,
    heads_waiting: i64,
    heads_attended: i64,
    people: Vec<ShownPerson<'a>>,
}

#[derive(Debug, Serialize)]
struct ShownPerson<'a> {
    code: &'a str,
    name: Option<&'a str>,
    state: State,
    heads: i64,
    group: bool,
    card: Option<&'a str>,
    institution: Option<&'a str>,
    sessions: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_of: Option<&'a str>,
}

fn shown<'a>(roster: &'a Roster, now: jiff::civil::DateTime, contacts: bool) -> ShownRoster<'a> {
    let (registered, heads) = roster.count(|one| one.standing == Standing::Registered);
    let (waiting, heads_waiting) = roster.count(|one| one.standing == Standing::Waiting);
    let (lapsed, _) = roster.count(|one| one.lapsed);
    let (attended, _) = roster.count(|one| one.state(roster.phase) == State::Attended);
    let people = roster.people.iter().map(|one| ShownPerson {
        code: &one.code,
        name: one.name.as_deref(),
        state: one.state(roster.phase),
        heads: one.heads,
        group: one.is_group,
        card: one.card.as_deref(),
        institution: one.institution.as_deref(),
        sessions: one.attended.iter().map(|(session, _)| *session).collect(),
        phone: one.phone.as_deref().filter(|_| contacts),
        email: one.email.as_deref().filter(|_| contacts),
        contact_of: one.contact_of.as_deref().filter(|_| contacts),
    });
    ShownRoster {
        event: Shown::new(&roster.event, now),
        registered,
        waiting,
        lapsed,
        attended,
        heads,
        heads_waiting,
        heads_attended: roster
            .people
            .iter()
            .map(pustaka_core::events::roster::Enlisted::heads_attended)
            .sum(),
        people: people.collect(),
    }
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let (lang, now) = (session.lang(), session.now().datetime());
    let contacts = matches.get_flag("contacts");
    let library = session.open()?;
    let roster = library.roster(&name(matches, "event"), now)?;
    let whole = shown(&roster, now, contacts);
    let mut columns = vec![
        Column::new("code", words::code, Kind::Text),
        Column::new("name", words::name, Kind::Text),
        Column::new("heads", words::heads, Kind::Integer),
        Column::new("state", words::state, Kind::Text),
        Column::new("sessions", words::sessions_attended, Kind::Text),
        Column::new("institution", words::institution, Kind::Text),
    ];
    if contacts {
        columns.push(Column::new("phone", words::phone, Kind::Text));
        columns.push(Column::new("email", words::email, Kind::Text));
        columns.push(Column::new("contact_of", words::contact_of, Kind::Text));
    }
    let mut people = Report::new("people", columns);
    for one in &roster.people {
        let sessions: Vec<String> = one.attended.iter().map(|(number, _)| number.to_string()).collect();
        let mut row: Vec<Cell> = vec![
            one.code.as_str().into(),
            one.name.clone().into(),
            one.heads.into(),
            words::of_state(lang, one.state(roster.phase)).into(),
            sessions.join(", ").into(),
            one.institution.clone().into(),
        ];
        if contacts {
            row.extend([
                one.phone.clone().into(),
                one.email.clone().into(),
                one.contact_of.clone().into(),
            ]);
        }
        people.row(row);
    }
    people.note(words::counts(
        lang,
        whole.registered,
        whole.heads,
        whole.waiting,
        whole.attended,
    ));
    if whole.lapsed > 0 {
        people.note(words::counts_lapsed(lang, whole.lapsed));
    }
    let facts = plan::facts(&roster.event, now, lang);
    let document = Document::new(&whole);
    // A spreadsheet wants the people, a person the event first.
    let document = match session.format() {
        pustaka_cli::Format::Csv => document.with(people),
        _ => document.with(facts).with(people),
    };
    session.keep_private();
    session.show(document)?;
    Ok(Status::Done)
}

pub(crate) fn needs(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let (lang, now) = (session.lang(), session.now().datetime());
    let library = session.open()?;
    let roster = library.roster(&name(matches, "event"), now)?;
    let mut report = Report::new(
        "needs",
        [
            Column::new("code", words::code, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("needs", words::needs, Kind::Text),
        ],
    );
    for one in roster.people.iter().filter(|one| one.standing != Standing::Cancelled) {
        if let Some(needs) = &one.needs {
            report.row([one.code.as_str().into(), one.name.clone().into(), needs.as_str().into()]);
        }
    }
    match report.rows.is_empty() {
        true => session.say(words::no_needs(lang)),
        false => report.note(words::needs_are_private(lang)),
    }
    session.keep_private();
    session.show(report)?;
    Ok(Status::Done)
}
