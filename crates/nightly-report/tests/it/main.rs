//! `nightly-report` as it is shipped, and in process.

mod handed_in;

#[test]
fn the_help_is_whole() {
    assert_eq!(pustaka_cli::help_gaps(&nightly_report::TOOL), Vec::<String>::new());
}
