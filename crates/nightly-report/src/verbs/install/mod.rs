//! `install`: prints what starts the night and sends its mails, crontab lines or systemd timers; nothing is installed by
//! it.
//!
//! The night every hour from 01:15 to 09:15, because a run that finds nothing to do is silent: a machine that was off, a
//! disk that was not mounted, a desk that kept the file, each costs an hour and not a night. The mails every hour of the
//! day, so that what was put off goes out the same day; those of the night wait until the quiet hours are over.

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
struct Times {
    cron: &'static str,
    timer: &'static str,
}

const NIGHT: Times = Times {
    cron: "15 1-9 * * *",
    timer: "*-*-* 01..09:15:00",
};
const MAIL: Times = Times {
    cron: "15 7-19 * * *",
    timer: "*-*-* 07..19:15:00",
};

/// The program that sends the mails; it is installed beside this one.
const SENDER: &str = "notice-outbox";

/// What takes the mails, by its whole name: cron looks for programs in `/usr/bin` and `/bin` alone.
const SENDMAIL: &str = "/usr/sbin/sendmail -t -i";

/// The parts that can be printed alone.
const PARTS: [&str; 6] = ["cron", "service", "timer", "mail-cron", "mail-service", "mail-timer"];

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

/// What starts the night, and what sends the mails.
#[derive(Serialize)]
struct Schedule {
    library: String,
    user: String,
    #[serde(flatten)]
    night: Job,
    mail: Job,
}

/// A program that is started again and again, by cron or by systemd.
#[derive(Serialize)]
struct Job {
    program: String,
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
        Some(part) => schedule.part(part),
        None => schedule.explained(lang),
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
        let sender = program.with_file_name(SENDER);
        let [program, sender, db] =
            [program, &sender, library].map(|path| path.to_str().filter(|text| !text.contains(char::is_control)));
        let (Some(program), Some(sender), Some(db)) = (program, sender, db) else {
            let failure = Failure::usage("install.name", words::bad_name(lang, library.display()));
            return Err(failure.hint(words::bad_name_hint(lang)));
        };
        // Cron has no locale, or another one: what it mails would be in another language.
        let spoken: &[&str] = &["--lang", lang.code()];
        let owner = std::fs::metadata(library).map_or(0, |found| found.uid());
        let user = user_name(owner);
        let night = [&[program, "run", "--db", db], spoken].concat();
        let mail = [&[sender, "send", "--command", SENDMAIL, "--db", db], spoken].concat();
        Ok(Schedule {
            night: Job {
                program: program.to_owned(),
                crontab: format!("{} {}", NIGHT.cron, for_cron(&night)),
                service: Unit {
                    file: "pustaka-night.service".to_owned(),
                    text: service(words::description(lang), &for_systemd(&night), &user),
                },
                timer: Unit {
                    file: "pustaka-night.timer".to_owned(),
                    text: timer(words::description_timer(lang), NIGHT.timer),
                },
            },
            mail: Job {
                program: sender.to_owned(),
                crontab: format!("{} {}", MAIL.cron, for_cron(&mail)),
                service: Unit {
                    file: "pustaka-mail.service".to_owned(),
                    text: service(words::mail_description(lang), &for_systemd(&mail), &user),
                },
                timer: Unit {
                    file: "pustaka-mail.timer".to_owned(),
                    text: timer(words::mail_description_timer(lang), MAIL.timer),
                },
            },
            library: db.to_owned(),
            user,
        })
    }

    /// One of the [`PARTS`], as it is saved.
    fn part(self, part: &str) -> String {
        let (job, part) = match part.strip_prefix("mail-") {
            Some(part) => (self.mail, part),
            None => (self.night, part),
        };
        match part {
            "service" => job.service.text,
            "timer" => job.timer.text,
            _ => format!("{}\n", job.crontab),
        }
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
        let _ = writeln!(text, "{}", self.night.crontab);
        let _ = writeln!(text, "# {}", words::cron_sends(lang));
        let _ = writeln!(text, "{}\n", self.mail.crontab);
        let _ = writeln!(text, "# {}", words::systemd_heading(lang));
        let jobs = [&self.night, &self.mail];
        for unit in jobs.iter().flat_map(|job| [&job.service, &job.timer]) {
            let _ = writeln!(text, "\n# /etc/systemd/system/{}\n{}", unit.file, unit.text.trim_end());
        }
        let timers = jobs.map(|job| job.timer.file.as_str()).join(" ");
        let services = jobs.map(|job| format!("-u {}", job.service.file)).join(" ");
        let _ = writeln!(text, "\n# {}", words::systemd_start(lang));
        let _ = writeln!(text, "#   systemctl daemon-reload && systemctl enable --now {timers}");
        let _ = writeln!(text, "# {}", words::systemd_look(lang));
        let _ = writeln!(text, "#   systemctl list-timers {timers}; journalctl {services}");
        text
    }
}

fn service(description: &str, typed: &str, user: &str) -> String {
    format!(
        "[Unit]\nDescription={description}\n\n[Service]\nType=oneshot\nUser={user}\nExecStart={typed}\nNice=10\nIOSchedulingClass=idle\n"
    )
}

fn timer(description: &str, times: &str) -> String {
    format!(
        "[Unit]\nDescription={description}\n\n[Timer]\nOnCalendar={times}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
}
