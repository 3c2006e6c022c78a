//! The reports that are handed in: which there are, and each as lists for people and machines.
//!
//! | module | its reports |
//! |---|---|
//! | [`classes`] | by class: collection, loans, turnover, what nobody borrowed |
//! | [`people`] | members and loans by group; who is late |
//! | [`titles`] | most lent, not lent, late copies |
//! | [`yearly`] | per head, the IPLM questionnaire, the IKK ratios |

pub(crate) mod classes;
pub(crate) mod people;
pub(crate) mod titles;
pub(crate) mod yearly;

use jiff::civil::Date;
use pustaka_cli::{Cell, Lang, Report};
use pustaka_core::reports::page::Span;
use pustaka_core::reports::tables::Count;
use pustaka_core::surveys::suppression::FEWEST;
use pustaka_core::{Library, Result, Snapshot};

use crate::words::report as words;

/// What was asked for.
pub(crate) struct Asked<'a> {
    pub(crate) library: &'a Library,
    /// The view of it that all of a report is read in.
    pub(crate) snapshot: &'a Snapshot<'a>,
    pub(crate) lang: Lang,
    pub(crate) today: Date,
    /// The days that are counted, as far as they have passed.
    pub(crate) span: Span,
    /// For publication: small groups are kept back.
    pub(crate) publish: bool,
    /// Loans are counted again from every one of them.
    pub(crate) recount: bool,
    /// Titles lent less often are left out.
    pub(crate) least: i64,
    /// So many titles at most.
    pub(crate) limit: i64,
}

/// Who may see a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Anybody: it counts what the library owns, and nobody.
    Things,
    /// Anybody, once small groups of people, and counts of few loans, are kept back.
    Groups,
    /// Staff: there are names in it.
    Staff,
    /// Staff: no name is in it, but it could be put beside one.
    Shelf,
}

/// What a report tells of: a period, or how things stand on its last day, or today and of no period at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tells {
    Period,
    LastDay,
    TodayAlone,
}

/// A report that can be made.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) title: fn(Lang) -> &'static str,
    pub(crate) definition: fn(Lang) -> &'static str,
    pub(crate) tells: Tells,
    pub(crate) reach: Reach,
    pub(crate) make: fn(&Asked<'_>) -> Result<Vec<Report>>,
}

impl Kind {
    /// Whether it says how often something was lent, so that days of which that is not recorded make it wrong.
    pub(crate) fn counts_loans(&self) -> bool {
        let counting = [
            "loans",
            "readers",
            "most-lent",
            "never-lent",
            "unused",
            "turnover",
            "per-head",
        ];
        counting.contains(&self.name)
    }

    /// Whether it is made from how loans stood at the end of a day, which has to be closed unless it is today.
    pub(crate) fn looks_back(&self) -> bool {
        self.name == "overdue"
    }

    /// Whether it says how often loans were renewed.
    pub(crate) fn counts_renewals(&self) -> bool {
        ["loans", "readers", "most-lent", "turnover", "per-head"].contains(&self.name)
    }
}

/// A report, in one line of the list below.
macro_rules! kind {
    ($name:literal, $words:ident, $definition:ident, $tells:ident, $reach:ident, $make:path) => {
        Kind {
            name: $name,
            title: words::$words,
            definition: words::$definition,
            tells: Tells::$tells,
            reach: Reach::$reach,
            make: $make,
        }
    };
}

/// Every report, in the order they are listed.
pub(crate) const ALL: &[Kind] = &[
    kind!(
        "collection",
        collection,
        collection_definition,
        LastDay,
        Things,
        classes::collection
    ),
    kind!("loans", loans, loans_definition, Period, Groups, classes::loans),
    kind!("members", members, members_definition, Period, Groups, people::members),
    kind!("readers", readers, readers_definition, Period, Groups, people::readers),
    kind!("overdue", overdue, overdue_definition, LastDay, Staff, people::overdue),
    kind!(
        "overdue-copies",
        overdue_copies,
        overdue_copies_definition,
        TodayAlone,
        Shelf,
        titles::overdue
    ),
    kind!(
        "most-lent",
        most_lent,
        most_lent_definition,
        Period,
        Groups,
        titles::most_lent
    ),
    kind!(
        "never-lent",
        never_lent,
        never_lent_definition,
        Period,
        Groups,
        titles::never_lent
    ),
    kind!("unused", unused, unused_definition, Period, Things, classes::unused),
    kind!(
        "turnover",
        turnover,
        turnover_definition,
        Period,
        Groups,
        classes::turnover
    ),
    kind!(
        "per-head",
        per_head,
        per_head_definition,
        Period,
        Groups,
        yearly::per_head
    ),
    kind!("iplm", iplm, iplm_definition, Period, Groups, yearly::iplm),
    kind!("ikk", ikk, ikk_definition, Period, Things, yearly::ikk),
];

/// A count as it is told: a number, or the sign that it is kept back.
pub(crate) fn told(count: Count) -> Cell {
    match count {
        Count::Known(count) => count.into(),
        Count::Kept => Cell::Kept,
    }
}

/// A count that may not be known.
pub(crate) fn told_if_known(count: Option<Count>) -> Cell {
    count.map_or(Cell::Empty, told)
}

/// Says whether small counts are kept back, or that there is nothing of that kind.
pub(crate) fn note_reach(report: &mut Report, kind: &Kind, asked: &Asked<'_>) {
    let note = match (kind.reach, asked.publish) {
        (Reach::Groups, true) => words::published(asked.lang, FEWEST),
        (Reach::Groups, false) => words::internal(asked.lang).to_owned(),
        (Reach::Things, true) => words::things_alone(asked.lang).to_owned(),
        (Reach::Things | Reach::Staff | Reach::Shelf, _) => return,
    };
    report.note(note);
}

/// The sentences about facts that are missing, and how to enter the first of them.
pub(crate) fn note_missing(report: &mut Report, missing: &[&'static str], asked: &Asked<'_>) {
    let Some(first) = missing.first() else { return };
    let year = asked.span.last.year();
    report.note(words::missing_facts(asked.lang, missing.join(", "), year));
    report.note(words::set_facts(asked.lang, first, year));
    if asked.span.whole_year(asked.today).is_none() {
        report.note(words::only_of_a_year(asked.lang));
    }
}
