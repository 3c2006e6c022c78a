//! What reports take for granted: days without a gap, parts that add up, and the past as the loans tell it.

use jiff::civil::Date;
use rusqlite::Connection;

use super::Report;
use super::store::{self, Invariant};
use crate::error::Result;

/// What the tables' own constraints can't say, or could not say while somebody had turned them off.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        code: "summary.of-no-day",
        sql: "SELECT day FROM daily_figure WHERE day NOT IN (SELECT day FROM summary_day) UNION
              SELECT day FROM daily_class WHERE day NOT IN (SELECT day FROM summary_day) UNION
              SELECT day FROM daily_group WHERE day NOT IN (SELECT day FROM summary_day)",
    },
    Invariant {
        code: "summary.classes",
        sql: "SELECT day FROM summary_day LEFT JOIN
                (SELECT day, sum(loans) AS loans, sum(renewals) AS renewals FROM daily_class GROUP BY day) USING (day)
              WHERE coalesce(loans, 0) <> coalesce((SELECT value FROM daily_figure
                    WHERE figure = 'loans' AND daily_figure.day = summary_day.day), 0)
                 OR coalesce(renewals, 0) <> coalesce((SELECT value FROM daily_figure
                    WHERE figure = 'renewals' AND daily_figure.day = summary_day.day), 0)",
    },
    Invariant {
        code: "summary.groups",
        sql: "SELECT day FROM summary_day LEFT JOIN
                (SELECT day, sum(loans) AS loans FROM daily_group GROUP BY day) USING (day)
              WHERE coalesce(loans, 0) <> coalesce((SELECT value FROM daily_figure
                    WHERE figure = 'loans' AND daily_figure.day = summary_day.day), 0)",
    },
    // Days that the next night counts again may differ.
    Invariant {
        code: "summary.loans",
        sql: "SELECT summary_day.day FROM summary_day
              LEFT JOIN (SELECT substr(loaned_at, 1, 10) AS day, count(*) AS loans FROM loan GROUP BY 1) USING (day)
              WHERE coalesce(loans, 0) <> coalesce((SELECT value FROM daily_figure
                    WHERE figure = 'loans' AND daily_figure.day = summary_day.day), 0)
                AND summary_day.day NOT IN (SELECT day FROM stale_day WHERE subject = 'loans')",
    },
    Invariant {
        code: "summary.returns",
        sql: "SELECT summary_day.day FROM summary_day LEFT JOIN
                (SELECT substr(ended_at, 1, 10) AS day, count(*) AS loans FROM loan WHERE ended = 'returned' GROUP BY 1)
                USING (day)
              WHERE coalesce(loans, 0) <> coalesce((SELECT value FROM daily_figure
                    WHERE figure = 'returns' AND daily_figure.day = summary_day.day), 0)
                AND NOT EXISTS (SELECT 1 FROM stale_day WHERE subject = 'loans' AND stale_day.day = summary_day.day)",
    },
    Invariant {
        code: "summary.loan-mark",
        sql: "SELECT day FROM (SELECT day, loan_mark FROM summary_day ORDER BY day DESC LIMIT 1)
              WHERE EXISTS (SELECT 1 FROM loan WHERE id <= loan_mark AND substr(loaned_at, 1, 10) > day)",
    },
    Invariant {
        code: "loan.lost-without-day",
        sql: "SELECT id FROM loan WHERE ended = 'lost' AND lost_at IS NOT ended_at",
    },
    Invariant {
        code: "due-change.gap",
        sql: "SELECT loan_id FROM due_change GROUP BY loan_id HAVING max(number) <> count(*)",
    },
];

pub(super) fn look(conn: &Connection, report: &mut Report) -> Result<()> {
    for invariant in INVARIANTS {
        store::each_record(conn, invariant.sql, |record| report.add(invariant.code, record))?;
    }
    let mut before: Option<Date> = None;
    store::each_record(conn, "SELECT day FROM summary_day ORDER BY day", |text| {
        match text.parse::<Date>() {
            Ok(day) => {
                let expected = before.and_then(|before| before.tomorrow().ok());
                if expected.is_some_and(|expected| expected != day) {
                    report.add("summary.gap", text);
                }
                before = Some(day);
            }
            Err(_) => report.add("summary.day", text),
        }
    })
}
