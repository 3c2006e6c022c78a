//! `rows`: the rows behind a figure of the page, which add up to it.

mod table;

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Document, Failure, Format, Lang, Report, Session, Status, examples, nearest};
use pustaka_core::Library;
use pustaka_core::reports::figure::{Figure, Kind, Unit};
use pustaka_core::reports::page::Span;
use pustaka_core::reports::rows::{FigureRows, Rows};
use serde::Serialize;

use crate::words::{figures, help, rows as words};

/// Lists that stand behind what needs a person, beside those of the figures.
const HOLDS_TO_CLEAR: &str = "holds-to-clear";
const MANY_WAITING: &str = "many-waiting";

pub(crate) fn command(lang: Lang) -> Command {
    let day = |id: &'static str, help: &'static str| Arg::new(id).long(id).value_name(help::day_value(lang)).help(help);
    Command::new("rows")
        .about(help::rows(lang))
        .long_about(help::rows_long(lang))
        .arg(
            Arg::new("figure")
                .required(true)
                .value_name(help::figure_value(lang))
                .help(help::rows_figure(lang)),
        )
        .arg(day("from", help::rows_from(lang)))
        .arg(day("to", help::rows_to(lang)))
        .after_help(examples(
            lang,
            [
                ("nightly-report rows loans", help::example_rows(lang)),
                (
                    "nightly-report rows new-members --from 2026-01-01 -o anggota.xlsx",
                    help::example_rows_file(lang),
                ),
                (
                    "nightly-report rows overdue --to 2026-11-30",
                    help::example_rows_level(lang),
                ),
            ],
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let name = matches.get_one::<String>("figure").map_or("", String::as_str);
    let day = |session: &Session, id: &str| {
        let typed = matches.get_one::<String>(id);
        typed.map(|typed| session.date(&format!("--{id}"), typed)).transpose()
    };
    let (from, to) = (day(session, "from")?, day(session, "to")?);
    let document = match name {
        HOLDS_TO_CLEAR => {
            let rows = session.open()?.holds_to_clear(session.today())?;
            plain(&rows, table::to_clear(&rows), words::to_clear(session.lang()))
        }
        MANY_WAITING => {
            let rows = session.open()?.many_waiting()?;
            plain(&rows, table::waiting(&rows), words::many_waiting(session.lang()))
        }
        _ => {
            let figure = figure(name, session.lang())?;
            let library = session.open()?;
            let span = span(session, &library, from, to)?;
            of_figure(session, &library.figure_rows(figure, span)?, span)
        }
    };
    session.show(document)?;
    Ok(Status::Done)
}

/// The figure with this code.
fn figure(typed: &str, lang: Lang) -> Result<Figure, Failure> {
    Figure::from_code(typed).ok_or_else(|| {
        let names: Vec<&str> = Figure::ALL.iter().map(|figure| figure.code()).collect();
        let names = [&names[..], &[HOLDS_TO_CLEAR, MANY_WAITING]].concat();
        let failure = Failure::usage("figure.unknown", words::unknown_figure(lang, typed));
        match nearest(typed, &names) {
            Some(near) => failure.hint(words::did_you_mean(lang, near)),
            None => failure.hint(words::known_figures(lang, names.join(", "))),
        }
    })
}

/// The days that were asked for; without them the month up to the last day that is closed.
fn span(session: &Session, library: &Library, from: Option<Date>, to: Option<Date>) -> Result<Span, Failure> {
    let lang = session.lang();
    let Some(closed) = library.closed_days()? else {
        let refused = Failure::refused("report.no-night", words::no_night(lang));
        return Err(refused.hint(words::no_night_hint(lang)));
    };
    let last = to.unwrap_or(closed.last);
    let first = from.unwrap_or(last.first_of_month());
    if first > last {
        return Err(Failure::usage("span.backwards", words::backwards(lang)));
    }
    Ok(Span { first, last })
}

/// Rows as other programs read them.
#[derive(Serialize)]
struct Told<'a> {
    figure: Figure,
    from: Option<String>,
    to: Option<String>,
    total: Option<i64>,
    rows: &'a Rows,
}

fn of_figure(session: &Session, found: &FigureRows, asked: Span) -> Document {
    let lang = session.lang();
    let days = found.days.unwrap_or(asked);
    let counted = |day: Date| found.days.map(|_| day.to_string());
    let told = Told {
        figure: found.figure,
        from: counted(days.first),
        to: counted(days.last),
        total: found.total(),
        rows: &found.rows,
    };
    let shown = match found.figure.kind() {
        Kind::Level => words::at_end(lang, lang.date(days.last)),
        Kind::Flow if days.first == days.last => lang.date(days.last),
        Kind::Flow => words::from_to(lang, lang.date(days.first), lang.date(days.last)),
    };
    let total = match (found.total(), found.figure.unit()) {
        (None, _) => "–".to_owned(),
        (Some(total), Unit::Count) => lang.count(total),
        (Some(total), Unit::Rupiah) => lang.rupiah(total),
    };
    let mut report = table::of(lang, &found.rows, session.format() == &Format::Table);
    if found.rows == Rows::Unknown {
        report.note(words::not_known(lang));
    }
    let heading = words::heading(lang, figures::name(lang, found.figure), shown, total);
    Document::new(&told).headed(heading).with(report)
}

fn plain(rows: &impl Serialize, report: Report, name: &str) -> Document {
    Document::new(&serde_json::json!({ "rows": rows }))
        .headed(name)
        .with(report)
}
