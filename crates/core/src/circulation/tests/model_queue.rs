//! The model's queues.

use jiff::civil::Date;

use super::bug::Bug;
use super::model::{Hold, HoldState, Model};
use super::world::{HOLD_LIMIT, SHELF_DAYS, TITLES};

impl Model {
    fn open_holds(&self, title: usize) -> Vec<usize> {
        let open = |hold: &Hold| hold.title == title && hold.state != HoldState::Over;
        let mut holds: Vec<usize> = (0..self.holds.len()).filter(|at| open(&self.holds[*at])).collect();
        if self.has(Bug::QueueBackwards) {
            holds.reverse();
        }
        holds
    }

    pub(super) fn set_aside_for(&self, item: usize) -> Option<usize> {
        let aside = |hold: &Hold| matches!(hold.state, HoldState::Ready { item: other, .. } if other == item);
        self.holds.iter().position(aside)
    }

    pub(super) fn lendable(&self, item: usize) -> bool {
        self.items[item].status == "available" && self.open_loan(item).is_none()
    }

    /// Brings the queue of a title up to the day, a day after the other, as if somebody had looked every morning. Says
    /// which holds passed on.
    pub(super) fn settle(&mut self, title: usize) -> Vec<usize> {
        let mut expired = Vec::new();
        let mut first = self.day;
        for at in self.open_holds(title) {
            let HoldState::Ready { item, until, .. } = self.holds[at].state else {
                continue;
            };
            if !self.lendable(item) {
                self.holds[at].state = HoldState::Waiting;
            }
            first = first.min(until);
        }
        // A copy that came back by itself (found on the shelf, brought in with a file) is seen today.
        let seen_today: Vec<usize> = (0..self.items.len())
            .filter(|item| self.lendable(*item) && self.set_aside_for(*item).is_none())
            .collect();
        let mut morning = if self.has(Bug::QueueSeenLate) { self.day } else { first };
        while morning <= self.day {
            for at in self.open_holds(title) {
                let HoldState::Ready { until, .. } = self.holds[at].state else {
                    continue;
                };
                let short = self.has(Bug::ShelfOneDayShort) && until == morning;
                if until < morning || short {
                    self.holds[at].state = HoldState::Over;
                    expired.push(at);
                }
            }
            // Nobody can have fetched what was over before the first who looked could tell of it.
            let told_in_time = self.nth_open_after(morning, SHELF_DAYS) >= self.day || self.has(Bug::TurnLostUntold);
            self.serve_on(title, if told_in_time { morning } else { self.day }, &seen_today);
            morning = morning.tomorrow().expect("a day");
        }
        self.serve(title);
        expired.sort_unstable();
        expired
    }

    pub(super) fn serve(&mut self, title: usize) {
        self.serve_on(title, self.day, &[]);
    }

    /// Sets aside what is free, the first who waits first.
    fn serve_on(&mut self, title: usize, on: Date, but: &[usize]) {
        for at in self.open_holds(title) {
            if self.holds[at].state != HoldState::Waiting {
                continue;
            }
            let only = self.holds[at].only;
            let free = (0..self.items.len()).filter(|item| {
                let fits = self.items[*item].title == title && only.is_none_or(|only| only == *item);
                fits && self.lendable(*item) && self.set_aside_for(*item).is_none() && !but.contains(item)
            });
            let free: Vec<usize> = free.collect();
            // A copy that nobody else asks for by its barcode goes first.
            let asked = |item: usize| {
                let wants = |hold: &Hold| hold.state == HoldState::Waiting && hold.only == Some(item);
                self.holds[at + 1..].iter().any(wants)
            };
            let plain = free.iter().find(|item| !asked(**item));
            if let Some(item) = plain.or(free.first()).copied() {
                let until = self.nth_open_after(on, SHELF_DAYS);
                self.holds[at].state = HoldState::Ready { item, on, until };
            }
        }
    }

    /// A copy goes to a member: their own hold is over, another's waits again.
    pub(super) fn hold_after_loan(&mut self, item: usize, member: usize) -> Option<usize> {
        let title = self.items[item].title;
        let mut fulfilled = None;
        for at in self.open_holds(title) {
            if self.holds[at].member == member {
                self.holds[at].state = HoldState::Over;
                fulfilled = Some(at);
            } else if self.set_aside_for(item) == Some(at) {
                self.holds[at].state = HoldState::Waiting;
            }
        }
        self.serve(title);
        fulfilled
    }

    /// The copy is here, or here no longer: whoever it stood ready for waits again when it can't be lent.
    pub(super) fn item_moved(&mut self, item: usize) {
        if !self.lendable(item)
            && let Some(at) = self.set_aside_for(item)
        {
            self.holds[at].state = HoldState::Waiting;
        }
        self.serve(self.items[item].title);
    }

    pub(super) fn waiting_for(&self, item: usize) -> usize {
        let title = self.items[item].title;
        let waits = |at: &usize| {
            let hold = &self.holds[*at];
            hold.state == HoldState::Waiting && hold.only.is_none_or(|only| only == item)
        };
        self.open_holds(title).iter().filter(|at| waits(at)).count()
    }

    pub(super) fn place(&mut self, card: &str, wanted: &Result<i64, String>, over: &[String]) -> (Vec<String>, bool) {
        let Some(member) = self.member(card) else {
            return (vec!["error not-found".to_owned()], false);
        };
        let (title, only) = match wanted {
            Ok(title) if *title <= TITLES as i64 => (*title as usize, None),
            Err(barcode) if self.item(barcode).is_some() => {
                let item = self.item(barcode);
                (item.map_or(0, |item| self.items[item].title), item)
            }
            _ => return (vec!["error not-found".to_owned()], false),
        };
        // The other queues are not looked at, but what has stood ready for too long does not count.
        let day = self.day;
        let stands = |state| match state {
            HoldState::Waiting => true,
            HoldState::Ready { until, .. } => until >= day,
            HoldState::Over => false,
        };
        let mine = |hold: &&Hold| hold.member == member && stands(hold.state);
        let held = self.holds.iter().filter(mine).count();
        self.settle(title);
        let mut reasons: Vec<&str> = self.standing(member, false);
        if self.open_holds(title).iter().any(|at| self.holds[*at].member == member) {
            reasons.push("hold.twice");
        }
        let mut loans = self.open_loans_of(member).into_iter();
        if loans.any(|loan| self.items[self.loans[loan].item].title == title) {
            reasons.push("hold.on_loan");
        }
        if held >= HOLD_LIMIT as usize {
            reasons.push("hold.limit");
        }
        let ever = (0..self.items.len()).any(|at| {
            let item = &self.items[at];
            let asked = item.title == title && only.is_none_or(|only| only == at);
            let can = item.status == "available" || item.status == "repair" || self.open_loan(at).is_some();
            asked && can
        });
        if !ever {
            reasons.push("hold.no_item");
        }
        reasons.retain(|reason| !over.iter().any(|code| code == reason));
        if !reasons.is_empty() {
            return (vec![format!("error hold.refused {reasons:?}")], false);
        }
        self.holds.push(Hold {
            member,
            title,
            only,
            state: HoldState::Waiting,
        });
        self.serve(title);
        let at = self.holds.len() - 1;
        let said = match self.holds[at].state {
            HoldState::Ready { item, until, .. } => format!("ready {} {until}", self.items[item].barcode),
            _ => {
                let mut waiting = self.open_holds(title);
                waiting.sort_unstable();
                waiting.retain(|at| self.holds[*at].state == HoldState::Waiting);
                format!(
                    "place {}",
                    waiting
                        .iter()
                        .position(|other| *other == at)
                        .map_or(0, |place| place + 1)
                )
            }
        };
        (vec![format!("hold {} {said}", at + 1)], true)
    }

    pub(super) fn cancel(&mut self, hold: i64) -> (Vec<String>, bool) {
        let at = (hold - 1) as usize;
        let Some(found) = self.holds.get(at) else {
            return (vec!["error not-found".to_owned()], false);
        };
        if found.state == HoldState::Over {
            return (vec!["error hold.over".to_owned()], false);
        }
        let title = found.title;
        self.settle(title);
        self.holds[at].state = HoldState::Over;
        if !self.has(Bug::CancelKeepsCopy) {
            self.serve(title);
        }
        (vec!["cancelled".to_owned()], true)
    }

    pub(super) fn expire_all(&mut self) -> (Vec<String>, bool) {
        let mut expired = Vec::new();
        for title in 1..=TITLES {
            expired.extend(self.settle(title));
        }
        let said = expired.iter().map(|at| format!("expired {}", at + 1));
        (said.collect(), true)
    }
}
