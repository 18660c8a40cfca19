//! The check of a whole dossier: structure, references, and every word that was kept.

use super::Dossier;
use crate::content::ContentHash;
use crate::error::Result;
use crate::excerpts::Excerpt;
use crate::store::content;
use crate::store::row::Stored;
use serde::Serialize;

/// Something wrong in a dossier, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// What is wrong and where.
    pub sentence: String,
}

impl Dossier {
    /// Everything wrong with the file; empty when all is well. Reads every byte once.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.store.present()?;
        let mut findings = Vec::new();
        let mut find = |sentence: String| findings.push(Finding { sentence });
        if let Some(fault) = self.store.fault()? {
            find(format!("The file’s structure is damaged: {fault}."));
        }
        if let Some(hash) = content::first_altered(&self.store.connection)? {
            find(format!("The bytes kept as {hash} are no longer what they were."));
        }
        for excerpt in Excerpt::select(&self.store.connection, "", [])? {
            if ContentHash::of(excerpt.quote.as_bytes()) != excerpt.quote_hash {
                find(format!("The words of the excerpt “{}” are no longer what was kept.", excerpt.quote));
            }
        }
        Ok(findings)
    }
}
