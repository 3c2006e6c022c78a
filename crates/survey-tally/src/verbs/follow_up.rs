//! `follow-up`: the plan after a survey.

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::surveys::follow_up::{self, FollowUp, NewFollowUp, State};
use pustaka_core::values::ids::{CommentId, FollowUpId};
use serde::Serialize;

use super::{batches, option, typed};
use crate::paper::data::said;
use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    let survey = || {
        Arg::new("survey")
            .value_name(help::survey_value(lang))
            .help(help::survey_optional(lang))
    };
    let number = || {
        Arg::new("number")
            .required(true)
            .value_name(help::number_value(lang))
            .help(help::follow_up_number(lang))
    };
    let list = Command::new("list")
        .about(help::follow_up_list(lang))
        .arg(survey())
        .arg(
            Arg::new("overdue")
                .long("overdue")
                .action(ArgAction::SetTrue)
                .help(help::follow_up_overdue(lang)),
        );
    let add = Command::new("add")
        .about(help::follow_up_add(lang))
        .arg(super::survey_arg(lang))
        .arg(option("action", help::text_value(lang), help::follow_up_action(lang)).required(true))
        .arg(option("owner", help::text_value(lang), help::follow_up_owner(lang)).required(true))
        .arg(option("due", help::day_value(lang), help::follow_up_due(lang)).required(true))
        .arg(option(
            "element",
            help::element_value(lang),
            help::follow_up_element(lang),
        ))
        .arg(option(
            "comment",
            help::number_value(lang),
            help::follow_up_comment(lang),
        ));
    Command::new("follow-up")
        .about(help::follow_up(lang))
        .subcommand_required(true)
        .subcommands([
            list,
            Command::new("propose")
                .about(help::follow_up_propose(lang))
                .arg(super::survey_arg(lang)),
            add,
            Command::new("move")
                .about(help::follow_up_move(lang))
                .arg(number())
                .arg(option("due", help::day_value(lang), help::follow_up_due(lang)).required(true)),
            Command::new("done")
                .about(help::follow_up_done(lang))
                .arg(number())
                .arg(option("outcome", help::text_value(lang), help::follow_up_outcome(lang)).required(true)),
            Command::new("drop")
                .about(help::follow_up_drop(lang))
                .arg(number())
                .arg(option("reason", help::text_value(lang), help::follow_up_reason(lang)).required(true)),
        ])
}

/// A line of the plan as other programs read it.
#[derive(Serialize)]
struct Line<'a> {
    follow_up: FollowUpId,
    survey: &'a str,
    element: Option<&'a str>,
    comment: Option<CommentId>,
    action: &'a str,
    owner: &'a str,
    due: String,
    state: &'static str,
    overdue: bool,
    outcome: Option<&'a str>,
}

impl<'a> Line<'a> {
    fn of(line: &'a FollowUp, today: Date) -> Line<'a> {
        Line {
            follow_up: line.id,
            survey: &line.survey,
            element: line.element.as_deref(),
            comment: line.comment,
            action: &line.action,
            owner: &line.owner,
            due: line.due.to_string(),
            state: line.state.code(),
            overdue: line.is_overdue(today),
            outcome: line.outcome.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Plan<'a> {
    follow_ups: Vec<Line<'a>>,
}

/// How far a line is, in words.
pub(crate) fn state_words(line: &FollowUp, today: Date, lang: Lang) -> &'static str {
    match line.state {
        State::Open if line.is_overdue(today) => words::state_overdue(lang),
        State::Open => words::state_open(lang),
        State::Done => words::state_done(lang),
        State::Dropped => words::state_dropped(lang),
    }
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("propose", of)) => propose(session, of),
        Some(("add", of)) => add(session, of),
        Some(("move", of)) => put_off(session, of),
        Some(("done", of)) => end(session, of, State::Done, "outcome"),
        Some(("drop", of)) => end(session, of, State::Dropped, "reason"),
        Some((_, of)) => list(session, of),
        None => Ok(Status::Done),
    }
}

fn list(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let today = session.today();
    let library = session.open()?;
    let survey = match typed(matches, "survey") {
        Some(_) => Some(super::survey(&library, matches)?),
        None => None,
    };
    let mut plan = library.read(|snapshot| follow_up::plan(snapshot, survey.as_ref()))?;
    let overdue = matches.get_flag("overdue");
    if overdue {
        plan.retain(|line| line.is_overdue(today));
    }
    let mut report = Report::new("follow_ups", columns());
    for line in &plan {
        report.row([
            line.id.0.into(),
            line.survey.as_str().into(),
            line.element.as_deref().into(),
            line.action.as_str().into(),
            line.owner.as_str().into(),
            line.due.into(),
            state_words(line, today, lang).into(),
            line.outcome.as_deref().into(),
        ]);
    }
    let none = plan.is_empty();
    if none {
        report.note(if overdue {
            words::nothing_overdue(lang)
        } else {
            words::no_plan(lang)
        });
    }
    let answer = Plan {
        follow_ups: plan.iter().map(|line| Line::of(line, today)).collect(),
    };
    let answer = Document::new(&answer).with(report);
    // Every night: silent in cron when nothing is late.
    match overdue && none {
        true => session.show_if_watched(answer)?,
        false => session.show(answer)?,
    }
    Ok(Status::Done)
}

fn columns() -> [Column; 8] {
    [
        Column::new("follow_up", words::number, Kind::Number),
        Column::new("survey", words::survey, Kind::Text),
        Column::new("element", words::element, Kind::Text),
        Column::new("action", words::action, Kind::Text),
        Column::new("owner", words::owner, Kind::Text),
        Column::new("due", words::due, Kind::Date),
        Column::new("state", words::state, Kind::Text),
        Column::new("outcome", words::outcome, Kind::Text),
    ]
}

#[derive(Serialize)]
struct Proposed<'a> {
    survey: &'a str,
    proposals: Vec<Proposal<'a>>,
}

#[derive(Serialize)]
struct Proposal<'a> {
    element: &'a str,
    score: Option<String>,
    comments: &'a [CommentId],
    planned: bool,
}

fn propose(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    let found = super::answered(session, &library, &survey, &[])?;
    let Some(index) = &found.index else {
        return Err(Failure::refused("survey.no-index", words::no_index(lang, &survey.key)));
    };
    let proposals = library.read(|snapshot| follow_up::proposals(snapshot, &survey, index))?;
    let columns = [
        Column::new("element", words::element, Kind::Text),
        Column::new("key", words::key, Kind::Text),
        Column::new("score", words::score, Kind::Exact),
        Column::new("comments", words::comments, Kind::Text),
        Column::new("planned", words::planned, Kind::Flag),
    ];
    let mut report = Report::new("proposals", columns);
    let score = |key: &str| {
        let at = survey.instrument.element(key)?;
        index.elements[at].score().map(|score| score.to_string())
    };
    for proposal in &proposals {
        let at = survey.instrument.element(&proposal.element).unwrap_or_default();
        let numbers: Vec<String> = proposal.comments.iter().map(ToString::to_string).collect();
        report.row([
            said(&survey.instrument.elements[at].name, lang).into(),
            proposal.element.as_str().into(),
            score(&proposal.element).map_or(pustaka_cli::Cell::Empty, pustaka_cli::Cell::Exact),
            numbers.into(),
            proposal.planned.into(),
        ]);
    }
    report.note(words::propose_next(lang, &survey.key));
    let proposals = proposals.iter().map(|proposal| Proposal {
        element: &proposal.element,
        score: score(&proposal.element),
        comments: &proposal.comments,
        planned: proposal.planned,
    });
    let answer = Proposed {
        survey: &survey.key,
        proposals: proposals.collect(),
    };
    session.show(Document::new(&answer).with(report))?;
    Ok(Status::Done)
}

fn add(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let text = |name: &str| typed(matches, name).unwrap_or_default().to_owned();
    let comment = typed(matches, "comment")
        .map(|typed| batches::number(typed, lang))
        .transpose()?;
    let new = NewFollowUp {
        survey: text("survey"),
        element: typed(matches, "element").map(str::to_owned),
        comment: comment.map(CommentId),
        action: text("action"),
        owner: text("owner"),
        due: session.date("--due", &text("due"))?,
    };
    let (mut library, act) = session.open_to_write()?;
    let line = library.add_follow_up(&act, &new, session.dry_run())?;
    let answer = Document::new(&Line::of(&line, session.today()));
    match session.dry_run() {
        true => session.show(answer.headed(words::follow_up_would_add(lang)))?,
        false => session.outcome(answer.headed(words::follow_up_added(lang, line.id)))?,
    }
    Ok(Status::Done)
}

fn put_off(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let id = FollowUpId(batches::number(typed(matches, "number").unwrap_or_default(), lang)?);
    let due = session.date("--due", typed(matches, "due").unwrap_or_default())?;
    let (mut library, act) = session.open_to_write()?;
    let line = library.move_follow_up(&act, id, due, session.dry_run())?;
    let due = lang.long_date(line.due);
    let told = match session.dry_run() {
        true => words::follow_up_would_move(lang, id, due),
        false => words::follow_up_moved(lang, id, due),
    };
    session.outcome(Document::new(&Line::of(&line, session.today())).headed(told))?;
    Ok(Status::Done)
}

fn end(session: &mut Session, matches: &ArgMatches, state: State, said: &str) -> Result<Status, Failure> {
    let lang = session.lang();
    let id = FollowUpId(batches::number(typed(matches, "number").unwrap_or_default(), lang)?);
    let outcome = typed(matches, said).unwrap_or_default();
    let (mut library, act) = session.open_to_write()?;
    let line = library.end_follow_up(&act, id, (state, outcome), session.dry_run())?;
    let answer = Document::new(&Line::of(&line, session.today()));
    match session.dry_run() {
        true => session.show(answer.headed(words::follow_up_would_end(lang, id)))?,
        false => session.outcome(answer.headed(words::follow_up_ended(lang, id)))?,
    }
    Ok(Status::Done)
}
