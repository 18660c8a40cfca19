//! Migrations: numbered, never edited once released, each in one transaction after a backup of the file.

use super::backup;
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::path::Path;

/// In order; a file's `user_version` says how many it has had.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_dismissals.sql"),
    include_str!("migrations/0003_copies.sql"),
    include_str!("migrations/0004_notes.sql"),
    include_str!("migrations/0005_searches.sql"),
    include_str!("migrations/0006_note_comments.sql"),
    include_str!("migrations/0007_print.sql"),
    include_str!("migrations/0008_recognised.sql"),
    include_str!("migrations/0009_found_words.sql"),
    include_str!("migrations/0010_packed.sql"),
];

/// Brings the file to the newest format.
pub(super) fn up(connection: &Connection, path: &Path) -> Result<()> {
    run(connection, path, MIGRATIONS)
}

/// Refuses a file that a later version of the program wrote. Writes nothing.
pub(super) fn refuse_newer(connection: &Connection, path: &Path) -> Result<()> {
    format_of(connection, path, MIGRATIONS).map(|_| ())
}

fn format_of(connection: &Connection, path: &Path, migrations: &[&str]) -> Result<u32> {
    let known = migrations.len() as u32;
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known { Err(Error::Newer { path: path.to_owned(), found, known }) } else { Ok(found) }
}

fn run(connection: &Connection, path: &Path, migrations: &[&str]) -> Result<()> {
    let found = format_of(connection, path, migrations)?;
    if found > 0 && (found as usize) < migrations.len() {
        backup::before_migration(connection, path, found)?;
    }
    for (version, migration) in (1..).zip(migrations).skip(found as usize) {
        let transaction = connection.unchecked_transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_is_copied_then_brought_up_in_one_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.standpoint");
        let connection = Connection::open(&path).unwrap();
        run(&connection, &path, &["CREATE TABLE one (x)"]).unwrap();
        connection.execute("INSERT INTO one VALUES (1)", []).unwrap();

        let broken = ["CREATE TABLE one (x)", "CREATE TABLE two (x); CREATE TABLE two (x)"];
        run(&connection, &path, &broken).unwrap_err();
        let tables: u32 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert_eq!(tables, 1, "a migration that fails leaves nothing behind");

        run(&connection, &path, &["CREATE TABLE one (x)", "CREATE TABLE two (x)"]).unwrap();
        let copy = Connection::open(folder.path().join("old.before-format-2.standpoint")).unwrap();
        let kept: u32 = copy.query_row("SELECT x FROM one", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 1);
    }

    #[test]
    fn a_newer_file_is_refused() {
        let connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 11).unwrap();
        let refusal = up(&connection, Path::new("new.standpoint")).unwrap_err();
        assert!(matches!(refusal, Error::Newer { found: 11, known: 10, .. }));
    }

    #[test]
    fn words_recognised_before_they_were_searched_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("scan.standpoint");
        let connection = Connection::open(&path).unwrap();
        run(&connection, &path, &MIGRATIONS[..8]).unwrap();
        let came_in = "
            INSERT INTO content VALUES ('a', 'identity', 5, CAST('Blank' AS BLOB)), ('b', 'identity', 4, CAST('Moor' AS BLOB));
            INSERT INTO source (id, title, authors, kind, state, media_type, original, text, structure, characters,
              guessed, warnings, added_at)
            VALUES ('s', 'Scan', '[]', 'report', 'active', 'application/pdf', 'a', 'a', 'a', 5, '[]', '[]', '');
            UPDATE source SET text = 'b';
            INSERT INTO step VALUES (1, 'recognise_source', '', '', '', 'done');
            INSERT INTO step_row (step, \"table\", id) VALUES (1, 'source', 's');";
        connection.execute_batch(came_in).unwrap();
        let found = |word: &str| -> u32 {
            let sql = "SELECT count(*) FROM search WHERE search MATCH ?";
            connection.query_row(sql, [word], |row| row.get(0)).unwrap()
        };
        assert_eq!((found("Blank"), found("Moor")), (1, 0));
        up(&connection, &path).unwrap();
        assert_eq!((found("Blank"), found("Moor")), (0, 1));
        connection.execute_batch("UPDATE source SET text = 'a'").unwrap();
        assert_eq!((found("Blank"), found("Moor")), (1, 0));
    }

    /// Every table, index and trigger, as it was declared.
    fn schema(connection: &Connection) -> Vec<(String, String)> {
        let mut statement =
            connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql > '' ORDER BY name").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn every_older_file_ends_as_a_fresh_one() {
        let folder = tempfile::tempdir().unwrap();
        let fresh = Connection::open_in_memory().unwrap();
        up(&fresh, Path::new("fresh.standpoint")).unwrap();
        for format in 1..=MIGRATIONS.len() {
            let path = folder.path().join(format!("{format}.standpoint"));
            let connection = Connection::open(&path).unwrap();
            run(&connection, &path, &MIGRATIONS[..format]).unwrap();
            up(&connection, &path).unwrap();
            assert_eq!(schema(&connection), schema(&fresh), "from format {format}");
        }
    }
}
