//! A source's pages as they look: the document they are drawn from, and passages selected or shown on them.

use crate::commands::{Bytes, Of};
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::excerpts::Excerpt;
use standpoint_core::excerpts::pages::{NewPageQuote, SelectedOnPage, Stretch};
use standpoint_core::ids::SourceId;
use standpoint_import::Input;
use std::sync::atomic::AtomicBool;

/// What is selected on a source's pages.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct OnPages {
    /// The source.
    pub source: SourceId,
    /// The page, or the page and the next.
    pub selected: Vec<SelectedOnPage>,
}

/// Passages to be shown on a page.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct PassagesOnPage {
    /// The source.
    pub source: SourceId,
    /// The page's number, from 1.
    pub page: u32,
    /// The words of the whole page as it is drawn, with its line ends.
    pub text: String,
    /// The passages of the source's text.
    pub passages: Vec<Stretch>,
}

/// The document that a source's pages are drawn from: its own, or the one that its picture is bound as.
pub(crate) fn document(session: &Session, args: Of<SourceId>) -> Result<Bytes, WireError> {
    let (source, bytes) = session.read(|dossier| {
        let source = dossier.source(args.id)?;
        let bytes = dossier.source_original(&source)?;
        Ok::<_, WireError>((source, bytes))
    })?;
    if !source.media_type.starts_with("image/") {
        return Ok(Bytes(bytes));
    }
    let name = source.file_name.unwrap_or(source.title);
    let input = Input { name: &name, media_hint: Some(&source.media_type), bytes: &bytes };
    let bound = session.worker().bind(&input, &AtomicBool::new(false));
    bound
        .map(Bytes)
        .map_err(|refusal| WireError::unread(&refusal, "Its text and its excerpts are as they were."))
}

pub(crate) fn passage(session: &Session, args: OnPages) -> Result<Option<Stretch>, WireError> {
    session.read(|dossier| dossier.passage_on_pages(args.source, &args.selected))
}

pub(crate) fn places(session: &Session, args: PassagesOnPage) -> Result<Vec<Option<Stretch>>, WireError> {
    let PassagesOnPage { source, page, text, passages } = args;
    session.read(|dossier| dossier.passages_on_page(source, (page, &text), &passages))
}

pub(crate) fn keep_quote(session: &Session, args: NewPageQuote) -> Result<Excerpt, WireError> {
    session.change(|dossier, stamp| dossier.keep_page_quote(args, stamp))
}
