//! Writes an offline circulation file that Koha reads.

use std::io::{self, Write};

use jiff::civil::DateTime;

use super::{Action, VERSION};

/// Writes an offline circulation file line by line.
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: W,
}

impl<W: Write> Writer<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn new(mut out: W, generator: &str, version: &str) -> io::Result<Self> {
        let (generator, version) = (flat(generator), flat(version));
        writeln!(
            out,
            "Version={VERSION}\tGenerator={generator}\tGeneratorVersion={version}"
        )?;
        Ok(Writer { out })
    }

    /// Writes a line. Tabs and line ends in a code, which no scanner gives, are written as blanks.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn line(&mut self, at: DateTime, action: &Action) -> io::Result<()> {
        let (command, values) = match action {
            Action::Issue { card, barcode } => ("issue", vec![card, barcode]),
            Action::Return { barcode } => ("return", vec![barcode]),
            Action::Payment { card, amount } => ("payment", vec![card, amount]),
        };
        write!(self.out, "{}\t{command}", at.strftime("%Y-%m-%d %H:%M:%S"))?;
        for value in values {
            write!(self.out, "\t{}", flat(value))?;
        }
        writeln!(self.out)
    }

    /// Writes out what is held back, and gives the output back.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

fn flat(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
