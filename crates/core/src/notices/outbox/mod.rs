//! Notices as they stand: to whom they go, by which channel, and what they are about now.

mod recipient;
pub(in crate::notices) mod store;

use jiff::civil::{Date, DateTime};
use rusqlite::Connection;

use self::store::Row;
use super::channel::{Channel, Channels, Quiet, Reach, route};
use super::{Reason, State};
use crate::error::{Error, Result};
use crate::library::{Library, Snapshot};
use crate::settings::{GUARDIAN_BELOW, NOTICE_CHANNELS, NOTICE_QUIET, NOTICE_STAFF, OVERDUE_BLOCKS, PRINT_CONSENT};
use crate::values::codes::codes;
use crate::values::ids::NoticeId;

pub use recipient::Recipient;

/// What a notice is about, as things stand now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// How many loans, holds, events, lines of a plan.
    pub things: i64,
    /// The earliest day that it is about: a due date, the last day on the shelf or of the membership, an event's day.
    pub day: Option<Date>,
    /// Titles of loans and holds. They are shown to nobody but the reader, and never beside a name.
    pub titles: Vec<String>,
    /// Whoever has something overdue is lent nothing meanwhile.
    pub blocks: bool,
    /// Events.
    pub events: Vec<Happening>,
    /// Who promised what is due, as the plan names them.
    pub owner: Option<String>,
    /// What was promised.
    pub actions: Vec<String>,
    /// The numbers of what it is about, of the kind that the reason says.
    pub(in crate::notices) records: Vec<i64>,
}

/// An event, for those who have a place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Its name.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// When the session begins that it is about.
    pub starts: DateTime,
    /// Whoever is told that it was moved has no place there yet, and waits for one.
    pub waiting: bool,
}

codes! {
    /// Where a notice stands, as people see it.
    Standing {
        /// It is to be told, by its channel.
        Waiting = "waiting",
        /// A mail could not be delivered for the time being and is tried again later.
        Later = "later",
        /// No channel can deliver it: somebody has to call, or to tell it at the desk.
        Undeliverable = "undeliverable",
        /// It is being handed over just now.
        Sending = "sending",
        /// The handing over was cut off; somebody has to say whether it went out.
        Unknown = "unknown",
        /// It was told.
        Sent = "sent",
        /// Its cause was gone before.
        Dropped = "dropped",
    }
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: NoticeId,
    /// Why.
    pub reason: Reason,
    /// The day that it is for.
    pub day: Date,
    /// Where it stands.
    pub standing: Standing,
    /// The channel that it goes by or went by; none where no channel can deliver it.
    pub channel: Option<Channel>,
    /// To whom.
    pub to: Recipient,
    /// What it is about. Of one that is over, only how many things it was about are known.
    pub about: About,
    /// When it is tried again, as stored.
    pub next_try: Option<String>,
    /// When it was told or dropped, as stored.
    pub ended: Option<String>,
}

impl Notice {
    /// Whether it waits for somebody to send it: by WhatsApp, letter or text message.
    pub fn is_by_hand(&self) -> bool {
        self.standing == Standing::Waiting && self.channel.is_some_and(|channel| channel != Channel::Mail)
    }

    /// Whether it is a mail of a day before this one that has not gone out: nobody sends mails, or their command puts all
    /// of them off.
    pub fn is_unsent(&self, today: Date) -> bool {
        let waits = matches!(self.standing, Standing::Waiting | Standing::Later);
        waits && self.channel == Some(Channel::Mail) && self.day < today
    }
}

/// Which notices are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that are not over.
    Open,
    /// All for these days, the last included.
    Days(Date, Date),
    /// One.
    One(NoticeId),
}

/// What needs a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Notices that no channel can deliver.
    pub undeliverable: u64,
    /// Notices that wait to be sent by hand: WhatsApp, letters, calls.
    pub by_hand: u64,
    /// Mails of which nobody knows whether they went out.
    pub unknown: u64,
    /// Mails of the days before that have not gone out.
    pub unsent: u64,
}

impl Library {
    /// Notices as they stand at a moment, the oldest first. One that waits and whose cause is gone is not among them.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a single one that is not there, and storage errors.
    pub fn notices(&self, now: DateTime, which: Which) -> Result<Vec<Notice>> {
        self.read(|snapshot| list(snapshot.sql(), now, which))
    }

    /// Until when nothing is sent, if it is quiet at this moment.
    ///
    /// # Errors
    /// Storage errors.
    pub fn quiet_until(&self, now: DateTime) -> Result<Option<jiff::civil::Time>> {
        self.read(|snapshot| {
            let quiet = Quiet::parse(&NOTICE_QUIET.text(snapshot)?);
            Ok(quiet.and_then(|quiet| quiet.until(now.time())))
        })
    }
}

/// How many notices need a person at a moment.
///
/// # Errors
/// Storage errors.
pub fn waiting(snapshot: &Snapshot<'_>, now: DateTime) -> Result<Waiting> {
    let mut waiting = Waiting::default();
    for notice in list(snapshot.sql(), now, Which::Open)? {
        match notice.standing {
            Standing::Undeliverable => waiting.undeliverable += 1,
            Standing::Unknown => waiting.unknown += 1,
            _ if notice.is_by_hand() => waiting.by_hand += 1,
            _ if notice.is_unsent(now.date()) => waiting.unsent += 1,
            _ => {}
        }
    }
    Ok(waiting)
}

fn list(conn: &Connection, now: DateTime, which: Which) -> Result<Vec<Notice>> {
    let post = Post::load(conn)?;
    let rows = match which {
        Which::Open => store::open(conn)?,
        Which::Days(first, last) => store::of_days(conn, first, last)?,
        Which::One(id) => vec![store::by_id(conn, id)?.ok_or_else(|| missing(id))?],
    };
    let mut notices = Vec::with_capacity(rows.len());
    for row in rows {
        notices.extend(post.notice(conn, row, now)?);
    }
    Ok(notices)
}

/// No notice has this number.
pub(in crate::notices) fn missing(id: NoticeId) -> Error {
    Error::NotFound {
        what: "notice",
        wanted: id.to_string(),
    }
}

/// What the library says of its notices, as routing needs it.
pub(in crate::notices) struct Post {
    order: Channels,
    letters_by_consent: bool,
    staff_mail: String,
    guardian_below: i64,
    overdue_blocks: bool,
}

impl Post {
    pub(in crate::notices) fn load(conn: &Connection) -> Result<Post> {
        let snapshot = Snapshot::of(conn);
        let order = Channels::parse(&NOTICE_CHANNELS.text(&snapshot)?);
        let usual = || Channels::parse(NOTICE_CHANNELS.default);
        Ok(Post {
            order: order.or_else(usual).unwrap_or_else(Channels::none),
            letters_by_consent: PRINT_CONSENT.whole(&snapshot)? == 1,
            staff_mail: NOTICE_STAFF.text(&snapshot)?,
            guardian_below: GUARDIAN_BELOW.whole(&snapshot)?,
            overdue_blocks: OVERDUE_BLOCKS.whole(&snapshot)? == 1,
        })
    }

    /// A notice with its recipient and channel; none when it waits and its cause is gone.
    pub(in crate::notices) fn notice(&self, conn: &Connection, row: Row, now: DateTime) -> Result<Option<Notice>> {
        let about = match row.ended_at {
            None => store::about(conn, &row, now)?,
            Some(_) => None,
        };
        if about.is_none() && row.state == State::Waiting {
            return Ok(None);
        }
        let about = About {
            blocks: self.overdue_blocks,
            ..about.unwrap_or(About {
                things: row.things,
                ..About::default()
            })
        };
        let (to, ways) = recipient::of(conn, self, &row, &about, now.date())?;
        let failed = store::failed(conn, row.id)?;
        let reach = |channel: Channel| Reach {
            failed: failed.contains(&channel),
            ..ways.reach(channel)
        };
        let (standing, channel) = match row.state {
            State::Waiting => match route(&self.order, reach) {
                None => (Standing::Undeliverable, None),
                Some(Channel::Mail) if later(&row, now) => (Standing::Later, Some(Channel::Mail)),
                channel => (Standing::Waiting, channel),
            },
            State::Sending => (Standing::Sending, row.channel),
            State::Unknown => (Standing::Unknown, row.channel),
            State::Sent => (Standing::Sent, row.channel),
            State::Dropped => (Standing::Dropped, None),
        };
        Ok(Some(Notice {
            id: row.id,
            reason: row.reason,
            day: row.day,
            standing,
            channel,
            to,
            about,
            next_try: row.next_try,
            ended: row.ended_at,
        }))
    }
}

/// Whether it is to be tried again only after this moment. Stamps of one time zone sort as text.
fn later(row: &Row, now: DateTime) -> bool {
    let now = now.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let next = row.next_try.as_ref().and_then(|next| next.get(..now.len()));
    next.is_some_and(|next| next > now.as_str())
}
