//! `edit`: fields of a member set anew.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status, who};
use pustaka_core::members::{Edited, Field};
use serde::Serialize;

use crate::record::{self, Like, Said};
use crate::words::{help, result as words};
use crate::{args, fields};

#[derive(Serialize)]
struct Answer<'a> {
    dry_run: bool,
    card: &'a str,
    changes: Vec<Changed<'a>>,
    notices: Vec<Said<'a>>,
    duplicates: Vec<Like<'a>>,
}

#[derive(Serialize)]
struct Changed<'a> {
    field: &'static str,
    before: &'a str,
    after: &'a str,
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("edit")
        .about(help::edit(lang))
        .arg(args::member(lang))
        .arg(
            Arg::new("name")
                .long("name")
                .value_name(help::name_value(lang))
                .help(help::name_option(lang)),
        )
        .args(fields::args(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let name = matches.get_one::<String>("name").cloned();
    let mut cells: Vec<(Field, String)> = name.into_iter().map(|name| (Field::Name, name)).collect();
    cells.extend(fields::read(session, matches)?);
    if cells.is_empty() {
        return Err(Failure::usage("edit.nothing", words::nothing_to_edit(lang)).hint(words::edit_so(lang)));
    }
    let (mut library, act) = session.open_to_write()?;
    let member = who::member(session, &library, args::typed(matches))?;
    let edited = library.edit_member(&act, member.id, &cells, session.dry_run())?;
    record::warn(session, &edited.notices, &edited.duplicates);
    let name = edited.member.name.to_string();
    let document = document(&edited, session.dry_run(), lang);
    match (edited.changes.is_empty(), session.dry_run()) {
        (true, _) => {
            session.show_if_watched(document)?;
            session.say(words::nothing_changed(lang, name));
        }
        (false, true) => {
            session.show(document)?;
            session.say(words::would_edit(lang, name));
        }
        (false, false) => {
            session.outcome(document)?;
            session.say(words::edited(lang, name));
        }
    }
    Ok(Status::Done)
}

fn document(edited: &Edited, dry_run: bool, lang: Lang) -> Document {
    let columns = [
        Column::new("field", words::field, Kind::Text),
        Column::new("before", words::before, Kind::Text),
        Column::new("after", words::after, Kind::Text),
    ];
    let mut report = Report::new("changes", columns);
    for change in &edited.changes {
        report.row([
            fields::named(lang, change.field).into(),
            change.before.clone().into(),
            change.after.clone().into(),
        ]);
    }
    let changes = edited.changes.iter().map(|change| Changed {
        field: change.field.code(),
        before: &change.before,
        after: &change.after,
    });
    let json = Answer {
        dry_run,
        card: edited.member.card.as_str(),
        changes: changes.collect(),
        notices: edited.notices.iter().map(Said::of).collect(),
        duplicates: edited.duplicates.iter().map(Like::of).collect(),
    };
    Document::new(&json).with(report)
}
