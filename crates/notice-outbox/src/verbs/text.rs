//! `text`: short messages for a gateway, or to be read out on the telephone; and whom no channel reaches.

use clap::{ArgMatches, Command};
use pustaka_cli::{Cell, Column, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::notices::{Channel, Standing, Which};

use crate::args::flag;
use crate::render::Desk;
use crate::verbs::limits;
use crate::words::{codes, columns, help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("text")
        .about(help::text(lang))
        .arg(flag("calls", help::text_calls(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let desk = Desk::open(&library)?;
    let calls = matches.get_flag("calls");
    let mut report = Report::new(
        "messages",
        [
            Column::new("number", columns::number, Kind::Number),
            Column::new("card", columns::card, Kind::Text),
            Column::new("name", columns::name, Kind::Text),
            Column::new("phone", columns::phone, Kind::Text),
            Column::new("reason", columns::reason, Kind::Text),
            Column::new("message", columns::message, Kind::Text),
        ],
    );
    let mut notices = library.notices(session.now().datetime(), Which::Open)?;
    notices.retain(|notice| match notice.standing {
        Standing::Waiting => !calls && notice.channel == Some(Channel::Text),
        Standing::Undeliverable => calls,
        _ => false,
    });
    if !calls {
        limits::within_cap(session, &library, &mut notices)?;
        limits::warn_of_quiet(session, &library)?;
    }
    for notice in notices {
        let written = desk.write(notice.reason, &notice.to, &notice.about);
        report.row([
            Cell::from(notice.id.0),
            notice.to.card.into(),
            notice.to.name.into(),
            notice.to.phone.or(notice.to.phone_printed).into(),
            codes::reason(lang, notice.reason).into(),
            written.short.into(),
        ]);
    }
    if report.rows.is_empty() {
        session.say(words::nobody_to_write(lang));
    }
    session.keep_private();
    session.show(report)?;
    Ok(Status::Done)
}
