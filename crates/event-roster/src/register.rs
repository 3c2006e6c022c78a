//! `register`: a member, somebody else, or a group gets a place or waits for one.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, event_reason};
use pustaka_core::events::roster::{Asking, Manner, Registered, Standing};
use serde::Serialize;

use crate::args::{all, event, flag, name, number, overrides, said, text};
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    let words = help::text_value(lang);
    Command::new("register")
        .about(help::register(lang))
        .arg(event(lang))
        .arg(
            Arg::new("card")
                .value_name(help::card_value(lang))
                .help(help::card(lang)),
        )
        .arg(text("name", words, help::name(lang)))
        .arg(text("phone", words, help::phone(lang)))
        .arg(text("email", words, help::email(lang)))
        .arg(text("contact-of", words, help::contact_of(lang)))
        .arg(text("born", words, help::born(lang)))
        .arg(text("sex", words, help::sex(lang)))
        .arg(text("district", words, help::district(lang)))
        .arg(text("institution", words, help::institution(lang)))
        .arg(number("heads", help::heads(lang)))
        .arg(text("needs", words, help::needs_option(lang)))
        .arg(text("remark", words, help::remark(lang)))
        .arg(flag("walk-in", help::walk_in(lang)))
        .args(overrides(lang))
}

/// A registration as other programs read it.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    event: &'a str,
    code: &'a str,
    name: &'a str,
    state: Standing,
    waiting_before: Option<usize>,
    heads: i64,
    capacity: Option<i64>,
    taken: i64,
    checked_in: Option<i64>,
    warnings: Vec<Warning>,
}

/// What a person should look at, as other programs read it.
#[derive(Debug, Serialize)]
struct Warning {
    code: &'static str,
    message: String,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let asking = Asking {
        card: said(matches, "card"),
        name: said(matches, "name"),
        phone: said(matches, "phone"),
        email: said(matches, "email"),
        contact_of: said(matches, "contact-of"),
        born: said(matches, "born"),
        sex: said(matches, "sex"),
        district: said(matches, "district"),
        institution: said(matches, "institution"),
        heads: matches.get_one::<i64>("heads").copied(),
        needs: said(matches, "needs"),
        note: said(matches, "remark"),
        ..Asking::default()
    };
    let who = asking.card.is_some() || asking.name.is_some();
    if !who {
        return Err(Failure::usage("register.nobody", words::nobody(lang)).hint(words::register_so(lang)));
    }
    let manner = manner(matches, matches.get_flag("walk-in"));
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let registered = library.register(&act, &name(matches, "event"), &asking, &manner, dry_run)?;
    show(session, &registered, lang)
}

/// How a registration is made.
pub(crate) fn manner(matches: &ArgMatches, walk_in: bool) -> Manner {
    Manner {
        walk_in,
        overrides: all(matches, "override"),
        why: said(matches, "note"),
    }
}

fn show(session: &mut Session, registered: &Registered, lang: Lang) -> Result<Status, Failure> {
    let (code, key) = (&registered.code, &registered.event.key);
    let waits = registered.standing == Standing::Waiting;
    session.say(match waits {
        true => words::waits(lang, &registered.name, registered.before + 1, code),
        false => words::has_place(lang, &registered.name, key, code),
    });
    let warnings = registered.warnings.iter().map(|warning| Warning {
        code: warning.code,
        message: event_reason(lang, warning),
    });
    let warnings: Vec<Warning> = warnings.collect();
    for warning in &warnings {
        session.warn(&warning.message);
    }
    let mut report = Report::new(
        "registration",
        [
            Column::new("code", words::code, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("heads", words::heads, Kind::Integer),
            Column::new("state", words::state, Kind::Text),
        ],
    );
    report.row([
        code.as_str().into(),
        registered.name.as_str().into(),
        registered.heads.into(),
        words::of_standing(lang, registered.standing).into(),
    ]);
    let shown = Shown {
        event: key,
        code,
        name: &registered.name,
        state: registered.standing,
        waiting_before: waits.then_some(registered.before),
        heads: registered.heads,
        capacity: registered.event.plan.capacity,
        taken: registered.event.taken,
        checked_in: registered.session,
        warnings,
    };
    session.outcome(Document::new(&shown).with(report))?;
    Ok(Status::Done)
}
