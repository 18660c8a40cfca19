//! One page's items as drawing operations, each stretch marked with what it belongs to.

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Greyscale, Line, LineCapStyle, LinePoint, Op, PaintMode,
    PdfFontHandle, PdfPage, Point as PdfPoint, Polygon, PolygonRing, Pt, Rect as PdfRect, Rgb, TextItem,
    TextMatrix, WindingOrder, XObjectTransform,
};

use super::embed::{self, Embedded, Subset};
use super::{assembly, pictures, structure};
use crate::fonts::FontId;
use crate::page::{
    Artifact, Colour, ElementId, FillRule, Glyph, GlyphRun, Image, LineCap, Mark, Page, Pages, Path, Point,
    Rule, Segment, Stroke, Tag,
};

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
pub(super) fn page(
    pages: &Pages,
    index: usize,
    page: &Page,
    embedded: &Embedded,
    marked: &mut Vec<Marked>,
) -> PdfPage {
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
        canvas.draw(item.tag, &item.mark);
    }
    canvas.end_mark(open.is_some());
    let size = || PdfRect::from_wh(Pt(page.size.width), Pt(page.size.height));
    PdfPage { media_box: size(), trim_box: size(), crop_box: size(), ops: canvas.ops }
}

/// A distance in points that nobody sees: no need to move the pen.
const UNSEEN: f64 = 0.01;

struct Canvas<'a> {
    pages: &'a Pages,
    embedded: &'a Embedded,
    height: f32,
    ops: Vec<Op>,
    in_text: bool,
    /// Where the next glyph comes without being told, from the lower left corner.
    pen: Option<(f64, f32)>,
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
            ops: Vec::with_capacity(page.items.len() * 3),
            in_text: false,
            pen: None,
            font: None,
            fill: None,
            stroke: None,
        }
    }

    fn begin_mark(&mut self, tag: Tag, number: usize) {
        let (tag, properties) = match tag {
            Tag::Element(element) => {
                let kind =
                    self.pages.structure.get(element).map_or("Span", |element| structure::role(element.kind));
                let number = i64::try_from(number).unwrap_or_default();
                (kind, vec![("MCID", DictItem::Int(number))])
            }
            Tag::Artifact(artifact) => ("Artifact", artifact_properties(artifact)),
        };
        self.begin(tag, properties);
    }

    fn end_mark(&mut self, open: bool) {
        self.leave_text();
        if open {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn begin(&mut self, tag: &str, properties: Vec<(&str, DictItem)>) {
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn draw(&mut self, tag: Tag, mark: &Mark) {
        match mark {
            Mark::Glyphs(run) => self.glyphs(tag, run),
            Mark::Rule(rule) => self.rule(rule),
            Mark::Path(path) => self.path(path),
            Mark::Image(image) => self.image(image),
        }
    }

    fn glyphs(&mut self, tag: Tag, run: &GlyphRun) {
        let Some(subset) = self.embedded.get(run.font) else { return };
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
            self.pen = None;
        }
        if self.font != Some((run.font, run.size)) {
            let font = PdfFontHandle::External(embed::resource(run.font));
            self.ops.push(Op::SetFont { font, size: Pt(run.size) });
            self.font = Some((run.font, run.size));
        }
        self.fill(run.colour);
        let mut said = Vec::new();
        let around = self.pages.language_of(tag);
        // A space has no language; saying so would only cut text into pieces.
        let blank = run.text.trim().is_empty();
        if let Some(language) = run.language.as_ref().filter(|language| *language != around && !blank) {
            said.push(("Lang", DictItem::String { data: language.tag().into(), literal: true }));
        }
        if let Some(text) = &run.actual_text {
            said.push(("ActualText", unicode(text)));
        }
        let wrapped = !said.is_empty();
        if wrapped {
            self.begin("Span", said);
        }
        for stretch in stretches(run, subset) {
            let text = if run.actual_text.is_some() { None } else { stretch.text };
            if let Some(text) = text {
                self.begin("Span", vec![("ActualText", unicode(text))]);
            }
            self.show(run, subset, stretch.glyphs);
            if text.is_some() {
                self.ops.push(Op::EndMarkedContent);
            }
        }
        if wrapped {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Shows glyphs at their places; one operation for each stretch of equal height.
    fn show(&mut self, run: &GlyphRun, subset: &Subset, glyphs: &[Glyph]) {
        for level in glyphs.chunk_by(|one, other| (one.y - other.y).abs() < f32::EPSILON) {
            let mut width: f64 = 0.0;
            let codes = level.iter().enumerate().map(|(index, glyph)| {
                let step = level.get(index + 1).map(|next| (next.x - glyph.x) * 1000.0 / run.size);
                let offset = step.map_or(0.0, |step| tidy(subset.width(glyph.id) - step));
                width += f64::from((subset.width(glyph.id) - offset) * run.size) / 1000.0;
                Codepoint::with_cid(subset.glyph(glyph.id), offset, subset.text(glyph.id).to_owned())
            });
            let items = vec![TextItem::GlyphIds(codes.collect())];
            let (x, y) = (run.origin.x + level[0].x, rounded(self.height - run.origin.y + level[0].y));
            let start = match self.pen {
                Some((pen, line)) if line.to_bits() == y.to_bits() && (pen - f64::from(x)).abs() < UNSEEN => {
                    pen
                }
                _ => {
                    let x = rounded(x);
                    self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
                    f64::from(x)
                }
            };
            self.ops.push(Op::ShowText { items });
            self.pen = Some((start + width, y));
        }
    }

    fn rule(&mut self, rule: &Rule) {
        self.leave_text();
        self.fill(rule.colour);
        let area = rule.area;
        let mut rectangle = PdfRect::from_xywh(
            Pt(rounded(area.x)),
            Pt(rounded(self.height - area.bottom())),
            Pt(rounded(area.width)),
            Pt(rounded(area.height)),
        );
        rectangle.mode = Some(PaintMode::Fill);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn image(&mut self, image: &Image) {
        self.leave_text();
        let (id, area) = (pictures::resource(&image.picture), image.area);
        let (x, y) = (rounded(area.x), rounded(self.height - area.bottom()));
        let place = [rounded(area.width), 0.0, 0.0, rounded(area.height), x, y];
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(place) });
        self.ops.push(Op::UseXobject { id, transform: XObjectTransform::default() });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn path(&mut self, path: &Path) {
        self.leave_text();
        if let Some(stroke) = path.stroke {
            self.stroke(stroke);
        }
        let subpaths = self.subpaths(path);
        let Some(fill) = path.fill else {
            for (points, is_closed) in subpaths {
                self.ops.push(Op::DrawLine { line: Line { points, is_closed } });
            }
            return;
        };
        self.fill(fill.colour);
        let mode = if path.stroke.is_some() { PaintMode::FillStroke } else { PaintMode::Fill };
        let winding_order = match fill.rule {
            FillRule::NonZero => WindingOrder::NonZero,
            FillRule::EvenOdd => WindingOrder::EvenOdd,
        };
        let rings = subpaths.into_iter().map(|(mut points, _)| {
            // printpdf closes only the last ring; a stroke would leave the others open.
            let start = points[0].clone();
            if points.last().is_some_and(|end| end.p != start.p) {
                points.push(start);
            }
            PolygonRing { points }
        });
        let polygon = Polygon { rings: rings.collect(), mode, winding_order };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    /// Each subpath's points, and whether it is closed; none is empty.
    fn subpaths(&self, path: &Path) -> Vec<(Vec<LinePoint>, bool)> {
        let at = |point: Point, bezier: bool| LinePoint {
            p: PdfPoint { x: Pt(rounded(point.x)), y: Pt(rounded(self.height - point.y)) },
            bezier,
        };
        let mut subpaths: Vec<(Vec<LinePoint>, bool)> = Vec::new();
        for segment in &path.segments {
            if let Segment::Move(point) = *segment {
                subpaths.push((vec![at(point, false)], false));
            } else if let Some((points, closed)) = subpaths.last_mut() {
                match *segment {
                    Segment::Line(point) => points.push(at(point, false)),
                    Segment::Curve(first, second, end) => {
                        points.extend([at(first, true), at(second, true), at(end, false)]);
                    }
                    Segment::Close | Segment::Move(_) => *closed = true,
                }
            }
        }
        subpaths
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.ops.push(Op::SetFillColor { col: color(colour) });
            self.fill = Some(colour);
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        let wanted = Some((stroke.colour, stroke.width, stroke.cap));
        if self.stroke != wanted {
            let cap = match stroke.cap {
                LineCap::Butt => LineCapStyle::Butt,
                LineCap::Round => LineCapStyle::Round,
            };
            self.ops.push(Op::SetOutlineColor { col: color(stroke.colour) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(rounded(stroke.width)) });
            self.ops.push(Op::SetLineCapStyle { cap });
            self.stroke = wanted;
        }
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
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

fn artifact_properties(artifact: Artifact) -> Vec<(&'static str, DictItem)> {
    let name = |name: &str| DictItem::Name(name.into());
    match artifact {
        Artifact::Header => vec![("Type", name("Pagination")), ("Subtype", name("Header"))],
        Artifact::Footer => vec![("Type", name("Pagination")), ("Subtype", name("Footer"))],
        Artifact::Watermark => vec![("Type", name("Pagination")), ("Subtype", name("Watermark"))],
        Artifact::Layout => vec![("Type", name("Layout"))],
    }
}

/// UTF-16 with a byte order mark, as PDF strings have it.
fn unicode(text: &str) -> DictItem {
    DictItem::String { data: assembly::utf16(text), literal: false }
}

fn color(colour: Colour) -> Color {
    let share = |value: u8| (f32::from(value) / 255.0 * 10_000.0).round() / 10_000.0;
    match colour {
        Colour::Grey(grey) => Color::Greyscale(Greyscale::new(share(grey), None)),
        Colour::Rgb(red, green, blue) => Color::Rgb(Rgb::new(share(red), share(green), share(blue), None)),
    }
}

/// A thousandth of a point is finer than any printer; more digits only make the file longer.
fn rounded(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

/// Kerning in thousandths of an em: whole numbers in our fonts, but for rounding errors.
fn tidy(value: f32) -> f32 {
    let whole = value.round();
    if (value - whole).abs() < 0.06 { whole } else { (value * 10.0).round() / 10.0 }
}
