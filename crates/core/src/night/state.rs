//! How the last night went, and what of it needs a person.

use jiff::civil::Date;

use super::{Marked, Step, store};
use crate::error::Result;
use crate::library::{Library, Snapshot};
use crate::reports::page::{Attention, AttentionCode};

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

/// What needs a person on this day because of the nights: steps that failed and are still to be done, and a backup that
/// is too old. Its count is the age in days, or the days since the first night where there is none.
///
/// # Errors
/// Storage errors.
pub fn attention(snapshot: &Snapshot<'_>, day: Date) -> Result<Vec<Attention>> {
    let conn = snapshot.sql();
    let failed = store::failed(conn)?;
    let backed_up = match store::last_done(conn, Step::Backup)? {
        Some(at) => at.get(..10).and_then(|day| day.parse().ok()),
        None => store::first(conn)?,
    };
    let age = backed_up.map_or(0, |last: Date| last.duration_until(day).as_hours() / 24);
    let mut needs = Vec::new();
    if failed > 0 {
        needs.push(Attention {
            code: AttentionCode::NightFailed,
            count: failed,
            command: "nightly-report run -v".to_owned(),
        });
    }
    if age > BACKUP_DAYS {
        needs.push(Attention {
            code: AttentionCode::BackupOld,
            count: u64::try_from(age).unwrap_or_default(),
            command: "library-db doctor".to_owned(),
        });
    }
    Ok(needs)
}
