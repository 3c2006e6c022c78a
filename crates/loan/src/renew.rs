//! `renew`: renews loans, some or all of a member.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use pustaka_core::circulation::loans::{RenewAnswer, Renewal, Renewing};
use pustaka_core::decision::Step;
use serde::Serialize;

use crate::args;
use crate::checkout::{AnsweredRefusal, because, with_override_hint};
use crate::words::{help, result as words};

/// Renewals as other programs read them.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    renewed: Vec<AnsweredRenewal<'a>>,
    refused: Vec<AnsweredRefusal>,
}

#[derive(Debug, Serialize)]
struct AnsweredRenewal<'a> {
    item: &'a str,
    member: &'a str,
    before: String,
    due: String,
    rule: Option<&'a str>,
    renewals: u32,
    fine: i64,
    overridden: &'a [&'static str],
    steps: &'a [Step],
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("renew")
        .about(help::renew(lang))
        .arg(
            args::items(lang)
                .required(false)
                .required_unless_present("all")
                .conflicts_with("all"),
        )
        .arg(
            Arg::new("all")
                .long("all")
                .value_name(help::card_value(lang))
                .help(help::renew_all(lang)),
        )
        .args(args::over(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    let which = match args::text(matches, "all") {
        Some(typed) => Renewing::AllOf(who::card(session, &library, &typed)?),
        None => Renewing::Items(args::all(matches, "item")),
    };
    let answer = library.renew(&act, &which, &args::override_of(matches), session.dry_run())?;
    session.leave(library);
    session.outcome(document(&answer, lang))?;
    if answer.renewed.is_empty() && answer.refused.is_empty() {
        return Err(Failure::refused("renewal.nothing", words::nothing_to_renew(lang)));
    }
    if answer.refused.is_empty() {
        return Ok(Status::Done);
    }
    let sentence = words::not_renewed(lang, answer.refused.len());
    let failure = because("renewal.refused", sentence, &answer.refused, lang);
    Err(with_override_hint(failure, &answer.refused, lang))
}

fn document(answer: &RenewAnswer, lang: Lang) -> Document {
    let mut report = Report::new(
        "renewed",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("title", words::title, Kind::Text),
            Column::new("member", words::card, Kind::Text),
            Column::new("before", words::due_before, Kind::Date),
            Column::new("due", words::due, Kind::Date),
            Column::new("renewals", words::renewals, Kind::Integer),
            Column::new("fine", words::fine, Kind::Rupiah),
        ],
    );
    for one in &answer.renewed {
        report.row([
            one.item.as_str().into(),
            one.title.as_str().into(),
            one.card.as_str().into(),
            one.before.into(),
            one.due.into(),
            one.renewals.into(),
            one.fine.whole().into(),
        ]);
    }
    if answer.renewed.is_empty() {
        report = Report::default();
    }
    let renewal = |one: &'_ Renewal| -> (String, String) { (one.before.to_string(), one.due.to_string()) };
    let renewed = answer.renewed.iter().map(|one| {
        let (before, due) = renewal(one);
        AnsweredRenewal {
            item: &one.item,
            member: &one.card,
            before,
            due,
            rule: one.rule.as_deref(),
            renewals: one.renewals,
            fine: one.fine.whole(),
            overridden: &one.overridden,
            steps: &one.steps,
        }
    });
    let answered = Answered {
        renewed: renewed.collect(),
        refused: answer
            .refused
            .iter()
            .map(|refused| AnsweredRefusal::of(refused, lang))
            .collect(),
    };
    Document::new(&answered).with(report)
}
