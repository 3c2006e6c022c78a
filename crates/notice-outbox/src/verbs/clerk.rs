//! `clerk`: one WhatsApp message after the other, at a terminal.

use clap::{ArgMatches, Command};
use pustaka_cli::{Document, Failure, Heard, Lang, Session, Status};
use pustaka_core::notices::{Channel, Mark};
use serde::Serialize;

use crate::pages::{Told, whatsapp_link};
use crate::render::Desk;
use crate::verbs::limits;
use crate::verbs::page::waiting;
use crate::words::{codes, help, result as words};

#[derive(Default, Serialize)]
struct Answer {
    sent: u64,
    skipped: u64,
    failed: u64,
}

/// What is done with a message.
enum Key {
    Sent,
    Skip,
    Failed,
    Quit,
    Other,
}

fn key(line: &str) -> Key {
    match line.trim().to_lowercase().as_str() {
        "" => Key::Sent,
        "s" => Key::Skip,
        "f" => Key::Failed,
        "q" => Key::Quit,
        _ => Key::Other,
    }
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("clerk").about(help::clerk(lang))
}

pub(crate) fn run(session: &mut Session, _: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    if !session.dry_run() {
        library.create_event_notices(&act)?;
    }
    if let Some(until) = limits::quiet_until(session, &library)? {
        let failure = Failure::refused("notice.quiet", words::quiet_until(lang, until));
        return Err(failure.hint(words::quiet_hint(lang)));
    }
    let desk = Desk::open(&library)?;
    let mut told = waiting(session, &library, &desk, Channel::Whatsapp)?;
    if told.is_empty() {
        session.say(words::nobody_to_write(lang));
        return Ok(Status::Done);
    }
    limits::within_cap(session, &library, &mut told)?;
    session.say(words::clerk_opened(lang, told.len()));
    let mut lines = session.converse();
    let mut done = Answer::default();
    'messages: for (notice, written) in &told {
        show(session, &(notice.clone(), written.clone()), lang);
        let mark = loop {
            session.prompt(&notice.id.to_string());
            let heard = lines.next(None);
            let heard = heard.map_err(|error| Failure::io("input.failed", words::input_failed(lang), &error, lang))?;
            let Heard::Line(line) = heard else {
                break 'messages;
            };
            match key(&line) {
                Key::Sent => break Some(Mark::Sent),
                Key::Failed => break Some(Mark::Failed),
                Key::Skip => break None,
                Key::Quit => break 'messages,
                Key::Other => session.say(words::clerk_keys(lang)),
            }
        };
        let Some(mark) = mark else {
            done.skipped += 1;
            continue;
        };
        session.refresh();
        let act = session.act()?;
        let marked = library.mark_notices(&act, &[notice.id], mark, Some(Channel::Whatsapp), session.dry_run())?;
        for (id, why) in &marked.not {
            session.warn(words::not_marked(lang, id, codes::unmarked(lang, *why)));
        }
        let count = marked.marked.len() as u64;
        match mark {
            Mark::Failed => done.failed += count,
            _ => done.sent += count,
        }
    }
    session.say(words::clerk_done(lang, done.sent, done.skipped, done.failed));
    session.outcome(Document::new(&done))?;
    Ok(Status::Done)
}

fn show(session: &mut Session, (notice, written): &Told, lang: Lang) {
    let name = notice.to.name.as_deref().unwrap_or_default();
    session.say(words::clerk_next(
        lang,
        notice.id,
        name,
        codes::reason(lang, notice.reason),
    ));
    session.say(whatsapp_link(
        notice.to.phone.as_deref().unwrap_or_default(),
        &written.short,
    ));
}
