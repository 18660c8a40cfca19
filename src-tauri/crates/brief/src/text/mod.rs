//! Styled text to lines: shaping, bidirectional order, and breaking that looks at the whole paragraph.
//!
//! [`Paragraph::new`] does the costly work once (itemising, shaping, finding break opportunities);
//! [`Paragraph::lines`] can then be asked again and again for other widths, which is how a table searches
//! for its column widths. Lengths are points.

mod assemble;
mod bonds;
mod breaks;
mod citation;
mod fit;
mod glyphs;
mod hyphenation;
mod itemise;
mod language;
mod line;
mod measure;
mod memory;
mod paragraph;
mod pitch;
mod ruler;
mod style;

pub use citation::{Cited, citation};
pub use language::Language;
pub use line::{Line, LineRun};
pub use measure::Measure;
pub use memory::{Memory, Remembered};
pub use paragraph::{Missing, Paragraph};
pub use pitch::{pitch, pitch_of};
pub use style::{Direction, Figures, Form, Hyphens, Link, Setting, Span, Style};

/// Distance from the top of a line box to its baseline: three quarters of the leading (16 gives 12).
#[must_use]
pub fn baseline(leading: f32) -> f32 {
    leading * 0.75
}

#[cfg(test)]
mod tests;
