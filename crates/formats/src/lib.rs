//! Readers and writers of the files that libraries exchange.
//!
//! Nothing here knows a database, prints a word or reads the clock: bytes go in, rows with named cells come out, and
//! the other way round. Errors, rejects and warnings carry codes and data; the tools make the sentences.
//!
//! * [`catalogue`] reads a catalogue file of any known dialect and writes our own and SLiMS's.
//! * [`delimited`] reads and writes text with separators, whatever state it is in.
//! * [`koc`] reads and writes the offline circulation files of Koha.
//! * [`loans`] reads the open loans of another system.
//! * [`mail`] writes a mail.
//! * [`members`] reads the members of another system.
//! * [`survey`] reads answers and writes the annex.
//! * [`table`] is what all read through: files of rows under a header.
//! * [`list`] reads any file with a header, its columns known by name.
//! * [`attendees`] reads who wants to come to an event, from forms and ticket shops.
//! * [`ical`] writes calendar files.

#![forbid(unsafe_code)]

pub mod attendees;
pub mod catalogue;
pub mod delimited;
pub mod ical;
pub mod koc;
pub mod list;
pub mod loans;
pub mod mail;
pub mod members;
pub mod rejects;
#[cfg(feature = "sheets")]
pub mod sheet;
pub mod survey;
pub mod table;
