//! The real program in its real window, driven as a user drives it.
//!
//! `WebKitWebDriver` starts the program and presses its buttons; the program runs on a home folder of its own.
//! Run by `cargo xtask test`, which gives it a display, a session bus and the program's path.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::print_stdout,
    missing_docs,
    reason = "these are tests, and may panic"
)]

mod driver;
mod hand;
mod journey;
mod program;
mod shell;
