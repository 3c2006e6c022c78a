//! Who wants to come to an event: answers to a Google form, exports of Bevy and Eventbrite, or any list with names.
//!
//! What such files do to people is mended here: the number of the queue before the name, the payer's telephone and mail
//! beside the child's name, moments in the time of another country.

mod moment;
mod person;
mod synonyms;

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::DateTime;

pub use synonyms::KEYS;

use self::moment::Order;
use crate::list::{self, Options, Row};
use crate::table::head::fold;
use crate::table::{FileError, Reject};

/// Where a list comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Answers to a Google form: the moment stands first.
    GoogleForms,
    /// Bevy: *Paid by (name)*, moments in UTC.
    Bevy,
    /// Eventbrite: orders with buyers.
    Eventbrite,
    /// Any list with names.
    Generic,
}

impl Dialect {
    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Dialect::GoogleForms => "google-forms",
            Dialect::Bevy => "bevy",
            Dialect::Eventbrite => "eventbrite",
            Dialect::Generic => "generic",
        }
    }
}

/// Somebody on the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendee {
    /// The line of the file.
    pub line: u64,
    /// Member's card.
    pub card: Option<String>,
    /// The name, without a number of the queue.
    pub name: Option<String>,
    /// Telephone as written.
    pub phone: Option<String>,
    /// Mail as written.
    pub email: Option<String>,
    /// Whose telephone and mail these are, when somebody else paid or filled the form in.
    pub contact_of: Option<String>,
    /// Birth date or year as written.
    pub born: Option<String>,
    /// Sex as written.
    pub sex: Option<String>,
    /// District.
    pub district: Option<String>,
    /// School, employer, community.
    pub institution: Option<String>,
    /// Heads, of a group; as written.
    pub heads: Option<String>,
    /// What the person needs to take part.
    pub needs: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// When they asked, in western Indonesian time.
    pub asked_at: Option<DateTime>,
    /// By what the row is known when the file comes again.
    pub source_key: String,
    /// The file says that they will not come.
    pub cancelled: bool,
    /// What was mended: stable codes.
    pub mended: Vec<&'static str>,
    /// The cells as the file has them.
    pub original: Vec<String>,
}

/// A list as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Where it comes from.
    pub dialect: Dialect,
    /// How it was read.
    pub shape: list::Shape,
    /// Wholly blank rows.
    pub blank: u64,
    /// Rows that could be read, in the order of the file.
    pub people: Vec<Attendee>,
    /// Rows that could not.
    pub bad: Vec<Reject>,
}

/// Reads a list.
///
/// # Errors
/// [`FileError`].
pub fn open(path: &Path, options: &Options) -> Result<List, FileError> {
    read(|needs| list::List::open(path, KEYS, needs, options))
}

/// Reads a list that is already in memory.
///
/// # Errors
/// [`FileError`].
pub fn from_bytes(bytes: &[u8], options: &Options) -> Result<List, FileError> {
    read(|needs| list::List::from_bytes(bytes.to_vec(), KEYS, needs, options))
}

/// A list needs names: whole ones, or in two parts.
fn read(open: impl Fn(&'static str) -> Result<list::List, FileError>) -> Result<List, FileError> {
    let in_two_parts = |error| match error {
        FileError::HeaderMissing { .. } => open("first-name").map_err(|_| error),
        other => Err(other),
    };
    let mut table = open("name").or_else(in_two_parts)?;
    let (mut rows, mut bad) = (Vec::new(), Vec::new());
    while let Some(row) = table.next_row()? {
        match row {
            Ok(row) => rows.push(row),
            Err(row) => bad.push(row),
        }
    }
    let columns = &table.shape().columns;
    let headings: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
    let is_utc = |heading: &str| fold(heading).contains("utc");
    let utc = columns
        .iter()
        .any(|column| column.field == Some("asked-at") && is_utc(&column.header));
    Ok(List {
        dialect: dialect(&headings),
        shape: table.shape().clone(),
        blank: table.blank(),
        people: people(rows, utc),
        bad,
    })
}

fn dialect(headings: &[String]) -> Dialect {
    let folded: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    let has = |name: &str| folded.iter().any(|heading| heading == name);
    let first = folded.first().map(String::as_str).unwrap_or_default();
    if has("paidbyname") || has("ticketnumber") && has("checkindateutc") {
        Dialect::Bevy
    } else if has("attendeestatus") || has("orderid") && has("buyeremail") || has("attendee") && has("order") {
        Dialect::Eventbrite
    } else if ["timestamp", "capwaktu", "stempelwaktu"].contains(&first) {
        Dialect::GoogleForms
    } else {
        Dialect::Generic
    }
}

fn people(rows: Vec<Row>, utc: bool) -> Vec<Attendee> {
    let stamps = rows.iter().filter_map(|row| row.get("asked-at"));
    let order = Order::of(stamps);
    // Who first named an address or number in an order.
    let mut first_of_order: HashMap<(String, String), String> = HashMap::new();
    let mut seen: HashMap<String, u32> = HashMap::new();
    rows.into_iter()
        .map(|row| {
            let asked_at = row.get("asked-at").and_then(|text| moment::read(text, order, utc));
            let mut one = person::of(&row);
            one.asked_at = asked_at;
            if row.get("asked-at").is_some() && asked_at.is_none() {
                one.mended.push("moment.unreadable");
            }
            person::shared_order(&row, &mut one, &mut first_of_order);
            let key = person::source_key(&row, &one);
            let times = seen.entry(key.clone()).or_default();
            *times += 1;
            one.source_key = if *times > 1 { format!("{key}-{times}") } else { key };
            one.line = row.line;
            one.original = row.original;
            one
        })
        .collect()
}
