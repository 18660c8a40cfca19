//! Reads documents in a child process, so that no document can take the program with it.
//!
//! Catching a panic stops neither a hang nor exhausted memory nor an overflowing stack; the end of a process stops
//! all three. The child is the program's own binary started again with [`FLAG`], so there is nothing more to
//! install. It gives up time, memory and the right to open anything before it sees a byte of the document.
//!
//! `main` of every binary that reads documents begins with [`run_if_asked`].

mod child;
mod confine;
mod frame;
mod outcome;
mod wait;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

pub use child::run_if_asked;
pub use confine::confine;

use crate::container::{Entry, Told};
use crate::refusal::{Reason, Refusal};
use crate::{Extracted, Input, Marked};
use frame::{Broken, Response, Wish};
use wait::Wait;

/// The argument that makes the program a worker. The child's limits follow it.
pub const FLAG: &str = "--standpoint-import-worker";

/// What a worker may use up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long the reading may take by the clock on the wall.
    pub wall: Duration,
    /// How many seconds of processor time it may take. Not enforced on Windows.
    pub cpu_seconds: u64,
    /// How many bytes of address space it may have. Enforced on Linux only.
    pub address_space: u64,
    /// How many bytes its answer may have.
    pub answer: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const GIB: u64 = 1024 * 1024 * 1024;
        Self { wall: Duration::from_secs(20), cpu_seconds: 20, address_space: 2 * GIB, answer: GIB / 2 }
    }
}

/// How long after its end a child's last words are waited for: they lie in the pipe, and a busy machine has to get to
/// reading them.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Reads documents, each in a process of its own.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The binary to start: as a rule the running program itself.
    pub program: PathBuf,
    /// What each reading may use up.
    pub limits: Limits,
}

impl Worker {
    /// A worker with the usual limits.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), limits: Limits::default() }
    }

    /// A worker that is the running program itself.
    ///
    /// # Errors
    /// The system does not say where the program lies.
    pub fn of_this_program() -> io::Result<Self> {
        // This name leads to the program that runs even after an update has put another in its place.
        let running = Path::new("/proc/self/exe");
        let program = if running.exists() { running.to_owned() } else { std::env::current_exe()? };
        Ok(Self::new(program))
    }

    /// Reads a document in a child process. Setting `cancel` from another thread ends it within a blink.
    ///
    /// # Errors
    /// A [`Refusal`] says why there is no text: because of the document, of the limits, or of the reader itself.
    pub fn read(&self, input: &Input<'_>, cancel: &AtomicBool) -> Result<Extracted, Refusal> {
        self.document(input, Wish::Read, cancel)
    }

    /// Reads whatever words can be made out in a file that no format could read.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_as_text(&self, input: &Input<'_>, cancel: &AtomicBool) -> Result<Extracted, Refusal> {
        self.document(input, Wish::ReadAsText, cancel)
    }

    /// Reads a document that opens with a password, which is sent to the child and kept nowhere.
    ///
    /// # Errors
    /// As [`read`](Self::read); a password that does not fit is a reason of its own.
    pub fn read_unlocked(
        &self,
        input: &Input<'_>,
        password: &str,
        cancel: &AtomicBool,
    ) -> Result<Extracted, Refusal> {
        self.document(input, Wish::ReadUnlocked(password.to_owned()), cancel)
    }

    /// Reads a Word document with its marks.
    ///
    /// # Errors
    /// As [`read`](Self::read); one that carries macros is refused.
    pub fn read_marked(&self, input: &Input<'_>, cancel: &AtomicBool) -> Result<Marked, Refusal> {
        Refusal::check_size(input.name, input.bytes.len() as u64)?;
        let read = self.run(input, Wish::ReadMarked, cancel, |response| match response {
            Response::Marked(marked) => Some(Ok(*marked)),
            Response::Refused(reason) => Some(Err(reason)),
            _ => Some(Err(Reason::Crashed)),
        });
        read.map_err(|reason| Refusal::new(input.name, reason))
    }

    /// Takes the documents out of an archive or an e-mail, one after the other: the next is unfolded when `each` is
    /// done with the last, and none of them touches a disk.
    ///
    /// # Errors
    /// The file holds no documents, or could not be emptied to its end.
    pub fn empty(
        &self,
        input: &Input<'_>,
        cancel: &AtomicBool,
        mut each: impl FnMut(Told),
    ) -> Result<(), Refusal> {
        Refusal::check_size(input.name, input.bytes.len() as u64)?;
        let emptied = self.run(input, Wish::Empty, cancel, |response| match response {
            Response::Holds(count) => {
                each(Told::Count(count));
                None
            }
            Response::Entry { path, media_hint, refused, bytes, .. } => {
                let content = refused.map_or(Ok(bytes), Err);
                each(Told::Entry(Entry { path, media_hint, content }));
                None
            }
            Response::End => Some(Ok(())),
            Response::Refused(reason) => Some(Err(reason)),
            Response::Read(_) | Response::Marked(_) => Some(Err(Reason::Crashed)),
        });
        emptied.map_err(|reason| Refusal::new(input.name, reason))
    }

    fn document(&self, input: &Input<'_>, wish: Wish, cancel: &AtomicBool) -> Result<Extracted, Refusal> {
        Refusal::check_size(input.name, input.bytes.len() as u64)?;
        let read = self.run(input, wish, cancel, |response| match response {
            Response::Read(extracted) if extracted.is_sound() => Some(Ok(*extracted)),
            Response::Refused(reason) => Some(Err(reason)),
            _ => Some(Err(Reason::Crashed)),
        });
        read.map_err(|reason| Refusal::new(input.name, reason))
    }

    /// Starts a child and hears it until `take` has what it wants. Each answer has the whole time on the wall.
    fn run<T>(
        &self,
        input: &Input<'_>,
        wish: Wish,
        cancel: &AtomicBool,
        mut take: impl FnMut(Response) -> Option<Result<T, Reason>>,
    ) -> Result<T, Reason> {
        let mut child = self.start()?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(mut to_child), Some(mut from_child), Some(mut complaints)) = pipes else {
            end(&mut child);
            return Err(Reason::NotStarted);
        };
        // A thread to each pipe: a child that fills one while we fill another would otherwise stand still with us.
        thread::scope(|scope| {
            // With room for none: the child waits until its last answer was heard.
            let (answer, answered) = mpsc::sync_channel(0);
            let (complaint, complained) = mpsc::channel();
            // What cannot be written shows in the answer.
            scope.spawn(move || frame::write_request(&mut to_child, input, wish).ok());
            let most = self.limits.answer;
            scope.spawn(move || {
                loop {
                    let heard = frame::read_response(&mut from_child, most);
                    let last = heard.is_err();
                    if answer.send(heard).is_err() || last {
                        break;
                    }
                }
            });
            scope.spawn(move || complaint.send(outcome::last_words(&mut complaints)));

            let result = loop {
                let wait = Wait { deadline: Instant::now() + self.limits.wall, cancel };
                match wait.for_answer(&answered) {
                    Ok(Ok(response)) => {
                        if let Some(result) = take(response) {
                            break result;
                        }
                    }
                    Ok(Err(Broken::Garbage)) => break Err(Reason::Crashed),
                    Ok(Err(Broken::TooMuch)) => break Err(Reason::TooMuch),
                    Ok(Err(Broken::Ended)) => {
                        break Err(wait.for_end(&mut child).map_or_else(
                            |reason| reason,
                            |status| {
                                outcome::reason(
                                    status,
                                    &complained.recv_timeout(LAST_WORDS).unwrap_or_default(),
                                )
                            },
                        ));
                    }
                    Err(reason) => break Err(reason),
                }
            };
            // The threads end when the pipes do, and the pipes end with the child; nobody hears a last answer.
            end(&mut child);
            drop(answered);
            result
        })
    }

    fn start(&self) -> Result<Child, Reason> {
        let mut command = Command::new(&self.program);
        command
            .arg(FLAG)
            .arg(self.limits.address_space.to_string())
            .arg(self.limits.cpu_seconds.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt;
            /// Without it each document would flash a console window (`CREATE_NO_WINDOW`).
            const NO_WINDOW: u32 = 0x0800_0000;
            command.creation_flags(NO_WINDOW);
        }
        command.spawn().map_err(|_| Reason::NotStarted)
    }
}

/// Ends the child if it has not ended, and leaves no trace of it in the table of processes.
fn end(child: &mut Child) {
    // It may have ended by itself, which is as good.
    child.kill().ok();
    child.wait().ok();
}
