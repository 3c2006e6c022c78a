//! `offline checkout` and `offline return`: single commands of the desk away.

use clap::{ArgMatches, Command};
use pustaka_cli::{Column, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::reason::Override;

use super::at_pack::AtPack;
use crate::args;
use crate::desk::view::Refused;
use crate::words::{help, offline as words, result};

pub(crate) fn checkout_command(lang: Lang) -> Command {
    Command::new("checkout")
        .about(help::offline_checkout(lang))
        .arg(args::card(lang).help(words::card_help(lang)))
        .arg(args::items(lang))
        .args(args::over(lang))
}

pub(crate) fn return_command(lang: Lang) -> Command {
    Command::new("return")
        .about(help::offline_return(lang))
        .arg(args::items(lang))
}

pub(crate) fn checkout(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let Override { codes, note } = args::override_of(matches);
    if !codes.is_empty() && note.is_none() {
        return Err(Failure::usage("override.note_missing", words::note_missing(lang)).hint(words::note_hint(lang)));
    }
    let mut desk = AtPack::open(session, matches)?;
    let act = session.act()?;
    let card = args::text(matches, "card").unwrap_or_default();
    let (mut loans, mut refused) = (list(), Vec::new());
    for item in args::all(matches, "item") {
        match desk.lend(session, &act, (&card, item), (&codes, note.as_ref()))? {
            Ok(lent) => loans.row([lent.item.into(), lent.title.into(), lent.due.into()]),
            Err(one) => refused.push(one),
        }
    }
    let lent = loans.rows.len();
    // Who is told why nothing was lent needs no empty list above it.
    if lent > 0 || *session.format() != Format::Table {
        session.outcome(loans.titled(&card))?;
    }
    match refused.is_empty() {
        true => Ok(Status::Done),
        false => Err(not_lent(&refused, lent, lang)),
    }
}

fn list() -> Report {
    Report::new(
        "loans",
        [
            Column::new("item", result::item, Kind::Text),
            Column::new("title", result::title, Kind::Text),
            Column::new("due", result::due, Kind::Date),
        ],
    )
}

fn not_lent(refused: &[Refused], lent: usize, lang: Lang) -> Failure {
    let sentence = match lent {
        0 => result::nothing_lent(lang, refused.len()),
        lent => result::not_all_lent(lang, refused.len(), lent),
    };
    let mut failure = Failure::refused("loan.refused", sentence);
    for one in refused {
        for reason in &one.reasons {
            failure = failure.because(reason.code.clone(), result::of_item(lang, &one.item, &reason.message));
        }
    }
    let may = refused
        .iter()
        .filter(|one| one.may_be_allowed)
        .flat_map(|one| &one.reasons);
    let mut codes: Vec<&str> = may.map(|reason| reason.code.as_str()).collect();
    codes.dedup();
    match codes.is_empty() {
        true => failure,
        false => failure.hint(result::override_hint(lang, codes.join(" --override "))),
    }
}

pub(crate) fn give_back(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let mut desk = AtPack::open(session, matches)?;
    let act = session.act()?;
    let mut report = Report::new(
        "returns",
        [
            Column::new("item", result::item, Kind::Text),
            Column::new("title", result::title, Kind::Text),
            Column::new("known", words::known, Kind::Flag),
            Column::new("late_days", result::late_days, Kind::Integer),
            Column::new("next", result::next, Kind::Text),
        ],
    );
    for item in args::all(matches, "item") {
        let one = desk.take_back(session, &act, item)?;
        report.row([
            one.item.into(),
            one.title.into(),
            one.was_on_loan.into(),
            one.late_days.into(),
            one.next.into(),
        ]);
    }
    report.note(words::decided_at_home(lang));
    session.outcome(report)?;
    Ok(Status::Done)
}
