//! Reading issues.

use super::Issue;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::store::row::Stored;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// An issue with what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IssueRow {
    /// The issue.
    pub issue: Issue,
    /// How many positions are on it.
    pub positions: u32,
}

impl Dossier {
    /// All issues in their order.
    pub fn issues(&self) -> Result<Vec<IssueRow>> {
        let connection = &self.store.connection;
        let mut count = connection.prepare_cached("SELECT count(*) FROM position WHERE issue = ?")?;
        in_order(connection)?
            .into_iter()
            .map(|issue| {
                let positions = count.query_row([issue.id], |row| row.get(0))?;
                Ok(IssueRow { issue, positions })
            })
            .collect()
    }
}

/// All issues, each wider one before those under it.
pub(crate) fn in_order(connection: &Connection) -> Result<Vec<Issue>> {
    let all = Issue::select(connection, "ORDER BY place, n", [])?;
    let mut ordered = Vec::with_capacity(all.len());
    for issue in all.iter().filter(|issue| issue.parent.is_none()) {
        ordered.push(issue.clone());
        ordered.extend(all.iter().filter(|child| child.parent == Some(issue.id)).cloned());
    }
    Ok(ordered)
}
