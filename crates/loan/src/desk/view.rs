//! What the desk knows of the library: what it asks, what it is answered, and what it says of it. Only what a clerk must
//! see; nothing here names another reader.

use jiff::civil::Date;

use super::command::Needs;

/// A reader, as far as the desk must know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) card: String,
    /// Empty where names are not known: in the mobile library.
    pub(crate) name: String,
    pub(crate) valid_until: Date,
    pub(crate) loans: usize,
    pub(crate) overdue: usize,
    /// What they owe, in rupiah; below zero it is their credit.
    pub(crate) owes: i64,
    /// Why they may borrow nothing, if so.
    pub(crate) stopped: Vec<Reason>,
    /// What waits for them on the shelf of holds.
    pub(crate) ready: Vec<Ready>,
}

/// A copy that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ready {
    pub(crate) item: String,
    pub(crate) title: String,
    pub(crate) until: Date,
}

/// A copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) barcode: String,
    pub(crate) title: String,
    /// The card that it is lent to, and until when.
    pub(crate) lent_to: Option<String>,
    pub(crate) due: Option<Date>,
}

/// A loan that was made, renewed, or is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lent {
    pub(crate) loan: i64,
    pub(crate) item: String,
    pub(crate) title: String,
    pub(crate) due: Date,
}

/// A copy that was not lent or renewed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) item: String,
    pub(crate) title: String,
    pub(crate) reasons: Vec<Reason>,
    /// Every reason is one that staff may pass over.
    pub(crate) may_be_allowed: bool,
}

/// A reason with its stable code and its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reason {
    pub(crate) code: String,
    pub(crate) message: String,
}

/// A copy that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Returned {
    pub(crate) loan: i64,
    pub(crate) item: String,
    pub(crate) title: String,
    /// The card that it was lent to.
    pub(crate) card: Option<String>,
    /// Else nothing was lent: the copy was handed in twice, or found on a table.
    pub(crate) was_on_loan: bool,
    pub(crate) late_days: i64,
    /// In rupiah.
    pub(crate) fine: i64,
    pub(crate) suspended_until: Option<Date>,
    /// What to do with the copy in hand, in words.
    pub(crate) next: String,
    /// The copy must not go back to the shelf just so.
    pub(crate) careful: bool,
}

/// What can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Done {
    Lent { item: String, loan: i64 },
    Returned { item: String, loan: i64 },
}

impl Done {
    /// The number of the loan.
    pub(crate) fn loan(&self) -> i64 {
        match self {
            Done::Lent { loan, .. } | Done::Returned { loan, .. } => *loan,
        }
    }
}

/// What the desk can't undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    Payment,
    Renewal,
}

/// What the desk asks of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Whose card and which copy a code is.
    Look(String),
    /// To lend, past these codes of reasons.
    Lend {
        card: String,
        items: Vec<String>,
        allow: Vec<String>,
        note: Option<String>,
    },
    /// To take a copy back from whoever has it.
    TakeBack { item: String },
    /// To renew one loan of a reader.
    Renew { card: String, item: String },
    /// To renew all loans of a reader.
    RenewAll { card: String },
    /// To take money; as typed.
    Pay { card: String, amount: String },
    /// To undo; with the reader at the desk.
    Undo { done: Done, card: Option<String> },
    /// The open loans of a reader.
    Loans { card: String },
    /// Who answers to a name or a telephone number.
    Find(String),
}

/// What the library answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    Seen {
        member: Option<Box<Member>>,
        item: Option<Item>,
    },
    Lent {
        member: Box<Member>,
        loans: Vec<Lent>,
        refused: Vec<Refused>,
    },
    Returned(Returned),
    Renewed {
        member: Box<Member>,
        loans: Vec<Lent>,
        refused: Vec<Refused>,
    },
    /// What was taken, and what is left to pay; none where balances are not known.
    Paid {
        member: Box<Member>,
        amount: i64,
        owes: Option<i64>,
    },
    /// With the reader it was about, as they stand now.
    Undone {
        done: Done,
        member: Option<Box<Member>>,
    },
    /// Nobody knows how to undo it any more.
    NotUndone,
    Loans(Vec<Lent>),
    /// Who answers to a name or a number: card, name, and what tells them apart.
    Found(Vec<String>),
    /// Nothing was done: a sentence and its reasons, the sentence first.
    Failed(Vec<Reason>),
}

/// What the desk says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Say {
    Member(Member),
    Gone { card: String, lent: usize, returned: usize },
    Lent(Lent),
    JustLent(Lent),
    Renewed(Lent),
    Returned(Returned),
    Refused(Refused),
    NotRenewed(Refused),
    OfferRenewal(Item),
    OfferTakeBack(Item),
    Waiting(Item),
    LeftBehind(Vec<Item>),
    TakenAsCard(String),
    TakenAsItem(String),
    Unknown(String),
    NoSuchCard(String),
    NoSuchItem(String),
    Paid { amount: i64, owes: Option<i64> },
    Undone(Done),
    NothingToUndo,
    Stays(Kept),
    OfferDropped,
    NothingToRenew,
    NothingToAllow,
    NothingOffered,
    NobodyHere,
    Incomplete(Needs),
    Returning(bool),
    Loans(Vec<Lent>),
    Found(Vec<String>),
    Failed(Vec<Reason>),
    Help,
}

impl Say {
    /// Whether something that was wanted was not done: the exit code of a desk in a pipe.
    pub(crate) fn is_refusal(&self) -> bool {
        match self {
            Say::Refused(_)
            | Say::NotRenewed(_)
            | Say::Unknown(_)
            | Say::NoSuchCard(_)
            | Say::NoSuchItem(_)
            | Say::OfferTakeBack(_)
            | Say::LeftBehind(_)
            | Say::NothingToUndo
            | Say::Stays(_)
            | Say::NothingToAllow
            | Say::NothingOffered
            | Say::NobodyHere
            | Say::Incomplete(_)
            | Say::Failed(_) => true,
            Say::Returned(returned) => !returned.was_on_loan,
            _ => false,
        }
    }

    /// The stable code of what was said.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Say::Member(_) => "member",
            Say::Gone { .. } => "gone",
            Say::Lent(_) => "lent",
            Say::JustLent(_) => "lent-already",
            Say::Renewed(_) => "renewed",
            Say::Returned(returned) if !returned.was_on_loan => "return.not_on_loan",
            Say::Returned(_) => "returned",
            Say::Refused(_) => "loan.refused",
            Say::NotRenewed(_) => "renewal.refused",
            Say::OfferRenewal(_) => "renewal-offered",
            Say::OfferTakeBack(_) => "item.on_loan",
            Say::Waiting(_) => "waiting",
            Say::LeftBehind(_) => "desk.no_card",
            Say::TakenAsCard(_) => "taken-as-card",
            Say::TakenAsItem(_) => "taken-as-item",
            Say::Unknown(_) => "code.unknown",
            Say::NoSuchCard(_) => "member.unknown",
            Say::NoSuchItem(_) => "item.unknown",
            Say::Paid { .. } => "paid",
            Say::Undone(_) => "undone",
            Say::NothingToUndo => "undo.nothing",
            Say::Stays(Kept::Payment) => "undo.payment",
            Say::Stays(Kept::Renewal) => "undo.renewal",
            Say::OfferDropped => "offer-dropped",
            Say::NothingToRenew => "renewal.nothing",
            Say::NothingToAllow => "allow.nothing",
            Say::NothingOffered => "offer.nothing",
            Say::NobodyHere => "desk.nobody",
            Say::Incomplete(_) => "desk.incomplete",
            Say::Returning(_) => "returns",
            Say::Loans(_) => "loans",
            Say::Found(_) => "found",
            Say::Failed(_) => "failed",
            Say::Help => "help",
        }
    }

    /// Why something was not done.
    pub(crate) fn reasons(&self) -> &[Reason] {
        match self {
            Say::Refused(refused) | Say::NotRenewed(refused) => &refused.reasons,
            Say::Member(member) => &member.stopped,
            Say::Failed(reasons) => reasons.get(1..).unwrap_or_default(),
            _ => &[],
        }
    }
}
