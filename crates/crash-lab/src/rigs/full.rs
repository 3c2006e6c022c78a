//! R7: the disk full at every 4 KB of growth. The command says so, the library is as it was, reading goes on, and
//! after something was cleared away the command works.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use pustaka_core::check::Depth;

use super::counter;
use crate::lab::{Lab, Verdict};
use crate::observe::{content, state, unsound};
use crate::run::Run;

/// Bytes that a disk grows by.
const BLOCK: u64 = 4096;

/// A small disk in memory; it is taken away again when this is dropped.
struct Disk(PathBuf);

impl Disk {
    /// None when this machine does not let us mount.
    fn mount(lab: &Lab, bytes: u64) -> Result<Option<Disk>> {
        let path = lab.folder("disk")?;
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &format!("size={bytes},mode=0755"), "crash-lab"])
            .arg(&path);
        let mounted = mount.stdout(Stdio::null()).stderr(Stdio::null()).status();
        Ok(mounted.is_ok_and(|status| status.success()).then_some(Disk(path)))
    }

    fn free(&self) -> Result<u64> {
        let space = rustix::fs::statvfs(&self.0)?;
        Ok(space.f_bfree * space.f_frsize)
    }

    /// Fills it but for so many bytes.
    fn fill_but(&self, left: u64) -> Result<()> {
        let mut ballast = std::fs::File::create(self.0.join("ballast"))?;
        let mut rest = self.free()?.checked_sub(left).context("the disk is too small")?;
        let block = vec![0x5a; BLOCK as usize];
        while rest > 0 {
            let now = rest.min(BLOCK);
            ballast.write_all(&block[..now as usize])?;
            rest -= now;
        }
        Ok(())
    }

    fn clear(&self) -> Result<()> {
        Ok(std::fs::remove_file(self.0.join("ballast"))?)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _stays = Command::new("umount").arg(&self.0).stderr(Stdio::null()).status();
    }
}

/// A command on the small disk, and what must be there for it.
struct Trial {
    name: &'static str,
    tool: &'static str,
    args: &'static [&'static str],
}

const fn trial(name: &'static str, tool: &'static str, args: &'static [&'static str]) -> Trial {
    Trial { name, tool, args }
}

const TRIALS: &[Trial] = &[
    trial("import", "catalog-import", &["next.csv"]),
    trial("settings", "library-db", &["settings", "library.name", "Lain"]),
    trial("undo", "catalog-import", &["undo", "1", "--yes"]),
    trial("backup", "library-db", &["backup", "."]),
    trial("checkout", "loan", &["checkout", "A00001", "K00000003"]),
    trial("member", "member", &["add", "Budi", "--card", "Z00001"]),
];

/// Every file of a folder as it was kept elsewhere, and nothing else.
fn put_back(kept: &Path, disk: &Path) -> Result<()> {
    for entry in std::fs::read_dir(disk)? {
        std::fs::remove_file(entry?.path())?;
    }
    for entry in std::fs::read_dir(kept)? {
        let path = entry?.path();
        std::fs::copy(&path, disk.join(path.file_name().context("a name")?))?;
    }
    Ok(())
}

/// Lets a command grow by one block more each time until it has room; how often it had not, and what broke. Whenever it
/// has not, it says `wanted`.
fn grow(lab: &Lab, disk: &Disk, kept: &Path, run: &Run, wanted: &[&str]) -> Result<(usize, Vec<String>)> {
    let before = state(kept)?;
    let (mut full, mut broken) = (0, Vec::new());
    let step = lab.many(16, 1) as u64;
    for blocks in (0_u64..).step_by(step as usize) {
        put_back(kept, &disk.0)?;
        disk.fill_but(blocks * BLOCK)?;
        let ended = run.go()?;
        if ended.code == Some(0) {
            return Ok((full, broken));
        }
        full += 1;
        let case = |what: &str| {
            format!(
                "{what} with {blocks} blocks left; exit {:?}: {}",
                ended.code,
                ended.said()
            )
        };
        if ended.panicked() || ended.code != Some(3) || !wanted.iter().all(|word| ended.words.contains(word)) {
            broken.push(case("not a clear sentence"));
        }
        // A dry run, because a search that finds nothing is remembered where there is room.
        let reading = ["--dry-run", "--limit", "1", "buku"];
        let reading = lab.tool("catalog-search", &disk.0, &reading).go()?;
        if !matches!(reading.code, Some(0 | 1)) {
            broken.push(case(&format!("reading stopped ({})", reading.said())));
        }
        disk.clear()?;
        if state(&disk.0)? != before {
            broken.push(case("changed"));
        }
        if let Some(finding) = unsound(&disk.0.join("library.db"), Depth::File) {
            broken.push(case(&format!("damage: {finding}")));
        }
        let again = run.go()?;
        if again.code != Some(0) {
            broken.push(case(&format!("and after clearing away: {}", again.said())));
        }
    }
    bail!("it never had room enough")
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let Some(disk) = Disk::mount(lab, 24 << 20)? else {
        return Ok(vec![Verdict::skipped(
            "a full disk",
            "this machine does not let us mount a small disk",
        )]);
    };
    let kept = lab.folder("kept")?;
    counter::ready(lab, &disk.0, 3, 55)?;
    lab.list(&disk.0, "next.csv", 200, 1_000)?;
    for entry in std::fs::read_dir(&disk.0)? {
        let path = entry?.path();
        std::fs::copy(&path, kept.join(path.file_name().context("a name")?))?;
    }
    let mut verdicts = Vec::new();
    for trial in TRIALS {
        let mut args = trial.args.to_vec();
        args.extend(["--format", "json"]);
        let run = lab.tool(trial.tool, &disk.0, &args);
        let folder = disk.0.to_string_lossy();
        // The disk of the backups need not be the library's own, so that it is named.
        let wanted = match trial.name {
            "backup" => vec!["file.full", &folder],
            _ => vec!["file.full"],
        };
        let (full, broken) = grow(lab, &disk, &kept, &run, &wanted)?;
        verdicts.push(Verdict::of(
            trial.name,
            format!("full at {full} sizes, {} broken", broken.len()),
            broken,
        ));
    }
    verdicts.push(control(lab, &disk, &kept)?);
    Ok(verdicts)
}

/// A program that commits now and then has stored a part when the disk is full.
fn control(lab: &Lab, disk: &Disk, kept: &Path) -> Result<Verdict> {
    let (mut halves, mut tried) = (0, 0);
    let before = content(&kept.join("library.db"))?;
    for blocks in (0..200).step_by(10) {
        put_back(kept, &disk.0)?;
        disk.fill_but(blocks * BLOCK)?;
        let ended = lab.careless(&disk.0, &["import", "next.csv"]).go()?;
        disk.clear()?;
        tried += 1;
        halves += usize::from(ended.code != Some(0) && content(&disk.0.join("library.db"))? != before);
    }
    Ok(Verdict::control(
        "a commit now and then",
        format!("{halves} of {tried} left a half"),
        halves,
    ))
}
