-- 0014: notices: what was told stays told, whatever moves a date.

-- What was told of it before, for when the notice is dropped untold.
ALTER TABLE notice_about ADD COLUMN told_before TEXT CHECK (told_before <> '');

-- The steps of a loan begin anew when it is renewed, and not when a closure moves its date: they go by the date as the
-- rule decided it.
UPDATE notice_about SET as_of = (SELECT due_decided FROM loan WHERE loan.id = record)
    WHERE kind = 'loan' AND as_of = (SELECT due FROM loan WHERE loan.id = record);
