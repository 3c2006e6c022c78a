//! `publish`: everything that a survey is published with, into one folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::surveys::results;
use serde::Serialize;

use super::{annex, pages};
use crate::answer::Told;
use crate::paper::data::{self, Shown};
use crate::paper::{charts, poster, poster_svg};
use crate::words::{help, poster as paper_words, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("publish")
        .about(help::publish(lang))
        .arg(super::survey_arg(lang))
        .arg(
            Arg::new("folder")
                .required(true)
                .value_name(help::folder_value(lang))
                .value_parser(clap::value_parser!(OsString))
                .help(help::folder(lang)),
        )
        .args(pages::signature_args(lang))
}

#[derive(Serialize)]
struct Published {
    survey: String,
    index: String,
    files: Vec<String>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let folder = matches
        .get_one::<OsString>("folder")
        .map(PathBuf::from)
        .unwrap_or_default();
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    let found = super::publishable(session, &library, &survey)?;
    let trend = library.read(|snapshot| results::trend(snapshot, &survey))?;
    let rejected = library.read(|snapshot| results::rejected(snapshot, &survey))?;
    let shown = Shown::of(&survey, &found, lang);
    let signature = pages::signature(session, matches);
    let annex = annex::annex(&library, &survey, &found, lang)?;
    let drawing = |drawing: maud::Markup| format!("{}\n", drawing.into_string()).into_bytes();
    let mut files: Vec<(&str, Vec<u8>)> = vec![
        ("annex.xlsx", annex::as_xlsx(&annex)?),
        ("annex.csv", annex::as_csv(&annex, session.excel(), lang)),
        ("poster.html", poster::html(&shown, &signature, lang).into_bytes()),
        ("poster.svg", poster_svg::svg(&shown, &signature, lang).into_bytes()),
        (
            "summary.html",
            pages::summary_page(session, &library, &survey, &found)?.into_bytes(),
        ),
        (
            "elements.svg",
            drawing(charts::elements(&shown.bars, &shown.bands, paper_words::elements(lang))),
        ),
    ];
    if trend.len() > 1 {
        let points = data::points(&trend, lang);
        files.push((
            "trend.svg",
            drawing(charts::trend(&points, &shown.bands, paper_words::trend(lang))),
        ));
    }
    let names: Vec<String> = files
        .iter()
        .map(|(name, _)| folder.join(name).display().to_string())
        .collect();
    if !session.dry_run() {
        make(&folder, lang)?;
        for (name, bytes) in &files {
            session.write_file(&folder.join(name), bytes, false)?;
        }
    }
    let told = Told::of(&survey, &found, rejected, trend);
    let published = Published {
        survey: survey.key.clone(),
        index: told_index(&told),
        files: names.clone(),
    };
    let headline = told.headline_of(lang);
    let written: Vec<String> = names.iter().map(|name| words::written(lang, name)).collect();
    session.show(Document::new(&published).headed(format!("{headline}\n{}", written.join("\n"))))?;
    Ok(Status::Done)
}

fn told_index(told: &Told<'_>) -> String {
    told.results
        .index
        .as_ref()
        .map(|index| index.value().to_string())
        .unwrap_or_default()
}

fn make(folder: &Path, lang: Lang) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::io("folder.failed", words::folder_bad(lang, folder.display()), &error, lang))
}
