//! Runs a program and takes its time and its peak of memory.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// One run of a program.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) seconds: f64,
    /// The exit code.
    pub(crate) code: i32,
    /// Highest resident memory in KiB, as the kernel kept it, read every few milliseconds; 0 when it was not asked for.
    pub(crate) peak: u64,
}

/// Several runs of one program.
#[derive(Debug, Clone, Default)]
pub(crate) struct Runs(Vec<Run>);

impl Runs {
    pub(crate) fn push(&mut self, run: Run) {
        self.0.push(run);
    }

    /// Least, median and greatest seconds.
    pub(crate) fn seconds(&self) -> (f64, f64, f64) {
        let mut seconds: Vec<f64> = self.0.iter().map(|run| run.seconds).collect();
        seconds.sort_by(f64::total_cmp);
        let last = seconds.len().saturating_sub(1);
        let at = |index: usize| seconds.get(index).copied().unwrap_or(f64::NAN);
        (at(0), at(last / 2), at(last))
    }

    pub(crate) fn peak(&self) -> u64 {
        self.0.iter().map(|run| run.peak).max().unwrap_or(0)
    }
}

/// How often a running program's memory is read.
const LOOK: Duration = Duration::from_millis(5);

/// Runs a long program; its output is thrown away, its complaints are not.
pub(crate) fn watched(command: &mut Command) -> Result<Run> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| format!("{command:?}"))?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak = peak.max(high_water(&status_file));
        std::thread::sleep(LOOK);
    };
    let seconds = start.elapsed().as_secs_f64();
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(Run { seconds, code: 0, peak })
}

/// Runs a short program to its end; whether it answered 0 or 1 does not matter.
pub(crate) fn brief(command: &mut Command) -> Result<Run> {
    let start = Instant::now();
    let output = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output()?;
    let seconds = start.elapsed().as_secs_f64();
    match output.status.code() {
        Some(code @ (0 | 1)) => Ok(Run { seconds, code, peak: 0 }),
        _ => bail!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)),
    }
}

fn high_water(status_file: &str) -> u64 {
    let status = fs::read_to_string(status_file).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
