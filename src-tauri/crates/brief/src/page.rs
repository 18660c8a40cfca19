//! The page model: what layout yields and what every exporter and the preview draw.
//!
//! It exists so that PDF and preview cannot differ: both walk these pages and nothing else.
//! All lengths are points (1/72 inch) in `f32`; x runs from the left edge, y **down** from the top edge.

mod colour;
mod dump;
mod geometry;
mod path;
mod structure;
mod symbol;

pub use colour::Colour;
pub use geometry::{Point, Rect, Size};
pub use path::{Fill, FillRule, LineCap, Path, Segment, Stroke};
pub use structure::{CellScope, Element, ElementId, ElementKind, Structure};
pub use symbol::Symbol;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::fonts::{FontId, Fonts};
use crate::picture::Picture;
use crate::text::Language;

/// A finished document: pages, and beside them what a reader cannot see but a screen reader needs.
#[derive(Debug, Clone)]
pub struct Pages {
    /// The sheets, in order.
    pub pages: Vec<Page>,
    /// The logical structure; items refer to it by [`Tag::Element`].
    pub structure: Structure,
    /// Bookmarks, nested.
    pub outline: Vec<OutlineEntry>,
    /// Named places that links and bookmarks go to.
    pub destinations: BTreeMap<String, Destination>,
    /// The language of the document as a whole.
    pub language: Language,
    /// The document's title, shown in the window of a PDF reader.
    pub title: String,
    /// The fonts that the glyph runs' [`FontId`]s belong to.
    pub fonts: Fonts,
}

impl Pages {
    /// An empty document in `language`.
    #[must_use]
    pub fn new(fonts: Fonts, language: Language, title: impl Into<String>) -> Self {
        Self {
            pages: Vec::new(),
            structure: Structure::default(),
            outline: Vec::new(),
            destinations: BTreeMap::new(),
            language,
            title: title.into(),
            fonts,
        }
    }

    /// The language that holds for items with this tag when they do not say: that of the nearest element around
    /// them that has one, else the document's.
    #[must_use]
    pub fn language_of(&self, tag: Tag) -> &Language {
        let mut at = match tag {
            Tag::Element(element) => self.structure.get(element),
            Tag::Artifact(_) => None,
        };
        while let Some(element) = at {
            if let Some(language) = &element.language {
                return language;
            }
            at = element.parent.and_then(|parent| self.structure.get(parent));
        }
        &self.language
    }

    /// A readable text form of everything on the pages, for snapshot tests.
    #[must_use]
    pub fn dump(&self) -> String {
        dump::dump(self)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width and height in points.
    pub size: Size,
    /// Number printed on it, from 1.
    pub number: usize,
    /// What is drawn, back to front. Reading order follows this order too: see [`Structure`].
    pub items: Vec<Item>,
    /// Areas that can be clicked.
    pub links: Vec<LinkArea>,
}

impl Page {
    /// An empty sheet.
    #[must_use]
    pub fn new(size: Size, number: usize) -> Self {
        Self { size, number, items: Vec::new(), links: Vec::new() }
    }

    /// Draws `mark` on top of what is there.
    pub fn draw(&mut self, tag: Tag, mark: impl Into<Mark>) {
        self.items.push(Item { tag, mark: mark.into() });
    }
}

/// One drawn thing and what it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The structure element, or the kind of artifact.
    pub tag: Tag,
    /// The drawing itself.
    pub mark: Mark,
}

/// What an item belongs to in the document's logical structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// Real content, read aloud as part of this element.
    Element(ElementId),
    /// Not content: skipped by screen readers.
    Artifact(Artifact),
}

/// Kinds of things that are drawn but not read aloud (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Artifact {
    /// Running header: marking and header line.
    Header,
    /// Running footer: footer line, page number, marking.
    Footer,
    /// The DRAFT watermark.
    Watermark,
    /// Rules, frames, symbols, repeated table headers.
    Layout,
}

/// The drawings that exist.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Text.
    Glyphs(GlyphRun),
    /// A straight rule or bar.
    Rule(Rule),
    /// Anything else with an outline.
    Path(Path),
    /// A picture.
    Image(Image),
}

impl From<GlyphRun> for Mark {
    fn from(run: GlyphRun) -> Self {
        Self::Glyphs(run)
    }
}

impl From<Rule> for Mark {
    fn from(rule: Rule) -> Self {
        Self::Rule(rule)
    }
}

impl From<Path> for Mark {
    fn from(path: Path) -> Self {
        Self::Path(path)
    }
}

impl From<Image> for Mark {
    fn from(image: Image) -> Self {
        Self::Image(image)
    }
}

/// A picture at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Its pixels.
    pub picture: Arc<Picture>,
    /// Where it goes; as wide to high as the picture.
    pub area: Rect,
}

/// Shaped glyphs of one font, size and colour, in the order in which they are painted (left to right).
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphRun {
    /// The font, of [`Pages::fonts`].
    pub font: FontId,
    /// Size in points.
    pub size: f32,
    /// Fill colour.
    pub colour: Colour,
    /// Where the run starts: left end of its baseline.
    pub origin: Point,
    /// Its glyphs.
    pub glyphs: Vec<Glyph>,
    /// The characters behind the glyphs, in reading order.
    pub text: String,
    /// The language, when it is known.
    pub language: Option<Language>,
    /// What a copy or a screen reader gets instead of `text`, when that differs.
    pub actual_text: Option<String>,
}

impl GlyphRun {
    /// Width from the origin to the end of the last glyph.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.glyphs.last().map_or(0.0, |glyph| glyph.x + glyph.advance)
    }

    /// The glyphs as an outline with neither fill nor stroke, at the run's origin: for text that is drawn as
    /// a shape and is not to be copied, such as the watermark.
    #[must_use]
    pub fn outlined(&self, fonts: &Fonts) -> Path {
        path::outlined(self, fonts)
    }
}

/// One glyph of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Index in the font (not in any subset).
    pub id: u16,
    /// Pen position relative to the run's origin, rightwards, mark offsets included.
    pub x: f32,
    /// Height above the baseline.
    pub y: f32,
    /// How far the pen moves on.
    pub advance: f32,
    /// Byte range in [`GlyphRun::text`] that copying this glyph must give; empty for the second and later
    /// glyphs of a cluster.
    pub text: Range<u32>,
}

/// A straight rule or bar, drawn as a filled rectangle so that its weight is exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Its extent.
    pub area: Rect,
    /// Its colour.
    pub colour: Colour,
}

impl Rule {
    /// A horizontal rule of `weight`, centred on `y`.
    #[must_use]
    pub fn horizontal(left: f32, right: f32, y: f32, weight: f32, colour: Colour) -> Self {
        Self { area: Rect::new(left, y - weight / 2.0, right - left, weight), colour }
    }

    /// A vertical rule of `weight`, centred on `x`.
    #[must_use]
    pub fn vertical(x: f32, top: f32, bottom: f32, weight: f32, colour: Colour) -> Self {
        Self { area: Rect::new(x - weight / 2.0, top, weight, bottom - top), colour }
    }
}

/// An area that goes somewhere when clicked.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkArea {
    /// Where to click.
    pub area: Rect,
    /// Where it goes.
    pub target: LinkTarget,
    /// What a screen reader says about it, for example "Evidence 3" (the annotation's Contents).
    pub description: String,
    /// The `Link` element that the area belongs to.
    pub element: Option<ElementId>,
}

/// Where a link goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A name in [`Pages::destinations`].
    Place(String),
    /// A web address; the program never opens it.
    Address(String),
}

/// A place that links can go to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Destination {
    /// Index in [`Pages::pages`], from 0.
    pub page: usize,
    /// The point that comes to the top left corner of the window.
    pub at: Point,
}

/// One bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// What it says.
    pub title: String,
    /// A name in [`Pages::destinations`].
    pub destination: String,
    /// Bookmarks below it.
    pub children: Vec<OutlineEntry>,
}
