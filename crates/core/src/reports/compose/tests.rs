use jiff::civil::date;

use tempfile::TempDir;

use super::*;
use crate::library::tests::act;
use crate::surveys::tests::{library, three};

fn span(first: Date, last: Date) -> Span {
    Span { first, last }
}

#[test]
fn spans_are_as_long_as_the_month_so_far() {
    for (day, month_before, year_before) in [
        (
            date(2026, 11, 17),
            span(date(2026, 10, 1), date(2026, 10, 17)),
            span(date(2025, 11, 1), date(2025, 11, 17)),
        ),
        // The last day of a month is held against whole months.
        (
            date(2026, 11, 30),
            span(date(2026, 10, 1), date(2026, 10, 31)),
            span(date(2025, 11, 1), date(2025, 11, 30)),
        ),
        (
            date(2026, 2, 28),
            span(date(2026, 1, 1), date(2026, 1, 31)),
            span(date(2025, 2, 1), date(2025, 2, 28)),
        ),
        // A day that the other month lacks.
        (
            date(2026, 3, 30),
            span(date(2026, 2, 1), date(2026, 2, 28)),
            span(date(2025, 3, 1), date(2025, 3, 30)),
        ),
        (
            date(2028, 2, 29),
            span(date(2028, 1, 1), date(2028, 1, 31)),
            span(date(2027, 2, 1), date(2027, 2, 28)),
        ),
        (
            date(2027, 1, 1),
            span(date(2026, 12, 1), date(2026, 12, 1)),
            span(date(2026, 1, 1), date(2026, 1, 1)),
        ),
    ] {
        let spans = Spans::of(day);
        assert_eq!(spans.month, span(day.first_of_month(), day));
        assert_eq!(
            (spans.month_before, spans.year_before),
            (month_before, year_before),
            "{day}"
        );
    }
}

#[test]
fn every_figure_stands_on_the_page_once() {
    let mut figures: Vec<Figure> = SECTIONS
        .iter()
        .flat_map(|(_, figures)| figures.iter().copied())
        .collect();
    figures.sort_unstable();
    assert_eq!(figures, Figure::ALL);
    let codes: Vec<SectionCode> = SECTIONS.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, SectionCode::ALL);
}

/// A survey that runs has no result yet; until it is over, the one before it stands there.
#[test]
fn a_survey_is_on_the_page_once_it_is_over() {
    let folder = TempDir::new().expect("a folder");
    let mut library = three(library(&folder), &act());
    let copied = library.write(&act(), |tx| {
        tx.sql().execute_batch(
            "INSERT INTO survey_response (id, survey_id, batch_id, day, scores, answers)
                SELECT id + 10, survey_id, batch_id, day, scores, answers FROM survey_response;
             INSERT INTO survey_response (id, survey_id, batch_id, day, scores, answers)
                SELECT r.id + 100, (SELECT id FROM survey WHERE key = '2026-q2'), batch_id, day, '222222222', answers
                FROM survey_response r;",
        )?;
        Ok(((), None))
    });
    copied.expect("six sheets each");
    let shown = |day: Date| -> Vec<(String, Option<String>)> {
        let figures = library.page(day, date(2026, 11, 20)).expect("a page").surveys;
        figures.into_iter().map(|one| (one.survey, one.before)).collect()
    };
    let q2 = ("2026-q2".to_owned(), None);
    let q3 = ("2026-q3".to_owned(), Some("50.00".to_owned()));
    for (day, expected) in [
        (date(2026, 6, 29), vec![]),
        (date(2026, 6, 30), vec![q2.clone()]),
        (date(2026, 9, 29), vec![q2]),
        (date(2026, 9, 30), vec![q3.clone()]),
        (date(2026, 10, 1), vec![q3]),
    ] {
        assert_eq!(shown(day), expected, "{day}");
    }
}
