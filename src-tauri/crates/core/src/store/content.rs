//! The table of bytes kept for good, packed where that makes them smaller.

use crate::content::ContentHash;
use crate::error::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Keeps `bytes`, once, and returns their name. Bytes that were known by name only are now here.
pub(crate) fn keep(connection: &Connection, bytes: &[u8]) -> Result<ContentHash> {
    let hash = ContentHash::of(bytes);
    if !held(connection, &hash)? {
        match packed(bytes) {
            Some(packed) => put(connection, &hash, PACKED, bytes.len(), &packed)?,
            None => put(connection, &hash, AS_IS, bytes.len(), bytes)?,
        }
    }
    Ok(hash)
}

/// Keeps a text that the search index reads, which can only read it as it is.
pub(crate) fn keep_text(connection: &Connection, text: &str) -> Result<ContentHash> {
    let hash = ContentHash::of(text.as_bytes());
    let as_is = connection
        .prepare_cached("SELECT 1 FROM content WHERE hash = ? AND length >= 0 AND encoding = 'identity'")?
        .exists([&hash])?;
    if !as_is {
        put(connection, &hash, AS_IS, text.len(), text.as_bytes())?;
    }
    Ok(hash)
}

fn put(
    connection: &Connection,
    hash: &ContentHash,
    encoding: &str,
    length: usize,
    bytes: &[u8],
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO content (hash, encoding, length, bytes) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (hash) DO UPDATE SET encoding = ?2, length = ?3, bytes = ?4",
        )?
        .execute(params![hash, encoding, length.cast_signed() as i64, bytes])?;
    Ok(())
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
    connection
        .prepare_cached("SELECT encoding, length, bytes FROM content WHERE hash = ?")?
        .query_row([hash], |row| Ok(unpacked(row)))
        .optional()?
        .ok_or(Error::NotFound { what: "content" })?
}

/// The text of that name.
pub(crate) fn read_text(connection: &Connection, hash: &ContentHash) -> Result<String> {
    String::from_utf8(read(connection, hash)?)
        .map_err(|_| Error::rule("The text kept under that name is not UTF-8."))
}

/// The first content whose bytes no longer match their name, if any.
pub(crate) fn first_altered(connection: &Connection) -> Result<Option<ContentHash>> {
    let mut statement = connection
        .prepare("SELECT encoding, length, bytes, hash FROM content WHERE length >= 0 ORDER BY hash")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let hash: ContentHash = row.get(3)?;
        let length: i64 = row.get(1)?;
        let is_whole =
            |bytes: &[u8]| i64::try_from(bytes.len()) == Ok(length) && ContentHash::of(bytes) == hash;
        if !unpacked(row).is_ok_and(|bytes| is_whole(&bytes)) {
            return Ok(Some(hash));
        }
    }
    Ok(None)
}

/// How bytes are kept.
const AS_IS: &str = "identity";
const PACKED: &str = "zstd";

/// Smaller ones are not worth it.
const WORTH_PACKING: usize = 256;

/// The library's own middle: harder packing takes many times as long for a few hundredths.
const LEVEL: i32 = zstd::DEFAULT_COMPRESSION_LEVEL;

/// The most that is unpacked, which is the most that SQLite keeps: what a file claims is no reason to set room aside.
const MOST: i64 = 1_000_000_000;

/// The bytes in less room, if that saves an eighth of it: most documents are packed in themselves.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() < WORTH_PACKING {
        return None;
    }
    let packed = zstd::bulk::compress(bytes, LEVEL).ok()?;
    (packed.len() < bytes.len() - bytes.len() / 8).then_some(packed)
}

/// The bytes of a row that begins with encoding, length and bytes.
fn unpacked(row: &Row<'_>) -> Result<Vec<u8>> {
    let damaged = || Error::rule("What the dossier kept under that name is damaged, and cannot be unpacked.");
    let encoding: String = row.get(0)?;
    let length: i64 = row.get(1)?;
    if length < 0 {
        return Err(Error::rule("The document itself is not in this dossier, only passages quoted from it."));
    }
    let kept = row.get_ref(2)?.as_blob().unwrap_or_default();
    if encoding != PACKED {
        return Ok(kept.to_owned());
    }
    let length = usize::try_from(length.min(MOST)).map_err(|_| damaged())?;
    zstd::bulk::decompress(kept, length).map_err(|_| damaged())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        let first = include_str!("migrations/0001_first.sql");
        connection.execute_batch(first).unwrap();
        connection
    }

    fn encoding(connection: &Connection, hash: &ContentHash) -> String {
        let sql = "SELECT encoding FROM content WHERE hash = ?";
        connection.query_row(sql, [hash], |row| row.get(0)).unwrap()
    }

    #[track_caller]
    fn check(bytes: &[u8], expect: &str) {
        let connection = table();
        let hash = keep(&connection, bytes).unwrap();
        assert_eq!(encoding(&connection, &hash), expect);
        assert_eq!(read(&connection, &hash).unwrap(), bytes);
        assert_eq!(first_altered(&connection).unwrap(), None);
    }

    #[test]
    fn what_is_smaller_packed_is_packed() {
        let noise = |count: u32| -> Vec<u8> {
            (0..count).flat_map(|n| ContentHash::of(&n.to_le_bytes()).to_string().into_bytes()).collect()
        };
        check(b"", "identity");
        check(b"A short text.", "identity");
        check("The talks went on. ".repeat(100).as_bytes(), "zstd");
        check(&vec![0; 1_000_000], "zstd");
        check(&packed(&noise(1_000)).unwrap(), "identity");
    }

    #[test]
    fn a_text_is_kept_as_it_is_whichever_comes_first() {
        let text = "The talks went on. ".repeat(100);
        let connection = table();
        let hash = keep(&connection, text.as_bytes()).unwrap();
        assert_eq!(encoding(&connection, &hash), "zstd");
        assert_eq!(keep_text(&connection, &text).unwrap(), hash);
        keep(&connection, text.as_bytes()).unwrap();
        assert_eq!(encoding(&connection, &hash), "identity");
        assert_eq!(read_text(&connection, &hash).unwrap(), text);
    }

    #[test]
    fn a_name_alone_is_filled_by_either() {
        let text = "The talks went on. ".repeat(100);
        for fill in [keep as fn(&Connection, &[u8]) -> Result<ContentHash>, |connection, bytes| {
            keep_text(connection, std::str::from_utf8(bytes).unwrap())
        }] {
            let connection = table();
            let hash = ContentHash::of(text.as_bytes());
            name(&connection, &hash).unwrap();
            read(&connection, &hash).unwrap_err();
            fill(&connection, text.as_bytes()).unwrap();
            assert_eq!(read_text(&connection, &hash).unwrap(), text);
        }
    }

    #[test]
    fn damage_is_found() {
        for damage in [
            "bytes = x'00112233'",
            "length = 7",
            "length = 7000",
            "bytes = substr(bytes, 1, 9)",
            "encoding = 'identity'",
        ] {
            let connection = table();
            let hash = keep(&connection, "The talks went on. ".repeat(100).as_bytes()).unwrap();
            connection.execute_batch(&format!("UPDATE content SET {damage}")).unwrap();
            assert_eq!(first_altered(&connection).unwrap(), Some(hash), "{damage}");
        }
    }
}
