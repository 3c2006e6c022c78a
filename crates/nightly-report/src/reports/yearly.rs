//! What is handed in once a year: loans and visits per head, the IPLM questionnaire, the IKK ratios.

use pustaka_cli::{Cell, Column, Kind, Lang, Report};
use pustaka_core::Result;
use pustaka_core::reports::tables::Count;
use pustaka_core::reports::tables::iplm::{self, Formula, Iplm, IplmIndex, Scope};
use pustaka_core::reports::tables::{ikk, per_head};
use pustaka_core::surveys::figures::Fixed;

use super::classes::exact;
use super::{Asked, note_missing, told_if_known};
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

pub(crate) fn per_head(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let rows = per_head::per_head(asked.snapshot, asked.span, asked.today)?;
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
        let publish = |count: Option<i64>| count.map(|count| Count::of(count, asked.publish));
        let (count, heads) = (publish(row.count), publish(row.heads));
        let is_kept = [count, heads].contains(&Some(Count::Kept));
        report.row([
            said(row.counted.code(), yearly::of_counted(asked.lang, row.counted)),
            said(row.population.code(), yearly::of_population(asked.lang, row.population)),
            told_if_known(count),
            told_if_known(heads),
            if is_kept { Cell::Kept } else { exact(row.per_head) },
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

pub(crate) fn ikk(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let rows = ikk::ikk(asked.snapshot, asked.span, asked.today)?;
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

pub(crate) fn iplm(asked: &Asked<'_>) -> Result<Vec<Report>> {
    let iplm = iplm::iplm(asked.snapshot, asked.span, asked.today)?;
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
    let mut report = Report::new(
        "fields",
        [
            Column::new("element", yearly::element, Kind::Text),
            Column::new("field", yearly::field, Kind::Text),
            Column::new("event", yearly::event, Kind::Text),
            Column::new("value", words::value, Kind::Text),
        ],
    );
    let lang = asked.lang;
    let rows = supply(iplm, lang).into_iter().chain(demand(iplm, asked));
    for (element, code, field, value) in rows {
        report.row([element.into(), said(code, field), Cell::Empty, value]);
        if code == "outreach-online" {
            for (name, heads) in events(iplm, asked) {
                report.row([
                    element.into(),
                    said("outreach-event", yearly::outreach_event(lang)),
                    name,
                    heads,
                ]);
            }
        }
    }
    report
}

/// An answer: the element it belongs to, its code, its name, and what it is.
type Answer = (&'static str, &'static str, &'static str, Cell);

fn count(count: Option<i64>, lang: Lang) -> Cell {
    count.map_or(Cell::Empty, |count| said(&count.to_string(), lang.count(count)))
}

/// A count as it is told, grouped for people.
fn counted(told: Count, lang: Lang) -> Cell {
    match told {
        Count::Known(known) => count(Some(known), lang),
        Count::Kept => Cell::Kept,
    }
}

/// What there is: titles, librarians, days, and the visits of one.
fn supply(iplm: &Iplm, lang: Lang) -> [Answer; 6] {
    use yearly as w;
    let count = |number| count(number, lang);
    let figure = |figure: Option<Fixed>| {
        let text = figure.map(|figure| figure.to_string());
        text.map_or(Cell::Empty, |text| said(&text, lang.exact(&text)))
    };
    let (onsite, online) = (figure(iplm.visits_onsite_a_day), figure(iplm.visits_online_a_day));
    let printed = count(Some(iplm.printed_titles));
    [
        ("UPLM2", "printed-titles", w::printed_titles(lang), printed),
        (
            "UPLM2",
            "digital-titles",
            w::digital_titles(lang),
            count(iplm.digital_titles),
        ),
        ("UPLM3", "librarians", w::librarians(lang), count(iplm.librarians)),
        ("UPLM4", "open-days", w::open_days(lang), count(Some(iplm.open_days))),
        ("UPLM4", "visits-onsite-a-day", w::visits_onsite(lang), onsite),
        ("UPLM4", "visits-online-a-day", w::visits_online(lang), online),
    ]
}

/// Each event with who came to it, as the questionnaire asks; one empty line where there was none.
fn events(iplm: &Iplm, asked: &Asked<'_>) -> Vec<(Cell, Cell)> {
    let events = iplm.outreach_events.iter().zip(iplm.heads_told(asked.publish));
    let mut lines: Vec<(Cell, Cell)> = events
        .map(|(event, heads)| (event.name.as_str().into(), counted(heads, asked.lang)))
        .collect();
    if lines.is_empty() {
        lines.push((Cell::Empty, Cell::Empty));
    }
    lines
}

/// What stands on paper, and who takes part.
fn demand(iplm: &Iplm, asked: &Asked<'_>) -> [Answer; 6] {
    use yearly as w;
    let lang = asked.lang;
    let count = |number| count(number, lang);
    let (predicate, number) = (iplm.accreditation.clone(), iplm.accreditation_number.clone());
    let onsite = match iplm.outreach_counted {
        true if Count::of(iplm.outreach_onsite, asked.publish) == Count::Kept => Cell::Kept,
        true => said(
            &iplm.outreach_onsite.to_string(),
            w::counted_at_events(lang, lang.count(iplm.outreach_onsite)),
        ),
        false => count(Some(iplm.outreach_onsite)),
    };
    let online = count(iplm.outreach_online);
    let members = counted(Count::of(iplm.members, asked.publish), lang);
    [
        ("UPLM5", "accreditation", w::accreditation(lang), predicate.into()),
        (
            "UPLM5",
            "accreditation-number",
            w::accreditation_number(lang),
            number.into(),
        ),
        ("UPLM6", "outreach-onsite", w::outreach_onsite(lang), onsite),
        ("UPLM6", "outreach-online", w::outreach_online(lang), online),
        ("UPLM7", "members", w::members(lang), members),
        ("", "population", w::population(lang), count(iplm.population)),
    ]
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
    let kept = iplm.kept_elements(asked.publish);
    let unless_kept = |is_kept: bool, cell: Cell| {
        if is_kept && cell != Cell::Empty {
            Cell::Kept
        } else {
            cell
        }
    };
    for (at, scope) in iplm.scopes.iter().enumerate() {
        let scope = match scope {
            Scope::Region => said("region", yearly::region(lang)),
            Scope::Library => said("library", yearly::this_library(lang)),
        };
        let element =
            |index: Option<&IplmIndex>| exact(index.and_then(|index| index.elements.get(at).copied().flatten()));
        let name = said(&format!("uplm{}", at + 1), yearly::of_element(lang, at));
        let [raw, capped] = [raw, capped].map(|index| unless_kept(kept[at], element(index)));
        report.row([name, scope, raw, capped]);
    }
    let value = |index: Option<&IplmIndex>| exact(index.and_then(|index| index.value));
    report.row([
        said("iplm", yearly::index(lang)),
        Cell::Empty,
        unless_kept(kept.contains(&true), value(raw)),
        unless_kept(kept.contains(&true), value(capped)),
    ]);
    let class = capped.and_then(|index| index.class);
    let class = class.map_or(Cell::Empty, |class| said(class.code(), yearly::of_class(lang, class)));
    let class = unless_kept(kept.contains(&true), class);
    report.row([said("class", yearly::class(lang)), Cell::Empty, Cell::Empty, class]);
    report
}
