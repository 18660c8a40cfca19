//! `standpoint-cli`: what the window can do, without a window.
//!
//! It adds nothing to the commands of `standpoint-api` but words: arguments become a command, its answer becomes
//! lines for people or JSON for programs, and its refusal a sentence and an exit code.

mod actors;
mod arguments;
mod batch;
mod ending;
mod help;
mod import;
mod interrupt;
mod list;
mod notes;
mod passwords;
mod print;
mod program;
mod progress;
mod recognise;
mod search;
#[cfg(all(feature = "dev-http", debug_assertions))]
mod serve;
mod templates;
mod verbs;

use arguments::Arguments;
use ending::Ending;
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(ended) = standpoint_api::worker::run_if_asked() {
        return ended;
    }
    let outcome = arguments::parse(std::env::args_os().skip(1)).and_then(Arguments::run);
    outcome.err().unwrap_or(Ending::Done).exit()
}
