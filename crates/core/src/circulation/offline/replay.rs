//! What becomes of a line at home. Each line counts once, however often its file is brought. What really happened is
//! recorded even where a rule refuses; what can't be recorded is told, and nothing is dropped without a word.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::intent::Deed;
use super::pack::PackedDay;
use super::store;
use crate::act::Act;
use crate::circulation::charges::pay;
use crate::circulation::loans::{CheckoutOptions, ReturnOptions, checkout, renew, return_items};
use crate::circulation::loans::{RefusedItem, Renewing};
use crate::circulation::reason::{OVERRIDABLE, Override};
use crate::circulation::rules::{self, Terms};
use crate::circulation::store as facts;
use crate::circulation::{OpenLoan, Policy, Reason};
use crate::error::Result;
use crate::journal::{Entry, hex};
use crate::library::{Library, Transaction};
use crate::values::codes::codes;
use crate::values::money::Money;

/// A line to be replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What names its file: the same for every copy of it. It is kept, in the journal too, so no card stands in it.
    pub journal: String,
    /// Its number there.
    pub line: u64,
    /// What happened.
    pub deed: Deed,
    /// A later line of the file undoes it.
    pub undone: bool,
    /// A copy that the reader has already was renewed by it: how Koha's files say so.
    pub again_renews: bool,
    /// What was odd about it before it came here: the clock of the desk was ahead.
    pub odd: Vec<Conflict>,
}

codes! {
    /// What became of a line.
    Outcome {
        /// Lent.
        Lent = "lent",
        /// The reader had it already.
        AlreadyLent = "already-lent",
        /// Renewed.
        Renewed = "renewed",
        /// Taken back.
        Returned = "returned",
        /// Handed in, and nobody had it.
        NotOnLoan = "not-on-loan",
        /// Paid.
        Paid = "paid",
        /// It was undone there.
        Undone = "undone",
        /// It can't be recorded; a person must see to it.
        NotRecorded = "not-recorded",
    }
}

/// Something that does not fit, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Stable code: of a reason to refuse, or `due.differs`, `clock.ahead`, `undo.too_late`.
    pub code: String,
    /// Stable code: `recorded`, `allowed-there`, `taken-back-first`, `told-date-stands`, `own-date-stands`,
    /// `not-recorded`, `nothing-changed`, `taken-as-now`.
    pub decided: String,
}

impl Conflict {
    /// A conflict.
    pub fn new(code: &str, decided: &str) -> Conflict {
        Conflict {
            code: code.to_owned(),
            decided: decided.to_owned(),
        }
    }
}

/// What a line came to; stored, so without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replayed {
    /// What became of it.
    pub outcome: Outcome,
    /// What did not fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// The due date as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PackedDay>,
    /// What was charged, in rupiah.
    #[serde(default)]
    pub fine: i64,
    /// It was replayed before; nothing happened now.
    #[serde(skip)]
    pub before: bool,
}

impl Replayed {
    fn of(outcome: Outcome) -> Replayed {
        Replayed {
            outcome,
            conflicts: Vec::new(),
            due: None,
            fine: 0,
            before: false,
        }
    }

    fn not_recorded(code: &str) -> Replayed {
        Replayed::of(Outcome::NotRecorded).with(code, "not-recorded")
    }

    fn with(mut self, code: &str, decided: &str) -> Replayed {
        self.conflicts.push(Conflict::new(code, decided));
        self
    }
}

/// A short name of a text that must not be written down itself, as of a card: 16 hexadecimal digits.
pub fn fingerprint(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes())).chars().take(16).collect()
}

impl Library {
    /// Replays one line at the moment it happened, which is the act's.
    ///
    /// # Errors
    /// [`Error::Calendar`](crate::Error::Calendar), and what [`Library::write`] answers.
    pub fn replay(&mut self, act: &Act, event: &Event) -> Result<Replayed> {
        // A copy that another reader still has on paper came back before: an action of its own, so that each
        // transaction reads before it writes. After a cut between the two, the line is replayed as a whole again.
        if self.read(|snapshot| needs_taking_back(snapshot.sql(), act, event))? {
            self.write(act, |tx| take_back(tx, act, event))?;
            return self.write(act, |tx| replay(tx, act, event, true));
        }
        self.write(act, |tx| replay(tx, act, event, false))
    }

    /// What the lines would come to, one after the other, with nothing stored.
    ///
    /// # Errors
    /// As [`Library::replay`].
    pub fn rehearse_replay(&mut self, now: &Act, events: &[(Act, Event)]) -> Result<Vec<Replayed>> {
        self.rehearse(now, |tx| {
            let one = |(act, event): &(Act, Event)| {
                let back = needs_taking_back(tx.sql(), act, event)?;
                if back {
                    take_back(tx, act, event)?;
                }
                Ok(replay(tx, act, event, back)?.0)
            };
            let all: Result<Vec<Replayed>> = events.iter().map(one).collect();
            Ok((all?, None))
        })
    }
}

/// Whether the line lends a copy that another reader has had since before.
fn needs_taking_back(conn: &rusqlite::Connection, act: &Act, event: &Event) -> Result<bool> {
    let Deed::Checkout { card, item, .. } = &event.deed else {
        return Ok(false);
    };
    if event.undone || store::outcome(conn, &event.journal, line(event))?.is_some() {
        return Ok(false);
    }
    let (Some(member), Some(item)) = (facts::borrower(conn, card)?, facts::item(conn, item)?) else {
        return Ok(false);
    };
    let loan = facts::open_loan(conn, item.id)?;
    Ok(loan.is_some_and(|loan| loan.member != member.id && !began_later(&loan, act)))
}

fn take_back(tx: &Transaction<'_>, act: &Act, event: &Event) -> Result<((), Option<Entry>)> {
    let Deed::Checkout { item, .. } = &event.deed else {
        return Ok(((), None));
    };
    let (_, entry) = return_items(tx, act, std::slice::from_ref(item), &ReturnOptions::default())?;
    Ok(((), entry.map(|entry| of_line(entry, event))))
}

fn replay(tx: &Transaction<'_>, act: &Act, event: &Event, taken_back: bool) -> Result<(Replayed, Option<Entry>)> {
    let conn = tx.sql();
    if let Some(stored) = store::outcome(conn, &event.journal, line(event))? {
        let mut replayed = serde_json::from_str(&stored).unwrap_or_else(|_| Replayed::of(Outcome::NotRecorded));
        replayed.before = true;
        return Ok((replayed, None));
    }
    let (mut replayed, entry) = match &event.deed {
        _ if event.undone => (Replayed::of(Outcome::Undone), None),
        Deed::Undo { of } => (undo(conn, event, *of)?, None),
        Deed::Checkout {
            card,
            item,
            due,
            passed,
            note,
        } => {
            let lending = Lending {
                card,
                item,
                told: due.map(|due| due.0),
                passed,
                note: note.as_deref(),
            };
            lend(tx, act, &lending, event.again_renews)?
        }
        Deed::Renew { card, item, due } => renew_line(tx, act, card, item, due.map(|due| due.0))?,
        Deed::Return { item } => give_back(tx, act, item)?,
        Deed::Pay { card, amount } => paid(tx, act, card, *amount)?,
    };
    if taken_back {
        replayed
            .conflicts
            .insert(0, Conflict::new("item.on_loan", "taken-back-first"));
    }
    replayed.conflicts.splice(0..0, event.odd.iter().cloned());
    let stored = serde_json::to_string(&replayed).unwrap_or_default();
    store::remember(conn, &event.journal, line(event), &stored)?;
    let entry = entry.unwrap_or_else(|| Entry {
        action: "offline.replay",
        detail: json!({ "outcome": replayed.outcome }),
    });
    Ok((replayed, Some(of_line(entry, event))))
}

/// A checkout that happened.
struct Lending<'a> {
    card: &'a str,
    item: &'a str,
    told: Option<Date>,
    passed: &'a [String],
    note: Option<&'a str>,
}

fn lend(
    tx: &Transaction<'_>,
    act: &Act,
    lending: &Lending<'_>,
    again_renews: bool,
) -> Result<(Replayed, Option<Entry>)> {
    let conn = tx.sql();
    let Some(member) = facts::borrower(conn, lending.card)? else {
        return Ok((Replayed::not_recorded("member.unknown"), None));
    };
    let Some(item) = facts::item(conn, lending.item)? else {
        return Ok((Replayed::not_recorded("item.unknown"), None));
    };
    if let Some(loan) = facts::open_loan(conn, item.id)? {
        if loan.member != member.id {
            return Ok((Replayed::not_recorded("loan.began_later"), None));
        }
        if again_renews && loan.loaned() < act.day() {
            return renew_line(tx, act, lending.card, lending.item, lending.told);
        }
        let mut already = Replayed::of(Outcome::AlreadyLent);
        already.due = Some(PackedDay(loan.due));
        return Ok((already, None));
    }
    let policy = Policy::load(tx, act.day(), act.day())?;
    let rule = policy.rule(&member.member_type, &item);
    let terms = rule.map_or_else(Terms::default, |rule| rule.terms.clone());
    // The book is with the reader: that the membership was over is passed over, as it was there.
    let until = member.cut_to(act.day(), true);
    let by_rule = rules::due(&terms, act.day(), until, &policy.calendar)?.value;
    let told = lending.told.filter(|told| *told >= act.day());
    let differs = told.filter(|told| *told != by_rule);
    let mut options = CheckoutOptions {
        due: differs.or((rule.is_none()).then_some(by_rule)),
        ..CheckoutOptions::default()
    };
    let items = [lending.item.to_owned()];
    let mut conflicts = Vec::new();
    let (mut answer, mut entry) = checkout(tx, act, lending.card, &items, &options)?;
    if let Some(refused) = answer.refused.first() {
        conflicts = recorded(refused, lending.passed);
        options.over = over(refused, lending.note);
        (answer, entry) = checkout(tx, act, lending.card, &items, &options)?;
    }
    let Some(lent) = answer.loans.first() else {
        let codes = answer
            .refused
            .iter()
            .flat_map(|refused| refused.reasons.iter().map(Reason::code));
        let none = Replayed::of(Outcome::NotRecorded);
        return Ok((codes.fold(none, |none, code| none.with(code, "not-recorded")), None));
    };
    if rule.is_none() {
        conflicts.push(Conflict::new("rule.none", "recorded"));
    }
    if differs.is_some() {
        conflicts.push(Conflict::new("due.differs", "told-date-stands"));
    }
    let mut replayed = Replayed::of(Outcome::Lent);
    replayed.due = Some(PackedDay(lent.due));
    replayed.conflicts = conflicts;
    Ok((replayed, entry))
}

fn renew_line(
    tx: &Transaction<'_>,
    act: &Act,
    card: &str,
    barcode: &str,
    told: Option<Date>,
) -> Result<(Replayed, Option<Entry>)> {
    let conn = tx.sql();
    let Some(item) = facts::item(conn, barcode)? else {
        return Ok((Replayed::not_recorded("item.unknown"), None));
    };
    let Some(member) = facts::borrower(conn, card)? else {
        return Ok((Replayed::not_recorded("member.unknown"), None));
    };
    let loan = facts::open_loan(conn, item.id)?.filter(|loan| loan.member == member.id);
    let Some(loan) = loan else {
        return Ok((Replayed::not_recorded("item.not_on_loan"), None));
    };
    let which = Renewing::Items(vec![barcode.to_owned()]);
    let mut conflicts = Vec::new();
    let (mut answer, mut entry) = renew(tx, act, &which, &Override::default())?;
    if let Some(refused) = answer.refused.first() {
        conflicts = recorded(refused, &[]);
        (answer, entry) = renew(tx, act, &which, &over(refused, None))?;
    }
    let mut replayed = match answer.renewed.first() {
        Some(renewal) => {
            let mut replayed = Replayed::of(Outcome::Renewed);
            (replayed.due, replayed.fine) = (Some(PackedDay(renewal.due)), renewal.fine.whole());
            replayed.conflicts = conflicts;
            replayed
        }
        None => {
            let mut replayed = Replayed::of(Outcome::NotRecorded);
            replayed.due = Some(PackedDay(loan.due));
            let codes = answer
                .refused
                .iter()
                .flat_map(|refused| refused.reasons.iter().map(Reason::code));
            codes.fold(replayed, |replayed, code| replayed.with(code, "not-recorded"))
        }
    };
    if told.is_some_and(|told| Some(PackedDay(told)) != replayed.due) {
        replayed = replayed.with("due.differs", "own-date-stands");
    }
    Ok((replayed, entry))
}

fn give_back(tx: &Transaction<'_>, act: &Act, barcode: &str) -> Result<(Replayed, Option<Entry>)> {
    let conn = tx.sql();
    let Some(item) = facts::item(conn, barcode)? else {
        return Ok((Replayed::not_recorded("item.unknown"), None));
    };
    match facts::open_loan(conn, item.id)? {
        None => {
            let replayed = Replayed::of(Outcome::NotOnLoan).with("item.not_on_loan", "nothing-changed");
            Ok((replayed, None))
        }
        Some(loan) if began_later(&loan, act) => Ok((Replayed::not_recorded("loan.began_later"), None)),
        Some(_) => {
            let (answer, entry) = return_items(tx, act, &[barcode.to_owned()], &ReturnOptions::default())?;
            let mut replayed = Replayed::of(Outcome::Returned);
            replayed.fine = answer.returns.iter().map(|one| one.fine.whole()).sum();
            Ok((replayed, entry))
        }
    }
}

fn paid(tx: &Transaction<'_>, act: &Act, card: &str, amount: i64) -> Result<(Replayed, Option<Entry>)> {
    if facts::borrower(tx.sql(), card)?.is_none() {
        return Ok((Replayed::not_recorded("member.unknown"), None));
    }
    let Some(amount) =
        Money::from_whole(amount).filter(|amount| (1..=crate::circulation::charges::LARGEST).contains(&amount.whole()))
    else {
        return Ok((Replayed::not_recorded("charge.amount"), None));
    };
    let (_, entry) = pay(tx, act, card, amount, None)?;
    Ok((Replayed::of(Outcome::Paid), entry))
}

/// An undo of a line that was replayed before it came is for a person to see to.
fn undo(conn: &rusqlite::Connection, event: &Event, of: u64) -> Result<Replayed> {
    let stored = store::outcome(conn, &event.journal, i64::try_from(of).unwrap_or(i64::MAX))?;
    let before: Option<Replayed> = stored.and_then(|stored| serde_json::from_str(&stored).ok());
    Ok(match before {
        Some(before) if before.outcome != Outcome::Undone => Replayed::not_recorded("undo.too_late"),
        _ => Replayed::of(Outcome::Undone),
    })
}

/// The conflicts of a copy that is recorded although a rule refuses it.
fn recorded(refused: &RefusedItem, passed: &[String]) -> Vec<Conflict> {
    let decided = |code: &str| match passed.iter().any(|one| one == code) {
        true => "allowed-there",
        false => "recorded",
    };
    let codes = refused.reasons.iter().map(Reason::code);
    codes.map(|code| Conflict::new(code, decided(code))).collect()
}

/// Passes over what can be passed over: the book is with the reader.
fn over(refused: &RefusedItem, note: Option<&str>) -> Override {
    let codes = refused.reasons.iter().map(Reason::code);
    Override {
        codes: codes
            .filter(|code| OVERRIDABLE.contains(code))
            .map(str::to_owned)
            .collect(),
        note: Some(
            note.filter(|note| !note.trim().is_empty())
                .unwrap_or("offline")
                .to_owned(),
        ),
    }
}

fn began_later(loan: &OpenLoan, act: &Act) -> bool {
    // Stamps are of one length and one offset, so that their order is the order of time.
    loan.loaned_at > act.stamp()
}

fn line(event: &Event) -> i64 {
    i64::try_from(event.line).unwrap_or(i64::MAX)
}

/// The entry with the line that it comes from.
fn of_line(mut entry: Entry, event: &Event) -> Entry {
    entry.detail["offline"] = json!({ "journal": event.journal, "line": event.line });
    entry
}
