//! `return`: takes copies back, and says what to do with each.

use std::collections::BTreeMap;

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::loans::{FoundAnswer, Next, NotOnLoan, Return, ReturnAnswer, ReturnOptions, at_desk};
use pustaka_core::decision::Step;
use serde::Serialize;

use crate::args;
use crate::checkout::{AnsweredRefusal, because};
use crate::words::{help, result as words};

/// Returns as other programs read them.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    returns: Vec<AnsweredReturn<'a>>,
    found: Vec<AnsweredFound<'a>>,
    not_on_loan: Vec<AnsweredNotOnLoan<'a>>,
    refused: Vec<AnsweredRefusal>,
}

#[derive(Debug, Serialize)]
struct AnsweredReturn<'a> {
    item: &'a str,
    member: &'a str,
    due: String,
    returned: String,
    late_days: i64,
    fine: i64,
    suspended_until: Option<String>,
    next: AnsweredNext<'a>,
    steps: &'a [Step],
}

#[derive(Debug, Serialize)]
struct AnsweredFound<'a> {
    item: &'a str,
    member: Option<&'a str>,
    reversed: i64,
    next: AnsweredNext<'a>,
}

#[derive(Debug, Serialize)]
struct AnsweredNotOnLoan<'a> {
    item: &'a str,
    returned_at: Option<&'a str>,
    in_house: bool,
    next: AnsweredNext<'a>,
}

/// What to do with a copy in hand, as other programs read it.
#[derive(Debug, Serialize)]
pub(crate) struct AnsweredNext<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shelf: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<&'a str>,
}

impl<'a> AnsweredNext<'a> {
    pub(crate) fn of(next: &'a Next) -> AnsweredNext<'a> {
        let (mut member, mut until) = (None, None);
        let (mut call_number, mut shelf, mut location) = (None, None, None);
        match next {
            Next::Shelve(place) => {
                call_number = place.call_number.as_deref();
                shelf = place.shelf.as_deref();
                location = place.location.as_deref();
            }
            Next::SetAside(hold) => {
                member = Some(hold.card.as_str());
                until = hold.until.map(|until| until.to_string());
            }
            Next::OtherBranch { location: branch } => location = Some(branch.as_str()),
            Next::Repair | Next::Withdrawn => {}
        }
        AnsweredNext {
            code: next.code(),
            member,
            until,
            call_number,
            shelf,
            location,
        }
    }
}

/// What to do with a copy in hand, in words. Who waits is named by the card: the shelf of holds is seen by everybody.
pub(crate) fn in_words(next: &Next, lang: Lang) -> String {
    match next {
        Next::Shelve(place) => {
            let parts = [&place.location, &place.shelf, &place.call_number];
            let place: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
            match place.is_empty() {
                true => words::shelve(lang).to_owned(),
                false => words::shelve_at(lang, place.join(", ")),
            }
        }
        Next::SetAside(hold) => {
            let until = hold.until.map(|until| lang.date(until)).unwrap_or_default();
            words::set_aside(lang, &hold.card, until)
        }
        Next::Repair => words::to_repair(lang).to_owned(),
        Next::OtherBranch { location } => words::other_branch(lang, location),
        Next::Withdrawn => words::withdrawn(lang).to_owned(),
    }
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("return")
        .about(help::give_back(lang))
        .long_about(help::give_back_long(lang))
        .arg(args::items(lang))
        .arg(args::switch("in-house", help::in_house(lang)))
        .arg(args::switch("repair", help::to_repair(lang)))
        .arg(args::option("here", help::place_value(lang), help::here_help(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let options = ReturnOptions {
        in_house: matches.get_flag("in-house"),
        to_repair: matches.get_flag("repair"),
        here: args::text(matches, "here"),
    };
    let (mut library, act) = session.open_to_write()?;
    let answer = library.return_items(&act, &args::all(matches, "item"), &options, session.dry_run())?;
    session.outcome(document(&answer, lang))?;
    for hold in &answer.moved.expired {
        session.say(words::passed_on(
            lang,
            &hold.card,
            hold.ready.as_deref().unwrap_or_default(),
        ));
    }
    if answer.refused.is_empty() {
        session.leave(library);
        return Ok(Status::Done);
    }
    let sentence = words::not_taken_back(lang, answer.refused.len());
    let failure = because("return.refused", sentence, &answer.refused, lang);
    // A card in the place of a book.
    for one in &answer.refused {
        if library
            .read(|snapshot| at_desk(snapshot, &one.item, act.day()))?
            .is_some()
        {
            return Err(failure.hint(words::is_a_card(lang, &one.item)));
        }
    }
    Err(failure)
}

fn of_not_on_loan(one: &NotOnLoan, lang: Lang) -> String {
    let moment = one.returned_at.as_deref().unwrap_or_default();
    let day: Option<Date> = moment.get(..10).and_then(|day| day.parse().ok());
    match day {
        _ if one.in_house => words::read_in_house(lang, &one.item),
        Some(day) => words::returned_before(lang, &one.item, lang.date(day), moment.get(11..16).unwrap_or_default()),
        None => words::never_lent(lang, &one.item),
    }
}

fn document(answer: &ReturnAnswer, lang: Lang) -> Document {
    let mut report = Report::new(
        "returns",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("title", words::title, Kind::Text),
            Column::new("member", words::card, Kind::Text),
            Column::new("due", words::due, Kind::Date),
            Column::new("late_days", words::late_days, Kind::Integer),
            Column::new("fine", words::fine, Kind::Rupiah),
            Column::new("suspended_until", words::suspended_until, Kind::Date),
            Column::new("next", words::next, Kind::Text),
        ],
    );
    for one in &answer.returns {
        report.row([
            one.item.as_str().into(),
            one.title.as_str().into(),
            one.card.as_str().into(),
            one.due.into(),
            one.late_days.into(),
            one.fine.whole().into(),
            one.suspended_until.into(),
            in_words(&one.next, lang).into(),
        ]);
    }
    if answer.returns.is_empty() {
        report = Report::default();
    }
    for one in &answer.not_on_loan {
        report.note(of_not_on_loan(one, lang));
    }
    for one in &answer.found {
        report.note(words::found_again(
            lang,
            &one.item,
            lang.rupiah(one.reversed.whole()),
            in_words(&one.next, lang),
        ));
    }
    // Once for each who owes: what is left to pay after the last of their copies.
    let owing: BTreeMap<&str, i64> = answer.returns.iter().map(|one| (one.card.as_str(), one.owed)).collect();
    for (card, owed) in owing.into_iter().filter(|(_, owed)| *owed > 0) {
        report.note(words::owes_of(lang, card, lang.rupiah(owed)));
    }
    Document::new(&Answered::of(answer, lang)).with(report)
}

impl<'a> Answered<'a> {
    fn of(answer: &'a ReturnAnswer, lang: Lang) -> Answered<'a> {
        let one = |one: &'a Return| AnsweredReturn {
            item: &one.item,
            member: &one.card,
            due: one.due.to_string(),
            returned: one.returned.to_string(),
            late_days: one.late_days,
            fine: one.fine.whole(),
            suspended_until: one.suspended_until.map(|until| until.to_string()),
            next: AnsweredNext::of(&one.next),
            steps: &one.steps,
        };
        let found = |one: &'a FoundAnswer| AnsweredFound {
            item: &one.item,
            member: one.card.as_deref(),
            reversed: one.reversed.whole(),
            next: AnsweredNext::of(&one.next),
        };
        let not_on_loan = |one: &'a NotOnLoan| AnsweredNotOnLoan {
            item: &one.item,
            returned_at: one.returned_at.as_deref(),
            in_house: one.in_house,
            next: AnsweredNext::of(&one.next),
        };
        Answered {
            returns: answer.returns.iter().map(one).collect(),
            found: answer.found.iter().map(found).collect(),
            not_on_loan: answer.not_on_loan.iter().map(not_on_loan).collect(),
            refused: answer
                .refused
                .iter()
                .map(|refused| AnsweredRefusal::of(refused, lang))
                .collect(),
        }
    }
}
