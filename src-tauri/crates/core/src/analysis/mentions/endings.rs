//! Endings that names take in languages that decline them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A language's endings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Endings(&'static [&'static str]);

const FILE: &str = include_str!("../language/endings.txt");

/// A stem shorter than this is not told from others.
const SHORTEST: usize = 3;

impl Endings {
    /// The endings of the language of that BCP 47 tag.
    pub(super) fn of(language: Option<&str>) -> Self {
        static READ: OnceLock<BTreeMap<&str, Vec<&str>>> = OnceLock::new();
        let known = READ.get_or_init(|| {
            let lines = FILE.lines().filter(|line| !line.starts_with('#'));
            lines
                .filter_map(|line| {
                    let mut words = line.split_whitespace();
                    Some((words.next()?, words.collect()))
                })
                .collect()
        });
        let primary = language.and_then(|tag| tag.split('-').next()).unwrap_or_default();
        Self(known.get(primary).map_or(&[], Vec::as_slice))
    }

    /// What a word in a text may be a form of: itself without an ending, and what is left of a name whose last
    /// letter gave way to one.
    pub(super) fn stems(self, word: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(move |ending| {
            word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST)
        })
    }

    /// What a name's word is looked for by, besides itself: without its last letter, if that gives way.
    pub(super) fn stem_of_name(self, word: &str) -> Option<&str> {
        let last = word.chars().next_back()?;
        let stem = &word[..word.len() - last.len_utf8()];
        let gives_way = !last.is_ascii() && self.0.contains(&&word[stem.len()..])
            || matches!(last, 'a' | 'e' | 'i' | 'o' | 'y') && self.0.contains(&&word[stem.len()..]);
        (gives_way && stem.chars().count() >= SHORTEST).then_some(stem)
    }
}
