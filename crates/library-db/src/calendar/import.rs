//! `calendar import`: the national holidays of a year, from a file or as they come with the program.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::calendar::{Change, Holiday, HolidayKind, shipped};
use pustaka_core::values::date;

use super::{apply, change, words};
use crate::list_file::{Column, List};

const DAY: usize = 0;
const KIND: usize = 1;
const NAME: usize = 2;

const COLUMNS: [Column; 3] = [
    Column {
        key: "date",
        also: &["tanggal", "hari", "day", "tgl"],
        needed: true,
    },
    Column {
        key: "kind",
        also: &["jenis", "tipe", "type"],
        needed: true,
    },
    Column {
        key: "name",
        also: &["nama", "keterangan", "hari libur", "description"],
        needed: true,
    },
];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(words::import_about(lang))
        .arg(
            Arg::new("file")
                .value_name(words::file_value(lang))
                .value_parser(value_parser!(PathBuf))
                .help(words::import_file_help(lang)),
        )
        .arg(
            Arg::new("replace")
                .long("replace")
                .action(ArgAction::SetTrue)
                .help(words::replace_help(lang)),
        )
        .arg(apply(lang))
}

pub(super) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let list = match matches.get_one::<PathBuf>("file") {
        Some(path) => read(session, path)?,
        None => shipped(),
    };
    let mut years: Vec<i16> = list.iter().map(|one| one.day.year()).collect();
    years.dedup();
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let said = words::imported(lang, lang.count(list.len() as i64), years.join(", "));
    let replace = matches.get_flag("replace");
    change::make(session, matches, &Change::Holidays { list, replace }, said)
}

/// The days of a file, in order; every row that is none is named.
fn read(session: &mut Session, path: &Path) -> Result<Vec<Holiday>, Failure> {
    let lang = session.lang();
    let mut list = List::read(session, path, &COLUMNS)?;
    let mut days: Vec<Holiday> = Vec::new();
    for row in std::mem::take(&mut list.rows) {
        let day = match date::read(row.cell(DAY)) {
            Ok(Some(day)) => day,
            Ok(None) => {
                list.fault(lang, row.line, DAY, "date.bad", words::no_day(lang));
                continue;
            }
            Err(_) => {
                list.fault(lang, row.line, DAY, "date.bad", words::bad_day(lang, row.cell(DAY)));
                continue;
            }
        };
        let Some(kind) = HolidayKind::read(row.cell(KIND)) else {
            list.fault(
                lang,
                row.line,
                KIND,
                "holiday.kind",
                words::bad_kind(lang, row.cell(KIND)),
            );
            continue;
        };
        let name = row.cell(NAME).to_owned();
        if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
            list.fault(lang, row.line, NAME, "holiday.name", words::bad_name(lang));
            continue;
        }
        if days.iter().any(|one| one.day == day) {
            list.fault(
                lang,
                row.line,
                DAY,
                "holiday.twice",
                words::day_twice(lang, lang.date(day)),
            );
            continue;
        }
        days.push(Holiday { day, kind, name });
    }
    list.finish(lang)?;
    if days.is_empty() {
        return Err(Failure::refused("file.empty", words::no_days(lang, path.display())));
    }
    days.sort_by_key(|one| one.day);
    Ok(days)
}
