//! What stands in the library, in the model's words, and what the deep check finds of it.

use super::room::Room;
use crate::check::{self, Depth};
use crate::library::Snapshot;

impl Room {
    /// Everything that stands, in lines, as [`super::model::Model::state`] has it.
    pub(super) fn state(&self) -> Vec<String> {
        const STATE: &[&str] = &[
            "SELECT 'loan ' || l.id || ' ' || i.barcode || ' ' || m.card || ' due ' || l.due || ' ' || l.due_decided \
             || ' renewed ' || l.renewals || ' ' || coalesce(l.ended, 'open') FROM loan l \
             JOIN item i ON i.id = l.item_id JOIN member m ON m.id = l.member_id WHERE l.member_id IS NOT NULL ORDER BY l.id",
            "SELECT 'hold ' || h.id || ' ' || m.card || ' ' || h.title_id || ' ' || CASE h.state WHEN 'waiting' THEN 'waits' \
             ELSE i.barcode || ' ' || h.ready_on || ' ' || h.shelf_until END FROM hold h JOIN member m ON m.id = h.member_id \
             LEFT JOIN item i ON i.id = h.ready_item WHERE h.ended_at IS NULL ORDER BY h.id",
            "SELECT m.card || ' ' || coalesce(m.suspended_until, '-') || ' owes ' || \
             (SELECT coalesce(sum(CASE WHEN kind IN ('charge', 'refund') THEN amount ELSE -amount END), 0) FROM ledger g \
             WHERE g.member_id = m.id) || ' of loans ' || (SELECT count(*) FROM ledger g WHERE g.member_id = m.id \
             AND g.loan_id IS NOT NULL) FROM member m ORDER BY m.id",
            "SELECT barcode || ' ' || status FROM item ORDER BY id",
            "SELECT coalesce((SELECT last FROM counter WHERE name = 'ledger'), 0) || ' ' || \
             (SELECT coalesce(sum(times), 0) FROM in_house_use)",
        ];
        let mut lines = Vec::new();
        for sql in STATE {
            let mut query = self.conn.prepare_cached(sql).expect("a query");
            let rows = query.query_map([], |row| row.get::<_, String>(0)).expect("rows");
            lines.extend(rows.map(|row| row.expect("a line")));
        }
        lines
    }

    /// What the deep check finds of circulation.
    pub(super) fn findings(&self) -> Vec<String> {
        let report = check::look(&Snapshot::of(&self.conn), Depth::Deep).expect("looked over");
        let areas = [
            "loan.",
            "hold.",
            "ledger.",
            "history.",
            "delivery.",
            "group.",
            "journal.",
            "sqlite.",
        ];
        let ours = |code: &str| areas.iter().any(|area| code.starts_with(area));
        let found = report.findings.iter().filter(|finding| ours(finding.code));
        found
            .map(|finding| format!("{} {}", finding.code, finding.record))
            .collect()
    }
}
