//! What became of a file, as JSON and as tables.

use pustaka_cli::import::{self, Told};
use pustaka_cli::{Column, Document, Kind, Lang, Report};
use pustaka_core::surveys::reading::Meaning;
use serde::Serialize;

use super::{Done, Noticed};
use crate::paper::data::{count, said};
use crate::words::columns as words;

#[derive(Serialize)]
struct Answer<'a> {
    batch: Option<i64>,
    survey: &'a str,
    instrument: &'a str,
    file: &'a str,
    encoding: &'a str,
    delimiter: Option<char>,
    layout: &'static str,
    records: u64,
    blank: u64,
    imported: u64,
    unchanged: u64,
    outside: u64,
    empty: u64,
    rejected: u64,
    comments: u64,
    covered: u64,
    columns: Vec<Taken<'a>>,
    dropped: Vec<Dropped<'a>>,
    warnings: Vec<Warned<'a>>,
    rejects: Option<String>,
    dry_run: bool,
}

#[derive(Serialize)]
struct Taken<'a> {
    heading: &'a str,
    key: Option<&'a str>,
}

#[derive(Serialize)]
struct Dropped<'a> {
    heading: &'a str,
    why: &'static str,
}

#[derive(Serialize)]
struct Warned<'a> {
    code: &'static str,
    count: u64,
    first: First<'a>,
}

#[derive(Serialize)]
struct First<'a> {
    line: u64,
    column: Option<&'a str>,
}

/// The headings of the columns that were dropped.
pub(super) fn dropped(done: &Done) -> Vec<String> {
    let columns = done.columns.columns.iter();
    let dropped = columns.filter(|column| matches!(column.meaning, Meaning::Dropped(_)));
    dropped
        .map(|column| format!("`{}`", import::short(column.heading.trim())))
        .collect()
}

/// The key that a column is known by.
fn key(done: &Done, meaning: Meaning) -> Option<&str> {
    let instrument = &done.survey.instrument;
    match meaning {
        Meaning::Element(at) => Some(&instrument.elements[at].key),
        Meaning::Question(at) => Some(&instrument.questions[at].key),
        Meaning::Respondent => Some("respondent"),
        Meaning::Asked => Some("asked"),
        Meaning::Answered => Some("answered"),
        Meaning::Dropped(_) | Meaning::Unread => None,
    }
}

fn json(done: &Done) -> Answer<'_> {
    let outcome = &done.outcome;
    let columns = &done.columns.columns;
    let dropped = columns.iter().filter_map(|column| match column.meaning {
        Meaning::Dropped(why) => Some(Dropped {
            heading: column.heading.trim(),
            why: why.code(),
        }),
        _ => None,
    });
    Answer {
        batch: outcome.batch.map(|batch| batch.0),
        survey: &done.survey.key,
        instrument: &done.survey.instrument.key,
        file: &done.file,
        encoding: &done.encoding,
        delimiter: done.delimiter.map(char::from),
        layout: if done.columns.long { "long" } else { "wide" },
        records: outcome.records,
        blank: outcome.blank,
        imported: outcome.imported,
        unchanged: outcome.unchanged,
        outside: outcome.outside,
        empty: outcome.empty,
        rejected: outcome.rejected,
        comments: outcome.comments,
        covered: outcome.covered,
        columns: columns
            .iter()
            .map(|column| Taken {
                heading: column.heading.trim(),
                key: key(done, column.meaning),
            })
            .collect(),
        dropped: dropped.collect(),
        warnings: done
            .warnings
            .iter()
            .map(|noticed| Warned {
                code: noticed.code,
                count: noticed.count,
                first: First {
                    line: noticed.line,
                    column: noticed.column.as_deref(),
                },
            })
            .collect(),
        rejects: done.rejects.as_ref().map(|path| path.display().to_string()),
        dry_run: done.dry_run,
    }
}

/// The whole answer.
pub(super) fn document(lang: Lang, done: &Done) -> Document {
    let mut document = Document::new(&json(done))
        .headed(heading(lang, done))
        .with(counts(lang, done));
    if !done.warnings.is_empty() {
        document = document.with(import::warnings(
            lang,
            done.warnings.iter().map(|noticed| told(noticed, lang)),
        ));
    }
    if done.dry_run {
        document = document.with(columns(lang, done));
    }
    if !done.rejected.is_empty() && (done.dry_run || done.outcome.batch.is_none()) {
        let mut report = import::rejected(lang, &done.rejected, done.outcome.rejected);
        if let Some(path) = &done.rejects {
            import::rejects_at(&mut report, path, lang);
        }
        document = document.with(report);
    }
    document
}

fn told(noticed: &Noticed, lang: Lang) -> Told<'_> {
    Told {
        code: noticed.code,
        count: noticed.count,
        line: noticed.line,
        column: noticed.column.clone(),
        found: &noticed.found,
        stored: &noticed.stored,
        meaning: import::mended(lang, noticed.code),
    }
}

fn heading(lang: Lang, done: &Done) -> String {
    let outcome = &done.outcome;
    let imported = lang.count(count(outcome.imported));
    match (done.dry_run, outcome.batch) {
        (true, _) => words::would_store(lang, &done.file, &done.survey.key, imported),
        (false, Some(batch)) => [
            words::stored(lang, &done.file, batch, &done.survey.key, imported),
            words::if_wrong(lang, batch),
            words::next(lang, &done.survey.key),
        ]
        .join("\n"),
        (false, None) if outcome.rejected > 0 => words::refused(lang, &done.file),
        (false, None) => words::nothing_new(lang, &done.file),
    }
}

fn counts(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("count", words::count_heading, Kind::Text),
        Column::new("number", words::number_heading, Kind::Integer),
    ];
    let mut report = Report::new("counts", columns);
    let outcome = &done.outcome;
    type Word = fn(Lang) -> &'static str;
    let lines: [(Word, u64); 9] = [
        (words::records, outcome.records),
        (words::blank, outcome.blank),
        (words::imported, outcome.imported),
        (words::unchanged, outcome.unchanged),
        (words::outside, outcome.outside),
        (words::empty, outcome.empty),
        (words::rejected, outcome.rejected),
        (words::comments, outcome.comments),
        (words::covered, outcome.covered),
    ];
    for (at, (name, number)) in lines.into_iter().enumerate() {
        if number > 0 || at == 0 || at == 2 {
            report.row([name(lang).into(), number.into()]);
        }
    }
    report
}

/// What each column is taken for.
fn columns(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("column", words::column, Kind::Number),
        Column::new("heading", words::heading_heading, Kind::Text),
        Column::new("key", words::taken_for, Kind::Text),
    ];
    let mut report = Report::new("columns", columns).titled(words::columns(lang));
    let instrument = &done.survey.instrument;
    for (place, column) in (1_usize..).zip(&done.columns.columns) {
        let taken = match column.meaning {
            Meaning::Element(at) => said(&instrument.elements[at].name, lang),
            Meaning::Question(at) => said(&instrument.questions[at].name, lang),
            Meaning::Respondent => words::is_respondent(lang),
            Meaning::Asked => words::is_asked(lang),
            Meaning::Answered => words::is_answered(lang),
            Meaning::Dropped(_) => words::is_dropped(lang),
            Meaning::Unread => "-",
        };
        report.row([place.into(), import::short(column.heading.trim()).into(), taken.into()]);
    }
    report
}
