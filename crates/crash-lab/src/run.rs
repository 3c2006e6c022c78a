//! Running a program: as it is, killed at a moment, or under `strace` with a fault put into one system call.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// A program to be run in a folder whose `library.db` is its library.
pub(crate) struct Run {
    program: PathBuf,
    folder: PathBuf,
    args: Vec<String>,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code; none when it was killed.
    pub(crate) code: Option<i32>,
    /// What it wrote to its output.
    pub(crate) data: String,
    /// What it wrote to its error stream.
    pub(crate) words: String,
}

/// A fault for one system call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It answers this error.
    Error(&'static str),
    /// The process is killed at it.
    Kill,
}

/// How a run with a fault ended.
pub(crate) struct Faulted {
    pub(crate) ended: Ended,
    /// The call that the fault was put into, as `strace` shows it; none when there were fewer calls.
    pub(crate) call: Option<String>,
}

impl Run {
    pub(crate) fn new(program: &Path, folder: &Path, args: &[&str]) -> Run {
        Run {
            program: program.to_owned(),
            folder: folder.to_owned(),
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        }
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("PUSTAKA_DB", self.folder.join("library.db"))
            .env("PUSTAKA_AT", "2020-01-02T10:15")
            .env("PUSTAKA_STAFF", "lab")
            .env("PUSTAKA_LANG", "en")
            .env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs it to its end.
    pub(crate) fn go(&self) -> Result<Ended> {
        let mut command = self.command(&self.program);
        let output = command.args(&self.args).output();
        Ok(output.with_context(|| format!("{}", self.program.display()))?.into())
    }

    /// Starts it, with nobody listening to what it says.
    pub(crate) fn start(&self) -> Result<Child> {
        let mut command = self.command(&self.program);
        command.args(&self.args).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().with_context(|| format!("{}", self.program.display()))
    }

    /// Kills it after a while; whether it was still running, and how long it had run.
    pub(crate) fn kill_after(&self, moment: Duration) -> Result<(bool, Duration)> {
        let started = Instant::now();
        let mut child = self.start()?;
        std::thread::sleep(moment);
        let running = child.try_wait()?.is_none();
        child.kill()?;
        child.wait()?;
        Ok((running, started.elapsed()))
    }

    /// Runs it to its end, and answers the record of these calls that `strace` keeps, every byte written as a number.
    pub(crate) fn recorded(&self, calls: &str) -> Result<(Ended, String)> {
        let log = self.folder.join("strace.log");
        let mut command = self.command(Path::new("strace"));
        command
            .args(["-qq", "-xx", "-s", "1000000", "-o"])
            .arg(&log)
            .args(["-e", &format!("trace={calls}")])
            .arg(&self.program)
            .args(&self.args);
        let ended = command.output().context("strace")?.into();
        Ok((ended, std::fs::read_to_string(&log)?))
    }

    /// Runs it with a fault in the call number `when` of this kind, in whatever thread makes it.
    pub(crate) fn fault(&self, call: &str, fault: Fault, when: usize) -> Result<Faulted> {
        let log = self.folder.join("strace.log");
        let what = match fault {
            Fault::Error(error) => format!("error={error}"),
            Fault::Kill => "signal=SIGKILL".to_owned(),
        };
        let mut command = self.command(Path::new("strace"));
        command
            .args(["-f", "-qq", "-o"])
            .arg(&log)
            .args(["-e", &format!("trace={call}")])
            .args(["-e", &format!("inject={call}:{what}:when={when}")])
            .arg(&self.program)
            .args(&self.args);
        let ended = command.output().context("strace")?.into();
        let log = std::fs::read_to_string(&log).unwrap_or_default();
        let mark = match fault {
            Fault::Error(_) => "(INJECTED)",
            Fault::Kill => "killed by SIGKILL",
        };
        let at = log.lines().position(|line| line.contains(mark));
        let call = at.map(|at| {
            let shown = if fault == Fault::Kill { at.saturating_sub(1) } else { at };
            log.lines().nth(shown).unwrap_or_default().to_owned()
        });
        Ok(Faulted { ended, call })
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Ended {
            code: output.status.code(),
            data: String::from_utf8_lossy(&output.stdout).into_owned(),
            words: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Ended {
    /// Whether the program lost its head: a panic, or an abort.
    pub(crate) fn panicked(&self) -> bool {
        self.words.contains("panicked at") || self.code == Some(101) || self.code == Some(134)
    }

    /// The first line of what it said.
    pub(crate) fn said(&self) -> &str {
        self.words.lines().next().unwrap_or("nothing")
    }
}

/// Whether `strace` is there and may trace.
pub(crate) fn can_trace() -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
}
