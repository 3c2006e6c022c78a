//! The library itself, in memory: does an action and says what came of it, in the model's words.

use std::fmt::Display;

use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use rusqlite::{Connection, params};

use super::action::{Action, Known};
use super::world::{self, ITEMS, MEMBERS, TITLES, TOTALS};
use crate::act::{Act, StaffCode};
use crate::calendar::{Change, Thing};
use crate::circulation::charges::{Booked, book};
use crate::circulation::closing::{self, Settle};
use crate::circulation::holds::{self, Handover, HoldRequest, Wanted};
use crate::circulation::loans::{
    self, CheckoutOptions, Next, RefusedItem, Renewing, ReturnOptions, Undo, lost, renew, undo,
};
use crate::circulation::reason::Override;
use crate::circulation::rules::{LoanRule, RuleKey, store as rules};
use crate::circulation::{Reason, Refusal, history};
use crate::error::{Error, Result};
use crate::journal::{Entry, Link};
use crate::library::{Transaction, schema};
use crate::values::ids::{HoldId, LedgerId, RuleId, TitleId};
use crate::values::money::Money;

pub(super) struct Room {
    pub(super) conn: Connection,
    day: Date,
    step: u64,
    zone: TimeZone,
    closures: Vec<(Date, Date)>,
    token: Option<Undo>,
}

impl Room {
    pub(super) fn new() -> Room {
        let conn = Connection::open_in_memory().expect("memory");
        conn.set_prepared_statement_cache_capacity(200);
        conn.execute_batch("PRAGMA foreign_keys = ON; BEGIN").expect("settings");
        schema::take(&conn, 0, schema::STEPS).expect("tables");
        let room = Room {
            conn,
            day: world::FIRST_DAY,
            step: 0,
            zone: TimeZone::get("Asia/Jakarta").expect("the zone"),
            closures: Vec::new(),
            token: None,
        };
        room.fill();
        room
    }

    fn fill(&self) {
        let tx = Transaction::of(&self.conn);
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| assert!(self.conn.execute(sql, values).is_ok(), "{sql}");
        for (kind, most) in TOTALS {
            run(
                "UPDATE member_type SET max_items = ?2 WHERE code = ?1",
                params![kind, most],
            );
        }
        for (at, member) in (1_i64..).zip(MEMBERS) {
            run(
                "INSERT INTO member (id, card, name, name_key, member_type, born, joined, valid_until) \
                 VALUES (?1, ?2, ?2, ?2, ?3, ?4, '2026-01-01', ?5)",
                params![
                    at,
                    member.card,
                    member.kind,
                    member.born.map(|day| day.to_string()),
                    member.valid_until.to_string()
                ],
            );
        }
        for title in 1..=TITLES as i64 {
            run(
                "INSERT INTO title (id, title, title_hash, match_hash) VALUES (?1, 'Judul ' || ?1, 0, 0)",
                params![title],
            );
        }
        for (at, item) in (1_i64..).zip(ITEMS) {
            run(
                "INSERT INTO item (id, title_id, barcode, collection_type, status, price) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![at, item.title as i64, item.barcode, item.kind, item.status, item.price],
            );
        }
        let settings = [
            ("loan.owes-limit", world::OWES_LIMIT),
            ("hold.shelf-days", i64::from(world::SHELF_DAYS)),
            ("hold.limit", i64::from(world::HOLD_LIMIT)),
            ("loan.lost-price", world::LOST_PRICE),
            ("loan.lost-reversal-days", world::REVERSAL_DAYS),
        ];
        for (key, value) in settings {
            crate::settings::store::save(&tx, key, &value.to_string()).expect("a setting");
        }
        run("UPDATE loan_rule SET ended_at = 'x' WHERE ended_at IS NULL", &[]);
        for (id, spec) in (2_i64..).zip(world::rules()) {
            let rule = LoanRule {
                id: RuleId(id),
                key: RuleKey {
                    member_type: spec.member_type.map(str::to_owned),
                    collection_type: spec.collection_type.map(str::to_owned),
                    ..RuleKey::default()
                },
                terms: spec.terms,
            };
            rules::add(&tx, &rule, "2026-01-01T00:00:00+07:00").expect("a rule");
        }
        for member in MEMBERS.iter().filter(|member| member.keeps) {
            self.keep(member.card, true);
        }
    }

    fn keep(&self, card: &str, on: bool) {
        let sql = match on {
            true => {
                "INSERT INTO consent (id, member_id, kind, given_by, given_at, staff) \
                 SELECT (SELECT coalesce(max(id), 0) + 1 FROM consent), id, 'reading-history', 'member', 'x', 'sari' \
                 FROM member m WHERE card = ?1 AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.member_id = m.id \
                 AND withdrawn_at IS NULL)"
            }
            false => {
                "UPDATE consent SET withdrawn_at = 'y' WHERE withdrawn_at IS NULL \
                 AND member_id = (SELECT id FROM member WHERE card = ?1)"
            }
        };
        self.conn
            .prepare_cached(sql)
            .and_then(|mut run| run.execute([card]))
            .expect("a consent");
    }

    fn moment(&self) -> Act {
        let second = (self.step % 86_400) as i32;
        let clock = time((second / 3600) as i8, (second / 60 % 60) as i8, (second % 60) as i8, 0);
        let staff = ["sari", "budi", "tini"][(self.step % 3) as usize];
        Act {
            at: self
                .zone
                .to_zoned_datetime(self.day.to_datetime(clock))
                .expect("a moment"),
            staff: StaffCode::parse(staff).expect("a code"),
        }
    }

    pub(super) fn known(&self) -> Known {
        let last = |name: &str| crate::library::counter::last(&self.conn, name).expect("a counter");
        let mut lent = self
            .conn
            .prepare_cached(
                "SELECT i.barcode FROM loan l JOIN item i ON i.id = l.item_id WHERE l.ended IS NULL ORDER BY 1",
            )
            .expect("a query");
        let lent = lent.query_map([], |row| row.get(0)).expect("rows");
        Known {
            day: self.day,
            last_hold: last("hold"),
            last_entry: last("ledger"),
            on_loan: lent.collect::<rusqlite::Result<_>>().expect("rows"),
            closures: self.closures.clone(),
        }
    }

    /// Does an action as a write would, and says what came of it.
    pub(super) fn act(&mut self, action: &Action) -> Vec<String> {
        self.step += 1;
        let act = self.moment();
        // A refusal comes before the first write, so nothing has to be rolled back: the next comparison of states would
        // show it.
        match self.dispatch(&act, action) {
            Ok(said) => said,
            Err(Error::Circulation(Refusal::Hold { reasons })) => {
                vec![format!("error hold.refused {:?}", codes(&reasons))]
            }
            Err(Error::Database(error)) => panic!("{action:?}: {error}"),
            Err(error) => vec![format!("error {}", error.code())],
        }
    }

    fn journaled<T>(&self, act: &Act, done: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>) -> Result<T> {
        let tx = Transaction::of(&self.conn);
        let last = Link::last(&tx)?;
        let (answer, entry) = done(&tx)?;
        if let Some(entry) = entry {
            last.append(&tx, act, &entry)?;
        }
        Ok(answer)
    }

    fn dispatch(&mut self, act: &Act, action: &Action) -> Result<Vec<String>> {
        match action {
            Action::Checkout { .. } => self.checkout(act, action),
            Action::Return { .. } => self.give_back(act, action),
            Action::RenewItems(items, over) => self.renew(act, Renewing::Items(items.clone()), over),
            Action::RenewAll(card, over) => self.renew(act, Renewing::AllOf(card.clone()), over),
            Action::Hold { card, wanted, over } => self.place(act, card, wanted, over),
            Action::Cancel(hold) => {
                self.journaled(act, |tx| holds::cancel(tx, act, HoldId(*hold)))?;
                Ok(vec!["cancelled".to_owned()])
            }
            Action::Pay(card, amount) => self.booked(act, |tx| book::pay(tx, act, card, money(*amount), None)),
            Action::Refund(card, amount) => self.booked(act, |tx| book::refund(tx, act, card, money(*amount), "x")),
            Action::Charge(card, amount) => {
                self.booked(act, |tx| book::charge(tx, act, card, "card", money(*amount), "x"))
            }
            Action::Waive(charge, amount) => self.booked(act, |tx| {
                book::waive(tx, act, LedgerId(*charge), amount.map(money), "x")
            }),
            Action::Reverse(charge) => self.booked(act, |tx| book::reverse(tx, act, LedgerId(*charge), "x")),
            Action::Lost(item, price) => {
                let price = price.filter(|price| *price >= 0).map(money);
                let lost = self.journaled(act, |tx| lost::lost(tx, act, item, price))?;
                let (price, fine) = (lost.price.whole(), lost.fine.whole());
                Ok(vec![format!(
                    "lost loan {} price {price} fine {fine} owed {}",
                    lost.loan, lost.owed
                )])
            }
            Action::Found(item) => {
                let found = self.journaled(act, |tx| lost::found(tx, act, item))?;
                Ok(vec![found_line(&found)])
            }
            Action::Undo => self.undo(act),
            Action::ExpireHolds => {
                let moved = self.journaled(act, |tx| holds::expire(tx, act))?;
                Ok(moved
                    .expired
                    .iter()
                    .map(|line| format!("expired {}", line.hold))
                    .collect())
            }
            Action::CutHistory => {
                let cut = self.journaled(act, |tx| history::cut_history(tx, act))?;
                Ok(vec![format!("cut {}", cut.loans)])
            }
            other => {
                self.change(act, other)?;
                Ok(Vec::new())
            }
        }
    }

    fn checkout(&mut self, act: &Act, action: &Action) -> Result<Vec<String>> {
        let Action::Checkout {
            card,
            items,
            over,
            all_or_none,
            due,
        } = action
        else {
            return Ok(Vec::new());
        };
        let options = CheckoutOptions {
            over: overriding(over),
            all_or_none: *all_or_none,
            due: *due,
        };
        let answer = self.journaled(act, |tx| loans::checkout(tx, act, card, items, &options))?;
        let mut said = Vec::new();
        for lent in &answer.loans {
            let (rule, hold) = (or_dash(lent.rule.as_ref()), or_dash(lent.hold));
            said.push(format!(
                "lent {} loan {} due {} rule {rule} over {:?} hold {hold}",
                lent.item, lent.loan, lent.due, lent.overridden
            ));
        }
        for one in &answer.already {
            let renewal = match &one.renewal {
                Ok(due) => due.to_string(),
                Err(reasons) => format!("{:?}", codes(reasons)),
            };
            said.push(format!(
                "already {} loan {} due {} renewal {renewal}",
                one.item, one.loan, one.due
            ));
        }
        said.extend(answer.refused.iter().map(refused_line));
        said.extend(answer.held_back.iter().map(|item| format!("back {item}")));
        self.token = answer.undo.or(self.token.take());
        Ok(said)
    }

    fn give_back(&mut self, act: &Act, action: &Action) -> Result<Vec<String>> {
        let Action::Return {
            items,
            in_house,
            to_repair,
        } = action
        else {
            return Ok(Vec::new());
        };
        let options = ReturnOptions {
            in_house: *in_house,
            to_repair: *to_repair,
            here: None,
        };
        let answer = self.journaled(act, |tx| loans::return_items(tx, act, items, &options))?;
        let mut said = Vec::new();
        for one in &answer.returns {
            let (item, loan, card, late) = (&one.item, one.loan, &one.card, one.late_days);
            let (fine, until, next) = (one.fine.whole(), or_dash(one.suspended_until), next(&one.next));
            said.push(format!(
                "returned {item} loan {loan} by {card} late {late} fine {fine} until {until} owed {} {next}",
                one.owed
            ));
        }
        said.extend(answer.found.iter().map(found_line));
        let idle = answer.not_on_loan.iter();
        said.extend(idle.map(|one| format!("not-on-loan {} {}", one.item, next(&one.next))));
        said.extend(answer.refused.iter().map(refused_line));
        self.token = answer.undo.or(self.token.take());
        Ok(said)
    }

    fn renew(&mut self, act: &Act, which: Renewing, over: &[String]) -> Result<Vec<String>> {
        let answer = self.journaled(act, |tx| renew::renew(tx, act, &which, &overriding(over)))?;
        let renewed = answer.renewed.iter().map(|one| {
            let (item, due, fine, over) = (&one.item, one.due, one.fine.whole(), &one.overridden);
            format!("renewed {item} due {due} fine {fine} over {over:?}")
        });
        Ok(renewed.chain(answer.refused.iter().map(refused_line)).collect())
    }

    fn place(
        &mut self,
        act: &Act,
        card: &str,
        wanted: &std::result::Result<i64, String>,
        over: &[String],
    ) -> Result<Vec<String>> {
        let request = HoldRequest {
            card: card.to_owned(),
            wanted: match wanted {
                Ok(title) => Wanted::Title(TitleId(*title)),
                Err(barcode) => Wanted::Item(barcode.clone()),
            },
            handover: Handover::Desk,
            over: overriding(over),
        };
        let placed = self.journaled(act, |tx| holds::place::hold(tx, act, &request))?;
        let hold = placed.hold;
        let how = match (&hold.ready, hold.until) {
            (Some(item), Some(until)) => format!("ready {item} {until}"),
            _ => format!("place {}", or_dash(hold.place)),
        };
        Ok(vec![format!("hold {} {how}", hold.hold)])
    }

    fn booked(
        &self,
        act: &Act,
        done: impl FnOnce(&Transaction<'_>) -> Result<(Booked, Option<Entry>)>,
    ) -> Result<Vec<String>> {
        let booked = self.journaled(act, done)?;
        let (entry, owed, credit) = (booked.entry, booked.balance, booked.credit.whole());
        Ok(vec![format!("entry {entry} owed {owed} credit {credit}")])
    }

    fn undo(&mut self, act: &Act) -> Result<Vec<String>> {
        let Some(token) = self.token.clone() else {
            return Ok(Vec::new());
        };
        let undone = self.journaled(act, |tx| undo::undo(tx, act, &token))?;
        self.token = None;
        Ok(vec![format!("undone {}", undone.items.len())])
    }

    fn change(&mut self, act: &Act, action: &Action) -> Result<()> {
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
            self.conn
                .prepare_cached(sql)
                .and_then(|mut run| run.execute(values))
                .expect("done");
        };
        match action {
            Action::Days(days) => {
                self.day = self.day.saturating_add(jiff::Span::new().days(*days));
            }
            Action::Prolong(card, until) => {
                run(
                    "UPDATE member SET valid_until = ?2 WHERE card = ?1",
                    params![card, until.to_string()],
                );
            }
            Action::Block(card, on) => {
                let why = on.then_some("kartu dipinjamkan");
                run("UPDATE member SET blocked = ?2 WHERE card = ?1", params![card, why]);
            }
            Action::Keep(card, on) => self.keep(card, *on),
            Action::Status(item, status) => run(
                "UPDATE item SET status = ?2 WHERE barcode = ?1 AND (status = 'repair' OR status = 'available') \
                 AND NOT EXISTS (SELECT 1 FROM loan WHERE item_id = item.id AND ended IS NULL)",
                params![item, status],
            ),
            Action::Close(first, last) => {
                let change = Change::Close {
                    first: *first,
                    last: *last,
                    reason: "banjir".to_owned(),
                };
                self.journaled(act, |tx| closing::run(tx, &change, Settle::Apply, act))?;
                if !self.closures.contains(&(*first, *last)) {
                    self.closures.push((*first, *last));
                }
            }
            Action::Reopen(first, last) => {
                let change = Change::Remove {
                    first: *first,
                    last: Some(*last),
                    thing: Some(Thing::Closure),
                };
                self.journaled(act, |tx| closing::run(tx, &change, Settle::Apply, act))?;
                self.closures.retain(|one| one != &(*first, *last));
            }
            _ => (),
        }
        Ok(())
    }
}

fn overriding(codes: &[String]) -> Override {
    Override {
        codes: codes.to_vec(),
        note: Some("kepala dinas mengizinkan".to_owned()),
    }
}

fn money(amount: i64) -> Money {
    Money::from_whole(amount).unwrap_or_default()
}

fn or_dash(value: Option<impl Display>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

fn codes(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(Reason::code).collect()
}

fn refused_line(one: &RefusedItem) -> String {
    format!("refused {} {:?}", one.item, codes(&one.reasons))
}

fn found_line(one: &loans::FoundAnswer) -> String {
    let (loan, reversed, next) = (or_dash(one.loan), one.reversed.whole(), next(&one.next));
    format!(
        "found {} loan {loan} reversed {reversed} {} {next}",
        one.item, one.too_late
    )
}

fn next(next: &Next) -> String {
    match next {
        Next::SetAside(line) => format!("set-aside {} {}", line.card, or_dash(line.until)),
        other => other.code().to_owned(),
    }
}
