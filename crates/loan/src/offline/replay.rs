//! `offline replay`: brings a journal, or a `.koc` file of Koha, home.

use std::path::Path;

use clap::ArgMatches;
use jiff::civil::DateTime;
use pustaka_cli::{Column, Document, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::offline::{Conflict, Deed, Event, Outcome, Replayed, Unreadable, fingerprint};
use pustaka_core::values::money;
use pustaka_core::{Act, StaffCode};
use pustaka_formats::koc;
use serde::Serialize;

use super::{journal, path};
use crate::words::{offline as words, result};

/// A line of a file that comes home.
struct Line {
    /// Its place in the file, counted from 1.
    place: u64,
    at: DateTime,
    staff: Option<String>,
    event: Event,
}

/// A line that can't be read.
struct Fault {
    place: u64,
    code: &'static str,
    why: String,
}

/// A file that comes home.
#[derive(Default)]
struct Brought {
    lines: Vec<Line>,
    faults: Vec<Fault>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let path = path(matches, "file");
    let brought = read(session, &path)?;
    let (mut library, now) = session.open_to_write()?;
    let mut events: Vec<(Act, Event)> = Vec::with_capacity(brought.lines.len());
    for line in &brought.lines {
        events.push(due_now(line, &now)?);
    }
    let mut done = Vec::with_capacity(events.len());
    if session.dry_run() {
        done = library.rehearse_replay(&now, &events)?;
    } else {
        let mut progress = session.progress(words::replaying(session.lang()));
        for (number, (act, event)) in (1..).zip(&events) {
            done.push(library.replay(act, event)?);
            progress.report(number, number, events.len() as u64);
        }
        drop(progress);
    }
    tell(session, &brought, &done)
}

/// The act of a line. What the clock of the desk says to be in the future happened by now.
fn due_now(line: &Line, now: &Act) -> Result<(Act, Event), Failure> {
    let mut event = line.event.clone();
    let at = line
        .at
        .to_zoned_datetime(now.at.time_zone().clone())
        .unwrap_or_else(|_| now.at.clone());
    let ahead = at > now.at;
    if ahead {
        event.odd.push(Conflict::new("clock.ahead", "taken-as-now"));
    }
    let staff = match &line.staff {
        Some(code) => StaffCode::parse(code)?,
        None => now.staff.clone(),
    };
    let at = if ahead { now.at.clone() } else { at };
    Ok((Act { at, staff }, event))
}

fn read(session: &mut Session, path: &Path) -> Result<Brought, Failure> {
    let lang = session.lang();
    session.protect(path)?;
    let bytes = session.read_input(path)?;
    if let Some(read) = journal::parse(&bytes) {
        return Ok(of_journal(read, lang));
    }
    let alien = || {
        Failure::usage("journal.alien", words::journal_alien(lang, path.display()))
            .hint(words::journal_alien_hint(lang))
    };
    match koc::Reader::open(&bytes[..]) {
        Ok(Ok(reader)) => of_koc(reader, lang).map_err(|_| alien()),
        Ok(Err(fault)) if fault.code == koc::FaultCode::OtherVersion => {
            Err(alien().because(fault.code.code(), words::other_version(lang, fault.found)))
        }
        _ => Err(alien()),
    }
}

fn of_journal(read: journal::Told, lang: Lang) -> Brought {
    let mut brought = Brought::default();
    let undone = read
        .lines
        .iter()
        .filter_map(|(_, line)| match line.as_ref().ok()?.deed {
            Deed::Undo { of } => Some(of),
            _ => None,
        });
    let undone: Vec<u64> = undone.collect();
    for (place, line) in read.lines {
        match line {
            Ok(intent) => brought.lines.push(Line {
                place,
                at: intent.at().unwrap_or_default(),
                staff: Some(intent.staff.clone()),
                event: Event {
                    journal: read.name.clone(),
                    line: intent.line,
                    undone: undone.contains(&intent.line),
                    again_renews: false,
                    odd: Vec::new(),
                    deed: intent.deed,
                },
            }),
            Err(Unreadable::Torn) => brought.faults.push(Fault {
                place,
                code: "line.torn",
                why: words::torn(lang).to_owned(),
            }),
            Err(Unreadable::Strange(why)) => brought.faults.push(Fault {
                place,
                code: "line.strange",
                why: words::strange(lang, why),
            }),
        }
    }
    brought
}

/// A line of Koha has no name but itself: the same moment, command and copy are the same event, in whatever file. The
/// card is no part of the name, because names are kept and what somebody read is not.
fn of_koc(mut reader: koc::Reader<&[u8]>, lang: Lang) -> std::io::Result<Brought> {
    let mut brought = Brought::default();
    while let Some(line) = reader.next_line()? {
        let line = match line {
            Ok(line) => line,
            Err(fault) => {
                brought.faults.push(Fault {
                    place: fault.line,
                    code: fault.code.code(),
                    why: words::koc_fault(lang, fault.column, of_fault(fault.code, lang), fault.found),
                });
                continue;
            }
        };
        let (name, deed) = match line.action {
            koc::Action::Issue { card, barcode } => {
                let name = format!("issue {barcode}");
                let deed = Deed::Checkout {
                    card,
                    item: barcode,
                    due: None,
                    passed: Vec::new(),
                    note: None,
                };
                (name, deed)
            }
            koc::Action::Return { barcode } => (format!("return {barcode}"), Deed::Return { item: barcode }),
            koc::Action::Payment { card, amount } => match money::read(&amount) {
                Ok(Some(read)) => {
                    let name = format!("payment {amount} {}", fingerprint(&card));
                    (
                        name,
                        Deed::Pay {
                            card,
                            amount: read.whole(),
                        },
                    )
                }
                _ => {
                    let why = crate::words::bad_amount(lang, amount);
                    brought.faults.push(Fault {
                        place: line.line,
                        code: "koc.amount",
                        why,
                    });
                    continue;
                }
            },
        };
        brought.lines.push(Line {
            place: line.line,
            at: line.at,
            staff: None,
            event: Event {
                journal: format!("koc {} {name}", line.at),
                line: 1,
                undone: false,
                again_renews: true,
                odd: Vec::new(),
                deed,
            },
        });
    }
    Ok(brought)
}

fn of_fault(code: koc::FaultCode, lang: Lang) -> &'static str {
    match code {
        koc::FaultCode::Moment => words::koc_moment(lang),
        koc::FaultCode::Command => words::koc_command(lang),
        koc::FaultCode::Missing => words::koc_missing(lang),
        koc::FaultCode::TooMany => words::koc_too_many(lang),
        koc::FaultCode::TooLong => words::koc_too_long(lang),
        koc::FaultCode::NotText | koc::FaultCode::NoVersion | koc::FaultCode::OtherVersion => words::koc_not_text(lang),
    }
}

/// A replay as other programs read it.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    lines: Vec<AnsweredLine<'a>>,
    recorded: usize,
    before: usize,
    conflicts: usize,
    not_recorded: usize,
    unreadable: Vec<AnsweredFault<'a>>,
}

#[derive(Debug, Serialize)]
struct AnsweredLine<'a> {
    line: u64,
    at: String,
    #[serde(rename = "do")]
    deed: &'static str,
    member: Option<&'a str>,
    item: Option<&'a str>,
    outcome: Outcome,
    before: bool,
    due: Option<String>,
    fine: i64,
    conflicts: &'a [Conflict],
}

#[derive(Debug, Serialize)]
struct AnsweredFault<'a> {
    line: u64,
    code: &'static str,
    message: &'a str,
}

fn tell(session: &mut Session, brought: &Brought, done: &[Replayed]) -> Result<Status, Failure> {
    let lang = session.lang();
    let lines = brought.lines.iter().zip(done);
    let answered = Answered {
        recorded: done
            .iter()
            .filter(|one| !one.before && one.outcome != Outcome::NotRecorded)
            .count(),
        before: done.iter().filter(|one| one.before).count(),
        conflicts: done.iter().filter(|one| !one.conflicts.is_empty()).count(),
        not_recorded: done.iter().filter(|one| one.outcome == Outcome::NotRecorded).count(),
        lines: lines.clone().map(|(line, one)| AnsweredLine::of(line, one)).collect(),
        unreadable: brought
            .faults
            .iter()
            .map(|fault| AnsweredFault {
                line: fault.place,
                code: fault.code,
                message: &fault.why,
            })
            .collect(),
    };
    let mut list = conflicts(lines.clone(), lang);
    list.note(words::counts(
        lang,
        answered.recorded,
        answered.before,
        answered.conflicts,
        answered.not_recorded,
    ));
    let quiet = !session.attended() && !session.verbose() && *session.format() == Format::Table;
    session.outcome(Document::new(&answered).with(list))?;
    if quiet {
        // Cron says nothing of what goes well; what did not fit is told all the same.
        for (line, one) in lines.filter(|(_, one)| !one.before) {
            for conflict in &one.conflicts {
                session.warn(words::conflict(
                    lang,
                    line.place,
                    what(line, lang),
                    sentence(conflict, lang),
                ));
            }
        }
    }
    if answered.not_recorded == 0 && brought.faults.is_empty() {
        return Ok(Status::Done);
    }
    let failure = not_recorded(brought, done, answered.not_recorded, lang);
    Err(failure.hint(match session.dry_run() {
        true => words::would_not_all_hint(lang),
        false => words::not_all_hint(lang),
    }))
}

/// What a person has to see to: the lines that could not be recorded, and those that could not be read.
fn not_recorded(brought: &Brought, done: &[Replayed], count: usize, lang: Lang) -> Failure {
    let sentence = words::not_all(lang, count, brought.faults.len());
    let mut failure = Failure::refused("offline.not_recorded", sentence);
    let lines = brought.lines.iter().zip(done);
    for (line, one) in lines.filter(|(_, one)| one.outcome == Outcome::NotRecorded) {
        for conflict in &one.conflicts {
            let why = words::conflict(lang, line.place, what(line, lang), words::of_code(lang, &conflict.code));
            failure = failure.because(conflict.code.clone(), why);
        }
    }
    for fault in &brought.faults {
        failure = failure.because(fault.code, crate::words::in_line(lang, fault.place, &fault.why));
    }
    failure
}

/// What did not fit, line by line.
fn conflicts<'a>(lines: impl Iterator<Item = (&'a Line, &'a Replayed)>, lang: Lang) -> Report {
    let mut report = Report::new(
        "conflicts",
        [
            Column::new("line", result::line, Kind::Number),
            Column::new("at", words::at, Kind::Text),
            Column::new("what", result::what, Kind::Text),
            Column::new("outcome", words::outcome, Kind::Text),
            Column::new("conflict", words::conflict_heading, Kind::Text),
        ],
    );
    for (line, one) in lines.filter(|(_, one)| !one.conflicts.is_empty()) {
        for conflict in &one.conflicts {
            report.row([
                line.place.into(),
                line.at.strftime("%Y-%m-%d %H:%M").to_string().into(),
                what(line, lang).into(),
                of_outcome(one.outcome, lang).into(),
                sentence(conflict, lang).into(),
            ]);
        }
    }
    report
}

fn what(line: &Line, lang: Lang) -> String {
    match &line.event.deed {
        Deed::Checkout { card, item, .. } => words::did_checkout(lang, item, card),
        Deed::Renew { card, item, .. } => words::did_renew(lang, item, card),
        Deed::Return { item } => words::did_return(lang, item),
        Deed::Pay { card, amount } => words::did_pay(lang, card, lang.rupiah(*amount)),
        Deed::Undo { of } => words::did_undo(lang, of),
    }
}

fn sentence(conflict: &Conflict, lang: Lang) -> String {
    words::and_so(
        lang,
        words::of_code(lang, &conflict.code),
        words::of_decision(lang, &conflict.decided),
    )
}

fn of_outcome(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Lent => words::lent(lang),
        Outcome::AlreadyLent => words::already_lent(lang),
        Outcome::Renewed => words::renewed(lang),
        Outcome::Returned => words::returned(lang),
        Outcome::NotOnLoan => words::not_on_loan(lang),
        Outcome::Paid => words::paid(lang),
        Outcome::Undone => words::undone(lang),
        Outcome::NotRecorded => words::not_recorded(lang),
    }
}

impl<'a> AnsweredLine<'a> {
    fn of(line: &'a Line, one: &'a Replayed) -> AnsweredLine<'a> {
        let (deed, member, item) = match &line.event.deed {
            Deed::Checkout { card, item, .. } => ("checkout", Some(card), Some(item)),
            Deed::Renew { card, item, .. } => ("renew", Some(card), Some(item)),
            Deed::Return { item } => ("return", None, Some(item)),
            Deed::Pay { card, .. } => ("pay", Some(card), None),
            Deed::Undo { .. } => ("undo", None, None),
        };
        AnsweredLine {
            line: line.place,
            at: line.at.to_string(),
            deed,
            member: member.map(String::as_str),
            item: item.map(String::as_str),
            outcome: one.outcome,
            before: one.before,
            due: one.due.map(|due| due.0.to_string()),
            fine: one.fine,
            conflicts: &one.conflicts,
        }
    }
}
