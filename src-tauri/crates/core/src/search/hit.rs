//! One thing that was found: what it is, where it opens, and the words around the match.

use super::context::Sought;
use crate::error::{Error, Result};
use crate::ids::{NoteId, SourceId};
use crate::store::codec::words;
use rusqlite::Connection;
use serde::Serialize;

words! {
    /// What sort of thing was found.
    HitKind {
        /// A document.
        Source = "source",
        /// A passage.
        Excerpt = "excerpt",
        /// A position.
        Position = "position",
        /// A piece of a note.
        Block = "block",
        /// A note.
        Note = "note",
        /// An actor.
        Actor = "actor",
        /// An issue.
        Issue = "issue",
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Hit {
    /// What sort of thing.
    pub kind: HitKind,
    /// Its id, of the type that `kind` says.
    pub id: String,
    /// What it is called; for what has no name of its own, where it belongs: an excerpt's source, a block's
    /// note, a position's actors and issue.
    pub title: String,
    /// Its words around the match, the matched ones marked. May be empty.
    pub context: Vec<Piece>,
    /// The source to open, for sources and excerpts.
    pub source: Option<SourceId>,
    /// The note to open, for notes and blocks.
    pub note: Option<NoteId>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are what was looked for.
    pub matched: bool,
}

impl HitKind {
    /// Its part of a row's number.
    pub(crate) fn number(self) -> u32 {
        (1..).zip(Self::ALL).find(|(_, kind)| **kind == self).map_or(0, |(number, _)| number)
    }
}

/// The hit that stands in row `row` of the index, what is sought marked in the words around it.
pub(super) fn read(connection: &Connection, sought: &Sought, row: i64) -> Result<Hit> {
    let place = (row & 7).checked_sub(1).ok_or(Error::NotFound { what: "kind of thing" })?;
    let kind = HitKind::ALL[place as usize];
    let context = {
        // The index keeps its texts in a table of its own, which is read at a fraction of asking the index for them.
        let mut statement = connection.prepare_cached("SELECT c0, c1 FROM search_content WHERE id = ?")?;
        let mut rows = statement.query([row])?;
        let found = rows.next()?.ok_or(Error::NotFound { what: "thing in the index" })?;
        let text = |column| found.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
        context(kind, sought, text(0)?, text(1)?)
    };
    let hit = connection.prepare_cached(named(kind))?.query_row([row >> 3], |row| {
        Ok(Hit { kind, id: row.get(0)?, title: row.get(1)?, context, source: row.get(2)?, note: row.get(3)? })
    })?;
    Ok(hit)
}

/// The words around the match. Where the title stands in the hit already, only the text's.
fn context(kind: HitKind, sought: &Sought, title: &str, body: &str) -> Vec<Piece> {
    match kind {
        HitKind::Actor => sought.marked(&other_names(body)),
        HitKind::Excerpt | HitKind::Position => {
            let (of_title, of_body) = (sought.around(title), sought.around(body));
            let matches = |pieces: &[Piece]| pieces.iter().any(|piece| piece.matched);
            if title.is_empty() || !matches(&of_title) && matches(&of_body) { of_body } else { of_title }
        }
        _ => sought.around(body),
    }
}

/// SQL for id, title, source and note of the row with that number.
fn named(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Source => "SELECT id, title, id, NULL FROM source WHERE n = ?",
        HitKind::Excerpt => {
            "SELECT excerpt.id, source.title, source.id, NULL FROM excerpt JOIN source ON source.id = source WHERE excerpt.n = ?"
        }
        HitKind::Position => {
            "SELECT position.id, concat_ws(' · ', (
                SELECT group_concat(coalesce(short_name, name), ', ' ORDER BY ordinal)
                FROM position_actor JOIN actor ON actor.id = actor WHERE position_actor.position = position.id
             ), issue.title), NULL, NULL FROM position JOIN issue ON issue.id = issue WHERE position.n = ?"
        }
        HitKind::Block => {
            "SELECT block.id, note.title, NULL, note.id FROM block JOIN note ON note.id = note WHERE block.n = ?"
        }
        HitKind::Note => "SELECT id, title, NULL, id FROM note WHERE n = ?",
        HitKind::Actor => "SELECT id, name, NULL, NULL FROM actor WHERE n = ?",
        HitKind::Issue => "SELECT id, title, NULL, NULL FROM issue WHERE n = ?",
    }
}

/// An actor's aliases, which the index holds as JSON, and its role, as words.
fn other_names(body: &str) -> String {
    let mut stream = serde_json::Deserializer::from_str(body).into_iter::<Vec<String>>();
    let Some(Ok(mut names)) = stream.next() else { return body.to_owned() };
    let role = body[stream.byte_offset()..].trim();
    if !role.is_empty() {
        names.push(role.to_owned());
    }
    names.join(", ")
}
