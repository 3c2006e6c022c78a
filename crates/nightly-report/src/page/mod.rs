//! The page of a day, in every form.
//!
//! | module | what it holds |
//! |---|---|
//! | `html` | the page that is read and printed: its frame, what needs a person, definitions |
//! | `cards`, `tables`, `classes`, `surveys` | its parts |
//! | `chart`, `style` | its drawings and its stylesheet |
//! | `change` | a figure against an earlier one |
//! | `said` | values, spans and days in words |
//! | `data` | the page as data: JSON, workbook |
//! | `lines` | the page as one list of values: CSV |
//! | `table` | the page in the terminal |
//! | `files` | all of it into a folder |

mod cards;
mod change;
mod chart;
mod classes;
mod data;
mod definitions;
pub(crate) mod files;
mod html;
mod lines;
mod said;
mod style;
mod surveys;
mod table;
mod tables;
#[cfg(test)]
mod tests;

pub(crate) use data::document;
pub(crate) use html::render;
pub(crate) use lines::document as lines;
pub(crate) use table::document as table;
