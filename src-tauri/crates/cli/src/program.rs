//! A session with a dossier in it, as the verbs use it.

use crate::arguments::EdgeOptions;
use crate::ending::Ending;
use crate::interrupt::Interrupt;
use crate::print::list;
use crate::progress::Progress;
use serde_json::{Value, json};
use standpoint_api::{Edge, Session, Setup, WireError};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// Of a job that goes on for longer than this, news is told so long after it came, with what has come since.
const LONG: Duration = Duration::from_millis(500);
const PACE: Duration = Duration::from_millis(20);

/// The program while it runs. Dropped, it closes its dossier.
pub(crate) struct Program {
    pub(crate) session: Session,
    pub(crate) interrupt: Interrupt,
    /// Something about the imports has changed, or the program was asked to end.
    nudges: Receiver<()>,
}

impl Program {
    /// A program without a dossier. Settings are the window's; `settings` is where to keep them, if at all.
    pub(crate) fn start(options: EdgeOptions, settings: Option<PathBuf>) -> Result<Self, Ending> {
        let program = std::env::current_exe().map_err(|error| {
            Ending::refused(format!("The program cannot find its own file, which it needs: {error}."))
        })?;
        let mut edge = Edge::real();
        if let Some(at) = options.at {
            edge = edge.at(at);
        }
        if let Some(seed) = options.ids {
            edge = edge.seeded(&seed);
        }
        let session = Session::new(Setup { program, config_folder: settings, edge });
        let interrupt = Interrupt::listen();
        let (sender, nudges) = mpsc::channel();
        let imports = sender.clone();
        session.on_changed(move |changed| {
            if changed.tags.contains("jobs") {
                let _ = imports.send(());
            }
        });
        interrupt.on_asked(move || {
            let _ = sender.send(());
        });
        Ok(Self { session, interrupt, nudges })
    }

    /// A program with a dossier open.
    pub(crate) fn open(options: EdgeOptions, dossier: &Path) -> Result<Self, Ending> {
        let program = Self::start(options, None)?;
        program.call("dossier_open", json!({ "path": text(dossier)? }))?;
        Ok(program)
    }

    /// Runs a command to its end. A job, which goes on after its command, is waited for.
    pub(crate) fn call(&self, command: &str, args: Value) -> Result<Value, WireError> {
        let answer = self.session.call(command, args)?;
        if begins_job(command) { self.ended(&answer["id"]) } else { Ok(answer) }
    }

    /// As [`call`](Self::call), with the answer written out as JSON.
    pub(crate) fn json(&self, command: &str, args: Value) -> Result<String, WireError> {
        if begins_job(command) {
            self.call(command, args).map(|ended| ended.to_string())
        } else {
            self.session.json(command, args)
        }
    }

    /// How a job ended, with all that came in; others that it led to have ended too.
    pub(crate) fn ended(&self, id: &Value) -> Result<Value, WireError> {
        let mut progress = Progress::default();
        let began = Instant::now();
        loop {
            let jobs = self.session.call("job_list", json!({}))?;
            let jobs = || list(&jobs);
            let Some(running) = jobs().find(|job| job["ended"] == false) else {
                progress.clear();
                let mut job = jobs().find(|job| job["id"] == *id).cloned().unwrap_or_default();
                job["imported"] = self.session.call("job_imported", json!({ "id": id }))?;
                return Ok(job);
            };
            if self.interrupt.asked() {
                self.session.call("job_cancel", json!({ "id": running["id"] }))?;
            }
            progress.show(running);
            // The sender lives as long as the session, which lives as long as we do.
            let _ = self.nudges.recv();
            if began.elapsed() > LONG {
                thread::sleep(PACE);
            }
            while self.nudges.try_recv().is_ok() {}
        }
    }

    /// How to end a run that did all it was asked to.
    pub(crate) fn done(&self) -> Result<(), Ending> {
        if self.interrupt.asked() { Err(Ending::Interrupted) } else { Ok(()) }
    }
}

/// Whether a command answers with a job that goes on after it.
fn begins_job(command: &str) -> bool {
    ["import_files", "import_attachments", "source_recognise"].contains(&command)
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.session.call("dossier_close", json!({}));
    }
}

/// A path as the commands take it.
pub(crate) fn text(path: &Path) -> Result<&str, Ending> {
    path.to_str().ok_or_else(|| {
        Ending::refused(format!(
            "The name “{}” holds bytes that are no text. Nothing was done with it; rename it, then try again.",
            path.to_string_lossy()
        ))
    })
}
