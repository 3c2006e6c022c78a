//! `charges` and `cash-up`: what was charged, what came in, and the till of a day.

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::charges::{CashUp, ReportBy, cash_up, owing, report};
use serde::Serialize;

use crate::account::kind_in_words;
use crate::args;
use crate::money::reason_in_words;
use crate::words::{help, result as words};

/// The cash of a day as other programs read it.
#[derive(Debug, Serialize)]
struct AnsweredCash<'a> {
    day: String,
    due: i64,
    staff: Vec<AnsweredTill<'a>>,
    counted: Option<i64>,
    difference: Option<i64>,
}

#[derive(Debug, Serialize)]
struct AnsweredTill<'a> {
    staff: &'a str,
    payments: u32,
    taken: i64,
    refunds: u32,
    paid_out: i64,
    due: i64,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("charges")
        .about(help::charges(lang))
        .arg(
            args::option("by", "charge|payment", help::charges_by(lang))
                .value_parser(["charge", "payment"])
                .default_value("charge"),
        )
        .arg(args::option("from", help::date_value(lang), help::from_help(lang)))
        .arg(args::option("to", help::date_value(lang), help::to_help(lang)))
        .arg(args::switch("owing", help::charges_owing(lang)))
}

pub(crate) fn cash_command(lang: Lang) -> Command {
    Command::new("cash-up")
        .about(help::cash_up(lang))
        .arg(args::option("date", help::date_value(lang), help::cash_day(lang)))
        .arg(args::option(
            "counted",
            help::amount_value(lang),
            help::cash_counted(lang),
        ))
}

fn day(session: &Session, matches: &ArgMatches, option: &'static str, usual: Date) -> Result<Date, Failure> {
    match args::text(matches, option) {
        Some(typed) => session.date(&format!("--{option}"), &typed),
        None => Ok(usual),
    }
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    if matches.get_flag("owing") {
        return who_owes(session);
    }
    let lang = session.lang();
    let today = session.today();
    let (from, to) = (
        day(session, matches, "from", today.first_of_month())?,
        day(session, matches, "to", today)?,
    );
    if to < from {
        return Err(Failure::usage(
            "dates.backwards",
            words::backwards(lang, lang.date(from), lang.date(to)),
        ));
    }
    let by = match args::text(matches, "by").as_deref() {
        Some("payment") => ReportBy::BookingDay,
        _ => ReportBy::ChargeDay,
    };
    let library = session.open()?;
    let bookings = library.read(|snapshot| report(snapshot, from, to, by))?;
    let mut list = Report::new(
        "bookings",
        [
            Column::new("day", words::day, Kind::Date),
            Column::new("kind", words::kind, Kind::Text),
            Column::new("reason", words::what_for, Kind::Text),
            Column::new("entries", words::entries, Kind::Integer),
            Column::new("amount", words::amount, Kind::Rupiah),
        ],
    )
    .titled(words::from_to(lang, lang.date(from), lang.date(to)));
    let plain = matches!(session.format(), pustaka_cli::Format::Json | pustaka_cli::Format::Csv);
    for one in &bookings {
        let (kind, reason) = match plain {
            true => (one.kind.code().to_owned(), one.reason.clone()),
            false => (
                kind_in_words(one.kind.code(), lang).to_owned(),
                reason_in_words(&one.reason, lang),
            ),
        };
        list.row([
            one.day.into(),
            kind.into(),
            reason.into(),
            one.entries.into(),
            one.amount.whole().into(),
        ]);
    }
    let sum: i64 = bookings.iter().map(|one| one.kind.signed(one.amount)).sum();
    list.note(words::sum(lang, lang.rupiah(sum)));
    session.show(list)?;
    Ok(Status::Done)
}

fn who_owes(session: &mut Session) -> Result<Status, Failure> {
    let library = session.open()?;
    let owing = library.read(owing)?;
    let mut list = Report::new(
        "owing",
        [
            Column::new("member", words::card, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("balance", words::balance, Kind::Rupiah),
        ],
    );
    for one in &owing {
        list.row([one.card.as_str().into(), one.name.as_str().into(), one.balance.into()]);
    }
    session.show(list)?;
    Ok(Status::Done)
}

pub(crate) fn run_cash(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let day = day(session, matches, "date", session.today())?;
    let counted = match args::text(matches, "counted") {
        Some(typed) => Some(args::amount(session, &typed)?),
        None => None,
    };
    let staff = session.act()?.staff;
    let library = session.open()?;
    let cash = library.read(|snapshot| cash_up(snapshot, day))?;
    let difference = counted.map(|counted| cash.difference(staff.as_str(), counted));
    session.show(cash_document(
        &cash,
        counted.map(|counted| counted.whole()),
        difference,
        staff.as_str(),
        lang,
    ))?;
    Ok(match difference {
        None | Some(0) => Status::Done,
        Some(_) => Status::Refused,
    })
}

fn cash_document(cash: &CashUp, counted: Option<i64>, difference: Option<i64>, staff: &str, lang: Lang) -> Document {
    let mut list = Report::new(
        "staff",
        [
            Column::new("staff", words::staff, Kind::Text),
            Column::new("payments", words::payments, Kind::Integer),
            Column::new("taken", words::taken, Kind::Rupiah),
            Column::new("refunds", words::refunds, Kind::Integer),
            Column::new("paid_out", words::paid_out, Kind::Rupiah),
            Column::new("due", words::in_till, Kind::Rupiah),
        ],
    )
    .titled(words::cash_of(lang, lang.date(cash.day)));
    for one in &cash.staff {
        list.row([
            one.staff.as_str().into(),
            one.payments.into(),
            one.taken.whole().into(),
            one.refunds.into(),
            one.paid_out.whole().into(),
            one.due().into(),
        ]);
    }
    list.note(words::cash_sum(lang, lang.rupiah(cash.due())));
    if let Some(difference) = difference {
        list.note(match difference {
            0 => words::till_right(lang, staff),
            1.. => words::till_more(lang, staff, lang.rupiah(difference)),
            _ => words::till_less(lang, staff, lang.rupiah(-difference)),
        });
    }
    let till = cash.staff.iter().map(|one| AnsweredTill {
        staff: &one.staff,
        payments: one.payments,
        taken: one.taken.whole(),
        refunds: one.refunds,
        paid_out: one.paid_out.whole(),
        due: one.due(),
    });
    let answered = AnsweredCash {
        day: cash.day.to_string(),
        due: cash.due(),
        staff: till.collect(),
        counted,
        difference,
    };
    Document::new(&answered).with(list)
}
