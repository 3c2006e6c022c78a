//! What the catalogue knows of loans and holds.

use super::desk::Desk;
use crate::catalog::search::{Query, Shown, search, shelf, show};
use crate::circulation::holds::{Handover, HoldRequest, Wanted};
use crate::circulation::reason::Override;
use crate::error::Error;

/// How many copies of `Bumi Manusia` can be lent, by the list of hits, by the title itself, and whether the title is
/// found when only what is available is asked for.
fn available(desk: &Desk) -> (i64, usize, bool) {
    let read = desk.library.read(|snapshot| {
        let query = |available| Query {
            text: "bumi manusia".to_owned(),
            available,
            ..Query::default()
        };
        let hits = search(snapshot, &query(false), 10)?.titles;
        let Shown::Title(full) = show(snapshot, "0003")? else {
            panic!("no title")
        };
        let lendable = full.items.iter().filter(|item| item.available).count();
        let found = !search(snapshot, &query(true), 10)?.titles.is_empty();
        Ok((hits[0].available, lendable, found))
    });
    read.expect("a search")
}

#[test]
fn what_is_lent_or_set_aside_is_not_available() {
    let mut desk = Desk::new();
    assert_eq!(available(&desk), (1, 1, true));
    desk.lend("A1", &["0003"]);
    assert_eq!(available(&desk), (0, 0, false));
    let act = desk.act();
    let request = HoldRequest {
        card: "A2".to_owned(),
        wanted: Wanted::TitleOf("0003".to_owned()),
        handover: Handover::Desk,
        over: Override::default(),
    };
    desk.library.hold(&act, &request, false).expect("a hold");
    desk.give_back(&["0003"]);
    assert_eq!(available(&desk), (0, 0, false), "it stands ready");
    let act = desk.act();
    desk.library
        .cancel_hold(&act, crate::values::ids::HoldId(1), false)
        .expect("cancelled");
    assert_eq!(available(&desk), (1, 1, true));
    desk.sql("UPDATE title SET class = '899' WHERE id = 2");
    desk.lend("A1", &["0003"]);
    let page = desk
        .library
        .read(|snapshot| shelf(snapshot, "899", 0, 10))
        .expect("a shelf");
    assert_eq!(page.items.iter().filter(|item| item.available).count(), 0);
}

/// The codes of what stands in the way of undoing the second batch (title 3, copy `0004`).
fn obstacles(desk: &mut Desk) -> Vec<&'static str> {
    let act = desk.act();
    match desk.library.undo_import(&act, 2, true) {
        Ok(_) => Vec::new(),
        Err(Error::Catalog(crate::catalog::Refusal::BatchInUse { obstacles, .. })) => {
            obstacles.iter().map(|obstacle| obstacle.code).collect()
        }
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn what_was_lent_or_held_is_not_undone() {
    let fresh = || {
        let mut desk = Desk::new();
        desk.sql("DELETE FROM item WHERE barcode = '0005'");
        desk
    };
    let mut desk = fresh();
    assert_eq!(obstacles(&mut desk), Vec::<&str>::new());
    desk.lend("A1", &["0004"]);
    assert_eq!(obstacles(&mut desk), ["item.lent"]);
    desk.give_back(&["0004"]);
    assert_eq!(obstacles(&mut desk), ["item.lent"], "statistics need it");
    let mut desk = fresh();
    let options = crate::circulation::loans::ReturnOptions {
        in_house: true,
        ..Default::default()
    };
    desk.give_back_with(&["0004"], &options);
    assert_eq!(obstacles(&mut desk), ["item.lent"]);
    let mut desk = fresh();
    let act = desk.act();
    let request = HoldRequest {
        card: "A2".to_owned(),
        wanted: Wanted::Item("0004".to_owned()),
        handover: Handover::Desk,
        over: Override::default(),
    };
    desk.library.hold(&act, &request, false).expect("a hold");
    assert_eq!(obstacles(&mut desk), ["title.held", "item.held"]);
}
