//! The table of bytes kept for good.

use crate::content::ContentHash;
use crate::error::{Error, Result};
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps `bytes`, once, and returns their name. Bytes that were known by name only are now here.
pub(crate) fn keep(connection: &Connection, bytes: &[u8]) -> Result<ContentHash> {
    let hash = ContentHash::of(bytes);
    if !held(connection, &hash)? {
        connection
            .prepare_cached(
                "INSERT INTO content (hash, encoding, length, bytes) VALUES (?1, 'identity', ?2, ?3)
                 ON CONFLICT (hash) DO UPDATE SET encoding = 'identity', length = ?2, bytes = ?3",
            )?
            .execute(params![hash, bytes.len().cast_signed() as i64, bytes])?;
    }
    Ok(hash)
}

/// Makes bytes known that are not here, under the length -1: a source is named by the document it was, even where only passages of it are.
pub(crate) fn name(connection: &Connection, hash: &ContentHash) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO content (hash, encoding, length, bytes) VALUES (?, 'identity', -1, x'')
             ON CONFLICT (hash) DO NOTHING",
        )?
        .execute([hash])?;
    Ok(())
}

/// Whether the bytes are here.
pub(crate) fn held(connection: &Connection, hash: &ContentHash) -> Result<bool> {
    let found =
        connection.prepare_cached("SELECT 1 FROM content WHERE hash = ? AND length >= 0")?.exists([hash])?;
    Ok(found)
}

/// The bytes of that name.
pub(crate) fn read(connection: &Connection, hash: &ContentHash) -> Result<Vec<u8>> {
    let found: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT length, bytes FROM content WHERE hash = ?")?
        .query_row([hash], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        Some((length, _)) if length < 0 => {
            Err(Error::rule("The document itself is not in this dossier, only passages quoted from it."))
        }
        Some((_, bytes)) => Ok(bytes),
        None => Err(Error::NotFound { what: "content" }),
    }
}

/// The text of that name.
pub(crate) fn read_text(connection: &Connection, hash: &ContentHash) -> Result<String> {
    String::from_utf8(read(connection, hash)?)
        .map_err(|_| Error::rule("The text kept under that name is not UTF-8."))
}

/// The first content whose bytes no longer match their name, if any.
pub(crate) fn first_altered(connection: &Connection) -> Result<Option<ContentHash>> {
    let mut statement =
        connection.prepare("SELECT hash, bytes FROM content WHERE length >= 0 ORDER BY hash")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let hash: ContentHash = row.get(0)?;
        if ContentHash::of(row.get_ref(1)?.as_blob().unwrap_or_default()) != hash {
            return Ok(Some(hash));
        }
    }
    Ok(None)
}
