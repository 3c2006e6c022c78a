-- 0012: what the library is asked for every year and can't count itself: inhabitants, librarians, visits, accreditation.
CREATE TABLE yearly_fact (
    year  INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    name  TEXT NOT NULL CHECK (name <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (year, name)
) STRICT, WITHOUT ROWID;
