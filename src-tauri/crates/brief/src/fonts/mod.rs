//! The fonts a note is set in, each parsed once, and which of them draws a character.
//!
//! Bundled on purpose: the same note must give the same bytes on every machine, and no font may be fetched. Scripts
//! that the bundled fonts lack are drawn by fonts of the machine, which the caller hands in.

mod face;
mod outline;
mod shape;

pub use face::Face;
pub(crate) use outline::Step;
pub(crate) use shape::{Shaped, Traits, is_unseen};

use std::fmt;
use std::sync::{Arc, OnceLock};

use harfrust::font::{Blob, Font as Parsed};
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
    /// The bundled ones, then those of the machine.
    fonts: Vec<Arc<Font>>,
    shapes: ShapeCache,
}

/// A font of the machine, for a script that the bundled ones lack.
#[derive(Clone)]
pub struct SystemFont {
    /// PostScript name.
    pub name: String,
    /// The font file.
    pub bytes: Vec<u8>,
    /// Which of the file's fonts.
    pub index: u32,
}

impl Fonts {
    /// The fonts that come with the program, parsed at the first call.
    #[must_use]
    pub fn bundled() -> Self {
        static BUNDLED: OnceLock<Fonts> = OnceLock::new();
        BUNDLED
            .get_or_init(|| {
                let bundled = face::BUNDLED.iter();
                let fonts = bundled.filter_map(|(name, bytes)| Font::new(name, Blob::from(*bytes), 0));
                Self::of_all(fonts.map(Arc::new).collect())
            })
            .clone()
    }

    /// These fonts and `more`, which draw what these lack: the first that has a character, in the given order. A font
    /// that cannot be read is left out.
    #[must_use]
    pub fn with(&self, more: Vec<SystemFont>) -> Self {
        let more =
            more.into_iter().filter_map(|font| Font::new(&font.name, Blob::from(font.bytes), font.index));
        Self::of_all(self.0.fonts.iter().cloned().chain(more.map(Arc::new)).collect())
    }

    fn of_all(fonts: Vec<Arc<Font>>) -> Self {
        Self(Arc::new(Shelf { fonts, shapes: ShapeCache::default() }))
    }

    /// Whether both are one set.
    #[must_use]
    pub fn are(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// All fonts, by [`FontId::index`].
    pub fn iter(&self) -> impl Iterator<Item = (FontId, &Font)> {
        (0..).map(FontId).zip(self.0.fonts.iter().map(Arc::as_ref))
    }

    /// The font called `id`; none when it belongs to another set.
    #[must_use]
    pub fn get(&self, id: FontId) -> Option<&Font> {
        self.0.fonts.get(id.index()).map(Arc::as_ref)
    }

    /// The font that draws `character` in text of this face: the face's own, else the first of its substitutes that has
    /// it, else a font of the machine. None means that the character cannot be printed.
    #[must_use]
    pub fn drawing(&self, face: Face, character: char) -> Option<FontId> {
        let more = (0..).map(FontId).take(self.0.fonts.len()).skip(face::BUNDLED.len());
        let bundled = face.chain().iter().map(|&index| FontId(index));
        bundled.chain(more).find(|&id| self.get(id).is_some_and(|font| font.has(character)))
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
    bytes: Blob,
    index: u32,
    parsed: Parsed,
    units_per_em: f32,
    /// How much larger it is set, so that it looks as large as the Latin beside it.
    enlarged: f32,
}

impl Font {
    fn new(name: &str, bytes: Blob, index: u32) -> Option<Self> {
        let parsed = Parsed::new(bytes.clone(), index)?;
        let units_per_em = f32::from(parsed.units_per_em());
        // Body text of 12 points has Arabic of 13 beside it.
        let enlarged = if name.starts_with("NotoNaskh") { 13.0 / 12.0 } else { 1.0 };
        Some(Self { name: name.to_owned(), bytes, index, parsed, units_per_em, enlarged })
    }

    /// The font file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Which of the file's fonts it is.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
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
    use super::{Face, Fonts, SystemFont, face};

    #[test]
    fn every_face_has_its_own_font() {
        let fonts = Fonts::bundled();
        let name = |face| fonts.get(fonts.of(face)).map(|font| font.name.as_str());
        assert_eq!(name(Face::Serif), Some("SourceSerif4-Regular"));
        assert_eq!(name(Face::Display), Some("SourceSerif4Display-Semibold"));
        assert_eq!(name(Face::SansBold), Some("SourceSans3-Bold"));
        assert_eq!(fonts.iter().count(), face::BUNDLED.len());
        let drawn = |face, letter| fonts.drawing(face, letter).and_then(|id| fonts.get(id)).is_some();
        assert!(
            [Face::Serif, Face::SansBold].into_iter().all(|face| "яωñعש".chars().all(|it| drawn(face, it)))
        );
    }

    #[test]
    fn a_font_of_the_machine_draws_only_what_the_bundled_ones_lack() {
        let bundled = Fonts::bundled();
        let (hebrew, _) = bundled.iter().find(|(_, font)| font.name == "NotoSerifHebrew-Regular").unwrap();
        let bytes = bundled.get(hebrew).unwrap().bytes().to_vec();
        let more =
            |bytes: &[u8]| vec![SystemFont { name: "Other".to_owned(), bytes: bytes.to_vec(), index: 0 }];
        let fonts = bundled.with(more(&bytes));
        assert_eq!(fonts.iter().count(), bundled.iter().count() + 1);
        assert_eq!(fonts.drawing(Face::Serif, 'ש'), Some(hebrew), "the bundled one before it");
        assert_eq!(fonts.drawing(Face::Serif, '界'), None);
        assert_eq!(bundled.with(more(b"no font")).iter().count(), bundled.iter().count());
    }
}
