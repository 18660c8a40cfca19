//! What became of a child that ended without an answer.

use std::io::Read;
use std::process::ExitStatus;

use crate::refusal::Reason;

/// How much of what a child says on its way out is kept. It is never shown to anybody.
const KEPT: usize = 4096;

/// Drains a pipe to its end, so that the child is never held up by it, and keeps the beginning.
pub(crate) fn last_words(pipe: &mut impl Read) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut piece = [0; 1024];
    loop {
        match pipe.read(&mut piece) {
            Ok(0) | Err(_) => return kept,
            Ok(length) => {
                let room = KEPT.saturating_sub(kept.len());
                kept.extend_from_slice(&piece[..length.min(room)]);
            }
        }
    }
}

/// Why the child ended. Failing allocation aborts as other faults do; only its last words tell the two apart.
pub(super) fn reason(status: ExitStatus, last_words: &[u8]) -> Reason {
    let said = |words: &[u8]| last_words.windows(words.len()).any(|window| window == words);
    if said(b"memory allocation of") {
        return Reason::OutOfMemory;
    }
    match signal(status) {
        Some(signal::PROCESSOR_TIME) => Reason::TimedOut,
        // Nobody but the system, short of memory, kills a process that we have not killed.
        Some(signal::KILLED) => Reason::OutOfMemory,
        _ => Reason::Crashed,
    }
}

/// The numbers of the signals that say something, the same on Linux and macOS.
mod signal {
    pub(super) const KILLED: i32 = 9;
    pub(super) const PROCESSOR_TIME: i32 = 24;
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    use std::os::unix::process::ExitStatusExt;
    status.signal()
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}
