//! Everything that a dossier's file holds, as text, so that two states can be compared to the last row.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use standpoint_core::Dossier;
use std::collections::BTreeMap;

/// A dossier's rows, by table, as lines of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dump {
    /// What undo and redo move: every journaled table with its row numbers, and the search index.
    pub moving: BTreeMap<String, Vec<String>>,
    /// What holds whatever is undone: exports and versions, and which sources were read.
    pub lasting: BTreeMap<String, Vec<String>>,
}

impl Dump {
    /// Reads a copy of the dossier's file, and has the search index compared with its own texts.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the copy");
        let path = folder.path().join("copy.standpoint");
        dossier.copy_to(&path).expect("a copy");
        let connection = Connection::open(&path).expect("the copy opens");
        connection
            .execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", [])
            .expect("the search index agrees with its texts");
        let mut dump = Self::default();
        for table in tables(&connection) {
            let rows = rows(&connection, &format!("SELECT * FROM \"{table}\" ORDER BY n"));
            let lasting = matches!(table.as_str(), "export" | "note_version" | "reading");
            if lasting { &mut dump.lasting } else { &mut dump.moving }.insert(table, rows);
        }
        let found = rows(&connection, "SELECT rowid, title, body FROM search ORDER BY rowid");
        dump.moving.insert("search".into(), found);
        dump
    }

    /// The first row in which `other` differs, as a sentence; `None` if all that moves is equal.
    #[must_use]
    pub fn first_difference(&self, other: &Self) -> Option<String> {
        self.moving.iter().find_map(|(table, rows)| {
            let others = other.moving.get(table).map_or(&[][..], Vec::as_slice);
            let longest = rows.len().max(others.len());
            let at = (0..longest).find(|at| rows.get(*at) != others.get(*at))?;
            Some(format!("{table}, row {at}:\n  {:?}\n  {:?}", rows.get(at), others.get(at)))
        })
    }
}

/// The journaled tables: those whose row numbers are never given twice.
fn tables(connection: &Connection) -> Vec<String> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name";
    let mut statement = connection.prepare(sql).expect("the schema can be read");
    let names = statement.query_map([], |row| row.get(0)).expect("the schema can be read");
    names.collect::<rusqlite::Result<_>>().expect("names are texts")
}

fn rows(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("the query is sound");
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        let values = (0..columns).map(|at| row.get_ref(at).map(shown));
        Ok(values.collect::<rusqlite::Result<Vec<_>>>()?.join(" | "))
    });
    rows.expect("the query runs").collect::<rusqlite::Result<_>>().expect("every row can be read")
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "–".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) | ValueRef::Blob(text) => format!("{:?}", String::from_utf8_lossy(text)),
    }
}
