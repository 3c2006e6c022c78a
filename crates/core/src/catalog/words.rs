//! The words of a record as the search index holds them: written forms, and the Indonesian stems beside them.
