//! The fonts of a document, cut down to the glyphs that it uses, and what copying each glyph gives.

use std::collections::BTreeMap;

use printpdf::{FontId as PdfFontId, ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::fonts::{FontId, Fonts};
use crate::page::{Glyph, GlyphRun, Mark, Pages};

/// The fonts used, by the name they have on the pages.
pub(super) struct Embedded(BTreeMap<FontId, Subset>);

/// One font's used glyphs.
#[derive(Default)]
pub(super) struct Subset {
    remapper: GlyphRemapper,
    /// By glyph of the whole font: the characters that most of its uses stand for.
    texts: BTreeMap<u16, String>,
    program: Vec<u8>,
    /// Advances in thousandths of an em, by glyph of the subset.
    widths: BTreeMap<u16, u16>,
}

impl Embedded {
    pub(super) fn of(pages: &Pages) -> Result<Self, PdfError> {
        let mut fonts: BTreeMap<FontId, Subset> = BTreeMap::new();
        for run in runs(pages) {
            let subset = fonts.entry(run.font).or_default();
            for glyph in &run.glyphs {
                subset.remapper.remap(glyph.id);
            }
            for cluster in clusters(&run.glyphs) {
                subset.learn(cluster, text_of(run, &cluster[0]));
            }
        }
        for (&id, subset) in &mut fonts {
            let failed = |reason: String| PdfError::Font { font: name(&pages.fonts, id), reason };
            let bytes = pages.fonts.get(id).ok_or_else(|| failed("it is not loaded".to_owned()))?.bytes();
            subset.program =
                subsetter::subset(bytes, 0, &subset.remapper).map_err(|error| failed(error.to_string()))?;
        }
        Ok(Self(fonts))
    }

    /// The fonts as printpdf wants them: already subset, with their tag in the name.
    pub(super) fn resources(&mut self, pages: &Pages) -> Result<BTreeMap<PdfFontId, PdfFont>, PdfError> {
        let mut resources = BTreeMap::new();
        for (&id, subset) in &mut self.0 {
            let name = name(&pages.fonts, id);
            let mut parsed =
                ParsedFont::from_bytes(&subset.program, 0, &mut Vec::new()).ok_or_else(|| {
                    PdfError::Font { font: name.clone(), reason: "its subset cannot be read".to_owned() }
                })?;
            parsed.font_name = Some(format!("{}+{name}", tag(id)));
            parsed.pdf_font_metrics.us_weight_class =
                pages.fonts.get(id).map_or(0, crate::fonts::Font::weight);
            let units = u32::from(parsed.units_per_em.max(1));
            let scaled = |width: u16| u16::try_from(u32::from(width) * 1000 / units).unwrap_or(u16::MAX);
            subset.widths =
                parsed.glyph_widths.iter().map(|(&glyph, &width)| (glyph, scaled(width))).collect();
            resources.insert(resource(id), PdfFont::new(parsed));
        }
        Ok(resources)
    }

    pub(super) fn get(&self, id: FontId) -> Option<&Subset> {
        self.0.get(&id)
    }
}

impl Subset {
    /// Notes what the glyphs of a cluster stand for, if they tell: one for one, or all for the only one.
    fn learn(&mut self, cluster: &[Glyph], text: &str) {
        // A hyphen at a line's end is the glyph of the plain hyphen, which copies as one.
        let text = if text == "\u{AD}" { "-" } else { text };
        if let [glyph] = cluster {
            if !text.is_empty() {
                self.texts.entry(glyph.id).or_insert_with(|| text.to_owned());
            }
        } else if text.chars().count() == cluster.len() {
            for (glyph, character) in cluster.iter().zip(text.chars()) {
                self.texts.entry(glyph.id).or_insert_with(|| character.to_string());
            }
        }
    }

    /// The glyph's index in the subset.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.remapper.get(id).unwrap_or_default()
    }

    /// What copying the glyph gives when nothing else is said.
    pub(super) fn text(&self, id: u16) -> &str {
        // Every glyph must map to something (PDF/UA-1, 7.21.7); this one never stands for anything alone.
        self.texts.get(&id).map_or("\u{200B}", String::as_str)
    }

    /// Advance in thousandths of an em, as the PDF states it.
    pub(super) fn width(&self, id: u16) -> f32 {
        self.widths.get(&self.glyph(id)).copied().map_or(0.0, f32::from)
    }
}

/// The name of the font in the PDF's resources.
pub(super) fn resource(id: FontId) -> PdfFontId {
    PdfFontId(format!("T{}", id.index()))
}

/// Glyphs that stand for the same characters: the first of each group holds them.
pub(super) fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs.chunk_by(|_, next| next.text.is_empty())
}

/// The characters that a glyph of a run stands for.
pub(super) fn text_of<'a>(run: &'a GlyphRun, glyph: &Glyph) -> &'a str {
    run.text.get(glyph.text.start as usize..glyph.text.end as usize).unwrap_or_default()
}

fn runs(pages: &Pages) -> impl Iterator<Item = &GlyphRun> {
    pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
        Mark::Glyphs(run) => Some(run),
        Mark::Rule(_) | Mark::Path(_) | Mark::Image(_) => None,
    })
}

fn name(fonts: &Fonts, id: FontId) -> String {
    fonts.get(id).map_or_else(|| format!("font {}", id.index()), |font| font.name.clone())
}

/// The six letters that mark a subset (ISO 32000-1, 9.6.4); each font of a document has its own.
fn tag(id: FontId) -> String {
    let letter = |value: usize| char::from(b'A' + u8::try_from(value % 26).unwrap_or_default());
    format!("STAND{}", letter(id.index()))
}
