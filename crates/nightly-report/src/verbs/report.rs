//! `report`: one of the reports that are handed in, for any period; without a name, which there are.

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use pustaka_cli::{
    Cell, Column, Document, Failure, Format, Kind as CellKind, Lang, Report, Session, Status, examples, nearest, period,
};
use pustaka_core::Error;
use pustaka_core::reports::daily::values;
use pustaka_core::reports::figure::Figure;
use pustaka_core::reports::page::Span;

use super::show;
use crate::reports::{self, Asked, Kind, Reach, Tells};
use crate::words::{help, report as words};

pub(crate) fn command(lang: Lang) -> Command {
    let number = |id: &'static str, help: &'static str, default: &'static str| {
        Arg::new(id)
            .long(id)
            .value_name("N")
            .help(help)
            .value_parser(value_parser!(i64).range(1..=1_000_000))
            .default_value(default)
    };
    Command::new("report")
        .about(help::report(lang))
        .arg(
            Arg::new("name")
                .value_name(help::report_value(lang))
                .help(help::report_name(lang)),
        )
        .args(period::args(lang))
        .arg(
            Arg::new("publish")
                .long("publish")
                .action(ArgAction::SetTrue)
                .help(help::publish(lang)),
        )
        .arg(
            Arg::new("recount")
                .long("recount")
                .action(ArgAction::SetTrue)
                .help(help::recount(lang)),
        )
        .arg(number("least", help::least(lang), "2"))
        .arg(number("limit", help::limit(lang), "100"))
        .after_help(examples(
            lang,
            [
                (
                    "nightly-report report loans --year 2026 -o peminjaman-2026.xlsx",
                    help::example_loans(lang),
                ),
                (
                    "nightly-report report members --quarter 2026-Q3 --publish",
                    help::example_members(lang),
                ),
                ("nightly-report report iplm --year 2026", help::example_iplm(lang)),
            ],
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let Some(name) = matches.get_one::<String>("name").filter(|name| *name != "list") else {
        session.show(list(lang))?;
        return Ok(Status::Done);
    };
    let kind = known(name, lang)?;
    takes(kind, matches, lang)?;
    let publish = matches.get_flag("publish");
    let kept_in = match kind.reach {
        Reach::Things | Reach::Groups => None,
        Reach::Staff => Some(("report.names", words::not_for_publication(lang, kind.name))),
        Reach::Shelf => Some(("report.inside", words::for_the_shelves(lang, kind.name))),
    };
    if let Some((code, sentence)) = kept_in.filter(|_| publish) {
        return Err(Failure::refused(code, sentence));
    }
    let typed = period::typed(session, matches)?;
    if typed.is_some() && kind.tells == Tells::TodayAlone {
        let failure = Failure::usage("report.no-period", words::no_period(lang, kind.name));
        return Err(failure.hint(words::without_period(lang, kind.name)));
    }
    let number = |id: &str| matches.get_one::<i64>(id).copied().unwrap_or(1);
    let library = session.open()?;
    let (today, span, csv) = (
        session.today(),
        period::passed(session, matches)?,
        *session.format() == Format::Csv,
    );
    let document = library.read(|snapshot| {
        let asked = Asked {
            library: &library,
            snapshot,
            lang,
            today,
            span,
            publish,
            recount: matches.get_flag("recount"),
            least: number("least"),
            limit: number("limit"),
        };
        made(kind, &asked, typed, csv)
    })??;
    session.show(document)?;
    Ok(Status::Done)
}

/// The report, with what is to be known of its days; or why there is none.
fn made(kind: &Kind, asked: &Asked<'_>, typed: Option<Span>, csv: bool) -> Result<Result<Document, Failure>, Error> {
    let (lang, span) = (asked.lang, asked.span);
    let mut notes = Vec::new();
    let mut recorded = None;
    if kind.counts_loans() {
        let since = values::loans_known_since(asked.snapshot, asked.today)?;
        if span.last < since {
            let sentence = words::not_recorded(lang, lang.date(since));
            return Ok(Err(Failure::refused("report.not-recorded", sentence)));
        }
        recorded = Some(since).filter(|since| span.first < *since);
        notes.extend(recorded.map(|since| words::partly_recorded(lang, lang.date(since))));
    }
    if kind.looks_back() && span.last < asked.today {
        let known = values::Known::load(asked.snapshot)?;
        let days = known.closed().and_then(|closed| known.days(Figure::Overdue, closed));
        if let Err(failure) = show::closed(lang, days, span.last, asked.today) {
            return Ok(Err(failure));
        }
    }
    if kind.counts_renewals()
        && let Some(since) = values::renewals_known_since(asked.snapshot)?
        && span.first < since
        && recorded.is_none_or(|loans| loans < since)
    {
        notes.push(words::renewals_since(lang, lang.date(since)));
    }
    if typed.is_some_and(|typed| typed.last > span.last) {
        notes.push(words::not_over(lang, lang.date(span.last)));
    }
    let mut lists = (kind.make)(asked)?;
    if let Some(last) = lists.last_mut() {
        reports::note_reach(last, kind, asked);
        notes.into_iter().for_each(|note| last.note(note));
    }
    Ok(Ok(told(kind, asked, lists, csv)))
}

fn known(name: &str, lang: Lang) -> Result<&'static Kind, Failure> {
    reports::ALL.iter().find(|kind| kind.name == name).ok_or_else(|| {
        let names: Vec<&str> = reports::ALL.iter().map(|kind| kind.name).collect();
        let failure = Failure::usage("report.unknown", words::unknown_report(lang, name));
        match nearest(name, &names) {
            Some(near) => failure.hint(help::did_you_mean(lang, near)),
            None => failure.hint(words::see_list(lang)),
        }
    })
}

/// The options that some reports alone take, and which those are.
const OF_SOME: [(&str, &[&str]); 3] = [
    ("recount", &["loans"]),
    ("least", &["most-lent"]),
    ("limit", &["most-lent"]),
];

/// Refuses an option that would change nothing of a report: whoever gave it expects that it does.
fn takes(kind: &Kind, matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    let given = |option| matches.value_source(option) == Some(ValueSource::CommandLine);
    let mut wrong = OF_SOME.iter().filter(|(option, _)| given(option));
    match wrong.find(|(_, reports)| !reports.contains(&kind.name)) {
        Some((option, reports)) => {
            let sentence = words::not_an_option(lang, option, reports.join(", "), kind.name);
            Err(Failure::usage("report.option", sentence).hint(words::without_option(lang, kind.name)))
        }
        None => Ok(()),
    }
}

/// The lists with what they tell of: the title and the period above, the definition, and all of it for programs.
fn told(kind: &Kind, asked: &Asked<'_>, mut lists: Vec<Report>, csv: bool) -> Document {
    let (lang, days) = (asked.lang, days(kind, asked));
    let title = (kind.title)(lang);
    let heading = match days {
        Some(span) if span.first == span.last => words::as_at(lang, title, lang.date(span.last)),
        Some(span) => words::of_period(lang, title, period::shown(span, lang)),
        None => words::as_at(lang, title, lang.date(asked.today)),
    };
    let definition = (kind.definition)(lang);
    if let Some(first) = lists.first_mut() {
        first.title = definition.to_owned();
        if csv {
            with_days(first, days);
        }
    }
    let day = |day: Option<jiff::civil::Date>| day.map_or(serde_json::Value::Null, |day| day.to_string().into());
    let document = Document::default()
        .headed(heading)
        .tell("report", kind.name)
        .tell("from", day(days.map(|span| span.first)))
        .tell("to", day(Some(days.map_or(asked.today, |span| span.last))))
        .tell("published", asked.publish)
        .tell("definition", definition);
    lists.into_iter().fold(document, Document::with)
}

/// The days that a report tells of; none where it is of today alone.
fn days(kind: &Kind, asked: &Asked<'_>) -> Option<Span> {
    match kind.tells {
        Tells::Period => Some(asked.span),
        Tells::LastDay => Some(Span {
            first: asked.span.last,
            last: asked.span.last,
        }),
        Tells::TodayAlone => None,
    }
}

/// Rows alone say nothing of their days: in CSV each carries them.
fn with_days(report: &mut Report, days: Option<Span>) {
    let columns = [
        Column::new("from", words::from, CellKind::Date),
        Column::new("to", words::to, CellKind::Date),
    ];
    report.columns.splice(0..0, columns);
    for row in &mut report.rows {
        let cells = [days.map(|span| span.first).into(), days.map(|span| span.last).into()];
        let cells: [Cell; 2] = cells;
        row.splice(0..0, cells);
    }
}

fn list(lang: Lang) -> Report {
    let mut report = Report::new(
        "reports",
        [
            Column::new("name", words::name, CellKind::Text),
            Column::new("what", words::what, CellKind::Text),
        ],
    )
    .titled(words::list_title(lang));
    for kind in reports::ALL {
        report.row([kind.name.into(), (kind.title)(lang).into()]);
    }
    report.note(words::list_hint(lang));
    report
}
