-- 0014: a day keeps the classes it was closed with, until one of its own loans is told late.

-- Closed days on which, told late, a loan began, was taken out or was renewed: their loans are counted again by class and by
-- group. All else that is stale of a day, a return say, leaves those as they were handed in.
CREATE TABLE stale_class (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;
INSERT INTO stale_class SELECT day FROM stale_day WHERE subject = 'loans';

DROP TRIGGER loan_told_late;
CREATE TRIGGER loan_told_late AFTER INSERT ON loan
WHEN substr(new.loaned_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN
    INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(new.loaned_at, 1, 10));
    INSERT OR IGNORE INTO stale_class VALUES (substr(new.loaned_at, 1, 10));
END;

DROP TRIGGER loan_taken_out_late;
CREATE TRIGGER loan_taken_out_late AFTER DELETE ON loan
WHEN substr(old.loaned_at, 1, 10) <= (SELECT max(day) FROM summary_day)
BEGIN
    INSERT OR IGNORE INTO stale_day VALUES ('loans', substr(old.loaned_at, 1, 10));
    INSERT OR IGNORE INTO stale_class VALUES (substr(old.loaned_at, 1, 10));
END;

DROP TRIGGER due_changed_late;
CREATE TRIGGER due_changed_late AFTER INSERT ON due_change
WHEN new.day <= (SELECT max(day) FROM summary_day)
BEGIN
    INSERT OR IGNORE INTO stale_day VALUES ('loans', new.day);
    INSERT OR IGNORE INTO stale_class SELECT new.day WHERE new.renewal = 1;
END;
