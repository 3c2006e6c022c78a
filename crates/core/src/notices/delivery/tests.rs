//! What happens to a notice while its mail is out.

use jiff::civil::{DateTime, date};

use super::{Answer, LONGEST_DELIVERY, Mark, Settled, Verdict, store};
use crate::act::Act;
use crate::circulation::tests::desk::Desk;
use crate::library::tests::act;
use crate::notices::{Channel, Which};
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
    for answer in [Answer::Sent, Answer::Failed, Answer::Later, Answer::NotRun] {
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

/// Who registered for an event and has no card: the address is bad, the place stands, and the telephone is next. That of
/// another is left alone, and so is one that was mailed to a member.
#[test]
fn a_registrant_without_a_card_is_found() {
    let mut desk = desk();
    desk.sql(
        "INSERT INTO event (id, key, uid, sequence, title, kind, created_at, changed_at)
            VALUES (1, 'diskusi', 'u', 0, 'Diskusi', 'book-discussion', 'x', 'x');
         INSERT INTO event_session VALUES (1, 1, '2026-11-11T09:00', '2026-11-11T12:00');
         INSERT INTO registration (id, event_id, number, code, name, name_key, phone, email, is_group, heads, source, state,
                asked_at) VALUES
            (1, 1, 1, 'E1-001', 'Rina', 'rina', '+6281234567890', 'rina@contoh.test', 0, 1, 'desk', 'registered', 'x'),
            (2, 1, 2, 'E1-002', 'Bayu', 'bayu', '+6281234567891', 'bayu@contoh.test', 0, 1, 'desk', 'registered', 'x');",
    );
    let night = act_at(date(2026, 11, 10).at(0, 0, 0, 0));
    desk.library.create_notices(&night, false).expect("created");
    let of_registration =
        |desk: &Desk, id: i64| -> i64 { desk.ask(&format!("SELECT id FROM notice WHERE registration_id = {id}")) };
    let (rina, bayu) = (of_registration(&desk, 1), of_registration(&desk, 2));
    for id in [1, rina, bayu] {
        let begun = desk.library.begin_mail(&morning(0), NoticeId(id)).expect("begun");
        let begun = begun.expect("a mail");
        let settled = desk.library.end_mail(&morning(1), &begun, Answer::Sent, Some(0));
        assert_eq!(settled.expect("answered"), Settled::Sent);
    }
    let Reading::Valid(address) = email::read("Rina@contoh.test") else {
        panic!("an address")
    };
    for known in [false, true] {
        let list = std::slice::from_ref(&address);
        let bounced = desk
            .library
            .take_bounces(&morning(5), list, Verdict::Bad, false)
            .expect("taken");
        let [one] = bounced.addresses.as_slice() else {
            panic!("{bounced:?}")
        };
        assert_eq!((one.cards.len(), one.codes.as_slice()), (0, &["E1-001".to_owned()][..]));
        let back = if known { vec![] } else { vec![NoticeId(rina)] };
        assert_eq!((one.known, &one.back), (known, &back));
    }
    let bad: String = desk.ask("SELECT group_concat(whose || ' ' || record || ' ' || channel) FROM bad_address");
    assert_eq!(bad, "registration 1 mail");
    let now = morning(6).at.datetime();
    let open = desk.library.notices(now, Which::Open).expect("read");
    let [next] = open.as_slice() else { panic!("{open:?}") };
    assert_eq!((next.id, next.channel), (NoticeId(rina), Some(Channel::Whatsapp)));
    assert_eq!(
        desk.last_entry(),
        r#"notice.bounces {"addresses":1,"back":1,"people":1}"#
    );
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
