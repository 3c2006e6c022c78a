//! What a loan rule says: the fields of rules.md, section 2, each a value that can't be wrong.

use super::Refusal;
use crate::error::{Error, Result};
use crate::values::codes::codes;
use crate::values::money::Money;

codes! {
    /// How days on which the library is closed count for the length of a loan.
    ClosedDays {
        /// Plain calendar days; the due date may be a closed day.
        Ignore = "ignore",
        /// Calendar days, then forward to the next open day.
        Push = "push",
        /// As push, but by whole weeks when the length is in weeks and that weekday is not closed every week.
        PushWeek = "push-week",
        /// Only open days are counted.
        OpenDays = "open-days",
    }
}

codes! {
    /// Where a renewal counts from.
    RenewFrom {
        /// The day of the renewal.
        Today = "today",
        /// The due date so far.
        Due = "due",
    }
}

codes! {
    /// When a period of lateness is charged.
    FineAt {
        /// Every begun period.
        Start = "start",
        /// Every full period.
        End = "end",
    }
}

codes! {
    /// Which days of lateness count.
    FineDays {
        /// Days on which the library was open.
        OpenDays = "open-days",
        /// All days.
        Calendar = "calendar",
    }
}

codes! {
    /// What is charged once the days of grace are over.
    AfterGrace {
        /// The whole lateness.
        Whole = "whole",
        /// Only what is beyond the grace.
        Rest = "rest",
    }
}

/// The terms of a loan. Days count as their names say; a bound of 0 is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Most items on loan under this rule at one time; none: no limit but the member type's.
    pub max_items: Option<u32>,
    /// Length of the loan; 0: read in the library, due the same day.
    pub loan_days: u32,
    /// How closed days count for it.
    pub closed_days: ClosedDays,
    /// Whether the due date is cut to the membership's last valid day.
    pub expiry_cap: bool,
    /// How many renewals.
    pub renewals: u32,
    /// Where a renewal counts from.
    pub renew_from: RenewFrom,
    /// Rupiah for a period of lateness.
    pub fine: Money,
    /// Days of a period, at least 1.
    pub fine_period: u32,
    /// When a period is charged.
    pub fine_at: FineAt,
    /// Which days of lateness count.
    pub fine_days: FineDays,
    /// So many days late are free, inclusive.
    pub grace: u32,
    /// What is charged beyond them.
    pub after_grace: AfterGrace,
    /// Most that one loan is fined.
    pub fine_cap: Money,
    /// The same, in percent of the item's price; nothing where it has none.
    pub price_cap: u32,
    /// Days without loans for each day late.
    pub suspend_days: u32,
    /// Most of them.
    pub suspend_max: u32,
    /// Least age of the reader on the loan day.
    pub age_min: u32,
}

impl Default for Terms {
    /// What a new library begins with.
    fn default() -> Terms {
        Terms {
            max_items: Some(2),
            loan_days: 7,
            closed_days: ClosedDays::Push,
            expiry_cap: true,
            renewals: 1,
            renew_from: RenewFrom::Today,
            fine: Money::default(),
            fine_period: 1,
            fine_at: FineAt::Start,
            fine_days: FineDays::OpenDays,
            grace: 0,
            after_grace: AfterGrace::Whole,
            fine_cap: Money::default(),
            price_cap: 0,
            suspend_days: 0,
            suspend_max: 0,
            age_min: 0,
        }
    }
}

/// The longest loan, in days.
pub const LONGEST_LOAN: u32 = 3_660;

/// Most of anything else that is counted in a rule: days of grace, renewals, percent.
pub const MOST: u32 = 100_000;

impl Terms {
    /// Refuses what no rule can say.
    ///
    /// # Errors
    /// [`Error::Rule`] with the field.
    pub fn check(&self) -> Result<()> {
        let whole: [(&'static str, u32, u32, u32); 9] = [
            ("loan_days", self.loan_days, 0, LONGEST_LOAN),
            ("max_items", self.max_items.unwrap_or(0), 0, MOST),
            ("renewals", self.renewals, 0, MOST),
            ("fine_period", self.fine_period, 1, MOST),
            ("grace", self.grace, 0, MOST),
            ("price_cap", self.price_cap, 0, MOST),
            ("suspend_days", self.suspend_days, 0, MOST),
            ("suspend_max", self.suspend_max, 0, MOST),
            ("age_min", self.age_min, 0, 120),
        ];
        for (field, value, least, most) in whole {
            if !(least..=most).contains(&value) {
                let found = value.to_string();
                let bounds = (i64::from(least), i64::from(most));
                return Err(Error::Rule(Refusal::Field { field, found, bounds }));
            }
        }
        Ok(())
    }
}
