-- 0011: what ends by itself: who still waits for a place when the event is over.

-- 1: nobody gave the place in the queue up; the wait ended with the last session, and `cancelled_at` is that moment.
ALTER TABLE registration ADD COLUMN lapsed INTEGER NOT NULL DEFAULT 0
    CHECK (lapsed = 0 OR (lapsed = 1 AND state = 'cancelled'));

CREATE TRIGGER registration_lapses_from_the_queue BEFORE UPDATE OF lapsed ON registration
WHEN new.lapsed <> old.lapsed AND NOT (old.state = 'waiting' AND new.lapsed = 1)
BEGIN SELECT RAISE(ABORT, 'registration_lapses_from_the_queue'); END;
