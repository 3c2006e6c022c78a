//! `types`: the member types, listed and set.

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::members::{self, MemberType, TypeChange};
use serde::Serialize;

use crate::words::{help, result as words};

#[derive(Serialize)]
struct Listed<'a> {
    types: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    code: &'a str,
    name: &'a str,
    max_items: Option<u32>,
    valid_days: i64,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("types")
        .about(help::types(lang))
        .arg(
            Arg::new("code")
                .value_name(help::code_value(lang))
                .help(help::type_code(lang)),
        )
        .arg(
            Arg::new("name")
                .long("name")
                .value_name(help::text_value(lang))
                .requires("code")
                .help(help::type_name(lang)),
        )
        .arg(
            Arg::new("valid-days")
                .long("valid-days")
                .value_name("N")
                .requires("code")
                .value_parser(value_parser!(i64).range(1..=36_600))
                .help(help::valid_days(lang)),
        )
        .arg(
            Arg::new("max-items")
                .long("max-items")
                .value_name("N")
                .requires("code")
                .value_parser(value_parser!(u32).range(0..=1000))
                .help(help::max_items(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let change = TypeChange {
        name: matches.get_one::<String>("name").cloned(),
        max_items: matches.get_one::<u32>("max-items").map(|max| Some(*max)),
        valid_days: matches.get_one::<i64>("valid-days").copied(),
    };
    let Some(code) = matches.get_one::<String>("code") else {
        let types = session.open()?.read(members::types)?;
        session.show(document(&types))?;
        return Ok(Status::Done);
    };
    if change == TypeChange::default() {
        let types = session.open()?.read(members::types)?;
        let one: Vec<MemberType> = types.into_iter().filter(|one| one.code == *code).collect();
        if one.is_empty() {
            return Err(Failure::refused("type.unknown", words::no_type(lang, code)).hint(words::types_hint(lang)));
        }
        session.show(document(&one))?;
        return Ok(Status::Done);
    }
    let (mut library, act) = session.open_to_write()?;
    let (before, after) = library.set_member_type(&act, code, &change, session.dry_run())?;
    let document = document(std::slice::from_ref(&after));
    match session.dry_run() {
        true => session.show(document)?,
        false => session.outcome(document)?,
    }
    session.say(match (session.dry_run(), before) {
        (true, _) => words::nothing_stored_yet(lang).to_owned(),
        (false, None) => words::type_made(lang, code),
        (false, Some(before)) if before == after => words::type_same(lang, code),
        (false, Some(_)) => words::type_set(lang, code),
    });
    Ok(Status::Done)
}

fn document(types: &[MemberType]) -> Document {
    let columns = [
        Column::new("code", words::code, Kind::Text),
        Column::new("name", words::type_name, Kind::Text),
        Column::new("max_items", words::max_items, Kind::Integer),
        Column::new("valid_days", words::valid_days, Kind::Integer),
    ];
    let mut report = Report::new("types", columns);
    for one in types {
        report.row([
            one.code.clone().into(),
            one.name.clone().into(),
            one.max_items.into(),
            one.valid_days.into(),
        ]);
    }
    let listed = types.iter().map(|one| One {
        code: &one.code,
        name: &one.name,
        max_items: one.max_items,
        valid_days: one.valid_days,
    });
    Document::new(&Listed {
        types: listed.collect(),
    })
    .with(report)
}
