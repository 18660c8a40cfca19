//! How much there is to look at beside the matrix, without all of it.

use super::standing::Standing;
use super::{Contradiction, Gap, KindCount, Stale};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::time::Moment;
use chrono::NaiveDate;
use serde::Serialize;

/// How many of each there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AnalysisCounts {
    /// Positions that have moved.
    pub changes: usize,
    /// Things that do not agree, by kind, the gravest first; only the kinds that there are.
    pub contradictions: Vec<KindCount>,
    /// Actors without a position on an issue, one for each issue; who has none on any counts once.
    pub gaps: usize,
    /// Positions that have grown old.
    pub stale: usize,
}

impl Dossier {
    /// How much there is on `day`, and how much has moved since a moment.
    pub fn analysis_counts(&self, day: NaiveDate, since: Moment) -> Result<AnalysisCounts> {
        let changes = self.count_changes_since(since)?;
        let ledger = self.ledger()?;
        let standing = Standing::on(self, &ledger, day)?;
        Ok(AnalysisCounts {
            changes,
            contradictions: Contradiction::count(&standing),
            gaps: Gap::all(&standing).len(),
            stale: Stale::all(&standing).len(),
        })
    }
}
