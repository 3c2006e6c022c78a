//! Ids: each kind of record has a type of its own, so that none is taken for another. They are made by the program
//! from counters that only grow, and never shown where a card or a barcode can be.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// Defines types of ids.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident counts $counter:literal),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The counter that makes these ids.
            #[allow(dead_code, reason = "an import counts titles and copies by the batch")]
            pub(crate) const COUNTER: &'static str = $counter;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map($name)
            }
        }
    )+ };
}

ids! {
    /// A member.
    MemberId counts "member",
    /// A consent of a member.
    ConsentId counts "consent",
    /// A title of the catalogue.
    TitleId counts "title",
    /// A copy of a title.
    ItemId counts "item",
    /// A closure of the library.
    ClosureId counts "closure",
    /// A loan rule.
    RuleId counts "loan_rule",
    /// A group of readers, as statistics know them.
    GroupId counts "reader_group",
    /// A loan.
    LoanId counts "loan",
    /// A hold.
    HoldId counts "hold",
    /// A tour of a courier.
    RoundId counts "delivery_round",
    /// An entry of the ledger.
    LedgerId counts "ledger",
    /// A survey among readers.
    SurveyId counts "survey",
    /// An instrument as stored.
    InstrumentId counts "instrument",
    /// A file of answers that was brought in.
    SurveyBatchId counts "survey_batch",
    /// What one respondent answered.
    ResponseId counts "survey_response",
    /// What a respondent wrote.
    CommentId counts "survey_comment",
    /// A line of the plan that follows a survey.
    FollowUpId counts "follow_up",
    /// An event.
    EventId counts "event",
    /// Somebody's or a group's wish for a place at an event.
    RegistrationId counts "registration",
    /// A certificate of attendance.
    CertificateId counts "certificate",
    /// A notice that somebody is to get about an event.
    EventNoticeId counts "event_notice",
    /// A notice to a reader.
    NoticeId counts "notice",
}
