//! Builders and helpers that the integration tests share.

#![allow(clippy::missing_panics_doc, reason = "a test that cannot go on panics")]
#![allow(clippy::must_use_candidate, reason = "what a test asks for, it may ask for the asking alone")]

pub mod cli;
pub mod desk;
pub mod dump;
pub mod walk;
