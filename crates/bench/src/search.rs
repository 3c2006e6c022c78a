//! Searching a million titles, as whole processes: a thousand questions from rare words to common ones.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter};
use std::path::Path;

use anyhow::Result;
use pustaka_testkit::catalogue;
use pustaka_testkit::random::Random;

use crate::measure::{self, Runs};
use crate::table::Table;
use crate::{Plan, import, peer};

/// Questions of the main row.
const QUESTIONS: usize = 1000;
/// The most frequent words, asked by themselves.
const COMMONEST: usize = 5;
/// Beginnings of one and two letters.
const SHORT: [&str; 8] = ["s", "k", "m", "p", "se", "ke", "me", "pe"];

pub(crate) fn run(plan: &Plan) -> Result<String> {
    let file = plan.file("titles.csv");
    let size = catalogue::Size {
        rows: plan.rows,
        first: 0,
        further: 0,
    };
    catalogue::write(&mut BufWriter::new(File::create(&file)?), &size, 4)?;
    let (ours, theirs) = (plan.file("library.db"), plan.file("peer.db"));
    import::new_library(plan, &ours)?;
    import::import(plan, &ours, &file)?;
    peer::import(&theirs, &file)?;
    let words = words_by_frequency(&file)?;
    let mut table = Table::new(&format!("search: {} titles, whole processes", plan.rows));

    let mut random = Random::new(5);
    let questions: Vec<Vec<&str>> = (0..QUESTIONS).map(|at| question(&words, at, &mut random)).collect();
    let (mut a, mut b) = (Runs::default(), Runs::default());
    for question in &questions {
        a.push(ask_ours(plan, &ours, question)?);
        b.push(ask_peer(&theirs, question)?);
    }
    table.row("1,000 questions, rare to common", &a, &b);

    for word in words.iter().take(COMMONEST) {
        compare(plan, &mut table, &format!("commonest: {word}"), &[word], word)?;
    }
    for short in SHORT {
        compare(
            plan,
            &mut table,
            &format!("beginning: {short}"),
            &[short],
            &format!("{short}*"),
        )?;
    }

    let (mut a, mut b) = (Runs::default(), Runs::default());
    for question in questions.iter().step_by(QUESTIONS / 20) {
        a.push(ask_ours(plan, &ours, question)?);
        let like = format!("%{}%", question[0]);
        b.push(peer::ask(
            &theirs,
            &format!("SELECT rowid FROM raw WHERE judul LIKE '{like}' ORDER BY judul LIMIT 20"),
        )?);
    }
    table.row("20 of them against an ordered LIKE", &a, &b);
    table.note("The peer ranks by bm25 over its own full-text index of the same file; both answer 20 titles.");
    Ok(table.finish())
}

fn compare(plan: &Plan, table: &mut Table, job: &str, ours: &[&str], theirs: &str) -> Result<()> {
    let (mut a, mut b) = (Runs::default(), Runs::default());
    for _ in 0..plan.runs {
        a.push(ask_ours(plan, &plan.file("library.db"), ours)?);
        b.push(ask_peer(&plan.file("peer.db"), &[theirs])?);
    }
    table.row(job, &a, &b);
    Ok(())
}

fn ask_ours(plan: &Plan, db: &Path, words: &[&str]) -> Result<measure::Run> {
    measure::brief(
        import::command(plan, "catalog-search", db)
            .args(["--format", "json", "--limit", "20", "--"])
            .args(words),
    )
}

fn ask_peer(db: &Path, words: &[&str]) -> Result<measure::Run> {
    let question = words.join(" ");
    peer::ask(
        db,
        &format!("SELECT rowid FROM words WHERE words MATCH '{question}' ORDER BY rank LIMIT 20"),
    )
}

/// One word or two, in steps from the rarest to the commonest by the logarithm of their rank.
fn question<'w>(words: &'w [String], at: usize, random: &mut Random) -> Vec<&'w str> {
    let depth = 1.0 - at as f64 / QUESTIONS as f64;
    let rank = ((words.len() as f64).powf(depth) as usize).min(words.len()) - 1;
    let mut question = vec![words[rank].as_str()];
    if random.percent(40) {
        question.push(&words[random.below(words.len().min(500))]);
    }
    question
}

/// The words of titles and subjects, the commonest first.
fn words_by_frequency(file: &Path) -> Result<Vec<String>> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for line in BufReader::new(File::open(file)?).lines().skip(1) {
        let line = line?;
        let title = line.split(';').next().unwrap_or_default();
        for word in title
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| word.len() > 2)
        {
            *counts.entry(word.to_ascii_lowercase()).or_default() += 1;
        }
    }
    let mut words: Vec<(String, u32)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(words.into_iter().map(|(word, _)| word).collect())
}
