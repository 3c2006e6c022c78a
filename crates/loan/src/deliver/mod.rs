//! `deliver`: rounds of a courier, what goes where, and what came of it.

mod sheet;

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Document, Failure, Format, Kind, Lang, Report, Session, Status, page, reason_in_words};
use pustaka_core::circulation::delivery::{Round, RoundPlan, Stop, StopState, round, rounds};
use pustaka_core::circulation::loans::CheckoutOptions;
use pustaka_core::values::ids::{HoldId, RoundId};
use serde::Serialize;

use crate::args;
use crate::words::{help, result as words};

/// Rounds as other programs read them.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    rounds: Vec<AnsweredRound<'a>>,
}

#[derive(Debug, Serialize)]
struct AnsweredRound<'a> {
    round: i64,
    day: String,
    courier: &'a str,
    area: Option<&'a str>,
    planned: usize,
    handed_over: usize,
    failed: usize,
    stops: Vec<AnsweredStop<'a>>,
}

#[derive(Debug, Serialize)]
struct AnsweredStop<'a> {
    hold: i64,
    state: &'static str,
    item: Option<&'a str>,
    member: Option<&'a str>,
    note: Option<&'a str>,
}

pub(crate) fn command(lang: Lang) -> Command {
    let number = |name: &'static str, value: &'static str, text: &'static str| {
        let arg = Arg::new(name).value_name(value).help(text);
        arg.value_parser(value_parser!(i64).range(1..))
    };
    let verb = |name: &'static str, about: &'static str| Command::new(name).about(about);
    let round = || number("round", help::round_value(lang), help::deliver_round(lang));
    let hold = || number("hold", help::hold_value(lang), help::hold_number(lang)).required(true);
    Command::new("deliver")
        .about(help::deliver(lang))
        .subcommand_required(true)
        .subcommands([
            verb("plan", help::deliver_plan(lang))
                .arg(args::option("courier", help::name_value(lang), help::deliver_courier(lang)).required(true))
                .arg(args::option("area", help::area_value(lang), help::deliver_area(lang)))
                .arg(args::option("date", help::date_value(lang), help::deliver_day(lang)))
                .arg(number("hold", help::hold_value(lang), help::hold_number(lang)).num_args(0..)),
            verb("list", help::deliver_list(lang)).arg(round()),
            verb("hand-over", help::deliver_hand_over(lang))
                .arg(round().required(true))
                .arg(hold().num_args(1..))
                .args(args::over(lang)),
            verb("failed", help::deliver_failed(lang))
                .arg(round().required(true))
                .arg(hold())
                .arg(args::note(lang)),
        ])
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("plan", matches)) => plan(session, matches),
        Some(("list", matches)) => list(session, matches),
        Some(("hand-over", matches)) => hand_over(session, matches),
        Some(("failed", matches)) => failed(session, matches),
        _ => unreachable!("the parser takes no other verb"),
    }
}

fn holds(matches: &ArgMatches) -> Vec<HoldId> {
    let numbers = matches.get_many::<i64>("hold").unwrap_or_default();
    numbers.map(|number| HoldId(*number)).collect()
}

fn number(matches: &ArgMatches) -> Option<RoundId> {
    matches.get_one::<i64>("round").map(|number| RoundId(*number))
}

fn plan(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let day = match args::text(matches, "date") {
        Some(typed) => session.date("--date", &typed)?,
        None => session.today(),
    };
    if day < session.today() {
        return Err(Failure::usage(
            "delivery.day",
            words::round_in_the_past(lang, lang.date(day)),
        ));
    }
    let plan = RoundPlan {
        day,
        courier: args::text(matches, "courier").unwrap_or_default(),
        area: args::text(matches, "area"),
        holds: holds(matches),
    };
    let (mut library, act) = session.open_to_write()?;
    let made = library.plan_round(&act, &plan, session.dry_run())?;
    if made.stops.is_empty() {
        return Err(
            Failure::refused("delivery.nothing", words::nothing_to_deliver(lang)).hint(words::deliver_hint(lang))
        );
    }
    session.outcome(document(std::slice::from_ref(&made), lang))?;
    Ok(Status::Done)
}

fn list(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let today = session.today();
    let library = session.open()?;
    let found = match number(matches) {
        Some(id) => vec![library.read(|snapshot| round(snapshot, id))?],
        None => library.read(|snapshot| rounds(snapshot, today))?,
    };
    session.keep_private();
    match session.format() {
        Format::Own(_) => {
            let name = library.setting("library.name")?.value;
            page::put(session, &sheet::sheet(&name, &found, lang))?;
        }
        _ => session.show(document(&found, lang))?,
    }
    Ok(Status::Done)
}

fn hand_over(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let id = number(matches).unwrap_or(RoundId(0));
    let options = CheckoutOptions {
        over: args::override_of(matches),
        ..CheckoutOptions::default()
    };
    let (mut library, act) = session.open_to_write()?;
    let mut report = Report::new(
        "loans",
        [
            Column::new("hold", words::hold, Kind::Number),
            Column::new("item", words::item, Kind::Text),
            Column::new("member", words::card, Kind::Text),
            Column::new("due", words::due, Kind::Date),
        ],
    );
    let (mut refused, mut stopped) = (None, None);
    for hold in holds(matches) {
        let answer = match library.hand_over(&act, id, hold, &options, session.dry_run()) {
            Ok(answer) => answer,
            // What was handed over before is lent, and is told all the same.
            Err(error) => {
                stopped = Some(Failure::from(error));
                break;
            }
        };
        for lent in &answer.loans {
            report.row([
                hold.0.into(),
                lent.item.as_str().into(),
                answer.card.as_str().into(),
                lent.due.into(),
            ]);
        }
        for one in &answer.refused {
            let failure = refused
                .take()
                .unwrap_or_else(|| Failure::refused("loan.refused", words::not_handed_over(lang)));
            refused = Some(one.reasons.iter().fold(failure, |failure: Failure, reason| {
                failure.because(
                    reason.code(),
                    words::of_item(lang, &one.item, reason_in_words(reason, lang)),
                )
            }));
        }
    }
    if !(report.rows.is_empty() && stopped.is_some()) {
        session.outcome(report)?;
    }
    match (stopped, refused) {
        (None, None) => Ok(Status::Done),
        (None, Some(failure)) => Err(failure.hint(words::failed_hint(lang, id))),
        (Some(failure), None) => Err(failure),
        (Some(failure), Some(refused)) => {
            let also = refused.sentences(lang).into_iter();
            Err(also.fold(failure, |failure, reason| failure.because(reason.code, reason.message)))
        }
    }
}

fn failed(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let id = number(matches).unwrap_or(RoundId(0));
    let hold = holds(matches).first().copied().unwrap_or(HoldId(0));
    let note = args::text(matches, "note");
    let (mut library, act) = session.open_to_write()?;
    let line = library.hand_over_failed(&act, id, hold, note.as_deref(), session.dry_run())?;
    let mut report = Report::default();
    report.note(words::back_on_the_shelf(
        lang,
        line.ready.as_deref().unwrap_or_default(),
        &line.card,
    ));
    session.outcome(report)?;
    Ok(Status::Done)
}

/// The list that goes along: a courier must know name, address and telephone, and not what is read; so the copies are
/// named by their barcodes.
fn document(rounds: &[Round], lang: Lang) -> Document {
    let answered = Answered {
        rounds: rounds.iter().map(AnsweredRound::of).collect(),
    };
    let mut document = Document::new(&answered);
    for one in rounds {
        document = document.with(list_of(one, lang));
    }
    if rounds.is_empty() {
        let mut none = Report::default();
        none.note(words::no_rounds(lang));
        document = document.with(none);
    }
    document
}

fn list_of(of: &Round, lang: Lang) -> Report {
    let mut report = Report::new(
        "stops",
        [
            Column::new("hold", words::hold, Kind::Number),
            Column::new("item", words::item, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("address", words::address, Kind::Text),
            Column::new("phone", words::phone, Kind::Text),
            Column::new("state", words::state, Kind::Text),
        ],
    )
    .titled(words::round_of(lang, of.id, lang.date(of.day), &of.courier));
    for stop in &of.stops {
        let line = stop.line.as_ref();
        report.row([
            stop.hold.0.into(),
            line.and_then(|line| line.ready.clone()).into(),
            line.map(|line| line.name.clone()).into(),
            address(stop).into(),
            line.and_then(|line| line.phone.clone()).into(),
            state_of(stop, lang).into(),
        ]);
    }
    report
}

/// Where the reader lives; empty once the hold is over.
fn address(stop: &Stop) -> String {
    let line = stop.line.as_ref();
    let places = line.map(|line| [&line.address, &line.village, &line.district]);
    let places = places.into_iter().flatten().filter_map(|place| place.as_deref());
    places.collect::<Vec<_>>().join(", ")
}

fn state_of(stop: &Stop, lang: Lang) -> String {
    let state = match stop.state {
        StopState::Planned => words::planned(lang),
        StopState::HandedOver => words::handed_over(lang),
        StopState::Failed => words::failed(lang),
    };
    match &stop.note {
        Some(note) => format!("{state}: {note}"),
        None => state.to_owned(),
    }
}

impl<'a> AnsweredRound<'a> {
    fn of(of: &'a Round) -> AnsweredRound<'a> {
        let stop = |stop: &'a Stop| AnsweredStop {
            hold: stop.hold.0,
            state: stop.state.code(),
            item: stop.line.as_ref().and_then(|line| line.ready.as_deref()),
            member: stop.line.as_ref().map(|line| line.card.as_str()),
            note: stop.note.as_deref(),
        };
        AnsweredRound {
            round: of.id.0,
            day: of.day.to_string(),
            courier: &of.courier,
            area: of.area.as_deref(),
            planned: of.count(StopState::Planned),
            handed_over: of.count(StopState::HandedOver),
            failed: of.count(StopState::Failed),
            stops: of.stops.iter().map(stop).collect(),
        }
    }
}
