//! Reading issues.

use super::Issue;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::IssueId;
use crate::store::row::Stored;
use crate::time::Moment;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An issue with what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IssueRow {
    /// The issue.
    pub issue: Issue,
    /// How many positions are on it.
    pub positions: u32,
    /// When the latest of them was recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub last_used: Option<Moment>,
}

impl Dossier {
    /// All issues in their order.
    pub fn issues(&self) -> Result<Vec<IssueRow>> {
        let connection = &self.store.connection;
        let mut used =
            connection.prepare_cached("SELECT count(*), max(created_at) FROM position WHERE issue = ?")?;
        in_order(connection)?
            .into_iter()
            .map(|issue| {
                let (positions, last_used) =
                    used.query_row([issue.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
                Ok(IssueRow { issue, positions, last_used })
            })
            .collect()
    }
}

/// All issues, each wider one before those under it.
pub(crate) fn in_order(connection: &Connection) -> Result<Vec<Issue>> {
    let mut children: BTreeMap<Option<IssueId>, Vec<Issue>> = BTreeMap::new();
    for issue in Issue::select(connection, "ORDER BY place DESC, n DESC", [])? {
        children.entry(issue.parent).or_default().push(issue);
    }
    // A stack of what is still to be listed; lists are in reverse, so the top is the next.
    let mut waiting = children.remove(&None).unwrap_or_default();
    let mut ordered = Vec::new();
    while let Some(issue) = waiting.pop() {
        waiting.extend(children.remove(&Some(issue.id)).unwrap_or_default());
        ordered.push(issue);
    }
    Ok(ordered)
}
