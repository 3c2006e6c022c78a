//! `check`: whether the file is sound, and with `--deep` whether what it says can be true.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, finding as meaning_of};
use pustaka_core::OpenOptions;
use pustaka_core::check::{self, Depth};
use serde::Serialize;

use crate::backup::Chain;
use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("check").about(words::check(lang)).arg(
        Arg::new("deep")
            .long("deep")
            .action(ArgAction::SetTrue)
            .help(words::check_deep(lang)),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (depth, depth_name) = match matches.get_flag("deep") {
        true => (Depth::Deep, "deep"),
        false => (Depth::File, "file"),
    };
    let library = session.open_with(&OpenOptions {
        accept_older: true,
        ..session.open_options()
    })?;
    let found = library.check(depth)?;
    let path = library.path().display().to_string();
    let answer = Document::new(&Checked::of(&found, &path, depth_name, lang));
    if found.is_sound() {
        let heading = words::sound(lang, &path);
        session.show_if_watched(answer.headed(heading).with(tables(&found, lang)))?;
        return Ok(Status::Done);
    }
    session.show(answer.with(findings(&found, lang)))?;
    let all: u64 = found.counts.values().sum();
    let all = lang.count(i64::try_from(all).unwrap_or(i64::MAX));
    Err(Failure::system("file.damaged", words::unsound(lang, all, &path)).hint(words::unsound_hint(lang)))
}

#[derive(Serialize)]
struct Checked<'a> {
    db: &'a str,
    depth: &'a str,
    sound: bool,
    counts: &'a BTreeMap<&'static str, u64>,
    findings: Vec<Found<'a>>,
    journal: Option<Chain>,
    tables: BTreeMap<&'a str, u64>,
}

#[derive(Serialize)]
struct Found<'a> {
    code: &'a str,
    record: &'a str,
    message: &'a str,
}

impl<'a> Checked<'a> {
    fn of(found: &'a check::Report, db: &'a str, depth: &'a str, lang: Lang) -> Checked<'a> {
        let findings = found.findings.iter().map(|finding| Found {
            code: finding.code,
            record: &finding.record,
            message: meaning_of(finding.code, lang),
        });
        Checked {
            db,
            depth,
            sound: found.is_sound(),
            counts: &found.counts,
            findings: findings.collect(),
            journal: found.journal.map(|head| Chain {
                entries: head.seq,
                head: head.hex(),
            }),
            tables: found.tables.iter().map(|(name, rows)| (name.as_str(), *rows)).collect(),
        }
    }
}

fn tables(found: &check::Report, lang: Lang) -> Report {
    let columns = [
        Column::new("table", words::table, Kind::Text),
        Column::new("rows", words::rows, Kind::Integer),
    ];
    let mut report = Report::new("tables", columns);
    for (name, rows) in &found.tables {
        report.row([name.as_str().into(), (*rows).into()]);
    }
    if let Some(head) = found.journal {
        report.note(words::chain_whole(lang, lang.count(head.seq), head.hex()));
    }
    report
}

fn findings(found: &check::Report, lang: Lang) -> Report {
    let columns = [
        Column::new("code", words::finding_code, Kind::Text),
        Column::new("record", words::finding_record, Kind::Text),
        Column::new("message", words::finding_message, Kind::Text),
    ];
    let mut report = Report::new("findings", columns);
    for finding in &found.findings {
        let message = meaning_of(finding.code, lang);
        report.row([finding.code.into(), finding.record.as_str().into(), message.into()]);
    }
    for (code, count) in found.counts.iter().filter(|(_, count)| **count > check::LISTED) {
        let count = lang.count(i64::try_from(*count).unwrap_or(i64::MAX));
        report.note(words::more_findings(lang, code, count, check::LISTED));
    }
    report
}
