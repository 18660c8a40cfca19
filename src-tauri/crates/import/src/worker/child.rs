//! The child's side: give up everything, read one document, answer, end.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use super::frame::{self, Response};
use super::{FLAG, confine};
use crate::{Input, read};

/// Does a worker's work when the program was started as one; the caller's `main` then returns the code.
///
/// It must come first in `main`, before any thread, window or file is opened.
#[must_use]
pub fn run_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != FLAG {
        return None;
    }
    let mut limit = || arguments.next().as_deref().and_then(number);
    let (Some(address_space), Some(cpu_seconds)) = (limit(), limit()) else { return Some(ExitCode::FAILURE) };
    confine(address_space, cpu_seconds);
    Some(serve())
}

fn number(argument: &std::ffi::OsStr) -> Option<u64> {
    OsString::from(argument).into_string().ok()?.parse().ok()
}

fn serve() -> ExitCode {
    let Ok(request) = frame::read_request(&mut io::stdin().lock()) else { return ExitCode::FAILURE };
    let media_hint = request.media_hint.as_deref();
    let response = match read(&Input { name: &request.name, media_hint, bytes: &request.bytes }) {
        Ok(extracted) => Response::Read(Box::new(extracted)),
        Err(refusal) => Response::Refused(refusal.reason),
    };
    // The document may be large, and its answer needs room.
    drop(request);
    match frame::write_response(&mut io::stdout().lock(), &response) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
