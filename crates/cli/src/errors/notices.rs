//! Why the notices say no, in words.

use pustaka_core::notices::Refusal;
use pustaka_core::notices::template::{Field, Problem, ProblemCode, Section};

use super::library::Sentence;
use crate::lang::Lang;
use crate::words::notices as words;

pub(super) fn stated(refusal: &Refusal, lang: Lang) -> Sentence {
    match refusal {
        Refusal::Template { problems } => {
            let said = Sentence::new(words::template_refused(lang, problems.len()));
            let reasons = problems
                .iter()
                .map(|problem| (problem.code.code(), of_problem(problem, lang)));
            said.because(reasons).hint(words::template_hint(lang))
        }
    }
}

/// What is wrong with a template, and where.
fn of_problem(problem: &Problem, lang: Lang) -> String {
    let found = &problem.found;
    let what = match problem.code {
        ProblemCode::Outside => words::outside(lang).to_owned(),
        ProblemCode::UnknownSection => {
            words::unknown_section(lang, found, listed(Section::ALL.iter().map(|s| s.code())))
        }
        ProblemCode::Twice => words::twice(lang, found),
        ProblemCode::NoSection => words::no_section(lang, found),
        ProblemCode::UnknownField => words::unknown_field(lang, found),
        ProblemCode::StrayBrace => words::stray_brace(lang, found),
        ProblemCode::MissingField => words::missing_field(lang, found),
        ProblemCode::TitlesOutsideMail => words::titles_outside_mail(lang).to_owned(),
        ProblemCode::TitlesWithName => words::titles_with_name(lang).to_owned(),
        ProblemCode::TooLong => words::too_long(lang, found),
        ProblemCode::Lines => words::lines(lang).to_owned(),
        ProblemCode::Hidden => words::hidden(lang, found),
    };
    let place = words::place(lang, problem.line, problem.column, what);
    match problem.nearest.filter(|near| near != found) {
        Some(near) if Field::from_code(near).is_some() => {
            format!("{place} {}", words::meant(lang, format!("{{{near}}}")))
        }
        Some(near) => format!("{place} {}", words::meant(lang, format!("== {near}"))),
        None => place,
    }
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
