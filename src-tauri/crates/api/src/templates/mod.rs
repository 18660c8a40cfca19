//! The six templates and the user's own: headings and blocks in order, each with a word on what belongs there, and what
//! the dossier can fill in at once.

pub(crate) mod shelf;

use crate::commands::{Nothing, Of};
use crate::error::WireError;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::Dossier;
use standpoint_core::ids::{BlockId, NoteId, TemplateId};
use standpoint_core::notes::fill::{Fill, Filler};
use standpoint_core::notes::ops::NewBlock;
use standpoint_core::notes::templates::{NewTemplate, TemplateWords};
use standpoint_core::notes::{Analysis, Body, Inline};
use std::collections::BTreeSet;

const TEXTS: [&str; 6] = [
    include_str!("../../../../../assets/templates/position_paper.json"),
    include_str!("../../../../../assets/templates/meeting_brief.json"),
    include_str!("../../../../../assets/templates/bilateral_brief.json"),
    include_str!("../../../../../assets/templates/submission.json"),
    include_str!("../../../../../assets/templates/briefing_note.json"),
    include_str!("../../../../../assets/templates/read_ahead.json"),
];

/// A template as a person chooses it.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Template {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How long it should get.
    pub max_pages: Option<u32>,
    /// Whether it is the user's own.
    #[serde(default)]
    pub own: bool,
    /// Whether the open dossier has it.
    #[serde(default)]
    pub here: bool,
    /// Whether every dossier offers it.
    #[serde(default)]
    pub everywhere: bool,
    /// Actors and issues that it names and that are not in the open dossier.
    #[serde(default)]
    pub missing: BTreeSet<String>,
    /// Why it cannot be used, if it cannot.
    #[serde(default)]
    pub problem: Option<String>,
    /// What it starts with.
    #[serde(default, skip_serializing)]
    #[ts(skip)]
    pub(crate) blocks: Vec<Slot>,
}

/// A block of a template.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Slot {
    kind: String,
    #[serde(rename = "box")]
    frame: Option<String>,
    level: Option<u8>,
    text: Option<String>,
    /// What an analysis asks.
    asks: Option<String>,
    prompt: Option<String>,
    fill: Option<Fill>,
}

/// A template to make from a note.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct SaveTemplate {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<TemplateId>,
    /// The note.
    pub note: NoteId,
    /// What it is to be called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How long a note should get.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub max_pages: Option<u32>,
    /// What becomes of the note's words.
    pub words: TemplateWords,
}

pub(crate) fn list(session: &Session, _: Nothing) -> Result<Vec<Template>, WireError> {
    let shelved = shelf::shelved(shelf::folder(session).as_deref());
    let slot = session.slot();
    let dossier = slot.as_ref();
    let own = dossier.map(Dossier::templates).transpose()?.unwrap_or_default();
    let mut all: Vec<Template> = bundled()?;
    all.extend(own.into_iter().map(|own| Template {
        everywhere: shelved.iter().any(|one| one.is(own.id)),
        id: own.id.to_string(),
        name: own.name,
        purpose: own.purpose,
        max_pages: own.max_pages,
        own: true,
        here: true,
        missing: BTreeSet::new(),
        problem: None,
        blocks: Vec::new(),
    }));
    for one in shelved {
        if !all.iter().any(|template| one.is_called(&template.id)) {
            all.push(one.listed(dossier)?);
        }
    }
    Ok(all)
}

pub(crate) fn save(session: &Session, args: SaveTemplate) -> Result<(), WireError> {
    let SaveTemplate { id, note, name, purpose, max_pages, words } = args;
    let id = id.unwrap_or_else(|| session.edge().id());
    let new = NewTemplate { id, note, name, purpose, max_pages, words };
    session.change(|dossier, stamp| {
        let done = dossier.save_template(new, stamp)?;
        Ok::<_, standpoint_core::Error>(standpoint_core::Done { value: (), changes: done.changes })
    })
}

pub(crate) fn delete(session: &Session, args: Of<TemplateId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_template(args.id, stamp))
}

/// A note's beginning: its blocks, and the name of its template as it is printed.
pub(crate) struct Beginning {
    pub(crate) template: String,
    pub(crate) blocks: Vec<NewBlock>,
}

/// What a note from that template starts with.
pub(crate) fn begin(
    dossier: &Dossier,
    template: &str,
    filler: &Filler,
    id: &mut impl FnMut() -> BlockId,
) -> Result<Beginning, WireError> {
    if let Some(own) = dossier.templates()?.into_iter().find(|own| own.id.to_string() == template) {
        return Ok(Beginning { template: own.name.clone(), blocks: own.begin(id) });
    }
    let found = bundled()?
        .into_iter()
        .find(|one| one.id == template)
        .ok_or_else(|| WireError::bad_request(format!("There is no template “{template}”.")))?;
    let mut blocks = Vec::new();
    for slot in found.blocks {
        let known = slot.fill.map(|fill| filler.blocks(fill)).unwrap_or_default();
        let bodies = if known.is_empty() { slot.body().into_iter().collect() } else { known };
        if bodies.is_empty() {
            let message = format!("The template “{template}” holds an unknown block “{}”.", slot.kind);
            return Err(WireError::bad_request(message));
        }
        blocks.extend(bodies.into_iter().map(|body| NewBlock {
            id: id(),
            prompt: slot.prompt.clone(),
            marking: None,
            body,
        }));
    }
    Ok(Beginning { template: template.to_owned(), blocks })
}

/// How long a note of that template should get.
pub(crate) fn max_pages(dossier: &Dossier, template: &str) -> Result<Option<u32>, WireError> {
    if let Some(own) = dossier.templates()?.into_iter().find(|own| own.name == template) {
        return Ok(own.max_pages);
    }
    Ok(bundled()?.into_iter().find(|one| one.id == template).and_then(|one| one.max_pages))
}

fn bundled() -> Result<Vec<Template>, WireError> {
    TEXTS
        .iter()
        .map(|text| {
            serde_json::from_str(text).map_err(|error| {
                WireError::bad_request(format!("A bundled template cannot be read: {error}."))
            })
        })
        .collect()
}

impl Slot {
    fn body(&self) -> Option<Body> {
        let text = || self.text.iter().map(Inline::words).collect::<Vec<_>>();
        Some(match (self.kind.as_str(), self.frame.as_deref()) {
            ("bottom_line", _) => Body::BottomLine { statement: Vec::new(), judgement: Vec::new() },
            ("heading", _) => Body::Heading { level: self.level.unwrap_or(1), text: text() },
            ("paragraph", _) => {
                Body::Paragraph { level: self.level.unwrap_or(1), lead: Vec::new(), text: text() }
            }
            ("bullets", _) => Body::Bullets { items: vec![text()] },
            ("positions_table", _) => {
                Body::PositionsTable { actors: Vec::new(), issues: Vec::new(), caption: text() }
            }
            ("analysis", _) => Body::Analysis {
                of: match self.asks.as_deref()? {
                    "alignment" => Analysis::Alignment,
                    "contradictions" => Analysis::Contradictions,
                    "stale" => Analysis::Stale,
                    "gaps" => Analysis::Gaps,
                    _ => return None,
                },
                actors: Vec::new(),
                issues: Vec::new(),
                caption: text(),
            },
            ("timeline", _) => Body::Timeline { actor: None, issue: None },
            ("box", Some("lines_to_take")) => Body::LinesToTake { items: vec![text()] },
            ("box", Some("press_line")) => Body::PressLine { items: vec![text()] },
            ("defensive_lines", _) => Body::DefensiveLines { pairs: Vec::new() },
            ("options_table", _) => Body::OptionsTable { options: Vec::new() },
            ("recommendation", _) => Body::Recommendation { text: text() },
            ("page_break", _) => Body::PageBreak,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_whole() {
        for text in TEXTS {
            let template: Template = serde_json::from_str(text).unwrap();
            for slot in &template.blocks {
                assert!(slot.body().is_some(), "{}: {slot:?}", template.id);
            }
        }
    }
}
