//! A list of contents for a note that is long enough to be searched: headings with their pages, each a link.

use super::break_costs::{FORBIDDEN, KEPT};
use super::builder::Builder;
use super::galley::{Piece, Strip};
use super::set::Spans;
use super::sheet::{LINE, Sheet, label, sans};
use crate::document::{Content, Document, Inline};
use crate::layout::blocks::words;
use crate::page::{ElementId, ElementKind, LinkTarget, Structure, Tag};
use crate::text::{Span, baseline};
use crate::words::Phrase;
use std::collections::BTreeMap;

/// A note whose body has more pages than this has one.
const LONG: usize = 8;
/// Indent of what stands below a heading, and room for the page numbers.
const INDENT: f32 = 14.0;
const NUMBERS: f32 = 30.0;

/// So many characters of running text are some twenty pages.
const SURELY: usize = 60_000;

/// Whether the note is long whatever its pages come to be, so that it need not be laid out once to find that out.
pub(super) fn surely_long(document: &Document) -> bool {
    let texts = document.blocks.iter().flat_map(|block| match &block.content {
        Content::Paragraph { lead, text, .. } => vec![lead, text],
        Content::Bullets(items) => items.iter().collect(),
        _ => Vec::new(),
    });
    texts.map(|text| words(text).len()).sum::<usize>() > SURELY
}

/// A heading in the list of contents, and the piece that shows it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    piece: usize,
    level: u8,
    words: String,
    place: String,
    /// Of the heading and of its page.
    tags: (Tag, Tag),
}

impl Builder<'_> {
    /// Contents, if the pass before made a long note, or it is sure to become one.
    pub(super) fn contents(&mut self) {
        if !self.long && !self.is_long(&self.numbers) {
            return;
        }
        let document = self.document;
        let mut entries: Vec<(u8, String, String)> = Vec::new();
        for block in &document.blocks {
            if let Content::Heading { level, text } = &block.content {
                let portion = block.portion.iter().map(|portion| format!("{portion} "));
                entries.push((*level, portion.chain([words(text)]).collect(), block.place.clone()));
            }
        }
        entries.extend(self.annex_titles().into_iter().map(|(place, title)| (1, title, place.to_owned())));
        let start = self.count();
        self.mark("contents");
        self.heading(1, &[Inline::words(self.words.get(Phrase::Contents))], "contents");
        let contents = self.structure.add(Structure::ROOT, ElementKind::Contents);
        for (index, (level, words, place)) in entries.iter().enumerate() {
            self.contents_entry(contents, *level, words, place, index == 0);
        }
        self.place_contents(start);
    }

    /// On page one where there is room for all of it, otherwise on pages of its own.
    fn place_contents(&mut self, start: usize) {
        let room = Sheet::of(self.document).capacity(0);
        let fits = self.height() <= room;
        for (index, piece) in self.since(start).iter_mut().enumerate() {
            if fits {
                piece.break_before = FORBIDDEN;
            }
            piece.forced |= index == 0 && !fits;
        }
        if !fits {
            self.force_next();
        }
    }

    /// Whether there is a list of contents.
    pub(super) fn has_contents(&self) -> bool {
        !self.listed.is_empty()
    }

    /// Whether the note is long, by the pages of its places.
    pub(super) fn is_long(&self, numbers: &BTreeMap<String, usize>) -> bool {
        // The annexes are looked up from the text, not from here; and the list itself does not make the note long.
        let annexes = self.annex_titles();
        let annex = annexes.first().and_then(|(place, _)| numbers.get(*place)).copied().unwrap_or_default();
        let itself = usize::from(numbers.get("contents").is_some_and(|page| *page > 1));
        annex > LONG + 1 + itself
    }

    fn contents_entry(&mut self, contents: ElementId, level: u8, words: &str, place: &str, first: bool) {
        let item = self.structure.add(contents, ElementKind::ContentsItem);
        let mut tag = || Tag::Element(self.structure.add(item, ElementKind::Link));
        let tags = (tag(), tag());
        let (words, place) = (words.to_owned(), place.to_owned());
        let entry = Entry { piece: self.count(), level, words, place, tags };
        let (strip, height) = self.contents_line(&entry);
        let before = if level <= 1 && !first { 6.0 } else { 0.0 };
        self.push(Piece::new(strip, height).spaced(before, 0.0).breaking(if level > 1 { KEPT } else { 0.0 }));
        self.listed.push(entry);
    }

    /// The heading and its page, drawn. The page has room of its own, so that it changes neither lines nor height.
    fn contents_line(&mut self, entry: &Entry) -> (Strip, f32) {
        let (style, left) = if entry.level <= 1 {
            (label(10.5), self.scale.text)
        } else {
            (sans(10.5), self.scale.text + INDENT)
        };
        let page = self.numbers.get(&entry.place).copied().unwrap_or(1);
        let target = LinkTarget::Place(entry.place.clone());
        let spoken = self.words.with(Phrase::TitleOnPage, &[("title", &entry.words), ("page", &page)]);
        let link = |text: String| Span::new(text, style).linked(target.clone(), spoken.clone());
        let title = self.plain_text(Spans::default().span(link(entry.words.clone())));
        let number = self.plain_text(Spans::default().span(link(page.to_string())));
        let line_height = self.scale.leading(LINE) * title.pitch;
        let mut strip = Strip::default();
        let lines = title.lines(self.scale.text_end() - left - NUMBERS);
        let height = line_height * lines.len() as f32;
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            let base = baseline(line_height) + line_height * index as f32;
            strip.line(line, left, base, line_height, &[entry.tags.0]);
            if index == last {
                for number in number.lines(f32::MAX) {
                    let left = self.scale.text_end() - number.width;
                    strip.line(number, left, base, line_height, &[entry.tags.1]);
                }
            }
        }
        (strip, height)
    }

    /// Draws the pages of the list anew, now that they are known better.
    pub(super) fn renumber_contents(&mut self) {
        for entry in std::mem::take(&mut self.listed) {
            let (strip, _) = self.contents_line(&entry);
            self.redraw(entry.piece, strip);
            self.listed.push(entry);
        }
    }
}
