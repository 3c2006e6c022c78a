//! What each finding of a check means, in words.

use crate::lang::Lang;
use crate::words::findings as words;

/// The sentence for a finding's code.
pub fn finding(code: &str, lang: Lang) -> &'static str {
    let meaning: fn(Lang) -> &'static str = match code {
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
        "response.scores" => words::response_scores,
        "response.day" => words::response_day,
        "survey-batch.count" => words::survey_batch_count,
        "survey-batch.survey" => words::survey_batch_survey,
        "follow-up.names" => words::follow_up_names,
        "setting.unknown" => words::setting_unknown,
        "setting.value" => words::setting_value,
        "calendar.day" => words::calendar_day,
        "calendar.never-open" => words::calendar_never_open,
        "rule.clash" => words::rule_clash,
        "summary.loan-mark" | "summary.gap" | "summary.day" | "summary.of-no-day" => words::summary_days,
        "summary.classes" | "summary.groups" | "summary.loans" | "summary.returns" => words::summary_figures,
        "due-change.gap" => words::due_change,
        _ => words::other,
    };
    meaning(lang)
}
