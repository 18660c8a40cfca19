//! How wide a line from one place to another would be, in constant time.
//!
//! Text between two clean breaks (spaces, ideographs) is a chunk; chunk widths are summed once. Only lines that
//! start or end within a word need shaping of their own, because a cut changes kerning and ligatures.

use std::ops::Range;

use super::breaks::{Break, Kind};
use super::glyphs::Shaper;

/// The breaks of a paragraph, measured.
#[derive(Debug, Clone)]
pub(super) struct Ruler {
    /// In order; the last one is the end of the text.
    pub(super) breaks: Vec<Break>,
    /// The chunk that each break stands in or ends.
    chunk_of: Vec<usize>,
    /// For a break within a word: from the chunk's start to it, and from it to the chunk's end.
    inner: Vec<Option<(f64, f64)>>,
    chunks: Vec<Chunk>,
}

#[derive(Debug, Clone)]
struct Chunk {
    range: Range<usize>,
    /// Width of everything before it, spaces included.
    start: f64,
    /// Its own width.
    width: f64,
    /// Width of the spaces behind it.
    space: f64,
}

impl Ruler {
    pub(super) fn new(shaper: &Shaper, breaks: Vec<Break>) -> Self {
        let mut ruler = Self {
            chunk_of: Vec::with_capacity(breaks.len()),
            inner: Vec::with_capacity(breaks.len()),
            chunks: Vec::new(),
            breaks,
        };
        let (mut from, mut start) = (0, 0.0);
        for place in &ruler.breaks {
            ruler.chunk_of.push(ruler.chunks.len());
            if matches!(place.kind, Kind::Between | Kind::Forced) {
                let width = shaper.width(from..place.end, false);
                let space = shaper.width(place.end..place.next, false);
                ruler.chunks.push(Chunk { range: from..place.end, start, width, space });
                start += width + space;
                from = place.next;
            }
        }
        for (index, place) in ruler.breaks.iter().enumerate() {
            let chunk = &ruler.chunks[ruler.chunk_of[index]].range;
            ruler.inner.push(match place.kind {
                Kind::Between | Kind::Forced => None,
                Kind::Within | Kind::Hyphenated => Some((
                    shaper.width(chunk.start..place.end, place.kind == Kind::Hyphenated),
                    shaper.width(place.next..chunk.end, false),
                )),
            });
        }
        ruler
    }

    /// Where the line after break `from` starts; none means the start of the text.
    pub(super) fn start(&self, from: Option<usize>) -> usize {
        from.map_or(0, |from| self.breaks[from].next)
    }

    /// Width of the line after break `from` up to break `to`, without the space at its end, with its hyphen.
    pub(super) fn width(&self, shaper: &Shaper, from: Option<usize>, to: usize) -> f64 {
        let last = self.chunk_of[to];
        let (first, head) = match from.map(|from| (self.chunk_of[from], self.inner[from])) {
            None => (0, 0.0),
            Some((chunk, None)) => (chunk + 1, 0.0),
            Some((chunk, Some(_))) if chunk == last => {
                let range = self.start(from)..self.breaks[to].end;
                return shaper.width(range, self.breaks[to].kind == Kind::Hyphenated);
            }
            Some((chunk, Some((_, tail)))) => (chunk + 1, tail + self.chunks[chunk].space),
        };
        let whole = self.chunks[last].start - self.chunks[first].start;
        head + whole + self.inner[to].map_or(self.chunks[last].width, |(part, _)| part)
    }
}
