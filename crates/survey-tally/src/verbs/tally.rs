//! `tally`: the index of a file at once, without a library and without storing anything.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::import::{self, At, Counted, Rejects, Rows};
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::surveys::figures::Weight;
use pustaka_core::surveys::gathering::{Gathering, groupings};
use pustaka_core::surveys::import::Source;
use pustaka_core::surveys::instrument::Instrument;
use pustaka_core::surveys::reading::{self, Columns, Meaning, Read};
use pustaka_core::surveys::results::Results;
use pustaka_core::surveys::{Refusal, figures::tally::HIGHEST};

use super::import::FileSource;
use super::import::file::{self, NAMES, Opened};
use super::{instruments, option, typed, typed_all};
use crate::answer::Told;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("tally")
        .about(help::tally(lang))
        .arg(
            Arg::new("file")
                .required(true)
                .value_name(help::file_value(lang))
                .value_parser(clap::value_parser!(OsString))
                .help(help::file(lang)),
        )
        .arg(option("instrument", help::instrument_value(lang), help::instrument(lang)).default_value("skm-2017"))
        .arg(super::show::by_arg(lang))
        .arg(option("weight", help::weight_value(lang), help::weight(lang)))
        .args(file::args(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let path = matches
        .get_one::<OsString>("file")
        .map(PathBuf::from)
        .unwrap_or_default();
    session.protect(&path)?;
    let instrument = instruments::named(session, typed(matches, "instrument").unwrap_or_default())?;
    let weight = typed(matches, "weight").map_or(Ok(Weight::Share), |typed| super::new::weight(typed, lang))?;
    let by = typed_all(matches, "by");
    let groups = groupings(&instrument);
    if let Some(unknown) = by.iter().find(|by| !groups.contains(by)) {
        return Err(pustaka_core::Error::Survey(Refusal::NoGroup {
            by: unknown.clone(),
            groups,
        })
        .into());
    }
    let opened = file::open(session, &path, matches, &instrument)?;
    let name = opened.input.name.clone();
    let skip = typed(matches, "on-error") == Some("skip");
    let mut gathered = Gathering::new(&instrument, &by);
    let (counts, first) = count(session, opened, &instrument, &mut gathered)?;
    let stopped = counts.rejected > 0 && !skip;
    if !stopped {
        let results = Results::of(gathered, &instrument, &weight);
        let told = Told {
            key: &name,
            instrument: &instrument,
            results: &results,
            rejected: counts.rejected,
            population: None,
            order: instrument.in_order(typed(matches, "order").unwrap_or_default()),
            trend: Vec::new(),
        };
        if results.gathered.respondents == 0 {
            return Err(Failure::refused("survey.no-answers", words::headline_none(lang, &name)));
        }
        session.show(told.document(lang))?;
    }
    if counts.rejected == 0 {
        return Ok(Status::Done);
    }
    let at = At {
        file: &name,
        dry_run: false,
        skip,
        stored: false,
    };
    session.complain(import::rejection(lang, at, counts, (&first, None), &NAMES));
    Ok(Status::Refused)
}

/// Counts every row of the file. Answers how many there were, and the first that were rejected.
fn count(
    session: &mut Session,
    mut opened: Opened,
    instrument: &Instrument,
    gathered: &mut Gathering,
) -> Result<(Counted, Vec<import::Rejected>), Failure> {
    let lang = session.lang();
    let name = opened.input.name.clone();
    let columns = opened.columns;
    let plain = Plain::of(&columns, instrument, opened.input.reader.shape().delimiter);
    if let Some(mut plain) = plain {
        let taken = opened.input.reader.plain_lines(|line| plain.take(line, gathered));
        taken.map_err(|error| import::file_failure(lang, &name, &error, &NAMES))?;
    }
    let progress = session.progress(&name);
    let rows = Rows::new(opened.input, Rejects::beside(None), false, progress, lang);
    let mut source = FileSource::new(rows, columns.columns.len());
    let mut reader = reading::Reader::new(instrument, &columns, None);
    let mut rejected = 0;
    loop {
        let row = match source.next() {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) => {
                return Err(match source.rows.failure.take() {
                    Some(failure) => import::file_failure(lang, &name, &failure, &NAMES),
                    None => error.into(),
                });
            }
        };
        match reader.read(&row) {
            Read::Response(response) => gathered.add(&response),
            Read::Part | Read::Empty | Read::Outside => {}
            Read::Rejected(cells) => {
                rejected += 1;
                source.reject(&row, &cells)?;
            }
        }
    }
    for response in reader.finish().0 {
        gathered.add(&response);
    }
    let (records, _, all) = source.rows.counts();
    let rejected = rejected.max(all);
    Ok((
        Counted { records, rejected },
        std::mem::take(&mut source.rows.rejects.first),
    ))
}

/// Lines that are nothing but scores and columns that are not read: counted as they stand in the file.
struct Plain {
    delimiter: u8,
    /// For each column the element that it answers.
    elements: Vec<Option<usize>>,
    most: u8,
    scores: Vec<u8>,
}

impl Plain {
    /// How plain lines of these columns are taken; none when other questions stand among them.
    fn of(columns: &Columns, instrument: &Instrument, delimiter: Option<u8>) -> Option<Plain> {
        if columns.long {
            return None;
        }
        let elements = columns.columns.iter().map(|column| match column.meaning {
            Meaning::Element(at) => Some(Some(at)),
            Meaning::Question(_) => None,
            _ => Some(None),
        });
        Some(Plain {
            delimiter: delimiter?,
            elements: elements.collect::<Option<Vec<_>>>()?,
            most: b'0' + instrument.scale.highest.min(HIGHEST - 1),
            scores: vec![0; instrument.elements.len()],
        })
    }

    /// Counts a line, if it is plain: each answer one figure of the scale or nothing at all.
    fn take(&mut self, line: &[u8], gathered: &mut Gathering) -> bool {
        let mut at = 0;
        let last = self.elements.len() - 1;
        for (column, element) in self.elements.iter().enumerate() {
            match element {
                Some(element) => match line.get(at) {
                    Some(figure) if (b'1'..=self.most).contains(figure) => {
                        self.scores[*element] = figure - b'0';
                        at += 1;
                    }
                    Some(sign) if *sign != self.delimiter => return false,
                    _ => self.scores[*element] = 0,
                },
                None => {
                    let rest = &line[at..];
                    let end = rest
                        .iter()
                        .position(|byte| *byte == self.delimiter)
                        .unwrap_or(rest.len());
                    if rest[..end].iter().any(|byte| !(b' '..=b'~').contains(byte)) {
                        return false;
                    }
                    at += end;
                }
            }
            if column < last {
                if line.get(at) != Some(&self.delimiter) {
                    return false;
                }
                at += 1;
            }
        }
        at == line.len() && gathered.add_scores(&self.scores)
    }
}
