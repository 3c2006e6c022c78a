//! The JSON that other programs rely on: keys, order and meaning are fixed.

use pustaka_core::catalog::import::{Outcome, Tallied};
use pustaka_core::catalog::record::{ItemRecord, TitleRecord};
use serde::Serialize;

use crate::import::Done;

/// Several files.
#[derive(Serialize)]
pub(super) struct Answers<'a> {
    pub(super) imports: Vec<Answer<'a>>,
}

/// One file. `records` is the sum of blank, imported, unchanged and rejected ones.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    batch: Option<i64>,
    file: &'a str,
    dialect: &'static str,
    encoding: &'a str,
    delimiter: Option<String>,
    records: u64,
    blank: u64,
    imported: u64,
    unchanged: u64,
    rejected: u64,
    titles: Titles,
    items: Items,
    isbn: Isbn,
    warnings: Vec<Warning>,
    rejects: Option<String>,
    #[serde(flatten)]
    dry_run: Option<DryRun<'a>>,
}

#[derive(Serialize)]
struct Titles {
    new: u64,
    matched: u64,
    updated: u64,
}

#[derive(Serialize)]
struct Items {
    new: u64,
    unchanged: u64,
    updated: u64,
    duplicate: u64,
}

#[derive(Serialize)]
struct Isbn {
    valid: u64,
    invalid: u64,
    mended: u64,
}

#[derive(Serialize)]
struct Warning {
    code: &'static str,
    count: u64,
    first: Place,
}

#[derive(Serialize)]
struct Place {
    line: u64,
    column: Option<&'static str>,
}

/// What a dry run shows beside the counts.
#[derive(Serialize)]
struct DryRun<'a> {
    dry_run: bool,
    sheet: Option<&'a str>,
    header_line: Option<u64>,
    columns: Vec<Column<'a>>,
    preview: Vec<Row<'a>>,
    changes: Vec<Change<'a>>,
    rejected_rows: Vec<Rejected<'a>>,
}

#[derive(Serialize)]
struct Column<'a> {
    header: &'a str,
    field: Option<&'static str>,
}

#[derive(Serialize)]
struct Row<'a> {
    line: u64,
    title: &'a TitleRecord,
    items: &'a [ItemRecord],
}

#[derive(Serialize)]
struct Change<'a> {
    line: u64,
    title: &'a str,
    field: &'static str,
    before: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct Rejected<'a> {
    line: u64,
    column: Option<&'a str>,
    code: &'a str,
    reason: &'a str,
}

impl<'a> Answer<'a> {
    pub(super) fn new(done: &'a Done) -> Answer<'a> {
        let Done {
            file, shape, outcome, ..
        } = done;
        Answer {
            batch: outcome.batch,
            file,
            dialect: shape.dialect.as_str(),
            encoding: &shape.encoding,
            delimiter: shape.delimiter.map(|sign| char::from(sign).to_string()),
            records: outcome.records,
            blank: outcome.blank,
            imported: outcome.imported,
            unchanged: outcome.unchanged,
            rejected: outcome.rejected,
            titles: Titles {
                new: outcome.titles.new,
                matched: outcome.titles.matched,
                updated: outcome.titles.updated,
            },
            items: Items {
                new: outcome.items.new,
                unchanged: outcome.items.unchanged,
                updated: outcome.items.updated,
                duplicate: outcome.items.duplicate,
            },
            isbn: Isbn {
                valid: outcome.isbn.valid,
                invalid: outcome.isbn.invalid,
                mended: outcome.isbn.mended,
            },
            warnings: outcome.warnings.iter().map(Warning::new).collect(),
            rejects: done.rejects.as_ref().map(|path| path.display().to_string()),
            dry_run: done.dry_run.then(|| DryRun::new(done, outcome)),
        }
    }
}

impl Warning {
    fn new(tallied: &Tallied) -> Warning {
        Warning {
            code: tallied.first.code,
            count: tallied.count,
            first: Place {
                line: tallied.line,
                column: tallied.first.field.map(|field| field.code()),
            },
        }
    }
}

impl<'a> DryRun<'a> {
    fn new(done: &'a Done, outcome: &'a Outcome) -> DryRun<'a> {
        let columns = done.shape.columns.iter().map(|column| Column {
            header: &column.header,
            field: column.field.map(|field| field.as_str()),
        });
        let rows = outcome.preview.iter().map(|row| Row {
            line: row.line,
            title: &row.title,
            items: &row.items,
        });
        let changes = outcome.changes.iter().map(|change| Change {
            line: change.line,
            title: &change.title,
            field: change.field.code(),
            before: &change.before,
            after: &change.after,
        });
        let rejected = done.rejected.iter().map(|row| Rejected {
            line: row.line,
            column: row.column.as_deref(),
            code: row.code,
            reason: &row.reason,
        });
        DryRun {
            dry_run: true,
            sheet: done.shape.sheet.as_deref(),
            header_line: done.shape.header_line,
            columns: columns.collect(),
            preview: rows.collect(),
            changes: changes.collect(),
            rejected_rows: rejected.collect(),
        }
    }
}
