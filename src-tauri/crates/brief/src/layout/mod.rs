//! A [`Document`] to positioned pages.
//!
//! The note is first set into one long galley of pieces that cannot be broken; page breaks are then chosen for
//! the whole galley at once, by cost, and the pages are put together. Annex A names pages, so the annexes are
//! built again with the pages that came out until they no longer change.

mod annex;
mod assemble;
mod blocks;
mod boxes;
mod break_costs;
mod builder;
mod cells;
mod contents;
mod figures;
mod first_page;
mod flow;
mod footnotes;
mod galley;
mod margin;
mod milestone;
mod page_break;
mod plates;
mod reference;
mod running;
mod scale;
mod set;
mod sheet;
mod standing;
mod strip;
mod table;
mod watermark;

use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::Pages;
use crate::text::Memory;
pub(crate) use annex::yardsticks;
use builder::Builder;
use galley::{Galley, Spacing};
pub(crate) use running::traffic_light;
use sheet::Sheet;
use standpoint_core::ids::BlockId;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Pages, and where on them each block of the note came to stand.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The pages.
    pub pages: Pages,
    /// Stretches of blocks, page by page from the top.
    pub extents: Vec<Extent>,
}

/// A stretch of a block on one page; a block that runs over a page break has several.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The block.
    pub block: BlockId,
    /// Index of the page, from 0.
    pub page: usize,
    /// Top edge in points from the top of the sheet.
    pub top: f32,
    /// Bottom edge.
    pub bottom: f32,
}

/// Characters that none of the fonts can draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The first of them.
    pub character: char,
    /// The block it stands in; none for the title, the annexes and running matter.
    pub block: Option<BlockId>,
    /// All of them, as far as they were met.
    pub all: BTreeSet<char>,
}

impl Missing {
    fn first(characters: impl IntoIterator<Item = char>, block: Option<BlockId>) -> Option<Self> {
        let mut characters = characters.into_iter();
        let character = characters.next()?;
        Some(Self { character, block, all: characters.chain([character]).collect() })
    }
}

/// Pages never change more than twice; the bound only keeps a mistake from going on for ever.
const PASSES: usize = 4;

/// Lays the document out. Refuses when a character cannot be drawn.
pub fn layout(document: &Document, fonts: &Fonts, memory: Option<&Memory>) -> Result<Layout, Missing> {
    let usual = settle(document, fonts, memory, Spacing::Usual)?;
    if !usual.nearly_saved() {
        return Ok(usual.layout);
    }
    let tight = settle(document, fonts, memory, Spacing::Tight)?;
    Ok(if tight.layout.pages.pages.len() < usual.layout.pages.pages.len() {
        tight.layout
    } else {
        usual.layout
    })
}

/// Builds the annexes until the page numbers printed in Annex A are those of the pages.
fn settle(
    document: &Document,
    fonts: &Fonts,
    memory: Option<&Memory>,
    spacing: Spacing,
) -> Result<assemble::Assembled, Missing> {
    let sheet = Sheet::of(document);
    let mut builder = Builder::new(document, fonts, memory, spacing);
    builder.long = contents::surely_long(document);
    builder.body();
    let mut body = builder.milestone();
    let mut passes = 0;
    loop {
        passes += 1;
        let galley = builder.galley()?;
        let breaks = page_break::pages(&galley, &sheet);
        let found = page_numbers(&galley, &breaks);
        if found == builder.numbers || passes == PASSES {
            return assemble::assemble(document, &sheet, galley, &breaks, fonts);
        }
        let lacks_contents = !builder.has_contents() && builder.is_long(&found);
        if builder.attending || lacks_contents {
            // Two of them at once would be twice the memory.
            drop(galley);
            let long = builder.long || builder.has_contents();
            builder = Builder::new(document, fonts, memory, spacing);
            (builder.numbers, builder.long) = (found, long);
            builder.body();
            body = builder.milestone();
        } else {
            builder.resume(galley, &body, found);
        }
    }
}

/// The page, from 1, that each place comes to stand on.
fn page_numbers(galley: &Galley, breaks: &[Range<usize>]) -> BTreeMap<String, usize> {
    let pages = (1..).zip(breaks);
    let places =
        pages.flat_map(|(page, range)| galley.pieces[range.clone()].iter().map(move |piece| (page, piece)));
    places.flat_map(|(page, piece)| piece.places.iter().map(move |place| (place.clone(), page))).collect()
}
