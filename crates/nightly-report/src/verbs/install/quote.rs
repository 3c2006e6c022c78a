//! Commands as cron and systemd read them.

/// A command in a crontab: as a shell reads it, with every `%` escaped, at which cron would end the line.
pub(super) fn for_cron(words: &[&str]) -> String {
    joined(words, shell_word).replace('%', r"\%")
}

/// A command after `ExecStart=`.
pub(super) fn for_systemd(words: &[&str]) -> String {
    joined(words, systemd_word)
}

fn joined(words: &[&str], quoted: fn(&str) -> String) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// Letters, digits and what means nothing anywhere.
fn is_plain(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "/._-+,:@".contains(c))
}

fn shell_word(word: &str) -> String {
    match is_plain(word) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// In double quotes, where `\` and `"` are escaped; `$` and `%` mean something there too, and stand for themselves twice.
fn systemd_word(word: &str) -> String {
    if is_plain(word) {
        return word.to_owned();
    }
    let escaped = word.replace('\\', r"\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace('$', "$$").replace('%', "%%"))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Names as people give them, and as nobody should.
    const NAMES: &[&str] = &[
        "/srv/pustaka/library.db",
        "/srv/Perpustakaan Kota/library.db",
        "/srv/100% baru/library.db",
        "/srv/d'Or \"kota\"/a\\b $HOME `id`/~x.db",
        "/srv/Kediri é;&|<>(){}*?[]#!/x.db",
        "",
    ];

    /// What cron hands to the shell: the line up to the first bare `%`, each `\%` as `%`.
    fn of_cron(line: &str) -> String {
        let mut command = String::new();
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' if chars.peek() == Some(&'%') => command.extend(chars.next()),
                '%' => break,
                c => command.push(c),
            }
        }
        command
    }

    #[test]
    fn cron_and_its_shell_read_the_names_as_they_are() {
        for name in NAMES {
            let line = of_cron(&for_cron(&["printf", "%s", name]));
            let told = Command::new("/bin/sh").args(["-c", &line]).output().expect("a shell");
            assert_eq!(String::from_utf8_lossy(&told.stdout), *name, "{line}");
        }
    }

    /// The words of a line as systemd.service(5) has them, specifiers and variables put back.
    fn of_systemd(line: &str) -> Vec<String> {
        let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => {
                    quoted = !quoted;
                    begun = true;
                }
                '\\' => word.extend(chars.next()),
                '%' | '$' => {
                    assert_eq!(chars.next(), Some(c), "{line}");
                    word.push(c);
                }
                ' ' if !quoted => {
                    if begun {
                        words.push(std::mem::take(&mut word));
                    }
                    begun = false;
                }
                c => {
                    begun = true;
                    word.push(c);
                }
            }
        }
        if begun {
            words.push(word);
        }
        words
    }

    #[test]
    fn systemd_reads_the_names_as_they_are() {
        for name in NAMES {
            let line = for_systemd(&["/usr/bin/nightly-report", "--db", name, "x"]);
            assert_eq!(
                of_systemd(&line),
                ["/usr/bin/nightly-report", "--db", name, "x"],
                "{line}"
            );
        }
    }
}
