//! The queues that an action touches: read before it, brought up to the day, changed in memory, stored at its end.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::queue::{Ended, Held, PassedOn, Queue, Shelf, State};
use super::{HoldLine, Moved, store};
use crate::act::Act;
use crate::calendar;
use crate::circulation::rules::shelf_until;
use crate::circulation::store as facts;
use crate::error::{Error, Result};
use crate::library::{Snapshot, Transaction};
use crate::settings::HOLD_SHELF_DAYS;
use crate::values::ids::{HoldId, TitleId};

/// Queues by title.
#[derive(Debug)]
pub(crate) struct Queues {
    before: BTreeMap<TitleId, Queue>,
    now: BTreeMap<TitleId, Queue>,
    /// Holds that were over before anything else was done, as they stood.
    expired: Vec<HoldLine>,
    shelf: Option<Shelf>,
}

impl Queues {
    /// Reads the queues of some titles and brings them up to the day: what stood ready for too long passes on, as of
    /// the day on which it did, and what is free is set aside.
    pub(crate) fn load(
        tx: &Transaction<'_>,
        day: Date,
        titles: impl IntoIterator<Item = TitleId>,
        with_stock: bool,
    ) -> Result<Queues> {
        let conn = tx.sql();
        let mut queues = Queues {
            before: BTreeMap::new(),
            now: BTreeMap::new(),
            expired: Vec::new(),
            shelf: None,
        };
        let mut passed = BTreeMap::new();
        for title in titles {
            if queues.before.contains_key(&title) {
                continue;
            }
            let before = store::queue(conn, title, with_stock)?;
            let mut now = before.clone();
            passed.insert(title, now.expire(day));
            for held in now.holds.iter().filter(|held| matches!(held.state, State::Over(_))) {
                queues.expired.extend(store::line_of(conn, held.id)?);
            }
            queues.before.insert(title, before);
            queues.now.insert(title, now);
        }
        // Where nobody waits the calendar of the shelf is not asked.
        if with_stock || queues.now.values().any(|queue| !queue.holds.is_empty()) {
            let days = HOLD_SHELF_DAYS.whole(&Snapshot::of(conn))?;
            let days = u32::try_from(days).unwrap_or_default();
            let first = passed.values().flatten().map(|one: &PassedOn| one.on).min();
            let calendar = calendar::store::load(conn, first.map_or(day, |first| first.min(day)))?;
            let shelf = |on| {
                let until = shelf_until(on, days, &calendar)?;
                Ok::<_, Error>(Shelf { on, days, until })
            };
            for queue in queues.now.values_mut() {
                let passed = passed.get(&queue.title).map(Vec::as_slice).unwrap_or_default();
                queue.pass_on(passed, day, shelf)?;
            }
            queues.shelf = Some(shelf(day)?);
            queues.hand_out();
        }
        Ok(queues)
    }

    /// The queue of a title that was read.
    pub(crate) fn of(&mut self, title: TitleId) -> &mut Queue {
        self.now.entry(title).or_insert_with(|| Queue {
            title,
            holds: Vec::new(),
            stock: Vec::new(),
        })
    }

    /// A hold that was fulfilled by mistake waits again, in its old place.
    pub(crate) fn bring_back(&mut self, title: TitleId, held: &Held) {
        let state = State::Over(Ended::Lent);
        if let Some(before) = self.before.get_mut(&title) {
            before.holds.push(Held { state, ..held.clone() });
        }
        let queue = self.of(title);
        let state = State::Waiting;
        queue.holds.push(Held { state, ..held.clone() });
        queue.holds.sort_by_key(|held| held.id);
    }

    /// Sets aside what is free for those who wait.
    pub(crate) fn hand_out(&mut self) {
        if let Some(shelf) = self.shelf {
            self.now.values_mut().for_each(|queue| queue.hand_out(shelf));
        }
    }

    /// The holds that are not as they were read, with their titles.
    fn changes(&self) -> impl Iterator<Item = (TitleId, &Held)> {
        let of_title = |queue: &Queue| self.before.get(&queue.title).map(|before| before.holds.clone());
        self.now.values().flat_map(move |queue| {
            let before = of_title(queue).unwrap_or_default();
            let same = move |held: &Held| before.iter().any(|old| old == held);
            let changed = queue.holds.iter().filter(move |held| !same(held));
            changed.map(|held| (queue.title, held))
        })
    }

    /// Whether anything is not as it was read.
    pub(crate) fn changed(&self) -> bool {
        self.changes().next().is_some()
    }

    /// How a hold stood when it was read.
    pub(crate) fn before(&self, title: TitleId, hold: HoldId) -> Option<&Held> {
        self.before.get(&title)?.holds.iter().find(|held| held.id == hold)
    }

    /// Stores the holds that are not as they were read; those that are new are added first.
    pub(crate) fn store(&self, tx: &Transaction<'_>, act: &Act) -> Result<()> {
        let (conn, at) = (tx.sql(), act.stamp());
        // What waits again or is over gives its copy away before another takes it.
        let mut changes: Vec<_> = self.changes().collect();
        changes.sort_by_key(|(_, held)| held.ready().is_some());
        for (title, held) in changes {
            if self.before(title, held.id).is_none() {
                store::add(conn, title, held, &at)?;
            }
            let over = self.ended_at(title, held, act)?;
            store::set_state(conn, held, over.as_deref().unwrap_or(&at))?;
            let handed_over = held.state == State::Over(Ended::Lent);
            match held.state {
                State::Ready(_) => (),
                _ if held.planned.is_none() => (),
                _ => store::end_planned(conn, held.id, if handed_over { "handed-over" } else { "failed" })?,
            }
        }
        Ok(())
    }

    /// When a hold ended for which nobody came: with the first minute of the day on which it passed on, whoever saw it
    /// and when.
    fn ended_at(&self, title: TitleId, held: &Held, act: &Act) -> Result<Option<String>> {
        let passed = self.before(title, held.id).and_then(Held::passes_on);
        let expired = held.state == State::Over(Ended::Expired);
        passed
            .filter(|_| expired)
            .map(|day| act.stamp_of(day.at(0, 0, 0, 0)))
            .transpose()
    }

    /// The holds for which a copy stands ready since the queues were read.
    pub(crate) fn made_ready(&self) -> Vec<HoldId> {
        let ready = self.changes().filter(|(_, held)| held.ready().is_some());
        ready.map(|(_, held)| held.id).collect()
    }

    /// The holds that passed on because nobody came.
    pub(crate) fn expired(&self) -> Vec<HoldId> {
        self.expired.iter().map(|line| line.hold).collect()
    }

    /// What the change comes to, as a clerk sees it; read before it is stored. Holds that are new are not in it.
    pub(crate) fn moved(&self, tx: &Transaction<'_>) -> Result<Moved> {
        let conn = tx.sql();
        let mut ready = Vec::new();
        for (_, held) in self.changes() {
            let (Some(aside), Some(mut line)) = (held.ready(), store::line_of(conn, held.id)?) else {
                continue;
            };
            line.stands_ready(aside, facts::item_by_id(conn, aside.item)?.barcode);
            ready.push(line);
        }
        Ok(Moved {
            ready,
            expired: self.expired.clone(),
        })
    }
}
