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

CREATE TABLE member_type (
    code       TEXT PRIMARY KEY CHECK (code <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    max_items  INTEGER CHECK (max_items >= 0),
    valid_days INTEGER NOT NULL CHECK (valid_days > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    id                INTEGER PRIMARY KEY CHECK (id > 0),
    card              TEXT CHECK (card <> ''),
    name              TEXT CHECK (name <> ''),
    name_key          TEXT CHECK (name_key <> ''),
    member_type       TEXT NOT NULL REFERENCES member_type (code),
    sex               TEXT CHECK (sex = 'female' OR sex = 'male'),
    born              TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    phone             TEXT CHECK (phone GLOB '+[1-9]*'),
    phone_printed     TEXT CHECK (phone_printed <> ''),
    email             TEXT CHECK (email <> ''),
    address           TEXT CHECK (address <> ''),
    village           TEXT CHECK (village <> ''),
    district          TEXT CHECK (district <> ''),
    city              TEXT CHECK (city <> ''),
    postal_code       TEXT CHECK (postal_code <> ''),
    education         TEXT CHECK (education <> ''),
    occupation        TEXT CHECK (occupation <> ''),
    institution       TEXT CHECK (institution <> ''),
    nik_masked        TEXT CHECK (nik_masked <> ''),
    nik_hash          BLOB CHECK (length(nik_hash) = 32),
    guardian_name     TEXT CHECK (guardian_name <> ''),
    guardian_phone    TEXT CHECK (guardian_phone GLOB '+[1-9]*'),
    guardian_relation TEXT CHECK (guardian_relation <> ''),
    joined            TEXT NOT NULL CHECK (joined GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until       TEXT NOT NULL CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    suspended_until   TEXT CHECK (suspended_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    blocked           TEXT CHECK (blocked <> ''),
    note              TEXT CHECK (note <> ''),
    erased            TEXT CHECK (erased <> ''),
    CHECK ((erased IS NULL) = (name IS NOT NULL)),
    CHECK ((name IS NULL) = (name_key IS NULL)),
    CHECK ((name IS NULL) = (card IS NULL)),
    CHECK (valid_until >= joined)
) STRICT;

CREATE UNIQUE INDEX member_card ON member (card) WHERE card IS NOT NULL;

CREATE INDEX member_name ON member (name_key) WHERE name_key IS NOT NULL;

CREATE INDEX member_phone ON member (phone) WHERE phone IS NOT NULL;

CREATE INDEX member_nik ON member (nik_hash) WHERE nik_hash IS NOT NULL;

CREATE TABLE nik_key (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    proof BLOB NOT NULL CHECK (length(proof) = 32)
) STRICT;

CREATE TABLE closed_weekday (
    weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7)
) STRICT;

CREATE TABLE holiday (
    day  TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind = 'holiday' OR kind = 'joint-leave'),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day  TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    CHECK (last_day >= first_day)
) STRICT;

CREATE INDEX closure_days ON closure (last_day, first_day);

CREATE TABLE opening (
    day    TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_rule (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    member_type     TEXT REFERENCES member_type (code),
    collection_type TEXT CHECK (collection_type <> ''),
    medium          TEXT CHECK (medium <> ''),
    season_from     TEXT CHECK (season_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    season_to       TEXT CHECK (season_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    max_items       INTEGER CHECK (max_items >= 0),
    loan_days       INTEGER NOT NULL CHECK (loan_days BETWEEN 0 AND 3660),
    closed_days     TEXT NOT NULL CHECK (closed_days IN ('ignore', 'push', 'push-week', 'open-days')),
    expiry_cap      INTEGER NOT NULL CHECK (expiry_cap IN (0, 1)),
    renewals        INTEGER NOT NULL CHECK (renewals >= 0),
    renew_from      TEXT NOT NULL CHECK (renew_from IN ('today', 'due')),
    fine            INTEGER NOT NULL CHECK (fine >= 0),
    fine_period     INTEGER NOT NULL CHECK (fine_period >= 1),
    fine_at         TEXT NOT NULL CHECK (fine_at IN ('start', 'end')),
    fine_days       TEXT NOT NULL CHECK (fine_days IN ('open-days', 'calendar')),
    grace           INTEGER NOT NULL CHECK (grace >= 0),
    after_grace     TEXT NOT NULL CHECK (after_grace IN ('whole', 'rest')),
    fine_cap        INTEGER NOT NULL CHECK (fine_cap >= 0),
    price_cap       INTEGER NOT NULL CHECK (price_cap >= 0),
    suspend_days    INTEGER NOT NULL CHECK (suspend_days >= 0),
    suspend_max     INTEGER NOT NULL CHECK (suspend_max >= 0),
    age_min         INTEGER NOT NULL CHECK (age_min >= 0),
    made_at         TEXT NOT NULL CHECK (made_at <> ''),
    ended_at        TEXT CHECK (ended_at <> ''),
    CHECK ((season_from IS NULL) = (season_to IS NULL)),
    CHECK (season_to >= season_from)
) STRICT;

CREATE TRIGGER loan_rule_is_alone BEFORE INSERT ON loan_rule
WHEN new.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM loan_rule AS other
    WHERE other.ended_at IS NULL AND other.member_type IS new.member_type
      AND other.collection_type IS new.collection_type AND other.medium IS new.medium
      AND (other.season_from IS NULL) = (new.season_from IS NULL)
      AND (new.season_from IS NULL OR (other.season_from <= new.season_to AND new.season_from <= other.season_to)))
BEGIN SELECT RAISE(ABORT, 'loan_rule_is_alone'); END;

CREATE TRIGGER loan_rule_only_ends BEFORE UPDATE ON loan_rule
WHEN old.ended_at IS NOT NULL OR new.ended_at IS NULL
BEGIN SELECT RAISE(ABORT, 'loan_rule_only_ends'); END;

CREATE TABLE reader_group (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    member_type TEXT NOT NULL,
    age_band    TEXT NOT NULL,
    sex         TEXT NOT NULL,
    district    TEXT NOT NULL,
    education   TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX reader_group_once ON reader_group (member_type, age_band, sex, district, education);

CREATE TABLE loan (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    item_id     INTEGER NOT NULL REFERENCES item (id),
    member_id   INTEGER REFERENCES member (id),
    group_id    INTEGER NOT NULL REFERENCES reader_group (id),
    rule_id     INTEGER REFERENCES loan_rule (id),
    loaned_at   TEXT NOT NULL CHECK (loaned_at <> ''),
    due_decided TEXT NOT NULL CHECK (due_decided GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due         TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    renewals    INTEGER NOT NULL CHECK (renewals >= 0),
    renewed_at  TEXT CHECK (renewed_at <> ''),
    ended       TEXT CHECK (ended = 'returned' OR ended = 'lost'),
    ended_at    TEXT CHECK (ended_at <> ''), lost_at TEXT CHECK (lost_at <> ''),
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK (ended IS NOT NULL OR member_id IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX loan_open ON loan (item_id) WHERE ended IS NULL;

CREATE INDEX loan_item ON loan (item_id);

CREATE INDEX loan_member ON loan (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX loan_due ON loan (due) WHERE ended IS NULL;

CREATE TABLE in_house_use (
    day     TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    item_id INTEGER NOT NULL REFERENCES item (id),
    times   INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (item_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    member_id   INTEGER REFERENCES member (id),
    title_id    INTEGER NOT NULL REFERENCES title (id),
    item_id     INTEGER REFERENCES item (id),
    placed_at   TEXT NOT NULL CHECK (placed_at <> ''),
    handover    TEXT NOT NULL CHECK (handover = 'desk' OR handover = 'delivery'),
    state       TEXT NOT NULL CHECK (state = 'waiting' OR state = 'ready' OR state = 'lent' OR state = 'cancelled'
                    OR state = 'expired'),
    ready_item  INTEGER REFERENCES item (id),
    ready_on    TEXT CHECK (ready_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    shelf_days  INTEGER CHECK (shelf_days >= 0),
    shelf_until TEXT CHECK (shelf_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ended_at    TEXT CHECK (ended_at <> ''),
    CHECK ((state = 'waiting' OR state = 'ready') = (ended_at IS NULL)),
    CHECK (ended_at IS NOT NULL OR member_id IS NOT NULL),
    CHECK (state <> 'ready' OR (ready_item IS NOT NULL AND ready_on IS NOT NULL AND shelf_days IS NOT NULL
        AND shelf_until IS NOT NULL)),
    CHECK (state <> 'waiting' OR ready_item IS NULL)
) STRICT;

CREATE UNIQUE INDEX hold_once ON hold (member_id, title_id) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX hold_set_aside ON hold (ready_item) WHERE state = 'ready';

CREATE INDEX hold_queue ON hold (title_id) WHERE ended_at IS NULL;

CREATE INDEX hold_title ON hold (title_id);

CREATE INDEX hold_shelf ON hold (shelf_until) WHERE state = 'ready';

CREATE INDEX hold_item ON hold (item_id) WHERE item_id IS NOT NULL;

CREATE INDEX hold_ready_item ON hold (ready_item) WHERE ready_item IS NOT NULL;

CREATE TABLE delivery_round (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    day     TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    courier TEXT NOT NULL CHECK (courier <> ''),
    area    TEXT CHECK (area <> '')
) STRICT;

CREATE TABLE delivery (
    round_id INTEGER NOT NULL REFERENCES delivery_round (id),
    hold_id  INTEGER NOT NULL REFERENCES hold (id),
    state    TEXT NOT NULL CHECK (state = 'planned' OR state = 'handed-over' OR state = 'failed'),
    note     TEXT CHECK (note <> ''),
    PRIMARY KEY (round_id, hold_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX delivery_planned ON delivery (hold_id) WHERE state = 'planned';

CREATE TABLE offline_line (
    journal TEXT NOT NULL CHECK (journal <> ''),
    line    INTEGER NOT NULL CHECK (line > 0),
    outcome TEXT NOT NULL CHECK (json_valid(outcome)),
    PRIMARY KEY (journal, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    key        TEXT NOT NULL CHECK (key <> ''),
    definition TEXT NOT NULL CHECK (json_valid(definition)),
    stored_at  TEXT NOT NULL CHECK (stored_at <> '')
) STRICT;

CREATE INDEX instrument_key ON instrument (key);

CREATE TABLE survey (
    id            INTEGER PRIMARY KEY CHECK (id > 0),
    key           TEXT NOT NULL UNIQUE CHECK (key <> ''),
    name          TEXT NOT NULL CHECK (name <> ''),
    instrument_id INTEGER NOT NULL REFERENCES instrument (id),
    item_order    TEXT CHECK (item_order <> ''),
    unit          TEXT NOT NULL CHECK (unit <> ''),
    service       TEXT CHECK (service <> ''),
    opens         TEXT NOT NULL CHECK (opens GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closes        TEXT NOT NULL CHECK (closes GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    weight        TEXT NOT NULL CHECK (weight <> ''),
    population    INTEGER CHECK (population > 0),
    made_at       TEXT NOT NULL CHECK (made_at <> ''),
    CHECK (closes >= opens)
) STRICT;

CREATE TABLE survey_batch (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    survey_id   INTEGER NOT NULL REFERENCES survey (id),
    at          TEXT NOT NULL CHECK (at <> ''),
    staff       TEXT NOT NULL CHECK (staff <> ''),
    file        TEXT NOT NULL CHECK (file <> ''),
    row_count   INTEGER NOT NULL CHECK (row_count >= 0),
    rows_digest BLOB NOT NULL CHECK (length(rows_digest) = 32),
    responses   INTEGER NOT NULL CHECK (responses >= 0),
    rejected    INTEGER NOT NULL CHECK (rejected >= 0),
    undone      TEXT CHECK (undone <> '')
) STRICT;

CREATE INDEX survey_batch_survey ON survey_batch (survey_id);

CREATE TABLE survey_response (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    survey_id   INTEGER NOT NULL REFERENCES survey (id),
    batch_id    INTEGER NOT NULL REFERENCES survey_batch (id),
    day         TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    scores      TEXT NOT NULL CHECK (scores NOT GLOB '*[^1-9A-]*'),
    answers     TEXT CHECK (json_valid(answers)),
    fingerprint INTEGER
) STRICT;

CREATE INDEX survey_response_survey ON survey_response (survey_id);

CREATE INDEX survey_response_batch ON survey_response (batch_id);

CREATE UNIQUE INDEX survey_response_once ON survey_response (survey_id, fingerprint) WHERE fingerprint IS NOT NULL;

CREATE TABLE survey_comment (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    survey_id INTEGER NOT NULL REFERENCES survey (id),
    batch_id  INTEGER NOT NULL REFERENCES survey_batch (id),
    question  TEXT NOT NULL CHECK (question <> ''),
    body      TEXT NOT NULL CHECK (body <> '')
) STRICT;

CREATE INDEX survey_comment_survey ON survey_comment (survey_id);

CREATE INDEX survey_comment_batch ON survey_comment (batch_id);

CREATE TABLE survey_comment_tag (
    comment_id INTEGER NOT NULL REFERENCES survey_comment (id),
    tag        TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (comment_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_word (
    word    TEXT PRIMARY KEY CHECK (word <> ''),
    element TEXT CHECK (element <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    survey_id  INTEGER NOT NULL REFERENCES survey (id),
    element    TEXT CHECK (element <> ''),
    comment_id INTEGER REFERENCES survey_comment (id),
    action     TEXT NOT NULL CHECK (action <> ''),
    owner      TEXT NOT NULL CHECK (owner <> ''),
    due        TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state      TEXT NOT NULL CHECK (state = 'open' OR state = 'done' OR state = 'dropped'),
    outcome    TEXT CHECK (outcome <> ''),
    made_at    TEXT NOT NULL CHECK (made_at <> ''),
    ended_at   TEXT CHECK (ended_at <> ''),
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK ((state = 'open') = (outcome IS NULL))
) STRICT;

CREATE INDEX follow_up_survey ON follow_up (survey_id);

CREATE INDEX follow_up_comment ON follow_up (comment_id) WHERE comment_id IS NOT NULL;

CREATE INDEX follow_up_due ON follow_up (due) WHERE state = 'open';

CREATE TABLE event (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    key        TEXT NOT NULL CHECK (key <> ''),
    uid        TEXT NOT NULL CHECK (uid <> ''),
    sequence   INTEGER NOT NULL CHECK (sequence >= 0),
    title      TEXT NOT NULL CHECK (title <> ''),
    kind       TEXT NOT NULL CHECK (kind IN ('book-discussion', 'seminar', 'workshop', 'it-training',
                   'information-literacy', 'visit', 'competition', 'storytelling')),
    place      TEXT CHECK (place <> ''),
    speaker    TEXT CHECK (speaker <> ''),
    partner    TEXT CHECK (partner <> ''),
    audience   TEXT CHECK (audience <> ''),
    about      TEXT CHECK (about <> ''),
    capacity   INTEGER CHECK (capacity > 0),
    taken      INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    opens      TEXT CHECK (opens GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    closes     TEXT CHECK (closes GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    age_min    INTEGER CHECK (age_min BETWEEN 0 AND 120),
    age_max    INTEGER CHECK (age_max BETWEEN 0 AND 120),
    share      INTEGER CHECK (share BETWEEN 1 AND 100),
    cost       INTEGER CHECK (cost >= 0),
    cancelled  TEXT CHECK (cancelled <> ''),
    created_at TEXT NOT NULL CHECK (created_at <> ''),
    changed_at TEXT NOT NULL CHECK (changed_at <> ''),
    CHECK (capacity IS NULL OR taken <= capacity),
    CHECK (closes >= opens),
    CHECK (age_max >= age_min)
) STRICT;

CREATE UNIQUE INDEX event_key ON event (key);

CREATE UNIQUE INDEX event_uid ON event (uid);

CREATE TABLE event_session (
    event_id INTEGER NOT NULL REFERENCES event (id),
    number   INTEGER NOT NULL CHECK (number > 0),
    starts   TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    ends     TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    PRIMARY KEY (event_id, number),
    CHECK (ends > starts)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_session_starts ON event_session (starts);

CREATE TABLE registration (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    event_id     INTEGER NOT NULL REFERENCES event (id),
    number       INTEGER NOT NULL CHECK (number > 0),
    code         TEXT NOT NULL CHECK (code <> ''),
    member_id    INTEGER REFERENCES member (id),
    name         TEXT CHECK (name <> ''),
    name_key     TEXT CHECK (name_key <> ''),
    phone        TEXT CHECK (phone GLOB '+[1-9]*'),
    email        TEXT CHECK (email <> ''),
    contact_of   TEXT CHECK (contact_of <> ''),
    birth_year   INTEGER CHECK (birth_year BETWEEN 1900 AND 2999),
    sex          TEXT CHECK (sex = 'female' OR sex = 'male'),
    district     TEXT CHECK (district <> ''),
    institution  TEXT CHECK (institution <> ''),
    is_group     INTEGER NOT NULL CHECK (is_group IN (0, 1)),
    heads        INTEGER NOT NULL CHECK (heads BETWEEN 1 AND 10000),
    needs        TEXT CHECK (needs <> ''),
    note         TEXT CHECK (note <> ''),
    source       TEXT NOT NULL CHECK (source IN ('desk', 'import', 'walk-in')),
    source_key   TEXT CHECK (source_key <> ''),
    state        TEXT NOT NULL CHECK (state IN ('registered', 'waiting', 'cancelled')),
    asked_at     TEXT NOT NULL CHECK (asked_at <> ''),
    promoted_at  TEXT CHECK (promoted_at <> ''),
    cancelled_at TEXT CHECK (cancelled_at <> ''), lapsed INTEGER NOT NULL DEFAULT 0
    CHECK (lapsed = 0 OR (lapsed = 1 AND state = 'cancelled')),
    CHECK (is_group = 1 OR heads = 1),
    CHECK (member_id IS NULL OR is_group = 0),
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX registration_number ON registration (event_id, number);

CREATE UNIQUE INDEX registration_code ON registration (code);

CREATE UNIQUE INDEX registration_source ON registration (event_id, source_key) WHERE source_key IS NOT NULL;

CREATE INDEX registration_name ON registration (event_id, name_key) WHERE name_key IS NOT NULL;

CREATE INDEX registration_member_events ON registration (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX registration_waiting ON registration (event_id, number) WHERE state = 'waiting';

CREATE UNIQUE INDEX registration_member ON registration (event_id, member_id)
    WHERE member_id IS NOT NULL AND state <> 'cancelled';

CREATE UNIQUE INDEX registration_phone ON registration (event_id, phone)
    WHERE phone IS NOT NULL AND contact_of IS NULL AND is_group = 0 AND state <> 'cancelled';

CREATE UNIQUE INDEX registration_email ON registration (event_id, email)
    WHERE email IS NOT NULL AND contact_of IS NULL AND is_group = 0 AND state <> 'cancelled';

CREATE UNIQUE INDEX registration_group ON registration (event_id, name_key)
    WHERE is_group = 1 AND state <> 'cancelled';

CREATE TRIGGER registration_takes_places AFTER INSERT ON registration WHEN new.state = 'registered'
BEGIN UPDATE event SET taken = taken + new.heads WHERE id = new.event_id; END;

CREATE TRIGGER registration_changes_places AFTER UPDATE OF state, heads, event_id ON registration
BEGIN
    UPDATE event SET taken = taken - old.heads WHERE id = old.event_id AND old.state = 'registered';
    UPDATE event SET taken = taken + new.heads WHERE id = new.event_id AND new.state = 'registered';
END;

CREATE TRIGGER registration_goes_forward BEFORE UPDATE OF state ON registration
WHEN new.state <> old.state AND NOT (
    (old.state = 'waiting' AND new.state = 'registered' AND old.promoted_at IS NULL AND new.promoted_at IS NOT NULL)
    OR (old.state <> 'cancelled' AND new.state = 'cancelled'))
BEGIN SELECT RAISE(ABORT, 'registration_goes_forward'); END;

CREATE TRIGGER registration_keeps_the_queue BEFORE UPDATE OF state ON registration
WHEN old.state = 'waiting' AND new.state = 'registered' AND EXISTS (
    SELECT 1 FROM registration AS before
    WHERE before.event_id = new.event_id AND before.state = 'waiting' AND before.number < new.number)
BEGIN SELECT RAISE(ABORT, 'registration_keeps_the_queue'); END;

CREATE TRIGGER registration_goes_to_the_end BEFORE INSERT ON registration
WHEN new.state = 'registered' AND EXISTS (
    SELECT 1 FROM registration AS before WHERE before.event_id = new.event_id AND before.state = 'waiting')
BEGIN SELECT RAISE(ABORT, 'registration_goes_to_the_end'); END;

CREATE TRIGGER registration_is_kept BEFORE DELETE ON registration
BEGIN SELECT RAISE(ABORT, 'registration_is_kept'); END;

CREATE TABLE attendance (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session         INTEGER NOT NULL CHECK (session > 0),
    heads           INTEGER NOT NULL CHECK (heads > 0),
    at              TEXT NOT NULL CHECK (at <> ''),
    staff           TEXT NOT NULL CHECK (staff <> ''),
    PRIMARY KEY (registration_id, session)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_score (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    phase           TEXT NOT NULL CHECK (phase IN ('before', 'after')),
    score           INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000000),
    PRIMARY KEY (registration_id, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    year            INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
    number          INTEGER NOT NULL CHECK (number > 0),
    code            TEXT NOT NULL CHECK (code <> ''),
    name            TEXT CHECK (name <> ''),
    attended        INTEGER NOT NULL CHECK (attended > 0),
    sessions        INTEGER NOT NULL CHECK (sessions >= attended),
    issued_at       TEXT NOT NULL CHECK (issued_at <> ''),
    staff           TEXT NOT NULL CHECK (staff <> '')
) STRICT;

CREATE UNIQUE INDEX certificate_once ON certificate (registration_id);

CREATE UNIQUE INDEX certificate_number ON certificate (year, number);

CREATE UNIQUE INDEX certificate_code ON certificate (code);

CREATE TABLE event_feedback (
    event_id   INTEGER NOT NULL REFERENCES event (id),
    number     INTEGER NOT NULL CHECK (number > 0),
    usefulness INTEGER CHECK (usefulness BETWEEN 1 AND 4),
    conduct    INTEGER CHECK (conduct BETWEEN 1 AND 4),
    comment    TEXT CHECK (comment <> ''),
    day        TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (event_id, number),
    CHECK (usefulness IS NOT NULL OR conduct IS NOT NULL OR comment IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_notice (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    event_id        INTEGER NOT NULL REFERENCES event (id),
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    kind            TEXT NOT NULL CHECK (kind IN ('promoted', 'moved', 'cancelled')),
    created_at      TEXT NOT NULL CHECK (created_at <> ''),
    taken_at        TEXT CHECK (taken_at <> '')
) STRICT;

CREATE INDEX event_notice_open ON event_notice (id) WHERE taken_at IS NULL;

CREATE INDEX loan_ended ON loan (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE due_change (
    loan_id    INTEGER NOT NULL REFERENCES loan (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number > 0),
    day        TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_before TEXT NOT NULL CHECK (due_before GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    renewal    INTEGER NOT NULL CHECK (renewal IN (0, 1)),
    PRIMARY KEY (loan_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX due_change_day ON due_change (day);

CREATE INDEX hold_ended ON hold (ended_at) WHERE ended_at IS NOT NULL;

CREATE INDEX hold_placed ON hold (placed_at);

CREATE INDEX delivery_hold ON delivery (hold_id);

CREATE INDEX member_joined ON member (joined);

CREATE INDEX item_received ON item (received, source) WHERE received IS NOT NULL AND source IS NOT NULL;

CREATE INDEX in_house_use_day ON in_house_use (day);

CREATE TABLE summary_day (
    day       TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    loan_mark INTEGER NOT NULL CHECK (loan_mark >= 0),
    closed_at TEXT NOT NULL CHECK (closed_at <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE figure_since (
    figure TEXT PRIMARY KEY CHECK (figure <> ''),
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_figure (
    figure TEXT NOT NULL CHECK (figure <> ''),
    day    TEXT NOT NULL REFERENCES summary_day (day),
    value  INTEGER NOT NULL CHECK (value <> 0),
    PRIMARY KEY (figure, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_class (
    day      TEXT NOT NULL REFERENCES summary_day (day),
    class    TEXT NOT NULL CHECK (class IN ('000', '100', '200', '2X', '300', '400', '500', '600', '700', '800', '900',
                 'other')),
    loans    INTEGER NOT NULL CHECK (loans >= 0),
    renewals INTEGER NOT NULL CHECK (renewals >= 0),
    PRIMARY KEY (day, class),
    CHECK (loans + renewals > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_group (
    day      TEXT NOT NULL REFERENCES summary_day (day),
    group_id INTEGER NOT NULL REFERENCES reader_group (id),
    loans    INTEGER NOT NULL CHECK (loans > 0),
    PRIMARY KEY (day, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stale_day (
    subject TEXT NOT NULL CHECK (subject IN ('loans', 'holds', 'members', 'in-house', 'searches', 'events', 'money', 'plans')),
    day     TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (subject, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER loan_ended_late AFTER UPDATE OF ended_at ON loan
WHEN substr(coalesce(new.ended_at, old.ended_at), 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(coalesce(new.ended_at, old.ended_at), 1, 10)); END;

CREATE TRIGGER hold_told_late AFTER INSERT ON hold
WHEN substr(new.placed_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('holds', substr(new.placed_at, 1, 10)); END;

CREATE TRIGGER hold_moved_late AFTER UPDATE OF ready_on, ended_at ON hold
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'holds', day FROM (
        SELECT old.ready_on AS day WHERE old.ready_on IS NOT new.ready_on UNION ALL
        SELECT new.ready_on WHERE old.ready_on IS NOT new.ready_on UNION ALL
        SELECT substr(old.ended_at, 1, 10) WHERE old.ended_at IS NOT new.ended_at UNION ALL
        SELECT substr(new.ended_at, 1, 10) WHERE old.ended_at IS NOT new.ended_at)
    WHERE day <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER member_told_late AFTER INSERT ON member
WHEN new.joined <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('members', new.joined); END;

CREATE TRIGGER member_moved_late AFTER UPDATE OF joined ON member
WHEN old.joined <> new.joined
BEGIN
    INSERT OR IGNORE INTO stale_day SELECT 'members', day FROM (SELECT old.joined AS day UNION ALL SELECT new.joined)
    WHERE day <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER in_house_use_told_late AFTER INSERT ON in_house_use
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('in-house', new.day); END;

CREATE TRIGGER in_house_use_counted_late AFTER UPDATE OF times ON in_house_use
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('in-house', new.day); END;

CREATE TRIGGER unmet_search_told_late AFTER INSERT ON unmet_search
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('searches', new.day); END;

CREATE TRIGGER unmet_search_counted_late AFTER UPDATE OF times ON unmet_search
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('searches', new.day); END;

CREATE TRIGGER event_session_told_late AFTER INSERT ON event_session
WHEN substr(new.starts, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('events', substr(new.starts, 1, 10)); END;

CREATE TRIGGER event_session_moved_late AFTER UPDATE ON event_session
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'events', day FROM (SELECT substr(old.starts, 1, 10) AS day UNION ALL SELECT substr(new.starts, 1, 10))
    WHERE day <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER event_session_taken_out_late AFTER DELETE ON event_session
WHEN substr(old.starts, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('events', substr(old.starts, 1, 10)); END;

CREATE TRIGGER event_cancelled_late AFTER UPDATE OF cancelled ON event
WHEN (old.cancelled IS NULL) <> (new.cancelled IS NULL)
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'events', substr(starts, 1, 10) FROM event_session
    WHERE event_id = new.id AND substr(starts, 1, 10) <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER attendance_told_late AFTER INSERT ON attendance
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'events', substr(starts, 1, 10) FROM registration
    JOIN event_session ON event_session.event_id = registration.event_id AND event_session.number = new.session
    WHERE registration.id = new.registration_id AND substr(starts, 1, 10) <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER attendance_counted_late AFTER UPDATE OF heads ON attendance
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'events', substr(starts, 1, 10) FROM registration
    JOIN event_session ON event_session.event_id = registration.event_id AND event_session.number = new.session
    WHERE registration.id = new.registration_id AND substr(starts, 1, 10) <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER attendance_taken_back_late AFTER DELETE ON attendance
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'events', substr(starts, 1, 10) FROM registration
    JOIN event_session ON event_session.event_id = registration.event_id AND event_session.number = old.session
    WHERE registration.id = old.registration_id AND substr(starts, 1, 10) <= (SELECT max(day) FROM summary_day);
END;

CREATE TRIGGER follow_up_told_late AFTER INSERT ON follow_up
WHEN max(substr(new.made_at, 1, 10), new.due) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('plans', max(substr(new.made_at, 1, 10), new.due)); END;

CREATE TRIGGER follow_up_moved_late AFTER UPDATE OF due, ended_at ON follow_up
BEGIN
    INSERT OR IGNORE INTO stale_day
    SELECT 'plans', day FROM (
        SELECT min(old.due, new.due) AS day WHERE old.due <> new.due UNION ALL
        SELECT substr(coalesce(new.ended_at, old.ended_at), 1, 10) WHERE old.ended_at IS NOT new.ended_at)
    WHERE day <= (SELECT max(day) FROM summary_day);
END;

CREATE TABLE night (
    day       TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed_at TEXT CHECK (closed_at <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX night_open ON night (day) WHERE closed_at IS NULL;

CREATE TRIGGER night_closed_stays BEFORE UPDATE ON night
WHEN old.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'night_closed_stays'); END;

CREATE TABLE night_step (
    day     TEXT NOT NULL REFERENCES night (day),
    step    TEXT NOT NULL CHECK (step <> ''),
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed')),
    at      TEXT NOT NULL CHECK (at <> ''),
    detail  TEXT NOT NULL CHECK (json_valid(detail)),
    PRIMARY KEY (day, step)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER night_step_done_once BEFORE UPDATE ON night_step
WHEN old.outcome = 'done'
BEGIN SELECT RAISE(ABORT, 'night_step_done_once'); END;

CREATE TABLE "consent" (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind      TEXT NOT NULL CHECK (kind IN ('membership', 'reading-history', 'notices', 'notices-mail',
                  'notices-whatsapp', 'notices-print', 'notices-text')),
    given_by  TEXT NOT NULL CHECK (given_by = 'member' OR given_by = 'guardian'),
    given_at  TEXT NOT NULL CHECK (given_at <> ''),
    staff     TEXT NOT NULL CHECK (staff <> ''),
    note      TEXT CHECK (note <> ''),
    withdrawn_at TEXT CHECK (withdrawn_at <> '')
) STRICT;

CREATE UNIQUE INDEX consent_standing ON consent (member_id, kind) WHERE withdrawn_at IS NULL;

CREATE INDEX member_email ON member (lower(email)) WHERE email IS NOT NULL;

CREATE INDEX registration_by_email ON registration (email) WHERE email IS NOT NULL;

CREATE INDEX member_ends ON member (valid_until) WHERE erased IS NULL;

CREATE TABLE notice (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    reason          TEXT NOT NULL CHECK (reason IN ('due-soon', 'overdue-1', 'overdue-2', 'overdue-3', 'hold-ready',
                        'hold-expiring', 'membership-ending', 'event-tomorrow', 'event-promoted', 'event-moved',
                        'event-cancelled', 'follow-up-due')),
    day             TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    member_id       INTEGER REFERENCES member (id),
    registration_id INTEGER REFERENCES registration (id),
    follow_up_id    INTEGER REFERENCES follow_up (id),
    things          INTEGER NOT NULL CHECK (things > 0),
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unknown', 'sent', 'dropped')),
    channel         TEXT CHECK (channel IN ('mail', 'whatsapp', 'print', 'text')),
    next_try        TEXT CHECK (next_try <> ''),
    created_at      TEXT NOT NULL CHECK (created_at <> ''),
    ended_at        TEXT CHECK (ended_at <> ''),
    CHECK ((state = 'sent' OR state = 'dropped') = (ended_at IS NOT NULL)),
    CHECK (state = 'waiting' OR state = 'dropped' OR channel IS NOT NULL),
    CHECK (next_try IS NULL OR state = 'waiting'),
    CHECK ((member_id IS NOT NULL) + (registration_id IS NOT NULL) + (follow_up_id IS NOT NULL) <= 1),
    CHECK (ended_at IS NOT NULL OR member_id IS NOT NULL OR registration_id IS NOT NULL OR follow_up_id IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX notice_once ON notice (day, reason, member_id) WHERE member_id IS NOT NULL;

CREATE UNIQUE INDEX notice_once_registered ON notice (day, reason, registration_id) WHERE registration_id IS NOT NULL;

CREATE UNIQUE INDEX notice_once_planned ON notice (day, reason, follow_up_id) WHERE follow_up_id IS NOT NULL;

CREATE INDEX notice_day ON notice (day);

CREATE INDEX notice_held ON notice (day)
    WHERE member_id IS NOT NULL OR registration_id IS NOT NULL OR follow_up_id IS NOT NULL;

CREATE INDEX notice_open ON notice (id) WHERE ended_at IS NULL;

CREATE INDEX notice_member ON notice (member_id) WHERE member_id IS NOT NULL;

CREATE TRIGGER notice_is_over BEFORE UPDATE OF state ON notice
WHEN old.ended_at IS NOT NULL AND NOT (old.state = 'sent' AND new.state = 'waiting' AND old.channel = 'mail')
BEGIN SELECT RAISE(ABORT, 'notice_is_over'); END;

CREATE TABLE notice_about (
    kind      TEXT NOT NULL CHECK (kind IN ('loan', 'hold', 'membership', 'registration', 'event-notice', 'follow-up')),
    record    INTEGER NOT NULL,
    reason    TEXT NOT NULL CHECK (reason <> ''),
    notice_id INTEGER REFERENCES notice (id),
    as_of     TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), told_before TEXT CHECK (told_before <> ''),
    PRIMARY KEY (kind, record),
    CHECK (notice_id IS NOT NULL OR kind = 'loan')
) STRICT, WITHOUT ROWID;

CREATE INDEX notice_about_notice ON notice_about (notice_id);

CREATE TRIGGER loan_ends_untold AFTER UPDATE OF ended ON loan WHEN new.ended IS NOT NULL
BEGIN
    DELETE FROM notice_about WHERE kind = 'loan' AND record = new.id
        AND EXISTS (SELECT 1 FROM notice WHERE notice.id = notice_id AND state = 'waiting');
    UPDATE notice_about SET notice_id = NULL WHERE kind = 'loan' AND record = new.id;
END;

CREATE TRIGGER hold_ends_untold AFTER UPDATE OF state ON hold WHEN new.state <> 'ready'
BEGIN DELETE FROM notice_about WHERE kind = 'hold' AND record = new.id; END;

CREATE TABLE notice_attempt (
    notice_id INTEGER NOT NULL REFERENCES notice (id),
    number    INTEGER NOT NULL CHECK (number > 0),
    channel   TEXT NOT NULL CHECK (channel IN ('mail', 'whatsapp', 'print', 'text')),
    at        TEXT NOT NULL CHECK (at <> ''),
    outcome   TEXT NOT NULL CHECK (outcome IN ('begun', 'sent', 'later', 'failed', 'bounced', 'unknown')),
    exit_code INTEGER, void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)), looked INTEGER NOT NULL DEFAULT 0 CHECK (looked IN (0, 1)),
    PRIMARY KEY (notice_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE bad_address (
    whose   TEXT NOT NULL CHECK (whose IN ('member', 'registration')),
    record  INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'whatsapp', 'text')),
    since   TEXT NOT NULL CHECK (since <> ''),
    PRIMARY KEY (whose, record, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_template (
    reason     TEXT NOT NULL CHECK (reason <> ''),
    language   TEXT NOT NULL CHECK (language IN ('id', 'en')),
    body       TEXT NOT NULL CHECK (body <> ''),
    changed_at TEXT NOT NULL CHECK (changed_at <> ''),
    PRIMARY KEY (reason, language)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER registration_lapses_from_the_queue BEFORE UPDATE OF lapsed ON registration
WHEN new.lapsed <> old.lapsed AND NOT (old.state = 'waiting' AND new.lapsed = 1)
BEGIN SELECT RAISE(ABORT, 'registration_lapses_from_the_queue'); END;

CREATE INDEX consent_member ON consent (member_id);

CREATE INDEX hold_member ON hold (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX event_notice_registration ON event_notice (registration_id);

CREATE INDEX notice_registration ON notice (registration_id) WHERE registration_id IS NOT NULL;

CREATE INDEX notice_follow_up ON notice (follow_up_id) WHERE follow_up_id IS NOT NULL;

CREATE TABLE yearly_fact (
    year  INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    name  TEXT NOT NULL CHECK (name <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (year, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE "ledger" (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind      TEXT NOT NULL CHECK (kind = 'charge' OR kind = 'payment' OR kind = 'waiver' OR kind = 'reversal'
                  OR kind = 'refund'),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    amount    INTEGER NOT NULL CHECK (amount > 0),
    loan_id   INTEGER REFERENCES loan (id),
    of_id     INTEGER REFERENCES "ledger" (id),
    basis     TEXT CHECK (json_valid(basis)),
    note      TEXT CHECK (note <> ''),
    day       TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    at        TEXT NOT NULL CHECK (at <> ''),
    staff     TEXT NOT NULL CHECK (staff <> ''),
    CHECK (kind = 'refund' OR (kind = 'reversal' OR kind = 'waiver') = (of_id IS NOT NULL)),
    CHECK (kind <> 'waiver' OR note IS NOT NULL)
) STRICT;

CREATE INDEX ledger_member ON ledger (member_id);

CREATE INDEX ledger_loan ON ledger (loan_id) WHERE loan_id IS NOT NULL;

CREATE INDEX ledger_of ON ledger (of_id) WHERE of_id IS NOT NULL;

CREATE UNIQUE INDEX ledger_given_back ON ledger (of_id) WHERE kind = 'refund' AND of_id IS NOT NULL;

CREATE INDEX ledger_day ON ledger (day);

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
WHEN new.loan_id IS NOT NULL OR new.id IS NOT old.id OR new.member_id IS NOT old.member_id OR new.kind IS NOT old.kind
  OR new.reason IS NOT old.reason OR new.amount IS NOT old.amount OR new.of_id IS NOT old.of_id
  OR new.basis IS NOT old.basis OR new.note IS NOT old.note OR new.day IS NOT old.day OR new.at IS NOT old.at
  OR new.staff IS NOT old.staff
BEGIN SELECT RAISE(ABORT, 'ledger_is_never_changed'); END;

CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger_is_never_cut'); END;

CREATE TRIGGER ledger_told_late AFTER INSERT ON ledger
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('money', new.day); END;

CREATE TABLE stale_class (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER loan_told_late AFTER INSERT ON loan
WHEN substr(new.loaned_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN
    INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(new.loaned_at, 1, 10));
    INSERT OR IGNORE INTO stale_class VALUES (substr(new.loaned_at, 1, 10));
END;

CREATE TRIGGER loan_taken_out_late AFTER DELETE ON loan
WHEN substr(old.loaned_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN
    INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(old.loaned_at, 1, 10));
    INSERT OR IGNORE INTO stale_class VALUES (substr(old.loaned_at, 1, 10));
END;

CREATE TRIGGER due_changed_late AFTER INSERT ON due_change
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN
    INSERT OR IGNORE INTO stale_day VALUES ('loans', new.day);
    INSERT OR IGNORE INTO stale_class SELECT new.day WHERE new.renewal = 1;
END;

CREATE INDEX notice_attempt_answered ON notice_attempt (at, notice_id, number)
    WHERE exit_code IS NOT NULL AND looked = 0;

CREATE TRIGGER member_has_another_email AFTER UPDATE OF email ON member WHEN new.email IS NOT old.email
BEGIN
    DELETE FROM bad_address WHERE whose = 'member' AND record = new.id AND channel = 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'mail'
        AND notice_id IN (SELECT id FROM notice WHERE member_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER member_has_another_phone AFTER UPDATE OF phone, guardian_phone ON member
WHEN new.phone IS NOT old.phone OR new.guardian_phone IS NOT old.guardian_phone
BEGIN
    DELETE FROM bad_address WHERE whose = 'member' AND record = new.id AND channel <> 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel IN ('whatsapp', 'text')
        AND notice_id IN (SELECT id FROM notice WHERE member_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER member_lives_elsewhere AFTER UPDATE OF address, village, district, city, postal_code ON member
WHEN new.address IS NOT old.address OR new.village IS NOT old.village OR new.district IS NOT old.district
  OR new.city IS NOT old.city OR new.postal_code IS NOT old.postal_code
BEGIN
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'print'
        AND notice_id IN (SELECT id FROM notice WHERE member_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER registration_has_another_email AFTER UPDATE OF email ON registration WHEN new.email IS NOT old.email
BEGIN
    DELETE FROM bad_address WHERE whose = 'registration' AND record = new.id AND channel = 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'mail'
        AND notice_id IN (SELECT id FROM notice WHERE registration_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER registration_has_another_phone AFTER UPDATE OF phone ON registration WHEN new.phone IS NOT old.phone
BEGIN
    DELETE FROM bad_address WHERE whose = 'registration' AND record = new.id AND channel <> 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel IN ('whatsapp', 'text')
        AND notice_id IN (SELECT id FROM notice WHERE registration_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER staff_have_another_mail AFTER UPDATE OF value ON setting
WHEN new.key = 'notice.staff-mail' AND new.value IS NOT old.value
BEGIN
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'mail'
        AND notice_id IN (SELECT id FROM notice WHERE follow_up_id IS NOT NULL AND ended_at IS NULL);
END;
