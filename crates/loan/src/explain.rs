//! `explain`: why a loan is due when it is, and what it costs.

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, decision};
use pustaka_core::circulation::loans::{About, Explanation, explain};
use pustaka_core::decision::Step;
use pustaka_core::values::ids::LoanId;
use pustaka_core::{Error, Library};
use serde::Serialize;

use crate::args;
use crate::money::reason_in_words;

use crate::words::{help, result as words};

/// An explanation as other programs read it.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    loan: i64,
    item: &'a str,
    member: Option<&'a str>,
    loaned_at: &'a str,
    renewals: u32,
    renewed_at: Option<&'a str>,
    rule: Option<String>,
    due_decided: String,
    due: String,
    steps: &'a [Step],
    rule_says_now: Option<String>,
    ended: Option<&'a str>,
    ended_at: Option<&'a str>,
    late: Option<AnsweredLateness<'a>>,
    charges: Vec<AnsweredCharge<'a>>,
}

#[derive(Debug, Serialize)]
struct AnsweredLateness<'a> {
    late_days: i64,
    fine: i64,
    suspended_until: Option<String>,
    steps: &'a [Step],
}

#[derive(Debug, Serialize)]
struct AnsweredCharge<'a> {
    charge: i64,
    reason: &'a str,
    amount: i64,
    open: i64,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("explain").about(help::explain(lang)).arg(
        Arg::new("what")
            .value_name(format!("{}|N", help::item_value(lang)))
            .required(true)
            .help(help::explain_what(lang)),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = args::text(matches, "what").unwrap_or_default();
    let library = session.open()?;
    let explanation = find(&library, &typed, session.today())?;
    session.show(document(&explanation, lang))?;
    Ok(Status::Done)
}

/// By barcode first; digits that no copy has are the number of a loan.
fn find(library: &Library, typed: &str, day: Date) -> Result<Explanation, Error> {
    let about = |about: About| library.read(|snapshot| explain(snapshot, &about, day));
    match about(About::Item(typed.to_owned())) {
        Err(Error::NotFound { what: "item", wanted }) => match typed.parse::<i64>() {
            Ok(number) if number > 0 => about(About::Loan(LoanId(number))),
            _ => Err(Error::NotFound { what: "item", wanted }),
        },
        found => found,
    }
}

fn document(of: &Explanation, lang: Lang) -> Document {
    let mut loan = Report::new(
        "loan",
        [
            Column::new("field", words::field, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    )
    .titled(words::explained(lang, &of.item, &of.title));
    for (field, value) in facts(of, lang) {
        loan.row([field.into(), value.into()]);
    }
    let mut document = Document::new(&Answered::of(of)).with(loan);
    if !of.steps.is_empty() {
        document = document.with(list("steps", words::why_due(lang), &of.steps, lang));
    }
    if let Some(late) = of.late.as_ref().filter(|late| !late.steps.is_empty()) {
        document = document.with(list("late", words::why_fine(lang), &late.steps, lang));
    }
    document
}

/// What is known of the loan, field by field.
fn facts(of: &Explanation, lang: Lang) -> Vec<(&'static str, String)> {
    let moment = |stamp: &str| {
        let day: Option<Date> = stamp.get(..10).and_then(|day| day.parse().ok());
        let day = day.map(|day| lang.date(day)).unwrap_or_default();
        format!("{day} {}", stamp.get(11..16).unwrap_or_default())
    };
    let mut facts = vec![(words::loan_number(lang), of.loan.to_string())];
    if let Some(card) = &of.card {
        facts.push((words::card(lang), card.clone()));
    }
    facts.push((words::loaned(lang), moment(&of.loaned_at)));
    if let Some(renewed) = &of.renewed_at {
        facts.push((words::renewals(lang), format!("{} ({})", of.renewals, moment(renewed))));
    }
    let rule = of.rule.as_ref().map(|rule| rule.key.to_string());
    facts.push((
        words::rule(lang),
        rule.unwrap_or_else(|| words::taken_over(lang).to_owned()),
    ));
    facts.push((words::due(lang), lang.date(of.due)));
    if of.due != of.due_decided {
        facts.push((words::decided(lang), words::moved(lang, lang.date(of.due_decided))));
    }
    if let Some(now) = of.now_said {
        facts.push((words::says_now(lang), words::says_now_why(lang, lang.date(now))));
    }
    if let Some(ended) = &of.ended_at {
        let how = if of.ended.as_deref() == Some("lost") {
            words::ended_lost(lang)
        } else {
            words::ended(lang)
        };
        facts.push((how, moment(ended)));
    }
    if let Some(late) = of.late.as_ref().filter(|late| late.value.late_days > 0) {
        facts.push((words::late_days(lang), late.value.late_days.to_string()));
        facts.push((words::fine(lang), lang.rupiah(late.value.fine.whole())));
    }
    for charge in &of.charges {
        let (amount, open) = (lang.rupiah(charge.amount.whole()), lang.rupiah(charge.open.whole()));
        let what = reason_in_words(&charge.reason, lang);
        facts.push((words::charge(lang), words::charged(lang, charge.id, what, amount, open)));
    }
    facts
}

/// The steps of a decision, one a line, as one would tell them.
fn list(key: &'static str, title: &'static str, steps: &[Step], lang: Lang) -> Report {
    let mut report = Report::new(
        key,
        [
            Column::new("step", words::step, Kind::Number),
            Column::new("what", words::what, Kind::Text),
        ],
    )
    .titled(title);
    for (number, step) in (1i64..).zip(steps) {
        report.row([number.into(), decision::sentence(step, lang).into()]);
    }
    report
}

impl<'a> Answered<'a> {
    fn of(of: &'a Explanation) -> Answered<'a> {
        let charges = of.charges.iter().map(|charge| AnsweredCharge {
            charge: charge.id.0,
            reason: &charge.reason,
            amount: charge.amount.whole(),
            open: charge.open.whole(),
        });
        Answered {
            loan: of.loan.0,
            item: &of.item,
            member: of.card.as_deref(),
            loaned_at: &of.loaned_at,
            renewals: of.renewals,
            renewed_at: of.renewed_at.as_deref(),
            rule: of.rule.as_ref().map(|rule| rule.key.to_string()),
            due_decided: of.due_decided.to_string(),
            due: of.due.to_string(),
            steps: &of.steps,
            rule_says_now: of.now_said.map(|day| day.to_string()),
            ended: of.ended.as_deref(),
            ended_at: of.ended_at.as_deref(),
            late: of.late.as_ref().map(|late| AnsweredLateness {
                late_days: late.value.late_days,
                fine: late.value.fine.whole(),
                suspended_until: late.value.suspended_until.map(|until| until.to_string()),
                steps: &late.steps,
            }),
            charges: charges.collect(),
        }
    }
}
