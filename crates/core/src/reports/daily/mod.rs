//! Closing a day: every figure of it is counted from its rows, and stored, so that a month is read as a few rows.
//!
//! A day comes to the same whenever it is counted. What happens is told by moments that stay; what stands at the end of a
//! day is worked out from them. What was told late (paper slips, a mobile library, what was undone) leaves its day in
//! `stale_day`, by triggers, and the next night counts such days again. The class of a loan is that of its title when the
//! day was closed. Only a day of which a loan or a renewal was told late (`stale_class`) takes the classes of when it is
//! counted again.
//!
//! | module | what it holds |
//! |---|---|
//! | `days` | days as places in a list |
//! | `loans`, `holds` | what they come to, day by day |
//! | [`values`] | reading what closed days came to |

pub(crate) mod days;
mod holds;
mod loans;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub mod values;

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::Connection;

use self::days::Days;
use self::loans::{Gathered, LoanFigures};
use super::class;
use super::classes::items::ItemClasses;
use super::figure::Figure;
use super::page::Span;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::values::codes::codes;

/// No day is closed that is so many years before the first night: in old records a year is easily mistyped (1026), and each
/// day costs its rows. What is older counts as before the first day.
const OLDEST_YEARS: i64 = 30;

codes! {
    /// What figures are counted from; of each a day can be told late.
    Subject {
        /// Loans and their due dates.
        Loans = "loans",
        /// Holds.
        Holds = "holds",
        /// Members.
        Members = "members",
        /// Copies used in the library.
        InHouse = "in-house",
        /// Searches that found nothing.
        Searches = "searches",
        /// Sessions of events, and who came.
        Events = "events",
        /// The ledger.
        Money = "money",
        /// Follow-up plans of surveys.
        Plans = "plans",
    }
}

impl Subject {
    /// The figures that are counted a day at a time.
    fn counted(self) -> &'static [Figure] {
        match self {
            Subject::Loans => &[],
            Subject::Holds => &[Figure::HoldsPlaced],
            Subject::Members => &[Figure::NewMembers],
            Subject::InHouse => &[Figure::InHouse],
            Subject::Searches => &[Figure::UnmetSearches],
            Subject::Events => &[Figure::EventSessions, Figure::EventHeads],
            Subject::Money => &[Figure::MoneyReceived],
            Subject::Plans => &[Figure::FollowUpsOverdue],
        }
    }
}

/// What closing days came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summarised {
    /// The last day that is closed.
    pub day: Date,
    /// How many days were closed now: one, after missed nights more; at the first time every day the library knows of.
    pub closed: usize,
    /// How many days that were closed before were counted again, because something was told late.
    pub revised: usize,
}

impl Library {
    /// Closes every day up to `day` that is not closed yet, and counts again those of which something was told late.
    ///
    /// # Errors
    /// [`Error::BadValue`] when the day is not over by the act, and what [`Library::write`] answers.
    pub fn summarise(&mut self, act: &Act, day: Date, dry_run: bool) -> Result<Summarised> {
        if dry_run {
            self.rehearse(act, |tx| summarise(tx, act, day))
        } else {
            self.write(act, |tx| summarise(tx, act, day))
        }
    }
}

/// As [`Library::summarise`], in the caller's transaction.
///
/// # Errors
/// As there.
pub(crate) fn summarise(tx: &Transaction<'_>, act: &Act, day: Date) -> Result<(Summarised, Option<Entry>)> {
    if day >= act.day() {
        return Err(Error::BadValue {
            what: "day",
            found: day.to_string(),
        });
    }
    let conn = tx.sql();
    let plan = Plan::read(conn, day)?;
    let summarised = Summarised {
        day: plan.last,
        closed: plan.new.map_or(0, |new| new.days().count()),
        revised: plan.stale.values().flatten().collect::<BTreeSet<_>>().len(),
    };
    if summarised.closed + summarised.revised == 0 {
        return Ok((summarised, None));
    }
    let counted = Counted::read(conn, &plan)?;
    counted.store(conn, &plan, &act.stamp())?;
    // Nobody's action, and made anew from the rows whenever it is lost: no row in the journal.
    Ok((summarised, None))
}

/// Which days are counted.
#[derive(Debug)]
struct Plan {
    /// The days that are closed now.
    new: Option<Span>,
    /// The last day that is closed then.
    last: Date,
    /// The days that are counted again.
    stale: BTreeMap<Subject, BTreeSet<Date>>,
    /// Those of them whose loans are counted again by class and by group.
    stale_classes: Vec<Date>,
    /// From which day on the figures are known, when they are counted for the first time.
    since: Option<Since>,
}

/// From which days on the figures of a library tell the truth.
#[derive(Debug, Clone, Copy)]
struct Since {
    /// The day on which the library began with this program.
    library: Date,
    /// Loans: earlier, when loans were taken over together with their ends. Those that were taken over open say nothing
    /// of the days before.
    loans: Date,
    /// New members: what is known of them is in their own records.
    members: Date,
}

impl Plan {
    fn read(conn: &Connection, day: Date) -> Result<Plan> {
        let Some(closed) = store::closed(conn)? else {
            let (first, since) = beginning(conn, day)?;
            return Ok(Plan {
                new: Some(Span { first, last: day }),
                last: day,
                stale: BTreeMap::new(),
                stale_classes: Vec::new(),
                since: Some(since),
            });
        };
        let first = closed.last.tomorrow().unwrap_or(closed.last);
        let mut stale: BTreeMap<Subject, BTreeSet<Date>> = BTreeMap::new();
        for (subject, day) in store::stale(conn)? {
            if day <= closed.last {
                // What happened before the first day stands at its end.
                stale.entry(subject).or_default().insert(day.max(closed.first));
            }
        }
        Ok(Plan {
            new: (first <= day).then_some(Span { first, last: day }),
            last: day.max(closed.last),
            stale,
            stale_classes: store::stale_classes(conn)?,
            since: None,
        })
    }

    /// The days of which a subject is counted: those that are closed now, and those that were told late.
    fn days(&self, subject: Subject) -> BTreeSet<Date> {
        let stale = self.stale.get(&subject).into_iter().flatten().copied();
        stale.chain(self.new.iter().flat_map(Span::days)).collect()
    }

    /// From the first of those days to the last that is closed: what stands at the end of a day follows from the days
    /// before it.
    fn run(&self, subject: Subject) -> Option<Days> {
        let first = self.days(subject).first().copied()?;
        let last = self.last;
        Some(Days::of(Span { first, last }))
    }

    /// The days whose loans are counted by class and by group.
    fn days_by_class(&self) -> BTreeSet<Date> {
        let stale = self.stale_classes.iter().copied();
        stale.chain(self.new.iter().flat_map(Span::days)).collect()
    }
}

/// The first day that is closed ever, and from when on the figures are known.
fn beginning(conn: &Connection, day: Date) -> Result<(Date, Since)> {
    let library = store::began(conn)?.unwrap_or(day);
    let (first_loan, first_ended) = store::first_loans(conn, library)?;
    let members = store::first_member(conn)?;
    let first = first_loan.into_iter().chain(members).fold(library, Date::min).min(day);
    let first = first.max(day.saturating_sub(OLDEST_YEARS.years()));
    let since = Since {
        library,
        loans: first_ended.map_or(library, |loan| loan.min(library)),
        members: members.map_or(library, |member| member.min(library)),
    };
    Ok((first, since))
}

/// What the days come to.
#[derive(Debug, Default)]
struct Counted {
    figures: Vec<(Figure, Date, i64)>,
    loans: Option<(Days, LoanFigures)>,
}

impl Counted {
    fn read(conn: &Connection, plan: &Plan) -> Result<Counted> {
        let mut counted = Counted::default();
        for subject in Subject::ALL {
            for figure in subject.counted() {
                // A level changes from the day on; what happens is of its day alone.
                let days = match (figure.kind(), plan.run(*subject)) {
                    (super::figure::Kind::Level, Some(run)) => run.span().days().collect(),
                    _ => plan.days(*subject),
                };
                for day in days {
                    counted.figures.push((*figure, day, store::count(conn, *figure, day)?));
                }
            }
        }
        if let Some(run) = plan.run(Subject::Holds) {
            let (waiting, ready) = holds::levels(&run, store::holds(conn, &run)?.into_iter());
            counted.add(&run, Figure::HoldsWaiting, &waiting);
            counted.add(&run, Figure::HoldsReady, &ready);
        }
        if let Some(run) = plan.run(Subject::Loans) {
            let loans = read_loans(conn, &run)?;
            counted.add(&run, Figure::Loans, &loans.loans);
            counted.add(&run, Figure::Renewals, &loans.renewals);
            counted.add(&run, Figure::Returns, &loans.returns);
            counted.add(&run, Figure::OnLoan, &loans.on_loan);
            counted.add(&run, Figure::Overdue, &loans.overdue);
            counted.loans = Some((run, loans));
        }
        Ok(counted)
    }

    fn add(&mut self, run: &Days, figure: Figure, values: &[i64]) {
        let days = run.span().days().zip(values);
        self.figures.extend(days.map(|(day, value)| (figure, day, *value)));
    }

    fn store(&self, conn: &Connection, plan: &Plan, at: &str) -> Result<()> {
        if let (Some(new), Some((run, loans))) = (plan.new, &self.loans) {
            for (day, mark) in run.span().days().zip(&loans.marks) {
                if day >= new.first {
                    store::close(conn, day, *mark, at)?;
                }
            }
        }
        for (figure, day, value) in &self.figures {
            store::set_figure(conn, *figure, &day.to_string(), *value)?;
        }
        if let Some((run, loans)) = &self.loans {
            store_parts(conn, run, loans, &plan.days_by_class())?;
        }
        if let Some(since) = plan.since {
            self.store_since(conn, since)?;
        }
        store::clear_stale(conn)
    }

    /// Figures that nobody counts have no beginning.
    fn store_since(&self, conn: &Connection, since: Since) -> Result<()> {
        let Some((run, loans)) = &self.loans else {
            return Ok(());
        };
        let after = run.span().last.tomorrow().unwrap_or(run.span().last);
        let known = |place: usize| {
            let first = if place < run.count() { run.day(place) } else { after };
            first.max(since.loans)
        };
        for figure in Figure::ALL {
            let day = match figure {
                Figure::Visits => continue,
                Figure::Loans | Figure::Returns | Figure::OnLoan => since.loans,
                Figure::Renewals => known(loans.known.0),
                Figure::Overdue => known(loans.known.1),
                Figure::NewMembers => since.members,
                // What is known of copies is in their own records.
                Figure::ItemsBought | Figure::ItemsGiven | Figure::BoughtAndLent => run.span().first,
                _ => since.library,
            };
            store::set_since(conn, *figure, day)?;
        }
        Ok(())
    }
}

fn read_loans(conn: &Connection, run: &Days) -> Result<LoanFigures> {
    let changed = store::due_changes(conn, run)?;
    let (open, last) = store::loans_now(conn)?;
    let mark = store::mark_before(conn, run.span().first)?;
    let mut classes = ItemClasses::for_loans(conn, last - mark)?;
    let mut gathered = Gathered::new(run);
    store::each_loan(conn, run, mark, &changed, &mut classes, |loan| {
        let changes = changed.get(&loan.id).map_or(&[][..], Vec::as_slice);
        gathered.add(loan, changes);
    })?;
    Ok(gathered.finish(open, last))
}

/// Stores the loans of some days by class and by reader group.
fn store_parts(conn: &Connection, run: &Days, loans: &LoanFigures, which: &BTreeSet<Date>) -> Result<()> {
    let codes = class::codes();
    let mut groups = loans.groups.iter().peekable();
    for (place, (day, classes)) in run.span().days().zip(&loans.classes).enumerate() {
        let wanted = which.contains(&day);
        let day = day.to_string();
        if wanted {
            store::clear_parts(conn, &day)?;
            for (class, of_class) in codes.iter().zip(classes) {
                if of_class.loans + of_class.renewals > 0 {
                    store::add_class(conn, &day, class, of_class.loans, of_class.renewals)?;
                }
            }
        }
        while let Some((_, group, loans)) = groups.next_if(|(of, ..)| *of == place) {
            if wanted {
                store::add_group(conn, &day, *group, *loans)?;
            }
        }
    }
    Ok(())
}
