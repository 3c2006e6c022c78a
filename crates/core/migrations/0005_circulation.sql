-- 0005: circulation: loan rules, loans, holds, deliveries, the ledger, and what came from the mobile library.

-- A rule is never changed: a new one takes its place and it is ended, so that a loan keeps what was decided for it.
-- A key that is NULL stands for any. Days count as their names say; money is whole rupiah; a bound of 0 is none,
-- `price_cap` is in percent of the copy's price.
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

-- Two rules with one key, of the same rank and in force on the same day, would let their order decide.
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

-- What a library begins with: SLiMS's own defaults.
INSERT INTO loan_rule (id, max_items, loan_days, closed_days, expiry_cap, renewals, renew_from, fine, fine_period,
    fine_at, fine_days, grace, after_grace, fine_cap, price_cap, suspend_days, suspend_max, age_min, made_at)
VALUES (1, 2, 7, 'push', 1, 1, 'today', 0, 1, 'start', 'open-days', 0, 'whole', 0, 0, 0, 0, 0, '2026-11-20T00:00:00+07:00');
INSERT INTO counter (name, last) VALUES ('loan_rule', 1);

-- What statistics need of a reader, and all that is left of one once a loan is cut from the person. '' is unknown.
CREATE TABLE reader_group (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    member_type TEXT NOT NULL,
    age_band    TEXT NOT NULL,
    sex         TEXT NOT NULL,
    district    TEXT NOT NULL,
    education   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reader_group_once ON reader_group (member_type, age_band, sex, district, education);

-- `due` is the last day on which the copy is not late; `due_decided` is what the rule said before closures that were
-- entered later moved it. No rule: the loan was taken over from another system. No member: the reading history was cut.
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
    ended_at    TEXT CHECK (ended_at <> ''),
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK (ended IS NOT NULL OR member_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX loan_open ON loan (item_id) WHERE ended IS NULL;
CREATE INDEX loan_item ON loan (item_id);
CREATE INDEX loan_member ON loan (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX loan_due ON loan (due) WHERE ended IS NULL;

-- A copy that was read in the library, counted when it was put on the trolley.
CREATE TABLE in_house_use (
    day     TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    item_id INTEGER NOT NULL REFERENCES item (id),
    times   INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (item_id, day)
) STRICT, WITHOUT ROWID;

-- The queue of a title is in the order of ids. `item_id`: only this copy will do. A hold that is over is cut from the
-- person, unless they chose to keep their history; the title stays, as demand.
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

-- A tour of a courier on a day, and what it hands over: each hand-over is a checkout of a ready hold.
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

-- The ledger: amounts are positive, the kind says which way they count (charge and refund up, the others down).
-- `at` is only the day where a loan is charged. `of_id` is the charge that a waiver or reversal takes back. `basis` is
-- what a late charge was worked out from. The link to a loan is cut with the reading history; nothing else of a row ever
-- changes.
CREATE TABLE ledger (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind      TEXT NOT NULL CHECK (kind = 'charge' OR kind = 'payment' OR kind = 'waiver' OR kind = 'reversal'
                  OR kind = 'refund'),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    amount    INTEGER NOT NULL CHECK (amount > 0),
    loan_id   INTEGER REFERENCES loan (id),
    of_id     INTEGER REFERENCES ledger (id),
    basis     TEXT CHECK (json_valid(basis)),
    note      TEXT CHECK (note <> ''),
    day       TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    at        TEXT NOT NULL CHECK (at <> ''),
    staff     TEXT NOT NULL CHECK (staff <> ''),
    CHECK ((kind = 'reversal' OR kind = 'waiver') = (of_id IS NOT NULL)),
    CHECK (kind <> 'waiver' OR note IS NOT NULL)
) STRICT;
CREATE INDEX ledger_member ON ledger (member_id);
CREATE INDEX ledger_loan ON ledger (loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX ledger_of ON ledger (of_id) WHERE of_id IS NOT NULL;
CREATE INDEX ledger_day ON ledger (day);

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
WHEN new.loan_id IS NOT NULL OR new.id IS NOT old.id OR new.member_id IS NOT old.member_id OR new.kind IS NOT old.kind
  OR new.reason IS NOT old.reason OR new.amount IS NOT old.amount OR new.of_id IS NOT old.of_id
  OR new.basis IS NOT old.basis OR new.note IS NOT old.note OR new.day IS NOT old.day OR new.at IS NOT old.at
  OR new.staff IS NOT old.staff
BEGIN SELECT RAISE(ABORT, 'ledger_is_never_changed'); END;

CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger_is_never_cut'); END;

-- Lines of offline journals that were replayed, so that a line counts once however often its file is brought.
CREATE TABLE offline_line (
    journal TEXT NOT NULL CHECK (journal <> ''),
    line    INTEGER NOT NULL CHECK (line > 0),
    outcome TEXT NOT NULL CHECK (json_valid(outcome)),
    PRIMARY KEY (journal, line)
) STRICT, WITHOUT ROWID;
