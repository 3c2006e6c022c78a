-- 0003: members: who may borrow, of which type, with whose consent.
CREATE TABLE member_type (
    code       TEXT PRIMARY KEY CHECK (code <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    max_items  INTEGER CHECK (max_items >= 0),
    valid_days INTEGER NOT NULL CHECK (valid_days > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO member_type (code, name, max_items, valid_days) VALUES
    ('umum', 'Umum', 2, 365),
    ('pelajar', 'Pelajar', 2, 365),
    ('mahasiswa', 'Mahasiswa', 2, 365),
    ('anak', 'Anak', 2, 365),
    ('petugas', 'Petugas', 2, 365);

-- Empty means NULL. `card` is the number under the barcode, text with its leading zeros; `name_key` is the folded name.
-- `nik_hash` is made with a key that is not in this file; the number itself is kept nowhere. `suspended_until` is the
-- last day without loans. An erased member keeps the row, so that what points to it stays whole, and nothing of the person.
CREATE TABLE member (
    id                INTEGER PRIMARY KEY CHECK (id > 0),
    card              TEXT CHECK (card <> ''),
    name              TEXT CHECK (name <> ''),
    name_key          TEXT CHECK (name_key <> ''),
    member_type       TEXT NOT NULL REFERENCES member_type (code),
    sex               TEXT CHECK (sex = 'female' OR sex = 'male'),
    born              TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    phone             TEXT CHECK (phone GLOB '+[1-9]*'),
    phone_printed     TEXT CHECK (phone_printed <> ''),
    email             TEXT CHECK (email <> ''),
    address           TEXT CHECK (address <> ''),
    village           TEXT CHECK (village <> ''),
    district          TEXT CHECK (district <> ''),
    city              TEXT CHECK (city <> ''),
    postal_code       TEXT CHECK (postal_code <> ''),
    education         TEXT CHECK (education <> ''),
    occupation        TEXT CHECK (occupation <> ''),
    institution       TEXT CHECK (institution <> ''),
    nik_masked        TEXT CHECK (nik_masked <> ''),
    nik_hash          BLOB CHECK (length(nik_hash) = 32),
    guardian_name     TEXT CHECK (guardian_name <> ''),
    guardian_phone    TEXT CHECK (guardian_phone GLOB '+[1-9]*'),
    guardian_relation TEXT CHECK (guardian_relation <> ''),
    joined            TEXT NOT NULL CHECK (joined GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until       TEXT NOT NULL CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    suspended_until   TEXT CHECK (suspended_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    blocked           TEXT CHECK (blocked <> ''),
    note              TEXT CHECK (note <> ''),
    erased            TEXT CHECK (erased <> ''),
    CHECK ((erased IS NULL) = (name IS NOT NULL)),
    CHECK ((name IS NULL) = (name_key IS NULL)),
    CHECK ((name IS NULL) = (card IS NULL)),
    CHECK (valid_until >= joined)
) STRICT;
CREATE UNIQUE INDEX member_card ON member (card) WHERE card IS NOT NULL;
CREATE INDEX member_name ON member (name_key) WHERE name_key IS NOT NULL;
CREATE INDEX member_phone ON member (phone) WHERE phone IS NOT NULL;
CREATE INDEX member_nik ON member (nik_hash) WHERE nik_hash IS NOT NULL;

-- What a member, or the guardian of a child, agreed to; withdrawn is an end, not a deletion.
CREATE TABLE consent (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind      TEXT NOT NULL CHECK (kind = 'membership' OR kind = 'reading-history' OR kind = 'notices'),
    given_by  TEXT NOT NULL CHECK (given_by = 'member' OR given_by = 'guardian'),
    given_at  TEXT NOT NULL CHECK (given_at <> ''),
    staff     TEXT NOT NULL CHECK (staff <> ''),
    note      TEXT CHECK (note <> ''),
    withdrawn_at TEXT CHECK (withdrawn_at <> '')
) STRICT;
CREATE UNIQUE INDEX consent_standing ON consent (member_id, kind) WHERE withdrawn_at IS NULL;

-- By which key the hashes of NIKs were made: a value that the key gives and that gives nothing of it away. The key
-- itself is in a file beside this one, and in no backup.
CREATE TABLE nik_key (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    proof BLOB NOT NULL CHECK (length(proof) = 32)
) STRICT;
