//! Rounds of a courier: a way of handing over what stands ready. A round lists what goes where; each hand-over is a
//! checkout of a ready hold.

pub(crate) mod store;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde_json::json;

use super::holds::{self, Handover, HoldLine, HoldsOf};
use super::loans::{CheckoutAnswer, CheckoutOptions, checkout};
use super::store::Numbers;
use super::{Refusal, carry_out};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::values::codes::codes;
use crate::values::ids::{HoldId, RoundId};

codes! {
    /// How far a hand-over has come.
    StopState {
        /// On its way, or to be.
        Planned = "planned",
        /// The reader has it.
        HandedOver = "handed-over",
        /// Nobody was there, or the hold ended before.
        Failed = "failed",
    }
}

/// A round to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundPlan {
    /// The day.
    pub day: Date,
    /// Who goes.
    pub courier: String,
    /// Where: only to readers of this district or village.
    pub area: Option<String>,
    /// What for; empty for everything that stands ready for delivery and is in no round yet.
    pub holds: Vec<HoldId>,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its number.
    pub id: RoundId,
    /// The day.
    pub day: Date,
    /// Who goes.
    pub courier: String,
    /// Where.
    pub area: Option<String>,
    /// What goes where, by village and address.
    pub stops: Vec<Stop>,
}

impl Round {
    /// How many of its hand-overs have come so far.
    pub fn count(&self, state: StopState) -> usize {
        self.stops.iter().filter(|stop| stop.state == state).count()
    }
}

/// A hand-over of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The hold.
    pub hold: HoldId,
    /// How far it has come.
    pub state: StopState,
    /// What the courier said.
    pub note: Option<String>,
    /// Who gets what, and where they live; none once the hold is over.
    pub line: Option<HoldLine>,
}

/// The rounds from a day on, the earliest first.
///
/// # Errors
/// Storage errors.
pub fn rounds(snapshot: &Snapshot<'_>, from: Date) -> Result<Vec<Round>> {
    let numbers = store::rounds_from(snapshot.sql(), from)?;
    numbers.into_iter().map(|id| round(snapshot, id)).collect()
}

/// A round by its number.
///
/// # Errors
/// [`Error::NotFound`], and storage errors.
pub fn round(snapshot: &Snapshot<'_>, id: RoundId) -> Result<Round> {
    let conn = snapshot.sql();
    let mut round = store::round(conn, id)?.ok_or_else(|| Error::NotFound {
        what: "round",
        wanted: id.to_string(),
    })?;
    for stop in &mut round.stops {
        stop.line = holds::store::line_of(conn, stop.hold)?;
    }
    round.stops.sort_by(|a, b| address(a).cmp(&address(b)));
    Ok(round)
}

/// Where a stop is, for the order in which a courier goes.
fn address(stop: &Stop) -> (Option<&str>, Option<&str>, HoldId) {
    let line = stop.line.as_ref();
    let village = line.and_then(|line| line.village.as_deref());
    (village, line.and_then(|line| line.address.as_deref()), stop.hold)
}

impl Library {
    /// Plans a round.
    ///
    /// # Errors
    /// [`Error::BadValue`] without a courier, [`Refusal::HoldNotReady`] for a hold that has nothing ready or is in
    /// another round, and what [`Library::write`] answers.
    pub fn plan_round(&mut self, act: &Act, plan: &RoundPlan, dry_run: bool) -> Result<Round> {
        carry_out(self, act, dry_run, |tx| plan_round(tx, act, plan))
    }

    /// Hands a copy over at the reader's door: a checkout to whom it stands ready for.
    ///
    /// # Errors
    /// [`Refusal::NotPlanned`], and as [`Library::checkout`].
    pub fn hand_over(
        &mut self,
        act: &Act,
        round: RoundId,
        hold: HoldId,
        options: &CheckoutOptions,
        dry_run: bool,
    ) -> Result<CheckoutAnswer> {
        carry_out(self, act, dry_run, |tx| hand_over(tx, act, round, hold, options))
    }

    /// A hand-over failed: the copy comes back to the ready shelf, and can be planned again.
    ///
    /// # Errors
    /// [`Refusal::NotPlanned`], and what [`Library::write`] answers.
    pub fn hand_over_failed(
        &mut self,
        act: &Act,
        round: RoundId,
        hold: HoldId,
        note: Option<&str>,
        dry_run: bool,
    ) -> Result<HoldLine> {
        carry_out(self, act, dry_run, |tx| failed(tx, round, hold, note))
    }
}

pub(crate) fn plan_round(tx: &Transaction<'_>, act: &Act, plan: &RoundPlan) -> Result<(Round, Option<Entry>)> {
    let conn = tx.sql();
    let courier = plan.courier.trim();
    if courier.is_empty() || plan.day < act.day() {
        let what = if courier.is_empty() { "courier" } else { "day" };
        let found = if courier.is_empty() {
            String::new()
        } else {
            plan.day.to_string()
        };
        return Err(Error::BadValue { what, found });
    }
    let ready = holds::store::lines(conn, HoldsOf::Ready)?;
    let lines = chosen(&ready, plan)?;
    let mut numbers = Numbers::after_last(conn, RoundId::COUNTER)?;
    let id = RoundId(numbers.take());
    let stops = lines.iter().map(|line| Stop {
        hold: line.hold,
        state: StopState::Planned,
        note: None,
        line: Some(HoldLine {
            round: Some(id),
            ..(*line).clone()
        }),
    });
    let mut round = Round {
        id,
        day: plan.day,
        courier: courier.to_owned(),
        area: plan
            .area
            .as_deref()
            .map(str::trim)
            .filter(|area| !area.is_empty())
            .map(str::to_owned),
        stops: stops.collect(),
    };
    round.stops.sort_by(|a, b| address(a).cmp(&address(b)));
    if round.stops.is_empty() {
        return Ok((round, None));
    }
    numbers.store(conn)?;
    store::add(conn, &round)?;
    let holds: Vec<HoldId> = round.stops.iter().map(|stop| stop.hold).collect();
    let entry = Entry {
        action: "delivery.plan",
        detail: json!({ "round": id, "day": plan.day.to_string(), "holds": holds }),
    };
    Ok((round, Some(entry)))
}

/// What goes with a round: what was named, or everything that waits for a courier.
fn chosen<'a>(ready: &'a [HoldLine], plan: &RoundPlan) -> Result<Vec<&'a HoldLine>> {
    if plan.holds.is_empty() {
        let area = plan.area.as_deref().map(str::trim).filter(|area| !area.is_empty());
        let there = |line: &&HoldLine| {
            let named = |place: &Option<String>, area: &str| {
                place
                    .as_deref()
                    .is_some_and(|place| place.trim().eq_ignore_ascii_case(area))
            };
            area.is_none_or(|area| named(&line.district, area) || named(&line.village, area))
        };
        let free = |line: &&HoldLine| line.handover == Handover::Delivery && line.round.is_none();
        return Ok(ready.iter().filter(free).filter(there).collect());
    }
    let mut lines: Vec<&HoldLine> = Vec::with_capacity(plan.holds.len());
    for hold in &plan.holds {
        let found = ready.iter().find(|line| line.hold == *hold && line.round.is_none());
        let line = found.ok_or(Error::Circulation(Refusal::HoldNotReady { hold: *hold }))?;
        if !lines.iter().any(|other| other.hold == *hold) {
            lines.push(line);
        }
    }
    Ok(lines)
}

pub(crate) fn hand_over(
    tx: &Transaction<'_>,
    act: &Act,
    round: RoundId,
    hold: HoldId,
    options: &CheckoutOptions,
) -> Result<(CheckoutAnswer, Option<Entry>)> {
    let line = planned(tx, round, hold)?;
    let item = line.ready.ok_or(Error::Circulation(Refusal::HoldNotReady { hold }))?;
    let (answer, entry) = checkout(tx, act, &line.card, &[item], options)?;
    let entry = entry.map(|mut entry| {
        entry.detail["round"] = json!(round);
        entry
    });
    Ok((answer, entry))
}

pub(crate) fn failed(
    tx: &Transaction<'_>,
    round: RoundId,
    hold: HoldId,
    note: Option<&str>,
) -> Result<(HoldLine, Option<Entry>)> {
    let line = planned(tx, round, hold)?;
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    store::fail(tx.sql(), round, hold, note)?;
    let entry = Entry {
        action: "delivery.fail",
        detail: json!({ "round": round, "hold": hold }),
    };
    Ok((HoldLine { round: None, ..line }, Some(entry)))
}

/// The hold, if the round is still to bring it.
fn planned(tx: &Transaction<'_>, round: RoundId, hold: HoldId) -> Result<HoldLine> {
    let line = holds::store::line_of(tx.sql(), hold)?.filter(|line| line.round == Some(round));
    line.ok_or(Error::Circulation(Refusal::NotPlanned { hold }))
}
