//! The page in every form, from values made here.

mod colours;
mod forms;
mod look;
mod sample;
