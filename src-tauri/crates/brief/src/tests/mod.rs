//! Tests of the whole way from a snapshot to pages.

mod copies;
mod document;
mod judged;
mod laws;
mod marking;
mod pages;
mod told;
mod written;

pub(crate) use told::ask;
pub(crate) use written::Written;
