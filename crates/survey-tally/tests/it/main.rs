//! `survey-tally` as it is shipped, and in process.

mod answers;
mod desk;
mod figures;
mod judge;
mod own;
mod papers;
mod plan;
mod real_files;
