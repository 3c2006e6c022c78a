//! What circulation refuses as a whole action.

use jiff::civil::Date;

use super::Reason;
use crate::values::ids::{HoldId, LedgerId};
use crate::values::money::Money;

/// Why an action of circulation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A code that can't be passed over.
    NotOverridable {
        /// As given.
        code: String,
    },
    /// A reason is passed over, and nobody said why.
    OverrideWithoutNote,
    /// The due date that was asked for is before the loan.
    DueBeforeLoan {
        /// As asked for.
        due: Date,
    },
    /// The hold is refused: every reason.
    Hold {
        /// Why.
        reasons: Vec<Reason>,
    },
    /// The hold is over already.
    HoldOver {
        /// Its number.
        hold: HoldId,
    },
    /// Nothing stands ready for this hold.
    HoldNotReady {
        /// Its number.
        hold: HoldId,
    },
    /// The copy is not kept as lost.
    NotLost {
        /// Its barcode.
        item: String,
    },
    /// Nobody has the copy on loan.
    NotOnLoan {
        /// Its barcode.
        item: String,
    },
    /// An amount of nothing, or more than one booking may be.
    Amount {
        /// As given.
        amount: Money,
    },
    /// A waiver, a refund or a charge by hand, and nobody said why.
    NoteMissing,
    /// More than is left of the charge.
    MoreThanOpen {
        /// The charge.
        charge: LedgerId,
        /// What is left of it.
        open: Money,
    },
    /// More than the member's credit.
    MoreThanCredit {
        /// The credit.
        credit: Money,
    },
    /// A payment of which less is there than was paid: the rest was given back.
    MoreThanPaid {
        /// The payment.
        payment: LedgerId,
        /// What is still there of what was paid in.
        left: Money,
    },
    /// What takes something back can't be taken back itself.
    NotReversible {
        /// The entry.
        entry: LedgerId,
    },
    /// Something happened since, so it can't be taken back as a whole.
    TooLateToUndo,
    /// The round has no such hand-over left to do.
    NotPlanned {
        /// The hold.
        hold: HoldId,
    },
}

impl Refusal {
    /// Whether what was asked for could never be done, whatever the library holds.
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            Refusal::NotOverridable { .. }
                | Refusal::OverrideWithoutNote
                | Refusal::NoteMissing
                | Refusal::Amount { .. }
                | Refusal::DueBeforeLoan { .. }
        )
    }

    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NotOverridable { .. } => "override.unknown",
            Refusal::OverrideWithoutNote => "override.note_missing",
            Refusal::DueBeforeLoan { .. } => "loan.due_before_loan",
            Refusal::Hold { .. } => "hold.refused",
            Refusal::HoldOver { .. } => "hold.over",
            Refusal::HoldNotReady { .. } => "hold.not_ready",
            Refusal::NotLost { .. } => "item.not_lost",
            Refusal::NotOnLoan { .. } => "item.not_on_loan",
            Refusal::Amount { .. } => "charge.amount",
            Refusal::NoteMissing => "charge.note_missing",
            Refusal::MoreThanOpen { .. } => "charge.more_than_open",
            Refusal::MoreThanCredit { .. } => "charge.more_than_credit",
            Refusal::MoreThanPaid { .. } => "charge.more_than_paid",
            Refusal::NotReversible { .. } => "charge.not_reversible",
            Refusal::TooLateToUndo => "undo.too_late",
            Refusal::NotPlanned { .. } => "delivery.not_planned",
        }
    }
}
