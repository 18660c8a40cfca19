-- A source's words may come in later: recognised on its pages, or with the whole document. Then they are searched for in
-- the new text, and no longer in the old.
CREATE TRIGGER source_words_found_update AFTER UPDATE OF text ON source WHEN new.text <> old.text BEGIN
  UPDATE search SET body = (SELECT CAST(bytes AS TEXT) FROM content WHERE hash = new.text)
  WHERE rowid = new.n * 8 + 1;
END;

-- Those that have come in so far.
UPDATE search SET body = (
  SELECT CAST(bytes AS TEXT) FROM source JOIN content ON hash = source.text WHERE source.n * 8 + 1 = search.rowid
) WHERE rowid IN (
  SELECT source.n * 8 + 1 FROM source
  JOIN step_row ON step_row."table" = 'source' AND step_row.id = source.id
  JOIN step ON step.seq = step_row.step
  WHERE op IN ('recognise_source', 'complete_source')
);
