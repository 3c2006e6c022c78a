//! The import of one file after the other, each as a batch of its own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use pustaka_cli::import::{self, Rejected, Rejects};
use pustaka_cli::{Failure, Session, Status, visible};
use pustaka_core::catalog::import::{Options, Outcome};
use pustaka_core::{Act, Library};
use pustaka_formats::catalogue::{Dialect, Shape};

use crate::answer;
use crate::input::{self, Input, NAMES};
use crate::options::{self, Wish};
use crate::source::FileSource;
use crate::words::{files as file_words, result as words};

/// What became of a file.
pub(crate) struct Done {
    /// As typed.
    pub(crate) file: String,
    pub(crate) shape: Shape,
    pub(crate) outcome: Outcome,
    /// The file of rejected rows.
    pub(crate) rejects: Option<PathBuf>,
    /// The first rejected rows.
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) skip: bool,
    pub(crate) dry_run: bool,
}

impl Done {
    /// Whether rejected rows kept everything out.
    fn stopped(&self) -> bool {
        self.outcome.rejected > 0 && !self.skip
    }
}

/// `catalog-import FILE…`
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let files: Vec<PathBuf> = matches
        .get_many::<OsString>("files")
        .unwrap_or_default()
        .map(PathBuf::from)
        .collect();
    let wish = options::read(matches, session.lang())?;
    if let Some(verb) = input::misplaced_verb(&files) {
        return Err(Failure::usage(
            "usage.verb",
            file_words::verb_last(session.lang(), verb),
        ));
    }
    if files.iter().filter(|file| *file == Path::new("-")).count() > 1 {
        return Err(Failure::usage(
            "input.stdin-twice",
            file_words::stdin_twice(session.lang()),
        ));
    }
    for file in &files {
        session.protect(file)?;
    }
    let (mut library, act) = session.open_to_write()?;
    let mut done: Vec<Done> = Vec::new();
    let mut failed = None;
    for file in &files {
        match import(session, &mut library, &act, file, &wish) {
            Ok(one) => {
                let stopped = one.stopped();
                say_stored(session, &one, files.len());
                done.push(one);
                if stopped {
                    break;
                }
            }
            Err(failure) => {
                failed = Some(failure);
                break;
            }
        }
    }
    finish(session, &done, files.len(), failed)
}

fn import(session: &mut Session, library: &mut Library, act: &Act, file: &Path, wish: &Wish) -> Result<Done, Failure> {
    let lang = session.lang();
    let dry_run = session.dry_run();
    let input = input::open(session, file, &wish.shared.reading)?;
    let name = input.name.clone();
    let options = how(&input, wish, dry_run);
    let rejects = Rejects::beside((!dry_run).then_some(&input.rejects_beside));
    let progress = session.progress(&name);
    let mut source = FileSource(import::Rows::new(
        input,
        rejects,
        wish.shared.skip && !dry_run,
        progress,
        lang,
    ));
    let imported = library.import(act, &options, &mut source);
    source.0.end_progress();
    if let Some(error) = source.0.failure.take() {
        return Err(import::file_failure(lang, &name, &error, &NAMES));
    }
    if imported.is_err()
        && let Some(failure) = import::open_rejects_failed(&mut source.0.rejects, lang)
    {
        return Err(failure);
    }
    let mut outcome = imported?;
    outcome.warnings.extend(source.file_warnings());
    outcome.warnings.sort_by_key(|warning| warning.first.code);
    let rejects = import::publish(session, &mut source.0.rejects, outcome.batch.is_some())?;
    Ok(Done {
        file: name,
        shape: source.0.shape().clone(),
        outcome,
        rejects,
        rejected: std::mem::take(&mut source.0.rejects.first),
        skip: wish.shared.skip,
        dry_run,
    })
}

/// What the dialect and the command line mean for the catalogue.
fn how(input: &Input, wish: &Wish, dry_run: bool) -> Options {
    let dialect = input.reader.shape().dialect;
    Options {
        // The name stays with the batch for good; what could steer a terminal stays as what it is shown as.
        file: visible(&input.name).into_owned(),
        dialect: dialect.as_str().to_owned(),
        copies_only: dialect == Dialect::SlimsItem,
        lenient: match dialect {
            Dialect::Pustaka | Dialect::Generic => false,
            Dialect::SlimsBiblio
            | Dialect::SlimsItem
            | Dialect::Inlislite
            | Dialect::KohaItems
            | Dialect::Goodreads
            | Dialect::Librarything => true,
        },
        skip_bad_rows: wish.shared.skip,
        overwrite_edited: wish.update,
        dry_run,
        expected_rows: input.expected_rows(),
    }
}

/// Among several files, each is told as soon as it is stored.
fn say_stored(session: &mut Session, done: &Done, files: usize) {
    if files > 1
        && let Some(batch) = done.outcome.batch
    {
        let lang = session.lang();
        session.say(words::file_done(lang, &done.file, batch));
    }
}

/// Shows what became of the files, and how the run ends.
fn finish(session: &mut Session, done: &[Done], files: usize, failed: Option<Failure>) -> Result<Status, Failure> {
    let lang = session.lang();
    let any_stored = done.iter().any(|one| one.outcome.batch.is_some());
    let any_rejected = done.iter().any(|one| one.outcome.rejected > 0);
    if !done.is_empty() {
        let answer = answer::document(lang, done, files > 1);
        if session.dry_run() || (any_rejected && !any_stored) {
            session.show(answer)?;
        } else if any_stored {
            session.outcome(answer)?;
        } else {
            session.show_if_watched(answer)?;
        }
    }
    for one in done.iter().filter(|one| one.outcome.rejected > 0) {
        session.complain(answer::rejection(lang, one));
    }
    let Some(failure) = failed else {
        return Ok(if any_rejected { Status::Refused } else { Status::Done });
    };
    if any_stored {
        session.warn(words::stored_files(lang, answer::stored_files(lang, done)));
    }
    Err(failure)
}
