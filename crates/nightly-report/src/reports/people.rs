//! Reports of readers: members and loans by group, and who is late.

use pustaka_cli::{Cell, Column, Kind, Lang, Report};
use pustaka_core::Result;
use pustaka_core::reports::tables::overdue;
use pustaka_core::reports::tables::readers::{self, Division};

use super::{Asked, told};
use crate::words::report as words;

fn division(division: Division, lang: Lang) -> Cell {
    let says: fn(Lang) -> &'static str = match division {
        Division::Kind => words::by_kind,
        Division::Age => words::by_age,
        Division::Sex => words::by_sex,
        Division::Education => words::by_education,
        Division::District => words::by_district,
    };
    Cell::Code(division.code().to_owned(), says(lang).to_owned())
}

fn group(name: &str, division: Division, lang: Lang) -> Cell {
    let said = match (division, name) {
        (_, "") => words::unknown(lang),
        (Division::Sex, "female") => words::female(lang),
        (Division::Sex, "male") => words::male(lang),
        (_, name) => name,
    };
    Cell::Code(name.to_owned(), said.to_owned())
}

fn total(lang: Lang) -> Cell {
    Cell::Code("total".to_owned(), words::total(lang).to_owned())
}

fn list(columns: [Column; 2]) -> Report {
    let [first, second] = columns;
    Report::new(
        "groups",
        [
            Column::new("by", words::division, Kind::Text),
            Column::new("group", words::group, Kind::Text),
            first,
            second,
        ],
    )
}

pub(crate) fn members(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let table = readers::member_table(asked.snapshot, asked.span, asked.publish)?;
    let mut report = list([
        Column::new("registered", words::registered, Kind::Integer),
        Column::new("valid", words::valid, Kind::Integer),
    ]);
    for row in &table.groups {
        report.row([
            division(row.division, asked.lang),
            group(&row.group, row.division, asked.lang),
            told(row.registered),
            told(row.valid),
        ]);
    }
    report.row([
        total(asked.lang),
        Cell::Empty,
        told(table.registered),
        told(table.valid),
    ]);
    Ok(vec![report])
}

pub(crate) fn readers(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let table = readers::reader_table(asked.snapshot, asked.span, asked.publish)?;
    let mut report = list([
        Column::new("loans", words::all_loans, Kind::Integer),
        Column::new("renewals", words::renewals, Kind::Integer),
    ]);
    for row in &table.groups {
        report.row([
            division(row.division, asked.lang),
            group(&row.group, row.division, asked.lang),
            told(row.loans),
            told(row.renewals),
        ]);
    }
    report.row([total(asked.lang), Cell::Empty, told(table.loans), told(table.renewals)]);
    Ok(vec![report])
}

pub(crate) fn overdue(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let mut report = Report::new(
        "readers",
        [
            Column::new("card", words::card, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("phone", words::phone, Kind::Text),
            Column::new("copies", words::copies, Kind::Integer),
            Column::new("days_since_due", words::days_since_due, Kind::Integer),
            Column::new("fine", words::amount, Kind::Rupiah),
        ],
    );
    let day = asked.span.last;
    let (readers, unknown) = match day < asked.today {
        true => {
            let then = overdue::late_readers_at(asked.snapshot, day)?;
            (then.readers, then.unknown)
        }
        false => (overdue::late_readers(asked.snapshot, asked.today)?, 0),
    };
    for reader in readers {
        report.row([
            reader.card.into(),
            reader.name.into(),
            reader.phone.into(),
            reader.copies.into(),
            reader.late_days.into(),
            reader.amount.into(),
        ]);
    }
    if unknown > 0 {
        let nobody = Cell::Code(String::new(), words::no_longer_known(asked.lang).to_owned());
        report.row([
            Cell::Empty,
            nobody,
            Cell::Empty,
            unknown.into(),
            Cell::Empty,
            Cell::Empty,
        ]);
        report.note(words::cut_from_readers(asked.lang));
    }
    if day < asked.today {
        report.note(words::no_fine_then(asked.lang));
    }
    report.note(words::names_inside(asked.lang));
    Ok(vec![report])
}
