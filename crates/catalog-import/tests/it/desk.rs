//! A folder with a library in it, and the program run there: sealed from the user's own environment.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use pustaka_cli::{Finished, World, run_in};
use pustaka_core::check::{Depth, Report};
use pustaka_core::{Act, Library, NewLibrary, OpenOptions, StaffCode};
use serde_json::Value;
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_catalog-import");

/// An empty library as it lies on the disk: copied, it is made much faster than made anew.
static EMPTY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let new = NewLibrary {
        name: "Perpustakaan Uji".to_owned(),
        force_file_system: true,
    };
    let act = Act {
        at: "2026-11-20T10:15:00+07:00[Asia/Jakarta]".parse().unwrap(),
        staff: StaffCode::parse("sari").unwrap(),
    };
    drop(Library::create(&path, &new, &act).unwrap());
    std::fs::read(&path).unwrap()
});

/// A folder with a library in it.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A desk with an empty library.
    pub(crate) fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("library.db"), &*EMPTY).unwrap();
        Desk { folder }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn db(&self) -> PathBuf {
        self.path("library.db")
    }

    /// Puts a file on the desk, and answers its whole name.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Puts a copy of a file of the project on the desk.
    pub(crate) fn fixture(&self, name: &str) -> String {
        let bytes = std::fs::read(root().join("fixtures").join(name)).unwrap();
        self.file(name.rsplit('/').next().unwrap(), bytes)
    }

    /// A sealed world at 10:15 on 20 November 2026.
    pub(crate) fn world(&self) -> World {
        World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
            .with_env("PUSTAKA_DB", self.db())
            .with_env("PUSTAKA_STAFF", "sari")
            .with_env("PUSTAKA_LANG", "en")
            .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        run_in(&catalog_import::TOOL, args.iter().copied(), self.world())
    }

    /// Runs the tool in process and answers its exit code and its JSON.
    pub(crate) fn json(&self, args: &[&str]) -> (u8, Value) {
        let finished = self.run(&[args, &["--format", "json"]].concat());
        (finished.code, json(&finished.stdout))
    }

    /// Imports a file of these bytes and answers what became of it.
    pub(crate) fn import(&self, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> (u8, Value) {
        let file = self.file(name, bytes);
        self.json(&[&[file.as_str()], more].concat())
    }

    /// The shipped program, ready to run.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .env_clear()
            .env("PUSTAKA_DB", self.db())
            .env("PUSTAKA_STAFF", "sari")
            .env("PUSTAKA_AT", "2026-11-20T10:15")
            .env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
            .current_dir(self.folder());
        command
    }

    /// What the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.program(args).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        format!(
            "$ catalog-import {}\n{}{}exit {}\n\n",
            args.join(" "),
            text(&stdout),
            text(&stderr),
            status.code().unwrap()
        )
    }

    /// The library, looked over deeply.
    pub(crate) fn check(&self) -> Report {
        let options = OpenOptions {
            force_file_system: true,
            ..OpenOptions::default()
        };
        Library::open(&self.db(), &options).unwrap().check(Depth::Deep).unwrap()
    }

    /// The names of the files on the desk that are not the library's.
    pub(crate) fn files(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.folder()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with("library.db")).collect();
        names.sort();
        names
    }
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The JSON on a stream; null for nothing.
pub(crate) fn json(bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(bytes).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(bytes)))
}

/// The code of the failure that a run in JSON ended with.
pub(crate) fn code_of(finished: &Finished) -> String {
    let error = json(&finished.stderr);
    error["error"]["code"].as_str().unwrap_or_default().to_owned()
}

/// The warnings of an answer: code and count.
pub(crate) fn warnings(answer: &Value) -> Vec<(String, u64)> {
    let all = answer["warnings"].as_array().unwrap().iter();
    all.map(|warning| {
        let code = warning["code"].as_str().unwrap().to_owned();
        (code, warning["count"].as_u64().unwrap())
    })
    .collect()
}

/// Blank, imported, unchanged and rejected rows, after seeing that they are all of them.
pub(crate) fn rows(answer: &Value) -> [u64; 4] {
    let number = |key: &str| answer[key].as_u64().unwrap();
    let rows = ["blank", "imported", "unchanged", "rejected"].map(number);
    assert_eq!(number("records"), rows.iter().sum::<u64>(), "{answer}");
    rows
}
