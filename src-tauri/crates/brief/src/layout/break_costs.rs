//! What a page break costs where. Only their order and rough distance matter.

/// A break that is taken only when nothing else is left.
pub(super) const FORBIDDEN: f32 = 100_000.0;
/// Strongly unwanted: a paragraph from the list it announces, a line behind a hyphen.
pub(super) const KEPT: f32 = 2_000.0;
/// Unwanted: inside a box that is too long to move whole.
pub(super) const UNWANTED: f32 = 60.0;
/// Between two rows of a table.
pub(super) const ROWS: f32 = 12.0;
/// Between two lines of a paragraph: rather than leave three lines of a page empty.
pub(super) const LINES: f32 = 3.0;
/// Between the parts of a list.
pub(super) const PARTS: f32 = 1.5;
/// A line of a footnote that is continued overleaf.
pub(super) const CARRIED: f32 = 10.0;
/// One more page.
pub(super) const PAGE: f32 = 400.0;
/// A page left empty; counts by the square of the empty part.
pub(super) const EMPTY: f32 = 600.0;
/// The same for the page that the body ends on: the pages before it are filled first.
pub(super) const BODY: f32 = 60.0;
/// An annex that starts a page although it could follow on.
pub(super) const ANNEX: f32 = 8.0;
/// Fewer than six lines of the body before an annex that goes on below them.
pub(super) const TAIL: f32 = 40.0;
/// A paragraph whose halves plates stand between.
pub(super) const PARTED: f32 = 24.0;
/// A last page with fewer than six lines.
pub(super) const SHORT_LAST: f32 = 8.0;
/// Too much for the page, where a single piece is larger than it.
pub(super) const OVERFULL: f32 = 10_000_000.0;
