-- The model of the domain. Every journaled table has `n`, a row number that survives VACUUM and is never
-- given twice (the search index hangs on it, and undo brings rows back under it), and `id`, the name the
-- rest of the program knows. No CASCADE, no REPLACE and no
-- triggers but the search index's: each would hide a change from the journal.

CREATE TABLE dossier (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  marking_scheme TEXT NOT NULL,
  marking TEXT,
  unit TEXT,
  paper TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Bytes kept for good, named by what they are: originals, extracted texts, structures, note snapshots.
-- Only ever added to, so undo and redo never move them.
CREATE TABLE content (
  hash TEXT PRIMARY KEY,
  encoding TEXT NOT NULL CHECK (encoding IN ('identity', 'zstd')),
  length INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT,
  authors TEXT NOT NULL,
  published TEXT,
  accessed TEXT,
  url TEXT,
  kind TEXT NOT NULL,
  language TEXT,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  marking TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn', 'superseded')),
  state_reason TEXT,
  superseded_by TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  translation_of TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  file_name TEXT,
  media_type TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES content (hash),
  text TEXT NOT NULL REFERENCES content (hash),
  structure TEXT NOT NULL REFERENCES content (hash),
  html TEXT REFERENCES content (hash),
  characters INTEGER NOT NULL,
  guessed TEXT NOT NULL,
  warnings TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_by_original ON source (original);

-- Which sources were opened here. Apart from them, and tied to nothing: reading is not undone.
CREATE TABLE reading (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE excerpt (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  quote_hash TEXT NOT NULL,
  orphan INTEGER NOT NULL CHECK (orphan IN (0, 1)),
  page INTEGER,
  memo TEXT,
  translation TEXT,
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  verification TEXT NOT NULL CHECK (verification IN ('unverified', 'verified', 'disputed')),
  marking TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX excerpt_by_source ON excerpt (source, start);

CREATE TABLE actor (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  parent TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT NOT NULL,
  aliases TEXT NOT NULL,
  role TEXT,
  role_from TEXT,
  role_to TEXT,
  pronunciation TEXT
) STRICT;
CREATE INDEX actor_by_parent ON actor (parent, place);

CREATE TABLE issue (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  parent TEXT REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT NOT NULL,
  half_life_days INTEGER
) STRICT;
CREATE INDEX issue_by_parent ON issue (parent, place);

CREATE TABLE position (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  issue TEXT NOT NULL REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
  stance TEXT NOT NULL,
  degree TEXT,
  condition TEXT,
  sequence TEXT,
  summary TEXT,
  speaker TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  manner TEXT NOT NULL,
  as_of TEXT NOT NULL,
  review_by TEXT,
  confidence TEXT NOT NULL,
  supersedes TEXT REFERENCES position (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'withdrawn')),
  marking TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX position_by_issue ON position (issue, as_of);
CREATE INDEX position_by_supersedes ON position (supersedes);
CREATE INDEX position_by_speaker ON position (speaker);

-- Who takes the position, in the order they are named.
CREATE TABLE position_actor (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  position TEXT NOT NULL REFERENCES position (id) DEFERRABLE INITIALLY DEFERRED,
  actor TEXT NOT NULL REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL
) STRICT;
CREATE INDEX position_actor_by_position ON position_actor (position, ordinal);
CREATE INDEX position_actor_by_actor ON position_actor (actor);

-- What shows it, in order of weight.
CREATE TABLE evidence (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  position TEXT NOT NULL REFERENCES position (id) DEFERRABLE INITIALLY DEFERRED,
  excerpt TEXT NOT NULL REFERENCES excerpt (id) DEFERRABLE INITIALLY DEFERRED,
  relation TEXT NOT NULL CHECK (relation IN ('supports', 'contradicts', 'context')),
  ordinal INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_by_position ON evidence (position, ordinal);
CREATE INDEX evidence_by_excerpt ON evidence (excerpt);

CREATE TABLE note (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  reference TEXT,
  version TEXT NOT NULL,
  template TEXT NOT NULL,
  marking TEXT,
  language TEXT NOT NULL,
  paper TEXT NOT NULL,
  prepared_by TEXT,
  prepared_for TEXT,
  meeting TEXT,
  distribution TEXT NOT NULL,
  cutoff TEXT,
  issued TEXT,
  last_brief TEXT,
  clearance TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE block (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT NOT NULL,
  prompt TEXT,
  body TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX block_by_note ON block (note, place);

-- What left the building stays on record with its own snapshot, whatever becomes of the note.
CREATE TABLE export (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  format TEXT NOT NULL,
  copy TEXT NOT NULL,
  version TEXT NOT NULL,
  marking TEXT,
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  snapshot TEXT NOT NULL REFERENCES content (hash)
) STRICT;
CREATE INDEX export_by_note ON export (note, at);

-- What the user did, in order. `state`: done, undone (can be redone), dropped (something else was done after the undo).
CREATE TABLE step (
  seq INTEGER PRIMARY KEY,
  op TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'quiet'))
) STRICT;
CREATE INDEX step_by_state ON step (state, seq);

CREATE TABLE step_row (
  n INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES step (seq),
  "table" TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX step_row_by_step ON step_row (step, n);
CREATE INDEX step_row_by_row ON step_row ("table", id);

-- One index over all that can be found. A row's number is its own `n` times eight plus its kind:
-- 1 source, 2 excerpt, 3 position, 4 block, 5 note, 6 actor, 7 issue.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER source_found_insert AFTER INSERT ON source BEGIN
  INSERT INTO search (rowid, title, body)
  SELECT new.n * 8 + 1, new.title || ' ' || coalesce(new.publisher, ''), CAST(bytes AS TEXT) FROM content WHERE hash = new.text;
END;
CREATE TRIGGER source_found_update AFTER UPDATE OF title, publisher, text ON source BEGIN
  UPDATE search SET title = new.title || ' ' || coalesce(new.publisher, '') WHERE rowid = new.n * 8 + 1;
END;
CREATE TRIGGER source_found_delete AFTER DELETE ON source BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 1;
END;

CREATE TRIGGER excerpt_found_insert AFTER INSERT ON excerpt BEGIN
  INSERT INTO search (rowid, title, body)
  VALUES (new.n * 8 + 2, coalesce(new.memo, ''), new.quote || ' ' || coalesce(new.translation, ''));
END;
CREATE TRIGGER excerpt_found_update AFTER UPDATE OF memo, quote, translation ON excerpt BEGIN
  UPDATE search SET title = coalesce(new.memo, ''), body = new.quote || ' ' || coalesce(new.translation, '')
  WHERE rowid = new.n * 8 + 2;
END;
CREATE TRIGGER excerpt_found_delete AFTER DELETE ON excerpt BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 2;
END;

CREATE TRIGGER position_found_insert AFTER INSERT ON position BEGIN
  INSERT INTO search (rowid, title, body)
  VALUES (new.n * 8 + 3, coalesce(new.summary, ''), concat_ws(' ', new.degree, new.condition, new.sequence));
END;
CREATE TRIGGER position_found_update AFTER UPDATE OF summary, degree, condition, sequence ON position BEGIN
  UPDATE search SET title = coalesce(new.summary, ''), body = concat_ws(' ', new.degree, new.condition, new.sequence)
  WHERE rowid = new.n * 8 + 3;
END;
CREATE TRIGGER position_found_delete AFTER DELETE ON position BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 3;
END;

CREATE TRIGGER block_found_insert AFTER INSERT ON block BEGIN
  INSERT INTO search (rowid, title, body) VALUES (new.n * 8 + 4, '', new.words);
END;
CREATE TRIGGER block_found_update AFTER UPDATE OF words ON block BEGIN
  UPDATE search SET body = new.words WHERE rowid = new.n * 8 + 4;
END;
CREATE TRIGGER block_found_delete AFTER DELETE ON block BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 4;
END;

CREATE TRIGGER note_found_insert AFTER INSERT ON note BEGIN
  INSERT INTO search (rowid, title, body) VALUES (new.n * 8 + 5, new.title, coalesce(new.reference, ''));
END;
CREATE TRIGGER note_found_update AFTER UPDATE OF title, reference ON note BEGIN
  UPDATE search SET title = new.title, body = coalesce(new.reference, '') WHERE rowid = new.n * 8 + 5;
END;
CREATE TRIGGER note_found_delete AFTER DELETE ON note BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 5;
END;

CREATE TRIGGER actor_found_insert AFTER INSERT ON actor BEGIN
  INSERT INTO search (rowid, title, body)
  VALUES (new.n * 8 + 6, concat_ws(' ', new.name, new.short_name), concat_ws(' ', new.aliases, new.role));
END;
CREATE TRIGGER actor_found_update AFTER UPDATE OF name, short_name, aliases, role ON actor BEGIN
  UPDATE search SET title = concat_ws(' ', new.name, new.short_name), body = concat_ws(' ', new.aliases, new.role)
  WHERE rowid = new.n * 8 + 6;
END;
CREATE TRIGGER actor_found_delete AFTER DELETE ON actor BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 6;
END;

CREATE TRIGGER issue_found_insert AFTER INSERT ON issue BEGIN
  INSERT INTO search (rowid, title, body) VALUES (new.n * 8 + 7, new.title, new.question);
END;
CREATE TRIGGER issue_found_update AFTER UPDATE OF title, question ON issue BEGIN
  UPDATE search SET title = new.title, body = new.question WHERE rowid = new.n * 8 + 7;
END;
CREATE TRIGGER issue_found_delete AFTER DELETE ON issue BEGIN
  DELETE FROM search WHERE rowid = old.n * 8 + 7;
END;
