//! Reads an offline circulation file line by line.

use std::io::{self, BufRead};

use jiff::civil::DateTime;

use super::{Action, Fault, FaultCode, Header, Line, VERSION};

/// The longest line, in bytes: two codes, a moment and room to spare.
pub const LINE_LIMIT: usize = 4096;

/// Reads an offline circulation file; it stands before the second line.
#[derive(Debug)]
pub struct Reader<R> {
    input: R,
    header: Header,
    line: u64,
}

/// What the next line of a file is.
enum Taken {
    End,
    Text(String),
    Fault(Fault),
}

impl<R: BufRead> Reader<R> {
    /// Reads the first line.
    ///
    /// # Errors
    /// The outer error when the input can't be read, the inner one when it is no such file.
    pub fn open(input: R) -> io::Result<Result<Self, Fault>> {
        let mut reader = Reader {
            input,
            header: Header::default(),
            line: 0,
        };
        let text = match reader.take()? {
            Taken::End => return Ok(Err(fault(1, "", 0, FaultCode::NoVersion))),
            Taken::Fault(fault) => {
                let code = FaultCode::NoVersion;
                return Ok(Err(Fault { code, ..fault }));
            }
            Taken::Text(text) => text,
        };
        Ok(header(&text).map(|header| Reader { header, ..reader }))
    }

    /// Who wrote the file.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The next line that is not blank; `None` at the end. After a fault the reading goes on at the next line.
    ///
    /// # Errors
    /// When the input can't be read on.
    pub fn next_line(&mut self) -> io::Result<Option<Result<Line, Fault>>> {
        loop {
            match self.take()? {
                Taken::End => return Ok(None),
                Taken::Fault(fault) => return Ok(Some(Err(fault))),
                Taken::Text(text) if text.trim().is_empty() => {}
                Taken::Text(text) => return Ok(Some(parse(self.line, &text))),
            }
        }
    }

    /// The next line, without its end. A line beyond the limit is passed over to its end.
    fn take(&mut self) -> io::Result<Taken> {
        let mut bytes = Vec::new();
        let mut too_long = false;
        loop {
            let ahead = match self.input.fill_buf() {
                Ok(ahead) => ahead,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if ahead.is_empty() {
                if bytes.is_empty() && !too_long {
                    return Ok(Taken::End);
                }
                break;
            }
            let end = memchr::memchr(b'\n', ahead);
            let part = &ahead[..end.unwrap_or(ahead.len())];
            match too_long || bytes.len() + part.len() > LINE_LIMIT {
                true => too_long = true,
                false => bytes.extend_from_slice(part),
            }
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        self.line += 1;
        Ok(text_of(self.line, bytes, too_long))
    }
}

fn text_of(line: u64, bytes: Vec<u8>, too_long: bool) -> Taken {
    if too_long {
        let head = String::from_utf8_lossy(&bytes).into_owned();
        let end = head.len();
        return Taken::Fault(fault(line, &head, end, FaultCode::TooLong));
    }
    match String::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            Some(at) => Taken::Fault(fault(line, &text, at, FaultCode::NotText)),
            // Koha takes every carriage return for a line end of Windows.
            None => Taken::Text(text.trim_end_matches('\r').to_owned()),
        },
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Taken::Fault(fault(line, &text, at, FaultCode::NotText))
        }
    }
}

/// A fault at a byte of a line.
fn fault(line: u64, text: &str, at: usize, code: FaultCode) -> Fault {
    let before = text.get(..at).unwrap_or(text);
    let rest = text.get(at..).unwrap_or_default();
    Fault {
        line,
        column: before.chars().count() as u64 + 1,
        code,
        found: rest.chars().take(80).collect(),
    }
}

fn header(text: &str) -> Result<Header, Fault> {
    let text = text.trim_start_matches('\u{feff}');
    let value = |name: &str| {
        text.split('\t')
            .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    match value("Version") {
        Some(VERSION) => Ok(Header {
            generator: value("Generator").unwrap_or_default().to_owned(),
            generator_version: value("GeneratorVersion").unwrap_or_default().to_owned(),
        }),
        Some(other) => {
            let at = text.find(&format!("Version={other}")).unwrap_or(0) + "Version=".len();
            Err(fault(1, text, at, FaultCode::OtherVersion))
        }
        None => Err(fault(1, text, 0, FaultCode::NoVersion)),
    }
}

fn parse(line: u64, text: &str) -> Result<Line, Fault> {
    // Each part with the byte at which it begins.
    let mut at = 0;
    let parts = text.split('\t').map(|part| {
        let begin = at;
        at += part.len() + 1;
        (begin, part.trim())
    });
    let parts: Vec<(usize, &str)> = parts.collect();
    let fault = |at: usize, code| fault(line, text, at, code);
    let part = |index: usize| match parts.get(index) {
        Some((_, value)) if !value.is_empty() => Ok((*value).to_owned()),
        Some((at, _)) => Err(fault(*at, FaultCode::Missing)),
        None => Err(fault(text.len(), FaultCode::Missing)),
    };
    let moment = moment(&part(0)?).ok_or_else(|| fault(0, FaultCode::Moment))?;
    let command = part(1)?;
    let (action, used) = match command.as_str() {
        "issue" => {
            let (card, barcode) = (part(2)?, part(3)?);
            (Action::Issue { card, barcode }, 4)
        }
        "return" => (Action::Return { barcode: part(2)? }, 3),
        "payment" => {
            let (card, amount) = (part(2)?, part(3)?);
            (Action::Payment { card, amount }, 4)
        }
        _ => return Err(fault(parts[1].0, FaultCode::Command)),
    };
    match parts[used..].iter().find(|(_, value)| !value.is_empty()) {
        Some((at, _)) => Err(fault(*at, FaultCode::TooMany)),
        None => Ok(Line {
            line,
            at: moment,
            action,
        }),
    }
}

/// `2026-11-20 10:15:30`, with whatever running number some programs put behind it.
fn moment(text: &str) -> Option<DateTime> {
    let mut words = text.split_whitespace();
    let (day, time) = (words.next()?, words.next()?);
    if day.len() != 10 || time.len() < 8 {
        return None;
    }
    let time = time.get(..8)?;
    let moment: DateTime = format!("{day}T{time}").parse().ok()?;
    // jiff takes more forms than the file may have: only this one is written back the same.
    let same = moment.strftime("%Y-%m-%d %H:%M:%S").to_string() == format!("{day} {time}");
    same.then_some(moment)
}
