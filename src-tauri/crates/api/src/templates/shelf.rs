//! Templates beyond one dossier: files that travel, and the program's own shelf, whose templates every dossier offers.

use super::Template;
use crate::commands::Of;
use crate::dossiers::At;
use crate::error::{Code, WireError, name};
use crate::files;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::ids::TemplateId;
use standpoint_core::notes::travelling::{NoTemplate, Packed, Travelling, Unpacked};
use standpoint_core::{Done, Dossier};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const KEPT: &str = "Nothing was changed.";

/// A template to write to a file.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ExportTemplate {
    /// Which.
    pub id: TemplateId,
    /// Where to.
    pub path: PathBuf,
}

/// A template that left its dossier.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct ExportedTemplate {
    /// What it is called.
    pub name: String,
    /// How many of its blocks stay behind: they show passages, positions or pictures of the dossier.
    pub left_behind: usize,
}

/// A template that came into a dossier.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct BroughtTemplate {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// Actors and issues that it names and that are not in the dossier.
    pub missing: BTreeSet<String>,
}

impl From<Unpacked> for BroughtTemplate {
    fn from(Unpacked { template, missing }: Unpacked) -> Self {
        Self { id: template.id, name: template.name, missing }
    }
}

/// Writes one of the dossier's templates, or of the shelf's, to a file.
pub(crate) fn export(session: &Session, args: ExportTemplate) -> Result<ExportedTemplate, WireError> {
    let Packed { template, left_behind } = pack(session, args.id)?;
    files::replace(&args.path, &written(&template)?)?;
    Ok(ExportedTemplate { name: template.name, left_behind })
}

/// Takes the template of a file into the open dossier.
pub(crate) fn import(session: &Session, args: At) -> Result<BroughtTemplate, WireError> {
    let template = read(&args.path)?;
    bring_in(session, template)
}

/// Puts a template on the shelf, so that every dossier offers it.
pub(crate) fn offer(session: &Session, args: Of<TemplateId>) -> Result<ExportedTemplate, WireError> {
    let Packed { template, left_behind } = pack(session, args.id)?;
    let folder = folder(session).ok_or_else(|| {
        WireError::new(
            Code::Refused,
            format!("This program keeps nothing between its runs, so it cannot offer the template elsewhere. {KEPT}"),
            "Save the template to a file, and bring that file into the other dossier.",
        )
    })?;
    std::fs::create_dir_all(&folder)
        .map_err(|error| WireError::io(&folder, &error, "Nothing was written."))?;
    files::replace(&place(&folder, template.id), &written(&template)?)?;
    session.announce_tags(&["templates"]);
    Ok(ExportedTemplate { name: template.name, left_behind })
}

/// Takes a template off the shelf. It stays in the open dossier, which takes it in if it did not have it.
pub(crate) fn withdraw(session: &Session, args: Of<TemplateId>) -> Result<(), WireError> {
    let Some(path) = folder(session).map(|folder| place(&folder, args.id)).filter(|path| path.is_file())
    else {
        return Err(WireError::new(Code::NotFound, "That template is not offered in other dossiers.", ""));
    };
    if !session.read(Dossier::templates)?.iter().any(|own| own.id == args.id) {
        bring_in(session, read(&path)?)?;
    }
    std::fs::remove_file(&path).map_err(|error| WireError::io(&path, &error, KEPT))?;
    session.announce_tags(&["templates"]);
    Ok(())
}

/// Takes a template from the shelf into the open dossier, if it is only there: a note brings its template along.
pub(crate) fn fetch(session: &Session, id: &str) -> Result<(), WireError> {
    if session.read(Dossier::templates)?.iter().any(|own| own.id.to_string() == id) {
        return Ok(());
    }
    // By what the file is called: one that cannot be read has no other name, and says why.
    match paths(folder(session).as_deref()).find(|path| is_called(path, id)) {
        Some(path) => bring_in(session, read(&path)?).map(drop),
        None => Ok(()),
    }
}

/// A file on the shelf, and what it holds.
pub(super) struct Shelved {
    path: PathBuf,
    pub(super) template: Result<Travelling, NoTemplate>,
}

/// What stands on the shelf, by name.
pub(super) fn shelved(folder: Option<&Path>) -> Vec<Shelved> {
    let mut all: Vec<Shelved> = paths(folder)
        .filter_map(|path| {
            let template = Travelling::from_bytes(&std::fs::read(&path).ok()?);
            Some(Shelved { path, template })
        })
        .collect();
    all.sort_by_key(|one| one.template.as_ref().map_or_else(|_| String::new(), |it| it.name.to_lowercase()));
    all
}

/// The files on the shelf.
fn paths(folder: Option<&Path>) -> impl Iterator<Item = PathBuf> {
    let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == EXTENSION))
}

/// Whether a file on the shelf is called so.
fn is_called(path: &Path, id: &str) -> bool {
    path.file_stem().is_some_and(|stem| stem == id)
}

impl Shelved {
    /// Whether it is the template of that id.
    pub(super) fn is(&self, id: TemplateId) -> bool {
        self.is_called(&id.to_string())
    }

    /// Whether its file is called so.
    pub(super) fn is_called(&self, id: &str) -> bool {
        is_called(&self.path, id)
    }

    /// As a person chooses it in this dossier.
    pub(super) fn listed(self, dossier: Option<&Dossier>) -> Result<Template, WireError> {
        let blank = Template {
            id: self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            name: String::new(),
            purpose: String::new(),
            max_pages: None,
            own: true,
            here: false,
            everywhere: true,
            missing: BTreeSet::new(),
            problem: None,
            blocks: Vec::new(),
        };
        Ok(match self.template {
            Err(why) => Template { name: name(&self.path), problem: Some(format!("It {why}.")), ..blank },
            Ok(template) => {
                let Travelling { name, purpose, max_pages, .. } = template.clone();
                let unpacked = dossier.map(|dossier| dossier.unpack_template(template)).transpose()?;
                let missing = unpacked.map(|unpacked| unpacked.missing).unwrap_or_default();
                Template { name, purpose, max_pages, missing, ..blank }
            }
        })
    }
}

/// Where the program's own templates stand.
pub(crate) fn folder(session: &Session) -> Option<PathBuf> {
    session.preferences().template_folder()
}

/// What template files are called at their end.
const EXTENSION: &str = "standpoint-template";

fn place(folder: &Path, id: TemplateId) -> PathBuf {
    folder.join(format!("{id}.{EXTENSION}"))
}

/// A template of the open dossier, or of the shelf.
fn pack(session: &Session, id: TemplateId) -> Result<Packed, WireError> {
    let on_shelf = folder(session).map(|folder| place(&folder, id)).filter(|path| path.is_file());
    let is_here = session.read(Dossier::templates)?.iter().any(|own| own.id == id);
    match on_shelf.filter(|_| !is_here) {
        Some(path) => Ok(Packed { template: read(&path)?, left_behind: 0 }),
        None => session.read(|dossier| dossier.pack_template(id)),
    }
}

fn bring_in(session: &Session, template: Travelling) -> Result<BroughtTemplate, WireError> {
    session.change(|dossier, stamp| {
        let Done { value, changes } = dossier.bring_in_template(template, stamp)?;
        Ok::<_, standpoint_core::Error>(Done { value: BroughtTemplate::from(value), changes })
    })
}

fn read(path: &Path) -> Result<Travelling, WireError> {
    let bytes = files::read(path, KEPT)?;
    Travelling::from_bytes(&bytes).map_err(|why| {
        let (code, hint) = match why {
            NoTemplate::Newer => (Code::Newer, "Update Standpoint, then bring it in again."),
            NoTemplate::Unreadable => {
                (Code::Unreadable, "Choose a file that was saved from a template, or ask for it once more.")
            }
        };
        WireError::new(code, format!("{} {why}. {KEPT}", name(path)), hint)
    })
}

fn written(template: &Travelling) -> Result<Vec<u8>, WireError> {
    template
        .to_bytes()
        .map_err(|error| WireError::bad_request(format!("The template cannot be written: {error}.")))
}
