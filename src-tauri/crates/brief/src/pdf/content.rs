//! One page's items as drawing operations, each stretch marked with what it belongs to.
//!
//! Written here rather than by printpdf, which holds an object for each glyph of the document until the end.

use super::drawings::Drawings;
use super::embed::{Embedded, Subset};
use super::{assembly, embed, paint, pictures, structure, syntax};
use crate::fonts::FontId;
use crate::page::{
    Artifact, Colour, ElementId, Glyph, GlyphRun, Image, LineCap, Mark, Page, Pages, Path, Rule, Stroke, Tag,
};
use lopdf::{Object, StringFormat};

/// A stretch of a page's content that belongs to an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) element: ElementId,
    /// Index of the page.
    pub(super) page: usize,
    /// Its number on that page, counted from 0 (the MCID).
    pub(super) number: usize,
}

/// Draws a page; adds what it marks to `marked`, in reading order.
pub(super) fn page<'a>(
    pages: &'a Pages,
    index: usize,
    page: &'a Page,
    embedded: &'a Embedded,
    drawings: &mut Drawings<'a>,
    marked: &mut Vec<Marked>,
) -> Vec<u8> {
    let mut canvas = Canvas::new(pages, page, embedded);
    let mut number = 0;
    let mut open = None;
    for item in &page.items {
        if open != Some(item.tag) {
            canvas.end_mark(open.is_some());
            if let Tag::Element(element) = item.tag {
                marked.push(Marked { element, page: index, number });
            }
            canvas.begin_mark(item.tag, number);
            number += usize::from(matches!(item.tag, Tag::Element(_)));
            open = Some(item.tag);
        }
        match &item.mark {
            Mark::Glyphs(run) => canvas.glyphs(item.tag, run),
            Mark::Rule(rule) => canvas.rule(rule),
            Mark::Image(image) => canvas.image(image),
            Mark::Path(path) => match drawings.name(path, page.size) {
                Some(name) => canvas.drawing(&name),
                None => canvas.path(path),
            },
        }
    }
    canvas.end_mark(open.is_some());
    canvas.out
}

/// A distance in points that nobody sees: no need to move the pen.
const UNSEEN: f64 = 0.01;

struct Canvas<'a> {
    pages: &'a Pages,
    embedded: &'a Embedded,
    height: f32,
    out: Vec<u8>,
    in_text: bool,
    /// Where the line starts that the next move counts from, in hundredths of a point from the lower left corner.
    line: (i64, i64),
    /// Where the next glyph comes without being told: points from the left, hundredths from below.
    pen: Option<(f64, i64)>,
    font: Option<(FontId, f32)>,
    fill: Option<Colour>,
    stroke: Option<(Colour, f32, LineCap)>,
}

impl<'a> Canvas<'a> {
    fn new(pages: &'a Pages, page: &Page, embedded: &'a Embedded) -> Self {
        Self {
            pages,
            embedded,
            height: page.size.height,
            out: Vec::with_capacity(16 * 1024),
            in_text: false,
            line: (0, 0),
            pen: None,
            font: None,
            fill: None,
            stroke: None,
        }
    }

    fn begin_mark(&mut self, tag: Tag, number: usize) {
        match tag {
            Tag::Element(element) => {
                let kind =
                    self.pages.structure.get(element).map_or("Span", |element| structure::role(element.kind));
                self.name(kind);
                self.write(b"<</MCID ");
                syntax::whole(&mut self.out, i64::try_from(number).unwrap_or_default());
                self.operator(b">>BDC");
            }
            Tag::Artifact(artifact) => self.operator(match artifact {
                Artifact::Header => b"/Artifact<</Type/Pagination/Subtype/Header>>BDC",
                Artifact::Footer => b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
                Artifact::Watermark => b"/Artifact<</Type/Pagination/Subtype/Watermark>>BDC",
                Artifact::Layout => b"/Artifact<</Type/Layout>>BDC",
            }),
        }
    }

    fn end_mark(&mut self, open: bool) {
        self.leave_text();
        if open {
            self.operator(b"EMC");
        }
    }

    fn glyphs(&mut self, tag: Tag, run: &GlyphRun) {
        let Some(subset) = self.embedded.get(run.font) else { return };
        if !self.in_text {
            self.operator(b"BT");
            self.in_text = true;
            self.line = (0, 0);
            self.pen = None;
        }
        if self.font != Some((run.font, run.size)) {
            self.name(&embed::resource(run.font).0);
            self.write(b" ");
            syntax::number(&mut self.out, run.size);
            self.operator(b" Tf");
            self.font = Some((run.font, run.size));
        }
        self.fill(run.colour);
        let around = self.pages.language_of(tag);
        // A space has no language; saying so would only cut text into pieces.
        let blank = run.text.trim().is_empty();
        let language = run.language.as_ref().filter(|language| *language != around && !blank);
        let wrapped = language.is_some() || run.actual_text.is_some();
        if wrapped {
            self.write(b"/Span<<");
            if let Some(language) = language {
                self.write(b"/Lang");
                syntax::literal(&mut self.out, language.tag().as_bytes());
            }
            if let Some(text) = &run.actual_text {
                self.actual_text(text);
            }
            self.operator(b">>BDC");
        }
        for stretch in stretches(run, subset) {
            match stretch.text.filter(|_| run.actual_text.is_none()) {
                Some(text) => self.say(run, subset, stretch.glyphs, text),
                None => self.show(run, subset, stretch.glyphs),
            }
        }
        if wrapped {
            self.operator(b"EMC");
        }
    }

    /// Shows glyphs that stand for `text`. Marks that take no room, such as the dots of Arabic letters, go first and
    /// stand for nothing: readers measure a letter from its first glyph to its last, and would find a gap beside it.
    fn say(&mut self, run: &GlyphRun, subset: &Subset, glyphs: &[Glyph], text: &str) {
        let (letters, marks): (Vec<Glyph>, Vec<Glyph>) =
            glyphs.iter().cloned().partition(|glyph| glyph.advance > 0.01);
        let told = if letters.is_empty() {
            vec![(glyphs, text)]
        } else {
            vec![(&marks[..], ""), (&letters[..], text)]
        };
        for (glyphs, text) in told.into_iter().filter(|(glyphs, _)| !glyphs.is_empty()) {
            self.write(b"/Span<<");
            self.actual_text(text);
            self.operator(b">>BDC");
            self.show(run, subset, glyphs);
            self.operator(b"EMC");
        }
    }

    fn actual_text(&mut self, text: &str) {
        self.write(b"/ActualText");
        let text = Object::String(assembly::utf16(text), StringFormat::Hexadecimal);
        syntax::write(&mut self.out, &text);
    }

    /// Shows glyphs at their places; one operation for each stretch of equal height.
    fn show(&mut self, run: &GlyphRun, subset: &Subset, glyphs: &[Glyph]) {
        for level in glyphs.chunk_by(|one, other| (one.y - other.y).abs() < f32::EPSILON) {
            let x = run.origin.x + level[0].x;
            let y = hundredths(self.height - run.origin.y + level[0].y);
            let start = match self.pen {
                Some((pen, line)) if line == y && (pen - f64::from(x)).abs() < UNSEEN => pen,
                _ => self.move_to(hundredths(x), y),
            };
            let mut width: f64 = 0.0;
            let mut codes: Vec<u8> = Vec::with_capacity(level.len() * 2);
            let mut kerned = false;
            for (index, glyph) in level.iter().enumerate() {
                codes.extend(subset.glyph(glyph.id).to_be_bytes());
                let step = level.get(index + 1).map(|next| (next.x - glyph.x) * 1000.0 / run.size);
                let advance = subset.width(glyph.id);
                let offset = step.map_or(0.0, |step| tidy(advance - step));
                width += f64::from((advance - offset) * run.size) / 1000.0;
                if offset != 0.0 {
                    if !kerned {
                        self.write(b"[");
                        kerned = true;
                    }
                    syntax::literal(&mut self.out, &codes);
                    codes.clear();
                    syntax::number(&mut self.out, offset);
                }
            }
            syntax::literal(&mut self.out, &codes);
            self.operator(if kerned { b"]TJ" } else { b"Tj" });
            self.pen = Some((start + width, y));
        }
    }

    /// Moves the pen; where it stands then, in points.
    fn move_to(&mut self, x: i64, y: i64) -> f64 {
        syntax::hundredths(&mut self.out, x - self.line.0);
        self.write(b" ");
        syntax::hundredths(&mut self.out, y - self.line.1);
        self.operator(b" Td");
        self.line = (x, y);
        x as f64 / 100.0
    }

    fn rule(&mut self, rule: &Rule) {
        self.leave_text();
        self.fill(rule.colour);
        paint::rule(&mut self.out, rule, self.height);
    }

    fn image(&mut self, image: &Image) {
        self.leave_text();
        let area = image.area;
        self.write(b"q ");
        for part in [area.width, 0.0, 0.0, area.height, area.x, self.height - area.bottom()] {
            syntax::number(&mut self.out, part);
            self.write(b" ");
        }
        self.operator(b"cm");
        self.name(&pictures::name(&image.picture));
        self.operator(b" Do Q");
    }

    fn path(&mut self, path: &Path) {
        self.leave_text();
        if let Some(stroke) = path.stroke {
            self.stroke(stroke);
        }
        if let Some(fill) = path.fill {
            self.fill(fill.colour);
        }
        paint::path(&mut self.out, path, self.height);
    }

    /// Shows a drawing that is written elsewhere.
    fn drawing(&mut self, name: &str) {
        self.leave_text();
        self.name(name);
        self.operator(b" Do");
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            paint::fill_colour(&mut self.out, colour);
            self.fill = Some(colour);
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        let wanted = Some((stroke.colour, stroke.width, stroke.cap));
        if self.stroke != wanted {
            paint::stroke(&mut self.out, stroke);
            self.stroke = wanted;
        }
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.operator(b"ET");
            self.in_text = false;
        }
    }

    fn write(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn name(&mut self, name: &str) {
        self.out.push(b'/');
        self.write(name.as_bytes());
    }

    fn operator(&mut self, bytes: &[u8]) {
        self.write(bytes);
        self.out.push(b'\n');
    }
}

/// Glyphs that are shown together.
struct Stretch<'a> {
    glyphs: &'a [Glyph],
    /// The characters, where the glyphs themselves do not tell them.
    text: Option<&'a str>,
}

/// Cuts a run wherever its glyphs do not copy as the characters that they stand for here: the font maps each
/// glyph to one string, and a few (a hyphen at a line's end, marks) stand for several in turn.
fn stretches<'a>(run: &'a GlyphRun, subset: &Subset) -> Vec<Stretch<'a>> {
    let mut stretches: Vec<Stretch<'a>> = Vec::new();
    let mut start = 0;
    let mut plain = 0;
    for cluster in embed::clusters(&run.glyphs) {
        let end = start + cluster.len();
        let text = embed::text_of(run, &cluster[0]);
        let told = match cluster {
            [glyph] => same(subset.text(glyph.id), text),
            _ => same(&cluster.iter().map(|glyph| subset.text(glyph.id)).collect::<String>(), text),
        };
        if !told {
            if plain < start {
                stretches.push(Stretch { glyphs: &run.glyphs[plain..start], text: None });
            }
            stretches.push(Stretch { glyphs: cluster, text: Some(text) });
            plain = end;
        }
        start = end;
    }
    if plain < run.glyphs.len() {
        stretches.push(Stretch { glyphs: &run.glyphs[plain..], text: None });
    }
    stretches
}

/// Equal, spaces of any kind counting as one: a copy need not tell a no-break space from a plain one.
fn same(told: &str, text: &str) -> bool {
    let plain = |character: char| if character.is_whitespace() { ' ' } else { character };
    told == text || told.chars().map(plain).eq(text.chars().map(plain))
}

/// A hundredth of a point is finer than any printer; more digits only make the file longer.
fn hundredths(value: f32) -> i64 {
    (f64::from(value) * 100.0).round() as i64
}

/// Kerning in thousandths of an em: whole numbers in our fonts, but for rounding errors.
fn tidy(value: f32) -> f32 {
    let whole = value.round();
    if (value - whole).abs() < 0.06 { whole } else { (value * 10.0).round() / 10.0 }
}
