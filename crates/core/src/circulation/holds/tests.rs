//! The queue as a table of cases, and holds in a library.

use jiff::civil::{Date, date};

use super::queue::{Held, Queue, SetAside, Shelf, State, Stock};
use super::*;
use crate::circulation::Refusal;
use crate::circulation::reason::Override;
use crate::circulation::tests::desk::{Desk, TODAY, codes, over};
use crate::values::ids::{ItemId, MemberId};

const UNTIL: Date = date(2026, 11, 24);

/// A queue written as text: holds in their order (`1` waits for any copy, `2:b` only for copy b, `3=a` stands ready
/// with a until [`UNTIL`]), then the free copies.
fn queue(holds: &str, free: &str) -> Queue {
    let copy = |name: &str| ItemId(name.bytes().map(i64::from).sum());
    let held = holds.split_whitespace().map(|text| {
        let number = i64::from(text.as_bytes()[0] - b'0');
        let (_, only) = text.split_once(':').unzip();
        let (_, ready) = text.split_once('=').unzip();
        Held {
            id: HoldId(number),
            member: MemberId(number),
            only: only.map(copy),
            handover: Handover::Desk,
            state: ready.map_or(State::Waiting, |item| {
                State::Ready(SetAside {
                    item: copy(item),
                    on: TODAY,
                    days: 3,
                    until: UNTIL,
                })
            }),
            planned: None,
            keeps_history: false,
        }
    });
    let free: Vec<&str> = free.split_whitespace().collect();
    let all = ["a", "b", "c"].map(|name| Stock {
        item: copy(name),
        free: free.contains(&name),
    });
    Queue {
        title: TitleId(1),
        holds: held.collect(),
        stock: all.to_vec(),
    }
}

fn written(queue: &Queue) -> String {
    let held = queue.holds.iter().map(|held| match held.state {
        State::Waiting => held.id.to_string(),
        State::Ready(aside) => format!("{}={}", held.id, char::from(u8::try_from(aside.item.0).unwrap_or(b'?'))),
        State::Over(ended) => format!("{}-{}", held.id, ended.code()),
    });
    held.collect::<Vec<_>>().join(" ")
}

#[test]
fn who_is_served() {
    let shelf = Shelf {
        on: TODAY,
        days: 3,
        until: UNTIL,
    };
    type Change = fn(&mut Queue);
    let a = ItemId(i64::from(b'a'));
    assert_eq!(a.0, 97);
    let cases: &[(&str, &str, Change, &str)] = &[
        ("1 2", "", |_| (), "1 2"),
        ("1 2", "a", |_| (), "1=a 2"),
        ("1 2 3", "a c", |_| (), "1=a 2=c 3"),
        ("1:b 2", "a", |_| (), "1 2=a"),
        ("1:b 2", "b", |_| (), "1=b 2"),
        // A copy that somebody waits for by its barcode is left to them where another would do.
        ("1 2:a", "a b", |_| (), "1=b 2=a"),
        ("1 2:a", "a", |_| (), "1=a 2"),
        ("1=a 2", "a", |_| (), "1=a 2"),
        ("1=a 2", "a b", |_| (), "1=a 2=b"),
        // A copy that may not be lent any more.
        ("1=a 2", "b", |queue| assert_eq!(queue.expire(TODAY), []), "1=b 2"),
        ("1=a 2", "a", |queue| queue.cancel(HoldId(1)), "1-cancelled 2=a"),
        ("1 2", "", |queue| queue.cancel(HoldId(1)), "1-cancelled 2"),
        ("1=a 2", "a", |queue| queue.lend(ItemId(97), MemberId(1)), "1-lent 2"),
        // Staff lend what is set aside to somebody else.
        ("1=a 2", "a", |queue| queue.lend(ItemId(97), MemberId(9)), "1 2"),
        ("1=a 2", "a b", |queue| queue.lend(ItemId(97), MemberId(9)), "1=b 2"),
        // The first one takes another copy: theirs goes to the next.
        (
            "1=a 2",
            "a b",
            |queue| queue.lend(ItemId(98), MemberId(1)),
            "1-lent 2=a",
        ),
        ("1=a", "a", |queue| queue.set_free(ItemId(97), false), "1"),
    ];
    for (holds, free, change, expected) in cases {
        let mut queue = queue(holds, free);
        change(&mut queue);
        queue.hand_out(shelf);
        assert_eq!(written(&queue), *expected, "{holds} with {free}");
    }
}

/// Three open days after a day; Sundays are closed.
fn shelf_from(on: Date) -> Result<Shelf, &'static str> {
    let open = |day: &Date| day.weekday() != jiff::civil::Weekday::Sunday;
    let mut after = std::iter::successors(on.tomorrow().ok(), |day| day.tomorrow().ok()).filter(open);
    let until = after.nth(2).ok_or("no day")?;
    Ok(Shelf { on, days: 3, until })
}

#[test]
fn what_was_not_fetched_passes_on_as_of_its_day() {
    // Wednesday 2026-11-25 is the day after the last one of a; b stood ready two days longer where the case says so.
    type Change = fn(&mut Queue);
    let at = |day| date(2026, 11, day);
    let same: Change = |_| ();
    let longer: Change = |queue| {
        if let State::Ready(aside) = &mut queue.holds[1].state {
            aside.until = date(2026, 11, 26);
        }
    };
    let round: Change = |queue| queue.holds[0].planned = Some(date(2026, 11, 26));
    let past_round: Change = |queue| queue.holds[0].planned = Some(date(2026, 11, 23));
    let cases: &[(&str, &str, Change, Date, &str)] = &[
        // Its own last day: it stays. From the day after, the next one's days count, whenever somebody looks.
        ("1=a 2", "a", same, at(24), "1=a until 24, 2"),
        ("1=a 2", "a", same, at(25), "1-expired, 2=a 25 until 28"),
        ("1=a 2", "a", same, at(26), "1-expired, 2=a 25 until 28"),
        ("1=a 2", "a", same, at(28), "1-expired, 2=a 25 until 28"),
        // That turn would be over before anybody could tell of it: it begins when somebody looks.
        ("1=a 2 3", "a", same, at(29), "1-expired, 2=a 29 until 2, 3"),
        // Nobody waits, or nobody whom it suits.
        ("1=a", "a", same, at(26), "1-expired"),
        ("1=a 2:b", "a", same, at(26), "1-expired, 2:b"),
        ("1=a 2:b 3", "a", same, at(26), "1-expired, 2:b, 3=a 25 until 28"),
        // Two copies, the first come is served by what came free first.
        (
            "1=a 2=b 3 4",
            "a b",
            same,
            at(27),
            "1-expired, 2-expired, 3=a 25 until 28, 4=b 25 until 28",
        ),
        (
            "1=a 2=b 3 4",
            "a b",
            longer,
            at(27),
            "1-expired, 2-expired, 3=a 25 until 28, 4=b 27 until 1",
        ),
        (
            "1=a 2=b 3 4",
            "a b",
            longer,
            at(29),
            "1-expired, 2-expired, 3=a 29 until 2, 4=b 27 until 1",
        ),
        // Copies are taken in their order, not in that of those who did not come.
        (
            "1=b 2=a 3",
            "a b",
            same,
            at(26),
            "1-expired, 2-expired, 3=a 25 until 28",
        ),
        // The first asks for b alone: it waits until that passes on.
        (
            "1=a 2=b 3:b 4",
            "a b",
            longer,
            at(27),
            "1-expired, 2-expired, 3=b 27 until 1, 4=a 25 until 28",
        ),
        // What else is free was seen by nobody: its days count from the look.
        (
            "1=a 2 3",
            "a c",
            same,
            at(26),
            "1-expired, 2=a 25 until 28, 3=c 26 until 30",
        ),
        // A courier brings it: it waits until that day is over.
        ("1=a 2", "a", round, at(26), "1=a until 24, 2"),
        ("1=a 2", "a", round, at(28), "1-expired, 2=a 27 until 1"),
        ("1=a 2", "a", past_round, at(26), "1-expired, 2=a 25 until 28"),
    ];
    for (holds, free, change, day, expected) in cases {
        let mut queue = queue(holds, free);
        change(&mut queue);
        let passed = queue.expire(*day);
        queue.pass_on(&passed, *day, shelf_from).expect("open days");
        queue.hand_out(shelf_from(*day).expect("open days"));
        let told = queue.holds.iter().map(|held| {
            let line = written(&Queue {
                holds: vec![held.clone()],
                ..queue.clone()
            });
            let only = held.only.filter(|_| held.state == State::Waiting);
            let only = only.map(|item| format!(":{}", char::from(u8::try_from(item.0).unwrap_or(b'?'))));
            match held.ready() {
                Some(aside) if aside.on == TODAY => format!("{line} until {}", aside.until.day()),
                Some(aside) => format!("{line} {} until {}", aside.on.day(), aside.until.day()),
                None => format!("{line}{}", only.unwrap_or_default()),
            }
        });
        assert_eq!(
            told.collect::<Vec<_>>().join(", "),
            *expected,
            "{holds} with {free}, seen on {day}"
        );
    }
}

#[test]
fn places_are_counted_among_those_who_wait() {
    let queue = queue("1=a 2 4:b", "a");
    assert_eq!(
        [1, 2, 4, 9].map(|id| queue.place(HoldId(id))),
        [None, Some(1), Some(2), None]
    );
    assert_eq!(queue.waiting_for(ItemId(97)), 1, "the other wants copy b");
    assert_eq!(queue.ready_for(ItemId(97)).map(|held| held.id), Some(HoldId(1)));
}

fn request(card: &str, wanted: Wanted) -> HoldRequest {
    HoldRequest {
        card: card.to_owned(),
        wanted,
        handover: Handover::Desk,
        over: Override::default(),
    }
}

fn title_of(item: &str) -> Wanted {
    Wanted::TitleOf(item.to_owned())
}

fn place(desk: &mut Desk, card: &str, wanted: Wanted) -> Placed {
    let act = desk.act();
    desk.library.hold(&act, &request(card, wanted), false).expect("a hold")
}

fn refused(desk: &mut Desk, request: &HoldRequest) -> Vec<&'static str> {
    let act = desk.act();
    match desk.library.hold(&act, request, false) {
        Err(Error::Circulation(Refusal::Hold { reasons })) => codes(&reasons),
        other => panic!("{other:?}"),
    }
}

#[test]
fn from_the_queue_to_the_reader() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    assert_eq!(place(&mut desk, "A2", title_of("0003")).hold.place, Some(1));
    assert_eq!(place(&mut desk, "K1", title_of("0003")).hold.place, Some(2));
    let back = desk.give_back(&["0003"]);
    let ready: Vec<_> = back
        .moved
        .ready
        .iter()
        .map(|line| (line.card.as_str(), line.until))
        .collect();
    assert_eq!(ready, [("A2", Some(UNTIL))], "Friday to Tuesday: Sunday is closed");
    let other = desk.lend("A1", &["0003"]);
    assert_eq!(codes(&other.refused[0].reasons), ["item.held_for_other"]);
    let lent = desk.lend("A2", &["0003"]);
    assert_eq!(lent.loans[0].hold, Some(HoldId(1)));
    assert_eq!(desk.ask::<String>("SELECT state FROM hold WHERE id = 1"), "lent");
    let all = desk
        .library
        .read(|snapshot| list(snapshot, HoldsOf::All))
        .expect("a list");
    assert_eq!(
        all.iter()
            .map(|line| (line.card.as_str(), line.place))
            .collect::<Vec<_>>(),
        [("K1", Some(1))]
    );
    desk.is_sound();
}

#[test]
fn a_copy_on_the_shelf_is_set_aside_at_once() {
    let mut desk = Desk::new();
    let placed = place(&mut desk, "A1", title_of("0001"));
    assert_eq!((placed.hold.ready.as_deref(), placed.hold.place), (Some("0001"), None));
    let second = place(&mut desk, "A2", Wanted::Item("0001".to_owned()));
    assert_eq!(
        (second.hold.only.as_deref(), second.hold.place),
        (Some("0001"), Some(1))
    );
    let act = desk.act();
    let cancelled = desk
        .library
        .cancel_hold(&act, placed.hold.hold, false)
        .expect("cancelled");
    assert_eq!(
        cancelled.moved.ready[0].card, "A2",
        "the queue moves in the same transaction"
    );
    assert_eq!(desk.last_entry(), "hold.cancel {\"hold\":1,\"ready\":[2]}");
    let again = desk.library.cancel_hold(&act, placed.hold.hold, false);
    assert_eq!(again.expect_err("over").code(), "hold.over");
    let ready = desk
        .library
        .read(|snapshot| list(snapshot, HoldsOf::Ready))
        .expect("a list");
    assert_eq!(ready.len(), 1);
    desk.is_sound();
}

#[test]
fn what_is_not_fetched_passes_on_by_itself() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    place(&mut desk, "A2", title_of("0003"));
    place(&mut desk, "K1", title_of("0003"));
    desk.give_back(&["0003"]);
    let act = desk.on(UNTIL).act();
    let night = desk.library.expire_holds(&act, false).expect("a night");
    assert_eq!((night.expired.len(), night.ready.len()), (0, 0));
    let act = desk.on(date(2026, 11, 25)).act();
    // Without a night between, the desk sees it all the same.
    let refused = desk.lend("A2", &["0003"]);
    assert_eq!(codes(&refused.refused[0].reasons), ["item.held_for_other"]);
    let night = desk.library.expire_holds(&act, false).expect("a night");
    assert_eq!(
        night.expired.iter().map(|line| line.card.as_str()).collect::<Vec<_>>(),
        ["A2"]
    );
    assert_eq!(
        night.ready.iter().map(|line| line.card.as_str()).collect::<Vec<_>>(),
        ["K1"]
    );
    assert_eq!(desk.last_entry(), "hold.expire {\"expired\":[1],\"ready\":[2]}");
    let entries = desk.journal().len();
    desk.library.expire_holds(&act, false).expect("a night");
    assert_eq!(desk.journal().len(), entries, "once");
    desk.is_sound();
}

#[test]
fn it_does_not_matter_when_somebody_looks() {
    let looked_at = |days: &[i8]| {
        let mut desk = Desk::new();
        desk.lend("A1", &["0003"]);
        place(&mut desk, "A2", title_of("0003"));
        place(&mut desk, "K1", title_of("0003"));
        desk.give_back(&["0003"]);
        for day in days {
            let act = desk.on(date(2026, 11, *day)).act();
            desk.library.expire_holds(&act, false).expect("a night");
        }
        let rows = "SELECT group_concat(state || ' ' || coalesce(ready_on || ' ' || shelf_until, '') || ' ' \
                    || coalesce(ended_at, ''), ', ') FROM hold";
        desk.ask::<String>(rows)
    };
    let every_night = looked_at(&[25, 26, 27]);
    assert_eq!(
        every_night,
        "expired 2026-11-20 2026-11-24 2026-11-25T00:00:00+07:00, ready 2026-11-25 2026-11-28 "
    );
    assert_eq!(looked_at(&[27]), every_night);
    assert_eq!(looked_at(&[28]), every_night);
    assert!(
        looked_at(&[30]).contains("ready 2026-11-30"),
        "nobody loses a turn untold"
    );
}

#[test]
fn what_stood_ready_for_too_long_does_not_count_towards_the_limit() {
    let mut desk = Desk::new();
    place(&mut desk, "A2", title_of("0003"));
    let act = desk.act();
    desk.library.set_setting("hold.limit", "1", &act).expect("a setting");
    desk.on(UNTIL);
    assert_eq!(refused(&mut desk, &request("A2", title_of("0004"))), ["hold.limit"]);
    desk.on(date(2026, 11, 25));
    place(&mut desk, "A2", title_of("0004"));
}

#[test]
fn copies_that_were_imported_are_found_at_night() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    place(&mut desk, "A2", title_of("0003"));
    desk.sql(
        "INSERT INTO item (id, title_id, barcode, status) VALUES (20, 2, '0020', 'available');
              UPDATE counter SET last = 20 WHERE name = 'item'",
    );
    let act = desk.act();
    let night = desk.library.expire_holds(&act, false).expect("a night");
    assert_eq!(night.ready[0].ready.as_deref(), Some("0020"));
}

#[test]
fn holds_that_are_refused() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    place(&mut desk, "A2", title_of("0003"));
    assert_eq!(refused(&mut desk, &request("A2", title_of("0003"))), ["hold.twice"]);
    assert_eq!(refused(&mut desk, &request("A1", title_of("0003"))), ["hold.on_loan"]);
    desk.sql(
        "UPDATE member SET blocked = 'x' WHERE card = 'K1'; UPDATE item SET status = 'withdrawn' WHERE title_id = 1",
    );
    assert_eq!(
        refused(&mut desk, &request("K1", title_of("0001"))),
        ["member.blocked", "hold.no_item"]
    );
    let act = desk.act();
    desk.library.set_setting("hold.limit", "1", &act).expect("a setting");
    assert_eq!(refused(&mut desk, &request("A2", title_of("0004"))), ["hold.limit"]);
    let placed = desk.library.hold(
        &act,
        &HoldRequest {
            over: over(&["hold.limit"]),
            ..request("A2", title_of("0004"))
        },
        false,
    );
    assert_eq!(placed.expect("a hold").overridden, ["hold.limit"]);
    for wanted in [Wanted::Title(TitleId(99)), title_of("9")] {
        let unknown = desk.library.hold(&act, &request("A1", wanted), false);
        assert!(matches!(unknown, Err(Error::NotFound { .. })));
    }
}

#[test]
fn a_hold_that_is_over_is_cut_unless_the_reader_keeps_their_history() {
    let mut desk = Desk::new();
    for (card, item) in [("A1", "0001"), ("A2", "0004")] {
        let placed = place(&mut desk, card, title_of(item));
        let act = desk.act();
        desk.library
            .cancel_hold(&act, placed.hold.hold, false)
            .expect("cancelled");
    }
    assert_eq!(
        desk.ask::<String>("SELECT group_concat(coalesce(member_id, '-')) FROM hold"),
        "-,2"
    );
}

#[test]
fn an_undone_checkout_gives_the_hold_its_place_back() {
    let mut desk = Desk::new();
    place(&mut desk, "A1", title_of("0003"));
    place(&mut desk, "A2", title_of("0003"));
    let lent = desk.lend("A1", &["0003"]);
    let act = desk.act();
    desk.library
        .undo(&act, &lent.undo.expect("a way back"), false)
        .expect("undone");
    let all = desk
        .library
        .read(|snapshot| list(snapshot, HoldsOf::All))
        .expect("a list");
    let all: Vec<_> = all
        .iter()
        .map(|line| (line.card.as_str(), line.ready.as_deref()))
        .collect();
    assert_eq!(all, [("A1", Some("0003")), ("A2", None)]);
    desk.is_sound();
}
