//! `lost` and `found`: a copy that its reader lost, and one that is there again.

use clap::{ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::loans::{FoundAnswer, LostAnswer, LostPrice};
use pustaka_core::decision::Step;
use serde::Serialize;

use crate::args;
use crate::give_back::{AnsweredNext, in_words};
use crate::words::{help, result as words};

/// A loss as other programs read it.
#[derive(Debug, Serialize)]
struct AnsweredLoss<'a> {
    item: &'a str,
    member: &'a str,
    price: i64,
    price_from: &'static str,
    fine: i64,
    balance: i64,
    steps: &'a [Step],
}

/// A find as other programs read it.
#[derive(Debug, Serialize)]
struct AnsweredFind<'a> {
    item: &'a str,
    member: Option<&'a str>,
    reversed: i64,
    too_late: bool,
    balance: Option<i64>,
    next: AnsweredNext<'a>,
}

pub(crate) fn commands(lang: Lang) -> [Command; 2] {
    let price = args::option("price", help::amount_value(lang), help::lost_price(lang));
    [
        Command::new("lost")
            .about(help::lost(lang))
            .arg(args::item(lang))
            .arg(price),
        Command::new("found").about(help::found(lang)).arg(args::item(lang)),
    ]
}

pub(crate) fn run_lost(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let price = match args::text(matches, "price") {
        Some(typed) => Some(args::amount(session, &typed)?),
        None => None,
    };
    let (mut library, act) = session.open_to_write()?;
    let item = args::text(matches, "item").unwrap_or_default();
    let answer = library.lost(&act, &item, price, session.dry_run())?;
    session.outcome(of_loss(&answer, lang))?;
    Ok(Status::Done)
}

pub(crate) fn run_found(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    let item = args::text(matches, "item").unwrap_or_default();
    let answer = library.found(&act, &item, session.dry_run())?;
    session.outcome(of_find(&answer, lang))?;
    Ok(Status::Done)
}

fn of_loss(answer: &LostAnswer, lang: Lang) -> Document {
    let mut report = Report::new(
        "lost",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("member", words::card, Kind::Text),
            Column::new("price", words::price, Kind::Rupiah),
            Column::new("price_from", words::price_from, Kind::Text),
            Column::new("fine", words::fine, Kind::Rupiah),
            Column::new("balance", words::balance, Kind::Rupiah),
        ],
    );
    report.row([
        answer.item.as_str().into(),
        answer.card.as_str().into(),
        answer.price.whole().into(),
        match answer.from {
            LostPrice::Given => words::price_given(lang),
            LostPrice::Item => words::price_of_item(lang),
            LostPrice::Setting => words::price_of_setting(lang),
        }
        .into(),
        answer.fine.whole().into(),
        answer.owed.into(),
    ]);
    let answered = AnsweredLoss {
        item: &answer.item,
        member: &answer.card,
        price: answer.price.whole(),
        price_from: answer.from.code(),
        fine: answer.fine.whole(),
        balance: answer.owed,
        steps: &answer.steps,
    };
    Document::new(&answered).with(report)
}

fn of_find(answer: &FoundAnswer, lang: Lang) -> Document {
    let mut report = Report::new(
        "found",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("member", words::card, Kind::Text),
            Column::new("reversed", words::reversed, Kind::Rupiah),
            Column::new("balance", words::balance, Kind::Rupiah),
            Column::new("next", words::next, Kind::Text),
        ],
    );
    report.row([
        answer.item.as_str().into(),
        answer.card.clone().into(),
        answer.reversed.whole().into(),
        answer.owed.into(),
        in_words(&answer.next, lang).into(),
    ]);
    if answer.too_late {
        report.note(words::found_too_late(lang));
    }
    if let Some(credit) = answer.owed.filter(|owed| *owed < 0) {
        report.note(words::credit(lang, lang.rupiah(-credit)));
    }
    let answered = AnsweredFind {
        item: &answer.item,
        member: answer.card.as_deref(),
        reversed: answer.reversed.whole(),
        too_late: answer.too_late,
        balance: answer.owed,
        next: AnsweredNext::of(&answer.next),
    };
    Document::new(&answered).with(report)
}
