//! What readers said in the last surveys: index, class, and how sure it is.

use maud::{Markup, html};
use pustaka_cli::{Lang, visible};
use pustaka_core::reports::page::{Page, SurveyFigure};

use super::chart;
use crate::words::page as words;

/// The surveys.
pub(super) fn section(lang: Lang, page: &Page) -> Markup {
    html! {
        section id="surveys" {
            h2 { (words::surveys(lang)) a.def href="#def-surveys" { (words::definition(lang)) } }
            @if page.surveys.is_empty() { p { (words::no_survey(lang)) } }
            div.surveys { @for survey in &page.surveys { (card(lang, survey)) } }
        }
    }
}

fn card(lang: Lang, survey: &SurveyFigure) -> Markup {
    let count = lang.count(i64::try_from(survey.respondents).unwrap_or(i64::MAX));
    let said = match &survey.interval95 {
        Some([low, high]) => words::interval(lang, lang.exact(low), lang.exact(high)),
        None => words::no_interval(lang).to_owned(),
    };
    let (sign, change) = change(lang, survey);
    html! {
        article.card.survey {
            h3 { (visible(&survey.name)) }
            p.about { (words::survey_of(lang, count, lang.long_date(survey.closes))) }
            div.both {
                div {
                    p.big.num {
                        (lang.exact(&survey.index))
                        @if !survey.class.is_empty() { small { (words::survey_class(lang, &survey.class)) } }
                    }
                    ul.changes { li { span.sign aria-hidden="true" { (sign) } span { (change) } } }
                }
                @if let Some(index) = hundredths(&survey.index) { (range(lang, survey, index)) }
            }
            p { (said) }
            p.about { (legend(lang, survey)) }
            p { (super::html::command(&command(survey))) }
        }
    }
}

fn range(lang: Lang, survey: &SurveyFigure, index: i64) -> Markup {
    let interval = survey
        .interval95
        .as_ref()
        .and_then(|[low, high]| Some([hundredths(low)?, hundredths(high)?]));
    let before = survey.before.as_deref().and_then(hundredths);
    chart::range(lang, index, interval, before)
}

/// What the signs of the range are.
fn legend(lang: Lang, survey: &SurveyFigure) -> String {
    let signs = [
        Some(words::sign_of_index(lang)),
        survey.interval95.as_ref().map(|_| words::sign_of_interval(lang)),
        survey.before.as_ref().map(|_| words::sign_of_before(lang)),
    ];
    let signs: Vec<&str> = signs.into_iter().flatten().collect();
    format!("{}.", signs.join(", "))
}

/// How the index stands to the one before: a sign, and words.
fn change(lang: Lang, survey: &SurveyFigure) -> (&'static str, String) {
    let Some(before) = &survey.before else {
        return ("", words::index_first(lang).to_owned());
    };
    let shown = lang.exact(before);
    match hundredths(&survey.index).cmp(&hundredths(before)) {
        std::cmp::Ordering::Greater => ("▲", words::index_up(lang, shown)),
        std::cmp::Ordering::Less => ("▼", words::index_down(lang, shown)),
        std::cmp::Ordering::Equal => ("=", words::index_same(lang, shown)),
    }
}

/// The command that shows a survey.
pub(super) fn command(survey: &SurveyFigure) -> String {
    format!("survey-tally show {}", survey.survey)
}

/// An exact figure in hundredths, for its place in a drawing: `87.28` is 8,728. Further places are cut.
fn hundredths(figure: &str) -> Option<i64> {
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let digits: String = part.chars().chain("00".chars()).take(2).collect();
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = digits.parse().ok()?;
    whole.checked_mul(100)?.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn an_index_has_its_place() {
        for (figure, place) in [
            ("87.28", Some(8_728)),
            ("85.9", Some(8_590)),
            ("100", Some(10_000)),
            ("3.1234", Some(312)),
            ("", None),
            ("x.1", None),
            ("9223372036854775807.00", None),
        ] {
            assert_eq!(hundredths(figure), place, "{figure}");
        }
    }
}
