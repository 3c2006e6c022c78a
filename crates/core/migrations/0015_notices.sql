-- 0015: notices: what was told stays told, whatever moves a date; a corrected address is tried anew.

-- What was told of it before, for when the notice is dropped untold.
ALTER TABLE notice_about ADD COLUMN told_before TEXT CHECK (told_before <> '');

-- The steps of a loan begin anew when it is renewed, and not when a closure moves its date: they go by the date as the
-- rule decided it.
UPDATE notice_about SET as_of = (SELECT due_decided FROM loan WHERE loan.id = record)
    WHERE kind = 'loan' AND as_of >= (SELECT due_decided FROM loan WHERE loan.id = record);

-- void, 1: the delivery says nothing any more of how somebody can be reached, because the address was changed since, or
-- the command was at fault. looked, 1: why it was refused is known, so it is no reason to doubt the command.
ALTER TABLE notice_attempt ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
ALTER TABLE notice_attempt ADD COLUMN looked INTEGER NOT NULL DEFAULT 0 CHECK (looked IN (0, 1));

CREATE INDEX notice_attempt_answered ON notice_attempt (at, notice_id, number)
    WHERE exit_code IS NOT NULL AND looked = 0;

-- Another address is not known to be bad, and what could not be delivered to the old one is tried anew.
DROP TRIGGER member_has_another_email;

CREATE TRIGGER member_has_another_email AFTER UPDATE OF email ON member WHEN new.email IS NOT old.email
BEGIN
    DELETE FROM bad_address WHERE whose = 'member' AND record = new.id AND channel = 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'mail'
        AND notice_id IN (SELECT id FROM notice WHERE member_id = new.id AND ended_at IS NULL);
END;

DROP TRIGGER member_has_another_phone;

CREATE TRIGGER member_has_another_phone AFTER UPDATE OF phone, guardian_phone ON member
WHEN new.phone IS NOT old.phone OR new.guardian_phone IS NOT old.guardian_phone
BEGIN
    DELETE FROM bad_address WHERE whose = 'member' AND record = new.id AND channel <> 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel IN ('whatsapp', 'text')
        AND notice_id IN (SELECT id FROM notice WHERE member_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER member_lives_elsewhere AFTER UPDATE OF address, village, district, city, postal_code ON member
WHEN new.address IS NOT old.address OR new.village IS NOT old.village OR new.district IS NOT old.district
  OR new.city IS NOT old.city OR new.postal_code IS NOT old.postal_code
BEGIN
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'print'
        AND notice_id IN (SELECT id FROM notice WHERE member_id = new.id AND ended_at IS NULL);
END;

DROP TRIGGER registration_has_another_address;

CREATE TRIGGER registration_has_another_email AFTER UPDATE OF email ON registration WHEN new.email IS NOT old.email
BEGIN
    DELETE FROM bad_address WHERE whose = 'registration' AND record = new.id AND channel = 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'mail'
        AND notice_id IN (SELECT id FROM notice WHERE registration_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER registration_has_another_phone AFTER UPDATE OF phone ON registration WHEN new.phone IS NOT old.phone
BEGIN
    DELETE FROM bad_address WHERE whose = 'registration' AND record = new.id AND channel <> 'mail';
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel IN ('whatsapp', 'text')
        AND notice_id IN (SELECT id FROM notice WHERE registration_id = new.id AND ended_at IS NULL);
END;

CREATE TRIGGER staff_have_another_mail AFTER UPDATE OF value ON setting
WHEN new.key = 'notice.staff-mail' AND new.value IS NOT old.value
BEGIN
    UPDATE notice_attempt SET void = 1, looked = 1 WHERE channel = 'mail'
        AND notice_id IN (SELECT id FROM notice WHERE follow_up_id IS NOT NULL AND ended_at IS NULL);
END;
