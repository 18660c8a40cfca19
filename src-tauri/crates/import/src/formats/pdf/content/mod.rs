//! What a page's content says to draw (ISO 32000-1, chapters 8 and 9), as far as it is letters: each with its place.

pub(super) mod faces;
pub(super) mod fields;
pub(super) mod glyphs;
pub(super) mod layers;
mod letters;
mod state;

use std::collections::HashSet;

use hayro_font::hayro_syntax::content::TypedIter;
use hayro_font::hayro_syntax::content::ops::TypedInstruction;
use hayro_font::hayro_syntax::object::{
    Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString, dict_or_stream,
};
use hayro_font::hayro_syntax::page::{Page, Resources};
use hayro_font::kurbo::{Affine, Point, Rect};

use self::faces::Faces;
use self::glyphs::{Glyph, Turn};
use self::layers::Layers;
use self::state::{Standing, State, matrix};
use super::strings;

/// What was found on a page.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) glyphs: Vec<Glyph>,
    /// How much of the page its pictures cover, 1 being all of it.
    pub(super) pictured: f64,
    /// Letters that are drawn and that nothing names.
    pub(super) nameless: usize,
    /// Whether it goes on without end, as far as was followed: a form that draws itself, or too much of everything.
    pub(super) endless: bool,
}

/// Forms within forms within forms: more than this is no page.
const DEEPEST: usize = 16;

/// More instructions than this are no page either. A map of many lines has some hundred thousand.
const MOST: usize = 8_000_000;

/// States put aside within one another.
const MOST_SAVED: usize = 1_000;

/// More letters than this are not read by anybody.
const MOST_GLYPHS: usize = 1_000_000;

/// Reads a page, of a document whose form is drawn as it was filled in or is `stale`.
pub(super) fn read<'a>(page: &Page<'a>, faces: &Faces<'a>, layers: &Layers, stale: bool) -> Drawn {
    let place = Affine::new(page.initial_transform(true).as_coeffs());
    let (width, height) = page.render_dimensions();
    let mut reader = Reader {
        faces,
        layers,
        state: State::new(place),
        saved: Vec::new(),
        marks: Vec::new(),
        inside: HashSet::new(),
        page: Rect::new(0.0, 0.0, f64::from(width), f64::from(height)).inflate(2.0, 2.0),
        steps: 0,
        drawn: Drawn::default(),
    };
    reader.run(page.typed_operations(), page.resources());
    reader.state = State::new(place);
    reader.annotations(page, stale);
    reader.drawn
}

struct Reader<'f, 'a> {
    faces: &'f Faces<'a>,
    layers: &'f Layers,
    state: State<'a>,
    saved: Vec<State<'a>>,
    marks: Vec<Mark>,
    /// The forms that are being read.
    inside: HashSet<ObjectIdentifier>,
    page: Rect,
    steps: usize,
    drawn: Drawn,
}

/// A stretch of content that carries a mark.
struct Mark {
    hidden: bool,
    /// Whether it is repeated on each page, or decoration.
    running: bool,
    /// What it says in place of what is drawn, and the first glyph of that.
    instead: Option<(String, usize)>,
}

impl<'a> Reader<'_, 'a> {
    /// Follows the steps of a page, a form or an annotation.
    fn run(&mut self, mut content: TypedIter<'_>, resources: &Resources<'a>) {
        let (saved, marks) = (self.saved.len(), self.marks.len());
        let before = self.state.clone();
        while let Some(step) = content.next() {
            self.steps += 1;
            if self.steps > MOST || self.drawn.glyphs.len() > MOST_GLYPHS {
                self.drawn.endless = true;
                break;
            }
            match step {
                TypedInstruction::SaveState(_) if self.saved.len() < MOST_SAVED => {
                    self.saved.push(self.state.clone());
                }
                TypedInstruction::RestoreState(_) if self.saved.len() > saved => {
                    self.state = self.saved.pop().unwrap_or_else(|| before.clone());
                }
                TypedInstruction::Transform(m) => {
                    self.state.place *= matrix([m.0, m.1, m.2, m.3, m.4, m.5]);
                }
                TypedInstruction::EndMarkedContent(_) if self.marks.len() > marks => self.unmark(),
                step => self.text_step(&step, resources),
            }
        }
        while self.marks.len() > marks {
            self.unmark();
        }
        self.saved.truncate(saved);
        self.state = before;
    }

    fn text_step(&mut self, step: &TypedInstruction<'_, '_>, resources: &Resources<'a>) {
        let state = &mut self.state;
        match step {
            TypedInstruction::BeginText(_) => state.set_text(Affine::IDENTITY),
            TypedInstruction::CharacterSpacing(space) => state.letter_space = space.0.as_f64(),
            TypedInstruction::WordSpacing(space) => state.word_space = space.0.as_f64(),
            TypedInstruction::HorizontalScaling(percent) => state.stretch = percent.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(leading) => state.leading = leading.0.as_f64(),
            TypedInstruction::TextRise(rise) => state.rise = rise.0.as_f64(),
            TypedInstruction::TextFont(font) => {
                state.size = font.1.as_f64();
                state.face = match resources.get_font(font.0) {
                    Some(dict) => self.faces.face(&dict),
                    None => self.faces.standard(),
                };
            }
            TypedInstruction::SetGraphicsState(named) => self.set_graphics(named.0, resources),
            TypedInstruction::SetTextMatrix(m) => state.set_text(matrix([m.0, m.1, m.2, m.3, m.4, m.5])),
            TypedInstruction::NextLine(by) => state.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                state.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            TypedInstruction::ShowText(text) => self.show(text.0.as_bytes()),
            TypedInstruction::NextLineAndShowText(text) => {
                state.next_line(0.0, -state.leading);
                self.show(text.0.as_bytes());
            }
            TypedInstruction::ShowTextWithParameters(text) => {
                (state.word_space, state.letter_space) = (text.0.as_f64(), text.1.as_f64());
                state.next_line(0.0, -state.leading);
                self.show(text.2.as_bytes());
            }
            TypedInstruction::ShowTexts(texts) => self.show_all(texts.0),
            TypedInstruction::InlineImage(_) => self.picture(),
            TypedInstruction::XObject(named) => {
                if let Some(stream) = resources.get_x_object(named.0) {
                    self.external(&stream, resources);
                }
            }
            TypedInstruction::BeginMarkedContent(mark) => self.mark(mark.0, None, resources),
            TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                self.mark(mark.0, Some(mark.1), resources);
            }
            _ => {}
        }
    }

    fn set_graphics(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let font = resources.get_ext_g_state(name).and_then(|state| state.get::<Array<'a>>(b"Font"));
        let Some(font) = font else { return };
        let mut items = font.flex_iter();
        if let (Some(dict), Some(size)) = (items.next::<Dict<'a>>(), items.next::<f64>()) {
            (self.state.face, self.state.size) = (self.faces.face(&dict), size);
        }
    }

    fn show_all(&mut self, texts: &Array<'_>) {
        for item in texts.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(text.as_bytes()),
                Object::Number(by) => self.state.adjust(by.as_f64()),
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.face.clone() else { return };
        let hidden = self.hidden();
        let running = self.marks.iter().any(|mark| mark.running);
        let mut at = 0;
        while at < bytes.len() {
            let (number, length) = face.next_code(bytes, at);
            at += length;
            let code = face.code(number, length);
            let standing = self.state.stand(&face, code.advance, number == 32 && length == 1);
            let Some(standing) = standing.filter(|_| !hidden) else { continue };
            if code.text.is_empty() {
                self.drawn.nameless += 1;
            } else if self.on_page(&standing) {
                self.drawn.glyphs.push(Glyph { text: code.text, at: standing, bold: face.bold, running });
            }
        }
    }

    fn on_page(&self, standing: &Standing) -> bool {
        let (x, y) = standing.turn.forth(standing.x + standing.width / 2.0, standing.y - standing.size / 4.0);
        self.page.contains(Point::new(x, y)) && standing.size > 0.0
    }

    /// A picture fills the square of one by one.
    fn picture(&mut self) {
        let covered =
            self.state.place.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0)).intersect(self.page);
        if !self.hidden() && covered.area().is_finite() {
            self.drawn.pictured += covered.area() / self.page.area();
        }
    }

    /// A picture, or content that is kept by itself.
    fn external(&mut self, stream: &Stream<'a>, resources: &Resources<'a>) {
        let dict = stream.dict();
        let group = dict.get::<Dict<'_>>(b"OC");
        let name = dict.get_ref(b"OC").map(ObjectIdentifier::from);
        if self.hidden() || group.is_some_and(|group| !self.layers.shows(&group, name)) {
            return;
        }
        if dict.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Image") {
            self.picture();
        } else {
            self.form(stream, resources, None);
        }
    }

    /// A form, within a box if it is an annotation's.
    fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, within: Option<Rect>) {
        let id = stream.obj_id();
        if self.inside.len() >= DEEPEST || !self.inside.insert(id) {
            self.drawn.endless = true;
            return;
        }
        if let Ok(content) = stream.decoded_data() {
            let dict = stream.dict();
            let before = self.state.clone();
            let own = dict.get::<[f64; 6]>(b"Matrix").map_or(Affine::IDENTITY, Affine::new);
            let bounds = dict.get::<[f64; 4]>(b"BBox").map(|[x, y, right, top]| Rect::new(x, y, right, top));
            if let Some((from, to)) = bounds.map(|bounds| own.transform_rect_bbox(bounds)).zip(within) {
                self.state.place *= fitted(from, to);
            }
            self.state.place *= own;
            let kept = dict.get::<Dict<'a>>(b"Resources").map(Resources::new);
            self.run(TypedIter::new(&content), kept.as_ref().unwrap_or(resources));
            self.state = before;
        }
        self.inside.remove(&id);
    }

    /// What stands on the page without being part of its content: what a form was filled in with, stamps, notes.
    fn annotations(&mut self, page: &Page<'a>, stale: bool) {
        /// Bits 2 and 6 of an annotation's flags: hidden, and not to be seen on a screen.
        const UNSEEN: u32 = 1 << 1 | 1 << 5;
        let annotations = page.raw().get::<Array<'a>>(b"Annots").unwrap_or_default();
        for annotation in annotations.iter::<Dict<'a>>() {
            let kind = annotation.get::<Name<'_>>(b"Subtype");
            let flags = annotation.get::<u32>(b"F").unwrap_or_default();
            let Some([x, y, right, top]) = annotation.get::<[f64; 4]>(b"Rect") else { continue };
            if flags & UNSEEN != 0 || kind.is_some_and(|kind| kind.as_str() == "Popup") {
                continue;
            }
            let within = Rect::new(x, y, right, top).abs();
            let drawn = appearance(&annotation);
            let written = if fields::is_field(&annotation) && (stale || drawn.is_none()) {
                fields::value(&annotation)
            } else {
                None
            };
            match (written, drawn) {
                (Some(text), _) => self.write(&text, within),
                (None, Some(stream)) => self.form(&stream, page.resources(), Some(within)),
                (None, None) => {}
            }
        }
    }

    /// Writes into a box, each line of a text as one letter: how wide it is set nobody knows.
    fn write(&mut self, text: &str, within: Rect) {
        /// Points.
        const USUAL: f64 = 12.0;
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let step = within.height() / lines.len().max(1) as f64;
        for (place, line) in lines.into_iter().enumerate() {
            let size = (step * 0.7).min(USUAL);
            let below = within.y1 - step * (place as f64 + 0.5) - size * 0.3;
            let at = self.state.place * Point::new(within.x0, below);
            let standing = Standing { turn: Turn::None, x: at.x, y: at.y, width: within.width(), size };
            if self.on_page(&standing) {
                self.drawn.glyphs.push(Glyph {
                    text: line.into(),
                    at: standing,
                    bold: false,
                    running: false,
                });
            }
        }
    }

    fn hidden(&self) -> bool {
        self.marks.last().is_some_and(|mark| mark.hidden)
    }

    fn mark(&mut self, tag: &Name<'_>, properties: Option<&Object<'_>>, resources: &Resources<'a>) {
        let named = properties.and_then(|object| match object {
            Object::Name(name) => Some(name),
            _ => None,
        });
        let kept = named.and_then(|name| resources.properties.get::<Dict<'a>>(name));
        let layer = named.and_then(|name| resources.properties.get_ref(name)).map(ObjectIdentifier::from);
        let hidden = self.hidden()
            || (tag.as_str() == "OC" && kept.as_ref().is_some_and(|kept| !self.layers.shows(kept, layer)));
        let inline = properties.and_then(dict_or_stream).map(|(dict, _)| dict);
        let (instead, kind) = match (&kept, inline) {
            (Some(dict), _) => told(dict),
            (None, inline) => inline.map(told).unwrap_or_default(),
        };
        let running = tag.as_str() == "Artifact" && kind.as_deref() == Some("Pagination");
        let instead = instead.map(|text| (text, self.drawn.glyphs.len()));
        self.marks.push(Mark { hidden, running, instead });
    }

    fn unmark(&mut self) {
        let Some(Mark { instead: Some((text, first)), .. }) = self.marks.pop() else { return };
        let mut drawn = self.drawn.glyphs.drain(first..);
        let Some(mut whole) = drawn.next() else { return };
        for glyph in drawn {
            if glyph.at.turn == whole.at.turn {
                whole.at.width = whole.at.width.max(glyph.end() - whole.at.x);
            }
        }
        whole.text = text.into();
        if !whole.text.is_empty() {
            self.drawn.glyphs.push(whole);
        }
    }
}

/// What marked content says in place of what it draws, and of what type it is.
fn told(properties: &Dict<'_>) -> (Option<String>, Option<String>) {
    let instead = properties.get::<PdfString<'_>>(b"ActualText").map(|text| strings::text(&text));
    (instead, properties.get::<Name<'_>>(b"Type").map(|kind| kind.as_str().to_owned()))
}

/// The way from one box to another (ISO 32000-1, 12.5.5).
fn fitted(from: Rect, to: Rect) -> Affine {
    let share = |to: f64, from: f64| if from.abs() > f64::EPSILON { to / from } else { 1.0 };
    let (x, y) = (share(to.width(), from.width()), share(to.height(), from.height()));
    Affine::new([x, 0.0, 0.0, y, to.x0 - from.x0 * x, to.y0 - from.y0 * y])
}

/// How an annotation looks when nobody points at it.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'a>>(b"AP")?.get::<Object<'a>>(b"N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get::<Stream<'a>>(&annotation.get::<Name<'_>>(b"AS")?),
        _ => None,
    }
}
