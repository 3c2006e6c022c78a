//! The fields of a rule, once: how each is shown, read, named in a file and in an option.

use clap::{Arg, ArgMatches};
use pustaka_cli::{Cell, Failure, Kind, Lang};
use pustaka_core::circulation::rules::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom, Terms};
use pustaka_core::values::money::{self, Money};

use super::words;

/// A field of a rule.
pub(super) struct Field {
    /// Its name in files and JSON; the option is the same with `-`.
    pub(super) key: &'static str,
    /// Other headings that mean the same, folded.
    pub(super) also: &'static [&'static str],
    /// What it is, in words: its heading and its help.
    pub(super) meaning: fn(Lang) -> &'static str,
    pub(super) kind: Kind,
    /// What it may say, where that is a list.
    codes: &'static [&'static str],
    show: fn(&Terms) -> Cell,
    read: fn(&mut Terms, &str) -> Option<()>,
}

impl Field {
    /// The cell of a list.
    pub(super) fn show(&self, terms: &Terms) -> Cell {
        (self.show)(terms)
    }

    /// Takes what was typed or stands in a file.
    pub(super) fn read(&self, terms: &mut Terms, typed: &str, lang: Lang) -> Result<(), String> {
        (self.read)(terms, typed.trim()).ok_or_else(|| match (self.codes, self.kind) {
            ([], Kind::Rupiah) => words::bad_money(lang, typed),
            ([], _) => words::bad_number(lang, typed),
            (codes, _) => words::bad_code(lang, typed, codes.join(", ")),
        })
    }

    fn option(&self) -> String {
        self.key.replace('_', "-")
    }
}

fn whole(text: &str) -> Option<u32> {
    text.parse().ok()
}

fn rupiah(text: &str) -> Option<Money> {
    money::read(text).ok().map(Option::unwrap_or_default)
}

/// Yes or no, as lists have it.
fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "1" | "yes" | "true" | "ya" => Some(true),
        "0" | "no" | "false" | "tidak" => Some(false),
        _ => None,
    }
}

macro_rules! number {
    ($field:ident, $also:expr) => {
        Field {
            key: stringify!($field),
            also: $also,
            meaning: words::$field,
            kind: Kind::Integer,
            codes: &[],
            show: |terms| terms.$field.into(),
            read: |terms, text| whole(text).map(|number| terms.$field = number),
        }
    };
}

macro_rules! amount {
    ($field:ident, $also:expr) => {
        Field {
            key: stringify!($field),
            also: $also,
            meaning: words::$field,
            kind: Kind::Rupiah,
            codes: &[],
            show: |terms| terms.$field.whole().into(),
            read: |terms, text| rupiah(text).map(|amount| terms.$field = amount),
        }
    };
}

macro_rules! code {
    ($field:ident, $type:ident, $also:expr, $codes:expr) => {
        Field {
            key: stringify!($field),
            also: $also,
            meaning: words::$field,
            kind: Kind::Text,
            codes: &$codes,
            show: |terms| terms.$field.code().into(),
            read: |terms, text| $type::from_code(&text.to_lowercase()).map(|code| terms.$field = code),
        }
    };
}

/// Every field, in the order of rules.md.
pub(super) const FIELDS: [Field; 17] = [
    Field {
        key: "max_items",
        also: &["batas pinjaman", "loan limit"],
        meaning: words::max_items,
        kind: Kind::Integer,
        codes: &[],
        show: |terms| terms.max_items.into(),
        read: |terms, text| {
            let limit = if text.is_empty() { None } else { Some(whole(text)?) };
            terms.max_items = limit;
            Some(())
        },
    },
    number!(loan_days, &["lama pinjam", "loan periode", "loan period"]),
    code!(
        closed_days,
        ClosedDays,
        &["hari tutup"],
        ["ignore", "push", "push-week", "open-days"]
    ),
    Field {
        key: "expiry_cap",
        also: &["batas keanggotaan"],
        meaning: words::expiry_cap,
        kind: Kind::Flag,
        codes: &["yes", "no"],
        show: |terms| terms.expiry_cap.into(),
        read: |terms, text| flag(text).map(|cap| terms.expiry_cap = cap),
    },
    number!(renewals, &["perpanjangan", "reborrow limit"]),
    code!(renew_from, RenewFrom, &["perpanjangan dari"], ["today", "due"]),
    amount!(fine, &["denda", "fine each day", "denda per hari"]),
    number!(fine_period, &["periode denda"]),
    code!(fine_at, FineAt, &["denda pada"], ["start", "end"]),
    code!(fine_days, FineDays, &["hari denda"], ["open-days", "calendar"]),
    number!(grace, &["kelonggaran", "grace periode", "grace period"]),
    code!(after_grace, AfterGrace, &["setelah kelonggaran"], ["whole", "rest"]),
    amount!(fine_cap, &["batas denda"]),
    number!(price_cap, &["batas harga"]),
    number!(suspend_days, &["hari skorsing"]),
    number!(suspend_max, &["skorsing terlama"]),
    number!(age_min, &["umur minimal"]),
];

/// An option for every field.
pub(super) fn args(lang: Lang) -> Vec<Arg> {
    let arg = |field: &Field| {
        let arg = Arg::new(field.key).long(field.option()).help((field.meaning)(lang));
        match field.codes {
            [] if field.kind == Kind::Rupiah => arg.value_name("RUPIAH"),
            [] => arg.value_name("N"),
            codes => arg.value_name(words::code_value(lang)).value_parser(codes.to_vec()),
        }
    };
    FIELDS.iter().map(arg).collect()
}

/// Takes the options that were given.
pub(super) fn typed(terms: &mut Terms, matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    for field in &FIELDS {
        if let Some(typed) = matches.get_one::<String>(field.key) {
            let read = field.read(terms, typed, lang);
            read.map_err(|why| {
                Failure::usage("rule.field", words::bad_option(lang, field.option())).because("rule.field", why)
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_read_as_it_is_shown() {
        let mut odd = Terms {
            max_items: None,
            loan_days: 14,
            closed_days: ClosedDays::PushWeek,
            expiry_cap: false,
            renewals: 3,
            renew_from: RenewFrom::Due,
            fine: Money::from_whole(500).unwrap(),
            fine_period: 7,
            fine_at: FineAt::End,
            fine_days: FineDays::Calendar,
            grace: 2,
            after_grace: AfterGrace::Rest,
            fine_cap: Money::from_whole(5_000).unwrap(),
            price_cap: 100,
            suspend_days: 1,
            suspend_max: 30,
            age_min: 12,
        };
        for terms in [Terms::default(), odd.clone()] {
            let mut read = Terms::default();
            for field in &FIELDS {
                let text = match field.show(&terms) {
                    Cell::Text(text) => text,
                    Cell::Integer(number) => number.to_string(),
                    Cell::Flag(flag) => if flag { "yes" } else { "no" }.to_owned(),
                    _ => String::new(),
                };
                assert_eq!(field.read(&mut read, &text, Lang::En), Ok(()), "{}", field.key);
            }
            assert_eq!(read, terms);
        }
        for (key, typed) in [
            ("loan_days", "-1"),
            ("loan_days", "tujuh"),
            ("closed_days", "geser"),
            ("fine", "Rp1,5"),
            ("expiry_cap", "mungkin"),
        ] {
            let field = FIELDS.iter().find(|field| field.key == key).unwrap();
            assert!(field.read(&mut odd, typed, Lang::Id).is_err(), "{key} {typed}");
        }
        let field = FIELDS.iter().find(|field| field.key == "fine").unwrap();
        assert_eq!(field.read(&mut odd, "Rp 1.500,-", Lang::Id), Ok(()));
        assert_eq!(odd.fine.whole(), 1_500);
    }
}
