//! What was imported in any order and is undone in reverse leaves nothing behind but the journal and used numbers.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use pustaka_testkit::catalogue::{self, Size};
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::{TRACES, check, contents};
use serde_json::Value;

/// One file: shipped, or generated, where `first` and `seed` let files meet in copies and in titles.
#[derive(Debug, Clone)]
enum File {
    Shipped(&'static str),
    Generated(Size, u64),
}

fn file() -> impl Strategy<Value = File> {
    const SHIPPED: &[&str] = &[
        "catalogue/vendor-acquisition.csv",
        "catalogue/slims-biblio-damaged.csv",
        "catalogue/slims-item-damaged.csv",
        "catalogue/inlislite-sample.xlsx",
        "catalogue/refused.csv",
    ];
    prop_oneof![
        3 => select(SHIPPED).prop_map(File::Shipped),
        2 => (1_usize..40, select(vec![0_usize, 10, 1000]), 0_u64..3)
            .prop_map(|(rows, first, seed)| File::Generated(Size { rows, first, further: 30 }, seed)),
    ]
}

/// Brings a file in; the batch, when something was stored.
fn import(desk: &Desk, number: usize, file: &File, update: bool) -> Option<i64> {
    let path = match file {
        File::Shipped(name) => desk.fixture(name),
        File::Generated(size, seed) => {
            let mut text = Vec::new();
            catalogue::write(&mut text, size, *seed).unwrap();
            desk.file(&format!("{number}.csv"), text)
        }
    };
    let mut args = vec![path.as_str(), "--on-error", "skip"];
    args.extend(update.then_some("--update"));
    let (code, answer) = desk.json(&catalog_import::TOOL, &args);
    assert!(code <= 1, "{answer}");
    answer["batch"].as_i64()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("seeds"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn several_imports_undone_in_reverse_leave_the_library_as_it_was(
        files in vec((file(), any::<bool>()), 1..6),
    ) {
        let desk = Desk::new();
        let mut states = vec![contents(&desk.db(), &TRACES)];
        let mut batches = Vec::new();
        for (number, (file, update)) in files.iter().enumerate() {
            if let Some(batch) = import(&desk, number, file, *update) {
                batches.push(batch);
                states.push(contents(&desk.db(), &TRACES));
            }
        }
        for (batch, now) in batches.iter().rev().zip((1..states.len()).rev()) {
            prop_assert_eq!(&contents(&desk.db(), &TRACES), &states[now]);
            let undone = desk.done(&catalog_import::TOOL, &["undo", &batch.to_string()]);
            prop_assert_eq!(&undone["batch"], &Value::from(*batch));
        }
        prop_assert_eq!(&contents(&desk.db(), &TRACES), &states[0]);
        let report = check(&desk.db());
        prop_assert!(report.is_sound(), "{:?}", report.findings);
    }
}
