//! A library in which something is to be done at night, and the night at work there.

use std::ops::Deref;

use pustaka_cli::{Finished, run_in};
use pustaka_core::circulation::holds::{Handover, HoldRequest, Wanted};
use pustaka_core::circulation::reason::Override;
use pustaka_core::{Library, OpenOptions, catalog, members};
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::{Desk as Folder, act};
use pustaka_testkit::{enrolled, filled};
use serde_json::Value;

/// A folder with a library in it.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    /// An empty library.
    pub(crate) fn new() -> Desk {
        Desk(Folder::new())
    }

    /// On Friday, 20 November 2026, the only copy of a title stands ready for one member, and two more wait for it.
    pub(crate) fn awaited() -> Desk {
        use catalog::record::Field::{ItemCode, Title};
        let desk = Desk::new();
        filled::import(&desk.db(), &[&[(Title, "Laskar Pelangi"), (ItemCode, "B0001")]]);
        let cards = ["A0001", "A0002", "A0003"];
        for (card, name) in cards.into_iter().zip(["Siti Aminah", "Budi Santoso", "Tono Wijaya"]) {
            let fields = [(members::Field::Card, card), (members::Field::Name, name)];
            enrolled::enrol(&desk.db(), &[&fields]);
        }
        let mut library = desk.library();
        for card in cards {
            let request = HoldRequest {
                card: card.to_owned(),
                wanted: Wanted::TitleOf("B0001".to_owned()),
                handover: Handover::Desk,
                over: Override::default(),
            };
            library.hold(&act(), &request, false).unwrap();
        }
        desk
    }

    pub(crate) fn library(&self) -> Library {
        let options = OpenOptions {
            force_file_system: true,
            ..OpenOptions::default()
        };
        Library::open(&self.db(), &options).unwrap()
    }

    /// The tool in process at a moment in the library's time zone: `2026-11-21T01:15`.
    pub(crate) fn at(&self, moment: &str, args: &[&str]) -> Finished {
        let mut world = self.0.world();
        world.now = format!("{moment}:00+07:00").parse().unwrap();
        run_in(&nightly_report::TOOL, args.iter().copied(), world)
    }

    /// The night at a moment, with what it has done.
    pub(crate) fn night(&self, moment: &str, args: &[&str]) -> (u8, Value) {
        let finished = self.at(moment, &[&["run", "--format", "json"], args].concat());
        (finished.code, json(&finished.stdout))
    }

    /// Sets a setting of the library.
    pub(crate) fn set(&self, key: &str, value: &str) {
        self.library().set_setting(key, value, &act()).unwrap();
    }

    /// Everything that the library file says.
    pub(crate) fn contents(&self) -> String {
        pustaka_testkit::stored::contents(&self.db(), &[])
    }
}
