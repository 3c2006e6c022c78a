//! `checkout`: lends copies to a member.

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, reason_in_words, who};
use pustaka_core::circulation::Reason;
use pustaka_core::circulation::loans::{AlreadyLent, CheckoutAnswer, CheckoutOptions, Lent, RefusedItem};
use pustaka_core::circulation::reason::OVERRIDABLE;
use pustaka_core::decision::Step;
use serde::Serialize;

use crate::args;
use crate::words::{help, result as words};

/// A checkout as other programs read it.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    member: &'a str,
    loans: Vec<AnsweredLoan<'a>>,
    already: Vec<AnsweredAlready<'a>>,
    refused: Vec<AnsweredRefusal>,
    held_back: &'a [String],
}

#[derive(Debug, Serialize)]
struct AnsweredLoan<'a> {
    item: &'a str,
    title: &'a str,
    loaned: String,
    due: String,
    rule: Option<&'a str>,
    overridden: &'a [&'static str],
    steps: &'a [Step],
}

#[derive(Debug, Serialize)]
struct AnsweredAlready<'a> {
    item: &'a str,
    title: &'a str,
    loaned_at: &'a str,
    due: String,
    renewable_until: Option<String>,
}

/// A copy that was refused, as other programs read it.
#[derive(Debug, Serialize)]
pub(crate) struct AnsweredRefusal {
    item: String,
    reasons: Vec<AnsweredReason>,
}

#[derive(Debug, Serialize)]
struct AnsweredReason {
    code: &'static str,
    message: String,
}

impl AnsweredRefusal {
    pub(crate) fn of(refused: &RefusedItem, lang: Lang) -> AnsweredRefusal {
        let reason = |reason: &Reason| AnsweredReason {
            code: reason.code(),
            message: reason_in_words(reason, lang),
        };
        AnsweredRefusal {
            item: refused.item.clone(),
            reasons: refused.reasons.iter().map(reason).collect(),
        }
    }
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("checkout")
        .about(help::checkout(lang))
        .long_about(help::checkout_long(lang))
        .arg(args::card(lang))
        .arg(args::items(lang))
        .args(args::over(lang))
        .arg(args::switch("all-or-none", help::all_or_none(lang)))
        .arg(args::option("due", help::date_value(lang), help::due_help(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let due: Option<Date> = match args::text(matches, "due") {
        Some(typed) => Some(session.date("--due", &typed)?),
        None => None,
    };
    let options = CheckoutOptions {
        over: args::override_of(matches),
        all_or_none: matches.get_flag("all-or-none"),
        due,
    };
    let (mut library, act) = session.open_to_write()?;
    let card = who::card(session, &library, &args::text(matches, "card").unwrap_or_default())?;
    let answer = library.checkout(&act, &card, &args::all(matches, "item"), &options, session.dry_run())?;
    session.leave(library);
    session.outcome(document(&answer, lang))?;
    if answer.is_done() {
        return Ok(Status::Done);
    }
    Err(refused(&answer, lang))
}

/// What was not lent, with every reason.
fn refused(answer: &CheckoutAnswer, lang: Lang) -> Failure {
    let none = answer.loans.is_empty() && answer.already.is_empty();
    let sentence = match none {
        true => words::nothing_lent(lang, answer.refused.len()),
        false => words::not_all_lent(lang, answer.refused.len(), answer.loans.len()),
    };
    let failure = because("loan.refused", sentence, &answer.refused, lang);
    match answer.held_back.is_empty() {
        true => with_override_hint(failure, &answer.refused, lang),
        false => failure.hint(words::held_back_hint(lang, answer.held_back.join(" "))),
    }
}

/// Names the codes that may be passed over, as they are typed; nothing where none may.
pub(crate) fn with_override_hint(failure: Failure, refused: &[RefusedItem], lang: Lang) -> Failure {
    let mut codes: Vec<&str> = Vec::new();
    let may = |one: &&RefusedItem| one.reasons.iter().all(|reason| OVERRIDABLE.contains(&reason.code()));
    for code in refused
        .iter()
        .filter(may)
        .flat_map(|one| &one.reasons)
        .map(Reason::code)
    {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    match codes.is_empty() {
        true => failure,
        false => failure.hint(words::override_hint(lang, codes.join(" --override "))),
    }
}

/// A failure with the reasons of several copies, each named.
pub(crate) fn because(code: &'static str, sentence: String, refused: &[RefusedItem], lang: Lang) -> Failure {
    let mut failure = Failure::refused(code, sentence);
    for one in refused {
        for reason in &one.reasons {
            let why = words::of_item(lang, &one.item, reason_in_words(reason, lang));
            failure = failure.because(reason.code(), why);
        }
    }
    failure
}

fn document(answer: &CheckoutAnswer, lang: Lang) -> Document {
    let loan = |lent: &'_ Lent| -> Vec<pustaka_cli::Cell> {
        vec![
            lent.item.as_str().into(),
            lent.title.as_str().into(),
            lent.loaned.into(),
            lent.due.into(),
            lent.rule.clone().into(),
        ]
    };
    let mut report = Report::new(
        "loans",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("title", words::title, Kind::Text),
            Column::new("loaned", words::loaned, Kind::Date),
            Column::new("due", words::due, Kind::Date),
            Column::new("rule", words::rule, Kind::Text),
        ],
    );
    answer.loans.iter().for_each(|lent| report.row(loan(lent)));
    if answer.loans.is_empty() {
        report = Report::default();
    }
    if let Some(member) = &answer.member {
        report = report.titled(words::member(lang, &member.card, &member.name));
    }
    for already in &answer.already {
        report.note(of_already(already, lang));
    }
    if answer.owed > 0 {
        report.note(words::owes(lang, lang.rupiah(answer.owed)));
    }
    Document::new(&Answered::of(answer, lang)).with(report)
}

fn of_already(already: &AlreadyLent, lang: Lang) -> String {
    let time = already.loaned_at.get(11..16).unwrap_or_default();
    let day = already.loaned_at.get(..10).and_then(|day| day.parse::<Date>().ok());
    let day = day.map(|day| lang.date(day)).unwrap_or_default();
    words::already(lang, &already.item, day, time, lang.date(already.due))
}

impl<'a> Answered<'a> {
    fn of(answer: &'a CheckoutAnswer, lang: Lang) -> Answered<'a> {
        let loan = |lent: &'a Lent| AnsweredLoan {
            item: &lent.item,
            title: &lent.title,
            loaned: lent.loaned.to_string(),
            due: lent.due.to_string(),
            rule: lent.rule.as_deref(),
            overridden: &lent.overridden,
            steps: &lent.steps,
        };
        let already = |already: &'a AlreadyLent| AnsweredAlready {
            item: &already.item,
            title: &already.title,
            loaned_at: &already.loaned_at,
            due: already.due.to_string(),
            renewable_until: already.renewal.as_ref().ok().map(Date::to_string),
        };
        Answered {
            member: &answer.card,
            loans: answer.loans.iter().map(loan).collect(),
            already: answer.already.iter().map(already).collect(),
            refused: answer
                .refused
                .iter()
                .map(|refused| AnsweredRefusal::of(refused, lang))
                .collect(),
            held_back: &answer.held_back,
        }
    }
}
