//! The table that a job answers with.

use crate::measure::Runs;

/// Rows of: job, ours, peer, ratio of the medians, peak memory.
#[derive(Debug, Default)]
pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new(title: &str) -> Table {
        let head = format!(
            "{title}\n{:<44} {:>26} {:>26} {:>7} {:>9}\n",
            "job (seconds: median, least-greatest)", "ours", "peer", "ratio", "peak MiB"
        );
        Table(head)
    }

    pub(crate) fn row(&mut self, job: &str, ours: &Runs, peer: &Runs) {
        let ratio = ours.seconds().1 / peer.seconds().1;
        let peak = ours.peak() as f64 / 1024.0;
        let line = format!(
            "{job:<44} {:>26} {:>26} {ratio:>7.2} {peak:>9.0}\n",
            show(ours),
            show(peer)
        );
        self.0.push_str(&line);
    }

    pub(crate) fn note(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

fn show(runs: &Runs) -> String {
    let (least, median, greatest) = runs.seconds();
    format!("{median:.4} {least:.4}-{greatest:.4}")
}
