//! Reads whole files for the tests.
#![allow(dead_code, reason = "every test file takes what it needs")]

use std::path::{Path, PathBuf};

use pustaka_formats::catalogue::{Field, FileError, Options, Reader, Reject, Row, Shape, Warning};

/// Everything that a file gives.
#[derive(Debug)]
pub(crate) struct Whole {
    pub(crate) shape: Shape,
    pub(crate) rows: Vec<Row>,
    pub(crate) rejects: Vec<Reject>,
    pub(crate) originals: Vec<Vec<String>>,
    pub(crate) blank: u64,
    pub(crate) records: u64,
    pub(crate) file_warnings: Vec<Warning>,
}

pub(crate) fn drain(mut reader: Reader) -> Result<Whole, FileError> {
    let (mut rows, mut rejects, mut originals) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(row) = reader.next_row()? {
        originals.push(reader.original().to_vec());
        match row {
            Ok(row) => rows.push(row),
            Err(reject) => rejects.push(reject),
        }
    }
    Ok(Whole {
        shape: reader.shape().clone(),
        rows,
        rejects,
        originals,
        blank: reader.blank(),
        records: reader.records(),
        file_warnings: reader.file_warnings().to_vec(),
    })
}

pub(crate) fn read_with(bytes: impl Into<Vec<u8>>, options: &Options) -> Result<Whole, FileError> {
    drain(Reader::from_bytes(bytes.into(), options)?)
}

pub(crate) fn read(bytes: impl Into<Vec<u8>>) -> Result<Whole, FileError> {
    read_with(bytes, &Options::default())
}

pub(crate) fn open(path: &Path) -> Result<Whole, FileError> {
    drain(Reader::open(path, &Options::default())?)
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn fixture(name: &str) -> PathBuf {
    root().join("fixtures").join(name)
}

/// A file that lies beside the project and is not part of it; tests say when it is missing.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data").join(name);
    path.exists().then_some(path)
}

/// The cells of one field, joined by ` | `.
pub(crate) fn values(row: &Row, field: Field) -> String {
    row.all(field).collect::<Vec<_>>().join(" | ")
}

/// The codes of the row's warnings.
pub(crate) fn codes(row: &Row) -> Vec<&'static str> {
    row.warnings.iter().map(|warning| warning.code.as_str()).collect()
}
