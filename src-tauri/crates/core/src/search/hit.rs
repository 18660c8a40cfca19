//! One thing that was found: what it is, where it opens, and the words around the match.

use crate::error::{Error, Result};
use crate::ids::{NoteId, SourceId};
use crate::store::codec::words;
use rusqlite::{Connection, params};
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

/// Set around matches by the index. For private use (Unicode 23.5), so next to never in a text, and allowed in JSON.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

impl HitKind {
    /// Its part of a row's number.
    pub(super) fn number(self) -> u32 {
        (1..).zip(Self::ALL).find(|(_, kind)| **kind == self).map_or(0, |(number, _)| number)
    }
}

/// The hit that stands in row `row` of the index; without words to match, with how it begins.
pub(super) fn read(connection: &Connection, matching: Option<&str>, row: i64) -> Result<Hit> {
    let place = (row & 7).checked_sub(1).ok_or(Error::NotFound { what: "kind of thing" })?;
    let kind = HitKind::ALL[place as usize];
    let marked: String = match matching {
        Some(matching) => connection
            .prepare_cached(marked(kind))?
            .query_row(params![matching, row, OPEN.to_string(), CLOSE.to_string()], |row| row.get(0))?,
        None => connection.prepare_cached(beginning(kind))?.query_row([row], |row| row.get(0))?,
    };
    let context = pieces(&if kind == HitKind::Actor { other_names(&marked) } else { marked });
    let hit = connection.prepare_cached(named(kind))?.query_row([row >> 3], |row| {
        Ok(Hit { kind, id: row.get(0)?, title: row.get(1)?, context, source: row.get(2)?, note: row.get(3)? })
    })?;
    Ok(hit)
}

/// SQL for the words around the match. Where the title stands in the hit already, only the text's.
fn marked(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Excerpt | HitKind::Position => {
            "SELECT snippet(search, -1, ?3, ?4, '…', 24) FROM search WHERE search MATCH ?1 AND rowid = ?2"
        }
        HitKind::Actor => {
            "SELECT highlight(search, 1, ?3, ?4) FROM search WHERE search MATCH ?1 AND rowid = ?2"
        }
        _ => "SELECT snippet(search, 1, ?3, ?4, '…', 24) FROM search WHERE search MATCH ?1 AND rowid = ?2",
    }
}

/// SQL for how a text begins.
fn beginning(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Excerpt | HitKind::Position => {
            "SELECT substr(trim(title || ' ' || body), 1, 200) FROM search WHERE rowid = ?"
        }
        HitKind::Actor => "SELECT body FROM search WHERE rowid = ?",
        _ => "SELECT substr(body, 1, 200) FROM search WHERE rowid = ?",
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
fn other_names(marked: &str) -> String {
    let mut stream = serde_json::Deserializer::from_str(marked).into_iter::<Vec<String>>();
    let Some(Ok(mut names)) = stream.next() else { return marked.to_owned() };
    let role = marked[stream.byte_offset()..].trim();
    if !role.is_empty() {
        names.push(role.to_owned());
    }
    names.join(", ")
}

/// Takes the marks out of a text and says where they stood.
fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut matched = false;
    let mut rest = marked;
    while !rest.is_empty() {
        let end = rest.find([OPEN, CLOSE]).unwrap_or(rest.len());
        if end > 0 {
            pieces.push(Piece { text: rest[..end].replace(['\n', '\t'], " "), matched });
        }
        let mark = rest[end..].chars().next();
        matched = mark == Some(OPEN);
        rest = &rest[end + mark.map_or(0, char::len_utf8)..];
    }
    pieces
}
