//! What somebody made of a note in Word: block by block against the note as it was exported.
//!
//! Each text that a writer wrote went out between bookmarks named after its block, and comes back between them. What
//! stands between them now is read back into the note's own form and compared with that; so a file that nobody touched
//! has no changes, whatever program saved it last. What is drawn from the dossier is shown where it was changed, and
//! cannot be taken: its words belong to the dossier.

mod around;
mod gather;
mod order;
mod read;
mod report;
mod shape;
mod take;
#[cfg(test)]
mod tests;

use crate::told::Told;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::notes::block::Body;

/// A paragraph of the file, as it came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The name of its style.
    pub style: String,
    /// Where it stands, if in a table.
    pub cell: Option<Cell>,
    /// Holds a picture.
    pub picture: bool,
    /// What it holds.
    pub atoms: Vec<Atom>,
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The how manieth table of the file it belongs to.
    pub table: usize,
    /// The how manieth row of it.
    pub row: usize,
    /// The how manieth column it begins in, from 1.
    pub column: usize,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// Words.
    Words {
        /// The words.
        text: String,
        /// Made bold by hand.
        bold: bool,
        /// Made italic by hand.
        italic: bool,
        /// BCP 47 tag, where one is named.
        language: Option<String>,
    },
    /// A link out of the file.
    Link {
        /// What is printed.
        text: String,
        /// Where it leads.
        address: String,
    },
    /// A link to a bookmark, or a field that shows its number.
    To {
        /// What is printed.
        text: String,
        /// The bookmark.
        bookmark: String,
    },
    /// A footnote with what it says.
    Footnote(Vec<Atom>),
    /// A bookmark begins.
    Mark(String),
}

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It says something else.
    Edited,
    /// It is no longer there.
    Removed,
    /// It is new.
    Added,
    /// It stands elsewhere.
    Moved,
    /// It is drawn from the dossier, and its words were changed all the same.
    Drawn,
}

/// What is no longer as it was exported: a block, or several that were moved together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockChange {
    /// What became of it.
    pub kind: ChangeKind,
    /// The block, or those that were moved, in order; none for what is new.
    pub blocks: Vec<BlockId>,
    /// For what is new or was moved the block that it stands behind, and behind what was put there by changes before it;
    /// none is the beginning.
    pub behind: Option<BlockId>,
    /// What it said.
    pub before: String,
    /// What it says.
    pub now: String,
    /// Where what was moved stood, and where it stands.
    pub places: Option<Places>,
    /// What it would be: none for what is removed, moved or drawn.
    pub body: Option<Body>,
}

/// The first words of what stands before it; none where it is the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// As it was exported.
    pub then: Option<String>,
    /// In the file.
    pub now: Option<String>,
}

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revised {
    /// What changed, in the order in which it stands now; a move before what else became of its blocks.
    pub changes: Vec<BlockChange>,
    /// What a person should know of, a sentence each.
    pub notices: Vec<String>,
}

/// The key of the note that the file was made from: see [`crate::key`].
#[must_use]
pub fn key_of(lines: &[Line]) -> Option<String> {
    let marks = lines.iter().flat_map(|line| &line.atoms).filter_map(|atom| match atom {
        Atom::Mark(name) => gather::Mark::read(name),
        _ => None,
    });
    let mut keys: Vec<String> = marks.map(|mark| mark.key).collect();
    keys.sort_unstable();
    keys.dedup();
    // Paragraphs pasted from another note bring its key along: the one met most often would be a guess.
    if keys.len() == 1 { keys.pop() } else { None }
}

/// Compares what came back with the note as it was exported; `told` is that note, told again.
#[must_use]
pub fn revised(exported: &NoteSnapshot, told: &Told, lines: &[Line]) -> Revised {
    let region = gather::body(told, lines);
    let gathered = gather::gather(exported, told, lines, &region);
    let around = around::notices(told, lines, &region, &gathered.first_page);
    let mut revised = report::report(exported, told, gathered);
    revised.notices.extend(around);
    revised
}
