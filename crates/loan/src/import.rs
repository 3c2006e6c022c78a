//! `import`: the open loans of another system, all of them or none.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::import::{Names, delimiter, field, file_failure, pair, unread_row};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, reason_in_words};
use pustaka_core::circulation::loans::{ImportAnswer, LoanRow};
use pustaka_core::values::date;
use pustaka_formats::delimited::{Input, Style, Writer};
use pustaka_formats::loans::{Field, Reader, Row};
use serde::Serialize;

use crate::args;
use crate::words::{help, result as words};

/// How the import is typed, for hints.
const NAMES: Names = Names {
    command: "loan import",
    template: "loan import --help",
};

/// So many rejected rows are told one by one.
const TOLD: usize = 20;

/// An import as other programs read it.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    file: &'a str,
    rows: usize,
    imported: usize,
    unchanged: usize,
    rejected: usize,
    rejects: Option<String>,
}

/// A row that can't be taken over.
struct Reject {
    line: u64,
    cells: Vec<String>,
    column: String,
    code: &'static str,
    why: String,
}

/// A file, read.
struct Taken {
    header: Vec<String>,
    delimiter: u8,
    rows: Vec<(LoanRow, Vec<String>)>,
    rejects: Vec<Reject>,
    read: usize,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(help::import(lang))
        .long_about(help::import_long(lang))
        .arg(
            Arg::new("file")
                .value_name(help::file_value(lang))
                .required(true)
                .help(help::import_file(lang)),
        )
        .arg(args::option("map", help::map_value(lang), help::import_map(lang)).action(ArgAction::Append))
        .arg(args::option(
            "delimiter",
            help::code_value(lang),
            help::import_delimiter(lang),
        ))
        .arg(args::option(
            "encoding",
            help::code_value(lang),
            help::import_encoding(lang),
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let file = args::text(matches, "file").unwrap_or_default();
    let path = PathBuf::from(&file);
    session.protect(&path)?;
    let mut taken = read(session, &path, matches)?;
    let (mut library, act) = session.open_to_write()?;
    // With a row that can't even be read nothing is stored, but the others are looked at all the same.
    let dry = session.dry_run() || !taken.rejects.is_empty();
    let rows: Vec<LoanRow> = taken.rows.iter().map(|(row, _)| row.clone()).collect();
    let answer = library.import_loans(&act, &rows, dry)?;
    refuse(&mut taken, &answer, lang);
    let stored = taken.rejects.is_empty() && !session.dry_run();
    let rejects = match taken.rejects.is_empty() || session.dry_run() {
        true => None,
        false => Some(write_rejects(session, &path, &taken)?),
    };
    let imported = if taken.rejects.is_empty() { answer.imported } else { 0 };
    let answered = Answered {
        file: &file,
        rows: taken.read,
        imported,
        unchanged: answer.unchanged,
        rejected: taken.rejects.len(),
        rejects: rejects.clone(),
    };
    let mut report = Report::new(
        "import",
        [
            Column::new("rows", words::rows, Kind::Integer),
            Column::new("imported", words::imported, Kind::Integer),
            Column::new("unchanged", words::unchanged, Kind::Integer),
            Column::new("rejected", words::rejected, Kind::Integer),
        ],
    );
    report.row([
        answered.rows.into(),
        answered.imported.into(),
        answered.unchanged.into(),
        answered.rejected.into(),
    ]);
    if session.dry_run() {
        report.note(words::not_yet(lang));
    }
    let document = Document::new(&answered).with(report);
    match stored {
        true => session.outcome(document)?,
        false => session.show(document)?,
    }
    match taken.rejects.is_empty() {
        true => Ok(Status::Done),
        false => Err(rejected(&taken, &file, rejects, lang)),
    }
}

fn read(session: &mut Session, path: &Path, matches: &ArgMatches) -> Result<Taken, Failure> {
    let lang = session.lang();
    let delimiter = args::text(matches, "delimiter")
        .map(|typed| delimiter(&typed, lang))
        .transpose()?;
    let map = said(matches, lang)?;
    let name = path.display().to_string();
    let failed = |error| file_failure(lang, &name, &error, &NAMES);
    let input = match path == Path::new("-") {
        true => Input::bytes(session.read_input(path)?),
        false => Input::open(path).map_err(failed)?,
    };
    let encoding = args::text(matches, "encoding");
    let mut reader = Reader::open(input, delimiter, encoding.as_deref(), &map).map_err(failed)?;
    let mut taken = Taken {
        header: reader.header().to_vec(),
        delimiter: reader.delimiter(),
        rows: Vec::new(),
        rejects: Vec::new(),
        read: 0,
    };
    while let Some(row) = reader.next_row().map_err(failed)? {
        taken.read += 1;
        match row {
            Ok(row) => match loan_row(&reader, &row, lang) {
                Ok(loan) => taken.rows.push((loan, row.cells)),
                Err(reject) => taken.rejects.push(reject),
            },
            Err(reject) => taken.rejects.push(Reject {
                line: reject.line,
                code: reject.code.as_str(),
                why: unread_row(lang, reject.code, &reject.detail),
                column: reject.column.unwrap_or_default(),
                cells: reject.original,
            }),
        }
    }
    Ok(taken)
}

/// Which columns hold what, as `--map` says.
fn said(matches: &ArgMatches, lang: Lang) -> Result<Vec<(Field, String)>, Failure> {
    let keys = Field::ALL.map(Field::as_str);
    let typed = matches.get_many::<String>("map").unwrap_or_default();
    let one = |typed: &String| {
        let (key, heading) = pair(typed, lang)?;
        Ok((field(key, &keys, lang)?, heading.to_owned()))
    };
    typed.map(one).collect()
}

/// The values of a row; each is named that is none.
fn loan_row(reader: &Reader, row: &Row, lang: Lang) -> Result<LoanRow, Reject> {
    let reject = |field: Field, code, why: String| Reject {
        line: row.line,
        cells: row.cells.clone(),
        column: reader.heading(field).to_owned(),
        code,
        why,
    };
    let text = |field: Field| match reader.get(row, field) {
        "" => Err(reject(field, "cell.empty", words::cell_empty(lang).to_owned())),
        text => Ok(text.to_owned()),
    };
    let day = |field: Field| -> Result<Date, Reject> {
        let typed = text(field)?;
        match date::read(&typed) {
            Ok(Some(day)) => Ok(day),
            _ => Err(reject(field, "date.bad", words::no_date(lang, typed))),
        }
    };
    let renewals = reader.get(row, Field::Renewals);
    let renewals = match renewals.parse::<u32>() {
        _ if renewals.is_empty() => 0,
        Ok(number) => number,
        Err(_) => return Err(reject(Field::Renewals, "number.bad", words::no_number(lang, renewals))),
    };
    Ok(LoanRow {
        line: row.line,
        card: text(Field::Card)?,
        item: text(Field::Item)?,
        loaned: day(Field::Loaned)?,
        due: day(Field::Due)?,
        renewals,
    })
}

/// What the library says no to joins what could not be read.
fn refuse(taken: &mut Taken, answer: &ImportAnswer, lang: Lang) {
    for refused in &answer.rejected {
        let cells = taken.rows.iter().find(|(row, _)| row.line == refused.row.line);
        let why: Vec<String> = refused
            .reasons
            .iter()
            .map(|reason| reason_in_words(reason, lang))
            .collect();
        taken.rejects.push(Reject {
            line: refused.row.line,
            cells: cells.map(|(_, cells)| cells.clone()).unwrap_or_default(),
            column: String::new(),
            code: refused.reasons.first().map_or("loan.refused", |reason| reason.code()),
            why: why.join(" "),
        });
    }
    taken.rejects.sort_by_key(|reject| reject.line);
}

/// The rejected rows under their own header, with line, column, code and reason behind: mended, they are imported
/// again. They say who has which book, so they are for the owner and the group only; a file of before stays, for
/// somebody may have mended it.
fn write_rejects(session: &mut Session, path: &Path, taken: &Taken) -> Result<String, Failure> {
    let lang = session.lang();
    let name: OsString = if path == Path::new("-") {
        "stdin".into()
    } else {
        path.as_os_str().to_owned()
    };
    let path = free_name(&name);
    let style = Style {
        delimiter: taken.delimiter,
        mark: true,
        guards: false,
        defuse: true,
    };
    let written = || -> std::io::Result<Vec<u8>> {
        let mut rows = Writer::new(Vec::new(), style)?;
        rows.row(
            taken
                .header
                .iter()
                .map(String::as_str)
                .chain(["line", "column", "code", "reason"]),
        )?;
        for reject in &taken.rejects {
            let line = reject.line.to_string();
            let own = (0..taken.header.len()).map(|index| reject.cells.get(index).map_or("", String::as_str));
            rows.row(own.chain([line.as_str(), &reject.column, reject.code, &reject.why]))?;
        }
        rows.finish()
    };
    let bytes = written().map_err(|error| {
        Failure::io(
            "rejects.failed",
            words::rejects_failed(lang, path.display()),
            &error,
            lang,
        )
    })?;
    session.write_private_file(&path, &bytes)?;
    Ok(path.display().to_string())
}

/// `FILE.rejects.csv`, or the next free `FILE.rejects-2.csv`.
fn free_name(name: &OsStr) -> PathBuf {
    let ending = |number: u32| match number {
        1 => ".rejects.csv".to_owned(),
        number => format!(".rejects-{number}.csv"),
    };
    let mut path = PathBuf::new();
    for number in 1..10_000 {
        let mut named = name.to_owned();
        named.push(ending(number));
        path = PathBuf::from(named);
        if !path.exists() {
            break;
        }
    }
    path
}

fn rejected(taken: &Taken, file: &str, rejects: Option<String>, lang: Lang) -> Failure {
    let sentence = words::rows_rejected(lang, file, taken.rejects.len(), taken.read);
    let mut failure = Failure::refused("import.rejected", sentence);
    for reject in taken.rejects.iter().take(TOLD) {
        let at = match reject.column.is_empty() {
            true => words::at_line(lang, file, reject.line, &reject.why),
            false => words::at_column(lang, file, reject.line, &reject.column, &reject.why),
        };
        failure = failure.because(reject.code, at);
    }
    if taken.rejects.len() > TOLD {
        failure = failure.because("import.more", words::more_rows(lang, taken.rejects.len() - TOLD));
    }
    match rejects {
        Some(rejects) => failure.hint(words::mend(lang, rejects)),
        None => failure,
    }
}
