//! What an import answers: JSON for programs, a short summary for people.

use pustaka_cli::import::{self, At, Counted, Told, short};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report};
use pustaka_core::members::{Field, Notice};
use pustaka_formats::members::Never;
use serde::Serialize;

use super::source::heading;
use super::{Done, NAMES};
use crate::record::{Whole, notice};
use crate::words::import as words;

/// So many changes are listed for people; JSON has more of them.
const CHANGES: usize = 40;

/// `records` is the sum of blank, imported, unchanged and rejected ones.
#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    dialect: &'static str,
    encoding: &'a str,
    delimiter: Option<String>,
    stored: bool,
    records: u64,
    blank: u64,
    imported: u64,
    unchanged: u64,
    rejected: u64,
    members: Members,
    types: &'a [String],
    never_read: Vec<Left<'a>>,
    warnings: Vec<Warning>,
    changes: Vec<Change<'a>>,
    rejects: Option<String>,
    #[serde(flatten)]
    dry_run: Option<DryRun<'a>>,
}

#[derive(Serialize)]
struct Members {
    new: u64,
    unchanged: u64,
    updated: u64,
    differing: u64,
}

#[derive(Serialize)]
struct Left<'a> {
    header: &'a str,
    what: &'static str,
}

#[derive(Serialize)]
struct Warning {
    code: &'static str,
    count: u64,
    first: Place,
}

#[derive(Serialize)]
struct Place {
    line: u64,
    column: Option<&'static str>,
}

#[derive(Serialize)]
struct Change<'a> {
    line: u64,
    card: &'a str,
    field: &'static str,
    before: &'a str,
    after: &'a str,
}

/// What a dry run shows beside the counts.
#[derive(Serialize)]
struct DryRun<'a> {
    dry_run: bool,
    header_line: Option<u64>,
    columns: Vec<Col<'a>>,
    preview: Vec<Row<'a>>,
    rejected_rows: Vec<Rejected<'a>>,
}

#[derive(Serialize)]
struct Col<'a> {
    header: &'a str,
    field: Option<&'static str>,
}

#[derive(Serialize)]
struct Row<'a> {
    line: u64,
    member: Whole<'a>,
}

#[derive(Serialize)]
struct Rejected<'a> {
    line: u64,
    column: Option<&'a str>,
    code: &'a str,
    reason: &'a str,
}

/// The answer.
pub(super) fn document(lang: Lang, done: &Done) -> Document {
    let mut document = Document::new(&json(done));
    for report in reports(lang, done) {
        document = document.with(report);
    }
    document
}

fn json(done: &Done) -> Answer<'_> {
    let outcome = &done.outcome;
    let changes = outcome.changes.iter().map(|one| Change {
        line: one.line,
        card: &one.card,
        field: one.change.field.code(),
        before: &one.change.before,
        after: &one.change.after,
    });
    let warnings = outcome.warnings.iter().map(|tallied| Warning {
        code: tallied.first.code,
        count: tallied.count,
        first: Place {
            line: tallied.line,
            column: tallied.first.field.map(Field::code),
        },
    });
    let never = done.never.iter().map(|(header, never)| Left {
        header,
        what: never.as_str(),
    });
    Answer {
        file: &done.file,
        dialect: done.shape.dialect.as_str(),
        encoding: &done.shape.encoding,
        delimiter: done.shape.delimiter.map(|sign| char::from(sign).to_string()),
        stored: outcome.stored,
        records: outcome.records,
        blank: outcome.blank,
        imported: outcome.imported,
        unchanged: outcome.unchanged,
        rejected: outcome.rejected,
        members: Members {
            new: outcome.members.new,
            unchanged: outcome.members.unchanged,
            updated: outcome.members.updated,
            differing: outcome.members.differing,
        },
        types: &outcome.types,
        never_read: never.collect(),
        warnings: warnings.collect(),
        changes: changes.collect(),
        rejects: done.rejects.as_ref().map(|path| path.display().to_string()),
        dry_run: done.dry_run.then(|| dry_run(done)),
    }
}

fn dry_run(done: &Done) -> DryRun<'_> {
    let columns = done.shape.columns.iter().map(|column| Col {
        header: &column.header,
        field: column.field.map(|field| field.as_str()),
    });
    let preview = done.outcome.preview.iter().map(|row| Row {
        line: row.line,
        member: Whole::of(&row.member),
    });
    let rejected = done.rejected.iter().map(|row| Rejected {
        line: row.line,
        column: row.column.as_deref(),
        code: row.code,
        reason: &row.reason,
    });
    DryRun {
        dry_run: true,
        header_line: done.shape.header_line,
        columns: columns.collect(),
        preview: preview.collect(),
        rejected_rows: rejected.collect(),
    }
}

fn reports(lang: Lang, done: &Done) -> Vec<Report> {
    let outcome = &done.outcome;
    let mut reports = vec![counts(lang, done)];
    if !outcome.warnings.is_empty() {
        reports.push(warnings(lang, done));
    }
    if done.dry_run && !done.rejected.is_empty() {
        reports.push(import::rejected(lang, &done.rejected, outcome.rejected));
    }
    if !outcome.changes.is_empty() {
        reports.push(changes(lang, done));
    }
    let aside: Vec<String> = done.never.iter().map(|(header, _)| header.clone()).collect();
    if done.dry_run {
        reports.push(import::columns(lang, &done.shape, &aside));
        if !outcome.preview.is_empty() {
            reports.push(preview(lang, done));
        }
    }
    if let Some(last) = reports.last_mut() {
        // Who did not look first must see it, too: a column of types that is not read makes everybody `umum`.
        if !done.dry_run
            && let Some(unread) = import::not_read(lang, &done.shape, &aside)
        {
            last.note(unread);
        }
        if !done.never.is_empty() {
            last.note(words::never(lang, never(lang, &done.never)));
        }
        if !outcome.types.is_empty() {
            last.note(words::types_made(lang, outcome.types.join(", ")));
        }
        if let Some(path) = &done.rejects {
            import::rejects_at(last, path, lang);
        }
        if done.dry_run && outcome.rejected == 0 && outcome.imported > 0 {
            last.note(words::next_import(lang));
        }
    }
    reports
}

fn counts(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("count", words::count, Kind::Text),
        Column::new("number", words::number, Kind::Integer),
    ];
    let outcome = &done.outcome;
    let title = format!(
        "{}\n{}",
        summary(lang, done),
        import::how_read(lang, &done.shape, done.dry_run)
    );
    let mut report = Report::new("counts", columns).titled(title);
    report.row([words::records(lang).into(), outcome.records.into()]);
    let lesser = [
        (words::new(lang), outcome.members.new),
        (words::updated(lang), outcome.members.updated),
        (words::unchanged(lang), outcome.members.unchanged),
        (words::differing(lang), outcome.members.differing),
        (words::blank(lang), outcome.blank),
        (words::rejected(lang), outcome.rejected),
    ];
    for (label, number) in lesser.into_iter().filter(|(_, number)| *number > 0) {
        report.row([label.into(), number.into()]);
    }
    report
}

fn summary(lang: Lang, done: &Done) -> String {
    let (file, outcome) = (&done.file, &done.outcome);
    let count = |number: u64| lang.count(i64::try_from(number).unwrap_or(i64::MAX));
    match (outcome.stored, outcome.imported) {
        (true, rows) => words::imported(lang, file, count(rows)),
        _ if outcome.rejected > 0 && !done.skip => words::not_stored(lang, file),
        (false, 0) if outcome.records == outcome.blank => words::no_rows(lang, file),
        (false, 0) => words::nothing_new(lang, file, count(outcome.unchanged)),
        (false, rows) => words::would_import(lang, file, count(rows)),
    }
}

fn warnings(lang: Lang, done: &Done) -> Report {
    let told = done.outcome.warnings.iter().map(|tallied| Told {
        code: tallied.first.code,
        count: tallied.count,
        line: tallied.line,
        column: tallied.first.field.map(|field| heading(&done.shape, field)),
        found: &tallied.first.found,
        stored: &tallied.first.stored,
        meaning: meaning(lang, tallied.first.code),
    });
    import::warnings(lang, told)
}

fn meaning(lang: Lang, code: &str) -> Option<&'static str> {
    let noticed = Notice::from_code(code).map(|code| notice(lang, code));
    noticed.or_else(|| import::mended(lang, code))
}

fn changes(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("line", words::line, Kind::Number),
        Column::new("card", crate::words::result::card, Kind::Text),
        Column::new("field", crate::words::result::field, Kind::Text),
        Column::new("before", words::here, Kind::Text),
        Column::new("after", words::in_file, Kind::Text),
    ];
    let mut report = Report::new("changes", columns).titled(words::changes(lang));
    for one in done.outcome.changes.iter().take(CHANGES) {
        report.row([
            one.line.into(),
            one.card.clone().into(),
            one.change.field.code().into(),
            short(&one.change.before).into(),
            short(&one.change.after).into(),
        ]);
    }
    let more = done.outcome.changes.len().saturating_sub(CHANGES);
    if more > 0 {
        report.note(words::more_rows(lang, more));
    }
    if done.outcome.members.differing > 0 {
        report.note(words::update_takes(lang));
    }
    report
}

fn preview(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("line", words::line, Kind::Number),
        Column::new("field", crate::words::result::field, Kind::Text),
        Column::new("value", crate::words::result::value, Kind::Text),
    ];
    let mut report = Report::new("preview", columns).titled(words::first_rows(lang));
    for row in &done.outcome.preview {
        for field in Field::ALL {
            let value = row.member.show(*field);
            if !value.is_empty() {
                report.row([row.line.into(), field.code().into(), short(&value).into()]);
            }
        }
    }
    report
}

fn never(lang: Lang, all: &[(String, Never)]) -> String {
    let named = all
        .iter()
        .map(|(header, never)| format!("`{}` ({})", short(header), why(lang, *never)));
    named.collect::<Vec<_>>().join(", ")
}

fn why(lang: Lang, never: Never) -> &'static str {
    match never {
        Never::Religion => words::religion(lang),
        Never::MaritalStatus => words::marital_status(lang),
        Never::Mother => words::mother(lang),
        Never::Secret => words::secret(lang),
        Never::FamilyCard => words::family_card(lang),
        Never::BloodGroup => words::blood_group(lang),
    }
}

/// The refusal that rejected rows are.
pub(super) fn rejection(lang: Lang, done: &Done) -> Failure {
    let at = At {
        file: &done.file,
        dry_run: done.dry_run,
        skip: done.skip,
        stored: done.outcome.stored,
    };
    let counts = Counted {
        records: done.outcome.records,
        rejected: done.outcome.rejected,
    };
    import::rejection(lang, at, counts, (&done.rejected, done.rejects.as_ref()), &NAMES)
}
