//! CSV of a list: RFC 4180 with the column keys as header, or for Excel with headings, `;` and a decimal comma.

use std::io::{self, Write};

use super::{Cell, Document, Kind, table};
use crate::lang::Lang;
use crate::visible;

/// Writes the first list of a document.
pub(crate) fn write(document: &Document, lang: Lang, excel: bool, out: &mut dyn Write) -> io::Result<()> {
    let Some(report) = document.reports.first() else {
        return Ok(());
    };
    let columns = report.columns.iter();
    let header: Vec<&str> = match excel {
        true => columns.map(|column| (column.heading)(lang)).collect(),
        false => columns.map(|column| column.key).collect(),
    };
    record(&header, excel, out)?;
    for row in &report.rows {
        let cells = report.columns.iter().zip(row);
        let cells: Vec<String> = cells
            .map(|(column, cell)| plain(cell, column.kind, lang, excel))
            .collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        record(&cells, excel, out)?;
    }
    Ok(())
}

/// A cell as machines read it: integers bare, days ISO. Excel gets the decimal comma of the reader's language.
fn plain(cell: &Cell, kind: Kind, lang: Lang, excel: bool) -> String {
    match cell {
        Cell::Integer(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Exact(figure) if !excel => visible(figure).into_owned(),
        Cell::Flag(flag) if !excel => flag.to_string(),
        _ => table::shown(cell, kind, lang),
    }
}

/// One record; stands in for the writer of `pustaka_formats::delimited`.
fn record(cells: &[&str], excel: bool, out: &mut dyn Write) -> io::Result<()> {
    let separator = if excel { ";" } else { "," };
    let quoted: Vec<String> = cells
        .iter()
        .map(|cell| match cell.contains([',', ';', '"']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => (*cell).to_owned(),
        })
        .collect();
    write!(out, "{}\r\n", quoted.join(separator))
}
