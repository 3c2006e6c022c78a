//! The words of the notices: one template a reason and language, shipped with the program, and the library's own in
//! their place. A template is text with fields in braces.
//!
//! ```text
//! == subject
//! {books} pesanan Anda sudah siap diambil
//! == body
//! Halo, {name}. … for mails and letters
//! == short
//! Halo {name}, … for WhatsApp and text messages
//! == mail
//! optional, in the place of the body in mails: the only place for {titles}, and then no name anywhere in the mail
//! ```

mod check;
mod shipped;
mod store;

use serde_json::json;

use super::Reason;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::settings::NOTICE_LANGUAGE;
use crate::values::codes::codes;
use crate::values::line;

pub use check::{Problem, ProblemCode, check};

codes! {
    /// A language that people are written to in.
    Language {
        /// Indonesian.
        Id = "id",
        /// English.
        En = "en",
    }
}

codes! {
    /// A part of a template.
    Section {
        /// The subject of a mail, the heading of a letter.
        Subject = "subject",
        /// What stands in mails and letters.
        Body = "body",
        /// WhatsApp and text messages.
        Short = "short",
        /// What stands in mails, where it is not what stands in letters.
        Mail = "mail",
    }
}

codes! {
    /// What can be filled in.
    Field {
        /// The name of the reader; to a guardian, whose guardian it is.
        Name = "name",
        /// The name of the library.
        Library = "library",
        /// How many loans or holds, in words.
        Books = "books",
        /// The earliest day that it is about.
        Day = "day",
        /// Titles, a line each.
        Titles = "titles",
        /// Events with their days and places.
        Event = "event",
        /// That nothing new is lent meanwhile; empty in a library that lends all the same.
        Blocked = "blocked",
        /// How many lines of the plan, in words.
        Tasks = "tasks",
        /// What was promised, a line each.
        Actions = "actions",
    }
}

impl Field {
    /// What can be filled in for a reason.
    pub fn of(reason: Reason) -> &'static [Field] {
        use Field::{Actions, Blocked, Books, Day, Event, Library, Name, Tasks, Titles};
        match reason {
            Reason::DueSoon | Reason::HoldReady | Reason::HoldExpiring => &[Name, Library, Books, Day, Titles],
            Reason::Overdue1 | Reason::Overdue2 | Reason::Overdue3 => &[Name, Library, Books, Day, Titles, Blocked],
            Reason::MembershipEnding => &[Name, Library, Day],
            Reason::EventTomorrow | Reason::EventPromoted | Reason::EventMoved | Reason::EventCancelled => {
                &[Name, Library, Event, Day]
            }
            Reason::FollowUpDue => &[Name, Library, Tasks, Day, Actions],
        }
    }

    /// What must stand in every text of a reason, or it tells nothing.
    pub fn required(reason: Reason) -> &'static [Field] {
        match reason {
            Reason::DueSoon
            | Reason::Overdue1
            | Reason::Overdue2
            | Reason::Overdue3
            | Reason::HoldReady
            | Reason::HoldExpiring => &[Field::Books, Field::Day],
            Reason::MembershipEnding => &[Field::Day],
            Reason::EventTomorrow | Reason::EventPromoted | Reason::EventMoved | Reason::EventCancelled => {
                &[Field::Event]
            }
            Reason::FollowUpDue => &[Field::Day],
        }
    }
}

/// A template, in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The whole, as it is edited.
    pub source: String,
    /// Subject of a mail, heading of a letter.
    pub subject: String,
    /// Mails and letters.
    pub body: String,
    /// WhatsApp and text messages.
    pub short: String,
    /// Mails, where they differ from letters.
    pub mail: Option<String>,
}

/// A template as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// For which reason.
    pub reason: Reason,
    /// In which language.
    pub language: Language,
    /// Its words.
    pub template: Template,
    /// When the library made it its own, as stored; none for what came with the program.
    pub changed: Option<String>,
}

/// Fills the fields of a text: `value` answers the lines of a field. Where the text has one line (`one_line`), they are
/// joined by `; `. Whatever a value holds, it stays plain text: no control character, no line break of its own. A field
/// with no value takes a blank beside it away too.
pub fn fill(text: &str, one_line: bool, value: impl Fn(Field) -> Vec<String>) -> String {
    let mut filled = String::with_capacity(text.len() + 64);
    let mut after_nothing = false;
    for piece in check::pieces(text) {
        match piece {
            check::Piece::Text(text) => {
                let begins = after_nothing && (filled.is_empty() || filled.ends_with([' ', '\n']));
                filled.push_str(text.strip_prefix(' ').filter(|_| begins).unwrap_or(text));
            }
            check::Piece::Field { name, .. } => {
                let values = Field::from_code(name).map(&value).unwrap_or_default();
                let lines: Vec<String> = values.iter().map(|value| line::read(value).text).collect();
                let value = lines.join(if one_line { "; " } else { "\n" });
                after_nothing = value.is_empty();
                filled.push_str(&value);
                continue;
            }
            check::Piece::Stray { text, .. } => filled.push_str(text),
        }
        after_nothing = false;
    }
    filled
}

impl Library {
    /// Every template as it stands, in the order of the reasons.
    ///
    /// # Errors
    /// Storage errors.
    pub fn templates(&self) -> Result<Vec<Standing>> {
        self.read(|snapshot| {
            let own = store::all(snapshot.sql())?;
            let mut all = Vec::new();
            for reason in Reason::ALL {
                for language in Language::ALL {
                    let own = own.iter().find(|one| (one.0, one.1) == (*reason, *language));
                    all.push(standing(
                        *reason,
                        *language,
                        own.map(|one| (one.2.as_str(), one.3.as_str())),
                    ));
                }
            }
            Ok(all)
        })
    }

    /// The language in which people are written to.
    ///
    /// # Errors
    /// Storage errors.
    pub fn notice_language(&self) -> Result<Language> {
        let code = self.read(|snapshot| NOTICE_LANGUAGE.text(snapshot))?;
        Ok(Language::from_code(&code).unwrap_or(Language::Id))
    }

    /// Makes a template the library's own; `false` when it is so already.
    ///
    /// # Errors
    /// [`super::Refusal::Template`] with every problem, and what [`Library::write`] answers.
    pub fn set_template(
        &mut self,
        act: &Act,
        (reason, language): (Reason, Language),
        source: &str,
        dry_run: bool,
    ) -> Result<bool> {
        let template = check(reason, source);
        let template = template.map_err(|problems| Error::Notice(super::Refusal::Template { problems }))?;
        self.write_template(act, (reason, language), Some(template.source), dry_run)
    }

    /// Goes back to the template that came with the program; `false` when it is that already.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn reset_template(&mut self, act: &Act, reason: Reason, language: Language, dry_run: bool) -> Result<bool> {
        self.write_template(act, (reason, language), None, dry_run)
    }

    fn write_template(
        &mut self,
        act: &Act,
        (reason, language): (Reason, Language),
        source: Option<String>,
        dry_run: bool,
    ) -> Result<bool> {
        let work = |tx: &Transaction<'_>| {
            if store::source(tx.sql(), reason, language)? == source {
                return Ok((false, None));
            }
            store::put(tx.sql(), (reason, language), source.as_deref(), &act.stamp())?;
            let detail = json!({ "reason": reason.code(), "language": language.code(), "own": source.is_some() });
            let entry = Entry {
                action: "notice.template",
                detail,
            };
            Ok((true, Some(entry)))
        };
        match dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        }
    }
}

/// How a template stands: the library's own, while it is fit for use, else what came with the program.
fn standing(reason: Reason, language: Language, own: Option<(&str, &str)>) -> Standing {
    let made = own.and_then(|(source, changed)| Some((check(reason, source).ok()?, changed.to_owned())));
    let (template, changed) = match made {
        Some((template, changed)) => (template, Some(changed)),
        None => (shipped::template(reason, language), None),
    };
    Standing {
        reason,
        language,
        template,
        changed,
    }
}
