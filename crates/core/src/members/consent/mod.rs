//! What a member, or the guardian of a child, agreed to. UU 27/2022 wants it recorded, separable, and as easily
//! withdrawn as given.

pub(crate) mod store;

use serde_json::json;

use super::{Refusal, present};
use crate::act::Act;
use crate::circulation::history;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::values::codes::codes;
use crate::values::ids::{ConsentId, MemberId};

codes! {
    /// What was agreed to.
    ConsentKind {
        /// That the library keeps the person's data, as a member.
        Membership = "membership",
        /// That what was read stays with the person after it is returned.
        ReadingHistory = "reading-history",
        /// That the library sends messages, by any way.
        Notices = "notices",
        /// That it sends mail.
        NoticesMail = "notices-mail",
        /// That it writes by WhatsApp.
        NoticesWhatsapp = "notices-whatsapp",
        /// That it writes letters.
        NoticesPrint = "notices-print",
        /// That it sends short messages or calls.
        NoticesText = "notices-text",
    }
}

impl ConsentKind {
    /// The single ways of sending messages, which [`ConsentKind::Notices`] gives all at once.
    const WAYS: [ConsentKind; 4] = [
        ConsentKind::NoticesMail,
        ConsentKind::NoticesWhatsapp,
        ConsentKind::NoticesPrint,
        ConsentKind::NoticesText,
    ];
}

codes! {
    /// Who agreed.
    GivenBy {
        /// The member.
        Member = "member",
        /// The guardian of a child.
        Guardian = "guardian",
    }
}

/// A consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// What was agreed to.
    pub kind: ConsentKind,
    /// Who agreed.
    pub given_by: GivenBy,
    /// When, as stored.
    pub given_at: String,
    /// Who wrote it down.
    pub staff: String,
    /// How: on paper, by word of mouth.
    pub note: Option<String>,
    /// When it was withdrawn, as stored; none while it stands.
    pub withdrawn_at: Option<String>,
}

impl Library {
    /// The consents of a member, the first given first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn consents(&self, id: MemberId) -> Result<Vec<Consent>> {
        self.read(|snapshot| of(snapshot, id))
    }

    /// Records a consent; `false` when it stood already.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn give_consent(
        &mut self,
        act: &Act,
        id: MemberId,
        (kind, given_by): (ConsentKind, GivenBy),
        note: Option<&str>,
        dry_run: bool,
    ) -> Result<bool> {
        self.write_members(act, dry_run, |tx| {
            let member = present(tx, id)?;
            if store::standing(tx.sql(), member.id)?.contains(&kind) {
                return Ok((false, None));
            }
            let mut given = Giving::begin(tx)?;
            given.give(tx, act, id, kind, given_by, note)?;
            given.end(tx)?;
            let detail = json!({ "member": id, "kind": kind.code(), "by": given_by.code() });
            let entry = Entry {
                action: "member.consent",
                detail,
            };
            Ok((true, Some(entry)))
        })
    }

    /// Withdraws a consent. With the reading history's, what was read and given back is cut from the person; a loan
    /// on which something is owed follows when it is settled. Withdrawing one way of sending messages from somebody who
    /// agreed to all of them leaves the others as they were given; withdrawing messages withdraws every way.
    ///
    /// # Errors
    /// [`Refusal::NoConsent`] when it does not stand.
    pub fn withdraw_consent(&mut self, act: &Act, id: MemberId, kind: ConsentKind, dry_run: bool) -> Result<()> {
        self.write_members(act, dry_run, |tx| {
            let member = present(tx, id)?;
            let withdrawal = withdrawal(kind, &store::standing(tx.sql(), member.id)?);
            if withdrawal.ended.is_empty() {
                return Err(Refusal::NoConsent { kind }.into());
            }
            let mut given = Giving::begin(tx)?;
            let cut = match kind {
                ConsentKind::ReadingHistory => Some(history::after_withdrawal(tx, act.day(), id)?),
                _ => None,
            };
            for part in withdrawal.kept {
                given.keep(tx, id, part)?;
            }
            given.end(tx)?;
            for kind in withdrawal.ended {
                store::withdraw(tx, id, kind, &act.stamp())?;
            }
            if let Some(cut) = cut {
                cut.store(tx)?;
                store::cut_holds(tx, id)?;
            }
            let detail = json!({ "member": id, "kind": kind.code() });
            let entry = Entry {
                action: "member.withdraw-consent",
                detail,
            };
            Ok(((), Some(entry)))
        })
    }
}

/// What a withdrawal does to the consents that stand.
#[derive(Debug, PartialEq, Eq)]
struct Withdrawal {
    /// Those that end.
    ended: Vec<ConsentKind>,
    /// The ways that the consent to all of them had given too, and that stand by themselves from now on.
    kept: Vec<ConsentKind>,
}

fn withdrawal(kind: ConsentKind, standing: &[ConsentKind]) -> Withdrawal {
    let way = ConsentKind::WAYS.contains(&kind);
    let ends = |one: &ConsentKind| match kind {
        ConsentKind::Notices => *one == kind || ConsentKind::WAYS.contains(one),
        _ => *one == kind || (way && *one == ConsentKind::Notices),
    };
    let kept =
        |one: &ConsentKind| way && *one != kind && standing.contains(&ConsentKind::Notices) && !standing.contains(one);
    Withdrawal {
        ended: standing.iter().copied().filter(ends).collect(),
        kept: ConsentKind::WAYS.into_iter().filter(kept).collect(),
    }
}

/// The consents of a member, the first given first.
pub(super) fn of(snapshot: &Snapshot<'_>, id: MemberId) -> Result<Vec<Consent>> {
    store::all(snapshot.sql(), id)
}

/// Consents on their way into the library, with their numbers.
pub(super) struct Giving {
    last: i64,
}

impl Giving {
    pub(super) fn begin(tx: &Transaction<'_>) -> Result<Giving> {
        let last = counter::last(tx.sql(), ConsentId::COUNTER)?;
        Ok(Giving { last })
    }

    pub(super) fn give(
        &mut self,
        tx: &Transaction<'_>,
        act: &Act,
        member: MemberId,
        kind: ConsentKind,
        by: GivenBy,
        note: Option<&str>,
    ) -> Result<()> {
        self.last += 1;
        store::insert(tx, ConsentId(self.last), member, (kind, by), act, note)
    }

    /// What was given with the consent to all messages, as one of its own.
    fn keep(&mut self, tx: &Transaction<'_>, member: MemberId, way: ConsentKind) -> Result<()> {
        self.last += 1;
        store::keep(tx, ConsentId(self.last), member, way)
    }

    pub(super) fn end(self, tx: &Transaction<'_>) -> Result<()> {
        counter::set(tx.sql(), ConsentId::COUNTER, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_withdrawal_ends() {
        use ConsentKind::{Membership, Notices, NoticesMail, NoticesPrint, NoticesText, NoticesWhatsapp};
        for (kind, standing, ended, kept) in [
            (Notices, &[Membership, Notices][..], &[Notices][..], &[][..]),
            (Notices, &[NoticesMail, NoticesText], &[NoticesMail, NoticesText], &[]),
            (Notices, &[Membership], &[], &[]),
            (
                NoticesWhatsapp,
                &[Notices],
                &[Notices],
                &[NoticesMail, NoticesPrint, NoticesText],
            ),
            (
                NoticesWhatsapp,
                &[Notices, NoticesWhatsapp],
                &[Notices, NoticesWhatsapp],
                &[NoticesMail, NoticesPrint, NoticesText],
            ),
            (
                NoticesMail,
                &[Notices, NoticesText],
                &[Notices],
                &[NoticesWhatsapp, NoticesPrint],
            ),
            (NoticesMail, &[NoticesMail, NoticesText], &[NoticesMail], &[]),
            (NoticesMail, &[Membership, NoticesText], &[], &[]),
            (Membership, &[Membership, Notices], &[Membership], &[]),
        ] {
            let expected = Withdrawal {
                ended: ended.to_vec(),
                kept: kept.to_vec(),
            };
            assert_eq!(withdrawal(kind, standing), expected, "{kind:?} of {standing:?}");
        }
    }
}
