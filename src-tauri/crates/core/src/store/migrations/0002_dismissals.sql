-- What somebody did not want to be offered again: a suggested position, by its source and the place of its cue,
-- or a name that is no actor's. Tied to nothing, so that undoing and redoing never meet.
CREATE TABLE dismissal (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  source TEXT,
  cue INTEGER,
  name TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX dismissal_by_source ON dismissal (source);
