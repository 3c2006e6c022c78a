//! A title and a copy as they are stored: every value parsed, the empty text nowhere.

use serde::{Deserialize, Serialize};

use crate::values::codes::codes;

/// A bibliographic record. Lists keep the order of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TitleRecord {
    /// Title proper and other title information, as printed.
    pub title: String,
    /// Number or name of a part or volume.
    pub part: Option<String>,
    /// Statement of responsibility.
    pub responsibility: Option<String>,
    /// Headings of persons and bodies, the first one the main heading.
    pub authors: Vec<String>,
    /// Edition statement.
    pub edition: Option<String>,
    /// Valid ISBN-13 as a number.
    pub isbn: Option<i64>,
    /// ISBN as printed, when that is not the thirteen digits of `isbn`.
    pub isbn_printed: Option<String>,
    /// ISSN, as printed.
    pub issn: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Place of publication.
    pub place: Option<String>,
    /// Year of publication, when it is certain.
    pub year: Option<i64>,
    /// Year as printed, when that is not just the number.
    pub year_printed: Option<String>,
    /// Extent and dimensions (`xii, 340 hlm. ; 21 cm`).
    pub extent: Option<String>,
    /// Series.
    pub series: Option<String>,
    /// Call number of the title.
    pub call_number: Option<String>,
    /// Classification, DDC or the library's own.
    pub class: Option<String>,
    /// Language, as the source writes it.
    pub language: Option<String>,
    /// General material designation.
    pub medium: Option<String>,
    /// Subject headings.
    pub subjects: Vec<String>,
    /// Notes and abstract.
    pub notes: Option<String>,
    /// File name of the cover.
    pub image: Option<String>,
}

/// A copy of a title. Dates are civil dates in ISO form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemRecord {
    /// Its identity, text with leading zeros.
    pub barcode: String,
    /// Accession number (nomor induk).
    pub inventory_number: Option<String>,
    /// Call number of this copy, when it differs from its title's.
    pub call_number: Option<String>,
    /// Collection type.
    pub collection_type: Option<String>,
    /// Branch or room.
    pub location: Option<String>,
    /// Shelf.
    pub shelf: Option<String>,
    /// Whether it can be lent.
    pub status: ItemStatus,
    /// Day it came.
    pub received: Option<String>,
    /// How it came.
    pub source: Option<ItemSource>,
    /// Who it came from.
    pub supplier: Option<String>,
    /// Number of the order.
    pub order_number: Option<String>,
    /// Day of the order.
    pub ordered: Option<String>,
    /// Number of the invoice.
    pub invoice_number: Option<String>,
    /// Day of the invoice.
    pub invoiced: Option<String>,
    /// Price in whole units of `currency`.
    pub price: Option<i64>,
    /// Currency; none means rupiah.
    pub currency: Option<String>,
    /// Note on this copy.
    pub note: Option<String>,
}

impl TitleRecord {
    /// What a field says, as text for people; empty for nothing and for fields of copies.
    pub fn show(&self, field: Field) -> String {
        let text = match field {
            Field::Title => return self.title.clone(),
            Field::Author => return self.authors.join("; "),
            Field::Subject => return self.subjects.join("; "),
            Field::Isbn => return self.isbn_shown(),
            Field::Year => return self.year_shown(),
            Field::Part => &self.part,
            Field::Responsibility => &self.responsibility,
            Field::Edition => &self.edition,
            Field::Issn => &self.issn,
            Field::Publisher => &self.publisher,
            Field::Place => &self.place,
            Field::Extent => &self.extent,
            Field::Series => &self.series,
            Field::CallNumber => &self.call_number,
            Field::Class => &self.class,
            Field::Language => &self.language,
            Field::Medium => &self.medium,
            Field::Notes => &self.notes,
            Field::Image => &self.image,
            _ => &None,
        };
        text.clone().unwrap_or_default()
    }

    /// The ISBN as printed, else its thirteen digits; empty for none.
    pub fn isbn_shown(&self) -> String {
        self.isbn_printed
            .clone()
            .or(self.isbn.map(|isbn| isbn.to_string()))
            .unwrap_or_default()
    }

    /// The year as printed, else the number; empty for none.
    pub fn year_shown(&self) -> String {
        self.year_printed
            .clone()
            .or(self.year.map(|year| year.to_string()))
            .unwrap_or_default()
    }
}

codes! {
    /// Whether a copy can be lent.
    #[derive(Default)]
    ItemStatus {
        /// It can.
        #[default]
        Available = "available",
        /// Read in the library only.
        NotForLoan = "not-for-loan",
        /// Being mended.
        Repair = "repair",
        /// Not found where it should be.
        Missing = "missing",
        /// Lost by a reader.
        Lost = "lost",
        /// Taken out of the collection.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// How a copy came to the library.
    ItemSource {
        /// Bought.
        Bought = "bought",
        /// Given.
        Given = "given",
        /// Exchanged with another library.
        Exchanged = "exchanged",
        /// Legal deposit.
        Deposited = "deposited",
        /// Made here.
        Made = "made",
    }
}

codes! {
    /// A field of a title or a copy; the code is the column of the file and of the `pustaka` dialect.
    Field {
        /// Joins the rows of one title within one file.
        TitleRef = "title_ref",
        /// Title.
        Title = "title",
        /// Part.
        Part = "part",
        /// Statement of responsibility.
        Responsibility = "responsibility",
        /// One author; repeats.
        Author = "author",
        /// Edition.
        Edition = "edition",
        /// ISBN.
        Isbn = "isbn",
        /// ISSN.
        Issn = "issn",
        /// Publisher.
        Publisher = "publisher",
        /// Place of publication.
        Place = "place",
        /// Year of publication.
        Year = "year",
        /// Extent.
        Extent = "extent",
        /// Series.
        Series = "series",
        /// Call number of the title.
        CallNumber = "call_number",
        /// Classification.
        Class = "class",
        /// Language.
        Language = "language",
        /// Medium.
        Medium = "medium",
        /// One subject; repeats.
        Subject = "subject",
        /// Notes.
        Notes = "notes",
        /// Cover.
        Image = "image",
        /// Barcode of a copy; repeats.
        ItemCode = "item_code",
        /// Number of copies without barcodes.
        Copies = "copies",
        /// Accession number.
        InventoryNumber = "inventory_number",
        /// Call number of the copy.
        ItemCallNumber = "item_call_number",
        /// Collection type.
        CollectionType = "collection_type",
        /// Location.
        Location = "location",
        /// Shelf.
        Shelf = "shelf",
        /// Status.
        Status = "status",
        /// Day received.
        Received = "received",
        /// Source.
        Source = "source",
        /// Supplier.
        Supplier = "supplier",
        /// Order number.
        OrderNumber = "order_number",
        /// Day ordered.
        Ordered = "ordered",
        /// Invoice number.
        InvoiceNumber = "invoice_number",
        /// Day invoiced.
        Invoiced = "invoiced",
        /// Price.
        Price = "price",
        /// Currency.
        Currency = "currency",
        /// Note on the copy.
        ItemNote = "item_note",
    }
}
