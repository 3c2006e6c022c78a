//! The terminal: arguments, words, output, errors, progress. The only crate that knows it.
//!
//! A tool is a library with one public constant and a binary whose `main.rs` is
//!
//! ```ignore
//! //! Counts titles.
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     pustaka_cli::main(&title_count::TOOL)
//! }
//! ```
//!
//! The library parses nothing by hand, prints nothing itself and asks no clock: it hands the [`Session`] to one
//! function a verb. A whole tool, its words in both languages (they stand in the tool's `src/words.rs`), and its test:
//!
//! ```
//! use clap::{Arg, ArgMatches, Command};
//! use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, Tool, World, examples, run_in};
//!
//! mod words {
//!     pustaka_cli::words! {
//!         about { id: "Menghitung judul menurut tahun.", en: "Counts titles by year." }
//!         since { id: "Hanya sejak hari ini", en: "Only since this day" }
//!         day { id: "HARI", en: "DAY" }
//!         all { id: "Semua tahun.", en: "All years." }
//!         recent { id: "Yang baru masuk.", en: "What came in lately." }
//!         sheet { id: "Untuk dibuka di Excel.", en: "To be opened in Excel." }
//!         year { id: "Tahun", en: "Year" }
//!         titles { id: "Judul", en: "Titles" }
//!         nothing_since(day) { id: "Tidak ada judul sejak {day}.", en: "There are no titles since {day}." }
//!     }
//! }
//!
//! pub const TOOL: Tool = Tool { name: "title-count", command, run, ..Tool::BASE };
//!
//! // Every text comes from `words`, so a help page that lacks a language does not compile.
//! fn command(lang: Lang) -> Command {
//!     Command::new("title-count")
//!         .about(words::about(lang))
//!         .arg(Arg::new("since").long("since").value_name(words::day(lang)).help(words::since(lang)))
//!         .after_help(examples(lang, [
//!             ("title-count", words::all(lang)),
//!             ("title-count --since 1/11/2026", words::recent(lang)),
//!             ("title-count -o judul.xlsx", words::sheet(lang)),
//!         ]))
//! }
//!
//! fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
//!     let lang = session.lang();
//!     if let Some(typed) = matches.get_one::<String>("since") {
//!         let day = session.date("--since", typed)?;
//!         session.say(words::nothing_since(lang, lang.date(day)));
//!         return Ok(Status::Refused);
//!     }
//!     // With a library: `let library = session.open()?;` and `library.read(|snapshot| …)?`; to write,
//!     // `library.write(&session.act()?, |tx| …)?` and afterwards `session.outcome(…)` instead of `session.show(…)`.
//!     let mut report = Report::new("years", [
//!         Column::new("year", words::year, Kind::Number),
//!         Column::new("titles", words::titles, Kind::Integer),
//!     ]);
//!     report.row([2015.into(), 1234.into()]);
//!     session.show(report)?;
//!     Ok(Status::Done)
//! }
//!
//! let world = || World::sealed("2026-11-20T03:15:00Z".parse().unwrap());
//! let finished = run_in(&TOOL, ["--format", "json"], world());
//! assert_eq!(finished.code, 0);
//! let json: serde_json::Value = serde_json::from_slice(&finished.stdout).unwrap();
//! assert_eq!(json, serde_json::json!({"years": [{"year": 2015, "titles": 1234}]}));
//!
//! let finished = run_in(&TOOL, ["--since", "31/12/26", "--lang", "en"], world());
//! assert_eq!(finished.code, 2);
//! assert!(finished.err().contains("The year is written with four digits."));
//!
//! // Every tool's own tests end with this: help for every argument, both languages, examples that parse.
//! assert_eq!(pustaka_cli::help_gaps(&TOOL), Vec::<String>::new());
//! ```
//!
//! | what a tool does | with |
//! |---|---|
//! | data that were asked for | [`Session::show`] of a [`Report`] or a [`Document`] (own JSON shape + tables) |
//! | what an action has done, once stored | [`Session::outcome`]: silent in cron unless a form was asked for |
//! | words | [`Session::say`], [`Session::warn`] |
//! | a refusal | [`Failure::refused`] `.because(code, sentence).hint(command)`; errors of the core convert with `?` |
//! | what a machine mails to a person | [`Failure::letter`] |
//! | a list too long to be held | [`Stream`] |
//! | a stream, a form of its own | [`Session::sink`], `Write`, then [`Sink::finish`] or [`Sink::fail`] |
//! | why a date, why a fine | [`decision::sentences`] of the steps |
//! | a span of days: a year, a quarter, a month | [`period`] |
//! | a page that is printed | [`page::page`], and [`page::put`] |
//! | progress | [`Session::progress`], then [`Progress::report`] |
//! | input files | [`Session::protect`] before reading (so `-o` never falls on one), [`Session::read_input`] |
//! | a question | [`Session::confirm`] |
//! | which member is meant | [`who::member`] |
//! | a conversation of a day | [`Session::converse`], [`Session::refresh`] before every act, [`Session::prompt`], [`Session::alarm`] |
//! | files that are imported: options, rejected rows, what was mended | [`import`] |
#![forbid(unsafe_code)]

mod dates;
pub mod decision;
pub mod describe;
mod errors;
mod failure;
mod findings;
mod gaps;
mod help;
pub mod import;
mod lang;
mod manual;
mod options;
mod output_file;
pub mod page;
pub mod period;
mod printer;
mod progress;
mod report;
mod session;
mod signals;
mod tool;
mod topics;
mod usage;
mod visible;
pub mod who;
mod words;
mod world;

pub use dates::{DateProblem, parse_date, parse_moment};
pub use errors::{as_typed, consent_kind, event_reason, member_value, reason_in_words, status_in_words};
pub use failure::{Failure, Reason, Status};
pub use findings::finding;
pub use gaps::help_gaps;
pub use help::{Topic, examples, nearest};
pub use lang::Lang;
pub use options::Format;
pub use output_file::slug;
pub use progress::Progress;
pub use report::{Cell, Column, Document, Kind, Report, Stream};
pub use session::{Heard, Lines, Session, Sink, user_name};
pub use signals::{finished, unfinished};
pub use tool::{Finished, Tool, main, run_in};
pub use visible::visible;
pub use world::{Terminal, World};
