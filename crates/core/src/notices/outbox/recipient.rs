//! Whom a notice goes to, and by which channels they can be told.

use jiff::civil::Date;
use rusqlite::Connection;

use super::store::{self, Row};
use super::{About, Post};
use crate::error::Result;
use crate::members::consent::store::standing;
use crate::members::{ConsentKind, Member};
use crate::notices::channel::{Channel, Reach};
use crate::values::phone::Phone;

/// Whom a notice goes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Card of the member.
    pub card: Option<String>,
    /// Name of the person that it is about; none once it was cut from the person.
    pub name: Option<String>,
    /// It goes to the child's guardian, and to this one where the name is known.
    pub guardian: Option<Option<String>>,
    /// Mail address.
    pub mail: Option<String>,
    /// Telephone in E.164: the guardian's, of a child that has one.
    pub phone: Option<String>,
    /// The telephone as it was printed, where it can't be read: a person may know what to dial.
    pub phone_printed: Option<String>,
    /// Lines of the postal address.
    pub address: Vec<String>,
}

/// By which channels somebody can be told.
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    address: Vec<Channel>,
    allowed: Vec<Channel>,
}

impl Ways {
    pub(super) fn reach(&self, channel: Channel) -> Reach {
        Reach {
            address: self.address.contains(&channel),
            allowed: self.allowed.contains(&channel),
            failed: false,
        }
    }

    /// What is not known to be bad.
    fn without(mut self, bad: &[Channel]) -> Ways {
        self.address.retain(|channel| !bad.contains(channel));
        self
    }
}

/// The recipient of a notice.
pub(super) fn of(conn: &Connection, post: &Post, row: &Row, about: &About, today: Date) -> Result<(Recipient, Ways)> {
    if let Some(id) = row.member {
        let Some(member) = crate::members::store::by_id(conn, id)? else {
            return Ok(Default::default());
        };
        let to = of_member(&member, post.guardian_below, today);
        let allowed = allowed(&standing(conn, id)?, post.letters_by_consent);
        let ways = Ways {
            address: addresses(&to),
            allowed,
        };
        return Ok((to, ways.without(&store::bad(conn, "member", id.0)?)));
    }
    if let Some(id) = row.registration {
        // The address was given for this event, so it needs no consent beside it (UU 27/2022 art. 20(2)(b)).
        let to = store::registered(conn, id)?;
        let ways = Ways {
            address: addresses(&to),
            allowed: Channel::ALL.to_vec(),
        };
        return Ok((to, ways.without(&store::bad(conn, "registration", id.0)?)));
    }
    let to = Recipient {
        name: about.owner.clone(),
        mail: Some(post.staff_mail.clone()).filter(|mail| !mail.is_empty()),
        ..Recipient::default()
    };
    // A slip of paper reaches a colleague without an address.
    let mut address = addresses(&to);
    address.push(Channel::Print);
    Ok((
        to,
        Ways {
            address,
            allowed: Channel::ALL.to_vec(),
        },
    ))
}

fn of_member(member: &Member, guardian_below: i64, today: Date) -> Recipient {
    let child = member.age_on(today).is_some_and(|age| i64::from(age) < guardian_below);
    let own = || member.phone.as_ref();
    let guardian = member.guardian_phone.as_ref().filter(|_| child);
    let village = [&member.village, &member.district].into_iter().flatten();
    let city = [&member.city, &member.postal_code].into_iter().flatten();
    let joined = |parts: Vec<&String>, by: &str| parts.iter().map(|part| part.as_str()).collect::<Vec<_>>().join(by);
    let lines = [
        member.address.clone().unwrap_or_default(),
        joined(village.collect(), ", "),
        joined(city.collect(), " "),
    ];
    Recipient {
        card: Some(member.card.to_string()),
        name: Some(member.name.to_string()),
        guardian: child.then(|| member.guardian_name.clone()),
        mail: member.email.clone(),
        phone: guardian.or_else(own).map(|phone| phone.as_str().to_owned()),
        phone_printed: member.phone_printed.clone(),
        // A letter needs a street; a village alone is no address.
        address: match member.address {
            Some(_) => lines.into_iter().filter(|line| !line.is_empty()).collect(),
            None => Vec::new(),
        },
    }
}

fn addresses(to: &Recipient) -> Vec<Channel> {
    let has = |channel: &Channel| match channel {
        Channel::Mail => to.mail.is_some(),
        Channel::Whatsapp => to
            .phone
            .as_deref()
            .and_then(Phone::stored)
            .is_some_and(|phone| !phone.is_land_line()),
        Channel::Text => to.phone.is_some(),
        Channel::Print => !to.address.is_empty(),
    };
    Channel::ALL.iter().copied().filter(has).collect()
}

/// The consent that a channel needs.
fn consent_for(channel: Channel) -> ConsentKind {
    match channel {
        Channel::Mail => ConsentKind::NoticesMail,
        Channel::Whatsapp => ConsentKind::NoticesWhatsapp,
        Channel::Print => ConsentKind::NoticesPrint,
        Channel::Text => ConsentKind::NoticesText,
    }
}

/// By which channels a member may be told: those that were agreed to, one by one or all; letters rest on the membership
/// (UU 27/2022 art. 20(2)(b) and (e)) unless the library wants consent for them too.
fn allowed(consents: &[ConsentKind], letters_by_consent: bool) -> Vec<Channel> {
    let may = |channel: &Channel| {
        consents.contains(&ConsentKind::Notices)
            || consents.contains(&consent_for(*channel))
            || (*channel == Channel::Print && !letters_by_consent)
    };
    Channel::ALL.iter().copied().filter(may).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_land_line_gets_no_whatsapp() {
        use Channel::{Text, Whatsapp};
        for (phone, ways) in [
            ("+6281234567890", &[Whatsapp, Text][..]),
            ("+62354681234", &[Text]),
            ("+6561234567", &[Whatsapp, Text]),
        ] {
            let to = Recipient {
                phone: Some(phone.to_owned()),
                ..Recipient::default()
            };
            assert_eq!(addresses(&to), ways, "{phone}");
        }
    }

    #[test]
    fn consent_by_channel() {
        use Channel::{Mail, Print, Text, Whatsapp};
        use ConsentKind::{Membership, Notices, NoticesMail, NoticesPrint, NoticesWhatsapp};
        for (consents, strict, expected) in [
            (&[Membership][..], false, &[Print][..]),
            (&[Membership], true, &[]),
            (&[Membership, Notices], true, &[Mail, Whatsapp, Print, Text]),
            (&[NoticesMail], false, &[Mail, Print]),
            (&[NoticesWhatsapp, NoticesPrint], true, &[Whatsapp, Print]),
        ] {
            assert_eq!(allowed(consents, strict), expected, "{consents:?} {strict}");
        }
    }
}
