//! What needs a person today: one function for each code, each by what stands in the file now.
//!
//! The codes of the night (`night-failed`, `backup-old`) are answered there.

pub(super) mod store;
#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::page::{Attention, AttentionCode, Leads};
use super::rows::ClearRow;
use crate::calendar;
use crate::error::Result;
use crate::events::plan::to_fill;
use crate::library::Snapshot;
use crate::notices::Waiting;
use crate::settings::{LONG_OVERDUE_DAYS, WAITING_PER_COPY};
use crate::{night, notices};

/// Events of so many days from today are soon.
const SOON_DAYS: i64 = 7;

/// Nobody looks back further than so many days for the day on which the library was open last.
const LONGEST_CLOSED: i64 = 366;

/// From this day of a year on, the holidays of the next should be known: the joint decree usually comes by then.
const NEXT_YEAR_KNOWN: (i8, i8) = (11, 1);

/// How many things of a code need a person today.
type Asked = fn(&Now<'_>) -> Result<i64>;

/// The library as it stands today.
struct Now<'a> {
    snapshot: &'a Snapshot<'a>,
    today: Date,
    /// Notices that wait: read once, for several codes ask.
    notices: Waiting,
}

/// Who answers for each code, the most pressing first.
const ASKED: &[(AttentionCode, Asked)] = &[
    (AttentionCode::NightFailed, |now| {
        night::failed_steps(now.snapshot, now.today)
    }),
    (AttentionCode::BackupOld, |now| {
        night::old_backup(now.snapshot, now.today)
    }),
    (AttentionCode::NoticesUndelivered, notices_undelivered),
    (AttentionCode::NoticesUnknown, notices_unknown),
    (AttentionCode::MailsUnsent, |now| Ok(many(now.notices.unsent))),
    (AttentionCode::HoldsToClear, |now| {
        holds_to_clear(now.snapshot, now.today)
    }),
    (AttentionCode::NoticesToSend, notices_to_send),
    (AttentionCode::LongOverdue, |now| long_overdue(now.snapshot, now.today)),
    (AttentionCode::FollowUps, |now| follow_ups(now.snapshot, now.today)),
    (AttentionCode::EventsSoon, |now| events_soon(now.snapshot, now.today)),
    (AttentionCode::ManyWaiting, |now| many_waiting(now.snapshot)),
    (AttentionCode::CalendarEnds, |now| {
        calendar_ends(now.snapshot, now.today)
    }),
    (AttentionCode::SurveyDue, |now| survey_due(now.snapshot, now.today)),
];

/// All that needs a person today, the most pressing first; nothing with a count of zero.
pub(super) fn needs(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<Attention>> {
    let now = Now {
        snapshot,
        today,
        notices: notices::waiting(snapshot, today.at(0, 0, 0, 0))?,
    };
    let leads = Leads {
        today,
        soon: soon(today),
        long_overdue_days: LONG_OVERDUE_DAYS.whole(snapshot)? + 1,
        year_without_holidays: years_without_holidays(snapshot, today)?
            .first()
            .copied()
            .unwrap_or_else(|| today.year()),
    };
    let mut needs = Vec::new();
    for (code, asked) in ASKED {
        let count = asked(&now)?;
        if count > 0 {
            needs.push(Attention {
                code: *code,
                count: count.unsigned_abs(),
                command: code.command(&leads),
            });
        }
    }
    Ok(needs)
}

fn many(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Notices that no channel can deliver.
fn notices_undelivered(now: &Now<'_>) -> Result<i64> {
    Ok(many(now.notices.undeliverable))
}

/// Mails of which nobody knows whether they went out: to be looked up, not called about.
fn notices_unknown(now: &Now<'_>) -> Result<i64> {
    Ok(many(now.notices.unknown))
}

fn notices_to_send(now: &Now<'_>) -> Result<i64> {
    Ok(many(now.notices.by_hand))
}

/// Copies whose reader let the time pass: the night ended the hold, or it is yet to be ended. They stand on the ready shelf
/// and are to go back, or to the next reader.
fn holds_to_clear(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    let since = unseen_since(snapshot, today)?;
    store::holds_to_clear(snapshot.sql(), today, since)
}

/// The copies themselves.
pub(super) fn each_to_clear(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<ClearRow>> {
    let since = unseen_since(snapshot, today)?;
    store::each_to_clear(snapshot.sql(), today, since)
}

/// Since when nobody has seen what ended: the last open day, or the run before the newest one, if that is longer ago.
fn unseen_since(snapshot: &Snapshot<'_>, today: Date) -> Result<Date> {
    let open = open_day_before(snapshot, today)?;
    Ok(night::holds_told_before(snapshot)?.map_or(open, |told| told.min(open)))
}

/// The last day before today on which somebody was there. What ended on it may have ended after the page was read, by a
/// look of the desk or a night that was caught up; what ended on closed days since, nobody has seen.
fn open_day_before(snapshot: &Snapshot<'_>, today: Date) -> Result<Date> {
    let floor = today.saturating_sub(LONGEST_CLOSED.days());
    let yesterday = today.yesterday().unwrap_or(today);
    Ok(calendar::store::load(snapshot.sql(), floor)?.previous_open(yesterday, floor))
}

fn long_overdue(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    let days = LONG_OVERDUE_DAYS.whole(snapshot)?;
    let before = today.saturating_sub(days.days());
    store::due_before(snapshot.sql(), before)
}

fn follow_ups(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    store::follow_ups_before(snapshot.sql(), today)
}

/// Events with places left, or for which somebody waits in vain.
fn events_soon(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    let events = to_fill(snapshot, today, soon(today))?;
    Ok(many(events.len() as u64))
}

/// The last day that is soon.
fn soon(today: Date) -> Date {
    today.saturating_add(SOON_DAYS.days())
}

fn many_waiting(snapshot: &Snapshot<'_>) -> Result<i64> {
    let most = WAITING_PER_COPY.whole(snapshot)?;
    store::titles_with_waiting_above(snapshot.sql(), most)
}

fn calendar_ends(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    Ok(many(years_without_holidays(snapshot, today)?.len() as u64))
}

/// The calendar has no holidays of this year, or late in the year none of the next.
fn years_without_holidays(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<i16>> {
    let (month, day) = NEXT_YEAR_KNOWN;
    let late = today >= date(today.year(), month, day);
    let years = [Some(today.year()), late.then_some(today.year() + 1)];
    let mut missing = Vec::new();
    for year in years.into_iter().flatten() {
        if !store::has_holidays(snapshot.sql(), year)? {
            missing.push(year);
        }
    }
    Ok(missing)
}

/// At least one survey a year (PermenPANRB 14/2017, article 1).
fn survey_due(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    let since = today.saturating_sub(1.year());
    let asked = store::survey_since(snapshot.sql(), since)? || store::library_began_since(snapshot.sql(), since)?;
    Ok(i64::from(!asked))
}
