//! Which letters the codes of a composite font stand for when it has no map to Unicode of its own.

use std::cell::OnceCell;
use std::collections::HashMap;

use hayro_cmap::{CMap, CMapName, CidFamily, load_embedded};
use hayro_font::FontGlyph;
use hayro_font::hayro_syntax::object::{Array, Dict, Name, Stream, String as PdfString};
use skrifa::{FontRef, MetadataProvider};

use super::faces::string;

/// What stands in for the map.
pub(super) enum Letters {
    /// Nothing has to: the font tells its letters itself.
    Told,
    /// The codes are Unicode.
    Unicode,
    /// An Asian collection of characters, which numbers them.
    Collection(Box<Collection>),
    /// The font file, which knows the shapes of letters: the letter of each.
    File(OnceCell<HashMap<u32, char>>),
}

/// How codes are numbered, and which characters the numbers stand for.
pub(super) struct Collection {
    codes: CMap,
    characters: CMap,
}

impl Letters {
    /// What stands in for the map of the font that a dictionary describes.
    pub(super) fn of(dict: &Dict<'_>) -> Self {
        let composite = dict.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Type0");
        let identity = |name: Name<'_>| name.as_str().starts_with("Identity");
        if dict.get::<Name<'_>>(b"ToUnicode").is_some_and(identity) {
            return Self::Unicode;
        }
        if !composite || dict.contains_key(b"ToUnicode") {
            return Self::Told;
        }
        Self::collection(dict).unwrap_or_else(|| Self::File(OnceCell::new()))
    }

    fn collection(dict: &Dict<'_>) -> Option<Self> {
        let descendant = dict.get::<Array<'_>>(b"DescendantFonts")?.iter::<Dict<'_>>().next()?;
        let system = descendant.get::<Dict<'_>>(b"CIDSystemInfo")?;
        let (registry, ordering) =
            (system.get::<PdfString<'_>>(b"Registry")?, system.get::<PdfString<'_>>(b"Ordering")?);
        let characters = CidFamily::from_registry_ordering(&registry, &ordering).ucs2_cmap()?;
        let named = |name: CMapName<'_>| CMap::parse(load_embedded(name)?, load_embedded);
        let codes = match dict.get::<Stream<'_>>(b"Encoding") {
            Some(stream) => CMap::parse(&stream.decoded_data().ok()?, load_embedded),
            None => match CMapName::from_bytes(&dict.get::<Name<'_>>(b"Encoding")?) {
                CMapName::IdentityH | CMapName::IdentityV => Some(CMap::identity_h()),
                name => named(name),
            },
        };
        Some(Self::Collection(Box::new(Collection { codes: codes?, characters: named(characters)? })))
    }

    /// The letters of a glyph that a code of so many bytes stands for; `None` where nothing is known of any code.
    pub(super) fn text(&self, glyph: &FontGlyph<'_>, code: u32, length: usize) -> Option<String> {
        match self {
            Self::Told => None,
            Self::Unicode => Some(char::from_u32(code).map(String::from).unwrap_or_default()),
            Self::Collection(collection) => Some(collection.text(code, length).unwrap_or_default()),
            Self::File(letters) => {
                let FontGlyph::Outline(outline) = glyph else { return None };
                let letters = letters.get_or_init(|| {
                    let file = outline.font_data().map(|told| told.data);
                    file.and_then(|file| shapes((*file).as_ref())).unwrap_or_default()
                });
                Some(letters.get(&outline.glyph_id().to_u32()).map(char::to_string).unwrap_or_default())
            }
        }
    }
}

impl Collection {
    fn text(&self, code: u32, length: usize) -> Option<String> {
        let number = self.codes.lookup_cid_code(code, u8::try_from(length).ok()?)?;
        if let Some(text) = self.characters.lookup_bf_string(number) {
            return Some(string(text));
        }
        let found = (1..=4).find_map(|length| self.characters.lookup_cid_code(number, length))?;
        char::from_u32(found).map(String::from)
    }
}

/// The letters of the shapes of a font file. Of several for one shape, the first is the plainest.
fn shapes(file: &[u8]) -> Option<HashMap<u32, char>> {
    let font = FontRef::new(file).ok()?;
    let mut letters = HashMap::new();
    for (letter, shape) in font.charmap().mappings() {
        if let Some(letter) = char::from_u32(letter) {
            letters.entry(shape.to_u32()).or_insert(letter);
        }
    }
    Some(letters)
}
