//! `page`: the WhatsApp messages, to click through.

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, page};
use pustaka_core::Library;
use pustaka_core::notices::{Channel, Standing, Which};

use crate::pages::{self, Told};
use crate::render::Desk;
use crate::verbs::limits;
use crate::words::help;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("page").about(help::page(lang))
}

pub(crate) fn run(session: &mut Session, _: &ArgMatches) -> Result<Status, Failure> {
    let library = session.open()?;
    let desk = Desk::open(&library)?;
    let mut told = waiting(session, &library, &desk, Channel::Whatsapp)?;
    limits::within_cap(session, &library, &mut told)?;
    limits::warn_of_quiet(session, &library)?;
    let text = pages::whatsapp(&told, session.lang(), &desk.library, session.today());
    session.keep_private();
    page::put(session, &text)?;
    Ok(Status::Done)
}

/// The notices that wait for a channel, in words.
pub(crate) fn waiting(
    session: &Session,
    library: &Library,
    desk: &Desk,
    channel: Channel,
) -> Result<Vec<Told>, Failure> {
    let open = library.notices(session.now().datetime(), Which::Open)?.into_iter();
    let waits = open.filter(|one| one.standing == Standing::Waiting && one.channel == Some(channel));
    let told = waits.map(|one| {
        let written = desk.write(one.reason, &one.to, &one.about);
        (one, written)
    });
    Ok(told.collect())
}
