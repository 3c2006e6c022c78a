//! Putting the page of a day together from what is stored of its days.

mod surveys;
#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;

use super::attention;
use super::class;
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
        classes: class_loans(snapshot, &known, &spans)?,
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
    Ok(Row {
        figure,
        day: of(Span::of(day))?,
        month: of(spans.month)?,
        month_before: of(spans.month_before)?,
        year_before: match year_before(known, figure, spans) {
            Some(year) => of(year)?,
            None => None,
        },
        days: known.by_day(snapshot, figure, shown)?,
        known: known.days(figure, shown),
        command: command(figure, spans.month),
    })
}

/// The year before, when all of it is known. Its days are not on the page: a part of them would be taken for the whole.
fn year_before(known: &Known, figure: Figure, spans: &Spans) -> Option<Span> {
    let year = spans.year_before;
    let days = known.days(figure, year)?;
    (days.first == year.first || figure.kind() == Kind::Level).then_some(year)
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

/// Of the days alone of which loans are known, so that they add up to them.
fn class_loans(snapshot: &Snapshot<'_>, known: &Known, spans: &Spans) -> Result<Vec<ClassLoans>> {
    let of = |span: Option<Span>| {
        let days = span.and_then(|span| known.days(Figure::Loans, span));
        days.map(|days| classes::of_span(snapshot, days)).transpose()
    };
    let month = of(Some(spans.month))?;
    let before = of(Some(spans.month_before))?;
    let year = of(year_before(known, Figure::Loans, spans))?;
    let row = |(place, class): (usize, &str)| {
        let loans = |rows: &Option<Vec<classes::OfClass>>| rows.as_ref().map(|rows| rows[place].loans);
        ClassLoans {
            class: class.to_owned(),
            month: loans(&month),
            month_before: loans(&before),
            year_before: loans(&year),
        }
    };
    Ok(class::codes().into_iter().enumerate().map(row).collect())
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
