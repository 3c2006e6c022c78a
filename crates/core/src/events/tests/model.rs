//! Random registrations, cancellations, imports and changes of the room, against a small model that does the same.

use proptest::prelude::*;

use super::{discussion, group, library, now, person};
use crate::check::Depth;
use crate::events::roster::{Asking, Manner, OnReject, RowEnd, Standing};
use crate::events::{Phase, notices::NoticeKind};

/// What may happen. Persons are numbers; from 20 on they are groups.
#[derive(Debug, Clone)]
enum Step {
    Ask(u8),
    Import(Vec<u8>),
    GiveUp(Vec<u8>),
    Room(Option<i64>),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0_u8..24;
    prop_oneof![
        4 => who().prop_map(Step::Ask),
        1 => proptest::collection::vec(who(), 1..6).prop_map(Step::Import),
        3 => proptest::collection::vec(who(), 1..4).prop_map(Step::GiveUp),
        1 => proptest::option::weighted(0.9, 3_i64..14).prop_map(Step::Room),
    ]
}

fn asking(who: u8) -> Asking {
    match who {
        20.. => group(&format!("Kelas {who}"), i64::from(who - 18)),
        _ => person(&format!("Orang {who}"), &format!("0812345678{who:02}")),
    }
}

/// The rules in a few lines: a list in the order of asking.
#[derive(Debug, Default)]
struct Model {
    capacity: Option<i64>,
    list: Vec<(u8, i64, Standing)>,
    promotions: Vec<usize>,
}

impl Model {
    fn taken(&self) -> i64 {
        let registered = self.list.iter().filter(|one| one.2 == Standing::Registered);
        registered.map(|one| one.1).sum()
    }

    fn fits(&self, heads: i64) -> bool {
        self.capacity.is_none_or(|capacity| self.taken() + heads <= capacity)
    }

    fn place_of(&self, who: u8) -> Option<usize> {
        self.list
            .iter()
            .position(|one| one.0 == who && one.2 != Standing::Cancelled)
    }

    /// Whether they are taken; the group that no room could hold is not.
    fn ask(&mut self, who: u8) -> bool {
        let heads = asking(who).heads.unwrap_or(1);
        let beyond = self.capacity.is_some_and(|capacity| heads > capacity);
        if beyond || self.place_of(who).is_some() {
            return false;
        }
        let waits = self.list.iter().any(|one| one.2 == Standing::Waiting);
        let standing = if !waits && self.fits(heads) {
            Standing::Registered
        } else {
            Standing::Waiting
        };
        self.list.push((who, heads, standing));
        true
    }

    fn move_up(&mut self) {
        while let Some(first) = self.list.iter().position(|one| one.2 == Standing::Waiting) {
            if !self.fits(self.list[first].1) {
                return;
            }
            self.list[first].2 = Standing::Registered;
            self.promotions.push(first);
        }
    }

    fn room(&mut self, capacity: Option<i64>) -> bool {
        let largest = self
            .list
            .iter()
            .filter(|one| one.2 == Standing::Waiting)
            .map(|one| one.1)
            .max();
        if capacity.is_some_and(|capacity| capacity < self.taken() || capacity < largest.unwrap_or(0)) {
            return false;
        }
        self.capacity = capacity;
        self.move_up();
        true
    }
}

fn play(steps: &[Step]) -> Result<(), TestCaseError> {
    let (_folder, mut library) = library();
    let act = now();
    let mut model = Model {
        capacity: Some(6),
        ..Model::default()
    };
    library.add_event(&act, &discussion(Some(6)), false).expect("an event");
    for step in steps {
        match step {
            Step::Ask(who) => {
                let taken = library.register(&act, "diskusi", &asking(*who), &Manner::default(), false);
                prop_assert_eq!(taken.is_ok(), model.ask(*who), "{:?}", taken);
            }
            Step::Import(rows) => {
                let rows: Vec<u8> = rows.clone();
                let asked: Vec<Asking> = rows.iter().map(|who| asking(*who)).collect();
                let came =
                    library.import_registrations(&act, "diskusi", &asked, &Manner::default(), OnReject::Skip, false);
                let came = came.expect("an import");
                for (who, row) in rows.iter().zip(&came.rows) {
                    let taken = matches!(row.end, RowEnd::Taken { .. });
                    prop_assert_eq!(taken, model.ask(*who), "{:?}", row);
                }
            }
            Step::GiveUp(those) => {
                let roster = library.roster("diskusi", act.at.datetime()).expect("a roster");
                let mut codes = Vec::new();
                for who in those {
                    if let Some(place) = model.place_of(*who) {
                        codes.push(roster.people[place].code.clone());
                        model.list[place].2 = Standing::Cancelled;
                    }
                }
                model.move_up();
                let before = model.promotions.len();
                let given_up = library
                    .cancel_registrations(&act, "diskusi", &codes, false)
                    .expect("given up");
                prop_assert_eq!(given_up.cancelled.len(), codes.len());
                prop_assert!(given_up.promoted.len() <= before);
            }
            Step::Room(capacity) => {
                let changed = library.edit_event(&act, "diskusi", |plan| plan.capacity = *capacity, &[], false);
                prop_assert_eq!(changed.is_ok(), model.room(*capacity), "{:?}", changed);
            }
        }
        let roster = library.roster("diskusi", act.at.datetime()).expect("a roster");
        let stands: Vec<(i64, Standing)> = roster.people.iter().map(|one| (one.heads, one.standing)).collect();
        let expected: Vec<(i64, Standing)> = model.list.iter().map(|one| (one.1, one.2)).collect();
        prop_assert_eq!(stands, expected);
        prop_assert_eq!(roster.event.taken, model.taken());
        prop_assert_eq!(roster.phase, Phase::Planned);
        prop_assert!(model.capacity.is_none_or(|capacity| roster.event.taken <= capacity));
    }
    // Everybody who moved up is told once, in the order in which they moved up.
    let roster = library.roster("diskusi", act.at.datetime()).expect("a roster");
    let notices = library.event_notices(Some("diskusi"), true).expect("notices");
    prop_assert!(notices.iter().all(|notice| notice.kind == NoticeKind::Promoted));
    let told: Vec<&str> = notices.iter().map(|notice| notice.code.as_str()).collect();
    let expected: Vec<&str> = model
        .promotions
        .iter()
        .map(|at| roster.people[*at].code.as_str())
        .collect();
    prop_assert_eq!(told, expected);
    let report = library.check(Depth::Deep).expect("looked over");
    prop_assert!(report.is_sound(), "{:?}", report.findings);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn places_are_those_of_the_model(steps in proptest::collection::vec(step(), 1..40)) {
        play(&steps)?;
    }
}
