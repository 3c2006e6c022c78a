//! R13: nothing of an erased member is left: not in the file, its log, a new backup, or an export.

use std::path::{Path, PathBuf};

use anyhow::Result;
use pustaka_core::check::Depth;

use super::counter::ended_well;
use crate::lab::{Lab, Verdict};
use crate::observe::unsound;

/// A person, and what must not be found of them afterwards.
struct Person {
    card: String,
    name: String,
    phone: String,
    nik: String,
}

impl Person {
    fn numbered(number: usize) -> Person {
        Person {
            card: format!("Z{number:05}"),
            name: format!("Xqperson{number:04} Vwlastname{number:04}"),
            phone: format!("0813{:08}", 70_000_000 + number * 7_919),
            nik: format!("357101{:02}0190{:04}", 1 + number % 28, 7000 + number),
        }
    }

    /// How they may stand in a file: the name as typed and folded, the telephone with and without its country, the NIK
    /// whole and masked.
    fn traces(&self) -> Vec<String> {
        let national = &self.phone[1..];
        vec![
            self.name.clone(),
            self.name.to_lowercase(),
            self.name.split(' ').next().unwrap_or_default().to_lowercase(),
            national.to_owned(),
            self.nik.clone(),
            format!("3571••••••••{}", &self.nik[12..]),
            self.card.clone(),
        ]
    }
}

/// The traces that stand in any of the files.
fn found(files: &[PathBuf], people: &[Person]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in files {
        let Ok(bytes) = std::fs::read(path) else { continue };
        for trace in people.iter().flat_map(Person::traces) {
            if bytes.windows(trace.len()).any(|window| window == trace.as_bytes()) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                found.push(format!("`{trace}` stands in {name}"));
            }
        }
    }
    Ok(found)
}

/// Every file that a library leaves in a folder and its shelf.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in [folder.to_owned(), folder.join("shelf")] {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() && path.extension().is_none_or(|ending| ending != "log") {
                files.push(path);
            }
        }
    }
    Ok(files)
}

fn enrol(lab: &Lab, folder: &Path, person: &Person) -> Result<()> {
    let args = [
        "add",
        "--card",
        &person.card,
        "--name",
        &person.name,
        "--phone",
        &person.phone,
        "--nik",
        &person.nik,
    ];
    ended_well(&lab.tool("member", folder, &args).go()?)
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let many = lab.many(5, 100);
    let people: Vec<Person> = (1..=many).map(Person::numbered).collect();
    let folder = lab.folder("erasure")?;
    let path = lab.stocked(&folder, many)?;
    std::fs::create_dir(folder.join("shelf"))?;
    let mut barcodes = rusqlite::Connection::open(&path)?
        .prepare("SELECT barcode FROM item WHERE status = 'available' ORDER BY id")?
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?
        .into_iter();
    for person in &people {
        enrol(lab, &folder, person)?;
        if let Some(barcode) = barcodes.next() {
            ended_well(&lab.tool("loan", &folder, &["checkout", &person.card, &barcode]).go()?)?;
            ended_well(&lab.tool("loan", &folder, &["return", &barcode]).go()?)?;
        }
    }
    let before = found(&files(&folder)?, &people)?;
    for person in &people {
        ended_well(&lab.tool("member", &folder, &["erase", &person.card, "--yes"]).go()?)?;
    }
    ended_well(&lab.tool("library-db", &folder, &["backup", "shelf"]).go()?)?;
    ended_well(&lab.tool("catalog-export", &folder, &["-o", "out.csv"]).go()?)?;
    let mut broken = found(&files(&folder)?, &people)?;
    broken.extend(unsound(&path, Depth::Deep));
    let figures = format!("{many} members, {} traces before, {} after", before.len(), broken.len());
    if before.is_empty() {
        broken.push("nothing of them was there before".to_owned());
    }
    Ok(vec![
        Verdict::of("members erased", figures, broken),
        control(lab, &people)?,
    ])
}

/// A row that is merely deleted is still there to read.
fn control(lab: &Lab, people: &[Person]) -> Result<Verdict> {
    let folder = lab.folder("erasure-control")?;
    let path = lab.stocked(&folder, 10)?;
    std::fs::create_dir(folder.join("shelf"))?;
    for person in people {
        enrol(lab, &folder, person)?;
    }
    let conn = rusqlite::Connection::open(&path)?;
    conn.execute_batch("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF; DELETE FROM member")?;
    drop(conn);
    let left = found(&files(&folder)?, people)?.len();
    Ok(Verdict::control("a plain DELETE", format!("{left} traces left"), left))
}
