//! `overdue`: what is late, and what it would cost if it came back today.

use clap::{ArgMatches, Command, value_parser};
use pustaka_cli::{Column, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::circulation::loans::{LoanLine, overdue};

use crate::args;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("overdue").about(help::overdue(lang)).arg(
        args::option("days", "N", help::overdue_days(lang))
            .value_parser(value_parser!(i64).range(0..=36_500))
            .default_value("1"),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let today = session.today();
    let least = matches.get_one::<i64>("days").copied().unwrap_or(1);
    let library = session.open()?;
    let mut lines = library.read(|snapshot| overdue(snapshot, today))?;
    lines.retain(|line| line.due.duration_until(today).as_hours() / 24 >= least);
    let mut list = report(&lines);
    if lines.is_empty() {
        list.note(words::nothing_overdue(lang));
    }
    session.show(list)?;
    Ok(Status::Done)
}

/// Card, telephone and barcode: a list that is printed and lies about shows no name beside a title.
fn report(lines: &[LoanLine]) -> Report {
    let mut report = Report::new(
        "overdue",
        [
            Column::new("item", words::item, Kind::Text),
            Column::new("member", words::card, Kind::Text),
            Column::new("phone", words::phone, Kind::Text),
            Column::new("loaned", words::loaned, Kind::Date),
            Column::new("due", words::due, Kind::Date),
            Column::new("late_days", words::late_days, Kind::Integer),
            Column::new("fine", words::fine, Kind::Rupiah),
        ],
    );
    for line in lines {
        report.row([
            line.item.as_str().into(),
            line.card.as_str().into(),
            line.phone.clone().into(),
            line.loaned.into(),
            line.due.into(),
            line.late.as_ref().map(|late| late.late_days).into(),
            line.late.as_ref().map(|late| late.fine.whole()).into(),
        ]);
    }
    report
}
