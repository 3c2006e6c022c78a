//! Workbooks: a sheet for each list.

use std::io::{self, Write};

use super::Document;
use crate::lang::Lang;

/// Writes a document as a workbook; waits for the writer of `pustaka_formats::sheet`.
pub(crate) fn write(_document: &Document, _lang: Lang, _out: &mut dyn Write) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
