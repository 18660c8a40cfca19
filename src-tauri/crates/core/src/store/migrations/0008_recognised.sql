-- The pages of a source whose words were recognised in pictures, as a JSON list of numbers; null for none.
ALTER TABLE source ADD COLUMN recognised TEXT;
