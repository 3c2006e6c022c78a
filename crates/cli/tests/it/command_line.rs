//! What is typed: languages, help, mistakes.

use pustaka_cli::{help_gaps, run_in};

use crate::tool::{TOOL, run_tool, world};

#[test]
fn the_help_of_the_tool_lacks_nothing() {
    assert_eq!(help_gaps(&TOOL), Vec::<String>::new());
}

#[test]
fn no_english_word_of_the_parser_is_on_an_indonesian_page() {
    for args in [&["--help"][..], &["numbers", "--help"], &["help", "numbers"]] {
        let page = run_tool(args);
        assert_eq!(page.code, 0);
        for word in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "possible values",
            "default",
            "OPTIONS",
            "COMMAND",
        ] {
            assert!(!page.out().contains(word), "{word} in\n{}", page.out());
        }
    }
}

#[test]
fn help_tells_choices_and_defaults_in_both_languages() {
    let id = run_tool(&["numbers", "--help"]).out();
    assert!(id.contains("[pilihan: book, map] [bawaan: book]"), "{id}");
    let en = run_tool(&["--lang", "en", "numbers", "--help"]).out();
    assert!(en.contains("[choices: book, map] [default: book]"), "{en}");
    assert!(
        en.starts_with("One piece of work\n\nUsage: try-out numbers [OPTIONS]\n"),
        "{en}"
    );
}

#[test]
fn topics() {
    let list = run_tool(&["help"]).out();
    assert!(list.starts_with("Topik:\n  tests        Tentang uji\n"), "{list}");
    assert_eq!(
        run_tool(&["help", "tests", "--lang", "en"]).out(),
        "About tests\n\nText.\n"
    );
    let unknown = run_tool(&["help", "test"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err().contains("Maksud Anda `tests`?"), "{}", unknown.err());
}

#[test]
fn the_language_is_found_before_anything_is_parsed() {
    let about = |args: &[&str], env: &[(&str, &str)]| {
        let world = env
            .iter()
            .fold(world(), |world, (name, value)| world.with_env(*name, *value));
        run_in(&TOOL, args.iter().copied(), world)
            .out()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let (id, en) = ("Alat untuk uji.", "A tool for tests.");
    assert_eq!(about(&["-h"], &[]), id);
    assert_eq!(about(&["-h"], &[("LANG", "de_DE.UTF-8")]), id);
    assert_eq!(about(&["-h"], &[("LANG", "en_US.UTF-8")]), en);
    assert_eq!(about(&["-h"], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "id_ID")]), id);
    assert_eq!(about(&["-h"], &[("LANG", "en_US.UTF-8"), ("PUSTAKA_LANG", "id")]), id);
    assert_eq!(about(&["-h", "--lang=en"], &[("PUSTAKA_LANG", "id")]), en);
    assert_eq!(about(&["--lang", "en", "-h"], &[]), en);
    let bad = run_in(&TOOL, ["list"], world().with_env("PUSTAKA_LANG", "fr"));
    assert_eq!(bad.code, 2);
    assert!(bad.err().contains("PUSTAKA_LANG"), "{}", bad.err());
}

#[test]
fn every_mistake_has_its_sentence_in_both_languages() {
    for (args, id, en) in [
        (
            &["lst"][..],
            "Perintah `lst` tidak dikenal.",
            "There is no command `lst`.",
        ),
        (
            &["list", "--forse"],
            "Opsi `--forse` tidak dikenal.",
            "There is no option `--forse`.",
        ),
        (
            &["list", "x"],
            "`x` tidak diharapkan di sini.",
            "`x` is not expected here.",
        ),
        (
            &["say"],
            "Belum lengkap: <text> harus diisi.",
            "Something is missing: <text>.",
        ),
        (
            &["numbers", "--count", "tiga"],
            "Yang diperlukan adalah bilangan bulat.",
            "A whole number is needed.",
        ),
        (
            &["numbers", "--count"],
            "`--count <count>` memerlukan nilai.",
            "`--count <count>` needs a value.",
        ),
        (
            &["numbers", "--kind", "bok"],
            "`bok` bukan pilihan untuk `--kind <kind>`.",
            "`bok` is not a choice for `--kind <kind>`.",
        ),
        (
            &["numbers", "--all", "--count", "3"],
            "`--all` tidak dapat dipakai bersama `--count <count>`.",
            "`--all` can't be used together with `--count <count>`.",
        ),
        (
            &["numbers", "--all", "--all"],
            "`--all` hanya boleh satu kali.",
            "`--all` can be given only once.",
        ),
        (&[], "Perintahnya belum disebut.", "The command is missing."),
        (
            &["list", "-o", "x.pdf"],
            "Akhiran `.pdf` tidak dikenal di sini. Yang dapat: .json .csv .xlsx .txt .own.",
            "The ending `.pdf` is not known here. Possible: .json .csv .xlsx .txt .own.",
        ),
        (
            &["act", "--staff", "dua kata"],
            "Kode petugas `dua kata` tidak dapat dipakai.",
            "The staff code `dua kata` can't be used.",
        ),
        (
            &["act", "--at", "2026-11-20T10:16"],
            "--at 2026-11-20T10:16 berada di masa depan.",
            "--at 2026-11-20T10:16 is in the future.",
        ),
        (
            &["day", "2026-02-29"],
            "Bulan 2 tahun 2026 hanya 28 hari.",
            "Month 2 of 2026 has only 28 days.",
        ),
        (
            &["day", "31/12/26"],
            "Tahun ditulis dengan empat angka.",
            "The year is written with four digits.",
        ),
    ] {
        for (lang, sentence) in [("id", id), ("en", en)] {
            let finished = run_in(&TOOL, ["--lang", lang].iter().chain(args).copied(), world());
            assert_eq!((finished.code, finished.out().as_str()), (2, ""), "{args:?}");
            assert!(finished.err().contains(sentence), "{args:?}: {}", finished.err());
            for foreign in ["error:", "Usage", "tip:"].iter().filter(|_| lang == "id") {
                assert!(!finished.err().contains(foreign), "{args:?}: {}", finished.err());
            }
        }
    }
}

#[test]
fn nearly_right_names_are_suggested() {
    for (args, meant) in [
        (&["lits"][..], "`list`"),
        (&["list", "--ouput", "x"], "`--output`"),
        (&["numbers", "--kind", "bok"], "`book`"),
    ] {
        let finished = run_tool(args);
        assert!(
            finished.err().contains(&format!("Maksud Anda {meant}?")),
            "{}",
            finished.err()
        );
    }
}

#[test]
fn errors_are_json_when_json_was_asked_for() {
    let finished = run_tool(&["refuse", "--format", "json"]);
    let error: serde_json::Value = serde_json::from_slice(&finished.stderr).unwrap();
    assert_eq!(error["error"]["code"], "test.refused");
    assert_eq!(error["error"]["reasons"][1]["code"], "two");
    assert_eq!(error["error"]["hint"], "coba `try-out list`");
    assert_eq!((finished.code, finished.out().as_str()), (1, ""));
    let usage = run_tool(&["lst", "--format=json"]);
    let error: serde_json::Value = serde_json::from_slice(&usage.stderr).unwrap();
    assert_eq!(error["error"]["code"], "usage.unknown-command");
}

#[test]
fn who_acts_and_when() {
    let said = |args: &[&str], world| run_in(&TOOL, args.iter().copied(), world).err();
    assert_eq!(said(&["act", "-v"], world()), "2026-11-20T10:15:00+07:00 sari\n");
    assert_eq!(
        said(&["act", "-v", "--at", "kemarin 08:30", "--staff", "budi"], world()),
        "2026-11-19T08:30:00+07:00 budi\n"
    );
    let by_environment = world()
        .with_env("PUSTAKA_AT", "1/11/2026")
        .with_env("PUSTAKA_STAFF", "tuti");
    assert_eq!(said(&["act", "-v"], by_environment), "2026-11-01T00:00:00+07:00 tuti\n");
    let in_1969 = pustaka_cli::World::sealed("1969-12-31T20:00:00Z".parse().unwrap()).with_env("USER", "sari");
    assert_eq!(said(&["act", "-v"], in_1969), "1970-01-01T03:00:00+07:00 sari\n");
}

#[test]
fn pages_for_the_manual_come_from_the_tool_itself() {
    let finished = run_tool(&[pustaka_cli::describe::ARGUMENT, "manual", "--lang", "en"]);
    let pages: Vec<pustaka_cli::describe::Page> = serde_json::from_slice(&finished.stdout).unwrap();
    assert_eq!(pages[0].file, "try-out.1");
    assert!(pages.iter().any(|page| page.file == "try-out-numbers.1"));
    for shell in ["bash", "zsh", "fish"] {
        let finished = run_tool(&[pustaka_cli::describe::ARGUMENT, shell]);
        assert!(finished.out().contains("numbers"), "{shell}");
    }
}
