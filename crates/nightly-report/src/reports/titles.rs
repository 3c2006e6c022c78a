//! Reports of titles: most lent, not lent, late. No reader stands in any of them.

use pustaka_cli::{Cell, Column, Kind, Lang, Report};
use pustaka_core::Result;
use pustaka_core::reports::tables::{Count, overdue, titles};
use pustaka_core::surveys::suppression::FEWEST;

use super::{Asked, told};
use crate::words::report as words;

fn whole(title: &str, part: Option<&str>) -> Cell {
    match part {
        Some(part) => format!("{title}. {part}").into(),
        None => title.into(),
    }
}

pub(crate) fn most_lent(asked: &Asked<'_>) -> Result<Vec<Report>> {
    // What few have read may be known of them by those around.
    let least = match asked.publish {
        true => asked.least.max(FEWEST as i64),
        false => asked.least,
    };
    let text = |key, heading: fn(Lang) -> &'static str| Column::new(key, heading, Kind::Text);
    let mut report = Report::new(
        "titles",
        [
            text("title", words::title),
            text("author", words::author),
            text("class", words::class),
            Column::new("copies", words::copies, Kind::Integer),
            Column::new("loans", words::all_loans, Kind::Integer),
            Column::new("renewals", words::renewals, Kind::Integer),
        ],
    );
    for title in titles::most_lent(asked.snapshot, asked.span, least, asked.limit)? {
        report.row([
            whole(&title.title, title.part.as_deref()),
            title.authors.into(),
            title.class.into(),
            title.copies.into(),
            title.loans.into(),
            told(Count::of(title.renewals, asked.publish)),
        ]);
    }
    Ok(vec![report])
}

pub(crate) fn never_lent(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let mut report = Report::new(
        "titles",
        [
            Column::new("class", words::class, Kind::Text),
            Column::new("title", words::title, Kind::Text),
            Column::new("copies", words::copies, Kind::Integer),
            Column::new("received", words::received, Kind::Date),
            Column::new("last_lent", words::last_lent, Kind::Date),
        ],
    );
    for title in titles::never_lent(asked.snapshot, asked.span)? {
        report.row([
            title.class.into(),
            whole(&title.title, title.part.as_deref()),
            title.copies.into(),
            title.received.into(),
            // The day of one loan is one reader's.
            if asked.publish {
                Cell::Kept
            } else {
                title.last_lent.into()
            },
        ]);
    }
    Ok(vec![report])
}

pub(crate) fn overdue(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let mut report = Report::new(
        "copies",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("title", words::title, Kind::Text),
        ],
    );
    for copy in overdue::late_copies(asked.snapshot, asked.today)? {
        report.row([copy.item.into(), copy.title.into()]);
    }
    Ok(vec![report])
}
