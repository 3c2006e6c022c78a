//! `show`: one member, and how they stand.

use clap::{ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, consent_kind, who};
use pustaka_core::members::{Consent, Member, Standing, State, standing};
use serde::Serialize;

use crate::args;
use crate::record::{self, Whole};
use crate::words::{help, result as words};

#[derive(Serialize)]
struct Shown<'a> {
    member: Whole<'a>,
    age: Option<i32>,
    standing: Stands<'a>,
    loans: Vec<Loan<'a>>,
    ready: Vec<Ready<'a>>,
    waiting: u64,
    consents: Vec<Agreed<'a>>,
}

#[derive(Serialize)]
struct Stands<'a> {
    valid: bool,
    states: Vec<&'static str>,
    owes: i64,
    blocked: Option<&'a str>,
}

#[derive(Serialize)]
struct Loan<'a> {
    item: &'a str,
    title: &'a str,
    loaned: &'a str,
    due: String,
}

#[derive(Serialize)]
struct Ready<'a> {
    item: &'a str,
    title: &'a str,
    until: String,
}

#[derive(Serialize)]
struct Agreed<'a> {
    kind: &'static str,
    by: &'static str,
    given: &'a str,
    withdrawn: Option<&'a str>,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("show").about(help::show(lang)).arg(args::member(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let (lang, today) = (session.lang(), session.today());
    let library = session.open()?;
    let member = who::member(session, &library, args::typed(matches))?;
    let stands = library.read(|snapshot| standing(snapshot, &member, today))?;
    let consents = library.consents(member.id)?;
    let json = json(&member, &stands, &consents, member.age_on(today));
    let mut document = Document::new(&json).with(whole(&member, &stands, lang));
    if !stands.loans.is_empty() {
        document = document.with(loans(&stands, lang));
    }
    if !stands.ready.is_empty() {
        document = document.with(ready(&stands, lang));
    }
    if !consents.is_empty() {
        document = document.with(agreed(&consents, lang));
    }
    session.keep_private();
    session.show(document)?;
    Ok(Status::Done)
}

fn json<'a>(member: &'a Member, stands: &'a Standing, consents: &'a [Consent], age: Option<i32>) -> Shown<'a> {
    let loans = stands.loans.iter().map(|loan| Loan {
        item: &loan.item,
        title: &loan.title,
        loaned: &loan.loaned_at,
        due: loan.due.to_string(),
    });
    let ready = stands.ready.iter().map(|hold| Ready {
        item: &hold.item,
        title: &hold.title,
        until: hold.until.to_string(),
    });
    let consents = consents.iter().map(|consent| Agreed {
        kind: consent.kind.code(),
        by: consent.given_by.code(),
        given: &consent.given_at,
        withdrawn: consent.withdrawn_at.as_deref(),
    });
    Shown {
        member: Whole::of(member),
        age,
        standing: Stands {
            valid: stands.states.is_empty(),
            states: stands.states.iter().map(|state| state.code()).collect(),
            owes: stands.owes,
            blocked: member.blocked.as_deref(),
        },
        loans: loans.collect(),
        ready: ready.collect(),
        waiting: stands.waiting,
        consents: consents.collect(),
    }
}

fn whole(member: &Member, stands: &Standing, lang: Lang) -> Report {
    let mut report = record::report(member, lang);
    if stands.states.is_empty() {
        report.note(words::may_borrow(lang));
    }
    for state in &stands.states {
        report.note(said(*state, member, stands, lang));
    }
    // So little that the library lets it pass.
    if stands.owes > 0 && !stands.states.contains(&State::Owes) {
        report.note(words::owes(lang, lang.rupiah(stands.owes)));
    }
    if stands.owes < 0 {
        report.note(words::has_credit(lang, lang.rupiah(-stands.owes)));
    }
    if stands.waiting > 0 {
        report.note(words::waiting(lang, stands.waiting));
    }
    report
}

fn said(state: State, member: &Member, stands: &Standing, lang: Lang) -> String {
    match state {
        State::Expired => words::expired(lang, lang.date(member.valid_until)),
        State::Suspended => {
            let until = member.suspended_until.map(|day| lang.date(day)).unwrap_or_default();
            words::suspended(lang, until)
        }
        State::Blocked => words::is_blocked(lang, member.blocked.as_deref().unwrap_or_default()),
        State::Owes => words::owes(lang, lang.rupiah(stands.owes)),
        State::Overdue => words::overdue(lang).to_owned(),
    }
}

fn loans(stands: &Standing, lang: Lang) -> Report {
    let columns = [
        Column::new("item", words::item, Kind::Text),
        Column::new("title", words::title, Kind::Text),
        Column::new("due", words::due, Kind::Date),
    ];
    let mut report = Report::new("loans", columns).titled(words::on_loan(lang));
    for loan in &stands.loans {
        report.row([loan.item.clone().into(), loan.title.clone().into(), loan.due.into()]);
    }
    report
}

fn ready(stands: &Standing, lang: Lang) -> Report {
    let columns = [
        Column::new("item", words::item, Kind::Text),
        Column::new("title", words::title, Kind::Text),
        Column::new("until", words::waits_until, Kind::Date),
    ];
    let mut report = Report::new("ready", columns).titled(words::set_aside(lang));
    for hold in &stands.ready {
        report.row([hold.item.clone().into(), hold.title.clone().into(), hold.until.into()]);
    }
    report
}

fn agreed(consents: &[Consent], lang: Lang) -> Report {
    let columns = [
        Column::new("kind", words::agreed_to, Kind::Text),
        Column::new("by", words::agreed_by, Kind::Text),
        Column::new("given", words::given, Kind::Text),
        Column::new("withdrawn", words::withdrawn, Kind::Text),
    ];
    let mut report = Report::new("consents", columns).titled(words::consents(lang));
    let day = |stamp: &str| stamp.split('T').next().unwrap_or_default().to_owned();
    for consent in consents {
        let by = match consent.given_by {
            pustaka_core::members::GivenBy::Member => words::by_member(lang),
            pustaka_core::members::GivenBy::Guardian => words::by_guardian(lang),
        };
        report.row([
            consent_kind(consent.kind, lang).into(),
            by.into(),
            day(&consent.given_at).into(),
            consent.withdrawn_at.as_deref().map(day).into(),
        ]);
    }
    report
}
