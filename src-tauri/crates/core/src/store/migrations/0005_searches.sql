-- Queries that somebody keeps, as they were typed.
CREATE TABLE saved_search (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
