-- 0010: notices: who was told what, by which channel, and how it went; consent for each channel.

-- Consent for each channel. A CHECK can't be changed in place, so the table is made anew.
CREATE TABLE consent_by_channel (
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

INSERT INTO consent_by_channel (id, member_id, kind, given_by, given_at, staff, note, withdrawn_at)
    SELECT id, member_id, kind, given_by, given_at, staff, note, withdrawn_at FROM consent;

DROP TABLE consent;

ALTER TABLE consent_by_channel RENAME TO consent;

CREATE UNIQUE INDEX consent_standing ON consent (member_id, kind) WHERE withdrawn_at IS NULL;

-- Whose mail came back. A member's address is kept as it was written, a registration's in lower case.
CREATE INDEX member_email ON member (lower(email)) WHERE email IS NOT NULL;

CREATE INDEX registration_by_email ON registration (email) WHERE email IS NOT NULL;

-- Whose membership ends soon.
CREATE INDEX member_ends ON member (valid_until) WHERE erased IS NULL;

-- What somebody is to be told on a day: one notice a reason, recipient and day. It holds no text, no name, no title.
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

-- Those that still stand with a person: the night cuts what is long over.
CREATE INDEX notice_held ON notice (day)
    WHERE member_id IS NOT NULL OR registration_id IS NOT NULL OR follow_up_id IS NOT NULL;

CREATE INDEX notice_open ON notice (id) WHERE ended_at IS NULL;

CREATE INDEX notice_member ON notice (member_id) WHERE member_id IS NOT NULL;

CREATE TRIGGER notice_is_over BEFORE UPDATE OF state ON notice
WHEN old.ended_at IS NOT NULL AND NOT (old.state = 'sent' AND new.state = 'waiting' AND old.channel = 'mail')
BEGIN SELECT RAISE(ABORT, 'notice_is_over'); END;

-- What was told last of a thing, as it stood then. A loan and a hold lead to a notice only while they are open: afterwards
-- no notice leads to a title. Which step was told of a loan stays until the night, for a return that is undone.
CREATE TABLE notice_about (
    kind      TEXT NOT NULL CHECK (kind IN ('loan', 'hold', 'membership', 'registration', 'event-notice', 'follow-up')),
    record    INTEGER NOT NULL,
    reason    TEXT NOT NULL CHECK (reason <> ''),
    notice_id INTEGER REFERENCES notice (id),
    as_of     TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
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

-- Each time that a notice was handed to a channel, and what came of it. No address.
CREATE TABLE notice_attempt (
    notice_id INTEGER NOT NULL REFERENCES notice (id),
    number    INTEGER NOT NULL CHECK (number > 0),
    channel   TEXT NOT NULL CHECK (channel IN ('mail', 'whatsapp', 'print', 'text')),
    at        TEXT NOT NULL CHECK (at <> ''),
    outcome   TEXT NOT NULL CHECK (outcome IN ('begun', 'sent', 'later', 'failed', 'bounced', 'unknown')),
    exit_code INTEGER,
    PRIMARY KEY (notice_id, number)
) STRICT, WITHOUT ROWID;

-- An address that does not work, until it is changed. The address itself stands with the person.
CREATE TABLE bad_address (
    whose   TEXT NOT NULL CHECK (whose IN ('member', 'registration')),
    record  INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'whatsapp', 'text')),
    since   TEXT NOT NULL CHECK (since <> ''),
    PRIMARY KEY (whose, record, channel)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER member_has_another_email AFTER UPDATE OF email ON member WHEN new.email IS NOT old.email
BEGIN DELETE FROM bad_address WHERE whose = 'member' AND record = new.id AND channel = 'mail'; END;

CREATE TRIGGER member_has_another_phone AFTER UPDATE OF phone, guardian_phone ON member
WHEN new.phone IS NOT old.phone OR new.guardian_phone IS NOT old.guardian_phone
BEGIN DELETE FROM bad_address WHERE whose = 'member' AND record = new.id AND channel <> 'mail'; END;

CREATE TRIGGER registration_has_another_address AFTER UPDATE OF email, phone ON registration
WHEN new.email IS NOT old.email OR new.phone IS NOT old.phone
BEGIN DELETE FROM bad_address WHERE whose = 'registration' AND record = new.id; END;

-- Words of the library's own in the place of those that come with the program.
CREATE TABLE notice_template (
    reason     TEXT NOT NULL CHECK (reason <> ''),
    language   TEXT NOT NULL CHECK (language IN ('id', 'en')),
    body       TEXT NOT NULL CHECK (body <> ''),
    changed_at TEXT NOT NULL CHECK (changed_at <> ''),
    PRIMARY KEY (reason, language)
) STRICT, WITHOUT ROWID;
