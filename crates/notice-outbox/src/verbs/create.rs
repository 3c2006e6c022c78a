//! `create`: what the night does, by hand: finds what is to be told today.

use clap::{ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status};
use serde::Serialize;

use crate::words::{codes, columns, help, result as words};

#[derive(Serialize)]
struct Answer {
    dry_run: bool,
    day: String,
    created: u64,
    dropped: u64,
    reasons: Vec<Made>,
}

#[derive(Serialize)]
struct Made {
    reason: &'static str,
    notices: u64,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("create").about(help::create(lang))
}

pub(crate) fn run(session: &mut Session, _: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    let created = library.create_notices(&act, session.dry_run())?;
    let count: u64 = created.made.iter().map(|(_, count)| count).sum();
    let mut report = Report::new(
        "reasons",
        [
            Column::new("reason", columns::reason, Kind::Text),
            Column::new("notices", columns::things, Kind::Integer),
        ],
    );
    let made = |(reason, notices): &(pustaka_core::notices::Reason, u64)| {
        report.row([Cell::from(codes::reason(lang, *reason)), (*notices).into()]);
        Made {
            reason: reason.code(),
            notices: *notices,
        }
    };
    let reasons = created.made.iter().map(made).collect();
    let answer = Answer {
        dry_run: session.dry_run(),
        day: act.day().to_string(),
        created: count,
        dropped: created.dropped,
        reasons,
    };
    if count > 0 {
        session.say(words::created(lang, lang.count(count as i64)));
    } else {
        session.say(words::nothing_created(lang));
    }
    if created.dropped > 0 {
        session.say(words::dropped(lang, lang.count(created.dropped as i64)));
    }
    if session.dry_run() {
        session.say(words::rehearsed(lang));
    }
    session.outcome(Document::new(&answer).with(report))?;
    Ok(Status::Done)
}
