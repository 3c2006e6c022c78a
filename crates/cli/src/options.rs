//! The options that every tool has: their help, and what they mean once typed.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches};
use jiff::ZonedDateTime;
use pustaka_core::StaffCode;

use crate::dates;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::tool::Tool;
use crate::words::{options as words, output as output_words, usage as usage_words};
use crate::world::World;

/// The form a result is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// For people, as wide as the terminal.
    Table,
    /// One JSON document.
    Json,
    /// Comma-separated, RFC 4180; with `--excel` as Excel likes it.
    Csv,
    /// An Excel workbook; only into a file.
    Xlsx,
    /// A form of the tool's own, named by one of its [`endings`](crate::Tool::endings).
    Own(String),
}

/// The shared options, understood.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    pub(crate) db: Option<PathBuf>,
    pub(crate) format: Format,
    /// The form was asked for by name or by the ending of `--output`.
    pub(crate) format_named: bool,
    pub(crate) output: Option<PathBuf>,
    /// What `--output` names, for a verb that makes files of its own in it.
    pub(crate) folder: Option<PathBuf>,
    pub(crate) force: bool,
    pub(crate) excel: bool,
    pub(crate) staff: Option<StaffCode>,
    pub(crate) at: ZonedDateTime,
    /// The moment was given by `--at`; else it is the clock's.
    pub(crate) at_named: bool,
    pub(crate) dry_run: bool,
    pub(crate) quiet: bool,
    pub(crate) verbose: bool,
    pub(crate) yes: bool,
}

/// The shared options as clap knows them.
pub(crate) fn args(lang: Lang) -> Vec<Arg> {
    let value = |id: &'static str, value_name: &'static str| Arg::new(id).long(id).value_name(value_name);
    let flag = |id: &'static str, help: &'static str| Arg::new(id).long(id).action(ArgAction::SetTrue).help(help);
    let note = words::environment;
    let default = words::default;
    let file = || clap::value_parser!(OsString);
    let args = vec![
        value("db", words::file(lang))
            .value_parser(file())
            .help(text(words::db(lang), [note(lang, "PUSTAKA_DB")])),
        value("format", words::format_value(lang))
            .value_parser(["table", "json", "csv"])
            .help(text(words::format(lang), [default(lang, "table")])),
        value("output", words::file(lang))
            .short('o')
            .value_parser(file())
            .help(words::output(lang)),
        flag("force", words::force(lang)),
        flag("excel", words::excel(lang)),
        value("lang", words::lang_value(lang))
            .value_parser(["id", "en"])
            .help(text(
                words::lang(lang),
                [default(lang, words::lang_default(lang)), note(lang, "PUSTAKA_LANG")],
            )),
        value("staff", words::code(lang)).help(text(
            words::staff(lang),
            [default(lang, words::staff_default(lang)), note(lang, "PUSTAKA_STAFF")],
        )),
        value("at", words::moment(lang)).help(text(words::at(lang), [note(lang, "PUSTAKA_AT")])),
        flag("dry-run", words::dry_run(lang)),
        flag("quiet", words::quiet(lang)).short('q'),
        flag("verbose", words::verbose(lang)).short('v'),
        value("color", words::when(lang))
            .value_parser(["auto", "always", "never"])
            .help(text(
                words::color(lang),
                [default(lang, "auto"), note(lang, "NO_COLOR")],
            )),
        flag("yes", words::yes(lang)).short('y'),
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::HelpShort)
            .help(words::help(lang)),
    ];
    let heading = words::shared_options(lang);
    let shared = |(order, arg): (usize, Arg)| arg.global(true).help_heading(heading).display_order(1000 + order);
    args.into_iter().enumerate().map(shared).collect()
}

fn text<const N: usize>(help: &str, notes: [String; N]) -> String {
    format!("{help} {}", notes.join(" "))
}

/// Understands the shared options of a parsed command line.
pub(crate) fn read(matches: &ArgMatches, world: &World, lang: Lang, tool: &Tool) -> Result<Shared, Failure> {
    let db = matches.get_one::<OsString>("db").map(PathBuf::from);
    let output = matches
        .get_one::<OsString>("output")
        .filter(|path| *path != OsStr::new("-"))
        .map(PathBuf::from);
    let named = matches.get_one::<String>("format").map(String::as_str);
    let verb = verb(matches);
    let (output, folder) = match tool.folders.contains(&verb.as_str()) {
        true => (None, output),
        false => (output, None),
    };
    let own = tool.endings.iter().filter(|(of, _)| *of == verb);
    let own: Vec<&str> = own.map(|(_, ending)| *ending).collect();
    let format = format_of(named, output.as_deref(), &own, lang)?;
    Ok(Shared {
        db: db.or_else(|| world.var("PUSTAKA_DB").map(PathBuf::from)),
        format_named: named.is_some() || output.is_some(),
        format,
        output,
        folder,
        force: matches.get_flag("force"),
        excel: matches.get_flag("excel"),
        staff: staff_named(matches, world, lang)?,
        at: moment(matches, world, lang)?,
        at_named: matches.get_one::<String>("at").is_some() || world.text("PUSTAKA_AT").is_some(),
        dry_run: matches.get_flag("dry-run"),
        quiet: matches.get_flag("quiet"),
        verbose: matches.get_flag("verbose"),
        yes: matches.get_flag("yes"),
    })
}

/// The verb that was typed, with the verbs below it: `deliver list`.
fn verb(matches: &ArgMatches) -> String {
    let mut verbs = Vec::new();
    let mut at = matches.subcommand();
    while let Some((name, below)) = at {
        verbs.push(name);
        at = below.subcommand();
    }
    verbs.join(" ")
}

fn format_of(named: Option<&str>, output: Option<&Path>, own: &[&str], lang: Lang) -> Result<Format, Failure> {
    match named {
        Some("json") => return Ok(Format::Json),
        Some("csv") => return Ok(Format::Csv),
        Some(_) => return Ok(Format::Table),
        None => {}
    }
    let Some(ending) = output.and_then(Path::extension) else {
        return Ok(Format::Table);
    };
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    match ending.as_str() {
        own_ending if own.contains(&own_ending) => Ok(Format::Own(ending)),
        "txt" => Ok(Format::Table),
        "json" => Ok(Format::Json),
        "csv" => Ok(Format::Csv),
        "xlsx" => Ok(Format::Xlsx),
        _ => {
            let mut known: Vec<String> = ["json", "csv", "xlsx", "txt"].map(|known| format!(".{known}")).into();
            known.extend(own.iter().map(|known| format!(".{known}")));
            let sentence = output_words::unknown_ending(lang, ending, known.join(" "));
            Err(Failure::usage("output.ending", sentence).hint(output_words::name_format(lang)))
        }
    }
}

fn staff_named(matches: &ArgMatches, world: &World, lang: Lang) -> Result<Option<StaffCode>, Failure> {
    let typed = matches.get_one::<String>("staff").map(String::as_str);
    let Some(code) = typed.or_else(|| world.text("PUSTAKA_STAFF")) else {
        return Ok(None);
    };
    match StaffCode::parse(code) {
        Ok(code) => Ok(Some(code)),
        Err(_) => Err(bad_staff(code, lang)),
    }
}

/// The refusal of a staff code.
pub(crate) fn bad_staff(code: &str, lang: Lang) -> Failure {
    Failure::usage("staff.bad", usage_words::bad_staff(lang, code))
        .because("staff.rule", usage_words::staff_rule(lang))
        .hint(usage_words::staff_hint(lang))
}

fn moment(matches: &ArgMatches, world: &World, lang: Lang) -> Result<ZonedDateTime, Failure> {
    let now = world.here();
    let typed = matches.get_one::<String>("at").map(String::as_str);
    let Some(typed) = typed.or_else(|| world.text("PUSTAKA_AT")) else {
        return Ok(now);
    };
    let at = dates::parse_moment(typed, &now).map_err(|problem| problem.failure(typed, "--at", lang))?;
    if at > now {
        return Err(Failure::usage("at.future", usage_words::at_in_future(lang, typed))
            .because("at.not-yet", usage_words::at_why(lang)));
    }
    Ok(at)
}

/// The language asked for on a command line that is not parsed yet, so that even its errors are in it.
pub(crate) fn find_lang(args: &[OsString], world: &World) -> Result<Lang, (Lang, String)> {
    if let Some(lang) = last_value(args, "--lang").and_then(Lang::from_code) {
        return Ok(lang);
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| world.text(name));
    let of_locale = locale.and_then(Lang::from_locale).unwrap_or(Lang::Id);
    match world.text("PUSTAKA_LANG") {
        None => Ok(of_locale),
        Some(code) => Lang::from_code(code).ok_or_else(|| (of_locale, code.to_owned())),
    }
}

/// Whether errors are to be JSON, on a command line that is not parsed yet.
pub(crate) fn wants_json(args: &[OsString]) -> bool {
    last_value(args, "--format") == Some("json")
}

/// Whether words may be coloured, on a command line that is not parsed yet.
pub(crate) fn wants_color(args: &[OsString], world: &World) -> bool {
    match last_value(args, "--color") {
        Some("always") => true,
        Some("never") => false,
        _ => world.terminal.stderr && world.var("NO_COLOR").is_none() && world.text("TERM") != Some("dumb"),
    }
}

fn last_value<'a>(args: &'a [OsString], option: &str) -> Option<&'a str> {
    let before_dashes = args.iter().take_while(|arg| *arg != OsStr::new("--"));
    let mut found = None;
    let mut is_next = false;
    for arg in before_dashes.filter_map(|arg| arg.to_str()) {
        if is_next {
            found = Some(arg);
        }
        is_next = arg == option;
        if let Some(value) = arg.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
            found = Some(value);
        }
    }
    found
}
