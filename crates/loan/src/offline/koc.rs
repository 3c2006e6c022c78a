//! `offline koc`: writes a journal as Koha reads it.

use clap::ArgMatches;
use pustaka_cli::{Failure, Session, Status};
use pustaka_core::circulation::offline::{Deed, Intent};
use pustaka_formats::koc::{Action, Writer};

use super::journal;
use super::path;
use crate::words::offline as words;

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let path = path(matches, "file");
    session.protect(&path)?;
    let bytes = session.read_input(&path)?;
    let Some(read) = journal::parse(&bytes) else {
        return Err(
            Failure::system("journal.alien", words::journal_alien(lang, path.display()))
                .hint(words::journal_alien_hint(lang)),
        );
    };
    let intents: Vec<&Intent> = read.lines.iter().filter_map(|(_, line)| line.as_ref().ok()).collect();
    let undone: Vec<u64> = intents.iter().filter_map(|intent| undone(intent)).collect();
    let mut sink = session.sink()?;
    match write(&intents, &undone, &mut sink) {
        Ok(()) => sink.finish()?,
        Err(error) => sink.fail(&error)?,
    }
    Ok(Status::Done)
}

fn undone(intent: &Intent) -> Option<u64> {
    match intent.deed {
        Deed::Undo { of } => Some(of),
        _ => None,
    }
}

/// What was undone is left out: Koha's lines know no undoing. A renewal is lent again, as Koha says it.
fn write(intents: &[&Intent], undone: &[u64], out: &mut impl std::io::Write) -> std::io::Result<()> {
    let mut writer = Writer::new(out, "pustaka-loan", env!("CARGO_PKG_VERSION"))?;
    for intent in intents.iter().filter(|intent| !undone.contains(&intent.line)) {
        let action = match &intent.deed {
            Deed::Checkout { card, item, .. } | Deed::Renew { card, item, .. } => Action::Issue {
                card: card.clone(),
                barcode: item.clone(),
            },
            Deed::Return { item } => Action::Return { barcode: item.clone() },
            Deed::Pay { card, amount } => Action::Payment {
                card: card.clone(),
                amount: amount.to_string(),
            },
            Deed::Undo { .. } => continue,
        };
        if let Some(at) = intent.at() {
            writer.line(at, &action)?;
        }
    }
    writer.finish().map(drop)
}
