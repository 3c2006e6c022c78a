//! `mark`: what was sent by hand, what can't be, what is to be sent again.

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use std::path::PathBuf;

use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::notices::{Channel, Mark};
use pustaka_core::values::ids::NoticeId;
use serde::Serialize;

use crate::args::{code, flag, numbers, said};
use crate::words::{codes, help, result as words};

#[derive(Serialize)]
struct Answer {
    dry_run: bool,
    mark: &'static str,
    marked: Vec<NoticeId>,
    not_marked: Vec<Not>,
}

#[derive(Serialize)]
struct Not {
    number: NoticeId,
    code: &'static str,
}

pub(crate) fn command(lang: Lang) -> Command {
    let channels = Channel::ALL.iter().map(|channel| channel.code()).collect();
    Command::new("mark")
        .about(help::mark(lang))
        .arg(
            Arg::new("numbers")
                .value_name(help::numbers_value(lang))
                .action(ArgAction::Append)
                .num_args(0..)
                .help(help::mark_numbers(lang)),
        )
        .arg(flag("sent", help::mark_sent(lang)))
        .arg(flag("failed", help::mark_failed(lang)))
        .arg(flag("again", help::mark_again(lang)))
        .arg(code(
            "channel",
            help::channel_value(lang),
            channels,
            help::mark_channel(lang),
        ))
        .arg(
            Arg::new("on-page")
                .long("on-page")
                .value_name(help::file_value(lang))
                .value_parser(value_parser!(PathBuf))
                .help(help::mark_on_page(lang)),
        )
        .group(ArgGroup::new("what").args(["sent", "failed", "again"]).required(true))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = matches.get_many::<String>("numbers").unwrap_or_default();
    let mut ids = numbers(typed.map(String::as_str), lang)?;
    if let Some(path) = matches.get_one::<PathBuf>("on-page") {
        session.protect(path)?;
        let bytes = session.read_input(path)?;
        ids.extend(on_page(&String::from_utf8_lossy(&bytes)));
    }
    if ids.is_empty() {
        return Err(Failure::usage("notice.no-numbers", words::no_numbers(lang)));
    }
    let mark = match (matches.get_flag("sent"), matches.get_flag("failed")) {
        (true, _) => Mark::Sent,
        (_, true) => Mark::Failed,
        _ => Mark::Again,
    };
    let by = said(matches, "channel").and_then(Channel::from_code);
    let (mut library, act) = session.open_to_write()?;
    let marked = library.mark_notices(&act, &ids, mark, by, session.dry_run())?;
    session.say(words::marked(lang, marked.marked.len()));
    for (id, why) in &marked.not {
        session.warn(words::not_marked(lang, id, codes::unmarked(lang, *why)));
    }
    if session.dry_run() {
        session.say(words::rehearsed(lang));
    }
    let answer = Answer {
        dry_run: session.dry_run(),
        mark: mark.code(),
        marked: marked.marked.iter().map(|(id, _)| *id).collect(),
        not_marked: marked
            .not
            .iter()
            .map(|(number, why)| Not {
                number: *number,
                code: why.code(),
            })
            .collect(),
    };
    session.outcome(Document::new(&answer))?;
    Ok(match marked.not.is_empty() {
        true => Status::Done,
        false => Status::Refused,
    })
}

/// The numbers of the notices on a page that `page` wrote.
fn on_page(page: &str) -> Vec<NoticeId> {
    let after = page.split("data-notice=\"").skip(1);
    let number = |rest: &str| rest.split('"').next().and_then(|number| number.parse().ok());
    after.filter_map(number).map(NoticeId).collect()
}
