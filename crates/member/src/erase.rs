//! `erase`: a person is forgotten.

use clap::{ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use serde::Serialize;

use crate::args;
use crate::words::{help, result as words};

#[derive(Serialize)]
struct Answer {
    dry_run: bool,
    erased: bool,
    loans: u64,
    holds: u64,
    log_folded: bool,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("erase").about(help::erase(lang)).arg(args::member(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let member = who::member(session, &library, args::typed(matches))?;
    if !dry_run && !session.confirm(words::erase_question(lang, &member.name, &member.card))? {
        session.say(words::not_erased(lang));
        return Ok(Status::Refused);
    }
    let erased = library.erase_member(&act, member.id, dry_run)?;
    let mut report = Report::new(
        "erased",
        [
            Column::new("loans", words::loans_cut, Kind::Integer),
            Column::new("holds", words::holds_cut, Kind::Integer),
        ],
    );
    report.row([erased.loans.into(), erased.holds.into()]);
    let answer = Answer {
        dry_run,
        erased: !dry_run,
        loans: erased.loans,
        holds: erased.holds,
        log_folded: erased.log_folded,
    };
    let document = Document::new(&answer).with(report);
    match dry_run {
        true => session.show(document)?,
        false => session.outcome(document)?,
    }
    match dry_run {
        true => session.say(words::nothing_stored_yet(lang)),
        // The name is not said again.
        false => session.say(words::erased(lang)),
    }
    if !dry_run && !erased.log_folded {
        session.warn(words::log_stays(lang));
    }
    Ok(Status::Done)
}
