//! `card`: membership cards to be printed and cut out, of the size of a bank card.

mod barcode;
mod draw;

use clap::{Arg, ArgMatches, Command};
use maud::html;
use pustaka_cli::{Document, Failure, Format, Lang, Session, Status, page, who};
use pustaka_core::Library;
use pustaka_core::members::{self, Member};
use serde::Serialize;

use crate::record;
use crate::words::{help, print, result as words};

/// Cards on A4, two beside each other, with lines to cut along.
const STYLE: &str = "
@page { size: A4; margin: 12mm }
body { margin: 0; font-family: 'Liberation Sans', Arial, Helvetica, sans-serif; background: #fff; color: #111 }
.sheet { display: flex; flex-wrap: wrap; gap: 4mm; padding: 4mm }
.sheet svg { width: 85.6mm; height: 54mm; outline: 0.2mm dashed #999; break-inside: avoid }
@media print { .sheet { padding: 0 } }
";

/// What a card says.
#[derive(Debug, Serialize)]
pub(crate) struct Card {
    library: String,
    card: String,
    name: String,
    r#type: String,
    valid_until: String,
}

#[derive(Serialize)]
struct Cards<'a> {
    cards: &'a [Card],
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("card").about(help::card(lang)).arg(
        Arg::new("members")
            .value_name(help::member_value(lang))
            .num_args(1..)
            .required(true)
            .help(help::card_members(lang)),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let name = library.setting("library.name")?.value;
    let types = library.read(members::types)?;
    let mut people = Vec::new();
    for typed in matches.get_many::<String>("members").unwrap_or_default() {
        people.push(who::member(session, &library, typed)?);
    }
    let cards: Vec<Card> = people.iter().map(|member| card_of(member, &name, &types)).collect();
    for card in &cards {
        if barcode::modules(&card.card).is_none() {
            session.warn(words::no_barcode(lang, &card.card));
        }
    }
    drop::<Library>(library);
    session.keep_private();
    match session.format().clone() {
        Format::Own(form) if form == "svg" => page::put(session, &draw::sheet(&cards))?,
        Format::Own(_) | Format::Table => {
            let body = html! {
                div class="sheet" { @for card in &cards { (draw::card(card, "")) } }
            };
            let title = print::card_title(Lang::Id);
            page::put(session, &page::page(Lang::Id, title, &[STYLE], &body))?;
        }
        _ => session.show(Document::new(&Cards { cards: &cards }).with(record::list(&people)))?,
    }
    if session.output().is_some() {
        session.say(words::cards_made(lang, cards.len()));
    }
    Ok(Status::Done)
}

/// A card is read by everybody at the library, so it is in Indonesian whatever the clerk's language.
fn card_of(member: &Member, library: &str, types: &[members::MemberType]) -> Card {
    let named = types.iter().find(|one| one.code == member.member_type);
    let library = match library.is_empty() {
        true => print::library(Lang::Id),
        false => library,
    };
    Card {
        library: library.to_owned(),
        card: member.card.to_string(),
        name: member.name.to_string(),
        r#type: named.map_or_else(|| member.member_type.clone(), |one| one.name.clone()),
        valid_until: Lang::Id.date(member.valid_until),
    }
}
