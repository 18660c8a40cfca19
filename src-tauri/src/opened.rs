//! The dossier given from outside: by double-click, as an argument, or by a second start of the program.
//!
//! The one given at the start is opened before the page is there, so that the first screen is already its own.
//! If that fails, or the path comes later, the page is told of it: it opens it as it opens any other, and says
//! what is wrong. Until the page asks for the first time a path waits; from then on it is an `open` event.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde_json::json;
use standpoint_api::Session;
use tauri::{AppHandle, Emitter, Manager, Runtime};

/// The path that waits for the page, or the knowledge that the page listens.
pub(crate) struct Opened(Mutex<State>);

enum State {
    Waiting(Option<PathBuf>),
    Listening,
}

impl Opened {
    /// Starts with the path the program was started with; relative ones count from `folder`.
    pub(crate) fn new(dossier: Option<PathBuf>, folder: &Path) -> Self {
        Self(Mutex::new(State::Waiting(dossier.map(|path| folder.join(path)))))
    }

    /// Opens the path that waits. One that cannot be opened goes on waiting for the page, which will say why.
    pub(crate) fn open_at_once(&self, session: &Session) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let State::Waiting(Some(path)) = &*state else { return };
        if session.call("dossier_open", json!({ "path": path })).is_ok() {
            *state = State::Waiting(None);
        }
    }

    /// The page's question at its start. It must listen to `open` before it asks.
    pub(crate) fn ask(&self) -> Option<PathBuf> {
        match self.replace(State::Listening) {
            State::Waiting(path) => path,
            State::Listening => None,
        }
    }

    /// True if somebody listens and an event must be sent; else the path is kept for the question.
    fn keep(&self, path: &Path) -> bool {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *state {
            State::Waiting(waiting) => {
                *waiting = Some(path.to_owned());
                false
            }
            State::Listening => true,
        }
    }

    fn replace(&self, state: State) -> State {
        std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), state)
    }
}

/// Passes a dossier on that arrived while the program runs.
pub(crate) fn arrive<R: Runtime>(app: &AppHandle<R>, path: &Path) {
    if app.state::<Opened>().keep(path) {
        // A window that is just closing cannot hear it, and needs not.
        drop(app.emit("open", json!({ "path": path })));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_path_waits_until_the_page_asks_once() {
        let opened = Opened::new(Some("a.standpoint".into()), Path::new("/folder"));
        assert!(!opened.keep(Path::new("/other/b.standpoint")));
        assert_eq!(opened.ask(), Some("/other/b.standpoint".into()));
        assert!(opened.keep(Path::new("/other/c.standpoint")));
        assert_eq!(opened.ask(), None);
    }

    #[test]
    fn relative_paths_count_from_the_folder_of_the_caller() {
        assert_eq!(
            Opened::new(Some("a.standpoint".into()), Path::new("/folder")).ask(),
            Some("/folder/a.standpoint".into())
        );
    }
}
