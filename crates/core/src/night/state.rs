//! How the last night went, and what of it needs a person.

use jiff::civil::Date;

use super::{Marked, Step, store};
use crate::error::Result;
use crate::library::{Library, Snapshot};

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

/// How many steps have failed in nights that are not closed, and the command that tries them again.
///
/// # Errors
/// Storage errors.
pub(crate) fn failed_steps(snapshot: &Snapshot<'_>, _today: Date) -> Result<(i64, String)> {
    Ok((store::failed(snapshot.sql())?, "nightly-report run -v".to_owned()))
}

/// How many days the last good backup is old, where that is too many; without one, the first night counts.
///
/// # Errors
/// Storage errors.
pub(crate) fn old_backup(snapshot: &Snapshot<'_>, today: Date) -> Result<(i64, String)> {
    let conn = snapshot.sql();
    let last = match store::last_done(conn, Step::Backup)? {
        Some(at) => at.get(..10).and_then(|day| day.parse().ok()),
        None => store::first(conn)?,
    };
    let age = last.map_or(0, |last: Date| last.duration_until(today).as_hours() / 24);
    let too_old = if age > BACKUP_DAYS { age } else { 0 };
    Ok((too_old, "library-db doctor".to_owned()))
}
