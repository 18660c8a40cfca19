//! Whether a step can be taken back by itself: nothing it touched has changed since, and nothing would be left without
//! what it rests on. Reads only, so that a list of steps can say it of each.

use crate::actors::Actor;
use crate::error::Result;
use crate::store::row::{self, Stored, Table};
use crate::transact::Touched;
use rusqlite::Connection;
use serde_json::Value;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

/// What steps are looked at against, read once for all steps of a list.
pub(super) struct Ground<'c> {
    connection: &'c Connection,
    references: Vec<Reference>,
    /// Whom the actors that stand under another stand under.
    parents: BTreeMap<String, String>,
    /// The ids that stand in the blocks of notes, read when the first step asks for them.
    in_notes: OnceCell<HashSet<String>>,
}

impl<'c> Ground<'c> {
    pub(super) fn of(connection: &'c Connection) -> Result<Self> {
        let parents = connection
            .prepare_cached("SELECT id, parent FROM actor WHERE parent IS NOT NULL")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(Self { connection, references: references(connection)?, parents, in_notes: OnceCell::new() })
    }

    /// Whether the rows of a step can be as they were before it.
    pub(super) fn takes_back(&self, rows: &[Touched]) -> Result<bool> {
        // From the last: where a merge was taken back, the first look tells.
        for row in rows.iter().rev() {
            if row::image(self.connection, row.table, &row.id)? != row.after {
                return Ok(false);
            }
        }
        let before =
            rows.iter().map(|row| ((row.table.name, row.id.as_str()), row.before.is_some())).collect();
        for row in rows {
            let holds = match row.before {
                None => self.is_free(row, &before)?,
                Some(_) => self.is_borne(row, &before)?,
            };
            if !holds {
                return Ok(false);
            }
        }
        // Those that others were moved under since must not stand under these.
        Ok(!self.holds_circle(rows))
    }

    /// Whether nothing outside the step refers to a row that would go with it.
    fn is_free(&self, row: &Touched, before: &Before<'_>) -> Result<bool> {
        if row.table.name == Actor::TABLE.name && self.is_named(&row.id)? {
            return Ok(false);
        }
        let refers = |reference: &&Reference| reference.to == row.table.name;
        for Reference { table, column, .. } in self.references.iter().filter(refers) {
            let sql = format!("SELECT id FROM \"{table}\" WHERE \"{column}\" = ?");
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut found = statement.query([&row.id])?;
            while let Some(other) = found.next()? {
                let id: String = other.get(0)?;
                if !before.contains_key(&(*table, id.as_str())) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Whether all that a row would refer to is there, or would come with the step.
    fn is_borne(&self, row: &Touched, before: &Before<'_>) -> Result<bool> {
        let has = |reference: &&Reference| reference.table == row.table.name;
        for Reference { column, to, .. } in self.references.iter().filter(has) {
            let image = row.before.as_ref();
            let Some(id) = image.and_then(|image| image.get(column)).and_then(Value::as_str) else {
                continue;
            };
            let is_there = match before.get(&(to.as_str(), id)) {
                Some(was_there) => *was_there,
                None => self
                    .connection
                    .prepare_cached(&format!("SELECT 1 FROM \"{to}\" WHERE id = ?"))?
                    .exists([id])?,
            };
            if !is_there {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a note has something of an actor in it, which would be of nobody without the actor.
    fn is_named(&self, id: &str) -> Result<bool> {
        if self.in_notes.get().is_none() {
            // Nobody else has put it there meanwhile.
            drop(self.in_notes.set(ids_in_notes(self.connection)?));
        }
        Ok(self.in_notes.get().is_some_and(|named| named.contains(id)))
    }

    /// Whether an actor would come to stand under itself.
    fn holds_circle(&self, rows: &[Touched]) -> bool {
        let actors = || rows.iter().filter(|row| row.table.name == Actor::TABLE.name);
        let again: BTreeMap<&str, Option<&str>> = actors()
            .map(|row| {
                let parent = row.before.as_ref().and_then(|before| before.get("parent")?.as_str());
                (row.id.as_str(), parent)
            })
            .collect();
        let above = |id: &&str| match again.get(*id) {
            Some(parent) => *parent,
            None => self.parents.get(*id).map(String::as_str),
        };
        // A way up through more than there are comes back to where it was.
        let most = self.parents.len() + again.len() + 1;
        let mut ways = actors().map(|row| std::iter::successors(Some(row.id.as_str()), above));
        ways.any(|way| way.take(most + 1).count() > most)
    }
}

/// The rows of a step by table and id, and whether each was there before it.
type Before<'a> = BTreeMap<(&'a str, &'a str), bool>;

/// A column that holds ids of the rows of another table.
struct Reference {
    table: &'static str,
    column: String,
    to: String,
}

fn references(connection: &Connection) -> Result<Vec<Reference>> {
    let mut statement = connection
        .prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?) WHERE \"to\" = 'id'")?;
    let mut references = Vec::new();
    for Table { name: table, .. } in crate::store::tables() {
        let mut rows = statement.query([table])?;
        while let Some(row) = rows.next()? {
            references.push(Reference { table, column: row.get(0)?, to: row.get(1)? });
        }
    }
    Ok(references)
}

/// All ids in the blocks of notes: what stands between two quotation marks and is as long as one.
fn ids_in_notes(connection: &Connection) -> Result<HashSet<String>> {
    let mut statement = connection.prepare_cached("SELECT body FROM block")?;
    let mut bodies = statement.query([])?;
    let mut ids = HashSet::new();
    while let Some(row) = bodies.next()? {
        let body = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        ids.extend(body.split('"').filter(|part| part.len() == LENGTH_OF_ID).map(ToOwned::to_owned));
    }
    Ok(ids)
}

/// Thirty-two hexadecimal digits and four hyphens.
const LENGTH_OF_ID: usize = 36;
