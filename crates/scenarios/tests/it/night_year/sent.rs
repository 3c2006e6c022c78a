//! Whom the notices of the year told what: nobody the same thing twice, and of nothing that no longer stands.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use pustaka_core::notices::{Channel, Mark, Reason, Which};
use pustaka_core::{Act, Library};
use rusqlite::Connection;

/// What a notice (`?1`) is about that stands on a day (`?2`) at a moment (`?3`), each as what can be told once: a step of
/// a loan once a renewal, everything else once for the day that it is about.
const STANDS: &str = "
    SELECT about.reason || ' ' || kind || ' ' || record || ' ' ||
        CASE kind WHEN 'loan' THEN (SELECT renewals FROM loan WHERE id = record) ELSE as_of END
    FROM notice_about AS about WHERE notice_id = ?1 AND CASE kind
        WHEN 'loan' THEN EXISTS (SELECT 1 FROM loan
            WHERE id = record AND ended IS NULL AND due_decided = as_of AND (due < ?2) = (reason <> 'due-soon'))
        WHEN 'hold' THEN EXISTS (SELECT 1 FROM hold WHERE id = record AND state = 'ready'
            AND CASE reason WHEN 'hold-ready' THEN shelf_until >= ?2 ELSE shelf_until = ?2 END)
        WHEN 'membership' THEN EXISTS (SELECT 1 FROM member
            WHERE id = record AND erased IS NULL AND valid_until = as_of AND valid_until >= ?2)
        WHEN 'registration' THEN EXISTS (SELECT 1 FROM registration AS place JOIN event ON event.id = place.event_id
            JOIN event_session AS session ON session.event_id = event.id
            WHERE place.id = record AND place.state = 'registered' AND cancelled IS NULL AND starts > ?3
                AND substr(starts, 1, 10) IN (?2, date(?2, '+1 day')))
        WHEN 'event-notice' THEN EXISTS (SELECT 1 FROM event_notice AS note
            JOIN registration AS place ON place.id = note.registration_id JOIN event ON event.id = note.event_id
            WHERE note.id = record AND (note.kind = 'cancelled') = (cancelled IS NOT NULL)
                AND (note.kind = 'cancelled' OR place.state <> 'cancelled'))
        ELSE EXISTS (SELECT 1 FROM follow_up WHERE id = record AND state = 'open') END";

/// Everything that was told.
#[derive(Default)]
pub(super) struct Told(BTreeSet<String>);

impl Told {
    /// Tells at a moment what waits, but for a third of it, which is left for another day.
    pub(super) fn tell(&mut self, library: &mut Library, db: &Path, act: &Act) {
        let (now, day) = (act.at.datetime(), act.day());
        let mut open = library.notices(now, Which::Open).expect("a list");
        open.retain(|notice| (notice.id.0 + i64::from(day.day())) % 3 != 0);
        let conn = Connection::open(db).expect("the file");
        let mut statement = conn.prepare(STANDS).expect("a query");
        for notice in &open {
            let told: Vec<String> = statement
                .query_map((notice.id.0, day.to_string(), now.to_string()), |row| row.get(0))
                .expect("rows")
                .map(|row| row.expect("a thing"))
                .collect();
            // Of an event that was moved twice people are told once.
            match notice.reason {
                Reason::EventPromoted | Reason::EventMoved | Reason::EventCancelled => assert!(!told.is_empty()),
                _ => assert_eq!(
                    told.len() as i64,
                    notice.about.things,
                    "{day}: {notice:?}, and {told:?} stands"
                ),
            }
            for thing in told {
                assert!(self.0.insert(thing.clone()), "{day}: told again: {thing}");
            }
        }
        let ids: Vec<_> = open.iter().map(|notice| notice.id).collect();
        let marked = library.mark_notices(act, &ids, Mark::Sent, Some(Channel::Text), false);
        assert_eq!(marked.expect("marked").not, []);
    }

    /// How often something was told for a reason.
    pub(super) fn count(&self, reason: Reason) -> usize {
        let begin = format!("{} ", reason.code());
        self.0.iter().filter(|thing| thing.starts_with(&begin)).count()
    }
}

/// When the desk tells people.
pub(super) fn morning(night: Act, day: Date) -> Act {
    let at = day.at(9, 0, 0, 0).in_tz("Asia/Jakarta").expect("a moment");
    Act { at, ..night }
}
