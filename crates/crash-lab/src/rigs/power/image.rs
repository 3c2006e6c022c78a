//! The power cut of a real file system: its image is copied while the desks stand still, so that the copy holds only
//! what had reached the disk, and is mounted again.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, mpsc};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use super::judge;
use crate::lab::{Lab, Verdict};
use crate::rigs::counter::{self, Counter};

/// Bytes of the image.
const SIZE: u64 = 48 << 20;

/// A mounted image; it is taken away again when this is dropped.
struct Mounted(PathBuf);

impl Mounted {
    /// None when this machine does not let us mount.
    fn mount(image: &Path, folder: PathBuf) -> Option<Mounted> {
        let mut mount = Command::new("mount");
        mount.args(["-o", "loop"]).arg(image).arg(&folder);
        let mounted = mount.stdout(Stdio::null()).stderr(Stdio::null()).status();
        mounted.is_ok_and(|status| status.success()).then_some(Mounted(folder))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _stays = Command::new("umount").arg(&self.0).stderr(Stdio::null()).status();
    }
}

/// A new file system in an image.
fn make(image: &Path) -> Result<bool> {
    std::fs::File::create(image)?.set_len(SIZE)?;
    let made = Command::new("mkfs.ext4")
        .arg("-q")
        .arg(image)
        .stderr(Stdio::null())
        .status();
    Ok(made.is_ok_and(|status| status.success()))
}

/// A desk that lends one copy after the other; what is acknowledged is told at once.
fn lend(
    lab: &Lab,
    folder: &Path,
    (counter, careless): (&Counter, bool),
    power: &Mutex<bool>,
    tell: &mpsc::Sender<Told>,
) -> Result<()> {
    for (at, barcode) in counter.barcodes.iter().enumerate() {
        let card = &counter.cards[at % counter.cards.len()];
        let run = match careless {
            true => lab.careless(folder, &["unsynced", barcode]),
            false => lab.tool("loan", folder, &["checkout", card, barcode]),
        };
        // Nobody begins once the power is to be cut, not even while it is.
        let on = power.lock().map_err(|_| anyhow::anyhow!("the power"))?;
        if !*on {
            break;
        }
        let mut child = run.start()?;
        let _unheard = tell.send(Told::Began(child.id()));
        drop(on);
        let status = child.wait()?;
        if !status.success() {
            // Sent home when the power was cut.
            break;
        }
        if tell.send(Told::Acknowledged(barcode.clone())).is_err() {
            break;
        }
    }
    Ok(())
}

/// What a desk tells the one who cuts the power.
enum Told {
    Began(u32),
    Acknowledged(String),
}

/// Waits until a stopped process stands still: what it was writing when it was told to is written by then. A copy that
/// is made meanwhile would hold the later half of it without the earlier one, as no power cut leaves it.
fn stands_still(process: Pid) {
    let status = format!("/proc/{}/stat", process.as_raw_nonzero());
    for _ in 0..2_000 {
        let state = std::fs::read_to_string(&status).unwrap_or_default();
        match state.rsplit(") ").next().and_then(|rest| rest.chars().next()) {
            Some('T' | 't' | 'Z' | 'X') | None => return,
            _ => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// Lets a desk work for a moment, stops it, copies the image; what was acknowledged by then.
fn cut(
    lab: &Lab,
    disk: &Path,
    image: &Path,
    copy: &Path,
    (counter, careless): (&Counter, bool),
    moment: Duration,
) -> Result<Vec<String>> {
    let (tell, hear) = mpsc::channel();
    let power = Mutex::new(true);
    std::thread::scope(|scope| -> Result<Vec<String>> {
        let desk = scope.spawn(|| {
            let tell = tell;
            lend(lab, disk, (counter, careless), &power, &tell)
        });
        std::thread::sleep(moment);
        *power.lock().map_err(|_| anyhow::anyhow!("the power"))? = false;
        let (mut acknowledged, mut working) = (Vec::new(), None);
        for told in hear.try_iter() {
            match told {
                Told::Began(process) => working = i32::try_from(process).ok().and_then(Pid::from_raw),
                Told::Acknowledged(barcode) => acknowledged.push(barcode),
            }
        }
        if let Some(process) = working {
            // It may have ended by itself a moment ago.
            let _ended = kill_process(process, Signal::STOP);
            stands_still(process);
        }
        std::fs::copy(image, copy)?;
        if let Some(process) = working {
            let _ended = kill_process(process, Signal::KILL);
        }
        drop(hear);
        desk.join().map_err(|_| anyhow::anyhow!("the desk broke down"))??;
        Ok(acknowledged)
    })
}

/// Cuts the power again and again; a line for each library that is not as it must be.
fn cuts(
    lab: &Lab,
    many: usize,
    careless: bool,
    judge: impl Fn(&Path, &[String]) -> Result<Option<String>>,
) -> Result<Option<Vec<String>>> {
    let folder = lab.folder("image")?;
    let (image, copy) = (folder.join("disk"), folder.join("copy"));
    let mut random = lab.random("image");
    let mut broken = Vec::new();
    let kept = lab.folder("image-kept")?;
    let counter = counter::ready(lab, &kept, 4, 60)?;
    for number in 0..many {
        if !make(&image)? {
            return Ok(None);
        }
        let Some(disk) = Mounted::mount(&image, lab.folder("image-disk")?) else {
            return Ok(None);
        };
        std::fs::copy(kept.join("library.db"), disk.0.join("library.db"))?;
        let synced = Command::new("sync").arg("-f").arg(&disk.0).status().context("sync")?;
        if !synced.success() {
            bail!("the disk can't be made ready");
        }
        let moment = Duration::from_micros(random.below(400_000) as u64);
        let acknowledged = cut(lab, &disk.0, &image, &copy, (&counter, careless), moment)?;
        drop(disk);
        let Some(disk) = Mounted::mount(&copy, lab.folder("image-again")?) else {
            broken.push(format!("cut {number}: the file system does not come back"));
            continue;
        };
        if let Some(why) = judge(&disk.0.join("library.db"), &acknowledged)? {
            broken.push(format!("cut {number} after {moment:?}: {why}"));
        }
    }
    Ok(Some(broken))
}

pub(crate) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let many = lab.many(4, 500);
    let Some(broken) = cuts(lab, many, false, judge)? else {
        let why = "this machine does not let us mount an image";
        return Ok(vec![Verdict::skipped("the image of a disk", why)]);
    };
    let figures = format!("{many} cuts, {} broken", broken.len());
    let ours = Verdict::of("the image of a disk", figures, broken);
    let many = lab.many(6, 40);
    let lost = cuts(lab, many, true, |path, acknowledged| {
        let conn = rusqlite::Connection::open(path)?;
        let lost = acknowledged.iter().find(|query| {
            let sql = "SELECT count(*) FROM unmet_search WHERE query = ?1";
            conn.query_row(sql, [query], |row| row.get::<_, i64>(0)).unwrap_or(0) == 0
        });
        Ok(lost.map(|query| format!("{query} is lost")))
    })?;
    let lost = lost.unwrap_or_default().len();
    Ok(vec![
        ours,
        Verdict::control(
            "synchronous = NORMAL",
            format!("{lost} of {many} cuts lost a loan"),
            lost,
        ),
    ])
}
