//! `rules presets`: the ways in which other systems count.

use clap::Command;
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::circulation::rules::{RuleKey, presets};

use super::{list, words};

pub(super) fn command(lang: Lang) -> Command {
    Command::new("presets").about(words::presets_about(lang))
}

pub(super) fn run(session: &mut Session) -> Result<Status, Failure> {
    let lang = session.lang();
    let all = presets();
    // A preset is for any loan; its name stands where a key would.
    let keys: Vec<RuleKey> = all
        .iter()
        .map(|preset| RuleKey {
            member_type: Some(preset.name.to_owned()),
            ..RuleKey::default()
        })
        .collect();
    let rows: Vec<_> = all
        .iter()
        .zip(&keys)
        .map(|(preset, key)| (preset.name.to_owned(), key, &preset.terms))
        .collect();
    let document = list::document("presets", &rows, list::wide(session), lang);
    session.show(document)?;
    session.say(words::presets_note(lang));
    Ok(Status::Done)
}
