//! `send`: hands the mails to a command, one by one, and records each answer before the next.

use std::time::Duration;

use clap::{Arg, ArgMatches, Command, value_parser};
use jiff::Timestamp;
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::notices::{Answer, Channel, Doubt, LONGEST_DELIVERY, Notice, Settled, Standing, Which};
use pustaka_core::values::ids::NoticeId;
use pustaka_core::{Act, Library};
use pustaka_formats::mail::{Mail, is_address};
use serde::Serialize;

use crate::args::{flag, number, said};
use crate::command::{Answered, deliver, split};
use crate::render::Desk;
use crate::verbs::limits;
use crate::words::{columns, help, result as words};

/// What a run did.
#[derive(Debug, Default, Serialize)]
struct Sent {
    dry_run: bool,
    /// Until when it is quiet, as `07:00`.
    quiet_until: Option<String>,
    sent: u64,
    later: u64,
    /// Gone on to the next channel.
    failed: u64,
    /// Of which nobody knows whether they went out, this run's and earlier ones'.
    unknown: Vec<NoticeId>,
    /// Mails that wait beyond the cap.
    left: u64,
    /// Notices that wait for a hand: WhatsApp, letters, calls, and what nothing can deliver.
    by_hand: u64,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("send")
        .about(help::send(lang))
        .arg(
            Arg::new("command")
                .long("command")
                .value_name(help::command_value(lang))
                .default_value("sendmail -t -i")
                .help(help::send_command(lang)),
        )
        .arg(
            number("later", help::send_later(lang))
                .value_parser(value_parser!(u8).range(1..))
                .value_delimiter(','),
        )
        .arg(number("limit", help::send_limit(lang)))
        .arg(flag("go-on", help::send_go_on(lang)))
        .arg(
            number("timeout", help::send_timeout(lang))
                .value_parser(value_parser!(u64).range(1..=LONGEST_DELIVERY))
                .default_value("120"),
        )
}

/// How mails go out in this run.
struct Way {
    command: Vec<String>,
    patience: Duration,
    /// Exit codes that mean to try again.
    later: Vec<i32>,
    from: String,
    /// What tells this library from others that write from the same domain.
    library: String,
    /// Refusals were looked at, and are no reason to stop.
    go_on: bool,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = said(matches, "command").unwrap_or_default();
    let Some(command) = split(typed) else {
        let failure = Failure::usage("send.bad-command", words::bad_command(lang, typed));
        return Err(failure.hint(words::bad_command_hint(lang)));
    };
    let (mut library, act) = session.open_to_write()?;
    let from = library.setting("notice.from")?.value;
    // Once for all: no reader is to blame for it.
    if !from.is_empty() && !is_address(&from) {
        let failure = Failure::refused("notice.bad-sender", words::bad_sender(lang, &from));
        return Err(failure.hint(words::no_sender_hint(lang)));
    }
    let way = Way {
        command,
        patience: Duration::from_secs(matches.get_one::<u64>("timeout").copied().unwrap_or(120)),
        later: matches
            .get_many::<u8>("later")
            .into_iter()
            .flatten()
            .copied()
            .map(i32::from)
            .collect(),
        from,
        library: library.fingerprint()?,
        go_on: matches.get_flag("go-on"),
    };
    let mut done = Sent {
        dry_run: session.dry_run(),
        ..Sent::default()
    };
    if !session.dry_run() {
        let cut_off = library.settle_cut_off(&act)?;
        if !cut_off.is_empty() {
            session.warn(words::cut_off(lang, listed(&cut_off)));
        }
        library.create_event_notices(&act)?;
    }
    if let Some(until) = library.quiet_until(act.at.datetime())? {
        done.quiet_until = Some(until.strftime("%H:%M").to_string());
        session.say(words::quiet_until(lang, until.strftime("%H:%M")));
        session.show_if_watched(Document::new(&done))?;
        return Ok(Status::Done);
    }
    let mails = mails(&library, session)?;
    // A library that mails nobody needs no sender, and its cron is left in peace.
    if way.from.is_empty() && !mails.is_empty() {
        let failure = Failure::refused("notice.no-sender", words::no_sender(lang));
        return Err(failure.hint(words::no_sender_hint(lang)));
    }
    let cap = limits::cap(&library)?;
    let limit = matches
        .get_one::<u64>("limit")
        .map_or(cap, |limit| cap.min(usize::try_from(*limit).unwrap_or(cap)));
    done.left = mails.len().saturating_sub(limit) as u64;
    let mails = &mails[..mails.len().min(limit)];
    if session.dry_run() {
        done.sent = mails.len() as u64;
        session.say(words::mails_would(lang, done.sent));
        session.say(words::rehearsed(lang));
        session.show_if_watched(Document::new(&done).with(preview(mails)))?;
        return Ok(Status::Done);
    }
    let stopped = each(session, &mut library, &way, mails, &mut done);
    if way.go_on {
        library.trust_command(&session.act()?)?;
    }
    tell(session, &library, &mut done)?;
    stopped.map(|()| Status::Done)
}

fn listed(ids: &[NoticeId]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Mails that are to go out now.
fn mails(library: &Library, session: &Session) -> Result<Vec<Notice>, Failure> {
    let mut mails = library.notices(session.now().datetime(), Which::Open)?;
    mails.retain(|one| one.standing == Standing::Waiting && one.channel == Some(Channel::Mail));
    Ok(mails)
}

/// What a rehearsal shows: whom, not what.
fn preview(mails: &[Notice]) -> Report {
    let mut report = Report::new(
        "notices",
        [
            Column::new("number", columns::number, Kind::Number),
            Column::new("card", columns::card, Kind::Text),
            Column::new("reason", columns::reason, Kind::Text),
        ],
    );
    for mail in mails {
        report.row([
            Cell::from(mail.id.0),
            mail.to.card.clone().into(),
            mail.reason.code().into(),
        ]);
    }
    report
}

/// Sends one after the other, until all are sent, it becomes quiet, or the command fails.
fn each(
    session: &mut Session,
    library: &mut Library,
    way: &Way,
    mails: &[Notice],
    done: &mut Sent,
) -> Result<(), Failure> {
    let desk = Desk::open(library)?;
    let mut refused = Vec::new();
    let mut progress = session.progress(words::sending(session.lang()));
    for (at, mail) in mails.iter().enumerate() {
        progress.report(at as u64, mails.len() as u64, at as u64);
        session.refresh();
        let act = session.act()?;
        if let Some(until) = library.quiet_until(act.at.datetime())? {
            done.quiet_until = Some(until.strftime("%H:%M").to_string());
            done.left += (mails.len() - at) as u64;
            break;
        }
        let Some(begun) = library.begin_mail(&act, mail.id)? else {
            continue;
        };
        let answered = hand_over(&desk, way, &begun.notice, &act);
        session.refresh();
        let settled = library.end_mail(&session.act()?, &begun, answered.answer, answered.code)?;
        match settled {
            Settled::Sent => done.sent += 1,
            Settled::Later(_) => done.later += 1,
            Settled::NextChannel => refused.push(mail.id),
            Settled::Unknown => done.unknown.push(mail.id),
            Settled::Untouched | Settled::Overtaken => {}
        }
        let doubt = match (answered.answer, answered.code, way.go_on) {
            (Answer::Failed, Some(_), false) => library.doubt_command(&session.act()?)?,
            _ => None,
        };
        if let Some(doubt) = &doubt {
            refused.retain(|id| !doubt.again.contains(id));
            done.left += doubt.again.len() as u64;
        }
        done.failed = refused.len() as u64;
        if let Some(failure) = at_fault(way, mail.id, &answered, doubt.as_ref(), session.lang()) {
            done.left += (mails.len() - at - 1) as u64 + u64::from(settled == Settled::Untouched);
            return Err(failure);
        }
    }
    Ok(())
}

fn hand_over(desk: &Desk, way: &Way, notice: &Notice, act: &Act) -> Answered {
    let written = desk.write(notice.reason, &notice.to, &notice.about);
    // The same for every try, so that a mail that came twice is known for one.
    let id = format!("notice.{}.{}.{}", notice.id, notice.day, way.library);
    let mail = Mail {
        sender: &desk.library,
        from: &way.from,
        to: notice.to.mail.as_deref().unwrap_or_default(),
        subject: &written.subject,
        body: &written.mail,
        date: moment(act.at.timestamp()),
        id: &id,
    };
    match mail.write() {
        Ok(bytes) => deliver(&way.command, &bytes, way.patience, &way.later),
        // An address that no mail can have: this channel can't deliver it.
        Err(error) => Answered {
            answer: Answer::Failed,
            code: None,
            said: error.to_string(),
        },
    }
}

fn moment(at: Timestamp) -> std::time::SystemTime {
    std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.as_second()).unwrap_or_default())
}

/// Why the run stops, when the command is at fault.
fn at_fault(way: &Way, id: NoticeId, answered: &Answered, doubt: Option<&Doubt>, lang: Lang) -> Option<Failure> {
    let program = way.command.first().map(String::as_str).unwrap_or_default();
    let failure = match (answered.answer, answered.code, doubt) {
        (Answer::NotRun, None, _) => {
            let said = words::not_run(lang, program, &answered.said);
            return Some(Failure::system("send.not-run", said).hint(words::not_run_hint(lang)));
        }
        (Answer::NotRun, Some(code), _) => {
            let said = words::not_run(lang, program, words::exit_code(lang, code));
            Failure::system("send.not-run", said).hint(words::not_run_hint(lang))
        }
        (Answer::None, ..) if !answered.said.is_empty() => {
            let said = words::killed(lang, program, &answered.said);
            return Some(Failure::system("send.killed", said).hint(words::no_answer_hint(lang, id)));
        }
        (Answer::None, ..) => {
            let said = words::no_answer(lang, program);
            Failure::system("send.no-answer", said).hint(words::no_answer_hint(lang, id))
        }
        (_, Some(code), Some(doubt)) => {
            let said = words::many_refused(lang, program, doubt.refused, code);
            Failure::system("send.refused", said).hint(words::many_refused_hint(lang))
        }
        _ => return None,
    };
    Some(match answered.said.is_empty() {
        true => failure,
        false => failure.because("send.said", words::said_last(lang, &answered.said)),
    })
}

/// Says what was done: nothing in cron, unless somebody has to do something.
fn tell(session: &mut Session, library: &Library, done: &mut Sent) -> Result<(), Failure> {
    let lang = session.lang();
    let open = library.notices(session.now().datetime(), Which::Open)?;
    let by_hand = |one: &&Notice| one.is_by_hand() || one.standing == Standing::Undeliverable;
    done.by_hand = open.iter().filter(by_hand).count() as u64;
    done.unknown = open
        .iter()
        .filter(|one| one.standing == Standing::Unknown)
        .map(|one| one.id)
        .collect();
    session.say(words::mails_sent(lang, done.sent));
    for (count, said) in [
        (done.later, words::mails_later(lang, done.later)),
        (done.failed, words::mails_failed(lang, done.failed)),
        (done.left, words::mails_left(lang, done.left)),
        (done.by_hand, words::by_hand(lang, done.by_hand)),
    ] {
        if count > 0 {
            session.say(said);
        }
    }
    session.outcome(Document::new(done))
}
