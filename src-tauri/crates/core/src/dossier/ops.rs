//! Changing what a dossier says of itself.

use super::{Dossier, DossierHead};
use crate::error::Result;
use crate::transact::{Done, Op, Stamp};

impl Dossier {
    /// Writes the dossier's own facts.
    pub fn edit_head(&mut self, head: &DossierHead, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::EditDossier, stamp, |tx| {
            tx.about(head.title.clone());
            tx.put(head)
        })
    }
}
