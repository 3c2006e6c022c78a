//! What the surveys came to, for the page.

use jiff::civil::Date;

use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::page::SurveyFigure;
use crate::surveys::results::{Results, results, trend};
use crate::surveys::{self, Survey};

/// The last survey of each instrument that publishes an index and was over by a day, the newest first. What too few
/// answered is not shown.
pub(super) fn figures(snapshot: &Snapshot<'_>, day: Date) -> Result<Vec<SurveyFigure>> {
    let mut all = surveys::list(snapshot)?;
    all.retain(|survey| survey.closes <= day);
    all.sort_by_key(|survey| std::cmp::Reverse((survey.closes, survey.id)));
    let mut instruments: Vec<String> = Vec::new();
    let mut figures = Vec::new();
    for survey in all {
        if instruments.contains(&survey.instrument.key) {
            continue;
        }
        let found = results(snapshot, &survey, &[])?;
        if let Some(figure) = figure(snapshot, &survey, &found)? {
            instruments.push(survey.instrument.key);
            figures.push(figure);
        }
    }
    Ok(figures)
}

fn figure(snapshot: &Snapshot<'_>, survey: &Survey, found: &Results) -> Result<Option<SurveyFigure>> {
    let bands = survey.instrument.bands.as_ref();
    let (Some(index), Some(bands), true) = (&found.index, bands, found.is_publishable()) else {
        return Ok(None);
    };
    let periods = trend(snapshot, survey)?;
    let before = periods.iter().rev().find(|period| period.point.survey != survey.key);
    let interval = found.interval.as_ref();
    Ok(Some(SurveyFigure {
        survey: survey.key.clone(),
        name: survey.name.clone(),
        closes: survey.closes,
        respondents: found.gathered.respondents,
        index: index.value().to_string(),
        class: index
            .class(Some(bands))
            .map_or_else(String::new, |band| band.class.clone()),
        interval95: interval.map(|interval| [interval.low.to_string(), interval.high.to_string()]),
        before: before.map(|period| period.point.index.round(2).to_string()),
    }))
}
