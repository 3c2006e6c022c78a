//! Writes the two files that SLiMS 9.7 reads.
//!
//! What its importer does decides what may stand in them: every backslash is stripped, `<` and `>` part the authors, topics
//! and item codes, a line is a record, and a first cell `title` is taken for a header. Notes of up to 50 bytes are replaced
//! by their length, longer ones wrapped in a box: short notes are therefore filled up with blanks, which keeps their words.
//! Columns of its database have a greatest length, and hold no character beyond U+FFFF. Nothing is changed in silence: every
//! row says what was altered.
//!
//! Items must follow their titles: SLiMS finds the title of an item by exact words, and fills in items that came with the
//! bibliography file.

use std::io::{self, Write};

use super::slims::{BIBLIO_NAMES, ITEM_NAMES};

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

/// A copy as SLiMS knows it. Empty text: nothing. Dates are `YYYY-MM-DD`; SLiMS puts the day of the import where they are
/// missing.
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
    /// `1` bought, `2` given; empty is written as `0`.
    pub source: &'a str,
    /// Invoice number.
    pub invoice: &'a str,
    /// Price in whole units.
    pub price: &'a str,
    /// Currency.
    pub currency: &'a str,
    /// Date of the invoice.
    pub invoiced: &'a str,
    /// When the copy was entered, `YYYY-MM-DD HH:MM:SS`.
    pub entered: &'a str,
    /// When it was last changed, `YYYY-MM-DD HH:MM:SS`.
    pub changed: &'a str,
    /// The title, as in the bibliography file.
    pub title: &'a str,
}

/// What was altered so that SLiMS reads it, or can't be kept by SLiMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alteration {
    /// The column, by SLiMS's name.
    pub column: &'static str,
    /// What it is.
    pub code: AlterationCode,
}

/// The kinds of [`Alteration`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AlterationCode {
    /// Line breaks became blanks.
    LineBreak,
    /// Backslashes became slashes.
    Backslash,
    /// `<` and `>` became `(` and `)` in a list.
    Angle,
    /// Characters beyond U+FFFF became `�`.
    Beyond,
    /// Short notes were filled up with blanks, because SLiMS 9.7 replaces notes of up to 50 bytes by their length.
    NotesFilled,
    /// A first cell that SLiMS would take for a header got a capital letter.
    Heading,
    /// The text is longer than SLiMS's column; SLiMS cuts it.
    TooLong,
    /// The row is longer than SLiMS reads at a time (100 KiB); it may be cut there.
    RowTooLong,
    /// The text is `0`; SLiMS takes it for nothing.
    Zero,
}

impl AlterationCode {
    /// Every code, so that a test can demand words for each.
    pub const fn all() -> &'static [Self] {
        &[
            Self::LineBreak,
            Self::Backslash,
            Self::Angle,
            Self::Beyond,
            Self::NotesFilled,
            Self::Heading,
            Self::TooLong,
            Self::RowTooLong,
            Self::Zero,
        ]
    }

    /// The stable name of the code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LineBreak => "slims.line-break",
            Self::Backslash => "slims.backslash",
            Self::Angle => "slims.angle",
            Self::Beyond => "slims.beyond-bmp",
            Self::NotesFilled => "slims.notes-filled",
            Self::Heading => "slims.heading",
            Self::TooLong => "slims.too-long",
            Self::RowTooLong => "slims.row-too-long",
            Self::Zero => "slims.zero",
        }
    }
}

/// The greatest length of the columns of the bibliography file, in characters; of a list, of each value. 0: none.
const BIBLIO_LIMITS: [usize; 18] = [
    0, 30, 50, 32, 100, 20, 50, 200, 50, 20, 30, 40, 0, 100, 200, 100, 50, 20,
];
/// The same of the item file.
const ITEM_LIMITS: [usize; 19] = [
    20, 50, 30, 200, 10, 100, 20, 100, 10, 30, 50, 1, 20, 0, 10, 10, 19, 19, 0,
];
/// SLiMS replaces notes of up to so many bytes.
const SHORT_NOTES: usize = 50;
/// So many bytes of a line are read at a time.
const LINE: usize = 100 * 1024;

/// A file of one of the two kinds.
#[derive(Debug)]
struct Sheet<W: Write> {
    out: W,
    line: String,
    names: &'static [&'static str],
    limits: &'static [usize],
    alterations: Vec<Alteration>,
    column: usize,
}

impl<W: Write> Sheet<W> {
    fn new(out: W, names: &'static [&'static str], limits: &'static [usize]) -> io::Result<Self> {
        let mut sheet = Self {
            out,
            line: String::new(),
            names,
            limits,
            alterations: Vec::new(),
            column: 0,
        };
        for name in names {
            sheet.quoted(name);
        }
        sheet.end()?;
        Ok(sheet)
    }

    fn altered(&mut self, code: AlterationCode) {
        let alteration = Alteration {
            column: self.names[self.column.min(self.names.len() - 1)],
            code,
        };
        if !self.alterations.contains(&alteration) {
            self.alterations.push(alteration);
        }
    }

    /// The text as SLiMS keeps it.
    fn clean(&mut self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for letter in text.trim().chars() {
            match letter {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => {
                    if !clean.ends_with(' ') {
                        clean.push(' ');
                    }
                    self.altered(AlterationCode::LineBreak);
                }
                '\\' => {
                    clean.push('/');
                    self.altered(AlterationCode::Backslash);
                }
                '\0' => {}
                letter if letter > '\u{ffff}' => {
                    clean.push(char::REPLACEMENT_CHARACTER);
                    self.altered(AlterationCode::Beyond);
                }
                letter => clean.push(letter),
            }
        }
        let limit = self.limits.get(self.column).copied().unwrap_or_default();
        if limit > 0 && clean.chars().count() > limit {
            self.altered(AlterationCode::TooLong);
        }
        if clean == "0" && !matches!(self.names[self.column], "source" | "price") {
            self.altered(AlterationCode::Zero);
        }
        clean
    }

    fn cell(&mut self, text: &str) {
        let clean = self.clean(text);
        self.quoted(&clean);
    }

    fn list(&mut self, values: &[&str]) {
        let mut list = String::new();
        for value in values.iter().filter(|value| !value.trim().is_empty()) {
            let mut clean = self.clean(value);
            if clean.contains(['<', '>']) {
                clean = clean.replace('<', "(").replace('>', ")");
                self.altered(AlterationCode::Angle);
            }
            list.push('<');
            list.push_str(&clean);
            list.push('>');
        }
        self.quoted(&list);
    }

    /// The first cell of a row.
    fn first(&mut self, text: &str) {
        let mut clean = self.clean(text);
        if matches!(clean.as_str(), "title" | "item_code" | "member_id") {
            clean[..1].make_ascii_uppercase();
            self.altered(AlterationCode::Heading);
        }
        self.quoted(&clean);
    }

    fn notes(&mut self, text: &str) {
        let mut clean = self.clean(text);
        if !clean.is_empty() && clean.len() <= SHORT_NOTES {
            clean.extend(std::iter::repeat_n(' ', SHORT_NOTES + 1 - clean.len()));
            self.altered(AlterationCode::NotesFilled);
        }
        self.quoted(&clean);
    }

    /// A cell between quotes, its own quotes doubled.
    fn quoted(&mut self, text: &str) {
        if self.column > 0 {
            self.line.push(',');
        }
        self.line.push('"');
        self.line.push_str(&text.replace('"', "\"\""));
        self.line.push('"');
        self.column += 1;
    }

    fn end(&mut self) -> io::Result<Vec<Alteration>> {
        if self.line.len() >= LINE {
            self.altered(AlterationCode::RowTooLong);
        }
        self.line.push('\n');
        self.out.write_all(self.line.as_bytes())?;
        self.line.clear();
        self.column = 0;
        Ok(std::mem::take(&mut self.alterations))
    }
}

/// Writes the bibliography file of SLiMS: 18 columns, UTF-8, every cell quoted, no line breaks inside.
#[derive(Debug)]
pub struct SlimsBiblioWriter<W: Write>(Sheet<W>);

impl<W: Write> SlimsBiblioWriter<W> {
    /// Begins a file with its header, which SLiMS passes over.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn new(out: W) -> io::Result<Self> {
        Ok(Self(Sheet::new(out, &BIBLIO_NAMES, &BIBLIO_LIMITS)?))
    }

    /// Writes a title, and says what had to be altered.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&mut self, title: &SlimsBiblio<'_>) -> io::Result<Vec<Alteration>> {
        let sheet = &mut self.0;
        sheet.first(title.title);
        for text in [
            title.gmd,
            title.edition,
            title.isbn_issn,
            title.publisher,
            title.year,
            title.collation,
            title.series,
            title.call_number,
            title.language,
            title.place,
            title.classification,
        ] {
            sheet.cell(text);
        }
        sheet.notes(title.notes);
        sheet.cell(title.image);
        sheet.cell(title.sor);
        sheet.list(title.authors);
        sheet.list(title.topics);
        sheet.list(title.item_codes);
        sheet.end()
    }

    /// Gives the output back.
    ///
    /// # Errors
    /// When what is held back can't be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.0.out.flush()?;
        Ok(self.0.out)
    }
}

/// Writes the item file of SLiMS: 19 columns, UTF-8, every cell quoted, no line breaks inside.
#[derive(Debug)]
pub struct SlimsItemWriter<W: Write>(Sheet<W>);

impl<W: Write> SlimsItemWriter<W> {
    /// Begins a file with its header; SLiMS finds no title for it and passes over it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn new(out: W) -> io::Result<Self> {
        Ok(Self(Sheet::new(out, &ITEM_NAMES, &ITEM_LIMITS)?))
    }

    /// Writes a copy, and says what had to be altered.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&mut self, item: &SlimsItem<'_>) -> io::Result<Vec<Alteration>> {
        let sheet = &mut self.0;
        sheet.first(item.item_code);
        for text in [
            item.call_number,
            item.collection_type,
            item.inventory_code,
            item.received,
            item.supplier,
            item.order_number,
            item.location,
            item.ordered,
            item.status,
            item.site,
        ] {
            sheet.cell(text);
        }
        sheet.cell(if item.source.is_empty() { "0" } else { item.source });
        for text in [
            item.invoice,
            item.price,
            item.currency,
            item.invoiced,
            item.entered,
            item.changed,
        ] {
            sheet.cell(text);
        }
        let title = if matches!(item.title, "title" | "item_code" | "member_id") {
            let mut title = item.title.to_owned();
            title[..1].make_ascii_uppercase();
            title
        } else {
            item.title.to_owned()
        };
        sheet.cell(&title);
        sheet.end()
    }

    /// Gives the output back.
    ///
    /// # Errors
    /// When what is held back can't be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.0.out.flush()?;
        Ok(self.0.out)
    }
}
