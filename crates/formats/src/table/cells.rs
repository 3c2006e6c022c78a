//! Cells as people and spreadsheets leave them.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::row::shorten;
use super::{Warning, WarningCode};
use crate::delimited::guard;

/// The text in normal form C.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// The cell without the `="…"` that keeps Excel from spoiling it, and without the apostrophe that defuses a formula.
/// `guarded`: formulas were defused when the file was written.
pub(crate) fn unguard<'a, F>(guarded: bool, field: F, cell: &'a str, warnings: &mut Vec<Warning<F>>) -> Cow<'a, str> {
    match cell.as_bytes()[0] {
        b'=' => match guard::excel_text(cell) {
            Some(inner) => {
                if !guarded && !inner.is_empty() {
                    warnings.push(Warning {
                        code: WarningCode::ExcelGuard,
                        field: Some(field),
                        found: shorten(cell),
                        stored: shorten(&inner),
                    });
                }
                Cow::Owned(inner)
            }
            None => Cow::Borrowed(cell),
        },
        b'\'' if guarded => Cow::Borrowed(guard::restore(cell).trim()),
        _ => Cow::Borrowed(cell),
    }
}
