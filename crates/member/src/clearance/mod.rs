//! `clearance`: whether a member has given everything back, and the letter that says so (bebas pustaka).

mod letter;

use clap::{ArgMatches, Command};
use pustaka_cli::{Document, Failure, Format, Lang, Session, Status, page, who};
use pustaka_core::Library;
use pustaka_core::members::{self, Clearance};
use serde::Serialize;

use crate::args;
use crate::words::{help, result as words};

#[derive(Serialize)]
struct Answer<'a> {
    dry_run: bool,
    card: &'a str,
    name: &'a str,
    clear: bool,
    number: Option<i64>,
    letter: Option<String>,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("clearance")
        .about(help::clearance(lang))
        .arg(args::member(lang))
}

/// Without a file it says whether the member is clear; with one it issues the letter, under a number of its own.
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let issue = matches!(session.format(), Format::Own(_)) && !session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let member = who::member(session, &library, args::typed(matches))?;
    let clearance = library.issue_clearance(&act, member.id, !issue)?;
    let number = letter::number(clearance.number, act.day());
    if issue {
        let text = write(session, &library, &clearance)?;
        session.keep_private();
        page::put(session, &text)?;
        session.say(words::letter_made(lang, &member.name, &number));
        return Ok(Status::Done);
    }
    let json = Answer {
        dry_run: session.dry_run(),
        card: member.card.as_str(),
        name: member.name.as_str(),
        clear: true,
        number: None,
        letter: None,
    };
    if matches!(session.format(), Format::Json | Format::Csv | Format::Xlsx) {
        session.show(Document::new(&json))?;
    }
    session.say(words::is_clear(lang, &member.name, &member.card));
    Ok(Status::Done)
}

fn write(session: &Session, library: &Library, clearance: &Clearance) -> Result<String, Failure> {
    let name = library.setting("library.name")?.value;
    let types = library.read(members::types)?;
    let member = &clearance.member;
    let named = types.iter().find(|one| one.code == member.member_type);
    let kind = named.map_or(member.member_type.as_str(), |one| one.name.as_str());
    Ok(letter::letter(&name, clearance, kind, session.today()))
}
