-- 0007: events: what the library holds, who has a place, who waits, who came, what they learned, and who is to be told.

-- `key` is the name that people type. `capacity` counts heads; NULL is no bound. `taken` is the heads that hold a place:
-- triggers keep it, so that no program can pass the capacity. Times are of the library's own zone. `sequence` rises with
-- everything that a calendar shows. `share` is the percent of the sessions that a certificate asks for; NULL gives none.
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

-- The sessions of an event, numbered as they were planned. A number stays with its session when that is moved.
CREATE TABLE event_session (
    event_id INTEGER NOT NULL REFERENCES event (id),
    number   INTEGER NOT NULL CHECK (number > 0),
    starts   TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    ends     TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    PRIMARY KEY (event_id, number),
    CHECK (ends > starts)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_session_starts ON event_session (starts);

-- Who asked for a place. The queue is in the order of `number`, which counts within the event and is never used twice:
-- who cancels and comes again has a new row, at the end. A member's name and numbers stand with the member; birth year,
-- sex and district are kept here too, for statistics that outlast the person. `contact_of` names whose telephone and mail
-- these are when they are not the person's own (a payer, a parent): then they tell nobody apart. `source_key` is what an
-- imported row is known by when its file comes again. `needs` is for those who prepare the room, and for nobody else.
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
    cancelled_at TEXT CHECK (cancelled_at <> ''),
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

-- One place a person: by member, else by the person's own telephone or mail; a group by its name.
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

-- Nobody is promoted twice, nobody loses a place to the waiting list, and who cancelled does not come back in the old
-- place of the queue.
CREATE TRIGGER registration_goes_forward BEFORE UPDATE OF state ON registration
WHEN new.state <> old.state AND NOT (
    (old.state = 'waiting' AND new.state = 'registered' AND old.promoted_at IS NULL AND new.promoted_at IS NOT NULL)
    OR (old.state <> 'cancelled' AND new.state = 'cancelled'))
BEGIN SELECT RAISE(ABORT, 'registration_goes_forward'); END;

-- Nobody is passed over: a place is given to the first who waits.
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

-- Who came to which session; of a group, how many heads.
CREATE TABLE attendance (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session         INTEGER NOT NULL CHECK (session > 0),
    heads           INTEGER NOT NULL CHECK (heads > 0),
    at              TEXT NOT NULL CHECK (at <> ''),
    staff           TEXT NOT NULL CHECK (staff <> ''),
    PRIMARY KEY (registration_id, session)
) STRICT, WITHOUT ROWID;

-- Marks of a test before and after, in hundredths of a point.
CREATE TABLE event_score (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    phase           TEXT NOT NULL CHECK (phase IN ('before', 'after')),
    score           INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000000),
    PRIMARY KEY (registration_id, phase)
) STRICT, WITHOUT ROWID;

-- A certificate keeps what was printed. Numbers count within a year; `code` is what whoever doubts it asks about.
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

-- What was thought of an event, three questions: was it useful, was it held well (1 to 4), what should be better. Nothing
-- says who answered; the number counts within the event.
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

-- Who is to be told of what; whatever sends notices reads it and says when it took one.
CREATE TABLE event_notice (
    id              INTEGER PRIMARY KEY CHECK (id > 0),
    event_id        INTEGER NOT NULL REFERENCES event (id),
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    kind            TEXT NOT NULL CHECK (kind IN ('promoted', 'moved', 'cancelled')),
    created_at      TEXT NOT NULL CHECK (created_at <> ''),
    taken_at        TEXT CHECK (taken_at <> '')
) STRICT;
CREATE INDEX event_notice_open ON event_notice (id) WHERE taken_at IS NULL;
