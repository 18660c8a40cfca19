//! Whether a step can be taken back by itself: nothing it touched has changed since, and nothing would be left without
//! what it rests on. Reads only, so that a list of steps can say it of each.

use crate::actors::Actor;
use crate::error::Result;
use crate::notes::block::BlockRow;
use crate::store::row::{self, Stored, Table};
use crate::transact::Touched;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether the rows of a step can be as they were before it.
pub(super) fn goes_back(connection: &Connection, rows: &[Touched]) -> Result<bool> {
    // From the last: where a merge was taken back, the first look tells.
    for row in rows.iter().rev() {
        if row::image(connection, row.table, &row.id)? != row.after {
            return Ok(false);
        }
    }
    let before = rows.iter().map(|row| ((row.table.name, row.id.as_str()), row.before.is_some())).collect();
    let references = references(connection)?;
    for row in rows {
        let holds = match row.before {
            None => is_free(connection, row, &before, &references)?,
            Some(_) => is_borne(connection, row, &before, &references)?,
        };
        if !holds {
            return Ok(false);
        }
    }
    // Those that others were moved under since must not stand under these.
    Ok(!holds_circle(connection, rows)?)
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

/// Whether nothing outside the step refers to a row that would go with it.
fn is_free(connection: &Connection, row: &Touched, before: &Before<'_>, all: &[Reference]) -> Result<bool> {
    if row.table.name == Actor::TABLE.name && is_named(connection, &row.id)? {
        return Ok(false);
    }
    for Reference { table, column, .. } in all.iter().filter(|reference| reference.to == row.table.name) {
        let sql = format!("SELECT id FROM \"{table}\" WHERE \"{column}\" = ?");
        let mut statement = connection.prepare_cached(&sql)?;
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
fn is_borne(connection: &Connection, row: &Touched, before: &Before<'_>, all: &[Reference]) -> Result<bool> {
    for Reference { column, to, .. } in all.iter().filter(|reference| reference.table == row.table.name) {
        let image = row.before.as_ref();
        let Some(id) = image.and_then(|image| image.get(column)).and_then(Value::as_str) else { continue };
        let is_there = match before.get(&(to.as_str(), id)) {
            Some(was_there) => *was_there,
            None => {
                connection.prepare_cached(&format!("SELECT 1 FROM \"{to}\" WHERE id = ?"))?.exists([id])?
            }
        };
        if !is_there {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a note has something of an actor in it, which would be of nobody without the actor.
fn is_named(connection: &Connection, id: &str) -> Result<bool> {
    Ok(!BlockRow::select(connection, "WHERE instr(body, ?) LIMIT 1", [id])?.is_empty())
}

/// Whether an actor would come to stand under itself.
fn holds_circle(connection: &Connection, rows: &[Touched]) -> Result<bool> {
    let mut parents: BTreeMap<String, String> = connection
        .prepare_cached("SELECT id, parent FROM actor WHERE parent IS NOT NULL")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let actors = || rows.iter().filter(|row| row.table.name == Actor::TABLE.name);
    for row in actors() {
        match row.before.as_ref().and_then(|before| before.get("parent")?.as_str()) {
            Some(parent) => parents.insert(row.id.clone(), parent.to_owned()),
            None => parents.remove(&row.id),
        };
    }
    // A way up through more than there are comes back to where it was.
    let ways = actors().map(|row| std::iter::successors(Some(&row.id), |id| parents.get(*id)));
    Ok(ways.map(|way| way.take(parents.len() + 2).count()).any(|steps| steps > parents.len() + 1))
}
