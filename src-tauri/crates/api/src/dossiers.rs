//! Dossiers as files.

use crate::commands::Nothing;
use crate::error::{Code, WireError};
use crate::sample;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::Dossier;
use standpoint_core::dossier::{DossierHead, Finding};
use standpoint_core::ids::DossierId;
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::Paper;
use std::path::{Path, PathBuf};

/// A file.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct At {
    /// Where it is.
    pub path: PathBuf,
}

/// A dossier to begin.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct NewDossier {
    /// The file to make.
    pub path: PathBuf,
    /// Its title.
    pub title: String,
}

/// What a person says about a dossier.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct DossierFacts {
    /// Its title.
    pub title: String,
    /// BCP 47 tag.
    pub language: String,
    /// The labels it uses.
    pub marking_scheme: MarkingScheme,
    /// The marking of what has none of its own.
    pub marking: Option<String>,
    /// The unit that writes here.
    pub unit: Option<String>,
    /// The paper notes start with.
    pub paper: Paper,
}

pub(crate) fn new(session: &Session, args: NewDossier) -> Result<DossierHead, WireError> {
    let settings = session.preferences().settings.clone();
    let stamp = session.stamp();
    let head = DossierHead {
        id: session.edge().id::<DossierId>(),
        title: args.title,
        language: settings.language,
        marking_scheme: MarkingScheme::Uk,
        marking: None,
        unit: settings.unit,
        paper: settings.paper,
        created_at: stamp.at,
    };
    if head.title.trim().is_empty() {
        return Err(WireError::new(Code::Refused, "A dossier needs a title.", ""));
    }
    let dossier = Dossier::create(&args.path, &head, &stamp)?;
    put(session, dossier)
}

pub(crate) fn open(session: &Session, args: At) -> Result<DossierHead, WireError> {
    // Opened again, it is the same dossier; its own lock must not refuse it.
    let open_already = session.slot().as_ref().is_some_and(|open| same_file(open.path(), &args.path));
    if open_already {
        return session.read(Dossier::head);
    }
    let dossier = Dossier::open(&args.path, &session.stamp().who)?;
    put(session, dossier)
}

pub(crate) fn sample(session: &Session, args: At) -> Result<DossierHead, WireError> {
    let dossier = sample::build(session, &args.path)?;
    put(session, dossier)
}

pub(crate) fn open_sample(session: &Session, _: Nothing) -> Result<DossierHead, WireError> {
    let path = session.preferences().sample_path()?.ok_or_else(|| {
        WireError::new(
            Code::Refused,
            "There is no folder to keep the sample dossier in.",
            "Choose a file for it.",
        )
    })?;
    if path.exists() { open(session, At { path }) } else { sample(session, At { path }) }
}

pub(crate) fn close(session: &Session, _: Nothing) -> Result<(), WireError> {
    session.hold(None);
    session.announce_tags(ALL);
    Ok(())
}

pub(crate) fn edit(session: &Session, facts: DossierFacts) -> Result<(), WireError> {
    session.change(|dossier, stamp| {
        let DossierHead { id, created_at, .. } = dossier.head()?;
        let DossierFacts { title, language, marking_scheme, marking, unit, paper } = facts;
        dossier.edit_head(
            &DossierHead { id, title, language, marking_scheme, marking, unit, paper, created_at },
            stamp,
        )
    })
}

pub(crate) fn copy(session: &Session, args: At) -> Result<(), WireError> {
    session.read(|dossier| dossier.copy_to(&args.path))
}

pub(crate) fn check(session: &Session, _: Nothing) -> Result<Vec<Finding>, WireError> {
    session.read(Dossier::check)
}

pub(crate) fn markings(session: &Session, _: Nothing) -> Result<Vec<String>, WireError> {
    let head = session.read(Dossier::head)?;
    Ok(head.marking_scheme.labels().into_iter().map(ToOwned::to_owned).collect())
}

/// Everything the window may have read of another dossier.
const ALL: &[&str] = &[
    "dossier",
    "sources",
    "excerpts",
    "actors",
    "issues",
    "positions",
    "notes",
    "exports",
    "history",
    "settings",
];

/// Makes `dossier` the open one.
fn put(session: &Session, dossier: Dossier) -> Result<DossierHead, WireError> {
    let head = dossier.head()?;
    let path = std::path::absolute(dossier.path()).unwrap_or_else(|_| dossier.path().to_owned());
    session.hold(Some(dossier));
    // Not being able to remember it is no reason not to open it.
    let _ = session.preferences().remember(&path, &head.title, session.edge().now());
    session.announce_tags(ALL);
    Ok(head)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
