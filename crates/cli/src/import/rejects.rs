//! The file of rejected rows: beside the file they came from, whole or not at all, never in place of another.

use std::fs::Permissions;
use std::io::{self, BufWriter};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use pustaka_formats::rejects::{Reason, Writer};
use pustaka_formats::table::Shape;
use tempfile::{Builder, NamedTempFile};

/// So many rejected rows are named on the screen.
pub(crate) const SHOWN: usize = 20;

/// A rejected row, as people are told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Line in the file.
    pub line: u64,
    /// The heading of the column, where one is at fault.
    pub column: Option<String>,
    /// Stable code.
    pub code: &'static str,
    /// The sentence.
    pub reason: String,
}

/// The file on its way.
enum Draft {
    /// No row was rejected yet.
    None,
    Written(Box<Writer<BufWriter<NamedTempFile>>>),
    /// Whole and safe on disk, still without its name.
    Sealed(NamedTempFile),
}

/// Where rejected rows go.
pub struct Rejects {
    /// `FILE.rejects.csv`; none for a dry run.
    wanted: Option<PathBuf>,
    /// What its permissions are before the umask.
    mode: u32,
    draft: Draft,
    failed: Option<io::Error>,
    /// The first ones.
    pub first: Vec<Rejected>,
    /// How many there are.
    pub count: u64,
}

impl Rejects {
    /// Rejected rows of the file at `input`; `None` keeps only the first ones in memory, for a dry run.
    pub fn beside(input: Option<&Path>) -> Rejects {
        let wanted = input.map(|input| {
            let mut name = input.as_os_str().to_owned();
            name.push(".rejects.csv");
            PathBuf::from(name)
        });
        Rejects {
            wanted,
            mode: 0o666,
            draft: Draft::None,
            failed: None,
            first: Vec::new(),
            count: 0,
        }
    }

    /// The rows are about people: the file is for its owner and group only, as the library is.
    #[must_use]
    pub fn private(self) -> Rejects {
        Rejects { mode: 0o660, ..self }
    }

    /// Writes a row down. That it can't be written is kept for later: see [`Rejects::failure`].
    pub fn add<D, F>(&mut self, shape: &Shape<D, F>, original: &[String], row: Rejected) {
        self.count += 1;
        if self.failed.is_none()
            && let Err(error) = self.write(shape, original, &row)
        {
            self.draft = Draft::None;
            self.failed = Some(error);
        }
        if self.first.len() < SHOWN {
            self.first.push(row);
        }
    }

    fn write<D, F>(&mut self, shape: &Shape<D, F>, original: &[String], row: &Rejected) -> io::Result<()> {
        let Some(wanted) = &self.wanted else {
            return Ok(());
        };
        if let Draft::None = self.draft {
            let draft = BufWriter::new(draft_beside(wanted, self.mode)?);
            self.draft = Draft::Written(Box::new(Writer::new(draft, shape)?));
        }
        let reason = Reason {
            line: row.line,
            column: row.column.as_deref(),
            code: row.code,
            words: &row.reason,
        };
        match &mut self.draft {
            Draft::Written(file) => file.write(original, &reason),
            Draft::None | Draft::Sealed(_) => Ok(()),
        }
    }

    /// Makes the rows safe on disk, before anything is stored that counts on them.
    pub fn seal(&mut self) {
        self.draft = match std::mem::replace(&mut self.draft, Draft::None) {
            Draft::Written(file) => match sealed(*file) {
                Ok(file) => Draft::Sealed(file),
                Err(error) => {
                    self.failed = Some(error);
                    Draft::None
                }
            },
            other => other,
        };
    }

    /// Why the rows could not be written down.
    pub fn failure(&mut self) -> Option<(PathBuf, io::Error)> {
        let error = self.failed.take()?;
        Some((self.wanted.clone().unwrap_or_default(), error))
    }

    /// Whether a row could not be written down.
    pub fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// Gives the file its name: `FILE.rejects.csv`, or the next free `FILE.rejects-2.csv`. No file for no row.
    ///
    /// # Errors
    /// The name it could not have, and why.
    pub fn publish(&mut self) -> Result<Option<PathBuf>, (PathBuf, io::Error)> {
        match (std::mem::replace(&mut self.draft, Draft::None), &self.wanted) {
            (Draft::Sealed(file), Some(wanted)) => match persist(file, wanted) {
                Ok(name) => Ok(Some(name)),
                Err(error) => Err((wanted.clone(), error)),
            },
            _ => Ok(None),
        }
    }
}

fn sealed(file: Writer<BufWriter<NamedTempFile>>) -> io::Result<NamedTempFile> {
    let file = file.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Gives the finished file the first free name.
fn persist(mut draft: NamedTempFile, wanted: &Path) -> io::Result<PathBuf> {
    let unnamed = draft.path().to_owned();
    for number in 1..10_000 {
        let name = numbered(wanted, number);
        match draft.persist_noclobber(&name) {
            Ok(_) => {
                crate::finished(&unnamed);
                return Ok(name);
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => draft = error.file,
            Err(error) => return Err(error.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// A file without its name yet, in the folder of `wanted`, with these permissions less the umask.
fn draft_beside(wanted: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let folder = match wanted.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let draft = Builder::new()
        .prefix(".rejects-")
        .suffix(".tmp")
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder)?;
    crate::unfinished(draft.path());
    Ok(draft)
}

fn numbered(wanted: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return wanted.to_owned();
    }
    let name = wanted.as_os_str().as_encoded_bytes();
    let stem = name.strip_suffix(b".csv").unwrap_or(name);
    let mut numbered = stem.to_owned();
    numbered.extend_from_slice(format!("-{number}.csv").as_bytes());
    PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(
        numbered,
    ))
}
