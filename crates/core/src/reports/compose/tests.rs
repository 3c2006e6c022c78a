use jiff::civil::date;

use super::*;

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
