//! Codes in words: what a warning means, and why a row was rejected.

use pustaka_cli::{Lang, import};
use pustaka_core::catalog::import::{RejectReason, WarningCode as Noticed};

use crate::words::codes as words;

/// What a warning of the reader or of the catalogue means; `None` for a code that neither has.
pub(crate) fn warning(lang: Lang, code: &str) -> Option<&'static str> {
    if let Some(noticed) = Noticed::from_code(code) {
        return Some(noticed_by_catalogue(lang, noticed));
    }
    import::mended(lang, code)
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

#[cfg(test)]
mod tests {
    use pustaka_formats::catalogue::WarningCode as Mended;

    use super::*;

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
