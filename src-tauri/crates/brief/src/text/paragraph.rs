//! A paragraph: styled text, itemised and measured once, ready to be broken to any measure.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::assemble;
use super::breaks::{self, Break, Kind};
use super::fit;
use super::glyphs::Shaper;
use super::itemise::{self, Items};
use super::line::Line;
use super::measure::Measure;
use super::ruler::Ruler;
use super::style::{Direction, Link, Setting, Span};
use crate::fonts::Fonts;

/// Text that can be broken into lines of any width, cheaply and again and again.
#[derive(Debug, Clone)]
pub struct Paragraph {
    shaper: Shaper,
    spans: Vec<Span>,
    links: Vec<Option<Arc<Link>>>,
    setting: Setting,
    ruler: Ruler,
    missing: Vec<Missing>,
}

/// A character that no font can draw. The export stops and names it; it is never printed as a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// Index of the span that it stands in.
    pub span: usize,
}

/// Below this measure running text is hyphenated only where a word does not fit.
const NARROW: f32 = 100.0;
/// A stretch longer than this many characters without a break is a hash or the like: it can be cut anywhere,
/// so it sets no minimum width beyond that of its first few characters.
const CUTTABLE: usize = 28;
const CUT: usize = 8;

impl Paragraph {
    /// Itemises, shapes and measures `spans`.
    #[must_use]
    pub fn new(fonts: &Fonts, spans: &[Span], setting: &Setting) -> Self {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let setting = &setting.for_text(&text);
        let Items { pieces, missing } = itemise::itemise(fonts, &text, spans, setting);
        let breaks = breaks::find(&text, spans, setting);
        let shaper = Shaper { fonts: fonts.clone(), text, pieces };
        let ruler = Ruler::new(&shaper, breaks);
        let links = spans.iter().map(|span| span.link.clone().map(Arc::new)).collect();
        Self { shaper, spans: spans.to_vec(), links, setting: setting.clone(), ruler, missing }
    }

    /// Whether it is these spans, set so in these fonts.
    #[must_use]
    pub fn is_set(&self, fonts: &Fonts, spans: &[Span], setting: &Setting) -> bool {
        self.spans == spans
            && self.setting == setting.for_text(&self.shaper.text)
            && self.shaper.fonts.are(fonts)
    }

    /// The characters of all spans, one after another.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.shaper.text
    }

    /// Byte range in [`Self::text`] of span `span`.
    #[must_use]
    pub fn span_range(&self, span: usize) -> Range<usize> {
        let start = self.spans.iter().take(span).map(|span| span.text.len()).sum();
        start..start + self.spans.get(span).map_or(0, |span| span.text.len())
    }

    /// Characters that no font can draw, each once per span.
    #[must_use]
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Width of the widest line when lines end only at line feeds.
    #[must_use]
    pub fn natural_width(&self) -> f32 {
        self.widest(|place| place.kind == Kind::Forced)
    }

    /// Width of the widest stretch that may not be broken: no column should be narrower. Hyphenation does not
    /// count, and of a hash, which can be cut anywhere, only the first few characters do.
    #[must_use]
    pub fn min_width(&self) -> f32 {
        let mut from = None;
        let mut widest: f64 = 0.0;
        for (to, place) in self.ruler.breaks.iter().enumerate() {
            if place.kind == Kind::Hyphenated {
                continue;
            }
            let stretch = &self.shaper.text[self.ruler.start(from)..place.end];
            let cut = stretch.char_indices().nth(CUT).map(|(at, _)| at);
            widest = widest.max(match cut {
                Some(cut) if is_cuttable(stretch) => {
                    let start = self.ruler.start(from);
                    self.shaper.width(start..start + cut, false)
                }
                _ => self.ruler.width(&self.shaper, from, to),
            });
            from = Some(to);
        }
        widest as f32
    }

    /// The lines that look best together; an empty paragraph has one empty line. No line is wider than the
    /// measure unless a single character is.
    #[must_use]
    pub fn lines(&self, measure: &Measure) -> Vec<Line> {
        let ruler = self.ruler_for(measure);
        let base = u8::from(self.setting.direction == Direction::RightToLeft);
        let mut start = 0;
        let ends = fit::fit(&ruler, &self.shaper, measure, self.setting.rag);
        let lines = ends.into_iter().map(|end| {
            let place = &ruler.breaks[end];
            let line = assemble::line(&self.shaper, &self.spans, &self.links, base, start, place);
            start = place.next;
            line
        });
        lines.collect()
    }

    /// How many lines [`Self::lines`] would give, without building them.
    #[must_use]
    pub fn line_count(&self, measure: &Measure) -> usize {
        fit::fit(&self.ruler_for(measure), &self.shaper, measure, self.setting.rag).len()
    }

    fn widest(&self, counts: impl Fn(&Break) -> bool) -> f32 {
        let mut from = None;
        let mut widest: f64 = 0.0;
        for (to, place) in self.ruler.breaks.iter().enumerate() {
            if counts(place) {
                widest = widest.max(self.ruler.width(&self.shaper, from, to));
                from = Some(to);
            }
        }
        widest as f32
    }

    /// The breaks that this measure allows: without hyphens where it is narrow, with more of them where a
    /// word does not fit.
    fn ruler_for(&self, measure: &Measure) -> Cow<'_, Ruler> {
        let narrowest = measure.narrowest();
        let fits = |width: f64| width <= f64::from(narrowest) + fit::TOLERANCE;
        let hyphens = narrowest >= NARROW;
        let allowed = |place: &&Break| hyphens || !is_discretionary(&self.shaper.text, place);
        let mut from = None;
        let mut added: Vec<Break> = Vec::new();
        for (to, place) in self.ruler.breaks.iter().enumerate() {
            if allowed(&place) {
                if !fits(self.ruler.width(&self.shaper, from, to)) {
                    let stretch = self.ruler.start(from)..place.end;
                    added.extend(self.emergency(stretch, place.kind, &fits));
                }
                from = Some(to);
            }
        }
        if added.is_empty() && self.ruler.breaks.iter().all(|place| allowed(&place)) {
            return Cow::Borrowed(&self.ruler);
        }
        added.extend(self.ruler.breaks.iter().filter(allowed));
        added.sort_by_key(|place| place.next);
        added.dedup_by_key(|place| place.next);
        Cow::Owned(Ruler::new(&self.shaper, added))
    }

    fn emergency(&self, stretch: Range<usize>, end: Kind, fits: &impl Fn(f64) -> bool) -> Vec<Break> {
        let piece = self.shaper.pieces.iter().find(|piece| piece.range.end > stretch.start);
        let language = piece.map_or(&self.setting.language, |piece| &piece.traits.language);
        breaks::when_too_wide(&self.shaper.text, stretch, end, language, |part, hyphen| {
            fits(self.shaper.width(part, hyphen))
        })
    }
}

fn is_cuttable(stretch: &str) -> bool {
    stretch.chars().count() > CUTTABLE && !stretch.contains(char::is_whitespace)
}

/// A hyphenation point that the writer did not ask for by a soft hyphen.
fn is_discretionary(text: &str, place: &Break) -> bool {
    place.kind == Kind::Hyphenated && !text[..place.end].ends_with('\u{AD}')
}
