//! The form: a page to be printed, and the text to paste into an online form.

use std::fmt::Write as _;

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::surveys::instrument::{Choice, Instrument, Kind, Question};

use super::data::said;
use super::page::page;
use crate::words::poster as words;

const STYLE: &str = "
.sheet { font-size: 9.5pt; padding: 9mm 14mm 7mm; line-height: 1.22 }
.head { text-align: center; border-bottom: .6mm solid #111; padding-bottom: 2mm }
.head h1 { font-size: 15pt }
.hint { margin: 1.5mm 0; font-style: italic }
h2 { font-size: 11pt; margin: 2mm 0 .6mm; background: #e2ebf5; padding: .6mm 2mm }
.asked { break-inside: avoid; margin: 1mm 0 }
.asked p { font-weight: 600 }
.answers { display: grid; grid-template-columns: repeat(4, 1fr); gap: .5mm 3mm; padding-left: 5mm }
.answers span::before { content: '☐ '; font-size: 11pt; line-height: 1 }
.answers.wide { grid-template-columns: repeat(2, 1fr) }
.line { border-bottom: .25mm dotted #333; height: 6mm; margin-left: 5mm }
.end { text-align: center; margin-top: 2.5mm; font-weight: 700 }
@media screen and (max-width: 150mm) { .answers { grid-template-columns: 1fr 1fr } }
";

/// One question as it is asked.
struct Asked<'a> {
    number: Option<usize>,
    text: &'a str,
    kind: Kind,
    choices: &'a [Choice],
    other: bool,
}

/// The form as a page for paper.
pub(crate) fn html(instrument: &Instrument, order: &str, unit: &str, lang: Lang) -> String {
    let (elements, before, after) = asked(instrument, order, lang);
    let body = html! {
        header.head {
            h1 { (words::questionnaire(lang)) " " (said(&instrument.name, lang).to_uppercase()) }
            p { (unit) }
        }
        p.hint { (words::instruction(lang)) }
        @if !before.is_empty() { h2 { (words::about_you(lang)) } @for one in &before { (question(one, lang)) } }
        @if !elements.is_empty() { h2 { (words::about_service(lang)) } @for one in &elements { (question(one, lang)) } }
        @for one in &after { (question(one, lang)) }
        p.end { (words::thank_you(lang)) }
    };
    page(lang, &format!("{} {unit}", words::questionnaire(lang)), STYLE, &body)
}

/// Elements in their order, the questions about the respondent, and the rest. The day is the form's own affair.
fn asked<'a>(instrument: &'a Instrument, order: &str, lang: Lang) -> (Vec<Asked<'a>>, Vec<Asked<'a>>, Vec<Asked<'a>>) {
    let elements = (1..).zip(instrument.in_order(order)).map(|(number, at)| Asked {
        number: Some(number),
        text: said(&instrument.elements[at].question, lang),
        kind: Kind::Scale,
        choices: instrument.answers(at),
        other: false,
    });
    let of = |question: &'a Question| Asked {
        number: None,
        text: said(&question.question, lang),
        kind: question.kind,
        choices: &question.choices,
        other: question.other && question.kind != Kind::Number,
    };
    let questions = || {
        instrument
            .questions
            .iter()
            .filter(|question| question.kind != Kind::Day)
    };
    let about = |question: &&Question| question.kind != Kind::Text;
    (
        elements.collect(),
        questions().filter(about).map(of).collect(),
        questions().filter(|question| !about(question)).map(of).collect(),
    )
}

fn question(asked: &Asked<'_>, lang: Lang) -> Markup {
    let longest = asked
        .choices
        .iter()
        .map(|choice| said(&choice.words, lang).chars().count())
        .max()
        .unwrap_or(0);
    html! {
        div.asked {
            p {
                @if let Some(number) = asked.number { (number) ". " }
                (asked.text)
                @if asked.kind == Kind::Choices { " (" (words::several(lang)) ")" }
            }
            @if asked.choices.is_empty() {
                div.line {}
                @if asked.kind == Kind::Text { div.line {} div.line {} }
            } @else {
                div.answers.wide[longest > 26] {
                    @for choice in asked.choices { span { (said(&choice.words, lang)) } }
                    @if asked.other { span { (words::other(lang)) } }
                }
            }
        }
    }
}

/// The form as text: one question after the other with its answers, to be pasted into an online form.
pub(crate) fn text(instrument: &Instrument, order: &str, unit: &str, lang: Lang) -> String {
    let (elements, before, after) = asked(instrument, order, lang);
    let mut text = format!(
        "{}\n{unit}\n\n{}\n",
        said(&instrument.name, lang),
        words::form_privacy(lang)
    );
    let all = before.iter().chain(&elements).chain(&after);
    for one in all {
        let kind = match one.kind {
            Kind::Choices => words::form_several(lang),
            Kind::Text => words::form_text(lang),
            Kind::Number if one.choices.is_empty() => words::form_number(lang),
            Kind::Choice if one.choices.is_empty() => words::form_text(lang),
            Kind::Scale | Kind::Choice | Kind::Number | Kind::Day => words::form_single(lang),
        };
        // Writing to a string can't fail.
        let _ = write!(text, "\n{}\n[{kind}]\n", one.text);
        for choice in one.choices {
            let _ = writeln!(text, "{}", said(&choice.words, lang));
        }
        if one.other {
            let _ = writeln!(text, "{}", words::other(lang));
        }
    }
    text
}
