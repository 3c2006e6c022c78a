//! Addresses from which mail came back.

use rusqlite::Connection;
use serde_json::json;

use super::{Outcome, stamp, store};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::notices::Channel;
use crate::notices::outbox;
use crate::values::email::Email;
use crate::values::ids::{MemberId, NoticeId, RegistrationId};

/// What is said of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Mail came back from it.
    Bad,
    /// Mail reaches it after all.
    Works,
}

/// What is known of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// The address.
    pub address: Email,
    /// Cards of the members who have it.
    pub cards: Vec<String>,
    /// Codes of the registrations that have it.
    pub codes: Vec<String>,
    /// It was known to be bad.
    pub known: bool,
    /// Notices that came back and go on to the next channel; of an address that works, those that are mailed after all.
    pub back: Vec<NoticeId>,
}

/// What a list of bounces did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounced {
    /// Each address, in the order of the list.
    pub addresses: Vec<Bounce>,
}

/// Notices that were mailed within so many minutes before are taken for those that came back: two weeks, longer than any
/// mail server tries.
const LOOKED_BACK: i64 = 14 * 24 * 60;

/// Whose an address is.
struct Owner {
    member: Option<MemberId>,
    registration: Option<RegistrationId>,
}

impl Library {
    /// Honours a list of bounces: the addresses are not mailed to any more until they are changed, and what came back
    /// goes on to the next channel. Or takes that back of addresses that work: what mail could not deliver to them is
    /// mailed again.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn take_bounces(&mut self, act: &Act, addresses: &[Email], says: Verdict, dry_run: bool) -> Result<Bounced> {
        let work = |tx: &Transaction<'_>| take(tx, act, addresses, says);
        match dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        }
    }
}

fn take(tx: &Transaction<'_>, act: &Act, addresses: &[Email], says: Verdict) -> Result<(Bounced, Option<Entry>)> {
    let conn = tx.sql();
    let since = stamp(act, -LOOKED_BACK);
    let mut owners = Vec::new();
    let mut bounced = Bounced::default();
    let (mut back, mut changes) = (Vec::new(), false);
    for address in addresses {
        let members = store::members_at(conn, address.as_str())?;
        let registrations = store::registrations_at(conn, address.as_str())?;
        let mut bounce = Bounce {
            address: address.clone(),
            cards: members.iter().map(|(_, card)| card.clone()).collect(),
            codes: registrations.iter().map(|(_, code)| code.clone()).collect(),
            known: !members.is_empty() || !registrations.is_empty(),
            back: Vec::new(),
        };
        let of_members = members.into_iter().map(|(id, _)| Owner {
            member: Some(id),
            registration: None,
        });
        let of_events = registrations.into_iter().map(|(id, _)| Owner {
            member: None,
            registration: Some(id),
        });
        for owner in of_members.chain(of_events) {
            let (whose, record) = match (owner.member, owner.registration) {
                (Some(member), _) => ("member", member.0),
                (None, registration) => ("registration", registration.map_or(0, |id| id.0)),
            };
            let bad = store::is_bad(conn, whose, record)?;
            bounce.known &= bad;
            changes |= bad == (says == Verdict::Works);
            let of_owner = match says {
                Verdict::Bad => store::mailed(conn, owner.member, owner.registration, &since)?,
                Verdict::Works => store::not_mailed(conn, owner.member, owner.registration)?,
            };
            for id in of_owner {
                // What is no longer to be told is not told again.
                let row = outbox::store::by_id(conn, id)?;
                let stands = row
                    .map(|row| outbox::store::about(conn, &row, act.at.datetime()))
                    .transpose()?
                    .flatten();
                if stands.is_some() {
                    back.push((id, store::attempts(conn, id)? + 1));
                    bounce.back.push(id);
                }
            }
            owners.push(owner);
        }
        bounced.addresses.push(bounce);
    }
    put(conn, act, says, (&owners, &back))?;
    let detail = json!({ "addresses": addresses.len(), "people": owners.len(), "back": back.len() });
    let entry = (changes || !back.is_empty()).then_some(Entry {
        action: match says {
            Verdict::Bad => "notice.bounces",
            Verdict::Works => "notice.address-works",
        },
        detail,
    });
    Ok((bounced, entry))
}

/// Stores what is said of the addresses of some people, and of the deliveries of notices, each with its next number.
fn put(conn: &Connection, act: &Act, says: Verdict, (owners, back): (&[Owner], &[(NoticeId, i64)])) -> Result<()> {
    for owner in owners {
        match says {
            Verdict::Bad => store::mark_bad(conn, owner.member, owner.registration, Channel::Mail, &act.stamp())?,
            Verdict::Works => store::unmark_bad(conn, owner.member, owner.registration, Channel::Mail)?,
        }
    }
    for (id, number) in back {
        match says {
            Verdict::Bad => store::attempt(conn, (*id, *number), Channel::Mail, Outcome::Bounced, &act.stamp())?,
            Verdict::Works => store::try_anew(conn, *id, Channel::Mail)?,
        }
        store::wait(conn, *id, None)?;
    }
    Ok(())
}
