//! Phrases, and the forms of their words as a language's file writes them.

use crate::fold::folded;
use std::collections::HashMap;

/// Every form of a word: `reject/s/ed`, `oppos:e/es/ed`.
pub(in crate::analysis) fn forms(word: &str) -> Vec<String> {
    let mut parts = word.split('/');
    let base = parts.next().unwrap_or_default();
    let (stem, first) = base.split_once(':').unwrap_or((base, ""));
    [first].into_iter().chain(parts).map(|ending| folded(&format!("{stem}{ending}"))).collect()
}

/// A set of phrases with what each stands for. The longest that begins at a word is the one that counts.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Phrases<T> {
    nodes: Vec<Node<T>>,
}

#[derive(Debug, Clone)]
struct Node<T> {
    next: HashMap<String, usize>,
    value: Option<T>,
    /// Up to this many words may stand before the next word.
    gap: usize,
}

/// How many words may stand at a `~`.
const GAP: usize = 3;

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { nodes: vec![Node { next: HashMap::new(), value: None, gap: 0 }] }
    }
}

impl<T: Clone> Phrases<T> {
    /// Adds a phrase in all the forms of its words. A phrase that is there already stays.
    pub(in crate::analysis) fn add(&mut self, phrase: &str, value: &T) {
        for other in phrase.split('|') {
            self.add_one(other, value);
        }
    }

    fn add_one(&mut self, phrase: &str, value: &T) {
        let mut ends = vec![0];
        for word in phrase.split_whitespace().flat_map(|word| {
            word.strip_suffix(',')
                .map_or_else(|| vec![word], |word| if word.is_empty() { vec![","] } else { vec![word, ","] })
        }) {
            if word == "~" {
                for end in &ends {
                    self.nodes[*end].gap = GAP;
                }
                continue;
            }
            let parts = |form: &str| {
                form.replace('-', " - ")
                    .replace('’', " ’")
                    .split_whitespace()
                    .map(ToOwned::to_owned)
                    .collect::<Vec<_>>()
            };
            let forms: Vec<Vec<String>> = forms(word).iter().map(|form| parts(form)).collect();
            let mut reached = Vec::new();
            for end in ends {
                for form in &forms {
                    let node = form.iter().fold(end, |node, part| self.child(node, part));
                    if !reached.contains(&node) {
                        reached.push(node);
                    }
                }
            }
            ends = reached;
        }
        for end in ends {
            self.nodes[end].value.get_or_insert_with(|| value.clone());
        }
    }

    fn child(&mut self, node: usize, word: &str) -> usize {
        if let Some(child) = self.nodes[node].next.get(word) {
            return *child;
        }
        let child = self.nodes.len();
        self.nodes.push(Node { next: HashMap::new(), value: None, gap: 0 });
        self.nodes[node].next.insert(word.to_owned(), child);
        child
    }

    /// The longest phrase that begins with the first of `words` (folded): one past its last word, and its value.
    pub(in crate::analysis) fn at(&self, words: &[String]) -> Option<(usize, &T)> {
        self.longest(0, words, 0)
    }

    /// Whether one of the phrases is exactly these words.
    pub(in crate::analysis) fn contains(&self, words: &[String]) -> bool {
        self.at(words).is_some_and(|(end, _)| end == words.len())
    }

    /// Whether one of the phrases stands anywhere in these words.
    pub(in crate::analysis) fn find(&self, words: &[String]) -> Option<(usize, usize, &T)> {
        (0..words.len()).find_map(|at| self.at(&words[at..]).map(|(end, value)| (at, at + end, value)))
    }

    fn longest(&self, node: usize, words: &[String], at: usize) -> Option<(usize, &T)> {
        let here = &self.nodes[node];
        let onward = (at..=at + here.gap).find_map(|next| {
            let child = *here.next.get(words.get(next)?)?;
            self.longest(child, words, next + 1)
        });
        onward.or_else(|| here.value.as_ref().map(|value| (at, value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_written_shortly() {
        assert_eq!(forms("reject/s/ed/ing"), ["reject", "rejects", "rejected", "rejecting"]);
        assert_eq!(forms("den:y/ies/ied"), ["deny", "denies", "denied"]);
        let mut phrases = Phrases::default();
        phrases.add("giv:e/es up|gave up", &());
        for form in ["give up", "gives up", "gave up"] {
            assert!(phrases.contains(&form.split(' ').map(ToOwned::to_owned).collect::<Vec<_>>()), "{form}");
        }
    }

    #[test]
    fn the_longest_phrase_counts_and_a_gap_takes_up_to_three_words() {
        let mut phrases = Phrases::default();
        phrases.add("rul:e/ed ~ out", &1);
        phrases.add("ruled", &2);
        let at = |text: &str| {
            let words: Vec<String> = text.split(' ').map(ToOwned::to_owned).collect();
            phrases.at(&words).map(|(end, value)| (end, *value))
        };
        assert_eq!(at("ruled out"), Some((2, 1)));
        assert_eq!(at("rule all of that out now"), Some((5, 1)));
        assert_eq!(at("ruled all of that today out"), Some((1, 2)));
        assert_eq!(at("rule"), None);
    }
}
