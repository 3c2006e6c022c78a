//! What the events take for granted: places counted right, nobody passed over, attendance and certificates of those who
//! had a place.

use super::store::Invariant;

/// What the tables' own constraints can't say, or could not say while somebody had turned them off.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        code: "event.taken",
        sql: "SELECT key FROM event WHERE taken <> (SELECT coalesce(sum(heads), 0) FROM registration
                WHERE registration.event_id = event.id AND state = 'registered')",
    },
    Invariant {
        code: "event.capacity",
        sql: "SELECT key FROM event WHERE capacity < (SELECT coalesce(sum(heads), 0) FROM registration
                WHERE registration.event_id = event.id AND state = 'registered')",
    },
    Invariant {
        code: "event.no-session",
        sql: "SELECT key FROM event WHERE id NOT IN (SELECT event_id FROM event_session)",
    },
    Invariant {
        code: "event.place-idle",
        sql: "SELECT event.key FROM event JOIN registration ON registration.event_id = event.id
              WHERE registration.number = (SELECT min(number) FROM registration AS first
                  WHERE first.event_id = event.id AND first.state = 'waiting')
                AND (event.capacity IS NULL OR event.taken + registration.heads <= event.capacity)",
    },
    Invariant {
        code: "registration.passed-over",
        sql: "SELECT registration.code FROM registration WHERE state = 'registered' AND promoted_at IS NOT NULL
                AND EXISTS (SELECT 1 FROM registration AS before WHERE before.event_id = registration.event_id
                  AND before.state = 'waiting' AND before.number < registration.number)",
    },
    Invariant {
        code: "registration.code",
        sql: "SELECT code FROM registration WHERE code NOT LIKE 'E' || event_id || '-%'",
    },
    Invariant {
        code: "registration.nobody",
        sql: "SELECT code FROM registration WHERE member_id IS NOT NULL AND name IS NOT NULL",
    },
    Invariant {
        code: "attendance.no-place",
        sql: "SELECT registration.code FROM attendance JOIN registration ON registration.id = registration_id
              WHERE state <> 'registered' OR attendance.heads > registration.heads OR NOT EXISTS (
                SELECT 1 FROM event_session AS held
                WHERE held.event_id = registration.event_id AND held.number = attendance.session)",
    },
    Invariant {
        code: "certificate.not-attended",
        sql: "SELECT certificate.code FROM certificate WHERE attended > (SELECT count(*) FROM attendance
                WHERE attendance.registration_id = certificate.registration_id)",
    },
    Invariant {
        code: "certificate.gap",
        sql: "SELECT year FROM certificate GROUP BY year HAVING max(number) <> count(*)",
    },
    Invariant {
        code: "notice.promoted-twice",
        sql: "SELECT registration.code FROM event_notice JOIN registration ON registration.id = registration_id
              WHERE kind = 'promoted' GROUP BY registration.id HAVING count(*) > 1 OR registration.promoted_at IS NULL",
    },
    Invariant {
        code: "counter.behind",
        sql: "SELECT name FROM (
                SELECT 'event' AS name, max(id) AS most FROM event UNION ALL
                SELECT 'registration', max(id) FROM registration UNION ALL
                SELECT 'certificate', max(id) FROM certificate UNION ALL
                SELECT 'event_notice', max(id) FROM event_notice
              ) AS used WHERE most > coalesce((SELECT last FROM counter WHERE counter.name = used.name), 0)",
    },
];
