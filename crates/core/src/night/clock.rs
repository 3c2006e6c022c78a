//! Whether the machine's clock can be trusted with a night (pure), and what to do once a wrong one was.

use jiff::civil::Date;
use serde_json::json;

use super::store;
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::reports::daily;

/// So many nights are caught up without being asked: a library may be closed for a month or two. Where more are due, most
/// often the clock's year or its month is wrong.
const MOST_NIGHTS: usize = 62;

/// Why somebody should look at the clock before a night is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The newest night closes a day that is not over: the clock was ahead then, or it is behind now.
    Ahead {
        /// The day of that night.
        newest: Date,
    },
    /// So many nights are due that more of a library would have been closed than ever is.
    Many {
        /// How many.
        nights: usize,
    },
    /// It is the first night, and nobody has done anything in the library for as long, or only later than today.
    First {
        /// The day of the last action.
        last: Date,
    },
}

/// What speaks against closing days through `until` today. `newest` is the newest night, and `due` are how many nights
/// would be closed; before the first, the day of the `last` action says how long the library has been at work.
pub(super) fn doubt(
    newest: Option<Date>,
    last: Option<Date>,
    due: usize,
    (until, today): (Date, Date),
) -> Option<Doubt> {
    let days_since = |last: Date| usize::try_from((until - last).get_days()).unwrap_or_default();
    match (newest, last) {
        (Some(newest), _) if newest >= today => Some(Doubt::Ahead { newest }),
        (Some(_), _) if due > MOST_NIGHTS => Some(Doubt::Many { nights: due }),
        (None, Some(last)) if last > today || days_since(last) > MOST_NIGHTS => Some(Doubt::First { last }),
        _ => None,
    }
}

impl Library {
    /// Why somebody should look at the machine's clock before the nights through a day are closed at the moment of `act`,
    /// if anything says so.
    ///
    /// # Errors
    /// Storage errors.
    pub fn clock_doubt(&self, act: &Act, until: Date) -> Result<Option<Doubt>> {
        let due = self.nights_due(until)?.len();
        let newest = self.read(|snapshot| store::newest(snapshot.sql()))?;
        let last = self.last_entry_at()?;
        let last = last.map(|at| at.to_zoned_datetime(act.at.time_zone().clone()).date());
        Ok(doubt(newest, last, due, (until, act.day())))
    }

    /// Takes back the nights that a clock closed which was ahead: those of days that are not over, and those whose marks
    /// are of a moment that has not come, with all that follow. The figures of their days go with them; all of it is done
    /// again when its time comes. What the steps changed stays changed. Answers the days, the oldest first.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn reopen_nights(&mut self, act: &Act, dry_run: bool) -> Result<Vec<Date>> {
        match dry_run {
            true => self.rehearse(act, |tx| reopen(tx, act)),
            false => self.write(act, |tx| reopen(tx, act)),
        }
    }
}

fn reopen(tx: &Transaction<'_>, act: &Act) -> Result<(Vec<Date>, Option<Entry>)> {
    let conn = tx.sql();
    let days = store::ahead(conn, act.day(), &act.stamp())?;
    let Some(from) = days.first().copied() else {
        return Ok((days, None));
    };
    // The first night closes every day before it, too.
    let is_first = store::first(conn)? == Some(from);
    store::take_back(conn, from)?;
    daily::store::reopen(conn, (!is_first).then_some(from))?;
    let detail = json!({ "from": from.to_string(), "nights": days.len() });
    Ok((
        days,
        Some(Entry {
            action: "night.reopen",
            detail,
        }),
    ))
}
