//! A template on its way from one dossier to another: what of it means something there.
//!
//! Headings, words and hints travel; passages, positions and pictures are of one dossier and stay. Actors and issues
//! travel by their names, and are found again by them.

use super::block::Text;
use super::known_names::Names;
use super::templates::{OwnTemplate, TemplateBlock};
use super::{Analysis, Body, Inline};
use crate::actors::Actor;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, TemplateId};
use crate::sources::ops::required;
use crate::store::row::Stored as _;
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Names the form; a later one has a higher number.
const SCHEMA: &str = "standpoint-template";
const VERSION: u32 = 1;

/// A template outside any dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Travelling {
    /// Its name in the program: the same in every dossier that it comes to.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How long a note should get.
    pub max_pages: Option<u32>,
    created_at: Moment,
    /// Who and what its blocks name, where it comes from.
    actors: BTreeMap<ActorId, String>,
    issues: BTreeMap<IssueId, String>,
    blocks: Vec<TemplateBlock>,
}

/// A template as it was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// What travels.
    pub template: Travelling,
    /// How many blocks stay behind: they show a passage, a position or a picture of the dossier.
    pub left_behind: usize,
}

/// A template as a dossier takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked {
    /// The template, with the dossier's own actors and issues.
    pub template: OwnTemplate,
    /// Actors and issues that it names and that are not in the dossier, by name.
    pub missing: BTreeSet<String>,
}

/// Why a file is not taken as a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoTemplate {
    /// Written by a later version of the program.
    #[error("was written by a newer version of Standpoint")]
    Newer,
    /// Something else, or damaged.
    #[error("is no template of Standpoint, or is damaged")]
    Unreadable,
}

/// The beginning of every form there will ever be.
#[derive(Serialize, Deserialize)]
struct Head {
    schema: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Written<T> {
    #[serde(flatten)]
    head: Head,
    template: T,
}

impl Travelling {
    /// The template as a file.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let head = Head { schema: SCHEMA.to_owned(), version: VERSION };
        serde_json::to_vec_pretty(&Written { head, template: self })
    }

    /// The template that a file holds.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoTemplate> {
        let head: Head = serde_json::from_slice(bytes).map_err(|_| NoTemplate::Unreadable)?;
        match head {
            Head { schema, .. } if schema != SCHEMA => Err(NoTemplate::Unreadable),
            Head { version, .. } if version > VERSION => Err(NoTemplate::Newer),
            _ => serde_json::from_slice::<Written<Self>>(bytes)
                .ok()
                .and_then(|written| written.template.sound())
                .ok_or(NoTemplate::Unreadable),
        }
    }

    /// The template with bodies that a dossier would keep; nothing if there is one that it would not.
    fn sound(mut self) -> Option<Self> {
        for block in &mut self.blocks {
            block.body = stripped(block.body.clone().sound().ok()?)?;
        }
        (!self.name.trim().is_empty()).then_some(self)
    }
}

impl Dossier {
    /// One of the dossier's templates, ready to travel.
    pub fn pack_template(&self, id: TemplateId) -> Result<Packed> {
        let OwnTemplate { id, name, purpose, max_pages, blocks, created_at } =
            OwnTemplate::get(&self.store.connection, id)?;
        let count = blocks.len();
        let blocks: Vec<TemplateBlock> = blocks
            .into_iter()
            .filter_map(|block| Some(TemplateBlock { body: stripped(block.body)?, ..block }))
            .collect();
        let (mut actors, mut issues) = (BTreeSet::new(), BTreeSet::new());
        for block in &blocks {
            named(&block.body, &mut actors, &mut issues);
        }
        let names = self.actors()?.into_iter().map(|row| (row.actor.id, row.actor.name));
        let actors = names.filter(|(id, _)| actors.contains(id)).collect();
        let titles = self.issues()?.into_iter().map(|row| (row.issue.id, row.issue.title));
        let issues = titles.filter(|(id, _)| issues.contains(id)).collect();
        let left_behind = count - blocks.len();
        let template = Travelling { id, name, purpose, max_pages, created_at, actors, issues, blocks };
        Ok(Packed { template, left_behind })
    }

    /// A template from elsewhere as it would be here.
    pub fn unpack_template(&self, template: Travelling) -> Result<Unpacked> {
        let Travelling { id, name, purpose, max_pages, created_at, actors, issues, blocks } = template;
        let own: Vec<Actor> = self.actors()?.into_iter().map(|row| row.actor).collect();
        let mut here = Here::default();
        for actor in &own {
            here.actors.add(&actor.name, actor.id);
        }
        for actor in &own {
            actor.names().for_each(|name| here.actors.add_other(name, actor.id));
        }
        for row in self.issues()? {
            here.issues.add(&row.issue.title, row.issue.id);
        }
        let labels = self.head()?.marking_scheme;
        let labels = labels.labels();
        let mut found = Found { here, actors, issues, missing: BTreeSet::new() };
        let blocks = blocks
            .into_iter()
            .filter_map(|TemplateBlock { prompt, marking, body }| {
                let marking = marking.filter(|marking| labels.contains(&marking.as_str()));
                Some(TemplateBlock { prompt, marking, body: found.here(body)? })
            })
            .collect();
        let template = OwnTemplate { id, name, purpose, max_pages, blocks, created_at };
        Ok(Unpacked { template, missing: found.missing })
    }

    /// Takes a template from elsewhere in; one of the same id, an earlier state of it, makes way.
    pub fn bring_in_template(&mut self, template: Travelling, stamp: &Stamp) -> Result<Done<Unpacked>> {
        let mut unpacked = self.unpack_template(template)?;
        self.transact(Op::BringInTemplate, stamp, |tx| {
            unpacked.template.name = required(std::mem::take(&mut unpacked.template.name), "a name")?;
            tx.about(unpacked.template.name.clone());
            tx.put(&unpacked.template)?;
            Ok(unpacked)
        })
    }
}

/// What of a body can leave the dossier.
fn stripped(mut body: Body) -> Option<Body> {
    match body {
        Body::Quotation { .. }
        | Body::Position { .. }
        | Body::Change { .. }
        | Body::Picture { .. }
        | Body::Analysis { of: Analysis::Source { .. }, .. } => None,
        _ => {
            body.texts_mut().into_iter().for_each(strip);
            Some(body)
        }
    }
}

fn strip(text: &mut Text) {
    text.retain(|inline| !matches!(inline, Inline::Citation { .. } | Inline::Reference { .. }));
    for inline in text {
        if let Inline::Footnote { text } = inline {
            strip(text);
        }
    }
}

/// Whom and what a body names.
fn named(body: &Body, actors: &mut BTreeSet<ActorId>, issues: &mut BTreeSet<IssueId>) {
    match body {
        Body::PositionsTable { actors: rows, issues: columns, .. }
        | Body::Analysis { actors: rows, issues: columns, .. } => {
            actors.extend(rows);
            issues.extend(columns);
        }
        Body::ActorProfile { actor } => actors.extend([actor]),
        Body::Timeline { actor, issue } => {
            actors.extend(actor);
            issues.extend(issue);
        }
        _ => {}
    }
}

/// The dossier's actors and issues by name.
#[derive(Default)]
struct Here {
    actors: Names<ActorId>,
    issues: Names<IssueId>,
}

/// Names from elsewhere, as they are found here.
struct Found {
    here: Here,
    actors: BTreeMap<ActorId, String>,
    issues: BTreeMap<IssueId, String>,
    missing: BTreeSet<String>,
}

impl Found {
    /// The body with this dossier's actors and issues; nothing if it shows only some that are not in it.
    fn here(&mut self, body: Body) -> Option<Body> {
        Some(match body {
            Body::PositionsTable { actors, issues, caption } => Body::PositionsTable {
                actors: kept(actors, |id| self.actor(id))?,
                issues: kept(issues, |id| self.issue(id))?,
                caption,
            },
            Body::Analysis { of, actors, issues, caption } => Body::Analysis {
                of,
                actors: kept(actors, |id| self.actor(id))?,
                issues: kept(issues, |id| self.issue(id))?,
                caption,
            },
            Body::ActorProfile { actor } => Body::ActorProfile { actor: self.actor(actor)? },
            Body::Timeline { actor, issue } => {
                let actor = actor.map(|id| self.actor(id));
                let issue = issue.map(|id| self.issue(id));
                // A timeline of everybody is not the timeline of one who is not here.
                if matches!(actor, Some(None)) || matches!(issue, Some(None)) {
                    return None;
                }
                Body::Timeline { actor: actor.flatten(), issue: issue.flatten() }
            }
            body => body,
        })
    }

    fn actor(&mut self, id: ActorId) -> Option<ActorId> {
        let name = self.actors.get(&id)?;
        let found = self.here.actors.find(name);
        if found.is_none() {
            self.missing.insert(name.clone());
        }
        found
    }

    fn issue(&mut self, id: IssueId) -> Option<IssueId> {
        let name = self.issues.get(&id)?;
        let found = self.here.issues.find(name);
        if found.is_none() {
            self.missing.insert(name.clone());
        }
        found
    }
}

/// Those found here; nothing if some were named and none is, for a table of nobody named shows everybody.
fn kept<T>(named: Vec<T>, find: impl FnMut(T) -> Option<T>) -> Option<Vec<T>> {
    let everybody = named.is_empty();
    let found: Vec<T> = named.into_iter().filter_map(find).collect();
    (everybody || !found.is_empty()).then_some(found)
}
