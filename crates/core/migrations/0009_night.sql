-- 0009: the night. It closes a day once the day is over, in steps: which were done, how they went, and when the last of
-- them was. A step in the library is marked in the transaction that does it.
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
