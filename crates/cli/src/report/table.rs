//! Tables for people: as wide as the terminal, numbers to the right, every cell harmless.

use std::io::{self, Write};

use comfy_table::{Attribute, Cell as Drawn, CellAlignment, ContentArrangement, Table, presets};

use super::{Cell, Document, Kind, Report};
use crate::lang::Lang;
use crate::visible;
use crate::words::output as words;

/// Writes a document as tables. `width` in columns; `None` where nobody counts them (a pipe, a file).
pub(crate) fn write(
    document: &Document,
    lang: Lang,
    width: Option<u16>,
    bold: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !document.heading.is_empty() {
        lines(&document.heading, out)?;
    }
    for (at, report) in document.reports.iter().enumerate() {
        if at > 0 || !document.heading.is_empty() {
            out.write_all(b"\n")?;
        }
        write_one(report, lang, width, bold, out)?;
    }
    Ok(())
}

fn write_one(report: &Report, lang: Lang, width: Option<u16>, bold: bool, out: &mut dyn Write) -> io::Result<()> {
    if !report.title.is_empty() {
        lines(&report.title, out)?;
    }
    if report.rows.is_empty() {
        // A report without columns is no list that could be empty.
        if report.notes.is_empty() && !report.columns.is_empty() {
            lines(words::nothing(lang), out)?;
        }
    } else {
        let table = draw(report, lang, width, bold);
        for line in table.lines() {
            out.write_all(line.trim_end().as_bytes())?;
            out.write_all(b"\n")?;
        }
    }
    report.notes.iter().try_for_each(|note| lines(note, out))
}

fn draw(report: &Report, lang: Lang, width: Option<u16>, bold: bool) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    match bold {
        true => table.enforce_styling(),
        false => table.force_no_tty(),
    };
    match width {
        Some(width) => table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width.max(20)),
        None => table.set_content_arrangement(ContentArrangement::Disabled),
    };
    table.set_header(report.columns.iter().map(|column| {
        let cell = Drawn::new((column.heading)(lang)).set_alignment(alignment(column.kind));
        if bold {
            cell.add_attribute(Attribute::Bold)
        } else {
            cell
        }
    }));
    for row in &report.rows {
        let cells = report.columns.iter().zip(row);
        table
            .add_row(cells.map(|(column, cell)| {
                Drawn::new(shown(cell, column.kind, lang)).set_alignment(alignment(column.kind))
            }));
    }
    table
}

fn alignment(kind: Kind) -> CellAlignment {
    match kind {
        Kind::Text | Kind::Date | Kind::Flag => CellAlignment::Left,
        Kind::Number | Kind::Integer | Kind::Rupiah | Kind::Exact => CellAlignment::Right,
    }
}

/// A cell as people read it.
pub(crate) fn shown(cell: &Cell, kind: Kind, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Code(_, text) => visible(text).into_owned(),
        Cell::Kept => "–".to_owned(),
        Cell::List(texts) => visible(&texts.join("; ")).into_owned(),
        Cell::Integer(amount) if kind == Kind::Rupiah => lang.rupiah(*amount),
        Cell::Integer(number) if kind == Kind::Integer => lang.count(*number),
        Cell::Integer(number) => number.to_string(),
        Cell::Date(day) => lang.date(*day),
        Cell::Exact(figure) => lang.exact(&visible(figure)),
        Cell::Flag(true) => words::yes(lang).to_owned(),
        Cell::Flag(false) => words::no(lang).to_owned(),
    }
}

/// Writes text of ours that may have several lines; what came from outside into it is harmless.
fn lines(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in text.split('\n') {
        out.write_all(visible(line).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
