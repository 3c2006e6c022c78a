//! Members put into a library without a file: for tests of what comes after.

use std::path::Path;

use pustaka_core::members::{ConsentKind, Enrolment, Field};
use pustaka_core::{Library, OpenOptions};

use crate::desk::act;

/// Enrols members: each is what the fields of a record hold.
///
/// # Panics
/// When one of them is refused.
pub fn enrol(db: &Path, members: &[&[(Field, &str)]]) {
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    let mut library = Library::open(db, &options).expect("a library");
    for cells in members {
        let enrolment = Enrolment {
            cells: cells.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            consents: vec![ConsentKind::Membership],
        };
        library.add_member(&act(), &enrolment, false).expect("a member");
    }
}
