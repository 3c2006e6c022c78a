//! Where the night's files go: as typed, as set, else beside the library.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};
use pustaka_cli::{Failure, Lang, Session, as_typed};
use pustaka_core::Library;
use pustaka_core::settings::{Known, NIGHT_BACKUPS, NIGHT_FOLDER};

use super::Running;
use crate::words::{help, run as words};

pub(super) fn argument(lang: Lang) -> Arg {
    Arg::new("backups")
        .long("backups")
        .value_name(help::folder_value(lang))
        .value_parser(clap::value_parser!(OsString))
        .help(help::run_backups(lang))
}

/// The folders that were typed.
pub(super) struct Folders {
    reports: Option<PathBuf>,
    backups: Option<PathBuf>,
}

impl Folders {
    pub(super) fn of(session: &Session, matches: &ArgMatches) -> Folders {
        Folders {
            reports: session.folder().map(PathBuf::from),
            backups: matches.get_one::<OsString>("backups").map(PathBuf::from),
        }
    }

    /// The options that name them, as they are typed again.
    pub(super) fn typed(&self) -> String {
        let named = [("--backups", &self.backups), ("-o", &self.reports)];
        let typed = named
            .into_iter()
            .filter_map(|(option, folder)| Some((option, folder.as_ref()?)));
        typed
            .map(|(option, folder)| format!(" {option} {}", as_typed(folder)))
            .collect()
    }
}

impl Running<'_> {
    /// The folder of the backups.
    pub(super) fn backups_folder(&mut self) -> Result<PathBuf, Failure> {
        let typed = self.folders.backups.clone();
        self.folder(typed, NIGHT_BACKUPS, "backups")
    }

    /// The folder of the reports.
    pub(super) fn reports_folder(&mut self) -> Result<PathBuf, Failure> {
        let typed = self.folders.reports.clone();
        self.folder(typed, NIGHT_FOLDER, "reports")
    }

    /// The folder that was typed, the one that is set, or the one of this name beside the library; only the last is
    /// made, because a missing folder of another name may be a disk that is not there.
    fn folder(&mut self, typed: Option<PathBuf>, known: Known, name: &str) -> Result<PathBuf, Failure> {
        let (lang, rehearsal) = (self.session.lang(), self.session.dry_run());
        let (library, _) = self.library()?;
        let set = library.setting(known.key)?.value;
        let beside = |name: &str| home(library).join(name);
        let path = match typed {
            Some(typed) => typed,
            None if set.is_empty() => {
                let path = beside(name);
                if !rehearsal {
                    make(&path, lang)?;
                }
                return Ok(path);
            }
            None => beside(&set),
        };
        is_folder(&path, known, lang)?;
        Ok(path)
    }
}

/// The folder of the library.
fn home(library: &Library) -> &Path {
    library.path().parent().unwrap_or(Path::new("/"))
}

/// Makes a folder that is the night's own; its group may look into it.
fn make(path: &Path, lang: Lang) -> Result<(), Failure> {
    match DirBuilder::new().mode(0o770).create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made.map_err(|error| {
            Failure::io(
                "night.folder",
                words::folder_not_made(lang, path.display()),
                &error,
                lang,
            )
        }),
    }
}

/// Clears away what runs that were killed left unfinished in the folder of the reports; the night has its turn alone.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if (name.starts_with(".report-") || name.starts_with(".latest.")) && name.ends_with(".tmp") {
            let _stays = std::fs::remove_file(entry.path());
        }
    }
}

fn is_folder(path: &Path, known: Known, lang: Lang) -> Result<(), Failure> {
    let (code, sentence) = match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(_) => ("night.not-a-folder", words::not_a_folder(lang, path.display())),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            ("night.no-folder", words::no_folder(lang, path.display()))
        }
        Err(error) => {
            let sentence = words::folder_closed(lang, path.display());
            return Err(Failure::io("night.folder", sentence, &error, lang));
        }
    };
    let failure = Failure::system(code, sentence).because("night.disk", words::no_folder_why(lang));
    Err(failure.hint(words::no_folder_hint(lang, as_typed(path), known.key)))
}
