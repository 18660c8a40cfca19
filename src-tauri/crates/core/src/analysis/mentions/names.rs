//! Every name an actor goes by, in one tree of words: a text is walked once, however many names there are.

use super::Place;
use super::endings::Endings;
use crate::actors::Actor;
use crate::analysis::language::{Lexicon, Token, Words};
use crate::sources::Structure;
use std::collections::HashMap;

/// The names of all actors.
#[derive(Debug)]
pub(super) struct Names<'l> {
    words: HashMap<String, u32>,
    /// Words of names in capitals, as headings have them.
    capitals: HashMap<String, Vec<u32>>,
    /// Stems of words whose ending gives way.
    stems: HashMap<String, Vec<u32>>,
    edges: HashMap<(u32, u32), u32>,
    /// Whose name ends at a node.
    owners: Vec<Vec<usize>>,
    lexicon: &'l Lexicon,
    endings: Endings,
}

/// A word this long may stand in capitals only; a shorter one would be taken for another: "US", "us".
const SHORTEST_CAPITALS: usize = 4;

impl<'l> Names<'l> {
    pub(super) fn of(actors: &[Actor], lexicon: &'l Lexicon, endings: Endings) -> Self {
        let mut names = Self {
            words: HashMap::new(),
            capitals: HashMap::new(),
            stems: HashMap::new(),
            edges: HashMap::new(),
            owners: vec![Vec::new()],
            lexicon,
            endings,
        };
        for (number, actor) in actors.iter().enumerate() {
            let all = actor.names();
            for name in all {
                names.add(name, number);
            }
        }
        names
    }

    /// The longest name that begins at the token, with all who go by it. An article that belongs to the name must
    /// be there but is not part of the place.
    pub(super) fn at(&self, tokens: &[Token<'_>], at: usize, is_article: bool) -> Option<Place> {
        let found = self.longest(0, tokens, at, at);
        // "The League" must not hide "League of the Coast".
        let after = if is_article { self.longest(0, tokens, at + 1, at + 1) } else { None };
        let (end, node) = found.into_iter().chain(after).max_by_key(|(end, _)| *end)?;
        let skipped = usize::from(is_article && end > at + 1);
        Some(Place { words: at + skipped..end, actors: self.owners[node as usize].clone() })
    }

    fn add(&mut self, name: &str, owner: usize) {
        if name.trim().chars().count() < 2 {
            return;
        }
        let words = Words::of(name, &Structure::default(), self.lexicon);
        let mut node = 0;
        for (at, token) in words.tokens.iter().enumerate() {
            let text = if at == 0 && self.lexicon.is_article(token.text) {
                token.text.to_lowercase()
            } else {
                plain(token.text)
            };
            let word = self.word(text);
            let next = self.owners.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.owners.push(Vec::new());
            }
        }
        let owners = &mut self.owners[node as usize];
        if node != 0 && !owners.contains(&owner) {
            owners.push(owner);
        }
    }

    fn word(&mut self, text: String) -> u32 {
        if let Some(word) = self.words.get(&text) {
            return *word;
        }
        let word = self.words.len() as u32;
        if text.chars().count() >= SHORTEST_CAPITALS {
            self.capitals.entry(text.to_uppercase()).or_default().push(word);
        }
        if let Some(stem) = self.endings.stem_of_name(&text) {
            self.stems.entry(stem.to_owned()).or_default().push(word);
        }
        self.words.insert(text, word);
        word
    }

    fn longest(&self, node: u32, tokens: &[Token<'_>], first: usize, at: usize) -> Option<(usize, u32)> {
        let ends_here = || (!self.owners[node as usize].is_empty()).then_some((at, node));
        let Some(token) = tokens.get(at).filter(|token| at == first || !token.opens_paragraph) else {
            return ends_here();
        };
        let mut best = None;
        for word in self.meant(token) {
            let Some(child) = self.edges.get(&(node, word)) else { continue };
            best = best.max(self.longest(*child, tokens, first, at + 1));
        }
        best.or_else(ends_here)
    }

    /// The words of names that a word of a text may stand for.
    fn meant(&self, token: &Token<'_>) -> Vec<u32> {
        let text = token.text;
        let exact =
            if text.starts_with(['\'', 'ʼ']) { self.words.get(&plain(text)) } else { self.words.get(text) };
        let mut meant: Vec<u32> = exact.copied().into_iter().collect();
        let first = text.chars().next().unwrap_or_default();
        if !first.is_uppercase() {
            return meant;
        }
        if self.lexicon.is_article(text) {
            meant.extend(self.words.get(&text.to_lowercase()));
        }
        if let Some(words) = self.capitals.get(text) {
            meant.extend(words);
        }
        for stem in self.endings.stems(text) {
            meant.extend(self.words.get(stem));
            meant.extend(self.stems.get(stem).into_iter().flatten());
        }
        meant
    }
}

/// A word with the typographer's apostrophe.
fn plain(word: &str) -> String {
    word.replace(['\'', 'ʼ'], "’")
}
