//! `register`: the accession register (buku induk), a row a copy, as it is bound and handed to inspectors.

mod columns;
mod words;

use std::io::{self, Write};

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{
    Cell, Column, Document, Failure, Format, Kind, Lang, Progress, Report, Session, Status, Stream, examples, period,
    visible,
};
use pustaka_core::Library;
use pustaka_core::reports::page::Span;
use pustaka_core::reports::tables::register::{self, Accession, Stock};
use pustaka_core::settings::LIBRARY_NAME;
use pustaka_formats::sheet::{self, ColumnKind, Paper, PaperColumn, WriteError};

use self::columns::{columns, row};

/// Rows that people can read where tables are read.
const READABLE: i64 = 2_000;
/// Rows of a sheet, less those above and below the list.
const OF_A_SHEET: i64 = 1_048_000;
/// Copies between two looks at the progress bar.
const STEP: i64 = 1_000;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("register")
        .about(words::about(lang))
        .args(period::args(lang))
        .after_help(examples(
            lang,
            [
                (
                    "catalog-export register --year 2025 -o buku-induk-2025.xlsx",
                    words::example_year(lang),
                ),
                ("catalog-export register -o buku-induk.csv", words::example_all(lang)),
                (
                    "catalog-export register --quarter 2026-Q3 --excel -o q3.csv",
                    words::example_excel(lang),
                ),
            ],
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let span = period::typed(session, matches)?;
    let library = session.open()?;
    let book = Book::of(&library, span, session.lang())?;
    if session.dry_run() {
        session.say(words::would_write(session.lang(), session.lang().count(book.count)));
        return Ok(Status::Done);
    }
    match session.format() {
        Format::Table | Format::Own(_) => book.show(session, &library)?,
        Format::Xlsx => book.print(session, &library)?,
        Format::Csv | Format::Json => book.stream(session, &library)?,
    }
    if let Some(file) = session.output() {
        let said = words::written(session.lang(), session.lang().count(book.count), file.display());
        session.say(said);
    }
    Ok(Status::Done)
}

/// What is written, and how much of it there is.
struct Book {
    library: String,
    span: Option<Span>,
    count: i64,
    stock: Stock,
}

impl Book {
    fn of(library: &Library, span: Option<Span>, lang: Lang) -> Result<Book, Failure> {
        let name = library.setting(LIBRARY_NAME.key)?.value;
        let (count, stock) = library.read(|snapshot| {
            let count = register::count(snapshot, span)?;
            Ok((count, register::stock(snapshot)?))
        })?;
        Ok(Book {
            library: words::title(lang, name).trim_end().to_owned(),
            span,
            count,
            stock,
        })
    }

    /// What stands above the list: whose it is, and of which days.
    fn lines(&self, lang: Lang) -> Vec<String> {
        let days = match self.span {
            Some(span) => words::received(lang, period::shown(span, lang)),
            None => words::whole(lang).to_owned(),
        };
        let mut lines = vec![self.library.clone(), days];
        lines.extend(self.undated(lang));
        lines
    }

    /// Where the copies are of which nobody noted the day.
    fn undated(&self, lang: Lang) -> Option<String> {
        let count = Some(self.stock.undated).filter(|count| *count > 0)?;
        Some(match self.span {
            Some(_) => words::undated_out(lang, lang.count(count)),
            None => words::undated_in(lang, lang.count(count)),
        })
    }

    /// Hands every row to `each`, in one snapshot of the library, until it fails.
    fn rows(
        &self,
        library: &Library,
        (lang, progress): (Lang, &mut Progress),
        mut each: impl FnMut(&[Cell]) -> io::Result<()>,
    ) -> Result<io::Result<()>, Failure> {
        let total = self.count.unsigned_abs();
        let (mut number, mut written) = (0_i64, Ok(()));
        let mut one = |copy: &Accession| {
            if number % STEP == 0 {
                progress.report(number.unsigned_abs(), total, number.unsigned_abs());
            }
            number += 1;
            written = each(&row(number, copy, lang));
            written.is_ok()
        };
        library.read(|snapshot| register::each_accession(snapshot, self.span, &mut one))?;
        Ok(written)
    }

    /// For people, as long as it can be read.
    fn show(&self, session: &mut Session, library: &Library) -> Result<(), Failure> {
        let lang = session.lang();
        if self.count > READABLE {
            let sentence = words::too_long(lang, lang.count(self.count));
            return Err(Failure::usage("output.too-long", sentence).hint(words::too_long_hint(lang)));
        }
        let mut list = Report::new("register", keys());
        let mut progress = session.progress(words::progress(lang));
        let held = self.rows(library, (lang, &mut progress), |row| {
            list.row(row.to_vec());
            Ok(())
        })?;
        debug_assert!(held.is_ok(), "memory takes every row");
        self.undated(lang).into_iter().for_each(|note| list.note(note));
        session.show(Document::from(list).headed(self.lines(lang)[..2].join("\n")))
    }

    /// As CSV or JSON, row by row.
    fn stream(&self, session: &mut Session, library: &Library) -> Result<(), Failure> {
        let (lang, excel, json) = (session.lang(), session.excel(), *session.format() == Format::Json);
        let mut progress = session.progress(words::progress(lang));
        let mut sink = session.sink()?;
        let begin = |out| match json {
            true => Stream::json(out, &self.told(), "register", keys(), lang),
            false => Stream::csv(out, keys(), lang, excel),
        };
        let written = self.stream_into(&mut sink, begin, library, (lang, &mut progress))?;
        match written {
            Ok(()) => sink.finish(),
            Err(error) => sink.fail(&error),
        }
    }

    fn stream_into<'o>(
        &self,
        out: &'o mut dyn Write,
        begin: impl FnOnce(&'o mut dyn Write) -> io::Result<Stream<'o>>,
        library: &Library,
        shown: (Lang, &mut Progress),
    ) -> Result<io::Result<()>, Failure> {
        let mut stream = match begin(out) {
            Ok(stream) => stream,
            Err(error) => return Ok(Err(error)),
        };
        let rows = self.rows(library, shown, |row| stream.row(row))?;
        Ok(rows.and_then(|()| stream.finish()))
    }

    /// What the JSON tells of the whole.
    fn told(&self) -> [(&'static str, serde_json::Value); 5] {
        let day = |day: Option<Date>| day.map_or(serde_json::Value::Null, |day| day.to_string().into());
        [
            ("report", "register".into()),
            ("from", day(self.span.map(|span| span.first))),
            ("to", day(self.span.map(|span| span.last))),
            ("copies", self.count.into()),
            ("undated", self.stock.undated.into()),
        ]
    }

    /// As a workbook that is printed and bound, with a place to sign at the end.
    fn print(&self, session: &mut Session, library: &Library) -> Result<(), Failure> {
        let lang = session.lang();
        if self.count > OF_A_SHEET {
            let sentence = words::too_many(lang, lang.count(self.count));
            return Err(Failure::usage("output.too-many", sentence).hint(words::too_many_hint(lang)));
        }
        let of_paper = columns().map(|(column, width)| PaperColumn {
            heading: (column.heading)(lang).to_owned(),
            kind: match column.kind {
                Kind::Number => ColumnKind::Integer,
                Kind::Date => ColumnKind::Date,
                Kind::Rupiah => ColumnKind::Rupiah,
                _ => ColumnKind::Text,
            },
            width,
        });
        let failed = |error: WriteError| Failure::system("output.workbook", error.to_string());
        let mut paper = Paper::begin(words::page(lang), &self.lines(lang), &of_paper, &self.library).map_err(failed)?;
        let mut progress = session.progress(words::progress(lang));
        let rows = self.rows(library, (lang, &mut progress), |row| {
            let cells: Vec<sheet::Cell> = row.iter().map(on_paper).collect();
            paper.row(&cells).map_err(io::Error::other)
        })?;
        rows.map_err(|error| Failure::system("output.workbook", error.to_string()))?;
        let [left, right] = signature(lang, session.today());
        let bytes = paper.sign(&left, &right).map_err(failed)?;
        let mut sink = session.sink()?;
        match sink.write_all(&bytes) {
            Ok(()) => sink.finish(),
            Err(error) => sink.fail(&error),
        }
    }
}

fn keys() -> Vec<Column> {
    columns().map(|(column, _)| column).into()
}

fn on_paper(cell: &Cell) -> sheet::Cell {
    match cell {
        Cell::Integer(number) => sheet::Cell::Integer(*number),
        Cell::Date(day) => sheet::Cell::Date(day.year(), day.month().unsigned_abs(), day.day().unsigned_abs()),
        Cell::Text(text) | Cell::Code(_, text) => sheet::Cell::Text(visible(text).into_owned()),
        _ => sheet::Cell::Empty,
    }
}

/// Who saw it, at the left, and who kept it, at the right, with room to sign between.
fn signature(lang: Lang, today: Date) -> [String; 2] {
    let of = |above: &str, who: &str| {
        let (name, number) = (words::name_line(lang), words::number_line(lang));
        format!("{above}\n{who}\n\n\n\n{name}\n{number}")
    };
    [
        of(words::known(lang), words::head(lang)),
        of(&words::at(lang, lang.long_date(today)), words::keeper(lang)),
    ]
}
