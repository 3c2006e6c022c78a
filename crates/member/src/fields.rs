//! The options that say what a record holds.

use std::io::BufRead;

use clap::{Arg, ArgMatches};
use pustaka_cli::{Failure, Lang, Session};
use pustaka_core::members::Field;

use crate::words::{help, result as words};

/// An option, the field that it sets, its value's name and its help.
type Option_ = (&'static str, Field, fn(Lang) -> &'static str, fn(Lang) -> &'static str);

const OPTIONS: &[Option_] = &[
    ("card", Field::Card, help::number_value, help::card_option),
    ("type", Field::Type, help::type_value, help::type_option),
    ("sex", Field::Sex, help::sex_value, help::sex_option),
    ("born", Field::Born, help::day_value, help::born_option),
    ("phone", Field::Phone, help::number_value, help::phone_option),
    ("email", Field::Email, help::text_value, help::email_option),
    ("address", Field::Address, help::text_value, help::address_option),
    ("village", Field::Village, help::text_value, help::village_option),
    ("district", Field::District, help::text_value, help::district_option),
    ("city", Field::City, help::text_value, help::city_option),
    (
        "postal-code",
        Field::PostalCode,
        help::text_value,
        help::postal_code_option,
    ),
    ("education", Field::Education, help::text_value, help::education_option),
    (
        "occupation",
        Field::Occupation,
        help::text_value,
        help::occupation_option,
    ),
    (
        "institution",
        Field::Institution,
        help::text_value,
        help::institution_option,
    ),
    ("nik", Field::Nik, help::number_value, help::nik_option),
    ("guardian", Field::GuardianName, help::name_value, help::guardian_option),
    (
        "guardian-phone",
        Field::GuardianPhone,
        help::number_value,
        help::guardian_phone_option,
    ),
    (
        "guardian-relation",
        Field::GuardianRelation,
        help::text_value,
        help::guardian_relation_option,
    ),
    ("joined", Field::Joined, help::day_value, help::joined_option),
    ("until", Field::ValidUntil, help::day_value, help::until_option),
    ("note", Field::Note, help::text_value, help::note_option),
];

/// The options.
pub(crate) fn args(lang: Lang) -> Vec<Arg> {
    let arg = |(name, _, value, about): &Option_| {
        Arg::new(*name)
            .long(*name)
            .value_name(value(lang))
            .allow_hyphen_values(true)
            .help(about(lang))
    };
    OPTIONS.iter().map(arg).collect()
}

/// What was typed for them. A NIK may come from standard input, so that it stays out of the shell's history.
pub(crate) fn read(session: &mut Session, matches: &ArgMatches) -> Result<Vec<(Field, String)>, Failure> {
    let mut cells = Vec::new();
    for (name, field, _, _) in OPTIONS {
        let Some(typed) = matches.get_one::<String>(name) else {
            continue;
        };
        let text = match field {
            Field::Nik if typed == "-" => first_line(session)?,
            Field::Born | Field::Joined | Field::ValidUntil if !typed.trim().is_empty() => {
                session.date(&format!("--{name}"), typed)?.to_string()
            }
            _ => typed.clone(),
        };
        cells.push((*field, text));
    }
    Ok(cells)
}

/// The longest line that is read from standard input.
const LONGEST: u64 = 256;

fn first_line(session: &mut Session) -> Result<String, Failure> {
    let lang = session.lang();
    let mut line = String::new();
    let stdin: &mut dyn BufRead = session.stdin();
    let read = std::io::Read::take(stdin, LONGEST).read_line(&mut line);
    read.map_err(|error| Failure::io("input.failed", words::stdin_failed(lang), &error, lang))?;
    Ok(line.trim().to_owned())
}

/// A field in words.
pub(crate) fn named(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Card => words::card(lang),
        Field::Name => words::name(lang),
        Field::Type => words::member_type(lang),
        Field::Sex => words::sex(lang),
        Field::Born => words::born(lang),
        Field::Phone => words::phone(lang),
        Field::Email => words::email(lang),
        Field::Address => words::address(lang),
        Field::Village => words::village(lang),
        Field::District => words::district(lang),
        Field::City => words::city(lang),
        Field::PostalCode => words::postal_code(lang),
        Field::Education => words::education(lang),
        Field::Occupation => words::occupation(lang),
        Field::Institution => words::institution(lang),
        Field::Nik => words::nik(lang),
        Field::GuardianName => words::guardian(lang),
        Field::GuardianPhone => words::guardian_phone(lang),
        Field::GuardianRelation => words::guardian_relation(lang),
        Field::Joined => words::joined(lang),
        Field::ValidUntil => words::valid_until(lang),
        Field::Note => words::note(lang),
    }
}
