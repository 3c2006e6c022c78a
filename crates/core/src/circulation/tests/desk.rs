//! A library in a temporary folder, with a few members, to try the counter on.

use jiff::civil::{Date, date};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::act::Act;
use crate::check::Depth;
use crate::check::tests::stocked;
use crate::circulation::Reason;
use crate::circulation::loans::{CheckoutAnswer, CheckoutOptions, ReturnAnswer, ReturnOptions};
use crate::circulation::reason::Override;
use crate::library::Library;
use crate::library::tests::act;
use crate::values::money::Money;

/// A Friday.
pub(crate) const TODAY: Date = date(2026, 11, 20);

/// Three titles: `0001` and `0002`, `0003`, `0004` and `0005`. Members: Siti (`A1`), Budi (`A2`), who keeps his reading
/// history, Tono (`A3`), and the child Ani (`K1`).
pub(crate) struct Desk {
    pub(crate) library: Library,
    _folder: TempDir,
    day: Date,
    minute: i8,
}

const MEMBERS: &str = "
    INSERT INTO member (id, card, name, name_key, member_type, sex, born, district, joined, valid_until) VALUES
        (1, 'A1', 'Siti Aminah', 'siti aminah', 'umum', 'female', '1990-05-01', 'Mojoroto', '2026-01-01', '2027-06-30'),
        (2, 'A2', 'Budi Santoso', 'budi santoso', 'umum', 'male', '1980-02-02', 'Kota', '2026-01-01', '2027-06-30'),
        (3, 'A3', 'Tono Wijaya', 'tono wijaya', 'pelajar', 'male', NULL, NULL, '2026-01-01', '2026-11-24'),
        (4, 'K1', 'Ani Lestari', 'ani lestari', 'anak', 'female', '2015-11-20', 'Kota', '2026-01-01', '2027-06-30');
    INSERT INTO consent (id, member_id, kind, given_by, given_at, staff) VALUES
        (1, 2, 'reading-history', 'member', '2026-01-01T09:00:00+07:00', 'sari');
    INSERT INTO counter (name, last) VALUES ('member', 4), ('consent', 1);
    INSERT INTO item (id, title_id, barcode, status) VALUES (11, 1, '0002', 'available'), (12, 3, '0005', 'available');
    UPDATE counter SET last = 12 WHERE name = 'item';
    UPDATE item SET price = 85000 WHERE barcode = '0001';
    UPDATE item SET shelf = 'R3', location = 'Pusat' WHERE barcode = '0003';";

impl Desk {
    pub(crate) fn new() -> Desk {
        let folder = TempDir::new().expect("a folder");
        let library = stocked(&folder);
        let mut desk = Desk {
            library,
            _folder: folder,
            day: TODAY,
            minute: 0,
        };
        desk.sql(MEMBERS);
        desk
    }

    /// The fine of the rule for all, from now on: so many rupiah a day.
    pub(crate) fn fined(mut self, fine: i64) -> Desk {
        self.sql(&format!(
            "UPDATE loan_rule SET ended_at = 'x' WHERE id = 1;
             INSERT INTO loan_rule (id, max_items, loan_days, closed_days, expiry_cap, renewals, renew_from, fine,
                 fine_period, fine_at, fine_days, grace, after_grace, fine_cap, price_cap, suspend_days, suspend_max,
                 age_min, made_at)
             VALUES (2, 2, 7, 'push', 1, 1, 'today', {fine}, 1, 'start', 'open-days', 0, 'whole', 0, 0, 0, 0, 0, 'x');
             UPDATE counter SET last = 2 WHERE name = 'loan_rule';"
        ));
        self
    }

    /// It is another day.
    pub(crate) fn on(&mut self, day: Date) -> &mut Desk {
        self.day = day;
        self.minute = 0;
        self
    }

    /// The next minute of the day.
    pub(crate) fn act(&mut self) -> Act {
        self.minute += 1;
        let at = self.day.at(9, self.minute, 0, 0).in_tz("Asia/Jakarta");
        Act {
            at: at.expect("a moment"),
            ..act()
        }
    }

    pub(crate) fn sql(&mut self, script: &str) {
        let done = self
            .library
            .write(&act(), |tx| Ok((tx.sql().execute_batch(script)?, None)));
        done.expect(script);
    }

    pub(crate) fn ask<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        let conn = Connection::open(self.library.path()).expect("the file");
        conn.query_row(sql, [], |row| row.get(0)).expect(sql)
    }

    pub(crate) fn lend(&mut self, card: &str, items: &[&str]) -> CheckoutAnswer {
        self.lend_with(card, items, &CheckoutOptions::default())
    }

    pub(crate) fn lend_with(&mut self, card: &str, items: &[&str], options: &CheckoutOptions) -> CheckoutAnswer {
        let act = self.act();
        self.library
            .checkout(&act, card, &owned(items), options, false)
            .expect("a checkout")
    }

    pub(crate) fn give_back(&mut self, items: &[&str]) -> ReturnAnswer {
        self.give_back_with(items, &ReturnOptions::default())
    }

    pub(crate) fn give_back_with(&mut self, items: &[&str], options: &ReturnOptions) -> ReturnAnswer {
        let act = self.act();
        self.library
            .return_items(&act, &owned(items), options, false)
            .expect("a return")
    }

    /// The journal, without its hashes: every action with its detail.
    pub(crate) fn journal(&self) -> Vec<String> {
        let conn = Connection::open(self.library.path()).expect("the file");
        let mut query = conn
            .prepare("SELECT action || ' ' || detail FROM journal ORDER BY seq")
            .expect("a query");
        let rows = query.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<rusqlite::Result<_>>().expect("lines")
    }

    /// The last entry of the journal.
    pub(crate) fn last_entry(&self) -> String {
        self.journal().pop().unwrap_or_default()
    }

    /// The deep check finds nothing.
    #[track_caller]
    pub(crate) fn is_sound(&self) {
        let report = self.library.check(Depth::Deep).expect("looked over");
        assert_eq!(report.findings, []);
    }
}

pub(crate) fn owned(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

pub(crate) fn rupiah(amount: i64) -> Money {
    Money::from_whole(amount).expect("an amount")
}

pub(crate) fn over(codes: &[&str]) -> Override {
    Override {
        codes: owned(codes),
        note: Some("kepala dinas mengizinkan".to_owned()),
    }
}

pub(crate) fn codes(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(Reason::code).collect()
}
