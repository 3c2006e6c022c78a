//! `consent`: what a member agreed to, recorded and withdrawn.

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status, consent_kind, who};
use pustaka_core::members::{ConsentKind, GivenBy};
use serde::Serialize;

use crate::args;
use crate::words::{help, result as words};

#[derive(Serialize)]
struct Answer<'a> {
    dry_run: bool,
    card: &'a str,
    kind: &'static str,
    given: bool,
    changed: bool,
}

pub(crate) fn kinds() -> Vec<&'static str> {
    ConsentKind::ALL.iter().map(|kind| kind.code()).collect()
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("consent")
        .about(help::consent(lang))
        .arg(args::member(lang))
        .arg(
            Arg::new("kind")
                .value_name(help::consent_value(lang))
                .required(true)
                .value_parser(kinds())
                .help(help::consent_kind(lang)),
        )
        .arg(
            Arg::new("withdraw")
                .long("withdraw")
                .action(ArgAction::SetTrue)
                .help(help::withdraw(lang)),
        )
        .arg(
            Arg::new("by")
                .long("by")
                .value_name(help::by_value(lang))
                .value_parser(["member", "guardian"])
                .default_value("member")
                .help(help::by(lang)),
        )
        .arg(
            Arg::new("note")
                .long("note")
                .value_name(help::text_value(lang))
                .help(help::consent_note(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let kind = text("kind")
        .and_then(ConsentKind::from_code)
        .unwrap_or(ConsentKind::Membership);
    let by = text("by").and_then(GivenBy::from_code).unwrap_or(GivenBy::Member);
    let note = text("note").map(|note| pustaka_core::values::line::read(note).text);
    let note = note.filter(|note| !note.is_empty());
    let withdraw = matches.get_flag("withdraw");
    let (mut library, act) = session.open_to_write()?;
    let member = who::member(session, &library, args::typed(matches))?;
    let dry_run = session.dry_run();
    let changed = match withdraw {
        true => {
            library.withdraw_consent(&act, member.id, kind, dry_run)?;
            true
        }
        false => library.give_consent(&act, member.id, (kind, by), note.as_deref(), dry_run)?,
    };
    let named = consent_kind(kind, lang);
    let sentence = match (dry_run, withdraw, changed) {
        (true, _, _) => words::nothing_stored_yet(lang).to_owned(),
        (_, true, _) => words::consent_withdrawn(lang, &member.name, named),
        (_, false, true) => words::consent_given(lang, &member.name, named),
        (_, false, false) => words::consent_stood(lang, &member.name, named),
    };
    let json = Answer {
        dry_run,
        card: member.card.as_str(),
        kind: kind.code(),
        given: !withdraw,
        changed,
    };
    if *session.format() != pustaka_cli::Format::Table {
        session.outcome(Document::new(&json))?;
    }
    session.say(sentence);
    Ok(Status::Done)
}
