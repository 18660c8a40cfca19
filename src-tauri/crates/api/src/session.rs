//! A running program: the open dossier, the settings, and who wants to hear of changes.

use crate::ahead;
use crate::commands::{self, Answer};
use crate::edge::Edge;
use crate::error::WireError;
use crate::import::Jobs;
use crate::import::likeness::Sketches;
use crate::settings::Preferences;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use standpoint_brief::text::Memory;
use standpoint_core::{Changes, Done, Dossier, Stamp};
use standpoint_import::worker::Worker;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a program brings along when it starts a session.
#[derive(Debug)]
pub struct Setup {
    /// The program's own file, started again to read documents.
    pub program: PathBuf,
    /// Where settings are kept between runs; `None` keeps none.
    pub config_folder: Option<PathBuf>,
    /// The clock and the ids.
    pub edge: Edge,
}

/// Something changed, and which caches that makes stale. Sent after commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Changed {
    /// What was done, as the journal names it; `None` for things outside the dossier.
    pub op: Option<String>,
    /// Caches that are now stale.
    pub tags: BTreeSet<String>,
    /// Rows written or removed.
    pub ids: BTreeSet<String>,
}

/// Where the open dossier lies. Who waits for it waits as long as others work on it.
pub(crate) type Desk = Arc<Mutex<Option<Dossier>>>;

type Listener = Box<dyn Fn(&Changed) + Send + Sync>;

/// A running program. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    desk: Desk,
    preferences: Mutex<Preferences>,
    listeners: Mutex<Vec<Listener>>,
    edge: Edge,
    worker: Worker,
    jobs: Jobs,
    sketches: Sketches,
    set_before: Memory,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}

impl Session {
    /// A session without a dossier.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self {
            inner: Arc::new(Inner {
                desk: Desk::default(),
                preferences: Mutex::new(Preferences::load(setup.config_folder)),
                listeners: Mutex::default(),
                edge: setup.edge,
                worker: Worker::new(setup.program),
                jobs: Jobs::default(),
                sketches: Sketches::default(),
                set_before: Memory::default(),
            }),
        }
    }

    /// Runs a command. May take as long as the command does.
    pub fn answer(&self, command: &str, args: Value) -> Result<Answer, WireError> {
        let command = commands::find(command)
            .ok_or_else(|| WireError::bad_request(format!("There is no command “{command}”.")))?;
        (command.run)(self, args)
    }

    /// Runs a command whose answer is to be JSON, and leaves it written out.
    pub fn json(&self, command: &str, args: Value) -> Result<String, WireError> {
        match self.answer(command, args)? {
            Answer::Json(json) => Ok(json),
            Answer::Bytes(_) => {
                Err(WireError::bad_request(format!("“{command}” answers with bytes, which are no JSON.")))
            }
        }
    }

    /// Runs a command whose answer is to be JSON, and reads it.
    pub fn call(&self, command: &str, args: Value) -> Result<Value, WireError> {
        serde_json::from_str(&self.json(command, args)?)
            .map_err(|error| WireError::bad_request(format!("The answer cannot be read: {error}.")))
    }

    /// Calls `listener` after every change.
    pub fn on_changed(&self, listener: impl Fn(&Changed) + Send + Sync + 'static) {
        held(&self.inner.listeners).push(Box::new(listener));
    }

    pub(crate) fn edge(&self) -> &Edge {
        &self.inner.edge
    }

    pub(crate) fn worker(&self) -> &Worker {
        &self.inner.worker
    }

    pub(crate) fn jobs(&self) -> &Jobs {
        &self.inner.jobs
    }

    pub(crate) fn sketches(&self) -> &Sketches {
        &self.inner.sketches
    }

    /// Paragraphs of the note whose pages are looked at.
    pub(crate) fn set_before(&self) -> &Memory {
        &self.inner.set_before
    }

    pub(crate) fn preferences(&self) -> MutexGuard<'_, Preferences> {
        held(&self.inner.preferences)
    }

    /// When and by whom a change is made now.
    pub(crate) fn stamp(&self) -> Stamp {
        Stamp { at: self.edge().now(), who: self.preferences().settings.who.clone() }
    }

    /// The open dossier, or none, for as long as the guard is held.
    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Dossier>> {
        held(&self.inner.desk)
    }

    /// Another dossier is open from now on, or none: nothing is kept of the one before.
    pub(crate) fn hold(&self, dossier: Option<Dossier>) {
        let is_open = dossier.is_some();
        *self.slot() = dossier;
        self.inner.set_before.forget();
        self.inner.sketches.forget();
        if is_open {
            ahead::begin(&self.inner.desk);
        }
    }

    /// Reads from the open dossier.
    pub(crate) fn read<T, E: Into<WireError>>(
        &self,
        work: impl FnOnce(&Dossier) -> Result<T, E>,
    ) -> Result<T, WireError> {
        work(self.slot().as_ref().ok_or_else(WireError::no_dossier)?).map_err(Into::into)
    }

    /// Changes the open dossier, then tells the listeners.
    pub(crate) fn change<T, E: Into<WireError>>(
        &self,
        work: impl FnOnce(&mut Dossier, &Stamp) -> Result<Done<T>, E>,
    ) -> Result<T, WireError> {
        let stamp = self.stamp();
        let done =
            work(self.slot().as_mut().ok_or_else(WireError::no_dossier)?, &stamp).map_err(Into::into)?;
        self.announce(&done.changes);
        Ok(done.value)
    }

    /// Tells the listeners what a committed change touched.
    pub(crate) fn announce(&self, changes: &Changes) {
        self.inner.sketches.heed(changes);
        if !changes.tags.is_empty() {
            self.tell(&Changed {
                op: changes.op.map(|op| op.word().to_owned()),
                tags: changes.tags.iter().map(ToString::to_string).collect(),
                ids: changes.ids.clone(),
            });
        }
    }

    /// Tells the listeners that something outside the dossier changed.
    pub(crate) fn announce_tags(&self, tags: &[&str]) {
        self.tell(&Changed {
            op: None,
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ids: BTreeSet::new(),
        });
    }

    fn tell(&self, changed: &Changed) {
        for listener in held(&self.inner.listeners).iter() {
            listener(changed);
        }
    }
}

impl Drop for Inner {
    /// The dossier is closed here and now, not when the thread that reads ahead in it lets go of the desk.
    fn drop(&mut self) {
        drop(held(&self.desk).take());
    }
}

/// A panic elsewhere must not make the program useless: what the lock guards is whole between transactions.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
