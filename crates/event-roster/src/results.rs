//! `results`: marks of a test before and after go in, what they show comes out.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Kind, Lang, Report, Session, Status, event_reason};
use pustaka_core::events::results::{Gain, Marks, Results, Verdict};
use pustaka_formats::list::{Known, List};
use serde::Serialize;

use crate::args::{event, file, name, said, text};
use crate::reading;
use crate::words::{files, help, said as words};

/// The columns of a list of marks.
const KEYS: &[Known] = &[
    Known {
        key: "code",
        names: "kode code kodepeserta registration kartu card nomoranggota",
    },
    Known {
        key: "before",
        names: "sebelum before pretest pretes nilaiawal nilaisebelum prates",
    },
    Known {
        key: "after",
        names: "sesudah after posttest postes nilaiakhir nilaisesudah pascates",
    },
];

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("results")
        .about(help::results(lang))
        .arg(event(lang))
        .arg(
            file("file", lang)
                .long("import")
                .conflicts_with("mark")
                .help(help::marks_file(lang)),
        )
        .arg(
            Arg::new("mark")
                .long("mark")
                .value_name(help::code_value(lang))
                .help(help::mark(lang)),
        )
        .arg(text("before", help::mark_value(lang), help::before(lang)))
        .arg(text("after", help::mark_value(lang), help::after(lang)))
        .args(reading::args(lang))
}

/// Results as other programs read them.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    event: &'a str,
    #[serde(flatten)]
    gain: &'a Gain,
    effect_is: &'static str,
    only_before: usize,
    only_after: usize,
    sentence: &'a str,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let event = name(matches, "event");
    let mut marks = Vec::new();
    if let Some(code) = said(matches, "mark") {
        marks.push(Marks {
            code,
            before: said(matches, "before"),
            after: said(matches, "after"),
        });
    }
    let mut lines = Vec::new();
    if let Some(path) = matches.get_one::<PathBuf>("file") {
        (lines, marks) = from_file(session, matches, path)?;
    }
    if marks.is_empty() {
        let results = session.open()?.results(&event)?;
        return show(session, &results, lang);
    }
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let marked = library.mark(&act, &event, &marks, true, dry_run)?;
    if !marked.refused.is_empty() {
        let mut failure = Failure::refused("marks.refused", words::marks_refused(lang, marked.refused.len()));
        for (row, code, reason) in marked.refused.iter().take(20) {
            let said = event_reason(lang, reason);
            let sentence = match lines.get(*row) {
                Some(line) => words::of_row(lang, line, said),
                None => words::not_taken(lang, code, said),
            };
            failure = failure.because(reason.code, sentence);
        }
        return Err(failure);
    }
    session.say(words::marks_stored(lang, marked.stored));
    let results = library.results(&marked.event.key)?;
    let (document, _) = document(&results, lang);
    session.outcome(document)?;
    Ok(Status::Done)
}

/// The marks of a file, and the line of each.
fn from_file(
    session: &mut Session,
    matches: &ArgMatches,
    path: &std::path::Path,
) -> Result<(Vec<u64>, Vec<Marks>), Failure> {
    let lang = session.lang();
    let keys: Vec<&str> = KEYS.iter().map(|known| known.key).collect();
    let options = reading::options(matches, &keys, lang)?;
    let mut table = reading::read(
        session,
        path,
        |path| List::open(path, KEYS, "code", &options),
        |bytes| List::from_bytes(bytes, KEYS, "code", &options),
    )?;
    let name = path.display().to_string();
    let (mut lines, mut marks) = (Vec::new(), Vec::new());
    while let Some(row) = table
        .next_row()
        .map_err(|error| reading::of_file(lang, &name, &error))?
    {
        let row = row.map_err(|bad| {
            let row = reading::Aside::unread(lang, &bad).row;
            Failure::refused(row.code, files::of_line(lang, &name, row.line, row.reason))
        })?;
        let said = |key| row.get(key).map(str::to_owned);
        lines.push(row.line);
        marks.push(Marks {
            code: said("code").unwrap_or_default(),
            before: said("before"),
            after: said("after"),
        });
    }
    match marks.is_empty() {
        true => Err(Failure::refused("file.no-rows", files::no_rows(lang, &name))),
        false => Ok((lines, marks)),
    }
}

fn show(session: &mut Session, results: &Results, lang: Lang) -> Result<Status, Failure> {
    let (document, found) = document(results, lang);
    session.show(document)?;
    Ok(if found { Status::Done } else { Status::Refused })
}

fn document(results: &Results, lang: Lang) -> (Document, bool) {
    let gain = &results.gain;
    let sentence = sentence(gain, lang);
    let mut report = Report::new(
        "figures",
        [
            Column::new("figure", words::field, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    );
    let interval = gain.interval95.as_ref();
    let interval = interval.map(|[low, high]| words::from_to(lang, lang.exact(low), lang.exact(high)));
    let rows = [
        (words::took_both(lang), Some(lang.count(gain.n as i64))),
        (
            words::took_one(lang),
            Some(format!("{} / {}", results.only[0], results.only[1])),
        ),
        (
            words::mean_before(lang),
            Some(lang.exact(&gain.before)).filter(|_| gain.n > 0),
        ),
        (
            words::mean_after(lang),
            Some(lang.exact(&gain.after)).filter(|_| gain.n > 0),
        ),
        (
            words::mean_gain(lang),
            Some(lang.exact(&gain.gain)).filter(|_| gain.n > 0),
        ),
        (words::interval(lang), interval),
        (
            words::effect(lang),
            gain.effect.as_deref().map(|effect| lang.exact(effect)),
        ),
    ];
    for (name, value) in rows {
        report.row([Cell::from(name), value.into()]);
    }
    report.note(&sentence);
    if (1..5).contains(&gain.n) {
        report.note(words::keep_small(lang));
    }
    let shown = Shown {
        event: &results.event.key,
        gain,
        effect_is: "cohen-dz",
        only_before: results.only[0],
        only_after: results.only[1],
        sentence: &sentence,
    };
    (Document::new(&shown).with(report), gain.n > 0)
}

/// The result in one sentence that can be read out.
fn sentence(gain: &Gain, lang: Lang) -> String {
    let by = lang.exact(gain.gain.trim_start_matches('-'));
    let n = lang.count(gain.n as i64);
    match gain.verdict {
        Verdict::None => words::shows_nothing(lang).to_owned(),
        Verdict::TooFew => words::shows_little(lang).to_owned(),
        Verdict::Unclear => words::unclear(lang, n),
        Verdict::Lower => words::lower(lang, n, by),
        Verdict::Slight => words::higher(lang, n, by, words::slight(lang)),
        Verdict::Small => words::higher(lang, n, by, words::small(lang)),
        Verdict::Medium => words::higher(lang, n, by, words::medium(lang)),
        Verdict::Large => words::higher(lang, n, by, words::large(lang)),
    }
}
