//! `import`: who filled in a form or took a ticket elsewhere.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status, event_reason};
use pustaka_core::events::Reason;
use pustaka_core::events::roster::{Asking, Imported, OnReject, RowEnd, Standing};
use pustaka_formats::attendees::{self, Attendee, List};
use serde::Serialize;

use crate::args::{event, file, name, overrides};
use pustaka_cli::import::Rejected;

use crate::reading::{self, Aside};
use crate::register::manner;
use crate::words::{files as words, help, said};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(help::import(lang))
        .arg(event(lang))
        .arg(file("file", lang).required(true).help(help::list_file(lang)))
        .args(reading::args(lang))
        .arg(
            Arg::new("on-error")
                .long("on-error")
                .value_name("stop|skip")
                .value_parser(["stop", "skip"])
                .default_value("stop")
                .help(help::on_error(lang)),
        )
        .args(overrides(lang))
}

/// What was mended or is to be looked at, counted by its code.
#[derive(Debug, Serialize)]
struct Noticed {
    code: String,
    count: u64,
    first: First,
}

#[derive(Debug, Serialize)]
struct First {
    line: u64,
    message: String,
}

/// An import as other programs read it.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    event: &'a str,
    file: &'a str,
    dialect: &'a str,
    encoding: &'a str,
    delimiter: Option<char>,
    records: u64,
    blank: u64,
    imported: u64,
    unchanged: u64,
    rejected: u64,
    registered: u64,
    waiting: u64,
    capacity: Option<i64>,
    taken: i64,
    stored: bool,
    warnings: &'a [Noticed],
    rejects: Option<&'a str>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let keys: Vec<&str> = attendees::KEYS.iter().map(|known| known.key).collect();
    let options = reading::options(matches, &keys, lang)?;
    let list = reading::read(
        session,
        &path,
        |path| attendees::open(path, &options),
        |bytes| attendees::from_bytes(&bytes, &options),
    )?;
    let skip = matches.get_one::<String>("on-error").is_some_and(|word| word == "skip");
    let manner = manner(matches, false);
    // Who cancelled elsewhere is not registered here.
    let (going, gone): (Vec<&Attendee>, Vec<&Attendee>) = list.people.iter().partition(|one| !one.cancelled);
    let askings: Vec<Asking> = going.iter().map(|one| asking(one)).collect();
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    // A row that can't even be read is a rejected row.
    let stop = !skip && !list.bad.is_empty();
    let on_reject = if skip { OnReject::Skip } else { OnReject::Stop };
    let event = name(matches, "event");
    let imported = library.import_registrations(&act, &event, &askings, &manner, on_reject, dry_run || stop)?;
    let mut answer = Answer::new(&list, &going, &imported, lang);
    answer.stored = imported.stored && !stop;
    answer.unchanged += gone.len() as u64;
    if let Some(first) = gone.first() {
        answer.notice(
            "status.cancelled",
            gone.len() as u64,
            first.line,
            words::cancelled_there(lang).to_owned(),
        );
    }
    show(session, &path, &list, &imported, answer)
}

fn asking(one: &Attendee) -> Asking {
    // A count that is no number is told as one that can't be.
    let heads = one.heads.as_deref().map(|text| text.trim().parse().unwrap_or(0));
    Asking {
        card: one.card.clone(),
        name: one.name.clone(),
        phone: one.phone.clone(),
        email: one.email.clone(),
        contact_of: one.contact_of.clone(),
        born: one.born.clone(),
        sex: one.sex.clone(),
        district: one.district.clone(),
        institution: one.institution.clone(),
        heads: heads.filter(|heads| *heads != 1),
        needs: one.needs.clone(),
        note: one.note.clone(),
        source_key: Some(one.source_key.clone()),
        asked_at: one.asked_at,
    }
}

/// The counts of an import.
struct Answer {
    registered: u64,
    waiting: u64,
    unchanged: u64,
    stored: bool,
    noticed: Vec<Noticed>,
    rejected: Vec<Aside>,
}

impl Answer {
    fn new(list: &List, going: &[&Attendee], imported: &Imported, lang: Lang) -> Answer {
        let mut answer = Answer {
            registered: 0,
            waiting: 0,
            unchanged: 0,
            stored: false,
            noticed: Vec::new(),
            rejected: list.bad.iter().map(|row| Aside::unread(lang, row)).collect(),
        };
        for (one, row) in going.iter().zip(&imported.rows) {
            for code in &one.mended {
                answer.notice(code, 1, one.line, mended(lang, code, one));
            }
            match &row.end {
                RowEnd::Taken { standing, warnings, .. } => {
                    match standing {
                        Standing::Waiting => answer.waiting += 1,
                        _ => answer.registered += 1,
                    }
                    for warning in warnings {
                        answer.notice(warning.code, 1, one.line, event_reason(lang, warning));
                    }
                }
                RowEnd::Unchanged(reason) => {
                    answer.unchanged += 1;
                    if let Some(reason) = reason {
                        answer.notice(reason.code, 1, one.line, event_reason(lang, reason));
                    }
                }
                RowEnd::Rejected(reasons) => answer.rejected.push(Aside {
                    row: Rejected {
                        line: one.line,
                        column: None,
                        code: reasons.first().map_or("row.rejected", |reason| reason.code),
                        reason: sentences(lang, reasons),
                    },
                    cells: one.original.clone(),
                }),
            }
        }
        answer.rejected.sort_by_key(|aside| aside.row.line);
        answer
    }

    fn notice(&mut self, code: &str, count: u64, line: u64, message: String) {
        match self.noticed.iter_mut().find(|noticed| noticed.code == code) {
            Some(noticed) => noticed.count += count,
            None => self.noticed.push(Noticed {
                code: code.to_owned(),
                count,
                first: First { line, message },
            }),
        }
    }
}

fn mended(lang: Lang, code: &str, one: &Attendee) -> String {
    match code {
        "name.queue-number" => words::queue_number(lang, one.name.as_deref().unwrap_or_default()),
        "contact.of-payer" => words::contact_of_payer(lang, one.contact_of.as_deref().unwrap_or_default()),
        _ => words::moment_unreadable(lang).to_owned(),
    }
}

fn sentences(lang: Lang, reasons: &[Reason]) -> String {
    reasons
        .iter()
        .map(|reason| event_reason(lang, reason))
        .collect::<Vec<_>>()
        .join(" ")
}

fn show(
    session: &mut Session,
    path: &Path,
    list: &List,
    imported: &Imported,
    answer: Answer,
) -> Result<Status, Failure> {
    let lang = session.lang();
    let file = path.display().to_string();
    let rejects = reading::write_rejects(session, path, &list.shape, &answer.rejected, answer.stored)?;
    let rejects = rejects.map(|path| path.display().to_string());
    let taken = answer.registered + answer.waiting;
    let shown = Shown {
        event: &imported.event.key,
        file: &file,
        dialect: list.dialect.as_str(),
        encoding: &list.shape.encoding,
        delimiter: list.shape.delimiter.map(char::from),
        records: list.blank + list.people.len() as u64 + list.bad.len() as u64,
        blank: list.blank,
        imported: taken,
        unchanged: answer.unchanged,
        rejected: answer.rejected.len() as u64,
        registered: answer.registered,
        waiting: answer.waiting,
        capacity: imported.event.plan.capacity,
        taken: imported.event.taken,
        stored: answer.stored && !session.dry_run(),
        warnings: &answer.noticed,
        rejects: rejects.as_deref(),
    };
    let document = Document::new(&shown)
        .with(counts(&shown, lang))
        .with(noticed(&answer.noticed, lang));
    let document = match session.dry_run() {
        true => document.with(columns(list, lang)),
        false => document,
    };
    session.outcome(document)?;
    if answer.rejected.is_empty() {
        return Ok(Status::Done);
    }
    let records = list.people.len() + list.bad.len();
    let sentence = match answer.stored {
        true => words::some_rejected(lang, &file, answer.rejected.len(), records),
        false => words::all_rejected(lang, &file, answer.rejected.len(), records),
    };
    let mut failure = Failure::refused("import.rejected", sentence);
    for Aside { row, .. } in answer.rejected.iter().take(10) {
        failure = failure.because(row.code, words::of_line(lang, &file, row.line, &row.reason));
    }
    Err(match rejects {
        Some(rejects) => failure.hint(words::rejects_hint(lang, &rejects)),
        None => failure,
    })
}

fn counts(shown: &Shown<'_>, lang: Lang) -> Report {
    let mut report = Report::new(
        "counts",
        [
            Column::new("what", said::field, Kind::Text),
            Column::new("count", words::count, Kind::Integer),
        ],
    );
    let rows: [(&str, u64); 7] = [
        (words::records(lang), shown.records),
        (words::blank(lang), shown.blank),
        (words::registered(lang), shown.registered),
        (words::waiting(lang), shown.waiting),
        (words::unchanged(lang), shown.unchanged),
        (words::rejected(lang), shown.rejected),
        (words::taken(lang), shown.taken.unsigned_abs()),
    ];
    for (what, count) in rows {
        report.row([Cell::from(what), count.into()]);
    }
    report
}

fn noticed(noticed: &[Noticed], lang: Lang) -> Report {
    let mut report = Report::new(
        "warnings",
        [
            Column::new("code", said::code, Kind::Text),
            Column::new("count", words::count, Kind::Integer),
            Column::new("line", words::line, Kind::Number),
            Column::new("message", words::message, Kind::Text),
        ],
    );
    let _ = lang;
    for one in noticed {
        let message = one.first.message.as_str();
        report.row([
            Cell::from(one.code.as_str()),
            one.count.into(),
            one.first.line.into(),
            message.into(),
        ]);
    }
    report
}

/// What each column is taken for: shown before anything is stored.
fn columns(list: &List, lang: Lang) -> Report {
    let mut report = Report::new(
        "columns",
        [
            Column::new("heading", words::heading, Kind::Text),
            Column::new("field", said::field, Kind::Text),
        ],
    );
    for column in &list.shape.columns {
        report.row([
            Cell::from(column.header.as_str()),
            column.field.map(str::to_owned).into(),
        ]);
    }
    report.note(words::map_more(lang));
    report
}
