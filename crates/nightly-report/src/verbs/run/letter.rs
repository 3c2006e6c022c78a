//! What failed in the night, as the one mail that cron sends: what, where and why, what was done all the same, and what
//! to do now.

use std::fmt::Write;

use jiff::civil::Date;
use pustaka_cli::{Failure, Lang, Reason, as_typed};
use pustaka_core::night::Step;
use serde_json::Value;

use super::folders::Folders;
use super::told::{About, in_words, name_of};
use super::{Taken, Went};
use crate::words::run as words;

/// The failure of a run in which a step failed; `None` when all went well. Of a rehearsal nothing was done.
pub(super) fn failure(
    about: &About,
    folders: &Folders,
    (taken, rehearsal): (&[Taken], bool),
    lang: Lang,
) -> Option<Failure> {
    let failed = || taken.iter().filter_map(|taken| Some((taken, said(taken)?)));
    let (many, all) = (failed().count(), taken.len());
    if many == 0 {
        return None;
    }
    let again = format!("nightly-report run --db {}{}", as_typed(&about.db), folders.typed());
    let mut failure = Failure::system("night.failed", words::not_finished(lang, many, all));
    for (taken, (code, said)) in failed() {
        let first = said.first().map(|said| said.message.as_str()).unwrap_or_default();
        let reason = words::step_failed(lang, name_of(taken.step, lang), lang.date(taken.day), first);
        failure = failure.because(code.clone(), reason);
    }
    Some(
        failure
            .hint(words::again(lang, &again))
            .letter(text(about, (taken, rehearsal), &again, lang)),
    )
}

fn said(taken: &Taken) -> Option<(&String, &Vec<Reason>)> {
    match &taken.went {
        Went::Failed { code, said } => Some((code, said)),
        _ => None,
    }
}

/// The whole letter.
fn text(about: &About, (taken, rehearsal): (&[Taken], bool), again: &str, lang: Lang) -> String {
    let mut letter = String::new();
    let mut line = |text: &str| {
        let _ = writeln!(letter, "{text}");
    };
    let many = taken.iter().filter(|taken| said(taken).is_some()).count();
    line(&words::not_finished(lang, many, taken.len()));
    line("");
    if !about.name.is_empty() {
        line(&words::of_library(lang, &about.name));
    }
    line(&words::of_file(lang, about.db.display()));
    line(&words::of_night(lang, nights(taken, lang)));
    line("");
    line(words::what_failed(lang));
    for (taken, (_, said)) in taken.iter().filter_map(|taken| Some((taken, said(taken)?))) {
        line(&format!("- {}", heading(taken.step, taken.day, lang)));
        for reason in said {
            match reason.code.as_ref() {
                "hint" => line(&words::hint(lang, &reason.message)),
                _ => line(&format!("  {}", reason.message)),
            }
        }
    }
    let held_up = steps(taken, |went| matches!(went, Went::Waits));
    if !held_up.is_empty() {
        line("");
        line(words::what_waits(lang));
        for step in held_up {
            line(&format!("- {}", name_of(step, lang)));
        }
    }
    let done = steps(taken, |went| matches!(went, Went::Done(_)));
    if !done.is_empty() && !rehearsal {
        line("");
        line(words::what_was_done(lang));
        for step in done {
            let what = in_words(step, &sum(taken, step), false, lang);
            line(&format!("- {}: {what}", name_of(step, lang)));
        }
    }
    line("");
    line(words::what_to_do(lang));
    line(words::mend(lang));
    line(words::run_again(lang));
    line(&format!("     {again}"));
    line(words::or_wait(lang));
    letter.truncate(letter.trim_end().len());
    letter
}

/// The nights, written out: one day, or the first and the last.
fn nights(taken: &[Taken], lang: Lang) -> String {
    let day = |day: Date| format!("{}, {}", lang.weekday(day), lang.long_date(day));
    match (taken.first(), taken.last()) {
        (Some(first), Some(last)) if first.day != last.day => words::from_to(lang, day(first.day), day(last.day)),
        (Some(only), _) => day(only.day),
        _ => String::new(),
    }
}

fn heading(step: Step, day: Date, lang: Lang) -> String {
    format!("{}, {}", name_of(step, lang), lang.long_date(day))
}

/// The steps that went so in at least one night, in order.
fn steps(taken: &[Taken], went: impl Fn(&Went) -> bool) -> Vec<Step> {
    let all = Step::ALL.iter().copied();
    all.filter(|step| taken.iter().any(|taken| taken.step == *step && went(&taken.went)))
        .collect()
}

/// What a step has done in all of these nights: counts add up, of anything else the last is told.
fn sum(taken: &[Taken], step: Step) -> Value {
    let mut sum = serde_json::Map::new();
    for taken in taken.iter().filter(|taken| taken.step == step) {
        let Went::Done(Value::Object(detail)) = &taken.went else {
            continue;
        };
        for (key, value) in detail {
            let before = sum.get(key).and_then(Value::as_i64);
            let value = match (before, value.as_i64()) {
                (Some(before), Some(now)) => (before + now).into(),
                _ => value.clone(),
            };
            sum.insert(key.clone(), value);
        }
    }
    Value::Object(sum)
}
