//! The words of lending away and of its replay.

pustaka_cli::words! {
    outcome { id: "Hasil", en: "Outcome" }
}
