//! What the nights did besides: each step something, people told the same whichever nights ran, and all that was not the
//! night's own entered the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::types::Value;

/// What stands told of each thing on the morning `?1`, as it stands now. Holds are told that they are ready, and on the last
/// day that it is the last: only by a night of that day, so that which of the two is not asked.
const TOLD: [&str; 6] = [
    "SELECT 'loan', record, about.reason, as_of FROM notice_about AS about JOIN loan ON loan.id = record
     WHERE kind = 'loan' AND as_of = due_decided AND ended IS NULL",
    "SELECT 'hold', record, 'told', as_of FROM notice_about JOIN hold ON hold.id = record
     WHERE kind = 'hold' AND as_of = ready_on AND hold.state = 'ready'",
    "SELECT 'membership', record, reason, as_of FROM notice_about JOIN member ON member.id = record
     WHERE kind = 'membership' AND as_of = valid_until AND valid_until >= ?1",
    "SELECT 'registration', record, reason, as_of FROM notice_about WHERE kind = 'registration' AND as_of >= ?1",
    "SELECT 'follow-up', record, reason, as_of FROM notice_about JOIN follow_up ON follow_up.id = record
     WHERE kind = 'follow-up' AND follow_up.state = 'open'",
    "SELECT 'event-notice', id, CASE WHEN taken_at IS NULL THEN 'noted' ELSE 'taken' END, kind FROM event_notice",
];

/// The four cells of each row as one line, sorted.
fn lines(db: &Path, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Vec<String> {
    let conn = Connection::open(db).expect("the file");
    let mut statement = conn.prepare(sql).expect(sql);
    let rows = statement.query_map(values, |row| {
        let cells = (0..4).map(|at| row.get::<_, Value>(at));
        let words = cells.map(|cell| {
            Ok(match cell? {
                Value::Text(text) => text,
                Value::Integer(number) => number.to_string(),
                other => format!("{other:?}"),
            })
        });
        Ok(words.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
    });
    let mut lines: Vec<String> = rows.expect(sql).map(|row| row.expect(sql)).collect();
    lines.sort();
    lines
}

/// What people stand told of on a morning: kind, number, reason and day of each thing.
pub(super) fn on(db: &Path, morning: Date) -> Vec<String> {
    let morning = morning.to_string();
    let told = TOLD.iter().map(|sql| match sql.contains("?1") {
        true => lines(db, sql, &[&morning]),
        false => lines(db, sql, &[]),
    });
    told.flatten().collect()
}

/// Kinds and reasons among what people were told.
pub(super) fn kinds(told: &[String]) -> BTreeSet<String> {
    let kind = |line: &String| {
        let words: Vec<&str> = line.split(' ').collect();
        format!("{} {}", words[0], words[2])
    };
    told.iter().map(kind).collect()
}

/// What everybody did but the night: moment, who, action and detail.
fn of_people(db: &Path) -> BTreeSet<String> {
    let sql = "SELECT at, staff, action, detail FROM journal WHERE staff <> 'malam'";
    lines(db, sql, &[]).into_iter().collect()
}

/// People did the same. Only where the night did not end somebody's turn in time, the desk did when it came upon it, and
/// that stands in the journal too.
pub(super) fn is_entered_the_same(every: &Path, some: &Path) {
    let (every, some) = (of_people(every), of_people(some));
    let lost: Vec<&String> = every.difference(&some).collect();
    assert!(lost.is_empty(), "{lost:#?}");
    let more: Vec<&String> = some.difference(&every).collect();
    let by_the_way = |line: &&String| {
        line.ends_with(r#" loan.return {"loans":[]}"#)
            || (line.contains(" hold.cancel ") && line.ends_with(r#""ready":[]}"#))
    };
    assert!(more.iter().all(by_the_way) && more.len() < 20, "{more:#?}");
}

/// What each step of all nights did, added up.
fn counted(db: &Path) -> BTreeMap<String, i64> {
    let conn = Connection::open(db).expect("the file");
    let sql =
        "SELECT step || ' ' || key, sum(value) FROM night_step, json_each(detail) WHERE outcome = 'done' GROUP BY 1";
    let mut statement = conn.prepare(sql).expect(sql);
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.expect(sql).map(|row| row.expect(sql)).collect()
}

/// Every step did something in the year; and what does not depend on when it ran, the same.
pub(super) fn each_step_did_something(every: &Path, some: &Path) {
    let (every, some) = (counted(every), counted(some));
    for (count, least) in [
        ("expire-holds expired", 200),
        ("expire-holds ready", 5),
        ("lapse-waiting events", 5),
        ("lapse-waiting registrations", 20),
        ("cut-history loans", 5),
        ("notices made", 2_000),
        ("notices dropped", 300),
        ("notices cut", 1_000),
        ("summaries closed", 396),
        ("summaries revised", 3),
    ] {
        for counts in [&every, &some] {
            let found = counts.get(count).copied().unwrap_or_default();
            assert!(found >= least, "{count}: {found} of {least}: {counts:#?}");
        }
    }
    for same in [
        "lapse-waiting events",
        "lapse-waiting registrations",
        "summaries closed",
    ] {
        assert_eq!(every[same], some[same], "{same}");
    }
}
