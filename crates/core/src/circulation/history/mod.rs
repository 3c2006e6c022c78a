//! Reading history: what is cut from the person once a loan is over.
//!
//! A loan that is over, and on which nothing is owed, loses its member, and the ledger loses the loan, unless the
//! member chose to keep their history with consent that stands (rules.md, section 7). What statistics need stays in
//! the loan's [reader group](Group). A lost copy may yet be found and its charge reversed: its loan is cut when the
//! time for that is over.

pub(crate) mod store;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde_json::json;

use super::Borrower;
use super::carry_out;
use super::charges::{Account, store as ledger};
use super::facts::day_of;
use super::rules::{age_band, age_on};
use super::store::{self as facts, Numbers};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::settings::LOST_REVERSAL_DAYS;
use crate::values::ids::{GroupId, LoanId, MemberId};

/// What statistics know of a reader. The empty text is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Group {
    /// Code of the member type.
    pub member_type: String,
    /// Band of age on the day of the loan.
    pub age_band: String,
    /// `female`, `male`, or unknown.
    pub sex: String,
    /// District.
    pub district: String,
    /// Education.
    pub education: String,
}

impl Group {
    /// The group of a member on a day.
    pub fn of(member: &Borrower, day: Date) -> Group {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let band = member.born.map(|born| age_band(age_on(born, day)));
        Group {
            member_type: member.member_type.clone(),
            age_band: band.unwrap_or_default().to_owned(),
            sex: text(&member.sex),
            district: text(&member.district),
            education: text(&member.education),
        }
    }
}

/// The group that a new loan is under: read before the writes, and added with them when it is new.
#[derive(Debug)]
pub(crate) struct GroupRow {
    pub(crate) id: GroupId,
    new: Option<(Group, Numbers)>,
}

impl GroupRow {
    pub(crate) fn find(tx: &Transaction<'_>, group: Group) -> Result<GroupRow> {
        GroupRow::find_after(tx, group, 0)
    }

    /// As [`GroupRow::find`], when so many new groups were found before it in the same action.
    pub(crate) fn find_after(tx: &Transaction<'_>, group: Group, made: i64) -> Result<GroupRow> {
        let conn = tx.sql();
        if let Some(id) = store::group(conn, &group)? {
            return Ok(GroupRow { id, new: None });
        }
        let mut numbers = Numbers::after_last(conn, GroupId::COUNTER)?;
        for _ in 0..made {
            numbers.take();
        }
        let id = GroupId(numbers.take());
        let new = Some((group, numbers));
        Ok(GroupRow { id, new })
    }

    /// Whether it is added with the action.
    pub(crate) fn is_new(&self) -> bool {
        self.new.is_some()
    }

    pub(crate) fn store(&self, tx: &Transaction<'_>) -> Result<()> {
        if let Some((group, numbers)) = &self.new {
            numbers.store(tx.sql())?;
            store::add_group(tx.sql(), self.id, group)?;
        }
        Ok(())
    }
}

/// A loan of a member that is over and not yet cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Over {
    pub(crate) loan: LoanId,
    pub(crate) lost: bool,
    pub(crate) ended_at: String,
}

/// Loans to be cut from the person: found before the writes of an action, cut with them.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    loans: Vec<LoanId>,
}

impl Cut {
    /// The loans of a member that can be cut: those that are over in the file, and `ending` with this action, on which
    /// nothing is owed by `account`.
    pub(crate) fn of_member(
        tx: &Transaction<'_>,
        day: Date,
        member: &Borrower,
        account: &Account,
        ending: &[Over],
    ) -> Result<Cut> {
        if member.keeps_history {
            return Ok(Cut::default());
        }
        let days = LOST_REVERSAL_DAYS.whole(&Snapshot::of(tx.sql()))?;
        let mut over = store::over(tx.sql(), member.id)?;
        over.retain(|old| ending.iter().all(|new| new.loan != old.loan));
        over.extend_from_slice(ending);
        let loans = over.iter().filter(|over| can_be_cut(over, account, day, days));
        Ok(Cut {
            loans: loans.map(|over| over.loan).collect(),
        })
    }

    /// Leaves some out.
    pub(crate) fn without(mut self, kept: impl Fn(LoanId) -> bool) -> Cut {
        self.loans.retain(|loan| !kept(*loan));
        self
    }

    /// Cuts them.
    pub(crate) fn store(&self, tx: &Transaction<'_>) -> Result<()> {
        self.loans.iter().try_for_each(|loan| store::cut(tx.sql(), *loan))
    }
}

/// Whether nothing is owed on a loan that is over, and nothing can change that by a find.
pub(crate) fn can_be_cut(over: &Over, account: &Account, day: Date, reversal_days: i64) -> bool {
    let may_be_found = over.lost && !reversal_is_over(day_of(&over.ended_at), day, reversal_days);
    !may_be_found && !account.owes_on(over.loan)
}

/// Whether so many days have passed since a copy was reported lost that its charge is reversed no more.
pub(crate) fn reversal_is_over(lost: Date, day: Date, reversal_days: i64) -> bool {
    lost.duration_until(day).as_hours() / 24 > reversal_days
}

/// How many loans the night has cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NightlyCut {
    /// So many.
    pub loans: usize,
}

impl Library {
    /// What the night does: cuts the loans of lost copies whose time to be found is over, and whatever else can be cut
    /// since a consent was withdrawn.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn cut_history(&mut self, act: &Act, dry_run: bool) -> Result<NightlyCut> {
        carry_out(self, act, dry_run, |tx| cut_history(tx, act))
    }
}

pub(crate) fn cut_history(tx: &Transaction<'_>, act: &Act) -> Result<(NightlyCut, Option<Entry>)> {
    let conn = tx.sql();
    let mut cuts = Vec::new();
    for member in store::members_with_history(conn)? {
        cuts.push(of_member(tx, act.day(), member)?);
    }
    let loans = cuts.iter().map(|cut| cut.loans.len()).sum();
    cuts.iter().try_for_each(|cut| cut.store(tx))?;
    let entry = Entry {
        action: "history.cut",
        detail: json!({ "loans": loans }),
    };
    Ok((NightlyCut { loans }, (loans > 0).then_some(entry)))
}

/// What can be cut of one member: when their consent ended, for one. Read it before the writes of the action.
pub(crate) fn of_member(tx: &Transaction<'_>, day: Date, member: MemberId) -> Result<Cut> {
    let member = facts::borrower_by_id(tx.sql(), member)?;
    let account = Account::of(&ledger::entries(tx.sql(), member.id)?);
    Cut::of_member(tx, day, &member, &account, &[])
}

/// What can be cut of a member whose consent to keep it is being withdrawn.
pub(crate) fn after_withdrawal(tx: &Transaction<'_>, day: Date, member: MemberId) -> Result<Cut> {
    let mut member = facts::borrower_by_id(tx.sql(), member)?;
    member.keeps_history = false;
    let account = Account::of(&ledger::entries(tx.sql(), member.id)?);
    Cut::of_member(tx, day, &member, &account, &[])
}
