//! What a tool's help still lacks: a check for the tests of every tool.

use clap::{Arg, Command};

use crate::help::{self, all_topics};
use crate::lang::Lang;
use crate::tool::Tool;

/// What is missing from a tool's help, a sentence each; empty when all is well.
///
/// Walks the whole command tree in both languages: every command has an `about`, every argument its help, none of them
/// the same in both languages; the first page has three examples, and the tool's own parser takes each; topics have
/// the same names in both languages and lines of at most 78 columns.
pub fn help_gaps(tool: &Tool) -> Vec<String> {
    let mut gaps = Vec::new();
    let [id, en] = Lang::ALL.map(|lang| help::assemble(tool, lang, 100));
    let commands = (&id, &en);
    compare(tool.name, commands, &mut gaps);
    for (lang, command) in [(Lang::Id, &id), (Lang::En, &en)] {
        try_examples(command, lang, &mut gaps);
    }
    compare_topics(tool, &mut gaps);
    gaps
}

fn compare(path: &str, (id, en): (&Command, &Command), gaps: &mut Vec<String>) {
    compare_texts(path, id.get_about(), en.get_about(), gaps);
    let args = id.get_arguments().filter(|arg| !arg.is_hide_set());
    for arg in args {
        let name = format!("{path} {}", shown(arg));
        match en.get_arguments().find(|other| other.get_id() == arg.get_id()) {
            Some(other) => compare_texts(&name, arg.get_help(), other.get_help(), gaps),
            None => gaps.push(format!("{name}: only in Indonesian")),
        }
    }
    for verb in id.get_subcommands() {
        let name = format!("{path} {}", verb.get_name());
        match en.find_subcommand(verb.get_name()) {
            Some(other) => compare(&name, (verb, other), gaps),
            None => gaps.push(format!("{name}: only in Indonesian")),
        }
    }
}

fn shown(arg: &Arg) -> String {
    match arg.get_long() {
        Some(long) => format!("--{long}"),
        None => format!("<{}>", arg.get_id()),
    }
}

fn compare_texts<T: ToString>(name: &str, id: Option<&T>, en: Option<&T>, gaps: &mut Vec<String>) {
    let text = |text: Option<&T>| text.map(ToString::to_string).unwrap_or_default();
    let (id, en) = (text(id), text(en));
    if id.trim().is_empty() || en.trim().is_empty() {
        gaps.push(format!("{name}: no help"));
    } else if id == en {
        gaps.push(format!("{name}: the same in both languages"));
    }
}

fn try_examples(command: &Command, lang: Lang, gaps: &mut Vec<String>) {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let examples: Vec<&str> = after.lines().filter_map(|line| line.strip_prefix("  $ ")).collect();
    if examples.len() < 3 {
        gaps.push(format!(
            "{} ({}): fewer than three examples",
            command.get_name(),
            lang.code()
        ));
    }
    let verbs = command.get_subcommands();
    let of_verbs = verbs.flat_map(|verb| {
        let after = verb.get_after_help().map(ToString::to_string).unwrap_or_default();
        let lines = after.lines().filter_map(|line| line.strip_prefix("  $ "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    });
    for example in examples.iter().map(|line| (*line).to_owned()).chain(of_verbs) {
        let own = example.split(" | ").find(|part| part.starts_with(command.get_name()));
        let Some(own) = own else {
            gaps.push(format!("`{example}`: does not run {}", command.get_name()));
            continue;
        };
        if let Err(error) = command.clone().try_get_matches_from(shell_words(own)) {
            gaps.push(format!("`{example}`: {:?}", error.kind()));
        }
    }
}

/// The arguments of an example as a shell would split it, up to a redirection.
fn shell_words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    let mut begun = false;
    for c in line.chars() {
        match (quote, c) {
            (None, '>' | '<') => break,
            (None, '\'' | '"') => {
                quote = Some(c);
                begun = true;
            }
            (Some(open), _) if c == open => quote = None,
            (None, ' ') => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            _ => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

fn compare_topics(tool: &Tool, gaps: &mut Vec<String>) {
    let [id, en] = Lang::ALL.map(|lang| all_topics(tool, lang));
    let names = |topics: &[crate::Topic]| topics.iter().map(|topic| topic.name).collect::<Vec<_>>();
    if names(&id) != names(&en) {
        gaps.push(format!("{}: topics differ between the languages", tool.name));
    }
    for (one, other) in id.iter().zip(&en) {
        compare_texts(one.name, Some(&one.about), Some(&other.about), gaps);
        compare_texts(one.name, Some(&one.text), Some(&other.text), gaps);
        for topic in [one, other] {
            if let Some(wide) = topic.text.lines().find(|line| line.chars().count() > 78) {
                gaps.push(format!("topic {}: wider than 78 columns: {wide}", topic.name));
            }
        }
    }
}
