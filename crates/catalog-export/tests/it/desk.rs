//! A folder with a library in it, some titles in the library, and the program run there: sealed from the user's own
//! environment.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pustaka_cli::{Finished, World, run_in};
use pustaka_core::catalog::import::{Counts, Incoming, Options, RejectReason, Source};
use pustaka_core::catalog::record::Field;
use pustaka_core::{Act, Library, NewLibrary, OpenOptions, StaffCode};
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_catalog-export");

/// A row of the catalogue: what its fields hold.
pub(crate) type Row<'a> = &'a [(Field, &'a str)];

/// A folder with a library in it.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A desk whose library holds these titles.
    pub(crate) fn with(rows: &[Row<'_>]) -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        let act = Act {
            at: "2026-11-20T10:15:00+07:00[Asia/Jakarta]".parse().unwrap(),
            staff: StaffCode::parse("sari").unwrap(),
        };
        let new = NewLibrary {
            name: "Perpustakaan Uji".to_owned(),
            force_file_system: true,
        };
        drop(Library::create(&desk.db(), &new, &act).unwrap());
        let options = OpenOptions {
            force_file_system: true,
            ..OpenOptions::default()
        };
        let mut library = Library::open(&desk.db(), &options).unwrap();
        let mut source = Rows { rows, read: 0 };
        let options = Options {
            file: "uji.csv".to_owned(),
            dialect: "pustaka".to_owned(),
            ..Options::default()
        };
        let outcome = library.import(&act, &options, &mut source).unwrap();
        assert_eq!(outcome.imported, rows.len() as u64);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn db(&self) -> PathBuf {
        self.path("library.db")
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A sealed world at 10:15 on 20 November 2026.
    pub(crate) fn world(&self) -> World {
        World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
            .with_env("PUSTAKA_DB", self.db())
            .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        run_in(&catalog_export::TOOL, args, self.world())
    }

    /// The shipped program, ready to run.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .env_clear()
            .env("PUSTAKA_DB", self.db())
            .env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
            .current_dir(self.folder());
        command
    }

    /// What the shipped program says on both streams, and its exit code, with this desk's folder named `[DESK]`.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.program(args).output().unwrap();
        let folder = self.folder().canonicalize().unwrap();
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            text.replace(folder.to_str().unwrap(), "[DESK]").replace('\r', "")
        };
        format!("{}{}exit {}\n", text(&stdout), text(&stderr), status.code().unwrap())
    }
}

struct Rows<'a> {
    rows: &'a [Row<'a>],
    read: usize,
}

impl Source for Rows<'_> {
    fn next(&mut self) -> pustaka_core::Result<Option<Incoming>> {
        let Some(row) = self.rows.get(self.read) else {
            return Ok(None);
        };
        self.read += 1;
        Ok(Some(Incoming {
            line: self.read as u64,
            cells: row.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            warnings: Vec::new(),
        }))
    }

    fn reject(&mut self, reason: &RejectReason) -> pustaka_core::Result<()> {
        panic!("{reason:?}")
    }

    fn counts(&self) -> Counts {
        Counts {
            records: self.read as u64,
            ..Counts::default()
        }
    }
}
