//! Taking copies back. A return needs the copy alone, and tells the clerk what to do with it.

use jiff::civil::Date;
use serde_json::json;

use super::RefusedItem;
use super::ending::Ending;
use super::lost::{self, FoundAnswer};
use super::store::{self, LastLoan};
use super::undo::{GivenBack, Undo};
use crate::act::Act;
use crate::catalog::record::ItemStatus;
use crate::circulation::holds::{HoldLine, Moved};
use crate::circulation::rules::Lateness;
use crate::circulation::store as facts;
use crate::circulation::{ItemFacts, OpenLoan, Place, Reason};
use crate::decision::{Decision, Step};
use crate::error::Result;
use crate::journal::Entry;
use crate::library::Transaction;
use crate::values::ids::LoanId;
use crate::values::money::Money;

/// How a return is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnOptions {
    /// Count copies that are on loan to nobody as read in the library.
    pub in_house: bool,
    /// The copies go to be mended.
    pub to_repair: bool,
    /// The branch or room where the desk is: copies of another one are sent there.
    pub here: Option<String>,
}

/// What returns came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnAnswer {
    /// Loans that are over.
    pub returns: Vec<Return>,
    /// Copies kept as lost or missing that are there again.
    pub found: Vec<FoundAnswer>,
    /// Copies that nobody has on loan: returned before, or read in the library.
    pub not_on_loan: Vec<NotOnLoan>,
    /// What can't be taken back, and why.
    pub refused: Vec<RefusedItem>,
    /// What moved in the queues.
    pub moved: Moved,
    /// Takes the returns back, as long as nothing happened to them.
    pub undo: Option<Undo>,
}

/// A loan that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// Number of the loan.
    pub loan: LoanId,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Card of the member.
    pub card: String,
    /// Name of the member.
    pub name: String,
    /// The last day on which it was not late.
    pub due: Date,
    /// The day.
    pub returned: Date,
    /// Days late, as the rule counts them.
    pub late_days: i64,
    /// What was charged.
    pub fine: Money,
    /// The last day without loans, when the rule suspends.
    pub suspended_until: Option<Date>,
    /// What the member owes now, in rupiah; below zero for a credit.
    pub owed: i64,
    /// How lateness, fine and suspension came about.
    pub steps: Vec<Step>,
    /// What to do with the copy.
    pub next: Next,
}

/// A copy that nobody has on loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotOnLoan {
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// When it was returned last, ISO 8601 with offset; none when it was never lent.
    pub returned_at: Option<String>,
    /// Whether it was counted as read in the library.
    pub in_house: bool,
    /// What to do with the copy.
    pub next: Next,
}

/// What to do with a copy in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Back on the shelf.
    Shelve(Place),
    /// Set aside for the next reader.
    SetAside(Box<HoldLine>),
    /// To be mended.
    Repair,
    /// To the branch where it belongs.
    OtherBranch {
        /// Which.
        location: String,
    },
    /// It was taken out of the collection: it goes to whoever sees to that.
    Withdrawn,
}

impl Next {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Next::Shelve(_) => "shelve",
            Next::SetAside(_) => "set-aside",
            Next::Repair => "repair",
            Next::OtherBranch { .. } => "other-branch",
            Next::Withdrawn => "withdrawn",
        }
    }
}

/// A copy in hand, and what is known of it.
struct InHand {
    item: ItemFacts,
    loan: Option<OpenLoan>,
    last: Option<LastLoan>,
}

/// What becomes of a copy, before it is known who is next.
enum Became {
    Returned(Box<OpenLoan>, Decision<Lateness>),
    Found(FoundAnswer),
    NotOnLoan,
}

pub(crate) fn return_items(
    tx: &Transaction<'_>,
    act: &Act,
    items: &[String],
    options: &ReturnOptions,
) -> Result<(ReturnAnswer, Option<Entry>)> {
    let mut answer = ReturnAnswer::default();
    let in_hand = in_hand(tx, act, items, &mut answer)?;
    let mut ending = ending_of(tx, act, &in_hand)?;
    let mut became = Vec::with_capacity(in_hand.len());
    let mut back = Vec::new();
    for one in in_hand {
        let mut item = one.item;
        let was = item.status;
        let what = match one.loan {
            Some(loan) => {
                let before = ending.party(loan.member)?.member.suspended_until;
                let (late, charge) = ending.charge_lateness(act, &item, &loan)?;
                ending.end(act, loan.id, Some(loan.member), "returned")?;
                mend_status(&mut ending, &mut item, options);
                let after = ending.party(loan.member)?.member.suspended_until;
                back.push(GivenBack {
                    loan: loan.clone(),
                    charge,
                    status: was,
                    suspended: (before, after),
                });
                Became::Returned(Box::new(loan), late)
            }
            None if lost::is_away(&item) => {
                let found = lost::come_home(tx, act, &mut ending, &mut item, one.last.as_ref())?;
                mend_status(&mut ending, &mut item, options);
                Became::Found(found)
            }
            None => {
                if options.to_repair {
                    mend_status(&mut ending, &mut item, options);
                }
                Became::NotOnLoan
            }
        };
        ending.come_back(&item);
        became.push((item, one.last, what));
    }
    answer.moved = ending.queues.moved(tx)?;
    for (item, last, what) in &became {
        let next = next(&mut ending, item, &answer.moved, tx, options)?;
        told(
            &mut answer,
            &mut ending,
            act,
            options,
            (item, last.as_ref(), what, next),
        )?;
    }
    let in_house: Vec<&ItemFacts> = became
        .iter()
        .filter(|(_, _, what)| options.in_house && matches!(what, Became::NotOnLoan))
        .map(|(item, _, _)| item)
        .collect();
    let entry = entry(&answer, in_house.len(), &ending);
    if entry.is_some() {
        ending.store(tx, act)?;
        for item in &in_house {
            store::count_in_house(tx.sql(), item.id, act.day())?;
        }
    }
    answer.undo = Undo::returns(back, act);
    Ok((answer, entry))
}

/// The copies that are there, each once; what can't be taken back is refused.
fn in_hand(tx: &Transaction<'_>, act: &Act, items: &[String], answer: &mut ReturnAnswer) -> Result<Vec<InHand>> {
    let conn = tx.sql();
    let mut in_hand: Vec<InHand> = Vec::with_capacity(items.len());
    let mut seen: Vec<&str> = Vec::with_capacity(items.len());
    for barcode in items.iter().map(|barcode| barcode.trim()) {
        if seen.contains(&barcode) {
            continue;
        }
        seen.push(barcode);
        let mut refuse = |title, reason| {
            answer.refused.push(RefusedItem {
                item: barcode.to_owned(),
                title,
                reasons: vec![reason],
            });
        };
        let Some(item) = facts::item(conn, barcode)? else {
            refuse(None, Reason::ItemUnknown);
            continue;
        };
        let loan = facts::open_loan(conn, item.id)?;
        if let Some(loaned) = loan.as_ref().map(OpenLoan::loaned).filter(|loaned| *loaned > act.day()) {
            refuse(Some(item.title), Reason::LoanBeganLater { loaned });
            continue;
        }
        let last = match loan {
            None => store::last(conn, item.id)?,
            Some(_) => None,
        };
        in_hand.push(InHand { item, loan, last });
    }
    Ok(in_hand)
}

/// Reads what the returns need: also the members whose lost copies are found.
fn ending_of(tx: &Transaction<'_>, act: &Act, in_hand: &[InHand]) -> Result<Ending> {
    let with_loan = in_hand
        .iter()
        .filter_map(|one| Some((one.item.clone(), one.loan.clone()?)));
    let with_loan: Vec<_> = with_loan.collect();
    let titles: Vec<_> = in_hand.iter().map(|one| one.item.title_id).collect();
    let mut ending = Ending::load(tx, act, &with_loan, &titles)?;
    for one in in_hand
        .iter()
        .filter(|one| one.loan.is_none() && lost::is_away(&one.item))
    {
        if let Some(member) = one.last.as_ref().filter(|last| last.lost).and_then(|last| last.member) {
            ending.read_party(tx, member)?;
        }
    }
    Ok(ending)
}

/// A copy in hand is not missing; one that is to be mended says so.
fn mend_status(ending: &mut Ending, item: &mut ItemFacts, options: &ReturnOptions) {
    if options.to_repair {
        ending.set_status(item, ItemStatus::Repair);
    } else if lost::is_away(item) {
        ending.set_status(item, ItemStatus::Available);
    }
}

/// What to do with a copy.
pub(super) fn next(
    ending: &mut Ending,
    item: &ItemFacts,
    moved: &Moved,
    tx: &Transaction<'_>,
    options: &ReturnOptions,
) -> Result<Next> {
    if let Some(held) = ending.queues.of(item.title_id).ready_for(item.id) {
        let moved = moved.ready.iter().find(|line| line.hold == held.id).cloned();
        let line = match moved {
            Some(line) => Some(line),
            None => crate::circulation::holds::store::line_of(tx.sql(), held.id)?,
        };
        if let Some(line) = line {
            return Ok(Next::SetAside(Box::new(line)));
        }
    }
    let elsewhere = || {
        let (here, there) = (options.here.as_deref()?, item.place.location.as_deref()?);
        (!here.trim().eq_ignore_ascii_case(there.trim())).then(|| there.to_owned())
    };
    Ok(match (item.status, elsewhere()) {
        (ItemStatus::Repair, _) => Next::Repair,
        (ItemStatus::Withdrawn, _) => Next::Withdrawn,
        (_, Some(location)) => Next::OtherBranch { location },
        _ => Next::Shelve(item.place.clone()),
    })
}

/// Adds what became of one copy to the answer.
fn told(
    answer: &mut ReturnAnswer,
    ending: &mut Ending,
    act: &Act,
    options: &ReturnOptions,
    (item, last, what, next): (&ItemFacts, Option<&LastLoan>, &Became, Next),
) -> Result<()> {
    let (barcode, title) = (item.barcode.clone(), item.title.clone());
    match what {
        Became::Returned(loan, late) => {
            let party = ending.party(loan.member)?;
            answer.returns.push(Return {
                loan: loan.id,
                item: barcode,
                title,
                card: party.member.card.clone(),
                name: party.member.name.clone(),
                due: loan.due,
                returned: act.day(),
                late_days: late.value.late_days,
                fine: late.value.fine,
                suspended_until: late.value.suspended_until,
                owed: party.book.account().balance(),
                steps: late.steps.clone(),
                next,
            });
        }
        Became::Found(found) => {
            let found = FoundAnswer { next, ..found.clone() };
            answer.found.push(found);
        }
        Became::NotOnLoan => answer.not_on_loan.push(NotOnLoan {
            item: barcode,
            title,
            returned_at: last.and_then(|last| last.ended_at.clone()),
            in_house: options.in_house,
            next,
        }),
    }
    Ok(())
}

/// Nothing is stored, and nothing noted, when nothing changes: a copy that is returned twice.
fn entry(answer: &ReturnAnswer, in_house: usize, ending: &Ending) -> Option<Entry> {
    let loans: Vec<LoanId> = answer.returns.iter().map(|one| one.loan).collect();
    let found: Vec<LoanId> = answer.found.iter().filter_map(|one| one.loan).collect();
    let nothing = loans.is_empty() && answer.found.is_empty() && in_house == 0;
    if nothing && !ending.moves_anything() {
        return None;
    }
    let mut detail = json!({ "loans": loans });
    if !answer.found.is_empty() {
        detail["found"] = json!({ "items": answer.found.len(), "loans": found });
    }
    if in_house > 0 {
        detail["in_house"] = json!(in_house);
    }
    Some(Entry {
        action: "loan.return",
        detail,
    })
}
