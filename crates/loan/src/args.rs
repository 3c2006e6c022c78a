//! Arguments that several verbs take.

use clap::{Arg, ArgAction, ArgMatches};
use pustaka_cli::{Failure, Lang, Session};
use pustaka_core::circulation::reason::Override;
use pustaka_core::values::money::{self, Money};

use crate::words;
use crate::words::help;

/// A member: card, name or telephone.
pub(crate) fn card(lang: Lang) -> Arg {
    Arg::new("card")
        .value_name(help::card_value(lang))
        .required(true)
        .help(help::card_help(lang))
}

/// Barcodes of copies.
pub(crate) fn items(lang: Lang) -> Arg {
    item(lang).num_args(1..).help(help::items_help(lang))
}

/// The barcode of a copy.
pub(crate) fn item(lang: Lang) -> Arg {
    Arg::new("item")
        .value_name(help::item_value(lang))
        .required(true)
        .help(help::item_help(lang))
}

/// An option with a value.
pub(crate) fn option(name: &'static str, value: &'static str, text: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(text)
}

/// A switch.
pub(crate) fn switch(name: &'static str, text: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(text)
}

/// `--note`.
pub(crate) fn note(lang: Lang) -> Arg {
    option("note", help::note_value(lang), help::note_help(lang))
}

/// `--override` and `--note`.
pub(crate) fn over(lang: Lang) -> [Arg; 2] {
    let code = option("override", help::code_value(lang), help::override_help(lang));
    [code.action(ArgAction::Append), note(lang)]
}

/// The reasons that staff pass over.
pub(crate) fn override_of(matches: &ArgMatches) -> Override {
    Override {
        codes: all(matches, "override"),
        note: text(matches, "note"),
    }
}

/// The value of an argument, trimmed; none when it is blank.
pub(crate) fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    let typed = matches.get_one::<String>(name)?.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// The values of an argument, trimmed.
pub(crate) fn all(matches: &ArgMatches, name: &str) -> Vec<String> {
    let typed = matches.get_many::<String>(name).unwrap_or_default();
    typed.map(|typed| typed.trim().to_owned()).collect()
}

/// An amount as typed: `Rp`, dots, `,-`.
pub(crate) fn amount(session: &Session, typed: &str) -> Result<Money, Failure> {
    let lang = session.lang();
    let bad = |why: &'static str, code| Failure::usage("money.bad", words::bad_amount(lang, typed)).because(code, why);
    match money::read(typed) {
        Ok(Some(amount)) => Ok(amount),
        Ok(None) => Err(bad(words::amount_empty(lang), "money.empty")),
        Err(refused) => Err(bad(
            match refused {
                money::Refused::NotAnAmount => words::amount_form(lang),
                money::Refused::Negative => words::amount_negative(lang),
                money::Refused::Cents => words::amount_cents(lang),
                money::Refused::TooLarge => words::amount_too_large(lang),
            },
            refused.code(),
        )),
    }
}
