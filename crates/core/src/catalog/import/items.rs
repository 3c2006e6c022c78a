//! What becomes of a row's copies.

use super::door::Draft;
use super::identity;
use super::merge;
use super::plan::{ChangedItem, Op, Planner};
use super::store;
use super::tally::{Warning, WarningCode};
use crate::catalog::record::{Field, ItemRecord};
use crate::catalog::store::StoredItem;
use crate::error::Result;

/// Barcodes that the program makes: `P` and seven digits.
fn made_barcode(number: i64) -> String {
    format!("P{number:07}")
}

/// The number of a barcode that is written as the program writes them.
fn made_number(barcode: &str) -> Option<i64> {
    let number = barcode.strip_prefix('P')?.parse().ok()?;
    (made_barcode(number) == barcode).then_some(number)
}

impl Planner<'_> {
    /// The copies of the library that have the row's codes, in their order.
    pub(super) fn known_items(&self, draft: &Draft) -> Result<Vec<Option<StoredItem>>> {
        let Some(conn) = self.before else {
            return Ok(vec![None; draft.barcodes.len()]);
        };
        draft
            .barcodes
            .iter()
            .map(|barcode| store::item(conn, barcode))
            .collect()
    }

    /// Settles the copies of a row whose title is known.
    pub(super) fn settle_items(
        &mut self,
        draft: &mut Draft,
        title: i64,
        known: Vec<Option<StoredItem>>,
        fingerprint: u64,
    ) -> Result<()> {
        let barcodes = std::mem::take(&mut draft.barcodes);
        let last = barcodes.len();
        for (at, (barcode, known)) in barcodes.into_iter().zip(known).enumerate() {
            if !self.memory.see_barcode(identity::digest(&barcode)) && !self.give_up_barcode(&barcode)? {
                self.outcome.items.duplicate += 1;
                self.warn_item(draft.line, WarningCode::ItemRepeated, &barcode);
                continue;
            }
            match known {
                None if last == 1 => {
                    let record = ItemRecord {
                        barcode,
                        ..std::mem::take(&mut draft.item)
                    };
                    self.make_item(title, record);
                }
                None => self.make_item(title, of_row(draft, at, barcode)),
                Some(item) if item.title_id == title => self.speak_for_item(draft, at, item),
                Some(_) => {
                    self.outcome.items.duplicate += 1;
                    self.warn_item(draft.line, WarningCode::ItemDuplicate, &barcode);
                }
            }
        }
        self.settle_nameless(draft, title, fingerprint)
    }

    /// A code of the file that this import has made for a copy without one is the file's: that copy gets another.
    fn give_up_barcode(&mut self, barcode: &str) -> Result<bool> {
        let Some(item) = made_number(barcode).and_then(|number| self.memory.uncode(number)) else {
            return Ok(false);
        };
        let barcode = self.free_barcode()?;
        self.memory.code(self.next.barcode, item);
        self.ops.push(Op::ChangeBarcode { item, barcode });
        Ok(true)
    }

    /// Copies without a code get one; the same row again, in another file, is the same copies.
    fn settle_nameless(&mut self, draft: &Draft, title: i64, fingerprint: u64) -> Result<()> {
        if draft.nameless == 0 {
            return Ok(());
        }
        let occurrence = self.memory.occurrence(fingerprint);
        let fingerprint = fingerprint.wrapping_add(u64::from(occurrence).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let fingerprint = fingerprint.cast_signed();
        if let Some(conn) = self.before
            && store::nameless_row(conn, fingerprint)?.is_some()
        {
            self.outcome.items.unchanged += u64::from(draft.nameless);
            return Ok(());
        }
        self.ops.push(Op::Nameless { fingerprint, title });
        for at in 0..draft.nameless as usize {
            let barcode = self.free_barcode()?;
            self.memory.code(self.next.barcode, self.next.item);
            self.make_item(title, of_row(draft, at, barcode));
        }
        Ok(())
    }

    fn free_barcode(&mut self) -> Result<String> {
        loop {
            self.next.barcode += 1;
            let barcode = made_barcode(self.next.barcode);
            let digest = identity::digest(&barcode);
            let stored = match self.before {
                Some(conn) => store::item(conn, &barcode)?.is_some(),
                None => false,
            };
            if !stored && self.memory.see_barcode(digest) {
                return Ok(barcode);
            }
        }
    }

    fn make_item(&mut self, title: i64, record: ItemRecord) {
        let id = self.next.item;
        self.next.item += 1;
        self.outcome.items.new += 1;
        self.ops.push(Op::NewItem {
            id,
            title,
            record: Box::new(record),
        });
    }

    fn speak_for_item(&mut self, draft: &Draft, at: usize, stored: StoredItem) {
        let found = of_row(draft, at, stored.record.barcode.clone());
        let merged = merge::item(
            &stored.record,
            &found,
            draft.names_status,
            &stored.edited,
            self.options.overwrite_edited,
        );
        for field in merged.kept {
            let warning = Warning::new(WarningCode::ItemKept, field, stored.record.barcode.clone(), "");
            self.tally.add(draft.line, warning);
        }
        if merged.changed.is_empty() {
            self.outcome.items.unchanged += 1;
            return;
        }
        self.outcome.items.updated += 1;
        self.ops.push(Op::ChangeItem(Box::new(ChangedItem {
            id: stored.id,
            title: stored.title_id,
            before: stored.record,
            after: merged.record,
        })));
    }

    fn warn_item(&mut self, line: u64, code: WarningCode, barcode: &str) {
        self.tally.add(line, Warning::new(code, Field::ItemCode, barcode, ""));
    }
}

/// What the row says of its copy number `at`; an accession number belongs to the first only.
fn of_row(draft: &Draft, at: usize, barcode: String) -> ItemRecord {
    let mut record = ItemRecord {
        barcode,
        ..draft.item.clone()
    };
    if at > 0 {
        record.inventory_number = None;
    }
    record
}
