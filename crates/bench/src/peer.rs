//! The peer: the `sqlite3` program with the same file in one table, two indexes and a full-text index.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::measure::{self, Run};

const TABLE: &str = "CREATE TABLE raw(judul,pengarang,penerbit,tahun,kota,isbn,klasifikasi,subjek,kode,induk,harga,\
                     tanggal,catatan);";
const INDEXES: &str = "CREATE INDEX raw_kode ON raw(kode); CREATE INDEX raw_isbn ON raw(isbn);";
const WORDS: &str = "CREATE VIRTUAL TABLE words USING fts5(judul,pengarang,subjek,penerbit,catatan,content='raw');";

/// Whether there is a peer at all.
pub(crate) fn present() -> Result<()> {
    let version = Command::new("sqlite3")
        .arg("--version")
        .output()
        .context("the peer `sqlite3` is not installed")?;
    if !version.status.success() {
        bail!("the peer `sqlite3` does not run");
    }
    Ok(())
}

/// Imports a file into a new database: one table, then two indexes, then a full-text index.
pub(crate) fn import(db: &Path, file: &Path) -> Result<Run> {
    let import = import_line(file);
    timed(
        db,
        &format!("{TABLE}\n{import}\n{INDEXES}\n{WORDS}\nINSERT INTO words(words) VALUES('rebuild');\n"),
    )
}

/// Adds a file to a database made by [`import`].
pub(crate) fn add(db: &Path, file: &Path) -> Result<Run> {
    let import = import_line(file);
    timed(
        db,
        &format!(
            "CREATE TEMP TABLE mark AS SELECT max(rowid) AS last FROM raw;\n{import}\n\
             INSERT INTO words(rowid,judul,pengarang,subjek,penerbit,catatan) \
             SELECT rowid,judul,pengarang,subjek,penerbit,catatan FROM raw WHERE rowid > (SELECT last FROM mark);\n"
        ),
    )
}

/// One question, as a whole process.
pub(crate) fn ask(db: &Path, sql: &str) -> Result<Run> {
    measure::brief(Command::new("sqlite3").arg("-readonly").arg(db).arg(sql))
}

fn import_line(file: &Path) -> String {
    format!(".mode csv\n.separator ;\n.import --skip 1 \"{}\" raw", file.display())
}

fn timed(db: &Path, script: &str) -> Result<Run> {
    let script_file = db.with_extension("sql");
    std::fs::File::create(&script_file)?.write_all(script.as_bytes())?;
    measure::watched(
        Command::new("sqlite3")
            .arg(db)
            .stdin(Stdio::from(std::fs::File::open(&script_file)?)),
    )
}
