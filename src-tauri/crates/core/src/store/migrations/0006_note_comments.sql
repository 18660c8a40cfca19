-- What somebody remarks on a block of a note, for those who write it.
CREATE TABLE note_comment (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  block TEXT NOT NULL,
  words TEXT,
  text TEXT NOT NULL,
  settled INTEGER NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX note_comment_by_note ON note_comment (note, n);
