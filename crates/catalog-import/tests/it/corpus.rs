//! The inputs that fuzzing found worth keeping are imported and taken back again.

#[path = "../../fuzz/src/drive.rs"]
mod drive;

use std::path::Path;

#[test]
fn every_input_of_the_corpus_is_imported_or_refused_and_leaves_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/whole_import");
    let bench = drive::Bench::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an input").path();
        bench.drive(&std::fs::read(&path).expect("an input"));
        count += 1;
    }
    assert!(count >= 20, "{count} inputs");
}
