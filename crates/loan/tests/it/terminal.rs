//! The desk at a terminal, under tmux, with the typing speed of a scanner. Where tmux is not installed these tests say
//! so and pass.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use pustaka_testkit::skipped::skipped;

use crate::desk::Desk;

/// A terminal of its own, with the shipped desk in it.
struct Terminal<'a> {
    desk: &'a Desk,
    socket: String,
}

impl<'a> Terminal<'a> {
    /// Opens the desk; `None` where there is no tmux.
    fn open(desk: &'a Desk, name: &str, args: &str) -> Option<Terminal<'a>> {
        if Command::new("tmux").arg("-V").output().is_err() {
            skipped(&format!("{name}: tmux is not installed"));
            return None;
        }
        let terminal = Terminal {
            desk,
            socket: format!("pustaka-{name}-{}", std::process::id()),
        };
        terminal.start(args);
        Some(terminal)
    }

    fn start(&self, args: &str) {
        let command = format!(
            "env -i TERM=xterm PUSTAKA_DB='{}' PUSTAKA_STAFF=sari PUSTAKA_LANG=en PUSTAKA_FORCE_FILE_SYSTEM=1 \
             '{}' desk {args}; echo closed $?; sleep 60",
            self.desk.db().display(),
            env!("CARGO_BIN_EXE_loan"),
        );
        self.tmux(&[
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "100",
            "-y",
            "50",
            &command,
        ]);
        self.sees("The desk is open.");
    }

    fn tmux(&self, args: &[&str]) -> Output {
        let run = Command::new("tmux").args(["-L", &self.socket]).args(args).output();
        run.expect("tmux runs")
    }

    /// Types a line as a scanner does: all at once, then Enter.
    fn scan(&self, line: &str) {
        self.tmux(&["send-keys", "-l", line]);
        self.tmux(&["send-keys", "Enter"]);
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).into_owned()
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    fn sees(&self, text: &str) -> String {
        let begun = Instant::now();
        loop {
            let screen = self.screen();
            if screen.contains(text) {
                return screen;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "no `{text}` on\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

#[test]
fn a_card_and_five_items_at_a_scanners_speed() {
    let desk = Desk::new();
    let Some(terminal) = Terminal::open(&desk, "speed", "") else {
        return;
    };
    let begun = Instant::now();
    for line in ["A0001", "B0001", "B0002", "B0003", "B0005", "B0001"] {
        terminal.scan(line);
    }
    let screen = terminal.sees("B0001 was lent just now");
    // Two seconds of the machine's own time; generous here, where other tests run beside.
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    for text in [
        "LENT  B0001",
        "LENT  B0002",
        "NOT LENT: B0003",
        "NOT LENT: B0005",
        "A0001 Siti Aminah (2 lent)",
    ] {
        assert!(screen.contains(text), "no `{text}` on\n{screen}");
    }
    // The next card takes the reader before off the screen.
    terminal.scan("A0002");
    let screen = terminal.sees("A0002  Budi Santoso");
    assert!(!screen.contains("Siti"), "{screen}");
    terminal.scan("q");
    terminal.sees("closed 0");
}

#[test]
fn a_reader_who_is_silent_has_left() {
    let desk = Desk::new();
    let Some(terminal) = Terminal::open(&desk, "silence", "--silence 1") else {
        return;
    };
    terminal.scan("A0001");
    terminal.sees("A0001 Siti Aminah (0 lent)");
    let screen = terminal.sees("A0001 done");
    assert!(!screen.contains("Siti"), "the name is gone\n{screen}");
    terminal.scan("B0004");
    terminal.sees("B0004 Bumi Manusia: here");
    terminal.sees("NOT LENT, there was no card: B0004");
}

#[test]
fn a_killed_desk_loses_nothing_that_it_showed() {
    let desk = Desk::new();
    let Some(terminal) = Terminal::open(&desk, "kill", "") else {
        return;
    };
    terminal.scan("A0001");
    terminal.scan("B0001");
    terminal.sees("LENT  B0001");
    let pane = terminal.tmux(&["list-panes", "-F", "#{pane_pid}"]);
    let shell = String::from_utf8_lossy(&pane.stdout).trim().to_owned();
    let children = Command::new("pgrep").args(["-P", &shell]).output();
    let Ok(children) = children else {
        return skipped("kill: pgrep is not installed");
    };
    let child = String::from_utf8_lossy(&children.stdout).trim().to_owned();
    Command::new("kill").args(["-9", &child]).status().unwrap();
    terminal.sees("closed 137");
    drop(terminal);
    let Some(terminal) = Terminal::open(&desk, "again", "") else {
        return;
    };
    terminal.scan("A0001");
    terminal.scan("B0001");
    terminal.sees("B0001 Laskar Pelangi is on loan to this member until");
    assert_eq!(desk.answer(&["explain", "B0001"]).1["member"], "A0001");
}
