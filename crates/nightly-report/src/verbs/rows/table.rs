//! Rows as tables.

use pustaka_cli::{Cell, Column, Kind, Lang, Report};
use pustaka_core::reports::rows::{
    ClearRow, CountRow, HoldRow, ItemRow, LoanRow, MemberRow, MoneyRow, PlanRow, Rows, WaitingRow,
};

use crate::words::rows as words;

/// The rows of a figure; for people in their words, else in codes.
pub(super) fn of(lang: Lang, rows: &Rows, for_people: bool) -> Report {
    let code = |code: &str| match (for_people, named(lang, code)) {
        (true, Some(word)) => Cell::from(word),
        _ => Cell::from(code),
    };
    match rows {
        Rows::Loans(rows) => loans(rows, &code),
        Rows::Holds(rows) => holds(rows),
        Rows::Members(rows) => members(rows),
        Rows::Items(rows) => items(rows, &code),
        Rows::Counts(rows) => counts(rows),
        Rows::Money(rows) => money(rows, &code),
        Rows::Plans(rows) => plans(rows),
        Rows::Unknown => Report::new("rows", []),
    }
}

/// The word for a code of the library.
fn named(lang: Lang, code: &str) -> Option<&'static str> {
    Some(match code {
        "returned" => words::returned(lang),
        "lost" => words::lost(lang),
        "payment" => words::payment(lang),
        "refund" => words::refund(lang),
        "bought" => words::bought(lang),
        "given" => words::given(lang),
        "exchanged" => words::exchanged(lang),
        "deposited" => words::deposited(lang),
        "made" => words::made(lang),
        _ => return None,
    })
}

fn loans(rows: &[LoanRow], code: &dyn Fn(&str) -> Cell) -> Report {
    let columns = [
        Column::new("day", words::day, Kind::Date),
        Column::new("item", words::item, Kind::Text),
        Column::new("title", words::title, Kind::Text),
        Column::new("class", words::class, Kind::Text),
        Column::new("member_type", words::member_type, Kind::Text),
        Column::new("loaned", words::loaned, Kind::Date),
        Column::new("due", words::due, Kind::Date),
        Column::new("ended", words::ended, Kind::Text),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.day.into(),
            row.item.as_str().into(),
            row.title.as_str().into(),
            row.class.clone().into(),
            row.member_type.as_str().into(),
            row.loaned.into(),
            row.due.into(),
            row.ended.as_deref().map_or(Cell::Empty, code),
        ]);
    }
    report
}

fn holds(rows: &[HoldRow]) -> Report {
    let columns = [
        Column::new("placed", words::placed, Kind::Date),
        Column::new("title", words::title, Kind::Text),
        Column::new("class", words::class, Kind::Text),
        Column::new("item", words::item, Kind::Text),
        Column::new("ready", words::ready, Kind::Date),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.placed.into(),
            row.title.as_str().into(),
            row.class.clone().into(),
            row.item.clone().into(),
            row.ready.into(),
        ]);
    }
    report
}

fn members(rows: &[MemberRow]) -> Report {
    let columns = [
        Column::new("joined", words::joined, Kind::Date),
        Column::new("card", words::card, Kind::Text),
        Column::new("member_type", words::member_type, Kind::Text),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.joined.into(),
            row.card.clone().into(),
            row.member_type.as_str().into(),
        ]);
    }
    report
}

fn items(rows: &[ItemRow], code: &dyn Fn(&str) -> Cell) -> Report {
    let columns = [
        Column::new("received", words::received, Kind::Date),
        Column::new("item", words::item, Kind::Text),
        Column::new("title", words::title, Kind::Text),
        Column::new("class", words::class, Kind::Text),
        Column::new("source", words::source, Kind::Text),
        Column::new("lent", words::item_lent, Kind::Flag),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.received.into(),
            row.item.as_str().into(),
            row.title.as_str().into(),
            row.class.clone().into(),
            code(&row.source),
            row.lent.into(),
        ]);
    }
    report
}

fn counts(rows: &[CountRow]) -> Report {
    let columns = [
        Column::new("day", words::day, Kind::Date),
        Column::new("what", words::what, Kind::Text),
        Column::new("of", words::of, Kind::Text),
        Column::new("count", words::count, Kind::Integer),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.day.into(),
            row.what.as_str().into(),
            row.of.clone().into(),
            row.count.into(),
        ]);
    }
    report
}

fn money(rows: &[MoneyRow], code: &dyn Fn(&str) -> Cell) -> Report {
    let columns = [
        Column::new("day", words::day, Kind::Date),
        Column::new("entry", words::entry, Kind::Number),
        Column::new("kind", words::kind, Kind::Text),
        Column::new("staff", words::staff, Kind::Text),
        Column::new("amount", words::amount, Kind::Rupiah),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.day.into(),
            row.entry.into(),
            code(&row.kind),
            row.staff.as_str().into(),
            row.amount.into(),
        ]);
    }
    report
}

fn plans(rows: &[PlanRow]) -> Report {
    let columns = [
        Column::new("follow_up", words::entry, Kind::Number),
        Column::new("survey", words::survey, Kind::Text),
        Column::new("action", words::action, Kind::Text),
        Column::new("owner", words::owner, Kind::Text),
        Column::new("due", words::due, Kind::Date),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.follow_up.into(),
            row.survey.as_str().into(),
            row.action.as_str().into(),
            row.owner.as_str().into(),
            row.due.into(),
        ]);
    }
    report
}

/// Copies to be taken off the ready shelf.
pub(super) fn to_clear(rows: &[ClearRow]) -> Report {
    let columns = [
        Column::new("item", words::item, Kind::Text),
        Column::new("title", words::title, Kind::Text),
        Column::new("until", words::until, Kind::Date),
        Column::new("next", words::next, Kind::Flag),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.item.as_str().into(),
            row.title.as_str().into(),
            row.until.into(),
            row.next.into(),
        ]);
    }
    report
}

/// Titles for which many wait.
pub(super) fn waiting(rows: &[WaitingRow]) -> Report {
    let columns = [
        Column::new("title", words::title, Kind::Text),
        Column::new("class", words::class, Kind::Text),
        Column::new("waiting", words::waiting, Kind::Integer),
        Column::new("copies", words::copies, Kind::Integer),
    ];
    let mut report = Report::new("rows", columns);
    for row in rows {
        report.row([
            row.title.as_str().into(),
            row.class.clone().into(),
            row.waiting.into(),
            row.copies.into(),
        ]);
    }
    report
}
