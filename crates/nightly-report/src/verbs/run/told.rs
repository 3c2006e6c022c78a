//! What a run has done, as a table and as JSON.

use std::path::PathBuf;

use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report};
use pustaka_core::Library;
use pustaka_core::night::{NightState, Step};
use pustaka_core::settings::LIBRARY_NAME;
use serde::Serialize;
use serde_json::Value;

use super::{Taken, Went};
use crate::words::run as words;

/// Whose night it is.
pub(super) struct About {
    pub(super) name: String,
    pub(super) db: PathBuf,
}

impl About {
    pub(super) fn of(library: &Library) -> Result<About, Failure> {
        Ok(About {
            name: library.setting(LIBRARY_NAME.key)?.value,
            db: library.path().to_owned(),
        })
    }

    fn run<'a>(&'a self, nights: Vec<Closed<'a>>) -> Run<'a> {
        Run {
            library: &self.name,
            db: self.db.display().to_string(),
            nights,
        }
    }
}

#[derive(Serialize)]
struct Run<'a> {
    library: &'a str,
    db: String,
    nights: Vec<Closed<'a>>,
}

#[derive(Serialize)]
struct Closed<'a> {
    day: String,
    closed: bool,
    steps: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    step: &'static str,
    outcome: &'static str,
    milliseconds: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'a str,
    message: String,
}

/// No night is due: which was the last.
pub(super) fn nothing_due(about: &About, last: Option<&NightState>, lang: Lang) -> Document {
    let document = Document::new(&about.run(Vec::new()));
    match last {
        Some(last) => document.headed(words::nothing_due(lang, lang.long_date(last.day))),
        None => document,
    }
}

/// Every step of every night.
pub(super) fn document(about: &About, taken: &[Taken], rehearsal: bool, lang: Lang) -> Document {
    let nights = taken.chunk_by(|one, other| one.day == other.day).map(|night| Closed {
        day: night[0].day.to_string(),
        closed: !rehearsal && night.iter().all(|taken| matches!(taken.went, Went::Done(_))),
        steps: night.iter().map(told).collect(),
    });
    let run = about.run(nights.collect());
    let heading = if rehearsal {
        words::would(lang)
    } else {
        words::the_night(lang)
    };
    Document::new(&run).with(table(taken, rehearsal, lang).titled(heading))
}

fn told(taken: &Taken) -> Told<'_> {
    let (outcome, detail, error) = match &taken.went {
        Went::Done(detail) => ("done", Some(detail), None),
        Went::Waits => ("waits", None, None),
        Went::Failed { code, said } => {
            let message = said.first().map(|said| said.message.clone()).unwrap_or_default();
            ("failed", None, Some(Problem { code, message }))
        }
    };
    Told {
        step: taken.step.code(),
        outcome,
        milliseconds: taken.milliseconds,
        detail,
        error,
    }
}

fn table(taken: &[Taken], rehearsal: bool, lang: Lang) -> Report {
    let columns = [
        Column::new("day", words::night, Kind::Date),
        Column::new("step", words::step, Kind::Text),
        Column::new("outcome", words::outcome, Kind::Text),
        Column::new("what", words::what, Kind::Text),
        Column::new("milliseconds", words::milliseconds, Kind::Integer),
    ];
    let mut report = Report::new("steps", columns);
    for taken in taken {
        let (outcome, what) = match &taken.went {
            Went::Done(detail) => (words::went_well(lang), in_words(taken.step, detail, rehearsal, lang)),
            Went::Waits => (words::waits(lang), words::waits_why(lang).to_owned()),
            Went::Failed { said, .. } => {
                let message = said.first().map(|said| said.message.clone());
                (words::failed(lang), message.unwrap_or_default())
            }
        };
        let name = name_of(taken.step, lang);
        report.row([
            taken.day.into(),
            name.into(),
            outcome.into(),
            what.into(),
            taken.milliseconds.into(),
        ]);
    }
    report
}

/// What a step is called.
pub(super) fn name_of(step: Step, lang: Lang) -> &'static str {
    match step {
        Step::ExpireHolds => words::expire_holds(lang),
        Step::LapseWaiting => words::lapse_waiting(lang),
        Step::CutHistory => words::cut_history(lang),
        Step::Notices => words::notices(lang),
        Step::Summaries => words::summaries(lang),
        Step::Backup => words::backup(lang),
        Step::Check => words::check(lang),
        Step::Reports => words::reports(lang),
    }
}

/// What a step has done.
pub(super) fn in_words(step: Step, detail: &Value, rehearsal: bool, lang: Lang) -> String {
    let count = |key: &str| detail[key].as_i64().unwrap_or_default();
    let many = |key: &str| lang.count(count(key));
    let text = |key: &str| detail[key].as_str().unwrap_or_default().to_owned();
    match step {
        Step::ExpireHolds if count("expired") + count("ready") == 0 => words::nothing(lang).to_owned(),
        Step::ExpireHolds => words::holds_moved(lang, many("expired"), many("ready")),
        Step::LapseWaiting if count("registrations") == 0 => words::nothing(lang).to_owned(),
        Step::LapseWaiting => words::lapsed(lang, many("registrations"), many("events")),
        Step::CutHistory if count("loans") == 0 => words::nothing(lang).to_owned(),
        Step::CutHistory => words::loans_cut(lang, many("loans")),
        Step::Notices => words::notices_made(lang, many("made"), many("dropped")),
        Step::Summaries => words::days_summed(lang, many("closed"), many("revised")),
        Step::Reports => words::into_folder(lang, text("folder")),
        Step::Backup if rehearsal => words::into_folder(lang, text("folder")),
        Step::Backup if detail["kept"].is_string() => words::backup_kept(lang, text("kept")),
        Step::Backup => words::backup_made(lang, text("file"), many("bytes")),
        Step::Check if rehearsal => words::nothing_yet(lang).to_owned(),
        Step::Check if text("depth") == "deep" => words::sound_deep(lang).to_owned(),
        Step::Check => words::sound(lang).to_owned(),
    }
}
