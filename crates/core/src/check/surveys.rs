//! What surveys take for granted, beyond the constraints of their tables.

use rusqlite::Connection;

use super::Report;
use super::store::{self, Invariant};
use crate::error::Result;

/// What the tables' own constraints can't say.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        code: "response.scores",
        sql: "SELECT response.id FROM survey_response AS response JOIN survey ON survey.id = response.survey_id
              JOIN instrument ON instrument.id = survey.instrument_id
              WHERE length(scores) <> json_array_length(definition, '$.elements')
                 OR (scores <> '' AND scores NOT GLOB '*[1-9A]*')
                 OR CASE WHEN json_extract(definition, '$.scale.highest') < 9
                      THEN scores GLOB '*[' || (json_extract(definition, '$.scale.highest') + 1) || '-9A]*'
                      WHEN json_extract(definition, '$.scale.highest') = 9 THEN scores GLOB '*A*' ELSE 0 END",
    },
    Invariant {
        code: "response.day",
        sql: "SELECT response.id FROM survey_response AS response JOIN survey ON survey.id = response.survey_id
              WHERE day NOT BETWEEN opens AND closes",
    },
    Invariant {
        code: "survey-batch.count",
        sql: "SELECT id FROM survey_batch AS batch WHERE (undone IS NULL) * responses
              <> (SELECT count(*) FROM survey_response WHERE batch_id = batch.id)",
    },
    Invariant {
        code: "survey-batch.survey",
        sql: "SELECT batch.id FROM survey_batch AS batch JOIN survey_response AS response ON batch_id = batch.id
              WHERE response.survey_id <> batch.survey_id
              UNION SELECT batch.id FROM survey_batch AS batch JOIN survey_comment AS comment ON batch_id = batch.id
              WHERE comment.survey_id <> batch.survey_id OR batch.undone IS NOT NULL",
    },
    Invariant {
        code: "follow-up.names",
        sql: "SELECT follow_up.id FROM follow_up JOIN survey ON survey.id = survey_id
              JOIN instrument ON instrument.id = survey.instrument_id
              WHERE element NOT IN (SELECT json_extract(one.value, '$.key') FROM json_each(definition, '$.elements') AS one)
                 OR comment_id IN (SELECT id FROM survey_comment AS other WHERE other.survey_id <> follow_up.survey_id)",
    },
    Invariant {
        code: "counter.behind",
        sql: "SELECT name FROM (
                SELECT 'survey' AS name, max(id) AS most FROM survey UNION ALL
                SELECT 'instrument', max(id) FROM instrument UNION ALL
                SELECT 'survey_batch', max(id) FROM survey_batch UNION ALL
                SELECT 'survey_response', max(id) FROM survey_response UNION ALL
                SELECT 'survey_comment', max(id) FROM survey_comment UNION ALL
                SELECT 'follow_up', max(id) FROM follow_up
              ) AS used WHERE most > coalesce((SELECT last FROM counter WHERE counter.name = used.name), 0)",
    },
];

/// Looks at every survey.
pub(super) fn look(conn: &Connection, report: &mut Report) -> Result<()> {
    for invariant in INVARIANTS {
        store::each_record(conn, invariant.sql, |record| report.add(invariant.code, record))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rusqlite::Connection;
    use tempfile::TempDir;

    use super::super::Depth;
    use crate::library::tests::act;
    use crate::surveys::tests::{library, three};

    /// What a careless hand's connection does, and the findings it must leave.
    const PLANTED: &[(&str, &str)] = &[
        (
            "UPDATE survey_response SET scores = '444' WHERE id = 1",
            "response.scores",
        ),
        (
            "UPDATE survey_response SET scores = '5444444444' WHERE id = 1",
            "response.scores",
        ),
        (
            "UPDATE survey_response SET scores = '544444444' WHERE id = 1",
            "response.scores",
        ),
        (
            "UPDATE survey_response SET scores = '---------' WHERE id = 1",
            "response.scores",
        ),
        (
            "UPDATE survey_response SET day = '2026-12-01' WHERE id = 1",
            "response.day",
        ),
        ("DELETE FROM survey_response WHERE id = 2", "survey-batch.count"),
        ("UPDATE survey_batch SET undone = 'x'", "survey-batch.count"),
        ("UPDATE survey_comment SET survey_id = 2", "survey-batch.survey"),
        ("UPDATE follow_up SET element = 'kebersihan'", "follow-up.names"),
        ("DELETE FROM counter WHERE name = 'survey_response'", "counter.behind"),
    ];

    #[test]
    fn what_is_planted_is_found() {
        for (breach, expected) in PLANTED {
            let folder = TempDir::new().expect("a folder");
            let library = three(library(&folder), &act());
            assert_eq!(library.check(Depth::Deep).expect("looked over").counts, BTreeMap::new());
            let conn = Connection::open(library.path()).expect("open");
            conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
                .expect("off");
            conn.execute_batch(breach).expect(breach);
            let found = library.check(Depth::Deep).expect("looked over");
            assert!(found.counts.contains_key(expected), "{breach}: {:?}", found.findings);
        }
    }
}
