//! What is read of a member, a copy and a loan before anything is decided about them.

use jiff::civil::Date;

use super::rules::{self, LoanRule};
use crate::calendar::{self, Calendar};
use crate::catalog::record::ItemStatus;
use crate::error::Result;
use crate::library::{Snapshot, Transaction};
use crate::settings;
use crate::values::ids::{GroupId, ItemId, LoanId, MemberId, RuleId, TitleId};
use crate::values::money::Money;
use crate::values::{call_number, heading};

/// A member, as far as lending needs to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borrower {
    /// Inside the program only.
    pub id: MemberId,
    /// Number of the card.
    pub card: String,
    /// Name, for the clerk's screen.
    pub name: String,
    /// Code of the member type.
    pub member_type: String,
    /// How many copies the type may have on loan in all; none for no limit.
    pub max_items: Option<u32>,
    /// Birth date.
    pub born: Option<Date>,
    /// `female` or `male`.
    pub sex: Option<String>,
    /// District.
    pub district: Option<String>,
    /// Education.
    pub education: Option<String>,
    /// Last day of the membership.
    pub valid_until: Date,
    /// Last day without loans.
    pub suspended_until: Option<Date>,
    /// Why staff blocked the member.
    pub blocked: Option<String>,
    /// Whether the member chose to keep their reading history, with consent that stands.
    pub keeps_history: bool,
}

impl Borrower {
    /// The day that a due date is cut to. Who passes over the end of the membership passes over its cut, too.
    pub(crate) fn cut_to(&self, day: Date, end_is_passed_over: bool) -> Date {
        match end_is_passed_over && self.valid_until < day {
            true => Date::MAX,
            false => self.valid_until,
        }
    }
}

/// Where a copy stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// What stands on its spine.
    pub call_number: Option<String>,
    /// Shelf.
    pub shelf: Option<String>,
    /// Branch or room.
    pub location: Option<String>,
}

/// A copy with what of its title matters at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemFacts {
    pub(crate) id: ItemId,
    pub(crate) title_id: TitleId,
    pub(crate) barcode: String,
    pub(crate) title: String,
    pub(crate) collection_type: Option<String>,
    pub(crate) medium: Option<String>,
    pub(crate) status: ItemStatus,
    pub(crate) place: Place,
    /// In rupiah; none when there is no price, or one in another currency.
    pub(crate) price: Option<Money>,
}

/// The call number of a title that has none of its own.
pub(crate) fn made_call_number(class: Option<&str>, author: Option<&str>, title: &str) -> Option<String> {
    let heading = author.map(heading::heading);
    class.map(|class| call_number::call_number(class, heading.as_deref(), title))
}

/// A loan that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenLoan {
    pub(crate) id: LoanId,
    pub(crate) item: ItemId,
    pub(crate) member: MemberId,
    pub(crate) group: GroupId,
    /// None: taken over from another system.
    pub(crate) rule: Option<RuleId>,
    pub(crate) loaned_at: String,
    pub(crate) due_decided: Date,
    pub(crate) due: Date,
    pub(crate) renewals: u32,
    pub(crate) renewed_at: Option<String>,
}

impl OpenLoan {
    /// The day on which it began.
    pub(crate) fn loaned(&self) -> Date {
        day_of(&self.loaned_at)
    }
}

/// The day of a stamp as [`crate::Act::stamp`] writes it.
pub(crate) fn day_of(stamp: &str) -> Date {
    stamp.get(..10).and_then(|day| day.parse().ok()).unwrap_or(Date::ZERO)
}

/// What the library has laid down: calendar, rules and settings, as they stand.
#[derive(Debug)]
pub(crate) struct Policy {
    pub(crate) day: Date,
    pub(crate) calendar: Calendar,
    pub(crate) rules: Vec<LoanRule>,
    pub(crate) owes_limit: i64,
    pub(crate) overdue_blocks: bool,
}

impl Policy {
    /// As it stands, with the calendar from `from` on (or from the day itself, when that is earlier).
    pub(crate) fn load(tx: &Transaction<'_>, day: Date, from: Date) -> Result<Policy> {
        let snapshot = Snapshot::of(tx.sql());
        Ok(Policy {
            day,
            calendar: calendar::store::load(tx.sql(), day.min(from))?,
            rules: rules::store::active(tx.sql())?,
            owes_limit: settings::OWES_LIMIT.whole(&snapshot)?,
            overdue_blocks: settings::OVERDUE_BLOCKS.whole(&snapshot)? == 1,
        })
    }

    /// The rule for a member of this type and this copy on the day.
    pub(crate) fn rule(&self, member_type: &str, item: &ItemFacts) -> Option<&LoanRule> {
        let (collection, medium) = (item.collection_type.as_deref(), item.medium.as_deref());
        rules::select(&self.rules, member_type, collection, medium, self.day)
    }
}
