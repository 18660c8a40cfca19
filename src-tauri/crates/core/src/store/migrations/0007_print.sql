-- How a note's pages are printed where not as usual.
ALTER TABLE note ADD COLUMN print TEXT;
