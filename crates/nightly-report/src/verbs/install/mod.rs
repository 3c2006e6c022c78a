//! `install`: prints what starts the night, a crontab line or a systemd timer; nothing is installed by it.
//!
//! Every hour from 01:15 to 09:15, because a run that finds nothing to do is silent: a machine that was off, a disk that
//! was not mounted, a desk that kept the file, each costs an hour and not a night.

mod quote;

use std::fmt::Write as _;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Format, Lang, Session, Status, user_name};
use serde::Serialize;

use self::quote::{for_cron, for_systemd};
use crate::words::{help, install as words};

/// Minute, hours: in cron's form and in systemd's.
const CRON_TIMES: &str = "15 1-9 * * *";
const TIMER_TIMES: &str = "*-*-* 01..09:15:00";

/// What the units are called.
const UNIT: &str = "pustaka-night";

/// The parts that can be printed alone.
const PARTS: [&str; 3] = ["cron", "service", "timer"];

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("install")
        .about(help::install(lang))
        .long_about(help::install_long(lang))
        .arg(
            Arg::new("part")
                .value_name(help::part_value(lang))
                .value_parser(PARTS)
                .help(help::install_part(lang)),
        )
}

/// What starts the night.
#[derive(Serialize)]
struct Schedule {
    program: String,
    library: String,
    user: String,
    crontab: String,
    service: Unit,
    timer: Unit,
}

/// A unit of systemd.
#[derive(Serialize)]
struct Unit {
    file: String,
    text: String,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?.path().to_owned();
    let program = program(lang)?;
    let schedule = Schedule::of(&program, &library, lang)?;
    let part = matches.get_one::<String>("part").map(String::as_str);
    if part.is_none() && *session.format() == Format::Json {
        session.show(Document::new(&schedule))?;
        return Ok(Status::Done);
    }
    let text = match part {
        Some("cron") => format!("{}\n", schedule.crontab),
        Some("service") => schedule.service.text,
        Some("timer") => schedule.timer.text,
        _ => schedule.explained(lang),
    };
    let mut sink = session.sink()?;
    match sink.write_all(text.as_bytes()) {
        Ok(()) => sink.finish()?,
        Err(error) => sink.fail(&error)?,
    }
    Ok(Status::Done)
}

/// The program that runs now, by its whole name.
fn program(lang: Lang) -> Result<PathBuf, Failure> {
    let own = std::env::current_exe().and_then(|own| own.canonicalize());
    own.map_err(|error| Failure::io("install.program", words::no_program(lang), &error, lang))
}

impl Schedule {
    fn of(program: &Path, library: &Path, lang: Lang) -> Result<Schedule, Failure> {
        let [program, db] =
            [program, library].map(|path| path.to_str().filter(|text| !text.contains(char::is_control)));
        let (Some(program), Some(db)) = (program, db) else {
            let failure = Failure::usage("install.name", words::bad_name(lang, library.display()));
            return Err(failure.hint(words::bad_name_hint(lang)));
        };
        let mut typed = vec![program, "run", "--db", db];
        // Cron has no locale: what it mails would be in Indonesian.
        if lang != Lang::Id {
            typed.extend(["--lang", lang.code()]);
        }
        let owner = std::fs::metadata(library).map_or(0, |found| found.uid());
        let user = user_name(owner);
        Ok(Schedule {
            crontab: format!("{CRON_TIMES} {}", for_cron(&typed)),
            service: Unit {
                file: format!("{UNIT}.service"),
                text: service(&for_systemd(&typed), &user, lang),
            },
            timer: Unit {
                file: format!("{UNIT}.timer"),
                text: timer(lang),
            },
            program: program.to_owned(),
            library: db.to_owned(),
            user,
        })
    }

    /// All of it, with how it is used; what is no line of a crontab or a unit is a comment.
    fn explained(&self, lang: Lang) -> String {
        let mut text = String::new();
        for line in [
            words::cron_heading(lang, &self.user).as_str(),
            words::cron_mail(lang),
            words::cron_silent(lang),
        ] {
            let _ = writeln!(text, "# {line}");
        }
        let _ = writeln!(text, "{}\n", self.crontab);
        let _ = writeln!(text, "# {}", words::systemd_heading(lang));
        for unit in [&self.service, &self.timer] {
            let _ = writeln!(text, "\n# /etc/systemd/system/{}\n{}", unit.file, unit.text.trim_end());
        }
        let timer = &self.timer.file;
        let _ = writeln!(text, "\n# {}", words::systemd_start(lang));
        let _ = writeln!(text, "#   systemctl daemon-reload && systemctl enable --now {timer}");
        let _ = writeln!(text, "# {}", words::systemd_look(lang));
        let _ = writeln!(
            text,
            "#   systemctl list-timers {timer}; journalctl -u {}",
            self.service.file
        );
        text
    }
}

fn service(typed: &str, user: &str, lang: Lang) -> String {
    format!(
        "[Unit]\nDescription={}\n\n[Service]\nType=oneshot\nUser={user}\nExecStart={typed}\nNice=10\nIOSchedulingClass=idle\n",
        words::description(lang)
    )
}

fn timer(lang: Lang) -> String {
    format!(
        "[Unit]\nDescription={}\n\n[Timer]\nOnCalendar={TIMER_TIMES}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n",
        words::description_timer(lang)
    )
}
