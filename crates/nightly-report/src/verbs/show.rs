//! `show`: the page of a day that is closed.

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Failure, Format, Lang, Session, Status, page as pages};
use pustaka_core::Library;
use pustaka_core::reports::daily::values::Known;
use pustaka_core::reports::page::Span;

use crate::page;
use crate::words::{help, page as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(help::show(lang))
        .long_about(help::show_long(lang))
        .arg(
            Arg::new("date")
                .long("date")
                .value_name(help::day_value(lang))
                .help(help::show_date(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = matches.get_one::<String>("date").map(String::as_str);
    let typed = typed.map(|typed| session.date("--date", typed)).transpose()?;
    let library = session.open()?;
    let day = closed_day(session, &library, typed)?;
    let page = library.page(day, session.today())?;
    match session.format() {
        Format::Own(_) => pages::put(session, &page::render(lang, &page))?,
        Format::Table => session.show(page::table(lang, &page))?,
        Format::Csv => session.show(page::lines(lang, &page))?,
        Format::Json | Format::Xlsx => session.show(page::document(lang, &page))?,
    }
    Ok(Status::Done)
}

/// The day that was asked for, or the last one that is closed. The page of a day that is not closed would change under the
/// eyes of who reads it.
fn closed_day(session: &Session, library: &Library, asked: Option<Date>) -> Result<Date, Failure> {
    let known = library.read(Known::load)?.closed();
    let day = asked.or(known.map(|days| days.last)).unwrap_or(session.today());
    closed(session.lang(), known, day, session.today())?;
    Ok(day)
}

/// Refuses a day that is not among those that are closed.
pub(super) fn closed(lang: Lang, known: Option<Span>, day: Date, today: Date) -> Result<(), Failure> {
    let Some(known) = known else {
        let refused = Failure::refused("report.no-night", words::no_night(lang));
        return Err(refused.hint(words::no_night_hint(lang)));
    };
    if (known.first..=known.last).contains(&day) {
        return Ok(());
    }
    let refused = Failure::refused("report.not-closed", words::not_closed(lang, lang.long_date(day)));
    Err(if day >= today {
        refused.because("report.not-over", words::not_over(lang))
    } else if day > known.last {
        refused
            .because("report.last", words::last_closed(lang, lang.long_date(known.last)))
            .hint(words::not_closed_hint(lang, day))
    } else {
        refused.because("report.first", words::first_closed(lang, lang.long_date(known.first)))
    })
}
