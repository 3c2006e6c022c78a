//! The peer DuckDB, within Python.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::measure::{self, Run};

/// Connects, asks, and writes down how many seconds the question took.
const SCRIPT: &str = "import sys, time, duckdb\nfile, sql, noted = sys.argv[1:4]\n\
                      connection = duckdb.connect(file) if file else duckdb\nstart = time.perf_counter()\n\
                      connection.sql(sql).fetchall() if sql.startswith('SELECT') else connection.execute(sql)\n\
                      open(noted, 'w').write(str(time.perf_counter() - start))\n";

/// Whether there is a peer at all. Nothing is installed here.
pub(crate) fn present(python: &str) -> Result<()> {
    let asked = Command::new(python)
        .args(["-c", "import duckdb"])
        .stderr(Stdio::null())
        .status();
    match asked {
        Ok(status) if status.success() => Ok(()),
        _ => bail!("the peer DuckDB is not there: `pip install duckdb`, and name the Python that has it with --python"),
    }
}

/// Prints the rows of an answer, one a line, cells between tabs.
const ROWS: &str = "import sys, duckdb\nfor row in duckdb.connect(sys.argv[1]).sql(sys.argv[2]).fetchall():\n    \
                    print(*row, sep='\\t')\n";

/// The rows of an answer, for one to be held against ours: cells between tabs.
pub(crate) fn rows(python: &str, sql: &str, file: &Path) -> Result<String> {
    let asked = Command::new(python).args(["-c", ROWS]).arg(file).arg(sql).output()?;
    if !asked.status.success() {
        bail!("DuckDB: {}", String::from_utf8_lossy(&asked.stderr));
    }
    Ok(String::from_utf8(asked.stdout)?)
}

/// Asks in a file of its own or in none: the whole process, and the seconds of the query as its own process measured them.
pub(crate) fn ask(python: &str, sql: &str, file: Option<&Path>, noted: &Path) -> Result<(Run, Run)> {
    let mut command = Command::new(python);
    command
        .args(["-c", SCRIPT])
        .arg(file.unwrap_or(Path::new("")))
        .arg(sql)
        .arg(noted);
    let whole = measure::watched(&mut command)?;
    let seconds = std::fs::read_to_string(noted)?
        .parse()
        .context("the seconds of the query")?;
    Ok((whole, Run { seconds, ..whole }))
}
