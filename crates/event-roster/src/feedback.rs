//! `feedback`: the three questions after an event. Answers go in one by one or as a file, and out as a file for
//! `survey-tally import`, whose columns are the keys of the questions.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Format, Kind, Lang, Report, Session, Status, event_reason};
use pustaka_core::events::feedback::{Answer, QUESTIONS, Said};
use pustaka_formats::list::{Known, List};
use serde::Serialize;

use crate::args::{event, file, name, said, text};
use crate::reading;
use crate::words::{files, help, said as words};

/// The columns of a file of answers: the keys, and the questions as the form asks them.
const KEYS: &[Known] = &[
    Known {
        key: "usefulness",
        names: "usefulness manfaat apakahacarainibermanfaat* seberapabermanfaat* wasituseful*",
    },
    Known {
        key: "conduct",
        names: "conduct penyelenggaraan apakahacarainiterselenggara* bagaimanapenyelenggaraan* wasitheldwell*",
    },
    Known {
        key: "comment",
        names: "comment saran komentar apayangperludiperbaiki* masukan* whatshouldbebetter*",
    },
];

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("feedback")
        .about(help::feedback(lang))
        .arg(event(lang))
        .arg(
            file("file", lang)
                .long("import")
                .conflicts_with_all(QUESTIONS)
                .help(help::answers_file(lang)),
        )
        .arg(text("usefulness", "1-4", help::usefulness(lang)))
        .arg(text("conduct", "1-4", help::conduct(lang)))
        .arg(text("comment", help::text_value(lang), help::comment(lang)))
        .args(reading::args(lang))
}

/// The answers as other programs read them.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    event: &'a str,
    respondents: usize,
    usefulness: Mean,
    conduct: Mean,
    answers: Vec<ShownAnswer<'a>>,
}

#[derive(Debug, Serialize)]
struct ShownAnswer<'a> {
    respondent: i64,
    usefulness: Option<i64>,
    conduct: Option<i64>,
    comment: Option<&'a str>,
    day: String,
}

/// The mean of a question, exact to two decimals.
#[derive(Debug, Serialize)]
struct Mean {
    n: i64,
    sum: i64,
    mean: Option<String>,
}

impl Mean {
    fn of(answers: &[Answer], mark: fn(&Answer) -> Option<i64>) -> Mean {
        let marks: Vec<i64> = answers.iter().filter_map(mark).collect();
        let (n, sum) = (marks.len() as i64, marks.iter().sum::<i64>());
        let hundredths = (n > 0).then(|| (sum * 200 + n) / (2 * n));
        Mean {
            n,
            sum,
            mean: hundredths.map(|mean| format!("{}.{:02}", mean / 100, mean % 100)),
        }
    }
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let event = name(matches, "event");
    let one = Said {
        usefulness: said(matches, "usefulness"),
        conduct: said(matches, "conduct"),
        comment: said(matches, "comment"),
    };
    let (lines, answers) = match matches.get_one::<PathBuf>("file") {
        Some(path) => from_file(session, matches, path)?,
        None if one == Said::default() => return show(session, &event, lang),
        None => (Vec::new(), vec![one]),
    };
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let collected = library.collect_feedback(&act, &event, &answers, dry_run)?;
    if !collected.refused.is_empty() {
        let mut failure = Failure::refused(
            "feedback.refused",
            words::answers_refused(lang, collected.refused.len()),
        );
        for (row, reason) in collected.refused.iter().take(20) {
            let said = event_reason(lang, reason);
            let sentence = lines
                .get(*row)
                .map_or(said.clone(), |line| words::of_row(lang, line, &said));
            failure = failure.because(reason.code, sentence);
        }
        return Err(failure);
    }
    session.say(words::answers_stored(lang, collected.stored));
    let (event, answers) = library.feedback(&collected.event.key)?;
    session.outcome(document(&event.key, &answers, lang, session.format()))?;
    Ok(Status::Done)
}

fn show(session: &mut Session, event: &str, lang: Lang) -> Result<Status, Failure> {
    let (event, answers) = session.open()?.feedback(event)?;
    if answers.is_empty() {
        session.say(words::no_answers(lang));
    }
    let document = document(&event.key, &answers, lang, session.format());
    session.show(document)?;
    Ok(Status::Done)
}

fn from_file(
    session: &mut Session,
    matches: &ArgMatches,
    path: &std::path::Path,
) -> Result<(Vec<u64>, Vec<Said>), Failure> {
    let lang = session.lang();
    let options = reading::options(matches, &QUESTIONS, lang)?;
    let mut table = reading::read(
        session,
        path,
        |path| List::open(path, KEYS, "usefulness", &options),
        |bytes| List::from_bytes(bytes, KEYS, "usefulness", &options),
    )?;
    let name = path.display().to_string();
    let (mut lines, mut answers) = (Vec::new(), Vec::new());
    while let Some(row) = table
        .next_row()
        .map_err(|error| reading::of_file(lang, &name, &error))?
    {
        let row = row.map_err(|bad| {
            let row = reading::Aside::unread(lang, &bad).row;
            Failure::refused(row.code, files::of_line(lang, &name, row.line, row.reason))
        })?;
        let cell = |key| row.get(key).map(str::to_owned);
        lines.push(row.line);
        answers.push(Said {
            usefulness: cell("usefulness"),
            conduct: cell("conduct"),
            comment: cell("comment"),
        });
    }
    Ok((lines, answers))
}

/// The answers; as CSV, the file that `survey-tally` takes.
fn document(key: &str, answers: &[Answer], lang: Lang, format: &Format) -> Document {
    let mut report = Report::new(
        "answers",
        [
            Column::new("respondent", words::respondent, Kind::Number),
            Column::new("usefulness", words::usefulness, Kind::Number),
            Column::new("conduct", words::conduct, Kind::Number),
            Column::new("comment", words::comment, Kind::Text),
            Column::new("day", words::day, Kind::Date),
        ],
    );
    for one in answers {
        report.row([
            Cell::from(one.number),
            one.usefulness.into(),
            one.conduct.into(),
            one.comment.clone().into(),
            one.day.into(),
        ]);
    }
    let (usefulness, conduct) = (
        Mean::of(answers, |one| one.usefulness),
        Mean::of(answers, |one| one.conduct),
    );
    if *format == Format::Table {
        for (name, mean) in [(words::usefulness(lang), &usefulness), (words::conduct(lang), &conduct)] {
            if let Some(figure) = &mean.mean {
                report.note(words::mean_of(lang, name, lang.exact(figure), mean.n));
            }
        }
        report.note(words::to_survey(lang, key));
    }
    let shown = answers.iter().map(|one| ShownAnswer {
        respondent: one.number,
        usefulness: one.usefulness,
        conduct: one.conduct,
        comment: one.comment.as_deref(),
        day: one.day.to_string(),
    });
    let whole = Shown {
        event: key,
        respondents: answers.len(),
        usefulness,
        conduct,
        answers: shown.collect(),
    };
    Document::new(&whole).with(report)
}
