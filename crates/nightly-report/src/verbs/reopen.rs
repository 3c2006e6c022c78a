//! `reopen`: opens nights again that a clock closed which was ahead.

use clap::Command;
use jiff::civil::Date;
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use serde::Serialize;

use crate::words::{help, run as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("reopen")
        .about(help::reopen(lang))
        .long_about(help::reopen_long(lang))
}

#[derive(Serialize)]
struct Reopened {
    nights: Vec<String>,
}

pub(crate) fn run(session: &mut Session) -> Result<Status, Failure> {
    let (lang, rehearsal) = (session.lang(), session.dry_run());
    let (mut library, act) = session.open_to_write()?;
    let nights = library.reopen_nights(&act, rehearsal)?;
    let document = Document::new(&Reopened {
        nights: nights.iter().map(Date::to_string).collect(),
    });
    let (Some(first), Some(last)) = (nights.first(), nights.last()) else {
        session.show_if_watched(document.headed(words::nothing_ahead(lang)))?;
        return Ok(Status::Done);
    };
    let many = lang.count(i64::try_from(nights.len()).unwrap_or(i64::MAX));
    let (first, last) = (lang.long_date(*first), lang.long_date(*last));
    let told = match rehearsal {
        true => words::would_reopen(lang, many, first, last),
        false => words::reopened(lang, many, first, last),
    };
    session.outcome(document.headed(told))?;
    Ok(Status::Done)
}
