//! `template`: the words of the notices, shown, made one's own, and put back.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Cell, Column, Document, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::notices::Reason;
use pustaka_core::notices::template::{Standing, check};
use serde::Serialize;

use crate::args::{file, flag, reasons, said};
use crate::render::{lang_of, language_of, sample, written};
use crate::words::{codes, columns, help, result as words};

#[derive(Serialize)]
struct Shown<'a> {
    reason: &'static str,
    language: &'static str,
    own: bool,
    source: &'a str,
}

#[derive(Serialize)]
struct Changed {
    dry_run: bool,
    reason: &'static str,
    language: &'static str,
    changed: bool,
}

fn reason(lang: Lang) -> Arg {
    Arg::new("reason")
        .required(true)
        .value_name(help::reason_value(lang))
        .value_parser(reasons())
        .help(help::template_reason(lang))
}

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("template")
        .about(help::template(lang))
        .subcommand_required(true)
        .subcommands([
            Command::new("list").about(help::template_list(lang)),
            Command::new("show")
                .about(help::template_show(lang))
                .arg(reason(lang))
                .arg(flag("source", help::template_source(lang))),
            Command::new("set")
                .about(help::template_set(lang))
                .arg(reason(lang))
                .arg(
                    Arg::new("file")
                        .long("file")
                        .required(true)
                        .value_name(help::file_value(lang))
                        .value_parser(value_parser!(PathBuf))
                        .help(help::template_file(lang)),
                ),
            Command::new("check")
                .about(help::template_check(lang))
                .arg(reason(lang))
                .arg(file("file", lang).required(true).help(help::template_file(lang))),
            Command::new("reset")
                .about(help::template_reset(lang))
                .arg(reason(lang)),
        ])
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let Some((verb, matches)) = matches.subcommand() else {
        return Ok(Status::Done);
    };
    if verb == "list" {
        return list(session);
    }
    let reason = said(matches, "reason")
        .and_then(Reason::from_code)
        .unwrap_or(Reason::DueSoon);
    match verb {
        "show" => show(session, reason, matches.get_flag("source")),
        "check" => {
            let source = read(session, matches)?;
            let looked = check(reason, &source);
            looked.map_err(|problems| {
                pustaka_core::Error::Notice(pustaka_core::notices::Refusal::Template { problems })
            })?;
            session.say(words::template_fit(session.lang()));
            Ok(Status::Done)
        }
        verb => change(session, matches, reason, verb == "set"),
    }
}

fn list(session: &mut Session) -> Result<Status, Failure> {
    let lang = session.lang();
    let mut report = Report::new(
        "templates",
        [
            Column::new("reason", columns::code, Kind::Text),
            Column::new("meaning", columns::reason, Kind::Text),
            Column::new("language", columns::language, Kind::Text),
            Column::new("own", columns::own, Kind::Flag),
            Column::new("changed", columns::changed, Kind::Text),
            Column::new("subject", columns::subject, Kind::Text),
        ],
    );
    for one in session.open()?.templates()? {
        report.row([
            Cell::from(one.reason.code()),
            codes::reason(lang, one.reason).into(),
            one.language.code().into(),
            one.changed.is_some().into(),
            one.changed.into(),
            one.template.subject.into(),
        ]);
    }
    session.show(report)?;
    Ok(Status::Done)
}

/// The template in the language of the screen: filled with a sample, or as it is edited.
fn show(session: &mut Session, reason: Reason, source: bool) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let name = library.setting("library.name")?.value;
    let found = library
        .templates()?
        .into_iter()
        .find(|one| one.reason == reason && lang_of(one.language) == lang);
    let Some(stored) = found else {
        return Ok(Status::Refused);
    };
    if *session.format() != Format::Table {
        session.show(Document::new(&shown(&stored)))?;
        return Ok(Status::Done);
    }
    let text = match source {
        true => stored.template.source.clone(),
        false => preview(&stored, lang, &name),
    };
    pustaka_cli::page::put(session, &text)?;
    Ok(Status::Done)
}

fn shown(stored: &Standing) -> Shown<'_> {
    Shown {
        reason: stored.reason.code(),
        language: stored.language.code(),
        own: stored.changed.is_some(),
        source: &stored.template.source,
    }
}

fn preview(stored: &Standing, lang: Lang, library: &str) -> String {
    let (to, about) = sample(lang);
    let filled = written(&stored.template, lang, library, &to, &about);
    let mut text = format!("{}: {}\n", words::preview_subject(lang), filled.subject);
    for (heading, part) in [
        (words::preview_mail(lang), &filled.mail),
        (words::preview_letter(lang), &filled.body),
        (words::preview_short(lang), &filled.short),
    ] {
        if heading != words::preview_letter(lang) || filled.body != filled.mail {
            text.push_str(&format!("\n--- {heading} ---\n{part}\n"));
        }
    }
    text
}

fn read(session: &mut Session, matches: &ArgMatches) -> Result<String, Failure> {
    let lang = session.lang();
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    session.protect(&path)?;
    let bytes = session.read_input(&path)?;
    String::from_utf8(bytes).map_err(|_| Failure::refused("template.not-text", words::not_text(lang, path.display())))
}

fn change(session: &mut Session, matches: &ArgMatches, reason: Reason, set: bool) -> Result<Status, Failure> {
    let lang = session.lang();
    let language = language_of(lang);
    let source = match set {
        true => Some(read(session, matches)?),
        false => None,
    };
    let (mut library, act) = session.open_to_write()?;
    let dry_run = session.dry_run();
    let changed = match &source {
        Some(source) => library.set_template(&act, (reason, language), source, dry_run)?,
        None => library.reset_template(&act, reason, language, dry_run)?,
    };
    session.say(match (changed, set) {
        (false, _) => words::template_same(lang, reason.code(), language.code()),
        (true, true) => words::template_saved(lang, reason.code(), language.code()),
        (true, false) => words::template_reset(lang, reason.code(), language.code()),
    });
    if dry_run {
        session.say(words::rehearsed(lang));
    }
    session.outcome(Document::new(&Changed {
        dry_run,
        reason: reason.code(),
        language: language.code(),
        changed,
    }))?;
    Ok(Status::Done)
}
