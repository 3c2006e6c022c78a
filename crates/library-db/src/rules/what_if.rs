//! `rules what-if`: how today's loans would stand under other rules; nothing is stored.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::closing::Difference;
use serde_json::{Value, json};

use super::{set, words};

pub(super) fn command(lang: Lang) -> Command {
    set::described(Command::new("what-if").about(words::what_if_about(lang)), lang).arg(
        Arg::new("file")
            .long("file")
            .value_name(words::file_value(lang))
            .value_parser(value_parser!(PathBuf))
            .conflicts_with_all(["member_type", "preset"])
            .help(words::what_if_file_help(lang)),
    )
}

pub(super) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let proposals = match matches.get_one::<PathBuf>("file").cloned() {
        Some(path) => set::read(session, &path)?,
        None => vec![set::described_rule(session, matches)?],
    };
    let today = session.today();
    let found = session.open()?.what_if(&proposals, today)?;
    let count = lang.count(found.len() as i64);
    let said = match found.is_empty() {
        true => words::no_difference(lang).to_owned(),
        false => words::differences(lang, count),
    };
    let all: Vec<Value> = found.iter().map(as_json).collect();
    let mut answer = Document::new(&json!({ "loans": all })).headed(said);
    if !found.is_empty() {
        answer = answer.with(listed(&found));
    }
    session.show(answer)?;
    Ok(Status::Done)
}

fn as_json(one: &Difference) -> Value {
    json!({
        "item": one.item,
        "member": one.card,
        "rule": one.rule.as_ref().map(ToString::to_string),
        "rule_then": one.rule_then.as_ref().map(ToString::to_string),
        "due": one.due.to_string(),
        "due_then": one.due_then.map(|day| day.to_string()),
        "fine": one.fine.whole(),
        "fine_then": one.fine_then.whole(),
    })
}

fn listed(found: &[Difference]) -> Report {
    let mut report = Report::new(
        "loans",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("member", words::member, Kind::Text),
            Column::new("rule", words::rule, Kind::Text),
            Column::new("rule_then", words::rule_then, Kind::Text),
            Column::new("due", words::due, Kind::Date),
            Column::new("due_then", words::due_then, Kind::Date),
            Column::new("fine", words::fine_short, Kind::Rupiah),
            Column::new("fine_then", words::fine_then, Kind::Rupiah),
        ],
    );
    for one in found {
        report.row([
            one.item.clone().into(),
            one.card.clone().into(),
            one.rule.as_ref().map(ToString::to_string).into(),
            one.rule_then.as_ref().map(ToString::to_string).into(),
            one.due.into(),
            one.due_then.into(),
            one.fine.whole().into(),
            one.fine_then.whole().into(),
        ]);
    }
    report
}
