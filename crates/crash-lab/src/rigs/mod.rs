//! One rig a row of the scoreboard.

mod backups;
mod counter;
mod desks;
mod erasure;
mod faults;
mod full;
mod hostile;
mod journal;
mod kills;
mod night;
mod power;
mod together;

use anyhow::Result;

use crate::lab::{Lab, Verdict};

/// A rig: what it tried and how that came out, its control included.
type Rig = fn(&Lab) -> Result<Vec<Verdict>>;

/// Every rig with the row it is for.
pub(crate) const ALL: &[(&str, Rig)] = &[
    ("R18", hostile::run),
    ("R14", journal::run),
    ("R2", faults::run),
    ("R7", full::run),
    ("R12", backups::run),
    ("kill", kills::run),
    ("night", night::run),
    ("R1", desks::run),
    ("R3", power::by_replay),
    ("R3", power::by_image),
    ("R5", together::eight),
    ("R6", together::stopped),
    ("R13", erasure::run),
];
