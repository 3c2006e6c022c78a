//! A page as a small city library would have it: made from a rule, so that it can be read and is the same every time.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use pustaka_core::reports::figure::{Figure, Kind};
use pustaka_core::reports::page::{
    Attention, AttentionCode, ClassLoans, Leads, Page, Row, Section, SectionCode, Span, Spans, SurveyFigure,
};

/// The day of the page: a Thursday.
pub(super) const DAY: Date = date(2026, 11, 26);

/// A page with everything in it.
pub(super) fn page() -> Page {
    let sections = sections();
    Page {
        library: "Perpustakaan Umum Kota Kediri".to_owned(),
        day: DAY,
        spans: Spans {
            month: span(2026, 11),
            month_before: span(2026, 10),
            year_before: span(2025, 11),
        },
        classes: classes(&sections),
        sections,
        surveys: vec![
            survey(
                "2026-q3",
                "Survei Kepuasan Masyarakat Triwulan III 2026",
                "87.28",
                Some("84.10"),
            ),
            SurveyFigure {
                interval95: None,
                ..survey("anak-2026", "Survei pengunjung “Pojok Anak” 2026", "91.50", None)
            },
        ],
        attention: [
            (AttentionCode::NoticesToSend, 14),
            (AttentionCode::HoldsToClear, 3),
            (AttentionCode::LongOverdue, 27),
            (AttentionCode::FollowUps, 1),
            (AttentionCode::EventsSoon, 2),
        ]
        .map(needed)
        .into(),
    }
}

/// A page on which everything calls for somebody.
pub(super) fn crowded() -> Page {
    let all = AttentionCode::ALL.iter().zip(1..);
    Page {
        attention: all.map(|(code, count)| needed((*code, count * count))).collect(),
        ..page()
    }
}

/// The page of a library of a million books with a long name: the widest that everything gets.
pub(super) fn large() -> Page {
    let mut page = page();
    page.library = "Perpustakaan Umum dan Arsip Daerah Kabupaten Administrasi Kepulauan Seribu Raya".to_owned();
    for row in page.sections.iter_mut().flat_map(|section| &mut section.rows) {
        let values = [
            &mut row.day,
            &mut row.month,
            &mut row.month_before,
            &mut row.year_before,
        ];
        let days = row.days.iter_mut().map(|(_, value)| value);
        for value in values.into_iter().chain(days).flatten() {
            *value *= 487;
        }
    }
    for class in &mut page.classes {
        let values = [&mut class.month, &mut class.month_before, &mut class.year_before];
        values.into_iter().flatten().for_each(|value| *value *= 487);
    }
    page
}

/// A page on which nothing is known but the day.
pub(super) fn bare() -> Page {
    let mut page = page();
    page.library.clear();
    page.surveys.clear();
    page.attention.clear();
    for row in page.sections.iter_mut().flat_map(|section| &mut section.rows) {
        (row.day, row.month, row.month_before, row.year_before) = (None, None, None, None);
        row.days.iter_mut().for_each(|(_, value)| *value = None);
        row.known = None;
    }
    for class in &mut page.classes {
        (class.month, class.month_before, class.year_before) = (None, None, None);
    }
    page
}

fn span(year: i16, month: i8) -> Span {
    Span {
        first: date(year, month, 1),
        last: date(year, month, DAY.day()),
    }
}

fn needed((code, count): (AttentionCode, u64)) -> Attention {
    let leads = Leads {
        today: DAY.tomorrow().unwrap(),
        soon: date(2026, 12, 4),
        long_overdue_days: 31,
        year_without_holidays: 2027,
    };
    Attention {
        code,
        count,
        command: code.command(&leads),
    }
}

fn sections() -> Vec<Section> {
    let section = |code, figures: &[(Figure, i64)]| Section {
        code,
        rows: figures.iter().map(|(figure, most)| row(*figure, *most)).collect(),
    };
    vec![
        section(
            SectionCode::Services,
            &[
                (Figure::Visits, 0),
                (Figure::Loans, 82),
                (Figure::Renewals, 21),
                (Figure::Returns, 79),
                (Figure::InHouse, 34),
                (Figure::OnLoan, 1_204),
                (Figure::Overdue, 97),
            ],
        ),
        section(
            SectionCode::Readers,
            &[
                (Figure::NewMembers, 6),
                (Figure::HoldsPlaced, 9),
                (Figure::HoldsWaiting, 31),
                (Figure::HoldsReady, 8),
            ],
        ),
        section(
            SectionCode::Collection,
            &[
                (Figure::UnmetSearches, 12),
                (Figure::ItemsBought, 3),
                (Figure::BoughtAndLent, 2),
                (Figure::ItemsGiven, 1),
            ],
        ),
        section(
            SectionCode::Events,
            &[(Figure::EventSessions, 2), (Figure::EventHeads, 45)],
        ),
        section(
            SectionCode::Office,
            &[(Figure::MoneyReceived, 42_500), (Figure::FollowUpsOverdue, 2)],
        ),
    ]
}

/// A figure that moves with the weekday; visits are known of the last two weeks alone, use in the
/// library since the middle of the month before.
fn row(figure: Figure, most: i64) -> Row {
    let mut days = Vec::new();
    let mut day = date(2026, 10, 1);
    while day <= DAY {
        days.push((day, value(figure, most, day)));
        day = day.checked_add(1.day()).unwrap();
    }
    let of = |first: Date, last: Date| {
        let mut known = days.iter().filter(|(day, _)| (first..=last).contains(day));
        match figure.kind() {
            Kind::Flow => known.try_fold(0, |sum, (_, value)| Some(sum + (*value)?)),
            Kind::Level => known.next_back().and_then(|(_, value)| *value),
        }
    };
    let month = match figure {
        Figure::Visits => days.iter().filter_map(|(_, value)| *value).sum::<i64>().into(),
        _ => of(date(2026, 11, 1), DAY),
    };
    Row {
        figure,
        day: days.last().and_then(|(_, value)| *value),
        month,
        month_before: match figure {
            Figure::InHouse => days[..26].iter().filter_map(|(_, value)| *value).sum::<i64>().into(),
            _ => of(date(2026, 10, 1), date(2026, 10, 26)),
        },
        year_before: match figure {
            Figure::Loans => Some(1_302),
            Figure::Returns | Figure::OnLoan => month.map(|month| month - month / 300),
            Figure::NewMembers => Some(11),
            Figure::MoneyReceived => Some(0),
            _ => None,
        },
        known: known(&days),
        days,
        command: format!(
            "nightly-report rows {} --from 2026-11-01 --to 2026-11-26",
            figure.code()
        ),
    }
}

fn known(days: &[(Date, Option<i64>)]) -> Option<Span> {
    let mut known = days.iter().filter(|(_, value)| value.is_some());
    let first = known.next()?.0;
    let last = known.next_back().map_or(first, |(day, _)| *day);
    Some(Span { first, last })
}

fn value(figure: Figure, most: i64, day: Date) -> Option<i64> {
    let spread = i64::from(day.day_of_year()) * 7919 % 97;
    let closed = day.weekday() == Weekday::Sunday;
    match figure {
        Figure::Visits if day < date(2026, 11, 12) => None,
        Figure::InHouse if day < date(2026, 10, 14) => None,
        Figure::Visits => Some(if closed { 0 } else { 120 + spread }),
        // Somebody's money was given back.
        Figure::MoneyReceived if day == date(2026, 11, 9) => Some(-15_000),
        _ if figure.kind() == Kind::Level => Some(most * (150 + i64::from(day.day_of_year() % 40) + spread / 4) / 250),
        _ if closed => Some(0),
        _ if most < 10 => Some(most * spread * spread / (97 * 97)),
        _ => Some(most * (55 + spread / 2) / 103),
    }
}

/// The classes of the loans, by about how much of them each is: they add up in every span. What divides badly is literature.
fn classes(sections: &[Section]) -> Vec<ClassLoans> {
    const SHARES: [(&str, i64, i64); 12] = [
        ("000", 48, 61),
        ("100", 22, 19),
        ("200", 15, 9),
        ("2X", 141, 128),
        ("300", 133, 150),
        ("400", 37, 22),
        ("500", 66, 58),
        ("600", 104, 99),
        ("700", 41, 45),
        ("800", 613, 512),
        ("900", 71, 66),
        ("other", 31, 11),
    ];
    let mut rows = sections.iter().flat_map(|section| &section.rows);
    let loans = rows.find(|row| row.figure == Figure::Loans).unwrap();
    let divided = |all: Option<i64>, share: fn(&(&str, i64, i64)) -> i64| -> Vec<i64> {
        let (all, shares) = (all.unwrap_or(0), SHARES.iter().map(share).sum::<i64>());
        let mut parts: Vec<i64> = SHARES.iter().map(|class| all * share(class) / shares).collect();
        parts[9] += all - parts.iter().sum::<i64>();
        parts
    };
    let month = divided(loans.month, |(_, now, _)| *now);
    let before = divided(loans.month_before, |(_, _, before)| *before);
    let year = divided(loans.year_before, |(_, now, before)| now + before);
    let of = |(at, (class, ..)): (usize, &(&str, i64, i64))| ClassLoans {
        class: (*class).to_owned(),
        month: Some(month[at]),
        month_before: Some(before[at]),
        year_before: Some(year[at]),
    };
    SHARES.iter().enumerate().map(of).collect()
}

fn survey(key: &str, name: &str, index: &str, before: Option<&str>) -> SurveyFigure {
    SurveyFigure {
        survey: key.to_owned(),
        name: name.to_owned(),
        closes: date(2026, 9, 30),
        respondents: 312,
        index: index.to_owned(),
        class: "B".to_owned(),
        interval95: Some(["85.90".to_owned(), "88.66".to_owned()]),
        before: before.map(str::to_owned),
    }
}
