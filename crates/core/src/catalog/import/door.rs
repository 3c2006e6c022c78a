//! The door: the cells of a row become a record whose values can't be wrong, or the row is turned away.

use xxhash_rust::xxh3::Xxh3Default;

use super::tally::{Warning, WarningCode};
use crate::catalog::record::{Field, ItemRecord, ItemSource, ItemStatus, TitleRecord};
use crate::values::text::{is_unseen, without_unseen};
use crate::values::{date, isbn, issn, money, year};

/// A row as its reader gives it: text in NFC without blanks around it, empty cells left out.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Line in the file.
    pub line: u64,
    /// The cells, in the order of the file; authors, subjects and item codes may repeat.
    pub cells: Vec<(Field, String)>,
    /// What the reader mended or noticed.
    pub warnings: Vec<Warning>,
}

/// Why a row can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectReason {
    /// Stable code, one of [`RejectReason::CODES`].
    pub code: &'static str,
    /// The field that it is about.
    pub field: Option<Field>,
    /// What stands there.
    pub found: String,
    /// Line in the file.
    pub line: u64,
}

impl RejectReason {
    /// Every code that the catalogue rejects a row with.
    pub const CODES: &'static [&'static str] = &[
        "title.missing",
        "title.unknown",
        "title.ambiguous",
        "item-code.missing",
        "item-code.bad",
        "copies.bad",
        "price.bad",
        "date.bad",
    ];
}

/// A row's record.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) line: u64,
    pub(super) reference: Option<String>,
    pub(super) title: TitleRecord,
    /// What the row says of each of its copies; the barcode is filled in per copy.
    pub(super) item: ItemRecord,
    pub(super) names_status: bool,
    pub(super) barcodes: Vec<String>,
    /// Copies without a barcode of their own.
    pub(super) nameless: u32,
    pub(super) isbn: Option<isbn::Reading>,
}

/// How values are taken.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    /// What can't be read is flagged and kept as a note instead of turning the row away.
    pub(super) lenient: bool,
    /// Rows describe copies only.
    pub(super) copies_only: bool,
}

/// The most copies that one row may stand for; more is a slip of the finger.
const COPIES_AT_MOST: u32 = 999;
/// The longest barcode, in characters.
const BARCODE_AT_MOST: usize = 64;

/// Parses a row.
pub(super) fn open(row: Incoming, manner: Manner, warn: &mut impl FnMut(u64, Warning)) -> Result<Draft, RejectReason> {
    let mut door = Door {
        draft: Draft {
            line: row.line,
            ..Draft::default()
        },
        manner,
        warn,
        copies: None,
    };
    for warning in row.warnings {
        (door.warn)(row.line, warning);
    }
    for (field, text) in row.cells {
        let text = door.seen(field, text);
        if !text.is_empty() {
            door.cell(field, text)?;
        }
    }
    door.close()
}

struct Door<'w, W: FnMut(u64, Warning)> {
    draft: Draft,
    manner: Manner,
    warn: &'w mut W,
    copies: Option<u32>,
}

impl<W: FnMut(u64, Warning)> Door<'_, W> {
    /// The text without what can't be seen. An item code is an identity: with such a sign in it, it is turned away.
    fn seen(&mut self, field: Field, text: String) -> String {
        match without_unseen(&text) {
            Some(seen) if field != Field::ItemCode => {
                self.warn(WarningCode::TextUnseen, field, text, seen.clone());
                seen
            }
            _ => text,
        }
    }

    fn cell(&mut self, field: Field, text: String) -> Result<(), RejectReason> {
        let title = &mut self.draft.title;
        let item = &mut self.draft.item;
        match field {
            Field::TitleRef => self.draft.reference = Some(text),
            Field::Title => title.title = text,
            Field::Part => title.part = Some(text),
            Field::Responsibility => title.responsibility = Some(text),
            Field::Author => title.authors.push(text),
            Field::Edition => title.edition = Some(text),
            Field::Isbn => self.isbn(text),
            Field::Issn => self.issn(text),
            Field::Publisher => title.publisher = Some(text),
            Field::Place => title.place = Some(text),
            Field::Year => {
                let year = year::read(&text);
                (title.year, title.year_printed) = (year.number, year.printed);
            }
            Field::Extent => title.extent = Some(text),
            Field::Series => title.series = Some(text),
            Field::CallNumber => title.call_number = Some(text),
            Field::Class => title.class = Some(text),
            Field::Language => title.language = Some(text),
            Field::Medium => title.medium = Some(text),
            Field::Subject => title.subjects.push(text),
            Field::Notes => title.notes = Some(text),
            Field::Image => title.image = Some(text),
            Field::ItemCode => self.barcode(text)?,
            Field::Copies => self.copies(&text)?,
            Field::InventoryNumber => item.inventory_number = Some(text),
            Field::ItemCallNumber => item.call_number = Some(text),
            Field::CollectionType => item.collection_type = Some(text),
            Field::Location => item.location = Some(text),
            Field::Shelf => item.shelf = Some(text),
            Field::Status => self.status(text),
            Field::Received => self.draft.item.received = self.date(field, text)?,
            Field::Source => self.source(text),
            Field::Supplier => item.supplier = Some(text),
            Field::OrderNumber => item.order_number = Some(text),
            Field::Ordered => self.draft.item.ordered = self.date(field, text)?,
            Field::InvoiceNumber => item.invoice_number = Some(text),
            Field::Invoiced => self.draft.item.invoiced = self.date(field, text)?,
            Field::Price => self.price(text)?,
            Field::Currency => item.currency = currency(text),
            Field::ItemNote => self.note(text),
        }
        Ok(())
    }

    fn close(mut self) -> Result<Draft, RejectReason> {
        if self.draft.title.title.is_empty() && !self.manner.copies_only {
            return Err(self.reject("title.missing", Field::Title, String::new()));
        }
        if self.manner.copies_only && self.draft.barcodes.is_empty() {
            return Err(self.reject("item-code.missing", Field::ItemCode, String::new()));
        }
        let coded = self.draft.barcodes.len();
        let names_copy = self.draft.names_status || self.draft.item != ItemRecord::default();
        match self.copies {
            Some(copies) if coded > 0 => {
                if copies as usize != coded {
                    self.warn(
                        WarningCode::CopiesDiffer,
                        Field::Copies,
                        copies.to_string(),
                        coded.to_string(),
                    );
                }
            }
            Some(copies) => self.draft.nameless = copies,
            None => self.draft.nameless = u32::from(coded == 0 && names_copy),
        }
        if self.draft.nameless + coded as u32 > 1
            && let Some(number) = self.draft.item.inventory_number.clone()
        {
            self.warn(WarningCode::InventoryShared, Field::InventoryNumber, number, "");
        }
        Ok(self.draft)
    }

    fn isbn(&mut self, text: String) {
        let reading = isbn::read(&text);
        let title = &mut self.draft.title;
        match reading {
            isbn::Reading::Empty => return,
            isbn::Reading::Valid(isbn) => {
                title.isbn = Some(isbn.number());
                title.isbn_printed = (isbn.to_string() != text).then_some(text);
            }
            isbn::Reading::Mended(isbn) => {
                title.isbn = Some(isbn.number());
                self.warn(WarningCode::IsbnMended, Field::Isbn, text, isbn.to_string());
            }
            isbn::Reading::Invalid => {
                title.isbn_printed = Some(text.clone());
                self.warn(WarningCode::IsbnInvalid, Field::Isbn, text.clone(), text);
            }
            isbn::Reading::Lost => self.warn(WarningCode::IsbnLost, Field::Isbn, text, ""),
        }
        self.draft.isbn = Some(reading);
    }

    fn issn(&mut self, text: String) {
        match issn::read(&text) {
            issn::Reading::Empty => return,
            issn::Reading::Valid(_) | issn::Reading::Mended(_) => {}
            issn::Reading::Invalid | issn::Reading::Lost => {
                self.warn(WarningCode::IssnInvalid, Field::Issn, text.clone(), text.clone());
            }
        }
        self.draft.title.issn = Some(text);
    }

    fn barcode(&mut self, text: String) -> Result<(), RejectReason> {
        let good = text.chars().count() <= BARCODE_AT_MOST && !text.chars().any(|c| c.is_control() || is_unseen(c));
        if !good {
            return Err(self.reject("item-code.bad", Field::ItemCode, text));
        }
        if self.draft.barcodes.contains(&text) {
            self.warn(WarningCode::ItemRepeated, Field::ItemCode, text, "");
        } else {
            self.draft.barcodes.push(text);
        }
        Ok(())
    }

    fn copies(&mut self, text: &str) -> Result<(), RejectReason> {
        let number = text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let rest = text[number.len()..]
            .trim_start_matches([',', '.'])
            .trim_start_matches('0')
            .trim_start();
        let unit = rest.chars().all(|c| c.is_alphabetic() || c == '.' || c == ' ');
        match number.parse::<u32>() {
            Ok(copies) if unit && copies <= COPIES_AT_MOST => {
                self.copies = Some(copies);
                Ok(())
            }
            _ => Err(self.reject("copies.bad", Field::Copies, text.to_owned())),
        }
    }

    fn date(&mut self, field: Field, text: String) -> Result<Option<String>, RejectReason> {
        match date::read(&text) {
            Ok(date) => Ok(date.map(|date| date.to_string())),
            Err(_) if self.manner.lenient => {
                self.warn(WarningCode::DateUnread, field, text.clone(), "");
                self.note(format!("{}: {text}", field.code()));
                Ok(None)
            }
            Err(_) => Err(self.reject("date.bad", field, text)),
        }
    }

    fn price(&mut self, text: String) -> Result<(), RejectReason> {
        match money::read(&text) {
            Ok(price) => self.draft.item.price = price.map(money::Money::whole),
            Err(_) if self.manner.lenient => {
                self.warn(WarningCode::PriceUnread, Field::Price, text.clone(), "");
                self.note(format!("price: {text}"));
            }
            Err(_) => return Err(self.reject("price.bad", Field::Price, text)),
        }
        Ok(())
    }

    fn status(&mut self, text: String) {
        self.draft.names_status = true;
        match status(&text) {
            Some(status) => self.draft.item.status = status,
            None => {
                self.warn(
                    WarningCode::StatusUnknown,
                    Field::Status,
                    text.clone(),
                    ItemStatus::Available.code(),
                );
                self.note(format!("status: {text}"));
            }
        }
    }

    fn source(&mut self, text: String) {
        match source(&text) {
            Some(source) => self.draft.item.source = source,
            None => {
                self.warn(WarningCode::SourceUnknown, Field::Source, text.clone(), "");
                self.note(format!("source: {text}"));
            }
        }
    }

    fn note(&mut self, text: String) {
        match &mut self.draft.item.note {
            Some(note) => {
                note.push_str("; ");
                note.push_str(&text);
            }
            none => *none = Some(text),
        }
    }

    fn warn(&mut self, code: WarningCode, field: Field, found: impl Into<String>, stored: impl Into<String>) {
        (self.warn)(self.draft.line, Warning::new(code, field, found, stored));
    }

    fn reject(&self, code: &'static str, field: Field, found: String) -> RejectReason {
        RejectReason {
            code,
            field: Some(field),
            found,
            line: self.draft.line,
        }
    }
}

/// The status that a word names, in the words of our own file, SLiMS, INLISLite and Koha; `Some` for what is usual.
fn status(text: &str) -> Option<ItemStatus> {
    let folded = crate::values::text::fold(text);
    Some(match folded.as_str() {
        "available" | "tersedia" | "ada" | "0" | "on loan" | "dipinjam" | "dapat dipinjam" => ItemStatus::Available,
        "nl"
        | "no loan"
        | "not for loan"
        | "tidak dipinjamkan"
        | "tidak dapat dipinjam"
        | "baca di tempat"
        | "referensi"
        | "reference" => ItemStatus::NotForLoan,
        "r" | "repair" | "perbaikan" | "dalam perbaikan" | "rusak" | "damaged" => ItemStatus::Repair,
        "mis" | "missing" | "tidak ditemukan" | "tidak ada" => ItemStatus::Missing,
        "lost" | "hilang" => ItemStatus::Lost,
        "withdrawn" | "weeding" | "disiangi" | "dihapus" | "dikeluarkan" => ItemStatus::Withdrawn,
        _ => return ItemStatus::from_code(text),
    })
}

/// The source that a word or SLiMS's number names; an empty answer for "nothing said".
fn source(text: &str) -> Option<Option<ItemSource>> {
    let folded = crate::values::text::fold(text);
    Some(match folded.as_str() {
        "0" => None,
        "1" | "beli" | "pembelian" | "bought" | "buy" | "purchase" | "dibeli" | "pengadaan" => Some(ItemSource::Bought),
        "2" | "hibah" | "hadiah" | "hadiah hibah" | "given" | "gift" | "sumbangan" | "prize" | "donation" => {
            Some(ItemSource::Given)
        }
        "tukar" | "tukar menukar" | "pertukaran" | "exchange" | "exchanged" => Some(ItemSource::Exchanged),
        "deposit" | "deposited" | "serah simpan" | "wajib serah simpan" | "kckr" => Some(ItemSource::Deposited),
        "made" | "terbitan sendiri" | "dibuat sendiri" => Some(ItemSource::Made),
        _ => return None,
    })
}

/// The currency, none for rupiah in any of its spellings.
fn currency(text: String) -> Option<String> {
    let rupiah = matches!(text.to_ascii_lowercase().as_str(), "rupiah" | "idr" | "rp" | "rp.");
    (!rupiah).then_some(text)
}

/// Hashes of a row's text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digests {
    /// Of what describes the title, to see whether two rows say the same of it.
    pub(super) title: u64,
    /// Of every cell.
    pub(super) row: u64,
}

/// The hashes of a row's cells.
pub(super) fn digests(cells: &[(Field, String)]) -> Digests {
    let (mut title, mut row) = (Xxh3Default::new(), Xxh3Default::new());
    for (field, text) in cells {
        let of_title = *field < Field::ItemCode && *field != Field::TitleRef;
        let hash = if of_title { &mut title } else { &mut row };
        hash.update(&[*field as u8]);
        hash.update(text.as_bytes());
        hash.update(&[0x1e]);
    }
    let title = title.digest();
    row.update(&title.to_le_bytes());
    Digests {
        title,
        row: row.digest(),
    }
}
