//! Every SQL statement of the checks.

use rusqlite::Connection;

use crate::error::Result;

/// Something that the domain takes for granted, and a query that answers the records for which it does not hold.
pub(super) struct Invariant {
    /// The code of the finding.
    pub(super) code: &'static str,
    /// One column of text.
    pub(super) sql: &'static str,
}

/// What the tables' own constraints can't say, or could not say while somebody had turned them off.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        code: "item.no-title",
        sql: "SELECT barcode FROM item WHERE title_id NOT IN (SELECT id FROM title)",
    },
    Invariant {
        code: "item.barcode-twice",
        sql: "SELECT barcode FROM item NOT INDEXED GROUP BY barcode HAVING count(*) > 1",
    },
    Invariant {
        code: "item.barcode-blanks",
        sql: "SELECT barcode FROM item NOT INDEXED WHERE barcode <> trim(barcode)",
    },
    Invariant {
        code: "title.blank",
        sql: "SELECT id FROM title WHERE trim(title) = ''",
    },
    Invariant {
        code: "title.list",
        sql: "SELECT title.id FROM title, json_each(title.authors) AS one WHERE one.type <> 'text'
              UNION ALL
              SELECT title.id FROM title, json_each(title.subjects) AS one WHERE one.type <> 'text'",
    },
    Invariant {
        code: "counter.behind",
        sql: "SELECT name FROM (
                SELECT 'title' AS name, max(id) AS most FROM title UNION ALL
                SELECT 'item', max(id) FROM item UNION ALL
                SELECT 'batch', max(id) FROM batch UNION ALL
                SELECT 'title', max(end_title) - 1 FROM batch UNION ALL
                SELECT 'item', max(end_item) - 1 FROM batch UNION ALL
                SELECT 'member', max(id) FROM member UNION ALL
                SELECT 'consent', max(id) FROM consent UNION ALL
                SELECT 'closure', max(id) FROM closure UNION ALL
                SELECT 'loan_rule', max(id) FROM loan_rule UNION ALL
                SELECT 'reader_group', max(id) FROM reader_group UNION ALL
                SELECT 'loan', max(id) FROM loan UNION ALL
                SELECT 'hold', max(id) FROM hold UNION ALL
                SELECT 'delivery_round', max(id) FROM delivery_round UNION ALL
                SELECT 'ledger', max(id) FROM ledger
              ) AS used WHERE most > coalesce((SELECT last FROM counter WHERE counter.name = used.name), 0)",
    },
    Invariant {
        code: "member.card-blanks",
        sql: "SELECT card FROM member NOT INDEXED WHERE card GLOB '*[ 	
]*' OR length(card) > 32",
    },
    Invariant {
        code: "member.card-twice",
        sql: "SELECT card FROM member NOT INDEXED WHERE card IS NOT NULL GROUP BY card HAVING count(*) > 1",
    },
    Invariant {
        code: "member.no-type",
        sql: "SELECT id FROM member WHERE member_type NOT IN (SELECT code FROM member_type)",
    },
    Invariant {
        code: "member.half-erased",
        sql: "SELECT id FROM member WHERE erased IS NOT NULL AND coalesce(card, name, name_key, sex, born, phone,
                phone_printed, email, address, village, district, city, postal_code, education, occupation,
                institution, nik_masked, nik_hash, guardian_name, guardian_phone, guardian_relation, blocked, note)
                IS NOT NULL",
    },
    Invariant {
        code: "member.nik-without-key",
        sql: "SELECT id FROM member WHERE (nik_hash IS NULL) <> (nik_masked IS NULL)
                OR (nik_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM nik_key))",
    },
    Invariant {
        code: "consent.twice",
        sql: "SELECT member_id FROM consent NOT INDEXED WHERE withdrawn_at IS NULL
                GROUP BY member_id, kind HAVING count(*) > 1",
    },
    Invariant {
        code: "batch.overlaps",
        sql: "SELECT id FROM (SELECT id, first_title, first_item,
                max(end_title) OVER before AS end_title, max(end_item) OVER before AS end_item
              FROM batch WINDOW before AS (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
              WHERE first_title < end_title OR first_item < end_item",
    },
    Invariant {
        code: "batch.undone-but-there",
        sql: "SELECT batch.id FROM batch WHERE undone IS NOT NULL AND (
                EXISTS (SELECT 1 FROM title WHERE title.id >= first_title AND title.id < end_title) OR
                EXISTS (SELECT 1 FROM item WHERE item.id >= first_item AND item.id < end_item))",
    },
    Invariant {
        code: "index.lacks-title",
        sql: "SELECT id FROM title WHERE id NOT IN (SELECT id FROM title_words_docsize)",
    },
    Invariant {
        code: "index.has-no-title",
        sql: "SELECT id FROM title_words_docsize WHERE id NOT IN (SELECT id FROM title)",
    },
];

/// What circulation takes for granted.
pub(super) const CIRCULATION: &[Invariant] = &[
    Invariant {
        code: "loan.open-twice",
        sql: "SELECT i.barcode FROM loan l NOT INDEXED JOIN item i ON i.id = l.item_id WHERE l.ended IS NULL
              GROUP BY l.item_id HAVING count(*) > 1",
    },
    Invariant {
        code: "loan.open-without-member",
        sql: "SELECT l.id FROM loan l LEFT JOIN member m ON m.id = l.member_id
              WHERE l.ended IS NULL AND (m.id IS NULL OR m.erased IS NOT NULL)",
    },
    Invariant {
        code: "loan.item-lost",
        sql: "SELECT i.barcode FROM loan l JOIN item i ON i.id = l.item_id
              WHERE l.ended IS NULL AND (i.status = 'lost' OR i.status = 'missing')",
    },
    Invariant {
        code: "loan.due-before",
        sql: "SELECT id FROM loan WHERE due < substr(loaned_at, 1, 10)",
    },
    Invariant {
        code: "hold.twice",
        sql: "SELECT min(id) FROM hold NOT INDEXED WHERE ended_at IS NULL GROUP BY member_id, title_id HAVING count(*) > 1",
    },
    Invariant {
        code: "hold.ready-on-loan",
        sql: "SELECT h.id FROM hold h WHERE h.state = 'ready'
              AND EXISTS (SELECT 1 FROM loan l WHERE l.item_id = h.ready_item AND l.ended IS NULL)",
    },
    Invariant {
        code: "hold.ready-twice",
        sql: "SELECT i.barcode FROM hold h NOT INDEXED JOIN item i ON i.id = h.ready_item WHERE h.state = 'ready'
              GROUP BY h.ready_item HAVING count(*) > 1",
    },
    Invariant {
        code: "hold.other-title",
        sql: "SELECT h.id FROM hold h JOIN item i ON i.id = coalesce(h.ready_item, h.item_id)
              WHERE h.ended_at IS NULL AND i.title_id <> h.title_id",
    },
    Invariant {
        code: "hold.other-item",
        sql: "SELECT id FROM hold WHERE state = 'ready' AND item_id IS NOT NULL AND ready_item <> item_id",
    },
    Invariant {
        code: "hold.on-loan",
        sql: "SELECT h.id FROM hold h WHERE h.ended_at IS NULL AND EXISTS (SELECT 1 FROM loan l JOIN item i ON i.id = l.item_id
              WHERE l.member_id = h.member_id AND l.ended IS NULL AND i.title_id = h.title_id)",
    },
    Invariant {
        code: "delivery.not-ready",
        sql: "SELECT d.hold_id FROM delivery d JOIN hold h ON h.id = d.hold_id WHERE d.state = 'planned' AND h.state <> 'ready'",
    },
    Invariant {
        code: "ledger.taken-back-twice",
        sql: "SELECT c.id FROM ledger c JOIN ledger b ON b.of_id = c.id GROUP BY c.id HAVING sum(b.amount) > c.amount",
    },
    Invariant {
        code: "ledger.of-no-charge",
        sql: "SELECT b.id FROM ledger b JOIN ledger c ON c.id = b.of_id WHERE c.kind <> iif(b.kind = 'refund', 'payment', 'charge') OR c.member_id <> b.member_id",
    },
    Invariant {
        code: "ledger.refund-without-credit",
        sql: "SELECT member_id FROM ledger GROUP BY member_id
              HAVING sum(CASE kind WHEN 'refund' THEN amount WHEN 'payment' THEN -amount ELSE 0 END) > 0",
    },
    Invariant {
        code: "history.ledger-of-loan",
        sql: "SELECT g.id FROM ledger g JOIN loan l ON l.id = g.loan_id WHERE l.member_id IS NOT g.member_id",
    },
    Invariant {
        code: "group.blank",
        sql: "SELECT id FROM reader_group WHERE trim(member_type) = ''",
    },
];

/// Every day that the calendars and the seasons of the rules name, with the table that does.
pub(super) fn days(conn: &Connection, mut each: impl FnMut(&str, String)) -> Result<()> {
    for (table, sql) in [
        ("holiday", "SELECT day FROM holiday"),
        ("opening", "SELECT day FROM opening"),
        (
            "closure",
            "SELECT first_day FROM closure UNION ALL SELECT last_day FROM closure",
        ),
        (
            "loan_rule",
            "SELECT season_from FROM loan_rule WHERE season_from IS NOT NULL
             UNION ALL SELECT season_to FROM loan_rule WHERE season_to IS NOT NULL",
        ),
    ] {
        each_record(conn, sql, |day| each(table, day))?;
    }
    Ok(())
}

/// Hands out each record that a query answers.
pub(super) fn each_record(conn: &Connection, sql: &str, mut each: impl FnMut(String)) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(text(row.get_ref(0)?));
    }
    Ok(())
}

/// Hands on every loan: the day it began, and the one it came back on.
pub(super) fn each_loan(conn: &Connection, mut each: impl FnMut(Option<&str>, Option<&str>)) -> Result<()> {
    let sql = "SELECT loaned_at, CASE ended WHEN 'returned' THEN ended_at END FROM loan";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let day = |column| -> Result<Option<&str>> {
            let text = row.get_ref(column)?.as_str_or_null().ok().flatten();
            Ok(text.and_then(|text| text.get(..10)))
        };
        each(day(0)?, day(1)?);
    }
    Ok(())
}

/// Hands on every closed day whose loans are not to be counted again, with its loans and returns.
pub(super) fn each_summary(conn: &Connection, mut each: impl FnMut(&str, [i64; 2])) -> Result<()> {
    let value = |figure: &str| {
        format!(
            "coalesce((SELECT value FROM daily_figure WHERE figure = '{figure}' AND daily_figure.day = summary_day.day), 0)"
        )
    };
    let sql = format!(
        "SELECT day, {}, {} FROM summary_day
         WHERE day NOT IN (SELECT day FROM stale_day WHERE subject = 'loans') ORDER BY day",
        value("loans"),
        value("returns")
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let day: String = row.get(0)?;
        each(&day, [row.get(1)?, row.get(2)?]);
    }
    Ok(())
}

fn text(value: rusqlite::types::ValueRef<'_>) -> String {
    use rusqlite::types::ValueRef;
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Takes 128 MiB for pages while the file is looked over: an index is held against its table row by row, all over the
/// file, and with SQLite's 2 MiB nearly every look would read the disk again.
pub(super) fn take_room(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "cache_size", -131_072)?)
}

/// Takes as much as any other connection again.
pub(super) fn give_room_back(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "cache_size", -2_000)?)
}

/// What SQLite finds in the pages alone; it names each damage in its own words.
pub(super) fn readable(conn: &Connection, mut each: impl FnMut(String)) -> Result<()> {
    each_record(conn, "PRAGMA quick_check(1000)", |what| {
        if what != "ok" {
            each(what);
        }
    })
}

/// What SQLite finds in the pages and indexes; it names each damage in its own words.
pub(super) fn integrity(conn: &Connection, mut each: impl FnMut(String)) -> Result<()> {
    each_record(conn, "PRAGMA integrity_check(1000)", |what| {
        if what != "ok" {
            each(what);
        }
    })
}

/// Rows that refer to what isn't there: `item 12 -> title`.
pub(super) fn references(conn: &Connection, mut each: impl FnMut(String)) -> Result<()> {
    let sql = "SELECT [table] || ' ' || coalesce([rowid], '?') || ' -> ' || parent FROM pragma_foreign_key_check";
    each_record(conn, sql, &mut each)
}

/// How many rows each of the library's own tables holds, in the order of their names.
pub(super) fn tables(conn: &Connection) -> Result<Vec<(String, u64)>> {
    let mut names = Vec::new();
    let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    each_record(conn, sql, |name| names.push(name))?;
    names
        .into_iter()
        .map(|name| {
            let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
            let rows: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
            Ok((name, rows.unsigned_abs()))
        })
        .collect()
}

/// How many words the search index counted in each column of a title.
pub(super) fn indexed_words(conn: &Connection, id: i64) -> Result<Option<Vec<u64>>> {
    use rusqlite::OptionalExtension;
    let mut statement = conn.prepare_cached("SELECT sz FROM title_words_docsize WHERE id = ?1")?;
    let sizes: Option<Vec<u8>> = statement.query_row([id], |row| row.get(0)).optional()?;
    Ok(sizes.map(|sizes| varints(&sizes)))
}

/// SQLite's integers of variable length: seven bits a byte, the highest bit says that more follow.
fn varints(bytes: &[u8]) -> Vec<u64> {
    let mut numbers = Vec::new();
    let mut number = 0;
    for byte in bytes {
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            numbers.push(number);
            number = 0;
        }
    }
    numbers
}

/// The vocabulary as stored, in the order of the words.
pub(super) fn vocabulary(conn: &Connection, mut each: impl FnMut(&str, u32)) -> Result<()> {
    let mut statement = conn.prepare("SELECT word, titles FROM word ORDER BY word")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?, row.get(1)?);
    }
    Ok(())
}

/// The look-up keys stored with each title, and the columns of [`crate::catalog::store::TITLE_COLUMNS`] before them.
pub(super) fn each_title(
    conn: &Connection,
    mut each: impl FnMut(&crate::catalog::StoredTitle, [i64; 2]) -> Result<()>,
) -> Result<()> {
    use crate::catalog::store::{TITLE_COLUMNS, title_from_row};
    let sql = format!("SELECT title_hash, match_hash, {TITLE_COLUMNS} FROM title ORDER BY id");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(&title_from_row(row, 2)?, [row.get(0)?, row.get(1)?])?;
    }
    Ok(())
}

/// Number, name and folded name of every member who has a name.
pub(super) fn each_name(conn: &Connection, mut each: impl FnMut(i64, &str, Option<&str>)) -> Result<()> {
    let mut statement = conn.prepare("SELECT id, name, name_key FROM member WHERE name IS NOT NULL ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        let key = row.get_ref(2)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        each(row.get(0)?, name, key);
    }
    Ok(())
}

/// Every setting as stored.
pub(super) fn settings(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare("SELECT key, value FROM setting ORDER BY key")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
