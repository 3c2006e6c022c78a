//! `show`: one title with its copies.

use clap::{Arg, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::catalog::search::{self, FullTitle, Hit, Shown, ShownItem};
use serde::Serialize;

use crate::search::choice;
use crate::words;

/// A word in either language.
type Word = fn(Lang) -> &'static str;

/// The most characters of a name that are repeated.
const LONGEST_NAME: usize = 80;

/// A title as other programs read it; keys are the columns of the `pustaka` dialect.
#[derive(Debug, Serialize)]
struct WholeTitle<'a> {
    id: i64,
    title: &'a str,
    part: Option<&'a str>,
    responsibility: Option<&'a str>,
    authors: &'a [String],
    edition: Option<&'a str>,
    isbn: Option<String>,
    isbn_printed: Option<&'a str>,
    issn: Option<&'a str>,
    publisher: Option<&'a str>,
    place: Option<&'a str>,
    year: Option<i64>,
    year_printed: Option<&'a str>,
    extent: Option<&'a str>,
    series: Option<&'a str>,
    class: Option<&'a str>,
    call_number: Option<&'a str>,
    language: Option<&'a str>,
    medium: Option<&'a str>,
    subjects: &'a [String],
    notes: Option<&'a str>,
    image: Option<&'a str>,
    asked: Option<&'a str>,
    items: Vec<WholeItem<'a>>,
}

/// A copy as other programs read it.
#[derive(Debug, Serialize)]
struct WholeItem<'a> {
    item_code: &'a str,
    inventory_number: Option<&'a str>,
    call_number: Option<&'a str>,
    collection_type: Option<&'a str>,
    location: Option<&'a str>,
    shelf: Option<&'a str>,
    status: &'static str,
    available: bool,
    received: Option<&'a str>,
    note: Option<&'a str>,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("show").about(words::show_about(lang)).arg(
        Arg::new("name")
            .value_name(words::name_value(lang))
            .num_args(1..)
            .required(true)
            .help(words::name_help(lang)),
    )
}

pub(crate) fn run(session: &mut Session, name: &str) -> Result<Status, Failure> {
    let lang = session.lang();
    let shown = session.open()?.read(|snapshot| search::show(snapshot, name))?;
    // What was typed is repeated in a sentence, but not all of it.
    let name = name
        .char_indices()
        .nth(LONGEST_NAME)
        .map_or(name, |(end, _)| &name[..end]);
    match shown {
        Shown::Title(full) => {
            session.show(document(&full, lang))?;
            Ok(Status::Done)
        }
        Shown::Several(titles) => {
            session.show(choice(name, &titles))?;
            Err(several(&titles, name, lang))
        }
        Shown::Nothing { suggestion } => {
            let failure = Failure::refused("title.unknown", words::unknown(lang, name));
            Err(match suggestion {
                Some(suggestion) => failure.hint(words::did_you_mean(lang, suggestion)),
                None => failure,
            })
        }
    }
}

fn several(titles: &[Hit], name: &str, lang: Lang) -> Failure {
    let failure = Failure::refused(
        "title.several",
        words::several(lang, lang.count(titles.len() as i64), name),
    );
    match titles.first() {
        Some(first) => failure.hint(words::name_one(lang, first.id)),
        None => failure,
    }
}

fn document(full: &FullTitle, lang: Lang) -> Document {
    let record = &full.title.record;
    let whole = WholeTitle {
        id: full.title.id,
        title: &record.title,
        part: record.part.as_deref(),
        responsibility: record.responsibility.as_deref(),
        authors: &record.authors,
        edition: record.edition.as_deref(),
        isbn: record.isbn.map(|isbn| isbn.to_string()),
        isbn_printed: record.isbn_printed.as_deref(),
        issn: record.issn.as_deref(),
        publisher: record.publisher.as_deref(),
        place: record.place.as_deref(),
        year: record.year,
        year_printed: record.year_printed.as_deref(),
        extent: record.extent.as_deref(),
        series: record.series.as_deref(),
        class: record.class.as_deref(),
        call_number: full.call_number.as_deref(),
        language: record.language.as_deref(),
        medium: record.medium.as_deref(),
        subjects: &record.subjects,
        notes: record.notes.as_deref(),
        image: record.image.as_deref(),
        asked: full.asked.as_deref(),
        items: full.items.iter().map(WholeItem::of).collect(),
    };
    Document::new(&whole)
        .with(fields(&whole, lang))
        .with(copies(&full.items, lang))
}

/// What the record says, a line a field.
fn fields(whole: &WholeTitle<'_>, lang: Lang) -> Report {
    let mut report = Report::new(
        "fields",
        [
            Column::new("field", words::field, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    );
    let text = |text: Option<&str>| Cell::from(text);
    let list = |texts: &[String]| {
        if texts.is_empty() {
            Cell::Empty
        } else {
            texts.to_vec().into()
        }
    };
    let isbn = whole.isbn.as_deref().or(whole.isbn_printed);
    let year = whole.year.map(|year| year.to_string());
    let lines: [(Word, Cell); 20] = [
        (words::title, text(Some(whole.title))),
        (words::part, text(whole.part)),
        (words::responsibility, text(whole.responsibility)),
        (words::authors, list(whole.authors)),
        (words::edition, text(whole.edition)),
        (words::isbn, text(isbn)),
        (words::issn, text(whole.issn)),
        (words::publisher, text(whole.publisher)),
        (words::place, text(whole.place)),
        (words::year, text(whole.year_printed.or(year.as_deref()))),
        (words::extent, text(whole.extent)),
        (words::series, text(whole.series)),
        (words::class, text(whole.class)),
        (words::call_number, text(whole.call_number)),
        (words::language, text(whole.language)),
        (words::medium, text(whole.medium)),
        (words::subjects, list(whole.subjects)),
        (words::notes, text(whole.notes)),
        (words::image, text(whole.image)),
        (words::number, whole.id.to_string().into()),
    ];
    for (heading, value) in lines {
        if value != Cell::Empty {
            report.row([heading(lang).into(), value]);
        }
    }
    report
}

fn copies(items: &[ShownItem], lang: Lang) -> Report {
    let mut report = Report::new(
        "items",
        [
            Column::new("item_code", words::barcode, Kind::Text),
            Column::new("call_number", words::call_number, Kind::Text),
            Column::new("location", words::location, Kind::Text),
            Column::new("shelf", words::shelf, Kind::Text),
            Column::new("status", words::status, Kind::Text),
            Column::new("inventory_number", words::inventory_number, Kind::Text),
        ],
    );
    for shown in items {
        let record = &shown.item.record;
        report.row([
            record.barcode.clone().into(),
            shown.call_number.clone().into(),
            record.location.clone().into(),
            record.shelf.clone().into(),
            words::of_status(lang, record.status).into(),
            record.inventory_number.clone().into(),
        ]);
    }
    if items.is_empty() {
        report.note(words::no_copies(lang));
    }
    report
}

impl<'a> WholeItem<'a> {
    fn of(shown: &'a ShownItem) -> WholeItem<'a> {
        let record = &shown.item.record;
        WholeItem {
            item_code: &record.barcode,
            inventory_number: record.inventory_number.as_deref(),
            call_number: shown.call_number.as_deref(),
            collection_type: record.collection_type.as_deref(),
            location: record.location.as_deref(),
            shelf: record.shelf.as_deref(),
            status: record.status.code(),
            available: shown.available,
            received: record.received.as_deref(),
            note: record.note.as_deref(),
        }
    }
}
