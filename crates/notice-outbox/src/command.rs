//! The command that delivers a mail: as `sendmail -t` takes it on standard input and answers by its exit code.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use pustaka_core::notices::{Answer, TRY_AGAIN};

/// What a shell answers when it can't run a command: it may not, or finds none.
const NOT_RUN: [i32; 2] = [126, 127];

/// How often a command that runs is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// Most bytes of what a command says that are shown.
const SAID: usize = 2000;

/// How a command answered.
#[derive(Debug)]
pub(crate) struct Answered {
    /// What it means.
    pub(crate) answer: Answer,
    /// Its exit code, where it had one.
    pub(crate) code: Option<i32>,
    /// What it said on standard error, why it could not be started, or which signal ended it.
    pub(crate) said: String,
}

/// Splits a command line into words as a shell does, without running one: blanks part words, `'…'` and `"…"` keep them
/// together, a backslash takes the next character as it stands. None when a quote stays open or there is no word.
pub(crate) fn split(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('"'), '\\') => {
                let next = chars.next()?;
                let kept = if matches!(next, '"' | '\\' | '$' | '`') {
                    ""
                } else {
                    "\\"
                };
                let word = word.get_or_insert_default();
                word.push_str(kept);
                word.push(next);
            }
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '\\') => word.get_or_insert_default().push(chars.next()?),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    (quote.is_none() && !words.is_empty()).then_some(words)
}

/// Hands a mail to the command and waits for its answer, at most for `patience`.
/// `later` are exit codes of this command that mean what [`TRY_AGAIN`] does.
pub(crate) fn deliver(words: &[String], mail: &[u8], patience: Duration, later: &[i32]) -> Answered {
    let Some((program, args)) = words.split_first() else {
        return not_started(&io::Error::from(io::ErrorKind::NotFound));
    };
    let started = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    match started {
        Ok(child) => wait(child, mail, patience, later),
        Err(error) => not_started(&error),
    }
}

fn not_started(error: &io::Error) -> Answered {
    Answered {
        answer: Answer::NotRun,
        code: None,
        said: error.to_string(),
    }
}

fn wait(mut child: Child, mail: &[u8], patience: Duration, later: &[i32]) -> Answered {
    let until = Instant::now() + patience;
    let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
    let mail = mail.to_vec();
    // A command that reads nothing, or says much, must not keep this program waiting.
    let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&mail)));
    let listener = std::thread::spawn(move || {
        let mut said = Vec::new();
        if let Some(mut stderr) = stderr {
            let _ = stderr.by_ref().take(SAID as u64).read_to_end(&mut said);
            let _ = io::copy(&mut stderr, &mut io::sink());
        }
        String::from_utf8_lossy(&said).trim().to_owned()
    });
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break Some(status),
            Ok(None) if Instant::now() < until => std::thread::sleep(LOOK),
            _ => break None,
        }
    };
    let Some(status) = status else {
        // Its own children may still hold the pipes, so nobody waits for the threads.
        let _ = child.kill();
        let _ = child.wait();
        return Answered {
            answer: Answer::None,
            code: None,
            said: String::new(),
        };
    };
    // It has answered; whether it read all of the mail is its own business.
    drop(writer);
    let said = match (status.code(), listener.is_finished()) {
        (Some(0), false) => String::new(),
        (Some(_), _) => listener_text(listener, until),
        (None, _) => status.to_string(),
    };
    let answer = match status.code() {
        Some(0) => Answer::Sent,
        Some(code) if code == TRY_AGAIN || later.contains(&code) => Answer::Later,
        Some(code) if NOT_RUN.contains(&code) => Answer::NotRun,
        Some(_) => Answer::Failed,
        None => Answer::None,
    };
    Answered {
        answer,
        code: status.code(),
        said,
    }
}

/// What the command said, if its pipe closes in time.
fn listener_text(listener: std::thread::JoinHandle<String>, until: Instant) -> String {
    while !listener.is_finished() {
        if Instant::now() >= until {
            return String::new();
        }
        std::thread::sleep(LOOK);
    }
    listener.join().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_a_shell_parts_them() {
        for (line, words) in [
            ("sendmail -t", Some(&["sendmail", "-t"][..])),
            ("  a  b ", Some(&["a", "b"])),
            ("'/opt/my mail' \"-t\" x\\ y", Some(&["/opt/my mail", "-t", "x y"])),
            ("a ''", Some(&["a", ""])),
            ("a\"b c\"'d'", Some(&["ab cd"])),
            (r#"a "b\"c\d""#, Some(&["a", r#"b"c\d"#])),
            ("a; rm -rf $HOME `x`", Some(&["a;", "rm", "-rf", "$HOME", "`x`"])),
            ("", None),
            ("  ", None),
            ("a 'b", None),
            ("a \\", None),
        ] {
            let found = split(line);
            let found: Option<Vec<&str>> = found.as_ref().map(|words| words.iter().map(String::as_str).collect());
            assert_eq!(found.as_deref(), words, "{line}");
        }
    }

    #[test]
    fn answers_by_exit_code() {
        let patience = Duration::from_secs(20);
        let big = vec![b'x'; 1 << 20];
        for (script, answer, code) in [
            ("cat >/dev/null", Answer::Sent, Some(0)),
            ("exit 0", Answer::Sent, Some(0)),
            ("cat >/dev/null; exit 75", Answer::Later, Some(75)),
            ("exit 69", Answer::Failed, Some(69)),
            ("no-such-program -t", Answer::NotRun, Some(127)),
            ("/etc -t", Answer::NotRun, Some(126)),
            ("kill -9 $$", Answer::None, None),
        ] {
            let words = ["sh".to_owned(), "-c".to_owned(), script.to_owned()];
            let answered = deliver(&words, &big, patience, &[]);
            assert_eq!((answered.answer, answered.code), (answer, code), "{script}");
        }
        let words = split("sh -c 'exit 69'").expect("words");
        assert_eq!(deliver(&words, b"x", patience, &[69]).answer, Answer::Later);
        assert_eq!(deliver(&words, b"x", patience, &[70]).answer, Answer::Failed);
        let words = split("sh -c 'echo no such user >&2; exit 67'").expect("words");
        assert_eq!(deliver(&words, b"x", patience, &[]).said, "no such user");
        let words = ["/no/such/program".to_owned()];
        assert_eq!(deliver(&words, b"x", patience, &[]).answer, Answer::NotRun);
    }

    #[test]
    fn one_that_hangs_is_ended() {
        let began = Instant::now();
        let words = split("sh -c 'sleep 60'").expect("words");
        let answered = deliver(&words, b"x", Duration::from_millis(200), &[]);
        assert_eq!((answered.answer, answered.code), (Answer::None, None));
        assert!(began.elapsed() < Duration::from_secs(30));
    }
}
