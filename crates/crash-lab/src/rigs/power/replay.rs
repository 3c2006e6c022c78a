//! The files as a power cut may leave them: what was synced, and a part of what was not, torn at the disk's sectors.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use pustaka_testkit::random::Random;

use super::record::{Event, Recording};
use crate::lab::Lab;

/// What a disk writes as a whole.
const SECTOR: usize = 512;

/// Cuts the power at so many random moments; a line for each state that is not as it must be.
pub(super) fn states(
    lab: &Lab,
    recording: &Recording,
    many: usize,
    random: &mut Random,
    judge: impl Fn(&Path, &[String]) -> Result<Option<String>>,
) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for number in 0..many {
        let cut = random.below(recording.events.len() + 1);
        let kept = [0, 50, 90, 100][random.below(4)];
        let files = state(recording, cut, kept, random);
        let folder = lab.folder("power-state")?;
        for (name, bytes) in &files {
            std::fs::write(folder.join(name), bytes)?;
        }
        let said = recording.events[..cut].iter().filter_map(|event| match event {
            Event::Acknowledged(what) => Some(what.clone()),
            _ => None,
        });
        let said: Vec<String> = said.collect();
        if let Some(why) = judge(&folder.join("library.db"), &said)? {
            broken.push(format!("state {number}, cut at {cut}, {kept} % kept: {why}"));
        }
    }
    Ok(broken)
}

/// The files after a cut before event number `cut`, with about so many percent of the sectors kept that nobody synced.
fn state(recording: &Recording, cut: usize, kept: usize, random: &mut Random) -> HashMap<String, Vec<u8>> {
    let events = &recording.events[..cut];
    let mut synced: HashMap<&str, usize> = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        if let Event::Sync { file } = event {
            synced.insert(file, at);
        }
    }
    let mut files = recording.files.clone();
    for (at, event) in events.iter().enumerate() {
        let sure = |file: &str| synced.get(file).is_some_and(|last| at < *last);
        match event {
            Event::Write { file, at, bytes } => {
                let sure = sure(file);
                let into = files.entry(file.clone()).or_default();
                for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                    if sure || random.percent(kept) {
                        put(into, at + number * SECTOR, sector);
                    }
                }
            }
            Event::Truncate { file, length } => {
                if sure(file) || random.percent(kept) {
                    files.entry(file.clone()).or_default().resize(*length, 0);
                }
            }
            // Names are the journal of the file system's care: they come and go in their order.
            Event::Unlink { file } => drop(files.remove(file)),
            Event::Sync { .. } | Event::Acknowledged(_) => {}
        }
    }
    files
}

fn put(into: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if into.len() < end {
        into.resize(end, 0);
    }
    into[at..end].copy_from_slice(bytes);
}
