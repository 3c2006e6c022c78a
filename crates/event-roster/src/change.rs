//! `edit`, `move`, `cancel`: an event changes, and whom that reaches is noted.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status, event_reason};
use pustaka_core::events::plan::Changed;
use pustaka_core::events::roster::GivenUp;
use serde::Serialize;

use crate::args::{all, event, name, number, said, text};
use crate::plan::{self, Shown, Told};
use crate::when;
use crate::words::{help, said as words};

pub(crate) fn edit_command(lang: Lang) -> Command {
    Command::new("edit")
        .about(help::edit(lang))
        .arg(event(lang))
        .args(plan::edit_args(lang))
}

pub(crate) fn move_command(lang: Lang) -> Command {
    Command::new("move")
        .about(help::move_event(lang))
        .arg(event(lang))
        .arg(
            Arg::new("when")
                .required(true)
                .value_name(help::when_value(lang))
                .help(help::move_when(lang)),
        )
        .arg(number("number", help::session_number(lang)))
}

pub(crate) fn cancel_command(lang: Lang) -> Command {
    Command::new("cancel")
        .about(help::cancel(lang))
        .arg(event(lang))
        .arg(
            Arg::new("codes")
                .num_args(0..)
                .value_name(help::code_value(lang))
                .help(help::cancel_codes(lang)),
        )
        .arg(text("reason", help::text_value(lang), help::cancel_reason(lang)))
}

/// A change as other programs read it.
#[derive(Debug, Serialize)]
struct ShownChange<'a> {
    #[serde(flatten)]
    event: Shown<'a>,
    promoted: usize,
    notices: usize,
}

fn show_change(session: &mut Session, changed: &Changed) -> Result<Status, Failure> {
    let (lang, now) = (session.lang(), session.now().datetime());
    let shown = ShownChange {
        event: Shown::new(&changed.event, now),
        promoted: changed.promoted.len(),
        notices: changed.notices,
    };
    if !changed.promoted.is_empty() {
        session.say(words::moved_up(lang, changed.promoted.len()));
    }
    if changed.notices > 0 {
        session.say(words::to_be_told(lang, changed.notices, &changed.event.key));
    }
    session.outcome(Document::new(&shown).with(plan::facts(&changed.event, now, lang)))?;
    Ok(Status::Done)
}

pub(crate) fn edit(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let told = Told::read(session, matches)?;
    let title = said(matches, "title");
    let kind = plan::kind_of(matches);
    let added = plan::spans(session, matches, "add-session")?;
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let change = |plan: &mut pustaka_core::events::Plan| {
        told.tell(plan);
        if let Some(title) = title {
            plan.title = title.trim().to_owned();
        }
        if let Some(kind) = kind {
            plan.kind = kind;
        }
    };
    let changed = library.edit_event(&act, &name(matches, "event"), change, &added, dry_run)?;
    show_change(session, &changed)
}

pub(crate) fn move_to(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let event = library.event(&name(matches, "event"))?;
    let number = match (matches.get_one::<i64>("number"), event.sessions.as_slice()) {
        (Some(number), _) => *number,
        (None, [only]) => only.number,
        (None, several) => {
            let failure = Failure::usage("session.needed", words::which_session(lang, &event.key, several.len()));
            return Err(failure.hint(words::name_session(lang)));
        }
    };
    let was = event.session(number).map(|session| session.span);
    let to = when::span_or_day(session, "WHEN", &name(matches, "when"), was)?;
    let changed = library.move_event(&act, &event.key, number, to, dry_run)?;
    show_change(session, &changed)
}

pub(crate) fn cancel(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let codes = all(matches, "codes");
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let named = name(matches, "event");
    if codes.is_empty() {
        let event = library.event(&named)?;
        let Some(reason) = said(matches, "reason").filter(|reason| !reason.trim().is_empty()) else {
            let failure = Failure::usage("reason.missing", words::no_reason(lang, &event.plan.title));
            return Err(failure.hint(words::give_reason(lang, &event.key)));
        };
        if !dry_run && !session.confirm(words::really_cancel(lang, &event.plan.title))? {
            return Ok(Status::Refused);
        }
        let changed = library.cancel_event(&act, &event.key, &reason, dry_run)?;
        session.say(words::event_cancelled(lang, &changed.event.plan.title));
        return show_change(session, &changed);
    }
    let given_up = library.cancel_registrations(&act, &named, &codes, dry_run)?;
    show_given_up(session, &given_up)
}

/// What came of giving up places, as other programs read it.
#[derive(Debug, Serialize)]
struct ShownGivenUp<'a> {
    event: &'a str,
    capacity: Option<i64>,
    taken: i64,
    cancelled: &'a [String],
    promoted: &'a [pustaka_core::events::roster::Promoted],
    refused: Vec<ShownRefusal<'a>>,
}

/// Why a code was not taken, as other programs read it.
#[derive(Debug, Serialize)]
pub(crate) struct ShownRefusal<'a> {
    code: &'a str,
    reason: &'static str,
    message: String,
}

impl<'a> ShownRefusal<'a> {
    /// A refusal with its sentence.
    pub(crate) fn new(lang: Lang, code: &'a str, reason: &pustaka_core::events::Reason) -> ShownRefusal<'a> {
        ShownRefusal {
            code,
            reason: reason.code,
            message: event_reason(lang, reason),
        }
    }
}

fn show_given_up(session: &mut Session, given_up: &GivenUp) -> Result<Status, Failure> {
    let lang = session.lang();
    let refused = given_up.refused.iter();
    let refused: Vec<ShownRefusal<'_>> = refused
        .map(|(code, reason)| ShownRefusal::new(lang, code, reason))
        .collect();
    let mut report = Report::new(
        "changes",
        [
            Column::new("code", words::code, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("change", words::change, Kind::Text),
        ],
    );
    for code in &given_up.cancelled {
        report.row([code.as_str().into(), Cell::Empty, words::state_cancelled(lang).into()]);
    }
    for one in &given_up.promoted {
        report.row([
            one.code.as_str().into(),
            one.name.clone().into(),
            words::has_place_now(lang).into(),
        ]);
    }
    for one in &refused {
        session.warn(&one.message);
    }
    if !given_up.promoted.is_empty() {
        session.say(words::to_be_told(lang, given_up.promoted.len(), &given_up.event.key));
    }
    let ok = refused.is_empty();
    let shown = ShownGivenUp {
        event: &given_up.event.key,
        capacity: given_up.event.plan.capacity,
        taken: given_up.event.taken,
        cancelled: &given_up.cancelled,
        promoted: &given_up.promoted,
        refused,
    };
    session.outcome(Document::new(&shown).with(report))?;
    Ok(if ok { Status::Done } else { Status::Refused })
}
