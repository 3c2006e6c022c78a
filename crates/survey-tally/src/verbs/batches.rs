//! `batches` and `undo`.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::surveys::undo::{self, Batch};
use pustaka_core::values::ids::SurveyBatchId;
use serde::Serialize;

use super::typed;
use crate::words::{help, result as words};

pub(crate) fn list_command(lang: Lang) -> Command {
    Command::new("batches").about(help::batches(lang)).arg(
        Arg::new("survey")
            .value_name(help::survey_value(lang))
            .help(help::survey_optional(lang)),
    )
}

pub(crate) fn undo_command(lang: Lang) -> Command {
    Command::new("undo").about(help::undo(lang)).arg(
        Arg::new("batch")
            .required(true)
            .value_name(help::number_value(lang))
            .help(help::undo_batch(lang)),
    )
}

#[derive(Serialize)]
struct Listed {
    batches: Vec<Batch>,
}

pub(crate) fn list(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let batches = session
        .open()?
        .read(|snapshot| undo::batches(snapshot, typed(matches, "survey")))?;
    let columns = [
        Column::new("batch", words::batch, Kind::Number),
        Column::new("survey", words::survey, Kind::Text),
        Column::new("at", words::at, Kind::Text),
        Column::new("staff", words::staff, Kind::Text),
        Column::new("file", words::file, Kind::Text),
        Column::new("responses", words::respondents, Kind::Integer),
        Column::new("rejected", words::rejected, Kind::Integer),
        Column::new("undone", words::undone, Kind::Text),
    ];
    let mut report = Report::new("batches", columns);
    let table = session.format() == &Format::Table;
    let moment = |stamp: &str| match (
        table,
        stamp.get(..10).and_then(|day| day.parse().ok()),
        stamp.get(11..16),
    ) {
        (true, Some(day), Some(minute)) => format!("{} {minute}", lang.date(day)),
        _ => stamp.to_owned(),
    };
    for batch in &batches {
        report.row([
            batch.id.0.into(),
            batch.survey.as_str().into(),
            moment(&batch.at).into(),
            batch.staff.as_str().into(),
            batch.file.as_str().into(),
            batch.responses.into(),
            batch.rejected.into(),
            batch.undone.as_deref().map(moment).into(),
        ]);
    }
    if batches.is_empty() {
        report.note(words::no_batches(lang));
    }
    session.show(Document::new(&Listed { batches }).with(report))?;
    Ok(Status::Done)
}

#[derive(Serialize)]
struct Undone {
    batch: SurveyBatchId,
    survey: String,
    responses: u64,
    dry_run: bool,
}

pub(crate) fn undo(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let batch = SurveyBatchId(number(typed(matches, "batch").unwrap_or_default(), lang)?);
    let (mut library, act) = session.open_to_write()?;
    let (undone, responses) = library.undo_survey_import(&act, batch, session.dry_run())?;
    let dry_run = session.dry_run();
    let answer = Document::new(&Undone {
        batch,
        survey: undone.survey,
        responses,
        dry_run,
    });
    let count = lang.count(crate::paper::data::count(responses));
    match dry_run {
        true => session.show(answer.headed(words::undo_would(lang, batch, count)))?,
        false => session.outcome(answer.headed(words::undo_done(lang, batch, count)))?,
    }
    Ok(Status::Done)
}

/// A number as typed.
pub(crate) fn number(typed: &str, lang: Lang) -> Result<i64, Failure> {
    let bad = || Failure::usage("number.bad", words::number_bad(lang, typed));
    typed.trim().parse().map_err(|_| bad())
}
