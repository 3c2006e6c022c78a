//! The tool that the tests run: a verb for each thing that a tool does with its session.

use std::io::Write;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::date;
use pustaka_cli::{
    Cell, Column, Document, Failure, Finished, Kind, Lang, Report, Session, Status, Tool, Topic, World, examples,
    run_in,
};

mod words {
    pustaka_cli::words! {
        about { id: "Alat untuk uji.", en: "A tool for tests." }
        verb { id: "Satu pekerjaan", en: "One piece of work" }
        argument { id: "Satu argumen", en: "One argument" }
        number { id: "Satu bilangan", en: "A number" }
        choice { id: "Satu pilihan", en: "A choice" }
        title { id: "Judul", en: "Title" }
        copies { id: "Eksemplar", en: "Copies" }
        price { id: "Harga", en: "Price" }
        received { id: "Diterima", en: "Received" }
        index { id: "Indeks", en: "Index" }
        year { id: "Tahun", en: "Year" }
        open { id: "Terbuka", en: "Open" }
        topic { id: "Tentang uji", en: "About tests" }
        topic_text { id: "Isi.", en: "Text." }
    }
}

pub(crate) const TOOL: Tool = Tool {
    name: "try-out",
    command,
    verb: Tool::BASE.verb,
    run,
    topics,
    endings: &[("list", "own"), ("stream", "own")],
    leaves_log: false,
    folders: &[],
};

fn topics(lang: Lang) -> Vec<Topic> {
    vec![Topic {
        name: "tests",
        about: words::topic(lang),
        text: words::topic_text(lang),
    }]
}

fn command(lang: Lang) -> Command {
    let verb = |name| Command::new(name).about(words::verb(lang));
    let argument = |name| Arg::new(name).help(words::argument(lang));
    Command::new("try-out")
        .about(words::about(lang))
        .subcommand_required(true)
        .subcommands([
            verb("list"),
            verb("empty"),
            verb("document"),
            verb("work"),
            verb("stream"),
            verb("ask"),
            verb("say").arg(argument("text").required(true)),
            verb("read").arg(argument("file").required(true)),
            verb("day").arg(argument("date").required(true).allow_hyphen_values(true)),
            verb("act"),
            verb("refuse"),
            verb("open"),
            verb("odd"),
            verb("gone"),
            verb("numbers")
                .arg(
                    Arg::new("count")
                        .long("count")
                        .value_parser(clap::value_parser!(u32))
                        .help(words::number(lang)),
                )
                .arg(
                    Arg::new("kind")
                        .long("kind")
                        .value_parser(["book", "map"])
                        .default_value("book")
                        .help(words::choice(lang)),
                )
                .arg(
                    Arg::new("all")
                        .long("all")
                        .action(ArgAction::SetTrue)
                        .conflicts_with("count")
                        .help(words::choice(lang)),
                ),
        ])
        .after_help(examples(
            lang,
            [
                ("try-out list --lang en", words::about(lang)),
                ("try-out say 'two words' > said.txt", words::verb(lang)),
                ("try-out numbers --count 3", words::number(lang)),
            ],
        ))
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let (verb, matches) = matches.subcommand().unwrap();
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    match verb {
        "list" => session.show(list())?,
        "empty" => session.show(Report::new("titles", [Column::new("title", words::title, Kind::Text)]))?,
        "document" => session.show(document())?,
        "work" => session.outcome(list())?,
        "stream" => {
            let mut sink = session.sink()?;
            match sink.write_all(b"streamed\n") {
                Ok(()) => sink.finish()?,
                Err(error) => sink.fail(&error)?,
            }
        }
        "ask" => {
            let agreed = session.confirm("Sungguh?")?;
            session.say(if agreed { "agreed" } else { "not agreed" });
        }
        "say" => {
            session.say(text("text"));
            session.warn(text("text"));
        }
        "read" => {
            let path = PathBuf::from(text("file"));
            session.protect(&path)?;
            let bytes = session.read_input(&path)?;
            session.say(format!("{} bytes", bytes.len()));
            session.show(list())?;
        }
        "day" => session.say(session.date("DATE", &text("date"))?.to_string()),
        "act" => {
            let act = session.act()?;
            session.say(format!("{} {}", act.stamp(), act.staff.as_str()));
        }
        "refuse" => {
            return Err(Failure::refused("test.refused", "Satu\u{1b}[31m kalimat.")
                .because("one", "Sebab satu.")
                .because("two", "Sebab dua\nforged: line.")
                .hint("coba `try-out list`"));
        }
        "open" => drop(session.open()?),
        "odd" => Err(anyhow::anyhow!("dalam\u{1b}").context("luar"))?,
        "gone" => Err(anyhow::Error::new(pustaka_core::Error::Full))?,
        _ => {}
    }
    Ok(Status::Done)
}

fn list() -> Report {
    let columns = [
        Column::new("title", words::title, Kind::Text),
        Column::new("copies", words::copies, Kind::Integer),
        Column::new("price", words::price, Kind::Rupiah),
        Column::new("received", words::received, Kind::Date),
        Column::new("index", words::index, Kind::Exact),
        Column::new("year", words::year, Kind::Number),
        Column::new("open", words::open, Kind::Flag),
    ];
    let mut report = Report::new("titles", columns);
    report.row([
        "Bumi, Manusia".into(),
        1234.into(),
        1500.into(),
        date(2026, 11, 20).into(),
        Cell::Exact("87.28".into()),
        1980.into(),
        true.into(),
    ]);
    report.row([
        "=1+1\u{1b}[2J\u{202e}".into(),
        (-5).into(),
        (-1500).into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        false.into(),
    ]);
    report.row([
        Cell::from(vec!["satu".to_owned(), "dua \"2\"".to_owned()]),
        0.into(),
        0.into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]);
    report.note("catatan");
    report
}

fn document() -> Document {
    Document::new(&serde_json::json!({ "total": 3 }))
        .headed("kepala")
        .with(list().titled("satu"))
        .with(list().titled("dua"))
}

/// A sealed world at 10:15 on 20 November 2026 in Kediri.
pub(crate) fn world() -> World {
    let world = World::sealed("2026-11-20T03:15:00Z".parse().unwrap());
    world.with_env("LOGNAME", "sari").with_env("HOME", "/nonexistent-home")
}

pub(crate) fn run_tool(args: &[&str]) -> Finished {
    run_in(&TOOL, args.iter().copied(), world())
}
