//! What the positions add up to, as printed: findings in rows, and who stands with whom as a square.

use super::positions::Standing;
use super::text::Text;
use standpoint_core::analysis::Agreement;

/// What was found, a row each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// "Table 1".
    pub label: String,
    /// What was asked.
    pub caption: Text,
    /// Heads of the columns with their widths in relation to one another; the first names the rows.
    pub head: Vec<(String, u32)>,
    /// What was found.
    pub rows: Vec<Finding>,
    /// What is to be known of it, sentence by sentence.
    pub note: Vec<Text>,
    /// Printed where nothing was found.
    pub none: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub name: String,
    /// What is to be known of that.
    pub note: Option<String>,
    /// One for each column but the first.
    pub cells: Vec<Found>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A few words.
    Words(String),
    /// A position.
    Position {
        /// Whose, where the row does not say it.
        who: Option<String>,
        /// Where they stand.
        standing: Standing,
        /// The words that show it.
        quote: Option<Text>,
    },
    /// A source's words.
    Quote {
        /// The words.
        quote: Text,
        /// Who, how and when.
        attribution: String,
    },
}

/// Who stands with whom: actors by the same actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    /// "Table 1".
    pub label: String,
    /// What was asked.
    pub caption: Text,
    /// Rows, and columns in the same order: those most alike side by side.
    pub actors: Vec<SquareActor>,
    /// What is to be known of it, sentence by sentence.
    pub note: Vec<Text>,
    /// Printed where there are no two to compare.
    pub none: String,
}

/// A row of a square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SquareActor {
    /// Name.
    pub name: String,
    /// Short name for the head of a column.
    pub short: String,
    /// How it agrees with each; none with itself, and where there is no issue to compare them on.
    pub with: Vec<Option<Agreement>>,
}
