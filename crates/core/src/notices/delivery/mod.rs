//! Handing notices over, and what came of it.
//!
//! A mail is marked before it is handed to the command and again when the command has answered: between the two a
//! process that dies leaves it *unknown*, which is shown and never sent again by itself. So a reader gets a mail at most
//! once by this program, and what may be lost is seen.

mod bounce;
mod doubt;
mod mark;
mod store;

use jiff::ToSpan;
use serde_json::json;

use super::outbox::{Notice, Post, Standing};
use super::{Channel, State, rules};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::Library;
use crate::values::codes::codes;
use crate::values::ids::NoticeId;

pub use bounce::{Bounce, Bounced, Verdict};
pub use doubt::Doubt;
pub use mark::{Mark, Marked, Unmarked};

codes! {
    /// What came of one delivery.
    Outcome {
        /// Begun, and nothing heard of since.
        Begun = "begun",
        /// It went out.
        Sent = "sent",
        /// It can't go out now.
        Later = "later",
        /// It can't go out by this channel.
        Failed = "failed",
        /// It went out and came back.
        Bounced = "bounced",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

/// How the command answered that was to deliver a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It took the mail.
    Sent,
    /// Not now, try again.
    Later,
    /// Never: this mail can't be delivered.
    Failed,
    /// It ended without one: it took too long, or a signal ended it.
    None,
    /// It could not be run, so that nothing went out.
    NotRun,
}

/// What follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It was told.
    Sent,
    /// It is tried again not before this moment, as stored.
    Later(String),
    /// This channel is given up; the notice goes on to the next.
    NextChannel,
    /// Nobody knows whether it went out.
    Unknown,
    /// It waits as before.
    Untouched,
    /// Somebody else settled it while it was out: the member was erased, or it counts as cut off.
    Overtaken,
}

/// A mail that is being handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// What it says, and to whom.
    pub notice: Notice,
    /// Which delivery of it this is, from 1.
    pub attempt: i64,
}

/// `EX_NOUSER` of `sysexits.h`: the address itself is wrong. `EX_NOHOST` is not among them: with it some programs say that
/// they don't find the server that they hand mails to.
const NO_ADDRESS: i32 = 67;

/// `EX_TEMPFAIL`: try again.
pub const TRY_AGAIN: i32 = 75;

/// How long a delivery may be under way before it counts as cut off, in minutes: far longer than a command may take.
const CUT_OFF: i64 = 15;

/// How long a command may take over one mail at most, in seconds: so much less than a delivery may be under way before it
/// counts as cut off that no other run takes it for that.
pub const LONGEST_DELIVERY: u64 = 600;

impl Library {
    /// Marks a mail as being handed over, and answers it. None when it is not to be mailed at this moment: somebody else
    /// sends it, its cause is gone, or another channel is to tell it.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`], and what [`Library::write`] answers.
    pub fn begin_mail(&mut self, act: &Act, id: NoticeId) -> Result<Option<Begun>> {
        self.write(act, |tx| {
            let conn = tx.sql();
            let row = super::outbox::store::by_id(conn, id)?.ok_or_else(|| super::outbox::missing(id))?;
            let waits = row.state == State::Waiting;
            let notice = Post::load(conn)?.notice(conn, row, act.at.datetime())?;
            let mail = |notice: &Notice| {
                waits && notice.standing == Standing::Waiting && notice.channel == Some(Channel::Mail)
            };
            let Some(notice) = notice.filter(mail) else {
                return Ok((None, None));
            };
            let attempt = store::attempts(conn, id)? + 1;
            store::begin(conn, id, Channel::Mail)?;
            store::attempt(conn, (id, attempt), Channel::Mail, Outcome::Begun, &act.stamp())?;
            Ok((Some(Begun { notice, attempt }), None))
        })
    }

    /// Records how the command answered; `code` is its exit code, where it had one. What somebody else settled meanwhile
    /// stays as it is.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn end_mail(&mut self, act: &Act, begun: &Begun, answer: Answer, code: Option<i32>) -> Result<Settled> {
        self.write(act, |tx| {
            let conn = tx.sql();
            let (id, number) = (begun.notice.id, begun.attempt);
            let row = super::outbox::store::by_id(conn, id)?.ok_or_else(|| super::outbox::missing(id))?;
            if row.state != State::Sending || store::attempts(conn, id)? != number {
                return Ok((Settled::Overtaken, None));
            }
            let tries = store::tried_in_vain(conn, id, Channel::Mail)? + 1;
            let settled = match answer {
                Answer::Sent => Settled::Sent,
                Answer::Failed => Settled::NextChannel,
                Answer::None => Settled::Unknown,
                Answer::NotRun => Settled::Untouched,
                Answer::Later => match rules::wait_after(tries) {
                    None => Settled::NextChannel,
                    Some(minutes) => Settled::Later(stamp(act, minutes)),
                },
            };
            let outcome = match settled {
                Settled::Sent => Outcome::Sent,
                Settled::Later(_) => Outcome::Later,
                Settled::NextChannel => Outcome::Failed,
                Settled::Unknown => Outcome::Unknown,
                Settled::Untouched => {
                    store::not_begun(conn, (id, number))?;
                    return Ok((settled, None));
                }
                Settled::Overtaken => return Ok((settled, None)),
            };
            store::end_attempt(conn, (id, number), outcome, code)?;
            match &settled {
                Settled::Sent => store::sent(conn, id, Channel::Mail, &act.stamp())?,
                Settled::Later(next) => store::wait(conn, id, Some(next))?,
                Settled::Unknown => store::unknown(conn, id)?,
                Settled::NextChannel | Settled::Untouched | Settled::Overtaken => store::wait(conn, id, None)?,
            }
            if outcome == Outcome::Failed && code == Some(NO_ADDRESS) {
                store::mark_bad(conn, row.member, row.registration, Channel::Mail, &act.stamp())?;
            }
            let detail =
                json!({ "notice": id, "channel": Channel::Mail.code(), "outcome": outcome.code(), "exit": code });
            let entry = Entry {
                action: "notice.mail",
                detail,
            };
            Ok((settled, Some(entry)))
        })
    }

    /// Notes which mails were under way when a process died: nobody knows whether they went out.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn settle_cut_off(&mut self, act: &Act) -> Result<Vec<NoticeId>> {
        let before = stamp(act, -CUT_OFF);
        // Mostly there is none, and a run that sends nothing writes nothing.
        if self
            .read(|snapshot| store::cut_off(snapshot.sql(), &before))?
            .is_empty()
        {
            return Ok(Vec::new());
        }
        self.write(act, |tx| {
            let ids = store::cut_off(tx.sql(), &before)?;
            for id in &ids {
                store::unknown(tx.sql(), *id)?;
            }
            let detail = json!({ "notices": ids });
            let entry = (!ids.is_empty()).then_some(Entry {
                action: "notice.unknown",
                detail,
            });
            Ok((ids, entry))
        })
    }
}

/// The moment so many minutes after the act, as stored.
fn stamp(act: &Act, minutes: i64) -> String {
    let at = act.at.checked_add(minutes.minutes()).unwrap_or_else(|_| act.at.clone());
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests;
