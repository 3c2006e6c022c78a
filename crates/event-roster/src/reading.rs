//! Files that are read: opened with the options of the command line, refused in words, rejected rows put aside.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches};
use pustaka_cli::import::{Names, Rejected, Rejects, file_failure, publish, unread_row};
use pustaka_cli::{Failure, Lang, Session, nearest};
use pustaka_formats::list::{Options, Shape};
use pustaka_formats::table::{FileError, Reject};

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
pub(crate) fn options(matches: &ArgMatches, keys: &[&'static str], lang: Lang) -> Result<Options, Failure> {
    let mut map = Vec::new();
    for typed in all(matches, "map") {
        let Some((key, heading)) = typed.split_once('=') else {
            return Err(Failure::usage("map.bad", words::bad_map(lang, &typed)).hint(words::map_hint(lang)));
        };
        let key = key.trim().to_lowercase();
        let Some(known) = keys.iter().find(|known| **known == key) else {
            let failure = Failure::usage("map.unknown-key", words::map_key(lang, &key));
            let failure = failure.because("map.keys", words::map_keys(lang, keys.join(", ")));
            return Err(match nearest(&key, keys) {
                Some(meant) => failure.hint(words::did_you_mean(lang, meant)),
                None => failure,
            });
        };
        map.push((*known, heading.trim().to_owned()));
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
        dialect: None,
        sheet: said(matches, "sheet"),
        map,
    })
}

/// How this import is typed, for hints.
const NAMES: Names = Names {
    command: "event-roster import",
    template: "event-roster help lists",
};

/// Opens a file, or what stands on standard input, with a reader of the formats.
pub(crate) fn read<T>(
    session: &mut Session,
    path: &Path,
    open: impl FnOnce(&Path) -> Result<T, FileError>,
    from_bytes: impl FnOnce(Vec<u8>) -> Result<T, FileError>,
) -> Result<T, Failure> {
    let lang = session.lang();
    session.protect(path)?;
    if path == Path::new("-") {
        let bytes = session.read_input(path)?;
        if bytes.len() > LARGEST {
            return Err(Failure::system("file.too-big", words::too_big(lang)));
        }
        return from_bytes(bytes).map_err(|error| of_file(lang, words::standard_input(lang), &error));
    }
    open(path).map_err(|error| of_file(lang, &path.display().to_string(), &error))
}

/// Why a file can't be read.
pub(crate) fn of_file(lang: Lang, name: &str, error: &FileError) -> Failure {
    file_failure(lang, name, error, &NAMES)
}

/// A row that was not taken, with its reason.
pub(crate) struct Aside {
    pub(crate) row: Rejected,
    pub(crate) cells: Vec<String>,
}

impl Aside {
    /// A row that could not be read.
    pub(crate) fn unread(lang: Lang, row: &Reject) -> Aside {
        Aside {
            row: Rejected {
                line: row.line,
                column: row.column.clone(),
                code: row.code.as_str(),
                reason: unread_row(lang, row.code, &row.detail),
            },
            cells: row.original.clone(),
        }
    }
}

/// Writes the rejected rows to a file beside the one that was read, ready to be mended.
pub(crate) fn write_rejects(
    session: &mut Session,
    path: &Path,
    shape: &Shape,
    rows: &[Aside],
    stored: bool,
) -> Result<Option<PathBuf>, Failure> {
    let stdin = Path::new("stdin");
    let beside = if path == Path::new("-") { stdin } else { path };
    let mut rejects = Rejects::beside((!session.dry_run()).then_some(beside));
    for aside in rows {
        rejects.add(shape, &aside.cells, aside.row.clone());
    }
    rejects.seal();
    publish(session, &mut rejects, stored)
}
