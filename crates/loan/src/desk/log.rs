//! What a desk did, line by line, for programs that want to know: numbers and codes, no names.

use jiff::civil::Date;
use pustaka_cli::{Cell, Column, Kind, Report};

use super::view::{Done, Say};
use crate::words::result as words;

/// One thing that was done or refused.
#[derive(Debug)]
struct Entry {
    line: u64,
    typed: String,
    did: &'static str,
    card: Option<String>,
    item: Option<String>,
    due: Option<Date>,
    fine: Option<i64>,
    reasons: Vec<String>,
}

/// What a desk did.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    line: u64,
    typed: String,
    card: Option<String>,
    refused: bool,
}

impl Log {
    /// A line was heard.
    pub(crate) fn line(&mut self, typed: &str) {
        self.line += 1;
        self.typed = typed.trim().to_owned();
    }

    /// The number of the last line.
    pub(crate) fn number(&self) -> u64 {
        self.line
    }

    /// Whether anything was refused.
    pub(crate) fn refused(&self) -> bool {
        self.refused
    }

    /// Something was said.
    pub(crate) fn note(&mut self, say: &Say) {
        self.refused |= say.is_refusal();
        if let Say::Member(member) = say {
            self.card = Some(member.card.clone());
        }
        let (item, due, fine) = match say {
            Say::Lent(lent) | Say::Renewed(lent) | Say::JustLent(lent) => (Some(&lent.item), Some(lent.due), None),
            Say::Returned(returned) => (Some(&returned.item), None, Some(returned.fine)),
            Say::Refused(refused) | Say::NotRenewed(refused) => (Some(&refused.item), None, None),
            Say::OfferRenewal(item) | Say::OfferTakeBack(item) | Say::Waiting(item) => {
                (Some(&item.barcode), None, None)
            }
            Say::Undone(Done::Lent { item, .. } | Done::Returned { item, .. }) => (Some(item), None, None),
            _ => (None, None, None),
        };
        self.entries.push(Entry {
            line: self.line,
            typed: self.typed.clone(),
            did: say.code(),
            card: self.card.clone(),
            item: item.cloned(),
            due,
            fine,
            reasons: say.reasons().iter().map(|reason| reason.code.clone()).collect(),
        });
        if let Say::Gone { .. } = say {
            self.card = None;
        }
    }

    /// The list of it all.
    pub(crate) fn report(&self) -> Report {
        let mut report = Report::new(
            "lines",
            [
                Column::new("line", words::line, Kind::Number),
                Column::new("typed", words::typed, Kind::Text),
                Column::new("did", words::did, Kind::Text),
                Column::new("card", words::card, Kind::Text),
                Column::new("item", words::item, Kind::Text),
                Column::new("due", words::due, Kind::Date),
                Column::new("fine", words::fine, Kind::Rupiah),
                Column::new("reasons", words::reasons, Kind::Text),
            ],
        );
        for entry in &self.entries {
            report.row([
                entry.line.into(),
                entry.typed.as_str().into(),
                entry.did.into(),
                entry.card.clone().into(),
                entry.item.clone().into(),
                entry.due.into(),
                entry.fine.into(),
                Cell::List(entry.reasons.clone()),
            ]);
        }
        report
    }
}
