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
    let kept = || words::kept(lang, LEAST);
    let heads = |heads: Heads| match heads {
        Heads::Counted(count) => Cell::from(count),
        Heads::Kept => kept().into(),
    };
    let none = || Cell::Empty;
    report.row([
        words::all_events(lang).into(),
        none(),
        period.events.into(),
        heads(period.heads),
    ]);
    report.row([words::sessions(lang).into(), none(), period.sessions.into(), none()]);
    report.row([
        words::cancelled_events(lang).into(),
        none(),
        period.cancelled.into(),
        none(),
    ]);
    report.row([
        words::places_given(lang).into(),
        none(),
        none(),
        period.registered.into(),
    ]);
    let mut groups = |name: &'static str, groups: &[Group], word: &dyn Fn(&str) -> String| {
        for group in groups {
            let label = match group.name.as_str() {
                "" => words::unknown(lang).to_owned(),
                name => word(name),
            };
            report.row([name.into(), label.into(), group.events.into(), heads(group.heads)]);
        }
    };
    let as_is = |name: &str| name.to_owned();
    let kind = |code: &str| {
        EventKind::from_code(code)
            .map_or(code, |kind| words::of_kind(lang, kind))
            .to_owned()
    };
    let sex = |code: &str| match code {
        "female" => words::female(lang).to_owned(),
        _ => words::male(lang).to_owned(),
    };
    groups(words::kind(lang), &period.by_kind, &kind);
    groups(words::age(lang), &period.by_age, &as_is);
    groups(words::sex(lang), &period.by_sex, &sex);
    groups(words::district(lang), &period.by_district, &as_is);
    groups(words::partner(lang), &period.by_partner, &as_is);
    report.row([words::known(lang).into(), none(), none(), heads(period.known)]);
    report.row([words::came_again(lang).into(), none(), none(), heads(period.came_again)]);
    let rupiah = |amount: Option<i64>| Cell::from(amount.map(|amount| lang.rupiah(amount)));
    report.row([words::cost(lang).into(), none(), none(), rupiah(period.cost)]);
    report.row([
        words::cost_per_head(lang).into(),
        none(),
        none(),
        rupiah(period.cost_per_head),
    ]);
    report.note(words::counted_so(lang));
    report.note(words::kept_so(lang, LEAST));
    report
}
