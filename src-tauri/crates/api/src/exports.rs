//! From a note to pages on the screen and to a file on the disk: the same pages.

use crate::checks::Beside;
use crate::error::{Code, WireError};
use crate::files;
use crate::machine_fonts;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_brief::{BriefError, Composed, Edition, Extent, Warning, tell};
use standpoint_core::analysis::checks::{self, Check};
use standpoint_core::content::ContentHash;
use standpoint_core::exports::{CopyKind, Export, ExportFormat};
use standpoint_core::ids::{BlockId, ExcerptId, ExportId, NoteId, SourceId};
use standpoint_core::notes::{NoteSnapshot, Pictures};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A note whose pages are wanted.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AskPages {
    /// The note.
    pub note: NoteId,
    /// Hashes of drawings the caller has.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub known: BTreeSet<String>,
}

/// A note's pages.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct NotePages {
    /// The pages, in order.
    pub pages: Vec<PageDrawing>,
    /// The marking as printed.
    pub marking: Option<String>,
    /// What cannot be printed as it is meant.
    pub printing: Vec<Check>,
    /// Where each block stands, page by page from the top.
    pub places: Vec<BlockPlace>,
    /// Passages cited: the first is printed as 1.
    pub evidence: Vec<ExcerptId>,
    /// Sources cited or quoted from: the first is printed as S1.
    pub sources: Vec<SourceId>,
}

/// Where a block, or a part of it, stands.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct BlockPlace {
    /// The block.
    pub block: BlockId,
    /// Index of the page, from 0.
    pub page: u32,
    /// Top edge in points from the top of the sheet.
    pub top: f32,
    /// Bottom edge.
    pub bottom: f32,
}

/// One page.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct PageDrawing {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Drawings as large as the page that lie on one another, from the lowest.
    pub layers: Vec<LayerDrawing>,
}

/// A part of what is on a page.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct LayerDrawing {
    /// Names this drawing: equal hashes are equal drawings.
    pub hash: String,
    /// The drawing as SVG; null if the caller has it.
    pub svg: Option<String>,
}

/// A note to write to a file.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ExportNote {
    /// The export's id, if the caller made one.
    #[ts(optional)]
    pub id: Option<ExportId>,
    /// The note.
    pub note: NoteId,
    /// The file; one that is there is replaced.
    pub path: PathBuf,
    /// For whom.
    #[serde(default = "distribution")]
    #[ts(optional, as = "Option<CopyKind>")]
    pub copy: CopyKind,
    /// As what; PDF if not said.
    #[serde(default = "pdf")]
    #[ts(optional, as = "Option<ExportFormat>")]
    pub format: ExportFormat,
    /// The highest marking that a release copy may show.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ceiling: Option<String>,
}

/// What was written.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct Exported {
    /// The record of it.
    pub export: Export,
    /// Where it is.
    pub path: PathBuf,
    /// What to look at, and is not waived.
    pub checks: Vec<Check>,
}

/// Whose exports; all if null.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct OfNote {
    /// The note.
    #[ts(optional)]
    pub note: Option<NoteId>,
}

fn distribution() -> CopyKind {
    CopyKind::Distribution
}

fn pdf() -> ExportFormat {
    ExportFormat::Pdf
}

pub(crate) fn pages(session: &Session, args: AskPages) -> Result<NotePages, WireError> {
    let (snapshot, pictures) = read(session, args.note)?;
    let beside = session.read(|dossier| Beside::of(dossier, &snapshot))?;
    let edition = Edition { copy: CopyKind::Distribution, ceiling: None, at: session.edge().now() };
    let composed = machine_fonts::composed_again(&snapshot, &pictures, &edition, session.set_before())
        .map_err(not_composed)?;
    let drawings = composed.pages.pages.iter().enumerate().map(|(at, page)| {
        let layers = composed.page_layers(at).into_iter().map(|layer| {
            let hash = layer.fingerprint();
            // Most of a keystroke's pages are known: what is not drawn costs nothing.
            let svg = if args.known.contains(&hash) { None } else { Some(layer.svg()) };
            LayerDrawing { hash, svg }
        });
        PageDrawing { width: page.size.width, height: page.size.height, layers: layers.collect() }
    });
    Ok(NotePages {
        pages: drawings.collect(),
        marking: composed.marking().map(ToOwned::to_owned),
        printing: printing(composed.warnings(), &beside),
        places: composed.extents.iter().map(BlockPlace::from).collect(),
        evidence: composed.document.evidence.entries.iter().map(|entry| entry.excerpt).collect(),
        sources: composed.document.evidence.sources.iter().map(|source| source.id).collect(),
    })
}

pub(crate) fn export(session: &Session, args: ExportNote) -> Result<Exported, WireError> {
    let (snapshot, pictures) = read(session, args.note)?;
    let beside = session.read(|dossier| Beside::of(dossier, &snapshot))?;
    let edition = Edition { copy: args.copy, ceiling: args.ceiling, at: session.edge().now() };
    let file = written(args.format, &snapshot, &pictures, &edition).map_err(not_composed)?;
    let staged = files::stage(&args.path, &file.bytes)?;
    let export = Export {
        id: args.id.unwrap_or_else(|| session.edge().id()),
        note: args.note,
        at: edition.at,
        format: args.format,
        copy: args.copy,
        version: snapshot.note.version.clone(),
        marking: file.marking,
        pages: file.pages,
        sha256: ContentHash::of(&file.bytes),
        file_name: args.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        // Named by the dossier when it keeps the snapshot.
        snapshot: ContentHash::of(b""),
    };
    let export = session.change(|dossier, stamp| dossier.record_export(export, &snapshot, stamp))?;
    // Last, so that no file leaves that the dossier does not know of.
    staged.place()?;
    let mut checks = beside.checks(&snapshot, edition.at, file.body_pages);
    checks.extend(printing(&file.warnings, &beside));
    checks.retain(|check| check.waived.is_none());
    Ok(Exported { export, path: args.path, checks })
}

pub(crate) fn list(session: &Session, args: OfNote) -> Result<Vec<Export>, WireError> {
    session.read(|dossier| dossier.exports(args.note))
}

/// Reads the note under the lock; it is composed outside, so that a long note keeps nobody waiting.
pub(crate) fn read(session: &Session, note: NoteId) -> Result<(NoteSnapshot, Pictures), WireError> {
    session.read(|dossier| {
        let snapshot = dossier.note_snapshot(note)?;
        let pictures = dossier.note_pictures(&snapshot)?;
        Ok::<_, WireError>((snapshot, pictures))
    })
}

/// A file that may leave.
struct Written {
    bytes: Vec<u8>,
    marking: Option<String>,
    pages: u32,
    /// How many pages the blocks take, where there are pages.
    body_pages: Option<u32>,
    warnings: Vec<Warning>,
}

fn written(
    format: ExportFormat,
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
) -> Result<Written, BriefError> {
    if format == ExportFormat::Pdf {
        let composed = machine_fonts::composed(snapshot, pictures, edition)?;
        return Ok(Written {
            bytes: composed.pdf()?,
            marking: composed.marking().map(ToOwned::to_owned),
            pages: composed.page_count() as u32,
            body_pages: Some(body_pages(&composed)),
            warnings: composed.warnings().to_vec(),
        });
    }
    let told = tell(snapshot, pictures, edition)?;
    let bytes = match format {
        ExportFormat::Html => told.html().into_bytes(),
        ExportFormat::Markdown => told.markdown().into_bytes(),
        ExportFormat::Word | ExportFormat::Pdf => told.word()?,
    };
    let (marking, warnings) = (told.marking().map(ToOwned::to_owned), told.warnings().to_vec());
    Ok(Written { bytes, marking, pages: 0, body_pages: None, warnings })
}

fn printing(warnings: &[Warning], beside: &Beside) -> Vec<Check> {
    let check = |warning: &Warning| checks::printing(warning.block, &warning.message, &beside.waivers);
    warnings.iter().map(check).collect()
}

/// How many pages the blocks take, annexes not counted.
fn body_pages(composed: &Composed) -> u32 {
    composed.extents.iter().map(|extent| extent.page as u32 + 1).max().unwrap_or_default()
}

impl From<&Extent> for BlockPlace {
    fn from(extent: &Extent) -> Self {
        Self { block: extent.block, page: extent.page as u32, top: extent.top, bottom: extent.bottom }
    }
}

pub(crate) fn not_composed(error: BriefError) -> WireError {
    let hint = match &error {
        BriefError::MissingGlyph { .. } => {
            "Replace the character, or install a font that has it, and try again."
        }
        BriefError::Undecided(_) => "Give it a marking, or set one for the dossier, and export again.",
        _ => "",
    };
    WireError::new(Code::NotComposed, format!("{error} No file was written."), hint)
}
