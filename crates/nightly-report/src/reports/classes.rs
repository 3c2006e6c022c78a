//! Reports by class: the collection, loans, turnover, what nobody borrowed. The last row of each is the total.

use jiff::civil::date;
use pustaka_cli::{Cell, Column, Kind, Lang, Report};
use pustaka_core::Result;
use pustaka_core::reports::page::Span;
use pustaka_core::reports::tables::Count;
use pustaka_core::reports::tables::{collection, loans};
use pustaka_core::surveys::figures::Fixed;

use super::{Asked, told_if_known};
use crate::words::{classes, report as words};

fn class() -> [Column; 2] {
    [
        Column::new("class", words::class, Kind::Text),
        Column::new("name", words::class_name, Kind::Text),
    ]
}

fn list(key: &'static str, columns: impl IntoIterator<Item = Column>) -> Report {
    Report::new(key, class().into_iter().chain(columns).collect::<Vec<_>>())
}

fn begin(class: &str, lang: Lang) -> Vec<Cell> {
    let said = match class {
        "total" => words::total(lang),
        "other" => words::other(lang),
        class => class,
    };
    vec![
        Cell::Code(class.to_owned(), said.to_owned()),
        classes::subject(lang, class).into(),
    ]
}

/// A figure with its places, or nothing.
pub(super) fn exact(figure: Option<Fixed>) -> Cell {
    figure.map_or(Cell::Empty, |figure| Cell::Exact(figure.to_string()))
}

pub(crate) fn collection(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let collection = collection::collection_table(asked.snapshot, asked.span.last)?;
    let mut report = list(
        "rows",
        [
            Column::new("titles", words::titles, Kind::Integer),
            Column::new("copies", words::copies, Kind::Integer),
            Column::new("missing_or_lost", words::gone, Kind::Integer),
            Column::new("undated", words::undated, Kind::Integer),
        ],
    );
    for row in collection.rows.iter().chain([&collection.total]) {
        let mut cells = begin(&row.class, asked.lang);
        cells.extend([
            row.titles.into(),
            row.copies.into(),
            row.gone.into(),
            row.undated.into(),
        ]);
        report.row(cells);
    }
    Ok(vec![report])
}

/// Words in the reader's language.
type Said = fn(Lang) -> &'static str;

/// The columns of the months of any year.
const MONTHS: [(&str, Said); 12] = [
    ("m01", words::january),
    ("m02", words::february),
    ("m03", words::march),
    ("m04", words::april),
    ("m05", words::may),
    ("m06", words::june),
    ("m07", words::july),
    ("m08", words::august),
    ("m09", words::september),
    ("m10", words::october),
    ("m11", words::november),
    ("m12", words::december),
];

/// A row a class and year, for a column a month can be no more than twelve.
pub(crate) fn loans(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let (first, last) = (asked.span.first, asked.span.last);
    let months = asked.span.months();
    let of_table: Vec<i8> = (1..=12)
        .filter(|month| months.iter().any(|(_, one)| one == month))
        .collect();
    let months = of_table
        .iter()
        .filter_map(|month| MONTHS.get(usize::try_from(*month).ok()? - 1));
    let columns = months.map(|(key, heading)| Column::new(key, *heading, Kind::Integer));
    let renewals = Column::new("renewals", words::renewals, Kind::Integer);
    let mut report = Report::new(
        "rows",
        [Column::new("year", words::year, Kind::Number)]
            .into_iter()
            .chain(class())
            .chain(columns)
            .chain([Column::new("loans", words::all_loans, Kind::Integer)])
            .chain((!asked.recount).then_some(renewals))
            .collect::<Vec<_>>(),
    );
    let counted = asked
        .recount
        .then(|| loans::recount_loan_table(asked.library, asked.snapshot, asked.span));
    let counted = counted.transpose()?;
    for year in first.year()..=last.year() {
        let span = Span {
            first: first.max(date(year, 1, 1)),
            last: last.min(date(year, 12, 31)),
        };
        let table = match &counted {
            Some(all) => all.of_year(year),
            None => loans::loan_table(asked.snapshot, span)?,
        };
        for row in table.told(asked.publish) {
            let mut cells = vec![i64::from(year).into()];
            cells.extend(begin(&row.class, asked.lang));
            let named = |month: &i8| {
                table
                    .months
                    .iter()
                    .position(|name| *name == format!("{year:04}-{month:02}"))
            };
            cells.extend(
                of_table
                    .iter()
                    .map(|month| told_if_known(named(month).and_then(|at| row.months[at]))),
            );
            cells.push(told_if_known(row.loans));
            cells.extend((!asked.recount).then(|| told_if_known(row.renewals)));
            report.row(cells);
        }
    }
    if asked.recount {
        report.note(words::recounted(asked.lang));
    }
    Ok(vec![report])
}

pub(crate) fn turnover(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let mut report = list(
        "rows",
        [
            Column::new("titles", words::titles, Kind::Integer),
            Column::new("copies", words::copies, Kind::Integer),
            Column::new("loans", words::all_loans, Kind::Integer),
            Column::new("renewals", words::renewals, Kind::Integer),
            Column::new("per_copy", words::per_copy, Kind::Exact),
            Column::new("per_title", words::per_title, Kind::Exact),
        ],
    );
    for row in loans::turnover(asked.snapshot, asked.span, asked.publish)? {
        let mut cells = begin(&row.class, asked.lang);
        cells.extend([row.titles, row.copies].map(Cell::from));
        cells.extend([row.loans, row.renewals].map(told_if_known));
        // A ratio beside its copies would tell the loans.
        cells.extend([row.per_copy, row.per_title].map(|ratio| match row.loans {
            Some(Count::Kept) => Cell::Kept,
            _ => exact(ratio),
        }));
        report.row(cells);
    }
    Ok(vec![report])
}

pub(crate) fn unused(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let mut report = list(
        "rows",
        [
            Column::new("copies", words::copies, Kind::Integer),
            Column::new("not_lent", words::not_lent, Kind::Integer),
            Column::new("not_for_loan", words::not_for_loan, Kind::Integer),
            Column::new("percent", words::percent, Kind::Exact),
        ],
    );
    for row in loans::unused(asked.snapshot, asked.span)? {
        let mut cells = begin(&row.class, asked.lang);
        cells.extend([row.copies, row.not_lent, row.not_for_loan].map(Cell::from));
        cells.push(exact(row.percent));
        report.row(cells);
    }
    Ok(vec![report])
}
