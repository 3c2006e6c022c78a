//! Member types: how long a membership of theirs is valid, and how much one may have on loan in all.

pub(super) mod store;

use rusqlite::Connection;
use serde_json::json;

use super::{Reject, RejectCode};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot};
use crate::values::{line, text};

use super::record::Field;

/// A member type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberType {
    /// Stable code: lower-case letters, digits, `-`.
    pub code: String,
    /// The name for people.
    pub name: String,
    /// How many copies one may have on loan in all; none: as the loan rules say.
    pub max_items: Option<u32>,
    /// How many days a membership is valid.
    pub valid_days: i64,
}

/// What is set of a member type; what is left out stays, or is the default of a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeChange {
    /// The name.
    pub name: Option<String>,
    /// How many copies in all; `Some(None)`: as the loan rules say.
    pub max_items: Option<Option<u32>>,
    /// How many days a membership is valid, 1 to 36,600.
    pub valid_days: Option<i64>,
}

/// The type of whoever is not said to be of another.
pub(super) const USUAL: &str = "umum";
/// The longest code, and name, in characters.
const CODE: usize = 32;
const NAME: usize = 60;
/// A hundred years.
const LONGEST: i64 = 36_600;

/// Every member type, in the order of the codes.
///
/// # Errors
/// Storage errors.
pub fn types(snapshot: &Snapshot<'_>) -> Result<Vec<MemberType>> {
    store::all(snapshot.sql())
}

/// The term of a type.
pub(super) fn valid_days(conn: &Connection, code: &str) -> Result<i64> {
    let found = store::all(conn)?.into_iter().find(|one| one.code == code);
    Ok(found.map_or(365, |one| one.valid_days))
}

/// The type that is meant: by its code, else by its name, however it is written.
pub(super) fn meant<'t>(types: &'t [MemberType], typed: &str) -> Option<&'t MemberType> {
    let key = text::fold(typed);
    let by_code = types.iter().find(|one| one.code == typed);
    by_code.or_else(|| {
        types
            .iter()
            .find(|one| text::fold(&one.name) == key || text::fold(&one.code) == key)
    })
}

/// The type that is meant, or why there is none.
pub(super) fn known<'t>(types: &'t [MemberType], typed: &str) -> Result<&'t MemberType, Reject> {
    meant(types, typed).ok_or_else(|| Reject {
        code: RejectCode::Type,
        field: Field::Type,
        found: typed.to_owned(),
    })
}

/// The type that another system's name stands for: a code made of it, and what a new type has. `None` when it has no
/// letter.
pub(super) fn made_of(name: &str) -> Option<MemberType> {
    let code: String = text::fold(name).replace(' ', "-").chars().take(CODE).collect();
    let code = code.trim_end_matches('-').to_owned();
    (!code.is_empty()).then(|| MemberType {
        name: name.chars().take(NAME).collect(),
        code,
        max_items: None,
        valid_days: 365,
    })
}

impl Library {
    /// Makes a member type, or changes one, and answers how it stood before and stands then.
    ///
    /// # Errors
    /// [`Error::BadValue`] for a code, name or number that a type can't have.
    pub fn set_member_type(
        &mut self,
        act: &Act,
        code: &str,
        change: &TypeChange,
        dry_run: bool,
    ) -> Result<(Option<MemberType>, MemberType)> {
        let code = checked_code(code)?;
        let name = change.name.as_deref().map(checked_name).transpose()?;
        if let Some(days) = change.valid_days.filter(|days| !(1..=LONGEST).contains(days)) {
            return Err(bad("valid_days", &days.to_string()));
        }
        self.write_members(act, dry_run, |tx| {
            let before = store::all(tx.sql())?.into_iter().find(|one| one.code == code);
            let mut after = before.clone().unwrap_or_else(|| MemberType {
                code: code.clone(),
                name: code.clone(),
                max_items: None,
                valid_days: 365,
            });
            after.name = name.unwrap_or(after.name);
            after.max_items = change.max_items.unwrap_or(after.max_items);
            after.valid_days = change.valid_days.unwrap_or(after.valid_days);
            if before.as_ref() == Some(&after) {
                return Ok(((before, after), None));
            }
            store::save(tx, &after)?;
            let detail = json!({ "type": code, "max_items": after.max_items, "valid_days": after.valid_days });
            let entry = Entry {
                action: "member.type",
                detail,
            };
            Ok(((before, after), Some(entry)))
        })
    }
}

fn checked_code(typed: &str) -> Result<String> {
    let fits = (1..=CODE).contains(&typed.len()) && !typed.starts_with('-');
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match fits && typed.chars().all(plain) {
        true => Ok(typed.to_owned()),
        false => Err(bad("type", typed)),
    }
}

fn checked_name(typed: &str) -> Result<String> {
    let name = line::read(typed).text;
    match (1..=NAME).contains(&name.chars().count()) {
        true => Ok(name),
        false => Err(bad("name", typed)),
    }
}

fn bad(what: &'static str, found: &str) -> Error {
    Error::BadValue {
        what,
        found: found.to_owned(),
    }
}
