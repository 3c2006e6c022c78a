//! `journal`: what was done lately, by whom and when.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::journal::Action;
use serde::Serialize;

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("journal").about(words::journal(lang)).arg(
        Arg::new("last")
            .long("last")
            .value_name(words::count_value(lang))
            .value_parser(clap::value_parser!(u32))
            .default_value("20")
            .help(words::journal_last(lang)),
    )
}

#[derive(Serialize)]
struct Shown<'a> {
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    seq: i64,
    at: &'a str,
    staff: &'a str,
    action: &'a str,
    detail: &'a serde_json::Value,
    hash: &'a str,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let most = matches.get_one::<u32>("last").copied().unwrap_or(20);
    let actions = session.open()?.journal(most)?;
    let entries = actions.iter().map(|action| Entry {
        seq: action.seq,
        at: &action.at,
        staff: &action.staff,
        action: &action.action,
        detail: &action.detail,
        hash: &action.hash,
    });
    let answer = Document::new(&Shown {
        entries: entries.collect(),
    });
    session.show(answer.with(listed(&actions)))?;
    Ok(Status::Done)
}

fn listed(actions: &[Action]) -> Report {
    let columns = [
        Column::new("seq", words::number, Kind::Number),
        Column::new("at", words::at, Kind::Text),
        Column::new("staff", words::staff, Kind::Text),
        Column::new("action", words::action, Kind::Text),
        Column::new("detail", words::detail, Kind::Text),
    ];
    let mut report = Report::new("entries", columns);
    for action in actions {
        report.row([
            action.seq.into(),
            minute(&action.at).into(),
            action.staff.as_str().into(),
            action.action.as_str().into(),
            action.detail.to_string().into(),
        ]);
    }
    report
}

/// `2026-11-20T10:15:00+07:00` as `2026-11-20 10:15`; the journal is always in the library's time zone.
fn minute(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}
