//! The child's side: give up everything, read one document, answer, end.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use super::frame::{self, Response, Wish};
use super::{FLAG, confine};
use crate::{Extracted, Input, container, read, read_as_text, read_marked, read_unlocked};

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
    let input = Input { name: &request.name, media_hint, bytes: &request.bytes };
    let whole = |extracted: Extracted| Response::Read(Box::new(extracted));
    let read = match &request.wish {
        Wish::Read => read(&input).map(whole),
        Wish::ReadAsText => read_as_text(&input).map(whole),
        Wish::ReadMarked => read_marked(&input).map(|marked| Response::Marked(Box::new(marked))),
        Wish::ReadUnlocked(password) => read_unlocked(&input, password).map(whole),
        Wish::Empty => return empty(&input),
    };
    let response = read.unwrap_or_else(|refusal| Response::Refused(refusal.reason));
    // The document may be large, and its answer needs room.
    drop(request);
    match frame::write_response(&mut io::stdout().lock(), &response) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Hands over what the file holds, one after the other, as fast as the parent takes it.
fn empty(input: &Input<'_>) -> ExitCode {
    let mut stdout = io::stdout().lock();
    let mut taken = true;
    let emptied = container::empty(input, &mut |told| {
        taken = taken && frame::write_response(&mut stdout, &told.into()).is_ok();
    });
    let last = emptied.map_or_else(Response::Refused, |()| Response::End);
    match taken.then(|| frame::write_response(&mut stdout, &last)) {
        Some(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
