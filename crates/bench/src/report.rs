//! The night of a large library, and loans by class and month against DuckDB on its own copy of the same tables.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::measure::{self, Run, Runs};
use crate::table::Table;
use crate::{Plan, duckdb, import, loan, stock};

/// Loans that lie behind for each copy: five million for a million.
const PAST: usize = 5;
/// What is lent on a day, and what comes back.
const A_DAY: usize = 1_000;
/// The first and the last day of what [`stock::past_loans`] makes.
const FROM: &str = "2010-01-01";
const TO: &str = "2024-12-31";
/// The first night that is run here closes this day.
const FIRST: &str = "2026-10-01";

pub(crate) fn run(plan: &Plan, python: &str) -> Result<String> {
    duckdb::present(python)?;
    let past = plan.rows * PAST;
    let (large, small) = (plan.file("library.db"), plan.file("small.db"));
    loan::make(plan, &small)?;
    std::fs::copy(&small, &large)?;
    stock::past_loans(&small, past / 100)?;
    stock::past_loans(&large, past)?;

    let mut table = Table::new(&format!(
        "report: {} copies, {} members, {past} past loans, {} runs",
        plan.rows,
        loan::MEMBERS,
        plan.runs
    ));
    // The first night builds the summaries of all years.
    let first = night(plan, &large, FIRST)?;
    night(plan, &small, FIRST)?;
    table.note(&format!(
        "The first night, which counts all {past} loans: {:.2} s, {:.0} MiB.",
        first.seconds,
        first.peak as f64 / 1024.0
    ));
    classes(plan, &large, python, &mut table)?;
    nights(plan, (&large, &small), past, &mut table)?;
    Ok(table.finish())
}

/// Nights after a day's work, and after a day on which nothing happened.
fn nights(plan: &Plan, (large, small): (&Path, &Path), past: usize, table: &mut Table) -> Result<()> {
    let (mut busy, mut few, mut quiet) = (Runs::default(), Runs::default(), Runs::default());
    for run in 0..plan.runs {
        let (work, rest) = (
            stock::day_after(FIRST, run * 2 + 1)?,
            stock::day_after(FIRST, run * 2 + 2)?,
        );
        for (db, runs) in [(large, &mut busy), (small, &mut few)] {
            stock::a_day(db, &work, A_DAY)?;
            act(plan, db, &work)?;
            runs.push(night(plan, db, &work)?);
        }
        quiet.push(night(plan, large, &rest)?);
        night(plan, small, &rest)?;
    }
    let title = format!("a night after {A_DAY} loans: {past} past loans against {}", past / 100);
    table.row(&title, &busy, &few);
    table.row("a night after a day without work against one with", &quiet, &busy);
    Ok(())
}

/// Something that stands in the journal: a library in which nobody acted is not backed up again.
fn act(plan: &Plan, db: &Path, day: &str) -> Result<()> {
    let mut command = import::command(plan, "library-db", db);
    command.args(["settings", "library.name", day, "--at", &format!("{day}T16:00")]);
    measure::brief(&mut command).map(drop)
}

/// The night of one day, with everything in it: its backup, its check, its pages.
fn night(plan: &Plan, db: &Path, day: &str) -> Result<Run> {
    // Both libraries were one file once: each has folders of its own.
    let (backups, reports) = (db.with_extension("backups"), db.with_extension("reports"));
    for folder in [&backups, &reports] {
        std::fs::create_dir_all(folder)?;
    }
    let at = format!("{}T01:15", stock::day_after(day, 1)?);
    let mut command = import::command(plan, "nightly-report", db);
    command.args(["run", "--date", day, "--at", &at, "--backups"]);
    measure::watched(command.arg(backups).arg("-o").arg(reports))
}

/// Loans by class and month: from the summaries, and counted again from the rows.
fn classes(plan: &Plan, db: &Path, python: &str, table: &mut Table) -> Result<()> {
    let copy = copy_for_duckdb(plan, db, python)?;
    let sql = format!(
        "SELECT CASE WHEN class IS NULL THEN 'other' WHEN upper(class) LIKE '2X%' THEN '2X'
           WHEN regexp_matches(class, '^[0-9]') THEN class[1] || '00' ELSE 'other' END AS row, loaned_at[1:7] AS month, count(*)
         FROM loan JOIN item ON item.id = loan.item_id JOIN title ON title.id = item.title_id
         WHERE loaned_at >= '{FROM}' AND loaned_at[1:10] <= '{TO}' GROUP BY ALL ORDER BY ALL"
    );
    // An answer that is quick and another one says nothing.
    let theirs = of_duckdb(&duckdb::rows(python, &sql, &copy)?)?;
    for more in [&[][..], &["--recount"]] {
        let said = asked(plan, db, more).output()?;
        if !said.status.success() {
            bail!("the table: {}", String::from_utf8_lossy(&said.stderr));
        }
        same(&of_table(&String::from_utf8(said.stdout)?)?, &theirs).with_context(|| format!("the table {more:?}"))?;
    }
    let (mut kept, mut counted) = (Runs::default(), Runs::default());
    let (mut whole, mut inner) = (Runs::default(), Runs::default());
    for _ in 0..plan.runs {
        kept.push(by_class(plan, db, &[])?);
        counted.push(by_class(plan, db, &["--recount"])?);
        let (process, query) = duckdb::ask(python, &sql, Some(&copy), &plan.file("seconds"))?;
        whole.push(process);
        inner.push(query);
    }
    table.row("loans by class and month, from the summaries", &kept, &whole);
    table.row("the same against DuckDB's query alone", &kept, &inner);
    table.row("loans by class and month, from the rows", &counted, &whole);
    table.row("the same against DuckDB's query alone", &counted, &inner);
    table.note("DuckDB runs within Python: its whole process has Python's start in it, its query alone has not.");
    Ok(())
}

/// Loans by class and month, as `2010-03`; none of zero.
type Loans = BTreeMap<(String, String), u64>;

fn of_duckdb(rows: &str) -> Result<Loans> {
    let loan = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [class, month, loans] = cells[..] else {
            bail!("a row of DuckDB: {row}");
        };
        Ok(((class.to_owned(), month.to_owned()), loans.parse()?))
    };
    rows.lines().map(loan).collect()
}

/// Of our table, by its headings: a row a year and class, a column a month; totals are left out.
fn of_table(csv: &str) -> Result<Loans> {
    let cells = |line: &str| -> Vec<String> {
        line.trim_start_matches('\u{feff}')
            .split([';', ','])
            .map(str::to_owned)
            .collect()
    };
    let mut lines = csv.lines();
    let headings = cells(lines.next().context("headings")?);
    let at = |name: &str| {
        headings
            .iter()
            .position(|one| one == name)
            .with_context(|| format!("the column {name}"))
    };
    let (year, class) = (at("year")?, at("class")?);
    let mut loans = Loans::new();
    for row in lines
        .map(cells)
        .filter(|row| row.len() == headings.len() && row[class] != "total")
    {
        for (heading, cell) in headings.iter().zip(&row) {
            let month = heading.strip_prefix('m').filter(|month| month.len() == 2);
            if let (Some(month), false) = (month, cell.is_empty() || cell == "0") {
                loans.insert((row[class].clone(), format!("{}-{month}", row[year])), cell.parse()?);
            }
        }
    }
    Ok(loans)
}

/// Fails, with the first cell that differs, unless both are the same and there is something.
fn same(ours: &Loans, theirs: &Loans) -> Result<()> {
    if theirs.is_empty() {
        bail!("DuckDB counts nothing");
    }
    match ours
        .keys()
        .chain(theirs.keys())
        .find(|key| ours.get(*key) != theirs.get(*key))
    {
        Some(key) => bail!("{key:?}: {:?} against DuckDB's {:?}", ours.get(key), theirs.get(key)),
        None => Ok(()),
    }
}

fn by_class(plan: &Plan, db: &Path, more: &[&str]) -> Result<Run> {
    measure::watched(&mut asked(plan, db, more))
}

fn asked(plan: &Plan, db: &Path, more: &[&str]) -> Command {
    let mut command = import::command(plan, "nightly-report", db);
    command.args(["report", "loans", "--from", FROM, "--to", TO, "--format", "csv"]);
    command.args(more);
    command
}

/// The three tables in a file of DuckDB's own.
fn copy_for_duckdb(plan: &Plan, db: &Path, python: &str) -> Result<PathBuf> {
    let copy = plan.file("peer.duckdb");
    let mut sql = String::new();
    for (table, columns) in [
        ("title", "id, class"),
        ("item", "id, title_id"),
        ("loan", "id, item_id, loaned_at"),
    ] {
        let csv = plan.file(&format!("{table}.csv"));
        let out = std::fs::File::create(&csv)?;
        let asked = Command::new("sqlite3")
            .args(["-readonly", "-csv", "-header"])
            .arg(db)
            .arg(format!("SELECT {columns} FROM {table}"))
            .stdout(Stdio::from(out))
            .status()
            .context("the peer `sqlite3`")?;
        if !asked.success() {
            bail!("the tables can't be copied for the peer");
        }
        let types = if table == "loan" {
            ", types = {'loaned_at': 'VARCHAR'}"
        } else {
            ""
        };
        let types = if table == "title" {
            ", types = {'class': 'VARCHAR'}"
        } else {
            types
        };
        sql.push_str(&format!(
            "CREATE TABLE {table} AS SELECT * FROM read_csv('{}'{types});",
            csv.display()
        ));
    }
    duckdb::ask(python, &sql, Some(&copy), &plan.file("seconds"))?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_answers_are_the_same_or_the_first_difference_is_named() {
        let csv = "year,class,name,m01,m02,loans,renewals\n2010,000,Umum,3,,3,0\n2010,2X,Islam,0,4,4,1\n2010,total,,3,4,7,1\n";
        let ours = of_table(csv).expect("a table");
        let theirs = of_duckdb("000\t2010-01\t3\n2X\t2010-02\t4\n").expect("rows");
        assert_eq!(ours, theirs);
        assert!(same(&ours, &theirs).is_ok());
        for other in ["000\t2010-01\t3\n", "000\t2010-01\t3\n2X\t2010-02\t5\n", ""] {
            assert!(same(&ours, &of_duckdb(other).expect("rows")).is_err(), "{other}");
        }
        let other = of_duckdb("000\t2010-01\t3\n2X\t2010-02\t4\nother\t2010-02\t1\n").expect("rows");
        let error = same(&ours, &other).expect_err("one more").to_string();
        assert!(error.contains("other") && error.contains("2010-02"), "{error}");
        assert!(of_table("a,b\n1,2\n").is_err());
    }
}
