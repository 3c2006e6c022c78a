//! What reports take for granted: days without a gap, parts that add up, and the past as the loans tell it.

use std::collections::BTreeMap;

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
    days_of_loans(conn, report)?;
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

/// The loans that began on each day, and those that came back, against what is stored of the days; those that the next
/// night counts again may differ. One pass, with a number a day: sorted by SQLite, millions of loans would fill the memory.
fn days_of_loans(conn: &Connection, report: &mut Report) -> Result<()> {
    let mut counted: BTreeMap<String, [i64; 2]> = BTreeMap::new();
    store::each_loan(conn, |began, came_back| {
        for (place, day) in [began, came_back].into_iter().enumerate() {
            match day.and_then(|day| counted.get_mut(day)) {
                Some(counts) => counts[place] += 1,
                None => {
                    if let Some(day) = day {
                        counted.entry(day.to_owned()).or_default()[place] += 1;
                    }
                }
            }
        }
    })?;
    store::each_summary(conn, |day, stored| {
        let counts = counted.get(day).copied().unwrap_or_default();
        for (place, code) in ["summary.loans", "summary.returns"].into_iter().enumerate() {
            if counts[place] != stored[place] {
                report.add(code, day);
            }
        }
    })
}
