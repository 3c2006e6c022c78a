//! A member's record as programs and people read it, and what is said of its values.

use jiff::civil::Date;
use pustaka_cli::{Cell, Column, Kind, Lang, Report, Session};
use pustaka_core::members::{Alike, Duplicate, Field, Member, Notice, Noticed, Sex};
use serde::Serialize;

use crate::fields;
use crate::words::{notices, result as words};

/// A member as other programs read it; keys are the names of the fields.
#[derive(Debug, Serialize)]
pub(crate) struct Whole<'a> {
    card: &'a str,
    name: &'a str,
    r#type: &'a str,
    sex: Option<&'static str>,
    born: Option<String>,
    phone: Option<&'a str>,
    phone_printed: Option<&'a str>,
    email: Option<&'a str>,
    address: Option<&'a str>,
    village: Option<&'a str>,
    district: Option<&'a str>,
    city: Option<&'a str>,
    postal_code: Option<&'a str>,
    education: Option<&'a str>,
    occupation: Option<&'a str>,
    institution: Option<&'a str>,
    nik: Option<&'a str>,
    guardian_name: Option<&'a str>,
    guardian_phone: Option<&'a str>,
    guardian_relation: Option<&'a str>,
    joined: String,
    valid_until: String,
    suspended_until: Option<String>,
    blocked: Option<&'a str>,
    note: Option<&'a str>,
}

impl<'a> Whole<'a> {
    pub(crate) fn of(member: &'a Member) -> Whole<'a> {
        Whole {
            card: member.card.as_str(),
            name: member.name.as_str(),
            r#type: &member.member_type,
            sex: member.sex.map(Sex::code),
            born: member.born.map(|day| day.to_string()),
            phone: member.phone.as_ref().map(|phone| phone.as_str()),
            phone_printed: member.phone_printed.as_deref(),
            email: member.email.as_deref(),
            address: member.address.as_deref(),
            village: member.village.as_deref(),
            district: member.district.as_deref(),
            city: member.city.as_deref(),
            postal_code: member.postal_code.as_deref(),
            education: member.education.as_deref(),
            occupation: member.occupation.as_deref(),
            institution: member.institution.as_deref(),
            nik: member.nik_masked.as_deref(),
            guardian_name: member.guardian_name.as_deref(),
            guardian_phone: member.guardian_phone.as_ref().map(|phone| phone.as_str()),
            guardian_relation: member.guardian_relation.as_deref(),
            joined: member.joined.to_string(),
            valid_until: member.valid_until.to_string(),
            suspended_until: member.suspended_until.map(|day| day.to_string()),
            blocked: member.blocked.as_deref(),
            note: member.note.as_deref(),
        }
    }
}

/// What was noticed, as other programs read it.
#[derive(Debug, Serialize)]
pub(crate) struct Said<'a> {
    code: &'static str,
    field: Option<&'static str>,
    found: &'a str,
}

impl<'a> Said<'a> {
    pub(crate) fn of(noticed: &'a Noticed) -> Said<'a> {
        Said {
            code: noticed.code.code(),
            field: noticed.field.map(Field::code),
            found: &noticed.found,
        }
    }
}

/// Who looks like the same person, as other programs read it.
#[derive(Debug, Serialize)]
pub(crate) struct Like<'a> {
    by: &'static str,
    card: &'a str,
    name: &'a str,
}

impl<'a> Like<'a> {
    pub(crate) fn of(duplicate: &'a Duplicate) -> Like<'a> {
        Like {
            by: duplicate.by.code(),
            card: &duplicate.card,
            name: &duplicate.name,
        }
    }
}

/// What the record says, a line a field.
pub(crate) fn report(member: &Member, lang: Lang) -> Report {
    let columns = [
        Column::new("field", words::field, Kind::Text),
        Column::new("value", words::value, Kind::Text),
    ];
    let mut report = Report::new("member", columns);
    for field in Field::ALL {
        let value = shown(member, *field, lang);
        if !value.is_empty() {
            report.row([fields::named(lang, *field).into(), value.into()]);
        }
    }
    report
}

/// What a field says, for people.
fn shown(member: &Member, field: Field, lang: Lang) -> String {
    match field {
        Field::Sex => member.sex.map_or(String::new(), |sex| sex_named(sex, lang).to_owned()),
        Field::Born => member.born.map_or(String::new(), |day| lang.date(day)),
        Field::Joined => lang.date(member.joined),
        Field::ValidUntil => lang.date(member.valid_until),
        _ => member.show(field),
    }
}

fn sex_named(sex: Sex, lang: Lang) -> &'static str {
    match sex {
        Sex::Female => words::female(lang),
        Sex::Male => words::male(lang),
    }
}

/// Members, a line each.
pub(crate) fn list(members: &[Member]) -> Report {
    let mut report = Report::new(
        "members",
        [
            Column::new("card", words::card, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("type", words::member_type, Kind::Text),
            Column::new("phone", words::phone, Kind::Text),
            Column::new("valid_until", words::valid_until, Kind::Date),
            Column::new("blocked", words::blocked, Kind::Text),
        ],
    );
    for member in members {
        let phone = Some(member.phone_shown()).filter(|phone| !phone.is_empty());
        report.row([
            member.card.as_str().into(),
            member.name.as_str().into(),
            member.member_type.as_str().into(),
            phone.into(),
            Cell::Date(member.valid_until),
            member.blocked.clone().into(),
        ]);
    }
    report
}

/// Says what was noticed in the values, and who looks like the same person.
pub(crate) fn warn(session: &mut Session, noticed: &[Noticed], duplicates: &[Duplicate]) {
    let lang = session.lang();
    for one in noticed {
        let place = one.field.map_or("", |field| fields::named(lang, field));
        let meaning = notice(lang, one.code);
        session.warn(match one.found.is_empty() {
            true => format!("{place}: {meaning}"),
            false => words::noticed(lang, place, &one.found, meaning),
        });
    }
    for one in duplicates {
        let sign = match one.by {
            Alike::Nik => words::same_nik(lang),
            Alike::Phone => words::same_phone(lang),
            Alike::NameAndBirth => words::same_name(lang),
        };
        session.warn(words::alike(lang, sign, &one.card, &one.name));
    }
}

/// A membership that is over from the start is a slip of the keyboard, or a paper of long ago.
pub(crate) fn warn_of_end(session: &mut Session, until: Date) {
    if until < session.today() {
        let lang = session.lang();
        session.warn(words::ended_already(lang, lang.date(until)));
    }
}

/// What a notice means.
pub(crate) fn notice(lang: Lang, code: Notice) -> &'static str {
    match code {
        Notice::Hidden => notices::hidden(lang),
        Notice::Phone => notices::phone(lang),
        Notice::GuardianPhone => notices::guardian_phone(lang),
        Notice::Email => notices::email(lang),
        Notice::Sex => notices::sex(lang),
        Notice::Nik => notices::nik(lang),
        Notice::NikDoubt => notices::nik_doubt(lang),
        Notice::Date => notices::date(lang),
        Notice::Born => notices::born(lang),
        Notice::CardIsNik => notices::card_is_nik(lang),
        Notice::Long => notices::long(lang),
        Notice::Ends => notices::ends(lang),
        Notice::Guardian => notices::guardian(lang),
        Notice::GuardianOfAdult => notices::guardian_of_adult(lang),
        Notice::Differs => notices::differs(lang),
        Notice::Duplicate => notices::duplicate(lang),
        Notice::TypeMade => notices::type_made(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_and_field_has_words_in_both_languages() {
        for code in Notice::ALL {
            let [id, en] = Lang::ALL.map(|lang| notice(lang, *code));
            assert_ne!(id, en, "{code:?}");
        }
        let mut names: Vec<&str> = Field::ALL.iter().map(|field| fields::named(Lang::Id, *field)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Field::ALL.len());
    }
}
