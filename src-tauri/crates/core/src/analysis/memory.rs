//! What is kept in memory between questions because making it takes longer than asking it, and let go when a step
//! touches what it was made from.

use super::ledger::Ledger;
use super::mentions::Cast;
use crate::actors::Actor;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::store::row::Stored;
use crate::transact::Touched;
use std::cell::RefCell;
use std::sync::Arc;

/// What an open dossier remembers.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(super) ledger: Ledger,
    /// The actors as texts of a language name them; of the last language asked for.
    cast: RefCell<Option<(Option<String>, Arc<Cast>)>>,
}

impl Memory {
    /// Takes note of what a step has touched, once it is committed.
    pub(crate) fn touch(&mut self, rows: &[Touched]) {
        self.ledger.touch(rows);
        if rows.iter().any(|row| row.table.name == Actor::TABLE.name) {
            *self.cast.get_mut() = None;
        }
    }
}

impl Dossier {
    /// The actors as texts in that language name them.
    pub(super) fn cast(&self, language: Option<&str>) -> Result<Arc<Cast>> {
        let mut kept = self.memory.cast.borrow_mut();
        if let Some((known, cast)) = kept.as_ref()
            && known.as_deref() == language
        {
            return Ok(cast.clone());
        }
        let actors = Actor::select(&self.store.connection, "ORDER BY n", [])?;
        let cast = Arc::new(Cast::of(actors, language));
        *kept = Some((language.map(ToOwned::to_owned), cast.clone()));
        Ok(cast)
    }
}
