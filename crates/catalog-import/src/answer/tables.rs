//! The summary for people: what came in, what matched, what was mended, what to do next.

use pustaka_cli::import::{self, Told};
use pustaka_cli::{Column, Kind, Lang, Report};
use pustaka_core::catalog::import::Outcome;

use super::count;
use crate::import::Done;
use crate::meaning;
use crate::source::heading;
use crate::words::result as words;

/// The lists for one file.
pub(super) fn reports(lang: Lang, done: &Done) -> Vec<Report> {
    let mut reports = vec![counts(lang, done)];
    if !done.outcome.warnings.is_empty() {
        reports.push(warnings(lang, done));
    }
    // Otherwise they are reasons behind the refusal.
    if done.dry_run && !done.rejected.is_empty() {
        reports.push(import::rejected(lang, &done.rejected, done.outcome.rejected));
    }
    if let Some(last) = reports.last_mut() {
        if let Some(batch) = done.outcome.batch {
            last.note(words::next_undo(lang, batch));
        }
        if let Some(path) = &done.rejects {
            import::rejects_at(last, path, lang);
        }
    }
    reports
}

fn counts(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("count", words::count, Kind::Text),
        Column::new("number", words::number, Kind::Integer),
    ];
    let mut report = Report::new("counts", columns).titled(format!(
        "{}\n{}",
        summary(lang, done),
        import::how_read(lang, &done.shape, done.dry_run)
    ));
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

fn warnings(lang: Lang, done: &Done) -> Report {
    let told = done.outcome.warnings.iter().map(|tallied| Told {
        code: tallied.first.code,
        count: tallied.count,
        line: tallied.line,
        column: tallied.first.field.map(|field| heading(&done.shape, field)),
        found: &tallied.first.found,
        stored: &tallied.first.stored,
        meaning: meaning::warning(lang, tallied.first.code),
    });
    import::warnings(lang, told)
}
