//! The one place that writes to standard output and standard error.
//!
//! Data go to standard output, words to standard error. A reader who goes away is no error; any other failure to
//! write data is. A progress bar is taken off the screen while anything else is written.

use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

use indicatif::ProgressBar;

use crate::visible;

/// Where a stream of this run ends up.
enum Channel {
    /// The process's standard output.
    Out(BufWriter<Stdout>),
    /// The process's standard error.
    Err,
    /// Kept, for runs in process.
    Kept(Vec<u8>),
}

impl Channel {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Channel::Out(out) => out.write_all(bytes),
            Channel::Err => io::stderr().write_all(bytes),
            Channel::Kept(kept) => kept.write_all(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Channel::Out(out) => out.flush().and_then(|()| out.get_mut().flush()),
            Channel::Err | Channel::Kept(_) => Ok(()),
        }
    }

    fn into_kept(self) -> Vec<u8> {
        match self {
            Channel::Kept(kept) => kept,
            Channel::Out(_) | Channel::Err => Vec::new(),
        }
    }
}

/// How a piece of words is drawn on a terminal that has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Wrong,
    Careful,
    Helpful,
}

impl Tone {
    fn start(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Wrong => "\u{1b}[1;31m",
            Tone::Careful => "\u{1b}[1;33m",
            Tone::Helpful => "\u{1b}[1;36m",
        }
    }
}

/// Owns both streams of a run.
pub(crate) struct Printer {
    out: Channel,
    err: Channel,
    /// Nobody reads standard output any more.
    reader_gone: bool,
    /// Words may be coloured.
    color: bool,
    bar: Option<ProgressBar>,
}

impl Printer {
    pub(crate) fn new(live: bool) -> Printer {
        let (out, err) = match live {
            true => (
                Channel::Out(BufWriter::with_capacity(1 << 15, io::stdout())),
                Channel::Err,
            ),
            false => (Channel::Kept(Vec::new()), Channel::Kept(Vec::new())),
        };
        Printer {
            out,
            err,
            reader_gone: false,
            color: false,
            bar: None,
        }
    }

    pub(crate) fn set_color(&mut self, color: bool) {
        self.color = color;
    }

    /// The bar that must leave the screen while something is written.
    pub(crate) fn set_bar(&mut self, bar: Option<ProgressBar>) {
        self.bar = bar;
    }

    /// Writes data. `BrokenPipe` is answered so that a producer can stop; every later write is dropped.
    pub(crate) fn data(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.guarded(|out| out.write_all(bytes))
    }

    /// Hands on everything written so far.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.guarded(Channel::flush)
    }

    fn guarded(&mut self, work: impl FnOnce(&mut Channel) -> io::Result<()>) -> io::Result<()> {
        if self.reader_gone {
            return Err(ErrorKind::BrokenPipe.into());
        }
        let bar = self.bar.clone();
        let done = match bar {
            Some(bar) => bar.suspend(|| work(&mut self.out)),
            None => work(&mut self.out),
        };
        if let Err(error) = &done {
            self.reader_gone = error.kind() == ErrorKind::BrokenPipe;
        }
        done
    }

    /// Writes words of ours that may have several lines; all else in them that could steer the terminal is shown as an
    /// escape.
    pub(crate) fn words(&mut self, text: &str) {
        for line in text.split('\n') {
            self.labelled(Tone::Plain, "", line);
        }
    }

    /// Writes one line: a label in its tone, then a sentence. Even a line feed in it is shown, so that no text from
    /// outside can forge a line.
    pub(crate) fn labelled(&mut self, tone: Tone, label: &str, sentence: &str) {
        // Data written before come before; that they could not be is told when the run ends.
        let _ = self.flush();
        let (start, end) = match self.color && tone != Tone::Plain {
            true => (tone.start(), "\u{1b}[0m"),
            false => ("", ""),
        };
        let gap = if label.is_empty() { "" } else { " " };
        let line = format!("{start}{label}{end}{gap}{}\n", visible(sentence));
        self.raw_words(line.as_bytes());
    }

    /// Writes words that are harmless already. Nobody can be told that standard error is gone, so that fails silently.
    pub(crate) fn raw_words(&mut self, bytes: &[u8]) {
        let bar = self.bar.clone();
        let _ = match bar {
            Some(bar) => bar.suspend(|| self.err.write_all(bytes)),
            None => self.err.write_all(bytes),
        };
    }

    /// What was kept of standard output and standard error.
    pub(crate) fn into_kept(self) -> (Vec<u8>, Vec<u8>) {
        (self.out.into_kept(), self.err.into_kept())
    }
}
