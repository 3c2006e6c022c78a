//! The annex "Pengolahan data SKM per responden dan per unsur pelayanan", as a workbook and as delimited text: a row a
//! respondent, a column an element, the sums and means below, the legend under them.

use std::io::{self, Write};

use crate::delimited::{Style, Writer};

/// What the annex says; every text is in the reader's language already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annex {
    /// Lines above the table; the first is the title.
    pub titles: Vec<String>,
    /// The heading of the first column.
    pub respondent: String,
    /// The columns: number and name of each element.
    pub elements: Vec<(String, String)>,
    /// The scores of each respondent; 0 is a blank.
    pub rows: Vec<Vec<u8>>,
    /// What stands below: a label, a figure for each element, and one for all together.
    pub sums: Vec<Sum>,
    /// The result in one line: what, and the figure.
    pub results: Vec<(String, String)>,
    /// Tables below, each with its title.
    pub legends: Vec<(String, Vec<Vec<String>>)>,
    /// Sentences at the end.
    pub notes: Vec<String>,
}

/// A line of sums or means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// What it is.
    pub label: String,
    /// A figure for each element, as `3.3133`; empty where nobody answered.
    pub figures: Vec<String>,
    /// The figure for all together, if there is one.
    pub total: Option<String>,
}

/// Writes the annex as delimited text.
///
/// # Errors
/// When it can't be written.
pub fn write_csv<W: Write>(annex: &Annex, out: W, style: Style) -> io::Result<W> {
    let mut rows = Writer::new(out, style)?;
    for title in &annex.titles {
        rows.row([title])?;
    }
    rows.row([""])?;
    let numbers = annex.elements.iter().map(|(number, _)| number.as_str());
    rows.row(std::iter::once(annex.respondent.as_str()).chain(numbers))?;
    let names = annex.elements.iter().map(|(_, name)| name.as_str());
    rows.row(std::iter::once("").chain(names))?;
    for (number, scores) in (1_u64..).zip(&annex.rows) {
        let cells = scores.iter().map(|score| match score {
            0 => String::new(),
            score => score.to_string(),
        });
        rows.row(std::iter::once(number.to_string()).chain(cells))?;
    }
    for sum in &annex.sums {
        let figures = sum.figures.iter().map(String::as_str);
        let total = sum.total.as_deref().into_iter();
        rows.row(std::iter::once(sum.label.as_str()).chain(figures).chain(total))?;
    }
    for (label, figure) in &annex.results {
        rows.row([label, figure])?;
    }
    for (title, table) in &annex.legends {
        rows.row([""])?;
        rows.row([title])?;
        for line in table {
            rows.row(line)?;
        }
    }
    for note in &annex.notes {
        rows.row([note])?;
    }
    rows.finish()
}

#[cfg(feature = "sheets")]
mod sheet {
    use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

    use super::Annex;
    use crate::sheet::WriteError;

    /// The height of the heading with the elements' names, and of lines that run over the whole width.
    const NAMES: f64 = 66.0;

    /// Writes the annex as a workbook: A4, one page wide, its headings on every page.
    ///
    /// # Errors
    /// When it has more respondents than a sheet has rows.
    pub fn write_xlsx(annex: &Annex) -> Result<Vec<u8>, WriteError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name("Pengolahan data")?;
        page(sheet, annex)?;
        let mut row = titles(sheet, annex)?;
        row = matrix(sheet, annex, row)?;
        row = sums(sheet, annex, row)?;
        let row = legends(sheet, annex, row + 1)?;
        let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (row, note) in (row..).zip(&annex.notes) {
            sheet.merge_range(row, 0, row, last(annex), &clean(note), &plain)?;
            sheet.set_row_height(row, 30)?;
        }
        Ok(book.save_to_buffer()?)
    }

    /// The last column: one for the figures of all elements together.
    fn last(annex: &Annex) -> u16 {
        u16::try_from(annex.elements.len() + 1).unwrap_or(u16::MAX)
    }

    fn page(sheet: &mut Worksheet, annex: &Annex) -> Result<(), XlsxError> {
        sheet.set_paper_size(9);
        if annex.elements.len() > 9 {
            sheet.set_landscape();
        }
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer("&C&P / &N");
        sheet.set_column_width(0, 16)?;
        for column in 1..last(annex) {
            sheet.set_column_width(column, 11.5)?;
        }
        sheet.set_column_width(last(annex), 11)?;
        Ok(())
    }

    fn titles(sheet: &mut Worksheet, annex: &Annex) -> Result<u32, XlsxError> {
        let centred = Format::new().set_align(FormatAlign::Center).set_text_wrap();
        let large = centred.clone().set_bold().set_font_size(12);
        let mut row = 0;
        for (at, title) in annex.titles.iter().enumerate() {
            let format = if at == 0 { &large } else { &centred };
            sheet.merge_range(row, 0, row, last(annex), &clean(title), format)?;
            sheet.set_row_height(row, if at == 0 { 34 } else { 16 })?;
            row += 1;
        }
        Ok(row + 1)
    }

    fn boxed() -> Format {
        Format::new()
            .set_font_size(10)
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
    }

    fn matrix(sheet: &mut Worksheet, annex: &Annex, first: u32) -> Result<u32, XlsxError> {
        let heading = boxed()
            .set_bold()
            .set_text_wrap()
            .set_background_color(Color::RGB(0x00E8_EEF4));
        let names = heading.clone().set_font_size(8);
        sheet.merge_range(first, 0, first + 1, 0, &clean(&annex.respondent), &heading)?;
        for (column, (number, name)) in (1_u16..).zip(&annex.elements) {
            sheet.write_string_with_format(first, column, clean(number), &heading)?;
            sheet.write_string_with_format(first + 1, column, clean(name), &names)?;
        }
        sheet.set_row_height(first + 1, NAMES)?;
        sheet.set_repeat_rows(first, first + 1)?;
        sheet.set_freeze_panes(first + 2, 1)?;
        let cell = boxed();
        let mut row = first + 2;
        for (number, scores) in (1_u32..).zip(&annex.rows) {
            sheet.write_number_with_format(row, 0, number, &cell)?;
            for (column, score) in (1_u16..).zip(scores) {
                match score {
                    0 => sheet.write_blank(row, column, &cell)?,
                    score => sheet.write_number_with_format(row, column, *score, &cell)?,
                };
            }
            sheet.set_row_height(row, 15)?;
            row += 1;
        }
        Ok(row)
    }

    fn sums(sheet: &mut Worksheet, annex: &Annex, first: u32) -> Result<u32, XlsxError> {
        let label = boxed().set_bold().set_text_wrap().set_align(FormatAlign::Left);
        let mut row = first;
        for sum in &annex.sums {
            sheet.write_string_with_format(row, 0, clean(&sum.label), &label)?;
            sheet.set_row_height(row, 32)?;
            for (column, figure) in (1_u16..).zip(&sum.figures) {
                write_figure(sheet, row, column, figure, &boxed())?;
            }
            if let Some(total) = &sum.total {
                write_figure(sheet, row, last(annex), total, &boxed().set_bold())?;
            }
            row += 1;
        }
        let result = label.clone().set_background_color(Color::RGB(0x00E8_EEF4));
        for (text, figure) in &annex.results {
            sheet.merge_range(row, 0, row, last(annex) - 1, &clean(text), &result)?;
            write_figure(sheet, row, last(annex), figure, &boxed().set_bold())?;
            sheet.set_row_height(row, 18)?;
            row += 1;
        }
        Ok(row)
    }

    fn legends(sheet: &mut Worksheet, annex: &Annex, first: u32) -> Result<u32, XlsxError> {
        let bold = Format::new().set_bold();
        let mut row = first;
        for (title, table) in &annex.legends {
            sheet.write_string_with_format(row, 0, clean(title), &bold)?;
            row += 1;
            for line in table {
                // The first cell in its column, the second over three, the others over two each.
                let mut column = 0;
                for (at, cell) in line.iter().enumerate() {
                    let width = match at {
                        0 => 1,
                        1 => 3,
                        _ => 2,
                    };
                    let end = (column + width - 1).min(last(annex));
                    let format = boxed().set_align(FormatAlign::Left).set_text_wrap();
                    match end > column {
                        true => drop(sheet.merge_range(row, column, row, end, &clean(cell), &format)?),
                        false => drop(sheet.write_string_with_format(row, column, clean(cell), &format)?),
                    }
                    column += width;
                }
                sheet.set_row_height(row, 17)?;
                row += 1;
            }
            row += 1;
        }
        Ok(row)
    }

    /// A figure as a number that shows as many places as it has; a text where it is none.
    fn write_figure(
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        figure: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let number = figure.parse::<f64>().ok().filter(|number| number.is_finite());
        match number {
            Some(number) => {
                let places = figure.split_once('.').map_or(0, |(_, places)| places.len());
                let shown = match places {
                    0 => "0".to_owned(),
                    places => format!("0.{}", "0".repeat(places)),
                };
                sheet.write_number_with_format(row, column, number, &format.clone().set_num_format(shown))?;
            }
            None => {
                sheet.write_string_with_format(row, column, clean(figure), format)?;
            }
        }
        Ok(())
    }

    /// Without control characters; a text cell is never run as a formula.
    fn clean(text: &str) -> String {
        text.chars()
            .filter(|letter| !letter.is_control() || *letter == '\n')
            .take(32_000)
            .collect()
    }
}

#[cfg(feature = "sheets")]
pub use sheet::write_xlsx;
