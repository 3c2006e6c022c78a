//! The library's domain and its one SQLite file.
//!
//! A tool asks the core for one thing and renders what comes back. The core loads, asks a pure rule,
//! saves, in one transaction, and returns a value. It never prints, and it never asks what time it is:
//! who acts and when is an [`Act`], handed in.
//!
//! | module | what it holds |
//! |---|---|
//! | [`library`] | the open file: the only place that opens a connection or a transaction |
//! | [`journal`] | one row an action, each chained to the one before by its hash |
//! | [`check`] | the whole file looked over: findings, each with a code |
//! | [`backup`] | copies taken while desks work, verified, thinned out by a rule; restoring one |
//! | [`doctor`] | facts about the file and the machine, and what should be seen to |
//! | [`settings`] | what the library can be told about itself, and the defaults |
//! | [`values`] | text, ISBN, dates, money, names, call numbers: parsed once at the door |
//! | [`decision`] | what a rule answers: the decision and its steps |
//! | [`catalog`] | titles and their copies: import, search, export |
//! | [`members`] | who may borrow: members, their types, guardians and consents |
//! | [`reports`] | what the library knows of itself: figures by day, the page, tables that are handed in |
//! | [`night`] | the steps of the night, each in its own transaction |
//! | [`notices`] | what people are told, by which channel, and how it went |
//! | [`calendar`] | when the library is open, and the working days of the law |
//! | [`circulation`] | loan rules, loans, holds, charges |
//! | [`surveys`] | what readers are asked: instruments, answers, the index, comments, the plan |
//! | [`events`] | what the library holds: places, attendance, certificates, results |
#![forbid(unsafe_code)]

pub mod act;
pub mod backup;
pub mod calendar;
pub mod catalog;
pub mod check;
pub mod circulation;
pub mod decision;
pub mod doctor;
pub mod error;
pub mod events;
pub mod journal;
pub mod library;
pub mod members;
pub mod night;
pub mod notices;
pub mod reports;
pub mod settings;
pub mod surveys;
pub mod values;

pub use act::{Act, StaffCode};
pub use error::{Error, FileRefusal, Holder, Kind, Result};
pub use library::{Library, NewLibrary, OpenOptions, Snapshot, Transaction};
