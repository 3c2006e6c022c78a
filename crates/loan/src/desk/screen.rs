//! What the desk says, in words: a large line for what must not be passed over, lines below it.

use pustaka_cli::Lang;

use super::command::Needs;
use super::state::Desk;
use super::view::{Done, Item, Kept, Lent, Member, Reason, Refused, Returned, Say};
use crate::words::desk as words;

/// Words on the screen.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Large, with a beep.
    pub(crate) alarm: Option<String>,
    /// Plain lines.
    pub(crate) lines: Vec<String>,
}

impl Shown {
    fn plain(line: impl Into<String>) -> Shown {
        Shown {
            alarm: None,
            lines: vec![line.into()],
        }
    }

    fn loud(alarm: impl Into<String>, lines: Vec<String>) -> Shown {
        Shown {
            alarm: Some(alarm.into()),
            lines,
        }
    }
}

/// What stands before the line that is typed: who is at the desk, and what is wanted.
pub(crate) fn prompt(desk: &Desk, lang: Lang) -> String {
    match desk.member() {
        _ if desk.returning() => words::ask_returns(lang).to_owned(),
        Some(member) => words::ask_item(lang, who(member, " "), desk.lent()),
        None if desk.waiting() > 0 => words::ask_card(lang, desk.waiting()),
        None => words::ask_anything(lang).to_owned(),
    }
}

/// What is said, in words.
pub(crate) fn shown(say: &Say, lang: Lang) -> Shown {
    match say {
        Say::Member(member) => of_member(member, lang),
        Say::Gone { card, lent, returned } => Shown::plain(words::gone(lang, card, lent, returned)),
        Say::Lent(lent) => Shown::plain(words::lent(lang, &lent.item, &lent.title, lang.date(lent.due))),
        Say::JustLent(lent) => Shown::plain(words::just_lent(lang, &lent.item, lang.date(lent.due))),
        Say::Renewed(lent) => Shown::plain(words::renewed(lang, &lent.item, &lent.title, lang.date(lent.due))),
        Say::Returned(returned) => of_return(returned, lang),
        Say::Refused(refused) => of_refusal(refused, lang),
        Say::NotRenewed(refused) => {
            let lines = sentences(&refused.reasons, lang);
            Shown::loud(words::not_renewed(lang, named(refused)), lines)
        }
        Say::OfferRenewal(item) => {
            let due = item.due.map(|due| lang.date(due)).unwrap_or_default();
            Shown::plain(words::offer_renewal(lang, &item.barcode, &item.title, due))
        }
        Say::OfferTakeBack(item) => {
            let lines = vec![words::take_back_first(lang).to_owned()];
            Shown::loud(words::offer_take_back(lang, &item.barcode), lines)
        }
        Say::Waiting(item) => Shown::plain(words::waiting(lang, &item.barcode, &item.title)),
        Say::LeftBehind(items) => Shown::loud(words::left_behind(lang, barcodes(items)), Vec::new()),
        Say::TakenAsCard(code) => Shown::plain(words::taken_as_card(lang, code)),
        Say::TakenAsItem(code) => Shown::plain(words::taken_as_item(lang, code)),
        Say::Unknown(code) => Shown::loud(words::unknown(lang, code), vec![words::unknown_hint(lang).to_owned()]),
        Say::NoSuchCard(code) => Shown::loud(words::no_card(lang, code), Vec::new()),
        Say::NoSuchItem(code) => Shown::loud(words::no_item(lang, code), Vec::new()),
        Say::Paid { amount, owes } => Shown::plain(of_payment(*amount, *owes, lang)),
        Say::Undone(done) => Shown::plain(of_undone(done, lang)),
        Say::Loans(loans) => of_loans(loans, lang),
        Say::Found(found) if found.is_empty() => Shown::plain(words::nobody_found(lang)),
        Say::Found(found) => Shown {
            alarm: None,
            lines: found.iter().map(|found| words::found(lang, found)).collect(),
        },
        Say::Failed(reasons) => {
            let mut sentences = reasons.iter();
            let first = sentences
                .next()
                .map(|reason| reason.message.clone())
                .unwrap_or_default();
            Shown::loud(
                first,
                sentences.map(|reason| words::reason(lang, &reason.message)).collect(),
            )
        }
        _ => Shown::plain(fixed(say, lang)),
    }
}

/// What is always said in the same words.
fn fixed(say: &Say, lang: Lang) -> &'static str {
    match say {
        Say::NothingToUndo => words::nothing_to_undo(lang),
        Say::Stays(Kept::Payment) => words::payment_stays(lang),
        Say::Stays(Kept::Renewal) => words::renewal_stays(lang),
        Say::OfferDropped => words::offer_dropped(lang),
        Say::NothingToRenew => words::nothing_to_renew(lang),
        Say::NothingToAllow => words::nothing_to_allow(lang),
        Say::NothingOffered => words::nothing_offered(lang),
        Say::NobodyHere => words::nobody(lang),
        Say::Incomplete(needs) => of_needs(*needs, lang),
        Say::Returning(true) => words::returning_on(lang),
        Say::Returning(false) => words::returning_off(lang),
        _ => words::help(lang),
    }
}

fn of_needs(needs: Needs, lang: Lang) -> &'static str {
    match needs {
        Needs::Amount => words::needs_amount(lang),
        Needs::Reason => words::needs_reason(lang),
        Needs::Name => words::needs_name(lang),
        Needs::Card => words::needs_card(lang),
        Needs::Item => words::needs_item(lang),
    }
}

/// The card, and the name where names are known.
fn who(member: &Member, between: &str) -> String {
    match member.name.is_empty() {
        true => member.card.clone(),
        false => [member.card.as_str(), &member.name].join(between),
    }
}

fn of_member(member: &Member, lang: Lang) -> Shown {
    let mut lines = vec![words::member(lang, who(member, "  "), lang.date(member.valid_until))];
    lines.extend(sentences(&member.stopped, lang));
    if member.loans > 0 {
        lines.push(words::member_loans(lang, member.loans));
    }
    if member.overdue > 0 {
        lines.push(words::member_overdue(lang, member.overdue));
    }
    if member.owes > 0 {
        lines.push(words::member_owes(lang, lang.rupiah(member.owes)));
    }
    if member.owes < 0 {
        lines.push(words::member_credit(lang, lang.rupiah(-member.owes)));
    }
    let ready = member.ready.iter();
    lines.extend(ready.map(|ready| words::ready(lang, &ready.item, &ready.title, lang.date(ready.until))));
    let alarm = (!member.stopped.is_empty()).then(|| words::member_stopped(lang, &member.card));
    Shown { alarm, lines }
}

fn of_refusal(refused: &Refused, lang: Lang) -> Shown {
    let mut lines = sentences(&refused.reasons, lang);
    if refused.may_be_allowed {
        lines.push(words::allow_hint(lang).to_owned());
    }
    Shown::loud(words::refused(lang, named(refused)), lines)
}

/// The copy, with its title where that is known.
fn named(refused: &Refused) -> String {
    let what = [refused.item.as_str(), &refused.title].join(" ");
    what.trim().to_owned()
}

fn of_return(returned: &Returned, lang: Lang) -> Shown {
    let mut lines = vec![match returned.was_on_loan {
        true => words::returned(lang, &returned.item, &returned.title),
        false => words::not_on_loan(lang, &returned.item),
    }];
    if returned.fine > 0 {
        lines.push(words::fine(lang, lang.rupiah(returned.fine)));
    }
    if let Some(until) = returned.suspended_until {
        lines.push(words::suspended(lang, lang.date(until)));
    }
    let alarm = match returned {
        Returned { careful: true, .. } => Some(words::next_alarm(lang, &returned.item, &returned.next)),
        Returned { was_on_loan: false, .. } => Some(lines.remove(0)),
        Returned { fine: 1.., .. } => Some(words::returned_late(lang, &returned.item, returned.late_days)),
        _ => None,
    };
    if !returned.careful && !returned.next.is_empty() {
        lines.push(words::next(lang, &returned.next));
    }
    Shown { alarm, lines }
}

fn of_payment(amount: i64, owes: Option<i64>, lang: Lang) -> String {
    let amount = lang.rupiah(amount);
    match owes {
        None => words::paid_away(lang, amount),
        Some(owes) if owes < 0 => words::paid_credit(lang, amount, lang.rupiah(-owes)),
        Some(owes) => words::paid(lang, amount, lang.rupiah(owes)),
    }
}

fn of_undone(done: &Done, lang: Lang) -> String {
    match done {
        Done::Lent { item, .. } => words::undone_lent(lang, item),
        Done::Returned { item, .. } => words::undone_returned(lang, item),
    }
}

fn of_loans(loans: &[Lent], lang: Lang) -> Shown {
    if loans.is_empty() {
        return Shown::plain(words::no_loans(lang));
    }
    let line = |loan: &Lent| words::loan(lang, &loan.item, &loan.title, lang.date(loan.due));
    Shown {
        alarm: None,
        lines: loans.iter().map(line).collect(),
    }
}

fn sentences(reasons: &[Reason], lang: Lang) -> Vec<String> {
    reasons
        .iter()
        .map(|reason| words::reason(lang, &reason.message))
        .collect()
}

fn barcodes(items: &[Item]) -> String {
    items
        .iter()
        .map(|item| item.barcode.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
