//! `hold`, `holds`, `cancel`: who waits for what, and what stands ready for whom.

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use pustaka_core::Library;
use pustaka_core::catalog::search::{self, Shown};
use pustaka_core::circulation::holds::{self, Handover, HoldLine, HoldRequest, HoldsOf, Wanted};
use pustaka_core::circulation::loans::on_desk;
use pustaka_core::values::ids::{HoldId, TitleId};
use serde::Serialize;

use crate::args;
use crate::words::{self, help, result};

/// A hold as other programs read it.
#[derive(Debug, Serialize)]
struct AnsweredHold<'a> {
    hold: i64,
    member: &'a str,
    title: &'a str,
    only: Option<&'a str>,
    placed: String,
    handover: &'static str,
    place: Option<u32>,
    ready: Option<&'a str>,
    until: Option<String>,
}

#[derive(Debug, Serialize)]
struct Answered<'a> {
    holds: Vec<AnsweredHold<'a>>,
    ready: Vec<AnsweredHold<'a>>,
    expired: Vec<AnsweredHold<'a>>,
}

pub(crate) fn commands(lang: Lang) -> [Command; 3] {
    let title = Arg::new("title")
        .value_name(help::title_value(lang))
        .required(true)
        .num_args(1..)
        .help(help::hold_title(lang));
    [
        Command::new("hold")
            .about(help::hold(lang))
            .arg(args::card(lang))
            .arg(title)
            .arg(args::switch("copy", help::hold_copy(lang)))
            .arg(args::switch("delivery", help::hold_delivery(lang)))
            .args(args::over(lang)),
        Command::new("holds")
            .about(help::holds(lang))
            .arg(args::switch("ready", help::holds_ready(lang)))
            .arg(args::option("member", help::card_value(lang), help::holds_of(lang)))
            .arg(args::option("title", help::title_value(lang), help::holds_title(lang)))
            .arg(args::switch("expire", help::holds_expire(lang))),
        Command::new("cancel").about(help::cancel(lang)).arg(
            Arg::new("hold")
                .value_name(help::hold_value(lang))
                .required(true)
                .value_parser(value_parser!(i64).range(1..))
                .help(help::hold_number(lang)),
        ),
    ]
}

pub(crate) fn run_hold(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    let card = who::card(session, &library, &args::text(matches, "card").unwrap_or_default())?;
    let named = args::all(matches, "title").join(" ");
    let request = HoldRequest {
        card,
        wanted: wanted(&library, &named, matches.get_flag("copy"), lang)?,
        handover: if matches.get_flag("delivery") {
            Handover::Delivery
        } else {
            Handover::Desk
        },
        over: args::override_of(matches),
    };
    let placed = library.hold(&act, &request, session.dry_run())?;
    session.outcome(document(std::slice::from_ref(&placed.hold), &placed.moved, lang))?;
    // The copy stands on the shelf, where the next reader may take it: somebody has to fetch it now.
    if let (Some(item), Some(until)) = (&placed.hold.ready, placed.hold.until) {
        session.say(result::fetch(lang, item, &placed.hold.card, lang.date(until)));
    }
    Ok(Status::Done)
}

/// What is waited for: a barcode first; else the title that answers to the words, when only one does.
fn wanted(library: &Library, named: &str, copy: bool, lang: Lang) -> Result<Wanted, Failure> {
    if library.read(|snapshot| on_desk(snapshot, named))?.is_some() {
        return Ok(match copy {
            true => Wanted::Item(named.to_owned()),
            false => Wanted::TitleOf(named.to_owned()),
        });
    }
    title(library, named, lang).map(Wanted::Title)
}

/// The title that is meant by a number, an ISBN or words.
fn title(library: &Library, named: &str, lang: Lang) -> Result<TitleId, Failure> {
    match library.read(|snapshot| search::show(snapshot, named))? {
        Shown::Title(full) => Ok(TitleId(full.title.id)),
        Shown::Nothing { .. } => {
            Err(Failure::refused("title.unknown", words::no_title(lang, named)).hint(words::search_hint(lang, named)))
        }
        Shown::Several(titles) => {
            let mut failure = Failure::refused("title.several", words::several_titles(lang, named));
            for hit in titles.iter().take(9) {
                failure = failure.because("title.candidate", words::may_be_title(lang, hit.id, &hit.title));
            }
            Err(failure.hint(words::several_titles_hint(lang)))
        }
    }
}

pub(crate) fn run_list(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    if matches.get_flag("expire") {
        let (mut library, act) = session.open_to_write()?;
        let moved = library.expire_holds(&act, session.dry_run())?;
        session.outcome(document(&[], &moved, lang))?;
        return Ok(Status::Done);
    }
    let library = session.open()?;
    let member = match args::text(matches, "member") {
        Some(typed) => Some(who::card(session, &library, &typed)?),
        None => None,
    };
    let of = match (&member, args::text(matches, "title")) {
        (Some(card), _) => HoldsOf::Member(card),
        (None, Some(named)) => HoldsOf::Title(title(&library, &named, lang)?),
        (None, None) if matches.get_flag("ready") => HoldsOf::Ready,
        (None, None) => HoldsOf::All,
    };
    let mut lines = library.read(|snapshot| holds::list(snapshot, of))?;
    if matches.get_flag("ready") {
        lines.retain(|line| line.ready.is_some());
    }
    session.show(document(&lines, &holds::Moved::default(), lang))?;
    Ok(Status::Done)
}

pub(crate) fn run_cancel(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let hold = HoldId(matches.get_one::<i64>("hold").copied().unwrap_or_default());
    let (mut library, act) = session.open_to_write()?;
    let cancelled = library.cancel_hold(&act, hold, session.dry_run())?;
    session.outcome(document(&[cancelled.hold], &cancelled.moved, lang))?;
    session.say(result::cancelled(lang, hold));
    Ok(Status::Done)
}

fn document(lines: &[HoldLine], moved: &holds::Moved, lang: Lang) -> Document {
    let answered = Answered {
        holds: AnsweredHold::all(lines),
        ready: AnsweredHold::all(&moved.ready),
        expired: AnsweredHold::all(&moved.expired),
    };
    // Card and title, no name: the list hangs beside the shelf.
    let mut report = Report::new(
        "holds",
        [
            Column::new("hold", result::hold, Kind::Number),
            Column::new("member", result::card, Kind::Text),
            Column::new("title", result::title, Kind::Text),
            Column::new("placed", result::placed, Kind::Date),
            Column::new("place", result::place, Kind::Number),
            Column::new("ready", result::ready, Kind::Text),
            Column::new("until", result::until, Kind::Date),
            Column::new("handover", result::handover, Kind::Text),
        ],
    );
    for line in lines {
        report.row([
            line.hold.0.into(),
            line.card.as_str().into(),
            line.title.as_str().into(),
            line.placed.into(),
            line.place.into(),
            line.ready.clone().into(),
            line.until.into(),
            match line.handover {
                Handover::Desk => result::at_desk(lang),
                Handover::Delivery => result::by_delivery(lang),
            }
            .into(),
        ]);
    }
    for line in &moved.ready {
        let until = line.until.map(|until| lang.date(until)).unwrap_or_default();
        report.note(result::set_aside_for(
            lang,
            line.ready.as_deref().unwrap_or_default(),
            &line.card,
            until,
        ));
    }
    for line in &moved.expired {
        report.note(result::passed_on(
            lang,
            &line.card,
            line.ready.as_deref().unwrap_or_default(),
        ));
    }
    Document::new(&answered).with(report)
}

impl<'a> AnsweredHold<'a> {
    fn all(lines: &'a [HoldLine]) -> Vec<AnsweredHold<'a>> {
        lines.iter().map(AnsweredHold::of).collect()
    }

    fn of(line: &'a HoldLine) -> AnsweredHold<'a> {
        AnsweredHold {
            hold: line.hold.0,
            member: &line.card,
            title: &line.title,
            only: line.only.as_deref(),
            placed: line.placed.to_string(),
            handover: line.handover.code(),
            place: line.place,
            ready: line.ready.as_deref(),
            until: line.until.map(|until| until.to_string()),
        }
    }
}
