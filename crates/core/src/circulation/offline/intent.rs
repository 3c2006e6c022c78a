//! A line of the journal file of a desk away: what happened there, as it happened.
//!
//! The line is JSON in one line, so that one torn by a power cut is seen: it was never confirmed to anybody. The first
//! line of a file names the file; every other line has its number, so that a torn line takes no number.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::pack::PackedDay;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Deed {
    /// A copy was lent.
    Checkout {
        /// Card.
        card: String,
        /// Barcode.
        item: String,
        /// The due date that the reader was told; none when nobody told one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<PackedDay>,
        /// Codes of reasons that the desk passed over.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        passed: Vec<String>,
        /// Why it did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A loan was renewed.
    Renew {
        /// Card.
        card: String,
        /// Barcode.
        item: String,
        /// The due date that the reader was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<PackedDay>,
    },
    /// A copy came back.
    Return {
        /// Barcode.
        item: String,
    },
    /// Money was taken.
    Pay {
        /// Card.
        card: String,
        /// In rupiah.
        amount: i64,
    },
    /// A line before was undone.
    Undo {
        /// Its number.
        of: u64,
    },
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// Its number, counted from 1.
    pub line: u64,
    /// When it happened, in the library's time zone: `2026-11-20T10:15:00`.
    at: String,
    /// Who did it.
    pub staff: String,
    /// What.
    #[serde(flatten)]
    pub deed: Deed,
}

/// Why a line is no intent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON to its end: a power cut tore it, so it was never confirmed.
    Torn,
    /// JSON, but no intent; what is wrong with it.
    Strange(String),
}

impl Intent {
    /// A line.
    pub fn new(line: u64, at: DateTime, staff: &str, deed: Deed) -> Intent {
        let at = at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let staff = staff.to_owned();
        Intent { line, at, staff, deed }
    }

    /// When it happened, by the clock of the desk, in the library's time zone.
    pub fn at(&self) -> Option<DateTime> {
        self.at.parse().ok()
    }

    /// Reads a line.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn parse(text: &str) -> Result<Intent, Unreadable> {
        let value: serde_json::Value = serde_json::from_str(text).map_err(|_| Unreadable::Torn)?;
        let strange = |error: serde_json::Error| Unreadable::Strange(error.to_string());
        let intent: Intent = serde_json::from_value(value).map_err(strange)?;
        match intent.at() {
            Some(_) if intent.line > 0 => Ok(intent),
            Some(_) => Err(Unreadable::Strange("line 0".to_owned())),
            None => Err(Unreadable::Strange(format!("at {}", intent.at))),
        }
    }

    /// The line as it is written, without its end.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The due date that the reader was told.
    pub fn due(&self) -> Option<Date> {
        match &self.deed {
            Deed::Checkout { due, .. } | Deed::Renew { due, .. } => due.map(|due| due.0),
            _ => None,
        }
    }
}
