//! Backups.
/// A backup.
#[derive(Debug, Clone)]
pub struct Backup {}
