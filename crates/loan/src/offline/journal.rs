//! The journal of a desk away: a file that only grows, a line for everything that happened. A line is on the disk
//! before anybody is told that it counts; one that a power cut tore is seen as such and stays where it is.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use pustaka_cli::{Failure, Lang};
use pustaka_core::circulation::offline::{Deed, Intent, Unreadable};
use serde::{Deserialize, Serialize};

use crate::words::offline as words;

/// The first line: what the file is, and a name that no other file has.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    journal: String,
    version: u32,
}

/// A journal that was read.
#[derive(Debug)]
pub(crate) struct Told {
    /// What names the file, the same for every copy of it.
    pub(crate) name: String,
    /// Its lines, each with its place in the file.
    pub(crate) lines: Vec<(u64, Result<Intent, Unreadable>)>,
}

/// Reads a journal; `None` when the bytes are none.
pub(crate) fn parse(bytes: &[u8]) -> Option<Told> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = (1..).zip(text.lines());
    let head: Head = serde_json::from_str(lines.next()?.1)
        .ok()
        .filter(|head: &Head| head.version == 1)?;
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    Some(Told {
        name: head.journal,
        lines: lines.map(|(number, line)| (number, Intent::parse(line))).collect(),
    })
}

/// A journal that is added to.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    file: File,
    /// The file ends within a line: what is added begins a new one.
    torn: bool,
    last: u64,
    lang: Lang,
}

impl Journal {
    /// Opens a journal, or begins one; nobody else adds to it meanwhile. Answers what happened before.
    pub(crate) fn open(path: &Path, staff: &str, at: DateTime, lang: Lang) -> Result<(Journal, Vec<Intent>), Failure> {
        let io = |error: &io::Error| Failure::io("journal.io", words::journal_io(lang, path.display()), error, lang);
        let opened = OpenOptions::new().read(true).append(true).create(true).open(path);
        let mut file = opened.map_err(|error| io(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let failure = Failure::system("journal.busy", words::journal_busy(lang, path.display()));
                return Err(failure.hint(words::journal_busy_hint(lang)));
            }
            Err(TryLockError::Error(error)) => return Err(io(&error)),
        }
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))
            .and_then(|_| file.read_to_end(&mut bytes))
            .map_err(|error| io(&error))?;
        let mut journal = Journal {
            path: path.to_owned(),
            file,
            torn: !bytes.is_empty() && !bytes.ends_with(b"\n"),
            last: 0,
            lang,
        };
        if bytes.is_empty() {
            let name = format!("{staff}-{}-{}", at.strftime("%Y-%m-%dT%H:%M:%S"), std::process::id());
            let head = serde_json::to_string(&Head {
                journal: name,
                version: 1,
            })
            .unwrap_or_default();
            journal.put(&head)?;
            journal.keep_name().map_err(|error| io(&error))?;
            return Ok((journal, Vec::new()));
        }
        let Some(read) = parse(&bytes) else {
            return Err(
                Failure::system("journal.alien", words::journal_alien(lang, path.display()))
                    .hint(words::journal_alien_hint(lang)),
            );
        };
        let intents: Vec<Intent> = read.lines.into_iter().filter_map(|(_, line)| line.ok()).collect();
        journal.last = intents.iter().map(|intent| intent.line).max().unwrap_or(0);
        Ok((journal, intents))
    }

    /// Adds what happened; it is on the disk when this returns.
    pub(crate) fn add(&mut self, at: DateTime, staff: &str, deed: Deed) -> Result<Intent, Failure> {
        let intent = Intent::new(self.last + 1, at, staff, deed);
        self.put(&intent.to_text())?;
        self.last = intent.line;
        Ok(intent)
    }

    fn put(&mut self, line: &str) -> Result<(), Failure> {
        let begin = if self.torn { "\n" } else { "" };
        let written = self.file.write_all(format!("{begin}{line}\n").as_bytes());
        // Until the line is whole on the disk, whatever is there may be a part of it.
        self.torn = true;
        let kept = written.and_then(|()| self.file.sync_data());
        kept.map_err(|error| {
            let sentence = words::journal_not_kept(self.lang, self.path.display());
            Failure::io("journal.io", sentence, &error, self.lang)
        })?;
        self.torn = false;
        Ok(())
    }

    /// Makes the name of a new file last, too.
    fn keep_name(&self) -> io::Result<()> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use pustaka_core::circulation::offline::Deed;

    use super::*;

    fn at(second: i8) -> DateTime {
        date(2026, 11, 20).at(10, 15, second, 0)
    }

    fn back(item: &str) -> Deed {
        Deed::Return { item: item.to_owned() }
    }

    #[test]
    fn what_was_added_is_there_after_any_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("today.jsonl");
        let (mut journal, before) = Journal::open(&path, "sari", at(0), Lang::En).unwrap();
        assert!(before.is_empty());
        journal.add(at(1), "sari", back("B1")).unwrap();
        journal.add(at(2), "sari", back("B2")).unwrap();
        drop(journal);
        let whole = std::fs::read(&path).unwrap();
        let second = whole.len()
            - whole[..whole.len() - 1]
                .iter()
                .rev()
                .position(|byte| *byte == b'\n')
                .unwrap()
            - 1;
        for cut in second..=whole.len() {
            std::fs::write(&path, &whole[..cut]).unwrap();
            let (mut journal, before) = Journal::open(&path, "sari", at(3), Lang::En).unwrap();
            // Without its line end alone the second line is whole.
            let kept = if cut + 1 >= whole.len() { 2 } else { 1 };
            assert_eq!(before.len(), kept, "cut at {cut}");
            let added = journal.add(at(4), "budi", back("B3")).unwrap();
            assert_eq!(added.line, kept as u64 + 1);
            drop(journal);
            let read = parse(&std::fs::read(&path).unwrap()).unwrap();
            let lines: Vec<u64> = read
                .lines
                .iter()
                .filter_map(|(_, line)| Some(line.as_ref().ok()?.line))
                .collect();
            assert_eq!(lines, (1..=kept as u64 + 1).collect::<Vec<_>>(), "cut at {cut}");
            let torn = read
                .lines
                .iter()
                .filter(|(_, line)| *line == Err(Unreadable::Torn))
                .count();
            assert_eq!(
                torn,
                usize::from(kept == 1 && cut > second),
                "cut at {cut}: what is torn is seen"
            );
        }
    }

    #[test]
    fn another_file_is_no_journal_and_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("other.txt");
        for bytes in [
            "hello\n",
            "{}\n",
            "{\"journal\":\"x\",\"version\":2}\n",
            "Version=1.0\n",
        ] {
            std::fs::write(&path, bytes).unwrap();
            let refused = Journal::open(&path, "sari", at(0), Lang::En).unwrap_err();
            assert_eq!(refused.code(), "journal.alien", "{bytes}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), bytes);
        }
    }

    #[test]
    fn one_desk_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("today.jsonl");
        let held = Journal::open(&path, "sari", at(0), Lang::En).unwrap();
        assert_eq!(
            Journal::open(&path, "budi", at(0), Lang::En).unwrap_err().code(),
            "journal.busy"
        );
        drop(held);
        Journal::open(&path, "budi", at(0), Lang::En).unwrap();
    }
}
