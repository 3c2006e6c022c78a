//! What goes along to a desk without the library file. Data-minimal: cards without names, addresses, telephones,
//! numbers of identity or histories; of debts and blocks only that they are there; of age only its years, and only
//! when a rule asks for them.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::store;
use crate::calendar::{Calendar, Closure, Holiday, HolidayKind, Lists, Opening};
use crate::catalog::record::ItemStatus;
use crate::circulation::rules::{
    AfterGrace, ClosedDays, FineAt, FineDays, LoanRule, RenewFrom, RuleKey, Terms, age_on,
};
use crate::error::{Error, Result};
use crate::library::{Library, Snapshot};
use crate::settings;
use crate::values::ids::{ClosureId, RuleId};
use crate::values::money::Money;

/// The version of packs that this program writes and reads.
const VERSION: u32 = 1;

/// What goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Version of the shape.
    pack: u32,
    /// The library's name.
    pub library: String,
    /// The day it was packed.
    pub day: PackedDay,
    /// Whether who has something overdue borrows nothing.
    overdue_blocks: bool,
    calendar: PackedCalendar,
    rules: Vec<PackedRule>,
    /// Everybody who has a card.
    pub members: Vec<PackedMember>,
    /// The copies that go along.
    pub items: Vec<PackedItem>,
}

/// A day as ISO 8601 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackedDay(pub Date);

impl Serialize for PackedDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PackedDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<PackedDay, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(PackedDay).map_err(serde::de::Error::custom)
    }
}

/// A member, as far as a desk away must know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedMember {
    /// Number of the card.
    pub card: String,
    /// Code of the member type.
    pub member_type: String,
    /// How many copies the type may have on loan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_items: Option<u32>,
    /// Last day of the membership.
    pub valid_until: PackedDay,
    /// Last day without loans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_until: Option<PackedDay>,
    /// Blocked by staff; why stays at home.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blocked: bool,
    /// Owes more than the library lets pass; how much stays at home.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub owes: bool,
    /// Age in years on the day of the pack; only when a rule asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<i32>,
    /// What they have on loan: without titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loans: Vec<PackedLoan>,
}

/// An open loan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedLoan {
    /// Barcode of the copy.
    pub item: String,
    /// The last day on which it is not late.
    pub due: PackedDay,
    /// The rule it is under, or the one that took its place.
    pub rule: Option<i64>,
    /// How often it was renewed.
    pub renewals: u32,
}

/// A copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedItem {
    /// Barcode.
    pub item: String,
    /// Its title, shortened to 60 characters.
    pub title: String,
    /// Collection type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection_type: Option<String>,
    /// Medium.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<String>,
    /// As what it is kept.
    pub status: ItemStatus,
    /// The card that it is set aside for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<String>,
    /// Somebody waits for the title.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wanted: bool,
}

/// Which copies go along. Copies that are on loan are known by their barcode anyway.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// The whole catalogue.
    #[default]
    All,
    /// What stands at this location.
    Location(String),
    /// These barcodes.
    Items(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PackedCalendar {
    /// 1 is Monday.
    weekly: Vec<i8>,
    holidays: Vec<(PackedDay, HolidayKind, String)>,
    closures: Vec<(PackedDay, PackedDay, String)>,
    openings: Vec<(PackedDay, String)>,
    joint_leave_closes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PackedRule {
    id: i64,
    member_type: Option<String>,
    collection_type: Option<String>,
    medium: Option<String>,
    season: Option<(PackedDay, PackedDay)>,
    max_items: Option<u32>,
    loan_days: u32,
    closed_days: ClosedDays,
    expiry_cap: bool,
    renewals: u32,
    renew_from: RenewFrom,
    age_min: u32,
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// [`Error::BadValue`] when the text is none, or of another version.
    pub fn parse(text: &[u8]) -> Result<Pack> {
        let bad = |found: String| Error::BadValue { what: "pack", found };
        let pack: Pack = serde_json::from_slice(text).map_err(|error| bad(error.to_string()))?;
        match pack.pack {
            VERSION => Ok(pack),
            other => Err(bad(format!("version {other}"))),
        }
    }

    /// The pack as it is written.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }

    pub(super) fn overdue_blocks(&self) -> bool {
        self.overdue_blocks
    }

    pub(super) fn calendar(&self) -> Calendar {
        let packed = &self.calendar;
        let closure = |(id, (first, last, reason)): (i64, &(PackedDay, PackedDay, String))| Closure {
            id: ClosureId(id),
            first: first.0,
            last: last.0,
            reason: reason.clone(),
        };
        let holiday = |(day, kind, name): &(PackedDay, HolidayKind, String)| Holiday {
            day: day.0,
            kind: *kind,
            name: name.clone(),
        };
        let opening = |(day, reason): &(PackedDay, String)| Opening {
            day: day.0,
            reason: reason.clone(),
        };
        let weekday = |number: &i8| Weekday::from_monday_one_offset(*number).ok();
        Calendar::of(Lists {
            weekly: packed.weekly.iter().filter_map(weekday).collect(),
            holidays: packed.holidays.iter().map(holiday).collect(),
            closures: (1..).zip(&packed.closures).map(closure).collect(),
            openings: packed.openings.iter().map(opening).collect(),
            joint_leave_closes: packed.joint_leave_closes,
        })
    }

    pub(super) fn rules(&self) -> Vec<LoanRule> {
        self.rules.iter().map(PackedRule::unpacked).collect()
    }
}

impl PackedRule {
    fn of(rule: &LoanRule) -> PackedRule {
        let (key, terms) = (rule.key.clone(), &rule.terms);
        PackedRule {
            id: rule.id.0,
            member_type: key.member_type,
            collection_type: key.collection_type,
            medium: key.medium,
            season: key.season.map(|(first, last)| (PackedDay(first), PackedDay(last))),
            max_items: terms.max_items,
            loan_days: terms.loan_days,
            closed_days: terms.closed_days,
            expiry_cap: terms.expiry_cap,
            renewals: terms.renewals,
            renew_from: terms.renew_from,
            age_min: terms.age_min,
        }
    }

    /// What a fine would be is decided at home.
    fn unpacked(&self) -> LoanRule {
        LoanRule {
            id: RuleId(self.id),
            key: RuleKey {
                member_type: self.member_type.clone(),
                collection_type: self.collection_type.clone(),
                medium: self.medium.clone(),
                season: self.season.map(|(first, last)| (first.0, last.0)),
            },
            terms: Terms {
                max_items: self.max_items,
                loan_days: self.loan_days,
                closed_days: self.closed_days,
                expiry_cap: self.expiry_cap,
                renewals: self.renewals,
                renew_from: self.renew_from,
                fine: Money::default(),
                fine_period: 1,
                fine_at: FineAt::Start,
                fine_days: FineDays::OpenDays,
                grace: 0,
                after_grace: AfterGrace::Whole,
                fine_cap: Money::default(),
                price_cap: 0,
                suspend_days: 0,
                suspend_max: 0,
                age_min: self.age_min,
            },
        }
    }
}

impl PackedCalendar {
    fn of(lists: Lists) -> PackedCalendar {
        let closed = lists.closures.into_iter();
        PackedCalendar {
            weekly: lists.weekly.into_iter().map(Weekday::to_monday_one_offset).collect(),
            holidays: lists
                .holidays
                .into_iter()
                .map(|one| (PackedDay(one.day), one.kind, one.name))
                .collect(),
            closures: closed
                .map(|one| (PackedDay(one.first), PackedDay(one.last), one.reason))
                .collect(),
            openings: lists
                .openings
                .into_iter()
                .map(|one| (PackedDay(one.day), one.reason))
                .collect(),
            joint_leave_closes: lists.joint_leave_closes,
        }
    }
}

impl Library {
    /// Packs what a desk away needs from this day on.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a barcode that no copy has, or a location where none stands, and storage errors.
    pub fn pack(&self, day: Date, selection: &Selection) -> Result<Pack> {
        self.read(|snapshot| pack(snapshot, day, selection))
    }
}

fn pack(snapshot: &Snapshot<'_>, day: Date, selection: &Selection) -> Result<Pack> {
    let conn = snapshot.sql();
    let rules = crate::circulation::rules::store::active(conn)?;
    let by_age = rules.iter().any(|rule| rule.terms.age_min > 0);
    let owes_limit = settings::OWES_LIMIT.whole(snapshot)?;
    let mut members = store::members(conn)?;
    let mut known = Replaced::default();
    for packing in &mut members {
        packing.member.owes = packing.balance > owes_limit;
        packing.member.age = packing.born.filter(|_| by_age).map(|born| age_on(born, day));
        for loan in &mut packing.member.loans {
            loan.rule = known.by(snapshot, &rules, loan.rule)?;
        }
    }
    Ok(Pack {
        pack: VERSION,
        library: settings::store::load(conn, settings::LIBRARY_NAME.key)?.unwrap_or_default(),
        day: PackedDay(day),
        overdue_blocks: settings::OVERDUE_BLOCKS.whole(snapshot)? == 1,
        calendar: PackedCalendar::of(crate::calendar::store::lists(conn, day)?),
        rules: rules.iter().map(PackedRule::of).collect(),
        members: members.into_iter().map(|packing| packing.member).collect(),
        items: items(snapshot, selection)?,
    })
}

/// Which rule in force took the place of one that was ended: loans under it count on under the new one.
#[derive(Default)]
struct Replaced(BTreeMap<i64, Option<i64>>);

impl Replaced {
    fn by(&mut self, snapshot: &Snapshot<'_>, active: &[LoanRule], id: Option<i64>) -> Result<Option<i64>> {
        let Some(id) = id else { return Ok(None) };
        if active.iter().any(|rule| rule.id.0 == id) {
            return Ok(Some(id));
        }
        if let Some(known) = self.0.get(&id) {
            return Ok(*known);
        }
        let ended = crate::circulation::rules::store::by_id(snapshot.sql(), RuleId(id))?;
        let heir = ended.and_then(|ended| active.iter().find(|rule| rule.key == ended.key));
        let heir = heir.map(|rule| rule.id.0);
        self.0.insert(id, heir);
        Ok(heir)
    }
}

fn items(snapshot: &Snapshot<'_>, selection: &Selection) -> Result<Vec<PackedItem>> {
    let conn = snapshot.sql();
    let unknown = |what, wanted: &str| Error::NotFound {
        what,
        wanted: wanted.to_owned(),
    };
    match selection {
        Selection::All => store::items(conn, None),
        Selection::Location(location) => match store::items(conn, Some(location))? {
            none if none.is_empty() => Err(unknown("location", location)),
            items => Ok(items),
        },
        Selection::Items(barcodes) => {
            let item = |barcode: &String| store::item(conn, barcode)?.ok_or_else(|| unknown("item", barcode));
            barcodes.iter().map(item).collect()
        }
    }
}
