//! `notices`: who is to be told that they have a place, or that an event was moved or cancelled.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Failure, Format, Kind, Lang, Report, Session, Status};

use crate::args::{flag, said};
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("notices")
        .about(help::notices(lang))
        .arg(
            Arg::new("event")
                .value_name(help::event_value(lang))
                .help(help::notices_event(lang)),
        )
        .arg(flag("all", help::notices_all(lang)))
        .arg(flag("done", help::notices_done(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let event = said(matches, "event");
    let (mut library, act) = session.open_to_write()?;
    let notices = library.event_notices(event.as_deref(), matches.get_flag("all"))?;
    let codes = *session.format() != Format::Table;
    let mut report = Report::new(
        "notices",
        [
            Column::new("id", words::number, Kind::Number),
            Column::new("event", words::key, Kind::Text),
            Column::new("kind", words::notice, Kind::Text),
            Column::new("code", words::code, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("phone", words::phone, Kind::Text),
            Column::new("email", words::email, Kind::Text),
            Column::new("created", words::noted_at, Kind::Text),
            Column::new("taken", words::told_at, Kind::Text),
        ],
    );
    for one in &notices {
        let kind = if codes {
            one.kind.code()
        } else {
            words::of_notice(lang, one.kind)
        };
        report.row([
            Cell::from(one.id.0),
            one.event.as_str().into(),
            kind.into(),
            one.code.as_str().into(),
            one.name.clone().into(),
            one.phone.clone().into(),
            one.email.clone().into(),
            one.created.as_str().into(),
            one.taken.clone().into(),
        ]);
    }
    if notices.is_empty() {
        session.say(words::nobody_to_tell(lang));
    }
    if matches.get_flag("done") && !session.dry_run() {
        let open: Vec<_> = notices
            .iter()
            .filter(|one| one.taken.is_none())
            .map(|one| one.id)
            .collect();
        library.take_event_notices(&act, &open)?;
        session.say(words::told(lang, open.len()));
    }
    session.keep_private();
    session.show(report)?;
    Ok(Status::Done)
}
