//! A folder with a small library in it, and the program run there: sealed from the user's own environment.

use std::path::PathBuf;
use std::process::{Command, Output};

use jiff::civil::date;
use pustaka_cli::{Finished, World, run_in};
use pustaka_core::catalog::import::{Counts, Incoming, Options, RejectReason, Source};
use pustaka_core::catalog::record::Field;
use pustaka_core::{Act, Library, NewLibrary, OpenOptions, Result, StaffCode};
use tempfile::TempDir;

/// Rows as an import's reader gives them.
struct Rows {
    rows: Vec<Incoming>,
    read: u64,
}

impl Source for Rows {
    fn next(&mut self) -> Result<Option<Incoming>> {
        self.read += u64::from(!self.rows.is_empty());
        Ok(if self.rows.is_empty() {
            None
        } else {
            Some(self.rows.remove(0))
        })
    }

    fn reject(&mut self, reason: &RejectReason) -> Result<()> {
        panic!("{reason:?}")
    }

    fn counts(&self) -> Counts {
        Counts {
            records: self.read,
            ..Counts::default()
        }
    }
}

/// The catalogue of the desk: a row a title, fields parted by `|`.
const CATALOGUE: &[&str] = &[
    "title=Laskar Pelangi : novel|author=Hirata, Andrea|isbn=978-979-3062-79-2|publisher=Bentang|year=2005|class=899.221|subject=Novel Indonesia|item_code=B00001|item_code=B00002|shelf=S-1",
    "title=Sang pemimpi|author=Hirata, Andrea|year=2006|class=899.221|item_code=B00003|shelf=S-1|status=not-for-loan",
    "title=Fiqih zakat|author=Yusuf al-Qaradhawi|year=2010|class=2X4.1|item_code=B00004|location=Ruang referensi",
    "title=Membaca cepat|author=Soedarso|year=2004|class=372.4|item_code=B00005",
    "title=Kamus besar|author=Pusat Bahasa|year=2001|edition=Ed. 3|item_code=B00006",
    "title=Kamus besar|author=Pusat Bahasa|year=2016|edition=Ed. 5|item_code=B00007",
];

pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        let act = Act {
            at: date(2026, 11, 19).at(8, 0, 0, 0).in_tz("Asia/Jakarta").unwrap(),
            staff: StaffCode::parse("sari").unwrap(),
        };
        let new = NewLibrary {
            force_file_system: true,
            ..NewLibrary::default()
        };
        let mut library = Library::create(&desk.db(), &new, &act).unwrap();
        let rows = CATALOGUE.iter().zip(2..).map(|(row, line)| Incoming {
            line,
            cells: row.split('|').map(cell).collect(),
            warnings: Vec::new(),
        });
        let mut rows = Rows {
            rows: rows.collect(),
            read: 0,
        };
        let options = Options {
            file: "katalog.csv".to_owned(),
            dialect: "pustaka".to_owned(),
            ..Options::default()
        };
        let outcome = library.import(&act, &options, &mut rows).unwrap();
        assert_eq!(outcome.titles.new, CATALOGUE.len() as u64);
        desk
    }

    pub(crate) fn db(&self) -> PathBuf {
        self.folder.path().join("library.db")
    }

    /// The library, to look into.
    pub(crate) fn library(&self) -> Library {
        let options = OpenOptions {
            force_file_system: true,
            ..OpenOptions::default()
        };
        Library::open(&self.db(), &options).unwrap()
    }

    /// Runs the tool in process at 10:15 on 20 November 2026.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        let world = World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
            .with_env("PUSTAKA_DB", self.db())
            .with_env("PUSTAKA_STAFF", "sari")
            .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
        run_in(&catalog_search::TOOL, args.iter().copied(), world)
    }

    /// What the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalog-search"));
        let Output { status, stdout, stderr } = command
            .args(args)
            .env_clear()
            .env("PUSTAKA_DB", self.db())
            .env("PUSTAKA_STAFF", "sari")
            .env("PUSTAKA_AT", "2026-11-20T10:15")
            .env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (out, err, code) = (text(stdout), text(stderr), status.code().unwrap());
        format!("$ catalog-search {}\n{out}{err}exit {code}\n\n", args.join(" "))
    }
}

fn cell(text: &str) -> (Field, String) {
    let (field, value) = text.split_once('=').unwrap();
    (Field::from_code(field).unwrap(), value.to_owned())
}
