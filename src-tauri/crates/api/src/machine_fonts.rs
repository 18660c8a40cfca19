//! Fonts of this machine, for the scripts that the bundled ones lack: Chinese, Japanese, Korean, the scripts of India,
//! Thai and others.

use fontdb::{Database, FaceInfo, ID};
use standpoint_brief::fonts::{Fonts, SystemFont};
use standpoint_brief::text::Memory;
use standpoint_brief::{BriefError, Composed, Edition, compose, compose_again};
use standpoint_core::notes::{NoteSnapshot, Pictures};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};
use unicode_script::UnicodeScript;

/// Composes the note with the bundled fonts, and with fonts of this machine for what those lack. Which ones depends on
/// the note and the machine alone, so that composing it again gives the same.
pub(crate) fn composed(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
) -> Result<Composed, BriefError> {
    with_fonts(snapshot, |fonts| compose(snapshot, pictures, edition, fonts))
}

/// The same for a note under the pen: paragraphs that stand as they stood the time before are not set again.
pub(crate) fn composed_again(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
    memory: &Memory,
) -> Result<Composed, BriefError> {
    memory.turn();
    with_fonts(snapshot, |fonts| compose_again(snapshot, pictures, edition, fonts, memory))
}

fn with_fonts(
    snapshot: &NoteSnapshot,
    compose: impl Fn(&Fonts) -> Result<Composed, BriefError>,
) -> Result<Composed, BriefError> {
    let mut missing = BTreeSet::new();
    let mut chosen = Vec::new();
    loop {
        let error = match compose(&set_of(&chosen)) {
            Err(error @ BriefError::MissingGlyph { .. }) => error,
            other => return other,
        };
        if let BriefError::MissingGlyph { all, .. } = &error {
            missing.extend(all);
        }
        let more = fonts_for(&missing, &snapshot.note.language);
        if more == chosen {
            return Err(error);
        }
        chosen = more;
    }
}

/// The fonts that have the characters, as far as there are any.
fn fonts_for(characters: &BTreeSet<char>, language: &str) -> Vec<ID> {
    // A note under the pen asks for the same again and again.
    type Asked = (String, BTreeSet<char>);
    static KNOWN: Mutex<BTreeMap<Asked, Vec<ID>>> = Mutex::new(BTreeMap::new());
    const KEPT: usize = 64;
    let asked = (language.to_owned(), characters.clone());
    // A poisoned map still holds only whole entries.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(chosen) = known.get(&asked) {
        return chosen.clone();
    }
    let mut chosen = Vec::new();
    let mut rest: Vec<char> = characters.iter().copied().collect();
    while let Some(&character) = rest.first() {
        match covering(character, language) {
            Some(id) => {
                chosen.push(id);
                rest = lacking(id, &rest);
            }
            None => drop(rest.remove(0)),
        }
    }
    if known.len() >= KEPT {
        known.clear();
    }
    known.insert(asked, chosen.clone());
    chosen
}

/// The bundled fonts and the chosen ones, kept with all they have shaped.
fn set_of(chosen: &[ID]) -> Fonts {
    static SETS: Mutex<BTreeMap<Vec<ID>, Fonts>> = Mutex::new(BTreeMap::new());
    if chosen.is_empty() {
        return Fonts::bundled();
    }
    let mut sets = SETS.lock().unwrap_or_else(PoisonError::into_inner);
    let set = || {
        let read = |id: &ID| {
            let name = machine().face(*id)?.post_script_name.clone();
            machine().with_face_data(*id, |bytes, index| SystemFont { name, bytes: bytes.to_vec(), index })
        };
        Fonts::bundled().with(chosen.iter().filter_map(read).collect())
    };
    sets.entry(chosen.to_vec()).or_insert_with(set).clone()
}

/// What is installed, looked up when it is first needed.
fn machine() -> &'static Database {
    static MACHINE: OnceLock<Database> = OnceLock::new();
    MACHINE.get_or_init(|| {
        let mut database = Database::new();
        database.load_system_fonts();
        database
    })
}

/// The font for a character in a note of that language: the best of the families known to be good for its script, else
/// any that has it.
fn covering(character: char, language: &str) -> Option<ID> {
    let families = families(character.script().full_name(), language);
    let rank = |face: &FaceInfo| {
        let known = |family: &String| face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family));
        families.iter().position(known).unwrap_or(families.len())
    };
    let mut faces: Vec<(usize, &FaceInfo)> = machine()
        .faces()
        .filter(|face| face.style == fontdb::Style::Normal)
        .map(|face| (rank(face), face))
        .collect();
    // Regular before bold, then by name: not in the order in which folders happened to be read.
    faces.sort_by_key(|(rank, face)| {
        (*rank, face.weight.0.abs_diff(400), face.post_script_name.clone(), face.index)
    });
    faces.into_iter().map(|(_, face)| face.id).find(|&id| has(id, character) && may_be_embedded(id))
}

fn has(id: ID, character: char) -> bool {
    lacking(id, &[character]).is_empty()
}

/// Those that the font does not have.
fn lacking(id: ID, characters: &[char]) -> Vec<char> {
    let lacking = |bytes: &[u8], index| {
        let face = ttf_parser::Face::parse(bytes, index).ok();
        let lacks = |c: &char| face.as_ref().is_none_or(|face| face.glyph_index(*c).is_none());
        characters.iter().copied().filter(lacks).collect()
    };
    machine().with_face_data(id, lacking).unwrap_or_else(|| characters.to_vec())
}

/// Whether the font's maker allows it to be put into documents (OpenType, OS/2 `fsType`), and it has outlines.
fn may_be_embedded(id: ID) -> bool {
    let may = |bytes: &[u8], index| {
        ttf_parser::Face::parse(bytes, index).is_ok_and(|face| {
            let outlines = face.tables().glyf.is_some() || face.tables().cff.is_some();
            let allowed = face.permissions() != Some(ttf_parser::Permissions::Restricted);
            outlines && allowed && !face.is_variable()
        })
    };
    machine().with_face_data(id, may).unwrap_or_default()
}

/// Families that suit the page, best first: those of Linux, then of Windows and macOS.
fn families(script: &str, language: &str) -> Vec<String> {
    let language = language.to_lowercase();
    let traditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].iter().any(|tag| language.starts_with(tag));
    let known: &[&str] = match (script, language.split('-').next().unwrap_or_default()) {
        ("Han", "ja") | ("Hiragana" | "Katakana", _) => &[
            "Noto Serif CJK JP",
            "Noto Serif JP",
            "Source Han Serif",
            "Yu Mincho",
            "Hiragino Mincho ProN",
            "MS Mincho",
            "Noto Sans CJK JP",
            "Yu Gothic",
        ],
        ("Han", "ko") | ("Hangul", _) => &[
            "Noto Serif CJK KR",
            "Noto Serif KR",
            "Source Han Serif K",
            "Batang",
            "AppleMyungjo",
            "Noto Sans CJK KR",
            "Malgun Gothic",
            "Apple SD Gothic Neo",
        ],
        ("Han", _) if traditional => &[
            "Noto Serif CJK TC",
            "Noto Serif TC",
            "Source Han Serif TC",
            "PMingLiU",
            "Songti TC",
            "Noto Sans CJK TC",
            "Microsoft JhengHei",
            "PingFang TC",
        ],
        ("Han" | "Bopomofo", _) => &[
            "Noto Serif CJK SC",
            "Noto Serif SC",
            "Source Han Serif SC",
            "SimSun",
            "Songti SC",
            "Noto Sans CJK SC",
            "Microsoft YaHei",
            "PingFang SC",
        ],
        ("Thai", _) => &["Noto Serif Thai", "Noto Sans Thai", "Leelawadee UI", "Thonburi"],
        ("Devanagari", _) => {
            &["Noto Serif Devanagari", "Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Mangal"]
        }
        _ => &[],
    };
    let script = script.replace('_', " ");
    let noto = [format!("Noto Serif {script}"), format!("Noto Sans {script}"), "Nirmala UI".to_owned()];
    known.iter().map(|family| (*family).to_owned()).chain(noto).collect()
}
