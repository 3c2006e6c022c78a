//! What programs write and when they sync it, read from the record that `strace` keeps of them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::run::{Ended, Run};

/// The calls that a power cut has an opinion of.
const CALLS: &str =
    "openat,close,dup,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2";

/// One thing that a program did to a file of the folder.
#[derive(Debug, Clone)]
pub(super) enum Event {
    /// Bytes at a place.
    Write { file: String, at: usize, bytes: Vec<u8> },
    /// Cut or stretched to a length.
    Truncate { file: String, length: usize },
    /// Everything of the file so far is on the disk.
    Sync { file: String },
    /// The file is gone.
    Unlink { file: String },
    /// A person was told that it is done.
    Acknowledged(String),
}

/// Files as they were, and everything that was done to them since.
pub(super) struct Recording {
    folder: PathBuf,
    pub(super) files: HashMap<String, Vec<u8>>,
    pub(super) events: Vec<Event>,
}

impl Recording {
    /// Keeps the library's files as they are now.
    pub(super) fn begin(folder: &Path) -> Result<Recording> {
        let mut files = HashMap::new();
        for name in ["library.db", "library.db-wal"] {
            if let Ok(bytes) = std::fs::read(folder.join(name)) {
                files.insert(name.to_owned(), bytes);
            }
        }
        Ok(Recording {
            folder: folder.canonicalize()?,
            files,
            events: Vec::new(),
        })
    }

    /// Runs a command to its end, and adds what it did.
    pub(super) fn run(&mut self, run: &Run) -> Result<Ended> {
        let (ended, log) = run.recorded(CALLS)?;
        let mut open: HashMap<u32, String> = HashMap::new();
        for line in log.lines() {
            self.take(line, &mut open)
                .with_context(|| line.chars().take(160).collect::<String>())?;
        }
        Ok(ended)
    }

    /// Somebody was told that this is done.
    pub(super) fn acknowledged(&mut self, what: &str) {
        self.events.push(Event::Acknowledged(what.to_owned()));
    }

    /// How many writes there are.
    pub(super) fn writes(&self) -> usize {
        let writes = self.events.iter().filter(|event| matches!(event, Event::Write { .. }));
        writes.count()
    }

    /// Takes up one line of the record.
    fn take(&mut self, line: &str, open: &mut HashMap<u32, String>) -> Result<()> {
        let Some((name, rest)) = line.split_once('(') else {
            return Ok(());
        };
        let Some((args, answer)) = rest.rsplit_once(") = ") else {
            return Ok(());
        };
        let answer: i64 = answer.split(' ').next().unwrap_or_default().parse().unwrap_or(-1);
        if answer < 0 {
            return Ok(());
        }
        let args: Vec<&str> = args.split(", ").collect();
        let number = || args.first().and_then(|fd| fd.parse::<u32>().ok());
        match name {
            "openat" => {
                let path = text(args.get(1).context("a path")?)?;
                match self.own(&path) {
                    Some(file) => open.insert(u32::try_from(answer)?, file),
                    None => open.remove(&u32::try_from(answer)?),
                };
            }
            "unlink" | "unlinkat" | "rename" | "renameat" | "renameat2" => {
                for arg in &args {
                    let path = if arg.starts_with('"') { text(arg)? } else { Vec::new() };
                    match (self.own(&path), name.starts_with("unlink")) {
                        (Some(file), true) => self.events.push(Event::Unlink { file }),
                        (Some(file), false) => bail!("{file} is renamed, which this rig does not know"),
                        (None, _) => {}
                    }
                }
            }
            "close" => drop(number().and_then(|fd| open.remove(&fd))),
            _ => {
                if let Some(file) = number().and_then(|fd| open.get(&fd)) {
                    self.events.push(event(name, file, &args, usize::try_from(answer)?)?);
                }
            }
        }
        Ok(())
    }

    /// The name of a file that a cut is about.
    fn own(&self, path: &[u8]) -> Option<String> {
        let path = Path::new(std::str::from_utf8(path).ok()?);
        let name = path.strip_prefix(&self.folder).unwrap_or(path).to_str()?;
        matches!(name, "library.db" | "library.db-wal" | "library.db-journal").then(|| name.to_owned())
    }
}

fn event(name: &str, file: &str, args: &[&str], answer: usize) -> Result<Event> {
    let file = file.to_owned();
    Ok(match name {
        "pwrite64" => {
            let mut bytes = text(args.get(1).context("bytes")?)?;
            bytes.truncate(answer);
            let at = args.last().context("a place")?.parse()?;
            Event::Write { file, at, bytes }
        }
        "ftruncate" => Event::Truncate {
            file,
            length: args.last().context("a length")?.parse()?,
        },
        "fsync" | "fdatasync" => Event::Sync { file },
        other => bail!("{other} on {file}, which this rig does not know"),
    })
}

/// The bytes of a string that `strace -xx` shows: `"\x6c\x69"`.
fn text(shown: &str) -> Result<Vec<u8>> {
    let inner = shown.trim_start_matches('"').trim_end_matches('"');
    let mut bytes = Vec::with_capacity(inner.len() / 4);
    for code in inner.split("\\x").skip(1) {
        bytes.push(u8::from_str_radix(code, 16).with_context(|| format!("`{code}` is no byte"))?);
    }
    Ok(bytes)
}
