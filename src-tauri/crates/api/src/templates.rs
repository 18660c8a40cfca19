//! The six templates: headings and empty blocks in the order of the craft, each block with a word on what belongs there.

use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::notes::ops::NewBlock;
use standpoint_core::notes::{Body, Inline};

const TEXTS: [&str; 6] = [
    include_str!("../../../../assets/templates/position_paper.json"),
    include_str!("../../../../assets/templates/meeting_brief.json"),
    include_str!("../../../../assets/templates/bilateral_brief.json"),
    include_str!("../../../../assets/templates/submission.json"),
    include_str!("../../../../assets/templates/briefing_note.json"),
    include_str!("../../../../assets/templates/read_ahead.json"),
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
    #[ts(optional)]
    pub max_pages: Option<u32>,
    /// What it starts with.
    #[serde(skip_serializing)]
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
    prompt: Option<String>,
}

pub(crate) fn list(_: &Session, _: Nothing) -> Result<Vec<Template>, WireError> {
    TEXTS
        .iter()
        .map(|text| {
            serde_json::from_str(text).map_err(|error| {
                WireError::bad_request(format!("A bundled template cannot be read: {error}."))
            })
        })
        .collect()
}

/// The blocks a note from that template starts with.
pub(crate) fn blocks(session: &Session, id: &str) -> Result<Vec<NewBlock>, WireError> {
    let template = list(session, Nothing {})?
        .into_iter()
        .find(|template| template.id == id)
        .ok_or_else(|| WireError::bad_request(format!("There is no template “{id}”.")))?;
    template
        .blocks
        .into_iter()
        .map(|slot| {
            let body = slot.body().ok_or_else(|| {
                WireError::bad_request(format!("The template “{id}” holds an unknown block “{}”.", slot.kind))
            })?;
            Ok(NewBlock { id: session.edge().id(), prompt: slot.prompt, marking: None, body })
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
