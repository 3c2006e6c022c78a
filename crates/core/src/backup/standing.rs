//! A backup that still holds everything: so that the same is not kept twice.

use std::path::Path;

use super::restore::written_digest;
use super::{Found, digest, store};
use crate::error::{Error, Result};
use crate::journal;
use crate::library::path::open_plain;
use crate::library::{Library, Snapshot, connect_at_rest};

impl Library {
    /// The newest backup in a folder, if nobody has done anything since it was made (the journal ends with the same row,
    /// no search has found nothing, no mail was begun: neither leaves a row there) and its bytes are still those that its
    /// digest was made of.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing, and what the system answers to looking for backups. One that can't be
    /// read is no backup.
    pub fn standing_backup(&self, folder: &Path) -> Result<Option<Found>> {
        let Some(newest) = self.backups(folder)?.pop() else {
            return Ok(None);
        };
        let state = |snapshot: &Snapshot<'_>| Ok((journal::head(snapshot)?, store::unjournaled(snapshot)?));
        let now = self.read(state)?;
        let stands = || -> Result<bool> {
            let written = written_digest(&newest.path)?;
            let failed = |error| Error::io("read", &newest.path, error);
            let (_, found) = digest(&mut open_plain(&newest.path, false)?).map_err(failed)?;
            let conn = connect_at_rest(&newest.path, false)?;
            Ok(written == Some(found) && state(&Snapshot::of(&conn))? == now)
        };
        Ok(stands().unwrap_or(false).then_some(newest))
    }
}
