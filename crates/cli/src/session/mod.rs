//! What a tool is handed to work with: the options understood, the library, and everywhere words and data go.

mod conversation;
mod library;
mod output;

use std::path::Path;

use jiff::ZonedDateTime;
use jiff::civil::Date;

pub use conversation::{Heard, Lines};
pub use library::user_name;
pub use output::Sink;
pub(crate) use output::stdout_failure;

use crate::dates;
use crate::errors;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::options::{Format, Shared};
use crate::output_file::Guard;
use crate::printer::{Printer, Tone};
use crate::progress::Progress;
use crate::tool::Tool;
use crate::words::{output as output_words, usage as usage_words};
use crate::world::World;

/// One run of a tool.
pub struct Session {
    tool: Tool,
    lang: Lang,
    shared: Shared,
    world: World,
    guard: Guard,
    color: bool,
    pub(crate) printer: Printer,
    /// The work is stored; what fails after that is only its report.
    stored: bool,
    /// What is shown is of persons: its file is nobody else's business.
    private: bool,
}

impl Session {
    pub(crate) fn new(
        tool: Tool,
        lang: Lang,
        shared: Shared,
        world: World,
        (color, printer): (bool, Printer),
    ) -> Session {
        let mut session = Session {
            tool,
            lang,
            guard: Guard {
                force: shared.force,
                ..Guard::default()
            },
            shared,
            world,
            color,
            printer,
            stored: false,
            private: false,
        };
        session.guard.library = session.db().ok();
        session
    }

    /// The language of words for people.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The form that results are written in.
    pub fn format(&self) -> &Format {
        &self.shared.format
    }

    /// The file that the result goes to; `None` for standard output.
    pub fn output(&self) -> Option<&Path> {
        self.shared.output.as_deref()
    }

    /// The folder that `--output` names, for one of the tool's [`folders`](crate::Tool::folders).
    pub fn folder(&self) -> Option<&Path> {
        self.shared.folder.as_deref()
    }

    /// Everything but the commit is to be done.
    pub fn dry_run(&self) -> bool {
        self.shared.dry_run
    }

    /// More is to be said than usual.
    pub fn verbose(&self) -> bool {
        self.shared.verbose
    }

    /// CSV is to be as Excel likes it.
    pub fn excel(&self) -> bool {
        self.shared.excel
    }

    /// Output files that exist may be replaced.
    pub fn force(&self) -> bool {
        self.shared.force
    }

    /// The moment the run acts at, in the library's time zone: now, or `--at`.
    pub fn now(&self) -> &ZonedDateTime {
        &self.shared.at
    }

    /// What the machine's clock says, whatever `--at` says; for looking at the clock itself.
    pub fn clock(&self) -> ZonedDateTime {
        self.world.here()
    }

    /// The day the run acts on.
    pub fn today(&self) -> Date {
        self.shared.at.date()
    }

    /// Whether a person is there: any of the three streams is a terminal. Cron is not.
    pub fn attended(&self) -> bool {
        let terminal = self.world.terminal;
        terminal.stdin || terminal.stdout || terminal.stderr
    }

    /// Whether a result would go to a person's screen: standard output is a terminal, and no file is named.
    pub fn on_screen(&self) -> bool {
        self.world.terminal.stdout && self.shared.output.is_none()
    }

    /// Whether a library file was named by `--db` or `PUSTAKA_DB`; else it is in its default place.
    pub fn db_named(&self) -> bool {
        self.shared.db.is_some()
    }

    /// An environment variable that is set and not empty.
    pub fn env(&self, name: &str) -> Option<&std::ffi::OsStr> {
        self.world.var(name)
    }

    /// Reads a date typed for an option, as cli.md's rules have it.
    ///
    /// # Errors
    /// A usage failure that says why it is no date.
    pub fn date(&self, option: &str, typed: &str) -> Result<Date, Failure> {
        dates::parse_date(typed, self.today()).map_err(|problem| problem.failure(typed, option, self.lang))
    }

    /// Says something on standard error: when a person is there, or with `-v`; never with `-q`.
    pub fn say(&mut self, text: impl AsRef<str>) {
        if !self.shared.quiet && (self.attended() || self.shared.verbose) {
            self.printer.words(text.as_ref());
        }
    }

    /// Warns on standard error, always.
    pub fn warn(&mut self, text: impl AsRef<str>) {
        let label = output_words::warning_label(self.lang);
        self.printer.labelled(Tone::Careful, label, text.as_ref());
    }

    /// Shows a failure that does not end the run, as one file among several.
    pub fn complain(&mut self, failure: Failure) {
        let json = self.shared.format == Format::Json;
        errors::show(failure, self.lang, json, &mut self.printer);
    }

    /// Asks a question that is answered yes or no; `--yes` answers it.
    ///
    /// # Errors
    /// Without a terminal nothing is ever asked: the failure names the option.
    pub fn confirm(&mut self, question: impl AsRef<str>) -> Result<bool, Failure> {
        if self.shared.yes {
            return Ok(true);
        }
        if !(self.world.terminal.stdin && self.world.terminal.stderr) {
            return Err(
                Failure::usage("confirm.no-terminal", usage_words::no_question(self.lang))
                    .hint(usage_words::say_yes(self.lang)),
            );
        }
        let question = format!("{} {}", question.as_ref(), usage_words::yes_no(self.lang));
        self.printer.labelled(Tone::Helpful, "?", &question);
        let mut answer = String::new();
        let heard = self.world.stdin.read_line(&mut answer);
        let answer = answer.trim().to_lowercase();
        Ok(heard.is_ok() && matches!(answer.as_str(), "y" | "ya" | "yes"))
    }

    /// Begins to show how far a long piece of work has come.
    pub fn progress(&mut self, label: impl AsRef<str>) -> Progress {
        let visible = self.world.live && self.world.terminal.stderr && !self.shared.quiet;
        let progress = Progress::new(label.as_ref(), self.lang, visible);
        self.printer.set_bar(visible.then(|| progress.bar().clone()));
        progress
    }

    /// Ends the run: hands on what is still held back.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        let done = self.printer.flush();
        done.or_else(|error| stdout_failure(&error, self.stored, self.lang))
    }

    pub(crate) fn into_printer(self) -> Printer {
        self.printer
    }
}
