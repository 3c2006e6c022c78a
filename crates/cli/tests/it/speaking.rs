//! Words, warnings, questions and failures.

use pustaka_cli::run_in;

use crate::tool::{TOOL, run_tool, world};

#[test]
fn words_are_said_to_people_and_warnings_to_everybody() {
    let terminal = || world().with_terminal(80).with_env("NO_COLOR", "1");
    let err = |args: &[&str], world| run_in(&TOOL, args.iter().copied(), world).err();
    assert_eq!(err(&["say", "halo"], terminal()), "halo\nperingatan: halo\n");
    assert_eq!(err(&["say", "halo"], world()), "peringatan: halo\n");
    assert_eq!(err(&["say", "halo", "-v"], world()), "halo\nperingatan: halo\n");
    assert_eq!(err(&["say", "halo", "-q"], terminal()), "peringatan: halo\n");
}

#[test]
fn nothing_from_outside_steers_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    for hostile in [
        "\u{1b}]0;title\u{7}",
        "\u{9b}2J",
        "a\rb",
        "\u{202e}txt",
        "\u{200b}",
        "\u{8}\u{8}",
    ] {
        for args in [
            &["say", hostile, "-v"][..],
            &[hostile],
            &["list", hostile],
            &["list", "-o", folder.path().join(hostile).to_str().unwrap()],
            &["day", hostile],
            &["read", hostile],
            &["open", "--db", hostile],
            &["act", "--staff", hostile],
            &["act", "--at", hostile],
            &["help", hostile],
            &["numbers", "--count", hostile],
        ] {
            for format in ["table", "json"] {
                let args = args.iter().copied().chain(["--format", format]);
                let world = world().with_env("NO_COLOR", "1");
                let finished = run_in(&TOOL, args, world);
                let shown = finished.out() + &finished.err();
                let raw = shown
                    .chars()
                    .find(|c| (c.is_control() && *c != '\n') || "\u{202e}\u{200b}".contains(*c));
                assert_eq!(raw, None, "{shown:?}");
            }
        }
    }
}

#[test]
fn a_failure_is_a_sentence_its_reasons_and_a_hint() {
    let finished = run_tool(&["refuse"]);
    let expected = "\
kesalahan: Satu\\u{1b}[31m kalimat.
  sebab: Sebab satu.
  sebab: Sebab dua\\nforged: line.
petunjuk: coba `try-out list`
";
    assert_eq!((finished.err().as_str(), finished.code), (expected, 1));
    let coloured = run_tool(&["refuse", "--color", "always"]).err();
    assert!(
        coloured.starts_with("\u{1b}[1;31mkesalahan:\u{1b}[0m Satu\\u{1b}[31m kalimat.\n"),
        "{coloured:?}"
    );
}

#[test]
fn what_no_sentence_was_made_for_is_shown_with_its_causes() {
    let odd = run_tool(&["odd"]);
    assert_eq!(odd.code, 3);
    let start = "kesalahan: Terjadi sesuatu yang tidak diduga.\n  sebab: luar\n  sebab: dalam\\u{1b}\npetunjuk:";
    assert!(odd.err().starts_with(start), "{}", odd.err());
    let lost = run_tool(&["gone"]);
    assert!(lost.err().starts_with("kesalahan: Diska penuh"), "{}", lost.err());
}

#[test]
fn a_question_is_asked_on_a_terminal_only() {
    let ask = |args: &[&str], world| {
        let finished = run_in(&TOOL, args.iter().copied(), world);
        (finished.code, finished.err())
    };
    let terminal = |answer: &str| world().with_terminal(80).with_env("NO_COLOR", "1").with_stdin(answer);
    for (answer, outcome) in [
        ("y\n", "agreed"),
        ("YA\n", "agreed"),
        ("\n", "not agreed"),
        ("", "not agreed"),
    ] {
        assert_eq!(
            ask(&["ask"], terminal(answer)),
            (0, format!("? Sungguh? [y/T]\n{outcome}\n"))
        );
    }
    assert_eq!(ask(&["ask", "--yes", "-v"], world()), (0, "agreed\n".to_owned()));
    let (code, err) = ask(&["ask"], world().with_stdin("y\n"));
    assert_eq!(code, 2);
    assert!(err.contains("`--yes`"), "{err}");
}

#[test]
fn a_missing_library_names_the_way_to_one() {
    let finished = run_tool(&["open"]);
    assert_eq!(finished.code, 3);
    assert!(finished.err().contains("`library-db init`"), "{}", finished.err());
    assert!(
        finished
            .err()
            .contains("/nonexistent-home/.local/share/pustaka/library.db"),
        "{}",
        finished.err()
    );
    let xdg = run_in(&TOOL, ["open"], world().with_env("XDG_DATA_HOME", "/nonexistent-data"));
    assert!(
        xdg.err().contains("/nonexistent-data/pustaka/library.db"),
        "{}",
        xdg.err()
    );
    let named = run_in(&TOOL, ["open"], world().with_env("PUSTAKA_DB", "/nonexistent.db"));
    assert!(
        named.err().contains("`library-db init --db /nonexistent.db`"),
        "{}",
        named.err()
    );
    let spaced = run_in(&TOOL, ["open", "--db", "/nonexistent/my library's.db"], world());
    assert!(
        spaced
            .err()
            .contains(r"`library-db init --db '/nonexistent/my library'\''s.db'`"),
        "{}",
        spaced.err()
    );
}
