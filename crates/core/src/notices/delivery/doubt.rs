//! Whether the command is at fault that mails are handed to, and not the addresses.

use serde_json::json;

use super::{NO_ADDRESS, TRY_AGAIN, store};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::Library;
use crate::notices::{Channel, State, outbox};
use crate::values::ids::NoticeId;

/// After so many refusals, and no mail that went out between, the command itself is doubted.
const REFUSALS: usize = 5;

/// A command that is doubted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// How often it refused a mail since the last that went out, in this run and those before.
    pub refused: usize,
    /// Mails of these that wait to be mailed again.
    pub again: Vec<NoticeId>,
}

impl Library {
    /// Whether the command that mails are handed to is to be doubted. If so, what it refused waits as mails again, unless
    /// it was told otherwise since, and no address is bad for it. Of a command that is doubted already, one more refusal
    /// is enough; a mail that goes out ends it.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn doubt_command(&mut self, act: &Act) -> Result<Option<Doubt>> {
        self.write(act, |tx| {
            let conn = tx.sql();
            let refused = store::refused(conn, TRY_AGAIN)?;
            if refused.len() < REFUSALS {
                return Ok((None, None));
            }
            let mut back = Vec::new();
            for one in refused.iter().filter(|one| !one.void) {
                let row = outbox::store::by_id(conn, one.notice)?.ok_or_else(|| outbox::missing(one.notice))?;
                if row.state == State::Waiting {
                    back.push((row, one));
                }
            }
            for (row, one) in &back {
                store::take_back(conn, one)?;
                if one.code == NO_ADDRESS {
                    store::unmark_bad(conn, row.member, row.registration, Channel::Mail)?;
                }
            }
            let doubt = Doubt {
                refused: refused.len(),
                again: back.iter().map(|(row, _)| row.id).collect(),
            };
            let entry = (!doubt.again.is_empty()).then(|| Entry {
                action: "notice.doubt",
                detail: json!({ "notices": doubt.again }),
            });
            Ok((Some(doubt), entry))
        })
    }

    /// Somebody has looked at the refusals so far: they are the addresses' and no reason to doubt the command.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn trust_command(&mut self, act: &Act) -> Result<()> {
        self.write(act, |tx| {
            let refused = store::look_at_refusals(tx.sql())?;
            let entry = (refused > 0).then(|| Entry {
                action: "notice.trust",
                detail: json!({ "refused": refused }),
            });
            Ok(((), entry))
        })
    }
}
