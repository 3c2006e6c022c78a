-- 0011: what ends by itself: who still waits for a place when the event is over.

-- 1: nobody gave the place in the queue up; the wait ended with the last session, and `cancelled_at` is that moment.
ALTER TABLE registration ADD COLUMN lapsed INTEGER NOT NULL DEFAULT 0
    CHECK (lapsed = 0 OR (lapsed = 1 AND state = 'cancelled'));

CREATE TRIGGER registration_lapses_from_the_queue BEFORE UPDATE OF lapsed ON registration
WHEN new.lapsed <> old.lapsed AND NOT (old.state = 'waiting' AND new.lapsed = 1)
BEGIN SELECT RAISE(ABORT, 'registration_lapses_from_the_queue'); END;

-- A table with a trigger on INSERT has SQLite look for children of each new row: by an index, not from end to end.
CREATE INDEX consent_member ON consent (member_id);
CREATE INDEX hold_member ON hold (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX event_notice_registration ON event_notice (registration_id);
CREATE INDEX notice_registration ON notice (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX notice_follow_up ON notice (follow_up_id) WHERE follow_up_id IS NOT NULL;
