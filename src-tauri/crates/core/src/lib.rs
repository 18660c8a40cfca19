//! The domain: who stands where, and how we know.
//!
//! An actor takes a position on an issue, as of a date, and excerpts from sources are the evidence; a note
//! assembles positions and excerpts; an export freezes a note. This crate keeps that in one SQLite file,
//! changes it only through [`Dossier::transact`], and remembers every change so that it can be undone.
//! It knows no window, no wire and no page.

pub mod actors;
pub mod analysis;
pub mod content;
pub mod dossier;
pub mod error;
pub mod excerpts;
pub mod exports;
mod fold;
pub mod ids;
pub mod issues;
pub mod journal;
pub mod markings;
pub mod notes;
pub mod order;
pub mod positions;
pub mod search;
pub mod sources;
pub mod store;
#[cfg(test)]
mod testing;
pub mod time;
pub mod transact;

pub use dossier::Dossier;
pub use error::{Error, Result};
pub use transact::{Changes, Done, Op, Stamp, Tag, Tx};
