//! `poster`, `summary`, `chart`: what is printed.

use std::io::Write;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Failure, Format, Lang, Session, Status};
use pustaka_core::Library;
use pustaka_core::surveys::results::{self, Results};
use pustaka_core::surveys::{Survey, follow_up};

use super::{option, typed};
use crate::answer;
use crate::paper::data::{self, Shown, figure, said};
use crate::paper::poster::Signature;
use crate::paper::summary::Facts;
use crate::paper::{charts, poster, poster_svg, summary};
use crate::words::{help, poster as words};

pub(crate) fn poster_command(lang: Lang) -> Command {
    Command::new("poster")
        .about(help::poster(lang))
        .arg(super::survey_arg(lang))
        .args(signature_args(lang))
}

/// The options that sign a poster.
pub(crate) fn signature_args(lang: Lang) -> Vec<Arg> {
    vec![
        option("place", help::text_value(lang), help::place(lang)),
        option("role", help::text_value(lang), help::role(lang)),
        option("signed-by", help::text_value(lang), help::signed_by(lang)),
    ]
}

pub(crate) fn summary_command(lang: Lang) -> Command {
    Command::new("summary")
        .about(help::summary(lang))
        .arg(super::survey_arg(lang))
}

pub(crate) fn chart_command(lang: Lang) -> Command {
    Command::new("chart")
        .about(help::chart(lang))
        .arg(super::survey_arg(lang))
        .arg(
            Arg::new("what")
                .value_name(help::what_value(lang))
                .value_parser(["elements", "trend"])
                .default_value("elements")
                .help(help::chart_what(lang)),
        )
}

/// Who signs.
pub(crate) fn signature(session: &Session, matches: &ArgMatches) -> Signature {
    let lang = session.lang();
    let text = |name: &str| typed(matches, name).unwrap_or_default().to_owned();
    let day = lang.date(session.today());
    Signature {
        place_and_day: match typed(matches, "place") {
            Some(place) => words::signed_on(lang, place, day),
            None => day,
        },
        role: text("role"),
        name: text("signed-by"),
    }
}

/// Writes a page to standard output or to the file of `--output`.
pub(crate) fn put(session: &mut Session, text: &str) -> Result<Status, Failure> {
    let mut sink = session.sink()?;
    match sink.write_all(text.as_bytes()) {
        Ok(()) => sink.finish()?,
        Err(error) => sink.fail(&error)?,
    }
    Ok(Status::Done)
}

pub(crate) fn poster(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    super::written_as(session, &["html", "svg"])?;
    let lang = session.lang();
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    let found = super::publishable(session, &library, &survey)?;
    let shown = Shown::of(&survey, &found, lang);
    let signature = signature(session, matches);
    let text = match session.format() == &Format::Own("svg".to_owned()) {
        true => poster_svg::svg(&shown, &signature, lang),
        false => poster::html(&shown, &signature, lang),
    };
    put(session, &text)
}

pub(crate) fn summary(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    super::written_as(session, &["html"])?;
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    let found = super::publishable(session, &library, &survey)?;
    let text = summary_page(session, &library, &survey, &found)?;
    put(session, &text)
}

pub(crate) fn chart(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    super::written_as(session, &["svg"])?;
    let lang = session.lang();
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    let found = super::publishable(session, &library, &survey)?;
    let shown = Shown::of(&survey, &found, lang);
    let drawing = match typed(matches, "what") {
        Some("trend") => {
            let trend = library.read(|snapshot| results::trend(snapshot, &survey))?;
            charts::trend(&data::points(&trend, lang), &shown.bands, words::trend(lang))
        }
        _ => charts::elements(&shown.bars, &shown.bands, words::elements(lang)),
    };
    put(session, &format!("{}\n", drawing.into_string()))
}

/// The summary for the head.
pub(crate) fn summary_page(
    session: &Session,
    library: &Library,
    survey: &Survey,
    found: &Results,
) -> Result<String, Failure> {
    let lang = session.lang();
    let (trend, plan, proposals) = library.read(|snapshot| {
        let proposals = match &found.index {
            Some(index) => follow_up::proposals(snapshot, survey, index)?,
            None => Vec::new(),
        };
        Ok((
            results::trend(snapshot, survey)?,
            follow_up::plan(snapshot, Some(survey))?,
            proposals,
        ))
    })?;
    let today = session.today();
    let overdue = plan.iter().filter(|line| line.is_overdue(today)).count();
    let states = |wanted: follow_up::State| plan.iter().filter(|line| line.state == wanted).count();
    let name = |key: &str| {
        let at = survey.instrument.element(key);
        at.map_or(key, |at| said(&survey.instrument.elements[at].name, lang))
            .to_owned()
    };
    let mend = proposals.iter().filter_map(|proposal| {
        let at = survey.instrument.element(&proposal.element)?;
        let element = found.index.as_ref()?.elements.get(at)?;
        let score = element.score().map(|score| figure(&score, lang)).unwrap_or_default();
        let class = element
            .class(survey.instrument.bands.as_ref())
            .map(|band| band.class.as_str())
            .unwrap_or("–");
        Some(words::mend(
            lang,
            name(&proposal.element),
            score,
            class,
            proposal.comments.len(),
        ))
    });
    let missing: Vec<String> = proposals
        .iter()
        .filter(|proposal| !proposal.planned)
        .map(|proposal| name(&proposal.element))
        .collect();
    let mut decide = Vec::new();
    if !missing.is_empty() {
        decide.push(words::decide_plan(lang, missing.join(", ")));
    }
    if overdue > 0 {
        decide.push(words::decide_overdue(lang, overdue));
    }
    if decide.is_empty() {
        decide.push(words::decide_nothing(lang).to_owned());
    }
    let facts = Facts {
        change: answer::change(&trend, lang),
        points: data::points(&trend, lang),
        mend: mend.collect(),
        sure: answer::sure(found, survey.population, lang),
        decide,
        plan: match plan.is_empty() {
            true => words::no_plan(lang).to_owned(),
            false => {
                let open = states(follow_up::State::Open) - overdue;
                words::plan_counts(lang, open, overdue, states(follow_up::State::Done))
            }
        },
        lines: plan
            .iter()
            .take(8)
            .map(|line| {
                let state = super::follow_up::state_words(line, today, lang).to_owned();
                [line.action.clone(), line.owner.clone(), lang.date(line.due), state]
            })
            .collect(),
    };
    Ok(summary::html(&Shown::of(survey, found, lang), &facts, lang))
}
