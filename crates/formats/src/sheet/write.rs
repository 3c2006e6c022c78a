//! Writes reports as an `.xlsx` workbook.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text, never taken for a formula or a number.
    Text,
    /// A whole number.
    Integer,
    /// Whole rupiah.
    Rupiah,
    /// A date.
    Date,
}

/// A column of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What its cells are.
    pub kind: ColumnKind,
}

/// A cell of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A whole number, or whole rupiah.
    Integer(i64),
    /// Year, month, day.
    Date(i16, u8, u8),
}

/// A report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet; cut and cleaned as Excel demands.
    pub sheet: String,
    /// Lines above the table; the first is written large.
    pub titles: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// The report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook can't be written: {0}")]
pub struct WriteError(#[from] XlsxError);

/// The largest whole number that a spreadsheet keeps exactly.
const EXACT: i64 = 999_999_999_999_999;
/// The longest text of a cell.
const LONGEST: usize = 32_767;

/// Writes the report and gives the bytes of the file.
///
/// # Errors
/// When the report has more rows or columns than a sheet can hold.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>, WriteError> {
    write_workbook(std::slice::from_ref(table))
}

/// Writes each report onto a sheet of its own, in this order, and gives the bytes of the file.
///
/// # Errors
/// When a report has more rows or columns than a sheet can hold, or two sheets have one name.
pub fn write_workbook(tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    for table in tables {
        write_sheet(book.add_worksheet(), table)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write_sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(&table.sheet))?;
    let large = Format::new().set_bold().set_font_size(14);
    let widths = widths(table);
    let mut row = 0;
    for (index, title) in table.titles.iter().enumerate() {
        if index == 0 {
            sheet.write_string_with_format(row, 0, clean(title), &large)?;
        } else {
            write_explanation(sheet, row, title, &widths)?;
        }
        row += 1;
    }
    if !table.titles.is_empty() {
        row += 1;
    }
    write_headings(sheet, row, &table.columns, &widths)?;
    let formats: Vec<Format> = table.columns.iter().map(|column| format(column.kind)).collect();
    for cells in &table.rows {
        row += 1;
        for (column, cell) in (0u16..).zip(cells) {
            let format = formats.get(usize::from(column)).cloned().unwrap_or_default();
            write_cell(sheet, row, column, cell, &format)?;
        }
    }
    Ok(())
}

/// Writes a line above the table as wide as the table, so that it is read whole and prints within it.
fn write_explanation(sheet: &mut Worksheet, row: u32, text: &str, widths: &[f64]) -> Result<(), XlsxError> {
    let text = clean(text);
    let letters: f64 = widths.iter().sum();
    let lines = lines(&text, letters);
    let Some(last) = u16::try_from(widths.len())
        .ok()
        .filter(|columns| lines > 1 && *columns > 1)
    else {
        sheet.write_string(row, 0, text)?;
        return Ok(());
    };
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.merge_range(row, 0, row, last - 1, &text, &wrap)?;
    sheet.set_row_height(row, f64::from(lines) * LINE)?;
    Ok(())
}

/// A line, in points.
const LINE: f64 = 15.0;

/// On how many lines a text stands where so many letters are a line. Words are not broken, so that a line is rarely full.
/// Programs other than Excel don't fit the height of a row themselves.
pub(super) fn lines(text: &str, letters: f64) -> u32 {
    let letters = (letters * 0.9).max(1.0);
    let of_line = |line: &str| (line.chars().count() as f64 / letters).ceil().max(1.0) as u32;
    text.lines().map(of_line).sum::<u32>().clamp(1, 20)
}

/// How wide the columns are, in letters: a column of texts as wide as they need, within bounds; where none stands in it
/// yet, as wide as most need.
fn widths(table: &Table) -> Vec<f64> {
    let text = |at: usize, heading: &str| {
        let texts = table.rows.iter().filter_map(|row| match row.get(at) {
            Some(Cell::Text(text)) => Some(text.chars().count()),
            _ => None,
        });
        let longest = texts
            .max()
            .map_or(MOST, |longest| longest.max(heading.chars().count()) + 2);
        longest.clamp(8, MOST) as f64
    };
    let columns = table.columns.iter().enumerate();
    let width = |(at, column): (usize, &Column)| match column.kind {
        ColumnKind::Text => text(at, &column.heading),
        ColumnKind::Integer => 12.0,
        ColumnKind::Rupiah => 16.0,
        ColumnKind::Date => 13.0,
    };
    columns.map(width).collect()
}

/// The widest that a column of texts is made.
const MOST: usize = 28;

fn write_headings(sheet: &mut Worksheet, row: u32, columns: &[Column], widths: &[f64]) -> Result<(), XlsxError> {
    let bold = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00E8_EEF4))
        .set_border_bottom(FormatBorder::Thin);
    for ((number, column), width) in (0u16..).zip(columns).zip(widths) {
        sheet.write_string_with_format(row, number, clean(&column.heading), &bold)?;
        sheet.set_column_width(number, *width)?;
    }
    let lines = columns
        .iter()
        .zip(widths)
        .map(|(column, width)| lines(&column.heading, *width));
    sheet.set_row_height(row, f64::from(lines.max().unwrap_or(1)) * LINE)?;
    sheet.set_freeze_panes(row + 1, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_repeat_rows(row, row)?;
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

pub(super) fn format(kind: ColumnKind) -> Format {
    match kind {
        // The text format keeps figures as they are, leading zeros included.
        ColumnKind::Text => Format::new().set_num_format("@").set_align(FormatAlign::Top),
        ColumnKind::Integer => Format::new().set_num_format("#,##0").set_align(FormatAlign::Top),
        ColumnKind::Rupiah => Format::new().set_num_format("\"Rp\" #,##0").set_align(FormatAlign::Top),
        ColumnKind::Date => Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top),
    }
}

pub(super) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, clean(text), format)?;
        }
        Cell::Integer(number) if number.abs() <= EXACT => {
            sheet.write_number_with_format(row, column, *number as f64, format)?;
        }
        // A spreadsheet would round it: written as text.
        Cell::Integer(number) => {
            sheet.write_string_with_format(row, column, number.to_string(), format)?;
        }
        Cell::Date(year, month, day) => {
            match u16::try_from(*year)
                .ok()
                .and_then(|year| ExcelDateTime::from_ymd(year, *month, *day).ok())
            {
                Some(date) => {
                    sheet.write_datetime_with_format(row, column, &date, format)?;
                }
                // Before 1900 and after 9999 a spreadsheet has no dates.
                None => {
                    sheet.write_string_with_format(row, column, format!("{year:04}-{month:02}-{day:02}"), format)?;
                }
            }
        }
    }
    Ok(())
}

/// The text without what a workbook can't hold: control characters, and more than 32,767 characters. Text cells are never
/// run as formulas, whatever they begin with.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .take(LONGEST)
        .collect()
}

/// Excel allows 31 characters and none of `[ ] : * ? / \`, and no apostrophe at either end.
pub(super) fn sheet_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|letter| !letter.is_control())
        .map(|letter| if "[]:*?/\\".contains(letter) { '-' } else { letter })
        .take(31)
        .collect();
    let name = name.trim_matches(['\'', ' ']);
    if name.is_empty() {
        "Sheet1".to_owned()
    } else {
        name.to_owned()
    }
}
