//! Tests of the whole way from a snapshot to pages.

mod analysis;
mod copies;
mod document;
mod forms;
mod judged;
mod large;
pub(crate) mod laws;
mod looks;
mod marking;
mod pages;
mod plates;
mod told;
mod written;

pub(crate) use judged::{made_up, varied};
pub(crate) use told::ask;
pub(crate) use written::Written;
