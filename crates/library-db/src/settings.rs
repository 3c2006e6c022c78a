//! `settings`: what the library is told about itself.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::settings::{self, Setting};
use serde::Serialize;

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("settings")
        .about(words::settings(lang))
        .arg(
            Arg::new("key")
                .value_name(words::key_value(lang))
                .help(words::settings_key(lang)),
        )
        .arg(
            Arg::new("value")
                .value_name(words::value_value(lang))
                .allow_hyphen_values(true)
                .help(words::settings_value(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    match (text("key"), text("value")) {
        (None, _) => {
            let all = session.open()?.settings()?;
            session.show(listed(&all, session.lang()))?;
        }
        (Some(key), None) => {
            // The key is looked at first: a wrong one needs no library.
            settings::known(key)?;
            let one = session.open()?.setting(key)?;
            let list = listed(std::slice::from_ref(&one), session.lang());
            session.show(Document::new(&Shown::of(&one)).with(list))?;
        }
        (Some(key), Some(value)) => change(session, key, value)?,
    }
    Ok(Status::Done)
}

fn change(session: &mut Session, key: &str, value: &str) -> Result<(), Failure> {
    let lang = session.lang();
    let after = settings::known(key)?.parse(value)?;
    let before = if session.dry_run() {
        session.open()?.setting(key)?
    } else {
        let (mut library, act) = session.open_to_write()?;
        library.set_setting(key, value, &act)?
    };
    let said = match (before.value == after, session.dry_run()) {
        (true, _) => words::setting_same(lang, key, &after),
        (false, true) => words::setting_would_change(lang, key, &before.value, &after),
        (false, false) => words::setting_changed(lang, key, &before.value, &after),
    };
    let changed = Changed {
        key,
        before: &before.value,
        after: &after,
    };
    session.outcome(Document::new(&changed).headed(said))
}

#[derive(Serialize)]
struct Shown<'a> {
    key: &'a str,
    value: &'a str,
    default: &'a str,
    set: bool,
}

impl Shown<'_> {
    fn of(setting: &Setting) -> Shown<'_> {
        Shown {
            key: setting.known.key,
            value: &setting.value,
            default: setting.known.default,
            set: setting.set,
        }
    }
}

#[derive(Serialize)]
struct Changed<'a> {
    key: &'a str,
    before: &'a str,
    after: &'a str,
}

fn listed(all: &[Setting], lang: Lang) -> Report {
    let columns = [
        Column::new("key", words::key, Kind::Text),
        Column::new("value", words::value, Kind::Text),
        Column::new("default", words::default, Kind::Text),
        Column::new("set", words::set, Kind::Flag),
        Column::new("meaning", words::meaning, Kind::Text),
    ];
    let mut report = Report::new("settings", columns);
    for setting in all {
        report.row([
            setting.known.key.into(),
            setting.value.as_str().into(),
            setting.known.default.into(),
            setting.set.into(),
            meaning_of(setting.known.key, lang).into(),
        ]);
    }
    report
}

/// What a setting is for.
fn meaning_of(key: &str, lang: Lang) -> &'static str {
    match key {
        "library.name" => words::means_library_name(lang),
        "backup.keep-daily" => words::means_keep_daily(lang),
        "backup.keep-weekly" => words::means_keep_weekly(lang),
        "backup.keep-monthly" => words::means_keep_monthly(lang),
        "member.card-pattern" => words::means_card_pattern(lang),
        "member.guardian-below" => words::means_guardian_below(lang),
        "loan.owes-limit" => words::means_owes_limit(lang),
        "loan.overdue-blocks" => words::means_overdue_blocks(lang),
        "loan.lost-price" => words::means_lost_price(lang),
        "loan.lost-reversal-days" => words::means_lost_reversal_days(lang),
        "hold.shelf-days" => words::means_hold_shelf_days(lang),
        "hold.limit" => words::means_hold_limit(lang),
        "calendar.joint-leave-closes" => words::means_joint_leave_closes(lang),
        "night.folder" => words::means_night_folder(lang),
        "night.backups" => words::means_night_backups(lang),
        "report.long-overdue-days" => words::means_long_overdue_days(lang),
        "report.waiting-per-copy" => words::means_waiting_per_copy(lang),
        "notice.channels" => words::means_notice_channels(lang),
        "notice.from" => words::means_notice_from(lang),
        "notice.staff-mail" => words::means_notice_staff(lang),
        "notice.language" => words::means_notice_language(lang),
        "notice.quiet" => words::means_notice_quiet(lang),
        "notice.cap" => words::means_notice_cap(lang),
        "notice.print-consent" => words::means_print_consent(lang),
        "notice.due-soon-days" => words::means_due_soon_days(lang),
        "notice.overdue-1-days" => words::means_overdue_1_days(lang),
        "notice.overdue-2-days" => words::means_overdue_2_days(lang),
        "notice.overdue-3-days" => words::means_overdue_3_days(lang),
        "notice.membership-days" => words::means_membership_days(lang),
        "notice.keep-days" => words::means_keep_days(lang),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_says_what_it_is_for() {
        for known in settings::KNOWN {
            for lang in Lang::ALL {
                assert_ne!(meaning_of(known.key, lang), "", "{}", known.key);
            }
        }
    }
}
