//! What to offer for a source.

use super::{Dismissal, Suggestion, Text, suggested_for};
use crate::analysis::mentions::{Mention, NewName};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, SourceId};
use crate::store::row::Stored;
use serde::Serialize;
use std::collections::HashSet;

/// Who is named in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceMentions {
    /// Actors, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Names that might be added as actors, the most frequent first, without those dismissed.
    pub new_names: Vec<NewName>,
}

impl Dossier {
    /// Who is named in a source's text.
    pub fn source_mentions(&self, id: SourceId) -> Result<SourceMentions> {
        let source = self.source(id)?;
        let text = self.source_text(&source)?;
        let structure = self.source_structure(&source)?;
        let cast = self.cast(source.language.as_deref())?;
        let (mentions, mut new_names) = cast.named_in(&text, &structure);
        let dismissed = Dismissal::select(&self.store.connection, "WHERE name IS NOT NULL", [])?;
        let dismissed: HashSet<String> =
            dismissed.into_iter().filter_map(|dismissal| dismissal.name).collect();
        new_names.retain(|new| !dismissed.contains(&new.name));
        Ok(SourceMentions { mentions, new_names })
    }

    /// The positions that a source's sentences seem to give, without those dismissed and without sentences that
    /// already are evidence for a position of the same actor.
    pub fn source_suggestions(&self, id: SourceId) -> Result<Vec<Suggestion>> {
        let connection = &self.store.connection;
        let source = self.source(id)?;
        let text = self.source_text(&source)?;
        let structure = self.source_structure(&source)?;
        let cast = self.cast(source.language.as_deref())?;
        let asked = Text {
            text: &text,
            structure: &structure,
            language: source.language.as_deref(),
            kind: source.kind,
            published: source.published,
        };
        let mut suggestions = suggested_for(asked, &cast);
        let dismissed: HashSet<u32> = Dismissal::select(connection, "WHERE source = ?", [id])?
            .into_iter()
            .filter_map(|dismissal| dismissal.cue)
            .collect();
        let taken = taken(connection, id)?;
        suggestions.retain(|suggestion| {
            let is_taken = taken.iter().any(|(start, end, actor)| {
                *start < suggestion.end && *end > suggestion.start && suggestion.actors.contains(actor)
            });
            !is_taken && !dismissed.contains(&suggestion.cue)
        });
        Ok(suggestions)
    }
}

/// Where passages of a source are evidence already, and for whose position.
fn taken(connection: &rusqlite::Connection, source: SourceId) -> Result<Vec<(u32, u32, ActorId)>> {
    let mut statement = connection.prepare_cached(
        "SELECT excerpt.start, excerpt.\"end\", position_actor.actor FROM excerpt
         JOIN evidence ON evidence.excerpt = excerpt.id
         JOIN position_actor ON position_actor.position = evidence.position
         WHERE excerpt.source = ?",
    )?;
    let rows = statement.query_map([source], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
