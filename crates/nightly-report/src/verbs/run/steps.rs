//! What each step does: here is where a night gets a new one that makes files.

use jiff::civil::Date;
use pustaka_cli::{Failure, finding};
use pustaka_core::check::{Depth, Report};
use pustaka_core::night::Step;
use serde_json::{Value, json};

use super::Running;
use super::folders::sweep;
use crate::page::files::write_reports;
use crate::words::run as words;

/// So many findings of a check stand in a letter.
const LISTED: usize = 5;

impl Running<'_> {
    /// Takes a step and marks it; answers what was done.
    pub(super) fn attempt(&mut self, day: Date, step: Step) -> Result<Value, Failure> {
        let rehearsal = self.session.dry_run();
        let detail = match step {
            Step::ExpireHolds | Step::LapseWaiting | Step::CutHistory | Step::Notices | Step::Summaries => {
                let (library, act) = self.library()?;
                return Ok(library.night_step(act, day, step, rehearsal)?);
            }
            Step::Backup => self.back_up()?,
            Step::Check => self.check(day)?,
            Step::Reports => self.report(day)?,
        };
        // The page says what failed; so it is written again when that is done.
        let stays = step != Step::Reports || self.failed.is_empty();
        if !rehearsal && stays {
            let (library, act) = self.library()?;
            library.night_done(act, day, step, &detail)?;
        }
        Ok(detail)
    }

    /// A verified backup; none where the last one still holds everything.
    fn back_up(&mut self) -> Result<Value, Failure> {
        let folder = self.backups_folder()?;
        let rehearsal = self.session.dry_run();
        let (library, act) = self.library()?;
        if rehearsal {
            return Ok(json!({ "folder": folder.display().to_string() }));
        }
        if let Some(kept) = library.standing_backup(&folder)? {
            return Ok(json!({ "kept": kept.path.display().to_string(), "bytes": kept.bytes }));
        }
        let made = library.backup(&folder, act)?;
        Ok(json!({
            "file": made.path.display().to_string(),
            "bytes": made.bytes,
            "removed": made.removed.len(),
        }))
    }

    /// The reports of the day.
    fn report(&mut self, day: Date) -> Result<Value, Failure> {
        let folder = self.reports_folder()?;
        if !self.session.dry_run() {
            sweep(&folder);
            self.library()?;
            if let Some(library) = &self.library {
                write_reports(self.session, library, &folder, day)?;
            }
        }
        Ok(json!({ "folder": folder.display().to_string() }))
    }

    /// The file looked over: its pages and its journal, and deeply once after each Sunday. The copy of every night was held
    /// against its indexes before it got its name.
    fn check(&mut self, day: Date) -> Result<Value, Failure> {
        let lang = self.session.lang();
        let rehearsal = self.session.dry_run();
        let (library, _) = self.library()?;
        let (depth, name) = match library.deep_check_due(day)? {
            true => (Depth::Deep, "deep"),
            false => (Depth::Pages, "pages"),
        };
        let found = match rehearsal {
            true => Report::default(),
            false => library.check(depth)?,
        };
        if found.is_sound() {
            return Ok(json!({ "depth": name }));
        }
        let all: u64 = found.counts.values().sum();
        let all = lang.count(i64::try_from(all).unwrap_or(i64::MAX));
        let mut failure = Failure::system("file.damaged", words::unsound(lang, all));
        for one in found.findings.iter().take(LISTED) {
            let sentence = words::found(lang, &one.record, finding(one.code, lang));
            failure = failure.because(one.code, sentence);
        }
        let db = pustaka_cli::as_typed(library.path());
        Err(failure.hint(words::unsound_hint(lang, db)))
    }
}
