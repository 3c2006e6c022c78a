//! The desk of the testkit, and this tool at work on it.

use std::ops::Deref;

use pustaka_cli::Finished;
use pustaka_testkit::desk::Desk as Folder;
use serde_json::Value;
use survey_tally::TOOL;

/// The fixture of a Google Forms export.
pub(crate) const FORMS: &str = "surveys/google-forms-2026-q3.csv";

/// A folder with a library in it.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    /// Without a survey.
    pub(crate) fn new() -> Desk {
        Desk(Folder::new())
    }

    /// With the survey `2026-q3` and the answers of the fixture.
    pub(crate) fn answered() -> Desk {
        let desk = Desk::new();
        desk.done(&[
            "import",
            "2026-q3",
            &desk.fixture(FORMS),
            "--new",
            "--population",
            "1615",
        ]);
        desk
    }

    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&TOOL, args)
    }

    /// A run that must succeed, as JSON.
    #[track_caller]
    pub(crate) fn done(&self, args: &[&str]) -> Value {
        self.0.done(&TOOL, args)
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let told = self.0.told(env!("CARGO_BIN_EXE_survey-tally"), args);
        format!(
            "$ survey-tally {}\n{told}\n",
            args.join(" ").replace(&*self.folder().to_string_lossy(), "[DESK]")
        )
    }
}

/// A file with the nine elements by key and these rows of answers.
pub(crate) fn matrix(rows: &[Vec<u8>]) -> String {
    let mut text = String::from("persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana\n");
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|score| if *score == 0 { String::new() } else { score.to_string() })
            .collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}
