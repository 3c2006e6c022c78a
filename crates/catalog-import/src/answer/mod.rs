//! What an import answers: JSON for programs, a short summary for people.

mod json;
mod preview;
mod tables;

use pustaka_cli::import::{self, At, Counted};
use pustaka_cli::{Document, Failure, Lang};

use crate::import::Done;
use crate::input::NAMES;
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
    let at = At {
        file: &done.file,
        dry_run: done.dry_run,
        skip: done.skip,
        stored: done.outcome.batch.is_some(),
    };
    let counts = Counted {
        records: done.outcome.records,
        rejected: done.outcome.rejected,
    };
    import::rejection(lang, at, counts, (&done.rejected, done.rejects.as_ref()), &NAMES)
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
