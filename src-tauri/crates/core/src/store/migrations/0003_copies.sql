-- A block's own marking, and how controlled information is to be handled.
ALTER TABLE block ADD COLUMN marking TEXT;
ALTER TABLE note ADD COLUMN controls TEXT;
-- From now on a content of length -1 is known by its name only: its bytes are not here.
