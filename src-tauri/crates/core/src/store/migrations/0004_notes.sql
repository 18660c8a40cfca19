-- Why something that the checks before export point out may stay as it is.
CREATE TABLE waiver (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  key TEXT NOT NULL,
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX waiver_by_note ON waiver (note);

-- A note as it stood, under a name; stays whatever becomes of the note.
CREATE TABLE note_version (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  snapshot TEXT NOT NULL REFERENCES content (hash)
) STRICT;
CREATE INDEX note_version_by_note ON note_version (note, n);

-- What a block's excerpt, position or actor was like when the writer put it there or last looked.
CREATE TABLE seen (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX seen_by_note ON seen (note);

-- Templates of the user's own.
CREATE TABLE template (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  max_pages INTEGER,
  blocks TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
