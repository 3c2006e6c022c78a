//! `import`: members of another system; `template`: a file to fill in.

mod answer;
mod source;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::import::{self, Names, Rejected, Rejects};
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::members::{ImportOptions, ImportOutcome};
use pustaka_formats::members::{self as files, Dialect, Field, Members, Never, Shape};

use self::source::FileSource;
use crate::words::help;

/// How this import is typed.
pub(crate) const NAMES: Names = Names {
    command: "member import",
    template: "member template generic",
};

/// What became of the file.
pub(crate) struct Done {
    /// As typed.
    pub(crate) file: String,
    pub(crate) shape: Shape,
    /// Columns that were left out because a library has no business to know them.
    pub(crate) never: Vec<(String, Never)>,
    pub(crate) outcome: ImportOutcome,
    pub(crate) rejects: Option<PathBuf>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) skip: bool,
    pub(crate) dry_run: bool,
}

fn dialects() -> Vec<&'static str> {
    Dialect::all().iter().map(|dialect| dialect.as_str()).collect()
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(help::import(lang))
        .arg(
            Arg::new("file")
                .required(true)
                .value_name(help::file_value(lang))
                .value_parser(clap::value_parser!(OsString))
                .help(help::file(lang)),
        )
        .args(import::args(lang, &dialects()))
        .arg(
            Arg::new("update")
                .long("update")
                .action(ArgAction::SetTrue)
                .help(help::update(lang)),
        )
}

pub(crate) fn template_command(lang: Lang) -> Command {
    let names = Dialect::all()
        .iter()
        .filter(|dialect| files::template(**dialect).is_some());
    let names: Vec<&str> = names.map(|dialect| dialect.as_str()).collect();
    Command::new("template").about(help::template(lang)).arg(
        Arg::new("dialect")
            .required(true)
            .value_name(help::dialect_value(lang))
            .value_parser(names)
            .help(help::template_dialect(lang)),
    )
}

pub(crate) fn template(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let name = matches.get_one::<String>("dialect").map_or("", String::as_str);
    let dialect: Dialect = name.parse().unwrap_or(Dialect::Generic);
    import::template(session, name, files::template(dialect).unwrap_or_default(), &NAMES)?;
    Ok(Status::Done)
}

/// `member import FILE`
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let file = matches
        .get_one::<OsString>("file")
        .map(PathBuf::from)
        .unwrap_or_default();
    let fields: Vec<&str> = Field::all().iter().map(|field| field.as_str()).collect();
    let wish = import::Wish::<Members>::read(matches, &fields, session.lang())?;
    session.protect(&file)?;
    let done = bring(session, &file, &wish, matches.get_flag("update"))?;
    let lang = session.lang();
    let document = answer::document(lang, &done);
    let rejected = done.outcome.rejected > 0;
    if done.dry_run || (rejected && !done.outcome.stored) {
        session.show(document)?;
    } else if done.outcome.stored {
        session.outcome(document)?;
    } else {
        session.show_if_watched(document)?;
    }
    if rejected {
        session.complain(answer::rejection(lang, &done));
        return Ok(Status::Refused);
    }
    Ok(Status::Done)
}

fn bring(session: &mut Session, file: &Path, wish: &import::Wish<Members>, update: bool) -> Result<Done, Failure> {
    let (lang, dry_run) = (session.lang(), session.dry_run());
    let (mut library, act) = session.open_to_write()?;
    let opened = import::Input::<Members>::open(session, file, &wish.reading, &NAMES);
    let input = opened.map_err(|(failure, _)| failure)?;
    let name = input.name.clone();
    let dialect = input.reader.shape().dialect;
    let options = ImportOptions {
        dialect: dialect.as_str().to_owned(),
        lenient: dialect != Dialect::Generic,
        skip_bad_rows: wish.skip,
        update,
        dry_run,
    };
    let rejects = Rejects::beside((!dry_run).then_some(&input.rejects_beside)).private();
    let progress = session.progress(&name);
    let keep = wish.skip && !dry_run;
    let mut source = FileSource(import::Rows::new(input, rejects, keep, progress, lang));
    let imported = library.import_members(&act, &options, &mut source);
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
    outcome.warnings.extend(source.file_warning());
    outcome.warnings.sort_by_key(|warning| warning.first.code);
    let rejects = import::publish(session, &mut source.0.rejects, outcome.stored)?;
    Ok(Done {
        file: name,
        shape: source.0.shape().clone(),
        never: source.0.reader().mapping().never().to_vec(),
        outcome,
        rejects,
        rejected: std::mem::take(&mut source.0.rejects.first),
        skip: wish.skip,
        dry_run,
    })
}
