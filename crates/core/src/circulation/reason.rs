//! Why a loan, a renewal or a hold is refused. All the reasons are given at once, each with a code that stays
//! (rules.md, section 2).

use jiff::civil::Date;

use super::Refusal;
use crate::catalog::record::ItemStatus;
use crate::error::{Error, Result};
use crate::values::money::Money;

/// One reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No member has this card.
    MemberUnknown,
    /// The membership ended.
    MemberExpired {
        /// Its last day.
        valid_until: Date,
    },
    /// Suspended for lateness.
    MemberSuspended {
        /// Last day without loans.
        until: Date,
    },
    /// Blocked by staff.
    MemberBlocked {
        /// What staff wrote down.
        why: String,
    },
    /// Owes more than the library lets pass.
    MemberOwes {
        /// What is owed.
        owed: Money,
        /// Up to this much passes.
        limit: Money,
    },
    /// Has something overdue.
    MemberOverdue {
        /// How many copies.
        items: u32,
        /// The earliest day on which one was due.
        since: Date,
    },
    /// As many copies on loan under the rule as it allows.
    LimitRule {
        /// Name of the rule: `umum/*/*`.
        rule: String,
        /// How many it allows.
        most: u32,
    },
    /// As many copies on loan as the member type allows.
    LimitTotal {
        /// How many it allows.
        most: u32,
    },
    /// No copy has this barcode.
    ItemUnknown,
    /// Lent to somebody else.
    ItemOnLoan {
        /// The last day on which it is not late.
        due: Date,
    },
    /// Not to be lent at all, or not now.
    ItemNotForLoan {
        /// As what the copy is kept.
        status: ItemStatus,
    },
    /// Stands ready for another reader, or is the next one's by the queue.
    ItemHeldForOther {
        /// The last day on which it is kept for them, when it stands ready.
        until: Option<Date>,
    },
    /// Lent to nobody.
    ItemNotOnLoan,
    /// The loan began on a later day: the act is dated before it.
    LoanBeganLater {
        /// The day it began.
        loaned: Date,
    },
    /// Too young for it, or nobody knows how old.
    AgeMin {
        /// Least age in years.
        least: u32,
        /// The reader's age; none when no birth date is known.
        age: Option<i32>,
    },
    /// No loan rule fits the member type, the collection type and the medium.
    RuleNone,
    /// Renewed as often as the rule allows.
    RenewalsUsed {
        /// How often it allows.
        most: u32,
    },
    /// A renewal would not make it a day longer.
    RenewalNoGain {
        /// The due date as it stands.
        due: Date,
    },
    /// Others wait for the title.
    RenewalHeld {
        /// How many.
        waiting: u32,
    },
    /// Has a hold on the title already.
    HoldTwice,
    /// Has a copy of the title on loan.
    HoldOnLoan,
    /// As many holds as one member may have.
    HoldLimit {
        /// How many.
        most: u32,
    },
    /// The title has no copy that will ever be lent.
    HoldNoItem,
    /// The same copy twice in one file.
    RowTwice {
        /// The line on which it stood first.
        line: u64,
    },
    /// On loan to this member with other dates.
    LoanDiffers {
        /// The due date as it stands.
        due: Date,
    },
    /// Due before it was lent.
    DueBeforeLoan,
    /// Lent on a day to come.
    LoanInFuture,
}

impl Reason {
    /// The stable code, as JSON shows it and as `--override` takes it.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::MemberUnknown => "member.unknown",
            Reason::MemberExpired { .. } => "member.expired",
            Reason::MemberSuspended { .. } => "member.suspended",
            Reason::MemberBlocked { .. } => "member.blocked",
            Reason::MemberOwes { .. } => "member.owes",
            Reason::MemberOverdue { .. } => "member.overdue",
            Reason::LimitRule { .. } => "limit.rule",
            Reason::LimitTotal { .. } => "limit.total",
            Reason::ItemUnknown => "item.unknown",
            Reason::ItemOnLoan { .. } => "item.on_loan",
            Reason::ItemNotForLoan { .. } => "item.not_for_loan",
            Reason::ItemHeldForOther { .. } => "item.held_for_other",
            Reason::ItemNotOnLoan => "item.not_on_loan",
            Reason::LoanBeganLater { .. } => "loan.began_later",
            Reason::AgeMin { .. } => "age.min",
            Reason::RuleNone => "rule.none",
            Reason::RenewalsUsed { .. } => "renewal.used_up",
            Reason::RenewalNoGain { .. } => "renewal.no_gain",
            Reason::RenewalHeld { .. } => "renewal.held",
            Reason::HoldTwice => "hold.twice",
            Reason::HoldOnLoan => "hold.on_loan",
            Reason::HoldLimit { .. } => "hold.limit",
            Reason::HoldNoItem => "hold.no_item",
            Reason::RowTwice { .. } => "row.twice",
            Reason::LoanDiffers { .. } => "loan.differs",
            Reason::DueBeforeLoan => "loan.due_before_loan",
            Reason::LoanInFuture => "loan.in_future",
        }
    }

    /// Whether it says that the copy is not there: it is found first, and then lent.
    fn is_absence(&self) -> bool {
        let Reason::ItemNotForLoan { status } = self else {
            return false;
        };
        matches!(status, ItemStatus::Lost | ItemStatus::Missing | ItemStatus::Withdrawn)
    }
}

/// The codes that staff may pass over. The others are facts that no permission changes: who is unknown can't borrow,
/// and what is lent to somebody else is returned first.
pub const OVERRIDABLE: &[&str] = &[
    "member.expired",
    "member.suspended",
    "member.blocked",
    "member.owes",
    "member.overdue",
    "limit.rule",
    "limit.total",
    "item.not_for_loan",
    "item.held_for_other",
    "age.min",
    "renewal.used_up",
    "renewal.held",
    "hold.limit",
];

/// The codes that a member of staff passes over, and why: kept in the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Override {
    /// The codes, each of [`OVERRIDABLE`].
    pub codes: Vec<String>,
    /// Why; needed when there is a code.
    pub note: Option<String>,
}

/// Reasons parted into those that stand and the codes of those that are passed over.
pub(crate) struct Weighed {
    pub(crate) standing: Vec<Reason>,
    pub(crate) passed: Vec<&'static str>,
}

impl Override {
    /// Refuses codes that can't be passed over, and codes without a note.
    pub(crate) fn check(&self) -> Result<()> {
        if let Some(code) = self.codes.iter().find(|code| !OVERRIDABLE.contains(&code.as_str())) {
            return Err(Error::Circulation(Refusal::NotOverridable { code: code.clone() }));
        }
        let noted = self.note.as_deref().is_some_and(|note| !note.trim().is_empty());
        if !self.codes.is_empty() && !noted {
            return Err(Error::Circulation(Refusal::OverrideWithoutNote));
        }
        Ok(())
    }

    /// What of these reasons stands, and what is passed over.
    pub(crate) fn weigh(&self, reasons: Vec<Reason>) -> Weighed {
        let named = |reason: &Reason| self.codes.iter().any(|code| code == reason.code());
        let over = |reason: &Reason| named(reason) && !reason.is_absence();
        let (passed, standing): (Vec<_>, Vec<_>) = reasons.into_iter().partition(over);
        Weighed {
            standing,
            passed: passed.iter().map(Reason::code).collect(),
        }
    }
}
