//! Codes of the readers in words: what was mended, and why a row could not be read.

use pustaka_formats::table::{Reject, RejectCode, RejectDetail, WarningCode as Mended};

use crate::lang::Lang;
use crate::words::import::rows as words;

/// What a warning of a reader means; `None` for a code that no reader has.
pub fn mended(lang: Lang, code: &str) -> Option<&'static str> {
    let mended = Mended::all().iter().find(|mended| mended.as_str() == code)?;
    mended_by_reader(lang, *mended)
}

fn mended_by_reader(lang: Lang, code: Mended) -> Option<&'static str> {
    Some(match code {
        Mended::EncodingAssumed => words::encoding_assumed(lang),
        Mended::QuoteBare => words::quote_bare(lang),
        Mended::QuoteBackslash => words::quote_backslash(lang),
        Mended::ExcelGuard => words::excel_guard(lang),
        Mended::ExcelIsbnReplaced => words::excel_isbn_replaced(lang),
        Mended::SheetCellError => words::sheet_cell_error(lang),
        Mended::SlimsRnScar => words::slims_rn_scar(lang),
        Mended::SlimsNotesLength => words::slims_notes_length(lang),
        Mended::SlimsNotesDiv => words::slims_notes_div(lang),
        Mended::SlimsBackslash => words::slims_backslash(lang),
        Mended::SlimsZero => words::slims_zero(lang),
        Mended::SlimsStatusColumnName => words::slims_status_column_name(lang),
        Mended::SlimsList => words::slims_list(lang),
        Mended::IsbdTail => words::isbd_tail(lang),
        // The reader's list may grow; a test demands words for all of it.
        _ => return None,
    })
}

/// Why the reader rejected a row.
pub(super) fn unread(lang: Lang, reject: &Reject) -> String {
    unread_row(lang, reject.code, &reject.detail)
}

/// Why a row can't be read, from the code and its figures.
pub fn unread_row(lang: Lang, code: RejectCode, detail: &RejectDetail) -> String {
    let limit = match detail {
        RejectDetail::Limit { limit } => lang.count(i64::try_from(*limit).unwrap_or(i64::MAX)),
        _ => String::new(),
    };
    let sentence = match (code, detail) {
        (RejectCode::Ragged, RejectDetail::Counts { expected, found }) => words::ragged(lang, found, expected),
        (RejectCode::QuoteUnclosed, _) => words::quote_unclosed(lang).to_owned(),
        (RejectCode::QuoteStray, _) => words::quote_stray(lang).to_owned(),
        (RejectCode::FieldTooLong, _) => words::field_too_long(lang, limit),
        (RejectCode::RowTooLong, _) => words::row_too_long(lang, limit),
        (RejectCode::TooManyColumns, _) => words::too_many_columns(lang, limit),
        (RejectCode::Nul, _) => words::nul(lang).to_owned(),
        (RejectCode::Broken, RejectDetail::Broken { bytes, .. }) => words::broken_bytes(lang, hexadecimal(bytes)),
        (RejectCode::Broken, _) => words::broken(lang).to_owned(),
        _ => words::unreadable(lang).to_owned(),
    };
    match detail {
        RejectDetail::Position { line, character } | RejectDetail::Broken { line, character, .. } => {
            words::at_place(lang, line, character, sentence)
        }
        _ => sentence,
    }
}

/// Bytes as people name them: `C3 28`.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let shown: Vec<String> = bytes.iter().take(8).map(|byte| format!("{byte:02X}")).collect();
    shown.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reject(code: RejectCode, detail: RejectDetail) -> Reject {
        Reject {
            line: 3,
            column: None,
            code,
            detail,
            original: Vec::new(),
        }
    }

    #[test]
    fn everything_mended_has_words_in_both_languages() {
        for code in Mended::all() {
            let [id, en] = Lang::ALL.map(|lang| mended(lang, code.as_str()).unwrap_or_default());
            assert_ne!(id, en, "{code:?}");
        }
        assert_eq!(mended(Lang::En, "no.such-code"), None);
    }

    #[test]
    fn every_reason_of_the_reader_has_words_in_both_languages() {
        let details = |code| match code {
            RejectCode::Ragged => RejectDetail::Counts { expected: 3, found: 4 },
            RejectCode::FieldTooLong | RejectCode::RowTooLong | RejectCode::TooManyColumns => {
                RejectDetail::Limit { limit: 1_048_576 }
            }
            RejectCode::Broken => RejectDetail::Broken {
                line: 3,
                character: 7,
                bytes: vec![0xC3, 0x28],
            },
            _ => RejectDetail::Position { line: 3, character: 7 },
        };
        for code in RejectCode::all() {
            let reject = reject(*code, details(*code));
            let [id, en] = Lang::ALL.map(|lang| unread(lang, &reject));
            assert_ne!(id, en, "{code:?}");
            assert_ne!(en, words::unreadable(Lang::En), "{code:?}");
        }
        let figures = [
            (RejectCode::Ragged, "The row has 4 cells, the header has 3."),
            (RejectCode::FieldTooLong, "A cell is longer than 1,048,576 bytes."),
            (
                RejectCode::Broken,
                "The bytes C3 28 are no letters in the file's encoding. (line 3, character 7)",
            ),
        ];
        for (code, sentence) in figures {
            assert_eq!(unread(Lang::En, &reject(code, details(code))), sentence);
        }
    }
}
