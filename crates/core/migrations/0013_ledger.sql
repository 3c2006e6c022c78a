-- 0013: a payment that was typed wrongly is given back: a refund may name the payment, once.

-- The table is made anew, because a CHECK can't be changed; the rows are as they were.
CREATE TABLE ledger_anew (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind      TEXT NOT NULL CHECK (kind = 'charge' OR kind = 'payment' OR kind = 'waiver' OR kind = 'reversal'
                  OR kind = 'refund'),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    amount    INTEGER NOT NULL CHECK (amount > 0),
    loan_id   INTEGER REFERENCES loan (id),
    of_id     INTEGER REFERENCES ledger_anew (id),
    basis     TEXT CHECK (json_valid(basis)),
    note      TEXT CHECK (note <> ''),
    day       TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    at        TEXT NOT NULL CHECK (at <> ''),
    staff     TEXT NOT NULL CHECK (staff <> ''),
    CHECK (kind = 'refund' OR (kind = 'reversal' OR kind = 'waiver') = (of_id IS NOT NULL)),
    CHECK (kind <> 'waiver' OR note IS NOT NULL)
) STRICT;
INSERT INTO ledger_anew (id, member_id, kind, reason, amount, loan_id, of_id, basis, note, day, at, staff)
SELECT id, member_id, kind, reason, amount, loan_id, of_id, basis, note, day, at, staff FROM ledger ORDER BY id;
DROP TABLE ledger;
ALTER TABLE ledger_anew RENAME TO ledger;

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

-- Went with the old table: step 8 says what it is for.
CREATE TRIGGER ledger_told_late AFTER INSERT ON ledger
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN INSERT OR IGNORE INTO stale_day VALUES ('money', new.day); END;
