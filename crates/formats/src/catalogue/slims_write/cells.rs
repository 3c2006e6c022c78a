//! The cells of a row: texts made fit for SLiMS, and a note of everything that was altered.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Alteration, AlterationCode, SlimsBiblio, SlimsItem, SlimsSource, Written};
use crate::catalogue::slims::ITEM_NAMES;
use crate::delimited::guard::is_live;

/// SLiMS holds titles, notes and what it indexes in columns of this many bytes.
const TEXT: usize = 65_535;
/// What SLiMS's box puts around the notes.
const NOTES_BOX: usize = "<div style=\"height: 250px; overflow-y: auto;\"></div>".len();
/// Notes up to this many bytes are replaced by their length.
const SHORT_NOTES: usize = 50;
/// Longest item code, in characters.
const CODE: usize = 20;
/// What SLiMS's index puts between the names of a list.
const BETWEEN: usize = " - ".len();
/// SLiMS's index runs the rest of such a text as SQL.
const LITERAL: &str = "literal{";
/// The largest price that SLiMS's column holds.
const LARGEST_PRICE: i64 = 2_147_483_647;
/// First cells by which SLiMS takes a row for a header.
const HEADER_CELLS: [&str; 3] = ["title", "item_code", "member_id"];

/// The codes that SLiMS holds taken: hashes of them as SLiMS compares them, eight bytes a copy, so that a million
/// copies take some twenty MB.
#[derive(Debug, Default)]
pub(super) struct Codes(HashSet<u64>);

impl Codes {
    /// Whether no copy has this code yet (`utf8_unicode_ci`: without case and accents).
    fn take(&mut self, code: &str) -> bool {
        let letters = code.nfkd().filter(|letter| !is_combining_mark(*letter));
        let compared: String = letters.flat_map(char::to_lowercase).collect();
        let mut hasher = DefaultHasher::new();
        compared.hash(&mut hasher);
        self.0.insert(hasher.finish())
    }
}

/// Makes the cells of one title.
#[derive(Debug, Default)]
pub(super) struct Cells {
    alterations: Vec<Alteration>,
    copies: u64,
    /// The copy in hand.
    item: Option<usize>,
}

impl Cells {
    pub(super) fn written(self, line: u64) -> Written {
        Written {
            line,
            copies: self.copies,
            alterations: self.alterations,
        }
    }

    fn altered(&mut self, column: &'static str, code: AlterationCode) {
        let item = self.item;
        let alteration = Alteration { column, item, code };
        // A title may have thousands of copies: only the latest alterations can be of the cell in hand.
        if !self.alterations.iter().rev().take(32).any(|known| *known == alteration) {
            self.alterations.push(alteration);
        }
    }

    /// The cells of a row of the bibliography file.
    pub(super) fn biblio(&mut self, title: &SlimsBiblio<'_>, codes: &mut Codes) -> [String; 18] {
        if title.authors.len() > 1 {
            self.altered("authors", AlterationCode::AuthorOrder);
        }
        let first = self.title(title.title);
        [
            match HEADER_CELLS.contains(&first.as_str()) {
                true => format!("\\{first}"),
                false => shielded(first),
            },
            self.name("gmd_name", title.gmd, 30),
            self.plain("edition", title.edition, 50),
            self.plain("isbn_issn", title.isbn_issn, 32),
            self.name("publisher_name", title.publisher, 100),
            self.plain("publish_year", title.year, 20),
            self.plain("collation", title.collation, 100),
            self.plain("series_title", title.series, 200),
            self.plain("call_number", title.call_number, 50),
            self.name("language_name", title.language, 20),
            self.name("place_name", title.place, 30),
            self.plain("classification", title.classification, 40),
            self.notes(title.notes),
            self.plain("image", title.image, 100),
            self.plain("sor", title.sor, 200),
            self.list("authors", title.authors, 100),
            self.list("topics", title.topics, 50),
            {
                let codes = self.codes(title.item_codes, codes);
                self.copies = codes.len() as u64;
                codes.into_iter().map(|(_, code)| format!("<{code}>")).collect()
            },
        ]
    }

    /// The cells of a row of the item file; `code` and `title` are what the bibliography file said.
    pub(super) fn item(&mut self, at: usize, item: &SlimsItem<'_>, code: String, title: &str) -> [String; 19] {
        self.item = Some(at);
        self.copies += 1;
        let price = match item.price {
            0..=LARGEST_PRICE => item.price,
            _ => {
                self.altered("price", AlterationCode::Price);
                0
            }
        };
        let source = match item.source {
            SlimsSource::Unknown => "0",
            SlimsSource::Bought => "1",
            SlimsSource::Given => "2",
        };
        let cells = [
            code,
            self.text("call_number", item.call_number, 50),
            self.text("coll_type_name", item.collection_type, 30),
            self.text("inventory_code", item.inventory_code, 200),
            self.date("received_date", item.received),
            self.text("supplier_name", item.supplier, 100),
            self.text("order_no", item.order_number, 20),
            self.text("location_name", item.location, 100),
            self.date("order_date", item.ordered),
            self.text("item_status_name", item.status, 30),
            self.text("site", item.site, 50),
            source.to_owned(),
            self.text("invoice", item.invoice, 20),
            price.to_string(),
            self.text("price_currency", item.currency, 10),
            self.date("invoice_date", item.invoiced),
            String::new(),
            String::new(),
            title.to_owned(),
        ];
        if let Some(at) = cells.iter().position(|cell| is_live(cell)) {
            self.altered(ITEM_NAMES[at], AlterationCode::Formula);
        }
        cells
    }

    /// The title as SLiMS stores it. The item page looks it up, so it is never empty.
    pub(super) fn title(&mut self, title: &str) -> String {
        let fitted = self.clean("title", title);
        let fitted = self.cut("title", fitted, TEXT);
        if fitted.is_empty() { "?".to_owned() } else { fitted }
    }

    /// The codes of a title's copies as SLiMS stores them, by their places; without those that it can't take. Both
    /// files must agree on them, so both have them from here.
    pub(super) fn codes(&mut self, codes: &[&str], taken: &mut Codes) -> Vec<(usize, String)> {
        let column = "item_code";
        let mut fitting = Vec::with_capacity(codes.len());
        let mut indexed = 0;
        for (at, code) in codes.iter().enumerate() {
            self.item = Some(at);
            let code = self.unbracketed(column, code);
            let mut code = self.text(column, &code, CODE);
            if code.contains('\'') {
                self.altered(column, AlterationCode::CodeQuote);
                code = code.replace('\'', "\u{2019}");
            }
            indexed += code.len() + BETWEEN;
            if indexed > TEXT {
                self.altered(column, AlterationCode::Copies);
            } else if code.is_empty() || !taken.take(&code) {
                self.altered(column, AlterationCode::CodeClash);
            } else {
                fitting.push((at, code));
            }
        }
        self.item = None;
        fitting
    }

    /// A column of SLiMS's title itself: a backslash is taken away there after it was looked at for `0`.
    fn plain(&mut self, column: &'static str, text: &str, limit: usize) -> String {
        shielded(self.text(column, text, limit))
    }

    /// A column whose text is looked up in a list of SLiMS before backslashes are taken away; blanks are trimmed there.
    fn name(&mut self, column: &'static str, text: &str, limit: usize) -> String {
        let fitted = self.text(column, text, limit);
        if fitted == "0" {
            self.altered(column, AlterationCode::Zero);
        }
        if is_live(&fitted) { format!(" {fitted}") } else { fitted }
    }

    /// Names as one cell, `<A><B>`, not longer than SLiMS can index.
    fn list(&mut self, column: &'static str, names: &[&str], limit: usize) -> String {
        let mut cell = String::new();
        let mut indexed = 0;
        for name in names {
            let name = self.unbracketed(column, name);
            let name = self.text(column, &name, limit);
            indexed += name.len() + BETWEEN;
            if indexed > TEXT {
                self.altered(column, AlterationCode::TooLong);
                break;
            }
            if !name.is_empty() {
                cell.extend(["<", &name, ">"]);
            }
        }
        cell
    }

    /// Notes long enough not to be replaced by their length, and short enough for the box around them.
    fn notes(&mut self, notes: &str) -> String {
        let fitted = self.clean("notes", notes);
        let mut fitted = self.cut("notes", fitted, TEXT - NOTES_BOX);
        if !fitted.is_empty() {
            self.altered("notes", AlterationCode::NotesBox);
            let missing = (SHORT_NOTES + 1).saturating_sub(fitted.len());
            fitted.extend(std::iter::repeat_n(' ', missing));
        }
        shielded(fitted)
    }

    fn date(&mut self, column: &'static str, date: &str) -> String {
        if date.is_empty() {
            self.altered(column, AlterationCode::Date);
        }
        date.to_owned()
    }

    fn unbracketed(&mut self, column: &'static str, name: &str) -> String {
        if name.contains(['<', '>']) {
            self.altered(column, AlterationCode::Angle);
        }
        name.replace('<', "(").replace('>', ")")
    }

    /// A text of at most `limit` characters.
    fn text(&mut self, column: &'static str, text: &str, limit: usize) -> String {
        let mut fitted = self.clean(column, text);
        if let Some((end, _)) = fitted.char_indices().nth(limit) {
            self.altered(column, AlterationCode::TooLong);
            fitted.truncate(end);
        }
        fitted.truncate(fitted.trim_end().len());
        fitted
    }

    /// A text of at most `limit` bytes.
    fn cut(&mut self, column: &'static str, mut text: String, limit: usize) -> String {
        if text.len() > limit {
            self.altered(column, AlterationCode::TooLong);
            let end = (0..=limit).rev().find(|end| text.is_char_boundary(*end));
            text.truncate(end.unwrap_or_default());
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// Without what SLiMS can't read or can't store.
    fn clean(&mut self, column: &'static str, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for letter in text.trim().chars() {
            match letter {
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    self.altered(column, AlterationCode::LineBreak);
                    if !clean.ends_with(' ') {
                        clean.push(' ');
                    }
                }
                '\\' => {
                    self.altered(column, AlterationCode::Backslash);
                    clean.push('/');
                }
                '\0' => {}
                letter if letter > '\u{ffff}' => {
                    self.altered(column, AlterationCode::Beyond);
                    clean.push(char::REPLACEMENT_CHARACTER);
                }
                letter => clean.push(letter),
            }
        }
        let begins = clean.get(..LITERAL.len());
        if begins.is_some_and(|word| word.eq_ignore_ascii_case(LITERAL)) {
            self.altered(column, AlterationCode::Literal);
            clean.insert(LITERAL.len() - 1, ' ');
        }
        clean
    }
}

/// Behind a backslash where SLiMS would take the text for empty, or a spreadsheet for a formula.
fn shielded(text: String) -> String {
    match text == "0" || is_live(&text) {
        true => format!("\\{text}"),
        false => text,
    }
}
