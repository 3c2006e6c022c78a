//! What can be changed in the calendar of the library, as values: what a change makes of the lists, and what it takes
//! to store that.

use jiff::civil::{Date, Weekday};

use super::rules::{Closure, Holiday, Lists, Opening};
use super::{Refusal, store};
use crate::error::{Error, Result};
use crate::library::Transaction;
use crate::values::codes::codes;
use crate::values::ids::ClosureId;

/// Most characters of a reason.
const LONGEST_REASON: usize = 200;

codes! {
    /// A kind of thing that a calendar keeps for a day.
    Thing {
        /// A closure.
        Closure = "closure",
        /// An exception on which the library is open.
        Opening = "opening",
        /// A day of the national list.
        Holiday = "holiday",
    }
}

/// A change of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The library is closed from one day to another, both included.
    Close {
        /// First closed day.
        first: Date,
        /// Last closed day.
        last: Date,
        /// Why.
        reason: String,
    },
    /// The library is open on a day, whatever else is said of it.
    Open {
        /// The day.
        day: Date,
        /// Why.
        reason: String,
    },
    /// What is recorded for a day is taken out again.
    Remove {
        /// The day, or the first one of a closure.
        first: Date,
        /// The last day of the closure that is meant.
        last: Option<Date>,
        /// Only this kind of thing.
        thing: Option<Thing>,
    },
    /// The days of the week on which the library is closed.
    Weekly {
        /// All of them.
        closed: Vec<Weekday>,
    },
    /// Days of the national list.
    Holidays {
        /// The days, each once.
        list: Vec<Holiday>,
        /// Whether days of the same years that are not in the list go.
        replace: bool,
    },
}

/// What it takes to store a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Write {
    AddClosure(Closure),
    RemoveClosure(ClosureId),
    SetOpening(Opening),
    RemoveOpening(Date),
    SetWeekly(Vec<Weekday>),
    SetHoliday(Holiday),
    RemoveHoliday(Date),
}

/// What came of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Closures, openings or holidays that are new, and days of the week that are closed from now on.
    pub added: usize,
    /// Those that say something else now.
    pub changed: usize,
    /// Those that went.
    pub removed: usize,
    /// Those that were so already.
    pub unchanged: usize,
    /// Days of the national list in the same years that the list of the change does not have.
    pub left: Vec<Holiday>,
    /// The first and the last day that the change is about; none when it is about every week.
    pub days: Option<(Date, Date)>,
    pub(crate) writes: Vec<Write>,
}

impl Made {
    /// Whether anything is stored.
    pub fn is_change(&self) -> bool {
        !self.writes.is_empty()
    }
}

impl Change {
    /// The action in the journal.
    pub(crate) fn action(&self) -> &'static str {
        match self {
            Change::Close { .. } => "calendar.close",
            Change::Open { .. } => "calendar.open",
            Change::Remove { .. } => "calendar.remove",
            Change::Weekly { .. } => "calendar.weekly",
            Change::Holidays { .. } => "calendar.import",
        }
    }

    /// Makes the change in the lists. `next` is the number of a new closure.
    ///
    /// # Errors
    /// A [`Refusal`], or [`Error::BadValue`] for a reason that is none.
    pub(crate) fn make(&self, lists: &mut Lists, next: ClosureId) -> Result<Made> {
        match self {
            Change::Close { first, last, reason } => close(lists, next, (*first, *last), reason),
            Change::Open { day, reason } => open(lists, *day, reason),
            Change::Remove { first, last, thing } => remove(lists, (*first, *last), *thing),
            Change::Weekly { closed } => weekly(lists, closed),
            Change::Holidays { list, replace } => Ok(holidays(lists, list, *replace)),
        }
    }
}

/// A reason as it is stored: one line, trimmed.
fn reason(text: &str) -> Result<String> {
    let text = text.trim();
    let fits = (1..=LONGEST_REASON).contains(&text.chars().count());
    match fits && !text.chars().any(char::is_control) {
        true => Ok(text.to_owned()),
        false => Err(Error::BadValue {
            what: "reason",
            found: text.to_owned(),
        }),
    }
}

fn close(lists: &mut Lists, id: ClosureId, (first, last): (Date, Date), why: &str) -> Result<Made> {
    let reason = reason(why)?;
    if last < first {
        return Err(Error::Calendar(Refusal::Backwards { first, last }));
    }
    let mut made = Made {
        days: Some((first, last)),
        ..Made::default()
    };
    let same = |closure: &Closure| (closure.first, closure.last) == (first, last);
    if lists.closures.iter().any(same) {
        made.unchanged = 1;
        return Ok(made);
    }
    let closure = Closure {
        id,
        first,
        last,
        reason,
    };
    lists.closures.push(closure.clone());
    made.added = 1;
    made.writes.push(Write::AddClosure(closure));
    Ok(made)
}

fn open(lists: &mut Lists, day: Date, why: &str) -> Result<Made> {
    let opening = Opening {
        day,
        reason: reason(why)?,
    };
    let mut made = Made {
        days: Some((day, day)),
        ..Made::default()
    };
    match lists.openings.iter_mut().find(|one| one.day == day) {
        Some(known) if *known == opening => {
            made.unchanged = 1;
            return Ok(made);
        }
        Some(known) => {
            *known = opening.clone();
            made.changed = 1;
        }
        None => {
            lists.openings.push(opening.clone());
            made.added = 1;
        }
    }
    made.writes.push(Write::SetOpening(opening));
    Ok(made)
}

/// A closure is named by its first day or by any of its days; `last` says which one of several is meant.
fn remove(lists: &mut Lists, (first, last): (Date, Option<Date>), thing: Option<Thing>) -> Result<Made> {
    let wanted = |kind: Thing| thing.is_none_or(|thing| thing == kind) && (kind == Thing::Closure || last.is_none());
    let covers = |one: &&Closure| match last {
        Some(last) => (one.first, one.last) == (first, last),
        None => one.first <= first && first <= one.last,
    };
    let mut found: Vec<(Thing, Date, Date, Write)> = Vec::new();
    if wanted(Thing::Closure) {
        let mut closures: Vec<&Closure> = lists.closures.iter().filter(covers).collect();
        if closures.iter().filter(|one| one.first == first).count() == 1 {
            closures.retain(|one| one.first == first);
        }
        let row = |one: &Closure| (Thing::Closure, one.first, one.last, Write::RemoveClosure(one.id));
        found.extend(closures.into_iter().map(row));
    }
    if wanted(Thing::Opening) && lists.openings.iter().any(|one| one.day == first) {
        found.push((Thing::Opening, first, first, Write::RemoveOpening(first)));
    }
    if wanted(Thing::Holiday) && lists.holidays.iter().any(|one| one.day == first) {
        found.push((Thing::Holiday, first, first, Write::RemoveHoliday(first)));
    }
    let [(_, first, last, write)] = &found[..] else {
        let day = first;
        let found: Vec<_> = found
            .into_iter()
            .map(|(thing, first, last, _)| (thing, first, last))
            .collect();
        return Err(Error::Calendar(match found.is_empty() {
            true => Refusal::NothingThere { day },
            false => Refusal::Ambiguous { day, found },
        }));
    };
    match write {
        Write::RemoveClosure(id) => lists.closures.retain(|one| one.id != *id),
        Write::RemoveOpening(day) => lists.openings.retain(|one| one.day != *day),
        _ => lists.holidays.retain(|one| one.day != *first),
    }
    Ok(Made {
        removed: 1,
        days: Some((*first, *last)),
        writes: vec![write.clone()],
        ..Made::default()
    })
}

fn weekly(lists: &mut Lists, closed: &[Weekday]) -> Result<Made> {
    let mut closed = closed.to_vec();
    closed.sort_by_key(|day| day.to_monday_one_offset());
    closed.dedup();
    if closed.len() == 7 {
        return Err(Error::Calendar(Refusal::NeverOpen));
    }
    let mut made = Made {
        added: closed.iter().filter(|day| !lists.weekly.contains(day)).count(),
        removed: lists.weekly.iter().filter(|day| !closed.contains(day)).count(),
        unchanged: closed.iter().filter(|day| lists.weekly.contains(day)).count(),
        ..Made::default()
    };
    if made.added + made.removed > 0 {
        lists.weekly.clone_from(&closed);
        made.writes.push(Write::SetWeekly(closed));
    }
    Ok(made)
}

fn holidays(lists: &mut Lists, list: &[Holiday], replace: bool) -> Made {
    let days = || list.iter().map(|one| one.day);
    let mut made = Made {
        days: days().min().zip(days().max()),
        ..Made::default()
    };
    for holiday in list {
        match lists.holidays.iter_mut().find(|one| one.day == holiday.day) {
            Some(known) if known == holiday => {
                made.unchanged += 1;
                continue;
            }
            Some(known) => {
                known.clone_from(holiday);
                made.changed += 1;
            }
            None => {
                lists.holidays.push(holiday.clone());
                made.added += 1;
            }
        }
        made.writes.push(Write::SetHoliday(holiday.clone()));
    }
    let years: Vec<i16> = days().map(|day| day.year()).collect();
    let gone = |one: &Holiday| years.contains(&one.day.year()) && !days().any(|day| day == one.day);
    let left: Vec<Holiday> = lists.holidays.iter().filter(|one| gone(one)).cloned().collect();
    if replace {
        made.removed = left.len();
        lists.holidays.retain(|one| !gone(one));
        let first = left.iter().map(|one| one.day).min();
        let last = left.iter().map(|one| one.day).max();
        made.days = made.days.map(|(from, to)| {
            (
                first.map_or(from, |day| day.min(from)),
                last.map_or(to, |day| day.max(to)),
            )
        });
        made.writes.extend(left.iter().map(|one| Write::RemoveHoliday(one.day)));
    } else {
        made.left = left;
    }
    made
}

/// Stores a change.
pub(crate) fn save(tx: &Transaction<'_>, made: &Made) -> Result<()> {
    for write in &made.writes {
        match write {
            Write::AddClosure(closure) => store::add_closure(tx, closure)?,
            Write::RemoveClosure(id) => store::remove_closure(tx, *id)?,
            Write::SetOpening(opening) => store::set_opening(tx, opening)?,
            Write::RemoveOpening(day) => store::remove_opening(tx, *day)?,
            Write::SetWeekly(days) => store::set_weekly(tx, days)?,
            Write::SetHoliday(holiday) => store::set_holiday(tx, holiday)?,
            Write::RemoveHoliday(day) => store::remove_holiday(tx, *day)?,
        }
    }
    Ok(())
}
