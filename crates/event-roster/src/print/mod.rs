//! Pages for paper: the list at the door, badges, certificates. One file each, nothing from outside, no script, A4.

mod badges;
mod certificate;
mod list;
mod page;
mod qr;

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::events::Event;
use pustaka_core::events::roster::{Enlisted, Roster, Standing};

use crate::args::{event, flag, name};
use crate::words::{help, print as words};

pub(crate) use certificate::{Signer, pages as certificates};

pub(crate) fn roster_command(lang: Lang) -> Command {
    Command::new("roster")
        .about(help::roster(lang))
        .arg(event(lang))
        .arg(flag("by-number", help::by_number(lang)))
}

pub(crate) fn badges_command(lang: Lang) -> Command {
    Command::new("badges").about(help::badges(lang)).arg(event(lang))
}

pub(crate) fn roster(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (roster, library) = load(session, matches)?;
    let mut people = with_place(&roster);
    if !matches.get_flag("by-number") {
        people.sort_by_key(|one| one.name.as_deref().map(str::to_lowercase));
    }
    let page = list::page(&roster.event, &people, &library, lang);
    write(session, &page)
}

pub(crate) fn badges(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (roster, library) = load(session, matches)?;
    let people = with_place(&roster);
    if people.is_empty() {
        return Err(Failure::refused(
            "badges.nobody",
            words::nobody(lang, &roster.event.plan.title),
        ));
    }
    let page = badges::page(&roster.event, &people, &library, lang);
    write(session, &page)
}

fn load(session: &mut Session, matches: &ArgMatches) -> Result<(Roster, String), Failure> {
    let now = session.now().datetime();
    let library = session.open()?;
    let roster = library.roster(&name(matches, "event"), now)?;
    let library = library.setting(pustaka_core::settings::LIBRARY_NAME.key)?.value;
    Ok((roster, library))
}

fn with_place(roster: &Roster) -> Vec<&Enlisted> {
    roster
        .people
        .iter()
        .filter(|one| one.standing == Standing::Registered)
        .collect()
}

/// Writes a page to the file of `--output`, or to standard output.
pub(crate) fn write(session: &mut Session, page: &str) -> Result<Status, Failure> {
    session.keep_private();
    pustaka_cli::page::put(session, page)?;
    Ok(Status::Done)
}

/// A day as it is written out: `Sabtu, 28 November 2026`.
fn long_day(lang: Lang, day: Date) -> String {
    format!("{}, {}", lang.weekday(day), lang.long_date(day))
}

/// The days of an event: one, or the first and the last.
fn days(lang: Lang, event: &Event) -> String {
    let (first, last) = (event.first().map(|at| at.date()), event.last().map(|at| at.date()));
    match (first, last) {
        (Some(first), Some(last)) if first == last => long_day(lang, first),
        (Some(first), Some(last)) => words::from_to(lang, lang.long_date(first), lang.long_date(last)),
        _ => String::new(),
    }
}
