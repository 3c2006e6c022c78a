//! The page of a day into a folder: HTML, JSON, CSV, workbook, and the page of the last day under a name that stays.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use pustaka_cli::{Document, Failure, Format, Lang, Session};
use pustaka_core::Library;
use pustaka_core::reports::page::Page;

use crate::words::page as words;

/// The page of the last day, for a bookmark.
const LATEST: &str = "latest.html";

/// Writes the files of a day into a folder that is there, and answers which. Everything is made before the first is
/// written, each is written whole or not at all, and what stays under one name changes last, so that a bookmark never
/// leads to half of it. Files of the same day give way: the night may be run again.
///
/// # Errors
/// When the day is not closed, or a file can't be written.
pub(crate) fn write_reports(
    session: &mut Session,
    library: &Library,
    folder: &Path,
    day: Date,
) -> Result<Vec<PathBuf>, Failure> {
    let page = library.page(day, session.today())?;
    let mut written = Vec::new();
    for (name, bytes) in made(session.lang(), &page)? {
        let path = folder.join(name);
        session.write_file(&path, &bytes, true)?;
        written.push(path);
    }
    Ok(written)
}

/// The files of a page: their names and what stands in them, in the order they are written.
pub(crate) fn made(lang: Lang, page: &Page) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let html = super::render(lang, page).into_bytes();
    let document = super::document(lang, page);
    let name = |ending: &str| format!("report-{}.{ending}", page.day);
    Ok(vec![
        (name("json"), bytes(&document, &Format::Json, lang)?),
        (name("csv"), bytes(&super::lines(lang, page), &Format::Csv, lang)?),
        (name("xlsx"), bytes(&document, &Format::Xlsx, lang)?),
        (name("html"), html.clone()),
        (LATEST.to_owned(), html),
    ])
}

fn bytes(document: &Document, format: &Format, lang: Lang) -> Result<Vec<u8>, Failure> {
    let made = document.to_bytes(format, lang);
    made.map_err(|error| {
        Failure::system("report.failed", words::not_made(lang)).because("report.why", error.to_string())
    })
}
