//! `bounces`: addresses from which mail came back, and those that it reaches after all.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::notices::Verdict;
use pustaka_core::values::email::{self, Email};

use crate::args::file;
use crate::words::{columns, help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("bounces")
        .about(help::bounces(lang))
        .arg(
            file("file", lang)
                .required_unless_present("works")
                .help(help::bounces_file(lang)),
        )
        .arg(
            Arg::new("works")
                .long("works")
                .value_name(help::address_value(lang))
                .action(ArgAction::Append)
                .conflicts_with("file")
                .help(help::bounces_works(lang)),
        )
}

/// The addresses that are named, and what is said of them.
fn named(session: &mut Session, matches: &ArgMatches) -> Result<(Vec<Email>, Verdict), Failure> {
    if let Some(typed) = matches.get_many::<String>("works") {
        let typed: Vec<&str> = typed.map(String::as_str).collect();
        return Ok((addresses(&typed.join("\n")), Verdict::Works));
    }
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    session.protect(&path)?;
    let bytes = session.read_input(&path)?;
    Ok((addresses(&String::from_utf8_lossy(&bytes)), Verdict::Bad))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let (addresses, says) = named(session, matches)?;
    if addresses.is_empty() {
        return Err(Failure::refused("bounces.none", words::no_addresses(lang)));
    }
    let (mut library, act) = session.open_to_write()?;
    let bounced = library.take_bounces(&act, &addresses, says, session.dry_run())?;
    let mut report = Report::new(
        "addresses",
        [
            Column::new("address", columns::address, Kind::Text),
            Column::new("cards", columns::cards, Kind::Text),
            Column::new("registrations", columns::registrations, Kind::Text),
            Column::new("known", columns::known, Kind::Flag),
            Column::new("back", columns::back, Kind::Text),
        ],
    );
    let (mut found, mut back) = (0, 0);
    for one in &bounced.addresses {
        let nobody = one.cards.is_empty() && one.codes.is_empty();
        match nobody {
            true => session.say(words::nobody_has(lang, &one.address)),
            false => found += 1,
        }
        back += one.back.len();
        report.row([
            Cell::from(one.address.as_str()),
            one.cards.clone().into(),
            one.codes.clone().into(),
            one.known.into(),
            one.back.iter().map(ToString::to_string).collect::<Vec<_>>().into(),
        ]);
    }
    session.say(match says {
        Verdict::Bad => words::bounces_taken(lang, found, back),
        Verdict::Works => words::bounces_taken_back(lang, found, back),
    });
    if session.dry_run() {
        session.say(words::rehearsed(lang));
    }
    session.outcome(report)?;
    Ok(Status::Done)
}

/// The addresses of a list, one a line, or of mails that say what could not be delivered (RFC 3464): there, those of the
/// recipients that failed alone.
fn addresses(text: &str) -> Vec<Email> {
    let field = |line: &str, name: &str| {
        let head = line.get(..name.len()).filter(|head| head.eq_ignore_ascii_case(name))?;
        Some(line[head.len()..].trim().to_owned())
    };
    let mut found: Vec<Email> = Vec::new();
    let mut keep = |text: &str| match email::read(text) {
        email::Reading::Valid(address) if !found.contains(&address) => found.push(address),
        _ => {}
    };
    let report = text.lines().any(|line| field(line, "Final-Recipient:").is_some());
    let (mut recipient, mut failed) = (None, false);
    for line in text.lines().chain([""]) {
        if !report {
            let line = line.trim();
            if !line.starts_with('#') {
                keep(line);
            }
            continue;
        }
        if let Some(value) = field(line, "Final-Recipient:") {
            recipient = Some(
                value
                    .split_once(';')
                    .map_or(value.clone(), |(_, address)| address.trim().to_owned()),
            );
        }
        if let Some(value) = field(line, "Action:") {
            failed = value.eq_ignore_ascii_case("failed");
        }
        if line.trim().is_empty() {
            // The end of what is said of one recipient; a mail that is only late is no bounce.
            if let Some(address) = recipient.take().filter(|_| failed) {
                keep(&address);
            }
            failed = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_reports() {
        let report = "Reporting-MTA: dns; mx.test\n\nFinal-Recipient: rfc822; Siti@Contoh.test\nAction: failed\n\
                      Status: 5.1.1\n\nfinal-recipient: rfc822;budi@contoh.test\nAction: delayed\n\n\
                      Final-Recipient: rfc822; <tono@contoh.test>\nAction: FAILED";
        for (text, expected) in [
            (
                "siti@contoh.test\nBUDI@contoh.test\r\n\nx\n# dewi@contoh.test\n",
                "siti@contoh.test budi@contoh.test",
            ),
            (report, "siti@contoh.test tono@contoh.test"),
            ("", ""),
        ] {
            let found = addresses(text);
            let found: Vec<&str> = found.iter().map(Email::as_str).collect();
            assert_eq!(found.join(" "), expected);
        }
    }
}
