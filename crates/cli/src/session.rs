//! What a tool is handed to work with: the options understood, the library, and everywhere words and data go.

use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use jiff::civil::Date;
use pustaka_core::{Act, Library, OpenOptions, StaffCode};

use crate::dates;
use crate::errors;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::options::{self, Format, Shared};
use crate::output_file::{Guard, OutputFile, Place};
use crate::printer::{Printer, Tone};
use crate::progress::Progress;
use crate::report::{self, Document};
use crate::words::{output as output_words, usage as usage_words};
use crate::world::{World, library_zone};

/// One run of a tool.
pub struct Session {
    tool: &'static str,
    lang: Lang,
    shared: Shared,
    world: World,
    guard: Guard,
    color: bool,
    pub(crate) printer: Printer,
    /// The work is stored; what fails after that is only its report.
    stored: bool,
}

impl Session {
    pub(crate) fn new(
        tool: &'static str,
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

    /// Where the library file is: `--db`, `PUSTAKA_DB`, else `library.db` in the user's data folder.
    ///
    /// # Errors
    /// When none of them is known.
    pub fn db(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.shared.db {
            return Ok(path.clone());
        }
        let absolute = |name| {
            self.world
                .var(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let data = absolute("XDG_DATA_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/share")));
        match data {
            Some(data) => Ok(data.join("pustaka/library.db")),
            None => {
                Err(Failure::usage("db.unknown", usage_words::no_home(self.lang)).hint(usage_words::name_db(self.lang)))
            }
        }
    }

    /// Opens the library file to read. It is never made by surprise: that is `library-db init`'s work.
    ///
    /// # Errors
    /// The core's, each with its sentence; where there is no file, the way to one.
    pub fn open(&self) -> Result<Library, Failure> {
        self.open_with(&self.open_options())
    }

    /// Opens the library file in a way of the tool's own.
    ///
    /// # Errors
    /// As [`open`](Session::open).
    pub fn open_with(&self, options: &OpenOptions) -> Result<Library, Failure> {
        use pustaka_core::{Error, FileRefusal::*};
        let path = self.db()?;
        match Library::open(&path, options) {
            Err(Error::File {
                why: Missing | NoFolder,
                ..
            }) => Err(errors::no_library(&path, self.db_named(), self.lang)),
            opened => Ok(opened?),
        }
    }

    /// Opens the library file to write, with who acts and when. A clock that went back since the last entry of the
    /// journal is said first; the order of the journal does not depend on it.
    ///
    /// # Errors
    /// The core's, each with its sentence.
    pub fn open_to_write(&mut self) -> Result<(Library, Act), Failure> {
        let act = self.act()?;
        let library = self.open()?;
        let last = library.last_entry_at()?;
        if let Some(last) = last.filter(|last| *last > self.world.now) {
            let last = last.to_zoned_datetime(library_zone());
            let shown = |moment: &ZonedDateTime| moment.strftime("%Y-%m-%d %H:%M").to_string();
            self.warn(output_words::clock_went_back(
                self.lang,
                shown(&self.world.here()),
                shown(&last),
            ));
        }
        Ok((library, act))
    }

    /// How this tool opens a library: its name is what others who wait for it see. `PUSTAKA_FORCE_FILE_SYSTEM=1` takes
    /// a network or foreign file system all the same.
    pub fn open_options(&self) -> OpenOptions {
        OpenOptions {
            doing: self.tool.to_owned(),
            force_file_system: self.force_file_system(),
            ..OpenOptions::default()
        }
    }

    /// Whether a network or foreign file system is taken all the same: `PUSTAKA_FORCE_FILE_SYSTEM=1`.
    pub fn force_file_system(&self) -> bool {
        self.world.text("PUSTAKA_FORCE_FILE_SYSTEM") == Some("1")
    }

    /// Who acts, and when: what everything that writes asks for.
    ///
    /// # Errors
    /// When the login name is no staff code and none is given.
    pub fn act(&self) -> Result<Act, Failure> {
        Ok(Act {
            at: self.shared.at.clone(),
            staff: self.staff()?,
        })
    }

    fn staff(&self) -> Result<StaffCode, Failure> {
        if let Some(code) = &self.shared.staff {
            return Ok(code.clone());
        }
        let login = self.world.text("LOGNAME").or_else(|| self.world.text("USER"));
        let login = match login {
            Some(name) => name.to_owned(),
            None => login_of_user(),
        };
        StaffCode::parse(&login).map_err(|_| options::bad_staff(&login, self.lang))
    }

    /// Reads a date typed for an option, as cli.md's rules have it.
    ///
    /// # Errors
    /// A usage failure that says why it is no date.
    pub fn date(&self, option: &str, typed: &str) -> Result<Date, Failure> {
        dates::parse_date(typed, self.today()).map_err(|problem| problem.failure(typed, option, self.lang))
    }

    /// Takes a file for one that is read, so that `--output` is never written onto it; to be called before the work.
    ///
    /// # Errors
    /// When `--output` names that file.
    pub fn protect(&mut self, input: &Path) -> Result<(), Failure> {
        self.guard.inputs.push(input.to_owned());
        self.check_output()
    }

    /// Looks whether `--output` can be written, so that it is refused before the work and not after.
    pub(crate) fn check_output(&self) -> Result<(), Failure> {
        match &self.shared.output {
            Some(path) => Place::find(path, &self.guard, self.lang).map(drop),
            None if self.shared.format == Format::Xlsx => Err(self.binary_needs_file()),
            None => Ok(()),
        }
    }

    fn binary_needs_file(&self) -> Failure {
        Failure::usage("output.binary", output_words::binary_needs_file(self.lang))
    }

    /// Everything on standard input.
    pub fn stdin(&mut self) -> &mut dyn BufRead {
        &mut self.world.stdin
    }

    /// The bytes of a small input file, `-` for standard input; large ones are streamed by their readers.
    ///
    /// # Errors
    /// The system's, with the file named.
    pub fn read_input(&mut self, path: &Path) -> Result<Vec<u8>, Failure> {
        let lang = self.lang;
        let mut bytes = Vec::new();
        let (read, name) = if path == Path::new("-") {
            let read = self.world.stdin.read_to_end(&mut bytes).map(drop);
            (read, output_words::stdin_name(lang).to_owned())
        } else {
            let read = std::fs::read(path).map(|all| bytes = all);
            (read, path.display().to_string())
        };
        read.map_err(|error| Failure::io("input.failed", output_words::input_failed(lang, name), &error, lang))?;
        Ok(bytes)
    }

    /// Shows data that were asked for: to `--output` or standard output, in the form asked for.
    ///
    /// # Errors
    /// When it can't be written. A reader who went away is no error.
    pub fn show(&mut self, answer: impl Into<Document>) -> Result<(), Failure> {
        let answer = answer.into();
        let (lang, excel) = (self.lang, self.shared.excel);
        let in_file = self.shared.output.is_some();
        let width = self
            .world
            .terminal
            .width
            .filter(|_| self.world.terminal.stdout && !in_file);
        let bold = self.color && !in_file && self.world.terminal.stdout;
        let format = self.shared.format.clone();
        let mut sink = self.sink()?;
        let written = match format {
            Format::Json => report::write_json(&answer, &mut sink),
            Format::Csv => report::write_text(&answer, lang, excel, &mut sink),
            Format::Xlsx => report::write_sheet(&answer, lang, &mut sink),
            Format::Table | Format::Own(_) => report::write_table(&answer, lang, width, bold, &mut sink),
        };
        match written {
            Ok(()) => sink.finish(),
            Err(error) => sink.fail(&error),
        }
    }

    /// Shows what an action has done, after it is stored. Where nobody watches (cron) and nobody asked for a form or a
    /// file, it is silent, so that mail from cron means something; `-v` shows it all the same.
    ///
    /// # Errors
    /// When it can't be written; the sentence says that the work itself is stored.
    pub fn outcome(&mut self, answer: impl Into<Document>) -> Result<(), Failure> {
        self.stored = !self.shared.dry_run;
        self.show_if_watched(answer)
    }

    /// Shows that all is well, as [`outcome`](Session::outcome) does, where nothing was stored.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn show_if_watched(&mut self, answer: impl Into<Document>) -> Result<(), Failure> {
        let asked = self.shared.format_named || self.shared.verbose;
        if asked || (self.attended() && !self.shared.quiet) {
            self.show(answer)?;
        }
        Ok(())
    }

    /// Shows an answer on standard output although `--output` is given: for a tool that has written the result itself
    /// to that file, through a [`sink`](Session::sink), and now sums up what it did (`catalog-export`).
    ///
    /// # Errors
    /// As [`show`](Session::show).
    pub fn beside(&mut self, answer: impl Into<Document>) -> Result<(), Failure> {
        let output = self.shared.output.take();
        let shown = self.show(answer);
        self.shared.output = output;
        shown
    }

    /// Where the result goes, for a tool that writes a form of its own or too much to hold at once.
    ///
    /// # Errors
    /// When the output file can't be begun.
    pub fn sink(&mut self) -> Result<Sink<'_>, Failure> {
        let into = match &self.shared.output {
            None => Target::Printer(&mut self.printer),
            Some(path) => {
                let place = Place::find(path, &self.guard, self.lang)?;
                Target::File(OutputFile::begin(place, self.lang)?)
            }
        };
        Ok(Sink {
            into,
            lang: self.lang,
            stored: self.stored,
        })
    }

    /// Writes a file of the tool's own making, whole or not at all, as `--output` is written. With `replace`, a plain
    /// file of that name gives way.
    ///
    /// # Errors
    /// When the place is not fit for it, or writing fails.
    pub fn write_file(&mut self, path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
        let guard = Guard {
            force: replace || self.guard.force,
            ..self.guard.clone()
        };
        let mut file = OutputFile::begin(Place::find(path, &guard, self.lang)?, self.lang)?;
        match file.write_all(bytes) {
            Ok(()) => file.finish(self.lang),
            Err(error) => Err(file.failure(&error, self.lang)),
        }
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

/// What a failed write to standard output means: nothing when the reader went away.
pub(crate) fn stdout_failure(error: &io::Error, stored: bool, lang: Lang) -> Result<(), Failure> {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Ok(());
    }
    let (code, sentence) = match stored {
        true => ("output.failed-after-storing", output_words::saved_but_not_shown(lang)),
        false => ("output.failed", output_words::stdout_failed(lang)),
    };
    Err(Failure::io(code, sentence, error, lang))
}

/// The login name of the user who runs the process, as the system's user list has it; their number where it has none.
fn login_of_user() -> String {
    let number = rustix::process::getuid().as_raw().to_string();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let own = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == number).then(|| name.to_owned())
    });
    own.unwrap_or(number)
}

enum Target<'a> {
    Printer(&'a mut Printer),
    File(OutputFile),
}

/// Where a result goes: standard output, or the file of `--output`, which gets its name only by
/// [`finish`](Sink::finish).
pub struct Sink<'a> {
    into: Target<'a>,
    lang: Lang,
    stored: bool,
}

impl Sink<'_> {
    /// Ends the result.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self) -> Result<(), Failure> {
        match self.into {
            Target::File(file) => file.finish(self.lang),
            Target::Printer(printer) => {
                let done = printer.flush();
                done.or_else(|error| stdout_failure(&error, self.stored, self.lang))
            }
        }
    }

    /// Gives up after a write that failed: nothing appears under the file's name.
    ///
    /// # Errors
    /// The failure in words; none when only the reader of standard output went away.
    pub fn fail(self, error: &io::Error) -> Result<(), Failure> {
        match self.into {
            Target::File(file) => Err(file.failure(error, self.lang)),
            Target::Printer(_) => stdout_failure(error, self.stored, self.lang),
        }
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.into {
            Target::File(file) => file.write(bytes),
            Target::Printer(printer) => printer.data(bytes).map(|()| bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.into {
            Target::File(file) => file.flush(),
            Target::Printer(printer) => printer.flush(),
        }
    }
}
