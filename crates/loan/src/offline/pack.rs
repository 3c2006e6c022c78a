//! `offline pack`: writes what goes along.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Report, Session, Status};
use pustaka_core::circulation::offline::{Pack, Selection};
use serde::Serialize;

use super::path;
use crate::args;
use crate::words::{help, offline as words};

#[derive(Debug, Serialize)]
struct Answered {
    file: String,
    day: String,
    members: usize,
    items: usize,
    loans: usize,
}

pub(crate) fn command(lang: Lang, file: Arg) -> Command {
    Command::new("pack")
        .about(help::offline_pack(lang))
        .arg(file)
        .arg(args::option(
            "location",
            help::place_value(lang),
            help::offline_location(lang),
        ))
        .arg(args::option("items", help::file_value(lang), help::offline_items(lang)).conflicts_with("location"))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let selection = match (args::text(matches, "location"), args::text(matches, "items")) {
        (Some(location), _) => Selection::Location(location),
        (None, Some(file)) => {
            let bytes = session.read_input(std::path::Path::new(&file))?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let codes = text.lines().map(str::trim).filter(|code| !code.is_empty());
            Selection::Items(codes.map(str::to_owned).collect())
        }
        (None, None) => Selection::All,
    };
    let library = session.open()?;
    let pack = library.pack(session.today(), &selection)?;
    let path = path(matches, "file");
    if !session.dry_run() {
        session.write_private_file(&path, pack.to_text().as_bytes())?;
    }
    session.outcome(document(&pack, path.display().to_string(), lang))?;
    Ok(Status::Done)
}

fn document(pack: &Pack, file: String, lang: Lang) -> Document {
    let loans = pack.members.iter().map(|member| member.loans.len()).sum();
    let mut report = Report::default();
    report.note(words::packed(lang, &file));
    report.note(words::packed_what(lang, pack.items.len(), pack.members.len(), loans));
    report.note(words::packed_without(lang));
    let answered = Answered {
        file,
        day: pack.day.0.to_string(),
        members: pack.members.len(),
        items: pack.items.len(),
        loans,
    };
    Document::new(&answered).with(report)
}
