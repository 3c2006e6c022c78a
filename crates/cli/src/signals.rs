//! Ctrl-C and its kin: the process ends at once, and no unfinished output file stays behind.
//!
//! Everything stored is one transaction, so ending between any two instructions leaves the library as it was or with
//! the whole change; there is nothing to wind down.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;
use signal_hook::iterator::Signals;

/// Temporary files to take away when a signal ends the process.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// The signals that end this process; empty in a test, which is not ours to end.
static ENDING: OnceLock<Vec<i32>> = OnceLock::new();

/// Nothing has to be taken away first: the handler ends the process itself.
static AT_ONCE: AtomicBool = AtomicBool::new(true);

/// Ends the process with 128 + the signal's number (130 for Ctrl-C) when one arrives that was not being ignored
/// (`nohup` and background jobs ignore some on purpose).
pub(crate) fn install() {
    let ignored = ignored_signals();
    let wanted = [SIGINT, SIGTERM, SIGHUP]
        .into_iter()
        .filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let ending = ENDING.get_or_init(|| wanted.collect());
    for signal in ending {
        // Should it not be taken, the system's own handling stays.
        let _ = flag::register_conditional_shutdown(*signal, 128 + signal, &AT_ONCE);
    }
}

/// Lets a thread take away what is unfinished before it ends the process: a handler may not. Most runs write no file,
/// and a second thread makes every one of them slower.
fn watch() {
    let Some(ending) = ENDING.get().filter(|_| AT_ONCE.load(Ordering::SeqCst)) else {
        return;
    };
    let Ok(mut signals) = Signals::new(ending) else {
        return;
    };
    let started = std::thread::Builder::new()
        .name("signals".into())
        .stack_size(64 * 1024)
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                for path in lock().iter() {
                    let _ = std::fs::remove_file(path);
                }
                signal_hook::low_level::exit(128 + signal);
            }
        });
    if started.is_ok() {
        AT_ONCE.store(false, Ordering::SeqCst);
    }
}

/// The set of ignored signals, a bit each, as Linux tells of this process.
fn ignored_signals() -> u64 {
    // Asked for its length, such a file says nothing, and would be read in small pieces.
    let mut status = String::with_capacity(8 * 1024);
    let _unknown = File::open("/proc/self/status").and_then(|file| file.take(8 * 1024).read_to_string(&mut status));
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0)
}

/// Remembers a temporary file until [`finished`]: a signal that ends the process takes it away. For files that a tool
/// writes itself; output files of a session are remembered by themselves.
pub fn unfinished(path: &Path) {
    let mut unfinished = lock();
    watch();
    unfinished.push(path.to_owned());
}

/// Forgets a temporary file that has its final name or is gone.
pub fn finished(path: &Path) {
    lock().retain(|known| known != path);
}

fn lock() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
