//! Who acts, and when: an argument of everything that writes.

use jiff::ZonedDateTime;
use jiff::civil::DateTime;

use crate::error::{Error, Result};

/// The code of a member of staff, as the journal keeps it: 1 to 32 printable characters without blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffCode(String);

impl StaffCode {
    /// Takes a code as typed.
    ///
    /// # Errors
    /// [`Error::BadValue`] when it is empty, longer than 32 characters, or holds blanks or control characters.
    pub fn parse(text: &str) -> Result<Self> {
        let fits = (1..=32).contains(&text.chars().count());
        if fits && !text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::BadValue {
                what: "staff",
                found: text.to_owned(),
            })
        }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who acts, and the moment they act at, in the library's time zone.
#[derive(Debug, Clone)]
pub struct Act {
    /// The moment, with the library's offset (Asia/Jakarta, UTC+07:00).
    pub at: ZonedDateTime,
    /// Who acts.
    pub staff: StaffCode,
}

impl Act {
    /// The moment as stored: ISO 8601 to the second with offset, `2026-11-20T10:15:00+07:00`.
    pub fn stamp(&self) -> String {
        stamp(&self.at)
    }

    /// Another moment of the library's clock, as stored: for what ended by itself before somebody saw it.
    ///
    /// # Errors
    /// [`Error::BadValue`] for a moment at the very end of the calendar.
    pub fn stamp_of(&self, at: DateTime) -> Result<String> {
        let zoned = at.to_zoned_datetime(self.at.time_zone().clone());
        let zoned = zoned.map_err(|_| Error::BadValue {
            what: "moment",
            found: at.to_string(),
        })?;
        Ok(stamp(&zoned))
    }

    /// The civil day of the act.
    pub fn day(&self) -> jiff::civil::Date {
        self.at.date()
    }
}

fn stamp(at: &ZonedDateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
