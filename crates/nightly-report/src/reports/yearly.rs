//! What is handed in once a year: loans and visits per head, the IPLM questionnaire, the IKK ratios.

use pustaka_cli::{Cell, Column, Failure, Kind, Report};
use pustaka_core::reports::tables::iplm::{Formula, Iplm, IplmIndex, Scope};
use pustaka_core::surveys::figures::Fixed;

use super::classes::exact;
use super::{Asked, note_missing};
use crate::words::{report as words, yearly};

/// Facts that are missing, each once.
fn once(missing: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    let mut once = Vec::new();
    for name in missing {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// A code, and how people say it.
fn said(code: &str, words: impl Into<String>) -> Cell {
    Cell::Code(code.to_owned(), words.into())
}

fn named(missing: &[&'static str]) -> Cell {
    match missing.is_empty() {
        true => Cell::Empty,
        false => missing.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>().into(),
    }
}

pub(crate) fn per_head(asked: &Asked<'_>) -> Result<Vec<Report>, Failure> {
    let rows = asked.library.per_head(asked.span, asked.today)?;
    let mut report = Report::new(
        "rows",
        [
            Column::new("counted", words::figure, Kind::Text),
            Column::new("population", words::population, Kind::Text),
            Column::new("count", words::count, Kind::Integer),
            Column::new("heads", words::heads, Kind::Integer),
            Column::new("per_head", words::per_one, Kind::Exact),
            Column::new("missing", words::lacking, Kind::Text),
        ],
    );
    for row in &rows {
        report.row([
            said(row.counted.code(), yearly::of_counted(asked.lang, row.counted)),
            said(row.population.code(), yearly::of_population(asked.lang, row.population)),
            row.count.into(),
            row.heads.into(),
            exact(row.per_head),
            named(&row.missing),
        ]);
    }
    note_missing(
        &mut report,
        &once(rows.iter().flat_map(|row| row.missing.clone())),
        asked,
    );
    Ok(vec![report])
}

pub(crate) fn ikk(asked: &Asked<'_>) -> Result<Vec<Report>, Failure> {
    let rows = asked.library.ikk(asked.span, asked.today)?;
    let mut report = Report::new(
        "rows",
        [
            Column::new("ratio", words::line, Kind::Text),
            Column::new("top", words::top, Kind::Integer),
            Column::new("bottom", words::bottom, Kind::Integer),
            Column::new("percent", words::percent, Kind::Exact),
            Column::new("reached", words::reached, Kind::Flag),
            Column::new("missing", words::lacking, Kind::Text),
        ],
    );
    for row in &rows {
        report.row([
            said(row.line.code(), yearly::of_line(asked.lang, row.line)),
            row.top.into(),
            row.bottom.into(),
            exact(row.percent),
            row.reached.into(),
            named(&row.missing),
        ]);
    }
    note_missing(
        &mut report,
        &once(rows.iter().flat_map(|row| row.missing.clone())),
        asked,
    );
    Ok(vec![report])
}

pub(crate) fn iplm(asked: &Asked<'_>) -> Result<Vec<Report>, Failure> {
    let iplm = asked.library.iplm(asked.span, asked.today)?;
    let mut index = index(&iplm, asked);
    let missing = iplm.indexes.iter().flat_map(|index| index.missing.clone());
    note_missing(&mut index, &once(missing), asked);
    if iplm.scopes.contains(&Scope::Library) {
        index.note(yearly::only_this_library(asked.lang));
    }
    Ok(vec![fields(&iplm, asked), index])
}

/// The answers of the questionnaire, in its order.
fn fields(iplm: &Iplm, asked: &Asked<'_>) -> Report {
    let lang = asked.lang;
    let mut report = Report::new(
        "fields",
        [
            Column::new("element", yearly::element, Kind::Text),
            Column::new("field", yearly::field, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    );
    let number = |number: i64, words: String| said(&number.to_string(), words);
    let count = |count: Option<i64>| count.map_or(Cell::Empty, |count| number(count, lang.count(count)));
    let figure = |figure: Option<Fixed>| {
        figure.map_or(Cell::Empty, |figure| {
            said(&figure.to_string(), lang.exact(&figure.to_string()))
        })
    };
    let people = lang.count(iplm.outreach_onsite);
    let onsite = match iplm.outreach_counted {
        true => number(iplm.outreach_onsite, yearly::counted_at_events(lang, people)),
        false => number(iplm.outreach_onsite, people),
    };
    let rows = [
        (
            "UPLM2",
            "printed-titles",
            yearly::printed_titles(lang),
            count(Some(iplm.printed_titles)),
        ),
        (
            "UPLM2",
            "digital-titles",
            yearly::digital_titles(lang),
            count(iplm.digital_titles),
        ),
        ("UPLM3", "librarians", yearly::librarians(lang), count(iplm.librarians)),
        (
            "UPLM4",
            "open-days",
            yearly::open_days(lang),
            count(Some(iplm.open_days)),
        ),
        (
            "UPLM4",
            "visits-onsite-a-day",
            yearly::visits_onsite(lang),
            figure(iplm.visits_onsite_a_day),
        ),
        (
            "UPLM4",
            "visits-online-a-day",
            yearly::visits_online(lang),
            figure(iplm.visits_online_a_day),
        ),
        (
            "UPLM5",
            "accreditation",
            yearly::accreditation(lang),
            iplm.accreditation.clone().into(),
        ),
        (
            "UPLM5",
            "accreditation-number",
            yearly::accreditation_number(lang),
            iplm.accreditation_number.clone().into(),
        ),
        ("UPLM6", "outreach-onsite", yearly::outreach_onsite(lang), onsite),
        (
            "UPLM6",
            "outreach-online",
            yearly::outreach_online(lang),
            count(iplm.outreach_online),
        ),
        (
            "UPLM6",
            "outreach-names",
            yearly::outreach_names(lang),
            iplm.outreach_names.clone().into(),
        ),
        ("UPLM7", "members", yearly::members(lang), count(Some(iplm.members))),
        ("", "population", yearly::population(lang), count(iplm.population)),
    ];
    for (element, code, field, value) in rows {
        report.row([element.into(), said(code, field), value]);
    }
    report
}

/// The elements and the index, by both formulas.
fn index(iplm: &Iplm, asked: &Asked<'_>) -> Report {
    let lang = asked.lang;
    let mut report = Report::new(
        "index",
        [
            Column::new("element", yearly::element, Kind::Text),
            Column::new("scope", yearly::scope, Kind::Text),
            Column::new("raw", yearly::formula_raw, Kind::Exact),
            Column::new("capped", yearly::formula_capped, Kind::Exact),
        ],
    );
    let of = |formula: Formula| iplm.indexes.iter().find(|index| index.formula == formula);
    let (raw, capped) = (of(Formula::Raw), of(Formula::Capped));
    for (at, scope) in iplm.scopes.iter().enumerate() {
        let scope = match scope {
            Scope::Region => said("region", yearly::region(lang)),
            Scope::Library => said("library", yearly::this_library(lang)),
        };
        let element =
            |index: Option<&IplmIndex>| exact(index.and_then(|index| index.elements.get(at).copied().flatten()));
        let name = said(&format!("uplm{}", at + 1), yearly::of_element(lang, at));
        report.row([name, scope, element(raw), element(capped)]);
    }
    let value = |index: Option<&IplmIndex>| exact(index.and_then(|index| index.value));
    report.row([
        said("iplm", yearly::index(lang)),
        Cell::Empty,
        value(raw),
        value(capped),
    ]);
    let class = capped.and_then(|index| index.class);
    let class = class.map_or(Cell::Empty, |class| said(class.code(), yearly::of_class(lang, class)));
    report.row([said("class", yearly::class(lang)), Cell::Empty, Cell::Empty, class]);
    report
}
