//! Years of a library, put into its file at once: members, and loans that lie behind.

use std::path::Path;

use anyhow::Result;
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::Connection;

/// The card of a member.
pub(crate) fn card(number: usize) -> String {
    format!("A{number:06}")
}

fn open(db: &Path) -> Result<Connection> {
    let conn = Connection::open(db)?;
    conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF")?;
    Ok(conn)
}

/// So many members, whose membership has not ended.
pub(crate) fn members(db: &Path, many: usize) -> Result<()> {
    let (conn, many) = (open(db)?, i64::try_from(many)?);
    conn.execute(
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
         INSERT INTO member (id, card, name, name_key, member_type, sex, born, district, joined, valid_until)
         SELECT i + 1, printf('A%06d', i), 'Anggota Nomor ' || i, 'anggota nomor ' || i, 'umum',
            CASE i % 2 WHEN 0 THEN 'female' ELSE 'male' END, date('1960-01-01', '+' || (i % 20000) || ' days'),
            'Mojoroto', '2020-01-01', '2099-12-31' FROM n",
        [many],
    )?;
    conn.execute(
        "INSERT OR REPLACE INTO counter (name, last) VALUES ('member', ?1)",
        [many],
    )?;
    Ok(())
}

/// So many loans that were returned years ago; one in ten readers kept their history.
pub(crate) fn past_loans(db: &Path, many: usize) -> Result<()> {
    let conn = open(db)?;
    let mut indexes = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loan'")?;
    let indexes = indexes
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (name, _) in &indexes {
        conn.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    conn.execute_batch(
        "INSERT OR IGNORE INTO reader_group (id, member_type, age_band, sex, district, education)
         VALUES (1, 'umum', '', '', 'Mojoroto', '');
         INSERT OR REPLACE INTO counter (name, last) VALUES ('reader_group', 1)",
    )?;
    conn.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1),
            size (items) AS (SELECT max(id) FROM item)
         INSERT INTO loan (id, item_id, member_id, group_id, rule_id, loaned_at, due_decided, due, renewals, ended, ended_at)
         SELECT i, 1 + (i * 7919) % items, CASE i % 10 WHEN 0 THEN 1 + (i / 10) % 50000 END, 1, 1,
            date('2010-01-01', '+' || (i % 5400) || ' days') || 'T10:00:00+07:00',
            date('2010-01-08', '+' || (i % 5400) || ' days'), date('2010-01-08', '+' || (i % 5400) || ' days'), 0,
            'returned', date('2010-01-06', '+' || (i % 5400) || ' days') || 'T12:00:00+07:00'
         FROM n, size",
        [i64::try_from(many)?],
    )?;
    conn.execute(
        "INSERT OR REPLACE INTO counter (name, last) VALUES ('loan', ?1)",
        [i64::try_from(many)?],
    )?;
    for (_, sql) in &indexes {
        conn.execute_batch(sql)?;
    }
    Ok(())
}

/// Barcodes of so many copies, spread over the file.
pub(crate) fn barcodes(db: &Path, many: usize) -> Result<Vec<String>> {
    let conn = open(db)?;
    let mut rows = conn.prepare(
        "SELECT barcode FROM item WHERE id % max(1, (SELECT max(id) FROM item) / ?1) = 0 AND status = 'available' LIMIT ?1",
    )?;
    let rows = rows.query_map([i64::try_from(many)?], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The day so many days after another.
pub(crate) fn day_after(day: &str, days: usize) -> Result<String> {
    let day: Date = day.parse()?;
    Ok(day.checked_add(i64::try_from(days)?.days())?.to_string())
}

/// A day's work: so many copies lent that nobody has, and as many of those that were lent before come back.
pub(crate) fn a_day(db: &Path, day: &str, many: usize) -> Result<()> {
    let conn = open(db)?;
    let many = i64::try_from(many)?;
    conn.execute(
        "UPDATE loan SET ended = 'returned', ended_at = ?1 || 'T14:00:00+07:00', member_id = NULL
         WHERE id IN (SELECT id FROM loan WHERE ended IS NULL ORDER BY id LIMIT ?2)",
        rusqlite::params![day, many],
    )?;
    conn.execute(
        "INSERT INTO loan (id, item_id, member_id, group_id, rule_id, loaned_at, due_decided, due, renewals)
         SELECT (SELECT last FROM counter WHERE name = 'loan') + row_number() OVER (), id, 1 + id % 50000, 1, 1,
            ?1 || 'T10:00:00+07:00', date(?1, '+3 days'), date(?1, '+3 days'), 0
         FROM item WHERE id > (SELECT last FROM counter WHERE name = 'loan') % 400000
           AND NOT EXISTS (SELECT 1 FROM loan WHERE item_id = item.id AND ended IS NULL) LIMIT ?2",
        rusqlite::params![day, many],
    )?;
    conn.execute("UPDATE counter SET last = last + ?1 WHERE name = 'loan'", [many])?;
    Ok(())
}
