//! Finding things, and queries that are kept.

use crate::commands::{Nothing, Of};
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::Dossier;
use standpoint_core::ids::SavedSearchId;
use standpoint_core::search::Hit;
use standpoint_core::search::saved::SavedSearch;

/// What to look for.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Search {
    /// As typed.
    pub text: String,
    /// At most so many.
    pub limit: u32,
}

/// A query to keep.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct SaveSearch {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<SavedSearchId>,
    /// As typed.
    pub query: String,
}

pub(crate) fn search(session: &Session, args: Search) -> Result<Vec<Hit>, WireError> {
    session.read(|dossier| dossier.search(&args.text, args.limit))
}

pub(crate) fn saved(session: &Session, _: Nothing) -> Result<Vec<SavedSearch>, WireError> {
    session.read(Dossier::saved_searches)
}

pub(crate) fn save(session: &Session, args: SaveSearch) -> Result<SavedSearch, WireError> {
    let id = args.id.unwrap_or_else(|| session.edge().id());
    session.change(|dossier, stamp| dossier.save_search(id, &args.query, stamp))
}

pub(crate) fn drop(session: &Session, args: Of<SavedSearchId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.drop_search(args.id, stamp))
}
