//! Failures in words, and as the JSON object that programs read: the one place where the core's errors get sentences.

mod circulation;
mod events;
mod library;
mod members;
mod notices;
mod surveys;

pub use events::event_reason;

use std::io::ErrorKind;
use std::path::Path;

use pustaka_core::Kind;
use serde::Serialize;

use crate::failure::{Cause, Failure, Reason, Stated, UNFORESEEN};
use crate::lang::Lang;
use crate::printer::{Printer, Tone};
use crate::report;
use crate::words::{errors as words, output as output_words};

pub use circulation::{reason_in_words, status_in_words};
pub use members::{consent_kind, member_value};

/// A failure in words.
fn stated(failure: Failure, lang: Lang) -> Stated {
    match *failure.0 {
        Cause::Stated(stated) => stated,
        Cause::Core(error) => library::stated(&error, lang),
        Cause::Unforeseen(causes) => unforeseen(causes, lang),
    }
}

/// Shows a failure on standard error.
pub(crate) fn show(failure: Failure, lang: Lang, json: bool, printer: &mut Printer) {
    let stated = stated(failure, lang);
    if json {
        printer.raw_words(to_json(&stated).as_bytes());
        printer.raw_words(b"\n");
        return;
    }
    if let Some(letter) = &stated.letter {
        printer.words(letter);
        return;
    }
    printer.labelled(Tone::Wrong, output_words::error_label(lang), &stated.message);
    for reason in &stated.reasons {
        let label = format!("  {}", output_words::because_label(lang));
        printer.labelled(Tone::Plain, &label, &reason.message);
    }
    if let Some(hint) = &stated.hint {
        printer.labelled(Tone::Helpful, output_words::hint_label(lang), hint);
    }
}

/// The words for what no sentence was made for: its causes, one by one.
fn unforeseen(causes: Vec<String>, lang: Lang) -> Stated {
    let reason = |message| Reason {
        code: UNFORESEEN.into(),
        message,
    };
    Stated {
        kind: Kind::System,
        code: UNFORESEEN.into(),
        message: words::unforeseen(lang).to_owned(),
        reasons: causes.into_iter().map(reason).collect(),
        hint: Some(words::unforeseen_hint(lang).to_owned()),
        letter: None,
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    error: Body<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    code: &'a str,
    message: &'a str,
    reasons: Vec<Said<'a>>,
    hint: Option<&'a str>,
}

#[derive(Serialize)]
struct Said<'a> {
    code: &'a str,
    message: &'a str,
}

fn to_json(stated: &Stated) -> String {
    let reasons = stated.reasons.iter().map(|reason| Said {
        code: &reason.code,
        message: &reason.message,
    });
    report::to_line(&Envelope {
        error: Body {
            code: &stated.code,
            message: &stated.message,
            reasons: reasons.collect(),
            hint: stated.hint.as_deref(),
        },
    })
}

/// There is no library file: how to make one. In its default place it needs no name.
pub(crate) fn no_library(path: &Path, named: bool, lang: Lang) -> Failure {
    let hint = match named {
        true => words::missing_hint(lang, as_typed(path)),
        false => words::missing_default_hint(lang).to_owned(),
    };
    Failure::system("file.missing", words::missing(lang, path.display())).hint(hint)
}

/// A path as it is typed in a shell: quoted when it holds anything but letters, digits and `/ . _ - ~ +`.
pub fn as_typed(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-~+".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text,
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

/// The system's answer in the reader's language, without a full stop; what has no words of its own is as the system
/// says it.
pub(crate) fn io_reason(error: &std::io::Error, lang: Lang) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => words::os_not_found(lang),
        ErrorKind::PermissionDenied => words::os_permission(lang),
        ErrorKind::StorageFull => words::os_full(lang),
        ErrorKind::QuotaExceeded => words::os_quota(lang),
        ErrorKind::ReadOnlyFilesystem => words::os_read_only(lang),
        ErrorKind::IsADirectory => words::os_folder(lang),
        ErrorKind::NotADirectory => words::os_not_folder(lang),
        ErrorKind::AlreadyExists => words::os_exists(lang),
        ErrorKind::FileTooLarge => words::os_too_large(lang),
        ErrorKind::InvalidData => words::os_not_text(lang),
        ErrorKind::UnexpectedEof => words::os_end(lang),
        _ => return error.to_string(),
    };
    known.to_owned()
}

impl Failure {
    /// The failure in words: its sentence, its reasons, and last its hint, each with a code; for a screen that goes on.
    pub fn sentences(self, lang: Lang) -> Vec<Reason> {
        let stated = stated(self, lang);
        let first = Reason {
            code: stated.code,
            message: stated.message,
        };
        let hint = stated.hint.map(|message| Reason {
            code: "hint".into(),
            message,
        });
        std::iter::once(first).chain(stated.reasons).chain(hint).collect()
    }

    /// A failure of the system with a file: what could not be done, and the system's answer as the reason.
    pub fn io(
        code: impl Into<std::borrow::Cow<'static, str>>,
        message: impl Into<String>,
        error: &std::io::Error,
        lang: Lang,
    ) -> Failure {
        let mut reason = io_reason(error, lang);
        if let Some(first) = reason.get(..1).map(str::to_uppercase) {
            reason.replace_range(..1, &first);
        }
        Failure::system(code, message).because("system", format!("{reason}."))
    }
}
