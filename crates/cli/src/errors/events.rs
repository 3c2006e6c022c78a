//! What the events refuse, in words.

use pustaka_core::events::roster::MAY_BE_OVERRIDDEN;
use pustaka_core::events::{Reason, Refusal, Told};

use super::library::Sentence;
use crate::lang::Lang;
use crate::words::events as words;

/// A refusal with all its reasons.
pub(super) fn stated(refusal: &Refusal, lang: Lang) -> Sentence {
    let name = &refusal.name;
    let mut said = Sentence::new(match refusal.what {
        "registration.refused" => words::registration_refused(lang, name),
        "check-in.refused" => words::check_in_refused(lang, name),
        "certificate.refused" => words::certificate_refused(lang, name),
        _ => words::event_refused(lang, name),
    });
    let reasons = refusal.reasons.iter();
    said.reasons = reasons
        .map(|reason| (Some(reason.code), event_reason(lang, reason)))
        .collect();
    let may_be = |reason: &Reason| MAY_BE_OVERRIDDEN.contains(&reason.code);
    match refusal.what == "registration.refused" && refusal.reasons.iter().all(may_be) {
        true => said.hint(words::override_hint(lang)),
        false => said,
    }
}

/// One reason of the events in words: why something is refused, or what a person should look at.
pub fn event_reason(lang: Lang, reason: &Reason) -> String {
    let value = match &reason.value {
        Told::Nothing => String::new(),
        Told::Number(number) => lang.count(*number),
        Told::Moment(at) => format!("{} {}", lang.date(at.date()), at.strftime("%H:%M")),
        Told::Text(text) => text.clone(),
    };
    of_event(lang, reason.code, &value)
        .or_else(|| of_registration(lang, reason.code, &value))
        .unwrap_or_else(|| reason.code.to_owned())
}

fn of_event(lang: Lang, code: &str, value: &str) -> Option<String> {
    Some(match code {
        "event.cancelled" => words::event_cancelled(lang, value),
        "event.over" => words::event_over(lang, value),
        "event.full" => words::event_full(lang).to_owned(),
        "event.others-wait" => words::event_others_wait(lang, value),
        "title.missing" => words::title_missing(lang).to_owned(),
        "session.missing" => words::session_missing(lang).to_owned(),
        "session.too-many" => words::session_too_many(lang, value),
        "session.backwards" => words::session_backwards(lang, value),
        "session.unknown" => words::session_unknown(lang, value),
        "session.none-now" if value.is_empty() => words::session_no_session(lang).to_owned(),
        "session.none-now" => words::session_none_now(lang, value),
        "capacity.bad" => words::capacity_bad(lang).to_owned(),
        "capacity.below-taken" => words::capacity_below_taken(lang, value),
        "capacity.below-waiting" => words::capacity_below_waiting(lang, value),
        "window.backwards" => words::window_backwards(lang, value),
        "age.bad" => words::age_bad(lang).to_owned(),
        "age.backwards" => words::age_backwards(lang, value),
        "share.bad" => words::share_bad(lang).to_owned(),
        "key.bad" => words::key_bad(lang, value),
        "key.taken" => words::key_taken(lang, value),
        "reason.missing" => words::reason_missing(lang).to_owned(),
        "certificate.none-given" => words::no_certificates(lang).to_owned(),
        "answer.bad" => words::answer_bad(lang, value),
        "comment.too-long" => words::comment_too_long(lang, value),
        _ => return None,
    })
}

fn of_registration(lang: Lang, code: &str, value: &str) -> Option<String> {
    Some(match code {
        "registration.not-open" => words::not_open(lang, value),
        "registration.closed" => words::closed(lang, value),
        "registration.twice" => words::twice(lang, value),
        "registration.same-name" => words::same_name(lang, value),
        "registration.same-contact" => words::same_contact(lang, value),
        "registration.unknown" => words::unknown_code(lang, value),
        "registration.of-other-event" => words::of_other_event(lang, value),
        "registration.cancelled" => words::registration_cancelled(lang).to_owned(),
        "registration.waiting" => words::registration_waiting(lang).to_owned(),
        "registration.attended" => words::registration_attended(lang).to_owned(),
        "registration.certified" => words::registration_certified(lang).to_owned(),
        "registration.not-checked-in" => words::not_checked_in(lang).to_owned(),
        "age.min" => words::age_min(lang, value),
        "age.max" => words::age_max(lang, value),
        "group.beyond-capacity" => words::beyond_capacity(lang, value),
        "group.of-member" => words::group_of_member(lang).to_owned(),
        "heads.bad" => words::heads_bad(lang).to_owned(),
        "heads.beyond-group" => words::heads_beyond_group(lang, value),
        "name.missing" => words::name_missing(lang).to_owned(),
        "member.unknown" => words::member_unknown(lang, value),
        "member.several" => words::member_several(lang, value),
        "phone.unreadable" => words::phone_unreadable(lang).to_owned(),
        "email.unreadable" => words::email_unreadable(lang).to_owned(),
        "born.unreadable" => words::born_unreadable(lang).to_owned(),
        "sex.unreadable" => words::sex_unreadable(lang).to_owned(),
        "mark.bad" => words::mark_bad(lang, value),
        "mark.missing" => words::mark_missing(lang).to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// The codes that stand behind `Reason::…("` in a folder of the core.
    fn codes(folder: &Path, into: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                codes(&path, into);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for part in text.split("Reason::").skip(1) {
                let quoted = part
                    .split_once('(')
                    .and_then(|(_, rest)| rest.trim_start().strip_prefix('"'));
                let code = quoted.and_then(|rest| rest.split('"').next());
                into.extend(code.map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_reason_of_the_core_has_its_words() {
        let area = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/events");
        let mut all = BTreeSet::new();
        codes(&area, &mut all);
        assert!(all.len() > 40, "{all:?}");
        for code in all {
            let code: &'static str = code.leak();
            let [id, en] = Lang::ALL.map(|lang| event_reason(lang, &Reason::number(code, 7)));
            assert!(id != code && en != code && id != en, "{code}: {id} {en}");
        }
    }
}
