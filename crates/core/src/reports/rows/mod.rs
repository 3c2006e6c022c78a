//! The rows behind a figure: what it counts, one by one, so that anybody can add it up again.
//!
//! A row about a loan or a hold names the title and the kind of reader, never the reader; a row about a member names no
//! title (rules.md, section 7). Names are for the desk alone (`loan overdue`).

pub(super) mod store;

use jiff::civil::Date;
use serde::Serialize;

use super::attention;
use super::daily::store::mark_before;
use super::daily::values::Known;
use super::figure::{Figure, Kind};
use super::page::Span;
use crate::error::Result;
use crate::library::{Library, Snapshot};
use crate::settings::WAITING_PER_COPY;

/// A loan, by what was lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoanRow {
    /// The day it counts for: of the checkout, the renewal, the return; for what stands, the last day of the span.
    #[serde(serialize_with = "iso")]
    pub day: Date,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Class of the title.
    pub class: Option<String>,
    /// Code of the reader's type.
    pub member_type: String,
    /// The day of the checkout.
    #[serde(serialize_with = "iso")]
    pub loaned: Date,
    /// The due date: as it stands, or as it stood on the day.
    #[serde(serialize_with = "iso")]
    pub due: Date,
    /// `returned`, `lost`, or neither.
    pub ended: Option<String>,
}

/// A hold, by what is waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoldRow {
    /// The day it was placed.
    #[serde(serialize_with = "iso")]
    pub placed: Date,
    /// Title.
    pub title: String,
    /// Class of the title.
    pub class: Option<String>,
    /// Barcode of the copy that was set aside.
    pub item: Option<String>,
    /// Since when it stands ready.
    #[serde(serialize_with = "optional_iso")]
    pub ready: Option<Date>,
}

/// A member, without what they read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberRow {
    /// The day of enrolment.
    #[serde(serialize_with = "iso")]
    pub joined: Date,
    /// Card; none when the member was erased.
    pub card: Option<String>,
    /// Code of the type.
    pub member_type: String,
}

/// A copy that was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemRow {
    /// The day.
    #[serde(serialize_with = "iso")]
    pub received: Date,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Class of the title.
    pub class: Option<String>,
    /// Where it comes from: `bought`, `given` …
    pub source: String,
    /// Whether it was lent up to the end of the span.
    pub lent: bool,
}

/// Something that is counted on a day and has a number of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountRow {
    /// The day.
    #[serde(serialize_with = "iso")]
    pub day: Date,
    /// What: the words of a search, a title that was used in the library, a session of an event.
    pub what: String,
    /// Barcode of the copy, key of the event.
    pub of: Option<String>,
    /// How many times, or heads.
    pub count: i64,
}

/// Money at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoneyRow {
    /// The day.
    #[serde(serialize_with = "iso")]
    pub day: Date,
    /// Number of the entry in the ledger.
    pub entry: i64,
    /// `payment` or `refund`.
    pub kind: String,
    /// Who booked it.
    pub staff: String,
    /// In rupiah; a refund is below zero.
    pub amount: i64,
}

/// A line of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// Its number.
    pub follow_up: i64,
    /// Key of the survey.
    pub survey: String,
    /// What is to be done.
    pub action: String,
    /// Who sees to it.
    pub owner: String,
    /// Until when.
    #[serde(serialize_with = "iso")]
    pub due: Date,
}

/// A copy to be taken off the ready shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClearRow {
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Until when it stood ready.
    #[serde(serialize_with = "optional_iso")]
    pub until: Option<Date>,
    /// Whether it stands ready for the next reader: it stays on the shelf, with another slip.
    pub next: bool,
}

/// A title for which many wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaitingRow {
    /// Title.
    pub title: String,
    /// Its class.
    pub class: Option<String>,
    /// Readers who wait.
    pub waiting: i64,
    /// Copies that may be lent.
    pub copies: i64,
}

fn iso<S: serde::Serializer>(day: &Date, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

fn optional_iso<S: serde::Serializer>(day: &Option<Date>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}

/// The rows of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Rows {
    /// Of loans.
    Loans(Vec<LoanRow>),
    /// Of holds.
    Holds(Vec<HoldRow>),
    /// Of members.
    Members(Vec<MemberRow>),
    /// Of copies.
    Items(Vec<ItemRow>),
    /// Of uses, searches, sessions.
    Counts(Vec<CountRow>),
    /// Of the ledger.
    Money(Vec<MoneyRow>),
    /// Of plans.
    Plans(Vec<PlanRow>),
    /// Nothing is counted: the figure is not known.
    Unknown,
}

/// The rows behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRows {
    /// Which figure.
    pub figure: Figure,
    /// The days that are counted: those of the span of which the figure is known; for what stands, the last of them.
    pub days: Option<Span>,
    /// The rows.
    pub rows: Rows,
}

impl FigureRows {
    /// What the rows add up to: the figure. None when it is not known.
    pub fn total(&self) -> Option<i64> {
        let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
        Some(match &self.rows {
            Rows::Loans(rows) => count(rows.len()),
            Rows::Holds(rows) => count(rows.len()),
            Rows::Members(rows) => count(rows.len()),
            Rows::Items(rows) => count(rows.len()),
            Rows::Counts(rows) if self.figure == Figure::EventSessions => count(rows.len()),
            Rows::Counts(rows) => rows.iter().map(|row| row.count).sum(),
            Rows::Money(rows) => rows.iter().map(|row| row.amount).sum(),
            Rows::Plans(rows) => count(rows.len()),
            Rows::Unknown => return None,
        })
    }
}

impl Library {
    /// The rows behind a figure of a span: what happened in it, or what stood at the end of its last day that is closed.
    ///
    /// # Errors
    /// Storage errors.
    pub fn figure_rows(&self, figure: Figure, span: Span) -> Result<FigureRows> {
        self.read(|snapshot| rows(snapshot, figure, span))
    }

    /// The days that are closed; none before the first night.
    ///
    /// # Errors
    /// Storage errors.
    pub fn closed_days(&self) -> Result<Option<Span>> {
        self.read(|snapshot| Ok(Known::load(snapshot)?.closed()))
    }

    /// The copies that are to be taken off the ready shelf.
    ///
    /// # Errors
    /// Storage errors.
    pub fn holds_to_clear(&self, today: Date) -> Result<Vec<ClearRow>> {
        self.read(|snapshot| attention::each_to_clear(snapshot, today))
    }

    /// The titles for which more readers wait than the setting says for each copy, the most first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn many_waiting(&self) -> Result<Vec<WaitingRow>> {
        self.read(|snapshot| {
            let most = WAITING_PER_COPY.whole(snapshot)?;
            attention::store::each_waiting(snapshot.sql(), most)
        })
    }
}

fn rows(snapshot: &Snapshot<'_>, figure: Figure, span: Span) -> Result<FigureRows> {
    let days = Known::load(snapshot)?.days(figure, span);
    let days = days.map(|days| match figure.kind() {
        Kind::Flow => days,
        Kind::Level => Span::of(days.last),
    });
    let rows = match days {
        Some(days) => counted(snapshot, figure, days)?,
        None => Rows::Unknown,
    };
    Ok(FigureRows { figure, days, rows })
}

fn counted(snapshot: &Snapshot<'_>, figure: Figure, days: Span) -> Result<Rows> {
    let conn = snapshot.sql();
    Ok(match figure {
        Figure::Visits => Rows::Unknown,
        Figure::Loans => Rows::Loans(store::loans(conn, days, mark_before(conn, days.first)?)?),
        Figure::Renewals => Rows::Loans(store::renewals(conn, days)?),
        Figure::Returns => Rows::Loans(store::returns(conn, days)?),
        Figure::OnLoan => Rows::Loans(store::on_loan(conn, days.last)?),
        Figure::Overdue => {
            let mut loans = store::on_loan(conn, days.last)?;
            loans.retain(|loan| loan.due <= days.last);
            loans.sort_by(|one, other| (one.due, &one.item).cmp(&(other.due, &other.item)));
            Rows::Loans(loans)
        }
        Figure::HoldsPlaced => Rows::Holds(store::holds_placed(conn, days)?),
        Figure::HoldsWaiting => Rows::Holds(store::holds_at(conn, days.last, false)?),
        Figure::HoldsReady => Rows::Holds(store::holds_at(conn, days.last, true)?),
        Figure::NewMembers => Rows::Members(store::members(conn, days)?),
        Figure::InHouse => Rows::Counts(store::in_house(conn, days)?),
        Figure::UnmetSearches => Rows::Counts(store::searches(conn, days)?),
        Figure::EventSessions | Figure::EventHeads => Rows::Counts(store::sessions(conn, days)?),
        Figure::ItemsBought => Rows::Items(store::items(conn, days, true)?),
        Figure::ItemsGiven => Rows::Items(store::items(conn, days, false)?),
        Figure::BoughtAndLent => {
            let mut items = store::items(conn, days, true)?;
            items.retain(|item| item.lent);
            Rows::Items(items)
        }
        Figure::MoneyReceived => Rows::Money(store::money(conn, days)?),
        Figure::FollowUpsOverdue => Rows::Plans(store::plans(conn, days.last)?),
    })
}
