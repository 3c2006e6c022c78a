//! The desk of the testkit with a small catalogue in its library, and this tool at work on it.

use std::ops::Deref;

use pustaka_cli::Finished;
use pustaka_core::catalog::record::Field;
use pustaka_core::{Library, OpenOptions};
use pustaka_testkit::desk::Desk as Folder;
use pustaka_testkit::filled::{self, Row};

/// The catalogue of the desk: a row a title, fields parted by `|`.
const CATALOGUE: &[&str] = &[
    "title=Laskar Pelangi : novel|author=Hirata, Andrea|isbn=978-979-3062-79-2|publisher=Bentang|year=2005|class=899.221|subject=Novel Indonesia|item_code=B00001|item_code=B00002|shelf=S-1",
    "title=Sang pemimpi|author=Hirata, Andrea|year=2006|class=899.221|item_code=B00003|shelf=S-1|status=not-for-loan",
    "title=Fiqih zakat|author=Yusuf al-Qaradhawi|year=2010|class=2X4.1|item_code=B00004|location=Ruang referensi",
    "title=Membaca cepat|author=Soedarso|year=2004|class=372.4|item_code=B00005",
    "title=Kamus besar|author=Pusat Bahasa|year=2001|edition=Ed. 3|item_code=B00006",
    "title=Kamus besar|author=Pusat Bahasa|year=2016|edition=Ed. 5|item_code=B00007",
];

/// A folder with a library in it, and titles in the library.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let rows: Vec<Vec<(Field, &str)>> = CATALOGUE.iter().map(|row| row.split('|').map(cell).collect()).collect();
        let rows: Vec<Row<'_>> = rows.iter().map(Vec::as_slice).collect();
        let desk = Folder::new();
        filled::import(&desk.db(), &rows);
        Desk(desk)
    }

    /// The library, to look into.
    pub(crate) fn library(&self) -> Library {
        let options = OpenOptions {
            force_file_system: true,
            ..OpenOptions::default()
        };
        Library::open(&self.db(), &options).unwrap()
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&catalog_search::TOOL, args)
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let told = self.0.told(env!("CARGO_BIN_EXE_catalog-search"), args);
        format!("$ catalog-search {}\n{told}\n", args.join(" "))
    }
}

fn cell(text: &str) -> (Field, &str) {
    let (field, value) = text.split_once('=').unwrap();
    (Field::from_code(field).unwrap(), value)
}
