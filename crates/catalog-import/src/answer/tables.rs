//! The summary for people: what came in, what matched, what was mended, what to do next.

use pustaka_cli::{Cell, Column, Kind, Lang, Report};
use pustaka_core::catalog::import::Outcome;

use super::count;
use crate::import::Done;
use crate::meaning;
use crate::source::heading;
use crate::words::result as words;

/// Examples are shown this long, in characters.
const EXAMPLE: usize = 60;

/// The lists for one file.
pub(super) fn reports(lang: Lang, done: &Done) -> Vec<Report> {
    let mut reports = vec![counts(lang, done)];
    if !done.outcome.warnings.is_empty() {
        reports.push(warnings(lang, done));
    }
    // Otherwise they are reasons behind the refusal.
    if done.dry_run && !done.rejected.is_empty() {
        reports.push(rejected(lang, done));
    }
    if let Some(last) = reports.last_mut() {
        if let Some(batch) = done.outcome.batch {
            last.note(words::next_undo(lang, batch));
        }
        if let Some(path) = &done.rejects {
            last.note(words::rejects_at(lang, path.display()));
        }
    }
    reports
}

fn counts(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("count", words::count, Kind::Text),
        Column::new("number", words::number, Kind::Integer),
    ];
    let mut report = Report::new("counts", columns).titled(format!("{}\n{}", summary(lang, done), shape(lang, done)));
    let counts = &done.outcome;
    let imported = match counts.batch.is_none() && counts.imported > 0 {
        true => words::rows_to_import(lang),
        false => words::rows_imported(lang),
    };
    report.row([words::records(lang).into(), counts.records.into()]);
    report.row([imported.into(), counts.imported.into()]);
    for (label, number) in lesser_counts(lang, counts) {
        if number > 0 {
            report.row([label.into(), number.into()]);
        }
    }
    report
}

/// Counts that are told only when there is something to tell.
fn lesser_counts(lang: Lang, counts: &Outcome) -> [(&'static str, u64); 13] {
    [
        (words::unchanged(lang), counts.unchanged),
        (words::blank(lang), counts.blank),
        (words::rejected(lang), counts.rejected),
        (words::titles_new(lang), counts.titles.new),
        (words::titles_matched(lang), counts.titles.matched),
        (words::titles_updated(lang), counts.titles.updated),
        (words::items_new(lang), counts.items.new),
        (words::items_unchanged(lang), counts.items.unchanged),
        (words::items_updated(lang), counts.items.updated),
        (words::items_duplicate(lang), counts.items.duplicate),
        (words::isbn_valid(lang), counts.isbn.valid),
        (words::isbn_mended(lang), counts.isbn.mended),
        (words::isbn_invalid(lang), counts.isbn.invalid),
    ]
}

fn summary(lang: Lang, done: &Done) -> String {
    let (file, counts) = (&done.file, &done.outcome);
    match (counts.batch, counts.imported) {
        (Some(batch), rows) => words::imported(lang, file, count(lang, rows), batch),
        _ if counts.rejected > 0 && !done.skip => words::not_stored(lang, file),
        (None, 0) if counts.records == counts.blank => words::no_rows(lang, file),
        (None, 0) => words::nothing_new(lang, file, count(lang, counts.unchanged)),
        (None, rows) => words::would_import(lang, file, count(lang, rows)),
    }
}

fn shape(lang: Lang, done: &Done) -> String {
    let shape = &done.shape;
    let first = match (shape.delimiter, &shape.sheet) {
        (None, Some(sheet)) => words::shape_sheet(lang, shape.dialect, &shape.encoding, sheet),
        (sign, _) => words::shape(lang, shape.dialect, &shape.encoding, sign_named(lang, sign)),
    };
    if !done.dry_run {
        return first;
    }
    let header = match shape.header_line {
        Some(line) => words::header_at(lang, line),
        None => words::no_header(lang).to_owned(),
    };
    if shape.skipped.is_empty() {
        return format!("{first} {header}");
    }
    let above: Vec<String> = shape
        .skipped
        .iter()
        .map(|(line, text)| format!("{line} `{text}`"))
        .collect();
    format!("{first} {header}\n{}", words::skipped(lang, above.join(", ")))
}

fn sign_named(lang: Lang, sign: Option<u8>) -> String {
    match sign {
        Some(b',') => words::comma(lang).to_owned(),
        Some(b'\t') => words::tab(lang).to_owned(),
        Some(sign) => format!("`{}`", char::from(sign)),
        None => "-".to_owned(),
    }
}

fn warnings(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("code", words::code, Kind::Text),
        Column::new("count", words::times, Kind::Integer),
        Column::new("line", words::first_line, Kind::Number),
        Column::new("column", words::column, Kind::Text),
        Column::new("found", words::found, Kind::Text),
        Column::new("stored", words::stored, Kind::Text),
        Column::new("meaning", words::meaning, Kind::Text),
    ];
    let mut report = Report::new("warnings", columns).titled(words::warnings(lang));
    for tallied in &done.outcome.warnings {
        let first = &tallied.first;
        let column: Cell = first.field.and_then(|field| heading(&done.shape, field)).into();
        report.row([
            first.code.into(),
            tallied.count.into(),
            tallied.line.into(),
            column,
            short(&first.found).into(),
            short(&first.stored).into(),
            meaning::warning(lang, first.code).into(),
        ]);
    }
    report
}

fn rejected(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("line", words::line, Kind::Number),
        Column::new("column", words::column, Kind::Text),
        Column::new("code", words::code, Kind::Text),
        Column::new("reason", words::reason, Kind::Text),
    ];
    let mut report = Report::new("rejected_rows", columns).titled(words::rejected_rows(lang));
    for row in &done.rejected {
        report.row([
            row.line.into(),
            row.column.clone().into(),
            row.code.into(),
            row.reason.clone().into(),
        ]);
    }
    let more = done.outcome.rejected - done.rejected.len() as u64;
    if more > 0 {
        report.note(words::more_rows(lang, count(lang, more)));
    }
    report
}

/// The beginning of a text, for a table.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(EXAMPLE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
