//! What a column of a catalogue file can mean.

/// The meaning of a column. The names are the column headings of the `pustaka` dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Joins the rows of one title in our own export.
    TitleRef,
    /// The title, with its subtitle after ` : `.
    Title,
    /// Number or name of a volume.
    Part,
    /// The statement of responsibility, as printed.
    Responsibility,
    /// One author; repeats.
    Author,
    /// The edition, as printed.
    Edition,
    /// The ISBN, as written in the file.
    Isbn,
    /// The ISSN, as written in the file.
    Issn,
    /// The publisher.
    Publisher,
    /// The place of publication.
    Place,
    /// The year of publication, as written in the file.
    Year,
    /// Pages, illustrations and size.
    Extent,
    /// The series.
    Series,
    /// The call number of the title.
    CallNumber,
    /// The classification number.
    Class,
    /// The language, as a name or a code.
    Language,
    /// The kind of material (SLiMS: GMD).
    Medium,
    /// One subject; repeats.
    Subject,
    /// Notes or an abstract; may have several lines.
    Notes,
    /// The file name of a cover picture.
    Image,
    /// The barcode of one copy; repeats where a row stands for several copies.
    ItemCode,
    /// How many copies a row stands for.
    Copies,
    /// The inventory number of the copy.
    InventoryNumber,
    /// The call number on the copy itself.
    ItemCallNumber,
    /// The collection the copy belongs to.
    CollectionType,
    /// The branch or room of the copy.
    Location,
    /// The shelf of the copy.
    Shelf,
    /// The state of the copy.
    Status,
    /// When the copy came in.
    Received,
    /// How the copy came in: bought, given …
    Source,
    /// From whom the copy came.
    Supplier,
    /// The number of the order.
    OrderNumber,
    /// When the copy was ordered.
    Ordered,
    /// The number of the invoice.
    InvoiceNumber,
    /// When the copy was invoiced.
    Invoiced,
    /// The price, as written in the file.
    Price,
    /// The currency of the price.
    Currency,
    /// A note on the copy.
    ItemNote,
}

impl Field {
    /// Every field, in the column order of the `pustaka` dialect.
    pub const fn all() -> &'static [Self] {
        &[
            Self::TitleRef,
            Self::Title,
            Self::Part,
            Self::Responsibility,
            Self::Author,
            Self::Edition,
            Self::Isbn,
            Self::Issn,
            Self::Publisher,
            Self::Place,
            Self::Year,
            Self::Extent,
            Self::Series,
            Self::CallNumber,
            Self::Class,
            Self::Language,
            Self::Medium,
            Self::Subject,
            Self::Notes,
            Self::Image,
            Self::ItemCode,
            Self::Copies,
            Self::InventoryNumber,
            Self::ItemCallNumber,
            Self::CollectionType,
            Self::Location,
            Self::Shelf,
            Self::Status,
            Self::Received,
            Self::Source,
            Self::Supplier,
            Self::OrderNumber,
            Self::Ordered,
            Self::InvoiceNumber,
            Self::Invoiced,
            Self::Price,
            Self::Currency,
            Self::ItemNote,
        ]
    }

    /// The stable name: the column heading of the `pustaka` dialect, and what `--map` takes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TitleRef => "title_ref",
            Self::Title => "title",
            Self::Part => "part",
            Self::Responsibility => "responsibility",
            Self::Author => "author",
            Self::Edition => "edition",
            Self::Isbn => "isbn",
            Self::Issn => "issn",
            Self::Publisher => "publisher",
            Self::Place => "place",
            Self::Year => "year",
            Self::Extent => "extent",
            Self::Series => "series",
            Self::CallNumber => "call_number",
            Self::Class => "class",
            Self::Language => "language",
            Self::Medium => "medium",
            Self::Subject => "subject",
            Self::Notes => "notes",
            Self::Image => "image",
            Self::ItemCode => "item_code",
            Self::Copies => "copies",
            Self::InventoryNumber => "inventory_number",
            Self::ItemCallNumber => "item_call_number",
            Self::CollectionType => "collection_type",
            Self::Location => "location",
            Self::Shelf => "shelf",
            Self::Status => "status",
            Self::Received => "received",
            Self::Source => "source",
            Self::Supplier => "supplier",
            Self::OrderNumber => "order_number",
            Self::Ordered => "ordered",
            Self::InvoiceNumber => "invoice_number",
            Self::Invoiced => "invoiced",
            Self::Price => "price",
            Self::Currency => "currency",
            Self::ItemNote => "item_note",
        }
    }

    /// Whether one row may hold the field several times.
    pub const fn repeats(self) -> bool {
        matches!(self, Self::Author | Self::Subject | Self::ItemCode)
    }

    /// Whether the field belongs to a copy, not to the title.
    pub const fn of_item(self) -> bool {
        self as u8 >= Self::ItemCode as u8
    }
}

impl crate::table::head::Column for Field {
    fn key(self) -> &'static str {
        self.as_str()
    }

    fn repeats(self) -> bool {
        Field::repeats(self)
    }
}

/// The name given is no field's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown field {0:?}")]
pub struct UnknownField(pub String);

impl std::str::FromStr for Field {
    type Err = UnknownField;

    fn from_str(name: &str) -> Result<Self, UnknownField> {
        Self::all()
            .iter()
            .copied()
            .find(|field| field.as_str() == name)
            .ok_or_else(|| UnknownField(name.into()))
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}
