-- What the steps add up to; held so by a test, which also writes it.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER counter_only_grows BEFORE UPDATE ON counter
WHEN new.last < old.last
BEGIN SELECT RAISE(ABORT, 'counter_only_grows'); END;

CREATE TABLE journal (
    seq      INTEGER PRIMARY KEY CHECK (seq > 0),
    at       TEXT NOT NULL CHECK (at <> ''),
    staff    TEXT NOT NULL CHECK (staff <> ''),
    action   TEXT NOT NULL CHECK (action <> ''),
    detail   TEXT NOT NULL CHECK (json_valid(detail)),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal_is_never_changed'); END;

CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal_is_never_cut'); END;

CREATE TABLE batch (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    file        TEXT NOT NULL,
    dialect     TEXT NOT NULL CHECK (dialect <> ''),
    at          TEXT NOT NULL,
    staff       TEXT NOT NULL,
    first_title INTEGER NOT NULL,
    end_title   INTEGER NOT NULL CHECK (end_title >= first_title),
    first_item  INTEGER NOT NULL,
    end_item    INTEGER NOT NULL CHECK (end_item >= first_item),
    summary     TEXT NOT NULL CHECK (json_valid(summary)),
    undone      TEXT
) STRICT;

CREATE TABLE title (
    id             INTEGER PRIMARY KEY CHECK (id > 0),
    title          TEXT NOT NULL CHECK (title <> ''),
    part           TEXT CHECK (part <> ''),
    responsibility TEXT CHECK (responsibility <> ''),
    authors        TEXT CHECK (json_type(authors) = 'array'),
    edition        TEXT CHECK (edition <> ''),
    isbn           INTEGER CHECK (isbn BETWEEN 9780000000000 AND 9799999999999),
    isbn_printed   TEXT CHECK (isbn_printed <> ''),
    issn           TEXT CHECK (issn <> ''),
    publisher      TEXT CHECK (publisher <> ''),
    place          TEXT CHECK (place <> ''),
    year           INTEGER CHECK (year BETWEEN 1000 AND 2999),
    year_printed   TEXT CHECK (year_printed <> ''),
    extent         TEXT CHECK (extent <> ''),
    series         TEXT CHECK (series <> ''),
    call_number    TEXT CHECK (call_number <> ''),
    class          TEXT CHECK (class <> ''),
    language       TEXT CHECK (language <> ''),
    medium         TEXT CHECK (medium <> ''),
    subjects       TEXT CHECK (json_type(subjects) = 'array'),
    notes          TEXT CHECK (notes <> ''),
    image          TEXT CHECK (image <> ''),
    edited         TEXT CHECK (json_type(edited) = 'array'),
    title_hash     INTEGER NOT NULL,
    match_hash     INTEGER NOT NULL
) STRICT;

CREATE INDEX title_match ON title (title_hash, match_hash);

CREATE INDEX title_isbn ON title (isbn) WHERE isbn IS NOT NULL;

CREATE INDEX title_class ON title (class) WHERE class IS NOT NULL;

CREATE TABLE item (
    id               INTEGER PRIMARY KEY CHECK (id > 0),
    title_id         INTEGER NOT NULL REFERENCES title (id),
    barcode          TEXT NOT NULL CHECK (barcode <> ''),
    inventory_number TEXT CHECK (inventory_number <> ''),
    call_number      TEXT CHECK (call_number <> ''),
    collection_type  TEXT CHECK (collection_type <> ''),
    location         TEXT CHECK (location <> ''),
    shelf            TEXT CHECK (shelf <> ''),
    status           TEXT NOT NULL CHECK (status = 'available' OR status = 'not-for-loan' OR status = 'repair'
                         OR status = 'missing' OR status = 'lost' OR status = 'withdrawn'),
    received         TEXT CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source           TEXT CHECK (source = 'bought' OR source = 'given' OR source = 'exchanged' OR source = 'deposited'
                         OR source = 'made'),
    supplier         TEXT CHECK (supplier <> ''),
    order_number     TEXT CHECK (order_number <> ''),
    ordered          TEXT CHECK (ordered GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    invoice_number   TEXT CHECK (invoice_number <> ''),
    invoiced         TEXT CHECK (invoiced GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    price            INTEGER CHECK (price >= 0),
    currency         TEXT CHECK (currency <> ''),
    note             TEXT CHECK (note <> ''),
    edited           TEXT CHECK (json_type(edited) = 'array')
) STRICT;

CREATE UNIQUE INDEX item_barcode ON item (barcode);

CREATE INDEX item_title ON item (title_id);

CREATE TABLE nameless_row (
    fingerprint INTEGER PRIMARY KEY,
    title_id    INTEGER NOT NULL REFERENCES title (id),
    batch_id    INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE batch_change (
    batch_id INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
    kind     TEXT NOT NULL CHECK (kind IN ('title', 'item')),
    record   INTEGER NOT NULL,
    before   TEXT NOT NULL CHECK (json_valid(before)),
    after    TEXT NOT NULL CHECK (json_valid(after)),
    PRIMARY KEY (batch_id, kind, record)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE title_words USING fts5(
    title, author, subject, other, stems,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE TABLE word (
    word   TEXT PRIMARY KEY CHECK (word <> ''),
    titles INTEGER NOT NULL CHECK (titles > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE unmet_search (
    day   TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    query TEXT NOT NULL CHECK (query <> '' AND length(query) <= 256),
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (day, query)
) STRICT, WITHOUT ROWID;
