//! Builders and helpers that the integration tests share.

pub mod cli;
pub mod desk;
pub mod dump;
pub mod walk;
