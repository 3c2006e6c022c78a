//! What the keeping of members refuses, in words.

use pustaka_core::members::{ConsentKind, KeyTrouble, Obstacle, Refusal, Reject, RejectCode, Settling};

use super::as_typed;
use super::library::Sentence;
use crate::lang::Lang;
use crate::words::members as words;

pub(super) fn of_members(refusal: &Refusal, lang: Lang) -> Sentence {
    match refusal {
        Refusal::Value(reject) => {
            let said = Sentence::new(member_value(reject, lang));
            match reject.code {
                RejectCode::Type => said.hint(words::type_hint(lang)),
                RejectCode::Date | RejectCode::Born => said.hint(words::date_hint(lang)),
                _ => said,
            }
        }
        Refusal::CardTaken { card } => {
            Sentence::new(words::card_taken(lang, card)).hint(words::card_taken_hint(lang, card))
        }
        Refusal::CardsUsedUp { pattern } => {
            Sentence::new(words::cards_used_up(lang, pattern)).hint(words::cards_used_up_hint(lang))
        }
        Refusal::Guardian { below, name, consent } => {
            let mut said = Sentence::new(words::guardian(lang, below));
            let lacks = [
                (*name, "guardian.name", words::guardian_name(lang)),
                (*consent, "guardian.consent", words::guardian_consent(lang)),
            ];
            for (_, code, why) in lacks.into_iter().filter(|(lacks, _, _)| *lacks) {
                said = said.reason(code, why);
            }
            said.hint(words::guardian_hint(lang))
        }
        Refusal::RenewedAlready { valid_until } => {
            Sentence::new(words::renewed_already(lang, lang.date(*valid_until))).hint(words::renewed_already_hint(lang))
        }
        Refusal::NotBlocked => Sentence::new(words::not_blocked(lang)),
        Refusal::NoConsent { kind } => Sentence::new(words::no_consent(lang, consent_kind(*kind, lang))),
        Refusal::Unsettled { what, obstacles } => {
            let mut said = Sentence::new(match what {
                Settling::Clearance => words::not_clear(lang),
                Settling::Erasure => words::not_erasable(lang),
            });
            for obstacle in obstacles {
                said = said.reason(obstacle.code(), of_obstacle(obstacle, lang));
            }
            said.hint(words::settle_hint(lang))
        }
        Refusal::NikKey { file, why } => {
            let path = file.display();
            let said = Sentence::new(match why {
                KeyTrouble::Missing => words::key_missing(lang, path),
                KeyTrouble::Differs => words::key_differs(lang, path),
                KeyTrouble::Unreadable => words::key_unreadable(lang, path),
            });
            said.why(Some(words::key_why(lang)))
                .hint(words::key_hint(lang, as_typed(file)))
        }
    }
}

fn of_obstacle(obstacle: &Obstacle, lang: Lang) -> String {
    match obstacle {
        Obstacle::Loan { item, due } => words::has_loan(lang, item, lang.date(*due)),
        Obstacle::Owes(amount) => words::owes(lang, lang.rupiah(*amount)),
        Obstacle::Credit(amount) => words::has_credit(lang, lang.rupiah(*amount)),
        Obstacle::Holds(count) => words::has_holds(lang, count),
        Obstacle::Place { event, code } => words::has_place(lang, event, code),
    }
}

/// What was agreed to, in words.
pub fn consent_kind(kind: ConsentKind, lang: Lang) -> &'static str {
    match kind {
        ConsentKind::Membership => words::consent_membership(lang),
        ConsentKind::ReadingHistory => words::consent_reading_history(lang),
        ConsentKind::Notices => words::consent_notices(lang),
        ConsentKind::NoticesMail => words::consent_notices_mail(lang),
        ConsentKind::NoticesWhatsapp => words::consent_notices_whatsapp(lang),
        ConsentKind::NoticesPrint => words::consent_notices_print(lang),
        ConsentKind::NoticesText => words::consent_notices_text(lang),
    }
}

/// Why a value of a member's record can't be taken, in words.
pub fn member_value(reject: &Reject, lang: Lang) -> String {
    let found = &reject.found;
    match reject.code {
        RejectCode::Name if found.is_empty() => words::name_missing(lang).to_owned(),
        RejectCode::Name => words::name_bad(lang, found),
        RejectCode::Card => words::card_bad(lang, found),
        RejectCode::CardMissing => words::card_missing(lang).to_owned(),
        RejectCode::CardRepeated => words::card_repeated(lang, found),
        RejectCode::Date => words::date_bad(lang, found),
        RejectCode::Born => words::born_bad(lang, found),
        RejectCode::Ends => words::ends_bad(lang, found),
        RejectCode::GuardianPhone => words::phone_bad(lang, found),
        RejectCode::Email => words::email_bad(lang, found),
        RejectCode::Sex => words::sex_bad(lang, found),
        RejectCode::Nik => words::nik_bad(lang).to_owned(),
        RejectCode::Long => words::too_long(lang, reject.field.code()),
        RejectCode::Type => words::type_unknown(lang, found),
        RejectCode::Types => words::types_too_many(lang, found),
    }
}

#[cfg(test)]
mod tests {
    use pustaka_core::members::Field;

    use super::*;

    #[test]
    fn every_reason_has_words_in_both_languages() {
        for code in RejectCode::ALL {
            for found in ["", "x"] {
                let reject = Reject {
                    code: *code,
                    field: Field::Name,
                    found: found.to_owned(),
                };
                let [id, en] = Lang::ALL.map(|lang| member_value(&reject, lang));
                assert_ne!(id, en, "{code:?}");
            }
        }
    }
}
