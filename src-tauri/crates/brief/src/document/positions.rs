//! Positions as printed: who stands where, in words, with date and evidence.

use super::text::{Cited, Text};
use standpoint_core::positions::Stance;

/// One position as a cell or a line shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// For the symbol; none where the position is withheld.
    pub stance: Option<Stance>,
    /// The word: "supports", or "supports with conditions" where the condition is not known.
    pub word: String,
    /// Degree, condition and sequence: "in law, if progress in days"; may be empty.
    pub qualifier: String,
    /// Short names of the others in it.
    pub joint: Vec<String>,
    /// Who spoke for the row's actor, where not all of the row was spoken by the same.
    pub speaker: Option<String>,
    /// As-of date: the year is left out when it is the cut-off's.
    pub date: String,
    /// How it came to be known, where that is not "on record".
    pub manner: Option<String>,
    /// Past its review at the cut-off.
    pub stale: bool,
    /// A later one took its place.
    pub superseded: bool,
    /// What shows it.
    pub cited: Vec<Cited>,
}

/// Actors by issues, or turned round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionsTable {
    /// "Table 1".
    pub label: String,
    /// What it shows.
    pub caption: Text,
    /// What stands in the rows.
    pub rows_are: RowsAre,
    /// Heads of the columns: issues, or actors where the rows are issues.
    pub columns: Vec<Column>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// The note line: what "none found" and "stale" mean here, sentence by sentence.
    pub note: Vec<Text>,
    /// Read aloud for an empty cell.
    pub none_found: String,
    /// Printed across a row in which nothing was found.
    pub none_at_all: String,
}

/// An issue's column, or an actor's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Name as printed.
    pub name: String,
    /// Office of a person.
    pub note: Option<String>,
}

/// What the rows of a positions table are; its columns are the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsAre {
    /// As usual: who stands where is read across.
    Actors,
    /// For few actors on many issues, which would lie on its side as a single line: what one of them holds is read down.
    /// None of them belongs to another: that is seen only in rows.
    Issues,
}

/// An actor's row, or an issue's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Name as printed.
    pub name: String,
    /// Office, or who spoke.
    pub note: Option<String>,
    /// Belongs to the row above that is not nested.
    pub nested: bool,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What was found for one actor on one issue, the latest first; empty for nothing.
pub type Cell = Vec<Standing>;

/// Then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub label: Text,
    /// Then: the position and its words.
    pub then: (Standing, Option<Text>),
    /// Now.
    pub now: (Standing, Option<Text>),
}

/// One actor's or several actors' position with the issue it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueStanding {
    /// Who and on what: "United States on staying in the talks".
    pub title: String,
    /// The position.
    pub standing: Standing,
    /// Confidence in words: "Confidence: high".
    pub confidence: String,
    /// One line.
    pub summary: Option<String>,
    /// The words that show it, with their citation.
    pub quotes: Vec<Text>,
}

/// One actor on everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Name.
    pub name: String,
    /// Office and whom it belongs to.
    pub role: Option<String>,
    /// How to say the name.
    pub say: Option<String>,
    /// By issue: the issue's title, the position and its summary.
    pub positions: Vec<(String, Standing, Option<String>)>,
    /// Printed when there is none.
    pub none_at_all: String,
}

/// A row of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedStanding {
    /// The day.
    pub date: String,
    /// Who and on what.
    pub title: String,
    /// The position.
    pub standing: Standing,
    /// One line.
    pub summary: Option<String>,
}
