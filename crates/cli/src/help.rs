//! Help pages in both languages: one page a command, with headings, choices and defaults in the reader's words.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, ColorChoice, Command};

use crate::failure::Failure;
use crate::lang::Lang;
use crate::options;
use crate::tool::Tool;
use crate::words::{options as words, usage as usage_words};

/// One long text that `TOOL help NAME` shows.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its name: English and stable, as an option is.
    pub name: &'static str,
    /// What it is about, in one line.
    pub about: &'static str,
    /// The text, its lines at most 78 columns wide.
    pub text: &'static str,
}

/// The examples of a help page: what is typed, and what it does. A page has three; a test runs each through the
/// tool's own parser.
///
/// Hand the answer to [`Command::after_help`].
pub fn examples(lang: Lang, examples: [(&str, &str); 3]) -> String {
    let mut text = format!("{}\n", words::examples(lang));
    for (typed, meaning) in examples {
        let _ = writeln!(text, "  $ {typed}\n      {meaning}");
    }
    text.truncate(text.trim_end().len());
    text
}

/// The command of a tool as its command line is parsed, with only those verbs that stand in it: a verb that is not
/// typed costs a copy of every shared option. What it does not take is parsed once more by the whole of [`assemble`].
pub(crate) fn parser(tool: &Tool, lang: Lang, args: &[OsString]) -> Command {
    let first = args.first().and_then(|arg| arg.to_str());
    if let Some(verb) = first.and_then(|name| (tool.verb)(lang, name)) {
        let command = Command::new(tool.name).subcommand_required(true).subcommand(verb);
        return with_shared(tool, command, lang);
    }
    let whole = (tool.command)(lang);
    let typed = |verb: &&Command| args.iter().any(|arg| arg == verb.get_name());
    let verbs: Vec<Command> = whole.get_subcommands().filter(typed).cloned().collect();
    let command = Command::new(tool.name)
        .args(whole.get_arguments().cloned())
        .subcommand_required(whole.is_subcommand_required_set())
        .subcommands(verbs);
    with_shared(tool, command, lang)
}

/// A tool's own part of its command, and the shared options.
fn with_shared(tool: &Tool, own: Command, lang: Lang) -> Command {
    let mut command = own
        .name(tool.name)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .color(ColorChoice::Never)
        .args(options::args(lang))
        .arg(version_flag(lang));
    let has_commands = command.has_subcommands();
    if !command.is_subcommand_required_set() {
        command = command.subcommand_negates_reqs(true);
    }
    command.subcommand(help_command(lang).hide(!has_commands))
}

/// The same with its help pages in one language: only for those who look at them, for it takes longer than most work.
pub(crate) fn assemble(tool: &Tool, lang: Lang, width: usize) -> Command {
    let mut command = with_shared(tool, (tool.command)(lang), lang).term_width(width);
    command.build();
    let topics = topic_names(tool, lang);
    let foot = words::long_texts(lang, tool.name, topics);
    let command = localise(command, lang, &foot);
    let more = words::more_about(lang, tool.name);
    command.mut_subcommands(|verb| localise_verb(verb, lang, &more))
}

fn version_flag(lang: Lang) -> Arg {
    Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help(words::version(lang))
        .help_heading(words::shared_options(lang))
        .display_order(2000)
}

fn help_command(lang: Lang) -> Command {
    Command::new("help")
        .about(words::help_command(lang))
        .display_order(1000)
        .arg(
            Arg::new("topic")
                .value_name(words::topic(lang))
                .help(words::help_topic(lang)),
        )
}

/// A verb's page shows its own options only; the shared ones, which it takes too, are on the first page.
fn localise_verb(verb: Command, lang: Lang, more: &str) -> Command {
    let shared: Vec<String> = options::args(lang).iter().map(|arg| arg.get_id().to_string()).collect();
    let verb = localise(verb, lang, more);
    let verb = verb.mut_args(|arg| match shared.iter().any(|id| arg.get_id() == id.as_str()) {
        true => arg.hide(true),
        false => arg,
    });
    verb.mut_subcommands(|inner| localise_verb(inner, lang, more))
}

/// Puts the headings, the usage line and what clap would add to each argument's help into one language.
fn localise(mut command: Command, lang: Lang, foot: &str) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let verbs = format!(
        "{} [OPTIONS] <COMMAND>",
        command.get_bin_name().unwrap_or(command.get_name())
    );
    // Where a verb takes the place of the arguments, the second line needs none of them.
    let usage = match usage.split_once('\n') {
        Some((first, _)) => format!("{first}\n{}{verbs}", " ".repeat(words::usage(lang).chars().count() + 1)),
        None => usage.to_owned(),
    };
    let usage = usage
        .replace("[OPTIONS]", words::usage_options(lang))
        .replace("[COMMAND]", &format!("[{}]", words::command_value(lang)))
        .replace("<COMMAND>", &format!("<{}>", words::command_value(lang)));
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        words::usage(lang)
    );
    let after = match command.get_after_help() {
        Some(own) => format!("{own}\n\n{foot}"),
        None => foot.to_owned(),
    };
    command
        .override_usage(usage)
        .help_template(template)
        .after_help(after)
        .subcommand_help_heading(words::commands(lang))
        .subcommand_value_name(words::command_value(lang))
        .mut_args(|arg| localise_arg(arg, lang))
}

fn localise_arg(arg: Arg, lang: Lang) -> Arg {
    let heading = match (arg.get_help_heading(), arg.is_positional()) {
        (Some(own), _) => own.to_owned(),
        (None, true) => words::arguments(lang).to_owned(),
        (None, false) => words::options(lang).to_owned(),
    };
    // In the order in which they are typed; clap would list them by their names.
    let arg = match arg.get_index() {
        Some(index) => arg.display_order(index),
        None => arg,
    };
    let mut added = String::new();
    if arg.get_action().takes_values() && !arg.is_hide_possible_values_set() {
        let values = arg.get_possible_values();
        let names: Vec<&str> = values
            .iter()
            .filter(|v| !v.is_hide_set())
            .map(|v| v.get_name())
            .collect();
        if !names.is_empty() {
            let _ = write!(added, " {}", words::possible(lang, names.join(", ")));
        }
    }
    if arg.get_action().takes_values() && !arg.is_hide_default_value_set() {
        let defaults = arg.get_default_values().iter().map(|value| value.to_string_lossy());
        let defaults: Vec<_> = defaults.collect();
        if !defaults.is_empty() {
            let _ = write!(added, " {}", words::default(lang, defaults.join(", ")));
        }
    }
    let with_added = |text: &StyledStr| format!("{text}{added}");
    let (short, long) = (arg.get_help().map(with_added), arg.get_long_help().map(with_added));
    let arg = arg
        .help_heading(heading)
        .hide_possible_values(true)
        .hide_default_value(true);
    let arg = match short {
        Some(text) => arg.help(text),
        None => arg,
    };
    match long {
        Some(text) => arg.long_help(text),
        None => arg,
    }
}

/// The names of everything that `TOOL help` can tell of, the tool's own topics first.
fn topic_names(tool: &Tool, lang: Lang) -> String {
    let names: Vec<&str> = all_topics(tool, lang).iter().map(|topic| topic.name).collect();
    names.join(", ")
}

/// The tool's own topics and the shared ones.
pub(crate) fn all_topics(tool: &Tool, lang: Lang) -> Vec<Topic> {
    let mut topics = (tool.topics)(lang);
    topics.extend(crate::topics::shared(lang));
    topics
}

/// The list of topics, as `TOOL help` shows it.
pub(crate) fn topic_list(tool: &Tool, lang: Lang) -> String {
    let topics = all_topics(tool, lang);
    let widest = topics.iter().map(|topic| topic.name.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", words::topics_heading(lang));
    for topic in topics {
        let _ = writeln!(text, "  {:widest$}  {}", topic.name, topic.about);
    }
    text
}

/// What `TOOL help TOPIC` shows: a topic, a verb's long help, or the list of topics.
pub(crate) fn long_text(
    tool: &Tool,
    mut command: Command,
    wanted: Option<&str>,
    lang: Lang,
) -> Result<String, Failure> {
    let Some(wanted) = wanted else {
        return Ok(topic_list(tool, lang));
    };
    let topics = all_topics(tool, lang);
    if let Some(topic) = topics.iter().find(|topic| topic.name == wanted) {
        return Ok(format!("{}\n\n{}\n", topic.about, topic.text));
    }
    if let Some(verb) = command.find_subcommand_mut(wanted) {
        return Ok(verb.render_long_help().to_string());
    }
    let verbs = command.get_subcommands().map(Command::get_name);
    let names: Vec<&str> = topics.iter().map(|topic| topic.name).chain(verbs).collect();
    let failure = Failure::usage("usage.unknown-topic", usage_words::unknown_topic(lang, wanted));
    match nearest(wanted, &names) {
        Some(name) => Err(failure.hint(usage_words::did_you_mean(lang, format!("`{name}`")))),
        None => Err(failure.hint(usage_words::see_topics(lang, tool.name))),
    }
}

/// The name that was probably meant, for "did you mean": at least 0.7 alike by Jaro-Winkler.
pub fn nearest<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    let scored = names.iter().map(|name| (strsim::jaro_winkler(typed, name), *name));
    let best = scored.max_by(|one, two| one.0.total_cmp(&two.0))?;
    (best.0 >= 0.7).then_some(best.1)
}
