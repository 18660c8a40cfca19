//! Builds the galley: walks the document once, in reading order.

use super::Missing;
use super::break_costs::FORBIDDEN;
use super::contents;
use super::galley::{Context, Footnote, Piece, Spacing, Strip};
use super::plates::{Plate, Pointer};
use super::scale::Scale;
use super::sheet::{LINE, Sheet};
use crate::document::{Content, Document};
use crate::fonts::Fonts;
use crate::page::{ElementId, OutlineEntry, Structure};
use crate::text::{Language, Memory, pitch};
use crate::words::Words;
use standpoint_core::ids::BlockId;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The galley in the making, and what has to be remembered from one piece to the next.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is about another piece, the next or all to come")]
pub(super) struct Builder<'a> {
    pub(super) document: &'a Document,
    /// Paragraphs set before, where the note is composed again and again.
    pub(super) memory: Option<&'a Memory>,
    /// Pages of places, from the pass before this one.
    pub(super) numbers: BTreeMap<String, usize>,
    pub(super) spacing: Spacing,
    pub(super) fonts: Fonts,
    pub(super) scale: Scale,
    pub(super) language: Language,
    pub(super) words: Words,
    /// How much leading there is for each point of the design's.
    pub(super) pitch: f32,
    /// Leading of the footnotes so far.
    pub(super) foot_leading: f32,
    pub(super) structure: Structure,
    /// What cannot be drawn.
    pub(super) missing: Option<Missing>,
    /// The block that pieces come from.
    pub(super) block: Option<BlockId>,
    /// Its portion mark.
    pub(super) portion: Option<String>,
    /// What stands right above it.
    pub(super) above: Option<&'a Content>,
    /// Which of the blocks it is.
    pub(super) at: usize,
    /// Pieces stand on a page on its side.
    pub(super) landscape: bool,
    /// Has a list of contents whatever its pages are.
    pub(super) long: bool,
    /// What it lists.
    pub(super) listed: Vec<contents::Entry>,
    /// Page one does not name everybody who will be at the meeting: it prints the page where they are named.
    pub(super) attending: bool,
    pub(super) footnotes: Vec<Footnote>,
    /// Evidence that already has its margin note.
    pub(super) noted: BTreeSet<u32>,
    /// The list that sub-paragraphs are added to.
    pub(super) list: Option<ElementId>,
    /// Pages on their side, their pieces, and the lines that say where they are.
    pub(super) plates: Vec<Plate>,
    pub(super) plated: Vec<Piece>,
    pub(super) pointers: Vec<Pointer>,
    pub(super) pieces: Vec<Piece>,
    pub(super) contexts: Vec<Context>,
    context: Option<usize>,
    pub(super) outline: Vec<OutlineEntry>,
    /// Costs of breaks above the pieces to come.
    pub(super) keep: VecDeque<f32>,
    /// Names for the next piece.
    pub(super) places: Vec<String>,
    /// The next piece starts on the grid.
    pub(super) pad: bool,
    /// The next piece starts a page.
    pub(super) force: bool,
    /// First piece of the headings that wait for what they head.
    pub(super) heading: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        document: &'a Document,
        fonts: &Fonts,
        memory: Option<&'a Memory>,
        spacing: Spacing,
    ) -> Self {
        Self {
            document,
            memory,
            numbers: BTreeMap::new(),
            spacing,
            fonts: fonts.clone(),
            scale: Scale::of(document.print),
            language: Language::new(&document.language),
            words: Words::of(&document.language),
            pitch: pitch(&Language::new(&document.language)),
            foot_leading: 0.0,
            structure: Structure::default(),
            missing: None,
            block: None,
            portion: None,
            above: None,
            at: 0,
            landscape: false,
            long: false,
            listed: Vec::new(),
            attending: false,
            footnotes: Vec::new(),
            noted: BTreeSet::new(),
            list: None,
            plates: Vec::new(),
            plated: Vec::new(),
            pointers: Vec::new(),
            pieces: Vec::new(),
            contexts: Vec::new(),
            context: None,
            outline: Vec::new(),
            keep: VecDeque::new(),
            places: Vec::new(),
            pad: false,
            force: false,
            heading: 0,
        }
    }

    /// Page one and the blocks.
    pub(super) fn body(&mut self) {
        let document = self.document;
        self.first_page();
        self.contents();
        for (at, block) in document.blocks.iter().enumerate() {
            self.at = at;
            self.block = Some(block.id);
            self.portion.clone_from(&block.portion);
            self.mark(&block.place);
            self.content(block);
        }
        (self.block, self.portion) = (None, None);
        self.list = None;
    }

    /// Draws something else in the place of a piece that is as high.
    pub(super) fn redraw(&mut self, piece: usize, strip: Strip) {
        self.pieces[piece].strip = strip;
    }

    /// Adds a piece below the others.
    pub(super) fn push(&mut self, mut piece: Piece) {
        if let Some(cost) = self.keep.pop_front() {
            piece.break_before = piece.break_before.max(cost);
        }
        piece.on_grid |= std::mem::take(&mut self.pad);
        piece.forced |= std::mem::take(&mut self.force);
        piece.context = self.context;
        piece.block = self.block;
        piece.places.append(&mut self.places);
        self.pieces.push(piece);
    }

    /// What a break above the next pieces costs at least, one after another.
    pub(super) fn keep_with_next(&mut self, costs: &[f32]) {
        self.keep = costs.iter().copied().collect();
    }

    /// The next piece starts on the grid, whatever the heights of the pieces above.
    pub(super) fn pad_next(&mut self) {
        self.pad = true;
    }

    /// The next piece starts a page, together with the headings that wait for it.
    pub(super) fn new_page(&mut self) {
        match self.pieces.get_mut(self.heading) {
            Some(heading) if self.keep.front() == Some(&FORBIDDEN) => heading.forced = true,
            _ => self.force = true,
        }
    }

    /// The next piece starts a page.
    pub(super) fn force_next(&mut self) {
        self.force = true;
    }

    /// A heading begins with the next piece.
    pub(super) fn begin_heading(&mut self) {
        if self.keep.front() != Some(&FORBIDDEN) {
            self.heading = self.pieces.len();
        }
    }

    /// Names the place of the next piece.
    pub(super) fn mark(&mut self, place: impl Into<String>) {
        self.places.push(place.into());
    }

    /// The pieces that `inside` adds belong to one table or box.
    pub(super) fn within(&mut self, context: Context, inside: impl FnOnce(&mut Self)) {
        self.contexts.push(context);
        self.context = Some(self.contexts.len() - 1);
        inside(self);
        self.context = None;
    }

    /// The pieces added since there were `count` of them.
    pub(super) fn since(&mut self, count: usize) -> &mut [Piece] {
        &mut self.pieces[count..]
    }

    /// The sheet that the next piece stands on.
    pub(super) fn sheet(&self) -> Sheet {
        Sheet::of(self.document).lying(self.landscape)
    }

    /// How high the pieces so far come to stand on one page.
    pub(super) fn height(&self) -> f32 {
        let between = self.pieces.windows(2).map(|pair| pair[0].after.max(pair[1].before));
        self.pieces.iter().map(|piece| piece.height).chain(between).sum()
    }

    /// How many pieces there are.
    pub(super) fn count(&self) -> usize {
        self.pieces.len()
    }

    /// Leading of the note's own lines.
    pub(super) fn line(&self) -> f32 {
        self.scale.leading(LINE) * self.pitch
    }

    /// Space above a heading or below a box.
    pub(super) fn spacing(&self, usual: f32, tight: f32) -> f32 {
        match self.spacing {
            Spacing::Usual => usual,
            Spacing::Tight => tight,
        }
    }

    /// Adds a bookmark; level 2 stands below the last of level 1.
    pub(super) fn bookmark(&mut self, level: u8, title: impl Into<String>, destination: impl Into<String>) {
        let entry =
            OutlineEntry { title: title.into(), destination: destination.into(), children: Vec::new() };
        match self.outline.last_mut() {
            Some(parent) if level > 1 => parent.children.push(entry),
            _ => self.outline.push(entry),
        }
    }
}
