//! Builders and helpers that the integration tests share.
