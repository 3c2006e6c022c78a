//! A tool as this crate runs it: its command, its work, and the way from a command line to an exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use crate::describe;
use crate::errors;
use crate::failure::{Failure, Status, exit_code};
use crate::help::{self, Topic};
use crate::lang::Lang;
use crate::options;
use crate::printer::Printer;
use crate::session::{Session, stdout_failure};
use crate::signals;
use crate::words::usage as words;
use crate::world::World;

/// One tool of the workspace.
#[derive(Debug, Clone, Copy)]
pub struct Tool {
    /// The name of the program.
    pub name: &'static str,
    /// Its command line in one language; the shared options, `help` and `--version` are added to it.
    pub command: fn(Lang) -> Command,
    /// One of its verbs without the others, for verbs that are called so often that making the whole command line would
    /// be felt; `None` for all other verbs.
    pub verb: fn(Lang, &str) -> Option<Command>,
    /// Its work.
    pub run: fn(&mut Session, &ArgMatches) -> Result<Status, Failure>,
    /// Its long texts for `TOOL help TOPIC`, beside the shared ones.
    pub topics: fn(Lang) -> Vec<Topic>,
    /// Its commands are short and many, so that they leave the library's log to a later one.
    pub leaves_log: bool,
    /// Verbs that write output files in a form of their own, and the endings of these: `[("deliver list", "html")]`.
    pub endings: &'static [(&'static str, &'static str)],
    /// Verbs whose `--output` is a folder for files of their own making: see [`Session::folder`].
    pub folders: &'static [&'static str],
}

impl Tool {
    /// A tool that does nothing, to take the fields from that a tool has no use for: `..Tool::BASE`.
    pub const BASE: Tool = Tool {
        name: "",
        command: |_| Command::new(""),
        verb: |_, _| None,
        run: |_, _| Ok(Status::Done),
        topics: |_| Vec::new(),
        leaves_log: false,
        endings: &[],
        folders: &[],
    };
}

/// How a run in process ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Everything on standard output.
    pub stdout: Vec<u8>,
    /// Everything on standard error.
    pub stderr: Vec<u8>,
    /// The exit code.
    pub code: u8,
}

impl Finished {
    /// Standard output as text.
    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    /// Standard error as text.
    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.stderr).into_owned()
    }
}

/// The whole of every tool's `main`.
pub fn main(tool: &Tool) -> ExitCode {
    signals::install();
    let args = std::env::args_os().skip(1).collect();
    ExitCode::from(drive(tool, args, World::of_process()).code)
}

/// Runs a tool in process, in a world of its own. `args` come without the program's name.
pub fn run_in(tool: &Tool, args: impl IntoIterator<Item = impl Into<OsString>>, world: World) -> Finished {
    drive(tool, args.into_iter().map(Into::into).collect(), world)
}

fn drive(tool: &Tool, args: Vec<OsString>, world: World) -> Finished {
    let mut printer = Printer::new(world.live);
    let color = options::wants_color(&args, &world);
    printer.set_color(color);
    let json = options::wants_json(&args);
    let (lang, bad_lang) = match options::find_lang(&args, &world) {
        Ok(lang) => (lang, None),
        Err((lang, found)) => (lang, Some(found)),
    };
    let (ended, mut printer) = match bad_lang {
        Some(found) => (Err(bad_environment(lang, "PUSTAKA_LANG", &found)), printer),
        None => parse_and_run(tool, &args, world, (lang, color), printer),
    };
    let code = exit_code(&ended);
    if let Err(failure) = ended {
        errors::show(failure, lang, json, &mut printer);
    }
    let (stdout, stderr) = printer.into_kept();
    Finished { stdout, stderr, code }
}

fn bad_environment(lang: Lang, name: &str, found: &str) -> Failure {
    Failure::usage("usage.environment", words::bad_environment(lang, name, found))
        .because("usage.choices", words::choices(lang, "id, en"))
}

type Ended = Result<Status, Failure>;

fn parse_and_run(
    tool: &Tool,
    args: &[OsString],
    world: World,
    (lang, color): (Lang, bool),
    mut printer: Printer,
) -> (Ended, Printer) {
    if let Some(wanted) = describe::asked_for(args) {
        let ended = describe::answer(tool, &wanted, lang);
        let ended = ended.and_then(|text| put(&text, lang, &mut printer));
        return (ended, printer);
    }
    let width = usize::from(world.terminal.width.unwrap_or(100)).clamp(40, 100);
    let named = || std::iter::once(OsString::from(tool.name)).chain(args.iter().cloned());
    let matches = match help::parser(tool, lang, args).try_get_matches_from(named()) {
        Ok(matches) => matches,
        // Help was asked for, or is needed: once more with all its words.
        Err(_) => {
            let mut command = help::assemble(tool, lang, width);
            match command.try_get_matches_from_mut(named()) {
                Ok(matches) => matches,
                Err(error) => {
                    let ended = not_parsed(&error, &command, args, lang, &mut printer);
                    return (ended, printer);
                }
            }
        }
    };
    if let Some(("help", wanted)) = matches.subcommand() {
        let topic = wanted.get_one::<String>("topic").map(String::as_str);
        let ended = help::long_text(tool, help::assemble(tool, lang, width), topic, lang);
        let ended = ended.and_then(|text| put(&text, lang, &mut printer));
        return (ended, printer);
    }
    let shared = match options::read(&matches, &world, lang, tool) {
        Ok(shared) => shared,
        Err(failure) => return (Err(failure), printer),
    };
    let mut session = Session::new(*tool, lang, shared, world, (color, printer));
    let checked = session.check_output();
    let ended = checked.and_then(|()| (tool.run)(&mut session, &matches));
    let ended = ended.and_then(|status| session.finish().map(|()| status));
    (ended, session.into_printer())
}

/// Help and versions are answers; everything else that clap stops at is a mistake on the command line.
fn not_parsed(error: &clap::Error, command: &Command, args: &[OsString], lang: Lang, printer: &mut Printer) -> Ended {
    match error.kind() {
        ErrorKind::DisplayHelp => put(&error.render().to_string(), lang, printer),
        ErrorKind::DisplayVersion => {
            let version = command.get_version().unwrap_or_default();
            put(&format!("{} {version}\n", command.get_name()), lang, printer)
        }
        _ => Err(crate::usage::failure(error, lang, &command_path(command, args))),
    }
}

/// The command and verb that a command line was meant for, for "see … --help".
fn command_path(command: &Command, args: &[OsString]) -> String {
    let verb = args
        .iter()
        .filter_map(|arg| arg.to_str())
        .find(|arg| command.get_subcommands().any(|verb| verb.get_name() == *arg));
    match verb {
        Some(verb) => format!("{} {verb}", command.get_name()),
        None => command.get_name().to_owned(),
    }
}

fn put(text: &str, lang: Lang, printer: &mut Printer) -> Ended {
    let done = printer.data(text.as_bytes()).and_then(|()| printer.flush());
    done.or_else(|error| stdout_failure(&error, false, lang))?;
    Ok(Status::Done)
}
