//! The night killed at every call that changes something, or that call refused: the next run completes it, and the
//! library is as it is after a night that nothing disturbed.

mod commits;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use pustaka_core::check::Depth;
use pustaka_core::night::Step;
use rusqlite::Connection;

use super::counter;
use super::faults::{CHANGES, copy};
use crate::lab::{Lab, Verdict};
use crate::observe::{content_without, unsound};
use crate::run::{Fault, Faulted, Run, can_trace};

/// What differs where a backup was made by the run that was killed, and found by the one after it.
const MARKS: &[&str] = &["night_step"];
/// What differs besides where a step failed and its turn came after others: who was told first, which days were counted
/// again since.
const ORDER: &[&str] = &[
    "night",
    "night_step",
    "journal",
    "counter",
    "notice",
    "notice_about",
    "summary_day",
];

const NIGHT: &[&str] = &["run", "--backups", "shelf", "-o", "reports"];

/// Four nights that were missed, with something to be done in them: a hold that nobody comes for, a waiting list of an
/// event that is over, a loan to be cut from its reader.
fn missed(lab: &Lab, folder: &Path) -> Result<()> {
    counter::ready(lab, folder, 4, 12)?;
    for own in ["shelf", "reports"] {
        std::fs::create_dir(folder.join(own))?;
    }
    let event = [
        "add",
        "Kelas",
        "--kind",
        "lokakarya",
        "--session",
        "2019-12-30 09:00-12:00",
    ];
    let register = |name: &'static str, phone: &'static str| ["register", "kelas", "--name", name, "--phone", phone];
    for (tool, at, args) in [
        ("loan", "2019-12-25T09:00", &["checkout", "A00004", "K00000005"][..]),
        ("loan", "2019-12-26T09:00", &["return", "K00000005"]),
        ("loan", "2019-12-26T09:00", &["hold", "A00001", "K00000001"]),
        ("loan", "2019-12-26T09:01", &["hold", "A00002", "K00000001"]),
        (
            "event-roster",
            "2019-12-26T09:02",
            &[&event[..], &["--capacity", "1"]].concat(),
        ),
        ("event-roster", "2019-12-26T09:03", &register("Ani", "0812-3456-7801")),
        ("event-roster", "2019-12-26T09:04", &register("Budi", "0812-3456-7802")),
        ("nightly-report", "2019-12-29T01:15", NIGHT),
    ] {
        let ended = lab.tool(tool, folder, &[args, &["--at", at]].concat()).go()?;
        counter::ended_well(&ended).with_context(|| format!("{tool} {args:?}"))?;
    }
    // As it is when a consent ends: what was kept by it is due.
    let conn = Connection::open(folder.join("library.db"))?;
    conn.execute_batch("UPDATE loan SET member_id = (SELECT id FROM member WHERE card = 'A00004') WHERE id = 1")?;
    Ok(())
}

/// A library with missed nights, and how it stands after a run that nothing disturbed.
struct Bench {
    ready: PathBuf,
    work: PathBuf,
    run: Run,
    again: Run,
    /// The night after, which counts again what was told late.
    next: Run,
    /// Whether it makes files.
    files: bool,
    /// What the library says, in its order, and whatever its order; and the page of the last day.
    after: [String; 3],
    /// The same after the next night.
    settled: [String; 3],
}

impl Bench {
    fn new(lab: &Lab, name: &str, files: bool, run: impl Fn(&Path) -> Run) -> Result<Bench> {
        let ready = lab.folder(&format!("{name}-ready"))?;
        missed(lab, &ready)?;
        let work = lab.folder(&format!("{name}-work"))?;
        let mut bench = Bench {
            run: run(&work),
            again: lab.tool("nightly-report", &work, NIGHT),
            next: lab.tool(
                "nightly-report",
                &work,
                &[NIGHT, &["--at", "2020-01-03T01:15"]].concat(),
            ),
            files,
            after: Default::default(),
            settled: Default::default(),
            ready,
            work,
        };
        bench.reset()?;
        counter::ended_well(&bench.run.go()?)?;
        let journal = Connection::open(bench.library())?.query_row(
            "SELECT group_concat(action, ' ' ORDER BY seq) FROM journal WHERE action IN ('hold.expire', 'event.lapse', 'history.cut')",
            [],
            |row| row.get::<_, Option<String>>(0),
        )?;
        if journal.as_deref().map_or(0, |all| all.split(' ').count()) < 3 {
            bail!("a night with little work: {journal:?}");
        }
        bench.after = bench.state()?;
        counter::ended_well(&bench.next.go()?)?;
        bench.settled = bench.state()?;
        Ok(bench)
    }

    fn reset(&self) -> Result<()> {
        std::fs::remove_dir_all(&self.work)?;
        copy(&self.ready, &self.work)
    }

    fn library(&self) -> PathBuf {
        self.work.join("library.db")
    }

    fn state(&self) -> Result<[String; 3]> {
        let library = self.library();
        let page = std::fs::read_to_string(self.work.join("reports/latest.html")).unwrap_or_default();
        Ok([
            content_without(&library, MARKS)?,
            content_without(&library, ORDER)?,
            page,
        ])
    }

    /// How many steps and nights are not done.
    fn left(&self) -> Result<i64> {
        let conn = Connection::open(self.library())?;
        let sql = "SELECT (SELECT count(*) FROM night_step WHERE outcome <> 'done') + \
             (SELECT count(*) FROM night WHERE closed_at IS NULL)";
        Ok(conn.query_row(sql, [], |row| row.get(0))?)
    }

    /// Whether a step of a night is done in the library as a kill left it; what is there is looked at in a copy, for
    /// who opens it first mends it.
    fn is_done(&self, day: &str, step: Step) -> Result<bool> {
        let seen = self.work.with_extension("seen");
        copy(&self.work, &seen)?;
        let conn = Connection::open(seen.join("library.db"))?;
        let sql = "SELECT count(*) FROM night_step WHERE day = ?1 AND step = ?2 AND outcome = 'done'";
        let done: i64 = conn.query_row(sql, [day, step.code()], |row| row.get(0))?;
        drop(conn);
        std::fs::remove_dir_all(&seen)?;
        Ok(done == 1)
    }

    /// What is wrong once the night was run again after a fault, if anything is.
    fn judge(&self, fault: Fault, faulted: &Faulted) -> Result<Option<String>> {
        let ended = &faulted.ended;
        if ended.panicked() {
            return Ok(Some("panic".to_owned()));
        }
        if ended.code == Some(0) && self.left()? > 0 {
            return Ok(Some("it ended well and left steps".to_owned()));
        }
        if ended.code.is_some_and(|code| code != 0 && ended.words.is_empty()) {
            return Ok(Some("it failed and said nothing".to_owned()));
        }
        let again = self.again.go()?;
        if again.code != Some(0) || !again.words.is_empty() {
            return Ok(Some(format!("exit {:?}: {}", again.code, again.said())));
        }
        let [in_order, _, page] = self.state()?;
        if fault == Fault::Kill && in_order != self.after[0] {
            return Ok(Some("another library than after an undisturbed night".to_owned()));
        }
        let left = self.left()?;
        if left > 0 {
            return Ok(Some(format!("{left} steps and nights are left")));
        }
        match unsound(&self.library(), Depth::Deep) {
            Some(finding) => Ok(Some(format!("damage: {finding}"))),
            None if !self.files => Ok(None),
            None if page != self.after[2] => Ok(Some("another page".to_owned())),
            None if fault == Fault::Kill => self.judge_files(),
            None => Ok(self.judge_files()?.or(self.judge_next()?)),
        }
    }

    /// The next night leaves nothing of what was late.
    fn judge_next(&self) -> Result<Option<String>> {
        counter::ended_well(&self.next.go()?)?;
        let [_, whole, page] = self.state()?;
        let same = whole == self.settled[1] && page == self.settled[2];
        Ok((!same).then(|| "the night after is another".to_owned()))
    }

    /// The shelf holds a backup of the night before all this and one of today, with their digests, the other folder the
    /// reports of two days, and neither anything else.
    fn judge_files(&self) -> Result<Option<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(self.work.join("shelf"))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            // `pustaka-1a2b3c4d-20200102-101500.db`
            let day = name.get(17..25).unwrap_or_default();
            let ending = name.split_once('.').map_or("", |(_, ending)| ending);
            names.push(format!("{day} {ending}"));
        }
        names.sort();
        let expected = ["20191229 db", "20191229 db.sha256", "20200102 db", "20200102 db.sha256"];
        let reports = std::fs::read_dir(self.work.join("reports"))?.count();
        let held = names == expected && reports == 9;
        Ok((!held).then(|| format!("the shelf holds {names:?}, the other folder {reports} files")))
    }
}

/// Puts faults into the calls; how many were put, and what broke.
fn torment(bench: &Bench, faults: &[Fault], stride: usize) -> Result<(usize, Vec<String>)> {
    let (mut put, mut broken) = (0, Vec::new());
    for fault in faults {
        for call in CHANGES {
            for when in (1..).step_by(stride) {
                bench.reset()?;
                let faulted = bench.run.fault(call, *fault, when)?;
                let Some(at) = &faulted.call else {
                    break;
                };
                put += 1;
                let wrong = bench.judge(*fault, &faulted)?;
                broken.extend(wrong.map(|wrong| format!("{wrong} after {fault:?} at {at}")));
            }
        }
    }
    Ok((put, broken))
}

/// Kills the run once before and once after the commit of each step, whatever else is tried.
fn around_commits(bench: &Bench) -> Result<Verdict> {
    bench.reset()?;
    let commits = commits::of_each_step(&bench.run, &bench.library())?;
    let (mut kills, mut broken) = (0, Vec::new());
    for commit in &commits {
        for (moment, call, when, done) in commit.moments() {
            bench.reset()?;
            let faulted = bench.run.fault(call, Fault::Kill, when)?;
            kills += usize::from(faulted.call.is_some());
            let wrong = match bench.is_done(&commit.day, commit.step)? == done && faulted.call.is_some() {
                true => bench.judge(Fault::Kill, &faulted)?,
                false => Some("it was not killed there".to_owned()),
            };
            broken.extend(wrong.map(|wrong| format!("{wrong}, {moment} the commit of {}", commit.step.code())));
        }
    }
    let steps: Vec<&str> = commits.iter().map(|commit| commit.step.code()).collect();
    let figures = format!(
        "{kills} kills, before and after that of {}; {} not completed",
        steps.join(", "),
        broken.len()
    );
    Ok(Verdict::of("killed around a commit", figures, broken))
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    if !can_trace() {
        let why = "strace is not there or may not trace";
        return Ok(vec![Verdict::skipped("a night broken off", why)]);
    }
    let bench = Bench::new(lab, "night", true, |folder| lab.tool("nightly-report", folder, NIGHT))?;
    let mut verdicts = vec![around_commits(&bench)?];
    let refused: &[Fault] = &[Fault::Error("EIO"), Fault::Error("ENOSPC")];
    for (name, faults, stride) in [("killed", &[Fault::Kill][..], 107), ("a call refused", refused, 263)] {
        let (put, broken) = torment(&bench, faults, lab.many(stride, 1))?;
        let figures = format!("{put} faults in four nights, {} not completed", broken.len());
        verdicts.push(Verdict::of(name, figures, broken));
    }
    let bench = Bench::new(lab, "night-control", false, |folder| lab.careless(folder, &["night"]))?;
    let (put, broken) = torment(&bench, &[Fault::Kill], lab.many(59, 3))?;
    let figures = format!("{put} kills, {} nights not completed", broken.len());
    verdicts.push(Verdict::control("marked before it is done", figures, broken.len()));
    Ok(verdicts)
}
