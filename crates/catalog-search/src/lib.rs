//! `catalog-search`: finds titles by their words, shows one with its copies, lists a shelf.
//!
//! Without a verb it searches. One module a verb; each asks the core for one thing and describes the answer.
#![forbid(unsafe_code)]

mod search;
mod shelf;
mod show;
mod words;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, Topic, examples};
use pustaka_core::catalog::search::LONGEST_LIST;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "catalog-search",
    command,
    run,
    topics,
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .allow_hyphen_values(true)
            .help(help)
    };
    let words_value = words::words_value(lang);
    Command::new(TOOL.name)
        .about(words::about(lang))
        .arg(
            Arg::new("words")
                .value_name(words_value)
                .num_args(1..)
                .help(words::words_help(lang)),
        )
        .arg(text("author", words_value, words::author_help(lang)))
        .arg(text("title", words_value, words::title_help(lang)))
        .arg(text("subject", words_value, words::subject_help(lang)))
        .arg(text("isbn", "ISBN", words::isbn_help(lang)))
        .arg(text("class", words::class_value(lang), words::class_help(lang)))
        .arg(
            Arg::new("available")
                .long("available")
                .action(ArgAction::SetTrue)
                .help(words::available_help(lang)),
        )
        .arg(limit("20").help(words::limit_help(lang)))
        .arg(
            Arg::new("raw")
                .long("raw")
                .action(ArgAction::SetTrue)
                .help(words::raw_help(lang)),
        )
        .subcommands([show::command(lang), shelf::command(lang)])
        .after_help(examples(
            lang,
            [
                ("catalog-search laskar pelangi", words::example_words(lang)),
                (
                    "catalog-search --author hirata --class 899 --available",
                    words::example_fields(lang),
                ),
                ("catalog-search show B00001", words::example_show(lang)),
            ],
        ))
}

/// `--limit`, for the verbs that list.
fn limit(usual: &'static str) -> Arg {
    Arg::new("limit")
        .long("limit")
        .value_name("N")
        .value_parser(value_parser!(u64).range(1..=LONGEST_LIST as u64))
        .default_value(usual)
}

fn topics(lang: Lang) -> Vec<Topic> {
    vec![Topic {
        name: "search",
        about: words::topic_search(lang),
        text: words::search_text(lang),
    }]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let words = text_of(matches, "words");
    match matches.subcommand() {
        // A verb behind words is one of them: `the show must go on`.
        Some((verb, rest)) if !words.is_empty() => {
            let text = [words.as_str(), verb, &text_of(rest, "name")].join(" ");
            search::run(session, matches, text)
        }
        Some(("show", matches)) => show::run(session, &text_of(matches, "name")),
        Some(("shelf", matches)) => shelf::run(session, matches),
        _ => search::run(session, matches, words),
    }
}

/// The words of an argument, joined as they would be typed in one line.
fn text_of(matches: &ArgMatches, name: &str) -> String {
    let words = matches.try_get_many::<String>(name).ok().flatten().unwrap_or_default();
    words.map(String::as_str).collect::<Vec<_>>().join(" ")
}
