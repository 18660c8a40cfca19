//! A note back from Word: what was changed there, and taking it over.

use crate::error::{Code, WireError, name};
use crate::exports;
use crate::files;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_brief::revision::{Atom, BlockChange, ChangeKind, Line, Revised, key_of, revised};
use standpoint_brief::{Edition, key, tell};
use standpoint_core::analysis::compare::{WordRun, compare_words};
use standpoint_core::exports::{Export, ExportFormat};
use standpoint_core::ids::{BlockId, NoteId};
use standpoint_core::notes::queries::NoteWithBlocks;
use standpoint_core::notes::{Block, Body, NoteSnapshot, Revision};
use standpoint_import::{Input, Marked, MarkedPiece};
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
    /// Blocks that changed, in the order of the note.
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
    /// It is drawn from the dossier, so its words cannot be taken over.
    Drawn,
}

/// A block that is no longer as it was exported.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct NoteChange {
    /// What became of it.
    pub fate: BlockFate,
    /// What it said and what it says, as one text.
    pub words: Vec<WordRun>,
    /// Whether it was changed here as well since the export: taking it over would undo that.
    pub changed_here: bool,
    /// What taking it over does; null where it cannot be.
    pub revision: Option<Revision>,
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
    let changes = changes.into_iter().map(|change| note_change(session, &exported, &here, change)).collect();
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

fn note_change(
    session: &Session,
    exported: &NoteSnapshot,
    here: &[Block],
    change: BlockChange,
) -> NoteChange {
    let BlockChange { kind, block, before, now, body } = change;
    let is_here = |id: BlockId| here.iter().find(|block| block.id == id);
    let was = block.and_then(|id| exported.blocks.iter().find(|block| block.id == id));
    let there = block.and_then(is_here);
    let same = was.zip(there).is_some_and(|(was, there)| was.body == there.body);
    let add = |body: Body, after: Option<BlockId>| Revision::Add { id: session.edge().id(), after, body };
    let revision = match (kind, block, body) {
        (ChangeKind::Edited, Some(block), Some(body)) => Some(match there {
            Some(_) => Revision::Edit { block, body },
            // Taken out here since: what was written there is not lost.
            None => add(body, standing_before(exported, here, block)),
        }),
        (ChangeKind::Removed, Some(block), _) => there.map(|_| Revision::Remove { block }),
        (ChangeKind::Added, behind, Some(body)) => {
            let behind = behind.and_then(|id| {
                is_here(id).map_or_else(|| standing_before(exported, here, id), |it| Some(it.id))
            });
            Some(add(body, behind))
        }
        _ => None,
    };
    NoteChange {
        fate: match kind {
            ChangeKind::Edited => BlockFate::Edited,
            ChangeKind::Removed => BlockFate::Removed,
            ChangeKind::Added => BlockFate::Added,
            ChangeKind::Drawn => BlockFate::Drawn,
        },
        words: compare_words(&before, &now),
        changed_here: !same && matches!(kind, ChangeKind::Edited | ChangeKind::Removed),
        revision,
    }
}

/// The nearest block before it that is still in the note.
fn standing_before(exported: &NoteSnapshot, here: &[Block], id: BlockId) -> Option<BlockId> {
    let at = exported.blocks.iter().position(|block| block.id == id)?;
    let before = exported.blocks[..at].iter().rev();
    before.map(|block| block.id).find(|id| here.iter().any(|block| block.id == *id))
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
        in_table: paragraph.in_table,
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
