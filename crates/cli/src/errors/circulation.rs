//! Why the counter says no, in words: several tools tell it.

use pustaka_core::catalog::record::ItemStatus;
use pustaka_core::circulation::reason::OVERRIDABLE;
use pustaka_core::circulation::{Reason, Refusal};

use super::library::Sentence;
use crate::lang::Lang;
use crate::words::circulation as words;

/// One reason of a refusal as a sentence.
pub fn reason_in_words(reason: &Reason, lang: Lang) -> String {
    match reason {
        Reason::MemberUnknown
        | Reason::MemberExpired { .. }
        | Reason::MemberSuspended { .. }
        | Reason::MemberBlocked { .. }
        | Reason::MemberOwes { .. }
        | Reason::MemberOverdue { .. }
        | Reason::LimitRule { .. }
        | Reason::LimitTotal { .. }
        | Reason::AgeMin { .. } => of_member(reason, lang),
        Reason::ItemUnknown => words::item_unknown(lang).to_owned(),
        Reason::ItemOnLoan { due } => words::item_on_loan(lang, lang.date(*due)),
        Reason::ItemNotForLoan { status } => words::item_not_for_loan(lang, status_in_words(*status, lang)),
        Reason::ItemHeldForOther { until: Some(until) } => words::item_held(lang, lang.date(*until)),
        Reason::ItemHeldForOther { until: None } => words::item_next(lang).to_owned(),
        Reason::ItemNotOnLoan => words::item_not_on_loan(lang).to_owned(),
        Reason::LoanBeganLater { loaned } => words::began_later(lang, lang.date(*loaned)),
        Reason::RuleNone => words::rule_none(lang).to_owned(),
        Reason::RenewalsUsed { most: 0 } => words::renewals_none(lang).to_owned(),
        Reason::RenewalsUsed { most } => words::renewals_used(lang, most),
        Reason::RenewalNoGain { due } => words::renewal_no_gain(lang, lang.date(*due)),
        Reason::RenewalHeld { waiting } => words::renewal_held(lang, waiting),
        Reason::HoldTwice => words::hold_twice(lang).to_owned(),
        Reason::HoldOnLoan => words::hold_on_loan(lang).to_owned(),
        Reason::HoldLimit { most } => words::hold_limit(lang, most),
        Reason::HoldNoItem => words::hold_no_item(lang).to_owned(),
        Reason::RowTwice { line } => words::row_twice(lang, line),
        Reason::LoanDiffers { due } => words::loan_differs(lang, lang.date(*due)),
        Reason::DueBeforeLoan => words::due_before_loan(lang).to_owned(),
        Reason::LoanInFuture => words::loan_in_future(lang).to_owned(),
    }
}

fn of_member(reason: &Reason, lang: Lang) -> String {
    match reason {
        Reason::MemberExpired { valid_until } => words::member_expired(lang, lang.date(*valid_until)),
        Reason::MemberSuspended { until } => words::member_suspended(lang, lang.date(*until)),
        Reason::MemberBlocked { why } => words::member_blocked(lang, why),
        Reason::MemberOwes { owed, limit } if limit.whole() == 0 => words::member_owes(lang, lang.rupiah(owed.whole())),
        Reason::MemberOwes { owed, limit } => {
            words::member_owes_more(lang, lang.rupiah(owed.whole()), lang.rupiah(limit.whole()))
        }
        Reason::MemberOverdue { items, since } => words::member_overdue(lang, items, lang.date(*since)),
        Reason::LimitRule { rule, most } => words::limit_rule(lang, most, rule),
        Reason::LimitTotal { most } => words::limit_total(lang, most),
        Reason::AgeMin { least, age: Some(age) } => words::age_min(lang, least, age),
        Reason::AgeMin { least, age: None } => words::age_unknown(lang, least),
        _ => words::member_unknown(lang).to_owned(),
    }
}

/// As what a copy is kept, in words.
pub fn status_in_words(status: ItemStatus, lang: Lang) -> &'static str {
    match status {
        ItemStatus::Available => words::status_available(lang),
        ItemStatus::NotForLoan => words::status_not_for_loan(lang),
        ItemStatus::Repair => words::status_repair(lang),
        ItemStatus::Missing => words::status_missing(lang),
        ItemStatus::Lost => words::status_lost(lang),
        ItemStatus::Withdrawn => words::status_withdrawn(lang),
    }
}

/// A refused action of circulation.
pub(super) fn of_circulation(refusal: &Refusal, lang: Lang) -> Sentence {
    match refusal {
        Refusal::NotOverridable { code } => Sentence::new(words::not_overridable(lang, code))
            .hint(words::not_overridable_hint(lang, OVERRIDABLE.join(", "))),
        Refusal::OverrideWithoutNote => {
            Sentence::new(words::override_note_missing(lang)).hint(words::override_note_hint(lang))
        }
        Refusal::DueBeforeLoan { due } => Sentence::new(words::due_is_before_loan(lang, lang.date(*due))),
        Refusal::Hold { reasons } => {
            let said = reasons
                .iter()
                .map(|reason| (reason.code(), reason_in_words(reason, lang)));
            Sentence::new(words::hold_refused(lang)).because(said)
        }
        Refusal::HoldOver { hold } => Sentence::new(words::hold_over(lang, hold)),
        Refusal::HoldNotReady { hold } => Sentence::new(words::hold_not_ready(lang, hold)),
        Refusal::NotLost { item } => Sentence::new(words::not_lost(lang, item)),
        Refusal::NotOnLoan { item } => Sentence::new(words::not_on_loan(lang, item)),
        Refusal::Amount { amount } => Sentence::new(words::amount(lang, lang.rupiah(amount.whole()))),
        Refusal::NoteMissing => Sentence::new(words::charge_note_missing(lang)).hint(words::override_note_hint(lang)),
        Refusal::MoreThanOpen { charge, open } => {
            Sentence::new(words::more_than_open(lang, charge, lang.rupiah(open.whole())))
        }
        Refusal::MoreThanCredit { credit } => Sentence::new(words::more_than_credit(lang, lang.rupiah(credit.whole()))),
        Refusal::MoreThanPaid { payment, left } => Sentence::new(match left.whole() {
            0 => words::given_back(lang, payment),
            left => words::more_than_paid(lang, payment, lang.rupiah(left)),
        }),
        Refusal::NotReversible { entry } => Sentence::new(words::not_reversible(lang, entry)),
        Refusal::TooLateToUndo => Sentence::new(words::too_late_to_undo(lang)),
        Refusal::NotPlanned { hold } => Sentence::new(words::not_planned(lang, hold)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use pustaka_core::values::money::Money;

    use super::*;

    #[test]
    fn a_reason_is_a_sentence_with_what_it_is_about() {
        let day = date(2026, 11, 20);
        let rupiah = |amount| Money::from_whole(amount).expect("an amount");
        let status = ItemStatus::Repair;
        let cases = [
            (
                Reason::MemberExpired { valid_until: day },
                "Keanggotaannya berakhir pada 20-11-2026.",
                "The membership ended on 2026-11-20.",
            ),
            (
                Reason::MemberOwes {
                    owed: rupiah(1_500),
                    limit: rupiah(0),
                },
                "Masih ada tunggakan Rp1.500.",
                "Owes Rp1,500.",
            ),
            (
                Reason::MemberOwes {
                    owed: rupiah(1_500),
                    limit: rupiah(1_000),
                },
                "Masih ada tunggakan Rp1.500; yang diperbolehkan paling banyak Rp1.000.",
                "Owes Rp1,500; at most Rp1,000 is let pass.",
            ),
            (
                Reason::ItemNotForLoan { status },
                "Tidak dipinjamkan: sedang diperbaiki.",
                "Not for loan: being mended.",
            ),
            (
                Reason::ItemHeldForOther { until: None },
                "Giliran pemesan lain.",
                "Another reader is next.",
            ),
            (
                Reason::AgeMin { least: 17, age: None },
                "Untuk pembaca berumur 17 tahun ke atas; tanggal lahirnya belum tercatat.",
                "For readers of 17 years and above; no birth date is known.",
            ),
            (
                Reason::RenewalsUsed { most: 0 },
                "Menurut aturan tidak dapat diperpanjang.",
                "The rule allows no renewal.",
            ),
        ];
        for (reason, id, en) in cases {
            assert_eq!(reason_in_words(&reason, Lang::Id), id);
            assert_eq!(reason_in_words(&reason, Lang::En), en);
        }
    }

    #[test]
    fn a_refused_hold_tells_every_reason_with_its_code() {
        let refusal = Refusal::Hold {
            reasons: vec![Reason::HoldTwice, Reason::HoldLimit { most: 5 }],
        };
        let error = pustaka_core::Error::Circulation(refusal);
        let stated = super::super::library::stated(&error, Lang::En);
        let codes: Vec<&str> = stated.reasons.iter().map(|reason| &*reason.code).collect();
        assert_eq!(
            (&*stated.code, codes),
            ("hold.refused", vec!["hold.twice", "hold.limit"])
        );
    }
}
