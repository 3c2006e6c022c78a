//! Why a whole file is refused, in words.

use std::io::ErrorKind;

use pustaka_formats::table::{FileError, SheetLimit};

use super::Names;
use super::meaning::hexadecimal;
use crate::failure::Failure;
use crate::help::nearest;
use crate::lang::Lang;
use crate::words::import::files as words;

/// At most so many headings are named.
const NAMED: usize = 30;

/// The failure that an error of the reader becomes. `file` is the file as typed.
pub fn failure(lang: Lang, file: &str, error: &FileError, names: &Names) -> Failure {
    let said = said(lang, error, names);
    let sentence = match error.place() {
        Some((line, column)) => words::placed(lang, file, line, column, said.sentence),
        None => words::unplaced(lang, file, said.sentence),
    };
    let code = error.code().as_str();
    let failure = match error {
        FileError::EncodingUnknown { .. }
        | FileError::MapUnknown { .. }
        | FileError::MapTwice { .. }
        | FileError::DialectMismatch { .. }
        | FileError::SheetMissing { .. } => Failure::usage(code, sentence),
        _ => Failure::system(code, sentence),
    };
    let failure = match said.why {
        Some(why) => failure.because(code, why),
        None => failure,
    };
    match said.hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

/// A sentence, why, and what to do.
struct Said {
    sentence: String,
    why: Option<String>,
    hint: Option<String>,
}

impl Said {
    fn new(sentence: impl Into<String>) -> Said {
        Said {
            sentence: sentence.into(),
            why: None,
            hint: None,
        }
    }

    fn why(mut self, why: impl Into<String>) -> Said {
        self.why = Some(why.into());
        self
    }

    fn hint(mut self, hint: impl Into<String>) -> Said {
        self.hint = Some(hint.into());
        self
    }

    fn hint_if(mut self, hint: Option<String>) -> Said {
        self.hint = hint.or(self.hint);
        self
    }
}

fn said(lang: Lang, error: &FileError, names: &Names) -> Said {
    match error {
        FileError::Io { kind, message } => of_system(lang, *kind, message),
        FileError::NotAFile => Said::new(words::not_a_file(lang)).hint(words::not_a_file_hint(lang, names.command)),
        FileError::Empty => Said::new(words::empty(lang)).hint(words::empty_hint(lang, names.template)),
        FileError::NotText { looks_like, .. } => not_text(lang, *looks_like),
        FileError::Nul { .. } => Said::new(words::nul(lang)).hint(words::encoding_hint(lang)),
        FileError::Broken { bytes, encoding, .. } => {
            Said::new(words::broken(lang, hexadecimal(bytes), encoding)).hint(words::encoding_hint(lang))
        }
        FileError::EncodingUnknown { label } => {
            Said::new(words::encoding_unknown(lang, label)).hint(words::encoding_hint(lang))
        }
        FileError::QuoteUnclosed { .. } => Said::new(words::quote_unclosed(lang)).hint(words::quote_hint(lang)),
        FileError::FieldTooLong { limit, .. } => {
            Said::new(words::field_too_long(lang, count(lang, *limit))).hint(words::limits_hint(lang))
        }
        FileError::RowTooLong { limit, .. } => {
            Said::new(words::row_too_long(lang, count(lang, *limit))).hint(words::limits_hint(lang))
        }
        FileError::TooManyColumns { limit, .. } => {
            Said::new(words::too_many_columns(lang, count(lang, *limit))).hint(words::limits_hint(lang))
        }
        error => of_header(lang, error)
            .or_else(|| of_sheet(lang, error))
            .unwrap_or_else(|| {
                // The reader's list may grow; a test demands words for all of it.
                Said::new(words::unreadable(lang))
            }),
    }
}

fn of_header(lang: Lang, error: &FileError) -> Option<Said> {
    Some(match error {
        FileError::HeaderMissing { needs, headers, .. } => {
            let hint = words::header_missing_hint(lang, needs.first().copied().unwrap_or_default());
            Said::new(words::header_missing(lang, needs.join(", ")))
                .why(headings(lang, headers))
                .hint(hint)
        }
        FileError::HeaderDuplicate {
            first, second, header, ..
        } => Said::new(words::header_duplicate(lang, header, first, second)).hint(words::header_duplicate_hint(lang)),
        FileError::MapUnknown { header, headers, .. } => {
            let names: Vec<&str> = headers.iter().map(String::as_str).collect();
            let meant = nearest(header, &names).map(|name| words::did_you_mean(lang, name));
            Said::new(words::map_unknown(lang, header))
                .why(headings(lang, headers))
                .hint_if(meant)
        }
        FileError::MapTwice { field, header } => Said::new(words::map_twice(lang, field, header)),
        FileError::DialectMismatch {
            dialect,
            expected,
            found,
            ..
        } => Said::new(words::dialect_mismatch(lang, dialect, expected, found)).hint(words::dialect_hint(lang)),
        _ => return None,
    })
}

fn of_sheet(lang: Lang, error: &FileError) -> Option<Said> {
    Some(match error {
        FileError::SheetEncrypted => Said::new(words::sheet_encrypted(lang)).hint(words::sheet_encrypted_hint(lang)),
        FileError::SheetRenamed { named, is } => Said::new(words::sheet_renamed(lang, named, is)).hint(match *is {
            "xlsx" | "xls" | "ods" => words::sheet_renamed_hint(lang, is),
            "text" => words::sheet_renamed_hint(lang, "csv"),
            _ => words::sheet_broken_hint(lang).to_owned(),
        }),
        FileError::SheetNotZip { named } => {
            Said::new(words::sheet_not_zip(lang, named)).hint(words::sheet_broken_hint(lang))
        }
        FileError::SheetEntity { part } => Said::new(words::sheet_entity(lang, part)).hint(words::sheet_csv_hint(lang)),
        FileError::SheetTooBig { what, limit } => {
            let limit = count(lang, *limit);
            let why = match what {
                SheetLimit::Compressed => words::sheet_compressed(lang, limit),
                SheetLimit::Inflated => words::sheet_inflated(lang, limit),
                SheetLimit::Cells => words::sheet_cells(lang, limit),
            };
            Said::new(words::sheet_too_big(lang))
                .why(why)
                .hint(words::sheet_csv_hint(lang))
        }
        FileError::SheetMissing { sheet, sheets } => {
            let names: Vec<&str> = sheets.iter().map(String::as_str).collect();
            let meant = nearest(sheet, &names).map(|name| words::did_you_mean(lang, name));
            Said::new(words::sheet_missing(lang, sheet))
                .why(headings(lang, sheets))
                .hint_if(meant)
        }
        FileError::SheetBroken { part, message } => Said::new(words::sheet_broken(lang, part))
            .why(message)
            .hint(words::sheet_broken_hint(lang)),
        _ => return None,
    })
}

fn of_system(lang: Lang, kind: ErrorKind, message: &str) -> Said {
    match kind {
        ErrorKind::NotFound => Said::new(words::missing(lang)),
        ErrorKind::PermissionDenied => Said::new(words::no_permission(lang)),
        _ => Said::new(words::unreadable(lang)).why(message),
    }
}

fn not_text(lang: Lang, looks_like: Option<&str>) -> Said {
    let said = match looks_like {
        Some(kind) => Said::new(words::not_text_kind(lang, kind)),
        None => Said::new(words::not_text(lang)),
    };
    match looks_like {
        Some(kind @ ("utf-16le" | "utf-16be")) => said.hint(words::utf16_hint(lang, kind)),
        _ => said.hint(words::not_text_hint(lang)),
    }
}

/// What the file has, the first few of it.
fn headings(lang: Lang, headers: &[String]) -> String {
    let mut named: Vec<String> = headers
        .iter()
        .filter(|header| !header.trim().is_empty())
        .take(NAMED)
        .map(|header| format!("`{}`", header.chars().take(60).collect::<String>()))
        .collect();
    if named.is_empty() {
        return words::no_headers(lang).to_owned();
    }
    if headers.len() > NAMED {
        named.push(words::more(lang, headers.len() - NAMED));
    }
    words::headers_are(lang, named.join(", "))
}

fn count(lang: Lang, number: u64) -> String {
    lang.count(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use pustaka_core::Kind;
    use pustaka_formats::table::FileErrorCode;

    use super::*;

    const NAMES: Names = Names {
        command: "catalog-import",
        template: "catalog-import template generic",
    };

    fn one_of_each() -> Vec<FileError> {
        let (line, column, limit) = (1, 4, 1024);
        let text = || "x".to_owned();
        vec![
            FileError::Io {
                kind: ErrorKind::NotFound,
                message: text(),
            },
            FileError::NotAFile,
            FileError::Empty,
            FileError::NotText {
                line,
                column,
                looks_like: Some("pdf"),
            },
            FileError::Nul { line, column },
            FileError::Broken {
                line,
                column,
                bytes: vec![0xFF],
                encoding: "utf-8".into(),
            },
            FileError::EncodingUnknown { label: text() },
            FileError::QuoteUnclosed { line, column },
            FileError::FieldTooLong { line, column, limit },
            FileError::RowTooLong { line, column, limit },
            FileError::TooManyColumns { line, column, limit },
            FileError::HeaderMissing {
                line,
                needs: vec!["title"],
                headers: vec!["Buku".into()],
            },
            FileError::HeaderDuplicate {
                line,
                first: 1,
                second: 2,
                header: text(),
                field: None,
            },
            FileError::MapUnknown {
                line,
                field: "title",
                header: "Judl".into(),
                headers: vec!["Judul".into()],
            },
            FileError::MapTwice {
                field: "title",
                header: text(),
            },
            FileError::DialectMismatch {
                line,
                dialect: "slims-item",
                expected: 19,
                found: 3,
            },
            FileError::SheetEncrypted,
            FileError::SheetRenamed {
                named: "xlsx".into(),
                is: "xls",
            },
            FileError::SheetNotZip { named: "xlsx".into() },
            FileError::SheetEntity { part: text() },
            FileError::SheetTooBig {
                what: SheetLimit::Cells,
                limit,
            },
            FileError::SheetMissing {
                sheet: "Lembar2".into(),
                sheets: vec!["Lembar1".into()],
            },
            FileError::SheetBroken {
                part: text(),
                message: text(),
            },
        ]
    }

    #[test]
    fn every_error_of_the_reader_has_words_in_both_languages() {
        let errors = one_of_each();
        let mut seen: Vec<FileErrorCode> = errors.iter().map(FileError::code).collect();
        seen.dedup();
        assert_eq!(seen, FileErrorCode::all(), "an error is missing in this table");
        for error in &errors {
            let [id, en] = Lang::ALL.map(|lang| said(lang, error, &NAMES).sentence);
            assert_ne!(id, en, "{error:?}");
            assert!(en != words::unreadable(Lang::En), "{error:?}");
            let failure = failure(Lang::En, "buku.csv", error, &NAMES);
            assert_eq!(failure.code(), error.code().as_str());
        }
    }

    #[test]
    fn a_place_in_the_file_stands_before_the_sentence() {
        let error = FileError::Nul { line: 2, column: 9 };
        let shown = format!("{:?}", failure(Lang::En, "buku.csv", &error, &NAMES));
        assert!(shown.contains("buku.csv:2:9: A NUL byte"), "{shown}");
    }

    #[test]
    fn a_wrong_option_is_wrong_usage_and_a_bad_file_is_a_failure_of_the_file() {
        for error in one_of_each() {
            let usage = matches!(
                error.code(),
                FileErrorCode::EncodingUnknown
                    | FileErrorCode::MapUnknown
                    | FileErrorCode::MapTwice
                    | FileErrorCode::DialectMismatch
                    | FileErrorCode::SheetMissing
            );
            let expected = if usage { Kind::Usage } else { Kind::System };
            assert_eq!(failure(Lang::Id, "x", &error, &NAMES).kind(), expected, "{error:?}");
        }
    }
}
