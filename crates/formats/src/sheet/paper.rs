//! A list that is printed and bound: landscape A4, its heading repeated on every page, ruled, signed at the end.
//!
//! Rows are written as they come, and what was written lies on the disk: memory stays flat whatever their number.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::write::{Cell, ColumnKind, WriteError, clean, format, lines, sheet_name, write_cell};

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperColumn {
    /// Its heading.
    pub heading: String,
    /// What its cells are.
    pub kind: ColumnKind,
    /// How wide it is, in letters.
    pub width: u8,
}

/// A list on its way onto paper.
pub struct Paper {
    book: Workbook,
    formats: Vec<Format>,
    /// How many letters are a line of each column.
    letters: Vec<f64>,
    row: u32,
}

/// The size of letters, in points.
const SIZE: f64 = 9.0;
/// A line of them, in points.
const LINE: f64 = 12.0;

/// How many letters a column holds: widths are measured in letters of 11 points.
fn letters(column: &PaperColumn) -> f64 {
    f64::from(column.width) * 11.0 / SIZE
}

impl Paper {
    /// Begins a list: lines above it (the first is written large) and its columns. `page` is what stands at the foot of
    /// every page before its number.
    ///
    /// # Errors
    /// When no temporary file can be made.
    pub fn begin(name: &str, titles: &[String], columns: &[PaperColumn], page: &str) -> Result<Paper, WriteError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(sheet_name(name))?;
        for (column, at) in columns.iter().zip(0u16..) {
            sheet.set_column_width(at, f64::from(column.width))?;
        }
        let large = Format::new().set_bold().set_font_size(14);
        let mut row = 0;
        for title in titles {
            match row {
                0 => sheet.write_string_with_format(row, 0, clean(title), &large)?,
                _ => sheet.write_string(row, 0, clean(title))?,
            };
            row += 1;
        }
        row += u32::from(row > 0);
        let heading = Format::new()
            .set_bold()
            .set_font_size(SIZE)
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00E8_EEF4))
            .set_border(FormatBorder::Thin);
        let high = columns
            .iter()
            .map(|column| lines(&column.heading, letters(column) * 0.8));
        sheet.set_row_height(row, f64::from(high.max().unwrap_or(1)) * LINE + 4.0)?;
        for (column, at) in columns.iter().zip(0u16..) {
            sheet.write_string_with_format(row, at, clean(&column.heading), &heading)?;
        }
        on_paper(sheet, row, page)?;
        let ruled = |column: &PaperColumn| {
            let format = format(column.kind).set_font_size(SIZE).set_border(FormatBorder::Hair);
            match column.kind {
                ColumnKind::Text => format.set_text_wrap(),
                _ => format,
            }
        };
        Ok(Paper {
            book,
            formats: columns.iter().map(ruled).collect(),
            letters: columns.iter().map(letters).collect(),
            row,
        })
    }

    /// Writes a row, a cell for every column.
    ///
    /// # Errors
    /// When the sheet is full (1,048,576 rows) or the disk is.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), WriteError> {
        self.row += 1;
        let high = cells.iter().zip(&self.letters).map(|(cell, letters)| match cell {
            Cell::Text(text) => lines(text, *letters),
            _ => 1,
        });
        let high = high.max().unwrap_or(1);
        let sheet = self.book.worksheet_from_index(0)?;
        sheet.set_row_height(self.row, f64::from(high) * LINE + 1.0)?;
        for ((cell, format), at) in cells.iter().zip(&self.formats).zip(0u16..) {
            match cell {
                Cell::Empty => {
                    sheet.write_blank(self.row, at, format)?;
                }
                cell => write_cell(sheet, self.row, at, cell, format)?,
            }
        }
        Ok(())
    }

    /// Ends the list with a place to sign, one text at the left and one at the right, and gives the bytes of the file.
    /// Both stand in one row, which no page break parts.
    ///
    /// # Errors
    /// When the list has fewer than eight columns, or the file can't be made.
    pub fn sign(mut self, left: &str, right: &str) -> Result<Vec<u8>, WriteError> {
        let last = u16::try_from(self.formats.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let sheet = self.book.worksheet_from_index(0)?;
        let row = self.row + 2;
        let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let high = left.lines().count().max(right.lines().count());
        sheet.set_row_height(row, high as f64 * 15.0)?;
        sheet.merge_range(row, 1, row, 4.min(last), &clean(left), &wrap)?;
        sheet.merge_range(row, last.saturating_sub(3), row, last, &clean(right), &wrap)?;
        // A height that is set on the last row of a sheet is written twice, which Excel takes for damage.
        sheet.write_blank(row + 1, 0, &Format::new().set_align(FormatAlign::Top))?;
        Ok(self.book.save_to_buffer()?)
    }
}

fn on_paper(sheet: &mut Worksheet, heading: u32, page: &str) -> Result<(), XlsxError> {
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(heading, heading)?;
    sheet.set_freeze_panes(heading + 1, 0)?;
    // `&` begins a command of the footer.
    sheet.set_footer(format!("&L{}&R&P / &N", page.replace('&', "&&")));
    Ok(())
}
