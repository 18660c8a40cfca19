//! Issues: the questions that actors differ on.

pub mod ops;
pub mod queries;

use crate::ids::IssueId;
use crate::order::OrderKey;
use crate::store::row::stored;
use serde::{Deserialize, Serialize};

/// A question that actors differ on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Issue {
    /// Its name in the program.
    pub id: IssueId,
    /// A few words, for a column's head.
    pub title: String,
    /// The question that a stance answers.
    pub question: String,
    /// The wider issue it belongs to.
    pub parent: Option<IssueId>,
    /// Its place among those with the same parent.
    pub place: OrderKey,
    /// How many days a position on it stays fresh; `None` for ever.
    pub half_life_days: Option<u32>,
}

stored!(Issue, "issue": plain id, plain title, plain question, plain parent, plain place, plain half_life_days);
