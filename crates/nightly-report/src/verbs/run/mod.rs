//! `run`: closes every day that is over and not yet closed, step by step.
//!
//! | module | what it holds |
//! |---|---|
//! | `steps` | what each step does |
//! | `folders` | where the night's files go |
//! | `told` | what was done, as a table and as JSON |
//! | `letter` | what failed, as the mail that cron sends |

mod folders;
mod letter;
mod steps;
mod told;

use std::collections::BTreeSet;
use std::time::Duration;

use clap::{Arg, ArgMatches, Command};
use jiff::Timestamp;
use jiff::civil::Date;
use pustaka_cli::{Failure, Lang, Reason, Session, Status};
use pustaka_core::error::Holder;
use pustaka_core::night::{Doubt, Night, NightTurn, Step};
use pustaka_core::{Act, Error, Library, OpenOptions};
use serde_json::Value;

use self::folders::Folders;
use crate::words::{help, run as words};

/// A night waits for desks longer than a desk does.
const PATIENCE: Duration = Duration::from_secs(60);

/// Who was waited for in vain is not waited for as long again.
const NO_PATIENCE: Duration = Duration::from_secs(2);

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("run")
        .about(help::run(lang))
        .long_about(help::run_long(lang))
        .arg(
            Arg::new("date")
                .long("date")
                .value_name(help::day_value(lang))
                .help(help::run_date(lang)),
        )
        .arg(folders::argument(lang))
}

/// How a step went.
enum Went {
    /// It was done: counts, and names of files.
    Done(Value),
    /// It failed: the error's code, and its sentences with their codes, the hint last.
    Failed { code: String, said: Vec<Reason> },
    /// It waits until the same step of an earlier night is done.
    Waits,
}

/// A step of the night of a day.
struct Taken {
    day: Date,
    step: Step,
    went: Went,
    milliseconds: i64,
}

/// A run.
struct Running<'a> {
    session: &'a mut Session,
    act: Act,
    folders: Folders,
    /// None after a failure: the next step takes a fresh one.
    library: Option<Library>,
    /// How long it waits for its turn.
    patience: Duration,
    /// The steps that failed for some night.
    failed: BTreeSet<Step>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let typed = matches.get_one::<String>("date");
    let until = last_day(session, typed.map(String::as_str))?;
    let library = open(session, PATIENCE)?;
    let act = session.act()?;
    let _turn = turn(session, &library, &act)?;
    match library.clock_doubt(&act, until)? {
        Some(doubt @ Doubt::Ahead { .. }) => return Err(doubted(session, doubt, until)),
        // Who names the day has looked at the clock.
        Some(doubt) if typed.is_none() => return Err(doubted(session, doubt, until)),
        _ => {}
    }
    let nights = library.nights_due(until)?;
    let about = told::About::of(&library)?;
    if nights.is_empty() {
        let last = library.last_night()?;
        session.show_if_watched(told::nothing_due(&about, last.as_ref(), lang))?;
        return Ok(Status::Done);
    }
    let mut running = Running {
        folders: Folders::of(session, matches),
        act,
        library: Some(library),
        patience: PATIENCE,
        failed: BTreeSet::new(),
        session,
    };
    let taken = running.take_all(&nights);
    let folders = running.folders;
    session.outcome(told::document(&about, &taken, session.dry_run(), lang))?;
    match letter::failure(&about, &folders, (&taken, session.dry_run()), lang) {
        Some(failure) => Err(failure),
        None => Ok(Status::Done),
    }
}

/// The last day that is closed: yesterday, or the one that was typed.
fn last_day(session: &Session, typed: Option<&str>) -> Result<Date, Failure> {
    let lang = session.lang();
    let today = session.today();
    let Some(typed) = typed else {
        let yesterday = today.yesterday();
        return yesterday.map_err(|_| Failure::system("night.clock", words::clock(lang, today)));
    };
    let day = session.date("--date", typed)?;
    if day < today {
        return Ok(day);
    }
    let refused = Failure::usage("night.not-over", words::not_over(lang, lang.date(day)));
    Err(refused.because("night.over", words::not_over_why(lang)))
}

fn open(session: &Session, patience: Duration) -> Result<Library, Failure> {
    session.open_with(&OpenOptions {
        patience,
        ..session.open_options()
    })
}

/// The night's turn; a rehearsal needs none.
fn turn(session: &Session, library: &Library, act: &Act) -> Result<Option<NightTurn>, Failure> {
    let lang = session.lang();
    if session.dry_run() {
        return Ok(None);
    }
    match library.night_turn(act) {
        Err(Error::Busy { holder }) => {
            let mut failure = Failure::system("night.running", words::running(lang));
            if let Some(Holder { staff, pid, since, .. }) = holder {
                let since = Timestamp::try_from(since).unwrap_or_default();
                let since = since.to_zoned_datetime(session.now().time_zone().clone());
                let since = since.strftime("%Y-%m-%d %H:%M");
                failure = failure.because("night.holder", words::holder(lang, staff, pid, since));
            }
            Err(failure.hint(words::running_hint(lang)))
        }
        turn => Ok(Some(turn?)),
    }
}

/// Somebody is to look at the clock first.
fn doubted(session: &Session, doubt: Doubt, until: Date) -> Failure {
    let lang = session.lang();
    let (failure, hint) = match doubt {
        Doubt::Ahead { newest } => {
            let failure = Failure::system("night.ahead", words::ahead(lang, lang.long_date(newest)));
            let today = lang.long_date(session.today());
            (
                failure.because("night.clock", words::ahead_why(lang, today)),
                words::ahead_hint(lang).to_owned(),
            )
        }
        Doubt::Many { nights } => {
            let many = lang.count(i64::try_from(nights).unwrap_or(i64::MAX));
            let failure = Failure::system("night.too-many", words::too_many(lang, many));
            (
                failure.because("night.clock", words::too_many_why(lang)),
                words::too_many_hint(lang, until),
            )
        }
        Doubt::First { last } => {
            let said = words::first(lang, lang.long_date(until), lang.long_date(last));
            let failure = Failure::system("night.first", said);
            (
                failure.because("night.clock", words::too_many_why(lang)),
                words::too_many_hint(lang, until),
            )
        }
    };
    failure.hint(hint)
}

impl Running<'_> {
    /// Takes the steps of every night in order. One that fails holds up the same step of later nights, because each
    /// begins where the one before ended; everything else goes on.
    fn take_all(&mut self, nights: &[Night]) -> Vec<Taken> {
        let lang = self.session.lang();
        let steps: Vec<(Date, Step)> = nights
            .iter()
            .flat_map(|night| night.steps.iter().map(|step| (night.day, *step)))
            .collect();
        let mut progress = self.session.progress(words::the_night(lang));
        let mut taken = Vec::new();
        for (day, step) in steps.iter().copied() {
            let name = format!("{}, {}", told::name_of(step, lang), lang.date(day));
            progress.step(taken.len() as u64, steps.len() as u64, &name);
            let began = self.moment();
            let went = match self.failed.contains(&step) {
                true => Went::Waits,
                false => self.take(day, step),
            };
            if matches!(went, Went::Failed { .. }) {
                self.failed.insert(step);
            }
            taken.push(Taken {
                day,
                step,
                went,
                milliseconds: self.moment() - began,
            });
        }
        taken
    }

    fn moment(&mut self) -> i64 {
        self.session.refresh();
        self.session.clock().timestamp().as_millisecond()
    }

    fn take(&mut self, day: Date, step: Step) -> Went {
        let failure = match self.attempt(day, step) {
            Ok(detail) => return Went::Done(detail),
            Err(failure) => failure,
        };
        // After the file or its disk failed a library writes no more: the next step opens it anew.
        self.library = None;
        let code = failure.code().to_owned();
        if code == "file.busy" {
            self.patience = NO_PATIENCE;
        }
        let said = failure.sentences(self.session.lang());
        let message = said
            .iter()
            .map(|reason| reason.message.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        if !self.session.dry_run() {
            let noted = self
                .library()
                .map(|(library, act)| library.night_failed(act, day, step, &code, &message));
            // Where not even this can be stored, the letter still says it.
            let _unsaid = noted;
        }
        Went::Failed { code, said }
    }

    /// The library, opened anew when it has to be, and the run's act.
    fn library(&mut self) -> Result<(&mut Library, &Act), Failure> {
        let library = match self.library.take() {
            Some(library) => library,
            None => open(self.session, self.patience)?,
        };
        Ok((self.library.insert(library), &self.act))
    }
}
