//! The table of bytes kept for good.

use crate::content::ContentHash;
use crate::error::{Error, Result};
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps `bytes`, once, and returns their name.
pub(crate) fn keep(connection: &Connection, bytes: &[u8]) -> Result<ContentHash> {
    let hash = ContentHash::of(bytes);
    let known: Option<i64> = connection
        .prepare_cached("SELECT 1 FROM content WHERE hash = ?")?
        .query_row([&hash], |row| row.get(0))
        .optional()?;
    if known.is_none() {
        connection
            .prepare_cached(
                "INSERT INTO content (hash, encoding, length, bytes) VALUES (?, 'identity', ?, ?)",
            )?
            .execute(params![hash, bytes.len().cast_signed() as i64, bytes])?;
    }
    Ok(hash)
}

/// The bytes of that name.
pub(crate) fn read(connection: &Connection, hash: &ContentHash) -> Result<Vec<u8>> {
    connection
        .prepare_cached("SELECT bytes FROM content WHERE hash = ?")?
        .query_row([hash], |row| row.get(0))
        .optional()?
        .ok_or(Error::NotFound { what: "content" })
}

/// The text of that name.
pub(crate) fn read_text(connection: &Connection, hash: &ContentHash) -> Result<String> {
    String::from_utf8(read(connection, hash)?)
        .map_err(|_| Error::rule("The text kept under that name is not UTF-8."))
}

/// The first content whose bytes no longer match their name, if any.
pub(crate) fn first_altered(connection: &Connection) -> Result<Option<ContentHash>> {
    let mut statement = connection.prepare("SELECT hash, bytes FROM content ORDER BY hash")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let hash: ContentHash = row.get(0)?;
        if ContentHash::of(row.get_ref(1)?.as_blob().unwrap_or_default()) != hash {
            return Ok(Some(hash));
        }
    }
    Ok(None)
}
