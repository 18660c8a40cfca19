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
mod kept;
mod outcome;
mod wait;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

pub use child::run_if_asked;
pub use confine::confine;
pub(crate) use confine::confine_to_reading;
pub(crate) use kept::end;
pub(crate) use outcome::last_words;
pub(crate) use wait::Wait;

use crate::container::{Entry, Told};
use crate::refusal::{Reason, Refusal};
use crate::{Extracted, Input, Marked, Picture, Recognised};
use frame::{Broken, Response, Wish};
use kept::{Running, Seat};

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

/// How long a document may take. Nobody waits longer than twenty seconds for one, and on a busy machine the child's
/// start and end take some of them. A report of two thousand pages takes three.
const LONGEST: Duration = Duration::from_secs(16);

impl Default for Limits {
    fn default() -> Self {
        const GIB: u64 = 1024 * 1024 * 1024;
        // A child that has read others before is not to run out of what those used up.
        let cpu_seconds = (LONGEST + kept::AGE).as_secs();
        Self { wall: LONGEST, cpu_seconds, address_space: 2 * GIB, answer: GIB / 2 }
    }
}

/// How long after its end a child's last words are waited for: they lie in the pipe, and a busy machine has to get to
/// reading them.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Reads documents in child processes.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The binary to start: as a rule the running program itself.
    pub program: PathBuf,
    /// What each reading may use up.
    pub limits: Limits,
    /// Where a child waits for its next document; without a seat each document has a child of its own.
    seat: Option<Seat>,
}

impl Worker {
    /// A worker with the usual limits.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), limits: Limits::default(), seat: None }
    }

    /// A worker for the documents of one import. To start a child costs as much as to read a letter, so a child that
    /// read a document well reads the next, as long as it is young.
    #[must_use]
    pub fn of_one_import(&self) -> Self {
        Self { seat: Some(Seat::default()), ..self.clone() }
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

    /// Reads a document some of whose pages were recognised, with its password if it has one.
    ///
    /// # Errors
    /// As [`read_unlocked`](Self::read_unlocked).
    pub fn read_recognised(
        &self,
        input: &Input<'_>,
        password: Option<&str>,
        pages: &[Recognised],
        cancel: &AtomicBool,
    ) -> Result<Extracted, Refusal> {
        let password = password.map(str::to_owned);
        self.document(input, Wish::ReadRecognised { password, pages: pages.to_vec() }, cancel)
    }

    /// Draws a page of a document.
    ///
    /// # Errors
    /// There is no such page, it cannot be drawn, or not within the limits.
    pub(crate) fn draw(
        &self,
        input: &Input<'_>,
        password: Option<&str>,
        page: u32,
        cancel: &AtomicBool,
    ) -> Result<Picture, Reason> {
        let wish = Wish::Draw { password: password.map(str::to_owned), page };
        self.run(input, wish, cancel, |response| match response {
            Response::Drawn(picture) => Some(Ok(picture)),
            Response::Refused(reason) => Some(Err(reason)),
            _ => Some(Err(Reason::Crashed)),
        })
    }

    /// The document of pages (PDF) that a picture is bound as.
    ///
    /// # Errors
    /// As [`read`](Self::read); it may be no picture of a page.
    pub fn bind(&self, input: &Input<'_>, cancel: &AtomicBool) -> Result<Vec<u8>, Refusal> {
        let bound = self.run(input, Wish::Bind, cancel, |response| match response {
            Response::Became { bytes, .. } => Some(Ok(bytes)),
            Response::Refused(reason) => Some(Err(reason)),
            _ => Some(Err(Reason::Crashed)),
        });
        bound.map_err(|reason| Refusal::new(input.name, reason))
    }

    /// A document without its lock, where it opens with its password no other way; none where it opens as it is.
    ///
    /// # Errors
    /// The password does not fit, or the lock does not come off within the limits.
    pub(crate) fn unlock(
        &self,
        input: &Input<'_>,
        password: &str,
        cancel: &AtomicBool,
    ) -> Result<Option<Vec<u8>>, Reason> {
        self.run(input, Wish::Unlock(password.to_owned()), cancel, |response| match response {
            Response::Became { bytes, .. } => Some(Ok(Some(bytes))),
            Response::AsItIs => Some(Ok(None)),
            Response::Refused(reason) => Some(Err(reason)),
            _ => Some(Err(Reason::Crashed)),
        })
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
            _ => Some(Err(Reason::Crashed)),
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

    /// Hears a child until `take` has what it wants. Each answer has the whole time on the wall.
    ///
    /// A document is refused only by a child that has read no other, so that none suffers for what came before it; but
    /// one that took too long is not begun again.
    fn run<T>(
        &self,
        input: &Input<'_>,
        wish: Wish,
        cancel: &AtomicBool,
        mut take: impl FnMut(Response) -> Option<Result<T, Reason>>,
    ) -> Result<T, Reason> {
        // What was taken out of an archive cannot be taken back.
        let seat = self.seat.as_ref().filter(|_| wish != Wish::Empty);
        if let Some(running) = seat.and_then(Seat::take) {
            let (read, is_written) = self.ask(running, input, wish.clone(), cancel, &mut take);
            // A document that was heard to its end would alone take no less time.
            let is_final = match &read {
                Ok(_) | Err(Reason::Cancelled) => true,
                Err(reason) => *reason == Reason::TimedOut && is_written,
            };
            if is_final {
                return read;
            }
        }
        let running = Running::of(self.start()?, self.limits.answer).ok_or(Reason::NotStarted)?;
        self.ask(running, input, wish, cancel, &mut take).0
    }

    /// What a child answers, and whether it has heard the whole request.
    fn ask<T>(
        &self,
        mut running: Running,
        input: &Input<'_>,
        wish: Wish,
        cancel: &AtomicBool,
        mut take: impl FnMut(Response) -> Option<Result<T, Reason>>,
    ) -> (Result<T, Reason>, bool) {
        let stays = self.seat.is_some() && wish != Wish::Empty;
        let Ok(request) = frame::request(input, wish) else { return (Err(Reason::NotStarted), false) };
        // A child that is gone shows in the answer.
        let to = running.to.take().filter(|to| to.send(request).is_ok() && stays);
        let result = self.hear(&mut running, cancel, &mut take);
        // A child that answered has heard it all, if it is honest.
        let patience = if result.is_ok() && stays { LAST_WORDS } else { Duration::ZERO };
        let is_written = running.written.recv_timeout(patience).is_ok();
        if let (Some(seat), Ok(_), Some(to)) = (&self.seat, &result, to)
            && is_written
        {
            running.to = Some(to);
            seat.keep(running);
        }
        (result, is_written)
    }

    fn hear<T>(
        &self,
        running: &mut Running,
        cancel: &AtomicBool,
        take: &mut impl FnMut(Response) -> Option<Result<T, Reason>>,
    ) -> Result<T, Reason> {
        loop {
            let wait = Wait { deadline: Instant::now() + self.limits.wall, cancel };
            match wait.for_answer(&running.answers)? {
                Ok(response) => {
                    if let Some(result) = take(response) {
                        return result;
                    }
                }
                Err(Broken::Garbage) => return Err(Reason::Crashed),
                Err(Broken::TooMuch) => return Err(Reason::TooMuch),
                Err(Broken::Ended) => {
                    let status = wait.for_end(&mut running.child)?;
                    let said = running.complained.recv_timeout(LAST_WORDS).unwrap_or_default();
                    return Err(outcome::reason(status, &said));
                }
            }
        }
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
        quietly(&mut command).spawn().map_err(|_| Reason::NotStarted)
    }
}

/// The command without a window of its own, which would flash up for each document.
pub(crate) fn quietly(command: &mut Command) -> &mut Command {
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        /// `CREATE_NO_WINDOW`.
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command
}
