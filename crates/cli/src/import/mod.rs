//! What all imports of files share: opening a file and saying why it is refused, the rows that can't be taken and the
//! file they go to, the options, the tables of what was read and mended.
//!
//! | module | what it does |
//! |---|---|
//! | `options` | `--dialect --map --delimiter --encoding --sheet --on-error`, and what they mean |
//! | `input`, `file_error` | opens a file; why a whole file is refused |
//! | `source`, `rejects` | hands on row after row; the file of those that can't be taken |
//! | `meaning` | what was mended, and why a row can't be read, in words |
//! | `report` | how the file was read, warnings, rejected rows, columns |
//! | `template` | a file to fill in |

mod file_error;
mod input;
mod meaning;
mod options;
mod rejects;
mod report;
mod source;
mod template;

pub use file_error::failure as file_failure;
pub use input::Input;
pub use meaning::{mended, unread_row};
pub use options::{Wish, args, delimiter, field, pair};
pub use rejects::{Rejected, Rejects};
pub use report::{
    At, Counted, Told, columns, heading, how_read, not_read, open_rejects_failed, publish, rejected, rejection,
    rejects_at, short, warnings,
};
pub use source::Rows;
pub use template::template;

/// How a tool's import is typed, for hints.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The command that takes a file: `catalog-import`.
    pub command: &'static str,
    /// The command that writes a file to fill in.
    pub template: &'static str,
}
