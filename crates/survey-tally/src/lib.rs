//! `survey-tally`: surveys among readers, from the answers of a form to the index that must be published.
//!
//! | module | what it does |
//! |---|---|
//! | `verbs` | one module a verb |
//! | `answer` | results as JSON and as tables |
//! | `paper` | poster, summary, charts, questionnaire |
//! | `words` | every word, in both languages |
#![forbid(unsafe_code)]

mod answer;
mod paper;
mod verbs;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, Topic, examples};

use crate::verbs::{
    annex, batches, comments, follow_up, import, instruments, new, pages, publish, questionnaire, sample, show, tally,
};
use crate::words::{help, topics};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "survey-tally",
    command,
    run,
    topics: all_topics,
    endings: &[
        ("poster", "html"),
        ("poster", "svg"),
        ("summary", "html"),
        ("chart", "svg"),
        ("questionnaire", "html"),
        ("questionnaire", "txt"),
        ("instruments", "toml"),
    ],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .subcommands([
            new::command(lang),
            import::command(lang),
            show::command(lang),
            publish::command(lang),
            annex::command(lang),
            pages::poster_command(lang),
            pages::summary_command(lang),
            pages::chart_command(lang),
            questionnaire::command(lang),
            sample::command(lang),
            comments::command(lang),
            comments::tag_command(lang),
            comments::lexicon_command(lang),
            follow_up::command(lang),
            tally::command(lang),
            instruments::command(lang),
            new::list_command(lang),
            batches::list_command(lang),
            batches::undo_command(lang),
        ])
        .after_help(examples(
            lang,
            [
                (
                    "survey-tally import 2026-q3 jawaban.csv --new",
                    help::example_import(lang),
                ),
                (
                    "survey-tally publish 2026-q3 ikm-2026-q3 --place Kediri",
                    help::example_publish(lang),
                ),
                (
                    "survey-tally show 2026-q3 --by sex --format json",
                    help::example_show(lang),
                ),
            ],
        ))
}

fn all_topics(lang: Lang) -> Vec<Topic> {
    vec![
        Topic {
            name: "ikm",
            about: topics::ikm(lang),
            text: topics::ikm_text(lang),
        },
        Topic {
            name: "answers",
            about: topics::answers(lang),
            text: topics::answers_text(lang),
        },
        Topic {
            name: "own-survey",
            about: topics::own(lang),
            text: topics::own_text(lang),
        },
        Topic {
            name: "nightly",
            about: topics::nightly(lang),
            text: topics::nightly_text(lang),
        },
    ]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let Some((verb, of)) = matches.subcommand() else {
        return Ok(Status::Done);
    };
    match verb {
        "new" => new::run(session, of),
        "list" => new::list(session),
        "import" => import::run(session, of),
        "batches" => batches::list(session, of),
        "undo" => batches::undo(session, of),
        "tally" => tally::run(session, of),
        "show" => show::run(session, of),
        "publish" => publish::run(session, of),
        "annex" => annex::run(session, of),
        "poster" => pages::poster(session, of),
        "summary" => pages::summary(session, of),
        "chart" => pages::chart(session, of),
        "questionnaire" => questionnaire::run(session, of),
        "sample" => sample::run(session, of),
        "comments" => comments::run(session, of),
        "tag" => comments::tag(session, of),
        "lexicon" => comments::lexicon(session, of),
        "follow-up" => follow_up::run(session, of),
        "instruments" => instruments::run(session, of),
        _ => unreachable!("the parser takes no other verb"),
    }
}
