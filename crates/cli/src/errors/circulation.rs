//! What the counter refuses, in words.

use pustaka_core::catalog::record::ItemStatus;
use pustaka_core::circulation::reason::OVERRIDABLE;
use pustaka_core::circulation::{Reason, Refusal};

use super::library::Sentence;
use crate::lang::Lang;
use crate::words::circulation as words;

/// A reason to refuse, as a sentence that a clerk can read out.
pub fn reason(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::MemberExpired { valid_until } => words::member_expired(lang, lang.date(*valid_until)),
        Reason::MemberSuspended { until } => words::member_suspended(lang, lang.date(*until)),
        Reason::MemberBlocked { why } if why.trim().is_empty() => words::member_blocked_bare(lang).to_owned(),
        Reason::MemberBlocked { why } => words::member_blocked(lang, why.trim_end_matches('.')),
        Reason::MemberOwes { owed, limit } => {
            words::member_owes(lang, lang.rupiah(owed.whole()), lang.rupiah(limit.whole()))
        }
        Reason::MemberOverdue { items, since } => words::member_overdue(lang, items, lang.date(*since)),
        Reason::LimitRule { rule, most } => words::limit_rule(lang, rule, most),
        Reason::LimitTotal { most } => words::limit_total(lang, most),
        Reason::ItemOnLoan { due } => words::item_on_loan(lang, lang.date(*due)),
        Reason::ItemNotForLoan { status } => of_status(lang, *status).to_owned(),
        Reason::ItemHeldForOther { until: Some(until) } => words::item_held_until(lang, lang.date(*until)),
        Reason::LoanBeganLater { loaned } => words::loan_began_later(lang, lang.date(*loaned)),
        Reason::AgeMin { least, age: Some(age) } => words::age_min(lang, least, age),
        Reason::AgeMin { least, age: None } => words::age_unknown(lang, least),
        Reason::RenewalsUsed { most: 0 } => words::renewals_none(lang).to_owned(),
        Reason::RenewalsUsed { most } => words::renewals_used(lang, most),
        Reason::RenewalNoGain { due } => words::renewal_no_gain(lang, lang.date(*due)),
        Reason::RenewalHeld { waiting } => words::renewal_held(lang, waiting),
        Reason::HoldLimit { most } => words::hold_limit(lang, most),
        Reason::RowTwice { line } => words::row_twice(lang, line),
        Reason::LoanDiffers { due } => words::loan_differs(lang, lang.date(*due)),
        _ => plain(lang, reason).to_owned(),
    }
}

/// What has no figures in it.
fn plain(lang: Lang, reason: &Reason) -> &'static str {
    match reason {
        Reason::MemberUnknown => words::member_unknown(lang),
        Reason::ItemUnknown => words::item_unknown(lang),
        Reason::ItemNotOnLoan => words::item_not_on_loan(lang),
        Reason::RuleNone => words::rule_none(lang),
        Reason::HoldTwice => words::hold_twice(lang),
        Reason::HoldOnLoan => words::hold_on_loan(lang),
        Reason::HoldNoItem => words::hold_no_item(lang),
        Reason::DueBeforeLoan => words::due_before_loan(lang),
        Reason::LoanInFuture => words::loan_in_future(lang),
        _ => words::item_held(lang),
    }
}

fn of_status(lang: Lang, status: ItemStatus) -> &'static str {
    match status {
        ItemStatus::Available | ItemStatus::NotForLoan => words::item_not_for_loan(lang),
        ItemStatus::Repair => words::item_repair(lang),
        ItemStatus::Missing => words::item_missing(lang),
        ItemStatus::Lost => words::item_lost(lang),
        ItemStatus::Withdrawn => words::item_withdrawn(lang),
    }
}

/// What is refused as a whole.
pub(super) fn of_circulation(refusal: &Refusal, lang: Lang) -> Sentence {
    match refusal {
        Refusal::NotOverridable { code } => Sentence::new(words::not_overridable(lang, code))
            .why(Some(words::overridable(lang, OVERRIDABLE.join(", ")))),
        Refusal::OverrideWithoutNote => Sentence::new(words::override_note(lang)).hint(words::override_note_hint(lang)),
        Refusal::DueBeforeLoan { .. } => Sentence::new(words::due_before_loan(lang)),
        Refusal::Hold { reasons } => {
            let sentence = Sentence::new(words::hold_refused(lang));
            let coded = reasons.iter().map(|one| (one.code(), reason(lang, one)));
            coded.fold(sentence, |sentence, (code, why)| sentence.because(code, why))
        }
        Refusal::HoldOver { hold } => Sentence::new(words::hold_over(lang, hold)).hint(words::see_holds(lang)),
        Refusal::HoldNotReady { hold } => Sentence::new(words::hold_not_ready(lang, hold)).hint(words::see_holds(lang)),
        Refusal::NotLost { item } => Sentence::new(words::not_lost(lang, item)),
        Refusal::NotOnLoan { item } => Sentence::new(words::not_on_loan(lang, item)),
        Refusal::Amount { amount } => {
            Sentence::new(words::amount(lang, lang.rupiah(amount.whole()))).why(Some(words::amount_why(lang)))
        }
        Refusal::NoteMissing => Sentence::new(words::note_missing(lang)).hint(words::override_note_hint(lang)),
        Refusal::MoreThanOpen { charge, open } => {
            Sentence::new(words::more_than_open(lang, charge, lang.rupiah(open.whole())))
        }
        Refusal::MoreThanCredit { credit } => Sentence::new(words::more_than_credit(lang, lang.rupiah(credit.whole()))),
        Refusal::TooLateToUndo => Sentence::new(words::undo_too_late(lang)),
        Refusal::NotPlanned { hold } => Sentence::new(words::not_planned(lang, hold)).hint(words::see_rounds(lang)),
    }
}
