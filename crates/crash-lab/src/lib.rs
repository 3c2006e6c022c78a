//! Rigs that break the shipped programs on purpose: faults at every system call, kills, full disks, damaged and
//! hostile files. Each has a control, a careless program that must fail where ours holds: a rig whose control
//! does not fail has shown nothing.
//!
//! It is a program of its own and not a test, because it runs the released binaries for minutes, wants `strace` and
//! the right to mount, and kills what it starts. `scripts/crash-lab` builds and runs it.
#![forbid(unsafe_code)]

mod careless;
mod lab;
mod observe;
mod rigs;
mod run;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::lab::{Lab, Outcome, Verdict};

const USAGE: &str = "crash-lab [--quick] [--seed NUMBER] [--only ROW,ROW…] [--trials NAME,NAME…] [--bin FOLDER]\n\
    rows: R1 R2 R3 R5 R6 R7 R12 R13 R14 R18 kill night\n";

/// Runs what the arguments ask for; 0 when everything held and every control failed, 1 otherwise, 2 for wrong usage.
pub fn main(args: Vec<String>) -> ExitCode {
    if args.first().is_some_and(|first| first == "careless") {
        return match careless::run(&args[1..]) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let mut out = std::io::stdout().lock();
    let lab = match options(&args) {
        Ok(lab) => lab,
        Err(error) => {
            let _unheard = write!(out, "{error:#}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&lab, &mut out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _unheard = writeln!(out, "crash-lab: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn options(args: &[String]) -> Result<Lab> {
    let mut lab = Lab::new()?;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} wants a value"));
        match arg.as_str() {
            "--quick" => lab.quick = true,
            "--seed" => lab.seed = value()?.parse()?,
            "--bin" => lab.bin = value()?.into(),
            "--trials" => lab.trials = value()?.split(',').map(str::to_owned).collect(),
            "--only" => lab.only = value()?.split(',').map(str::to_owned).collect(),
            _ => bail!("{arg} is no option"),
        }
    }
    Ok(lab)
}

fn run(lab: &Lab, out: &mut impl Write) -> Result<bool> {
    lab.need_tools()?;
    writeln!(out, "seed {}{}", lab.seed, if lab.quick { ", quick run" } else { "" })?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (row, rig) in rigs::ALL {
        if !lab.only.is_empty() && !lab.only.iter().any(|only| only.eq_ignore_ascii_case(row)) {
            continue;
        }
        let started = std::time::Instant::now();
        let verdicts = rig(lab).with_context(|| format!("the rig of row {row}"))?;
        for verdict in verdicts {
            match verdict.outcome {
                Outcome::Held => passed += 1,
                Outcome::Broke(_) => failed += 1,
                Outcome::Skipped => skipped += 1,
            }
            say(out, row, &verdict)?;
        }
        writeln!(out, "{row:<5} {:.0} s", started.elapsed().as_secs_f64())?;
    }
    writeln!(
        out,
        "{passed} passed, {failed} failed, {skipped} skipped (seed {})",
        lab.seed
    )?;
    Ok(failed == 0)
}

fn say(out: &mut impl Write, row: &str, verdict: &Verdict) -> Result<()> {
    let word = match &verdict.outcome {
        Outcome::Held => "ok",
        Outcome::Broke(_) => "FAILED",
        Outcome::Skipped => "skipped",
    };
    writeln!(out, "{row:<5} {word:<8} {:<24} {}", verdict.name, verdict.figures)?;
    if let Outcome::Broke(cases) = &verdict.outcome {
        for case in cases.iter().take(20) {
            writeln!(out, "        {case}")?;
        }
        if cases.len() > 20 {
            writeln!(out, "        and {} more", cases.len() - 20)?;
        }
    }
    Ok(out.flush()?)
}
