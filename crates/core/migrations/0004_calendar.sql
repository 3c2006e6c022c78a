-- 0004: the two calendars: when the library is open, and the working days by which legal deadlines are counted.

-- Days of the week on which the library is closed: 1 is Monday, 7 Sunday.
CREATE TABLE closed_weekday (
    weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7)
) STRICT;
INSERT INTO closed_weekday (weekday) VALUES (7);

-- National holidays and the days of joint leave, as decreed. Working days know them by law, the library by its own choice.
CREATE TABLE holiday (
    day  TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind = 'holiday' OR kind = 'joint-leave'),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

-- Days on which the library is closed besides: repairs, a flood, Ramadan's last week. Both ends are closed.
CREATE TABLE closure (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day  TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX closure_days ON closure (last_day, first_day);

-- Days on which the library is open whatever else is said of them.
CREATE TABLE opening (
    day    TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;
