-- 0006: surveys: what was asked and answered, what readers wrote, and what is done about it.

-- An instrument as it was when a survey began to use it; a changed one becomes a new row.
CREATE TABLE instrument (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    key        TEXT NOT NULL CHECK (key <> ''),
    definition TEXT NOT NULL CHECK (json_valid(definition)),
    stored_at  TEXT NOT NULL CHECK (stored_at <> '')
) STRICT;
CREATE INDEX instrument_key ON instrument (key);

-- `weight` is `1/k` or what an old publication used. `item_order` names the order of the elements on the questionnaire.
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

-- `row_count` and `rows_digest` (SHA-256 of the columns that are read) know a file that comes again, also when it has grown.
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

-- Nobody's name, number or address: the day, the scores (a figure an element in the order of the instrument, `A` for 10,
-- `-` for a blank), and choices and bands as JSON. `fingerprint` tells a row from others in a later export of the form.
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

-- What readers wrote, apart from their other answers, so that these tell nothing of who wrote it.
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

-- What staff changed in the list of words that speak of an element; no element: the word is taken out.
CREATE TABLE survey_word (
    word    TEXT PRIMARY KEY CHECK (word <> ''),
    element TEXT CHECK (element <> '')
) STRICT, WITHOUT ROWID;

-- The plan (rencana tindak lanjut): who does what until when, and what was done.
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
