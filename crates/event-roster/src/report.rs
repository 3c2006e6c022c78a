//! `report`: what a period brought.

use clap::{ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::events::Kind as EventKind;
use pustaka_core::events::report::{Group, Heads, LEAST, Period};
use serde::Serialize;

use crate::args::{name, text};
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    let day = help::day_value(lang);
    Command::new("report")
        .about(help::report(lang))
        .arg(text("from", day, help::report_from(lang)).required(true))
        .arg(text("to", day, help::report_to(lang)).required(true))
}

/// The report as other programs read it.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    from: String,
    to: String,
    least: i64,
    #[serde(flatten)]
    period: &'a Period,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let from = session.date("--from", &name(matches, "from"))?;
    let to = session.date("--to", &name(matches, "to"))?;
    if to < from {
        return Err(Failure::usage("period.backwards", words::backwards(lang)));
    }
    let period = session.open()?.events_report(from, to)?;
    let shown = Shown {
        from: from.to_string(),
        to: to.to_string(),
        least: LEAST,
        period: &period,
    };
    let heading = words::period(lang, lang.date(from), lang.date(to));
    session.show(Document::new(&shown).headed(heading).with(table(&period, lang)))?;
    Ok(Status::Done)
}

/// Heads, or the sign that the group is small.
fn shown_heads(heads: Heads, lang: Lang) -> Cell {
    match heads {
        Heads::Counted(count) => Cell::from(count),
        Heads::Kept => words::kept(lang).into(),
    }
}

fn table(period: &Period, lang: Lang) -> Report {
    let mut report = Report::new(
        "figures",
        [
            Column::new("figure", words::field, Kind::Text),
            Column::new("group", words::group, Kind::Text),
            Column::new("events", words::events, Kind::Integer),
            Column::new("heads", words::heads_came, Kind::Integer),
        ],
    );
    let mut figure = |name: &'static str, events: Option<i64>, heads: Cell| {
        report.row([name.into(), Cell::Empty, events.into(), heads]);
    };
    let heads = |heads| shown_heads(heads, lang);
    figure(words::all_events(lang), Some(period.events), heads(period.heads));
    figure(words::sessions(lang), Some(period.sessions), Cell::Empty);
    figure(words::cancelled_events(lang), Some(period.cancelled), Cell::Empty);
    figure(words::places_given(lang), None, period.registered.into());
    figure(words::places_given_up(lang), None, period.given_up.into());
    figure(words::waited_in_vain(lang), None, period.lapsed.into());
    figure(words::known(lang), None, heads(period.known));
    figure(words::came_again(lang), None, heads(period.came_again));
    let rupiah = |amount: Option<i64>| Cell::from(amount.map(|amount| lang.rupiah(amount)));
    figure(words::cost(lang), None, rupiah(period.cost));
    figure(words::cost_per_head(lang), None, rupiah(period.cost_per_head));
    for (name, groups, word) in breakdowns(period, lang) {
        for group in groups {
            let label = match group.name.as_str() {
                "" => words::unknown(lang).to_owned(),
                name => word(name, lang),
            };
            let heads = shown_heads(group.heads, lang);
            report.row([name.into(), label.into(), group.events.into(), heads]);
        }
    }
    report.note(words::counted_so(lang));
    report.note(words::kept_so(lang, LEAST));
    report
}

/// How a group is called.
type Called = fn(&str, Lang) -> String;

/// The breakdowns: their names, their groups, and how those are called.
fn breakdowns(period: &Period, lang: Lang) -> [(&'static str, &[Group], Called); 5] {
    let as_is: Called = |name, _| name.to_owned();
    let kind: Called = |code, lang| {
        let known = EventKind::from_code(code);
        known.map_or(code, |kind| words::of_kind(lang, kind)).to_owned()
    };
    let sex: Called = |code, lang| match code {
        "female" => words::female(lang).to_owned(),
        _ => words::male(lang).to_owned(),
    };
    [
        (words::kind(lang), &period.by_kind, kind),
        (words::age(lang), &period.by_age, as_is),
        (words::sex(lang), &period.by_sex, sex),
        (words::district(lang), &period.by_district, as_is),
        (words::partner(lang), &period.by_partner, as_is),
    ]
}
