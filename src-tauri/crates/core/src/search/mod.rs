//! Finding things by their words: one index over sources, excerpts, positions, notes, actors and issues.
//!
//! The index is kept by triggers of the schema, so that it follows undo and redo as well. A row's number in
//! it is the row number of what was found times eight plus its kind. It folds case in all scripts and accents in
//! Latin and Cyrillic ones (SQLite's `unicode61`); Greek and Arabic words are found as they are written, and
//! scripts without spaces by the beginning of a run. Filters narrow it; see [`filter`].

mod context;
mod filter;
mod hit;
mod query;
pub mod saved;
#[cfg(test)]
mod tests;

pub(crate) use filter::any_begins;
pub use hit::{Hit, HitKind, Piece};
pub use query::Query;
pub(crate) use query::{Word, words};

use crate::dossier::Dossier;
use crate::error::Result;
use rusqlite::{Connection, params};

impl Dossier {
    /// What matches `text`, the best first, at most `limit`. Nothing typed finds nothing.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        self.search_page(&Query::parse(text), limit, 0)
    }

    /// What matches `query`, the best first, at most `limit` after the first `offset`.
    pub fn search_page(&self, query: &Query, limit: u32, offset: u32) -> Result<Vec<Hit>> {
        let connection = &self.store.connection;
        if !query.filters.is_empty() {
            return filtered(connection, query, limit, offset);
        }
        let Some(matching) = query.matching() else { return Ok(Vec::new()) };
        let mut statement = connection.prepare_cached(RANKED)?;
        let rows = statement.query_map(params![matching, limit, offset], |row| row.get(0))?;
        let rows: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        let sought = query.sought();
        rows.into_iter().map(|row| hit::read(connection, &sought, row)).collect()
    }
}

/// What matches among the rows that pass; without words, all of these, positions first, the latest recorded first.
fn filtered(connection: &Connection, query: &Query, limit: u32, offset: u32) -> Result<Vec<Hit>> {
    let passing = query.filters.rows(connection)?;
    let matching = query.matching();
    let mut statement = connection.prepare_cached(if matching.is_some() { RANKED_AMONG } else { LISTED })?;
    let rows = statement.query_map(params![matching, limit, offset, passing], |row| row.get(0))?;
    let rows: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
    let sought = query.sought();
    rows.into_iter().map(|row| hit::read(connection, &sought, row)).collect()
}

/// Words of a title count four times those of a text; kinds that name something go before those that speak
/// of it. `bm25` is below zero, the best the lowest. Only numbers are sorted: texts are read for a page's hits.
///
/// Past 5,000 matches no more are weighed, in the order of the index, so that the first letters of a word are
/// answered at once in a large dossier. What is named comes early there, passages by the thousand late.
const RANKED: &str = "
    SELECT rowid FROM (
        SELECT rowid, bm25(search, 4.0, 1.0) AS weight FROM search WHERE search MATCH ? LIMIT 5000
    )
    ORDER BY weight * CASE rowid & 7
        WHEN 6 THEN 1.6 WHEN 7 THEN 1.5 WHEN 3 THEN 1.3 WHEN 5 THEN 1.3 WHEN 2 THEN 1.1 WHEN 1 THEN 1.0 ELSE 0.9 END,
        rowid
    LIMIT ? OFFSET ?";

/// The same among rows given as a JSON list. The plus keeps the index from being asked row by row.
const RANKED_AMONG: &str = "
    SELECT rowid FROM (
        SELECT rowid, bm25(search, 4.0, 1.0) AS weight FROM search
        WHERE search MATCH ?1 AND +rowid IN (SELECT value FROM json_each(?4)) LIMIT 5000
    )
    ORDER BY weight * CASE rowid & 7
        WHEN 6 THEN 1.6 WHEN 7 THEN 1.5 WHEN 3 THEN 1.3 WHEN 5 THEN 1.3 WHEN 2 THEN 1.1 WHEN 1 THEN 1.0 ELSE 0.9 END,
        rowid
    LIMIT ?2 OFFSET ?3";

/// Rows given as a JSON list, without words to weigh them by.
const LISTED: &str = "
    SELECT value FROM json_each(?4) WHERE ?1 IS NULL
    ORDER BY CASE value & 7 WHEN 3 THEN 0 WHEN 2 THEN 1 WHEN 1 THEN 2 WHEN 5 THEN 3 WHEN 4 THEN 4 ELSE value & 7 END,
        value DESC
    LIMIT ?2 OFFSET ?3";
