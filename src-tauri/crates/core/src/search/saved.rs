//! Queries that somebody keeps, to ask them again with one key.

use super::Query;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::SavedSearchId;
use crate::store::row::{Stored, stored};
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp};
use serde::{Deserialize, Serialize};

/// A query that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SavedSearch {
    /// Its name in the program.
    pub id: SavedSearchId,
    /// As it was typed.
    pub query: String,
    /// When it was kept.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub saved_at: Moment,
}

stored!(SavedSearch, "saved_search": plain id, plain query, plain saved_at);

impl Dossier {
    /// The queries that are kept, the latest first.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>> {
        SavedSearch::select(&self.store.connection, "ORDER BY n DESC", [])
    }

    /// Keeps a query. One that is kept already stays the one it is.
    pub fn save_search(
        &mut self,
        id: SavedSearchId,
        query: &str,
        stamp: &Stamp,
    ) -> Result<Done<SavedSearch>> {
        self.transact(Op::SaveSearch, stamp, |tx| {
            let query = query.trim();
            if Query::parse(query).is_empty() {
                return Err(Error::rule(
                    "There is nothing in it to look for. Type a word, or a filter such as in:notes.",
                ));
            }
            tx.about(query);
            let kept = SavedSearch::select(tx.connection, "WHERE query = ?", [query])?.pop();
            if let Some(kept) = kept {
                return Ok(kept);
            }
            let saved = SavedSearch { id, query: query.to_owned(), saved_at: tx.stamp.at };
            tx.insert(&saved)?;
            Ok(saved)
        })
    }

    /// No longer keeps a query.
    pub fn drop_search(&mut self, id: SavedSearchId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DropSearch, stamp, |tx| {
            tx.about(SavedSearch::get(tx.connection, id)?.query);
            tx.remove::<SavedSearch>(&id.to_string())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Desk;

    #[track_caller]
    fn kept(desk: &Desk, expect: &[&str]) {
        let kept: Vec<String> =
            desk.dossier.saved_searches().unwrap().into_iter().map(|saved| saved.query).collect();
        assert_eq!(kept, expect);
    }

    #[test]
    fn a_query_is_kept_once_dropped_and_brought_back() {
        let mut desk = Desk::new();
        let stamp = desk.stamp.clone();
        for query in ["truce in:notes", "  actor:\"Country A\" ", "truce in:notes"] {
            let id = desk.id();
            desk.dossier.save_search(id, query, &stamp).unwrap();
        }
        kept(&desk, &["actor:\"Country A\"", "truce in:notes"]);
        let first = desk.dossier.saved_searches().unwrap()[1].id;
        desk.dossier.drop_search(first, &stamp).unwrap();
        kept(&desk, &["actor:\"Country A\""]);
        desk.dossier.undo().unwrap();
        kept(&desk, &["actor:\"Country A\"", "truce in:notes"]);
        desk.dossier.undo().unwrap();
        kept(&desk, &["truce in:notes"]);
        desk.dossier.redo().unwrap();
        kept(&desk, &["actor:\"Country A\"", "truce in:notes"]);
        let id = desk.id();
        let refused = desk.dossier.save_search(id, " ( * ) ", &stamp).unwrap_err();
        assert!(refused.to_string().starts_with("There is nothing in it to look for."), "{refused}");
        desk.dossier.drop_search(id, &stamp).unwrap_err();
    }
}
