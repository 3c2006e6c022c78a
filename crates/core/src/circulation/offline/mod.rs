//! Lending where the library file is not: the mobile library, a school hall, a day without a network.
//!
//! What goes along is a [`Pack`]: what a desk there needs, and nothing that it must not know. What happens there is
//! written as [`Intent`]s, a line each, into a journal file. At home each line is replayed at the moment it happened,
//! through the same rules, once however often the file is brought; what really happened is recorded even where a rule
//! would have refused, and every such conflict is told.
//!
//! | file | what it holds |
//! |---|---|
//! | `pack` | what goes along |
//! | `away` | what the desk there knows: the pack, and what happened since; decisions by the same pure rules |
//! | `intent` | a line of the journal file |
//! | `replay` | what becomes of a line at home |

mod away;
mod intent;
mod pack;
mod replay;
mod store;
#[cfg(test)]
mod tests;

pub use away::{Away, AwayItem, AwayMember, Given, Lending};
pub use intent::{Deed, Intent, Unreadable};
pub use pack::{Pack, PackedDay, PackedItem, PackedLoan, PackedMember, Selection};
pub use replay::{Conflict, Event, Outcome, Replayed, fingerprint};
