//! `comments`, `tag`, `lexicon`: what readers wrote.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::Library;
use pustaka_core::surveys::Survey;
use pustaka_core::surveys::comments::{self, Comment, Lexicon};
use pustaka_core::values::ids::CommentId;
use serde::Serialize;

use super::{batches, option, typed, typed_all};
use crate::paper::data::said;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("comments")
        .about(help::comments(lang))
        .arg(super::survey_arg(lang))
        .arg(option(
            "element",
            help::element_value(lang),
            help::comments_element(lang),
        ))
        .arg(option("tag", help::tag_value(lang), help::comments_tag(lang)))
        .arg(
            Arg::new("words")
                .long("words")
                .action(ArgAction::SetTrue)
                .help(help::comments_words(lang)),
        )
}

pub(crate) fn tag_command(lang: Lang) -> Command {
    Command::new("tag")
        .about(help::tag(lang))
        .arg(
            Arg::new("comment")
                .required(true)
                .value_name(help::number_value(lang))
                .help(help::tag_comment(lang)),
        )
        .arg(
            Arg::new("tags")
                .value_name(help::tag_value(lang))
                .num_args(0..)
                .help(help::tag_tags(lang)),
        )
        .arg(option("remove", help::tag_value(lang), help::tag_remove(lang)).action(ArgAction::Append))
}

pub(crate) fn lexicon_command(lang: Lang) -> Command {
    Command::new("lexicon")
        .about(help::lexicon(lang))
        .arg(
            Arg::new("word")
                .value_name(help::word_value(lang))
                .help(help::lexicon_word(lang)),
        )
        .arg(
            Arg::new("element")
                .value_name(help::element_value(lang))
                .help(help::lexicon_element(lang)),
        )
        .arg(
            Arg::new("remove")
                .long("remove")
                .action(ArgAction::SetTrue)
                .conflicts_with("element")
                .requires("word")
                .help(help::lexicon_remove(lang)),
        )
}

#[derive(Serialize)]
struct Listed<'a> {
    survey: &'a str,
    comments: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    comment: CommentId,
    question: &'a str,
    text: &'a str,
    elements: &'a [String],
    tags: &'a [String],
}

impl<'a> From<&'a Comment> for Said<'a> {
    fn from(comment: &'a Comment) -> Said<'a> {
        Said {
            comment: comment.id,
            question: &comment.question,
            text: &comment.body,
            elements: &comment.elements,
            tags: &comment.tags,
        }
    }
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    if matches.get_flag("words") {
        return word_groups(session, &library, &survey);
    }
    let mut all = library.read(|snapshot| comments::comments(snapshot, &survey))?;
    if let Some(element) = typed(matches, "element") {
        all.retain(|comment| comment.elements.iter().any(|own| own == element));
    }
    if let Some(tag) = typed(matches, "tag") {
        all.retain(|comment| comment.tags.iter().any(|own| own == tag));
    }
    let columns = [
        Column::new("comment", words::number, Kind::Number),
        Column::new("text", words::comment, Kind::Text),
        Column::new("elements", words::elements, Kind::Text),
        Column::new("tags", words::tags, Kind::Text),
    ];
    let mut report = Report::new("comments", columns);
    for comment in &all {
        report.row([
            comment.id.0.into(),
            comment.body.as_str().into(),
            comment.elements.clone().into(),
            comment.tags.clone().into(),
        ]);
    }
    if all.is_empty() {
        report.note(words::no_comments(lang));
    }
    let listed = Listed {
        survey: &survey.key,
        comments: all.iter().map(Said::from).collect(),
    };
    session.show(Document::new(&listed).with(report))?;
    Ok(Status::Done)
}

#[derive(Serialize)]
struct Groups<'a> {
    survey: &'a str,
    words: BTreeMap<String, BTreeMap<String, u64>>,
}

fn word_groups(session: &mut Session, library: &Library, survey: &Survey) -> Result<Status, Failure> {
    let lang = session.lang();
    let groups = library.read(|snapshot| comments::word_groups(snapshot, survey))?;
    let columns = [
        Column::new("element", words::element, Kind::Text),
        Column::new("words", words::words_of, Kind::Text),
    ];
    let mut report = Report::new("words", columns);
    for element in &survey.instrument.elements {
        if let Some(found) = groups.get(&element.key) {
            let found: Vec<String> = found.iter().map(|(word, times)| format!("{word} {times}")).collect();
            report.row([said(&element.name, lang).into(), found.into()]);
        }
    }
    if report.rows.is_empty() {
        report.note(words::no_comments(lang));
    }
    let words = groups
        .into_iter()
        .map(|(element, found)| (element, found.into_iter().collect()));
    let answer = Groups {
        survey: &survey.key,
        words: words.collect(),
    };
    session.show(Document::new(&answer).with(report))?;
    Ok(Status::Done)
}

#[derive(Serialize)]
struct Tagged {
    comment: CommentId,
    tags: Vec<String>,
}

pub(crate) fn tag(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let comment = CommentId(batches::number(typed(matches, "comment").unwrap_or_default(), lang)?);
    let (give, take) = (typed_all(matches, "tags"), typed_all(matches, "remove"));
    let (mut library, act) = session.open_to_write()?;
    let tags = library.tag_comment(&act, comment, (&give, &take), session.dry_run())?;
    let shown = if tags.is_empty() {
        words::no_tags(lang).to_owned()
    } else {
        tags.join(", ")
    };
    let answer = Document::new(&Tagged { comment, tags }).headed(words::tagged(lang, comment, shown));
    session.outcome(answer)?;
    Ok(Status::Done)
}

pub(crate) fn lexicon(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let Some(word) = typed(matches, "word") else {
        return listed(session, None);
    };
    let element = typed(matches, "element");
    if element.is_none() && !matches.get_flag("remove") {
        return listed(session, Some(word));
    }
    let (mut library, act) = session.open_to_write()?;
    library.set_survey_word(&act, word, element, session.dry_run())?;
    let said = match element {
        Some(element) => words::word_set(lang, word, element),
        None => words::word_out(lang, word),
    };
    session.outcome(Document::new(&serde_json::json!({ "word": word, "element": element })).headed(said))?;
    Ok(Status::Done)
}

/// The words, or those that hold these letters.
fn listed(session: &mut Session, wanted: Option<&str>) -> Result<Status, Failure> {
    let lexicon = session.open()?.read(Lexicon::load)?;
    let columns = [
        Column::new("word", words::word, Kind::Text),
        Column::new("element", words::element, Kind::Text),
        Column::new("standing", words::standing, Kind::Text),
    ];
    let mut report = Report::new("lexicon", columns);
    for entry in lexicon
        .entries()
        .filter(|entry| wanted.is_none_or(|wanted| entry.word.contains(wanted)))
    {
        report.row([
            entry.word.as_str().into(),
            entry.element.as_str().into(),
            entry.standing.code().into(),
        ]);
    }
    session.show(report)?;
    Ok(Status::Done)
}
