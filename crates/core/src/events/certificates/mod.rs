//! Certificates: only for who attended the share of the sessions that the event asks for; numbered; verifiable.

mod store;

use serde::Serialize;
use serde_json::json;

use super::event::Event;
use super::refusal::{Reason, refuse};
use super::roster::{self, Enlisted, Standing};
use super::{code, plan, run};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::{self, Entry};
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::values::ids::{CertificateId, RegistrationId};

/// A certificate as it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Its number, within the year: `17/2026`.
    pub number: String,
    /// By what it is verified.
    pub code: String,
    /// The event's key.
    pub event: String,
    /// The event's name.
    pub title: String,
    /// The registration's code.
    pub registration: String,
    /// Whose it is; none of who asked to be forgotten.
    pub name: Option<String>,
    /// Sessions attended.
    pub attended: i64,
    /// Sessions there were.
    pub sessions: i64,
    /// When it was issued.
    pub issued: String,
}

/// What came of issuing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The event.
    pub event: Event,
    /// All its certificates, those of before too, by number.
    pub certificates: Vec<Certificate>,
    /// How many of them are new.
    pub new: usize,
    /// Who came, but to fewer sessions than asked for: code, name, sessions attended.
    pub short: Vec<(String, Option<String>, i64)>,
    /// How many sessions are asked for.
    pub needed: i64,
}

impl Library {
    /// Issues certificates to everybody of an event who attended enough and has none yet. Printed again they are the same.
    ///
    /// # Errors
    /// A refusal: cancelled, or the event gives no certificates; [`Error::NotFound`] for an unknown event.
    pub fn issue_certificates(&mut self, act: &Act, event: &str, dry_run: bool) -> Result<Issued> {
        run(self, act, dry_run, |tx| issue(tx, act, event))
    }

    /// The certificate with this code.
    ///
    /// # Errors
    /// [`Error::NotFound`]: this library issued none with it.
    pub fn verify_certificate(&self, typed: &str) -> Result<(Certificate, Event)> {
        self.read(|snapshot| {
            let none = || Error::NotFound {
                what: "certificate",
                wanted: typed.to_owned(),
            };
            let found = store::by_code(snapshot.sql(), &code::read(typed))?.ok_or_else(none)?;
            let event = plan::store::by_key(snapshot.sql(), &found.event)?.ok_or_else(none)?;
            Ok((found, event))
        })
    }
}

/// How many of the sessions a certificate asks for: the share, rounded up; one at least.
pub fn needed(share: i64, sessions: i64) -> i64 {
    ((share * sessions + 99) / 100).max(1)
}

/// A certificate to be stored.
pub(super) struct NewCertificate<'a> {
    id: CertificateId,
    registration: RegistrationId,
    year: i64,
    number: i64,
    code: String,
    name: &'a str,
    attended: i64,
    sessions: i64,
}

fn issue(tx: &Transaction<'_>, act: &Act, name: &str) -> Result<(Issued, Option<Entry>)> {
    let conn = tx.sql();
    let event = plan::find(&Snapshot::of(conn), name)?;
    let reason = match (&event.cancelled, event.plan.share) {
        (Some(why), _) => Some(Reason::text("event.cancelled", why)),
        (None, None) => Some(Reason::plain("certificate.none-given")),
        (None, Some(_)) => None,
    };
    if let Some(reason) = reason {
        return Err(refuse("certificate.refused", &event.key, vec![reason]));
    }
    let sessions = event.sessions.len() as i64;
    let needed = needed(event.plan.share.unwrap_or(100), sessions);
    let roster = roster::roster(&Snapshot::of(conn), event.clone(), act.at.datetime())?;
    let had = store::holders(conn, event.id)?;
    let came = |one: &&Enlisted| one.standing == Standing::Registered && !one.attended.is_empty();
    let lacks = |one: &&Enlisted| (one.attended.len() as i64) < needed;
    let (short, enough): (Vec<_>, Vec<_>) = roster.people.iter().filter(came).partition(lacks);
    let year = i64::from(act.day().year());
    let mut number = store::last_number(conn, year)?;
    let mut id = counter::last(conn, CertificateId::COUNTER)?;
    let head = journal::head(&Snapshot::of(conn))?;
    let mut new = Vec::new();
    for one in enough.iter().filter(|one| !had.contains(&one.id)) {
        let Some(name) = &one.name else { continue };
        number += 1;
        id += 1;
        new.push(NewCertificate {
            id: CertificateId(id),
            registration: one.id,
            year,
            number,
            code: code::of_certificate(&code::secret(&head.hash, "certificate", id)),
            name,
            attended: one.attended.len() as i64,
            sessions,
        });
    }
    for certificate in &new {
        store::insert(conn, certificate, act)?;
    }
    if !new.is_empty() {
        counter::set(conn, CertificateId::COUNTER, id)?;
    }
    let entry = (!new.is_empty()).then(|| Entry {
        action: "event.certificates",
        detail: json!({ "event": event.key, "issued": new.len(), "year": year, "last": number }),
    });
    let issued = Issued {
        certificates: store::of_event(conn, event.id)?,
        new: new.len(),
        short: short
            .iter()
            .map(|one| (one.code.clone(), one.name.clone(), one.attended.len() as i64))
            .collect(),
        needed,
        event,
    };
    Ok((issued, entry))
}

#[cfg(test)]
mod tests {
    use super::needed;

    #[test]
    fn a_share_of_the_sessions() {
        for (share, sessions, wanted) in [
            (75, 1, 1),
            (75, 6, 5),
            (80, 6, 5),
            (100, 6, 6),
            (50, 6, 3),
            (1, 6, 1),
            (75, 4, 3),
            (67, 3, 3),
        ] {
            assert_eq!(needed(share, sessions), wanted, "{share} % of {sessions}");
        }
    }
}
