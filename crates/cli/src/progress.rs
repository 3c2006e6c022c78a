//! Progress of long work: on standard error, only on a terminal, from half a second on.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::lang::Lang;
use crate::words::output as words;

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far a long piece of work has come. Made by [`Session::progress`](crate::Session::progress); dropping it takes
/// it off the screen. Without a terminal it does nothing.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    lang: Lang,
    started: Instant,
    shown: bool,
}

impl Progress {
    pub(crate) fn new(label: &str, lang: Lang, visible: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        let template = "{prefix} {bar:24} {msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_prefix(crate::visible(label).into_owned());
        Progress {
            bar,
            lang,
            started: Instant::now(),
            shown: !visible,
        }
    }

    pub(crate) fn bar(&self) -> &ProgressBar {
        &self.bar
    }

    /// Says which step of the work begins: how many are done, of how many, and its name. It comes onto the screen by
    /// itself, for a step may take long before anything is heard of it.
    pub fn step(&mut self, done: u64, total: u64, name: &str) {
        self.bar.set_length(total);
        self.bar.set_position(done);
        self.bar.set_message(crate::visible(name).into_owned());
        if !self.shown {
            self.shown = true;
            let bar = self.bar.clone();
            std::thread::spawn(move || {
                std::thread::sleep(PATIENCE);
                if !bar.is_finished() {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(PATIENCE);
                }
            });
        }
    }

    /// Says how far the work has come: bytes read, bytes in all (0 when nobody knows), rows done. Cheap enough to be
    /// called for every few thousand rows.
    pub fn report(&mut self, done: u64, total: u64, rows: u64) {
        let since = self.started.elapsed();
        if !self.shown && since >= PATIENCE {
            self.shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if self.bar.is_hidden() {
            return;
        }
        let seconds = since.as_secs_f64().max(0.001);
        let count = |number: u64| self.lang.count(i64::try_from(number).unwrap_or(i64::MAX));
        let rate = count((rows as f64 / seconds) as u64);
        let message = match done.min(total) {
            0 => words::progress_unbounded(self.lang, count(rows), rate),
            done => {
                let left = seconds * (total - done) as f64 / done as f64;
                let left = format!("{}:{:02}", left as u64 / 60, left as u64 % 60);
                words::progress(self.lang, done * 100 / total, count(rows), rate, left)
            }
        };
        self.bar.set_length(total);
        self.bar.set_message(message);
        self.bar.set_position(done.min(total));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
