//! `sample`: how many respondents are enough for those who were served.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::surveys::{results, sample};
use serde::Serialize;

use super::{option, typed};
use crate::paper::data::count;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("sample")
        .about(help::sample(lang))
        .arg(
            Arg::new("population")
                .value_name("N")
                .help(help::sample_population(lang)),
        )
        .arg(option("from", help::day_value(lang), help::sample_from(lang)).requires("to"))
        .arg(
            option("to", help::day_value(lang), help::sample_to(lang))
                .requires("from")
                .conflicts_with("population"),
        )
}

#[derive(Serialize)]
struct Answer {
    population: u64,
    sample: u64,
    printed: Option<u64>,
    loans: Option<u64>,
    readers: Option<u64>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let mut said = Vec::new();
    let shown = |number: u64| lang.count(count(number));
    let (population, from_loans) = match (
        typed(matches, "population"),
        typed(matches, "from"),
        typed(matches, "to"),
    ) {
        (Some(typed), ..) => (super::new::people(typed, lang)?, None),
        (None, Some(from), Some(to)) => {
            let (from, to) = (session.date("--from", from)?, session.date("--to", to)?);
            let (loans, readers) = session.open()?.read(|snapshot| results::served(snapshot, from, to))?;
            said.push(words::sample_from_loans(
                lang,
                lang.date(from),
                lang.date(to),
                shown(loans),
                shown(readers),
            ));
            (loans, Some((loans, readers)))
        }
        _ => (0, None),
    };
    if population == 0 {
        return Err(Failure::refused("sample.unknown", words::sample_none(lang)).hint(words::sample_hint(lang)));
    }
    let answer = Answer {
        population,
        sample: sample::size(population),
        printed: sample::printed(population),
        loans: from_loans.map(|(loans, _)| loans),
        readers: from_loans.map(|(_, readers)| readers),
    };
    said.push(words::sample_size(lang, shown(population), shown(answer.sample)));
    if let Some(printed) = answer.printed.filter(|printed| *printed != answer.sample) {
        said.push(words::sample_printed(lang, shown(printed)));
    }
    session.show(Document::new(&answer).headed(said.join("\n")).with(table(&answer)))?;
    Ok(Status::Done)
}

fn table(answer: &Answer) -> pustaka_cli::Report {
    use pustaka_cli::{Column, Kind, Report};
    let columns = [
        Column::new("population", words::population, Kind::Integer),
        Column::new("sample", words::size, Kind::Integer),
        Column::new("printed", words::printed, Kind::Integer),
    ];
    let mut report = Report::new("samples", columns);
    report.row([answer.population.into(), answer.sample.into(), answer.printed.into()]);
    report
}
