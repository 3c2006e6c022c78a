//! The stretch of text that is being looked at: from the begin of the current row to as far as has been read.

use super::decode::Text;
use crate::table::FileError;

/// How much is read at a time, and what is kept in memory at least.
const STEP: usize = 256 * 1024;

#[derive(Debug)]
pub(super) struct Window {
    text: Text,
    bytes: Vec<u8>,
    step: usize,
    start: usize,
    end: usize,
    used: u64,
    finished: bool,
}

impl Window {
    pub(super) fn new(text: Text) -> Result<Self, FileError> {
        let step = STEP.min(text.most()?);
        Ok(Self {
            text,
            bytes: vec![0; step],
            step,
            start: 0,
            end: 0,
            used: 0,
            finished: false,
        })
    }

    /// What has been read and not yet been used up.
    pub(super) fn ahead(&self) -> &[u8] {
        &self.bytes[self.start..self.end]
    }

    /// Whether the text has been read to its end.
    pub(super) fn finished(&self) -> bool {
        self.finished
    }

    pub(super) fn encoding(&self) -> &'static str {
        self.text.encoding()
    }

    /// Marks so many bytes as used up.
    pub(super) fn advance(&mut self, count: usize) {
        let count = count.min(self.end - self.start);
        self.start += count;
        self.used += count as u64;
    }

    /// How many bytes have been used up altogether.
    pub(super) fn used(&self) -> u64 {
        self.used
    }

    /// Reads on; more lies ahead afterwards, or the text is finished.
    pub(super) fn fill(&mut self) -> Result<(), FileError> {
        if self.finished {
            return Ok(());
        }
        if self.start > 0 {
            self.bytes.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.bytes.len() - self.end < self.step / 2 {
            let longer = self.bytes.len() + self.step.max(self.bytes.len() / 2);
            self.bytes.resize(longer, 0);
        }
        let got = self.text.read(&mut self.bytes[self.end..])?;
        self.end += got;
        self.finished = got == 0;
        Ok(())
    }

    /// Reads on until so many bytes lie ahead, or the text is finished.
    pub(super) fn reach(&mut self, count: usize) -> Result<(), FileError> {
        while self.end - self.start < count && !self.finished {
            self.fill()?;
        }
        Ok(())
    }
}
