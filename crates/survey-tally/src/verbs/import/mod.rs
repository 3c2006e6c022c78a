//! `import`: the answers of a file come into a survey.

mod answer;
pub(crate) mod file;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::import::{self, At, Counted, Rejected, Rejects, Rows};
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::surveys::import::{Options, Outcome, Source};
use pustaka_core::surveys::reading::{self, Columns, Row};
use pustaka_core::surveys::{self, Survey};
use pustaka_core::{Error, Library};
use pustaka_formats::survey::Answers;

use self::file::NAMES;
use super::typed;
use crate::words::{columns as words, help, result};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(help::import(lang))
        .arg(super::survey_arg(lang))
        .arg(
            Arg::new("file")
                .required(true)
                .value_name(help::file_value(lang))
                .value_parser(clap::value_parser!(OsString))
                .help(help::file(lang)),
        )
        .args(file::args(lang))
        .arg(
            Arg::new("new")
                .long("new")
                .action(ArgAction::SetTrue)
                .help(help::import_new(lang)),
        )
        .args(
            super::new::making_args(lang)
                .into_iter()
                .filter(|arg| arg.get_id() != "order"),
        )
}

/// What became of the file.
pub(crate) struct Done {
    pub(crate) file: String,
    pub(crate) survey: Survey,
    pub(crate) columns: Columns,
    pub(crate) encoding: String,
    pub(crate) delimiter: Option<u8>,
    pub(crate) outcome: Outcome,
    pub(crate) rejects: Option<PathBuf>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) warnings: Vec<Noticed>,
    pub(crate) skip: bool,
    pub(crate) dry_run: bool,
}

/// Something that was mended, counted.
#[derive(Debug, Clone)]
pub(crate) struct Noticed {
    pub(crate) code: &'static str,
    pub(crate) count: u64,
    pub(crate) line: u64,
    pub(crate) column: Option<String>,
    pub(crate) found: String,
    pub(crate) stored: String,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let path = matches
        .get_one::<OsString>("file")
        .map(PathBuf::from)
        .unwrap_or_default();
    session.protect(&path)?;
    let (mut library, act) = session.open_to_write()?;
    let (survey, new) = survey(session, &library, matches)?;
    let opened = file::open(session, &path, matches, &survey.instrument)?;
    let dry_run = session.dry_run();
    let name = opened.input.name.clone();
    let rejects = Rejects::beside((!dry_run).then_some(&opened.input.rejects_beside));
    let progress = session.progress(&name);
    let (encoding, delimiter) = {
        let shape = opened.input.reader.shape();
        (shape.encoding.clone(), shape.delimiter)
    };
    let skip = typed(matches, "on-error") == Some("skip");
    let mut source = FileSource::new(
        Rows::new(opened.input, rejects, skip && !dry_run, progress, lang),
        opened.columns.columns.len(),
    );
    let options = Options {
        survey: survey.key.clone(),
        new,
        file: name.clone(),
        skip,
        dry_run,
    };
    let imported = library.import_survey(&act, &options, &opened.columns, &mut source);
    source.rows.end_progress();
    if let Some(error) = source.rows.failure.take() {
        return Err(import::file_failure(lang, &name, &error, &NAMES));
    }
    if imported.is_err()
        && let Some(failure) = import::open_rejects_failed(&mut source.rows.rejects, lang)
    {
        return Err(failure);
    }
    let outcome = imported?;
    let rejects = import::publish(session, &mut source.rows.rejects, outcome.batch.is_some())?;
    let done = Done {
        file: name,
        columns: opened.columns,
        encoding,
        delimiter,
        rejects,
        rejected: std::mem::take(&mut source.rows.rejects.first),
        warnings: source.noticed(),
        survey,
        outcome,
        skip,
        dry_run,
    };
    finish(session, &done)
}

/// The survey that is named; with `--new` one that is to be made.
fn survey(
    session: &mut Session,
    library: &Library,
    matches: &ArgMatches,
) -> Result<(Survey, Option<surveys::NewSurvey>), Failure> {
    let lang = session.lang();
    let key = typed(matches, "survey").unwrap_or_default();
    let missing = match library.read(|snapshot| surveys::find(snapshot, key)) {
        Ok(survey) => return Ok((survey, None)),
        Err(error @ Error::NotFound { .. }) => error,
        Err(error) => return Err(error.into()),
    };
    if !matches.get_flag("new") {
        let failure = Failure::from(missing);
        let said = Failure::refused("not-found", help::no_survey(lang, key)).hint(result::new_hint(lang, key));
        return Err(if failure.code() == "not-found" { said } else { failure });
    }
    let mut new = super::new::wanted(session, matches)?;
    // The name of the order is shared with the file's own columns.
    new.order = typed(matches, "order").map(str::to_owned).or(new.order);
    let survey = Survey {
        id: pustaka_core::values::ids::SurveyId(0),
        key: new.key.clone(),
        name: new.key.clone(),
        instrument: new.instrument.clone(),
        order: new.order.clone(),
        unit: new.unit.clone(),
        service: new.service.clone(),
        opens: new.opens,
        closes: new.closes,
        weight: new.weight.clone(),
        population: new.population,
    };
    Ok((survey, Some(new)))
}

/// Shows what became of the file, and how the run ends.
fn finish(session: &mut Session, done: &Done) -> Result<Status, Failure> {
    let lang = session.lang();
    let answer = answer::document(lang, done);
    let outcome = &done.outcome;
    // What names people is said always, also in cron: the file still holds it.
    let dropped = answer::dropped(done);
    if !dropped.is_empty() {
        session.warn(words::dropped(lang, dropped.join(", ")));
    }
    if done.dry_run || outcome.rejected > 0 && outcome.batch.is_none() {
        session.show(answer)?;
    } else if outcome.batch.is_some() {
        session.outcome(answer)?;
    } else {
        session.show_if_watched(answer)?;
    }
    if outcome.rejected == 0 {
        return Ok(Status::Done);
    }
    let at = At {
        file: &done.file,
        dry_run: done.dry_run,
        skip: done.skip,
        stored: outcome.batch.is_some(),
    };
    let counts = Counted {
        records: outcome.records,
        rejected: outcome.rejected,
    };
    session.complain(import::rejection(
        lang,
        at,
        counts,
        (&done.rejected, done.rejects.as_ref()),
        &NAMES,
    ));
    Ok(Status::Refused)
}

/// Rows of a file on their way into the survey.
pub(crate) struct FileSource {
    pub(crate) rows: Rows<Answers>,
    width: usize,
    noticed: BTreeMap<&'static str, Noticed>,
    lang: Lang,
    /// Rows that the survey gave back, beside those that could not be read.
    given_back: u64,
}

impl FileSource {
    pub(crate) fn new(rows: Rows<Answers>, width: usize) -> FileSource {
        let lang = rows.lang();
        FileSource {
            rows,
            width,
            noticed: BTreeMap::new(),
            lang,
            given_back: 0,
        }
    }

    /// What was mended, by code.
    pub(crate) fn noticed(&self) -> Vec<Noticed> {
        let of_file = self.rows.file_warning().map(|(code, found, stored)| Noticed {
            code,
            count: 1,
            line: 1,
            column: None,
            found,
            stored,
        });
        self.noticed.values().cloned().chain(of_file).collect()
    }

    fn note(&mut self, line: u64, warning: &pustaka_formats::table::Warning<pustaka_formats::survey::Place>) {
        let code = warning.code.as_str();
        let shape = self.rows.shape();
        let column = warning
            .field
            .and_then(|place| shape.columns.get(place.0))
            .map(|column| column.header.clone());
        let noticed = self.noticed.entry(code).or_insert_with(|| Noticed {
            code,
            count: 0,
            line,
            column,
            found: warning.found.clone(),
            stored: warning.stored.clone(),
        });
        noticed.count += 1;
    }
}

impl Source for FileSource {
    fn next(&mut self) -> pustaka_core::Result<Option<Row>> {
        let Some(read) = self.rows.next_row()? else {
            return Ok(None);
        };
        for warning in &read.warnings {
            self.note(read.line, warning);
        }
        let mut cells = vec![String::new(); self.width];
        for (place, cell) in read.cells {
            if let Some(own) = cells.get_mut(place.0) {
                *own = cell;
            }
        }
        Ok(Some(Row { line: read.line, cells }))
    }

    fn reject(&mut self, row: &Row, cells: &[reading::Rejected]) -> pustaka_core::Result<()> {
        self.given_back += 1;
        let Some(first) = cells.first() else { return Ok(()) };
        let mut reason = words::cell(self.lang, first.code, &first.found);
        if cells.len() > 1 {
            let others: Vec<String> = cells[1..]
                .iter()
                .map(|cell| format!("{}: `{}`", import::short(&cell.column), cell.found))
                .collect();
            reason = format!("{reason} {}", words::also(self.lang, others.join(", ")));
        }
        self.rows.set_aside(Rejected {
            line: row.line,
            column: Some(import::short(&first.column)),
            code: first.code,
            reason,
        })
    }

    fn counts(&self) -> (u64, u64) {
        let (_, blank, rejected) = self.rows.counts();
        (blank, rejected - self.given_back)
    }
}
