//! Tesseract: found where it is usually installed, started within limits, ended when it takes too long.

use std::env;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::{Picture, Recognised, languages};
use crate::refusal::Reason;
use crate::worker::{Limits, Wait, end, last_words, quietly};

/// The argument that makes the program give up what a recogniser does not need, and become one.
pub(crate) const FLAG: &str = "--standpoint-recogniser";

/// The model that tells how a page is turned; it reads no words.
const TURNS: &str = "osd";

/// Tesseract as it lies on this machine; not yet started.
#[derive(Debug, Clone)]
pub struct Tesseract {
    program: PathBuf,
    /// Our own binary, which starts the other within limits.
    launcher: PathBuf,
}

/// Tesseract, and what it can read.
#[derive(Debug, Clone)]
pub struct Recogniser {
    tesseract: Tesseract,
    /// The models it has for languages, by Tesseract's names.
    models: Vec<String>,
    /// What each page may use up.
    pub limits: Limits,
}

const GIB: u64 = 1024 * 1024 * 1024;

/// What it may use up to say which languages it has.
const TO_ANSWER: Limits =
    Limits { wall: Duration::from_secs(10), cpu_seconds: 10, address_space: 2 * GIB, answer: 1024 * 1024 };

/// What it may use up for a page.
const TO_READ: Limits = Limits {
    wall: Duration::from_mins(2),
    cpu_seconds: 120,
    address_space: 2 * GIB,
    answer: 8 * 1024 * 1024,
};

impl Tesseract {
    /// The one that this machine has, if it has one. `launcher` is a binary whose `main` begins with
    /// [`worker::run_if_asked`](crate::worker::run_if_asked).
    #[must_use]
    pub fn find(launcher: &Path) -> Option<Self> {
        Self::find_among(places(), launcher)
    }

    fn find_among(mut places: impl Iterator<Item = PathBuf>, launcher: &Path) -> Option<Self> {
        let program = places.find(|place| place.is_file())?;
        Some(Self { program, launcher: launcher.to_owned() })
    }

    /// Asks it which languages it has. Setting `cancel` from another thread ends that within a blink.
    ///
    /// # Errors
    /// It broke down, took too long, was called off, or has no language.
    pub fn recogniser(&self, cancel: &AtomicBool) -> Result<Recogniser, Reason> {
        let listed = self.run(&["--list-langs"], &[], &TO_ANSWER, cancel).map_err(|reason| match reason {
            Reason::Cancelled => reason,
            _ => Reason::NotRecognised,
        })?;
        let listed = String::from_utf8_lossy(&listed);
        // The first line says where they lie.
        let models: Vec<String> = listed.lines().skip(1).map(|line| line.trim().to_owned()).collect();
        let reads = models.iter().any(|model| model != TURNS);
        let recogniser = Recogniser { tesseract: self.clone(), models, limits: TO_READ };
        if reads { Ok(recogniser) } else { Err(Reason::NoLanguage) }
    }

    /// Runs it to its end and returns what it wrote.
    fn run(
        &self,
        arguments: &[&str],
        input: &[u8],
        limits: &Limits,
        cancel: &AtomicBool,
    ) -> Result<Vec<u8>, Reason> {
        let mut child = self.start(arguments, limits)?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(mut to_child), Some(from_child), Some(mut complaints)) = pipes else {
            end(&mut child);
            return Err(Reason::NotRecognised);
        };
        thread::scope(|scope| {
            let (answer, answered) = mpsc::channel();
            scope.spawn(move || {
                // What cannot be written shows in how it ends.
                to_child.write_all(input).ok();
            });
            scope.spawn(move || {
                let mut told = Vec::new();
                let read = from_child.take(limits.answer + 1).read_to_end(&mut told);
                answer.send(read.map(|_| told)).ok();
            });
            scope.spawn(move || last_words(&mut complaints));
            let wait = Wait { deadline: Instant::now() + limits.wall, cancel };
            let result = wait.for_answer(&answered).and_then(|told| {
                let told = told.map_err(|_| Reason::NotRecognised)?;
                if told.len() as u64 > limits.answer {
                    return Err(Reason::TooMuch);
                }
                let ended = wait.for_end(&mut child)?;
                if ended.success() { Ok(told) } else { Err(Reason::NotRecognised) }
            });
            end(&mut child);
            result
        })
    }

    fn start(&self, arguments: &[&str], limits: &Limits) -> Result<Child, Reason> {
        let mut command = if cfg!(unix) {
            let mut command = Command::new(&self.launcher);
            command.arg(FLAG);
            command.arg(limits.address_space.to_string()).arg(limits.cpu_seconds.to_string());
            command.arg(&self.program);
            command
        } else {
            Command::new(&self.program)
        };
        // Its threads get in one another's way; several pages at once are faster.
        command.args(arguments).env("OMP_THREAD_LIMIT", "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        quietly(&mut command).spawn().map_err(|_| Reason::NotRecognised)
    }
}

impl Recogniser {
    /// The model to read a language with, and whether it is the language's own. Without one of its own it is read as
    /// English, whose letters most share, or with what there is.
    #[must_use]
    pub fn model(&self, language: Option<&str>) -> (&str, bool) {
        let own = language.and_then(|language| languages::model(language, &self.models));
        let any = || self.models.iter().map(String::as_str).find(|model| *model != TURNS);
        let shared = || languages::model("en", &self.models).or_else(any);
        match own {
            Some(model) => (model, true),
            None => (shared().unwrap_or("eng"), language.is_none()),
        }
    }

    /// Recognises the words in the picture of a page.
    ///
    /// # Errors
    /// It broke down, took too long, or was called off.
    pub(super) fn read(
        &self,
        page: u32,
        picture: &Picture,
        model: &str,
        cancel: &AtomicBool,
    ) -> Result<Recognised, Reason> {
        let dpi = picture.dpi.to_string();
        // Pages that lie on their side are turned where the model for that is there.
        let turned = self.models.iter().any(|model| model == TURNS);
        let parts = if turned { "1" } else { "3" };
        let arguments = ["stdin", "stdout", "--dpi", &dpi, "-l", model, "--psm", parts];
        let arguments: Vec<&str> = arguments.into_iter().chain(["-c", "tessedit_create_hocr=1"]).collect();
        let told = self.tesseract.run(&arguments, &picture.to_pgm(), &self.limits, cancel)?;
        let hocr = String::from_utf8(told).map_err(|_| Reason::NotRecognised)?;
        Ok(Recognised { page, dpi: picture.dpi, hocr })
    }
}

/// Becomes the recogniser when the program was started to be one; `arguments` are those behind [`FLAG`].
pub(crate) fn run_as_asked(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let mut limit = || arguments.next()?.into_string().ok()?.parse().ok();
    if let (Some(address_space), Some(cpu_seconds)) = (limit(), limit())
        && let Some(program) = arguments.next()
    {
        crate::worker::confine_to_reading(address_space, cpu_seconds);
        turn_into(Command::new(program).args(arguments));
    }
    ExitCode::FAILURE
}

/// Puts the other program in this one's place; comes back only when that fails.
#[cfg(unix)]
fn turn_into(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    drop(command.exec());
}

#[cfg(not(unix))]
fn turn_into(_: &mut Command) {}

/// Where the program may lie: in the folders that programs are looked for in, and in those that its installers use and
/// a program started from a menu does not know.
fn places() -> impl Iterator<Item = PathBuf> {
    const USUAL: &[&str] = if cfg!(target_os = "macos") {
        &["/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin"]
    } else {
        &[]
    };
    let name = format!("tesseract{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH").unwrap_or_default();
    let searched: Vec<PathBuf> = env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
    let programs = ["ProgramFiles", "LOCALAPPDATA"].into_iter().filter_map(env::var_os).flat_map(|folder| {
        let folder = PathBuf::from(folder);
        [folder.join("Tesseract-OCR"), folder.join("Programs").join("Tesseract-OCR")]
    });
    let installed = programs.filter(|_| cfg!(windows)).collect::<Vec<_>>();
    let folders = searched.into_iter().chain(installed).chain(USUAL.iter().map(PathBuf::from));
    folders.map(move |folder| folder.join(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(models: &[&str]) -> Recogniser {
        let tesseract = Tesseract { program: PathBuf::new(), launcher: PathBuf::new() };
        let models = models.iter().map(|model| (*model).to_owned()).collect();
        Recogniser { tesseract, models, limits: TO_READ }
    }

    #[test]
    fn a_language_is_read_with_its_own_model_or_said_not_to_be() {
        let found = with(&["osd", "deu", "eng"]);
        assert_eq!(found.model(Some("de-AT")), ("deu", true));
        assert_eq!(found.model(Some("fr")), ("eng", false));
        assert_eq!(found.model(None), ("eng", true));
        assert_eq!(with(&["osd", "deu"]).model(Some("fr")), ("deu", false));
    }

    #[test]
    fn a_machine_without_it_has_none() {
        let nowhere = [PathBuf::from("/nowhere/tesseract")];
        assert!(Tesseract::find_among(nowhere.into_iter(), Path::new("/nowhere/standpoint")).is_none());
    }
}
