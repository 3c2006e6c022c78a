//! Tallying a million answers of nine elements from CSV, against DuckDB reading the same file and averaging the columns.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use pustaka_testkit::random::Random;

use crate::measure::{self, Run, Runs};
use crate::table::Table;
use crate::{Plan, duckdb};

const ELEMENTS: [&str; 9] = [
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
];

pub(crate) fn run(plan: &Plan, python: &str) -> Result<String> {
    duckdb::present(python)?;
    let all = make(plan, "all.csv", plan.rows)?;
    let tenth = make(plan, "tenth.csv", plan.rows / 10)?;
    let size = std::fs::metadata(&all)?.len() / 1_000_000;
    let title = format!(
        "survey: {} answers x {} elements, {size} MB, {} runs",
        plan.rows,
        ELEMENTS.len(),
        plan.runs
    );
    let mut table = Table::new(&title);
    let (mut ours, mut query, mut theirs) = (Runs::default(), Runs::default(), Runs::default());
    let mut small = Runs::default();
    for _ in 0..plan.runs {
        ours.push(tally(plan, &all)?);
        let (whole, inner) = averages(python, &all)?;
        theirs.push(whole);
        query.push(inner);
        small.push(tally(plan, &tenth)?);
    }
    table.row("whole processes", &ours, &theirs);
    table.row("our whole process against its query alone", &ours, &query);
    table.row("all against a tenth", &ours, &small);
    let peak = |runs: &Runs| format!("{:.1} MiB", runs.peak() as f64 / 1024.0);
    table.note(&format!(
        "Peak memory: ours {} ({} for a tenth), DuckDB {}.",
        peak(&ours),
        peak(&small),
        peak(&theirs)
    ));
    table.note("DuckDB runs within Python: its whole process has Python's start in it, its query alone has not.");
    Ok(table.finish())
}

/// Answers from a fixed seed, one in eleven of them blank.
fn make(plan: &Plan, name: &str, rows: usize) -> Result<std::path::PathBuf> {
    const CELLS: [&str; 11] = ["1", "2", "3", "3", "3", "4", "4", "4", "4", "3", ""];
    let path = plan.file(name);
    let mut out = BufWriter::new(File::create(&path)?);
    let mut random = Random::new(17);
    writeln!(out, "responden,{}", ELEMENTS.join(","))?;
    for row in 1..=rows {
        write!(out, "{row}")?;
        for _ in ELEMENTS {
            write!(out, ",{}", random.one_of(&CELLS))?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(path)
}

fn tally(plan: &Plan, file: &Path) -> Result<Run> {
    measure::watched(
        Command::new(plan.tool("survey-tally"))
            .arg("tally")
            .arg(file)
            .args(["--format", "json"]),
    )
}

/// DuckDB reads the same file and averages the columns.
fn averages(python: &str, file: &Path) -> Result<(Run, Run)> {
    let averages: Vec<String> = ELEMENTS.iter().map(|element| format!("avg({element})")).collect();
    let sql = format!(
        "SELECT count(*), {} FROM read_csv('{}')",
        averages.join(", "),
        file.display()
    );
    duckdb::ask(python, &sql, None, &file.with_extension("seconds"))
}
