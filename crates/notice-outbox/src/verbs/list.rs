//! `list`: notices as they stand. Never a title: this is a list with names.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::notices::{Channel, Notice, Standing, Which};

use crate::args::{code, flag, reasons, said};
use crate::words::{codes, columns, help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    let states = Standing::ALL.iter().map(|state| state.code()).collect();
    let channels = Channel::ALL.iter().map(|channel| channel.code()).collect();
    Command::new("list")
        .about(help::list(lang))
        .arg(code("state", help::state_value(lang), states, help::list_state(lang)))
        .arg(code(
            "reason",
            help::reason_value(lang),
            reasons(),
            help::list_reason(lang),
        ))
        .arg(code(
            "channel",
            help::channel_value(lang),
            channels,
            help::list_channel(lang),
        ))
        .arg(
            Arg::new("day")
                .long("day")
                .value_name(help::day_value(lang))
                .help(help::list_day(lang)),
        )
        .arg(flag("by-hand", help::list_by_hand(lang)).conflicts_with_all(["state", "day"]))
        .arg(flag("unsent", help::list_unsent(lang)).conflicts_with_all(["by-hand", "state", "day"]))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let day = said(matches, "day")
        .map(|typed| session.date("--day", typed))
        .transpose()?;
    let state = said(matches, "state").and_then(Standing::from_code);
    let over = matches!(state, Some(Standing::Sent | Standing::Dropped));
    // What is over is shown of the last month, unless a day is named.
    let which = match day {
        Some(day) => Which::Days(day, day),
        None if over => Which::Days(
            session.today().saturating_sub(jiff::Span::new().days(31)),
            session.today(),
        ),
        None => Which::Open,
    };
    let mut notices = session.open()?.notices(session.now().datetime(), which)?;
    let (by_hand, unsent) = (matches.get_flag("by-hand"), matches.get_flag("unsent"));
    let today = session.today();
    let wanted = |asked: Option<&str>, code: Option<&str>| asked.is_none_or(|asked| Some(asked) == code);
    notices.retain(|notice| {
        (!by_hand || notice.is_by_hand())
            && (!unsent || notice.is_unsent(today))
            && wanted(said(matches, "state"), Some(notice.standing.code()))
            && wanted(said(matches, "reason"), Some(notice.reason.code()))
            && wanted(said(matches, "channel"), notice.channel.map(Channel::code))
    });
    if notices.is_empty() {
        session.say(words::nothing_listed(lang));
    }
    let plain = *session.format() != Format::Table;
    session.keep_private();
    session.show(report(&notices, lang, plain))?;
    Ok(Status::Done)
}

/// The list. For programs (`plain`) it has codes where people read words.
fn report(notices: &[Notice], lang: Lang, plain: bool) -> Report {
    let mut report = Report::new(
        "notices",
        [
            Column::new("number", columns::number, Kind::Number),
            Column::new("day", columns::day, Kind::Date),
            Column::new("card", columns::card, Kind::Text),
            Column::new("name", columns::name, Kind::Text),
            Column::new("reason", columns::reason, Kind::Text),
            Column::new("count", columns::things, Kind::Integer),
            Column::new("date", columns::about, Kind::Date),
            Column::new("channel", columns::channel, Kind::Text),
            Column::new("state", columns::state, Kind::Text),
            Column::new("next_try", columns::next_try, Kind::Text),
        ],
    );
    for notice in notices {
        let (reason, channel, state) = match plain {
            true => (
                notice.reason.code(),
                notice.channel.map(Channel::code),
                notice.standing.code(),
            ),
            false => (
                codes::reason(lang, notice.reason),
                notice.channel.map(|channel| codes::channel(lang, channel)),
                codes::standing(lang, notice.standing),
            ),
        };
        report.row([
            Cell::from(notice.id.0),
            notice.day.into(),
            notice.to.card.clone().into(),
            notice.to.name.clone().into(),
            reason.into(),
            notice.about.things.into(),
            notice.about.day.into(),
            channel.into(),
            state.into(),
            notice.next_try.clone().into(),
        ]);
    }
    report
}
