//! A page of contents for a note that is long enough to be searched: headings with their pages, each a link.

use super::break_costs::KEPT;
use super::builder::Builder;
use super::galley::{Piece, Strip};
use super::set::Spans;
use super::sheet::{LINE, TEXT, TEXT_END, label, sans};
use crate::document::{Content, Document, Inline};
use crate::layout::blocks::words;
use crate::page::{ElementKind, LinkTarget, Structure};
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

impl Builder<'_> {
    /// Contents, if the pass before made a long note, or it is sure to become one.
    pub(super) fn contents(&mut self) {
        if !self.long && !self.is_long(&self.numbers) {
            return;
        }
        self.prints_pages = true;
        let document = self.document;
        let mut entries: Vec<(u8, String, String)> = Vec::new();
        for block in &document.blocks {
            if let Content::Heading { level, text } = &block.content {
                let portion = block.portion.iter().map(|portion| format!("{portion} "));
                entries.push((*level, portion.chain([words(text)]).collect(), block.place.clone()));
            }
        }
        entries.extend(self.annex_titles().into_iter().map(|(place, title)| (1, title, place.to_owned())));
        self.new_page();
        self.mark("contents");
        self.heading(1, &[Inline::words(self.words.get(Phrase::Contents))], "contents");
        let contents = self.structure.add(Structure::ROOT, ElementKind::Contents);
        for (index, (level, words, place)) in entries.iter().enumerate() {
            self.contents_entry(contents, *level, words, place, index == 0);
        }
        self.force_next();
    }

    /// Whether the note is long, by the pages of its places.
    pub(super) fn is_long(&self, numbers: &BTreeMap<String, usize>) -> bool {
        // The annexes are looked up from the text, not from here; and the list itself does not make the note long.
        let annexes = self.annex_titles();
        let annex = annexes.first().and_then(|(place, _)| numbers.get(*place)).copied().unwrap_or_default();
        let itself = usize::from(numbers.contains_key("contents"));
        annex > LONG + 1 + itself
    }

    fn contents_entry(
        &mut self,
        contents: crate::page::ElementId,
        level: u8,
        words: &str,
        place: &str,
        first: bool,
    ) {
        let item = self.structure.add(contents, ElementKind::ContentsItem);
        let (style, left) = if level <= 1 { (label(10.5), TEXT) } else { (sans(10.5), TEXT + INDENT) };
        let page = self.numbers.get(place).copied().unwrap_or(1);
        let target = LinkTarget::Place(place.to_owned());
        let spoken = self.words.with(Phrase::TitleOnPage, &[("title", &words), ("page", &page)]);
        let link = |text: String| Span::new(text, style).linked(target.clone(), spoken.clone());
        let title = self.plain_text(Spans::default().span(link(words.to_owned())));
        let number = self.plain_text(Spans::default().span(link(page.to_string())));
        let (title_tags, number_tags) = (self.tags(&title, item), self.tags(&number, item));
        let line_height = LINE * self.pitch;
        let mut strip = Strip::default();
        let lines = title.lines(TEXT_END - left - NUMBERS);
        let height = line_height * lines.len() as f32;
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            let base = baseline(line_height) + line_height * index as f32;
            strip.line(line, left, base, line_height, &title_tags);
            if index == last {
                for number in number.lines(f32::MAX) {
                    let left = TEXT_END - number.width;
                    strip.line(number, left, base, line_height, &number_tags);
                }
            }
        }
        let before = if level <= 1 && !first { 6.0 } else { 0.0 };
        self.push(Piece::new(strip, height).spaced(before, 0.0).breaking(if level > 1 { KEPT } else { 0.0 }));
    }
}
