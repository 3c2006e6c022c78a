//! Warnings, summed by code with the first place.

use std::collections::BTreeMap;

use crate::members::door::Noticed;
use crate::members::record::Field;

/// One thing a person should know of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Stable code.
    pub code: &'static str,
    /// The field that it is about.
    pub field: Option<Field>,
    /// What stands in the file.
    pub found: String,
    /// What is stored, or whom it meets.
    pub stored: String,
}

/// Equal warnings, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallied {
    /// How many there are.
    pub count: u64,
    /// Line of the first.
    pub line: u64,
    /// The first.
    pub first: Warning,
}

impl From<Noticed> for Warning {
    fn from(noticed: Noticed) -> Warning {
        Warning {
            code: noticed.code.code(),
            field: noticed.field,
            found: noticed.found,
            stored: String::new(),
        }
    }
}

/// The sum by code, in the order of the codes.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<&'static str, Tallied>);

impl Tally {
    pub(super) fn add(&mut self, line: u64, warning: Warning) {
        let known = self.0.entry(warning.code).and_modify(|one| one.count += 1);
        known.or_insert(Tallied {
            count: 1,
            line,
            first: warning,
        });
    }

    pub(super) fn take(self) -> Vec<Tallied> {
        self.0.into_values().collect()
    }
}
