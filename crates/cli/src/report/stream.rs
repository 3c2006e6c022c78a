//! A list that is too long to be held at once: its rows are written as they come, as CSV or as JSON.

use std::io::{self, Write};

use pustaka_formats::delimited::Writer;

use super::{Cell, Column, Report, json, text};
use crate::lang::Lang;

/// A list on its way out. Its forms are those of a [`Report`] that is held at once.
pub struct Stream<'o> {
    /// The columns, and no rows.
    list: Report,
    lang: Lang,
    form: Form<'o>,
}

enum Form<'o> {
    Csv {
        writer: Box<Writer<&'o mut dyn Write>>,
        excel: bool,
    },
    Json {
        out: &'o mut dyn Write,
        first: bool,
    },
}

impl<'o> Stream<'o> {
    /// Begins CSV, with `excel` as Excel likes it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn csv(
        out: &'o mut dyn Write,
        columns: impl Into<Vec<Column>>,
        lang: Lang,
        excel: bool,
    ) -> io::Result<Stream<'o>> {
        let list = Report::new("", columns);
        let mut writer = Box::new(text::begin(out, excel)?);
        text::head(&mut writer, &list, lang, excel)?;
        let form = Form::Csv { writer, excel };
        Ok(Stream { list, lang, form })
    }

    /// Begins JSON: what is told of the whole, then the rows under a key.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn json(
        out: &'o mut dyn Write,
        told: &[(&str, serde_json::Value)],
        key: &'static str,
        columns: impl Into<Vec<Column>>,
        lang: Lang,
    ) -> io::Result<Stream<'o>> {
        let list = Report::new(key, columns);
        out.write_all(b"{\n")?;
        for (key, value) in told {
            writeln!(out, "  {}: {},", json::to_line(key), json::to_line(value))?;
        }
        write!(out, "  {}: [", json::to_line(&key))?;
        let form = Form::Json { out, first: true };
        Ok(Stream { list, lang, form })
    }

    /// Writes a row: a cell for each column.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        match &mut self.form {
            Form::Csv { writer, excel } => text::row(writer, &self.list, cells, self.lang, *excel),
            Form::Json { out, first } => {
                out.write_all(if *first { b"\n    " } else { b",\n    " })?;
                *first = false;
                out.write_all(json::row_to_line(&self.list, cells).as_bytes())
            }
        }
    }

    /// Ends the list.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self) -> io::Result<()> {
        match self.form {
            Form::Csv { writer, .. } => writer.finish().map(drop),
            Form::Json { out, first } => out.write_all(if first { b"]\n}\n" } else { b"\n  ]\n}\n" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Document, Kind, write_json, write_text};

    fn heading(_: Lang) -> &'static str {
        "Judul"
    }

    fn columns() -> [Column; 2] {
        [
            Column::new("title", heading, Kind::Text),
            Column::new("copies", heading, Kind::Integer),
        ]
    }

    #[test]
    fn a_stream_says_what_a_list_says() {
        for rows in 0..3_usize {
            let mut report = Report::new("books", columns());
            let cells: Vec<[Cell; 2]> = (0..rows).map(|row| ["=1+1;\u{202e}".into(), row.into()]).collect();
            cells.iter().for_each(|row| report.row(row.clone()));
            let document = Document::from(report).tell("undated", 3);
            for excel in [false, true] {
                let (mut held, mut streamed) = (Vec::new(), Vec::new());
                write_text(&document, Lang::Id, excel, &mut held).expect("written");
                let mut stream = Stream::csv(&mut streamed, columns(), Lang::Id, excel).expect("begun");
                cells.iter().for_each(|row| stream.row(row).expect("written"));
                stream.finish().expect("ended");
                assert_eq!(String::from_utf8_lossy(&held), String::from_utf8_lossy(&streamed));
            }
            let (mut held, mut streamed) = (Vec::new(), Vec::new());
            write_json(&document, &mut held).expect("written");
            let told = [("undated", 3.into())];
            let mut stream = Stream::json(&mut streamed, &told, "books", columns(), Lang::Id).expect("begun");
            cells.iter().for_each(|row| stream.row(row).expect("written"));
            stream.finish().expect("ended");
            let read = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).expect("JSON");
            assert_eq!(read(&held), read(&streamed));
            assert!(!String::from_utf8_lossy(&streamed).contains('\u{202e}'));
        }
    }
}
