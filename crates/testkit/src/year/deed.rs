//! What somebody does at a library at a moment, as a value: made from a seed, played on any library.

use jiff::civil::DateTime;
use pustaka_core::calendar::Change;
use pustaka_core::catalog::record::Field as TitleField;
use pustaka_core::circulation::loans::LoanRow;
use pustaka_core::circulation::rules::Proposal;
use pustaka_core::events::plan::NewEvent;
use pustaka_core::events::roster::{Asking, Manner};
use pustaka_core::members::{ConsentKind, Enrolment};
use pustaka_core::surveys::NewSurvey;
use pustaka_core::surveys::follow_up::NewFollowUp;
use pustaka_core::{Act, StaffCode};

/// Somebody does something at a moment.
#[derive(Debug, Clone)]
pub struct Deed {
    /// When it happened: what was written on paper is entered a day later with its own moment.
    pub at: DateTime,
    /// Who.
    pub staff: &'static str,
    /// What.
    pub what: What,
}

impl Deed {
    /// Who acts, and when.
    ///
    /// # Panics
    /// Never: the generator makes valid moments and codes.
    pub fn act(&self) -> Act {
        Act {
            at: self.at.in_tz("Asia/Jakarta").expect("a moment"),
            staff: StaffCode::parse(self.staff).expect("a staff code"),
        }
    }
}

/// A record as a file's reader gives it.
pub type TitleRow = Vec<(TitleField, String)>;

/// How much of what is owed is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// All of it.
    All,
    /// Half, in whole coins of 500.
    Half,
    /// Ten times of it is typed and taken back, and then all of it.
    Mistyped,
    /// A note of 5,000 more, which is given back.
    Over,
}

/// What is done. People and copies are named as at a desk: by card and barcode.
#[derive(Debug, Clone)]
pub enum What {
    /// A setting is set.
    Setting(&'static str, &'static str),
    /// Loan rules are made.
    Rules(Vec<Proposal>),
    /// The calendar changes, and what follows is moved.
    Calendar(Change),
    /// Titles and copies come in as a batch of this name.
    Titles(String, Vec<TitleRow>),
    /// The title with this number gets another class.
    Classify(i64, &'static str),
    /// Open loans of another system are taken over.
    TakeOver(Vec<LoanRow>),
    /// Somebody becomes a member.
    Enrol(Enrolment),
    /// A membership is renewed.
    RenewMember(String),
    /// A member is forgotten.
    Erase(String),
    /// A member withdraws a consent.
    Withdraw(String, ConsentKind),
    /// Copies are lent.
    Lend(String, Vec<String>),
    /// Copies are lent by mistake, and that is taken back at once.
    Mistake(String, Vec<String>),
    /// Copies come back.
    Return(Vec<String>),
    /// Of these copies, a member brings back what they have.
    BringBack(String, Vec<String>),
    /// Copies that were read in the library are put back.
    InHouse(Vec<String>),
    /// A copy is renewed.
    Renew(String),
    /// A member asks for the title of a copy.
    Hold(String, String),
    /// A member gives the hold on the title of a copy up.
    CancelHold(String, String),
    /// A member comes for what was set aside: the first of these copies that the desk lends to them.
    Fetch(String, Vec<String>),
    /// A member pays.
    Pay(String, Share),
    /// A copy on loan is lost.
    Lost(String),
    /// A lost copy is there again.
    Found(String),
    /// Somebody looks for something.
    Search(String),
    /// An event is planned.
    AddEvent(Box<NewEvent>),
    /// An event is cancelled.
    CancelEvent(String, String),
    /// Somebody asks for a place.
    Register(String, Box<Asking>, Manner),
    /// Whoever has these numbers within an event gives their place up.
    GiveUp(String, Vec<i64>),
    /// Whoever has these numbers within an event comes to a session; of a group so many heads.
    CheckIn(String, i64, Vec<i64>, Option<i64>),
    /// A survey begins.
    Survey(Box<NewSurvey>),
    /// Answers of a survey come in as a file of this name: its rows, the headings first.
    Answers(String, String, Vec<Vec<String>>),
    /// A line is added to the plan that follows a survey.
    FollowUp(Box<NewFollowUp>),
    /// The line of the plan with this number is done.
    FollowedUp(i64, &'static str),
}
