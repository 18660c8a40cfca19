//! Why a document could not be read, said so that somebody without our knowledge knows what to do next.

use serde::{Deserialize, Serialize};

use crate::MAX_BYTES;

/// A document that was not read, and why. It displays as the sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {}", self.message(), self.hint())]
pub struct Refusal {
    /// The file's name, as the user knows it.
    pub file: String,
    /// What stood in the way.
    pub reason: Reason,
}

/// What stood in the way of reading a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// It has no bytes.
    Empty,
    /// It was read, and there is no text in it.
    NoText,
    /// It is larger than [`MAX_BYTES`].
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// It was to be text, and its bytes are none.
    NotText,
    /// Its name says one thing, its contents say another.
    Misnamed {
        /// What its name says, such as `a Word document`.
        named: String,
        /// What it seems to be, such as `a PNG picture`; `None` when that is not known.
        what: Option<String>,
    },
    /// No format can read it.
    Unsupported {
        /// What it seems to be; `None` when that is not known.
        what: Option<String>,
        /// What to do to read it all the same, in one sentence, if there is something special to do.
        advice: Option<String>,
    },
    /// It opens in its own program only.
    Locked,
    /// It opens with a password, and none was given.
    NeedsPassword,
    /// It opens with another password than the one given.
    WrongPassword,
    /// It carries programs that run when it is opened.
    Macros,
    /// Words in its pictures were to be recognised, and that failed.
    NotRecognised,
    /// Words in its pictures were to be recognised, and the recogniser has no language.
    NoLanguage,
    /// Parts of it are missing or make no sense.
    Damaged,
    /// Its elements are nested deeper than any page written to be read.
    TooDeep,
    /// What it turned into is too large to hand over.
    TooMuch,
    /// It took longer than it may.
    TimedOut,
    /// It needed more memory than it may.
    OutOfMemory,
    /// The reader broke down over it.
    Crashed,
    /// Somebody called the reading off.
    Cancelled,
    /// The reader could not be started; the fault is not the document's.
    NotStarted,
}

impl Refusal {
    /// A refusal of the file of that name.
    #[must_use]
    pub fn new(file: &str, reason: Reason) -> Self {
        Self { file: file.to_owned(), reason }
    }

    /// Refuses by size alone, so that a caller can ask before it reads a file into memory.
    pub fn check_size(file: &str, bytes: u64) -> Result<(), Self> {
        match bytes {
            0 => Err(Self::new(file, Reason::Empty)),
            _ if bytes > MAX_BYTES => Err(Self::new(file, Reason::TooLarge { bytes })),
            _ => Ok(()),
        }
    }

    /// Whether there may be words in it that can be made out without knowing how it is built.
    #[must_use]
    pub fn may_hold_words(&self) -> bool {
        matches!(
            self.reason,
            Reason::NotText
                | Reason::Misnamed { .. }
                | Reason::Unsupported { .. }
                | Reason::Damaged
                | Reason::TooDeep
                | Reason::TimedOut
                | Reason::OutOfMemory
                | Reason::Crashed
        )
    }

    /// Whether a password, or another one, would open it.
    #[must_use]
    pub fn asks_for_password(&self) -> bool {
        matches!(self.reason, Reason::NeedsPassword | Reason::WrongPassword)
    }

    /// Whether the reading was cut short, so that it says nothing of what would have been read.
    #[must_use]
    pub fn was_cut_short(&self) -> bool {
        matches!(
            self.reason,
            Reason::TimedOut | Reason::OutOfMemory | Reason::Crashed | Reason::Cancelled | Reason::NotStarted
        )
    }

    /// The reason's name for programs, such as `too_large`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.reason {
            Reason::Empty => "empty",
            Reason::NoText => "no_text",
            Reason::TooLarge { .. } => "too_large",
            Reason::NotText => "not_text",
            Reason::Misnamed { .. } => "misnamed",
            Reason::Unsupported { .. } => "unsupported",
            Reason::Locked => "locked",
            Reason::NeedsPassword => "needs_password",
            Reason::WrongPassword => "wrong_password",
            Reason::Macros => "macros",
            Reason::NotRecognised => "not_recognised",
            Reason::NoLanguage => "no_language",
            Reason::Damaged => "damaged",
            Reason::TooDeep => "too_deep",
            Reason::TooMuch => "too_much",
            Reason::TimedOut => "timed_out",
            Reason::OutOfMemory => "out_of_memory",
            Reason::Crashed => "crashed",
            Reason::Cancelled => "cancelled",
            Reason::NotStarted => "not_started",
        }
    }

    /// What happened, to which file, in one sentence.
    #[must_use]
    pub fn message(&self) -> String {
        let file = &self.file;
        match &self.reason {
            Reason::Empty => format!("“{file}” is empty."),
            Reason::NoText => format!("There is no text in “{file}”."),
            Reason::TooLarge { bytes } => {
                format!(
                    "“{file}” is too large to import: it has {}, and {} is the most.",
                    megabytes(*bytes),
                    megabytes(MAX_BYTES)
                )
            }
            Reason::NotText => format!("“{file}” holds something other than text."),
            Reason::Misnamed { named, what: Some(what) } => {
                format!("“{file}” is named as {named} but is {what}.")
            }
            Reason::Misnamed { named, what: None } => {
                format!("“{file}” is named as {named} but holds something else.")
            }
            Reason::Unsupported { what: Some(what), .. } => {
                format!("“{file}” is {what}, which cannot be imported.")
            }
            Reason::Unsupported { what: None, .. } => {
                format!("“{file}” is of a kind that cannot be imported.")
            }
            Reason::Locked => {
                format!("“{file}” is locked with a password or against copying, so its text cannot be read.")
            }
            Reason::NeedsPassword => format!("“{file}” opens with a password."),
            Reason::WrongPassword => format!("That is not the password of “{file}”."),
            Reason::Macros => format!("“{file}” carries macros and was not opened."),
            Reason::NotRecognised => {
                format!(
                    "The words on the pages of “{file}” could not be recognised: Tesseract broke down over them."
                )
            }
            Reason::NoLanguage => {
                format!(
                    "The words on the pages of “{file}” could not be recognised: Tesseract is installed here without a \
                     language."
                )
            }
            Reason::Damaged => format!("“{file}” is damaged or incomplete."),
            Reason::TooDeep => format!("“{file}” is nested too deeply to be read safely."),
            Reason::TooMuch => format!("“{file}” unfolds into more than can be imported."),
            Reason::TimedOut => format!("Reading “{file}” took too long and was stopped."),
            Reason::OutOfMemory => format!("Reading “{file}” needed too much memory and was stopped."),
            Reason::Crashed => {
                format!("“{file}” could not be read: it is damaged or built in an unusual way.")
            }
            Reason::Cancelled => format!("Importing “{file}” was called off."),
            Reason::NotStarted => {
                format!("“{file}” was not read because the program could not start its reader.")
            }
        }
    }

    /// What to do next, in one sentence.
    #[must_use]
    pub fn hint(&self) -> String {
        match &self.reason {
            Reason::Empty => "Check that it was saved or downloaded completely.".to_owned(),
            Reason::NoText => {
                "Open it where it came from, select its text and paste that instead.".to_owned()
            }
            Reason::TooLarge { .. } => "Split it, or paste the passages that matter.".to_owned(),
            Reason::Unsupported { advice: Some(advice), .. } => advice.clone(),
            Reason::Misnamed { what: None, .. } => {
                "Get it again from where it came; if it is the same again, open it in the program it was made with and \
                 save it as PDF, as a Word document (.docx), as a web page or as plain text, and import that."
                    .to_owned()
            }
            Reason::NotText | Reason::Misnamed { .. } | Reason::Unsupported { advice: None, .. } => {
                "Open it in the program it was made with and save it as PDF, as a Word document (.docx), as a web \
                 page or as plain text; then import that."
                    .to_owned()
            }
            Reason::Locked => {
                "Open it with its password, save or print a copy without one, and import that.".to_owned()
            }
            Reason::NeedsPassword => {
                "Type it to read the document; it is used for that alone and written nowhere.".to_owned()
            }
            Reason::WrongPassword => {
                "Look at its capitals, and ask whoever sent the document if it still does not open.".to_owned()
            }
            Reason::Macros => {
                "Save it in Word as a document without macros (.docx), and choose that.".to_owned()
            }
            Reason::NotRecognised => {
                "Try it again; if that fails too, install Tesseract anew.".to_owned()
            }
            Reason::NoLanguage => {
                "Install the language it is written in for Tesseract, then try it again.".to_owned()
            }
            Reason::Damaged => {
                "Get it again from where it came, or open it in the program it was made with and save it anew."
                    .to_owned()
            }
            Reason::TooDeep | Reason::TooMuch | Reason::TimedOut | Reason::OutOfMemory | Reason::Crashed => {
                "Open it where it came from, select the text that matters and paste it.".to_owned()
            }
            Reason::Cancelled => "Import it again whenever you like.".to_owned(),
            Reason::NotStarted => {
                "Close other programs or start this one again, then import it once more.".to_owned()
            }
        }
    }
}

/// A size as people write it, in whole megabytes and never rounded down to the limit it breaks.
fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reason: Reason, expect: &str) {
        assert_eq!(Refusal::new("talks.txt", reason).to_string(), expect);
    }

    #[test]
    fn sentences() {
        check(Reason::Empty, "“talks.txt” is empty. Check that it was saved or downloaded completely.");
        check(
            Reason::TooLarge { bytes: 200 * 1024 * 1024 },
            "“talks.txt” is too large to import: it has 200 MB, and 64 MB is the most. \
             Split it, or paste the passages that matter.",
        );
        check(
            Reason::Misnamed { named: "a Word document".to_owned(), what: None },
            "“talks.txt” is named as a Word document but holds something else. Get it again from where it came; if it \
             is the same again, open it in the program it was made with and save it as PDF, as a Word document (.docx), \
             as a web page or as plain text, and import that.",
        );
        check(
            Reason::Misnamed { named: "plain text".to_owned(), what: Some("a PNG picture".to_owned()) },
            "“talks.txt” is named as plain text but is a PNG picture. Open it in the program it was made with and \
             save it as PDF, as a Word document (.docx), as a web page or as plain text; then import that.",
        );
    }

    #[test]
    fn size_is_checked_at_the_edges() {
        assert!(Refusal::check_size("a", 1).is_ok());
        assert!(Refusal::check_size("a", MAX_BYTES).is_ok());
        assert_eq!(Refusal::check_size("a", 0).map_err(|r| r.reason), Err(Reason::Empty));
        let bytes = MAX_BYTES + 1;
        assert_eq!(Refusal::check_size("a", bytes).map_err(|r| r.reason), Err(Reason::TooLarge { bytes }));
    }
}
