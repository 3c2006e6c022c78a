//! `add`: a new member.

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::members::{ConsentKind, Enrolled, Enrolment, Field};
use serde::Serialize;

use crate::record::{self, Like, Said, Whole};
use crate::words::{help, result as words};
use crate::{consent, fields};

#[derive(Serialize)]
struct Added<'a> {
    dry_run: bool,
    member: Whole<'a>,
    notices: Vec<Said<'a>>,
    duplicates: Vec<Like<'a>>,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("add")
        .about(help::add(lang))
        .arg(
            Arg::new("name")
                .value_name(help::name_value(lang))
                .num_args(1..)
                .required(true)
                .help(help::name(lang)),
        )
        .args(fields::args(lang))
        .arg(
            Arg::new("consent")
                .long("consent")
                .value_name(help::consent_value(lang))
                .action(ArgAction::Append)
                .num_args(0..=1)
                .default_missing_value("membership")
                .value_parser(consent::kinds())
                .help(help::consent_option(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let name: Vec<&str> = matches
        .get_many::<String>("name")
        .unwrap_or_default()
        .map(String::as_str)
        .collect();
    let mut cells = vec![(Field::Name, name.join(" "))];
    cells.extend(fields::read(session, matches)?);
    let typed = matches.get_many::<String>("consent").unwrap_or_default();
    let consents: Vec<ConsentKind> = typed.filter_map(|code| ConsentKind::from_code(code)).collect();
    let (mut library, act) = session.open_to_write()?;
    let enrolment = Enrolment { cells, consents };
    let added = library.add_member(&act, &enrolment, session.dry_run())?;
    record::warn(session, &added.notices, &added.duplicates);
    record::warn_of_end(session, added.member.valid_until);
    let card = added.member.card.to_string();
    let name = added.member.name.to_string();
    match session.dry_run() {
        true => {
            session.show(document(&added, true, lang))?;
            session.say(words::would_add(lang, name, card));
        }
        false => {
            session.outcome(document(&added, false, lang))?;
            session.say(words::added(lang, name, card));
        }
    }
    Ok(Status::Done)
}

fn document(added: &Enrolled, dry_run: bool, lang: Lang) -> Document {
    let json = Added {
        dry_run,
        member: Whole::of(&added.member),
        notices: added.notices.iter().map(Said::of).collect(),
        duplicates: added.duplicates.iter().map(Like::of).collect(),
    };
    Document::new(&json).with(record::report(&added.member, lang))
}
