//! No statement of the counter reads a table from end to end: a checkout costs the same with five million past loans
//! (performance.md).

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::action::Action;
use super::room::Room;

/// Tables that hold a few rows in any library.
const SMALL: &[&str] = &["closed_weekday", "loan_rule", "json_each", "CONSTANT ROW"];

/// What an action asks of SQLite.
fn statements(room: &mut Room, action: &Action) -> BTreeSet<String> {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let into = Arc::clone(&seen);
    let note = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            into.lock().expect("a list").insert(statement.sql().to_string());
        }
    };
    room.conn
        .trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note))
        .expect("watched");
    room.act(action);
    room.conn
        .trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>)
        .expect("no longer watched");
    let seen = seen.lock().expect("a list");
    seen.clone()
}

/// The steps of a statement that read a table from end to end.
fn scans(room: &Room, sql: &str) -> Vec<String> {
    // Names of inner statements, settings, and the last row by its number.
    if sql.starts_with("--") || sql.starts_with("PRAGMA") || sql.ends_with("ORDER BY seq DESC LIMIT 1") {
        return Vec::new();
    }
    let mut plan = room.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
    for parameter in 1..=plan.parameter_count() {
        plan.raw_bind_parameter(parameter, 1).expect("bound");
    }
    let mut rows = plan.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next().expect(sql) {
        let step: String = row.get(3).expect("a step");
        let whole = step.starts_with("SCAN") && !SMALL.iter().any(|small| step.contains(small));
        if whole {
            found.push(format!("{step}: {sql}"));
        }
    }
    found
}

#[test]
fn nothing_at_the_desk_reads_a_whole_table() {
    let mut room = Room::new();
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<String>>();
    let checkout = |card: &str, items: &[&str]| Action::Checkout {
        card: card.to_owned(),
        items: list(items),
        over: Vec::new(),
        all_or_none: false,
        due: None,
    };
    let hold = |card: &str, title| Action::Hold {
        card: card.to_owned(),
        wanted: Ok(title),
        over: Vec::new(),
    };
    let give_back = |item: &str| Action::Return {
        items: list(&[item]),
        in_house: true,
        to_repair: false,
    };
    let actions = [
        checkout("A1", &["B21", "B11"]),
        checkout("A1", &["B21"]),
        hold("A2", 2),
        hold("K1", 1),
        checkout("A3", &["B12"]),
        Action::RenewItems(list(&["B11"]), Vec::new()),
        Action::RenewAll("A1".to_owned(), Vec::new()),
        Action::Days(12),
        give_back("B21"),
        give_back("B21"),
        checkout("A2", &["B21"]),
        Action::Undo,
        Action::Pay("A1".to_owned(), 500),
        Action::Waive(1, None),
        Action::Lost("B11".to_owned(), None),
        Action::Found("B11".to_owned()),
        Action::Cancel(1),
    ];
    let mut seen = 0;
    for action in &actions {
        let statements = statements(&mut room, action);
        assert!(
            matches!(action, Action::Days(_)) || !statements.is_empty(),
            "{action:?}"
        );
        seen += statements.len();
        let found: Vec<String> = statements.iter().flat_map(|sql| scans(&room, sql)).collect();
        assert!(found.is_empty(), "{action:?}\n{}", found.join("\n"));
    }
    assert!(seen > 100, "{seen}");
    let whole = scans(&room, "SELECT count(*) FROM loan WHERE loaned_at = ?1");
    assert_eq!(whole.len(), 1, "a scan would be seen");
}
