-- 0002: the catalogue: import batches, titles, their copies, the search index, and searches that found nothing.
--
-- Ids are made in one run while a batch holds the file, so what a batch added is a range of ids
-- (from `first_` up to, but without, `end_`).
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

-- Empty means NULL. `authors` and `subjects` are JSON lists, read as a whole with their record.
-- `isbn` is the valid ISBN-13 as a number; `isbn_printed` is what stands in the book, kept when it differs.
-- `title_hash` and `match_hash` serve look-ups by title alone and by title, author, year, edition, publisher.
-- `edited` lists the fields that staff changed here: an import leaves them alone.
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

-- (Lists of allowed codes are chains of OR: for IN, SQLite builds a table at every row.)
-- A copy of a title. The barcode is its identity, text with its leading zeros. `price` is in whole units of `currency` (NULL: rupiah).
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

-- A row without item codes has no identity but its own content; the same row again is the same copies.
CREATE TABLE nameless_row (
    fingerprint INTEGER PRIMARY KEY,
    title_id    INTEGER NOT NULL REFERENCES title (id),
    batch_id    INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What a batch changed in records that were there before: the whole record, before and after, so that it can be undone.
CREATE TABLE batch_change (
    batch_id INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
    kind     TEXT NOT NULL CHECK (kind IN ('title', 'item')),
    record   INTEGER NOT NULL,
    before   TEXT NOT NULL CHECK (json_valid(before)),
    after    TEXT NOT NULL CHECK (json_valid(after)),
    PRIMARY KEY (batch_id, kind, record)
) STRICT, WITHOUT ROWID;

-- Folded words, separated by blanks; `stems` holds the stems of words that have another form.
-- The index keeps no text of its own: the record is in `title`.
CREATE VIRTUAL TABLE title_words USING fts5(
    title, author, subject, other, stems,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);
INSERT INTO title_words (title_words, rank) VALUES ('hashsize', 1048576);
INSERT INTO title_words (title_words, rank) VALUES ('automerge', 4);
INSERT INTO title_words (title_words, rank) VALUES ('crisismerge', 16);

-- The catalogue's own vocabulary: a written form, and in how many titles it stands.
CREATE TABLE word (
    word   TEXT PRIMARY KEY CHECK (word <> ''),
    titles INTEGER NOT NULL CHECK (titles > 0)
) STRICT, WITHOUT ROWID;

-- A search that found nothing is unmet demand. Nothing here says who asked.
CREATE TABLE unmet_search (
    day   TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    query TEXT NOT NULL CHECK (query <> '' AND length(query) <= 256),
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (day, query)
) STRICT, WITHOUT ROWID;
