//! `letters`: what is told on paper, a page each.

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, page};
use pustaka_core::notices::{Channel, Mark};

use crate::args::flag;
use crate::pages;
use crate::render::Desk;
use crate::verbs::page::waiting;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("letters")
        .about(help::letters(lang))
        .arg(flag("mark", help::letters_mark(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    if !session.dry_run() {
        library.create_event_notices(&act)?;
    }
    let desk = Desk::open(&library)?;
    let told = waiting(session, &library, &desk, Channel::Print)?;
    if told.is_empty() {
        session.say(words::nobody_to_write(lang));
    }
    // A letter speaks the language of the notices, whatever the screen speaks.
    let text = pages::letters(&told, desk.lang, &desk.library, act.day());
    session.keep_private();
    page::put(session, &text)?;
    if matches.get_flag("mark") && !told.is_empty() {
        let ids: Vec<_> = told.iter().map(|(notice, _)| notice.id).collect();
        let marked = library.mark_notices(&act, &ids, Mark::Sent, Some(Channel::Print), session.dry_run())?;
        session.say(words::letters_marked(lang, marked.marked.len()));
    }
    Ok(Status::Done)
}
