//! The commands: everything the window and the command line can ask for, written down once in [`commands`].
//!
//! Requests and answers are JSON; errors are a code, a sentence and a hint. Time, ids and paths enter the
//! program here and nowhere further in.

#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "every handler has one shape: it takes its request whole and may fail"
)]

mod ahead;
mod analysis;
mod app;
mod blocks;
mod checks;
pub mod commands;
mod comments;
#[cfg(all(feature = "dev-http", debug_assertions))]
pub mod dev_http;
mod dossiers;
mod edge;
mod error;
mod exports;
mod files;
mod history;
mod import;
mod index;
mod machine_fonts;
mod markup;
mod notes;
mod pages;
mod positions;
mod revisions;
mod roll;
mod sample;
mod searches;
mod session;
mod settings;
mod sources;
mod suggestions;
mod tables;
mod templates;
pub mod typescript;
mod versions;

pub use commands::Answer;
pub use edge::Edge;
pub use error::{Code, WireError};
pub use session::{Changed, Session, Setup};
pub use standpoint_import::worker;

/// The extensions of files that can be imported, without the dot: documents, and archives of them.
#[must_use]
pub fn document_extensions() -> Vec<&'static str> {
    let mut extensions = standpoint_import::extensions();
    extensions.push("zip");
    extensions
}

/// Whether a PDF carries a note that can be opened again; the reason if not.
///
/// # Errors
/// It is no file copy, or it was changed, or it cannot be read.
pub fn check_reopens(pdf: &std::path::Path) -> Result<(), WireError> {
    notes::record(pdf).map(drop)
}
