//! An independent implementation of the rule, in Python's fractions, over a thousand matrices with blanks.

use std::io::Write;
use std::process::{Command, Stdio};

use pustaka_core::surveys::figures::{Index, Tally, Weight};
use pustaka_core::surveys::instrument::shipped;
use pustaka_testkit::random::Random;

const MATRICES: usize = 1_000;

fn matrices() -> Vec<Vec<Vec<u8>>> {
    let mut random = Random::new(2017);
    let mut below = |bound: u64| random.below(bound as usize) as u64;
    (0..MATRICES)
        .map(|_| {
            let (rows, blanks) = (1 + below(60), below(4));
            let mut cell = || if below(10) < blanks { 0 } else { 1 + below(4) as u8 };
            (0..rows).map(|_| (0..9).map(|_| cell()).collect()).collect()
        })
        .collect()
}

fn ours(rows: &[Vec<u8>]) -> String {
    let mut tally = Tally::new(9, 4);
    for row in rows {
        tally.add(row);
    }
    let Some(index) = Index::of(&tally, 4, &Weight::Share) else {
        return "none".to_owned();
    };
    let bands = shipped("skm-2017").unwrap().bands;
    let class = &index.class(bands.as_ref()).unwrap().class;
    let old = Index::of(&tally, 4, &Weight::parse("0.11").unwrap()).unwrap().value();
    let means: Vec<String> = index
        .elements
        .iter()
        .filter_map(|one| one.mean4())
        .map(|mean| mean.to_string())
        .collect();
    format!(
        "{} {} {class} {old} {}",
        tally.respondents(),
        index.value(),
        means.join(" ")
    )
}

#[test]
fn python_says_the_same_of_a_thousand_matrices() {
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judge/skm.py");
    let started = Command::new("python3")
        .arg(judge)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut python) = started else {
        pustaka_testkit::skipped::skipped("python3 is not here");
        return;
    };
    let matrices = matrices();
    let lines: String = matrices
        .iter()
        .map(|rows| serde_json::to_string(rows).unwrap() + "\n")
        .collect();
    let mut input = python.stdin.take().unwrap();
    let writing = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let answered = python.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(
        answered.status.success(),
        "{}",
        String::from_utf8_lossy(&answered.stderr)
    );
    let theirs = String::from_utf8(answered.stdout).unwrap();
    assert_eq!(theirs.lines().count(), MATRICES);
    for (rows, theirs) in matrices.iter().zip(theirs.lines()) {
        assert_eq!(ours(rows), theirs, "{rows:?}");
    }
}
