//! How a run ends: an exit code, and at most a few sentences on standard error.

use standpoint_api::WireError;
use std::io;
use std::process::ExitCode;

/// Why a run ends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// All is done, or whoever read the output has read enough.
    Done,
    /// Something could not be done; one sentence each.
    Refused(Vec<String>),
    /// The command line itself is wrong.
    Usage(String),
    /// Somebody asked it to stop, and what was in hand is finished.
    Interrupted,
}

/// What a shell reports of a program ended by Ctrl-C: 128 and the signal's number.
pub(crate) const INTERRUPTED: u8 = 130;

impl Ending {
    pub(crate) fn refused(sentence: impl Into<String>) -> Self {
        Self::Refused(vec![sentence.into()])
    }

    /// Says why, where there is something to say.
    #[expect(clippy::print_stderr, reason = "this is where refusals are said")]
    pub(crate) fn exit(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::Interrupted => ExitCode::from(INTERRUPTED),
            Self::Refused(sentences) => {
                for sentence in sentences {
                    eprintln!("standpoint-cli: {sentence}");
                }
                ExitCode::from(1)
            }
            Self::Usage(sentence) => {
                eprintln!("standpoint-cli: {sentence} See standpoint-cli --help.");
                ExitCode::from(2)
            }
        }
    }
}

impl From<WireError> for Ending {
    fn from(error: WireError) -> Self {
        Self::refused(error.to_string())
    }
}

/// Trouble with standard input or output. A reader that closed its end wants no more, and that is no fault.
impl From<io::Error> for Ending {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Done,
            io::ErrorKind::StorageFull => Self::refused("The output could not be written: the disk is full."),
            _ => Self::refused(format!("The input could not be read or the output written: {error}.")),
        }
    }
}
