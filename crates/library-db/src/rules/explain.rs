//! `rules explain`: which rule a loan is under, and why; what due date and what fine would come of it.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, decision};
use pustaka_core::circulation::rules::{Explained, LoanRule, Question};
use pustaka_core::decision::Step;
use pustaka_core::values::money::{self, Money};
use serde_json::json;

use super::{key_args, named, shown, words};

pub(super) fn command(lang: Lang) -> Command {
    let [member, collection, medium] = key_args(lang);
    let day = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(words::day_value(lang)).help(help)
    };
    Command::new("explain")
        .about(words::explain_about(lang))
        .args([
            member.required(true).help(words::explain_member_help(lang)),
            collection.help(words::explain_collection_help(lang)),
            medium.help(words::explain_medium_help(lang)),
        ])
        .arg(day("on", words::on_help(lang)))
        .arg(day("returned", words::returned_help(lang)))
        .arg(day("valid-until", words::valid_until_help(lang)))
        .arg(
            Arg::new("price")
                .long("price")
                .value_name("RUPIAH")
                .help(words::price_help(lang)),
        )
}

pub(super) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let question = asked(session, matches)?;
    let explained = session.open()?.explain_rule(&question)?;
    let Some(winner) = explained.rules.first() else {
        let sentence = words::no_rule(lang, &question.member_type);
        return Err(Failure::refused("rule.none", sentence).hint(words::no_rule_hint(lang)));
    };
    let answer = document(&explained, winner, lang);
    session.show(answer)?;
    if let Some(year) = explained.unknown_year {
        session.warn(words::year_unknown(lang, year));
    }
    Ok(Status::Done)
}

fn asked(session: &Session, matches: &ArgMatches) -> Result<Question, Failure> {
    let lang = session.lang();
    let text = |name: &str| matches.get_one::<String>(name);
    let day = |name: &str| {
        text(name)
            .map(|typed| session.date(&format!("--{name}"), typed))
            .transpose()
    };
    let price = match text("price") {
        None => None,
        Some(typed) => money::read(typed).map_err(|_| {
            Failure::usage("rule.field", words::bad_option(lang, "price"))
                .because("rule.field", words::bad_money(lang, typed))
        })?,
    };
    Ok(Question {
        member_type: text("member_type")
            .map(|typed| typed.trim().to_owned())
            .unwrap_or_default(),
        collection_type: text("collection_type").and_then(|typed| named(typed)),
        medium: text("medium").and_then(|typed| named(typed)),
        day: day("on")?.unwrap_or(session.today()),
        valid_until: day("valid-until")?,
        returned: day("returned")?,
        price: price.filter(|price: &Money| price.whole() > 0),
    })
}

fn document(explained: &Explained, winner: &LoanRule, lang: Lang) -> Document {
    let due = explained.due.as_ref();
    let late = explained.late.as_ref();
    let json = json!({
        "rule": winner.key.to_string(),
        "others": explained.rules.iter().skip(1).map(|rule| rule.key.to_string()).collect::<Vec<_>>(),
        "due": due.map(|due| due.value.to_string()),
        "steps": due.map(|due| &due.steps),
        "late": late.map(|(returned, late)| json!({
            "returned": returned.to_string(),
            "late_days": late.value.late_days,
            "fine": late.value.fine.whole(),
            "suspended_until": late.value.suspended_until.map(|day| day.to_string()),
            "steps": late.steps,
        })),
    });
    let mut lines = vec![words::rule_is(lang, shown(&winner.key, lang))];
    lines.extend(explained.rules.iter().skip(1).map(|other| beaten(winner, other, lang)));
    if let Some(due) = due {
        lines.push(words::due_is(lang, lang.date(due.value)));
    }
    let mut answer = Document::new(&json).headed(lines.join("\n"));
    if let Some(due) = due {
        answer = answer.with(steps("steps", &due.steps, lang).titled(words::why_due(lang)));
    }
    if let Some((returned, late)) = late {
        let day = lang.date(*returned);
        let title = match late.value.fine.whole() {
            0 => words::why_late_free(lang, day),
            fine => words::why_late(lang, day, lang.rupiah(fine)),
        };
        answer = answer.with(steps("late", &late.steps, lang).titled(title));
    }
    answer
}

/// Why a rule that is for the loan too is not the one.
fn beaten(winner: &LoanRule, other: &LoanRule, lang: Lang) -> String {
    let count = |rule: &LoanRule| {
        let key = &rule.key;
        [&key.member_type, &key.collection_type, &key.medium]
            .iter()
            .filter(|name| name.is_some())
            .count()
    };
    let name = shown(&other.key, lang);
    match (count(winner), count(other)) {
        (more, fewer) if more > fewer => words::names_fewer(lang, name),
        _ if winner.key.season.is_some() && winner.key.to_string() == other.key.to_string() => {
            words::has_no_season(lang, name)
        }
        _ => words::names_weaker(lang, name),
    }
}

/// Steps as a table of sentences.
fn steps(key: &'static str, steps: &[Step], lang: Lang) -> Report {
    let mut report = Report::new(
        key,
        [
            Column::new("step", words::step, Kind::Number),
            Column::new("sentence", words::sentence, Kind::Text),
        ],
    );
    for (number, sentence) in (1_i64..).zip(decision::sentences(steps, lang)) {
        report.row([number.into(), sentence.into()]);
    }
    report
}
