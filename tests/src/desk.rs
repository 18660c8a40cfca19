//! A session with a dossier in a folder of its own, worked on through the commands alone.

use crate::cli;
use crate::dump::Dump;
use serde_json::{Value, json};
use standpoint_api::{Edge, Session, Setup, WireError};
use standpoint_core::Dossier;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A desk to work at.
#[derive(Debug)]
pub struct Desk {
    session: Session,
    folder: TempDir,
}

impl Default for Desk {
    fn default() -> Self {
        Self::in_folder(tempfile::tempdir().expect("a folder"), session(None))
    }
}

impl Desk {
    /// A desk whose program keeps things of its own, in the folder `program`.
    #[must_use]
    pub fn with_shelf() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("program");
        Self::in_folder(folder, session(Some(program)))
    }

    fn in_folder(folder: TempDir, session: Session) -> Self {
        let desk = Self { session, folder };
        desk.call("dossier_new", json!({ "path": desk.path("desk.standpoint"), "title": "Talks" }));
        desk
    }

    /// A file in the desk's folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command that has to succeed.
    #[track_caller]
    pub fn call(&self, command: &str, args: Value) -> Value {
        let shown = args.to_string();
        self.session.call(command, args).unwrap_or_else(|error| panic!("{command} {shown}: {error}"))
    }

    /// Runs a command that may be refused.
    pub fn attempt(&self, command: &str, args: Value) -> Result<Value, WireError> {
        self.session.call(command, args)
    }

    /// Ends the program and starts it again on the same file.
    pub fn restart(&mut self) {
        self.call("dossier_close", json!({}));
        self.session = session(None);
        self.call("dossier_open", json!({ "path": self.path("desk.standpoint") }));
    }

    /// Everything in the dossier's file, which is closed for the while.
    #[must_use]
    pub fn dump(&mut self) -> Dump {
        self.call("dossier_close", json!({}));
        let dump = Dump::of(&Dossier::open(&self.path("desk.standpoint"), "Test").expect("it opens"));
        self.restart();
        dump
    }

    /// Pastes a text and returns the source's id.
    #[track_caller]
    pub fn paste(&self, title: &str, text: &str) -> Value {
        self.call("import_paste", json!({ "text": text, "title": title }))["source"]["id"].clone()
    }

    /// Waits for a job, and returns what became of it, with all that came in; it has to have been through with all of it.
    #[track_caller]
    #[must_use]
    pub fn ended(&self, job: &Value) -> Value {
        let started = Instant::now();
        loop {
            let jobs = self.call("job_list", json!({}));
            let mut jobs = jobs.as_array().into_iter().flatten();
            let mut job = jobs.find(|one| one["id"] == job["id"]).expect("it is on the list").clone();
            if job["ended"] == true {
                assert_eq!(job["done"], job["total"], "{job}");
                let imported = self.call("job_imported", json!({ "id": job["id"] }));
                assert_eq!(job["imported"], imported.as_array().map_or(0, Vec::len));
                job["imported"] = imported;
                return job;
            }
            assert!(started.elapsed() < Duration::from_mins(2), "{job}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Keeps a passage, given by its words, and returns its id.
    #[track_caller]
    pub fn keep(&self, source: &Value, quote: &str) -> Value {
        let text = self.call("source_get", json!({ "id": source }))["text"].clone();
        let text = text.as_str().expect("a source has a text");
        let bytes = text.find(quote).unwrap_or_else(|| panic!("“{quote}” is not in the text"));
        let start = text[..bytes].chars().count();
        let end = start + quote.chars().count();
        let kept = self.call("excerpt_keep", json!({ "source": source, "start": start, "end": end }));
        assert_eq!(kept["quote"], quote);
        kept["id"].clone()
    }

    /// Adds an actor and returns its id.
    #[track_caller]
    pub fn actor(&self, name: &str, kind: &str, parent: Option<&Value>) -> Value {
        let facts = json!({ "name": name, "kind": kind, "parent": parent, "aliases": [] });
        self.call("actor_create", json!({ "facts": facts }))["id"].clone()
    }

    /// Adds an issue and returns its id.
    #[track_caller]
    pub fn issue(&self, title: &str) -> Value {
        self.call("issue_create", json!({ "facts": { "title": title, "question": "" } }))["id"].clone()
    }

    /// Records a position and returns it. `facts` replace what is usual: on record, held with high confidence.
    #[track_caller]
    pub fn position(&self, issue: &Value, stance: &str, evidence: &[&Value], facts: &Value) -> Value {
        let evidence: Vec<Value> =
            evidence.iter().map(|it| json!({ "excerpt": it, "relation": "supports" })).collect();
        let mut all = json!({
            "issue": issue, "stance": stance, "evidence": evidence,
            "manner": "on_record", "as_of": "2025-04-18", "confidence": "high",
        });
        for (name, value) in facts.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        self.call("position_record", json!({ "facts": all }))
    }
}

fn session(config_folder: Option<PathBuf>) -> Session {
    let at = chrono::DateTime::parse_from_rfc3339("2025-04-23T09:00:00+01:00").expect("a moment");
    Session::new(Setup { program: cli::program(), config_folder, edge: Edge::real().at(at) })
}
