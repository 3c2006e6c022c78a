//! What SLiMS writes, and the damage its exports carry.
//!
//! | code | what is seen | what is done |
//! |---|---|---|
//! | `slims.rn-scar` | `\r\n` or `\n` written out, or left as `rn` or `n` when the backslashes were stripped | a line break in notes, a blank elsewhere |
//! | `slims.notes-length` | notes that are a whole number from 1 to 50 | left out: SLiMS 9.7 put the length in place of a short note |
//! | `slims.notes-div` | notes in `<div style="height: 250px…">`, also several times over | unwrapped |
//! | `slims.backslash` | backslashes before a quote, doubled, or at the end | taken away |
//! | `slims.zero` | `0`, `0000`, `0000-00-00` | left out |
//! | `slims.status-column-name` | the status is `item_status_name` | left out |
//! | `slims.list` | `<A><B` without its end | read as far as it goes |
//!
//! Where a bare `rn` or `n` may be mended is told in [`super::scars`].

use super::header::Meaning::{self, Angled, IsbnOrIssn, Plain};
use super::scars::scars;
use super::synonyms::Synonyms;
use super::{Dialect, Field, Warning, WarningCode};
use crate::delimited::guard::is_live;
use crate::table::shorten;

/// The columns of the bibliography export, by position.
pub(super) const BIBLIO_NAMES: [&str; 18] = [
    "title",
    "gmd_name",
    "edition",
    "isbn_issn",
    "publisher_name",
    "publish_year",
    "collation",
    "series_title",
    "call_number",
    "language_name",
    "place_name",
    "classification",
    "notes",
    "image",
    "sor",
    "authors",
    "topics",
    "item_code",
];

/// The columns of the item export, by position.
pub(super) const ITEM_NAMES: [&str; 19] = [
    "item_code",
    "call_number",
    "coll_type_name",
    "inventory_code",
    "received_date",
    "supplier_name",
    "order_no",
    "location_name",
    "order_date",
    "item_status_name",
    "site",
    "source",
    "invoice",
    "price",
    "price_currency",
    "invoice_date",
    "input_date",
    "last_update",
    "title",
];

pub(super) const BIBLIO: Synonyms = &[
    (Plain(Field::Title), "title"),
    (Plain(Field::Medium), "gmdname"),
    (Plain(Field::Edition), "edition"),
    (IsbnOrIssn, "isbnissn"),
    (Plain(Field::Publisher), "publishername"),
    (Plain(Field::Year), "publishyear"),
    (Plain(Field::Extent), "collation"),
    (Plain(Field::Series), "seriestitle"),
    (Plain(Field::CallNumber), "callnumber"),
    (Plain(Field::Language), "languagename"),
    (Plain(Field::Place), "placename"),
    (Plain(Field::Class), "classification"),
    (Plain(Field::Notes), "notes"),
    (Plain(Field::Image), "image"),
    (Plain(Field::Responsibility), "sor"),
    (Angled(Field::Author), "authors"),
    (Angled(Field::Subject), "topics"),
    (Angled(Field::ItemCode), "itemcode"),
];

pub(super) const ITEM: Synonyms = &[
    (Plain(Field::ItemCode), "itemcode"),
    (Plain(Field::ItemCallNumber), "callnumber"),
    (Plain(Field::CollectionType), "colltypename"),
    (Plain(Field::InventoryNumber), "inventorycode"),
    (Plain(Field::Received), "receiveddate"),
    (Plain(Field::Supplier), "suppliername"),
    (Plain(Field::OrderNumber), "orderno"),
    (Plain(Field::Location), "locationname"),
    (Plain(Field::Ordered), "orderdate"),
    (Plain(Field::Status), "itemstatusname"),
    (Plain(Field::Shelf), "site"),
    (Plain(Field::Source), "source"),
    (Plain(Field::InvoiceNumber), "invoice"),
    (Plain(Field::Price), "price"),
    (Plain(Field::Currency), "pricecurrency"),
    (Plain(Field::Invoiced), "invoicedate"),
    (Plain(Field::Title), "title"),
];

/// The canonical headings of a SLiMS dialect.
pub(super) const fn names(dialect: Dialect) -> Option<&'static [&'static str]> {
    match dialect {
        Dialect::SlimsBiblio => Some(&BIBLIO_NAMES),
        Dialect::SlimsItem => Some(&ITEM_NAMES),
        _ => None,
    }
}

/// What a column means by its place.
pub(super) fn by_place(dialect: Dialect, column: usize) -> Option<Meaning> {
    let name = names(dialect)?.get(column)?;
    super::header::meaning(dialect, &crate::table::head::fold(name)).map(|(meaning, _)| meaning)
}

/// Mends one cell; nothing is left of a cell that holds only damage.
pub(super) fn mend(dialect: Dialect, meaning: Meaning, text: &mut String, warnings: &mut Vec<Warning>) -> bool {
    let field = meaning.field();
    let mut warn = |code, found: &str, stored: &str| {
        warnings.push(Warning {
            code,
            field: Some(field),
            found: shorten(found),
            stored: shorten(stored),
        });
    };
    if is_zero(field, text) {
        // How a copy came in is 0 where SLiMS was never told.
        if field == Field::Source {
            return false;
        }
        warn(WarningCode::SlimsZero, text, "");
        return false;
    }
    if dialect == Dialect::SlimsBiblio
        && let Some(bare) = unshielded(text)
    {
        *text = bare.to_owned();
        return true;
    }
    if field == Field::Status && text.eq_ignore_ascii_case("item_status_name") {
        warn(WarningCode::SlimsStatusColumnName, text, "");
        return false;
    }
    if field == Field::Source && dialect == Dialect::SlimsItem {
        match text.as_str() {
            "1" => *text = "bought".into(),
            "2" => *text = "given".into(),
            _ => {}
        }
    }
    if field == Field::Notes {
        if let Some(inner) = unwrap_div(text) {
            warn(WarningCode::SlimsNotesDiv, text, &inner);
            *text = inner;
        }
        if text.len() <= 2 && text.parse::<u8>().is_ok_and(|length| (1..=50).contains(&length)) {
            warn(WarningCode::SlimsNotesLength, text, "");
            return false;
        }
    }
    if memchr::memchr(b'n', text.as_bytes()).is_some() {
        let mended = scars(text, if field == Field::Notes { '\n' } else { ' ' });
        if mended != *text {
            let mended = mended.trim().to_owned();
            warn(WarningCode::SlimsRnScar, text, &mended);
            *text = mended;
        }
    }
    if memchr::memchr(b'\\', text.as_bytes()).is_some() {
        let mended = backslashes(text);
        if mended != *text {
            warn(WarningCode::SlimsBackslash, text, &mended);
            *text = mended;
        }
    }
    !text.is_empty()
}

/// The text behind the backslash that our own file for SLiMS puts before a cell that SLiMS, or a spreadsheet, would
/// misunderstand: `\0`, `\title`, `\=1+1`.
fn unshielded(text: &str) -> Option<&str> {
    let bare = text.strip_prefix('\\')?;
    let shielded = matches!(bare, "0" | "title" | "item_code" | "member_id") || is_live(bare);
    shielded.then_some(bare)
}

fn is_zero(field: Field, text: &str) -> bool {
    let empty_date = text.starts_with("0000-00-00");
    let zero = text == "0" && !matches!(field, Field::Title | Field::Part | Field::ItemCode | Field::Copies);
    empty_date || zero || (field == Field::Year && text == "0000")
}

/// The notes inside the box that SLiMS draws around them on its own screen.
fn unwrap_div(text: &str) -> Option<String> {
    let mut inner = text.trim();
    let mut wrapped = false;
    while let Some(rest) = inner
        .get(..4)
        .filter(|tag| tag.eq_ignore_ascii_case("<div"))
        .map(|_| &inner[4..])
    {
        let Some((attributes, rest)) = rest.split_once('>') else {
            break;
        };
        if !attributes.contains("height: 250px") && !attributes.contains("height:250px") {
            break;
        }
        wrapped = true;
        let rest = rest.trim();
        inner = rest.strip_suffix("</div>").unwrap_or(rest).trim();
    }
    wrapped.then(|| inner.to_owned())
}

/// Takes away the backslashes of old escaping.
pub(crate) fn backslashes(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        if letter == '\\' {
            run += 1;
            continue;
        }
        if run > 0 && !matches!(letter, '"' | '\'') {
            mended.push('\\');
        }
        run = 0;
        mended.push(letter);
    }
    mended
}

/// The values of `<A><B>`, and whether the list is whole.
pub(super) fn angled(text: &str) -> (Vec<&str>, bool) {
    let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let (inner, whole) = match inner {
        Some(inner) => (inner, true),
        None => (text, !text.contains(['<', '>'])),
    };
    let parts = inner
        .split("><")
        .map(|part| part.trim_matches(['<', '>']).trim())
        .filter(|part| !part.is_empty());
    (parts.collect(), whole)
}
