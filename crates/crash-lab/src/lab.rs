//! What every rig is given: the programs, a scratch folder, the seed, and how a verdict looks.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use pustaka_testkit::random::Random;
use tempfile::TempDir;

use crate::run::Run;

/// The laboratory.
pub(crate) struct Lab {
    /// Folder of the programs under test.
    pub(crate) bin: PathBuf,
    /// This program, which is also the careless one of the controls.
    pub(crate) me: PathBuf,
    /// What random numbers start from.
    pub(crate) seed: u64,
    /// Two minutes instead of an hour.
    pub(crate) quick: bool,
    /// The rows that are run; none means all.
    pub(crate) only: Vec<String>,
    /// The commands that row R2 tries; none means all.
    pub(crate) trials: Vec<String>,
    scratch: TempDir,
}

/// How a rig, or its control, came out.
pub(crate) struct Verdict {
    /// What was tried.
    pub(crate) name: String,
    /// What was counted.
    pub(crate) figures: String,
    /// Whether it held.
    pub(crate) outcome: Outcome,
}

/// Whether a promise held.
pub(crate) enum Outcome {
    /// It did. For a control: it failed, as it must.
    Held,
    /// It did not: one line a case.
    Broke(Vec<String>),
    /// This machine does not allow the trial.
    Skipped,
}

impl Verdict {
    /// A trial that must have no broken case.
    pub(crate) fn of(name: impl Into<String>, figures: String, broken: Vec<String>) -> Verdict {
        let outcome = match broken.is_empty() {
            true => Outcome::Held,
            false => Outcome::Broke(broken),
        };
        Verdict {
            name: name.into(),
            figures,
            outcome,
        }
    }

    /// A control, which must have some.
    pub(crate) fn control(name: impl Into<String>, figures: String, broken: usize) -> Verdict {
        let outcome = match broken {
            0 => Outcome::Broke(vec!["the control did not fail: the rig shows nothing".to_owned()]),
            _ => Outcome::Held,
        };
        Verdict {
            name: format!("control: {}", name.into()),
            figures,
            outcome,
        }
    }

    /// A trial that this machine does not allow.
    pub(crate) fn skipped(name: impl Into<String>, why: impl Into<String>) -> Verdict {
        Verdict {
            name: name.into(),
            figures: why.into(),
            outcome: Outcome::Skipped,
        }
    }
}

impl Lab {
    /// With a seed taken from the number of the process, and the programs that lie beside this one.
    pub(crate) fn new() -> Result<Lab> {
        let me = std::env::current_exe()?;
        Ok(Lab {
            bin: me.parent().unwrap_or(Path::new(".")).to_owned(),
            me,
            seed: u64::from(std::process::id()),
            quick: false,
            only: Vec::new(),
            trials: Vec::new(),
            scratch: TempDir::with_prefix("crash-lab-")?,
        })
    }

    /// Fails unless every program is there.
    pub(crate) fn need_tools(&self) -> Result<()> {
        for tool in [
            "library-db",
            "catalog-import",
            "catalog-search",
            "catalog-export",
            "member",
            "loan",
            "event-roster",
            "nightly-report",
        ] {
            if !self.bin.join(tool).is_file() {
                bail!(
                    "{} is not built; scripts/crash-lab builds it",
                    self.bin.join(tool).display()
                );
            }
        }
        Ok(())
    }

    /// Random numbers for one rig.
    pub(crate) fn random(&self, rig: &str) -> Random {
        let salt = rig
            .bytes()
            .fold(0_u64, |salt, byte| salt.wrapping_mul(131).wrapping_add(u64::from(byte)));
        Random::new(self.seed ^ salt)
    }

    /// The smaller number in a quick run.
    pub(crate) fn many(&self, quick: usize, full: usize) -> usize {
        if self.quick { quick } else { full }
    }

    /// An empty folder of its own.
    pub(crate) fn folder(&self, name: &str) -> Result<PathBuf> {
        let path = self.scratch.path().join(name);
        if path.exists() {
            std::fs::remove_dir_all(&path)?;
        }
        std::fs::create_dir_all(&path)?;
        Ok(path)
    }

    /// One of the programs, told to act as of a fixed day in a folder.
    pub(crate) fn tool(&self, name: &str, folder: &Path, args: &[&str]) -> Run {
        Run::new(&self.bin.join(name), folder, args)
    }

    /// The careless program of a control.
    pub(crate) fn careless(&self, folder: &Path, args: &[&str]) -> Run {
        let mut all = vec!["careless"];
        all.extend(args);
        Run::new(&self.me, folder, &all)
    }

    /// A new library with rows from the generator in it, closed, in `folder/library.db`.
    pub(crate) fn stocked(&self, folder: &Path, rows: usize) -> Result<PathBuf> {
        let made = self
            .tool("library-db", folder, &["init", "--name", "Perpustakaan Uji"])
            .go()?;
        if made.code != Some(0) {
            bail!("init: {}", made.words);
        }
        if rows > 0 {
            let list = self.list(folder, "stock.csv", rows, 0)?;
            let brought = self.tool("catalog-import", folder, &[&list]).go()?;
            if brought.code != Some(0) {
                bail!("import: {}", brought.words);
            }
        }
        Ok(folder.join("library.db"))
    }

    /// A list of rows in the `pustaka` dialect; the same seed and the same rows give the same list.
    pub(crate) fn list(&self, folder: &Path, name: &str, rows: usize, first: usize) -> Result<String> {
        let mut file = std::io::BufWriter::new(std::fs::File::create(folder.join(name))?);
        let size = pustaka_testkit::catalogue::Size {
            rows,
            first,
            further: 30,
        };
        pustaka_testkit::catalogue::write(&mut file, &size, self.seed)?;
        std::io::Write::flush(&mut file)?;
        Ok(name.to_owned())
    }
}
