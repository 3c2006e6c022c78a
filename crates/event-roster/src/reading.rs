//! Files that are read: opened with the options of the command line, refused in words, rejected rows put aside.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches};
use pustaka_cli::{Failure, Lang, Session, nearest};
use pustaka_formats::catalogue::FileError;
use pustaka_formats::delimited::{Style, Writer};
use pustaka_formats::table::{BadRow, Options, TableError};

use crate::args::{all, said, text};
use crate::words::{files as words, help};

/// The largest file that is read from standard input, in bytes.
const LARGEST: usize = 32 * 1024 * 1024;

/// How a file is read.
pub(crate) fn args(lang: Lang) -> [Arg; 4] {
    [
        Arg::new("map")
            .long("map")
            .value_name(help::map_value(lang))
            .action(ArgAction::Append)
            .help(help::map(lang)),
        text("delimiter", help::sign_value(lang), help::delimiter(lang)),
        text("encoding", help::name_value(lang), help::encoding(lang)),
        text("sheet", help::name_value(lang), help::sheet(lang)),
    ]
}

/// The options as typed; `keys` are those that `--map` knows.
pub(crate) fn options(matches: &ArgMatches, keys: &[&str], lang: Lang) -> Result<Options, Failure> {
    let mut map = Vec::new();
    for typed in all(matches, "map") {
        let Some((key, heading)) = typed.split_once('=') else {
            return Err(Failure::usage("map.bad", words::bad_map(lang, &typed)).hint(words::map_hint(lang)));
        };
        let key = key.trim().to_lowercase();
        if !keys.contains(&key.as_str()) {
            let failure = Failure::usage("map.unknown-key", words::map_key(lang, &key));
            let failure = failure.because("map.keys", words::map_keys(lang, keys.join(", ")));
            return Err(match nearest(&key, keys) {
                Some(meant) => failure.hint(words::did_you_mean(lang, meant)),
                None => failure,
            });
        }
        map.push((key, heading.trim().to_owned()));
    }
    let delimiter = match said(matches, "delimiter").as_deref() {
        None => None,
        Some("tab" | "\\t" | "\t") => Some(b'\t'),
        Some(sign) if sign.len() == 1 => sign.bytes().next(),
        Some(sign) => return Err(Failure::usage("delimiter.bad", words::bad_delimiter(lang, sign))),
    };
    Ok(Options {
        delimiter,
        encoding: said(matches, "encoding"),
        sheet: said(matches, "sheet"),
        map,
    })
}

/// Opens a file, or what stands on standard input, with a reader of the formats.
pub(crate) fn read<T>(
    session: &mut Session,
    path: &Path,
    open: impl FnOnce(&Path) -> Result<T, TableError>,
    from_bytes: impl FnOnce(Vec<u8>) -> Result<T, TableError>,
) -> Result<T, Failure> {
    let lang = session.lang();
    session.protect(path)?;
    if path == Path::new("-") {
        let bytes = session.read_input(path)?;
        if bytes.len() > LARGEST {
            return Err(Failure::system("file.too-big", words::too_big(lang)));
        }
        return from_bytes(bytes).map_err(|error| refused(lang, words::standard_input(lang), &error));
    }
    open(path).map_err(|error| refused(lang, &path.display().to_string(), &error))
}

/// Why a file is refused as a whole.
fn refused(lang: Lang, name: &str, error: &TableError) -> Failure {
    match error {
        TableError::HeaderMissing { line, needs, headers } => {
            let failure = Failure::system("header.missing", words::header_missing(lang, name, line, needs));
            failure
                .because("header.found", words::headings(lang, headers.join(", ")))
                .hint(words::header_hint(lang, needs))
        }
        TableError::MapUnknown { header, headers } => {
            Failure::usage("map.unknown", words::no_heading(lang, name, header))
                .because("header.found", words::headings(lang, headers.join(", ")))
        }
        TableError::File(error) => of_file(lang, name, error),
    }
}

/// Why a file can't be read on.
pub(crate) fn of_file(lang: Lang, name: &str, error: &FileError) -> Failure {
    let code = error.code().as_str();
    match error {
        FileError::Io { kind, message } => {
            let sentence = words::unreadable(lang, name);
            match kind {
                std::io::ErrorKind::NotFound => Failure::system(code, words::no_such_file(lang, name)),
                _ => Failure::system(code, sentence).because(code, message.clone()),
            }
        }
        FileError::Empty => Failure::system(code, words::empty(lang, name)),
        FileError::NotAFile => Failure::system(code, words::not_a_file(lang, name)),
        FileError::EncodingUnknown { label } => Failure::usage(code, words::encoding_unknown(lang, label)),
        FileError::SheetMissing { sheet, sheets } => {
            let failure = Failure::usage(code, words::no_sheet(lang, name, sheet));
            failure.because(code, words::sheets(lang, sheets.join(", ")))
        }
        FileError::NotText { .. } | FileError::Nul { .. } | FileError::Broken { .. } => {
            Failure::system(code, words::not_text(lang, name)).hint(words::save_as_csv(lang))
        }
        _ => {
            let failure = Failure::system(code, words::unreadable(lang, name));
            let failure = match error.place() {
                Some((line, column)) => failure.because(code, words::at_place(lang, line, column, code)),
                None => failure.because(code, words::reason_code(lang, code)),
            };
            failure.hint(words::save_as_csv(lang))
        }
    }
}

/// A row that was not taken, with its reason.
pub(crate) struct Rejected {
    pub(crate) line: u64,
    pub(crate) code: String,
    pub(crate) reason: String,
    pub(crate) cells: Vec<String>,
}

impl Rejected {
    /// A row that could not be read.
    pub(crate) fn unread(lang: Lang, row: &BadRow) -> Rejected {
        Rejected {
            line: row.line,
            code: row.code.as_str().to_owned(),
            reason: match &row.detail {
                pustaka_formats::catalogue::RejectDetail::Counts { expected, found } => {
                    words::ragged(lang, found, expected)
                }
                _ => words::row_unreadable(lang, row.code.as_str()),
            },
            cells: row.original.clone(),
        }
    }
}

/// The file beside the one that was read, for its rejected rows.
pub(crate) fn rejects_beside(path: &Path) -> PathBuf {
    let mut name = match path == Path::new("-") {
        true => "stdin".into(),
        false => path.as_os_str().to_owned(),
    };
    name.push(".rejects.csv");
    name.into()
}

/// Writes the rejected rows under their own headings, ready to be mended.
pub(crate) fn write_rejects(
    session: &mut Session,
    path: &Path,
    headings: &[String],
    delimiter: Option<u8>,
    rows: &[Rejected],
) -> Result<(), Failure> {
    let style = Style {
        delimiter: delimiter.unwrap_or(b','),
        mark: true,
        guards: false,
        defuse: true,
    };
    let lang = session.lang();
    let written = || -> std::io::Result<Vec<u8>> {
        let mut file = Writer::new(Vec::new(), style)?;
        let reasons = ["line", "code", "reason"].map(str::to_owned);
        file.row(headings.iter().chain(&reasons))?;
        for row in rows {
            let own = (0..headings.len()).map(|at| row.cells.get(at).cloned().unwrap_or_default());
            file.row(own.chain([row.line.to_string(), row.code.clone(), row.reason.clone()]))?;
        }
        file.finish()
    };
    let name = path.display().to_string();
    let bytes = written().map_err(|error| Failure::io("output.failed", words::unwritable(lang, name), &error, lang))?;
    session.write_file(path, &bytes, true)
}
