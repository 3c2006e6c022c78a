//! What each finding of a check means, in words.

use crate::lang::Lang;
use crate::words::findings as words;

/// A sentence in both languages.
type Meaning = fn(Lang) -> &'static str;

/// The sentence for a finding's code.
pub fn finding(code: &str, lang: Lang) -> &'static str {
    let meaning = of_file(code).or_else(|| of_desk(code)).or_else(|| of_events(code));
    meaning.unwrap_or(words::other)(lang)
}

/// The file, the catalogue and its index.
fn of_file(code: &str) -> Option<Meaning> {
    let meaning: Meaning = match code {
        "sqlite.integrity" => words::integrity,
        "sqlite.reference" => words::reference,
        "sqlite.unreadable" => words::unreadable,
        "schema.missing" => words::schema_missing,
        "schema.differs" => words::schema_differs,
        "schema.foreign" => words::schema_foreign,
        "journal.missing" => words::journal_missing,
        "journal.changed" => words::journal_changed,
        "journal.unchained" => words::journal_unchained,
        "journal.unreadable" => words::journal_unreadable,
        "journal.counter" => words::journal_counter,
        "item.no-title" => words::item_no_title,
        "item.barcode-twice" => words::item_barcode_twice,
        "item.barcode-blanks" => words::item_barcode_blanks,
        "title.blank" => words::title_blank,
        "title.list" => words::title_list,
        "title.keys" => words::title_keys,
        "title.isbn" => words::title_isbn,
        "counter.behind" => words::counter_behind,
        "batch.overlaps" => words::batch_overlaps,
        "batch.undone-but-there" => words::batch_undone,
        "index.lacks-title" => words::index_lacks,
        "index.has-no-title" => words::index_has,
        "index.differs" => words::index_differs,
        "word.lacks" | "word.has-no-title" | "word.count" => words::word,
        "setting.unknown" => words::setting_unknown,
        "setting.value" => words::setting_value,
        _ => return None,
    };
    Some(meaning)
}

/// Readers, calendars and rules, loans, holds, money.
fn of_desk(code: &str) -> Option<Meaning> {
    let meaning: Meaning = match code {
        "member.card-blanks" => words::member_card,
        "member.card-twice" => words::member_card_twice,
        "member.no-type" => words::member_no_type,
        "member.half-erased" => words::member_half_erased,
        "member.nik-without-key" => words::member_nik,
        "member.name" => words::member_name,
        "member.name-key" => words::member_name_key,
        "consent.twice" => words::consent_twice,
        "group.blank" => words::group_blank,
        "loan.open-twice" => words::loan_open_twice,
        "loan.open-without-member" => words::loan_no_member,
        "loan.item-lost" => words::loan_item_lost,
        "loan.due-before" => words::loan_due_before,
        "loan.lost-without-day" => words::loan_lost_without_day,
        "hold.twice" => words::hold_twice,
        "hold.ready-on-loan" => words::hold_ready_on_loan,
        "hold.ready-twice" => words::hold_ready_twice,
        "hold.other-title" => words::hold_other_title,
        "hold.other-item" => words::hold_other_item,
        "hold.on-loan" => words::hold_on_loan,
        "delivery.not-ready" => words::delivery_not_ready,
        "ledger.taken-back-twice" => words::ledger_taken_back,
        "ledger.of-no-charge" => words::ledger_of_no_charge,
        "ledger.refund-without-credit" => words::ledger_refund,
        "history.ledger-of-loan" => words::history_ledger,
        "calendar.day" => words::calendar_day,
        "calendar.never-open" => words::calendar_never_open,
        "rule.clash" => words::rule_clash,
        "due-change.gap" => words::due_change,
        _ => return None,
    };
    Some(meaning)
}

/// Events, surveys, reports.
fn of_events(code: &str) -> Option<Meaning> {
    let meaning: Meaning = match code {
        "event.taken" => words::event_taken,
        "event.capacity" => words::event_capacity,
        "event.no-session" => words::event_no_session,
        "event.place-idle" => words::event_place_idle,
        "registration.passed-over" => words::registration_passed_over,
        "registration.code" => words::registration_code,
        "registration.nobody" => words::registration_nobody,
        "attendance.no-place" => words::attendance,
        "certificate.not-attended" => words::certificate_attended,
        "certificate.gap" => words::certificate_gap,
        "notice.promoted-twice" => words::promoted_twice,
        "response.scores" => words::response_scores,
        "response.day" => words::response_day,
        "survey-batch.count" => words::survey_batch_count,
        "survey-batch.survey" => words::survey_batch_survey,
        "follow-up.names" => words::follow_up_names,
        "summary.loan-mark" | "summary.gap" | "summary.day" | "summary.of-no-day" => words::summary_days,
        "summary.classes" | "summary.groups" | "summary.loans" | "summary.returns" => words::summary_figures,
        _ => return None,
    };
    Some(meaning)
}

#[cfg(test)]
mod tests {
    use pustaka_core::check;

    use super::*;

    #[test]
    fn every_code_has_words_of_its_own() {
        let lacking: Vec<&str> = check::codes()
            .filter(|code| Lang::ALL.iter().any(|lang| finding(code, *lang) == words::other(*lang)))
            .collect();
        assert_eq!(lacking, [""; 0]);
        assert_eq!(finding("no.such-code", Lang::En), words::other(Lang::En), "a control");
    }
}
