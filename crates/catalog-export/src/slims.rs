//! A title and its copies in the terms of SLiMS: its names for statuses, sources and languages, its one column for ISBN
//! and ISSN, and what it has no place for. What its files can't hold is the work of `pustaka_formats`.

use std::collections::HashSet;

use pustaka_core::catalog::export::ExportTitle;
use pustaka_core::catalog::record::{ItemRecord, ItemSource, ItemStatus, TitleRecord};
use pustaka_formats::catalogue::{SlimsBiblio, SlimsItem, SlimsSource};

use crate::losses::Loss;

/// What is met on the way: the loss, the column, and the copy by its place.
pub(crate) type Met = Vec<(Loss, &'static str, Option<usize>)>;

/// The names of languages and locations that are in SLiMS's lists, in lower case. Its import can't add to them.
#[derive(Debug)]
pub(crate) struct Listed(HashSet<String>);

impl Listed {
    /// Those of a new SLiMS, and these.
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Listed {
        let new = ["Indonesia", "English", "My Library"];
        Listed(
            new.into_iter()
                .chain(names)
                .map(|name| name.trim().to_lowercase())
                .collect(),
        )
    }

    /// The name if it is listed, else nothing.
    fn find<'a>(&self, name: &'a str, loss: Loss, column: &'static str, item: Option<usize>, met: &mut Met) -> &'a str {
        if name.is_empty() || self.0.contains(&name.trim().to_lowercase()) {
            return name;
        }
        met.push((loss, column, item));
        ""
    }
}

/// The texts of a title that SLiMS has in another form than the record.
pub(crate) struct Texts<'a> {
    title: String,
    number: String,
    year: String,
    authors: Vec<&'a str>,
    topics: Vec<&'a str>,
    codes: Vec<&'a str>,
}

/// The title as SLiMS has it: its part follows it.
pub(crate) fn title(record: &TitleRecord) -> String {
    match &record.part {
        None => record.title.clone(),
        Some(part) => format!("{}. {part}", record.title),
    }
}

impl<'a> Texts<'a> {
    pub(crate) fn of(title: &'a ExportTitle) -> Texts<'a> {
        let record = &title.title;
        let isbn = record
            .isbn_printed
            .clone()
            .or_else(|| record.isbn.map(|isbn| isbn.to_string()));
        let year = record
            .year_printed
            .clone()
            .or_else(|| record.year.map(|year| year.to_string()));
        Texts {
            title: self::title(record),
            number: isbn.or_else(|| record.issn.clone()).unwrap_or_default(),
            year: year.unwrap_or_default(),
            authors: record.authors.iter().map(String::as_str).collect(),
            topics: record.subjects.iter().map(String::as_str).collect(),
            codes: title.items.iter().map(|item| item.barcode.as_str()).collect(),
        }
    }
}

/// A title for the bibliography file.
pub(crate) fn biblio<'a>(
    record: &'a TitleRecord,
    texts: &'a Texts<'_>,
    listed: &Listed,
    met: &mut Met,
) -> SlimsBiblio<'a> {
    if record.part.is_some() {
        met.push((Loss::Part, "title", None));
    }
    if record.issn.is_some() && (record.isbn.is_some() || record.isbn_printed.is_some()) {
        met.push((Loss::Issn, "isbn_issn", None));
    }
    let language = language(record.language.as_deref().unwrap_or_default());
    SlimsBiblio {
        title: &texts.title,
        gmd: text(&record.medium),
        edition: text(&record.edition),
        isbn_issn: &texts.number,
        publisher: text(&record.publisher),
        year: &texts.year,
        collation: text(&record.extent),
        series: text(&record.series),
        call_number: text(&record.call_number),
        language: listed.find(language, Loss::Language, "language_name", None, met),
        place: text(&record.place),
        classification: text(&record.class),
        notes: text(&record.notes),
        image: text(&record.image),
        sor: text(&record.responsibility),
        authors: &texts.authors,
        topics: &texts.topics,
        item_codes: &texts.codes,
    }
}

/// The copies of a title for the item file.
pub(crate) fn items<'a>(items: &'a [ItemRecord], listed: &Listed, met: &mut Met) -> Vec<SlimsItem<'a>> {
    let items = items.iter().enumerate();
    items.map(|(at, item)| self::item(at, item, listed, met)).collect()
}

fn item<'a>(at: usize, item: &'a ItemRecord, listed: &Listed, met: &mut Met) -> SlimsItem<'a> {
    let at = Some(at);
    if item.note.is_some() {
        met.push((Loss::ItemNote, "item_code", at));
    }
    SlimsItem {
        item_code: &item.barcode,
        call_number: text(&item.call_number),
        collection_type: text(&item.collection_type),
        inventory_code: text(&item.inventory_number),
        received: text(&item.received),
        supplier: text(&item.supplier),
        order_number: text(&item.order_number),
        location: listed.find(text(&item.location), Loss::Location, "location_name", at, met),
        ordered: text(&item.ordered),
        status: status(item.status, at, met),
        site: text(&item.shelf),
        source: source(item.source, at, met),
        invoice: text(&item.invoice_number),
        price: item.price.unwrap_or_default(),
        currency: match (&item.currency, item.price) {
            (Some(currency), _) => currency,
            (None, Some(_)) => "Rupiah",
            (None, None) => "",
        },
        invoiced: text(&item.invoiced),
    }
}

fn text(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// The two languages of a new SLiMS by their names there, from names, codes and codes with a country (`en-US`); others
/// as they are.
fn language(language: &str) -> &str {
    let name = language.trim().to_lowercase();
    match name.split('-').next().unwrap_or_default() {
        "indonesia" | "bahasa indonesia" | "indonesian" | "ind" | "id" | "in" => "Indonesia",
        "english" | "inggris" | "bahasa inggris" | "eng" | "en" => "English",
        _ => language,
    }
}

/// The name in the list of a new SLiMS; available is no status there.
fn status(status: ItemStatus, item: Option<usize>, met: &mut Met) -> &'static str {
    let (name, is_kept) = match status {
        ItemStatus::Available => ("", true),
        ItemStatus::NotForLoan => ("No Loan", true),
        ItemStatus::Repair => ("Repair", true),
        ItemStatus::Missing => ("Missing", true),
        ItemStatus::Lost => ("Missing", false),
        ItemStatus::Withdrawn => ("No Loan", false),
    };
    if !is_kept {
        met.push((Loss::Status, "item_status_name", item));
    }
    name
}

fn source(source: Option<ItemSource>, item: Option<usize>, met: &mut Met) -> SlimsSource {
    match source {
        None => SlimsSource::Unknown,
        Some(ItemSource::Bought) => SlimsSource::Bought,
        Some(ItemSource::Given) => SlimsSource::Given,
        Some(ItemSource::Exchanged | ItemSource::Deposited | ItemSource::Made) => {
            met.push((Loss::Source, "source", item));
            SlimsSource::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_told_in_the_terms_of_slims() {
        for (language, listed, written, losses) in [
            ("Bahasa Indonesia", "", "Indonesia", vec![]),
            ("eng", "", "English", vec![]),
            ("en-US", "", "English", vec![]),
            ("Jawa", "", "", vec![Loss::Language]),
            ("Jawa", "JAWA", "Jawa", vec![]),
        ] {
            let export = ExportTitle {
                title: TitleRecord {
                    language: Some(language.to_owned()),
                    ..TitleRecord::default()
                },
                ..ExportTitle::default()
            };
            let mut met = Met::new();
            let texts = Texts::of(&export);
            let biblio = biblio(&export.title, &texts, &Listed::new([listed]), &mut met);
            assert_eq!(biblio.language, written);
            assert_eq!(met.iter().map(|(loss, ..)| *loss).collect::<Vec<_>>(), losses);
        }
    }

    #[test]
    fn a_part_follows_the_title_and_one_number_is_kept() {
        let export = ExportTitle {
            title: TitleRecord {
                title: "Sejarah".to_owned(),
                part: Some("Jilid 2".to_owned()),
                isbn: Some(9_789_793_062_792),
                issn: Some("1234-5679".to_owned()),
                year: Some(2005),
                ..TitleRecord::default()
            },
            ..ExportTitle::default()
        };
        let mut met = Met::new();
        let texts = Texts::of(&export);
        let biblio = biblio(&export.title, &texts, &Listed::new([]), &mut met);
        assert_eq!(
            (biblio.title, biblio.isbn_issn, biblio.year),
            ("Sejarah. Jilid 2", "9789793062792", "2005")
        );
        assert_eq!(met, [(Loss::Part, "title", None), (Loss::Issn, "isbn_issn", None)]);
    }

    #[test]
    fn a_copy_is_told_in_the_terms_of_slims() {
        let all = |status, source, location: &str| ItemRecord {
            status,
            source,
            location: Some(location.to_owned()),
            price: Some(5),
            ..ItemRecord::default()
        };
        let given = [
            all(ItemStatus::Available, Some(ItemSource::Bought), "My Library"),
            all(ItemStatus::NotForLoan, Some(ItemSource::Given), "Cabang Utara"),
            all(ItemStatus::Repair, None, "cabang utara"),
            all(ItemStatus::Lost, Some(ItemSource::Made), "Gudang"),
        ];
        let mut met = Met::new();
        let items = items(&given, &Listed::new(["Cabang Utara"]), &mut met);
        let told: Vec<_> = items
            .iter()
            .map(|item| (item.status, item.source, item.location, item.currency))
            .collect();
        let expected = [
            ("", SlimsSource::Bought, "My Library", "Rupiah"),
            ("No Loan", SlimsSource::Given, "Cabang Utara", "Rupiah"),
            ("Repair", SlimsSource::Unknown, "cabang utara", "Rupiah"),
            ("Missing", SlimsSource::Unknown, "", "Rupiah"),
        ];
        assert_eq!(told, expected);
        let expected = [
            (Loss::Location, "location_name", Some(3)),
            (Loss::Status, "item_status_name", Some(3)),
            (Loss::Source, "source", Some(3)),
        ];
        assert_eq!(met, expected);
    }
}
