//! Codes in words: what a warning means, and why a row was rejected.

use pustaka_cli::Lang;
use pustaka_core::catalog::import::{RejectReason, WarningCode as Noticed};
use pustaka_formats::catalogue::{Reject, RejectCode, RejectDetail, WarningCode as Mended};

use crate::words::codes as words;

/// What a warning of the reader or of the catalogue means; `None` for a code that neither has.
pub(crate) fn warning(lang: Lang, code: &str) -> Option<&'static str> {
    if let Some(noticed) = Noticed::from_code(code) {
        return Some(noticed_by_catalogue(lang, noticed));
    }
    let mended = Mended::all().iter().find(|mended| mended.as_str() == code)?;
    mended_by_reader(lang, *mended)
}

fn noticed_by_catalogue(lang: Lang, code: Noticed) -> &'static str {
    match code {
        Noticed::IsbnInvalid => words::isbn_invalid(lang),
        Noticed::IsbnLost => words::isbn_lost(lang),
        Noticed::IsbnMended => words::isbn_mended(lang),
        Noticed::IsbnShared => words::isbn_shared(lang),
        Noticed::IssnInvalid => words::issn_invalid(lang),
        Noticed::ItemDuplicate => words::item_duplicate(lang),
        Noticed::ItemRepeated => words::item_repeated(lang),
        Noticed::CopiesDiffer => words::copies_differ(lang),
        Noticed::InventoryShared => words::inventory_shared(lang),
        Noticed::PriceUnread => words::price_unread(lang),
        Noticed::DateUnread => words::date_unread(lang),
        Noticed::StatusUnknown => words::status_unknown(lang),
        Noticed::SourceUnknown => words::source_unknown(lang),
        Noticed::TitleRowDiffers => words::title_row_differs(lang),
        Noticed::TitleKept => words::title_kept(lang),
        Noticed::ItemKept => words::item_kept(lang),
        Noticed::TextUnseen => words::text_unseen(lang),
    }
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
pub(crate) fn unread(lang: Lang, reject: &Reject) -> String {
    let limit = match reject.detail {
        RejectDetail::Limit { limit } => lang.count(i64::try_from(limit).unwrap_or(i64::MAX)),
        _ => String::new(),
    };
    let sentence = match (reject.code, &reject.detail) {
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
    match &reject.detail {
        RejectDetail::Position { line, character } | RejectDetail::Broken { line, character, .. } => {
            words::at_place(lang, line, character, sentence)
        }
        _ => sentence,
    }
}

/// Why the catalogue rejected a row.
pub(crate) fn refused(lang: Lang, reason: &RejectReason) -> String {
    let found = &reason.found;
    match reason.code {
        "title.missing" => words::title_missing(lang).to_owned(),
        "title.unknown" => words::title_unknown(lang, found),
        "title.ambiguous" => words::title_ambiguous(lang, found),
        "item-code.missing" => words::item_code_missing(lang).to_owned(),
        "item-code.bad" => words::item_code_bad(lang, found),
        "copies.bad" => words::copies_bad(lang, found),
        "price.bad" => words::price_bad(lang, found),
        "date.bad" => words::date_bad(lang, found),
        // The catalogue's list may grow; a test demands words for all of it.
        _ => words::unreadable(lang).to_owned(),
    }
}

/// Bytes as people name them: `C3 28`.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
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
    fn every_warning_has_words_in_both_languages_and_no_code_means_two_things() {
        let own = Noticed::ALL.iter().map(|code| code.code());
        let of_reader = Mended::all().iter().map(|code| code.as_str());
        let mut codes: Vec<&str> = own.chain(of_reader).collect();
        for code in &codes {
            let [id, en] = Lang::ALL.map(|lang| warning(lang, code).unwrap_or_else(|| panic!("no words for {code}")));
            assert_ne!(id, en, "{code}");
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "reader and catalogue share a code");
        assert_eq!(warning(Lang::En, "no.such-code"), None);
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

    #[test]
    fn every_reason_of_the_catalogue_has_words_in_both_languages() {
        for code in RejectReason::CODES {
            let reason = RejectReason {
                code,
                field: None,
                found: "x".into(),
                line: 2,
            };
            let [id, en] = Lang::ALL.map(|lang| refused(lang, &reason));
            assert_ne!(id, en, "{code}");
            assert_ne!(en, words::unreadable(Lang::En), "{code}");
        }
    }
}
