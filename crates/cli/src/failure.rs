//! How a run ends: done, refused, or failed with a sentence, its reasons and a hint.

use std::borrow::Cow;

use pustaka_core::Kind;

/// How a run ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Done: exit code 0.
    Done,
    /// The answer is no, and it was shown: nothing found, rows rejected, a loan refused. Exit code 1.
    Refused,
}

/// One reason behind a [`Failure`]: a stable code and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Stable code, as JSON shows it.
    pub code: Cow<'static, str>,
    /// The sentence, already in the reader's language.
    pub message: String,
}

/// What the words of a failure are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) kind: Kind,
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: String,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) hint: Option<String>,
    /// Shown in place of the sentences where people read.
    pub(crate) letter: Option<String>,
}

/// Why a run stopped. [`main`](crate::main) shows it and makes the exit code of it.
///
/// An error of the core becomes one with `?`; its words are chosen when it is shown.
#[derive(Debug)]
pub struct Failure(pub(crate) Box<Cause>);

#[derive(Debug)]
pub(crate) enum Cause {
    /// An error of the core, not yet put into words.
    Core(pustaka_core::Error),
    /// Something that no sentence was made for: the causes, the outermost first.
    Unforeseen(Vec<String>),
    /// A sentence of a tool or of this crate.
    Stated(Stated),
}

impl Failure {
    /// The library says no; exit code 1.
    pub fn refused(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Failure {
        Failure::stated(Kind::Refused, code.into(), message.into())
    }

    /// What was typed can't be used; exit code 2.
    pub fn usage(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Failure {
        Failure::stated(Kind::Usage, code.into(), message.into())
    }

    /// A file or the system failed; exit code 3.
    pub fn system(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Failure {
        Failure::stated(Kind::System, code.into(), message.into())
    }

    fn stated(kind: Kind, code: Cow<'static, str>, message: String) -> Failure {
        Failure(Box::new(Cause::Stated(Stated {
            kind,
            code,
            message,
            reasons: Vec::new(),
            hint: None,
            letter: None,
        })))
    }

    /// Adds a reason, shown under the sentence in the order given.
    #[must_use]
    pub fn because(mut self, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Failure {
        if let Cause::Stated(stated) = &mut *self.0 {
            stated.reasons.push(Reason {
                code: code.into(),
                message: message.into(),
            });
        }
        self
    }

    /// Says what to do next, with the command to run where there is one.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Failure {
        if let Cause::Stated(stated) = &mut *self.0 {
            stated.hint = Some(hint.into());
        }
        self
    }

    /// Shows people a whole letter in place of the sentences: for what nobody watches and cron mails. JSON is as ever.
    #[must_use]
    pub fn letter(mut self, text: impl Into<String>) -> Failure {
        if let Cause::Stated(stated) = &mut *self.0 {
            stated.letter = Some(text.into());
        }
        self
    }

    /// What the failure means; the exit code follows from it.
    pub fn kind(&self) -> Kind {
        match &*self.0 {
            Cause::Core(error) => error.kind(),
            Cause::Unforeseen(_) => Kind::System,
            Cause::Stated(stated) => stated.kind,
        }
    }

    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &str {
        match &*self.0 {
            Cause::Core(error) => error.code(),
            Cause::Unforeseen(_) => UNFORESEEN,
            Cause::Stated(stated) => &stated.code,
        }
    }
}

impl From<pustaka_core::Error> for Failure {
    fn from(error: pustaka_core::Error) -> Failure {
        Failure(Box::new(Cause::Core(error)))
    }
}

/// The code of an error that no sentence was made for.
pub(crate) const UNFORESEEN: &str = "unforeseen";

impl From<anyhow::Error> for Failure {
    /// An error of the core stays one, with its own words; any other is shown with its causes as they are.
    fn from(error: anyhow::Error) -> Failure {
        match error.downcast::<pustaka_core::Error>() {
            Ok(error) => error.into(),
            Err(error) => {
                let causes = error.chain().map(ToString::to_string).collect();
                Failure(Box::new(Cause::Unforeseen(causes)))
            }
        }
    }
}

/// The exit code of a run.
pub(crate) fn exit_code(ended: &Result<Status, Failure>) -> u8 {
    match ended {
        Ok(Status::Done) => 0,
        Ok(Status::Refused) => 1,
        Err(failure) => match failure.kind() {
            Kind::Refused => 1,
            Kind::Usage => 2,
            Kind::System => 3,
        },
    }
}
