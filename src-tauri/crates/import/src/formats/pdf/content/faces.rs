//! The fonts of a document: which letters a code stands for, how far it goes, and how heavy it looks.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;
use hayro_cmap::{BfString, load_embedded};
use hayro_font::hayro_syntax::object::{Array, Dict, Name};
use hayro_font::{
    CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, StandardFont, UNITS_PER_EM,
};
use rustc_hash::FxHashMap;

use super::letters::Letters;

/// All fonts that a document has used so far.
pub(crate) struct Faces<'a> {
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    cmaps: CMapResolverFn,
    /// By where their dictionaries lie.
    known: RefCell<HashMap<Place, Option<Rc<Face<'a>>>>>,
}

/// Where a dictionary lies in memory, and how long it is.
type Place = (*const u8, usize);

/// A font.
pub(crate) struct Face<'a> {
    font: Font<'a>,
    pub(crate) bold: bool,
    /// Whether its lines go down the page.
    pub(crate) vertical: bool,
    /// How high its letters are, as a share of the size it is set in.
    pub(crate) height: f64,
    letters: Letters,
    codes: RefCell<FxHashMap<u32, Code>>,
}

/// What a code stands for.
#[derive(Clone)]
pub(crate) struct Code {
    /// Its letters; none where nothing tells them.
    pub(crate) text: Rc<str>,
    /// How far it goes, as a share of the size, along the line.
    pub(crate) advance: f64,
}

impl<'a> Faces<'a> {
    pub(crate) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            fonts: Arc::new(|query| {
                Some(match query {
                    FontQuery::Standard(font) => font.get_font_data(),
                    FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
                })
            }),
            cmaps: Arc::new(load_embedded),
            known: RefCell::default(),
        }
    }

    /// The font that a dictionary describes.
    pub(crate) fn face(&self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let key = (dict.data().as_ptr(), dict.data().len());
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let face = self.load(dict).map(Rc::new);
        self.known.borrow_mut().insert(key, face.clone());
        face
    }

    /// What letters are set in when a page does not say in what.
    pub(crate) fn standard(&self) -> Option<Rc<Face<'a>>> {
        let font = self.cache.standard_font(StandardFont::Helvetica, &self.fonts)?;
        Some(Rc::new(Face {
            font,
            bold: false,
            vertical: false,
            height: 1.0,
            letters: Letters::Told,
            codes: RefCell::default(),
        }))
    }

    fn load(&self, dict: &Dict<'a>) -> Option<Face<'a>> {
        let font = self.cache.font(dict, &self.fonts, &self.cmaps)?;
        Some(Face {
            bold: is_bold(dict),
            vertical: !font.is_horizontal(),
            height: height(dict),
            letters: Letters::of(dict),
            codes: RefCell::default(),
            font,
        })
    }
}

impl Face<'_> {
    /// The next code of a string and how many bytes it takes.
    pub(crate) fn next_code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    pub(crate) fn code(&self, code: u32, length: usize) -> Code {
        if let Some(known) = self.codes.borrow().get(&code) {
            return known.clone();
        }
        let advance = self.font.code_advance(code);
        let along = if self.vertical { -advance.y } else { advance.x };
        let made = Code {
            text: readable(&self.text(code, length)).into(),
            advance: if along.is_finite() { along / f64::from(UNITS_PER_EM) } else { 0.0 },
        };
        self.codes.borrow_mut().insert(code, made.clone());
        made
    }

    fn text(&self, code: u32, length: usize) -> String {
        let glyph = self.font.glyph(self.font.map_code(code), code);
        let told = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        if let Some(text) = told.map(string).filter(|text| !text.is_empty() && text != "\0") {
            return text;
        }
        if let Some(text) = self.letters.text(&glyph, code, length) {
            return text;
        }
        // A simple font whose glyphs have names that mean nothing: most are numbered like Latin letters.
        match u8::try_from(code) {
            Ok(byte @ 0x20..) if length == 1 => {
                WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned()
            }
            _ => String::new(),
        }
    }
}

pub(crate) fn string(text: BfString) -> String {
    match text {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    }
}

/// Text as people type it: joined letters as single ones, and nothing that cannot be seen.
fn readable(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => plain.push_str("st"),
            '\t' | '\n' | '\r' => plain.push(' '),
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
            _ if c.is_control() => {}
            _ => plain.push(c),
        }
    }
    plain
}

fn descriptor<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get::<Dict<'_>>(b"FontDescriptor").or_else(|| {
        let descendant = dict.get::<Array<'_>>(b"DescendantFonts")?.iter::<Dict<'_>>().next()?;
        descendant.get::<Dict<'_>>(b"FontDescriptor")
    })
}

fn is_bold(dict: &Dict<'_>) -> bool {
    /// Bit 19 of a font descriptor's flags (ISO 32000-1, table 123).
    const FORCED: u32 = 1 << 18;
    let named = dict.get::<Name<'_>>(b"BaseFont").is_some_and(|name| {
        let name = name.as_str().to_lowercase();
        ["bold", "black", "heavy", "demi"].iter().any(|word| name.contains(word))
    });
    let described = descriptor(dict).is_some_and(|descriptor| {
        let weight = descriptor.get::<f32>(b"FontWeight").unwrap_or_default();
        let flags = descriptor.get::<u32>(b"Flags").unwrap_or_default();
        weight >= 600.0 || flags & FORCED != 0
    });
    named || described
}

/// The height of a font whose glyphs are drawings, which need not fill its size; of others, all of it.
fn height(dict: &Dict<'_>) -> f64 {
    let drawn = dict.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Type3");
    let scale = dict.get::<[f64; 6]>(b"FontMatrix").map_or(0.001, |matrix| matrix[3].abs());
    let box_height = dict.get::<[f64; 4]>(b"FontBBox").map_or(0.0, |corners| (corners[3] - corners[1]).abs());
    let height = box_height * scale;
    if drawn && height > 0.0 && height.is_finite() { height } else { 1.0 }
}
