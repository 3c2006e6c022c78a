//! Why the surveys say no, in words.

use pustaka_core::surveys::Refusal;

use super::library::Sentence;
use crate::lang::Lang;
use crate::words::surveys as words;

pub(super) fn stated(refusal: &Refusal, lang: Lang) -> Sentence {
    match refusal {
        Refusal::Exists { key } => Sentence::new(words::exists(lang, key)).hint(words::exists_hint(lang, key)),
        Refusal::Period => Sentence::new(words::period(lang)).hint(words::period_hint(lang)),
        Refusal::Order { order, orders } => {
            let said = Sentence::new(words::order(lang, order));
            match orders.is_empty() {
                true => said.hint(words::no_order_hint(lang)),
                false => said.hint(words::order_hint(lang, orders.join(", "))),
            }
        }
        Refusal::NothingStored => Sentence::new(words::nothing_stored(lang)),
        Refusal::BatchAlreadyUndone { batch } => {
            Sentence::new(words::batch_undone(lang, batch)).hint(words::batches_hint(lang))
        }
        Refusal::BatchInUse { batch, comments } => {
            let named: Vec<String> = comments.iter().take(20).map(ToString::to_string).collect();
            Sentence::new(words::batch_in_use(lang, batch)).why(Some(words::comments_used(lang, named.join(", "))))
        }
        Refusal::Ended { follow_up } => Sentence::new(words::ended(lang, follow_up)).hint(words::ended_hint(lang)),
        Refusal::NoGroup { by, groups } => {
            Sentence::new(words::no_group(lang, by)).hint(words::no_group_hint(lang, groups.join(", ")))
        }
    }
}

/// What kind of thing was not found, and where to look for it.
pub(super) fn not_found(what: &str, lang: Lang) -> Option<(&'static str, &'static str)> {
    Some(match what {
        "survey" => (words::survey(lang), words::survey_hint(lang)),
        "survey-batch" => (words::batch(lang), words::batches_hint(lang)),
        "instrument" => (words::instrument(lang), words::instrument_hint(lang)),
        "comment" => (words::comment(lang), words::comment_hint(lang)),
        "follow-up" => (words::follow_up(lang), words::follow_up_hint(lang)),
        "element" => (words::element(lang), words::element_hint(lang)),
        _ => return None,
    })
}
