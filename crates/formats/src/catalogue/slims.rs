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
//! A bare `rn` is mended only where no correct word can have it:
//!
//! * after `. , ; : ! ? ) " '` or a figure and before a capital letter (`rn` also before a figure or at the end);
//! * between a letter and a capital letter (`BahasarnIndonesia`), unless the word with it is a word (`LearnPress`,
//!   `ModernArt`; the list is [`WORDS_IN_RN`]).
//!
//! A bare `n` is mended only after punctuation and before a capital letter (`areas.nnThis`). Where a cell shows that its
//! line breaks came back as `n` alone, the `r` before an `n` belongs to the word (`dasarnPemrograman`) and stays.

use super::header::Meaning::{self, Angled, IsbnOrIssn, Plain};
use super::row::shorten;
use super::synonyms::Synonyms;
use super::{Dialect, Field, Warning, WarningCode};
use crate::delimited::guard::is_live;

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
    super::header::meaning(dialect, &super::header::fold(name)).map(|(meaning, _)| meaning)
}

/// Words in which `rn` stands at the end by right.
pub(super) const WORDS_IN_RN: &[&str] = &[
    "acorn",
    "adjourn",
    "adorn",
    "auburn",
    "barn",
    "born",
    "bourn",
    "burn",
    "cairn",
    "cavern",
    "churn",
    "concern",
    "corn",
    "darn",
    "discern",
    "earn",
    "eastern",
    "ekstern",
    "extern",
    "fern",
    "forlorn",
    "govern",
    "heartburn",
    "horn",
    "intern",
    "kern",
    "korn",
    "lantern",
    "learn",
    "lorn",
    "modern",
    "morn",
    "mourn",
    "newborn",
    "northern",
    "overturn",
    "pattern",
    "popcorn",
    "postern",
    "postmodern",
    "relearn",
    "return",
    "saturn",
    "scorn",
    "shorn",
    "sojourn",
    "southern",
    "spurn",
    "stern",
    "stubborn",
    "suborn",
    "subaltern",
    "sunburn",
    "sworn",
    "taciturn",
    "tavern",
    "tern",
    "thorn",
    "torn",
    "turn",
    "unicorn",
    "unlearn",
    "urn",
    "warn",
    "western",
    "worn",
    "yarn",
    "yearn",
];

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

/// Puts line breaks back where their remains can't be anything else.
fn scars(text: &str, line_break: char) -> String {
    let letters: Vec<char> = text.chars().collect();
    let only_n = breaks_are_n(&letters);
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let length = written_out(&letters, at).or_else(|| bare(&letters, at, only_n));
        match length {
            Some(length) => {
                if !mended.ends_with(line_break) {
                    mended.push(line_break);
                }
                at += length;
            }
            None => {
                mended.push(letters[at]);
                at += 1;
            }
        }
    }
    mended
}

/// The length of `\n`, `\r\n` and their repetitions, written out with backslashes.
fn written_out(letters: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    while letters.get(at) == Some(&'\\') && matches!(letters.get(at + 1), Some('n' | 'r')) {
        let carriage = letters[at + 1] == 'r';
        // A lone `\r` is no line break, and `C:\new` is a path.
        if carriage && !(letters.get(at + 2) == Some(&'\\') && letters.get(at + 3) == Some(&'n')) {
            break;
        }
        let drive = at >= 2 && letters[at - 1] == ':' && letters[at - 2].is_ascii_alphabetic();
        let lone = at < 3 || !letters[at - 3].is_alphanumeric();
        if drive && lone {
            break;
        }
        at += 2;
    }
    (at > from).then_some(at - from)
}

const ENDS: &[char] = &['.', ',', ';', ':', '!', '?', ')', '"', '\''];

/// Whether the cell's line breaks came back as `n` alone.
fn breaks_are_n(letters: &[char]) -> bool {
    letters
        .windows(3)
        .any(|three| ENDS.contains(&three[0]) && three[1] == 'n' && (three[2] == 'n' || three[2].is_uppercase()))
}

/// The length of a bare `rn` or `n` (and repetitions) that can only be the remains of a line break.
fn bare(letters: &[char], from: usize, only_n: bool) -> Option<usize> {
    let before = *letters.get(from.checked_sub(1)?)?;
    let (mut at, mut carriages) = (from, 0);
    loop {
        match (letters.get(at), letters.get(at + 1)) {
            (Some('r'), Some('n')) if !only_n => {
                carriages += 1;
                at += 2;
            }
            (Some('n'), _) if carriages == 0 => at += 1,
            _ => break,
        }
    }
    let length = at - from;
    if length == 0 {
        return None;
    }
    let after = letters.get(at);
    let capital = after.is_some_and(|letter| letter.is_uppercase());
    let figure = after.is_some_and(char::is_ascii_digit);
    let plain = if ENDS.contains(&before) || before.is_ascii_digit() {
        capital || (carriages > 0 && (figure || after.is_none()))
    } else if before.is_alphabetic() && capital {
        if only_n {
            before == 'r' && length == 1 && !is_word(letters, at)
        } else {
            carriages > 0 && !is_word(letters, at)
        }
    } else {
        false
    };
    plain.then_some(length)
}

/// Whether the letters that end here are a word that ends in `rn` by right.
fn is_word(letters: &[char], end: usize) -> bool {
    let mut start = end;
    while start > 0 && letters[start - 1].is_lowercase() {
        start -= 1;
    }
    if start > 0 && letters[start - 1].is_uppercase() {
        start -= 1;
    }
    let word: String = letters[start..end]
        .iter()
        .flat_map(|letter| letter.to_lowercase())
        .collect();
    WORDS_IN_RN.contains(&word.as_str())
}

/// Takes away the backslashes of old escaping.
fn backslashes(text: &str) -> String {
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
