//! Loan rules: which rule a loan is under, until when something is lent, what lateness costs. All but `keep` and `store`
//! are pure: values in, a decision and its steps out.
//!
//! | file | what it says |
//! |---|---|
//! | `terms` | what a rule can say |
//! | `choice` | for whom and what a rule is, and which one wins |
//! | `due` | due dates: of a loan, of a renewal, after a closure that came later |
//! | `late` | fines and suspensions |
//! | `keep` | what the library can do with its rules: set, end, explain |
//! | `preset` | the ways in which other systems count |
//! | `basis` | what a fine was worked out from, as the ledger keeps it |
//! | `age` | a reader's age on a day |

pub mod age;
pub mod basis;
pub mod choice;
pub mod due;
pub mod keep;
pub mod late;
pub mod preset;
pub(crate) mod store;
pub mod terms;
#[cfg(test)]
mod tests;

pub use age::{age_band, age_on};
pub use basis::Basis;
pub use choice::{LoanRule, RuleKey, candidates, select};
pub use due::{due, moved, renewed, shelf_until};
pub(crate) use keep::alone;
pub use keep::{Explained, Proposal, Question, Set};
pub use late::{Lateness, lateness};
pub use preset::{Preset, preset, presets};
pub use terms::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom, Terms};

use crate::error::Kind;

/// What the rules refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Two rules of one rank in force on the same day would let their order decide.
    Clash {
        /// The new one.
        key: Box<RuleKey>,
        /// The one that is there.
        other: Box<RuleKey>,
    },
    /// A season that ends before it begins.
    Season {
        /// Where it was to begin.
        first: jiff::civil::Date,
        /// Where it was to end.
        last: jiff::civil::Date,
    },
    /// A field that can't hold this.
    Field {
        /// The field, as in files and options.
        field: &'static str,
        /// What was given.
        found: String,
        /// Least and most that it can hold.
        bounds: (i64, i64),
    },
}

impl Refusal {
    /// What it means to the caller: a slip of the hand, or a no.
    pub fn kind(&self) -> Kind {
        match self {
            Refusal::Season { .. } | Refusal::Field { .. } => Kind::Usage,
            _ => Kind::Refused,
        }
    }

    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Clash { .. } => "rule.clash",
            Refusal::Season { .. } => "rule.season",
            Refusal::Field { .. } => "rule.field",
        }
    }
}
