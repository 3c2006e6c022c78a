//! `doctor`: what the one who keeps the machine should look at, each thing with what to do.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::describe::PROGRAMS;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::doctor::{Advice, Facts};
use pustaka_core::{Act, OpenOptions};
use serde::Serialize;

use crate::manual::beside;
use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("doctor").about(words::doctor(lang)).arg(
        Arg::new("backups")
            .long("backups")
            .value_name(words::folder_value(lang))
            .value_parser(clap::value_parser!(OsString))
            .help(words::doctor_backups(lang)),
    )
}

/// Something to be seen to, with a sentence.
#[derive(Serialize)]
struct Seen {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Looked<'a> {
    version: &'a str,
    db: String,
    bytes: u64,
    log_bytes: u64,
    mode: String,
    folder_mode: String,
    file_system: &'a str,
    free_bytes: u64,
    schema: i64,
    newest_schema: i64,
    sqlite: &'a str,
    journal_entries: i64,
    last_entry: Option<String>,
    last_backup: Option<String>,
    last_night: Option<String>,
    programs_missing: &'a [&'a str],
    advice: &'a [Seen],
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let backups = matches.get_one::<OsString>("backups").map(PathBuf::from);
    // The clock itself is looked at, whatever `--at` says.
    let act = Act {
        at: session.clock(),
        ..session.act()?
    };
    let library = session.open_with(&OpenOptions {
        accept_older: true,
        force_file_system: true,
        ..session.open_options()
    })?;
    let facts = library.doctor(backups.as_deref(), &act)?;
    let missing: Vec<&str> = PROGRAMS.iter().copied().filter(|name| beside(name).is_none()).collect();
    let advice = advice(&facts, &missing, lang);
    let answer = Document::new(&looked(&facts, &missing, &advice)).with(listed(&facts, &missing, lang));
    if advice.is_empty() {
        session.show_if_watched(answer.headed(words::all_well(lang)))?;
        return Ok(Status::Done);
    }
    let mut report = Report::new("advice", [Column::new("message", words::advice, Kind::Text)]);
    for seen in &advice {
        report.row([seen.message.as_str().into()]);
    }
    session.show(answer.with(report))?;
    Ok(Status::Refused)
}

fn advice(facts: &Facts, missing: &[&str], lang: Lang) -> Vec<Seen> {
    let mut all: Vec<Seen> = facts
        .advice
        .iter()
        .map(|advice| Seen {
            code: advice.code(),
            message: in_words(advice, lang),
        })
        .collect();
    if !missing.is_empty() {
        all.push(Seen {
            code: "advice.programs",
            message: words::advise_programs(lang, missing.join(" ")),
        });
    }
    all
}

fn in_words(advice: &Advice, lang: Lang) -> String {
    match advice {
        Advice::Upgrade => words::advise_upgrade(lang).to_owned(),
        Advice::ClockBack { last } => {
            let last = last.strftime("%Y-%m-%d %H:%MZ").to_string();
            words::advise_clock(lang, last)
        }
        Advice::InMemory => words::advise_in_memory(lang).to_owned(),
        Advice::FileSystem => words::advise_file_system(lang).to_owned(),
        Advice::OpenToAll => words::advise_open_to_all(lang).to_owned(),
        Advice::FolderOpenToAll => words::advise_folder_open(lang).to_owned(),
        Advice::FolderNotTheGroups => words::advise_folder_group(lang).to_owned(),
        Advice::LittleSpace => words::advise_space(lang).to_owned(),
        Advice::LongLog => words::advise_log(lang).to_owned(),
        Advice::NoBackup => words::advise_no_backup(lang).to_owned(),
        Advice::OldBackup { days } => words::advise_old_backup(lang, days),
        Advice::NightAhead { day } => words::advise_night_ahead(lang, lang.long_date(*day)),
        Advice::NightMissed { days } => words::advise_night_missed(lang, lang.count(*days)),
        Advice::NightBackupOld { days } => words::advise_night_backup(lang, lang.count(*days)),
    }
}

fn looked<'a>(facts: &'a Facts, missing: &'a [&'a str], advice: &'a [Seen]) -> Looked<'a> {
    Looked {
        version: env!("CARGO_PKG_VERSION"),
        db: facts.path.display().to_string(),
        bytes: facts.bytes,
        log_bytes: facts.log_bytes,
        mode: format!("{:o}", facts.mode),
        folder_mode: format!("{:o}", facts.folder_mode),
        file_system: &facts.file_system,
        free_bytes: facts.free_bytes,
        schema: facts.schema,
        newest_schema: facts.newest_schema,
        sqlite: facts.sqlite,
        journal_entries: facts.journal.seq,
        last_entry: facts.last_entry.map(|at| at.to_string()),
        last_backup: facts.last_backup.as_ref().map(|found| found.path.display().to_string()),
        last_night: facts.last_night.map(|day| day.to_string()),
        programs_missing: missing,
        advice,
    }
}

fn listed(facts: &Facts, missing: &[&str], lang: Lang) -> Report {
    let columns = [
        Column::new("key", words::looked_at, Kind::Text),
        Column::new("found", words::found, Kind::Text),
    ];
    let mut report = Report::new("facts", columns);
    let mut line = |name: fn(Lang) -> &'static str, found: String| report.row([name(lang).into(), found.into()]);
    let installed: Vec<&str> = PROGRAMS
        .iter()
        .copied()
        .filter(|name| !missing.contains(name))
        .collect();
    line(words::look_version, env!("CARGO_PKG_VERSION").to_owned());
    line(words::look_sqlite, facts.sqlite.to_owned());
    line(words::look_programs, installed.join(" "));
    line(words::look_db, facts.path.display().to_string());
    line(
        words::look_schema,
        words::schema_of(lang, facts.schema, facts.newest_schema),
    );
    line(words::look_size, mebibytes(facts.bytes, lang));
    line(words::look_log, mebibytes(facts.log_bytes, lang));
    line(
        words::look_mode,
        words::modes(lang, format!("{:o}", facts.mode), format!("{:o}", facts.folder_mode)),
    );
    line(words::look_file_system, facts.file_system.clone());
    line(words::look_free, mebibytes(facts.free_bytes, lang));
    line(words::look_journal, lang.count(facts.journal.seq));
    if let Some(found) = &facts.last_backup {
        line(words::look_backup, format!("{} ({})", found.path.display(), found.at));
    }
    if let Some(day) = facts.last_night {
        line(words::look_night, lang.date(day));
    }
    report
}

/// Whole mebibytes, rounded up, so that nothing that is there shows as 0.
fn mebibytes(bytes: u64, lang: Lang) -> String {
    let whole = i64::try_from(bytes.div_ceil(1 << 20)).unwrap_or(i64::MAX);
    format!("{} MiB", lang.count(whole))
}
