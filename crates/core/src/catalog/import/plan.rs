//! The reading half of an import: each row is parsed, matched and turned into writes.
//!
//! It reads the state before the import only, and remembers what the import itself has made; nothing here depends
//! on a write having happened.

use rusqlite::Connection;

use super::door::{self, Draft, Incoming, Manner, RejectReason};
use super::identity::{self, Keys};
use super::memory::{Known, Memory};
use super::preview::{self, Change, Preview};
use super::tally::{Tally, Warning, WarningCode};
use super::{Options, Outcome, merge};
use crate::catalog::record::{Field, ItemRecord, TitleRecord};
use crate::catalog::store::{StoredItem, StoredTitle};
use crate::catalog::words::{Exchange, IndexText, Vocabulary};
use crate::error::Result;
use crate::values::isbn;
use crate::values::text::fold;

/// So many different words are counted before they are written; it bounds the memory.
const WORDS_AT_ONCE: usize = 400_000;

/// One write.
#[derive(Debug)]
pub(super) enum Op {
    NewTitle(Box<NewTitle>),
    NewItem {
        id: i64,
        title: i64,
        record: Box<ItemRecord>,
    },
    ChangeBarcode {
        item: i64,
        barcode: String,
    },
    Nameless {
        fingerprint: i64,
        title: i64,
    },
    ChangeTitle(Box<ChangedTitle>),
    ChangeItem(Box<ChangedItem>),
    Words(Vec<(Box<str>, u32)>),
}

#[derive(Debug)]
pub(super) struct NewTitle {
    pub(super) id: i64,
    pub(super) record: TitleRecord,
    pub(super) keys: Keys,
    pub(super) words: IndexText,
}

#[derive(Debug)]
pub(super) struct ChangedTitle {
    pub(super) id: i64,
    pub(super) before: TitleRecord,
    pub(super) after: TitleRecord,
    pub(super) words: Exchange,
}

#[derive(Debug)]
pub(super) struct ChangedItem {
    pub(super) id: i64,
    pub(super) title: i64,
    pub(super) before: ItemRecord,
    pub(super) after: ItemRecord,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    Imported,
    Unchanged,
    Rejected(RejectReason),
}

/// The numbers that a batch starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) title: i64,
    pub(super) item: i64,
    pub(super) barcode: i64,
}

/// Decides, row by row.
pub(super) struct Planner<'a> {
    /// The state before the import; none when the catalogue was empty.
    pub(super) before: Option<&'a Connection>,
    pub(super) options: &'a Options,
    pub(super) memory: Memory,
    pub(super) next: Start,
    pub(super) ops: Vec<Op>,
    pub(super) outcome: Outcome,
    pub(super) tally: Tally,
    vocabulary: Vocabulary,
}

/// The title that a row belongs to.
pub(super) enum Home {
    New,
    /// Made by this import.
    Made(i64),
    /// There before the import.
    Stored(Box<StoredTitle>),
}

impl<'a> Planner<'a> {
    pub(super) fn new(before: Option<&'a Connection>, options: &'a Options, start: Start) -> Self {
        let mut memory = Memory::new(start.title);
        memory.reserve(usize::try_from(options.expected_rows.min(4_000_000)).unwrap_or_default());
        Self {
            before,
            options,
            memory,
            next: start,
            ops: Vec::new(),
            outcome: Outcome::default(),
            tally: Tally::default(),
            vocabulary: Vocabulary::new(),
        }
    }

    /// Decides one row; its writes are added to `ops`.
    pub(super) fn row(&mut self, incoming: Incoming) -> Result<Verdict> {
        let manner = Manner {
            lenient: self.options.lenient,
            copies_only: self.options.copies_only,
        };
        let digests = door::digests(&incoming.cells);
        let tally = &mut self.tally;
        let draft = match door::open(incoming, manner, &mut |line, warning| tally.add(line, warning)) {
            Ok(draft) => draft,
            Err(reason) => return Ok(Verdict::Rejected(reason)),
        };
        self.show(&draft);
        let known = self.known_items(&draft)?;
        let row = Row::new(&draft, digests.title);
        let home = match self.home(&draft, &row, &known)? {
            Ok(home) => home,
            Err(reason) => return Ok(Verdict::Rejected(reason)),
        };
        self.count_isbn(&draft);
        self.settle(draft, row, home, known, digests.row)
    }

    /// Writes for the words counted since the last time; the row's own writes come first.
    pub(super) fn flush_words(&mut self, all: bool) {
        if all || self.vocabulary.len() >= WORDS_AT_ONCE {
            self.ops.push(Op::Words(self.vocabulary.take_counts()));
        }
    }

    fn settle(
        &mut self,
        mut draft: Draft,
        row: Row,
        home: Home,
        known: Vec<Option<StoredItem>>,
        fingerprint: u64,
    ) -> Result<Verdict> {
        let ops_before = self.ops.len();
        let isbn = draft.title.isbn;
        let title = match home {
            Home::New => {
                let record = std::mem::take(&mut draft.title);
                self.make_title(record, &row)
            }
            Home::Made(id) => {
                self.outcome.titles.matched += 1;
                self.note_other_content(&draft, &row, id);
                id
            }
            Home::Stored(title) => {
                self.outcome.titles.matched += 1;
                let id = title.id;
                self.speak_for(&draft, *title)?;
                id
            }
        };
        let reference = draft.reference.as_deref().map(identity::digest);
        match reference {
            Some(reference) => self.memory.tie_reference(title, reference),
            None if self.options.copies_only => {}
            None => self.memory.tie(title, row.key(), isbn),
        }
        self.settle_items(&mut draft, title, known, fingerprint)?;
        Ok(if self.ops.len() > ops_before {
            Verdict::Imported
        } else {
            Verdict::Unchanged
        })
    }

    fn make_title(&mut self, record: TitleRecord, row: &Row) -> i64 {
        let id = self.memory.make(&row.folded_title, record.isbn, row.content);
        let words = self.vocabulary.index(&record);
        self.outcome.titles.new += 1;
        self.ops.push(Op::NewTitle(Box::new(NewTitle {
            id,
            record,
            keys: row.keys,
            words,
        })));
        id
    }

    /// A later row of this file for a title that it made: the first one stands, and a difference is said.
    fn note_other_content(&mut self, draft: &Draft, row: &Row, id: i64) {
        let same = self
            .memory
            .made(id)
            .is_none_or(|(_, _, content)| content == row.content);
        if !same && !self.options.copies_only && draft.reference.is_none() {
            let warning = Warning::new(
                WarningCode::TitleRowDiffers,
                Field::Title,
                draft.title.title.clone(),
                "",
            );
            self.tally.add(draft.line, warning);
        }
    }

    /// A row for a title of the library: the first row of the file speaks for it.
    fn speak_for(&mut self, draft: &Draft, stored: StoredTitle) -> Result<()> {
        if self.options.copies_only || !self.memory.touch(stored.id) {
            return Ok(());
        }
        let merged = merge::title(
            &stored.record,
            &draft.title,
            &stored.edited,
            self.options.overwrite_edited,
        );
        for field in merged.kept {
            let (found, kept) = (draft.title.show(field), stored.record.show(field));
            self.tally
                .add(draft.line, Warning::new(WarningCode::TitleKept, field, found, kept));
        }
        if merged.changed.is_empty() {
            return Ok(());
        }
        self.outcome.titles.updated += 1;
        for field in &merged.changed {
            if self.outcome.changes.len() < preview::CHANGES {
                self.outcome.changes.push(Change {
                    line: draft.line,
                    title: stored.record.title.clone(),
                    field: *field,
                    before: stored.record.show(*field),
                    after: merged.record.show(*field),
                });
            }
        }
        let (was, is) = (Known::of(&stored.record), Known::of(&merged.record));
        if was != is {
            self.memory.move_title(stored.id, is);
        }
        let words = Exchange::between(&stored.record, &merged.record);
        let (before, after) = (stored.record, merged.record);
        self.ops.push(Op::ChangeTitle(Box::new(ChangedTitle {
            id: stored.id,
            before,
            after,
            words,
        })));
        Ok(())
    }

    fn show(&mut self, draft: &Draft) {
        if self.outcome.preview.len() >= preview::ROWS {
            return;
        }
        let coded = draft.barcodes.iter().cloned();
        let nameless = std::iter::repeat_n(String::new(), draft.nameless as usize);
        let items = coded
            .chain(nameless)
            .map(|barcode| ItemRecord {
                barcode,
                ..draft.item.clone()
            })
            .collect();
        self.outcome.preview.push(Preview {
            line: draft.line,
            title: draft.title.clone(),
            items,
        });
    }

    fn count_isbn(&mut self, draft: &Draft) {
        let counts = &mut self.outcome.isbn;
        match draft.isbn {
            Some(isbn::Reading::Valid(_)) => counts.valid += 1,
            Some(isbn::Reading::Mended(_)) => {
                counts.valid += 1;
                counts.mended += 1;
            }
            Some(isbn::Reading::Invalid | isbn::Reading::Lost) => counts.invalid += 1,
            Some(isbn::Reading::Empty) | None => {}
        }
    }
}

/// What a row is recognised by.
pub(super) struct Row {
    pub(super) folded_title: String,
    pub(super) keys: Keys,
    /// Hash of everything that the row says of its title.
    pub(super) content: u64,
}

impl Row {
    fn new(draft: &Draft, content: u64) -> Self {
        let folded_title = fold(&draft.title.title);
        let keys = identity::keys_of_folded(&draft.title, &folded_title);
        Self {
            folded_title,
            keys,
            content,
        }
    }

    /// The key in the memory: of title, author, year, edition and publisher; of the whole content when the title
    /// is all there is, for that alone proves nothing.
    pub(super) fn key(&self) -> [u32; 3] {
        if self.keys.bare {
            return identity::digest(&format!("{} {}", self.folded_title, self.content));
        }
        identity::key_digest(self.keys)
    }
}
