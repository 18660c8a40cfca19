-- A source's words may come in later: recognised on its pages, or with the whole document. Then they are searched for in
-- the new text, and no longer in the old. A source is written whole whatever changes of it, so what changed is asked:
-- to find it by other words, all of it is indexed anew.
DROP TRIGGER source_found_update;
CREATE TRIGGER source_found_update AFTER UPDATE OF title, publisher, text ON source
WHEN new.title <> old.title OR new.publisher IS NOT old.publisher OR new.text <> old.text BEGIN
  UPDATE search SET
    title = new.title || ' ' || coalesce(new.publisher, ''),
    body = (SELECT CAST(bytes AS TEXT) FROM content WHERE hash = new.text)
  WHERE rowid = new.n * 8 + 1;
END;

-- Those that have come in so far.
UPDATE search SET body = (
  SELECT CAST(bytes AS TEXT) FROM source JOIN content ON hash = source.text WHERE source.n = (search.rowid - 1) / 8
) WHERE rowid IN (
  SELECT source.n * 8 + 1 FROM source
  JOIN step_row ON step_row."table" = 'source' AND step_row.id = source.id
  JOIN step ON step.seq = step_row.step
  WHERE op IN ('recognise_source', 'complete_source')
);
