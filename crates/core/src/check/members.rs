//! A member is looked up by the folded name, so it must be the fold of the name.

use rusqlite::Connection;

use super::{Report, store};
use crate::error::Result;
use crate::values::person::PersonName;

/// Looks at every member once. A finding has the member's number, never a name.
pub(super) fn look(conn: &Connection, report: &mut Report) -> Result<()> {
    store::each_name(conn, |id, name, key| match PersonName::parse(name) {
        Some(read) if read.as_str() == name && key == Some(read.key().as_str()) => {}
        Some(read) if read.as_str() == name => report.add("member.name-key", id.to_string()),
        _ => report.add("member.name", id.to_string()),
    })
}
