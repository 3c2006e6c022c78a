//! `batches` and `undo`.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::catalog::undo::{self, Batch, Undone};
use serde::Serialize;

use crate::words::{help, result as words};

pub(crate) fn list_command(lang: Lang) -> Command {
    Command::new("batches").about(help::batches(lang))
}

pub(crate) fn undo_command(lang: Lang) -> Command {
    Command::new("undo").about(help::undo(lang)).arg(
        Arg::new("batch")
            .required(true)
            .value_name(help::batch_value(lang))
            .help(help::undo_batch(lang)),
    )
}

/// `catalog-import batches`
pub(crate) fn list(session: &mut Session) -> Result<Status, Failure> {
    let batches = session.open()?.read(undo::batches)?;
    let columns = [
        Column::new("batch", words::batch, Kind::Number),
        Column::new("at", words::at, Kind::Text),
        Column::new("staff", words::staff, Kind::Text),
        Column::new("file", words::file, Kind::Text),
        Column::new("dialect", words::dialect, Kind::Text),
        Column::new("rows", words::rows, Kind::Integer),
        Column::new("titles", words::titles_new, Kind::Integer),
        Column::new("items", words::items_new, Kind::Integer),
        Column::new("undone", words::undone, Kind::Text),
    ];
    let mut report = Report::new("batches", columns);
    for batch in &batches {
        let number = |path: &str| batch.summary.pointer(path).and_then(|number| number.as_u64());
        let table = session.format() == &pustaka_cli::Format::Table;
        let moment = |stamp: &str| {
            if table {
                readable(session.lang(), stamp)
            } else {
                stamp.to_owned()
            }
        };
        report.row([
            batch.id.into(),
            moment(&batch.at).into(),
            batch.staff.as_str().into(),
            batch.file.as_str().into(),
            batch.dialect.as_str().into(),
            number("/imported").into(),
            number("/titles/new").into(),
            number("/items/new").into(),
            batch.undone.as_deref().map(moment).into(),
        ]);
    }
    if batches.is_empty() {
        report.note(words::no_batches(session.lang()));
    }
    let listed = Listed {
        batches: batches.iter().map(Entry::new).collect(),
    };
    session.show(Document::new(&listed).with(report))?;
    Ok(Status::Done)
}

/// The day and the minute of a stamp, as people write them.
fn readable(lang: Lang, stamp: &str) -> String {
    let day = stamp.get(..10).and_then(|day| day.parse().ok());
    match (day, stamp.get(11..16)) {
        (Some(day), Some(minute)) => format!("{} {minute}", lang.date(day)),
        _ => stamp.to_owned(),
    }
}

#[derive(Serialize)]
struct Listed<'a> {
    batches: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    batch: i64,
    at: &'a str,
    staff: &'a str,
    file: &'a str,
    dialect: &'a str,
    counts: &'a serde_json::Value,
    undone: Option<&'a str>,
}

impl<'a> Entry<'a> {
    fn new(batch: &'a Batch) -> Entry<'a> {
        Entry {
            batch: batch.id,
            at: &batch.at,
            staff: &batch.staff,
            file: &batch.file,
            dialect: &batch.dialect,
            counts: &batch.summary,
            undone: batch.undone.as_deref(),
        }
    }
}

/// `catalog-import undo BATCH`
pub(crate) fn undo(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = matches
        .get_one::<String>("batch")
        .map(String::as_str)
        .unwrap_or_default();
    let batch: i64 = typed
        .trim()
        .parse()
        .map_err(|_| Failure::usage("batch.bad", words::batch_bad(lang, typed)).hint(words::batch_hint(lang)))?;
    let (mut library, act) = session.open_to_write()?;
    let undone = library.undo_import(&act, batch, session.dry_run())?;
    let answer = Document::new(&Answer::new(batch, undone, session.dry_run())).with(counts(session, batch, undone));
    match session.dry_run() {
        true => session.show(answer)?,
        false => session.outcome(answer)?,
    }
    Ok(Status::Done)
}

#[derive(Serialize)]
struct Answer {
    batch: i64,
    dry_run: bool,
    titles: u64,
    items: u64,
    titles_restored: u64,
    items_restored: u64,
}

impl Answer {
    fn new(batch: i64, undone: Undone, dry_run: bool) -> Answer {
        Answer {
            batch,
            dry_run,
            titles: undone.titles,
            items: undone.items,
            titles_restored: undone.titles_restored,
            items_restored: undone.items_restored,
        }
    }
}

fn counts(session: &Session, batch: i64, undone: Undone) -> Report {
    let lang = session.lang();
    let columns = [
        Column::new("count", words::count, Kind::Text),
        Column::new("number", words::number, Kind::Integer),
    ];
    let title = match session.dry_run() {
        true => words::undone_would(lang, batch),
        false => words::undone_done(lang, batch),
    };
    let mut report = Report::new("counts", columns).titled(title);
    report.row([words::titles_removed(lang).into(), undone.titles.into()]);
    report.row([words::items_removed(lang).into(), undone.items.into()]);
    if undone.titles_restored > 0 {
        report.row([words::titles_restored(lang).into(), undone.titles_restored.into()]);
    }
    if undone.items_restored > 0 {
        report.row([words::items_restored(lang).into(), undone.items_restored.into()]);
    }
    report
}
