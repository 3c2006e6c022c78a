//! What needs a person today: one function for each code, each by what stands in the file now.
//!
//! The codes of the night (`night-failed`, `backup-old`) are answered there.

pub(super) mod store;
#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::page::{Attention, AttentionCode};
use super::rows::ClearRow;
use crate::calendar;
use crate::error::Result;
use crate::library::Snapshot;
use crate::settings::{LONG_OVERDUE_DAYS, WAITING_PER_COPY};
use crate::{night, notices};

/// Events of so many days from today are soon.
const SOON_DAYS: i64 = 7;

/// Nobody looks back further than so many days for the day on which the library was open last.
const LONGEST_CLOSED: i64 = 366;

/// From this day of a year on, the holidays of the next should be known: the joint decree usually comes by then.
const NEXT_YEAR_KNOWN: (i8, i8) = (11, 1);

/// How many things of a code need a person today, and the command that shows them.
type Asked = fn(&Snapshot<'_>, Date) -> Result<(i64, String)>;

/// Who answers for each code, the most pressing first.
const ASKED: &[(AttentionCode, Asked)] = &[
    (AttentionCode::NightFailed, night::failed_steps),
    (AttentionCode::BackupOld, night::old_backup),
    (AttentionCode::NoticesUndelivered, notices_undelivered),
    (AttentionCode::HoldsToClear, holds_to_clear),
    (AttentionCode::NoticesToSend, notices_to_send),
    (AttentionCode::LongOverdue, long_overdue),
    (AttentionCode::FollowUps, follow_ups),
    (AttentionCode::EventsSoon, events_soon),
    (AttentionCode::ManyWaiting, many_waiting),
    (AttentionCode::CalendarEnds, calendar_ends),
    (AttentionCode::SurveyDue, survey_due),
];

/// All that needs a person today, the most pressing first; nothing with a count of zero.
pub(super) fn needs(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<Attention>> {
    let mut needs = Vec::new();
    for (code, asked) in ASKED {
        let (count, command) = asked(snapshot, today)?;
        if count > 0 {
            needs.push(Attention {
                code: *code,
                count: count.unsigned_abs(),
                command,
            });
        }
    }
    Ok(needs)
}

/// Notices that no channel can deliver, and mails of which nobody knows whether they went out.
fn notices_undelivered(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let waiting = notices::waiting(snapshot, today.at(0, 0, 0, 0))?;
    let count = i64::try_from(waiting.undeliverable + waiting.unknown).unwrap_or(i64::MAX);
    Ok((count, "notice-outbox text --calls".to_owned()))
}

fn notices_to_send(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let waiting = notices::waiting(snapshot, today.at(0, 0, 0, 0))?;
    let count = i64::try_from(waiting.by_hand).unwrap_or(i64::MAX);
    Ok((count, "notice-outbox list".to_owned()))
}

/// Copies whose reader let the time pass: the night ended the hold, or it is yet to be ended. They stand on the ready shelf
/// and are to go back, or to the next reader.
fn holds_to_clear(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let since = open_day_before(snapshot, today)?;
    let count = store::holds_to_clear(snapshot.sql(), today, since)?;
    Ok((count, "nightly-report rows holds-to-clear".to_owned()))
}

/// The copies themselves.
pub(super) fn each_to_clear(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<ClearRow>> {
    let since = open_day_before(snapshot, today)?;
    store::each_to_clear(snapshot.sql(), today, since)
}

/// The last day before today on which somebody was there. What ended on it may have ended after the page was read, by a
/// look of the desk or a night that was caught up; what ended on closed days since, nobody has seen.
fn open_day_before(snapshot: &Snapshot<'_>, today: Date) -> Result<Date> {
    let floor = today.saturating_sub(LONGEST_CLOSED.days());
    let yesterday = today.yesterday().unwrap_or(today);
    Ok(calendar::store::load(snapshot.sql(), floor)?.previous_open(yesterday, floor))
}

fn long_overdue(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let days = LONG_OVERDUE_DAYS.whole(snapshot)?;
    let before = today.saturating_sub(days.days());
    let count = store::due_before(snapshot.sql(), before)?;
    Ok((count, format!("loan overdue --days {}", days + 1)))
}

fn follow_ups(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let count = store::follow_ups_before(snapshot.sql(), today)?;
    Ok((count, "survey-tally follow-up list --overdue".to_owned()))
}

/// Events with places left, or for which somebody waits in vain.
fn events_soon(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let last = today.saturating_add(SOON_DAYS.days());
    let count = store::events_between(snapshot.sql(), today, last)?;
    Ok((count, format!("event-roster list --from {today} --to {last}")))
}

fn many_waiting(snapshot: &Snapshot<'_>, _today: Date) -> Result<(i64, String)> {
    let most = WAITING_PER_COPY.whole(snapshot)?;
    let count = store::titles_with_waiting_above(snapshot.sql(), most)?;
    Ok((count, "nightly-report rows many-waiting".to_owned()))
}

/// The calendar has no holidays of this year, or late in the year none of the next.
fn calendar_ends(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let (month, day) = NEXT_YEAR_KNOWN;
    let late = today >= date(today.year(), month, day);
    let years = [Some(today.year()), late.then_some(today.year() + 1)];
    let mut missing = 0;
    for year in years.into_iter().flatten() {
        missing += i64::from(!store::has_holidays(snapshot.sql(), year)?);
    }
    Ok((missing, "library-db calendar import".to_owned()))
}

/// At least one survey a year (PermenPANRB 14/2017, article 1).
fn survey_due(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let since = today.saturating_sub(1.year());
    let asked = store::survey_since(snapshot.sql(), since)? || store::library_began_since(snapshot.sql(), since)?;
    Ok((i64::from(!asked), "survey-tally list".to_owned()))
}
