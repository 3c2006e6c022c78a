//! `shelf`: the copies of a class as they stand.

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::catalog::search::{self, ShelfPage, ShelvedItem};
use serde::Serialize;

use crate::words;

/// A part of a shelf as other programs read it.
#[derive(Debug, Serialize)]
struct Part<'a> {
    class: &'a str,
    total: usize,
    skipped: usize,
    items: Vec<PartItem<'a>>,
}

/// A copy on the shelf as other programs read it.
#[derive(Debug, Serialize)]
struct PartItem<'a> {
    call_number: &'a str,
    item_code: &'a str,
    title: &'a str,
    authors: &'a [String],
    location: Option<&'a str>,
    shelf: Option<&'a str>,
    status: &'static str,
    available: bool,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("shelf")
        .about(words::shelf_about(lang))
        .arg(
            Arg::new("name")
                .value_name(words::class_value(lang))
                .required(true)
                .help(words::shelf_class_help(lang)),
        )
        .arg(
            Arg::new("skip")
                .long("skip")
                .value_name("N")
                .value_parser(value_parser!(u64).range(..=10_000_000))
                .default_value("0")
                .help(words::skip_help(lang)),
        )
        .arg(crate::limit("100").help(words::shelf_limit_help(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let class = matches.get_one::<String>("name").map_or("", String::as_str).trim();
    let number = |name: &str| matches.get_one::<u64>(name).map_or(0, |number| *number as usize);
    let (skip, limit) = (number("skip"), number("limit"));
    if class.is_empty() {
        return Err(Failure::usage("class.empty", words::no_class(lang)));
    }
    let library = session.open()?;
    let page = library.read(|snapshot| search::shelf(snapshot, class, skip, limit))?;
    if page.total == 0 {
        return Err(Failure::refused("class.none", words::empty_shelf(lang, class)));
    }
    session.show(document(class, &page, skip, lang))?;
    Ok(Status::Done)
}

fn document(class: &str, page: &ShelfPage, skip: usize, lang: Lang) -> Document {
    let part = Part {
        class,
        total: page.total,
        skipped: skip,
        items: page.items.iter().map(PartItem::of).collect(),
    };
    let mut list = Report::new(
        "items",
        [
            Column::new("call_number", words::call_number, Kind::Text),
            Column::new("item_code", words::barcode, Kind::Text),
            Column::new("title", words::title, Kind::Text),
            Column::new("authors", words::authors, Kind::Text),
            Column::new("location", words::location, Kind::Text),
            Column::new("shelf", words::shelf, Kind::Text),
            Column::new("status", words::status, Kind::Text),
        ],
    );
    for item in &page.items {
        list.row([
            item.call_number.clone().into(),
            item.barcode.clone().into(),
            item.title.clone().into(),
            item.authors.clone().into(),
            item.location.clone().into(),
            item.shelf.clone().into(),
            words::of_status(lang, item.status).into(),
        ]);
    }
    let next = skip + page.items.len();
    if page.items.is_empty() {
        list.note(words::beyond_the_end(lang, lang.count(page.total as i64)));
    } else if skip > 0 || next < page.total {
        let count = |number: usize| lang.count(number as i64);
        list.note(words::copies_of(lang, count(skip + 1), count(next), count(page.total)));
    }
    Document::new(&part).with(list)
}

impl<'a> PartItem<'a> {
    fn of(item: &'a ShelvedItem) -> PartItem<'a> {
        PartItem {
            call_number: &item.call_number,
            item_code: &item.barcode,
            title: &item.title,
            authors: &item.authors,
            location: item.location.as_deref(),
            shelf: item.shelf.as_deref(),
            status: item.status.code(),
            available: item.available,
        }
    }
}
