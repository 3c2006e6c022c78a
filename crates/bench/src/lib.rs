//! Times the tools against named peers, in the same run on the same data.
//!
//! Every figure is a median of several runs with its least and greatest; machines are noisy, so the ratio counts.
//! The data are made from a fixed seed in a folder that goes when the run ends. Nothing is installed.
#![forbid(unsafe_code)]

mod duckdb;
mod import;
mod loan;
mod measure;
mod peer;
mod report;
mod search;
mod stock;
mod survey;
mod table;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

/// What a job needs: where the tools are, where its files go, how often it runs.
pub(crate) struct Plan {
    tools: PathBuf,
    folder: PathBuf,
    runs: usize,
    rows: usize,
}

impl Plan {
    fn tool(&self, name: &str) -> PathBuf {
        self.tools.join(name)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Runs a job: `import`, `search`, `loan`, `survey` or `report`, with `--runs N`, `--rows N`, `--in FOLDER`.
pub fn main(args: Vec<String>) -> ExitCode {
    match run(&args) {
        Ok(report) => {
            let written = std::io::stdout().write_all(report.as_bytes());
            if written.is_ok() {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(3)
            }
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "bench: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> Result<String> {
    let option = |name: &str| {
        args.windows(2)
            .find(|pair| pair[0] == name)
            .map(|pair| pair[1].as_str())
    };
    let number = |name: &str, usual: usize| option(name).map_or(Ok(usual), str::parse);
    let parent = option("--in").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::Builder::new().prefix("pustaka-bench-").tempdir_in(parent)?;
    let own = std::env::current_exe().context("where this program is")?;
    let plan = Plan {
        tools: own.parent().context("the folder of this program")?.to_path_buf(),
        folder: folder.path().to_path_buf(),
        runs: number("--runs", 5)?.max(1),
        rows: number("--rows", 1_000_000)?.max(1000),
    };
    let job = args.first().map(String::as_str);
    // The surveys' peer is another one.
    if job != Some("survey") {
        peer::present()?;
    }
    match job {
        Some("import") => import::run(&plan),
        Some("search") => search::run(&plan),
        Some("loan") => loan::run(&plan),
        Some("survey") => survey::run(&plan, option("--python").unwrap_or("python3")),
        Some("report") => report::run(&plan, option("--python").unwrap_or("python3")),
        _ => bail!("say which job: import, search, loan, survey or report"),
    }
}
