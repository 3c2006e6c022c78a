//! CSV of a list, by the writer of `pustaka_formats`: RFC 4180 with the column keys as header, or for Excel with
//! headings, `;` and a decimal comma.

use std::io::{self, Write};

use pustaka_formats::delimited::guard::{defuse, excel_guard, is_spoilt_by_excel};
use pustaka_formats::delimited::{Style, Writer};

use super::{Cell, Document, Kind, Report, table};
use crate::lang::Lang;
use crate::visible;

/// Writes the first list of a document.
pub(crate) fn write(document: &Document, lang: Lang, excel: bool, out: &mut dyn Write) -> io::Result<()> {
    let Some(report) = document.reports.first() else {
        return Ok(());
    };
    let mut writer = begin(out, excel)?;
    head(&mut writer, report, lang, excel)?;
    for cells in &report.rows {
        row(&mut writer, report, cells, lang, excel)?;
    }
    writer.finish().map(drop)
}

/// Begins a file.
pub(super) fn begin<W: Write>(out: W, excel: bool) -> io::Result<Writer<W>> {
    // Only text is defused and guarded, and that is done here: a negative number is no formula.
    let style = Style {
        defuse: false,
        guards: false,
        ..if excel { Style::EXCEL } else { Style::PLAIN }
    };
    Writer::new(out, style)
}

/// Writes the header: keys for machines, headings for Excel.
pub(super) fn head<W: Write>(writer: &mut Writer<W>, report: &Report, lang: Lang, excel: bool) -> io::Result<()> {
    let columns = report.columns.iter();
    match excel {
        true => writer.row(columns.map(|column| (column.heading)(lang))),
        false => writer.row(columns.map(|column| column.key)),
    }
}

/// Writes a row.
pub(super) fn row<W: Write>(
    writer: &mut Writer<W>,
    report: &Report,
    cells: &[Cell],
    lang: Lang,
    excel: bool,
) -> io::Result<()> {
    let cells = report.columns.iter().zip(cells);
    writer.row(cells.map(|(column, cell)| match excel {
        true => for_excel(cell, column.kind, lang),
        false => plain(cell, column.kind, lang),
    }))
}

/// A cell as machines read it: integers bare, days ISO, figures with a point.
fn plain(cell: &Cell, kind: Kind, lang: Lang) -> String {
    match cell {
        Cell::Integer(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Exact(figure) => visible(figure).into_owned(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Code(code, _) => defuse(&visible(code)).into_owned(),
        Cell::Kept => String::new(),
        Cell::Empty | Cell::Text(_) | Cell::List(_) => defuse(&table::shown(cell, kind, lang)).into_owned(),
    }
}

/// A cell as Excel keeps it: the decimal comma of the reader's language, leading zeros guarded.
fn for_excel(cell: &Cell, kind: Kind, lang: Lang) -> String {
    match cell {
        Cell::Integer(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Exact(_) | Cell::Flag(_) => table::shown(cell, kind, lang),
        Cell::Empty | Cell::Text(_) | Cell::List(_) | Cell::Code(..) | Cell::Kept => {
            let text = table::shown(cell, kind, lang);
            match is_spoilt_by_excel(&text) {
                true => excel_guard(&text),
                false => defuse(&text).into_owned(),
            }
        }
    }
}
