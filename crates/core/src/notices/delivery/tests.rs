//! What happens to a notice while its mail is out.

use jiff::civil::{DateTime, date};

use super::{Answer, LONGEST_DELIVERY, Mark, Settled, Verdict, store};
use crate::act::Act;
use crate::circulation::tests::desk::Desk;
use crate::library::tests::act;
use crate::values::email::{self, Reading};
use crate::values::ids::{MemberId, NoticeId};

const NOTICE: NoticeId = NoticeId(1);

fn act_at(at: DateTime) -> Act {
    let at = at.in_tz("Asia/Jakarta").expect("a moment");
    Act { at, ..act() }
}

/// At this minute of a morning on which Tono is to hear by mail that his membership ends.
fn morning(minute: i8) -> Act {
    act_at(date(2026, 11, 10).at(9, minute, 0, 0))
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.sql(
        "UPDATE member SET email = 'tono@contoh.test' WHERE id = 3;
         INSERT INTO consent (id, member_id, kind, given_by, given_at, staff)
            VALUES (9, 3, 'notices-mail', 'member', 'x', 'sari');",
    );
    let night = act_at(date(2026, 11, 10).at(0, 0, 0, 0));
    desk.library.create_notices(&night, false).expect("created");
    desk
}

fn state(desk: &Desk) -> String {
    desk.ask("SELECT state FROM notice WHERE id = 1")
}

#[test]
fn a_member_is_erased_meanwhile() {
    let mut desk = desk();
    let begun = desk
        .library
        .begin_mail(&morning(0), NOTICE)
        .expect("begun")
        .expect("a mail");
    desk.library
        .erase_member(&morning(1), MemberId(3), false)
        .expect("erased");
    for answer in [
        Answer::Sent,
        Answer::Failed,
        Answer::Later,
        Answer::NotRun,
        Answer::Killed,
    ] {
        let settled = desk.library.end_mail(&morning(2), &begun, answer, Some(67));
        assert_eq!(settled.expect("answered"), Settled::Overtaken, "{answer:?}");
    }
    assert_eq!(state(&desk), "dropped");
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM bad_address"), 0);
}

#[test]
fn another_run_takes_it_for_cut_off() {
    let mut desk = desk();
    let first = desk
        .library
        .begin_mail(&morning(0), NOTICE)
        .expect("begun")
        .expect("a mail");
    // As long as a command may take, nobody does.
    let longest = i8::try_from(LONGEST_DELIVERY / 60).expect("minutes");
    assert_eq!(desk.library.settle_cut_off(&morning(longest + 1)).expect("looked"), []);
    assert_eq!(desk.library.settle_cut_off(&morning(20)).expect("looked"), [NOTICE]);
    let late = desk.library.end_mail(&morning(21), &first, Answer::Sent, Some(0));
    assert_eq!(late.expect("answered"), Settled::Overtaken);
    assert_eq!(state(&desk), "unknown");
    // Sent again by hand: the answer to the first delivery is none to the second.
    desk.library
        .mark_notices(&morning(22), &[NOTICE], Mark::Again, None, false)
        .expect("marked");
    let second = desk
        .library
        .begin_mail(&morning(23), NOTICE)
        .expect("begun")
        .expect("a mail");
    let late = desk.library.end_mail(&morning(24), &first, Answer::Sent, Some(0));
    assert_eq!(late.expect("answered"), Settled::Overtaken);
    assert_eq!(state(&desk), "sending");
    let settled = desk.library.end_mail(&morning(24), &second, Answer::Sent, Some(0));
    assert_eq!(
        (settled.expect("answered"), state(&desk)),
        (Settled::Sent, "sent".to_owned())
    );
}

#[test]
fn an_address_is_found_however_it_was_written() {
    let mut desk = desk();
    desk.sql("UPDATE member SET email = 'Tono@Contoh.TEST' WHERE id = 3");
    let Reading::Valid(address) = email::read("tono@contoh.test") else {
        panic!("an address")
    };
    let bounced = desk
        .library
        .take_bounces(&morning(0), &[address], Verdict::Bad, false)
        .expect("taken");
    assert_eq!(bounced.addresses[0].cards, ["A3"]);
}

/// The list of bounces is looked up while the library is being written to.
#[test]
fn an_address_is_found_by_an_index() {
    let desk = desk();
    for (sql, index) in [
        (store::MEMBERS_AT, "member_email"),
        (store::REGISTRATIONS_AT, "registration_by_email"),
    ] {
        let plan: String = desk
            .library
            .read(|snapshot| {
                let mut statement = snapshot.sql().prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                let steps = statement.query_map(["x"], |row| row.get::<_, String>(3))?;
                Ok(steps.collect::<rusqlite::Result<Vec<_>>>()?.join("; "))
            })
            .expect("a plan");
        assert!(plan.contains(index), "{plan}");
    }
}
