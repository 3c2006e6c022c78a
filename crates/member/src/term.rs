//! `renew`, `block`, `unblock`: how long a membership is valid, and what stops it before.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use pustaka_core::decision::Step;
use pustaka_core::members::Renewed;
use serde::Serialize;

use crate::words::{help, result as words};
use crate::{args, record};

#[derive(Serialize)]
struct Answer<'a> {
    dry_run: bool,
    card: &'a str,
    before: String,
    valid_until: String,
    steps: &'a [Step],
}

#[derive(Serialize)]
struct Blocked<'a> {
    dry_run: bool,
    card: &'a str,
    blocked: Option<&'a str>,
}

pub(crate) fn renew_command(lang: Lang) -> Command {
    Command::new("renew")
        .about(help::renew(lang))
        .arg(args::member(lang))
        .arg(
            Arg::new("until")
                .long("until")
                .value_name(help::day_value(lang))
                .help(help::renew_until(lang)),
        )
}

pub(crate) fn block_command(lang: Lang) -> Command {
    Command::new("block")
        .about(help::block(lang))
        .arg(args::member(lang))
        .arg(
            Arg::new("reason")
                .long("reason")
                .value_name(help::text_value(lang))
                .required(true)
                .help(help::reason(lang)),
        )
}

pub(crate) fn unblock_command(lang: Lang) -> Command {
    Command::new("unblock")
        .about(help::unblock(lang))
        .arg(args::member(lang))
}

pub(crate) fn renew(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = matches.get_one::<String>("until");
    let until = typed.map(|typed| session.date("--until", typed)).transpose()?;
    let (mut library, act) = session.open_to_write()?;
    let member = who::member(session, &library, args::typed(matches))?;
    let renewed = library.renew_member(&act, member.id, until, session.dry_run())?;
    let document = renewal(member.card.as_str(), &renewed, session.dry_run());
    record::warn_of_end(session, renewed.until.value);
    let day = lang.date(renewed.until.value);
    match session.dry_run() {
        true => session.show(document)?,
        false => session.outcome(document)?,
    }
    session.say(match session.dry_run() {
        true => words::would_renew(lang, &member.name, day),
        false => words::renewed(lang, &member.name, day),
    });
    Ok(Status::Done)
}

fn renewal(card: &str, renewed: &Renewed, dry_run: bool) -> Document {
    let columns = [
        Column::new("card", words::card, Kind::Text),
        Column::new("before", words::before, Kind::Date),
        Column::new("valid_until", words::valid_until, Kind::Date),
    ];
    let mut report = Report::new("renewed", columns);
    report.row([card.into(), renewed.before.into(), renewed.until.value.into()]);
    let json = Answer {
        dry_run,
        card,
        before: renewed.before.to_string(),
        valid_until: renewed.until.value.to_string(),
        steps: &renewed.until.steps,
    };
    Document::new(&json).with(report)
}

pub(crate) fn block(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let typed = matches.get_one::<String>("reason").map_or("", String::as_str);
    let reason = pustaka_core::values::line::read(typed).text;
    if reason.is_empty() || reason.chars().count() > 200 {
        let lang = session.lang();
        return Err(Failure::usage("block.reason", words::reason_needed(lang)).hint(words::reason_so(lang)));
    }
    set(session, matches, Some(&reason))
}

pub(crate) fn unblock(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    set(session, matches, None)
}

fn set(session: &mut Session, matches: &ArgMatches, reason: Option<&str>) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    let member = who::member(session, &library, args::typed(matches))?;
    library.block_member(&act, member.id, reason, session.dry_run())?;
    let card = member.card.as_str();
    let mut report = Report::new(
        "blocked",
        [
            Column::new("card", words::card, Kind::Text),
            Column::new("blocked", words::blocked, Kind::Text),
        ],
    );
    report.row([card.into(), reason.into()]);
    let json = Blocked {
        dry_run: session.dry_run(),
        card,
        blocked: reason,
    };
    let document = Document::new(&json).with(report);
    match session.dry_run() {
        true => session.show(document)?,
        false => session.outcome(document)?,
    }
    session.say(match (session.dry_run(), reason) {
        (true, _) => words::nothing_stored_yet(lang).to_owned(),
        (false, Some(_)) => words::was_blocked(lang, &member.name),
        (false, None) => words::was_unblocked(lang, &member.name),
    });
    Ok(Status::Done)
}
