//! Our own export: one row a copy, the columns of the title repeated, read back without loss.
//!
//! Several authors, subjects or item codes stand in one cell, joined by `; `; a semicolon inside a value is written `\;`,
//! a backslash `\\`. Formulas are defused with an apostrophe, which the reader takes away again.

use std::io::{self, Write};

use super::Field;
use crate::delimited::{Style, Writer};

/// Writes our own export.
#[derive(Debug)]
pub struct PustakaWriter<W: Write> {
    out: Writer<W>,
    columns: Vec<Field>,
    row: Vec<String>,
}

impl<W: Write> PustakaWriter<W> {
    /// Begins a file with its header. [`Style::EXCEL`] makes one that Excel opens well; both are read back alike.
    ///
    /// # Errors
    /// When the header can't be written.
    pub fn new(out: W, style: Style) -> io::Result<Self> {
        // A row is one copy, so that a number of copies has no place here.
        let columns: Vec<Field> = Field::all()
            .iter()
            .copied()
            .filter(|field| *field != Field::Copies)
            .collect();
        let mut out = Writer::new(out, Style { defuse: true, ..style })?;
        out.row(columns.iter().map(|field| field.as_str()))?;
        Ok(Self {
            out,
            row: vec![String::new(); columns.len()],
            columns,
        })
    }

    /// Writes one copy, or a title that has none. Fields may come in any order; a field that repeats may come several
    /// times, of any other the last counts. Text is kept as it is, save for blanks at its begin and end.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&mut self, cells: &[(Field, &str)]) -> io::Result<()> {
        for (column, text) in self.columns.iter().zip(&mut self.row) {
            text.clear();
            let mut values = cells
                .iter()
                .filter(|(field, value)| field == column && !value.trim().is_empty());
            if column.repeats() {
                join(values.by_ref().map(|(_, value)| *value), text);
            } else if let Some((_, value)) = values.next_back() {
                text.push_str(value.trim());
            }
        }
        self.out.row(&self.row)
    }

    /// Writes out what is held back, and gives the output back.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self) -> io::Result<W> {
        self.out.finish()
    }
}

/// Parts the values of a cell.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some(escaped @ ('\\' | ';')) => part.push(escaped),
                Some(other) => part.extend(['\\', other]),
                None => part.push('\\'),
            },
            ';' => keep(&mut parts, &mut part),
            _ => part.push(letter),
        }
    }
    keep(&mut parts, &mut part);
    parts
}

fn keep(parts: &mut Vec<String>, part: &mut String) {
    let text = part.trim();
    if !text.is_empty() {
        parts.push(text.to_owned());
    }
    part.clear();
}

/// Joins values into one cell.
fn join<'a>(values: impl Iterator<Item = &'a str>, cell: &mut String) {
    for value in values {
        if !cell.is_empty() {
            cell.push_str("; ");
        }
        for letter in value.trim().chars() {
            if matches!(letter, ';' | '\\') {
                cell.push('\\');
            }
            cell.push(letter);
        }
    }
}
