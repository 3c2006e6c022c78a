//! `rules set`, `end`, `import`: making rules. A new rule takes the place of the one with the same key and season; loans
//! keep what was decided for them.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::circulation::rules::{Proposal, RuleKey, Set, Terms, preset, presets};
use pustaka_core::values::date;
use serde_json::{Value, json};

use super::fields::{self, FIELDS};
use super::{key, key_args, list, named, season_args, shown, words};
use crate::list_file::{Column, List};

pub(super) fn command(lang: Lang) -> Command {
    described(Command::new("set").about(words::set_about(lang)), lang)
}

/// The arguments that describe a rule: its key, its season, a preset, its fields.
pub(super) fn described(command: Command, lang: Lang) -> Command {
    let [member, collection, medium] = key_args(lang);
    let names = presets().into_iter().map(|preset| preset.name);
    command
        .args([member, collection, medium])
        .args(season_args(lang))
        .arg(
            Arg::new("preset")
                .long("preset")
                .value_name(words::preset_value(lang))
                .value_parser(PossibleValuesParser::new(names))
                .help(words::preset_help(lang)),
        )
        .args(fields::args(lang))
}

pub(super) fn end_command(lang: Lang) -> Command {
    let [member, collection, medium] = key_args(lang);
    Command::new("end")
        .about(words::end_about(lang))
        .args([member.required(true), collection, medium])
        .args(season_args(lang))
}

pub(super) fn import_command(lang: Lang) -> Command {
    Command::new("import").about(words::import_about(lang)).arg(
        Arg::new("file")
            .value_name(words::file_value(lang))
            .value_parser(value_parser!(PathBuf))
            .required(true)
            .help(words::import_file_help(lang)),
    )
}

/// The rule that the arguments describe. What they do not say stays as the rule was, or for a new season as the rule
/// of the whole year is; or it is as the preset has it.
pub(super) fn described_rule(session: &Session, matches: &ArgMatches) -> Result<Proposal, Failure> {
    let lang = session.lang();
    if matches.get_one::<String>("member_type").is_none() {
        return Err(Failure::usage("rule.key", words::no_key(lang)).hint(words::no_key_hint(lang)));
    }
    let key = key(session, matches)?;
    let preset = matches.get_one::<String>("preset").and_then(|name| preset(name));
    let mut terms = match preset {
        Some(preset) => preset.terms,
        None => {
            let rules = session.open()?.loan_rules()?;
            let same = rules.iter().find(|rule| rule.key == key);
            let all_year = RuleKey {
                season: None,
                ..key.clone()
            };
            let same = same.or_else(|| rules.iter().find(|rule| rule.key == all_year));
            same.map_or_else(Terms::default, |rule| rule.terms.clone())
        }
    };
    fields::typed(&mut terms, matches, lang)?;
    terms.check()?;
    Ok(Proposal { key, terms })
}

pub(super) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let proposal = described_rule(session, matches)?;
    make(session, &[proposal])
}

pub(super) fn import(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let proposals = read(session, &path)?;
    make(session, &proposals)
}

/// Makes the rules, all or none, and says what became of each.
fn make(session: &mut Session, proposals: &[Proposal]) -> Result<Status, Failure> {
    let lang = session.lang();
    let (mut library, act) = session.open_to_write()?;
    let sets = match session.dry_run() {
        true => library.rehearse_loan_rules(proposals, &act)?,
        false => library.set_loan_rules(proposals, &act)?,
    };
    drop(library);
    let mut lines: Vec<String> = Vec::new();
    if session.dry_run() {
        lines.push(words::nothing_stored(lang).to_owned());
    }
    lines.extend(sets.iter().map(|set| said(set, lang)));
    let shown_sets: Vec<Value> = sets.iter().map(as_json).collect();
    let answer = Document::new(&json!({ "rules": shown_sets })).headed(lines.join("\n"));
    session.outcome(answer)?;
    for set in sets.iter().filter(|set| set.unused) {
        session.warn(words::unused(lang, &set.key));
    }
    Ok(Status::Done)
}

fn as_json(set: &Set) -> Value {
    json!({
        "rule": list::as_json(&set.key, &set.after),
        "before": set.before.as_ref().map(|terms| list::as_json(&set.key, terms)),
        "unused": set.unused,
    })
}

fn said(set: &Set, lang: Lang) -> String {
    let name = shown(&set.key, lang);
    match &set.before {
        None => words::made(lang, name),
        Some(_) if set.is_same() => words::same(lang, name),
        Some(_) => words::replaced(lang, name),
    }
}

pub(super) fn end(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let key = key(session, matches)?;
    let (mut library, act) = session.open_to_write()?;
    let ended = match session.dry_run() {
        true => library.rehearse_end_loan_rule(&key, &act)?,
        false => library.end_loan_rule(&key, &act)?,
    };
    let answer = Document::new(&json!({ "ended": list::as_json(&ended.key, &ended.terms) }));
    let said = match session.dry_run() {
        true => words::would_end(lang, shown(&key, lang)),
        false => words::ended(lang, shown(&key, lang)),
    };
    session.outcome(answer.headed(said))?;
    Ok(Status::Done)
}

/// The columns of a rule's key, before those of its fields.
const KEY: [Column; 5] = [
    Column {
        key: "member_type",
        also: &["jenis anggota", "tipe anggota", "member type name"],
        needed: true,
    },
    Column {
        key: "collection_type",
        also: &["jenis koleksi", "tipe koleksi", "coll type name"],
        needed: false,
    },
    Column {
        key: "medium",
        also: &["media", "gmd", "gmd name", "bentuk fisik"],
        needed: false,
    },
    Column {
        key: "season_from",
        also: &["musim dari"],
        needed: false,
    },
    Column {
        key: "season_to",
        also: &["musim sampai"],
        needed: false,
    },
];

/// The rules of a file; a column that it lacks is as in a new rule. Every cell that can't be taken is named.
pub(super) fn read(session: &mut Session, path: &Path) -> Result<Vec<Proposal>, Failure> {
    let lang = session.lang();
    let mut columns: Vec<Column> = KEY.into();
    columns.extend(FIELDS.iter().map(|field| Column {
        key: field.key,
        also: field.also,
        needed: field.key == "loan_days",
    }));
    let mut file = List::read(session, path, &columns)?;
    let mut proposals: Vec<Proposal> = Vec::new();
    for row in std::mem::take(&mut file.rows) {
        let mut terms = Terms::default();
        for (at, field) in (KEY.len()..).zip(&FIELDS) {
            let Some(cell) = row.cells.get(at).and_then(Option::as_ref) else {
                continue;
            };
            if cell.is_empty() && field.key != "max_items" {
                continue;
            }
            if let Err(why) = field.read(&mut terms, cell, lang) {
                file.fault(lang, row.line, at, "rule.field", why);
            }
        }
        let mut day = |at: usize| match date::read(row.cell(at)) {
            Ok(day) => day,
            Err(_) => {
                file.fault(lang, row.line, at, "date.bad", words::bad_day(lang, row.cell(at)));
                None
            }
        };
        let key = RuleKey {
            season: day(3).zip(day(4)),
            member_type: named(row.cell(0)),
            collection_type: named(row.cell(1)),
            medium: named(row.cell(2)),
        };
        if row.cell(3).is_empty() != row.cell(4).is_empty() {
            file.fault(lang, row.line, 3, "rule.season", words::half_a_season(lang));
        }
        if proposals.iter().any(|other| other.key.clashes(&key)) {
            file.fault(lang, row.line, 0, "rule.clash", words::twice(lang, &key));
        }
        proposals.push(Proposal { key, terms });
    }
    file.finish(lang)?;
    match proposals.is_empty() {
        true => Err(Failure::refused("file.empty", words::no_rules(lang, path.display()))),
        false => Ok(proposals),
    }
}
