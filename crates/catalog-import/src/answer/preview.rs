//! What a dry run shows: the meaning of the columns, the first rows as they would be stored, the changes here.

use pustaka_cli::import::{self, short};
use pustaka_cli::{Column, Kind, Lang, Report};
use pustaka_core::catalog::import::Preview;
use pustaka_core::catalog::record::{Field, ItemRecord};

use super::count;
use crate::import::Done;
use crate::words::result as words;

/// So many changes are listed for people; JSON has more of them.
const CHANGES: usize = 40;

pub(super) fn reports(lang: Lang, done: &Done, several: bool) -> Vec<Report> {
    let mut reports = vec![import::columns(lang, &done.shape, &[])];
    if !done.outcome.preview.is_empty() {
        reports.push(first_rows(lang, &done.outcome.preview));
    }
    if !done.outcome.changes.is_empty() {
        reports.push(changes(lang, done));
    }
    if let Some(last) = reports.last_mut() {
        if several {
            last.note(words::each_alone(lang));
        }
        if done.outcome.rejected == 0 && done.outcome.imported > 0 {
            last.note(words::next_import(lang));
        }
    }
    reports
}

fn first_rows(lang: Lang, rows: &[Preview]) -> Report {
    let columns = [
        Column::new("line", words::line, Kind::Number),
        Column::new("field", words::field, Kind::Text),
        Column::new("value", words::value, Kind::Text),
    ];
    let mut report = Report::new("preview", columns).titled(words::first_rows(lang));
    for row in rows {
        for field in Field::ALL {
            let value = row.title.show(*field);
            if !value.is_empty() {
                report.row([row.line.into(), field.code().into(), short(&value).into()]);
            }
        }
        for (field, value) in items(lang, &row.items) {
            report.row([row.line.into(), field.code().into(), short(&value).into()]);
        }
    }
    report
}

/// What a row says of its copies: their codes together, the rest once, for it is the same for all of them.
fn items(lang: Lang, items: &[ItemRecord]) -> Vec<(Field, String)> {
    let Some(item) = items.first() else {
        return Vec::new();
    };
    let named: Vec<&str> = items
        .iter()
        .map(|item| item.barcode.as_str())
        .filter(|code| !code.is_empty())
        .collect();
    let nameless = (items.len() - named.len()) as u64;
    let mut fields = Vec::new();
    if !named.is_empty() {
        fields.push((Field::ItemCode, named.join("; ")));
    }
    if nameless > 0 {
        fields.push((Field::Copies, words::codes_made(lang, count(lang, nameless))));
    }
    let texts = [
        (Field::InventoryNumber, &item.inventory_number),
        (Field::ItemCallNumber, &item.call_number),
        (Field::CollectionType, &item.collection_type),
        (Field::Location, &item.location),
        (Field::Shelf, &item.shelf),
        (Field::Received, &item.received),
        (Field::Supplier, &item.supplier),
        (Field::OrderNumber, &item.order_number),
        (Field::Ordered, &item.ordered),
        (Field::InvoiceNumber, &item.invoice_number),
        (Field::Invoiced, &item.invoiced),
        (Field::Currency, &item.currency),
        (Field::ItemNote, &item.note),
    ];
    fields.push((Field::Status, item.status.code().to_owned()));
    fields.extend(
        texts
            .into_iter()
            .filter_map(|(field, text)| Some((field, text.clone()?))),
    );
    fields.extend(item.source.map(|source| (Field::Source, source.code().to_owned())));
    fields.extend(item.price.map(|price| (Field::Price, lang.count(price))));
    fields.sort_by_key(|(field, _)| *field);
    fields
}

fn changes(lang: Lang, done: &Done) -> Report {
    let columns = [
        Column::new("line", words::line, Kind::Number),
        Column::new("title", words::title, Kind::Text),
        Column::new("field", words::field, Kind::Text),
        Column::new("before", words::before, Kind::Text),
        Column::new("after", words::after, Kind::Text),
    ];
    let mut report = Report::new("changes", columns).titled(words::changes(lang));
    for change in done.outcome.changes.iter().take(CHANGES) {
        report.row([
            change.line.into(),
            short(&change.title).into(),
            change.field.code().into(),
            short(&change.before).into(),
            short(&change.after).into(),
        ]);
    }
    if done.outcome.changes.len() > CHANGES {
        report.note(words::more_rows(
            lang,
            count(lang, (done.outcome.changes.len() - CHANGES) as u64),
        ));
    }
    report
}
