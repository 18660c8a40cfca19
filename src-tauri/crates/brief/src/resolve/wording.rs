//! Words that a reader cannot weigh, pointed out before the note leaves and never changed.
//!
//! ICD 203 (US Office of the Director of National Intelligence) wants likelihood in its seven terms, and never
//! in one sentence with confidence.

use super::Resolver;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::block::{Inline, Text};

/// Words that sound like a likelihood and are none. "May" with a capital is the month.
const LOOSE: [&str; 7] =
    ["may", "might", "could", "possibly", "perhaps", "it is believed", "cannot be ruled out"];
/// Heads of the seven terms.
const LIKELIHOOD: [&str; 5] =
    ["likely", "unlikely", "almost certain", "almost no chance", "roughly even chance"];

impl Resolver<'_> {
    /// Points out loose words in the writer's own text; quotations stand in blocks of their own.
    pub(super) fn check_wording(&mut self, text: &Text, block: BlockId) {
        let words = unquoted(text);
        for loose in LOOSE.iter().filter(|loose| holds(&words, loose)) {
            let message =
                format!("“{loose}” says little about how likely something is; Annex B has words that do.");
            self.warn(Some(block), message);
        }
        let both = |sentence: &str| {
            let lower = sentence.to_lowercase();
            holds(&lower, "confidence") && LIKELIHOOD.iter().any(|term| holds(&lower, term))
        };
        if words.split(['.', '?', '!']).any(both) {
            self.warn(
                Some(block),
                "One sentence gives both a likelihood and a confidence; readers mix them up.",
            );
        }
    }
}

/// The words outside quotation marks: what is quoted is not the writer's to change.
fn unquoted(text: &Text) -> String {
    let mut words = String::new();
    let mut quoted = false;
    for inline in text {
        let Inline::Text { text, .. } = inline else { continue };
        for character in text.chars() {
            match character {
                '“' => quoted = true,
                '”' => quoted = false,
                _ if quoted => {}
                _ => words.push(character),
            }
        }
    }
    words
}

/// Whether `words` holds `term` as whole words.
fn holds(words: &str, term: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words.match_indices(term).any(|(start, _)| {
        !letter(words[..start].chars().next_back()) && !letter(words[start + term.len()..].chars().next())
    })
}
