//! `rules`: the library's loan rules.

mod explain;
mod fields;
mod list;
mod presets;
mod set;
mod what_if;
mod words;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, examples};
use pustaka_core::circulation::rules::RuleKey;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("rules")
        .about(words::about(lang))
        .long_about(words::long(lang))
        .subcommands([
            list::command(lang),
            set::command(lang),
            set::end_command(lang),
            set::import_command(lang),
            explain::command(lang),
            what_if::command(lang),
            presets::command(lang),
        ])
        .after_help(examples(
            lang,
            [
                (
                    "library-db rules set umum any any --loan-days 14 --fine 500 --max-items 3",
                    words::example_set(lang),
                ),
                (
                    "library-db rules explain umum --on 2026-12-18",
                    words::example_explain(lang),
                ),
                (
                    "library-db rules what-if umum any any --loan-days 10",
                    words::example_what_if(lang),
                ),
            ],
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("set", matches)) => set::run(session, matches),
        Some(("end", matches)) => set::end(session, matches),
        Some(("import", matches)) => set::import(session, matches),
        Some(("explain", matches)) => explain::run(session, matches),
        Some(("what-if", matches)) => what_if::run(session, matches),
        Some(("presets", _)) => presets::run(session),
        _ => list::run(session),
    }
}

/// A member type, a collection type and a medium, each of which may be any.
fn key_args(lang: Lang) -> [Arg; 3] {
    let arg = |name: &'static str, value: &'static str, help: &'static str| Arg::new(name).value_name(value).help(help);
    [
        arg(
            "member_type",
            words::member_type_value(lang),
            words::key_member_help(lang),
        ),
        arg(
            "collection_type",
            words::collection_value(lang),
            words::key_collection_help(lang),
        )
        .default_value("any"),
        arg("medium", words::medium_value(lang), words::key_medium_help(lang)).default_value("any"),
    ]
}

/// The season that a key may have.
fn season_args(lang: Lang) -> [Arg; 2] {
    let arg = |name: &'static str, other: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(words::day_value(lang))
            .requires(other)
            .help(help)
    };
    [
        arg("season-from", "season-to", words::season_from_help(lang)),
        arg("season-to", "season-from", words::season_to_help(lang)),
    ]
}

/// A name of a key as typed; `any`, `*` and nothing stand for any.
fn named(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let any = ["", "*", "any", "semua"].contains(&typed.to_lowercase().as_str());
    (!any).then(|| typed.to_owned())
}

/// The key that was typed.
fn key(session: &Session, matches: &ArgMatches) -> Result<RuleKey, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let day = |name: &str| {
        let typed = matches.get_one::<String>(name);
        typed.map(|typed| session.date(&format!("--{name}"), typed)).transpose()
    };
    Ok(RuleKey {
        member_type: named(text("member_type")),
        collection_type: named(text("collection_type")),
        medium: named(text("medium")),
        season: day("season-from")?.zip(day("season-to")?),
    })
}

/// A key and its season as people read it.
fn shown(key: &RuleKey, lang: Lang) -> String {
    match key.season {
        None => key.to_string(),
        Some((first, last)) => words::in_season(lang, key, lang.date(first), lang.date(last)),
    }
}
