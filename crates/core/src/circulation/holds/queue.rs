//! The queue of one title: pure. First come, first served; what comes free stands ready for the first whom it suits.
//!
//! The queue is changed in memory, and what differs from what was read is stored afterwards.

use jiff::civil::Date;

use crate::values::codes::codes;
use crate::values::ids::{HoldId, ItemId, MemberId, TitleId};

codes! {
    /// How a copy gets to the reader.
    #[derive(Default)]
    Handover {
        /// The reader comes for it.
        #[default]
        Desk = "desk",
        /// A courier takes it there.
        Delivery = "delivery",
    }
}

codes! {
    /// How a hold ended.
    Ended {
        /// The reader got the title.
        Lent = "lent",
        /// Given up by the reader or by staff.
        Cancelled = "cancelled",
        /// Stood ready, and nobody came.
        Expired = "expired",
    }
}

/// A copy that stands ready for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetAside {
    /// Which.
    pub item: ItemId,
    /// Since when.
    pub on: Date,
    /// For so many open days.
    pub days: u32,
    /// The last of them.
    pub until: Date,
}

/// How far a hold has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In the queue.
    Waiting,
    /// A copy stands ready.
    Ready(SetAside),
    /// Over.
    Over(Ended),
}

/// A hold in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its number; the queue is in this order.
    pub id: HoldId,
    /// Who waits.
    pub member: MemberId,
    /// Only this copy will do.
    pub only: Option<ItemId>,
    /// How it is handed over.
    pub handover: Handover,
    /// How far it has come.
    pub state: State,
    /// The day of the delivery round that is to bring it.
    pub planned: Option<Date>,
    /// Whether the reader chose to keep their history.
    pub keeps_history: bool,
}

impl Held {
    /// What stands ready for it.
    pub fn ready(&self) -> Option<SetAside> {
        match self.state {
            State::Ready(aside) => Some(aside),
            _ => None,
        }
    }

    /// The first day on which what stands ready for it is nobody's any more: the day after its last one, and what a
    /// courier is to bring waits until the day of the round is over.
    pub fn passes_on(&self) -> Option<Date> {
        let until = self.ready()?.until;
        let last = self.planned.map_or(until, |round| round.max(until));
        last.tomorrow().ok()
    }

    fn suits(&self, item: ItemId) -> bool {
        self.only.is_none_or(|only| only == item)
    }
}

/// For how long a copy that comes free on a day is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shelf {
    /// That day.
    pub on: Date,
    /// So many open days.
    pub days: u32,
    /// The last of them.
    pub until: Date,
}

/// A copy that stood ready for somebody who did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassedOn {
    /// The first day on which it is nobody's.
    pub on: Date,
    /// Which.
    pub item: ItemId,
}

/// A copy of the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stock {
    /// Which.
    pub item: ItemId,
    /// Whether it may be lent and is lent to nobody.
    pub free: bool,
}

/// The queue of a title, with its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// The title.
    pub title: TitleId,
    /// The holds, in the order in which they came; those that end stay in it until they are stored.
    pub holds: Vec<Held>,
    /// The copies. Not known, and empty, while nobody waits.
    pub stock: Vec<Stock>,
}

impl Queue {
    /// The hold that a copy stands ready for.
    pub fn ready_for(&self, item: ItemId) -> Option<&Held> {
        self.holds
            .iter()
            .find(|held| held.ready().is_some_and(|aside| aside.item == item))
    }

    /// The hold of a member that is not over.
    pub fn of(&self, member: MemberId) -> Option<&Held> {
        let open = |held: &&Held| held.member == member && !matches!(held.state, State::Over(_));
        self.holds.iter().find(open)
    }

    /// How many wait whom this copy would suit.
    pub fn waiting_for(&self, item: ItemId) -> usize {
        let waits = |held: &&Held| held.state == State::Waiting && held.suits(item);
        self.holds.iter().filter(waits).count()
    }

    /// The place of a hold among those that wait: the first is 1; none when it does not wait.
    pub fn place(&self, hold: HoldId) -> Option<usize> {
        let mut waiting = self.holds.iter().filter(|held| held.state == State::Waiting);
        waiting.position(|held| held.id == hold).map(|at| at + 1)
    }

    /// Ends what stood ready for too long. What stood ready with a copy that may not be lent any more waits again.
    /// Answers the copies that are nobody's any more, with the first day on which they are, the earliest first.
    pub fn expire(&mut self, day: Date) -> Vec<PassedOn> {
        let gone: Vec<ItemId> = self.stock.iter().filter(|one| !one.free).map(|one| one.item).collect();
        gone.into_iter().for_each(|item| self.set_free(item, false));
        let mut passed = Vec::new();
        for held in &mut self.holds {
            let (Some(aside), Some(on)) = (held.ready(), held.passes_on()) else {
                continue;
            };
            if on <= day {
                held.state = State::Over(Ended::Expired);
                passed.push(PassedOn { on, item: aside.item });
            }
        }
        passed.sort_by_key(|one| one.on);
        passed
    }

    /// Passes copies on that are nobody's any more: each as of the day on which it was, whoever looks and when. Only
    /// where that turn would be over by now, before anybody could tell of it, does it begin today.
    ///
    /// # Errors
    /// What `shelf` answers: until when a copy stands ready that is set aside on a day.
    pub fn pass_on<E>(
        &mut self,
        passed: &[PassedOn],
        day: Date,
        shelf: impl Fn(Date) -> Result<Shelf, E>,
    ) -> Result<(), E> {
        let mut at = 0;
        for same_day in passed.chunk_by(|one, other| one.on == other.on) {
            at += same_day.len();
            let mut from = shelf(same_day[0].on)?;
            if from.until < day {
                from = shelf(day)?;
            }
            let mut nobodys: Vec<ItemId> = passed[..at].iter().map(|one| one.item).collect();
            nobodys.sort_unstable();
            self.set_aside(nobodys, from);
        }
        Ok(())
    }

    /// Sets aside every free copy for the first whom it suits.
    pub fn hand_out(&mut self, shelf: Shelf) {
        let free = self.stock.iter().filter(|one| one.free).map(|one| one.item).collect();
        self.set_aside(free, shelf);
    }

    /// Sets copies aside, in their order, for the first whom they suit. A copy that somebody waits for by its barcode is left to them
    /// where another copy would do.
    fn set_aside(&mut self, mut free: Vec<ItemId>, shelf: Shelf) {
        free.retain(|item| self.ready_for(*item).is_none());
        for at in 0..self.holds.len() {
            let held = &self.holds[at];
            if held.state != State::Waiting {
                continue;
            }
            let wanted = |item: ItemId| self.holds[at + 1..].iter().any(|later| later.is_wanting(item));
            let suiting = free.iter().enumerate().filter(|(_, item)| held.suits(**item));
            let Some((index, item)) = suiting.min_by_key(|(_, item)| wanted(**item)) else {
                continue;
            };
            let item = *item;
            free.remove(index);
            self.holds[at].state = State::Ready(SetAside {
                item,
                on: shelf.on,
                days: shelf.days,
                until: shelf.until,
            });
        }
    }

    /// A copy goes to a member: their own hold is fulfilled, and another one for whom it stood ready waits again.
    pub fn lend(&mut self, item: ItemId, member: MemberId) {
        self.set_free(item, false);
        for held in &mut self.holds {
            let open = !matches!(held.state, State::Over(_));
            if held.member == member && open {
                held.state = State::Over(Ended::Lent);
            } else if held.ready().is_some_and(|aside| aside.item == item) {
                held.state = State::Waiting;
            }
        }
    }

    /// A copy can be lent again, or no longer. What stood ready with one that can't waits again.
    pub fn set_free(&mut self, item: ItemId, free: bool) {
        for one in self.stock.iter_mut().filter(|one| one.item == item) {
            one.free = free;
        }
        if free {
            return;
        }
        let stood = |held: &&mut Held| held.ready().is_some_and(|aside| aside.item == item);
        for held in self.holds.iter_mut().filter(stood) {
            held.state = State::Waiting;
        }
    }

    /// Gives a hold up.
    pub fn cancel(&mut self, hold: HoldId) {
        let open = |held: &&mut Held| held.id == hold && !matches!(held.state, State::Over(_));
        for held in self.holds.iter_mut().filter(open) {
            held.state = State::Over(Ended::Cancelled);
        }
    }
}

impl Held {
    /// Whether it waits for this copy and no other.
    fn is_wanting(&self, item: ItemId) -> bool {
        self.state == State::Waiting && self.only == Some(item)
    }
}
