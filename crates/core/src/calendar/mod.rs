//! Two calendars: when the library is open, and the working days by which legal deadlines are counted.
