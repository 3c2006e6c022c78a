//! The area as a whole, on a library of its own.

mod breaches;
mod lapse;
mod model;
mod places;
mod sitting;

use jiff::civil::{DateTime, date};
use tempfile::TempDir;

use super::event::{Kind, Plan, Span};
use super::plan::{Key, NewEvent};
use super::roster::Asking;
use crate::act::{Act, StaffCode};
use crate::library::Library;
use crate::library::tests::{FORCED, make};

/// A day of November 2026, at an hour.
pub(super) fn at(day: i8, hour: i8) -> DateTime {
    date(2026, 11, day).at(hour, 0, 0, 0)
}

/// Sari at work at a moment.
pub(super) fn act_at(at: DateTime) -> Act {
    Act {
        at: at.in_tz("Asia/Jakarta").expect("a time"),
        staff: StaffCode::parse("sari").expect("a code"),
    }
}

/// The moment at which most of it happens.
pub(super) fn now() -> Act {
    act_at(at(20, 10))
}

/// An empty library.
pub(super) fn library() -> (TempDir, Library) {
    let folder = TempDir::new().expect("a folder");
    let library = Library::open(&make(&folder), &FORCED).expect("a library");
    (folder, library)
}

/// The discussion on Saturday, 28 November, 9 to 12.
pub(super) fn discussion(capacity: Option<i64>) -> NewEvent {
    NewEvent {
        key: Key::Chosen("diskusi".to_owned()),
        plan: Plan {
            place: Some("Ruang Baca".to_owned()),
            capacity,
            ..Plan::new("Diskusi Laskar Pelangi", Kind::BookDiscussion)
        },
        sessions: vec![span(28, 9, 12)],
    }
}

/// Hours of a day.
pub(super) fn span(day: i8, from: i8, to: i8) -> Span {
    Span {
        starts: at(day, from),
        ends: at(day, to),
    }
}

/// Somebody with a telephone of their own.
pub(super) fn person(name: &str, phone: &str) -> Asking {
    Asking {
        name: Some(name.to_owned()),
        phone: Some(phone.to_owned()),
        ..Asking::default()
    }
}

/// A class.
pub(super) fn group(name: &str, heads: i64) -> Asking {
    Asking {
        name: Some(name.to_owned()),
        heads: Some(heads),
        ..Asking::default()
    }
}
