//! Why an event, or a place at one, is refused.

use jiff::civil::DateTime;
use serde::{Serialize, Serializer};

use crate::error::Error;

/// What a reason is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Nothing more is to be said.
    Nothing,
    /// A number of heads or years.
    Number(i64),
    /// A minute.
    Moment(DateTime),
    /// A code or a name of this library's own.
    Text(String),
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Told::Nothing => serializer.serialize_unit(),
            Told::Number(number) => serializer.serialize_i64(*number),
            Told::Moment(at) => serializer.collect_str(&at.strftime("%Y-%m-%dT%H:%M")),
            Told::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// One reason, with its stable code. The words for people belong to the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// `event.cancelled`, `registration.twice` …
    pub code: &'static str,
    /// What it is about.
    pub value: Told,
}

impl Reason {
    /// A reason that needs nothing more.
    pub fn plain(code: &'static str) -> Reason {
        Reason {
            code,
            value: Told::Nothing,
        }
    }

    /// A reason about a number.
    pub fn number(code: &'static str, number: i64) -> Reason {
        Reason {
            code,
            value: Told::Number(number),
        }
    }

    /// A reason about a moment.
    pub fn moment(code: &'static str, at: DateTime) -> Reason {
        Reason {
            code,
            value: Told::Moment(at),
        }
    }

    /// A reason about something with a name.
    pub fn text(code: &'static str, text: impl Into<String>) -> Reason {
        Reason {
            code,
            value: Told::Text(text.into()),
        }
    }
}

/// What is refused, with all its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is refused: `event.refused`, `registration.refused` …
    pub what: &'static str,
    /// The event's key, or the code of a registration.
    pub name: String,
    /// Why, all reasons at once.
    pub reasons: Vec<Reason>,
}

impl Refusal {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.what
    }
}

/// The refusal of an event or of something about it.
pub(super) fn refuse(what: &'static str, name: &str, reasons: Vec<Reason>) -> Error {
    Error::Event(Refusal {
        what,
        name: name.to_owned(),
        reasons,
    })
}
