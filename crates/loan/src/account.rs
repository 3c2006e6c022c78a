//! `account`: the ledger of a member and what it comes to.

use clap::{ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use pustaka_core::circulation::charges::{Statement, statement};
use serde::Serialize;

use crate::args;
use crate::money::reason_in_words;
use crate::words::{help, result as words};

/// An account as other programs read it.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    member: &'a str,
    balance: i64,
    credit: i64,
    charges: Vec<AnsweredCharge<'a>>,
    entries: Vec<AnsweredEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct AnsweredCharge<'a> {
    charge: i64,
    day: String,
    reason: &'a str,
    amount: i64,
    taken_back: i64,
    paid: i64,
    open: i64,
}

#[derive(Debug, Serialize)]
struct AnsweredEntry<'a> {
    entry: i64,
    day: String,
    at: &'a str,
    kind: &'static str,
    reason: &'a str,
    amount: i64,
    of: Option<i64>,
    note: Option<&'a str>,
    staff: &'a str,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("account").about(help::account(lang)).arg(args::card(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let card = who::card(session, &library, &args::text(matches, "card").unwrap_or_default())?;
    let statement = library.read(|snapshot| statement(snapshot, &card))?;
    session.show(document(&statement, lang))?;
    Ok(Status::Done)
}

fn document(statement: &Statement, lang: Lang) -> Document {
    let account = &statement.account;
    let charges = account.charges.iter().map(|charge| AnsweredCharge {
        charge: charge.id.0,
        day: charge.day.to_string(),
        reason: &charge.reason,
        amount: charge.amount.whole(),
        taken_back: charge.taken_back.whole(),
        paid: charge.paid.whole(),
        open: charge.open.whole(),
    });
    let entries = statement.entries.iter().map(|entry| AnsweredEntry {
        entry: entry.id.0,
        day: entry.day.to_string(),
        at: &entry.at,
        kind: entry.kind.code(),
        reason: &entry.reason,
        amount: entry.amount.whole(),
        of: entry.of.map(|of| of.0),
        note: entry.note.as_deref(),
        staff: &entry.staff,
    });
    let answered = Answered {
        member: &statement.card,
        balance: account.balance(),
        credit: account.credit.whole(),
        charges: charges.collect(),
        entries: entries.collect(),
    };
    Document::new(&answered).with(table(statement, lang))
}

fn table(statement: &Statement, lang: Lang) -> Report {
    let account = &statement.account;
    let mut report = Report::new(
        "entries",
        [
            Column::new("entry", words::charge, Kind::Number),
            Column::new("day", words::day, Kind::Date),
            Column::new("kind", words::kind, Kind::Text),
            Column::new("reason", words::what_for, Kind::Text),
            Column::new("amount", words::amount, Kind::Rupiah),
            Column::new("open", words::open, Kind::Rupiah),
            Column::new("note", words::note, Kind::Text),
            Column::new("staff", words::staff, Kind::Text),
        ],
    )
    .titled(words::member(lang, &statement.card, &statement.name));
    for entry in &statement.entries {
        report.row([
            entry.id.0.into(),
            entry.day.into(),
            kind_in_words(entry.kind.code(), lang).into(),
            reason_in_words(&entry.reason, lang).into(),
            entry.amount.whole().into(),
            account.charge(entry.id).map(|charge| charge.open.whole()).into(),
            entry.note.clone().into(),
            entry.staff.as_str().into(),
        ]);
    }
    report.note(match account.balance() {
        0 => words::settled_all(lang).to_owned(),
        owed @ 1.. => words::owes(lang, lang.rupiah(owed)),
        credit => words::credit(lang, lang.rupiah(-credit)),
    });
    report
}

/// What an entry is, in words.
pub(crate) fn kind_in_words(code: &str, lang: Lang) -> &'static str {
    match code {
        "charge" => words::kind_charge(lang),
        "payment" => words::kind_payment(lang),
        "waiver" => words::kind_waiver(lang),
        "reversal" => words::kind_reversal(lang),
        _ => words::kind_refund(lang),
    }
}
