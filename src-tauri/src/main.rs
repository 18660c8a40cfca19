//! The desktop shell: one window over the same commands that the command line runs.
//!
//! It holds what only a desktop can give (the window, the native dialogs, dropped files, files opened by
//! double-click) and passes everything else to `standpoint-api`. No rules and no SQL live here, so that what
//! the window can do, a test and a script can do too.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod dialogs;
mod display;
mod links;
mod menu;
mod opened;
mod test_hooks;
mod window;

use std::process::ExitCode;

use arguments::Arguments;

fn main() -> ExitCode {
    if let Some(ended) = standpoint_api::worker::run_if_asked() {
        return ended;
    }
    let started = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Arguments::Window { dossier }) => display::check().and_then(|()| window::run(dossier)),
        Ok(Arguments::Version) => {
            say(concat!("standpoint ", env!("CARGO_PKG_VERSION")));
            return ExitCode::SUCCESS;
        }
        Err(sentence) => {
            complain(&sentence);
            return ExitCode::from(2);
        }
    };
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stdout, reason = "the answer to --version")]
fn say(line: &str) {
    println!("{line}");
}

#[allow(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(sentence: &str) {
    eprintln!("standpoint: {sentence}");
}
