//! How the last night went, and what of it needs a person.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

use super::{Marked, Step, store};
use crate::backup::{self, Found};
use crate::error::Result;
use crate::library::{Library, Snapshot};
use crate::reports::daily;
use crate::settings::NIGHT_BACKUPS;

/// A good backup may be so many days old before somebody is asked to look.
const BACKUP_DAYS: i64 = 2;

/// How a night went.
#[derive(Debug, Clone, PartialEq)]
pub struct NightState {
    /// The day that it closes.
    pub day: Date,
    /// When the last of its steps was done, ISO 8601 with offset; none while one is to be done.
    pub closed_at: Option<String>,
    /// The steps that were tried, in order.
    pub steps: Vec<Marked>,
}

impl Library {
    /// Whether the night of a day looks the file over deeply: the first that does so after a Sunday, whichever it is. The
    /// Sundays before the first night ask for nothing.
    ///
    /// # Errors
    /// Storage errors.
    pub fn deep_check_due(&self, day: Date) -> Result<bool> {
        let sunday = day.saturating_sub(i64::from(day.weekday().to_sunday_zero_offset()).days());
        self.read(|snapshot| {
            let first = store::first(snapshot.sql())?.unwrap_or(day);
            Ok(first <= sunday && !store::deep_check_since(snapshot.sql(), sunday)?)
        })
    }

    /// How the newest night went; none when none ever ran.
    ///
    /// # Errors
    /// Storage errors.
    pub fn last_night(&self) -> Result<Option<NightState>> {
        self.read(|snapshot| {
            let conn = snapshot.sql();
            let Some(day) = store::newest(conn)? else {
                return Ok(None);
            };
            Ok(Some(NightState {
                day,
                closed_at: store::closed_at(conn, day)?,
                steps: store::marks(conn, day)?,
            }))
        })
    }
}

/// What whoever keeps the machine should know of the night.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// The day that the newest night closes.
    pub(crate) newest: Option<Date>,
    /// How many days are over that no night has closed, since the newest one or since the library began.
    pub(crate) missed: i64,
    /// The newest backup in the night's folders.
    pub(crate) backup: Option<Found>,
    /// How many days the last good backup is old, where that is too many.
    pub(crate) backup_old: i64,
}

/// How the night is kept.
///
/// # Errors
/// Storage errors.
pub(crate) fn kept(snapshot: &Snapshot<'_>, today: Date) -> Result<Kept> {
    let conn = snapshot.sql();
    let newest = store::newest(conn)?;
    let first_open = match newest {
        Some(newest) => newest.tomorrow().ok(),
        None => daily::store::began(conn)?,
    };
    let mark = store::last_done(conn, Step::Backup, today)?;
    Ok(Kept {
        newest,
        missed: first_open.map_or(0, |first| days_between(first, today)),
        backup: newest_file(snapshot, mark.as_ref(), today)?,
        backup_old: old_backup(snapshot, today)?,
    })
}

fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The day after the night of the last run but one: what holds ended on it or later, no page before the newest one told.
pub(crate) fn holds_told_before(snapshot: &Snapshot<'_>) -> Result<Option<Date>> {
    let night = store::done_before(snapshot.sql(), Step::ExpireHolds)?;
    Ok(night.and_then(|day| day.tomorrow().ok()))
}

/// How many steps have failed in nights that are not closed. A night that closed a day which is not over failed too: no
/// other begins before somebody has looked at the clock.
///
/// # Errors
/// Storage errors.
pub(crate) fn failed_steps(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    let conn = snapshot.sql();
    let ahead = store::newest(conn)?.is_some_and(|newest| newest >= today);
    let failed = store::failed(conn)? + i64::from(ahead);
    Ok(failed)
}

/// How many days the last good backup is old, where that is too many; without one, the first night counts. One that was
/// made by hand counts where the night looks for its own; a backup is good that has its name, and writes nothing into the
/// library.
///
/// # Errors
/// Storage errors.
pub(crate) fn old_backup(snapshot: &Snapshot<'_>, today: Date) -> Result<i64> {
    let conn = snapshot.sql();
    let first = store::first(conn)?;
    let mark = store::last_done(conn, Step::Backup, today)?;
    let by_night = mark.as_ref().and_then(|mark| mark.at.get(..10)?.parse().ok());
    let by_hand = match first {
        Some(_) => newest_file(snapshot, mark.as_ref(), today)?.map(|found| found.at.date()),
        None => None,
    };
    let last: Option<Date> = by_night.max(by_hand).or(first);
    let age = last.map_or(0, |last| days_between(last, today));
    Ok(if age > BACKUP_DAYS { age } else { 0 })
}

/// The newest backup by the end of a day in the night's folders: the one that is set, or `backups` beside the library, and
/// the one in which the last night left its own. A folder that can't be read has none.
fn newest_file(snapshot: &Snapshot<'_>, mark: Option<&Marked>, today: Date) -> Result<Option<Found>> {
    let home = snapshot.sql().path().map(Path::new).and_then(Path::parent);
    let set = match NIGHT_BACKUPS.text(snapshot)? {
        set if set.is_empty() => "backups".to_owned(),
        set => set,
    };
    let left = mark.and_then(|mark| {
        let file = [&mark.detail["file"], &mark.detail["kept"]]
            .into_iter()
            .find_map(Value::as_str);
        Path::new(file?).parent()
    });
    let folders = home
        .map(|home| home.join(set))
        .into_iter()
        .chain(left.map(Path::to_owned));
    let found = folders
        .filter_map(|folder| backup::found(snapshot, &folder).ok())
        .flatten();
    Ok(found
        .filter(|found| found.at.date() <= today)
        .max_by_key(|found| found.at))
}
