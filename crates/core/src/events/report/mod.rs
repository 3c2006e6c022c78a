//! What a period brought: events, heads, by kind, age, sex, district and partner; what a head cost; who came again.
//!
//! Heads are counted where they came, once an event. Figures of fewer than five heads are kept back, for the report is
//! made to be handed on.

mod store;
mod tally;

use jiff::civil::Date;

pub use tally::{Group, Heads, LEAST, Period};

use crate::error::Result;
use crate::library::Library;

impl Library {
    /// What the events with sessions from one day through another brought.
    ///
    /// # Errors
    /// Storage errors.
    pub fn events_report(&self, from: Date, to: Date) -> Result<Period> {
        let (from, to) = (from.to_string(), to.to_string());
        self.read(|snapshot| {
            let conn = snapshot.sql();
            let events = store::events(conn, &from, &to)?;
            let visits = store::visits(conn, &from, &to)?;
            let without = store::without_place(conn, &from, &to)?;
            Ok(tally::count(&events, &visits, &without))
        })
    }
}
