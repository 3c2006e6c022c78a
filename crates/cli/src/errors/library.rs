//! The core's errors in words.

use std::path::Path;

use jiff::Timestamp;
use pustaka_core::calendar::{self, CalendarName, NoOpenDay, Thing};
use pustaka_core::catalog::{Obstacle, Refusal};
use pustaka_core::circulation::rules;
use pustaka_core::{FileRefusal, Holder, settings};

use super::circulation::of_circulation;
use super::members::of_members;
use super::{as_typed, io_reason, surveys};
use crate::failure::{Reason, Stated};
use crate::lang::Lang;
use crate::words::{
    circulation as counter_words, errors as words, events as event_words, members as member_words,
    notices as notice_words, usage as usage_words,
};
use crate::world::library_zone;

/// The words of an error of the core.
pub(super) fn stated(error: &pustaka_core::Error, lang: Lang) -> Stated {
    use pustaka_core::Error;
    let said = match error {
        Error::File { path, why } => of_file(path, why, lang),
        Error::Busy { holder } => Sentence::new(words::busy(lang))
            .why(holder.as_ref().map(|holder| of_holder(holder, lang)))
            .hint(words::busy_hint(lang)),
        Error::Full => Sentence::new(words::full(lang)).hint(words::full_hint(lang)),
        Error::Io { doing, source } => Sentence::new(words::io(lang))
            .why(Some(words::io_why(
                lang,
                doing_in_words(doing, lang),
                io_reason(source, lang),
            )))
            .hint(words::io_hint(lang)),
        Error::Damaged(found) => Sentence::new(words::damaged_at_work(lang))
            .why(Some(found.as_str()))
            .hint(words::damaged_hint(lang)),
        Error::ReadOnly => Sentence::new(words::read_only(lang)).hint(words::permission_hint(lang)),
        Error::Stopped => Sentence::new(words::stopped(lang)).hint(words::io_hint(lang)),
        Error::Setting { key, why } => of_setting(key, why, lang),
        Error::Database(error) => Sentence::new(words::database(lang))
            .why(Some(error.to_string()))
            .hint(words::database_hint(lang)),
        Error::BadValue { what, found } => Sentence::new(words::bad_value(lang, found, what)),
        Error::NotFound { what, wanted } => not_found(what, wanted, lang),
        Error::Catalog(refusal) => of_catalog(refusal, lang),
        Error::Member(refusal) => of_members(refusal, lang),
        Error::Calendar(refusal) => of_calendar(refusal, lang),
        Error::Rule(refusal) => of_rule(refusal, lang),
        Error::Event(refusal) => super::events::stated(refusal, lang),
        Error::Circulation(refusal) => of_circulation(refusal, lang),
        Error::Survey(refusal) => surveys::stated(refusal, lang),
        Error::Notice(refusal) => super::notices::stated(refusal, lang),
    };
    let reasons = said.reasons.into_iter().map(|(code, message)| Reason {
        code: code.unwrap_or(error.code()).into(),
        message,
    });
    Stated {
        kind: error.kind(),
        code: error.code().into(),
        message: said.message,
        reasons: reasons.collect(),
        hint: said.hint,
        letter: None,
    }
}

/// A sentence, why, and what to do: what an error of the core becomes.
pub(super) struct Sentence {
    message: String,
    pub(super) reasons: Vec<(Option<&'static str>, String)>,
    hint: Option<String>,
}

impl Sentence {
    pub(super) fn new(message: impl Into<String>) -> Sentence {
        Sentence {
            message: message.into(),
            reasons: Vec::new(),
            hint: None,
        }
    }

    pub(super) fn why(mut self, why: Option<impl Into<String>>) -> Sentence {
        self.reasons.extend(why.map(|why| (None, why.into())));
        self
    }

    /// One reason among several, with its own code.
    pub(super) fn reason(mut self, code: &'static str, why: impl Into<String>) -> Sentence {
        self.reasons.push((Some(code), why.into()));
        self
    }

    pub(super) fn because(mut self, reasons: impl Iterator<Item = (&'static str, String)>) -> Sentence {
        self.reasons.extend(reasons.map(|(code, said)| (Some(code), said)));
        self
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Sentence {
        self.hint = Some(hint.into());
        self
    }
}

fn of_file(path: &Path, why: &FileRefusal, lang: Lang) -> Sentence {
    let typed = as_typed(path);
    let path = path.display();
    fn said(message: impl Into<String>) -> Sentence {
        Sentence::new(message)
    }
    match why {
        FileRefusal::EmptyName => said(words::empty_name(lang)),
        FileRefusal::Uri => said(words::uri(lang, path)),
        FileRefusal::Missing => said(words::missing(lang, path)).hint(words::missing_hint(lang, typed)),
        FileRefusal::Exists => said(words::exists(lang, path))
            .why(Some(words::exists_why(lang)))
            .hint(words::exists_hint(lang)),
        FileRefusal::NoFolder => said(words::no_folder(lang, path)).hint(words::no_folder_hint(lang)),
        FileRefusal::NoRoom => said(words::no_room(lang, path)).hint(words::no_room_hint(lang)),
        FileRefusal::Folder => said(words::folder(lang, path)),
        FileRefusal::NotAFile => said(words::not_a_file(lang, path)),
        FileRefusal::Symlink => said(words::symlink(lang, path)).hint(words::symlink_hint(lang)),
        FileRefusal::HardLink => said(words::hard_link(lang, path))
            .why(Some(words::hard_link_why(lang)))
            .hint(words::hard_link_hint(lang)),
        FileRefusal::FileSystem(kind) => said(words::file_system(lang, path, kind))
            .why(Some(words::file_system_why(lang)))
            .hint(words::file_system_hint(lang)),
        FileRefusal::Permission => said(words::permission(lang, path)).hint(words::permission_hint(lang)),
        FileRefusal::NotADatabase => said(words::not_a_database(lang, path)),
        FileRefusal::Alien => said(words::alien(lang, path)),
        FileRefusal::Newer { file, program } => said(words::newer(lang, path))
            .why(Some(words::versions(lang, file, program)))
            .hint(words::newer_hint(lang)),
        FileRefusal::Older { file, program } => said(words::older(lang, path))
            .why(Some(words::versions(lang, file, program)))
            .hint(words::older_hint(lang, typed)),
        FileRefusal::Damaged(found) => said(words::damaged(lang, path))
            .why(Some(found.as_str()))
            .hint(words::damaged_hint(lang)),
        FileRefusal::OldSqlite(version) => said(words::old_sqlite(lang, version)).hint(words::old_sqlite_hint(lang)),
        FileRefusal::Empty => said(words::empty(lang, path)).hint(words::damaged_hint(lang)),
        FileRefusal::Truncated { header, found } => said(words::truncated(lang, path))
            .why(Some(words::sizes(lang, header, found)))
            .hint(words::damaged_hint(lang)),
        FileRefusal::Beside(ending) => said(words::beside(lang, path, ending)).hint(words::beside_hint(lang)),
        FileRefusal::Backup => said(words::backup(lang, path)).hint(words::backup_hint(lang, typed)),
        FileRefusal::InUse => said(words::in_use(lang, path)).hint(words::in_use_hint(lang)),
        FileRefusal::Digest => said(words::digest(lang, path)).hint(words::digest_hint(lang)),
    }
}

fn of_holder(holder: &Holder, lang: Lang) -> String {
    let since = Timestamp::try_from(holder.since).unwrap_or_default();
    let since = since.to_zoned_datetime(library_zone()).strftime("%H:%M:%S").to_string();
    words::holder(lang, &holder.staff, &holder.doing, holder.pid, since)
}

/// What the core was doing, `read /path`, with the verb in the reader's language.
fn doing_in_words(doing: &str, lang: Lang) -> String {
    let verbs = [
        ("open ", words::doing_open(lang)),
        ("lock ", words::doing_lock(lang)),
        ("write in ", words::doing_write(lang)),
        ("write ", words::doing_write(lang)),
        ("read ", words::doing_read(lang)),
        ("resolve ", words::doing_look(lang)),
        ("look at ", words::doing_look(lang)),
    ];
    let found = verbs
        .iter()
        .find_map(|(verb, said)| Some((said, doing.strip_prefix(verb)?)));
    match found {
        Some((said, path)) => format!("{said} {path}"),
        None => doing.to_owned(),
    }
}

fn of_setting(key: &str, why: &settings::Refusal, lang: Lang) -> Sentence {
    match why {
        settings::Refusal::Unknown { nearest } => {
            let said = Sentence::new(words::not_found(lang, words::setting(lang), key));
            match nearest {
                Some(name) => said.hint(usage_words::did_you_mean(lang, format!("`{name}`"))),
                None => said.hint(words::setting_hint(lang)),
            }
        }
        settings::Refusal::NotALine { found, longest } => {
            Sentence::new(words::bad_value(lang, found, key)).why(Some(words::one_line(lang, longest)))
        }
        settings::Refusal::NotOfForm { found, holds } => {
            let form = match holds {
                settings::Holds::Channels => words::form_channels(lang).to_owned(),
                settings::Holds::Hours => words::form_hours(lang).to_owned(),
                settings::Holds::OneOf(codes) => usage_words::choices(lang, codes.join(", ")),
                _ => words::form_mail(lang).to_owned(),
            };
            Sentence::new(words::bad_value(lang, found, key)).why(Some(form))
        }
        settings::Refusal::NotAPattern { found } => {
            Sentence::new(words::bad_value(lang, found, key)).why(Some(member_words::not_a_pattern(lang)))
        }
        settings::Refusal::NotWhole { found, least, most } => {
            Sentence::new(words::bad_value(lang, found, key)).why(Some(usage_words::out_of_range(lang, least, most)))
        }
    }
}

fn not_found(what: &str, wanted: &str, lang: Lang) -> Sentence {
    let (what, hint) = match what {
        "title" => (words::title(lang), None),
        "item" => (words::item(lang), None),
        "member" => (words::member(lang), Some(words::member_hint(lang))),
        "loan" => (words::loan(lang), None),
        "hold" => (words::hold(lang), Some(words::hold_hint(lang))),
        "round" => (words::round(lang), Some(words::round_hint(lang))),
        "charge" => (words::charge(lang), Some(words::charge_hint(lang))),
        "location" => (words::location(lang), None),
        "batch" => (words::batch(lang), Some(words::batch_hint(lang))),
        "setting" => (words::setting(lang), Some(words::setting_hint(lang))),
        "event" => (event_words::event(lang), Some(event_words::event_hint(lang))),
        "certificate" => (
            event_words::certificate(lang),
            Some(event_words::certificate_hint(lang)),
        ),
        "rule" => (words::rule(lang), Some(words::rule_hint(lang))),
        "member-type" => (words::member_type(lang), None),
        "notice" => (notice_words::notice(lang), Some(notice_words::notice_hint(lang))),
        other => match surveys::not_found(other, lang) {
            Some((what, hint)) => (what, Some(hint)),
            None => (other, None),
        },
    };
    let said = Sentence::new(words::not_found(lang, what, wanted));
    match hint {
        Some(hint) => said.hint(hint),
        None => said,
    }
}

fn of_catalog(refusal: &Refusal, lang: Lang) -> Sentence {
    match refusal {
        Refusal::NothingStored => Sentence::new(words::nothing_stored(lang)),
        Refusal::BatchAlreadyUndone { batch } => {
            Sentence::new(words::batch_undone(lang, batch)).hint(words::batch_hint(lang))
        }
        Refusal::BatchInUse { batch, obstacles } => {
            let mut said = Sentence::new(words::batch_in_use(lang, batch));
            let reason = |obstacle: &Obstacle| (Some(obstacle.code), of_obstacle(obstacle, lang));
            said.reasons = obstacles.iter().map(reason).collect();
            said
        }
    }
}

fn of_calendar(refusal: &calendar::Refusal, lang: Lang) -> Sentence {
    match refusal {
        calendar::Refusal::NoOpenDay(NoOpenDay { calendar, from }) => {
            let name = match calendar {
                CalendarName::Opening => words::opening_calendar(lang),
                CalendarName::WorkingDays => words::working_days(lang),
            };
            Sentence::new(words::no_open_day(lang, name, lang.date(*from))).hint(words::no_open_day_hint(lang))
        }
        calendar::Refusal::Backwards { first, last } => {
            Sentence::new(words::backwards(lang, lang.date(*first), lang.date(*last)))
        }
        calendar::Refusal::NeverOpen => Sentence::new(words::never_open(lang)),
        calendar::Refusal::NothingThere { day } => {
            Sentence::new(words::nothing_there(lang, lang.date(*day))).hint(words::nothing_there_hint(lang))
        }
        calendar::Refusal::Ambiguous { day, found } => {
            let mut said = Sentence::new(words::ambiguous(lang, lang.date(*day))).hint(words::ambiguous_hint(lang));
            let thing = |(thing, first, last): &(Thing, _, _)| {
                let what = match thing {
                    Thing::Closure => words::a_closure(lang),
                    Thing::Opening => words::an_opening(lang),
                    Thing::Holiday => words::a_holiday(lang),
                };
                (None, words::thing(lang, what, lang.date(*first), lang.date(*last)))
            };
            said.reasons = found.iter().map(thing).collect();
            said
        }
    }
}

fn of_rule(refusal: &rules::Refusal, lang: Lang) -> Sentence {
    match refusal {
        rules::Refusal::Clash { key, other } => {
            let seasons = [key, other].map(|key| key.season.map(|(first, last)| (lang.date(first), lang.date(last))));
            let said = Sentence::new(words::rule_clash(lang, key)).hint(words::rule_clash_hint(lang));
            match seasons {
                [_, Some((first, last))] => said.why(Some(words::rule_clash_season(lang, other, first, last))),
                _ => said.why(Some(words::rule_clash_other(lang, other))),
            }
        }
        rules::Refusal::Season { first, last } => {
            Sentence::new(words::backwards(lang, lang.date(*first), lang.date(*last)))
        }
        rules::Refusal::Field { field, found, bounds } => Sentence::new(words::bad_value(lang, found, field))
            .why(Some(usage_words::out_of_range(lang, bounds.0, bounds.1))),
    }
}

fn of_obstacle(obstacle: &Obstacle, lang: Lang) -> String {
    let record = &obstacle.record;
    match obstacle.code {
        "title.edited" | "title.changed-since" => words::title_edited(lang, record),
        "item.edited" | "item.changed-since" => words::item_edited(lang, record),
        "title.has-later-copies" => words::title_has_later_copies(lang, record),
        "title.changed-by-later-batch" => words::title_changed_later(lang, record),
        "item.changed-by-later-batch" => words::item_changed_later(lang, record),
        "item.lent" => counter_words::item_lent(lang, record),
        "item.held" => counter_words::item_was_held(lang, record),
        "title.held" => counter_words::title_held(lang, record),
        code => words::obstacle(lang, record, code),
    }
}
