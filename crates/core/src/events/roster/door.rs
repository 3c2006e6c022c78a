//! What somebody who asks for a place says of themselves, parsed once.

use jiff::civil::Date;

use crate::events::refusal::Reason;
use crate::members::Member;
use crate::values::codes::codes;
use crate::values::email::{self, Email};
use crate::values::ids::MemberId;
use crate::values::person::PersonName;
use crate::values::phone::{self, Phone};
use crate::values::{date, line, text};

codes! {
    /// How a registration came in.
    Source {
        /// Entered by staff.
        Desk = "desk",
        /// Out of a file.
        Import = "import",
        /// At the door, on the day.
        WalkIn = "walk-in",
    }
}

/// The most heads of one group.
const MOST_HEADS: i64 = 10_000;

/// What is said for a registration, as it was typed or read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asking {
    /// A member's card; the rest is then mostly known.
    pub card: Option<String>,
    /// The person's or the group's name.
    pub name: Option<String>,
    /// A telephone number in any form.
    pub phone: Option<String>,
    /// A mail address.
    pub email: Option<String>,
    /// Whose telephone and mail these are, when not the person's own.
    pub contact_of: Option<String>,
    /// Birth date or year.
    pub born: Option<String>,
    /// Female or male, in any of the usual words.
    pub sex: Option<String>,
    /// The district (*kecamatan*) they live in.
    pub district: Option<String>,
    /// School, employer, community.
    pub institution: Option<String>,
    /// Heads of a group; none for a person.
    pub heads: Option<i64>,
    /// What the person needs to take part; only for those who prepare the room.
    pub needs: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// By what the row of a file is known when the file comes again.
    pub source_key: Option<String>,
    /// When the wish was made, as stored; none for now.
    pub asked_at: Option<jiff::civil::DateTime>,
}

/// What is known of a member who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MemberFacts {
    pub(crate) id: MemberId,
    pub(crate) name: String,
    pub(crate) name_key: String,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) born: Option<Date>,
    pub(crate) sex: Option<String>,
    pub(crate) district: Option<String>,
}

impl MemberFacts {
    /// What an event needs of a member.
    pub(crate) fn of(member: &Member) -> MemberFacts {
        MemberFacts {
            id: member.id,
            name: member.name.to_string(),
            name_key: member.name.key(),
            phone: member.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            email: member.email.as_ref().map(|email| email.trim().to_lowercase()),
            born: member.born,
            sex: member.sex.map(|sex| sex.code().to_owned()),
            district: member.district.clone(),
        }
    }
}

/// A year of birth, and the day where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Born {
    pub(crate) year: i64,
    pub(crate) day: Option<Date>,
}

/// Who asks, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) member: Option<MemberFacts>,
    /// Of who is no member.
    pub(crate) name: Option<PersonName>,
    pub(crate) phone: Option<Phone>,
    pub(crate) email: Option<Email>,
    pub(crate) contact_of: Option<String>,
    pub(crate) born: Option<Born>,
    pub(crate) sex: Option<&'static str>,
    pub(crate) district: Option<String>,
    pub(crate) institution: Option<String>,
    pub(crate) is_group: bool,
    pub(crate) heads: i64,
    pub(crate) needs: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) source_key: Option<String>,
    /// What was left out because it could not be read.
    pub(crate) warnings: Vec<Reason>,
}

impl Person {
    /// The name as it is compared.
    pub(crate) fn name_key(&self) -> String {
        match (&self.member, &self.name) {
            (Some(member), _) => member.name_key.clone(),
            (None, Some(name)) => name.key(),
            (None, None) => String::new(),
        }
    }

    /// Telephone and mail, when they tell this person from others.
    pub(crate) fn own_contacts(&self) -> Vec<&str> {
        if self.contact_of.is_some() || self.is_group {
            return Vec::new();
        }
        let phone = self.phone.as_ref().map(Phone::as_str);
        phone
            .into_iter()
            .chain(self.email.as_ref().map(Email::as_str))
            .collect()
    }
}

/// Parses what is said; every reason against it, where it can't be.
pub(crate) fn read(asking: &Asking, member: Option<MemberFacts>) -> Result<Person, Vec<Reason>> {
    let mut reasons = Vec::new();
    let mut warnings = Vec::new();
    let said = |text: &Option<String>| {
        let line = text.as_deref().map(|text| line::read(text).text);
        line.filter(|text| !text.is_empty())
    };
    let name = said(&asking.name).and_then(|text| PersonName::parse(&text));
    if name.is_none() && member.is_none() {
        reasons.push(Reason::plain("name.missing"));
    }
    let is_group = asking.heads.is_some();
    let heads = asking.heads.unwrap_or(1);
    if !(1..=MOST_HEADS).contains(&heads) {
        reasons.push(Reason::number("heads.bad", heads));
    }
    if is_group && member.is_some() {
        reasons.push(Reason::plain("group.of-member"));
    }
    let phone = match phone::read(asking.phone.as_deref().unwrap_or_default()) {
        phone::Reading::Valid(phone) => Some(phone),
        phone::Reading::Empty => None,
        phone::Reading::Unreadable => {
            warnings.push(Reason::plain("phone.unreadable"));
            None
        }
    };
    let email = match email::read(asking.email.as_deref().unwrap_or_default()) {
        email::Reading::Valid(email) => Some(email),
        email::Reading::Empty => None,
        email::Reading::Unreadable => {
            warnings.push(Reason::plain("email.unreadable"));
            None
        }
    };
    let born = match said(&asking.born).map(|text| born(&text)) {
        Some(None) => {
            warnings.push(Reason::plain("born.unreadable"));
            None
        }
        read => read.flatten(),
    };
    let sex_said = said(&asking.sex);
    let sex = sex_said.as_deref().and_then(sex);
    if sex_said.is_some() && sex.is_none() {
        warnings.push(Reason::plain("sex.unreadable"));
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let person = Person {
        // A member's own name and numbers stand with the member.
        name: name.filter(|_| member.is_none()),
        phone: phone.filter(|_| member.is_none()),
        email: email.filter(|_| member.is_none()),
        contact_of: said(&asking.contact_of).filter(|_| member.is_none()),
        born: born.or_else(|| of_member(member.as_ref()?.born)),
        sex: sex.or_else(|| self::sex(member.as_ref()?.sex.as_deref()?)),
        district: said(&asking.district).or_else(|| member.as_ref()?.district.clone()),
        institution: said(&asking.institution),
        is_group,
        heads,
        needs: said(&asking.needs),
        note: said(&asking.note),
        source_key: said(&asking.source_key),
        warnings,
        member,
    };
    Ok(person)
}

fn of_member(born: Option<Date>) -> Option<Born> {
    born.map(|day| Born {
        year: i64::from(day.year()),
        day: Some(day),
    })
}

/// A birth date or a year.
fn born(text: &str) -> Option<Born> {
    let range = 1900..=2999;
    if text.len() == 4
        && let Ok(year) = text.parse::<i64>()
    {
        return range.contains(&year).then_some(Born { year, day: None });
    }
    let day = date::read(text).ok()??;
    let year = i64::from(day.year());
    range.contains(&year).then_some(Born { year, day: Some(day) })
}

/// Female or male, in the words of forms: `P`, `Perempuan`, `Wanita`, `F`, `female`; `L`, `Laki-laki`, `Pria`, `M`, `male`.
fn sex(text: &str) -> Option<&'static str> {
    match text::fold(text).as_str() {
        "p" | "perempuan" | "wanita" | "pr" | "f" | "female" | "woman" => Some("female"),
        "l" | "laki laki" | "lelaki" | "laki" | "pria" | "lk" | "m" | "male" | "man" => Some("male"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: &str, phone: &str, born: &str) -> Asking {
        Asking {
            name: Some(name.to_owned()),
            phone: Some(phone.to_owned()),
            born: Some(born.to_owned()),
            ..Asking::default()
        }
    }

    #[test]
    fn persons() {
        let person = read(&asking(" Siti  Aminah ", "0812-3456-7890", "05/01/2012"), None).expect("a person");
        assert_eq!(person.name_key(), "siti aminah");
        assert_eq!(person.own_contacts(), ["+6281234567890"]);
        assert_eq!(person.born.map(|born| born.year), Some(2012));
        let person = read(&asking("Siti", "tidak punya", "2012"), None).expect("a person");
        assert_eq!(person.born.and_then(|born| born.day), None);
        assert_eq!(person.warnings, [Reason::plain("phone.unreadable")]);
        let mother = Asking {
            contact_of: Some("Bu Rina".to_owned()),
            ..asking("Siti", "081234567890", "")
        };
        assert!(read(&mother, None).expect("a person").own_contacts().is_empty());
        let nobody = Asking {
            heads: Some(0),
            ..Asking::default()
        };
        let reasons = read(&nobody, None).expect_err("nobody");
        assert_eq!(
            reasons.iter().map(|reason| reason.code).collect::<Vec<_>>(),
            ["name.missing", "heads.bad"]
        );
    }

    #[test]
    fn words_of_forms() {
        for text in ["P", "perempuan", "Wanita", "F"] {
            assert_eq!(sex(text), Some("female"), "{text}");
        }
        for text in ["L", "Laki-laki", "pria", "M"] {
            assert_eq!(sex(text), Some("male"), "{text}");
        }
        assert_eq!(sex("?"), None);
        assert_eq!(born("1899"), None);
        assert_eq!(born("kemarin"), None);
    }
}
