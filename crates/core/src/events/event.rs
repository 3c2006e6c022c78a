//! An event as it is planned.

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use crate::values::codes::codes;
use crate::values::ids::EventId;
use crate::values::money::Money;

codes! {
    /// What an event is.
    Kind {
        /// Readers talk about a book (*diskusi buku*).
        BookDiscussion = "book-discussion",
        /// Somebody speaks (*seminar*).
        Seminar = "seminar",
        /// Something is made or practised (*lokakarya*).
        Workshop = "workshop",
        /// The use of computers and digital collections (*pelatihan TI*).
        ItTraining = "it-training",
        /// Finding, judging and using information (*literasi informasi*).
        InformationLiteracy = "information-literacy",
        /// A class or another group comes (*kunjungan*).
        Visit = "visit",
        /// A competition (*lomba*).
        Competition = "competition",
        /// Stories for children (*mendongeng*).
        Storytelling = "storytelling",
    }
}

/// What is said about an event, apart from its times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its name.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// Where.
    pub place: Option<String>,
    /// Who speaks or leads.
    pub speaker: Option<String>,
    /// With whom the library holds it.
    pub partner: Option<String>,
    /// For whom it is meant, in words.
    pub audience: Option<String>,
    /// A few sentences for the calendar.
    pub about: Option<String>,
    /// Most heads; none for no bound.
    pub capacity: Option<i64>,
    /// From when on places are given; none: at once.
    pub opens: Option<DateTime>,
    /// Until when places are given, this minute included; none: until the end of the last session.
    pub closes: Option<DateTime>,
    /// Least age in years on the first day.
    pub age_min: Option<i64>,
    /// Most age in years on the first day.
    pub age_max: Option<i64>,
    /// Percent of the sessions that a certificate asks for; none gives no certificates.
    pub share: Option<i64>,
    /// What it cost the library, in rupiah.
    pub cost: Option<Money>,
}

impl Plan {
    /// A plan with a name and a kind, and nothing else said: no bounds, certificates for three quarters of the sessions.
    pub fn new(title: impl Into<String>, kind: Kind) -> Plan {
        Plan {
            title: title.into(),
            kind,
            place: None,
            speaker: None,
            partner: None,
            audience: None,
            about: None,
            capacity: None,
            opens: None,
            closes: None,
            age_min: None,
            age_max: None,
            share: Some(75),
            cost: None,
        }
    }
}

/// From when until when, in the library's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Its first minute.
    pub starts: DateTime,
    /// Its end.
    pub ends: DateTime,
}

/// One session of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventSession {
    /// Its number within the event, from 1; it stays when the session is moved.
    pub number: i64,
    /// When.
    pub span: Span,
}

impl EventSession {
    /// The day on which it begins.
    pub fn day(&self) -> Date {
        self.span.starts.date()
    }
}

/// An event as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id; people use the key.
    pub id: EventId,
    /// The name that people type.
    pub key: String,
    /// What calendars know it by, for ever.
    pub uid: String,
    /// Rises with every change that a calendar shows.
    pub sequence: i64,
    /// What is said about it.
    pub plan: Plan,
    /// Its sessions, by number.
    pub sessions: Vec<EventSession>,
    /// Heads that hold a place.
    pub taken: i64,
    /// Why it was cancelled.
    pub cancelled: Option<String>,
    /// When it was entered, as [`crate::Act::stamp`] has it.
    pub created_at: String,
    /// When something about it was last changed.
    pub changed_at: String,
}

impl Event {
    /// When the first session begins.
    pub fn first(&self) -> Option<DateTime> {
        self.sessions.iter().map(|session| session.span.starts).min()
    }

    /// When the last session ends.
    pub fn last(&self) -> Option<DateTime> {
        self.sessions.iter().map(|session| session.span.ends).max()
    }

    /// Whether all its sessions are over.
    pub fn is_over(&self, now: DateTime) -> bool {
        self.last().is_some_and(|ends| ends <= now)
    }

    /// The session with this number.
    pub fn session(&self, number: i64) -> Option<&EventSession> {
        self.sessions.iter().find(|session| session.number == number)
    }

    /// How it stands at a moment.
    pub fn phase(&self, now: DateTime) -> Phase {
        match (&self.cancelled, self.first()) {
            (Some(_), _) => Phase::Cancelled,
            _ if self.is_over(now) => Phase::Over,
            (None, Some(first)) if first <= now => Phase::Running,
            _ => Phase::Planned,
        }
    }
}

/// How an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Its first session is to come.
    Planned,
    /// Between its first and its last session.
    Running,
    /// Its last session is over.
    Over,
    /// It does not take place.
    Cancelled,
}
