//! Ctrl-C and its kin: the process ends at once, and no unfinished output file stays behind.
//!
//! Everything stored is one transaction, so ending between any two instructions leaves the library as it was or with
//! the whole change; there is nothing to wind down.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// Temporary files to take away when a signal ends the process.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Ends the process with 128 + the signal's number (130 for Ctrl-C) when one arrives that was not being ignored
/// (`nohup` and background jobs ignore some on purpose).
pub(crate) fn install() {
    let ignored = ignored_signals();
    let wanted = [SIGINT, SIGTERM, SIGHUP]
        .into_iter()
        .filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let Ok(mut signals) = Signals::new(wanted) else {
        return;
    };
    // Should the thread not start, the closure drops the signals again and the system's own handling stays.
    let _ = std::thread::Builder::new()
        .name("signals".into())
        .stack_size(64 * 1024)
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                let unfinished = UNFINISHED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                for path in unfinished.iter() {
                    let _ = std::fs::remove_file(path);
                }
                signal_hook::low_level::exit(128 + signal);
            }
        });
}

/// The set of ignored signals, a bit each, as Linux tells of this process.
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0)
}

/// Remembers a temporary file until [`finished`]: a signal that ends the process takes it away. For files that a tool
/// writes itself; output files of a session are remembered by themselves.
pub fn unfinished(path: &Path) {
    lock().push(path.to_owned());
}

/// Forgets a temporary file that has its final name or is gone.
pub fn finished(path: &Path) {
    lock().retain(|known| known != path);
}

fn lock() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
