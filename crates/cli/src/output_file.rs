//! Output files: written whole or not at all, and never onto something that must not be lost.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use crate::errors::as_typed;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::signals;
use crate::words::output as words;

/// What an output file must not be written onto.
#[derive(Debug, Clone, Default)]
pub(crate) struct Guard {
    /// The library file; its companions are guarded with it.
    pub(crate) library: Option<PathBuf>,
    /// Files being read.
    pub(crate) inputs: Vec<PathBuf>,
    /// A file that exists may be replaced.
    pub(crate) force: bool,
}

/// Where an output file will stand, found fit for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// As typed, for messages.
    shown: PathBuf,
    folder: PathBuf,
    name: OsString,
    replaces: bool,
}

impl Place {
    /// Looks at a path before any work is done for it.
    ///
    /// # Errors
    /// With `--force` or without: the library file and its companions, an input, a symbolic link, a folder, a device,
    /// a missing folder. Without `--force`: a file that exists, a path that climbs with `..`.
    pub(crate) fn find(path: &Path, guard: &Guard, lang: Lang) -> Result<Place, Failure> {
        let shown = path.display();
        let Some(name) = path.file_name().filter(|_| !ends_in_slash(path)) else {
            return Err(Failure::usage("output.no-name", words::no_name(lang, shown)));
        };
        let climbs = path.components().any(|part| part == std::path::Component::ParentDir);
        if climbs && !guard.force {
            return Err(Failure::usage("output.climbs", words::climbs(lang, shown)).hint(words::climbs_hint(lang)));
        }
        let parent = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let folder = parent.canonicalize().map_err(|_| {
            let hint = words::make_folder(lang, as_typed(parent));
            Failure::system("output.no-folder", words::no_folder(lang, parent.display())).hint(hint)
        })?;
        let place = Place {
            shown: path.to_owned(),
            name: name.to_owned(),
            replaces: false,
            folder,
        };
        place.refuse_precious(guard, lang)?;
        place.refuse_existing(guard.force, lang)
    }

    fn target(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    fn refuse_precious(&self, guard: &Guard, lang: Lang) -> Result<(), Failure> {
        let target = self.target();
        let shown = self.shown.display();
        if guard.library.iter().any(|library| is_of_library(&target, library)) {
            let sentence = words::file_is_library(lang, shown);
            return Err(Failure::usage("output.library", sentence).hint(words::other_name(lang)));
        }
        let mut inputs = guard.inputs.iter().filter(|input| *input != Path::new("-"));
        if inputs.any(|input| is_same_file(&target, input)) {
            let sentence = words::file_is_input(lang, shown);
            return Err(Failure::usage("output.input", sentence).hint(words::other_name(lang)));
        }
        Ok(())
    }

    fn refuse_existing(mut self, force: bool, lang: Lang) -> Result<Place, Failure> {
        let shown = self.shown.display();
        let Ok(there) = fs::symlink_metadata(self.target()) else {
            return Ok(self);
        };
        let kind = there.file_type();
        let (code, sentence) = if kind.is_symlink() {
            ("output.symlink", words::file_is_link(lang, shown))
        } else if kind.is_dir() {
            ("output.folder", words::file_is_folder(lang, shown))
        } else if !kind.is_file() {
            ("output.device", words::file_is_special(lang, shown))
        } else if !force {
            let failure = Failure::usage("output.exists", words::file_exists(lang, shown));
            return Err(failure.hint(words::use_force(lang)));
        } else {
            self.replaces = true;
            return Ok(self);
        };
        Err(Failure::usage(code, sentence).hint(words::other_name(lang)))
    }
}

fn ends_in_slash(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// The library file, or one of the files that SQLite and the queue keep beside it.
fn is_of_library(target: &Path, library: &Path) -> bool {
    let library = resolved(library);
    let companions = ["", "-wal", "-shm", "-journal", ".queue", ".night", ".key"].map(|suffix| {
        let mut name = library.clone().into_os_string();
        name.push(suffix);
        PathBuf::from(name)
    });
    companions.iter().any(|companion| is_same_file(target, companion))
}

fn is_same_file(target: &Path, other: &Path) -> bool {
    if target == resolved(other) {
        return true;
    }
    match (fs::metadata(target), fs::metadata(other)) {
        (Ok(one), Ok(two)) => (one.dev(), one.ino()) == (two.dev(), two.ino()),
        _ => false,
    }
}

/// The path with its folder resolved, also when the file itself is missing.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(whole) = path.canonicalize() {
        return whole;
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (absolute.parent().map(Path::canonicalize), absolute.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => absolute,
    }
}

/// The mode of a file that is its owner's and group's alone.
const PRIVATE: u32 = 0o640;

/// A file being written under a temporary name; [`finish`](OutputFile::finish) gives it its own. Dropped before that,
/// it is gone.
#[derive(Debug)]
pub(crate) struct OutputFile {
    place: Place,
    temporary: PathBuf,
    file: Option<BufWriter<File>>,
    private: bool,
}

impl OutputFile {
    /// Begins a file at a place that was found fit.
    pub(crate) fn begin(place: Place, lang: Lang) -> Result<OutputFile, Failure> {
        let failed = |error: &io::Error| place.failure(error, lang);
        let (temporary, file) = create_beside(&place).map_err(|error| failed(&error))?;
        signals::unfinished(&temporary);
        Ok(OutputFile {
            place,
            temporary,
            file: Some(BufWriter::with_capacity(1 << 16, file)),
            private: false,
        })
    }

    /// The sentence for a write that failed.
    pub(crate) fn failure(&self, error: &io::Error, lang: Lang) -> Failure {
        self.place.failure(error, lang)
    }

    /// Makes the file safe on disk and gives it its name.
    pub(crate) fn finish(mut self, lang: Lang) -> Result<(), Failure> {
        let done = self.persist();
        done.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                let sentence = words::file_exists(lang, self.place.shown.display());
                Failure::usage("output.exists", sentence).hint(words::use_force(lang))
            }
            _ => self.place.failure(&error, lang),
        })
    }

    fn persist(&mut self) -> io::Result<()> {
        let Some(writer) = self.file.take() else {
            return Ok(());
        };
        let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
        let target = self.place.target();
        if self.place.replaces {
            let mut kept = fs::metadata(&target)?.permissions();
            if self.private {
                kept.set_mode(kept.mode() & PRIVATE);
            }
            file.set_permissions(kept)?;
        }
        file.sync_all()?;
        let folder = File::open(&self.place.folder)?;
        if self.place.replaces {
            fs::rename(&self.temporary, &target)?;
        } else {
            rename_to_new(&self.temporary, &target)?;
        }
        signals::finished(&self.temporary);
        self.temporary = PathBuf::new();
        match folder.sync_all() {
            // The file system has no such thing as a folder to sync.
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
            // What was there can't be put back, and what is there now is whole.
            Err(_) if self.place.replaces => Ok(()),
            // Who is told that it failed must not find the file there.
            Err(error) => {
                let _absent = fs::remove_file(&target);
                Err(error)
            }
            Ok(()) => Ok(()),
        }
    }
}

impl OutputFile {
    /// Keeps the file to its owner and group before it has a name; one that it replaces is no reason to be seen by more.
    pub(crate) fn keep_private(&mut self) -> io::Result<()> {
        self.private = true;
        let file = self.file.as_ref().map(BufWriter::get_ref);
        file.map_or(Ok(()), |file| file.set_permissions(fs::Permissions::from_mode(PRIVATE)))
    }
}

impl Place {
    fn failure(&self, error: &io::Error, lang: Lang) -> Failure {
        Failure::io(
            "output.failed",
            words::file_failed(lang, self.shown.display()),
            error,
            lang,
        )
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(bytes),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), BufWriter::flush)
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        if self.temporary != Path::new("") {
            let _ = fs::remove_file(&self.temporary);
            signals::finished(&self.temporary);
        }
    }
}

/// A new hidden file in the same folder, so that a rename is all that is left to do.
fn create_beside(place: &Place) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    for attempt in 0..100 {
        let mut name = OsString::from(".");
        name.push(&place.name);
        name.push(format!(".{process}-{attempt}.tmp"));
        let path = place.folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (path, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Renames unless the target exists, even when it came into being a moment ago.
fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {
            if fs::symlink_metadata(to).is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            fs::rename(from, to)
        }
        done => Ok(done?),
    }
}

/// A file name made from a title: lower-case letters and digits joined by `-`, at most 60 characters, never empty,
/// never a path.
///
/// ```
/// use pustaka_cli::slug;
/// assert_eq!(slug("../../Bumi Manusia: edisi 1980"), "bumi-manusia-edisi-1980");
/// assert_eq!(slug("漢字"), "untitled");
/// ```
pub fn slug(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        if name.len() >= 60 {
            break;
        }
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        "untitled".to_owned()
    } else {
        name.to_owned()
    }
}
