//! Every SQL statement of closing days.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};

use super::Subject;
use super::days::Days;
use super::holds::Hold;
use super::loans::{DueChange, Fact, NEVER};
use crate::error::Result;
use crate::library::{columns, counter};
use crate::reports::classes::items::ItemClasses;
use crate::reports::figure::Figure;
use crate::reports::page::Span;
use crate::values::ids::LoanId;

/// The days that are closed; none before the first night.
pub(crate) fn closed(conn: &Connection) -> Result<Option<Span>> {
    let mut statement =
        conn.prepare_cached("SELECT (SELECT min(day) FROM summary_day), (SELECT max(day) FROM summary_day)")?;
    let (first, last) = statement.query_row([], |row| {
        Ok((columns::optional_day(row, 0)?, columns::optional_day(row, 1)?))
    })?;
    Ok(first.zip(last).map(|(first, last)| Span { first, last }))
}

/// The closed days of which something was told since.
pub(super) fn stale(conn: &Connection) -> Result<Vec<(Subject, Date)>> {
    let mut statement = conn.prepare_cached("SELECT subject, day FROM stale_day ORDER BY subject, day")?;
    let rows = statement.query_map([], |row| {
        Ok((columns::code(row, 0, Subject::from_code)?, columns::day(row, 1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The closed days of which a loan or a renewal was told since.
pub(super) fn stale_classes(conn: &Connection) -> Result<Vec<Date>> {
    let mut statement = conn.prepare_cached("SELECT day FROM stale_class")?;
    let rows = statement.query_map([], |row| columns::day(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The day on which the library began: its first action.
pub(crate) fn began(conn: &Connection) -> Result<Option<Date>> {
    let sql = "SELECT substr(at, 1, 10) FROM journal ORDER BY seq LIMIT 1";
    Ok(conn.query_row(sql, [], |row| columns::day(row, 0)).optional()?)
}

/// The day of the first loan, and of the first among those that ended before a day.
pub(super) fn first_loans(conn: &Connection, before: Date) -> Result<(Option<Date>, Option<Date>)> {
    let sql = "SELECT substr(min(loaned_at), 1, 10), substr(min(CASE WHEN ended_at < ?1 THEN loaned_at END), 1, 10)
        FROM loan";
    Ok(conn.query_row(sql, [before.to_string()], |row| {
        Ok((columns::optional_day(row, 0)?, columns::optional_day(row, 1)?))
    })?)
}

/// The day on which the first of the members joined.
pub(super) fn first_member(conn: &Connection) -> Result<Option<Date>> {
    Ok(conn.query_row("SELECT min(joined) FROM member", [], |row| {
        columns::optional_day(row, 0)
    })?)
}

/// A number that every loan of a day, or of a later one, is above.
pub(crate) fn mark_before(conn: &Connection, day: Date) -> Result<i64> {
    let mut statement =
        conn.prepare_cached("SELECT loan_mark FROM summary_day WHERE day < ?1 ORDER BY day DESC LIMIT 1")?;
    Ok(statement
        .query_row([day.to_string()], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// How many loans are open, and the highest number that a loan ever had.
pub(super) fn loans_now(conn: &Connection) -> Result<(i64, i64)> {
    let open = conn.query_row("SELECT count(*) FROM loan WHERE ended IS NULL", [], |row| row.get(0))?;
    Ok((open, counter::last(conn, LoanId::COUNTER)?))
}

/// What became of due dates in a run of days and since, by loan, in the order it was recorded; with what was recorded after
/// it, also of earlier days, for the order decides ([`super::loans`]) and a run tells the same wherever it begins.
pub(super) fn due_changes(conn: &Connection, days: &Days) -> Result<HashMap<i64, Vec<DueChange>>> {
    // Left to itself, the engine walks through all changes ever, to spare itself the sorting.
    let mut statement = conn.prepare_cached(
        "SELECT loan_id, number, day, due_before, renewal FROM due_change INDEXED BY due_change_day WHERE day >= ?1",
    )?;
    let mut rows = statement.query([days.span().first.to_string()])?;
    let mut found: HashMap<i64, Vec<(i64, DueChange)>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let change = DueChange {
            on: place(days, row.get_ref(2)?),
            before: place(days, row.get_ref(3)?),
            renewal: row.get(4)?,
        };
        found.entry(row.get(0)?).or_default().push((row.get(1)?, change));
    }
    add_told_later(conn, days, &mut found)?;
    let in_order = |(loan, mut changes): (i64, Vec<(i64, DueChange)>)| {
        changes.sort_unstable_by_key(|(number, _)| *number);
        (loan, changes.into_iter().map(|(_, change)| change).collect())
    };
    Ok(found.into_iter().map(in_order).collect())
}

/// Adds what was recorded of the days before a run after something of the run itself, as paper slips do.
fn add_told_later(conn: &Connection, days: &Days, found: &mut HashMap<i64, Vec<(i64, DueChange)>>) -> Result<()> {
    let first = days.span().first.to_string();
    let earlier: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM due_change WHERE day < ?1)")?
        .query_row([&first], |row| row.get(0))?;
    if !earlier {
        return Ok(());
    }
    let mut statement = conn.prepare_cached(
        "SELECT number, day, due_before, renewal FROM due_change WHERE loan_id = ?1 AND number > ?2 AND +day < ?3",
    )?;
    for (loan, changes) in found {
        let lowest = changes.iter().map(|(number, _)| *number).min().unwrap_or_default();
        let mut rows = statement.query(params![*loan, lowest, first])?;
        while let Some(row) = rows.next()? {
            let change = DueChange {
                on: place(days, row.get_ref(1)?),
                before: place(days, row.get_ref(2)?),
                renewal: row.get(3)?,
            };
            changes.push((row.get(0)?, change));
        }
    }
    Ok(())
}

fn place(days: &Days, value: ValueRef<'_>) -> i32 {
    value.as_bytes().map_or(-1, |text| days.place(text))
}

fn optional_place(days: &Days, value: ValueRef<'_>) -> Option<i32> {
    (value != ValueRef::Null).then(|| place(days, value))
}

const FACT: &str =
    "SELECT id, item_id, group_id, loaned_at, due_decided, due, renewed_at, ended, ended_at, lost_at FROM loan";

/// Hands out the loans that [`super::loans::Gathered`] must see, each once: those above the mark; of the older ones those
/// that ended since the first day, that are overdue, and whose due date changed.
pub(super) fn each_loan(
    conn: &Connection,
    days: &Days,
    mark: i64,
    changed: &HashMap<i64, Vec<DueChange>>,
    classes: &mut ItemClasses<'_>,
    mut each: impl FnMut(&Fact),
) -> Result<()> {
    let span = days.span();
    let newer = format!("{FACT} WHERE id > ?1 ORDER BY id");
    walk(conn, days, classes, &newer, params![mark], &mut each)?;
    if mark == 0 {
        return Ok(());
    }
    let ended = format!("{FACT} WHERE ended_at >= ?2 AND id <= ?1");
    walk(
        conn,
        days,
        classes,
        &ended,
        params![mark, span.first.to_string()],
        &mut each,
    )?;
    let overdue = format!("{FACT} WHERE ended IS NULL AND due <= ?2 AND id <= ?1");
    walk(
        conn,
        days,
        classes,
        &overdue,
        params![mark, span.last.to_string()],
        &mut |fact| {
            if !changed.contains_key(&fact.id) {
                each(fact);
            }
        },
    )?;
    let one = format!("{FACT} WHERE id = ?1 AND ended IS NULL");
    let older: BTreeSet<i64> = changed.keys().copied().filter(|id| *id <= mark).collect();
    for id in older {
        walk(conn, days, classes, &one, params![id], &mut each)?;
    }
    Ok(())
}

fn walk(
    conn: &Connection,
    days: &Days,
    classes: &mut ItemClasses<'_>,
    sql: &str,
    values: &[&dyn rusqlite::ToSql],
    each: &mut dyn FnMut(&Fact),
) -> Result<()> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let ended = optional_place(days, row.get_ref(8)?);
        let lost = optional_place(days, row.get_ref(9)?);
        let came_back = row.get_ref(7)?.as_bytes().is_ok_and(|ended| ended == b"returned");
        each(&Fact {
            id: row.get(0)?,
            class: classes.of_item(row.get(1)?)?,
            group: row.get(2)?,
            loaned: place(days, row.get_ref(3)?),
            closed: lost.or(ended).unwrap_or(NEVER),
            returned: ended.filter(|_| came_back),
            due: place(days, row.get_ref(5)?),
            moved: row.get_ref(4)? != row.get_ref(5)?,
            renewed: optional_place(days, row.get_ref(6)?),
        });
    }
    Ok(())
}

/// The holds that were not over before a run of days.
pub(super) fn holds(conn: &Connection, days: &Days) -> Result<Vec<Hold>> {
    let mut statement = conn.prepare_cached(
        "SELECT placed_at, ready_on, ended_at FROM hold WHERE ended_at IS NULL
         UNION ALL SELECT placed_at, ready_on, ended_at FROM hold WHERE ended_at >= ?1",
    )?;
    let rows = statement.query_map([days.span().first.to_string()], |row| {
        Ok(Hold {
            placed: place(days, row.get_ref(0)?),
            ready: optional_place(days, row.get_ref(1)?),
            ended: optional_place(days, row.get_ref(2)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The query that counts a figure of one day from its rows: `?1` is the day, `?2` the day after. None for figures that
/// are gathered from loans and holds, and for those that have no rows.
fn counting(figure: Figure) -> Option<&'static str> {
    Some(match figure {
        Figure::HoldsPlaced => "SELECT count(*) FROM hold WHERE placed_at >= ?1 AND placed_at < ?2",
        Figure::NewMembers => "SELECT count(*) FROM member WHERE joined >= ?1 AND joined < ?2",
        Figure::InHouse => "SELECT coalesce(sum(times), 0) FROM in_house_use WHERE day >= ?1 AND day < ?2",
        Figure::UnmetSearches => "SELECT coalesce(sum(times), 0) FROM unmet_search WHERE day >= ?1 AND day < ?2",
        Figure::EventSessions => {
            "SELECT count(*) FROM event_session JOIN event ON event.id = event_session.event_id
             WHERE starts >= ?1 AND starts < ?2 AND cancelled IS NULL"
        }
        Figure::EventHeads => {
            "SELECT coalesce(sum(attendance.heads), 0)
             FROM event_session JOIN event ON event.id = event_session.event_id
             JOIN registration ON registration.event_id = event.id
             JOIN attendance ON attendance.registration_id = registration.id AND attendance.session = event_session.number
             WHERE starts >= ?1 AND starts < ?2 AND cancelled IS NULL"
        }
        Figure::MoneyReceived => {
            "SELECT coalesce(sum(CASE kind WHEN 'payment' THEN amount WHEN 'refund' THEN -amount END), 0)
             FROM ledger WHERE day >= ?1 AND day < ?2"
        }
        Figure::FollowUpsOverdue => {
            "SELECT count(*) FROM follow_up
             WHERE made_at < ?2 AND due <= ?1 AND (ended_at IS NULL OR ended_at >= ?2)"
        }
        _ => return None,
    })
}

/// Counts a figure of one day from its rows.
pub(super) fn count(conn: &Connection, figure: Figure, day: Date) -> Result<i64> {
    let Some(sql) = counting(figure) else {
        return Ok(0);
    };
    let after = day.tomorrow().unwrap_or(day);
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_row([day.to_string(), after.to_string()], |row| row.get(0))?)
}

/// Closes a day.
pub(super) fn close(conn: &Connection, day: Date, loan_mark: i64, at: &str) -> Result<()> {
    let mut statement =
        conn.prepare_cached("INSERT INTO summary_day (day, loan_mark, closed_at) VALUES (?1, ?2, ?3)")?;
    statement.execute(params![day.to_string(), loan_mark, at])?;
    Ok(())
}

/// Forgets what a day and all later ones came to, or every day; it is counted again when they are closed again.
pub(crate) fn reopen(conn: &Connection, from: Option<Date>) -> Result<()> {
    let from = from.map(|day| day.to_string()).unwrap_or_default();
    for table in ["daily_figure", "daily_class", "daily_group", "summary_day"] {
        conn.execute(&format!("DELETE FROM {table} WHERE day >= ?1"), [&from])?;
    }
    Ok(())
}

/// Stores from which day on a figure is known.
pub(super) fn set_since(conn: &Connection, figure: Figure, day: Date) -> Result<()> {
    let mut statement = conn.prepare_cached("INSERT OR REPLACE INTO figure_since (figure, day) VALUES (?1, ?2)")?;
    statement.execute(params![figure.code(), day.to_string()])?;
    Ok(())
}

/// Stores what a figure came to on a day.
pub(super) fn set_figure(conn: &Connection, figure: Figure, day: &str, value: i64) -> Result<()> {
    if value == 0 {
        let mut statement = conn.prepare_cached("DELETE FROM daily_figure WHERE figure = ?1 AND day = ?2")?;
        statement.execute(params![figure.code(), day])?;
    } else {
        let mut statement =
            conn.prepare_cached("INSERT OR REPLACE INTO daily_figure (figure, day, value) VALUES (?1, ?2, ?3)")?;
        statement.execute(params![figure.code(), day, value])?;
    }
    Ok(())
}

/// Takes out what is stored of a day by class and by group.
pub(super) fn clear_parts(conn: &Connection, day: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM daily_class WHERE day = ?1")?
        .execute([day])?;
    conn.prepare_cached("DELETE FROM daily_group WHERE day = ?1")?
        .execute([day])?;
    Ok(())
}

/// Stores the loans of a class on a day.
pub(super) fn add_class(conn: &Connection, day: &str, class: &str, loans: i64, renewals: i64) -> Result<()> {
    let mut statement =
        conn.prepare_cached("INSERT INTO daily_class (day, class, loans, renewals) VALUES (?1, ?2, ?3, ?4)")?;
    statement.execute(params![day, class, loans, renewals])?;
    Ok(())
}

/// Stores the loans of a reader group on a day.
pub(super) fn add_group(conn: &Connection, day: &str, group: i64, loans: i64) -> Result<()> {
    let mut statement = conn.prepare_cached("INSERT INTO daily_group (day, group_id, loans) VALUES (?1, ?2, ?3)")?;
    statement.execute(params![day, group, loans])?;
    Ok(())
}

/// Forgets what was stale.
pub(super) fn clear_stale(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM stale_day", [])?;
    conn.execute("DELETE FROM stale_class", [])?;
    Ok(())
}

/// From which day on each figure is known.
pub(super) fn since(conn: &Connection) -> Result<Vec<(Figure, Date)>> {
    let mut statement = conn.prepare_cached("SELECT figure, day FROM figure_since")?;
    let rows = statement.query_map([], |row| {
        Ok((columns::code(row, 0, Figure::from_code)?, columns::day(row, 1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a figure came to on the days of a span that are closed and not of zero.
pub(super) fn values(conn: &Connection, figure: Figure, span: Span) -> Result<Vec<(Date, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT day, value FROM daily_figure WHERE figure = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day",
    )?;
    let values = params![figure.code(), span.first.to_string(), span.last.to_string()];
    let rows = statement.query_map(values, |row| Ok((columns::day(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Copies that were received on each day of a span: bought, or come from elsewhere.
pub(super) fn received(conn: &Connection, bought: bool, span: Span) -> Result<Vec<(Date, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT received, count(*) FROM item
         WHERE received BETWEEN ?2 AND ?3 AND source IS NOT NULL AND (source = 'bought') = ?1
         GROUP BY received ORDER BY received",
    )?;
    let values = params![bought, span.first.to_string(), span.last.to_string()];
    let rows = statement.query_map(values, |row| Ok((columns::day(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Copies that were bought and received in a span, and lent at least once up to its end.
pub(super) fn bought_and_lent(conn: &Connection, span: Span) -> Result<i64> {
    let after = span.last.tomorrow().unwrap_or(span.last);
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM item WHERE received BETWEEN ?1 AND ?2 AND source = 'bought'
         AND EXISTS (SELECT 1 FROM loan WHERE loan.item_id = item.id AND loan.loaned_at < ?3)",
    )?;
    let values = [span.first, span.last, after].map(|day| day.to_string());
    Ok(statement.query_row(values, |row| row.get(0))?)
}
