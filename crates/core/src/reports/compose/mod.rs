//! Putting the page of a day together from what is stored of its days.

mod surveys;
#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;

use super::attention;
use super::classes;
use super::daily::values::Known;
use super::figure::{Figure, Kind};
use super::page::{ClassLoans, Page, Row, Section, SectionCode, Span, Spans};
use crate::error::Result;
use crate::library::{Library, Snapshot};
use crate::settings::LIBRARY_NAME;

/// The groups of the page, in the order they are shown, with their figures.
const SECTIONS: &[(SectionCode, &[Figure])] = &[
    (
        SectionCode::Services,
        &[
            Figure::Visits,
            Figure::Loans,
            Figure::Renewals,
            Figure::Returns,
            Figure::InHouse,
            Figure::OnLoan,
            Figure::Overdue,
        ],
    ),
    (
        SectionCode::Readers,
        &[
            Figure::NewMembers,
            Figure::HoldsPlaced,
            Figure::HoldsWaiting,
            Figure::HoldsReady,
        ],
    ),
    (
        SectionCode::Collection,
        &[
            Figure::UnmetSearches,
            Figure::ItemsBought,
            Figure::BoughtAndLent,
            Figure::ItemsGiven,
        ],
    ),
    (SectionCode::Events, &[Figure::EventSessions, Figure::EventHeads]),
    (SectionCode::Office, &[Figure::MoneyReceived, Figure::FollowUpsOverdue]),
];

impl Library {
    /// The page of a day, with what needs a person `today`. What is not known stands there as unknown; so does all of a
    /// day that is not closed.
    ///
    /// # Errors
    /// Storage errors.
    pub fn page(&self, day: Date, today: Date) -> Result<Page> {
        self.read(|snapshot| page(snapshot, day, today))
    }
}

fn page(snapshot: &Snapshot<'_>, day: Date, today: Date) -> Result<Page> {
    let spans = Spans::of(day);
    let known = Known::load(snapshot)?;
    let section = |(code, figures): &(SectionCode, &[Figure])| {
        let rows = figures.iter().map(|figure| row(snapshot, &known, *figure, day, &spans));
        Ok(Section {
            code: *code,
            rows: rows.collect::<Result<_>>()?,
        })
    };
    Ok(Page {
        library: LIBRARY_NAME.text(snapshot)?,
        day,
        spans,
        sections: SECTIONS.iter().map(section).collect::<Result<_>>()?,
        classes: class_loans(snapshot, &spans)?,
        surveys: surveys::figures(snapshot, day)?,
        attention: attention::needs(snapshot, today)?,
    })
}

fn row(snapshot: &Snapshot<'_>, known: &Known, figure: Figure, day: Date, spans: &Spans) -> Result<Row> {
    let of = |span| known.of_span(snapshot, figure, span);
    let shown = Span {
        first: spans.month_before.first,
        last: day,
    };
    // Its days are not on the page: a part of them would be taken for the whole.
    let year = spans.year_before;
    let whole = known
        .days(figure, year)
        .is_some_and(|days| days.first == year.first || figure.kind() == Kind::Level);
    Ok(Row {
        figure,
        day: of(Span::of(day))?,
        month: of(spans.month)?,
        month_before: of(spans.month_before)?,
        year_before: of(year)?.filter(|_| whole),
        days: known.by_day(snapshot, figure, shown)?,
        command: command(figure, spans.month),
    })
}

/// The command that shows the rows behind a figure of a span.
fn command(figure: Figure, span: Span) -> String {
    match figure.kind() {
        Kind::Flow => format!(
            "nightly-report rows {} --from {} --to {}",
            figure.code(),
            span.first,
            span.last
        ),
        Kind::Level => format!("nightly-report rows {} --to {}", figure.code(), span.last),
    }
}

fn class_loans(snapshot: &Snapshot<'_>, spans: &Spans) -> Result<Vec<ClassLoans>> {
    let month = classes::of_span(snapshot, spans.month)?;
    let before = classes::of_span(snapshot, spans.month_before)?;
    let year = classes::of_span(snapshot, spans.year_before)?;
    let rows = month.into_iter().zip(before).zip(year);
    let row = |((month, before), year): ((classes::OfClass, classes::OfClass), classes::OfClass)| ClassLoans {
        class: month.class.to_owned(),
        month: month.loans,
        month_before: before.loans,
        year_before: year.loans,
    };
    Ok(rows.map(row).collect())
}

impl Spans {
    /// The spans of the page of a day.
    pub fn of(day: Date) -> Spans {
        let whole = day == day.last_of_month();
        let same = |month: Date| {
            let last = month.last_of_month();
            let day = month.with().day(day.day().min(last.day())).build().unwrap_or(last);
            Span {
                first: month,
                last: if whole { last } else { day },
            }
        };
        let first = day.first_of_month();
        Spans {
            month: Span { first, last: day },
            month_before: same(first.saturating_sub(1.month())),
            year_before: same(first.saturating_sub(1.year())),
        }
    }
}
