//! From a note to pages to a file. Pure: time and ids come in as arguments, nothing is read or fetched.
//!
//! Upper half: [`resolve`] decides what a note says ([`document`]), [`layout`] where it stands.
//! Lower half: [`fonts`] and [`text`] set lines, [`page`] holds what is drawn, [`pdf`] and [`svg`] write it.
//! Beside them: `manuscript` is the document without pages, which `word`, `html` and `markdown` write.

mod compose;
pub mod document;
pub mod fonts;
mod html;
pub mod layout;
mod manuscript;
mod markdown;
mod markup;
pub mod page;
pub mod pdf;
pub mod picture;
pub mod record;
mod release;
pub mod resolve;
pub mod revision;
pub mod svg;
#[cfg(test)]
mod tests;
pub mod text;
mod told;
mod word;
mod words;

pub use compose::{BriefError, Composed, compose, compose_again};
pub use document::Warning;
pub use layout::Extent;
pub use release::Undecided;
pub use resolve::Edition;
pub use told::{Told, key, tell};
