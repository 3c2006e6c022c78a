//! `pay`, `waive`, `reverse`, `refund`, `charge`: entries of the ledger.

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use pustaka_core::circulation::charges::{Booked, reasons};
use pustaka_core::values::ids::LedgerId;
use serde::Serialize;

use crate::args;
use crate::words::{self, help, result};

/// An entry as other programs read it.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    entry: i64,
    member: &'a str,
    amount: i64,
    before: i64,
    balance: i64,
    credit: i64,
    settled: Vec<AnsweredSettled<'a>>,
}

#[derive(Debug, Serialize)]
struct AnsweredSettled<'a> {
    charge: i64,
    reason: &'a str,
    amount: i64,
    open: i64,
}

fn amount(lang: Lang) -> Arg {
    Arg::new("amount")
        .value_name(help::amount_value(lang))
        .required(true)
        .allow_hyphen_values(true)
        .help(help::amount_help(lang))
}

fn charge(lang: Lang) -> Arg {
    Arg::new("charge")
        .value_name(help::number_value(lang))
        .required(true)
        .value_parser(value_parser!(i64).range(1..))
        .help(help::charge_number(lang))
}

pub(crate) fn commands(lang: Lang) -> [Command; 5] {
    let verb = |name: &'static str, about: &'static str| Command::new(name).about(about);
    let noted = args::note(lang).required(true);
    [
        verb("pay", help::pay(lang))
            .arg(args::card(lang))
            .arg(amount(lang))
            .arg(args::note(lang)),
        verb("waive", help::waive(lang))
            .arg(charge(lang))
            .arg(amount(lang).required(false))
            .arg(noted.clone()),
        verb("reverse", help::reverse(lang))
            .arg(charge(lang).help(help::wrong_number(lang)))
            .arg(noted.clone()),
        verb("refund", help::refund(lang))
            .arg(args::card(lang))
            .arg(amount(lang))
            .arg(noted.clone()),
        verb("charge", help::charge(lang))
            .arg(args::card(lang))
            .arg(amount(lang))
            .arg(args::option("reason", help::code_value(lang), help::charge_reason(lang)).default_value("other"))
            .arg(noted),
    ]
}

pub(crate) fn run(session: &mut Session, verb: &str, matches: &ArgMatches) -> Result<Status, Failure> {
    let amount = match matches.try_get_one::<String>("amount").ok().flatten() {
        Some(typed) => Some(args::amount(session, typed)?),
        None => None,
    };
    let given = amount.unwrap_or_default();
    let note = args::text(matches, "note").unwrap_or_default();
    let (mut library, act) = session.open_to_write()?;
    let dry = session.dry_run();
    let card = match matches.try_get_one::<String>("card").ok().flatten() {
        Some(typed) => who::card(session, &library, typed)?,
        None => String::new(),
    };
    let charge = LedgerId(
        matches
            .try_get_one::<i64>("charge")
            .ok()
            .flatten()
            .copied()
            .unwrap_or_default(),
    );
    let booked = match verb {
        "pay" => library.pay(
            &act,
            &card,
            given,
            Some(note.as_str()).filter(|note| !note.is_empty()),
            dry,
        )?,
        "waive" => library.waive(&act, charge, amount, &note, dry)?,
        "reverse" => library.reverse(&act, charge, &note, dry)?,
        "refund" => library.refund(&act, &card, given, &note, dry)?,
        _ => {
            let reason = args::text(matches, "reason").unwrap_or_default();
            if !reason.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                let lang = session.lang();
                return Err(Failure::usage("charge.reason", words::bad_reason(lang, reason))
                    .because("charge.reason", words::reason_form(lang)));
            }
            library.charge(&act, &card, &reason, given, &note, dry)?
        }
    };
    session.outcome(document(&booked, session.lang()))?;
    Ok(Status::Done)
}

fn document(booked: &Booked, lang: Lang) -> Document {
    let settled = booked.settled.iter().map(|one| AnsweredSettled {
        charge: one.charge.0,
        reason: &one.reason,
        amount: one.amount.whole(),
        open: one.open.whole(),
    });
    let answered = Answered {
        entry: booked.entry.0,
        member: &booked.card,
        amount: booked.amount.whole(),
        before: booked.before,
        balance: booked.balance,
        credit: booked.credit.whole(),
        settled: settled.collect(),
    };
    let mut report = Report::new(
        "settled",
        [
            Column::new("charge", result::charge, Kind::Number),
            Column::new("reason", result::what_for, Kind::Text),
            Column::new("amount", result::amount, Kind::Rupiah),
            Column::new("open", result::open, Kind::Rupiah),
        ],
    )
    .titled(result::member(lang, &booked.card, &booked.name));
    for one in &booked.settled {
        report.row([
            one.charge.0.into(),
            reason_in_words(&one.reason, lang).into(),
            one.amount.whole().into(),
            one.open.whole().into(),
        ]);
    }
    report.note(result::booked(lang, lang.rupiah(booked.amount.whole()), booked.entry));
    report.note(match booked.balance {
        0 => result::settled_all(lang).to_owned(),
        1.. => result::owes(lang, lang.rupiah(booked.balance)),
        _ => result::credit_of(lang, lang.rupiah(-booked.balance), &booked.card, -booked.balance),
    });
    Document::new(&answered).with(report)
}

/// What a charge is for, in words; a code of the library's own stands as it is.
pub(crate) fn reason_in_words(code: &str, lang: Lang) -> String {
    let known = match code {
        reasons::LATE => result::for_late(lang),
        reasons::LOST => result::for_lost(lang),
        reasons::PAYMENT => result::for_payment(lang),
        reasons::WAIVER => result::for_waiver(lang),
        reasons::FOUND => result::for_found(lang),
        reasons::MISTAKE => result::for_mistake(lang),
        reasons::CLOSING => result::for_closed(lang),
        reasons::UNDONE => result::for_undone(lang),
        reasons::REFUND => result::for_refund(lang),
        "card" => result::for_card(lang),
        "damage" => result::for_damage(lang),
        other => return other.to_owned(),
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A code of the program's own is never shown as such to people.
    #[test]
    fn every_reason_of_the_ledger_has_words() {
        use reasons::*;
        for code in [LATE, LOST, PAYMENT, WAIVER, FOUND, MISTAKE, CLOSING, UNDONE, REFUND] {
            assert_ne!(reason_in_words(code, Lang::Id), code);
        }
    }
}
