//! What an import answers: JSON for programs, a short summary for people.

mod json;
mod preview;
mod tables;

use pustaka_cli::{Document, Failure, Lang};

use crate::import::Done;
use crate::rejects::Rejected;
use crate::words::result as words;

/// The answer for all files. One file is one JSON object, several are a list.
pub(crate) fn document(lang: Lang, done: &[Done], several: bool) -> Document {
    let answers: Vec<json::Answer<'_>> = done.iter().map(json::Answer::new).collect();
    let mut document = match answers.first() {
        Some(only) if !several => Document::new(only),
        _ => Document::new(&json::Answers { imports: answers }),
    };
    for one in done {
        for report in tables::reports(lang, one) {
            document = document.with(report);
        }
        if one.dry_run {
            for report in preview::reports(lang, one, several) {
                document = document.with(report);
            }
        }
    }
    document
}

/// The refusal that rejected rows are.
pub(crate) fn rejection(lang: Lang, done: &Done) -> Failure {
    let counts = &done.outcome;
    let (rejected, records) = (count(lang, counts.rejected), count(lang, counts.records));
    let sentence = match (done.dry_run, done.skip, counts.batch) {
        (true, _, _) => words::rows_would_fail(lang, &done.file, rejected, records),
        (_, false, _) => words::rows_rejected(lang, &done.file, rejected, records),
        (_, true, Some(_)) => words::rows_left_out(lang, &done.file, rejected, records),
        (_, true, None) => words::rows_all_bad(lang, &done.file, rejected, records),
    };
    let mut failure = Failure::refused("import.rejected", sentence);
    // A dry run lists them in its answer.
    if !done.dry_run {
        for row in &done.rejected {
            failure = failure.because(row.code, at_row(lang, &done.file, row));
        }
        let more = counts.rejected - done.rejected.len() as u64;
        if more > 0 {
            failure = failure.because("import.more", words::more_rows(lang, count(lang, more)));
        }
    }
    let path = done.rejects.as_ref().map(|path| path.display());
    failure.hint(match (path, done.skip) {
        (Some(path), true) => words::mend_and_import(lang, path),
        (Some(path), false) => words::mend_or_skip(lang, path),
        (None, true) => words::mend_rows(lang).to_owned(),
        (None, false) => words::mend_or_skip_here(lang).to_owned(),
    })
}

fn at_row(lang: Lang, file: &str, row: &Rejected) -> String {
    match &row.column {
        Some(column) => words::row_at(lang, file, row.line, column, &row.reason),
        None => words::row_whole(lang, file, row.line, &row.reason),
    }
}

/// The files that are stored, with their batches.
pub(crate) fn stored_files(lang: Lang, done: &[Done]) -> String {
    let stored = done.iter().filter_map(|one| {
        let batch = one.outcome.batch?;
        Some(words::stored_file(lang, &one.file, batch))
    });
    stored.collect::<Vec<_>>().join(", ")
}

/// A count as people read it.
fn count(lang: Lang, number: u64) -> String {
    lang.count(i64::try_from(number).unwrap_or(i64::MAX))
}
