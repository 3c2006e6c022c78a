//! The page as one list of values for CSV, which has room for no more than one: a row for each value that stands on the
//! page, with the list it belongs to, what it is of, which of its values it is, and its days.

use jiff::civil::Date;
use pustaka_cli::{Cell, Column, Document, Kind, Lang, Report};
use pustaka_core::reports::figure::{self, Unit};
use pustaka_core::reports::page::{Attention, Page, Row, Section, Span, SurveyFigure};

use super::change::is_partial;
use super::{classes, said, surveys};
use crate::words::classes::subject;
use crate::words::{attention, figures, page as words};

/// The page as a document of one list.
pub(crate) fn document(lang: Lang, page: &Page) -> Document {
    let mut lines = Lines::new();
    for section in &page.sections {
        for row in &section.rows {
            lines.figure(lang, page, section, row);
        }
    }
    for section in &page.sections {
        for row in &section.rows {
            lines.days(lang, section, row);
        }
    }
    for (class, values) in classes::values(page) {
        lines.class(lang, page, class, values);
    }
    for survey in &page.surveys {
        lines.survey(survey);
    }
    for needed in &page.attention {
        lines.needed(lang, needed);
    }
    Document::from(lines.0)
}

/// What a value is of: its list, the group within it, its key, its name, and the command that shows what is behind it.
#[derive(Clone, Copy)]
struct Of<'a> {
    list: &'static str,
    section: &'a str,
    key: &'a str,
    name: &'a str,
    unit: &'static str,
    command: &'a str,
}

/// How much of what a value tells of is known.
#[derive(Clone, Copy)]
enum Recorded {
    Whole,
    Part,
    Nothing,
}

impl Recorded {
    fn of<T>(value: Option<T>, partly: bool) -> Recorded {
        match (value, partly) {
            (None, _) => Recorded::Nothing,
            (Some(_), true) => Recorded::Part,
            (Some(_), false) => Recorded::Whole,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Recorded::Whole => "whole",
            Recorded::Part => "part",
            Recorded::Nothing => "none",
        }
    }
}

/// The list.
struct Lines(Report);

impl Lines {
    fn new() -> Lines {
        let text = |key, heading| Column::new(key, heading, Kind::Text);
        Lines(Report::new(
            "lines",
            [
                text("list", words::list),
                text("section", words::section),
                text("key", words::key),
                text("name", words::name),
                text("measure", words::measure),
                Column::new("from", words::from, Kind::Date),
                Column::new("to", words::to, Kind::Date),
                text("value", words::value),
                text("unit", words::unit),
                text("recorded", words::recorded),
                text("command", words::command),
            ],
        ))
    }

    fn put(&mut self, of: Of<'_>, measure: &'static str, days: [Option<Date>; 2], value: Cell, recorded: Recorded) {
        let [from, to] = days;
        // A command leads to what is behind one value; those before and beside it have no command of their own.
        let leads = of.list != "days" && !["day", "month_before", "year_before"].contains(&measure);
        self.0.row([
            of.list.into(),
            of.section.into(),
            of.key.into(),
            of.name.into(),
            measure.into(),
            from.into(),
            to.into(),
            value,
            of.unit.into(),
            recorded.code().into(),
            leads.then_some(of.command).into(),
        ]);
    }

    /// A figure in its spans; what stands at the end of a day has that day.
    fn figure(&mut self, lang: Lang, page: &Page, section: &Section, row: &Row) {
        let spans = &page.spans;
        for (measure, value, span) in [
            ("day", row.day, Span::of(page.day)),
            ("month", row.month, spans.month),
            ("month_before", row.month_before, spans.month_before),
            ("year_before", row.year_before, spans.year_before),
        ] {
            let days = match row.figure.kind() {
                figure::Kind::Flow => span,
                figure::Kind::Level => Span::of(span.last),
            };
            let recorded = Recorded::of(value, is_partial(row, span));
            let of = figure_of(lang, "figures", section, row);
            self.put(of, measure, within(days), value.into(), recorded);
        }
    }

    fn days(&mut self, lang: Lang, section: &Section, row: &Row) {
        for (day, value) in &row.days {
            let of = figure_of(lang, "days", section, row);
            let recorded = Recorded::of(*value, false);
            self.put(of, "day", within(Span::of(*day)), (*value).into(), recorded);
        }
    }

    /// Loans of a class; they are known as far as the loans are.
    fn class(&mut self, lang: Lang, page: &Page, class: &str, [month, before, year]: [Option<i64>; 3]) {
        let spans = &page.spans;
        let command = said::classes_command(page);
        let of = Of {
            list: "classes",
            section: "",
            key: class,
            name: subject(lang, class),
            unit: "count",
            command: &command,
        };
        let [of_month, of_before, of_year] = classes::partly(page);
        for (measure, value, span, partly) in [
            ("month", month, spans.month, of_month),
            ("month_before", before, spans.month_before, of_before),
            ("year_before", year, spans.year_before, of_year),
        ] {
            self.put(of, measure, within(span), value.into(), Recorded::of(value, partly));
        }
    }

    fn survey(&mut self, survey: &SurveyFigure) {
        let command = surveys::command(survey);
        let of = |unit| Of {
            list: "surveys",
            section: "",
            key: &survey.survey,
            name: &survey.name,
            unit,
            command: &command,
        };
        let exact = |figure: Option<&String>| figure.map_or(Cell::Empty, |figure| Cell::Exact(figure.clone()));
        let interval = survey.interval95.as_ref();
        for (measure, unit, value) in [
            ("respondents", "count", survey.respondents.into()),
            ("index", "index", exact(Some(&survey.index))),
            ("class", "class", survey.class.as_str().into()),
            ("interval_low", "index", exact(interval.map(|[low, _]| low))),
            ("interval_high", "index", exact(interval.map(|[_, high]| high))),
            ("before", "index", exact(survey.before.as_ref())),
        ] {
            let known = (value != Cell::Empty).then_some(());
            self.put(
                of(unit),
                measure,
                [None, Some(survey.closes)],
                value,
                Recorded::of(known, false),
            );
        }
    }

    fn needed(&mut self, lang: Lang, needed: &Attention) {
        let of = Of {
            list: "attention",
            section: "",
            key: needed.code.code(),
            name: attention::name(lang, needed.code),
            unit: "count",
            command: &needed.command,
        };
        let count = Cell::from(needed.count);
        self.put(of, "count", [None, None], count, Recorded::Whole);
    }
}

fn within(span: Span) -> [Option<Date>; 2] {
    [Some(span.first), Some(span.last)]
}

fn figure_of<'a>(lang: Lang, list: &'static str, section: &'a Section, row: &'a Row) -> Of<'a> {
    Of {
        list,
        section: section.code.code(),
        key: row.figure.code(),
        name: figures::name(lang, row.figure),
        unit: match row.figure.unit() {
            Unit::Count => "count",
            Unit::Rupiah => "rupiah",
        },
        command: &row.command,
    }
}
