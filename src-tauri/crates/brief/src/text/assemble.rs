//! Puts a line's glyphs in the order in which they are painted.

use std::ops::Range;
use std::sync::Arc;

use super::breaks::{Break, Kind};
use super::glyphs::{Shaper, Word};
use super::line::{Line, LineRun};
use super::style::{Link, Span};
use crate::page::{Glyph, GlyphRun, Point};

/// What a copy gets for a hyphen that is not in the text.
const SOFT_HYPHEN: char = '\u{AD}';

/// The line from byte `start` to break `place`.
pub(super) fn line(
    shaper: &Shaper,
    spans: &[Span],
    links: &[Option<Arc<Link>>],
    base_level: u8,
    start: usize,
    place: &Break,
) -> Line {
    let hyphenated = place.kind == Kind::Hyphenated;
    let mut words: Vec<(Word, u8)> = shaper
        .words(start..place.end, hyphenated)
        .into_iter()
        .map(|word| (shaper.pieces[word.piece].level, word))
        .map(|(level, word)| (word, level))
        .collect();
    let width = width(shaper, &words);
    let seen = words.len();
    let spaces = shaper.text[place.end..place.next].find(|character: char| character.is_control());
    let spaces = place.end..spaces.map_or(place.next, |at| place.end + at);
    // The space at the end is painted, so that copied text keeps its words apart, but takes no room; rule L1
    // of the bidirectional algorithm puts it at the paragraph's far side.
    words.extend(shaper.words(spaces, false).into_iter().map(|word| (word, base_level)));
    let trailing = words[seen..].iter().map(|(word, _)| shaper.word_width(word)).sum::<f32>();
    let left = if base_level % 2 == 1 { -trailing } else { 0.0 };
    let runs = paint(shaper, spans, links, &words, seen, left, hyphenated);
    Line { runs, width, source: start..place.next, hyphenated }
}

/// Width of the visible words; letter spacing does not count after the last glyph.
fn width(shaper: &Shaper, words: &[(Word, u8)]) -> f32 {
    let sum: f32 = words.iter().map(|(word, _)| shaper.word_width(word)).sum();
    sum - words.last().map_or(0.0, |(word, _)| shaper.pieces[word.piece].tracking)
}

fn paint(
    shaper: &Shaper,
    spans: &[Span],
    links: &[Option<Arc<Link>>],
    words: &[(Word, u8)],
    seen: usize,
    left: f32,
    hyphenated: bool,
) -> Vec<LineRun> {
    let mut runs: Vec<LineRun> = Vec::new();
    let mut last: Option<(usize, u8, Range<usize>)> = None;
    let mut x = left;
    for index in visual_order(words) {
        let (word, level) = &words[index];
        let piece = &shaper.pieces[word.piece];
        let trailing = index >= seen;
        let hyphen = hyphenated && index + 1 == seen;
        let joins = !trailing
            && !hyphen
            && last.as_ref().is_some_and(|(before, before_level, range)| {
                let before = &shaper.pieces[*before];
                let touching = if level % 2 == 0 {
                    range.end == word.range.start
                } else {
                    word.range.end == range.start
                };
                before.span == piece.span
                    && before.traits.font == piece.traits.font
                    && before_level == level
                    && touching
            });
        if !joins {
            let span = &spans[piece.span];
            runs.push(LineRun {
                span: piece.span,
                glyphs: GlyphRun {
                    font: piece.traits.font,
                    size: piece.size,
                    colour: span.style.colour,
                    origin: Point::new(x, 0.0),
                    glyphs: Vec::new(),
                    text: String::new(),
                    language: Some(piece.traits.language.clone()),
                    actual_text: None,
                },
                link: if trailing { None } else { links[piece.span].clone() },
            });
        }
        let Some(run) = runs.last_mut() else { continue };
        if let Some(actual) = spans[piece.span].actual_text.as_ref().filter(|_| !trailing) {
            // Said once, where the span starts; its other runs say nothing.
            let said = run.glyphs.actual_text.get_or_insert_default();
            if starts_span(shaper, word) {
                said.clone_from(actual);
            }
        }
        append(shaper, &mut run.glyphs, word, *level, hyphen, x);
        x += shaper.word_width(word);
        last = (!trailing && !hyphen).then(|| {
            let start = last.filter(|_| joins).map_or(word.range.clone(), |(_, _, range)| range);
            (word.piece, *level, start.start.min(word.range.start)..start.end.max(word.range.end))
        });
    }
    // All lines are kept until the pages are written: room to grow in each adds up to megabytes.
    for LineRun { glyphs, .. } in &mut runs {
        glyphs.glyphs.shrink_to_fit();
        glyphs.text.shrink_to_fit();
    }
    runs.shrink_to_fit();
    runs
}

/// Whether a word is the first of its span.
fn starts_span(shaper: &Shaper, word: &Word) -> bool {
    let piece = &shaper.pieces[word.piece];
    let first = word.piece == 0 || shaper.pieces[word.piece - 1].span != piece.span;
    first && word.range.start == piece.range.start
}

/// Adds a word's glyphs at `x`. The characters of a right-to-left run come before those that it has: it is
/// painted from its end.
fn append(shaper: &Shaper, run: &mut GlyphRun, word: &Word, level: u8, hyphen: bool, x: f32) {
    let piece = &shaper.pieces[word.piece];
    let text = &shaper.text[word.range.clone()];
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let backwards = level % 2 == 1;
    let base = if backwards { 0 } else { u32::try_from(run.text.len()).unwrap_or(u32::MAX) };
    if backwards {
        for glyph in &mut run.glyphs {
            glyph.text.start += length;
            glyph.text.end += length;
        }
        run.text.insert_str(0, text);
    } else {
        run.text.push_str(text);
    }
    let first = run.glyphs.len();
    let mut starts: Vec<u32> = word.shaped.glyphs.iter().map(|glyph| glyph.cluster.min(length)).collect();
    starts.sort_unstable();
    let mut pen = x - run.origin.x;
    let mut previous = None;
    for glyph in &word.shaped.glyphs {
        let cluster = glyph.cluster.min(length);
        let end = starts.iter().copied().find(|&start| start > cluster).unwrap_or(length);
        // All of a cluster's characters belong to its first glyph.
        let range = if previous == Some(cluster) { cluster..cluster } else { cluster..end };
        previous = Some(cluster);
        let advance = glyph.advance as f32 * piece.scale + piece.tracking;
        run.glyphs.push(Glyph {
            id: glyph.id,
            x: pen + glyph.x_offset as f32 * piece.scale,
            y: glyph.y_offset as f32 * piece.scale,
            advance,
            text: base + range.start..base + range.end,
        });
        pen += advance;
    }
    if hyphen {
        // Behind the letters as they are read, wherever it is seen.
        let behind = u32::try_from(text.trim_end_matches(SOFT_HYPHEN).len()).unwrap_or(u32::MAX);
        let at = word.shaped.glyphs.iter().rposition(|glyph| glyph.cluster >= behind);
        mark_hyphen(run, at.map_or(run.glyphs.len().saturating_sub(1), |at| first + at));
    }
}

/// Says that the run's glyph at `at`, a hyphen, is not in the text.
fn mark_hyphen(run: &mut GlyphRun, at: usize) {
    while run.text.ends_with(SOFT_HYPHEN) {
        run.text.pop();
    }
    let start = u32::try_from(run.text.len()).unwrap_or(u32::MAX);
    run.text.push(SOFT_HYPHEN);
    let end = u32::try_from(run.text.len()).unwrap_or(u32::MAX);
    if let Some(glyph) = run.glyphs.get_mut(at) {
        glyph.text = start..end;
    }
}

/// Indices of `words` from left to right: rule L2 of the Unicode bidirectional algorithm.
fn visual_order(words: &[(Word, u8)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..words.len()).collect();
    let highest = words.iter().map(|(_, level)| *level).max().unwrap_or_default();
    let lowest_odd = words.iter().map(|(_, level)| *level).filter(|level| level % 2 == 1).min();
    let Some(lowest_odd) = lowest_odd else { return order };
    for level in (lowest_odd..=highest).rev() {
        let mut start = 0;
        while start < order.len() {
            if words[order[start]].1 < level {
                start += 1;
                continue;
            }
            let length = order[start..].iter().take_while(|&&index| words[index].1 >= level).count();
            order[start..start + length].reverse();
            start += length;
        }
    }
    order
}
