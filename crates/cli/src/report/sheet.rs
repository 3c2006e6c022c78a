//! Workbooks, by the writer of `pustaka_formats`: a sheet for each list of a document, with headings for people.

use std::io::{self, Write};

use pustaka_formats::sheet::{self, ColumnKind, Table, write_workbook};

use super::{Cell, Document, Kind, Report, table};
use crate::lang::Lang;
use crate::visible;

/// Writes the lists of a document as a workbook.
pub(crate) fn write(document: &Document, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let lists = document.reports.iter();
    let tables: Vec<Table> = lists.map(|report| as_table(document, report, lang)).collect();
    // A workbook without a sheet can't be opened.
    if tables.is_empty() {
        return Ok(());
    }
    let book = write_workbook(&tables).map_err(io::Error::other)?;
    out.write_all(&book)
}

fn as_table(document: &Document, report: &Report, lang: Lang) -> Table {
    // What is said below a table stands above a sheet: below its last row nobody looks.
    let above = [&document.heading, &report.title].into_iter().chain(&report.notes);
    let columns = report.columns.iter().map(|column| sheet::Column {
        heading: (column.heading)(lang).to_owned(),
        kind: match column.kind {
            Kind::Integer => ColumnKind::Integer,
            Kind::Rupiah => ColumnKind::Rupiah,
            Kind::Date => ColumnKind::Date,
            // A year or a batch is not grouped, and an exact figure stays as it was computed.
            Kind::Text | Kind::Number | Kind::Exact | Kind::Flag => ColumnKind::Text,
        },
    });
    let rows = report.rows.iter().map(|row| {
        let cells = report.columns.iter().zip(row);
        cells.map(|(column, cell)| as_cell(cell, column.kind, lang)).collect()
    });
    Table {
        sheet: report.key.to_owned(),
        titles: above
            .filter(|text| !text.is_empty())
            .flat_map(|text| text.split('\n'))
            .map(|text| visible(text).into_owned())
            .collect(),
        columns: columns.collect(),
        rows: rows.collect(),
    }
}

fn as_cell(cell: &Cell, kind: Kind, lang: Lang) -> sheet::Cell {
    match (cell, kind) {
        (Cell::Empty, _) => sheet::Cell::Empty,
        (Cell::Integer(number), Kind::Integer | Kind::Rupiah) => sheet::Cell::Integer(*number),
        (Cell::Date(day), Kind::Date) => {
            // Months and days are small and positive.
            sheet::Cell::Date(day.year(), day.month().unsigned_abs(), day.day().unsigned_abs())
        }
        _ => sheet::Cell::Text(table::shown(cell, kind, lang)),
    }
}
