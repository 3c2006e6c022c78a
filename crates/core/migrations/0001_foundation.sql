-- 0001: what every area stands on: settings, counters that never go back, and the append-only journal.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Ids and running numbers are made by the program. A counter only grows, so that an id is never used twice.
CREATE TABLE counter (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER counter_only_grows BEFORE UPDATE ON counter
WHEN new.last < old.last
BEGIN SELECT RAISE(ABORT, 'counter_only_grows'); END;

-- One row an action (a batch is one). `hash` covers the row and `previous`, the hash of the row before. The
-- counter `journal` holds the last `seq`, so that a chain cut short at its end is seen. Without rowid no byte of a
-- row is idle: every edit of one changes the row.
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
