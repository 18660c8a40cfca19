//! Cuts a paragraph into pieces that can be shaped at one go: one span, one direction, one script, one font.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};

use super::paragraph::Missing;
use super::style::{Direction, Setting, Span};
use crate::fonts::{FontId, Fonts, Traits, is_unseen};

/// A stretch of one span, direction, script and font.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Bytes of the paragraph's text.
    pub(super) range: Range<usize>,
    /// Index of its span.
    pub(super) span: usize,
    /// Bidirectional embedding level; odd ones run right to left.
    pub(super) level: u8,
    /// What decides its glyphs.
    pub(super) traits: Traits,
    /// Points to the font unit.
    pub(super) scale: f32,
    /// Size in points.
    pub(super) size: f32,
    /// Points after each glyph.
    pub(super) tracking: f32,
}

/// The pieces of a paragraph, and what no font can draw.
#[derive(Debug, Clone, Default)]
pub(super) struct Items {
    pub(super) pieces: Vec<Piece>,
    pub(super) missing: Vec<Missing>,
}

pub(super) fn itemise(fonts: &Fonts, text: &str, spans: &[Span], setting: &Setting) -> Items {
    let levels = levels(text, setting.direction);
    let scripts = scripts(text);
    let mut items = Items::default();
    let mut start = 0;
    for (index, span) in spans.iter().enumerate() {
        let mut font = fonts.of(span.style.face);
        for (offset, character) in span.text.char_indices() {
            let at = start + offset;
            let before = span.text[..offset].chars().next_back();
            if let Some(found) = drawing(fonts, span, before, character, font) {
                font = found;
            } else {
                let missing = Missing { character, span: index };
                if !items.missing.contains(&missing) {
                    items.missing.push(missing);
                }
            }
            let level = levels.as_ref().map_or(0, |levels| levels[at].number());
            let script = scripts[at];
            match items.pieces.last_mut() {
                Some(piece)
                    if piece.span == index
                        && piece.level == level
                        && piece.traits.font == font
                        && piece.traits.script == script =>
                {
                    piece.range.end = at + character.len_utf8();
                }
                _ => {
                    items.pieces.push(piece(fonts, setting, span, index, at, character, level, font, script));
                }
            }
        }
        start += span.text.len();
    }
    items
}

#[expect(clippy::too_many_arguments, reason = "each is one of the borders between pieces")]
fn piece(
    fonts: &Fonts,
    setting: &Setting,
    span: &Span,
    index: usize,
    at: usize,
    character: char,
    level: u8,
    font: FontId,
    script: [u8; 4],
) -> Piece {
    let (units, size) = match fonts.get(font) {
        Some(font) => (font.units_per_em(), font.set_size(span.style.size)),
        None => (1000.0, span.style.size),
    };
    Piece {
        range: at..at + character.len_utf8(),
        span: index,
        level,
        traits: Traits {
            font,
            script,
            right_to_left: level % 2 == 1,
            language: span.language.as_ref().unwrap_or(&setting.language).clone(),
            figures: span.style.figures,
            form: span.style.form,
            ligatures: span.style.tracking == 0.0,
        },
        scale: size / units,
        size,
        // Letters that join must not be drawn apart.
        tracking: if script == *b"Arab" { 0.0 } else { span.style.tracking * span.style.size },
    }
}

/// The font for `character`; spaces, marks and joiners stay with the font before them when it has them, so
/// that they do not part a word. None when no font draws it.
fn drawing(
    fonts: &Fonts,
    span: &Span,
    before: Option<char>,
    character: char,
    font: FontId,
) -> Option<FontId> {
    if is_unseen(character) {
        return Some(font);
    }
    // Most characters are ASCII, and looking a script up takes longer than all else here.
    if !character.is_ascii() && character.script() == Script::Inherited {
        let has = |character| fonts.get(font).is_some_and(|font| font.has(character));
        // Shaping draws a letter and its mark by the letter that is both, if there is one.
        let both = before.and_then(|letter| unicode_normalization::char::compose(letter, character));
        if has(character) || both.is_some_and(has) {
            return Some(font);
        }
    }
    fonts.drawing(span.style.face, character)
}

/// Embedding level of each byte; none when everything runs left to right, which is the usual case.
fn levels(text: &str, base: Direction) -> Option<Vec<Level>> {
    let (level, plain) = match base {
        // No character before U+0590 runs right to left or changes direction.
        Direction::LeftToRight => (Level::ltr(), text.chars().all(|character| character < '\u{590}')),
        Direction::RightToLeft => (Level::rtl(), false),
    };
    (!plain).then(|| BidiInfo::new(text, Some(level)).levels)
}

/// ISO 15924 tag of the script at each byte. Digits and punctuation take the script of the letters before
/// them, or of the first letters when there are none before.
fn scripts(text: &str) -> Vec<[u8; 4]> {
    let real = |character: char| {
        if character.is_ascii() {
            return character.is_ascii_alphabetic().then_some(*b"Latn");
        }
        match character.script() {
            Script::Common | Script::Inherited | Script::Unknown => None,
            script => Some(script.as_iso15924_tag().to_be_bytes()),
        }
    };
    let mut current = text.chars().find_map(real).unwrap_or(*b"Latn");
    let mut scripts = Vec::with_capacity(text.len());
    for character in text.chars() {
        current = real(character).unwrap_or(current);
        scripts.resize(scripts.len() + character.len_utf8(), current);
    }
    scripts
}
