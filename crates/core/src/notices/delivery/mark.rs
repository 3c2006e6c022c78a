//! What a person says of notices: sent by hand, not to be delivered this way, to be sent again.

use serde_json::json;

use super::{Outcome, store};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::notices::Channel;
use crate::notices::outbox::{self, Notice, Post, Standing};
use crate::values::codes::codes;
use crate::values::ids::NoticeId;

codes! {
    /// What is said of a notice.
    Mark {
        /// It was told.
        Sent = "sent",
        /// It can't be told by its channel: the next one is to try.
        Failed = "failed",
        /// Nobody knows whether it went out: it is to be sent again.
        Again = "again",
    }
}

codes! {
    /// Why a notice was not marked.
    Unmarked {
        /// No notice has this number.
        NotFound = "notice.not-found",
        /// It is over.
        Over = "notice.over",
        /// It is being sent just now.
        Sending = "notice.sending",
        /// Its cause is gone: nothing is left to tell.
        Needless = "notice.needless",
        /// It has no channel that could fail.
        NoChannel = "notice.no-channel",
        /// It is sure whether it went out.
        NotUnknown = "notice.not-unknown",
    }
}

/// What became of the marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// Notices that were marked, each with the channel that it was said of.
    pub marked: Vec<(NoticeId, Option<Channel>)>,
    /// Notices that were not, and why.
    pub not: Vec<(NoticeId, Unmarked)>,
}

impl Library {
    /// Marks notices, each on its own: what can be marked is. `by` says by which channel they were told, where it is
    /// not the one that they wait for.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn mark_notices(
        &mut self,
        act: &Act,
        ids: &[NoticeId],
        mark: Mark,
        by: Option<Channel>,
        dry_run: bool,
    ) -> Result<Marked> {
        let work = |tx: &Transaction<'_>| marks(tx, act, ids, mark, by);
        match dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        }
    }
}

fn marks(
    tx: &Transaction<'_>,
    act: &Act,
    ids: &[NoticeId],
    mark: Mark,
    by: Option<Channel>,
) -> Result<(Marked, Option<Entry>)> {
    let conn = tx.sql();
    let post = Post::load(conn)?;
    let mut done = Marked::default();
    let mut numbers = Vec::new();
    for id in ids {
        let row = outbox::store::by_id(conn, *id)?;
        let known = row.is_some();
        let notice = row
            .map(|row| post.notice(conn, row, act.at.datetime()))
            .transpose()?
            .flatten();
        match (notice, known) {
            (None, false) => done.not.push((*id, Unmarked::NotFound)),
            (None, true) => done.not.push((*id, Unmarked::Needless)),
            (Some(notice), _) => match judge(&notice, mark, by) {
                Ok(channel) if !done.marked.iter().any(|(marked, _)| marked == id) => {
                    done.marked.push((*id, channel));
                    numbers.push(store::attempts(conn, *id)? + 1);
                }
                Ok(_) => {}
                Err(why) => done.not.push((*id, why)),
            },
        }
    }
    let stamp = act.stamp();
    for ((id, channel), number) in done.marked.iter().zip(numbers) {
        let outcome = match mark {
            Mark::Sent => Outcome::Sent,
            Mark::Failed => Outcome::Failed,
            Mark::Again => Outcome::Later,
        };
        if let Some(channel) = channel.filter(|_| mark != Mark::Again) {
            store::attempt(conn, (*id, number), channel, outcome, &stamp)?;
        }
        match (mark, channel) {
            (Mark::Sent, Some(channel)) => store::sent(conn, *id, *channel, &stamp)?,
            _ => store::wait(conn, *id, None)?,
        }
    }
    let ids: Vec<NoticeId> = done.marked.iter().map(|(id, _)| *id).collect();
    let detail = json!({ "notices": ids, "mark": mark.code() });
    let entry = (!ids.is_empty()).then_some(Entry {
        action: "notice.mark",
        detail,
    });
    Ok((done, entry))
}

/// The channel that the mark is about, or why there can't be one.
fn judge(notice: &Notice, mark: Mark, by: Option<Channel>) -> std::result::Result<Option<Channel>, Unmarked> {
    match notice.standing {
        Standing::Sent | Standing::Dropped => return Err(Unmarked::Over),
        Standing::Sending => return Err(Unmarked::Sending),
        _ => {}
    }
    let channel = by.or(notice.channel);
    match mark {
        // What no channel can deliver was told in person or by telephone.
        Mark::Sent => Ok(Some(channel.unwrap_or(Channel::Text))),
        Mark::Failed => channel.map(Some).ok_or(Unmarked::NoChannel),
        Mark::Again if notice.standing == Standing::Unknown => Ok(channel),
        Mark::Again => Err(Unmarked::NotUnknown),
    }
}
