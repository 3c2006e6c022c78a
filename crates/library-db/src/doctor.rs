//! `doctor`: what the one who keeps the machine should look at, each line with what to do.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

use clap::{ArgMatches, Command};
use pustaka_cli::describe::PROGRAMS;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::{Library, OpenOptions};
use serde::Serialize;

use crate::manual::beside;
use crate::words;

/// Less free space than this is said: a backup of a large library needs it.
const TIGHT: u64 = 512 * 1024 * 1024;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("doctor").about(words::doctor(lang))
}

/// One thing that was looked at.
#[derive(Serialize)]
struct Line {
    key: &'static str,
    found: String,
    ok: bool,
    advice: Option<String>,
}

impl Line {
    fn well(key: &'static str, found: impl Into<String>) -> Line {
        Line {
            key,
            found: found.into(),
            ok: true,
            advice: None,
        }
    }

    fn ill(key: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Line {
        Line {
            ok: false,
            advice: Some(advice.into()),
            ..Line::well(key, found)
        }
    }
}

pub(crate) fn run(session: &mut Session, _matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let mut lines = vec![Line::well("version", env!("CARGO_PKG_VERSION")), programs(lang)];
    let path = session.db()?;
    lines.push(Line::well("db", path.display().to_string()));
    let options = OpenOptions {
        accept_older: true,
        ..session.open_options()
    };
    let opened = session.open_with(&options);
    let broken = match &opened {
        Ok(library) => {
            of_library(session, library, &mut lines)?;
            None
        }
        Err(failure) => Some(failure.code().to_owned()),
    };
    if let Some(code) = &broken {
        lines.push(Line::ill("open", code.as_str(), words::advice_open(lang)));
    }
    let ill = lines.iter().any(|line| !line.ok);
    let answer = Document::new(&Looked {
        ok: !ill,
        lines: &lines,
    })
    .with(listed(&lines, lang));
    if ill {
        session.show(answer)?;
    } else {
        session.show_if_watched(answer.headed(words::all_well(lang)))?;
    }
    match opened {
        Err(failure) => Err(failure),
        Ok(_) if ill => Ok(Status::Refused),
        Ok(_) => Ok(Status::Done),
    }
}

#[derive(Serialize)]
struct Looked<'a> {
    ok: bool,
    lines: &'a [Line],
}

fn programs(lang: Lang) -> Line {
    let missing: Vec<&str> = PROGRAMS.iter().copied().filter(|name| beside(name).is_none()).collect();
    match missing.is_empty() {
        true => Line::well("programs", PROGRAMS.join(" ")),
        false => Line::ill(
            "programs",
            words::missing_programs(lang, missing.join(" ")),
            words::install_together(lang),
        ),
    }
}

fn of_library(session: &Session, library: &Library, lines: &mut Vec<Line>) -> Result<(), Failure> {
    let lang = session.lang();
    lines.extend(of_file(library.path(), lang));
    lines.extend(of_disk(library.path(), lang));
    lines.push(clock(session, library)?);
    let name = library.setting("library.name")?.value;
    lines.push(match name.is_empty() {
        true => Line::ill("library.name", "", words::advice_name(lang)),
        false => Line::well("library.name", name),
    });
    Ok(())
}

/// Size and permissions: a file that everybody may read holds readers' names.
fn of_file(path: &Path, lang: Lang) -> Option<Line> {
    let file = path.metadata().ok()?;
    let found = words::size_and_mode(lang, mebibytes(file.len()), format!("{:o}", file.mode() & 0o777));
    Some(match file.mode() & 0o007 {
        0 => Line::well("file", found),
        _ => Line::ill("file", found, words::advice_mode(lang)),
    })
}

fn of_disk(path: &Path, lang: Lang) -> Option<Line> {
    let disk = rustix::fs::statvfs(path).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let found = words::free(lang, mebibytes(free));
    Some(match free < TIGHT {
        true => Line::ill("disk", found, words::advice_disk(lang)),
        false => Line::well("disk", found),
    })
}

fn clock(session: &Session, library: &Library) -> Result<Line, Failure> {
    let lang = session.lang();
    let now = session.clock();
    let shown = now.strftime("%Y-%m-%d %H:%M:%S %:z").to_string();
    let last = library.last_entry_at()?;
    Ok(match last.is_some_and(|last| last > now.timestamp()) {
        true => Line::ill("clock", shown, words::advice_clock(lang)),
        false => Line::well("clock", shown),
    })
}

/// Whole mebibytes, rounded up, so that nothing that is there shows as 0.
fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

fn listed(lines: &[Line], lang: Lang) -> Report {
    let columns = [
        Column::new("key", words::looked_at, Kind::Text),
        Column::new("found", words::found, Kind::Text),
        Column::new("ok", words::well, Kind::Flag),
        Column::new("advice", words::advice, Kind::Text),
    ];
    let mut report = Report::new("lines", columns);
    for line in lines {
        report.row([
            name_of(line.key, lang).into(),
            line.found.as_str().into(),
            line.ok.into(),
            line.advice.clone().into(),
        ]);
    }
    report
}

fn name_of(key: &'static str, lang: Lang) -> &'static str {
    match key {
        "version" => words::look_version(lang),
        "programs" => words::look_programs(lang),
        "db" => words::look_db(lang),
        "open" => words::look_open(lang),
        "file" => words::look_file(lang),
        "disk" => words::look_disk(lang),
        "clock" => words::look_clock(lang),
        "library.name" => words::look_name(lang),
        "backup" => words::look_backup(lang),
        other => other,
    }
}
