//! The child's side: give up everything, then read a document and answer, until there are no more.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use super::frame::{self, Broken, Request, Response, Wish};
use super::{FLAG, confine};
use crate::{
    Extracted, Input, bind, container, draw, read, read_as_text, read_marked, read_recognised, read_unlocked,
    recognition, unlocked,
};

/// Does a worker's work when the program was started as one, or becomes the recogniser it was started to be; the
/// caller's `main` then returns the code.
///
/// It must come first in `main`, before any thread, window or file is opened.
#[must_use]
pub fn run_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let flag = arguments.next()?;
    if flag == recognition::FLAG {
        return Some(recognition::run_as_asked(arguments));
    }
    if flag != FLAG {
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

/// Answers until the parent has no more to ask.
fn serve() -> ExitCode {
    let mut stdin = io::stdin().lock();
    loop {
        let answered = match frame::read_request(&mut stdin) {
            Ok(request) => answer(request).is_ok(),
            Err(Broken::Ended) => return ExitCode::SUCCESS,
            Err(_) => false,
        };
        if !answered {
            return ExitCode::FAILURE;
        }
    }
}

fn answer(request: Request) -> io::Result<()> {
    let media_hint = request.media_hint.as_deref();
    let input = Input { name: &request.name, media_hint, bytes: &request.bytes };
    let whole = |extracted: Extracted| Response::Read(Box::new(extracted));
    let became = |bytes: Vec<u8>| Response::Became { length: bytes.len() as u64, bytes };
    let read = match &request.wish {
        Wish::Read => read(&input).map(whole),
        Wish::ReadAsText => read_as_text(&input).map(whole),
        Wish::ReadMarked => read_marked(&input).map(|marked| Response::Marked(Box::new(marked))),
        Wish::ReadUnlocked(password) => read_unlocked(&input, password).map(whole),
        Wish::ReadRecognised { password, pages } => {
            read_recognised(&input, password.as_deref(), pages).map(whole)
        }
        Wish::Draw { password, page } => draw(&input, password.as_deref(), *page).map(Response::Drawn),
        Wish::Bind => bind(&input).map(became),
        Wish::Unlock(password) => {
            unlocked(&input, password).map(|unlocked| unlocked.map_or(Response::AsItIs, became))
        }
        Wish::Empty => return empty(&input),
    };
    let response = read.unwrap_or_else(|refusal| Response::Refused(refusal.reason));
    // The document may be large, and its answer needs room.
    drop(request);
    frame::write_response(&mut io::stdout().lock(), &response)
}

/// Hands over what the file holds, one after the other, as fast as the parent takes it.
fn empty(input: &Input<'_>) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let mut taken = Ok(());
    let emptied = container::empty(input, &mut |told| {
        if taken.is_ok() {
            taken = frame::write_response(&mut stdout, &told.into());
        }
    });
    taken?;
    frame::write_response(&mut stdout, &emptied.map_or_else(Response::Refused, |()| Response::End))
}
