//! A conversation at a terminal that goes on for a day: lines are heard one by one, each at its own moment, with silence
//! noticed; and the same from a pipe.

use std::io::{self, BufRead, Cursor, ErrorKind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use super::Session;
use crate::printer::Tone;
use crate::visible;
use crate::world::now_of;

/// The longest line that is heard, in bytes; what is beyond is dropped. A scanner sends a code.
const LONGEST_LINE: usize = 4096;

/// What was heard.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line, without its end.
    Line(String),
    /// Nothing, for as long as was waited.
    Silence,
    /// There will be no more lines.
    End,
}

/// The lines that a person types, a scanner sends or a pipe brings.
pub struct Lines(Source);

enum Source {
    /// Read when asked: nobody is waited for.
    Pipe(Box<dyn BufRead + Send>),
    /// Read by a thread of its own, so that silence can be noticed.
    Terminal(Receiver<io::Result<Option<String>>>),
}

impl Lines {
    /// The next line. At a terminal, silence is answered after `patience`; a pipe is never silent.
    ///
    /// # Errors
    /// When reading fails.
    pub fn next(&mut self, patience: Option<Duration>) -> io::Result<Heard> {
        let line = match &mut self.0 {
            Source::Pipe(input) => read_line(input)?,
            Source::Terminal(lines) => match patience {
                None => lines.recv().unwrap_or(Ok(None))?,
                Some(patience) => match lines.recv_timeout(patience) {
                    Ok(line) => line?,
                    Err(RecvTimeoutError::Timeout) => return Ok(Heard::Silence),
                    Err(RecvTimeoutError::Disconnected) => None,
                },
            },
        };
        Ok(line.map_or(Heard::End, Heard::Line))
    }
}

/// A line without its end; `None` at the end of the input. Bytes that are no text are shown as such.
fn read_line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut heard = false;
    loop {
        let ahead = match input.fill_buf() {
            Ok(ahead) => ahead,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if ahead.is_empty() {
            break;
        }
        heard = true;
        let end = ahead.iter().position(|byte| *byte == b'\n');
        let part = &ahead[..end.unwrap_or(ahead.len())];
        let room = LONGEST_LINE.saturating_sub(line.len()).min(part.len());
        line.extend_from_slice(&part[..room]);
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    let line = line.strip_suffix(b"\r").unwrap_or(&line);
    Ok(heard.then(|| String::from_utf8_lossy(line).into_owned()))
}

impl Session {
    /// Takes standard input for a conversation; from now on it is read by nobody else.
    pub fn converse(&mut self) -> Lines {
        let mut input = std::mem::replace(&mut self.world.stdin, Box::new(Cursor::new(Vec::new())));
        if !(self.world.live && self.world.terminal.stdin) {
            return Lines(Source::Pipe(input));
        }
        let (send, receive) = sync_channel(64);
        // Should the thread not start, the input is read when asked, and nobody's silence is noticed.
        let listener = std::thread::Builder::new().name("lines".into());
        let started = listener.spawn(move || {
            loop {
                let line = read_line(&mut *input);
                let last = !matches!(line, Ok(Some(_)));
                if send.send(line).is_err() || last {
                    break;
                }
            }
        });
        match started {
            Ok(_) => Lines(Source::Terminal(receive)),
            Err(_) => Lines(Source::Pipe(Box::new(io::BufReader::new(io::stdin())))),
        }
    }

    /// Whether a person answers at a terminal.
    pub fn is_conversation(&self) -> bool {
        self.world.terminal.stdin && self.world.terminal.stderr
    }

    /// Asks the clock anew, for a run that goes on for long. `--at` stands, and so does the moment of a sealed
    /// world that was given no pace.
    pub fn refresh(&mut self) {
        self.world.now = now_of(&self.world);
        if !self.shared.at_named {
            self.shared.at = self.world.here();
        }
    }

    /// Shows what is waited for, at the begin of the line that is typed; only to a person who answers.
    pub fn prompt(&mut self, text: &str) {
        if self.is_conversation() {
            let _ = self.printer.flush();
            self.printer.raw_words(format!("{}> ", visible(text)).as_bytes());
        }
    }

    /// Empties the screen, and what can be scrolled back to: the next reader must not see the one before.
    pub fn clear_screen(&mut self) {
        if self.is_conversation() && self.color {
            self.printer.raw_words(b"\x1b[H\x1b[2J\x1b[3J");
        }
    }

    /// Shows something that must not be passed over: with a beep and in a frame to a person who answers, as a warning
    /// elsewhere.
    pub fn alarm(&mut self, text: &str) {
        if !self.is_conversation() {
            return self.warn(text);
        }
        let text = visible(text);
        let width = self.world.terminal.width.map_or(72, usize::from).clamp(20, 100) - 4;
        let inner = unicode_width::UnicodeWidthStr::width(&*text).min(width);
        let line = "━".repeat(inner + 4);
        self.printer.raw_words(b"\x07");
        for part in [&line, &format!("  {text}"), &line] {
            self.printer.labelled(Tone::Wrong, part, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_kind() {
        let long = "9".repeat(10_000);
        let typed = format!("A0001\nB0001\r\n\n0042\n{long}\n\u{1}\nlast");
        let mut input: Box<dyn BufRead> = Box::new(io::BufReader::with_capacity(7, typed.as_bytes()));
        let mut heard = Vec::new();
        while let Some(line) = read_line(&mut *input).unwrap() {
            heard.push(line);
        }
        assert_eq!(
            heard,
            ["A0001", "B0001", "", "0042", &long[..LONGEST_LINE], "\u{1}", "last"]
        );
    }
}
