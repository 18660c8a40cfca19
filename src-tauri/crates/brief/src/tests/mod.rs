//! Tests of the whole way from a snapshot to pages.

mod copies;
mod document;
mod laws;
mod marking;
mod pages;
mod written;

pub(crate) use written::Written;
