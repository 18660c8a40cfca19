//! Shaping: characters to positioned glyphs, remembered word by word.
//!
//! Words repeat within a note and paragraphs are broken again and again while a table looks for its widths,
//! so the cache makes both nearly free. Widths are in font units: one entry serves every size.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use harfrust::{Buffer, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

use super::{Font, FontId, Fonts};
use crate::text::{Figures, Form, Language};

/// What decides, besides the characters, which glyphs come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Traits {
    pub(crate) font: FontId,
    /// ISO 15924 tag, for example `Latn`.
    pub(crate) script: [u8; 4],
    pub(crate) right_to_left: bool,
    pub(crate) language: Language,
    pub(crate) figures: Figures,
    pub(crate) form: Form,
    /// Letter-spaced text takes no ligatures.
    pub(crate) ligatures: bool,
}

/// Glyphs in painting order, left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Shaped {
    pub(crate) glyphs: Vec<ShapedGlyph>,
    /// Sum of the advances, font units.
    pub(crate) advance: i32,
}

/// One glyph; lengths in font units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ShapedGlyph {
    pub(crate) id: u16,
    pub(crate) advance: i32,
    pub(crate) x_offset: i32,
    pub(crate) y_offset: i32,
    /// Byte offset of the first character that it stands for.
    pub(crate) cluster: u32,
}

/// Beyond this many words the cache starts anew, so that a long session cannot grow it without end.
const CAPACITY: usize = 60_000;

#[derive(Default)]
pub(super) struct ShapeCache(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    groups: Vec<Group>,
    words: usize,
    buffer: Buffer,
}

/// All words of the same traits, with the shaping plan they share.
struct Group {
    traits: Traits,
    plan: ShapePlan,
    features: Vec<Feature>,
    shapes: HashMap<Box<str>, Arc<Shaped>>,
}

impl ShapeCache {
    /// The glyphs of `text`, which must be of one font, script and direction; nothing for an unknown font.
    pub(super) fn shape(&self, fonts: &Fonts, text: &str, traits: &Traits) -> Arc<Shaped> {
        let Some(font) = fonts.get(traits.font) else { return Arc::default() };
        // A poisoned cache still holds only whole entries.
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Remembered { groups, words, buffer } = &mut *remembered;
        if *words > CAPACITY {
            groups.clear();
            *words = 0;
        }
        let index = groups.iter().position(|group| group.traits == *traits).unwrap_or_else(|| {
            groups.push(Group::new(font, traits));
            groups.len() - 1
        });
        let group = &mut groups[index];
        if let Some(known) = group.shapes.get(text) {
            return Arc::clone(known);
        }
        let shaped = Arc::new(group.shape(font, buffer, text));
        group.shapes.insert(text.into(), Arc::clone(&shaped));
        *words += 1;
        shaped
    }
}

impl Group {
    fn new(font: &Font, traits: &Traits) -> Self {
        let features = features(traits);
        let plan = ShapePlan::new(
            &font.parsed,
            direction(traits),
            Script::from_iso15924_tag(Tag::new(&traits.script)),
            harfrust::Language::new(traits.language.tag()).as_ref(),
            &features,
        );
        Self { traits: traits.clone(), plan, features, shapes: HashMap::new() }
    }

    fn shape(&self, font: &Font, buffer: &mut Buffer, text: &str) -> Shaped {
        buffer.reset();
        buffer.push_str(text);
        buffer.set_direction(direction(&self.traits));
        buffer.set_script(Script::from_iso15924_tag(Tag::new(&self.traits.script)));
        buffer.set_language(harfrust::Language::new(self.traits.language.tag()));
        let options = ShapeOptions::new().plan(Some(&self.plan)).features(&self.features);
        if harfrust::shape(&ShaperFont::new(&font.parsed), buffer, options).is_err() {
            return Shaped::default();
        }
        let glyphs: Vec<ShapedGlyph> = buffer
            .glyph_infos()
            .iter()
            .zip(buffer.glyph_positions())
            .map(|(info, position)| ShapedGlyph {
                id: u16::try_from(info.glyph_id).unwrap_or_default(),
                advance: position.x_advance,
                x_offset: position.x_offset,
                y_offset: position.y_offset,
                cluster: info.cluster,
            })
            .map(|glyph| blanked(font, text, glyph))
            .collect();
        let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
        Shaped { glyphs, advance }
    }
}

/// Tabs, controls and rare spaces have no glyph in most fonts: a blank stands for them, not a box.
fn blanked(font: &Font, text: &str, glyph: ShapedGlyph) -> ShapedGlyph {
    let character = text.get(glyph.cluster as usize..).and_then(|rest| rest.chars().next());
    match character {
        Some(character) if glyph.id == 0 && is_unseen(character) => {
            let (id, advance) = font.blank();
            ShapedGlyph { id, advance: if character.is_whitespace() { advance } else { 0 }, ..glyph }
        }
        _ => glyph,
    }
}

/// Spaces, controls, default ignorables and what is no character: nothing is drawn for them, so no font need have them.
pub(crate) fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            // What stands for an object that was not copied, and what Unicode says is no character.
            | '\u{FFF9}'..='\u{FFFC}' | '\u{FFFE}' | '\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}')
}

fn direction(traits: &Traits) -> Direction {
    if traits.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Lining figures everywhere; the rest as the style asks.
fn features(traits: &Traits) -> Vec<Feature> {
    let on = |tag: &[u8; 4], value| Feature::new(Tag::new(tag), value, ..);
    let figures = match traits.figures {
        Figures::Proportional => on(b"pnum", 1),
        Figures::Tabular => on(b"tnum", 1),
    };
    let mut features = vec![on(b"lnum", 1), figures];
    match traits.form {
        Form::Plain => {}
        Form::SmallCapitals => features.push(on(b"c2sc", 1)),
        Form::Superior => features.push(on(b"sups", 1)),
    }
    if !traits.ligatures {
        features.push(on(b"liga", 0));
    }
    features
}
