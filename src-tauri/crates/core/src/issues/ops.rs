//! Issues and their order.

use super::Issue;
use crate::dossier::Dossier;
use crate::error::{Error, Result, counted};
use crate::ids::IssueId;
use crate::order::OrderKey;
use crate::sources::ops::required;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// What a person says about an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IssueFacts {
    /// A few words.
    pub title: String,
    /// The question that a stance answers; may be empty.
    pub question: String,
    /// The wider issue.
    pub parent: Option<IssueId>,
    /// How many days a position stays fresh.
    pub half_life_days: Option<u32>,
}

impl Dossier {
    /// Adds an issue, last in the list.
    pub fn create_issue(&mut self, id: IssueId, facts: IssueFacts, stamp: &Stamp) -> Result<Done<Issue>> {
        self.transact(Op::CreateIssue, stamp, |tx| tx.create_issue(id, facts))
    }

    /// Changes what is said about an issue. Under a new parent it comes last.
    pub fn edit_issue(&mut self, id: IssueId, facts: IssueFacts, stamp: &Stamp) -> Result<Done<Issue>> {
        self.transact(Op::EditIssue, stamp, |tx| {
            let before = Issue::get(tx.connection, id)?;
            let place = if facts.parent == before.parent {
                before.place
            } else {
                tx.last_place("issue", facts.parent)?
            };
            tx.write_issue(id, place, facts)
        })
    }

    /// Moves an issue right after `after`, or first.
    pub fn move_issue(&mut self, id: IssueId, after: Option<IssueId>, stamp: &Stamp) -> Result<Done<Issue>> {
        self.transact(Op::MoveIssue, stamp, |tx| {
            let mut issue = Issue::get(tx.connection, id)?;
            let others = Issue::select(
                tx.connection,
                "WHERE parent IS ? AND id <> ? ORDER BY place, n",
                (issue.parent, id),
            )?;
            let at = after.and_then(|after| others.iter().position(|other| other.id == after));
            let next = others.get(at.map_or(0, |at| at + 1));
            issue.place = OrderKey::between(at.map(|at| &others[at].place), next.map(|other| &other.place));
            tx.about(issue.title.clone());
            tx.put(&issue)?;
            Ok(issue)
        })
    }

    /// Drops an issue that no position is on.
    pub fn delete_issue(&mut self, id: IssueId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteIssue, stamp, |tx| {
            let issue = Issue::get(tx.connection, id)?;
            let (positions, issues): (u32, u32) = tx.connection.query_row(
                "SELECT (SELECT count(*) FROM position WHERE issue = ?1), (SELECT count(*) FROM issue WHERE parent = ?1)",
                [id],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            let used: Vec<String> = [(positions, "position"), (issues, "issue")]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| counted(count, what))
                .collect();
            if !used.is_empty() {
                return Err(Error::rule(format!(
                    "“{}” has {} under it. Move or drop those first.",
                    issue.title,
                    used.join(" and ")
                )));
            }
            tx.about(issue.title);
            tx.remove::<Issue>(&id.to_string())
        })
    }
}

impl Tx<'_> {
    /// Adds an issue, last in the list.
    pub fn create_issue(&mut self, id: IssueId, facts: IssueFacts) -> Result<Issue> {
        let place = match Issue::get(self.connection, id) {
            Ok(there) => there.place,
            Err(_) => self.last_place("issue", facts.parent)?,
        };
        self.write_issue(id, place, facts)
    }

    fn write_issue(&mut self, id: IssueId, place: OrderKey, facts: IssueFacts) -> Result<Issue> {
        let mut above = facts.parent;
        while let Some(next) = above {
            if next == id {
                return Err(Error::rule("An issue cannot stand under itself."));
            }
            above = Issue::get(self.connection, next)?.parent;
        }
        let issue = Issue {
            id,
            title: required(facts.title, "a title")?,
            question: facts.question,
            parent: facts.parent,
            place,
            half_life_days: facts.half_life_days,
        };
        self.about(issue.title.clone());
        self.put(&issue)?;
        Ok(issue)
    }
}
