//! `certificates`: issued to who attended enough, listed or printed; `verify`: whether a code is one of ours.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Cell, Column, Document, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::events::certificates::{Certificate, Issued};
use serde::Serialize;

use crate::args::{event, name, said, text};
use crate::print;
use crate::when;
use crate::words::{help, said as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("certificates")
        .about(help::certificates(lang))
        .arg(event(lang))
        .arg(text("signer", help::text_value(lang), help::signer(lang)))
        .arg(text("office", help::text_value(lang), help::office(lang)))
}

pub(crate) fn verify_command(lang: Lang) -> Command {
    Command::new("verify").about(help::verify(lang)).arg(
        Arg::new("code")
            .required(true)
            .value_name(help::code_value(lang))
            .help(help::verify_code(lang)),
    )
}

/// What was issued, as other programs read it.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    event: &'a str,
    needed: i64,
    sessions: usize,
    new: usize,
    certificates: &'a [Certificate],
    short: Vec<Short<'a>>,
}

/// Who came to too few sessions.
#[derive(Debug, Serialize)]
struct Short<'a> {
    code: &'a str,
    name: Option<&'a str>,
    attended: i64,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let dry_run = session.dry_run();
    let (mut library, act) = session.open_to_write()?;
    let issued = library.issue_certificates(&act, &name(matches, "event"), dry_run)?;
    let html = matches!(session.format(), Format::Own(ending) if ending == "html");
    session.say(words::issued(lang, issued.new, issued.certificates.len()));
    if !issued.short.is_empty() {
        session.say(words::too_short(lang, issued.short.len(), issued.needed));
    }
    if html && !dry_run {
        let library_name = library.setting(pustaka_core::settings::LIBRARY_NAME.key)?.value;
        let signer = print::Signer {
            name: said(matches, "signer"),
            office: said(matches, "office"),
        };
        let page = print::certificates(&issued, &library_name, &signer);
        return print::write(session, &page);
    }
    show(session, &issued, lang)?;
    Ok(match issued.certificates.is_empty() {
        true => Status::Refused,
        false => Status::Done,
    })
}

fn show(session: &mut Session, issued: &Issued, lang: Lang) -> Result<(), Failure> {
    let mut report = Report::new(
        "certificates",
        [
            Column::new("number", words::number, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("attended", words::sessions_attended, Kind::Integer),
            Column::new("code", words::verification, Kind::Text),
        ],
    );
    for one in &issued.certificates {
        let code = one.code.as_str();
        report.row([
            Cell::from(one.number.as_str()),
            one.name.clone().into(),
            one.attended.into(),
            code.into(),
        ]);
    }
    if !issued.short.is_empty() {
        report.note(words::too_short(lang, issued.short.len(), issued.needed));
    }
    report.note(words::print_them(lang, &issued.event.key));
    let short = issued.short.iter().map(|(code, name, attended)| Short {
        code,
        name: name.as_deref(),
        attended: *attended,
    });
    let shown = Shown {
        event: &issued.event.key,
        needed: issued.needed,
        sessions: issued.event.sessions.len(),
        new: issued.new,
        certificates: &issued.certificates,
        short: short.collect(),
    };
    session.outcome(Document::new(&shown).with(report))
}

/// A certificate that was asked about, as other programs read it.
#[derive(Debug, Serialize)]
struct Verified<'a> {
    valid: bool,
    #[serde(flatten)]
    certificate: &'a Certificate,
}

pub(crate) fn verify(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let (found, event) = library.verify_certificate(&name(matches, "code"))?;
    let mut report = Report::new(
        "fields",
        [
            Column::new("field", words::field, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    );
    let day = event.last().map(|at| when::shown(lang, at));
    let rows = [
        (words::number(lang), Some(found.number.clone())),
        (
            words::name(lang),
            found
                .name
                .clone()
                .or_else(|| Some(words::name_removed(lang).to_owned())),
        ),
        (words::title(lang), Some(found.title.clone())),
        (words::last_day(lang), day),
        (
            words::sessions_attended(lang),
            Some(format!("{}/{}", found.attended, found.sessions)),
        ),
        (words::issued_at(lang), found.issued.get(..10).map(str::to_owned)),
    ];
    for (name, value) in rows {
        report.row([Cell::from(name), value.into()]);
    }
    let shown = Verified {
        valid: true,
        certificate: &found,
    };
    session.show(Document::new(&shown).with(report.titled(words::is_ours(lang))))?;
    Ok(Status::Done)
}
