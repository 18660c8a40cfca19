//! The fonts a note is set in, each parsed once, and which of them draws a character.
//!
//! Bundled on purpose: the same note must give the same bytes on every machine, and no font may be fetched.

mod face;
mod outline;
mod shape;

pub use face::Face;
pub(crate) use outline::Step;
pub(crate) use shape::{Shaped, Traits, is_unseen};

use std::fmt;
use std::sync::{Arc, OnceLock};

use harfrust::font::Font as Parsed;
use shape::ShapeCache;

/// Name of a font within [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(u16);

impl FontId {
    /// Its place in [`Fonts::iter`].
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of fonts. Cloning is cheap: clones share fonts and cache.
#[derive(Clone)]
pub struct Fonts(Arc<Shelf>);

struct Shelf {
    fonts: Vec<Font>,
    shapes: ShapeCache,
}

impl Fonts {
    /// The fonts that come with the program, parsed at the first call.
    #[must_use]
    pub fn bundled() -> Self {
        static BUNDLED: OnceLock<Fonts> = OnceLock::new();
        BUNDLED
            .get_or_init(|| {
                let fonts = face::BUNDLED.iter().filter_map(|(name, bytes)| Font::new(name, bytes)).collect();
                Self(Arc::new(Shelf { fonts, shapes: ShapeCache::default() }))
            })
            .clone()
    }

    /// All fonts, by [`FontId::index`].
    pub fn iter(&self) -> impl Iterator<Item = (FontId, &Font)> {
        (0..).map(FontId).zip(&self.0.fonts)
    }

    /// The font called `id`; none when it belongs to another set.
    #[must_use]
    pub fn get(&self, id: FontId) -> Option<&Font> {
        self.0.fonts.get(id.index())
    }

    /// The font that draws `character` in text of this face: the face's own, else the first of its
    /// substitutes that has it. None means that the character cannot be printed.
    #[must_use]
    pub fn drawing(&self, face: Face, character: char) -> Option<FontId> {
        face.chain()
            .iter()
            .map(|&index| FontId(index))
            .find(|&id| self.get(id).is_some_and(|font| font.has(character)))
    }

    /// The face's own font.
    #[must_use]
    pub fn of(&self, face: Face) -> FontId {
        FontId(face.chain()[0])
    }

    /// The glyphs of `text`, which must be of one font, script and direction.
    pub(crate) fn shape(&self, text: &str, traits: &Traits) -> Arc<Shaped> {
        self.0.shapes.shape(self, text, traits)
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.0.fonts.iter().map(|font| &font.name)).finish()
    }
}

/// One font.
pub struct Font {
    /// PostScript name, for example `SourceSerif4-Regular`.
    pub name: String,
    bytes: &'static [u8],
    parsed: Parsed,
    units_per_em: f32,
    /// How much larger it is set, so that it looks as large as the Latin beside it.
    enlarged: f32,
}

impl Font {
    fn new(name: &str, bytes: &'static [u8]) -> Option<Self> {
        let parsed = Parsed::new(harfrust::font::Blob::from(bytes), 0)?;
        let units_per_em = f32::from(parsed.units_per_em());
        // Body text of 12 points has Arabic of 13 beside it.
        let enlarged = if name.starts_with("NotoNaskh") { 13.0 / 12.0 } else { 1.0 };
        Some(Self { name: name.to_owned(), bytes, parsed, units_per_em, enlarged })
    }

    /// The font file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes
    }

    /// Font units to the em.
    #[must_use]
    pub fn units_per_em(&self) -> f32 {
        self.units_per_em
    }

    /// The size it is set in where the style says `size`.
    #[must_use]
    pub fn set_size(&self, size: f32) -> f32 {
        size * self.enlarged
    }

    /// Weight as OpenType counts it: 400 is regular, 600 semibold.
    #[must_use]
    pub fn weight(&self) -> u16 {
        self.parsed.default_attributes().weight.value().round() as u16
    }

    /// Glyph and advance, in font units, of the space.
    fn blank(&self) -> (u16, i32) {
        let glyph = self.parsed.charmap().map_unicode(' ').unwrap_or_default();
        let advance = self.parsed.glyph_metrics().h_advance(glyph).round() as i32;
        (u16::try_from(glyph.to_u32()).unwrap_or_default(), advance)
    }

    pub(crate) fn has(&self, character: char) -> bool {
        self.parsed.charmap().map_unicode(character).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Face, Fonts};

    #[test]
    fn every_face_has_its_own_font() {
        let fonts = Fonts::bundled();
        let name = |face| fonts.get(fonts.of(face)).map(|font| font.name.as_str());
        assert_eq!(name(Face::Serif), Some("SourceSerif4-Regular"));
        assert_eq!(name(Face::Display), Some("SourceSerif4Display-Semibold"));
        assert_eq!(name(Face::SansBold), Some("SourceSans3-Bold"));
        assert_eq!(fonts.iter().count(), 12);
        let drawn = |face, letter| fonts.drawing(face, letter).and_then(|id| fonts.get(id)).is_some();
        assert!(
            [Face::Serif, Face::SansBold].into_iter().all(|face| "яωñعש".chars().all(|it| drawn(face, it)))
        );
    }
}
