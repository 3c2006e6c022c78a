//! The library's settings: every key that is known, what it may hold, and what it holds when nobody set it.
//!
//! A setting is stored only when somebody set it. What each is for, in words for people, is told by the tool
//! that shows them; a key once published stays.

mod notices;
pub(crate) mod store;

use serde_json::json;

pub use notices::{
    DUE_SOON_DAYS, KEEP_DAYS, MEMBERSHIP_DAYS, NOTICE_CAP, NOTICE_CHANNELS, NOTICE_FROM, NOTICE_LANGUAGE, NOTICE_QUIET,
    NOTICE_STAFF, OVERDUE_DAYS, PRINT_CONSENT,
};

use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot};
use crate::values::card::CardPattern;
use crate::values::money;

/// What a setting may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One line of text of at most this many characters; may be empty.
    Line {
        /// Most characters.
        longest: usize,
    },
    /// A pattern of card numbers: letters as they stand, and a run of zeros for the running number.
    CardPattern,
    /// An amount of rupiah, typed as amounts are: `Rp 5.000,-`.
    Rupiah {
        /// Most, in rupiah.
        most: i64,
    },
    /// Channels of notices in the order they are tried, joined by commas.
    Channels,
    /// Hours of a day, `20:00-07:00`; empty: none.
    Hours,
    /// A mail address; may be empty.
    MailAddress,
    /// One of these codes.
    OneOf(&'static [&'static str]),
    /// A whole number within bounds, both included.
    Whole {
        /// Least.
        least: i64,
        /// Most.
        most: i64,
    },
}

/// A key that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The key: lower case, parts joined by `.` and `-`.
    pub key: &'static str,
    /// What it may hold.
    pub holds: Holds,
    /// What it holds when nobody set it.
    pub default: &'static str,
}

/// The library's name, as on letters and posters.
pub const LIBRARY_NAME: Known = Known {
    key: "library.name",
    holds: Holds::Line { longest: 120 },
    default: "",
};

/// How many days keep their last backup.
pub const BACKUP_DAILY: Known = Known {
    key: "backup.keep-daily",
    holds: Holds::Whole { least: 1, most: 366 },
    default: "7",
};

/// How many weeks (from Monday) keep their last backup.
pub const BACKUP_WEEKLY: Known = Known {
    key: "backup.keep-weekly",
    holds: Holds::Whole { least: 0, most: 520 },
    default: "4",
};

/// How many months keep their last backup.
pub const BACKUP_MONTHLY: Known = Known {
    key: "backup.keep-monthly",
    holds: Holds::Whole { least: 0, most: 1200 },
    default: "12",
};

/// How card numbers are made: letters as they stand, a run of zeros for the running number.
pub const CARD_PATTERN: Known = Known {
    key: "member.card-pattern",
    holds: Holds::CardPattern,
    default: "A0000",
};

/// Below this age a guardian agrees to the membership. UU 35/2014: a child is below 18.
pub const GUARDIAN_BELOW: Known = Known {
    key: "member.guardian-below",
    holds: Holds::Whole { least: 0, most: 21 },
    default: "18",
};

/// Who owes more than this many rupiah borrows nothing.
pub const OWES_LIMIT: Known = Known {
    key: "loan.owes-limit",
    holds: Holds::Rupiah { most: 1_000_000_000 },
    default: "0",
};

/// 1: who has something overdue borrows nothing.
pub const OVERDUE_BLOCKS: Known = Known {
    key: "loan.overdue-blocks",
    holds: Holds::Whole { least: 0, most: 1 },
    default: "1",
};

/// What a lost copy without a price costs, in rupiah.
pub const LOST_PRICE: Known = Known {
    key: "loan.lost-price",
    holds: Holds::Rupiah { most: 1_000_000_000 },
    default: "100000",
};

/// Within so many days after a copy was reported lost, its charge is reversed when it is found.
pub const LOST_REVERSAL_DAYS: Known = Known {
    key: "loan.lost-reversal-days",
    holds: Holds::Whole { least: 0, most: 3660 },
    default: "30",
};

/// How many open days a copy that was set aside waits for the reader.
pub const HOLD_SHELF_DAYS: Known = Known {
    key: "hold.shelf-days",
    holds: Holds::Whole { least: 0, most: 60 },
    default: "3",
};

/// How many holds one member may have at a time.
pub const HOLD_LIMIT: Known = Known {
    key: "hold.limit",
    holds: Holds::Whole { least: 0, most: 1000 },
    default: "5",
};

/// 1: the library is closed on days of joint leave.
pub const JOINT_LEAVE_CLOSES: Known = Known {
    key: "calendar.joint-leave-closes",
    holds: Holds::Whole { least: 0, most: 1 },
    default: "1",
};

/// Folder that the night writes its reports into; empty: `reports` beside the library. A relative one begins there too.
pub const NIGHT_FOLDER: Known = Known {
    key: "night.folder",
    holds: Holds::Line { longest: 1000 },
    default: "",
};

/// Folder that the night backs up into; empty: `backups` beside the library. A relative one begins there too.
pub const NIGHT_BACKUPS: Known = Known {
    key: "night.backups",
    holds: Holds::Line { longest: 1000 },
    default: "",
};

/// Loans that are overdue by more days than this need a person.
pub const LONG_OVERDUE_DAYS: Known = Known {
    key: "report.long-overdue-days",
    holds: Holds::Whole { least: 1, most: 3660 },
    default: "30",
};

/// More readers than this, waiting for each copy of a title, need a person (rules.md, section 6).
pub const WAITING_PER_COPY: Known = Known {
    key: "report.waiting-per-copy",
    holds: Holds::Whole { least: 1, most: 100 },
    default: "3",
};

/// Every key, in the order they are shown.
pub const KNOWN: &[Known] = &[
    LIBRARY_NAME,
    BACKUP_DAILY,
    BACKUP_WEEKLY,
    BACKUP_MONTHLY,
    CARD_PATTERN,
    GUARDIAN_BELOW,
    OWES_LIMIT,
    OVERDUE_BLOCKS,
    LOST_PRICE,
    LOST_REVERSAL_DAYS,
    HOLD_SHELF_DAYS,
    HOLD_LIMIT,
    JOINT_LEAVE_CLOSES,
    NIGHT_FOLDER,
    NIGHT_BACKUPS,
    LONG_OVERDUE_DAYS,
    WAITING_PER_COPY,
    NOTICE_CHANNELS,
    NOTICE_FROM,
    NOTICE_STAFF,
    NOTICE_LANGUAGE,
    NOTICE_QUIET,
    NOTICE_CAP,
    PRINT_CONSENT,
    DUE_SOON_DAYS,
    OVERDUE_DAYS[0],
    OVERDUE_DAYS[1],
    OVERDUE_DAYS[2],
    MEMBERSHIP_DAYS,
    KEEP_DAYS,
];

/// Why a setting is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No setting has this key; the nearest one that does, if one is near.
    Unknown {
        /// What may have been meant.
        nearest: Option<&'static str>,
    },
    /// No pattern of card numbers: no zero in it, blanks, or too long.
    NotAPattern {
        /// What was given.
        found: String,
    },
    /// Not one line, or too long.
    NotALine {
        /// What was given.
        found: String,
        /// Most characters.
        longest: usize,
    },
    /// Not what the setting is made of.
    NotOfForm {
        /// What was given.
        found: String,
        /// What is expected.
        holds: Holds,
    },
    /// Not a whole number within the bounds.
    NotWhole {
        /// What was given.
        found: String,
        /// Least.
        least: i64,
        /// Most.
        most: i64,
    },
}

impl Refusal {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Unknown { .. } => "setting.unknown",
            Refusal::NotAPattern { .. } => "setting.not-a-pattern",
            Refusal::NotALine { .. } => "setting.not-a-line",
            Refusal::NotOfForm { .. } => "setting.not-of-form",
            Refusal::NotWhole { .. } => "setting.not-whole",
        }
    }
}

/// A setting as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key and what it may hold.
    pub known: Known,
    /// What it holds now.
    pub value: String,
    /// Whether somebody set it.
    pub set: bool,
}

/// The setting with this key.
///
/// # Errors
/// [`Error::Setting`] when none has it.
pub fn known(key: &str) -> Result<Known> {
    let found = KNOWN.iter().find(|known| known.key == key);
    found.copied().ok_or_else(|| {
        let near = |known: &&Known| strsim::damerau_levenshtein(known.key, key) <= 3;
        let distance = |known: &&Known| strsim::damerau_levenshtein(known.key, key);
        let nearest = KNOWN.iter().filter(near).min_by_key(distance).map(|known| known.key);
        refuse(key, Refusal::Unknown { nearest })
    })
}

impl Known {
    /// The value as it is stored, if the setting may hold it: trimmed, a number without leading zeros.
    ///
    /// # Errors
    /// [`Error::Setting`] when it may not.
    pub fn parse(&self, text: &str) -> Result<String> {
        let text = text.trim();
        match self.holds {
            Holds::CardPattern => match CardPattern::parse(text) {
                Some(_) => Ok(text.to_owned()),
                None => {
                    let found = text.to_owned();
                    Err(refuse(self.key, Refusal::NotAPattern { found }))
                }
            },
            Holds::Line { longest } => {
                if text.chars().count() <= longest && !text.chars().any(char::is_control) {
                    return Ok(text.to_owned());
                }
                let found = text.to_owned();
                Err(refuse(self.key, Refusal::NotALine { found, longest }))
            }
            Holds::Channels | Holds::Hours | Holds::MailAddress | Holds::OneOf(_) => {
                let found = || text.to_owned();
                let refused = || {
                    refuse(
                        self.key,
                        Refusal::NotOfForm {
                            found: found(),
                            holds: self.holds,
                        },
                    )
                };
                notices::form(self.holds, text).ok_or_else(refused)
            }
            Holds::Rupiah { most } => match money::read(text) {
                Ok(Some(amount)) if amount.whole() <= most => Ok(amount.whole().to_string()),
                _ => {
                    let found = text.to_owned();
                    Err(refuse(self.key, Refusal::NotWhole { found, least: 0, most }))
                }
            },
            Holds::Whole { least, most } => match text.parse::<i64>() {
                Ok(number) if (least..=most).contains(&number) => Ok(number.to_string()),
                _ => {
                    let found = text.to_owned();
                    Err(refuse(self.key, Refusal::NotWhole { found, least, most }))
                }
            },
        }
    }

    /// The text that the setting holds; its default when what is stored is not what it may hold.
    pub(crate) fn text(&self, snapshot: &Snapshot<'_>) -> Result<String> {
        let stored = store::load(snapshot.sql(), self.key)?;
        let valid = stored.and_then(|text| self.parse(&text).ok());
        Ok(valid.unwrap_or_else(|| self.default.to_owned()))
    }

    /// The number that the setting holds; its default when what is stored is no number within the bounds.
    pub(crate) fn whole(&self, snapshot: &Snapshot<'_>) -> Result<i64> {
        Ok(self.text(snapshot)?.parse().unwrap_or_default())
    }
}

impl Library {
    /// Every setting as it stands.
    ///
    /// # Errors
    /// Storage errors.
    pub fn settings(&self) -> Result<Vec<Setting>> {
        self.read(|snapshot| KNOWN.iter().map(|known| stand(snapshot, *known)).collect())
    }

    /// One setting as it stands.
    ///
    /// # Errors
    /// [`Error::Setting`] when no setting has this key, and storage errors.
    pub fn setting(&self, key: &str) -> Result<Setting> {
        let known = known(key)?;
        self.read(|snapshot| stand(snapshot, known))
    }

    /// Sets a setting and says how it stood before. Setting what is set already leaves no journal entry.
    ///
    /// # Errors
    /// [`Error::Setting`] when the key is unknown or can't hold the value, and what [`Library::write`] answers.
    pub fn set_setting(&mut self, key: &str, value: &str, act: &Act) -> Result<Setting> {
        let known = known(key)?;
        let value = known.parse(value)?;
        self.write(act, |tx| {
            let before = store::load(tx.sql(), known.key)?;
            let entry = (before.as_deref() != Some(&value)).then(|| Entry {
                action: "setting.change",
                detail: json!({ "key": known.key, "before": before, "after": value }),
            });
            if entry.is_some() {
                store::save(tx, known.key, &value)?;
            }
            let set = before.is_some();
            let value = before.unwrap_or_else(|| known.default.to_owned());
            Ok((Setting { known, value, set }, entry))
        })
    }
}

fn refuse(key: &str, why: Refusal) -> Error {
    Error::Setting {
        key: key.to_owned(),
        why,
    }
}

fn stand(snapshot: &Snapshot<'_>, known: Known) -> Result<Setting> {
    let stored = store::load(snapshot.sql(), known.key)?;
    Ok(Setting {
        known,
        set: stored.is_some(),
        value: stored.unwrap_or_else(|| known.default.to_owned()),
    })
}
