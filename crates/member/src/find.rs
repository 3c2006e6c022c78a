//! `find`: members by card, name or telephone.

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Document, Failure, Format, Lang, Session, Status, who};
use pustaka_core::members;
use serde::Serialize;

use crate::record::{Whole, list};
use crate::words::{help, result as words};

#[derive(Serialize)]
struct Found<'a> {
    query: &'a str,
    more: bool,
    members: Vec<Whole<'a>>,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("find")
        .about(help::find(lang))
        .arg(
            Arg::new("words")
                .value_name(help::member_value(lang))
                .num_args(1..)
                .required(true)
                .help(help::find_words(lang)),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(value_parser!(u64).range(1..=1000))
                .default_value("20")
                .help(help::limit(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed: Vec<&str> = matches
        .get_many::<String>("words")
        .unwrap_or_default()
        .map(String::as_str)
        .collect();
    let typed = typed.join(" ");
    let limit = matches.get_one::<u64>("limit").map_or(20, |limit| *limit as usize);
    let library = session.open()?;
    let mut found = library.read(|snapshot| members::find(snapshot, &typed, limit))?;
    let more = found.len() > limit;
    found.truncate(limit);
    let mut report = list(&found);
    if more {
        report.note(words::first_of(lang, limit));
    }
    let json = Found {
        query: &typed,
        more,
        members: found.iter().map(Whole::of).collect(),
    };
    if !found.is_empty() || *session.format() != Format::Table {
        session.keep_private();
        session.show(Document::new(&json).with(report))?;
    }
    match found.is_empty() {
        true => Err(who::nobody(lang, &library, &typed)),
        false => Ok(Status::Done),
    }
}
