//! Stories across the tools; what README.md shows; what the whole workspace keeps to.

mod acquisition;
mod backups;
mod counter;
mod hostile_words;
mod moving_from_slims;
mod moving_to_slims;
mod night_year;
mod readme;
mod round_trip;
mod tidy;
mod undo;
