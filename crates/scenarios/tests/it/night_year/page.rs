//! Every figure of the page of a month, worked out again by plain SQL from what each is defined to be
//! (`nightly-report`, words/figures.rs), and not from what days were summed up to.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, date};
use pustaka_core::Library;
use pustaka_core::reports::figure::{Figure, Kind};
use pustaka_core::reports::page::{AttentionCode, ClassLoans, Page, Row, Span};
use pustaka_core::reports::tables::loans::loan_table;
use pustaka_testkit::year::{FIRST, LAST};
use rusqlite::{Connection, params};

/// The last days of the three months that are compared, in the order of the page.
pub(super) const ENDS: [Date; 3] = [LAST, date(2026, 9, 30), date(2025, 10, 31)];

/// Copies of the file as it stood on the evenings of [`ENDS`]: before the night, and once what was written on paper that
/// day had been entered too.
pub(super) struct Evening {
    pub(super) before_the_night: std::path::PathBuf,
    pub(super) told: std::path::PathBuf,
}

fn open(path: &Path) -> Connection {
    Connection::open(path).expect("the file")
}

/// What happened on each day: a day, and how many. Days on which nothing did are missing.
fn flow(figure: Figure) -> Option<&'static str> {
    Some(match figure {
        Figure::Loans => "SELECT substr(loaned_at, 1, 10), 1 FROM loan",
        // The journal names the loans that were renewed.
        Figure::Renewals => {
            "SELECT substr(at, 1, 10), json_array_length(detail, '$.loans') FROM journal WHERE action = 'loan.renew'"
        }
        Figure::Returns => "SELECT substr(ended_at, 1, 10), 1 FROM loan WHERE ended = 'returned'",
        Figure::InHouse => "SELECT day, times FROM in_house_use",
        Figure::NewMembers => "SELECT joined, 1 FROM member",
        Figure::HoldsPlaced => "SELECT substr(placed_at, 1, 10), 1 FROM hold",
        Figure::UnmetSearches => "SELECT day, times FROM unmet_search",
        Figure::ItemsBought => "SELECT received, 1 FROM item WHERE source = 'bought' AND received IS NOT NULL",
        Figure::ItemsGiven => {
            "SELECT received, 1 FROM item WHERE source IN ('given', 'exchanged', 'deposited', 'made') AND received <> ''"
        }
        Figure::EventSessions => {
            "SELECT substr(starts, 1, 10), 1 FROM event_session s, event e WHERE s.event_id = e.id AND e.cancelled IS NULL"
        }
        Figure::EventHeads => {
            "SELECT substr(s.starts, 1, 10), a.heads FROM attendance a, registration r, event_session s, event e
             WHERE a.registration_id = r.id AND s.event_id = r.event_id AND s.number = a.session AND e.id = r.event_id
               AND e.cancelled IS NULL"
        }
        Figure::MoneyReceived => {
            "SELECT day, CASE kind WHEN 'payment' THEN amount WHEN 'refund' THEN -amount ELSE 0 END FROM ledger"
        }
        _ => return None,
    })
}

/// What stands in the file as it is, by the end of the day `?1`.
fn level(figure: Figure) -> Option<&'static str> {
    Some(match figure {
        Figure::OnLoan => "SELECT count(*) FROM loan WHERE ended IS NULL AND ?1 <> ''",
        Figure::Overdue => "SELECT count(*) FROM loan WHERE ended IS NULL AND due <= ?1",
        Figure::HoldsWaiting => "SELECT count(*) FROM hold WHERE state = 'waiting' AND ?1 <> ''",
        Figure::HoldsReady => "SELECT count(*) FROM hold WHERE state = 'ready' AND ?1 <> ''",
        Figure::FollowUpsOverdue => "SELECT count(*) FROM follow_up WHERE state = 'open' AND due <= ?1",
        _ => return None,
    })
}

fn by_day(conn: &Connection, sql: &str) -> BTreeMap<Date, i64> {
    let mut statement = conn.prepare(sql).expect(sql);
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)));
    let mut days = BTreeMap::new();
    for row in rows.expect(sql) {
        let (day, many) = row.expect(sql);
        *days.entry(day.parse().expect("a day")).or_default() += many;
    }
    days
}

pub(super) fn is_what_it_says(library: &Library, db: &Path, evenings: &[Evening; 3]) {
    let page = library.page(LAST, LAST.tomorrow().expect("a day")).expect("a page");
    let spans = [page.spans.month, page.spans.month_before, page.spans.year_before];
    assert_eq!(spans.map(|span| span.last), ENDS);
    let conn = open(db);
    let mut seen = 0;
    for row in page.sections.iter().flat_map(|section| &section.rows) {
        match row.figure.kind() {
            _ if row.figure == Figure::BoughtAndLent => bought_and_lent(&conn, row, spans),
            _ if row.figure == Figure::Visits => assert_eq!(row.month, None, "nobody counts them"),
            Kind::Flow => flows(&conn, row, spans),
            Kind::Level => levels(row, evenings),
        }
        seen += 1;
    }
    assert_eq!(seen, Figure::ALL.len(), "every figure is on the page");
    classes(&conn, &page, evenings);
    beginning(library, &conn);
    surveys(&conn, &page);
    attention(&conn, &page);
    survey_due(library);
}

fn flows(conn: &Connection, row: &Row, spans: [Span; 3]) {
    let sql = flow(row.figure).unwrap_or_else(|| panic!("{:?} is not told", row.figure));
    let days = by_day(conn, sql);
    let sum = |span: Span| days.range(span.first..=span.last).map(|(_, many)| many).sum::<i64>();
    let shown = [row.month, row.month_before, row.year_before];
    assert_eq!(shown, spans.map(|span| Some(sum(span))), "{:?}", row.figure);
    assert_eq!(row.day, Some(sum(Span::of(LAST))), "{:?} of the day", row.figure);
    let something = spans.into_iter().any(|span| sum(span) != 0);
    assert!(something, "{:?}: months of nothing say nothing", row.figure);
    for (day, value) in &row.days {
        assert_eq!(
            *value,
            Some(days.get(day).copied().unwrap_or_default()),
            "{:?} {day}",
            row.figure
        );
    }
}

/// Of the copies bought in a span those that were lent by its end; no day says anything of it by itself.
fn bought_and_lent(conn: &Connection, row: &Row, spans: [Span; 3]) {
    let sql = "SELECT count(DISTINCT i.id) FROM item i JOIN loan l ON l.item_id = i.id WHERE i.source = 'bought'
                 AND i.received BETWEEN ?1 AND ?2 AND substr(l.loaned_at, 1, 10) <= ?2";
    let many = |span: Span| -> Option<i64> {
        let days = [span.first.to_string(), span.last.to_string()];
        Some(conn.query_row(sql, days, |row| row.get(0)).expect(sql))
    };
    assert_eq!([row.month, row.month_before, row.year_before], spans.map(many));
    assert_eq!(row.day, many(Span::of(LAST)));
    assert!(row.days.iter().all(|(_, value)| value.is_none()));
    assert!(row.month > Some(0));
}

fn levels(row: &Row, evenings: &[Evening; 3]) {
    let sql = level(row.figure).unwrap_or_else(|| panic!("{:?} is not told", row.figure));
    let mut expected = Vec::new();
    for (evening, day) in evenings.iter().zip(ENDS) {
        // Holds pass on in the night after; loans were written down on paper.
        let file = match row.figure {
            Figure::OnLoan | Figure::Overdue => &evening.told,
            _ => &evening.before_the_night,
        };
        let many = open(file).query_row(sql, [day.to_string()], |row| row.get(0));
        expected.push(Some(many.expect(sql)));
    }
    let shown = vec![row.month, row.month_before, row.year_before];
    assert_eq!(shown, expected, "{:?}", row.figure);
    assert_eq!(row.day, row.month, "{:?}: the last day is the month's", row.figure);
}

/// Loans by class: each in one row, Islam by itself, and they add up to the loans. Of a month that is over they are by the
/// classes that titles had then.
fn classes(conn: &Connection, page: &Page, evenings: &[Evening; 3]) {
    let spans = [page.spans.month, page.spans.month_before, page.spans.year_before];
    let sql = "SELECT CASE WHEN t.class LIKE '2X%' THEN '2X' WHEN t.class GLOB '[0-9][0-9][0-9]*'
                 THEN substr(t.class, 1, 1) || '00' ELSE 'other' END AS row, count(*)
               FROM loan l, item i, title t WHERE l.item_id = i.id AND i.title_id = t.id
                 AND substr(l.loaned_at, 1, 10) BETWEEN ?1 AND ?2 GROUP BY row";
    let mut shown: [BTreeMap<String, i64>; 3] = Default::default();
    for class in &page.classes {
        for (at, loans) in [class.month, class.month_before, class.year_before]
            .into_iter()
            .enumerate()
        {
            let loans = loans.unwrap_or_else(|| panic!("loans of {} are known", class.class));
            if loans > 0 {
                shown[at].insert(class.class.clone(), loans);
            }
        }
    }
    assert_eq!(page.classes.len(), 12);
    let by_class = |conn: &Connection, span: Span| -> BTreeMap<String, i64> {
        let mut statement = conn.prepare(sql).expect(sql);
        let days = params![span.first.to_string(), span.last.to_string()];
        let rows = statement
            .query_map(days, |row| Ok((row.get(0)?, row.get(1)?)))
            .expect(sql);
        rows.map(|row| row.expect("a row")).collect()
    };
    assert_ne!(shown[2], by_class(conn, spans[2]), "titles have other classes since");
    for ((span, shown), evening) in spans.into_iter().zip(shown).zip(evenings) {
        let expected = by_class(&open(&evening.told), span);
        assert_eq!(shown, expected, "{span:?}");
        let loans = by_day(conn, flow(Figure::Loans).unwrap_or_default());
        let all: i64 = loans.range(span.first..=span.last).map(|(_, many)| many).sum();
        assert_eq!(expected.values().sum::<i64>(), all);
    }
}

/// The library began with loans that were open elsewhere. They are nobody's loans of the days before: the page of the first
/// month has by class what it has of loans.
fn beginning(library: &Library, conn: &Connection) {
    let sql = "SELECT count(*) FROM loan WHERE substr(loaned_at, 1, 7) = '2025-09'";
    assert!(conn.query_row(sql, [], |row| row.get::<_, i64>(0)).expect(sql) > 20);
    let page = library.page(ENDS[2], LAST).expect("a page");
    let mut rows = page.sections.iter().flat_map(|section| &section.rows);
    let loans = rows.find(|row| row.figure == Figure::Loans).expect("a row");
    let sum = |of: fn(&ClassLoans) -> Option<i64>| page.classes.iter().map(of).sum::<Option<i64>>();
    assert_eq!(loans.month_before, Some(0), "the last of September, when it was set up");
    assert_eq!(sum(|class| class.month_before), loans.month_before);
    assert_eq!(sum(|class| class.month), loans.month);
    assert_eq!((sum(|class| class.year_before), loans.year_before), (None, None));
    let spans = Span {
        first: FIRST.yesterday().expect("a day").first_of_month(),
        last: ENDS[2],
    };
    let table = library.read(|snapshot| loan_table(snapshot, spans)).expect("a table");
    assert_eq!(table.total.months, [Some(0), loans.month]);
}

/// The index of PermenPANRB 14/2017: the mean of each element, all of the same weight, times 25; and `± 1.96` times the
/// square root of the variance of the respondents' shares in it.
fn index(conn: &Connection, survey: &str) -> (usize, f64, f64) {
    let sql = "SELECT scores FROM survey_response r, survey s WHERE r.survey_id = s.id AND s.key = ?1";
    let mut statement = conn.prepare(sql).expect(sql);
    let rows = statement.query_map([survey], |row| row.get::<_, String>(0)).expect(sql);
    let score = |sign: u8| (sign != b'-').then(|| f64::from(sign - b'0'));
    let sheets: Vec<Vec<Option<f64>>> = rows
        .map(|row| row.expect("a row").bytes().map(score).collect())
        .collect();
    let of = |element: usize| sheets.iter().filter_map(move |sheet| sheet[element]);
    let many: Vec<f64> = (0..9).map(|element| of(element).count() as f64).collect();
    let means: Vec<f64> = (0..9).map(|element| of(element).sum::<f64>() / many[element]).collect();
    let index = means.iter().sum::<f64>() / 9.0 * 25.0;
    let share = |sheet: &Vec<Option<f64>>| -> f64 {
        let apart = sheet.iter().zip(&means).zip(&many);
        apart
            .filter_map(|((score, mean), many)| Some((score.as_ref()? - mean) / many))
            .sum::<f64>()
            * 25.0
            / 9.0
    };
    let n = sheets.len() as f64;
    let variance = sheets.iter().map(|sheet| share(sheet).powi(2)).sum::<f64>() * n / (n - 1.0);
    (sheets.len(), index, 1.96 * variance.sqrt())
}

fn surveys(conn: &Connection, page: &Page) {
    let [survey] = page.surveys.as_slice() else {
        panic!("{:?}", page.surveys);
    };
    assert_eq!((survey.survey.as_str(), survey.closes), ("2026-s2", LAST));
    let (respondents, value, half) = index(conn, "2026-s2");
    let (_, before, _) = index(conn, "2025-s2");
    let two = |value: f64| format!("{value:.2}");
    assert_eq!(survey.respondents, respondents as u64);
    assert_eq!(survey.index, two(value));
    assert_eq!(survey.before, Some(two(before)));
    // As exact as an interval can be meant.
    let one = |value: f64| format!("{value:.1}");
    assert_eq!(survey.interval95, Some([one(value - half), one(value + half)]));
    let class = match value {
        88.31.. => "A",
        76.61.. => "B",
        65.0.. => "C",
        _ => "D",
    };
    assert_eq!(survey.class, class);
}

fn attention(conn: &Connection, page: &Page) {
    // Today is the day after, the first of November; what is long overdue is so by more than thirty days.
    let expected = [
        (
            AttentionCode::HoldsToClear,
            // A Sunday, and closed as all are: Saturday was the last day on which somebody was there.
            "SELECT count(DISTINCT ready_item) FROM hold
             WHERE state = 'expired' AND substr(ended_at, 1, 10) IN ('2026-10-31', '2026-11-01')
               AND NOT EXISTS (SELECT 1 FROM loan WHERE item_id = ready_item AND (ended IS NULL OR loaned_at >= hold.ended_at))",
        ),
        (
            AttentionCode::LongOverdue,
            "SELECT count(*) FROM loan WHERE ended IS NULL AND julianday('2026-11-01') - julianday(due) > 30",
        ),
        (
            AttentionCode::FollowUps,
            "SELECT count(*) FROM follow_up WHERE state = 'open' AND due < '2026-11-01'",
        ),
        (
            AttentionCode::EventsSoon,
            // That begin then, with places left, or with people waiting for one.
            "SELECT count(*) FROM event e WHERE cancelled IS NULL
               AND (SELECT substr(min(starts), 1, 10) FROM event_session WHERE event_id = e.id)
                 BETWEEN '2026-11-01' AND '2026-11-08'
               AND (capacity > (SELECT coalesce(sum(heads), 0) FROM registration r WHERE r.event_id = e.id AND state = 'registered')
                 OR capacity IS NOT NULL AND id IN (SELECT event_id FROM registration WHERE state = 'waiting'))",
        ),
        (
            AttentionCode::ManyWaiting,
            "SELECT count(*) FROM title t WHERE (SELECT count(*) FROM hold h WHERE h.title_id = t.id AND state = 'waiting')
               > 3 * (SELECT count(*) FROM item i WHERE i.title_id = t.id AND status IN ('available', 'repair'))",
        ),
        // The decree for 2027 is not in the program's list; it should be known from November on.
        (AttentionCode::CalendarEnds, "SELECT 1"),
    ];
    for (code, sql) in expected {
        let many: i64 = conn.query_row(sql, [], |row| row.get(0)).expect(sql);
        assert_eq!(asked(page, code), many.unsigned_abs(), "{code:?}");
        assert!(many > 0, "{code:?}: nothing says nothing");
    }
}

/// How many of a code need a person.
fn asked(page: &Page, code: AttentionCode) -> u64 {
    let found = page.attention.iter().find(|one| one.code == code);
    found.map_or(0, |one| one.count)
}

/// The last survey closed on the last day; a year and a day later one is due.
fn survey_due(library: &Library) {
    for (today, due) in [(date(2026, 11, 1), 0), (date(2027, 10, 31), 0), (date(2027, 11, 1), 1)] {
        let page = library.page(LAST, today).expect("a page");
        assert_eq!(asked(&page, AttentionCode::SurveyDue), due, "{today}");
    }
}
