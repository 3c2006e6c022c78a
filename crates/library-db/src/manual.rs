//! `manual` and `completions`: every program of the family describes itself, this verb only collects.
//!
//! The programs stand beside this one. Each is run with a hidden first argument and prints its own pages, so the manual
//! is always of what is installed, and no tool has to know another.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::describe::{ARGUMENT, PROGRAMS, Page, answer};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use serde::Serialize;

use crate::{TOOL, words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("manual").about(words::manual(lang)).arg(
        Arg::new("folder")
            .required(true)
            .value_name(words::folder_value(lang))
            .value_parser(clap::value_parser!(OsString))
            .help(words::manual_folder(lang)),
    )
}

pub(crate) fn completions_command(lang: Lang) -> Command {
    Command::new("completions").about(words::completions(lang)).arg(
        Arg::new("shell")
            .required(true)
            .value_name(words::shell_value(lang))
            .value_parser(["bash", "zsh", "fish"])
            .help(words::completions_shell(lang)),
    )
}

/// Writes `man1/*.1` in English and `id/man1/*.1` in Indonesian, as `man` looks for them.
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let folder = matches
        .get_one::<OsString>("folder")
        .map(PathBuf::from)
        .unwrap_or_default();
    let lang = session.lang();
    let mut written = Vec::new();
    let mut missing = Vec::new();
    for program in PROGRAMS {
        for page_lang in Lang::ALL {
            let Some(told) = ask(program, "manual", page_lang, lang)? else {
                missing.push(*program);
                break;
            };
            let pages: Vec<Page> = serde_json::from_str(&told).map_err(|_| strange(program, lang))?;
            for page in pages {
                written.push(write_page(session, &folder, page_lang, &page)?);
            }
        }
    }
    for program in &missing {
        session.warn(words::program_missing(lang, program));
    }
    let mut list = Report::new("pages", [Column::new("file", words::file, Kind::Text)]);
    for page in &written {
        list.row([page.as_str().into()]);
    }
    list.note(words::manual_written(lang, folder.display()));
    let pages = Written {
        pages: &written,
        missing: &missing,
    };
    session.outcome(Document::new(&pages).with(list))?;
    Ok(Status::Done)
}

#[derive(Serialize)]
struct Written<'a> {
    pages: &'a [String],
    missing: &'a [&'a str],
}

fn write_page(session: &mut Session, folder: &Path, page_lang: Lang, page: &Page) -> Result<String, Failure> {
    let within = match page_lang {
        Lang::En => PathBuf::from("man1"),
        Lang::Id => PathBuf::from("id/man1"),
    };
    let into = folder.join(&within);
    let path = into.join(&page.file);
    if !session.dry_run() {
        let made = std::fs::create_dir_all(&into);
        made.map_err(|error| {
            let sentence = words::no_folder_made(session.lang(), into.display());
            Failure::io("manual.folder", sentence, &error, session.lang())
        })?;
        session.write_file(&path, page.roff.as_bytes(), true)?;
    }
    Ok(within.join(&page.file).display().to_string())
}

/// Prints the completions of every program for one shell.
pub(crate) fn run_completions(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    use std::io::Write;
    let lang = session.lang();
    let shell = matches.get_one::<String>("shell").map_or("bash", String::as_str);
    let mut all = String::new();
    for program in PROGRAMS {
        match ask(program, shell, lang, lang)? {
            Some(script) => all.push_str(&script),
            None => session.warn(words::program_missing(lang, program)),
        }
    }
    let mut sink = session.sink()?;
    match sink.write_all(all.as_bytes()) {
        Ok(()) => sink.finish()?,
        Err(error) => sink.fail(&error)?,
    }
    Ok(Status::Done)
}

/// What a program says of itself; `None` when it is not installed beside this one.
fn ask(program: &str, wanted: &str, page_lang: Lang, lang: Lang) -> Result<Option<String>, Failure> {
    if program == TOOL.name {
        return answer(&TOOL, wanted, page_lang).map(Some);
    }
    let Some(path) = beside(program) else {
        return Ok(None);
    };
    let run = Process::new(&path)
        .args([ARGUMENT, wanted, "--lang", page_lang.code()])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let run = run.map_err(|error| {
        Failure::io(
            "manual.program",
            words::program_failed(lang, path.display()),
            &error,
            lang,
        )
    })?;
    match (run.status.success(), String::from_utf8(run.stdout)) {
        (true, Ok(told)) => Ok(Some(told)),
        _ => Err(strange(program, lang)),
    }
}

fn strange(program: &str, lang: Lang) -> Failure {
    Failure::system("manual.program", words::program_strange(lang, program)).hint(words::install_together(lang))
}

/// The program of that name in the folder where this one is; in tests this one is in `deps` under that folder.
pub(crate) fn beside(program: &str) -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?.canonicalize().ok()?;
    let folder = own.parent()?;
    let folder = match folder.ends_with("deps") {
        true => folder.parent()?,
        false => folder,
    };
    let path = folder.join(program);
    path.is_file().then_some(path)
}
