//! The desk of the testkit, this tool at work there, and readers who are late.

use std::ops::Deref;

use pustaka_cli::{Finished, run_in};
use pustaka_core::catalog::record::Field as Record;
use pustaka_core::circulation::loans::{CheckoutOptions, ReturnOptions};
use pustaka_core::members::{ConsentKind, Enrolment, Field, GivenBy};
use pustaka_core::values::ids::MemberId;
use pustaka_core::{Act, Library, OpenOptions};
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::{AT, Desk as Folder, act};
use pustaka_testkit::filled;
use serde_json::Value;

/// A folder with a library in it.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

/// A title that must be nowhere beside a name.
pub(crate) const TITLE: &str = "Rahasia Hati";

impl Desk {
    pub(crate) fn new() -> Desk {
        let desk = Desk(Folder::new());
        desk.set("notice.from", "pustaka@kediri.test");
        desk
    }

    fn open(&self) -> Library {
        let options = OpenOptions {
            force_file_system: true,
            ..OpenOptions::default()
        };
        Library::open(&self.db(), &options).expect("a library")
    }

    /// Sets a setting.
    pub(crate) fn set(&self, key: &str, value: &str) {
        self.open().set_setting(key, value, &act()).expect("set");
    }

    /// Whether a setting takes a value.
    pub(crate) fn takes(&self, key: &str, value: &str) -> bool {
        self.open().set_setting(key, value, &act()).is_ok()
    }

    /// Changes what is stored, past every check of the library.
    pub(crate) fn sql(&self, script: &str) {
        let conn = rusqlite::Connection::open(self.db()).expect("the file");
        conn.execute_batch(script).expect(script);
    }

    /// Enrols a member who agreed to these.
    pub(crate) fn reader(&self, cells: &[(Field, &str)], consents: &[ConsentKind]) -> MemberId {
        let enrolment = Enrolment {
            cells: cells.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            consents: vec![ConsentKind::Membership],
        };
        let mut library = self.open();
        let id = library
            .add_member(&act(), &enrolment, false)
            .expect("a member")
            .member
            .id;
        for kind in consents {
            library
                .give_consent(&act(), id, (*kind, GivenBy::Member), None, false)
                .expect("a consent");
        }
        id
    }

    /// Puts copies of one title into the catalogue and lends each to a card.
    pub(crate) fn lend(&self, cards: &[&str]) {
        self.lend_at(AT, cards);
    }

    /// The same, at a moment before.
    pub(crate) fn lend_at(&self, moment: &str, cards: &[&str]) {
        let at = format!("{moment}:00+07:00[Asia/Jakarta]").parse().expect("a moment");
        let act = Act { at, ..act() };
        let codes: Vec<String> = (1..=cards.len()).map(|number| format!("B{number}")).collect();
        let rows: Vec<[(Record, &str); 2]> = codes
            .iter()
            .map(|code| [(Record::Title, TITLE), (Record::ItemCode, code.as_str())])
            .collect();
        filled::import(&self.db(), &rows.iter().map(|row| &row[..]).collect::<Vec<_>>());
        let mut library = self.open();
        for (number, card) in cards.iter().enumerate() {
            let lent = library
                .checkout(&act, card, &codes[number..=number], &CheckoutOptions::default(), false)
                .expect("a checkout");
            assert_eq!(lent.loans.len(), 1, "{lent:?}");
        }
    }

    /// Takes copies back.
    pub(crate) fn give_back(&self, items: &[&str]) {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        self.open()
            .return_items(&act(), &items, &ReturnOptions::default(), false)
            .expect("returns");
    }

    /// Edits the member with a number.
    pub(crate) fn edit(&self, id: MemberId, field: Field, text: &str) {
        self.open()
            .edit_member(&act(), id, &[(field, text.to_owned())], false)
            .expect("edited");
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&notice_outbox::TOOL, args)
    }

    /// Runs the tool in process at a moment of the library's time zone.
    pub(crate) fn at(&self, moment: &str, stdin: &str, args: &[&str]) -> Finished {
        let mut world = self.0.world().with_stdin(stdin);
        world.now = format!("{moment}:00+07:00").parse().expect("a moment");
        run_in(&notice_outbox::TOOL, args.iter().copied(), world)
    }

    /// The same, which must succeed; its JSON.
    #[track_caller]
    pub(crate) fn done_at(&self, moment: &str, args: &[&str]) -> Value {
        let finished = self.at(moment, "", &[args, &["--format", "json"]].concat());
        assert_eq!(finished.code, 0, "{args:?}: {}{}", finished.out(), finished.err());
        json(&finished.stdout)
    }

    /// Number, reason, channel and state of every notice in the list, at a moment.
    pub(crate) fn standing(&self, moment: &str, args: &[&str]) -> Vec<String> {
        let list = self.done_at(moment, &[&["list"], args].concat());
        let rows = list["notices"].as_array().expect("a list").iter();
        let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        rows.map(|row| {
            format!(
                "{} {} {} {}",
                row["number"],
                word(&row["card"]),
                word(&row["channel"]),
                word(&row["state"])
            )
        })
        .collect()
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let told = self.0.told(env!("CARGO_BIN_EXE_notice-outbox"), args);
        format!("$ notice-outbox {}\n{told}\n", args.join(" "))
    }

    /// The same in process, at a moment.
    pub(crate) fn told_at(&self, moment: &str, args: &[&str]) -> String {
        let run = self.at(moment, "", args);
        let told = format!("$ notice-outbox {}\n{}{}", args.join(" "), run.out(), run.err());
        format!("{}exit {}\n\n", self.sealed(&told), run.code)
    }
}
