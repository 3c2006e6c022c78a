//! Both side by side. `PUSTAKA_MODEL_STEPS=1000000 cargo test -p pustaka-core model -- --nocapture` plays a million
//! steps; `PUSTAKA_MODEL_SEED` begins elsewhere. A seed that showed a difference is kept in [`KEPT`].

use std::io::Write;

use super::action::{Dice, choose};
use super::bug::Bug;
use super::model::Model;
use super::room::Room;

/// So many steps are played in one library before the next one begins.
const STEPS: u64 = 2_000;

/// Seeds that once showed a difference, and the step at which they did.
const KEPT: &[(u64, u64)] = &[
    (20_261_149, 827),
    (20_261_150, 1_533),
    (20_261_156, 593),
    (20_261_165, 1_414),
    (20_261_181, 2_000),
    (20_261_183, 597),
];

/// Plays `steps` steps from a seed. Answers the first difference.
fn play(seed: u64, steps: u64, bug: Option<Bug>, every: u64) -> Result<(), String> {
    let mut dice = Dice::new(seed);
    let (mut room, mut model) = (Room::new(), Model::new(bug));
    let mut last = Vec::new();
    for step in 1..=steps {
        let action = choose(&mut dice, &room.known());
        let (done, expected) = (room.act(&action), model.act(&action));
        last.push(action);
        let differ = |what: &str, done: &[String], expected: &[String]| {
            let only = |here: &[String], there: &[String]| -> Vec<String> {
                here.iter().filter(|line| !there.contains(line)).cloned().collect()
            };
            let before = &last[last.len().saturating_sub(4)..];
            Err(format!(
                "seed {seed}, step {step}, {what}\n  actions: {before:#?}\n  library: {:#?}\n  model: {:#?}",
                only(done, expected),
                only(expected, done)
            ))
        };
        if done != expected {
            return differ("answers", &done, &expected);
        }
        if step % every == 0 || step == steps {
            let (stands, should) = (room.state(), model.state());
            if stands != should {
                return differ("states", &stands, &should);
            }
        }
    }
    match room.findings() {
        found if found.is_empty() => Ok(()),
        found => Err(format!("seed {seed}: the check finds {found:#?}")),
    }
}

/// For who runs it by hand, with `--nocapture`.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn model_and_library_do_the_same() {
    let steps = number("PUSTAKA_MODEL_STEPS").unwrap_or(2_000);
    let first = number("PUSTAKA_MODEL_SEED").unwrap_or(20_261_127);
    let libraries = steps.div_ceil(STEPS);
    let fresh = (first..first + libraries).map(|seed| (seed, STEPS));
    for (seed, steps) in KEPT.iter().copied().chain(fresh) {
        if let Err(difference) = play(seed, steps, None, 1) {
            panic!("{difference}");
        }
    }
    say(&format!("{} steps from seed {first}: no difference", libraries * STEPS));
}

#[test]
fn model_finds_every_planted_bug() {
    let seeds = 1..=number("PUSTAKA_MODEL_BUG_SEEDS").unwrap_or(40);
    let mut missed = Vec::new();
    for bug in Bug::ALL {
        let found = seeds.clone().find(|seed| play(*seed, STEPS, Some(*bug), 1).is_err());
        match found {
            Some(seed) => say(&format!("{bug:?}: found with seed {seed}")),
            None => missed.push(bug),
        }
    }
    assert!(
        missed.is_empty(),
        "{} of {} were missed: {missed:?}",
        missed.len(),
        Bug::ALL.len()
    );
}
