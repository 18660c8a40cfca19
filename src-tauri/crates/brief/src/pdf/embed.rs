//! The fonts of a document, cut down to the glyphs that it uses, and what copying each glyph gives.

use std::collections::BTreeMap;

use printpdf::{Codepoint, FontId as PdfFontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::fonts::{FontId, Fonts};
use crate::page::{Glyph, GlyphRun, Mark, Pages};

/// The fonts used, by their index; none for those that are not.
pub(super) struct Embedded(Vec<Option<Subset>>);

/// One font's used glyphs.
#[derive(Default)]
pub(super) struct Subset {
    id: Option<FontId>,
    /// By glyph of the whole font.
    glyphs: Vec<Use>,
    /// Advances in thousandths of an em, by glyph of the subset.
    widths: Vec<u16>,
}

/// What a subset makes of a glyph.
#[derive(Clone, Default)]
struct Use {
    /// Whether it is used at all.
    used: bool,
    /// Its index in the subset.
    index: u16,
    /// The characters that most of its uses stand for.
    text: Option<Box<str>>,
}

/// The fonts as printpdf wants them, already subset, with their tag in the name; and operations that show each glyph
/// once, from which it learns which there are and what they stand for.
#[derive(Default)]
pub(super) struct Resources {
    pub(super) fonts: BTreeMap<PdfFontId, PdfFont>,
    pub(super) shown: Vec<Op>,
}

impl Embedded {
    /// The fonts of the pages.
    pub(super) fn of(pages: &Pages) -> Self {
        let mut embedded = Self(Vec::new());
        for run in runs(pages) {
            let index = run.font.index();
            if embedded.0.len() <= index {
                embedded.0.resize_with(index + 1, || None);
            }
            let subset = embedded.0[index].get_or_insert_default();
            subset.id = Some(run.font);
            for cluster in clusters(&run.glyphs) {
                subset.learn(cluster, text_of(run, &cluster[0]));
            }
        }
        embedded
    }

    /// Cuts the fonts down, and measures what is left.
    pub(super) fn resources(&mut self, pages: &Pages) -> Result<Resources, PdfError> {
        let mut resources = Resources::default();
        for subset in self.0.iter_mut().flatten() {
            let Some(id) = subset.id else { continue };
            let name = name(&pages.fonts, id);
            let failed = |reason: String| PdfError::Font { font: name.clone(), reason };
            let font = pages.fonts.get(id).ok_or_else(|| failed("it is not loaded".to_owned()))?;
            let mut remapper = GlyphRemapper::new();
            for (glyph, used) in (0_u16..).zip(&mut subset.glyphs).filter(|(_, used)| used.used) {
                used.index = remapper.remap(glyph);
            }
            let program = subsetter::subset(font.bytes(), font.index(), &remapper)
                .map_err(|error| failed(error.to_string()))?;
            let mut parsed = ParsedFont::from_bytes(&program, 0, &mut Vec::new())
                .ok_or_else(|| failed("its subset cannot be read".to_owned()))?;
            parsed.font_name = Some(format!("{}+{name}", tag(id)));
            parsed.pdf_font_metrics.us_weight_class = font.weight();
            let units = u32::from(parsed.units_per_em.max(1));
            for (&glyph, &width) in &parsed.glyph_widths {
                let at = usize::from(glyph);
                subset.widths.resize(subset.widths.len().max(at + 1), 0);
                subset.widths[at] = u16::try_from(u32::from(width) * 1000 / units).unwrap_or(u16::MAX);
            }
            resources.fonts.insert(resource(id), PdfFont::new(parsed));
            let font = PdfFontHandle::External(resource(id));
            resources.shown.push(Op::SetFont { font, size: Pt(1.0) });
            resources.shown.push(Op::ShowText { items: vec![TextItem::GlyphIds(subset.codepoints())] });
        }
        Ok(resources)
    }

    pub(super) fn get(&self, id: FontId) -> Option<&Subset> {
        self.0.get(id.index())?.as_ref()
    }
}

impl Subset {
    /// Notes that the glyphs of a cluster are used and what they stand for, if they tell: one for one, or all for the
    /// only one.
    fn learn(&mut self, cluster: &[Glyph], text: &str) {
        // A hyphen at a line's end is the glyph of the plain hyphen, which copies as one.
        let text = if text == "\u{AD}" { "-" } else { text };
        if let [glyph] = cluster {
            self.note(glyph.id, text);
            return;
        }
        let told = text.chars().count() == cluster.len();
        let mut characters = text.char_indices();
        for glyph in cluster {
            let character = characters.next().filter(|_| told);
            self.note(glyph.id, character.map_or("", |(at, it)| &text[at..at + it.len_utf8()]));
        }
    }

    fn note(&mut self, id: u16, text: &str) {
        let at = usize::from(id);
        if self.glyphs.len() <= at {
            self.glyphs.resize(at + 1, Use::default());
        }
        let used = &mut self.glyphs[at];
        used.used = true;
        if used.text.is_none() && !text.is_empty() {
            used.text = Some(text.into());
        }
    }

    fn codepoints(&self) -> Vec<Codepoint> {
        let used = (0..).zip(&self.glyphs).filter(|(_, used)| used.used);
        used.map(|(id, used)| Codepoint::with_cid(used.index, 0.0, self.text(id).to_owned())).collect()
    }

    /// The glyph's index in the subset.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.glyphs.get(usize::from(id)).map_or(0, |used| used.index)
    }

    /// What copying the glyph gives when nothing else is said.
    pub(super) fn text(&self, id: u16) -> &str {
        let text = self.glyphs.get(usize::from(id)).and_then(|used| used.text.as_deref());
        // Every glyph must map to something (PDF/UA-1, 7.21.7); this one never stands for anything alone.
        text.unwrap_or(NOTHING)
    }

    /// Advance in thousandths of an em, as the PDF states it.
    pub(super) fn width(&self, id: u16) -> f32 {
        self.widths.get(usize::from(self.glyph(id))).copied().map_or(0.0, f32::from)
    }
}

/// What is copied where nothing is.
const NOTHING: &str = "\u{200B}";

/// The name of the font in the PDF's resources.
pub(super) fn resource(id: FontId) -> PdfFontId {
    PdfFontId(format!("T{}", id.index()))
}

/// Glyphs that stand for the same characters: the first of each group holds them.
pub(super) fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs.chunk_by(|_, next| next.text.is_empty())
}

/// The characters that a glyph of a run stands for. A control or what is no character is nothing to copy, and some of
/// them may not be named (PDF/UA-1, 7.21.7).
pub(super) fn text_of<'a>(run: &'a GlyphRun, glyph: &Glyph) -> &'a str {
    let text = run.text.get(glyph.text.start as usize..glyph.text.end as usize).unwrap_or_default();
    let nothing = |c: char| {
        (c.is_control() && !c.is_whitespace())
            || matches!(c, '\u{FEFF}' | '\u{FFF9}'..='\u{FFFC}' | '\u{FFFE}' | '\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}')
    };
    if !text.is_empty() && text.chars().all(nothing) { NOTHING } else { text }
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
