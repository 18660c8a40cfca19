//! Pages from the galley: pieces at their places, frames around boxes, notes in the margin, running matter.

use super::footnotes::Feet;
use super::galley::{Frame, Galley};
use super::margin::{self, Margin};
use super::page_break::{self, Stack};
use super::running::Running;
use super::sheet::Sheet;
use super::{Extent, Layout, Missing, boxes, watermark};
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::{Destination, Page, Pages, Point};
use crate::text::Language;
use standpoint_core::ids::BlockId;
use std::ops::Range;

/// Pages, and how much of the last one is used.
pub(super) struct Assembled {
    pub(super) layout: Layout,
    last_used: f32,
}

impl Assembled {
    /// Whether the last page holds so little that tighter spacing might save it.
    pub(super) fn nearly_saved(&self) -> bool {
        self.layout.pages.pages.len() > 1 && page_break::short(self.last_used)
    }
}

/// A piece on its page.
struct Placed {
    index: usize,
    top: f32,
    bottom: f32,
}

pub(super) fn assemble(
    document: &Document,
    sheet: &Sheet,
    mut galley: Galley,
    breaks: &[Range<usize>],
    fonts: &Fonts,
) -> Result<Assembled, Missing> {
    let mut pages = Pages::new(fonts.clone(), Language::new(&document.language), document.head.title.clone());
    pages.structure = std::mem::take(&mut galley.structure);
    pages.outline = std::mem::take(&mut galley.outline);
    let mut running = Running::new(document, *sheet, &pages.fonts)?;
    // Those of the text and of its plates: a footnote that is continued goes on behind the plates.
    let (mut text_feet, mut plate_feet) = (Feet::default(), Feet::default());
    let mut extents: Vec<Extent> = Vec::new();
    let mut last_used = 0.0;
    for (number, range) in breaks.iter().enumerate() {
        let lying = galley.landscape(range.start);
        let sheet = &sheet.lying(lying);
        let feet = if lying { &mut plate_feet } else { &mut text_feet };
        let mut page = blank(document, sheet, number, &pages.fonts);
        let mut stack = Stack::starting(&galley, range.start);
        let top = sheet.top_of(number);
        let placed: Vec<Placed> = range
            .clone()
            .map(|index| {
                let y = top + stack.add(&galley, index);
                Placed { index, top: y, bottom: y + galley.pieces[index].height }
            })
            .collect();
        last_used = stack.height;
        contexts(&galley, range, &placed, top, sheet, &mut page);
        for at in &placed {
            feet.refer(&galley, at.index);
            let piece = &mut galley.pieces[at.index];
            std::mem::take(&mut piece.strip).onto(&mut page, sheet.placing(at.top));
            for place in std::mem::take(&mut piece.places) {
                let destination = Destination { page: number, at: Point::new(sheet.left, at.top) };
                pages.destinations.insert(place, destination);
            }
            if let Some(block) = piece.block {
                extend(&mut extents, block, number, at.top, at.bottom);
            }
        }
        closings(&galley, range, &placed, sheet, &mut page);
        notes(&galley, &placed, sheet, &mut page, &mut pages);
        let closing = galley.cut(range.end).map_or(0.0, |context| context.closing_height);
        let room = sheet.capacity(number) - stack.height - closing;
        feet.draw(&galley, sheet, room, &mut page, &mut pages.destinations);
        pages.pages.push(page);
    }
    let mut feet = text_feet;
    feet.append(plate_feet);
    while !feet.is_empty() {
        let number = pages.pages.len();
        let mut page = blank(document, sheet, number, &pages.fonts);
        feet.draw(&galley, sheet, sheet.capacity(number), &mut page, &mut pages.destinations);
        last_used = sheet.capacity(number);
        pages.pages.push(page);
    }
    running.total = pages.pages.len();
    for page in &mut pages.pages {
        running.draw(page);
    }
    Ok(Assembled { layout: Layout { pages, extents }, last_used })
}

/// A page with nothing on it yet but the watermark.
fn blank(document: &Document, sheet: &Sheet, number: usize, fonts: &Fonts) -> Page {
    let mut page = Page::new(sheet.size, number + 1);
    if document.head.draft {
        watermark::draw(&mut page, fonts, &Language::new(&document.language));
    }
    page
}

/// Frames and repeated heads of the tables and boxes on a page.
fn contexts(
    galley: &Galley,
    range: &Range<usize>,
    placed: &[Placed],
    top: f32,
    sheet: &Sheet,
    page: &mut Page,
) {
    for group in
        placed.chunk_by(|one, other| galley.pieces[one.index].context == galley.pieces[other.index].context)
    {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let Some(context) = galley.pieces[first.index].context.map(|index| &galley.contexts[index]) else {
            continue;
        };
        let continued = first.index == range.start && galley.cut(range.start).is_some();
        let goes_on = last.index + 1 == range.end && galley.cut(range.end).is_some();
        let upper = if continued { top } else { first.top };
        let lower = last.bottom + if goes_on { context.closing_height } else { 0.0 };
        if context.frame != Frame::None {
            boxes::frame(context.frame, sheet.scale, upper..lower, continued, goes_on)
                .onto(page, sheet.placing(0.0));
        }
        if continued {
            context.opening.onto(page, sheet.placing(top));
        }
    }
}

/// Closing rules of the tables that go on overleaf, on top of the hair rules that stand there.
fn closings(galley: &Galley, range: &Range<usize>, placed: &[Placed], sheet: &Sheet, page: &mut Page) {
    if let (Some(context), Some(last)) = (galley.cut(range.end), placed.last()) {
        context.closing.onto(page, sheet.placing(last.bottom));
    }
}

fn notes(galley: &Galley, placed: &[Placed], sheet: &Sheet, page: &mut Page, pages: &mut Pages) {
    // Notes may hang a little below the text area; the footer's rule stands 19 below it.
    let foot = sheet.bottom + 12.0;
    let mut margin = Margin::new();
    for (place, at) in placed.iter().enumerate() {
        let piece = &galley.pieces[at.index];
        if piece.full_width {
            margin.reserve(at.bottom + 4.0);
        }
        if piece.notes.is_empty() {
            continue;
        }
        let of_block = |other: &&Placed| galley.pieces[other.index].block == piece.block;
        let below = &placed[place..];
        let end = below.iter().take_while(of_block).last();
        let start = placed[..=place].iter().rev().take_while(of_block).last();
        let across = below.iter().find(|other| galley.pieces[other.index].full_width);
        let usual = foot.min(end.map_or(at.bottom, |end| end.bottom) + margin::BELOW);
        let floor = usual.min(across.map_or(f32::MAX, |across| across.top - 4.0));
        let heights: Vec<f32> = piece.notes.iter().map(|note| note.height).collect();
        // Where something reaches across below them they move up, above their paragraph if that is free.
        let above = if floor < usual { margin::ABOVE } else { 0.0 };
        let top = placed.first().map_or(at.top, |first| first.top);
        let ceiling = start.map_or(at.top, |start| (start.top - above).max(top));
        let corners = margin.place(&heights, at.top, ceiling, floor);
        for (note, y) in piece.notes.iter().zip(corners) {
            margin::draw(note, page, &mut pages.structure, sheet.placing(y));
        }
    }
}

fn extend(extents: &mut Vec<Extent>, block: BlockId, page: usize, top: f32, bottom: f32) {
    match extents.last_mut() {
        Some(last) if last.block == block && last.page == page => last.bottom = bottom,
        _ => extents.push(Extent { block, page, top, bottom }),
    }
}
