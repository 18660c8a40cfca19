//! From a note to pages on the screen and to a file on the disk: the same pages.

use crate::error::{Code, WireError};
use crate::files;
use crate::machine_fonts;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_brief::{BriefError, Edition, Warning, tell};
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
    /// Hashes of pages the caller has.
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
    /// What to look at before it leaves.
    pub warnings: Vec<NoteWarning>,
    /// Passages cited: the first is printed as 1.
    pub evidence: Vec<ExcerptId>,
    /// Sources cited or quoted from: the first is printed as S1.
    pub sources: Vec<SourceId>,
}

/// Something to look at before a note leaves.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct NoteWarning {
    /// The block it is about, if one.
    pub block: Option<BlockId>,
    /// One sentence.
    pub message: String,
}

/// One page.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct PageDrawing {
    /// Names this drawing: equal hashes are equal pages.
    pub hash: String,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
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
    /// What to look at.
    pub warnings: Vec<NoteWarning>,
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
    let edition = Edition { copy: CopyKind::Distribution, ceiling: None, at: session.edge().now() };
    let composed = machine_fonts::composed(&snapshot, &pictures, &edition).map_err(not_composed)?;
    let drawings = composed.pages.pages.iter().enumerate().map(|(at, page)| {
        let hash = composed.page_fingerprint(at).unwrap_or_default();
        let (width, height) = (page.size.width, page.size.height);
        // Most of a keystroke's pages are known: what is not drawn costs nothing.
        let svg = if args.known.contains(&hash) { None } else { composed.page_svg(at) };
        PageDrawing { hash, width, height, svg }
    });
    Ok(NotePages {
        pages: drawings.collect(),
        marking: composed.marking().map(ToOwned::to_owned),
        warnings: warnings(composed.warnings()),
        evidence: composed.document.evidence.entries.iter().map(|entry| entry.excerpt).collect(),
        sources: composed.document.evidence.sources.iter().map(|source| source.id).collect(),
    })
}

pub(crate) fn export(session: &Session, args: ExportNote) -> Result<Exported, WireError> {
    let (snapshot, pictures) = read(session, args.note)?;
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
    Ok(Exported { export, path: args.path, warnings: file.warnings })
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
    warnings: Vec<NoteWarning>,
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
            warnings: warnings(composed.warnings()),
        });
    }
    let told = tell(snapshot, pictures, edition)?;
    let bytes = match format {
        ExportFormat::Html => told.html().into_bytes(),
        ExportFormat::Markdown => told.markdown().into_bytes(),
        ExportFormat::Word | ExportFormat::Pdf => told.word()?,
    };
    let (marking, warnings) = (told.marking().map(ToOwned::to_owned), warnings(told.warnings()));
    Ok(Written { bytes, marking, pages: 0, warnings })
}

fn warnings(warnings: &[Warning]) -> Vec<NoteWarning> {
    let warning = |warning: &Warning| NoteWarning { block: warning.block, message: warning.message.clone() };
    warnings.iter().map(warning).collect()
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
