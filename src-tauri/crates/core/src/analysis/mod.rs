//! What the positions say when they are read together: who stands where on a day, what has moved, what has
//! grown old, what is missing and what does not agree.
//!
//! Most of it is a question about a day, and the day comes in as an argument: today for the window, the
//! cut-off for a note, any day of the past for "what did we know then". Two rooms read sources instead: `mentions`
//! tells who is named in a text, `suggestions` which of its sentences give somebody a position.

mod alignment;
#[cfg(test)]
mod brute_force;
mod changes;
pub mod checks;
pub mod compare;
mod contradictions;
mod counts;
mod drawn;
mod find;
mod gaps;
mod impact;
mod language;
mod ledger;
mod likely;
mod matrix;
mod memory;
pub mod mentions;
mod read_together;
mod stale;
mod standing;
pub mod suggestions;
mod table;
#[cfg(test)]
mod tests;
mod timeline;

pub use alignment::{Agreement, Alignment, AlignmentRow, Band};
pub use changes::Change;
pub(crate) use changes::withdrawals;
pub use contradictions::{Contradiction, ContradictionKind, Discord, KindCount};
pub use counts::AnalysisCounts;
pub use drawn::{shown_in_cell, stale_since};
pub use find::Which;
pub use gaps::Gap;
pub use impact::{Effect, ExportImpact, NoteImpact, PositionImpact, SourceImpact};
pub use likely::LikelyIssues;
pub use matrix::{Cell, Matrix, MatrixFilter, People, Row};
pub(crate) use memory::Memory;
pub use read_together::ReadTogether;
pub use stale::{Stale, StaleReason};
pub use table::{MatrixTable, TableCell, TableRow};
pub use timeline::TimelineEntry;
