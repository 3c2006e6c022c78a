//! The help pages.

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&nightly_report::TOOL), Vec::<String>::new());
}
