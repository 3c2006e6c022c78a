//! Writes the two files that SLiMS 9.7 reads, so that they come through its import pages whole.
//!
//! All of this was seen in SLiMS 9.7.0 itself, on PHP 8.2 and MariaDB 10.11 in strict mode:
//!
//! * Both pages read with PHP's `fgetcsv`: a backslash before a quote keeps the cell open, to the end of the file. The
//!   bibliography page takes every backslash away afterwards, so one in front of a cell shields it and leaves no trace.
//! * Rows are read in pieces of 102,400 bytes. A piece that ends between two cells breaks the row in two, and SLiMS
//!   stops there without a word: such a row is shifted by a blank or two behind a cell that SLiMS trims.
//! * The bibliography page passes over a row whose first cell is `title`, `item_code` or `member_id`, takes `0` for an
//!   empty cell, and replaces notes of up to 50 bytes by their length; longer ones it wraps in `<div style="height:
//!   250px…">`. Blanks behind short notes save them.
//! * A name longer than its column is cut when it is first met, and not found again: the next title loses it. So names
//!   are cut here. The same holds for characters beyond U+FFFF, which its `utf8` tables turn into `????`.
//! * The item page takes a header row for a copy, and makes a location, a status, a supplier and a collection type of
//!   the headings: its file has none. It can change copies that are there, and stops at the first that is not (it hands
//!   twenty values to a statement of nineteen). So the bibliography goes first, and a copy's title and code are written
//!   exactly as SLiMS stored them.
//! * A cell longer than its column, a price beyond 32 bits or an empty source loses the whole row of a copy, silently.
//! * What can't be indexed (more than 65,535 bytes of codes or names, a code with `'`, a text that begins with
//!   `literal{`, which is run as SQL) is not found in SLiMS's catalogue, and the title after it loses its author,
//!   publisher and place.
//! * Locations, statuses and languages are only looked up: SLiMS can't add one to its list. It tries, though, and then
//!   gives the first such language to every title that has none: whoever calls here leaves unlisted names out.

mod cells;
mod row;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use self::cells::{Cells, Codes};
use super::slims::BIBLIO_NAMES;

/// A title as SLiMS knows it. Empty text: nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SlimsBiblio<'a> {
    /// Title and subtitle.
    pub title: &'a str,
    /// General material designation, as a name.
    pub gmd: &'a str,
    /// Edition.
    pub edition: &'a str,
    /// ISBN or ISSN.
    pub isbn_issn: &'a str,
    /// Publisher.
    pub publisher: &'a str,
    /// Year of publication.
    pub year: &'a str,
    /// Extent.
    pub collation: &'a str,
    /// Series.
    pub series: &'a str,
    /// Call number.
    pub call_number: &'a str,
    /// Language, as a name that SLiMS has (`Indonesia`, `English` …).
    pub language: &'a str,
    /// Place of publication.
    pub place: &'a str,
    /// Classification.
    pub classification: &'a str,
    /// Notes.
    pub notes: &'a str,
    /// File name of the cover.
    pub image: &'a str,
    /// Statement of responsibility.
    pub sor: &'a str,
    /// Authors.
    pub authors: &'a [&'a str],
    /// Subjects.
    pub topics: &'a [&'a str],
    /// Barcodes of the copies.
    pub item_codes: &'a [&'a str],
}

/// A copy as SLiMS knows it. Empty text: nothing. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SlimsItem<'a> {
    /// Barcode.
    pub item_code: &'a str,
    /// Call number on the copy.
    pub call_number: &'a str,
    /// Collection type, as a name.
    pub collection_type: &'a str,
    /// Inventory number.
    pub inventory_code: &'a str,
    /// Date of receipt.
    pub received: &'a str,
    /// Supplier, as a name.
    pub supplier: &'a str,
    /// Order number.
    pub order_number: &'a str,
    /// Location, as a name that SLiMS has.
    pub location: &'a str,
    /// Date of the order.
    pub ordered: &'a str,
    /// Status, as a name that SLiMS has; empty: available.
    pub status: &'a str,
    /// Shelf.
    pub site: &'a str,
    /// How it came.
    pub source: SlimsSource,
    /// Invoice number.
    pub invoice: &'a str,
    /// Price in whole units; nothing and 0 are the same to SLiMS.
    pub price: i64,
    /// Currency.
    pub currency: &'a str,
    /// Date of the invoice.
    pub invoiced: &'a str,
}

/// How a copy came, as SLiMS numbers it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SlimsSource {
    /// Not known.
    #[default]
    Unknown,
    /// Bought.
    Bought,
    /// Given.
    Given,
}

/// What was altered so that SLiMS reads it, or what SLiMS will not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alteration {
    /// The column, by SLiMS's name.
    pub column: &'static str,
    /// The copy it is about, by its place among the copies of the title.
    pub item: Option<usize>,
    /// What it is.
    pub code: AlterationCode,
}

/// Defines the kinds of alteration, each with its stable name.
macro_rules! alterations {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// The kinds of [`Alteration`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum AlterationCode { $($(#[$doc])* $name),+ }

        impl AlterationCode {
            /// Every code, so that a test can demand words for each.
            pub const fn all() -> &'static [Self] {
                &[$(Self::$name),+]
            }

            /// The stable name of the code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

alterations! {
    /// Notes, which SLiMS wraps in an HTML box; short ones were filled up with blanks.
    NotesBox = "slims.notes-box",
    /// Longer than SLiMS's column: cut.
    TooLong = "slims.too-long",
    /// Characters beyond U+FFFF became `�`.
    Beyond = "slims.beyond-bmp",
    /// `<` and `>` became `(` and `)` in a list.
    Angle = "slims.angle",
    /// Backslashes became slashes.
    Backslash = "slims.backslash",
    /// Line breaks became blanks.
    LineBreak = "slims.line-break",
    /// A name that is just `0`: SLiMS takes it for nothing.
    Zero = "slims.zero",
    /// Begins with `literal{`, which SLiMS's index runs as SQL: a blank was put into it.
    Literal = "slims.literal",
    /// More than one author: SLiMS forgets their order.
    AuthorOrder = "slims.author-order",
    /// SLiMS takes the code for that of another copy (without case and accents, its first twenty characters): left out.
    CodeClash = "slims.code-clash",
    /// `'` in a code became `’`: SLiMS can't index the first.
    CodeQuote = "slims.code-quote",
    /// More copies of one title than SLiMS can index: left out.
    Copies = "slims.copies",
    /// A date that isn't there: SLiMS puts the day of the import.
    Date = "slims.date",
    /// A price beyond 2,147,483,647 became 0.
    Price = "slims.price",
    /// A cell of the item file begins like a formula; SLiMS leaves no way to defuse it.
    Formula = "slims.formula",
}

/// What a title became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The line of the file that its first row stands on, or would stand on, counted from 1.
    pub line: u64,
    /// Copies that were written.
    pub copies: u64,
    /// What was altered.
    pub alterations: Vec<Alteration>,
}

/// Writes the bibliography file of SLiMS: 18 columns, UTF-8, every cell quoted, no line breaks inside.
#[derive(Debug)]
pub struct SlimsBiblioWriter<W: Write> {
    out: W,
    codes: Codes,
    line: u64,
}

impl<W: Write> SlimsBiblioWriter<W> {
    /// Begins a file with its header, which SLiMS passes over.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(&row::encode(&BIBLIO_NAMES, 0))?;
        let codes = Codes::default();
        Ok(Self { out, codes, line: 2 })
    }

    /// Writes a title, and says what had to be altered.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&mut self, title: &SlimsBiblio<'_>) -> io::Result<Written> {
        let mut cells = Cells::default();
        let row = cells.biblio(title, &mut self.codes);
        self.out.write_all(&row::encode(&row, 0))?;
        let line = self.line;
        self.line += 1;
        Ok(cells.written(line))
    }

    /// Gives the output back.
    ///
    /// # Errors
    /// When what is held back can't be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Writes the item file of SLiMS: 19 columns, UTF-8, every cell quoted, no line breaks inside, and no header.
#[derive(Debug)]
pub struct SlimsItemWriter<W: Write> {
    out: W,
    codes: Codes,
    line: u64,
}

impl<W: Write> SlimsItemWriter<W> {
    /// Begins a file.
    pub fn new(out: W) -> Self {
        let codes = Codes::default();
        Self { out, codes, line: 1 }
    }

    /// Writes all copies of a title, and says what had to be altered. `title` is the text that
    /// [`SlimsBiblio::title`] had.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&mut self, title: &str, items: &[SlimsItem<'_>]) -> io::Result<Written> {
        // SLiMS only looks the title up: what it costs was said with the bibliography file.
        let title = Cells::default().title(title);
        let mut cells = Cells::default();
        let codes: Vec<&str> = items.iter().map(|item| item.item_code).collect();
        let codes = cells.codes(&codes, &mut self.codes);
        let line = self.line;
        for (at, code) in codes {
            let row = cells.item(at, &items[at], code, &title);
            // The collection type: SLiMS trims it.
            self.out.write_all(&row::encode(&row, 2))?;
            self.line += 1;
        }
        Ok(cells.written(line))
    }

    /// Gives the output back.
    ///
    /// # Errors
    /// When what is held back can't be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}
