//! `edit`: corrections by staff, which later imports leave alone.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::Error;
use pustaka_core::catalog::edit::Edited;
use pustaka_core::catalog::record::{Field, TitleRecord};
use serde::Serialize;

use crate::options;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("edit")
        .about(help::edit(lang))
        .arg(
            Arg::new("title")
                .required(true)
                .value_name(help::title_value(lang))
                .help(help::edit_title(lang)),
        )
        .arg(
            Arg::new("changes")
                .required(true)
                .num_args(1..)
                .value_name(help::change_value(lang))
                .help(help::edit_changes(lang)),
        )
}

/// `catalog-import edit TITLE-ID FIELD=VALUE…`
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = matches
        .get_one::<String>("title")
        .map(String::as_str)
        .unwrap_or_default();
    let id: i64 = typed
        .trim()
        .parse()
        .map_err(|_| Failure::usage("title.bad", words::title_bad(lang, typed)).hint(words::title_hint(lang)))?;
    let typed = matches.get_many::<String>("changes").unwrap_or_default();
    let changes: Vec<(Field, String)> = typed.map(|typed| change(typed, lang)).collect::<Result<_, _>>()?;
    let (mut library, act) = session.open_to_write()?;
    let dry_run = session.dry_run();
    let edited = library
        .edit_title(&act, id, &changes, dry_run)
        .map_err(|error| match error {
            Error::BadValue { what, found } => Failure::usage("value.bad", words::edit_bad(lang, what, found)),
            error => error.into(),
        })?;
    let fields: Vec<Field> = changes.into_iter().map(|(field, _)| field).collect();
    let answer = answer(lang, id, &edited, &fields, dry_run);
    match dry_run {
        true => session.show(answer)?,
        false => session.outcome(answer)?,
    }
    Ok(Status::Done)
}

fn change(typed: &str, lang: Lang) -> Result<(Field, String), Failure> {
    let Some((name, value)) = typed.split_once('=') else {
        return Err(Failure::usage("edit.form", words::change_form(lang, typed)));
    };
    let field = options::field(name.trim(), lang)?;
    let of_copy = field.of_item() || field.as_str() == Field::TitleRef.code();
    match Field::from_code(field.as_str()).filter(|_| !of_copy) {
        Some(field) => Ok((field, value.to_owned())),
        None => Err(Failure::usage("edit.field", words::field_of_item(lang, field))),
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    id: i64,
    dry_run: bool,
    changes: Vec<Change<'a>>,
    title: &'a TitleRecord,
}

#[derive(Serialize)]
struct Change<'a> {
    field: &'a str,
    before: String,
    after: String,
}

fn answer(lang: Lang, id: i64, edited: &Edited, fields: &[Field], dry_run: bool) -> Document {
    let columns = [
        Column::new("field", words::field, Kind::Text),
        Column::new("before", words::before, Kind::Text),
        Column::new("after", words::after, Kind::Text),
    ];
    let title = match dry_run {
        true => words::would_edit(lang, id, &edited.after.title),
        false => words::edited(lang, id, &edited.after.title),
    };
    let mut report = Report::new("changes", columns).titled(title);
    let changes = fields.iter().map(|field| Change {
        field: field.code(),
        before: edited.before.show(*field),
        after: edited.after.show(*field),
    });
    let changes: Vec<Change<'_>> = changes.collect();
    for change in &changes {
        report.row([
            change.field.into(),
            change.before.clone().into(),
            change.after.clone().into(),
        ]);
    }
    Document::new(&Answer {
        id,
        dry_run,
        changes,
        title: &edited.after,
    })
    .with(report)
}
