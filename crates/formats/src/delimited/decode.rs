//! Which encoding a file is in, and its bytes as UTF-8.
//!
//! A byte order mark decides; without one the whole file is looked through: valid UTF-8 is UTF-8. A file that holds more
//! well-formed multi-byte sequences than broken ones is UTF-8 with damage, and each damaged row is named. Anything else is
//! Windows-1252, and up to three words show what that did.

use encoding_rs::{DecoderResult, Encoding, UTF_8, WINDOWS_1252};
use std::convert::Infallible;

use super::input::Input;
use crate::table::{FileError, Warning, WarningCode};

/// A byte that never stands in UTF-8; it marks the place of a sequence that is no text in the file's encoding.
const MARK: u8 = 0xFF;
const CHUNK: usize = 64 * 1024;
/// From so many broken sequences on, a file with four times fewer good ones is not looked through to its end.
const ENOUGH: u64 = 10_000;

/// Delivers a file as UTF-8, chunk by chunk.
#[derive(Debug)]
pub(crate) struct Text {
    input: Input,
    encoding: &'static Encoding,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    raw_at: usize,
    raw_len: usize,
    mark_due: bool,
    done: bool,
}

impl Text {
    /// Finds the encoding and stands before the first character (a byte order mark is passed over).
    pub(crate) fn open(mut input: Input, label: Option<&str>) -> Result<(Self, Vec<Warning<Infallible>>), FileError> {
        let mut head = vec![0; CHUNK.min(room(&input)?)];
        input.go_to(0)?;
        let filled = input.fill(&mut head)?;
        head.truncate(filled);
        let mut warnings = Vec::new();
        let (encoding, skip) = match label {
            Some(label) => {
                let encoding = Encoding::for_label(label.trim().as_bytes())
                    .filter(|encoding| *encoding != encoding_rs::REPLACEMENT)
                    .ok_or_else(|| FileError::EncodingUnknown { label: label.into() })?;
                (encoding, mark_length(&head, encoding))
            }
            None => match Encoding::for_bom(&head) {
                Some(found) => found,
                None => {
                    refuse_other_kinds(&head)?;
                    (look_through(&mut input, &mut warnings)?, 0)
                }
            },
        };
        input.go_to(skip as u64)?;
        let text = Self {
            input,
            encoding,
            decoder: (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling()),
            raw: Vec::new(),
            raw_at: 0,
            raw_len: 0,
            mark_due: false,
            done: false,
        };
        Ok((text, warnings))
    }

    /// How much text there may be, at most, in bytes.
    pub(crate) fn most(&self) -> Result<usize, FileError> {
        Ok(room(&self.input)?.saturating_mul(3))
    }

    /// The name of the encoding, as the WHATWG standard writes it.
    pub(crate) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// Writes the next stretch of text over `buffer` and says how long it is; 0 at the end. The buffer must have room
    /// for a few characters.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, FileError> {
        let Some(decoder) = &mut self.decoder else {
            return self.input.fill(buffer);
        };
        let mut written = 0;
        while (self.mark_due || !self.done) && buffer.len() - written >= 16 {
            if std::mem::take(&mut self.mark_due) {
                buffer[written] = MARK;
                written += 1;
                continue;
            }
            if self.raw_at == self.raw_len {
                self.raw.resize(CHUNK, 0);
                self.raw_at = 0;
                self.raw_len = self.input.fill(&mut self.raw)?;
            }
            let last = self.raw_len < CHUNK;
            let (result, read, wrote) = decoder.decode_to_utf8_without_replacement(
                &self.raw[self.raw_at..self.raw_len],
                &mut buffer[written..],
                last,
            );
            self.raw_at += read;
            written += wrote;
            match result {
                DecoderResult::InputEmpty => self.done = last,
                DecoderResult::OutputFull => break,
                DecoderResult::Malformed(..) => self.mark_due = true,
            }
        }
        Ok(written)
    }
}

/// So many bytes take the whole file and show that it ends there: a short file needs no long buffers.
fn room(input: &Input) -> Result<usize, FileError> {
    Ok(usize::try_from(input.length()?)
        .unwrap_or(usize::MAX)
        .saturating_add(16))
}

fn mark_length(head: &[u8], encoding: &'static Encoding) -> usize {
    match Encoding::for_bom(head) {
        Some((found, length)) if found == encoding => length,
        _ => 0,
    }
}

/// Refuses what is plainly no text with separators.
fn refuse_other_kinds(head: &[u8]) -> Result<(), FileError> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "zip"),
        (b"%PDF-", "pdf"),
        (b"SQLite format 3\0", "sqlite"),
        (b"\x1f\x8b", "gzip"),
        (b"\x89PNG", "png"),
        (b"\xff\xd8\xff", "jpeg"),
        (b"GIF8", "gif"),
        (b"Rar!", "rar"),
        (b"7z\xbc\xaf", "7z"),
        (b"\xd0\xcf\x11\xe0", "ole"),
        (b"\x7fELF", "program"),
        (b"MZ\x90", "program"),
    ];
    let not_text = |looks_like, at: usize| {
        let (line, column) = place(&head[..at]);
        Err(FileError::NotText {
            line,
            column,
            looks_like,
        })
    };
    if let Some((_, kind)) = KINDS.iter().find(|(magic, _)| head.starts_with(magic)) {
        return not_text(Some(kind), 0);
    }
    if head.len() > 24 && head[..5].iter().all(u8::is_ascii_digit) && &head[20..24] == b"4500" {
        return not_text(Some("marc"), 0);
    }
    let Some(first) = memchr::memchr(0, head) else {
        return Ok(());
    };
    let odd = head.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
    let even = head.iter().step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    if odd * 10 > half * 4 && even * 10 < half {
        return not_text(Some("utf-16le"), first);
    }
    if even * 10 > half * 4 && odd * 10 < half {
        return not_text(Some("utf-16be"), first);
    }
    // A stray NUL in a row is that row's fault; many of them are no text at all.
    if odd + even > 16 && (odd + even) * 200 > head.len() {
        not_text(None, first)
    } else {
        Ok(())
    }
}

/// Line and character (counted from 1) of the place behind `before`.
pub(crate) fn place(before: &[u8]) -> (u64, u64) {
    let mut line = 1;
    let mut start = 0;
    for at in memchr::memchr2_iter(b'\n', b'\r', before) {
        if before[at] == b'\r' && before.get(at + 1) == Some(&b'\n') {
            continue;
        }
        line += 1;
        start = at + 1;
    }
    let characters = before[start..]
        .iter()
        .filter(|byte| !(0x80..0xC0).contains(*byte))
        .count();
    (line, characters as u64 + 1)
}

/// Looks through the whole file for sequences that are no UTF-8.
fn look_through(input: &mut Input, warnings: &mut Vec<Warning<Infallible>>) -> Result<&'static Encoding, FileError> {
    input.go_to(0)?;
    let mut buffer = vec![0; (4 * CHUNK).min(room(input)?)];
    let (mut good, mut broken, mut carried) = (0u64, 0u64, 0);
    let mut words: Vec<Vec<u8>> = Vec::new();
    let mut lone = Vec::new();
    loop {
        let filled = carried + input.fill(&mut buffer[carried..])?;
        let last = filled < buffer.len();
        let chunk = &buffer[..filled];
        let mut at = 0;
        while at < filled {
            match std::str::from_utf8(&chunk[at..]) {
                Ok(text) => {
                    good += leads(text.as_bytes());
                    at = filled;
                }
                Err(error) => {
                    let wrong = at + error.valid_up_to();
                    good += leads(&chunk[at..wrong]);
                    let length = match error.error_len() {
                        Some(length) => length,
                        None if !last => {
                            at = wrong;
                            break;
                        }
                        None => filled - wrong,
                    };
                    broken += 1;
                    if lone.is_empty() {
                        lone.extend_from_slice(&chunk[wrong..wrong + 1]);
                    }
                    keep_word(&mut words, chunk, wrong);
                    at = wrong + length;
                }
            }
            if broken > ENOUGH && broken > 4 * good {
                break;
            }
        }
        if last || (broken > ENOUGH && broken > 4 * good) {
            break;
        }
        carried = filled - at;
        buffer.copy_within(at..filled, 0);
    }
    if broken == 0 || good > broken {
        return Ok(UTF_8);
    }
    if words.is_empty() {
        words.push(lone);
    }
    warnings.extend(words.iter().map(|word| Warning {
        code: WarningCode::EncodingAssumed,
        field: None,
        found: String::from_utf8_lossy(word).into_owned(),
        stored: WINDOWS_1252.decode_without_bom_handling(word).0.into_owned(),
    }));
    Ok(WINDOWS_1252)
}

/// How many multi-byte characters begin in text that is valid.
fn leads(valid: &[u8]) -> u64 {
    if valid.is_ascii() {
        0
    } else {
        valid.iter().filter(|byte| **byte >= 0xC0).count() as u64
    }
}

/// Keeps the word around a broken byte, up to three different ones.
fn keep_word(words: &mut Vec<Vec<u8>>, chunk: &[u8], at: usize) {
    const LONGEST: usize = 40;
    if words.len() == 3 {
        return;
    }
    let of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80;
    let before = chunk[..at]
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(|byte| of_word(byte))
        .count();
    let after = chunk[at..]
        .iter()
        .take(LONGEST)
        .take_while(|byte| of_word(byte))
        .count();
    let word = &chunk[at - before..at + after];
    // A dash or a bullet alone shows little.
    let tells = word.iter().any(u8::is_ascii_alphabetic);
    if tells && !words.iter().any(|known| known == word) {
        words.push(word.to_vec());
    }
}
