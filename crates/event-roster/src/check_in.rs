//! `check-in`: codes from a scanner. With `-` a line is a code, and each is stored as it is read.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::events::Reason;
use pustaka_core::events::attendance::{Came, CheckIn, CheckIns, CheckedIn};
use pustaka_core::{Act, Library};
use serde::Serialize;

use crate::args::{all, event, flag, name, number};
use crate::change::ShownRefusal;
use crate::words::{help, said as words};

/// The longest line that can be a code; the rest of a longer one is left aside.
const LONGEST: usize = 256;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("check-in")
        .about(help::check_in(lang))
        .arg(event(lang))
        .arg(
            Arg::new("codes")
                .required(true)
                .num_args(1..)
                .value_name(help::code_value(lang))
                .help(help::codes(lang)),
        )
        .arg(number("number", help::session_number(lang)))
        .arg(number("heads", help::heads_came(lang)))
        .arg(flag("undo", help::undo(lang)))
}

/// What was checked in, as other programs read it.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    event: &'a str,
    session: Option<i64>,
    attended: usize,
    already: usize,
    undone: usize,
    taken: &'a [CheckedIn],
    refused: Vec<ShownRefusal<'a>>,
}

/// What came together from one or many transactions.
#[derive(Default)]
struct All {
    session: Option<i64>,
    taken: Vec<CheckedIn>,
    refused: Vec<(String, Reason)>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let how = CheckIn {
        session: matches.get_one::<i64>("number").copied(),
        heads: matches.get_one::<i64>("heads").copied(),
        undo: matches.get_flag("undo"),
    };
    let codes = all(matches, "codes");
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let event = library.event(&name(matches, "event"))?;
    let mut together = All::default();
    let mut check = |session: &mut Session, library: &mut Library, act: &Act, codes: &[String]| {
        let came = library.check_in(act, &event.key, codes, how, dry_run)?;
        tell(session, &came, lang);
        together.session = Some(came.session);
        together.taken.extend(came.taken);
        together.refused.extend(came.refused);
        Ok::<(), Failure>(())
    };
    if codes == ["-"] {
        while let Some(code) = next_line(session)? {
            check(session, &mut library, &act, &[code])?;
        }
    } else {
        check(session, &mut library, &act, &codes)?;
    }
    show(session, &event.key, &together, lang)
}

/// The next line that says something; nothing at the end.
fn next_line(session: &mut Session) -> Result<Option<String>, Failure> {
    let lang = session.lang();
    loop {
        let mut line = Vec::new();
        let read = session.stdin().read_until(b'\n', &mut line);
        let read = read.map_err(|error| Failure::io("input.failed", words::scanner_failed(lang), &error, lang))?;
        if read == 0 {
            return Ok(None);
        }
        line.truncate(LONGEST);
        let text = String::from_utf8_lossy(&line).trim().to_owned();
        if !text.is_empty() {
            return Ok(Some(text));
        }
    }
}

/// Says each scan where a person watches.
fn tell(session: &mut Session, came: &CheckIns, lang: Lang) {
    for one in &came.taken {
        let name = one.name.as_deref().unwrap_or(&one.code);
        session.say(match one.state {
            Came::Attended => words::came(lang, name, one.heads),
            Came::Already => words::came_already(
                lang,
                name,
                one.at.as_deref().and_then(|at| at.get(11..16)).unwrap_or(""),
            ),
            Came::Undone => words::came_not(lang, name),
        });
    }
    for (code, reason) in &came.refused {
        let sentence = pustaka_cli::event_reason(lang, reason);
        // Of an unknown code the sentence names it already.
        session.warn(match reason.code {
            "registration.unknown" => sentence,
            _ => words::not_taken(lang, code, sentence),
        });
    }
}

fn show(session: &mut Session, key: &str, all: &All, lang: Lang) -> Result<Status, Failure> {
    let count = |state| all.taken.iter().filter(|one| one.state == state).count();
    let refused = all
        .refused
        .iter()
        .map(|(code, reason)| ShownRefusal::new(lang, code, reason));
    let shown = Shown {
        event: key,
        session: all.session,
        attended: count(Came::Attended),
        already: count(Came::Already),
        undone: count(Came::Undone),
        taken: &all.taken,
        refused: refused.collect(),
    };
    let mut report = Report::new(
        "taken",
        [
            Column::new("code", words::code, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("heads", words::heads, Kind::Integer),
            Column::new("state", words::state, Kind::Text),
        ],
    );
    for one in &all.taken {
        let state = match one.state {
            Came::Attended => words::state_attended(lang),
            Came::Already => words::state_already(lang),
            Came::Undone => words::state_undone(lang),
        };
        report.row([
            Cell::from(one.code.as_str()),
            one.name.clone().into(),
            one.heads.into(),
            state.into(),
        ]);
    }
    report.note(words::came_counts(
        lang,
        shown.attended,
        shown.already,
        all.refused.len(),
    ));
    session.outcome(Document::new(&shown).with(report))?;
    Ok(if all.refused.is_empty() {
        Status::Done
    } else {
        Status::Refused
    })
}
