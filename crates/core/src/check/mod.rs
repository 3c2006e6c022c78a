//! Looking the whole file over: SQLite's own checks, the journal's chain, the tables, and (deep) what the
//! domain takes for granted.
//!
//! A check reads in one view of the file, changes nothing, and answers what it found; an empty list is a sound
//! file. Each finding has a stable code and names the record it is about.

mod calendar;
mod catalog;
mod events;
mod members;
mod reports;
mod store;
mod surveys;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::journal::{self, Head};
use crate::library::{Library, Snapshot, schema};

/// How far a check goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Every page, the journal and the tables: what can be read once from the beginning to the end. Indexes are not held
    /// against their tables.
    Pages,
    /// The file: its pages, references, journal and tables.
    File,
    /// What the records mean, too: numbers, keys, index and vocabulary against the titles.
    Deep,
}

/// One thing that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable code: `journal.changed`, `title.keys` …
    pub code: &'static str,
    /// The record: a barcode, a title's number, the name of a table, or SQLite's own words.
    pub record: String,
}

/// The codes of findings that no query answers.
const LOOKED_FOR: &[&str] = &[
    "sqlite.integrity",
    "sqlite.reference",
    "sqlite.unreadable",
    "schema.missing",
    "schema.differs",
    "schema.foreign",
    "journal.missing",
    "journal.changed",
    "journal.unchained",
    "journal.unreadable",
    "journal.counter",
    "title.keys",
    "title.isbn",
    "index.differs",
    "word.lacks",
    "word.has-no-title",
    "word.count",
    "setting.unknown",
    "setting.value",
    "member.name",
    "member.name-key",
    "calendar.day",
    "calendar.never-open",
    "rule.clash",
    "summary.gap",
    "summary.loans",
    "summary.returns",
    "summary.day",
];

/// The code of every finding that there can be; some come more than once.
pub fn codes() -> impl Iterator<Item = &'static str> {
    let asked = [
        store::INVARIANTS,
        store::CIRCULATION,
        events::INVARIANTS,
        surveys::INVARIANTS,
        reports::INVARIANTS,
    ];
    let asked = asked.into_iter().flatten().map(|invariant| invariant.code);
    LOOKED_FOR.iter().copied().chain(asked)
}

/// So many findings of one code are listed; the rest are counted.
pub const LISTED: u64 = 20;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// At most [`LISTED`] of each code.
    pub findings: Vec<Finding>,
    /// How many there are of each code, listed or not.
    pub counts: BTreeMap<&'static str, u64>,
    /// The journal's head, when its chain is whole.
    pub journal: Option<Head>,
    /// How many rows each table holds.
    pub tables: Vec<(String, u64)>,
}

impl Report {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.counts.is_empty()
    }

    fn add(&mut self, code: &'static str, record: impl Into<String>) {
        debug_assert!(codes().any(|known| known == code), "{code} is not among the codes");
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= LISTED {
            let record = record.into();
            self.findings.push(Finding { code, record });
        }
    }

    /// Takes up that a part of the file can't be read at all; any other failure goes on.
    fn survive(&mut self, part: Result<()>) -> Result<()> {
        match part {
            Err(Error::Damaged(what)) => {
                self.add("sqlite.unreadable", what);
                Ok(())
            }
            other => other,
        }
    }
}

impl Library {
    /// Looks the file over.
    ///
    /// # Errors
    /// Storage errors other than damage, which is a finding.
    pub fn check(&self, depth: Depth) -> Result<Report> {
        self.read(|snapshot| look(snapshot, depth))
    }
}

/// Looks over what a view shows.
pub(crate) fn look(snapshot: &Snapshot<'_>, depth: Depth) -> Result<Report> {
    let mut report = Report::default();
    let conn = snapshot.sql();
    store::take_room(conn)?;
    let parts: &[fn(&Snapshot<'_>, &mut Report) -> Result<()>] = match depth {
        Depth::Pages => &[readable, chain, objects],
        Depth::File | Depth::Deep => &[pages, references, chain, objects],
    };
    for part in parts {
        let looked = part(snapshot, &mut report);
        report.survive(looked)?;
    }
    if depth == Depth::Deep && schema::version(conn)? == schema::NEWEST {
        for invariant in store::INVARIANTS
            .iter()
            .chain(store::CIRCULATION)
            .chain(events::INVARIANTS)
        {
            let looked = store::each_record(conn, invariant.sql, |record| report.add(invariant.code, record));
            report.survive(looked)?;
        }
        for look in [
            catalog::look,
            members::look,
            calendar::look,
            surveys::look,
            reports::look,
        ] {
            let looked = look(conn, &mut report);
            report.survive(looked)?;
        }
    }
    store::give_room_back(conn)?;
    Ok(report)
}

/// SQLite's own look at every page, without holding indexes against their tables.
fn readable(snapshot: &Snapshot<'_>, report: &mut Report) -> Result<()> {
    store::readable(snapshot.sql(), |what| report.add("sqlite.integrity", what))
}

/// SQLite's own look at every page and every constraint, the search index among them.
fn pages(snapshot: &Snapshot<'_>, report: &mut Report) -> Result<()> {
    store::integrity(snapshot.sql(), |what| report.add("sqlite.integrity", what))
}

fn references(snapshot: &Snapshot<'_>, report: &mut Report) -> Result<()> {
    store::references(snapshot.sql(), |what| report.add("sqlite.reference", what))
}

fn chain(snapshot: &Snapshot<'_>, report: &mut Report) -> Result<()> {
    match journal::verify(snapshot)? {
        Ok(head) => report.journal = Some(head),
        Err(broken) => report.add(broken.how.code(), broken.seq.to_string()),
    }
    Ok(())
}

/// Tables, indexes and triggers are those that the steps make, to the letter.
fn objects(snapshot: &Snapshot<'_>, report: &mut Report) -> Result<()> {
    let conn = snapshot.sql();
    let found: BTreeMap<_, _> = schema::objects(conn)?.into_iter().collect();
    let expected: BTreeMap<_, _> = schema::expected(schema::version(conn)?)?.into_iter().collect();
    for (name, sql) in &expected {
        match found.get(name) {
            None => report.add("schema.missing", name),
            Some(other) if other != sql => report.add("schema.differs", name),
            Some(_) => {}
        }
    }
    for name in found.keys().filter(|name| !expected.contains_key(*name)) {
        report.add("schema.foreign", name);
    }
    report.tables = store::tables(conn)?;
    Ok(())
}
