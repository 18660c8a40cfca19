//! A note back from Word: what was changed there, and taking it over.

use crate::error::{Code, WireError, name};
use crate::exports;
use crate::files;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_brief::revision::{
    Atom, BlockChange, Cell, ChangeKind, Line, Places, Revised, key_of, revised,
};
use standpoint_brief::{Edition, key, tell};
use standpoint_core::analysis::compare::{WordRun, compare_words};
use standpoint_core::exports::{Export, ExportFormat};
use standpoint_core::ids::{BlockId, NoteId};
use standpoint_core::notes::queries::NoteWithBlocks;
use standpoint_core::notes::{Block, Body, NoteSnapshot, Revision};
use standpoint_import::{Input, Marked, MarkedCell, MarkedPiece};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

const KEPT: &str = "Nothing was changed.";

/// What to choose instead.
const WANTED: &str = "Only a Word document exported as distribution or file copy comes back; ask for the file that was \
                      edited from it, saved as .docx.";

/// A Word document to compare a note with.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct CompareNote {
    /// The note.
    pub note: NoteId,
    /// The file.
    pub path: PathBuf,
}

/// What was made of a note.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct Comparison {
    /// The export that the file was made from.
    pub export: Export,
    /// What changed, in the order in which it stands now.
    pub changes: Vec<NoteChange>,
    /// What to know besides, a sentence each.
    pub notices: Vec<String>,
}

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BlockFate {
    /// It says something else.
    Edited,
    /// It is no longer there.
    Removed,
    /// It is new.
    Added,
    /// It stands elsewhere.
    Moved,
    /// It is drawn from the dossier, so its words cannot be taken over.
    Drawn,
}

/// What is no longer as it was exported: a block, or several that were moved together.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct NoteChange {
    /// What became of it.
    pub fate: BlockFate,
    /// What it said and what it says, as one text.
    pub words: Vec<WordRun>,
    /// Of what was moved, what stood before it and what stands before it now.
    pub places: Option<MovedPlaces>,
    /// Whether it was changed here as well since the export: taking it over would undo that.
    pub changed_here: bool,
    /// What taking it over does; null where it cannot be.
    pub revision: Option<Revision>,
}

/// Where something was moved from and to.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct MovedPlaces {
    /// The first words of what was printed before it; null if it stood first.
    pub then: Option<String>,
    /// The first words of what stands before it; null if it stands first.
    pub now: Option<String>,
}

/// Changes to take over.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ReviseNote {
    /// The note.
    pub note: NoteId,
    /// Those chosen, in their order.
    pub revisions: Vec<Revision>,
}

pub(crate) fn revise(session: &Session, args: ReviseNote) -> Result<NoteWithBlocks, WireError> {
    session.change(|dossier, stamp| dossier.revise_note(args.note, args.revisions, stamp))
}

pub(crate) fn compare(session: &Session, args: CompareNote) -> Result<Comparison, WireError> {
    let bytes = files::read(&args.path, KEPT)?;
    let file = args.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let input = Input { name: &file, media_hint: None, bytes: &bytes };
    let marked = session.worker().read_marked(&input, &AtomicBool::new(false)).map_err(|refusal| {
        WireError::new(Code::Unreadable, format!("{} {KEPT}", refusal.message()), WANTED)
    })?;
    let lines = lines(&marked);
    let (export, exported) = origin(session, &args, &lines)?;
    let pictures = session.read(|dossier| dossier.note_pictures(&exported))?;
    let edition = Edition { copy: export.copy, ceiling: None, at: export.at };
    let told = tell(&exported, &pictures, &edition).map_err(exports::not_composed)?;
    let Revised { changes, notices } = revised(&exported, &told, &lines);
    let here = session.read(|dossier| dossier.note(args.note))?.blocks;
    // Nothing stands behind what a change of its own carries away.
    let moved: Vec<BlockId> = changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Moved)
        .flat_map(|change| change.blocks.iter().copied())
        .collect();
    let both = Both { exported: &exported.blocks, here: &here, moved: &moved };
    let changes = changes.into_iter().map(|change| note_change(session, &both, change)).collect();
    let notices = about(&marked).into_iter().chain(notices).collect();
    Ok(Comparison { export, changes, notices })
}

/// The export that the file was made from, and the note as it stood then.
fn origin(
    session: &Session,
    args: &CompareNote,
    lines: &[Line],
) -> Result<(Export, NoteSnapshot), WireError> {
    let file = name(&args.path);
    let Some(found) = key_of(lines) else {
        return Err(WireError::new(
            Code::Unreadable,
            format!("{file} does not say which note it was made from. {KEPT}"),
            WANTED,
        ));
    };
    session.read(|dossier| {
        let exports = dossier.exports(None)?;
        let export = exports
            .into_iter()
            .find(|export| export.format == ExportFormat::Word && key(&export.snapshot) == found)
            .ok_or_else(|| {
                WireError::new(
                    Code::Unreadable,
                    format!("{file} was made from a note that was not exported from this dossier. {KEPT}"),
                    "Open the dossier that it was exported from, and bring it back there.",
                )
            })?;
        let exported = dossier.exported_note(&export)?;
        if export.note != args.note {
            return Err(WireError::new(
                Code::Refused,
                format!("{file} was made from another note, “{}”. {KEPT}", exported.note.title),
                "Open that note, and bring it back there.",
            ));
        }
        Ok((export, exported))
    })
}

fn note_change(session: &Session, both: &Both<'_>, change: BlockChange) -> NoteChange {
    let BlockChange { kind, blocks, behind, before, now, places, body } = change;
    let Both { exported, here, .. } = *both;
    let block = blocks.first().copied();
    let there = block.and_then(|id| find(here, id));
    let add = |body: Body, after: Option<BlockId>| Revision::Add { id: session.edge().id(), after, body };
    let after =
        behind.and_then(|id| if find(here, id).is_some() { Some(id) } else { both.standing_before(id) });
    let revision = match (kind, block, body) {
        (ChangeKind::Edited, Some(block), Some(body)) => Some(match there {
            Some(_) => Revision::Edit { block, body },
            // Taken out here since: what was written there is not lost.
            None => add(body, both.standing_before(block)),
        }),
        (ChangeKind::Removed, Some(block), _) => there.map(|_| Revision::Remove { block }),
        (ChangeKind::Added, _, Some(body)) => Some(add(body, after)),
        (ChangeKind::Moved, ..) => {
            let blocks: Vec<BlockId> =
                blocks.iter().copied().filter(|id| find(here, *id).is_some()).collect();
            (!blocks.is_empty()).then_some(Revision::Move { blocks, after })
        }
        _ => None,
    };
    let changed_here = match kind {
        ChangeKind::Edited | ChangeKind::Removed => {
            let was = block.and_then(|id| find(exported, id));
            !was.zip(there).is_some_and(|(was, there)| was.body == there.body)
        }
        ChangeKind::Moved => blocks.iter().any(|id| both.is_moved(*id)),
        ChangeKind::Added | ChangeKind::Drawn => false,
    };
    NoteChange {
        fate: match kind {
            ChangeKind::Edited => BlockFate::Edited,
            ChangeKind::Removed => BlockFate::Removed,
            ChangeKind::Added => BlockFate::Added,
            ChangeKind::Moved => BlockFate::Moved,
            ChangeKind::Drawn => BlockFate::Drawn,
        },
        words: compare_words(&before, &now),
        places: places.map(|Places { then, now }| MovedPlaces { then, now }),
        changed_here,
        revision,
    }
}

/// The note as it was exported and as it is here.
struct Both<'a> {
    exported: &'a [Block],
    here: &'a [Block],
    /// What was moved in the file.
    moved: &'a [BlockId],
}

impl Both<'_> {
    /// The nearest block that stood before it, is still in the note and was not moved in the file.
    fn standing_before(&self, id: BlockId) -> Option<BlockId> {
        before(self.exported, id).find(|id| find(self.here, *id).is_some() && !self.moved.contains(id))
    }

    /// Whether it stands behind another block here than it stood behind, of those that are in both.
    fn is_moved(&self, id: BlockId) -> bool {
        let stood = before(self.exported, id).find(|id| find(self.here, *id).is_some());
        let stands = before(self.here, id).find(|id| find(self.exported, *id).is_some());
        stood != stands
    }
}

fn find(blocks: &[Block], id: BlockId) -> Option<&Block> {
    blocks.iter().find(|block| block.id == id)
}

/// What stands before a block, the nearest first.
fn before(blocks: &[Block], id: BlockId) -> impl Iterator<Item = BlockId> {
    let at = blocks.iter().position(|block| block.id == id).unwrap_or_default();
    blocks.iter().take(at).rev().map(|block| block.id)
}

fn about(marked: &Marked) -> Vec<String> {
    let mut notices = Vec::new();
    if marked.changes {
        notices.push("Changes were tracked in Word; they are shown here as if all were accepted.".to_owned());
    }
    match marked.comments {
        0 => {}
        1 => notices.push("There is a comment in the Word document; read it there.".to_owned()),
        count => notices.push(format!("There are {count} comments in the Word document; read them there.")),
    }
    if marked.boxes {
        notices.push("Text in floating boxes is not brought back; copy it from Word.".to_owned());
    }
    notices
}

/// The file as the comparison wants it.
fn lines(marked: &Marked) -> Vec<Line> {
    let lines = marked.paragraphs.iter().map(|paragraph| Line {
        style: paragraph.style.clone(),
        cell: paragraph.cell.map(|MarkedCell { table, row, column }| Cell { table, row, column }),
        picture: paragraph.picture,
        atoms: atoms(marked, &paragraph.pieces, true),
    });
    lines.collect()
}

fn atoms(marked: &Marked, pieces: &[MarkedPiece], footnotes: bool) -> Vec<Atom> {
    let mut found = Vec::new();
    for piece in pieces {
        let words =
            |text: &str| Atom::Words { text: text.to_owned(), bold: false, italic: false, language: None };
        found.push(match piece {
            MarkedPiece::Words { text, bold, italic, language } => {
                let (bold, italic, language) = (*bold, *italic, language.clone());
                Atom::Words { text: text.clone(), bold, italic, language }
            }
            MarkedPiece::Link { text, anchor: Some(bookmark), .. } => {
                Atom::To { text: text.clone(), bookmark: bookmark.clone() }
            }
            MarkedPiece::Link { text, address: Some(address), .. } => {
                Atom::Link { text: text.clone(), address: address.clone() }
            }
            MarkedPiece::Link { text, .. } => words(text),
            MarkedPiece::Field { instruction, text } => {
                let mut said = instruction.split_whitespace();
                match (said.next(), said.next()) {
                    (Some("REF" | "PAGEREF" | "NOTEREF"), Some(bookmark)) => {
                        Atom::To { text: text.clone(), bookmark: bookmark.to_owned() }
                    }
                    _ => words(text),
                }
            }
            MarkedPiece::Footnote { id } => match marked.footnotes.get(id).filter(|_| footnotes) {
                // A footnote holds no other; a file that claims one is not followed.
                Some(inside) => Atom::Footnote(atoms(marked, inside, false)),
                None => continue,
            },
            MarkedPiece::Begin { name } => Atom::Mark(name.clone()),
            MarkedPiece::End { .. } => continue,
        });
    }
    found
}
