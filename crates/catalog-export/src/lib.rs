//! `catalog-export`: the catalogue as a file that other systems read.
//!
//! The core hands out one title at a time, `writer` makes rows of it, and the rows go to standard output or, whole or
//! not at all, to a file: memory stays flat whatever the catalogue's size. What SLiMS will not keep is found while its
//! file is written, counted (`losses`), and said at the end. `register` is the accession register, a row a copy.
#![forbid(unsafe_code)]

mod losses;
mod pustaka;
mod register;
mod slims;
mod words;
mod writer;

use std::io::{self, Write};
use std::ops::ControlFlow;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Format, Lang, Session, Status, Tool, Topic, examples};
use pustaka_core::catalog::export::{self, Choice};
use pustaka_core::{Library, Snapshot};
use pustaka_formats::catalogue::Dialect;
use serde::Serialize;

use crate::losses::Place;
use crate::slims::Listed;
use crate::writer::{Plan, Tally, Writer};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "catalog-export",
    command,
    run,
    topics,
    ..Tool::BASE
};

/// Titles between two looks at the progress bar.
const STEP: u64 = 1_000;

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(words::about(lang))
        .arg(
            Arg::new("dialect")
                .long("dialect")
                .value_name(words::dialect_value(lang))
                .value_parser(["pustaka", "slims-biblio", "slims-item"])
                .default_value("pustaka")
                .help(words::dialect(lang)),
        )
        .arg(
            Arg::new("class")
                .long("class")
                .value_name(words::class_value(lang))
                .help(words::class(lang)),
        )
        .arg(
            Arg::new("in-slims")
                .long("in-slims")
                .value_name(words::name_value(lang))
                .action(ArgAction::Append)
                .help(words::in_slims(lang)),
        )
        .subcommand(register::command(lang))
        .after_help(examples(
            lang,
            [
                ("catalog-export -o katalog.csv", words::example_all(lang)),
                (
                    "catalog-export --dialect slims-biblio -o judul.csv",
                    words::example_biblio(lang),
                ),
                (
                    "catalog-export --dialect slims-item --in-slims 'Cabang Utara' -o eksemplar.csv",
                    words::example_item(lang),
                ),
            ],
        ))
}

fn topics(lang: Lang) -> Vec<Topic> {
    vec![Topic {
        name: "slims",
        about: words::topic_slims(lang),
        text: words::slims(lang),
    }]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    if let Some(("register", of)) = matches.subcommand() {
        no_options_of_the_file(session, matches)?;
        return register::run(session, of);
    }
    let dialect = matches.get_one::<String>("dialect").and_then(|name| name.parse().ok());
    let listed = matches.get_many::<String>("in-slims").unwrap_or_default();
    let plan = Plan {
        dialect: dialect.unwrap_or(Dialect::Pustaka),
        excel: session.excel(),
        listed: Listed::new(listed.map(String::as_str)),
    };
    let choice = Choice {
        class: matches.get_one::<String>("class").cloned(),
    };
    check_form(session, &plan)?;
    let library = session.open()?;
    if let Some(class) = &choice.class
        && library.read(|snapshot| export::count(snapshot, &choice))? == 0
    {
        return Err(Failure::refused("class.none", words::no_title(session.lang(), class)));
    }
    if let Some(tally) = write(session, &library, &choice, &plan)? {
        report(session, plan.dialect, &tally)?;
    }
    Ok(Status::Done)
}

/// The options of a catalogue file mean nothing to a verb; one that would be passed over is refused.
fn no_options_of_the_file(session: &Session, matches: &ArgMatches) -> Result<(), Failure> {
    let typed = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
    match ["dialect", "class", "in-slims"].into_iter().find(|id| typed(id)) {
        Some(id) => Err(Failure::usage(
            "usage.not-here",
            words::not_with_register(session.lang(), format!("--{id}")),
        )),
        None => Ok(()),
    }
}

/// The file is CSV; the forms that every tool knows can only sum up.
fn check_form(session: &Session, plan: &Plan) -> Result<(), Failure> {
    let lang = session.lang();
    if plan.excel && plan.dialect != Dialect::Pustaka {
        let sentence = words::not_for_excel(lang, plan.dialect);
        return Err(Failure::usage("output.excel", sentence).hint(words::only_pustaka(lang)));
    }
    let ending = session
        .output()
        .and_then(|path| path.extension())
        .map(|ending| ending.to_ascii_lowercase());
    if let Some(ending) = ending.filter(|ending| ["json", "xlsx"].iter().any(|other| ending == other)) {
        let sentence = words::only_csv(lang, ending.to_string_lossy());
        return Err(Failure::usage("output.ending", sentence).hint(words::csv_ending(lang)));
    }
    if session.on_screen() && !session.dry_run() {
        let sentence = words::not_on_screen(lang);
        return Err(Failure::usage("output.screen", sentence).hint(words::name_file(lang)));
    }
    if *session.format() == Format::Json && session.output().is_none() && !session.dry_run() {
        let sentence = words::json_needs_file(lang);
        return Err(Failure::usage("output.needed", sentence).hint(words::name_file(lang)));
    }
    Ok(())
}

/// Streams the catalogue to where the result goes, in one snapshot of the library. Nothing is answered when nobody
/// wants the rest: a reader of standard output may go away.
fn write(session: &mut Session, library: &Library, choice: &Choice, plan: &Plan) -> Result<Option<Tally>, Failure> {
    let mut progress = session.progress(words::progress(session.lang()));
    let mut copy_all = |snapshot: &Snapshot<'_>, out: &mut dyn Write| {
        let total = export::count(snapshot, choice)?;
        let mut writer = match Writer::begin(out, plan) {
            Ok(writer) => writer,
            Err(error) => return Ok(Err(error)),
        };
        let ended = export::each_title(snapshot, choice, |title| {
            let titles = writer.tally.titles;
            if titles.is_multiple_of(STEP) {
                progress.report(titles, total, titles);
            }
            writer
                .title(title)
                .map_or_else(ControlFlow::Break, ControlFlow::Continue)
        })?;
        Ok(match ended {
            ControlFlow::Continue(()) => writer.finish(),
            ControlFlow::Break(error) => Err(error),
        })
    };
    if session.dry_run() {
        return Ok(library.read(|snapshot| copy_all(snapshot, &mut io::sink()))?.ok());
    }
    let mut sink = session.sink()?;
    match library.read(|snapshot| copy_all(snapshot, &mut sink))? {
        Ok(tally) => sink.finish().map(|()| Some(tally)),
        Err(error) => sink.fail(&error).map(|()| None),
    }
}

/// Says what was written and what SLiMS will not keep.
fn report(session: &mut Session, dialect: Dialect, tally: &Tally) -> Result<(), Failure> {
    let lang = session.lang();
    if *session.format() == Format::Json {
        return session.beside(summary(session, dialect, tally));
    }
    let shown = |count: u64| lang.count(i64::try_from(count).unwrap_or(i64::MAX));
    for (loss, count, place) in tally.losses.iter() {
        let what = words::what(lang, loss);
        session.warn(words::loss(
            lang,
            loss.code(),
            shown(count),
            what,
            place_words(lang, place),
        ));
    }
    let (titles, items) = (shown(tally.titles), shown(tally.items));
    if session.dry_run() {
        session.say(words::would_write(lang, titles, items));
    } else if let Some(file) = session.output() {
        let sentence = words::written(lang, titles, items, file.display());
        session.say(sentence);
    }
    Ok(())
}

fn place_words(lang: Lang, place: &Place) -> String {
    match &place.item {
        None => words::place(lang, place.line, place.column, &place.title),
        Some(item) => words::place_of_copy(lang, place.line, place.column, &place.title, item),
    }
}

/// What was done, for `--format json`.
#[derive(Serialize)]
struct Summary<'a> {
    dialect: &'static str,
    file: Option<String>,
    titles: u64,
    items: u64,
    warnings: Vec<Warning<'a>>,
}

#[derive(Serialize)]
struct Warning<'a> {
    code: &'static str,
    count: u64,
    first: &'a Place,
}

fn summary(session: &Session, dialect: Dialect, tally: &Tally) -> Document {
    let warnings = tally.losses.iter().map(|(loss, count, first)| Warning {
        code: loss.code(),
        count,
        first,
    });
    Document::new(&Summary {
        dialect: dialect.as_str(),
        file: session.output().map(|file| file.display().to_string()),
        titles: tally.titles,
        items: tally.items,
        warnings: warnings.collect(),
    })
}
