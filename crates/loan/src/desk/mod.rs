//! `desk`: the counter. One line for a scanner; what it means is decided by a machine without a terminal, this module
//! lets it hear, ask and speak.
//!
//! The library stays open for as long as the desk is; every action is a transaction of its own, durable before the next
//! line is waited for. So a power cut costs nothing that was shown, and an end at any moment leaves nothing half done.

pub(crate) mod at_library;
mod command;
mod log;
pub(crate) mod screen;
mod state;
#[cfg(test)]
mod tests;
pub(crate) mod view;

use std::time::Duration;

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Failure, Format, Heard as Line, Lang, Session, Status};
use pustaka_core::Kind;

use self::at_library::AtLibrary;

use self::log::Log;
use self::state::{Desk, Heard};
use self::view::{Answer, Ask, Reason, Say};
use crate::args;
use crate::words::{desk as words, help};

/// How long a reader at the desk may give no sign before the turn ends, in seconds.
const SILENCE: &str = "120";

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("desk")
        .about(words::desk(lang))
        .long_about(words::desk_long(lang))
        .arg(silence_arg(lang))
}

/// `--silence`.
pub(crate) fn silence_arg(lang: Lang) -> Arg {
    args::option("silence", help::seconds_value(lang), words::desk_silence(lang))
        .value_parser(value_parser!(u64).range(..=86_400))
        .default_value(SILENCE)
}

/// How long a reader at the desk may give no sign; none: for ever.
pub(crate) fn silence_of(matches: &ArgMatches) -> Option<Duration> {
    let seconds = matches
        .get_one::<u64>("silence")
        .copied()
        .filter(|seconds| *seconds > 0);
    seconds.map(Duration::from_secs)
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let (library, _) = session.open_to_write()?;
    serve(session, &mut AtLibrary::new(library), silence_of(matches))
}

/// Where the desk gets its answers: the library, or what the mobile library has of it.
pub(crate) trait Counter {
    /// Does what is asked, durably, or says why not.
    ///
    /// # Errors
    /// Failures; nothing of what was asked is stored then.
    fn ask(&mut self, session: &mut Session, ask: Ask) -> Result<Answer, Failure>;
}

/// Serves until there are no more lines. `silence` is how long a reader at the desk may give no sign.
pub(crate) fn serve(
    session: &mut Session,
    counter: &mut dyn Counter,
    silence: Option<Duration>,
) -> Result<Status, Failure> {
    let lang = session.lang();
    let mut lines = session.converse();
    let mut desk = Desk::default();
    let mut log = Log::default();
    if session.is_conversation() {
        session.say(words::opened(lang));
        if session.dry_run() {
            session.say(crate::words::rehearsed(lang));
        }
    }
    loop {
        session.prompt(&screen::prompt(&desk, lang));
        let served = desk.member().is_some() || desk.waiting() > 0;
        let heard = lines.next(silence.filter(|_| served));
        let heard =
            heard.map_err(|error| Failure::io("input.failed", crate::words::input_failed(lang), &error, lang))?;
        session.refresh();
        let heard = match &heard {
            Line::Line(line) => {
                log.line(line);
                Heard::Line(line)
            }
            Line::Silence => Heard::Silence,
            Line::End => Heard::End,
        };
        if one_line(session, counter, &mut desk, &mut log, heard)? {
            break;
        }
    }
    if session.is_conversation() {
        session.say(words::closed(lang));
    }
    if *session.format() != Format::Table || session.output().is_some() {
        session.outcome(log.report())?;
    }
    Ok(match log.refused() && !session.is_conversation() {
        true => Status::Refused,
        false => Status::Done,
    })
}

/// What one line sets going; whether the desk closes.
fn one_line(
    session: &mut Session,
    counter: &mut dyn Counter,
    desk: &mut Desk,
    log: &mut Log,
    heard: Heard<'_>,
) -> Result<bool, Failure> {
    let mut turn = desk.hear(heard);
    loop {
        let leaves = turn.say.iter().any(|say| matches!(say, Say::Gone { .. }));
        if leaves {
            session.clear_screen();
        }
        for say in &turn.say {
            log.note(say);
            speak(session, log, say);
        }
        let Some(ask) = turn.ask.take() else {
            return Ok(turn.close);
        };
        let answer = match counter.ask(session, ask) {
            Ok(answer) => answer,
            Err(failure) if goes_on(session, &failure) => Answer::Failed(reasons(failure, session)),
            Err(failure) => {
                session.warn(words::failed_stop(session.lang()));
                return Err(failure);
            }
        };
        turn = desk.told(answer);
    }
}

/// Whether the desk goes on after a failure: after a no of the library always, after a failure of the file only when
/// a person is there to see it and it may pass.
fn goes_on(session: &Session, failure: &Failure) -> bool {
    match failure.kind() {
        Kind::Refused | Kind::Usage => true,
        Kind::System => session.is_conversation() && matches!(failure.code(), "file.busy" | "file.full"),
    }
}

/// The sentence of a failure and its reasons.
fn reasons(failure: Failure, session: &Session) -> Vec<Reason> {
    let told = failure.sentences(session.lang()).into_iter();
    let reason = |said: pustaka_cli::Reason| Reason {
        code: said.code.into_owned(),
        message: said.message,
    };
    told.map(reason).collect()
}

/// Says it: large and with a beep where it must not be passed over; from a pipe, what was refused as an error.
fn speak(session: &mut Session, log: &Log, say: &Say) {
    let lang = session.lang();
    let shown = screen::shown(say, lang);
    if session.is_conversation() {
        if let Some(alarm) = &shown.alarm {
            session.alarm(alarm);
        }
        for line in &shown.lines {
            session.say(line);
        }
        return;
    }
    if say.is_refusal() {
        let sentence = shown
            .alarm
            .clone()
            .or_else(|| shown.lines.first().cloned())
            .unwrap_or_default();
        let sentence = crate::words::in_line(lang, log.number(), sentence);
        let failure = Failure::refused(say.code(), sentence);
        let failure = say.reasons().iter().fold(failure, |failure, reason| {
            failure.because(reason.code.clone(), reason.message.clone())
        });
        return session.complain(failure);
    }
    for line in shown.alarm.iter().chain(&shown.lines) {
        session.say(line);
    }
}
