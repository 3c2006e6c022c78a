//! How long a membership is valid, and what stops it before.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde_json::json;

use super::{Field, Refusal, Reject, RejectCode, present, store, types};
use crate::act::Act;
use crate::decision::Decision;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::Library;
use crate::values::ids::MemberId;

/// A membership that was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewed {
    /// Its last day before.
    pub before: Date,
    /// Its last day then, and how it came to that.
    pub until: Decision<Date>,
}

/// The last day of a membership that begins on `first` and is valid for `days`.
pub(super) fn last_day(first: Date, days: i64) -> Date {
    first.saturating_add(span(days))
}

fn span(days: i64) -> Span {
    // A member type is valid for as many days as a calendar has at most.
    i32::try_from(days).unwrap_or(i32::MAX).days()
}

/// When a renewed membership ends: `days` after today, or after its end where that is later, so that nobody loses days
/// by coming early. Both SLiMS and INLISLite count from today or from the end as the clerk does; here the later counts.
pub fn renewed(today: Date, valid_until: Date, days: i64) -> Decision<Date> {
    let from = today.max(valid_until);
    let mut until = Decision::new(last_day(from, days));
    until.step(if from == today { "from-today" } else { "from-end" }, from);
    until.step("days", days);
    until
}

impl Library {
    /// Renews a membership by its type's term, or until a day that is named.
    ///
    /// # Errors
    /// [`Refusal::RenewedAlready`] when a whole term is still before it and no day is named;
    /// [`Error::BadValue`] for a day before the membership began.
    pub fn renew_member(&mut self, act: &Act, id: MemberId, until: Option<Date>, dry_run: bool) -> Result<Renewed> {
        self.write_members(act, dry_run, |tx| {
            let mut member = present(tx, id)?;
            let hash = store::nik_hash(tx.sql(), id)?;
            let days = types::valid_days(tx.sql(), &member.member_type)?;
            let (today, before) = (act.day(), member.valid_until);
            let until = match until {
                Some(until) if until < member.joined => return Err(bad_day(until)),
                Some(until) => {
                    let mut named = Decision::new(until);
                    named.step("named", until);
                    named
                }
                None if before >= last_day(today, days) => {
                    return Err(Refusal::RenewedAlready { valid_until: before }.into());
                }
                None => renewed(today, before, days),
            };
            member.valid_until = until.value;
            store::update(tx, &member, hash.as_ref())?;
            let detail = json!({ "member": id, "before": before.to_string(), "until": until.value.to_string() });
            let entry = Entry {
                action: "member.renew",
                detail,
            };
            Ok((Renewed { before, until }, Some(entry)))
        })
    }

    /// Blocks a member, or with `None` lifts the block. The reason stays with the member; the journal has none.
    ///
    /// # Errors
    /// [`Refusal::NotBlocked`] when there is no block to lift.
    pub fn block_member(&mut self, act: &Act, id: MemberId, reason: Option<&str>, dry_run: bool) -> Result<()> {
        self.write_members(act, dry_run, |tx| {
            let mut member = present(tx, id)?;
            let hash = store::nik_hash(tx.sql(), id)?;
            if reason.is_none() && member.blocked.is_none() {
                return Err(Refusal::NotBlocked.into());
            }
            member.blocked = reason.map(str::to_owned);
            store::update(tx, &member, hash.as_ref())?;
            let action = match reason {
                Some(_) => "member.block",
                None => "member.unblock",
            };
            let detail = json!({ "member": id });
            Ok(((), Some(Entry { action, detail })))
        })
    }
}

fn bad_day(day: Date) -> Error {
    let reject = Reject {
        code: RejectCode::Ends,
        field: Field::ValidUntil,
        found: day.to_string(),
    };
    Refusal::Value(reject).into()
}
