//! `rules list`: the rules in force; as CSV or in a workbook it is a file that `rules import` reads.

use clap::Command;
use pustaka_cli::{Cell, Column, Document, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::rules::{ClosedDays, FineAt, FineDays, LoanRule, RenewFrom, RuleKey, Terms};
use serde_json::{Map, Value, json};

use super::fields::FIELDS;
use super::{shown, words};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("list").about(words::list_about(lang))
}

pub(super) fn run(session: &mut Session) -> Result<Status, Failure> {
    let lang = session.lang();
    let rules = session.open()?.loan_rules()?;
    let named: Vec<(String, &RuleKey, &Terms)> = rules.iter().map(|rule| named(rule, lang)).collect();
    session.show(document("rules", &named, wide(session), lang))?;
    Ok(Status::Done)
}

fn named(rule: &LoanRule, lang: Lang) -> (String, &RuleKey, &Terms) {
    (shown(&rule.key, lang), &rule.key, &rule.terms)
}

/// Whether every field has a column: where a program reads them.
pub(super) fn wide(session: &Session) -> bool {
    matches!(session.format(), Format::Csv | Format::Xlsx)
}

/// Rules as a list: what matters of each, or every field.
pub(super) fn document(key: &'static str, rules: &[(String, &RuleKey, &Terms)], wide: bool, lang: Lang) -> Document {
    let all: Vec<Value> = rules.iter().map(|(_, key, terms)| as_json(key, terms)).collect();
    let list = match wide {
        true => every_field(key, rules),
        false => in_short(key, rules, lang),
    };
    Document::new(&json!({ key: all })).with(list)
}

/// A rule as other programs read it.
pub(super) fn as_json(key: &RuleKey, terms: &Terms) -> Value {
    let mut rule = Map::new();
    rule.insert("rule".into(), json!(key.to_string()));
    rule.insert("member_type".into(), json!(key.member_type));
    rule.insert("collection_type".into(), json!(key.collection_type));
    rule.insert("medium".into(), json!(key.medium));
    let season = key.season.map(|(first, last)| [first.to_string(), last.to_string()]);
    rule.insert("season".into(), json!(season));
    for field in &FIELDS {
        let value = match field.show(terms) {
            Cell::Integer(number) => json!(number),
            Cell::Flag(flag) => json!(flag),
            Cell::Text(text) => json!(text),
            _ => Value::Null,
        };
        rule.insert(field.key.into(), value);
    }
    Value::Object(rule)
}

fn every_field(key: &'static str, rules: &[(String, &RuleKey, &Terms)]) -> Report {
    let mut columns = vec![
        Column::new("member_type", words::member_type, Kind::Text),
        Column::new("collection_type", words::collection_type, Kind::Text),
        Column::new("medium", words::medium, Kind::Text),
        Column::new("season_from", words::season_from, Kind::Date),
        Column::new("season_to", words::season_to, Kind::Date),
    ];
    columns.extend(
        FIELDS
            .iter()
            .map(|field| Column::new(field.key, field.meaning, field.kind)),
    );
    let mut report = Report::new(key, columns);
    for (_, key, terms) in rules {
        let (first, last) = key.season.unzip();
        let mut cells: Vec<Cell> = vec![
            key.member_type.clone().into(),
            key.collection_type.clone().into(),
            key.medium.clone().into(),
            first.into(),
            last.into(),
        ];
        cells.extend(FIELDS.iter().map(|field| field.show(terms)));
        report.row(cells);
    }
    report
}

fn in_short(key: &'static str, rules: &[(String, &RuleKey, &Terms)], lang: Lang) -> Report {
    let mut report = Report::new(
        key,
        [
            Column::new("rule", words::rule, Kind::Text),
            Column::new("max_items", words::max_items_short, Kind::Integer),
            Column::new("length", words::length, Kind::Text),
            Column::new("renewals", words::renewals_short, Kind::Integer),
            Column::new("fine", words::fine_short, Kind::Text),
            Column::new("rest", words::besides, Kind::Text),
        ],
    );
    for (name, _, terms) in rules {
        report.row([
            name.as_str().into(),
            terms.max_items.into(),
            length(terms, lang).into(),
            terms.renewals.into(),
            fine(terms, lang).into(),
            besides(terms, lang).into(),
        ]);
    }
    report
}

/// How long, in words.
fn length(terms: &Terms, lang: Lang) -> String {
    let days = lang.count(i64::from(terms.loan_days));
    if terms.loan_days == 0 {
        return words::in_library(lang).to_owned();
    }
    match terms.closed_days {
        ClosedDays::Ignore => words::days_ignore(lang, days),
        ClosedDays::Push => words::days_push(lang, days),
        ClosedDays::PushWeek => words::days_push_week(lang, days),
        ClosedDays::OpenDays => words::days_open(lang, days),
    }
}

/// What lateness costs, in words.
fn fine(terms: &Terms, lang: Lang) -> String {
    if terms.fine.whole() == 0 {
        return words::no_fine(lang).to_owned();
    }
    let amount = lang.rupiah(terms.fine.whole());
    let mut said = match (terms.fine_period, terms.fine_at) {
        (1, _) => words::fine_a_day(lang, amount),
        (period, FineAt::Start) => words::fine_begun(lang, amount, period),
        (period, FineAt::End) => words::fine_full(lang, amount, period),
    };
    if terms.fine_cap.whole() > 0 {
        said.push_str(&words::up_to(lang, lang.rupiah(terms.fine_cap.whole())));
    }
    if terms.price_cap > 0 {
        said.push_str(&words::up_to_price(lang, terms.price_cap));
    }
    said
}

/// What is not as in most rules.
fn besides(terms: &Terms, lang: Lang) -> String {
    let mut said = Vec::new();
    if terms.grace > 0 {
        said.push(words::with_grace(lang, terms.grace));
    }
    if terms.suspend_days > 0 {
        said.push(words::with_suspension(lang, terms.suspend_days));
    }
    if terms.age_min > 0 {
        said.push(words::with_age(lang, terms.age_min));
    }
    if terms.fine_days == FineDays::Calendar {
        said.push(words::all_days_late(lang).to_owned());
    }
    if terms.renew_from == RenewFrom::Due {
        said.push(words::renewed_from_due(lang).to_owned());
    }
    if !terms.expiry_cap {
        said.push(words::without_cap(lang).to_owned());
    }
    said.join("; ")
}
