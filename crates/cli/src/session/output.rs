//! Where the results of a run go, and what it reads.

use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use super::Session;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::options::Format;
use crate::output_file::{Guard, OutputFile, Place};
use crate::printer::Printer;
use crate::report::{self, Document};
use crate::words::output as output_words;

impl Session {
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
        // Who rehearses wants to know what would be done.
        if self.shared.dry_run && !self.shared.quiet {
            return self.show(answer);
        }
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

    /// From here on the file of `--output` is nobody's business but its owner's and group's: it names people, or says how
    /// to reach them.
    pub fn keep_private(&mut self) {
        self.private = true;
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
                Target::File(self.begin(place, self.private)?)
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
        self.put_file(path, bytes, &guard, false)
    }

    /// Writes a new file of the tool's own making that is nobody's business but its owner's and group's.
    ///
    /// # Errors
    /// As [`write_file`](Session::write_file).
    pub fn write_private_file(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let guard = self.guard.clone();
        self.put_file(path, bytes, &guard, true)
    }

    fn put_file(&self, path: &Path, bytes: &[u8], guard: &Guard, private: bool) -> Result<(), Failure> {
        let mut file = self.begin(Place::find(path, guard, self.lang)?, private)?;
        match file.write_all(bytes) {
            Ok(()) => file.finish(self.lang),
            Err(error) => Err(file.failure(&error, self.lang)),
        }
    }

    fn begin(&self, place: Place, private: bool) -> Result<OutputFile, Failure> {
        let mut file = OutputFile::begin(place, self.lang)?;
        if private && let Err(error) = file.keep_private() {
            return Err(file.failure(&error, self.lang));
        }
        Ok(file)
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
