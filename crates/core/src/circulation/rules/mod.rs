//! Loan rules: which rule a loan is under, until when something is lent, what lateness costs. Pure functions: values
//! in, a decision and its steps out.
//!
//! | file | what it says |
//! |---|---|
//! | `terms` | what a rule can say |
//! | `choice` | for whom and what a rule is, and which one wins |
//! | `due` | due dates: of a loan, of a renewal, after a closure that came later |
//! | `late` | fines and suspensions |
//! | `age` | a reader's age on a day |

pub mod age;
pub mod choice;
pub mod due;
pub mod late;
pub(crate) mod store;
pub mod terms;

pub use age::{age_band, age_on};
pub use choice::{LoanRule, RuleKey, candidates, select};
pub use due::{due, moved, renewed, shelf_until};
pub use late::{Lateness, lateness};
pub use terms::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom, Terms};

/// What the rules refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Two rules of one rank in force on the same day would let their order decide.
    Clash {
        /// The new one.
        key: RuleKey,
        /// The one that is there.
        other: RuleKey,
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
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Clash { .. } => "rule.clash",
            Refusal::Season { .. } => "rule.season",
            Refusal::Field { .. } => "rule.field",
        }
    }
}
