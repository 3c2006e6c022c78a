//! The page of a day: what the head reads in the morning.
//!
//! A value is `None` where it is not known: visits that nobody counts, a day before the library had this program.

use jiff::civil::Date;
use serde::Serialize;

use super::figure::Figure;
use crate::values::codes::codes;

/// The page of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The library's name; empty when it was not set.
    pub library: String,
    /// The day that it tells of: over, and closed by the night.
    pub day: Date,
    /// The spans that are compared.
    pub spans: Spans,
    /// The figures, in the order they are shown, in groups that belong together.
    pub sections: Vec<Section>,
    /// Loans by class in the spans, in the order of classes; every class stands in it, and they add up to the loans. Where
    /// those are not known, none of them is.
    pub classes: Vec<ClassLoans>,
    /// The last survey of each instrument that publishes an index, the newest first.
    pub surveys: Vec<SurveyFigure>,
    /// What needs a person today; the most pressing first. Nothing with a count of zero.
    pub attention: Vec<Attention>,
}

/// The spans that are compared: the month up to the day; as much of the month before; the same of the year before. Where
/// the day is the last of its month, the whole of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spans {
    /// The month so far.
    pub month: Span,
    /// The month before, up to the same day of the month.
    pub month_before: Span,
    /// The same month of the year before, up to the same day.
    pub year_before: Span,
}

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Span {
    /// The span of one day.
    pub fn of(day: Date) -> Span {
        Span { first: day, last: day }
    }

    /// The day so many days after the first; the last for more than there are.
    pub fn day(&self, place: usize) -> Date {
        let days = i64::try_from(place).unwrap_or(i64::MAX);
        let day = self
            .first
            .checked_add(jiff::SignedDuration::from_hours(days.saturating_mul(24)));
        day.unwrap_or(self.last).min(self.last)
    }

    /// Its days, from the first to the last.
    pub fn days(&self) -> impl Iterator<Item = Date> + use<> {
        let last = self.last;
        let next = move |day: &Date| day.tomorrow().ok().filter(|day| *day <= last);
        std::iter::successors((self.first <= self.last).then_some(self.first), next)
    }
}

codes! {
    /// A group of figures.
    SectionCode {
        /// Visits, loans, returns, overdue.
        Services = "services",
        /// Members and holds.
        Readers = "readers",
        /// Searches without a hit, what was bought.
        Collection = "collection",
        /// Events.
        Events = "events",
        /// Money and what was promised.
        Office = "office",
    }
}

/// A group of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which.
    pub code: SectionCode,
    /// Its figures.
    pub rows: Vec<Row>,
}

/// A figure in its spans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which figure.
    pub figure: Figure,
    /// On the day.
    pub day: Option<i64>,
    /// In the month so far, or at its end.
    pub month: Option<i64>,
    /// In the month before.
    pub month_before: Option<i64>,
    /// In the year before.
    pub year_before: Option<i64>,
    /// Day by day, from the first of the month before to the day; for a small chart.
    pub days: Vec<(Date, Option<i64>)>,
    /// Which of those days are known, also where no day by itself has a value.
    pub known: Option<Span>,
    /// The command that shows the rows behind the month's value.
    pub command: String,
}

/// Loans of one class of the collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassLoans {
    /// `000`, `100`, … `900`, `2X` (Islam), `other` (not decimal, or without a class). Mutually exclusive.
    pub class: String,
    /// In the month so far.
    pub month: Option<i64>,
    /// In the month before.
    pub month_before: Option<i64>,
    /// In the year before.
    pub year_before: Option<i64>,
}

/// What a survey came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyFigure {
    /// Its key.
    pub survey: String,
    /// Its name.
    pub name: String,
    /// The last day of answers.
    pub closes: Date,
    /// Respondents.
    pub respondents: u64,
    /// The index, `"87.28"`.
    pub index: String,
    /// Its class, `B`.
    pub class: String,
    /// The 95 % interval, where there are enough answers.
    pub interval95: Option<[String; 2]>,
    /// The index of the survey before it with the same instrument.
    pub before: Option<String>,
}

codes! {
    /// What needs a person.
    AttentionCode {
        /// A step of the last night failed.
        NightFailed = "night-failed",
        /// The last good backup is older than two days.
        BackupOld = "backup-old",
        /// Notices that no channel could deliver: to be told by telephone or in person.
        NoticesUndelivered = "notices-undelivered",
        /// Mails of which nobody knows whether they went out: to be looked up, and marked.
        NoticesUnknown = "notices-unknown",
        /// Mails of the days before that have not gone out.
        MailsUnsent = "mails-unsent",
        /// Notices that wait to be sent by hand (WhatsApp, letters).
        NoticesToSend = "notices-to-send",
        /// Copies that stand on the ready shelf and are to go back or on to the next reader.
        HoldsToClear = "holds-to-clear",
        /// Loans overdue by so long that somebody should call.
        LongOverdue = "long-overdue",
        /// Lines of plans that are overdue.
        FollowUps = "follow-ups",
        /// Events of the next days with places left or with a full waiting list.
        EventsSoon = "events-soon",
        /// Titles for which more readers wait than the target says, per copy.
        ManyWaiting = "many-waiting",
        /// The national holidays of the next year are not in the calendar yet.
        CalendarEnds = "calendar-ends",
        /// A survey is due: none closed in the last year.
        SurveyDue = "survey-due",
    }
}

/// What the commands of [`AttentionCode`] depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leads {
    /// Today.
    pub today: Date,
    /// Events up to this day are soon.
    pub soon: Date,
    /// A loan is overdue for long from so many days on.
    pub long_overdue_days: i64,
    /// The first year whose holidays are not known.
    pub year_without_holidays: i16,
}

impl AttentionCode {
    /// The command that shows what is counted; of the holidays, the one that brings them in.
    #[must_use]
    pub fn command(self, leads: &Leads) -> String {
        let Leads { today, soon, .. } = leads;
        match self {
            AttentionCode::NightFailed => "nightly-report run -v".to_owned(),
            AttentionCode::BackupOld => "library-db doctor".to_owned(),
            AttentionCode::NoticesUndelivered => "notice-outbox text --calls".to_owned(),
            AttentionCode::NoticesUnknown => "notice-outbox list --state unknown".to_owned(),
            AttentionCode::MailsUnsent => "notice-outbox list --unsent".to_owned(),
            AttentionCode::NoticesToSend => "notice-outbox list --by-hand".to_owned(),
            AttentionCode::HoldsToClear => "nightly-report rows holds-to-clear".to_owned(),
            AttentionCode::LongOverdue => format!("loan overdue --days {}", leads.long_overdue_days),
            AttentionCode::FollowUps => "survey-tally follow-up list --overdue".to_owned(),
            AttentionCode::EventsSoon => format!("event-roster list --to-fill --from {today} --to {soon}"),
            AttentionCode::ManyWaiting => "nightly-report rows many-waiting".to_owned(),
            AttentionCode::CalendarEnds => {
                format!("library-db calendar import libur-{}.csv", leads.year_without_holidays)
            }
            AttentionCode::SurveyDue => "survey-tally list".to_owned(),
        }
    }
}

/// Something that needs a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attention {
    /// What.
    pub code: AttentionCode,
    /// How many.
    pub count: u64,
    /// The command that shows them.
    pub command: String,
}
