-- 0008: reports: the figures of days that are over, so that a month is a few rows, whatever the library's age.

-- A loan that ends as lost may come back later; when it left the library is kept apart from when it came back.
ALTER TABLE loan ADD COLUMN lost_at TEXT CHECK (lost_at <> '');
UPDATE loan SET lost_at = ended_at WHERE ended = 'lost';
CREATE INDEX loan_ended ON loan (ended_at) WHERE ended_at IS NOT NULL;

-- How due dates came to be what they are, so that the past can be told after a renewal or a closure. `number` is the order
-- in which they were recorded; `day` is the day they count for, which paper slips may tell late.
CREATE TABLE due_change (
    loan_id    INTEGER NOT NULL REFERENCES loan (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number > 0),
    day        TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_before TEXT NOT NULL CHECK (due_before GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    renewal    INTEGER NOT NULL CHECK (renewal IN (0, 1)),
    PRIMARY KEY (loan_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_change_day ON due_change (day);

-- What the figures of a day are read by. Loans have no index by day: their numbers only grow, and `loan_mark` says from
-- which on.
CREATE INDEX hold_ended ON hold (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX hold_placed ON hold (placed_at);
-- A hold that has a trigger is looked for among its children when it is added.
CREATE INDEX delivery_hold ON delivery (hold_id);
CREATE INDEX member_joined ON member (joined);
CREATE INDEX item_received ON item (received, source) WHERE received IS NOT NULL AND source IS NOT NULL;
CREATE INDEX in_house_use_day ON in_house_use (day);

-- The days that are closed, without a gap. Every loan of a later day has a number above `loan_mark`.
CREATE TABLE summary_day (
    day       TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    loan_mark INTEGER NOT NULL CHECK (loan_mark >= 0),
    closed_at TEXT NOT NULL CHECK (closed_at <> '')
) STRICT, WITHOUT ROWID;

-- From which day on a figure is known. One without a row is not known at all.
CREATE TABLE figure_since (
    figure TEXT PRIMARY KEY CHECK (figure <> ''),
    day    TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- A closed day without a row is a day of zero.
CREATE TABLE daily_figure (
    figure TEXT NOT NULL CHECK (figure <> ''),
    day    TEXT NOT NULL REFERENCES summary_day (day),
    value  INTEGER NOT NULL CHECK (value <> 0),
    PRIMARY KEY (figure, day)
) STRICT, WITHOUT ROWID;

-- `class` is the row of reports that the title belonged to when the day was closed; the rows of a day add up.
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

-- A closed day of which something was told since: paper slips, what happened away, what was undone. The triggers below
-- note it whoever writes; the next night counts those days again. On the day itself they write nothing.
CREATE TABLE stale_day (
    subject TEXT NOT NULL CHECK (subject IN ('loans', 'holds', 'members', 'in-house', 'searches', 'events', 'money', 'plans')),
    day     TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (subject, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER loan_told_late AFTER INSERT ON loan
WHEN substr(new.loaned_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(new.loaned_at, 1, 10)); END;

CREATE TRIGGER loan_taken_out_late AFTER DELETE ON loan
WHEN substr(old.loaned_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(old.loaned_at, 1, 10)); END;

CREATE TRIGGER loan_ended_late AFTER UPDATE OF ended_at ON loan
WHEN substr(coalesce(new.ended_at, old.ended_at), 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(coalesce(new.ended_at, old.ended_at), 1, 10)); END;

CREATE TRIGGER due_changed_late AFTER INSERT ON due_change
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('loans', new.day); END;

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

CREATE TRIGGER ledger_told_late AFTER INSERT ON ledger
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('money', new.day); END;

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
