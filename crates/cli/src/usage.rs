//! What clap found wrong with a command line, in our own words.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::Failure;
use crate::lang::Lang;
use crate::words::usage as words;

/// The failure that a clap error stands for. `command` is what to run for help: `library-db backup`.
pub(crate) fn failure(error: &clap::Error, lang: Lang, command: &str) -> Failure {
    let arg = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let found = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let option = format!("`{arg}`");
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => words::unknown_option(lang, &arg),
        ErrorKind::UnknownArgument => words::unexpected_value(lang, &arg),
        ErrorKind::InvalidSubcommand => {
            let found = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            words::unknown_command(lang, found)
        }
        ErrorKind::InvalidValue if found.is_empty() => words::empty_value(lang, option),
        ErrorKind::InvalidValue => words::bad_choice(lang, found, option),
        ErrorKind::ValueValidation => words::bad_value(lang, found, option),
        ErrorKind::MissingRequiredArgument => words::missing(lang, list(error, ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words::missing_command(lang).to_owned()
        }
        ErrorKind::TooManyValues => words::too_many(lang, found, option),
        ErrorKind::TooFewValues => count(error, ContextKind::MinValues, lang, option),
        ErrorKind::WrongNumberOfValues => count(error, ContextKind::ExpectedNumValues, lang, option),
        ErrorKind::ArgumentConflict => match list(error, ContextKind::PriorArg) {
            other if other == arg || other.is_empty() => words::repeated(lang, option),
            other => words::conflict(lang, option, format!("`{other}`")),
        },
        ErrorKind::NoEquals => words::no_equals(lang, option),
        ErrorKind::InvalidUtf8 => words::not_unicode(lang).to_owned(),
        _ => words::unusable(lang).to_owned(),
    };
    let failure = Failure::usage(code(error.kind()), sentence);
    let failure = with_reasons(failure, error, lang);
    let suggestions = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggestions = suggestions.map(|kind| names(error, kind));
    match suggestions.iter().find(|names| !names.is_empty()) {
        Some(names) => failure.hint(words::did_you_mean(lang, names)),
        None => failure.hint(words::see_help(lang, command)),
    }
}

fn with_reasons(failure: Failure, error: &clap::Error, lang: Lang) -> Failure {
    let valid = list(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        return failure.because("usage.choices", words::choices(lang, valid));
    }
    let commands = list(error, ContextKind::ValidSubcommand);
    if !commands.is_empty() {
        return failure.because("usage.commands", words::commands_are(lang, commands));
    }
    match std::error::Error::source(error) {
        Some(source) if source.is::<std::num::ParseIntError>() => {
            failure.because("usage.number", words::not_a_number(lang))
        }
        Some(source) => {
            let said = source.to_string();
            match range(&said, lang) {
                Some(sentence) => failure.because("usage.range", sentence),
                None => failure.because("usage.value", said),
            }
        }
        None => failure,
    }
}

/// A number outside its bounds: clap says so in English only, as `0 is not in 1..=1000`.
fn range(said: &str, lang: Lang) -> Option<String> {
    let (_, bounds) = said.split_once(" is not in ")?;
    let (least, most) = bounds.split_once("..")?;
    let least: i64 = least.parse().ok()?;
    let (inclusive, most) = match most.strip_prefix('=') {
        Some(most) => (0, most),
        None => (1, most),
    };
    // No upper bound is the largest number that there is.
    match most.parse::<i64>() {
        Ok(most) if most < i64::MAX => Some(words::in_range(lang, least, most - inclusive)),
        _ => Some(words::at_least(lang, least)),
    }
}

fn code(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnknownArgument => "usage.unknown-option",
        ErrorKind::InvalidSubcommand => "usage.unknown-command",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage.bad-value",
        ErrorKind::MissingRequiredArgument => "usage.missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "usage.missing-command",
        ErrorKind::ArgumentConflict => "usage.conflict",
        _ => "usage",
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn list(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// The names that may have been meant, each quoted, the likeliest first; clap has them the other way round.
fn names(error: &clap::Error, kind: ContextKind) -> String {
    let quoted: Vec<String> = match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().rev().map(|name| format!("`{name}`")).collect(),
        Some(ContextValue::String(text)) => vec![format!("`{text}`")],
        _ => Vec::new(),
    };
    quoted.join(", ")
}

fn count(error: &clap::Error, wanted: ContextKind, lang: Lang, option: String) -> String {
    let wanted = text(error, wanted).unwrap_or_default();
    let found = text(error, ContextKind::ActualNumValues).unwrap_or_default();
    words::wrong_count(lang, option, wanted, found)
}
