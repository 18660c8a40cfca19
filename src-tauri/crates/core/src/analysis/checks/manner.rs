//! How a language hedges, claims and judges: its file, read and checked. The English one says how such a file is written.

use crate::analysis::language::{Phrases, Token, forms};
use crate::fold::folded;
use std::collections::HashSet;
use std::sync::OnceLock;

/// The files by language.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("language/en.txt")),
    ("de", include_str!("language/de.txt")),
    ("fr", include_str!("language/fr.txt")),
];

/// What is known of a language. The sections of its file say what each is for.
#[derive(Debug, Default)]
pub(super) struct Manner {
    pub(super) loose: Phrases<Apart>,
    capital: HashSet<String>,
    pub(super) likelihood: Phrases<()>,
    pub(super) confidence: Phrases<()>,
    pub(super) elisions: HashSet<String>,
    pub(super) ours: HashSet<String>,
    carries: HashSet<String>,
    endings: Vec<String>,
    verb_before: Vec<String>,
    never_verbs: Vec<String>,
    pub(super) between: HashSet<String>,
    articles: HashSet<String>,
    pub(super) units: HashSet<String>,
    short_forms: HashSet<String>,
    ordinals: HashSet<String>,
    our_headings: Vec<String>,
    our_heading_alone: HashSet<String>,
}

/// Where a loose word is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Apart {
    before: Vec<String>,
    after: Vec<String>,
}

impl Manner {
    /// What is known of the language of that BCP 47 tag, if anything.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        static READ: OnceLock<Vec<Manner>> = OnceLock::new();
        let primary = language.split('-').next().unwrap_or_default();
        let known = FILES.iter().position(|(language, _)| primary.eq_ignore_ascii_case(language))?;
        // A test reads the files; were one flawed all the same, its sound entries still serve.
        READ.get_or_init(|| FILES.iter().map(|(_, file)| Self::read(file).0).collect()).get(known)
    }

    /// Whether a loose word that stands there means something else: the month, the noun, what could not be done.
    pub(super) fn means_something_else(
        &self,
        tokens: &[Token<'_>],
        words: &[String],
        (at, end): (usize, usize),
        apart: &Apart,
    ) -> bool {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        self.capital.contains(&words[at]) && tokens[at].is_capitalised()
            || before.is_some_and(|before| apart.after.contains(before))
            || words.get(end).is_some_and(|next| apart.before.contains(next))
    }

    /// Whether the word right after a name is what the one of that name does.
    pub(super) fn is_verb(&self, word: &str) -> bool {
        self.carries(word) || self.bends(word, &self.endings)
    }

    /// Whether the word is one of those listed. Some differ from one that is none by an accent alone.
    fn carries(&self, word: &str) -> bool {
        self.carries.contains(&folded(word)) && !self.never_verbs.contains(&word.to_lowercase())
    }

    /// Whether the word right before a name is what the one of that name does; `earlier` stands before it.
    pub(super) fn is_verb_before(&self, word: &str, earlier: Option<&str>) -> bool {
        !self.verb_before.is_empty()
            && !earlier.is_some_and(|earlier| self.articles.contains(&folded(earlier)))
            && word.starts_with(char::is_lowercase)
            && (self.carries(word) || self.bends(word, &self.verb_before))
    }

    /// Whether the word has an ending of verbs.
    fn bends(&self, word: &str, endings: &[String]) -> bool {
        let never = |entry: &String| match entry.strip_prefix('-') {
            Some(ending) => word.ends_with(ending),
            None => word == entry,
        };
        word.chars().count() > 3
            && word.starts_with(char::is_lowercase)
            && endings.iter().any(|ending| word.ends_with(ending.as_str()))
            && !self.never_verbs.iter().any(never)
    }

    /// Whether a full stop after that word ends no sentence.
    pub(super) fn goes_on_after(&self, word: &str) -> bool {
        let is_small_number = word.len() < 3 && word.bytes().all(|sign| sign.is_ascii_digit());
        self.short_forms.contains(&folded(word)) || is_small_number && self.ordinals.contains(".")
    }

    /// Whether a heading stands over what we want, who comes and what is to be done.
    pub(super) fn is_our_heading(&self, words: &str) -> bool {
        let words = words.trim().to_lowercase();
        let begins_a_word = |(at, _): (usize, &str)| !words[..at].ends_with(char::is_alphanumeric);
        self.our_heading_alone.contains(&words)
            || self.our_headings.iter().any(|ours| words.match_indices(ours.as_str()).any(begins_a_word))
    }

    fn read(text: &str) -> (Self, Vec<String>) {
        let mut manner = Self::default();
        let mut flaws = Vec::new();
        let mut section = "";
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
                continue;
            }
            if line.starts_with('#') {
                continue;
            }
            for entry in line.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
                if !manner.fill(section, entry) {
                    flaws.push(format!("line {number}: there is no section [{section}]"));
                }
            }
        }
        (manner, flaws)
    }

    fn fill(&mut self, section: &str, entry: &str) -> bool {
        let words = match section {
            "loose" => {
                let (words, apart) = loose(entry);
                self.loose.add(&words, &apart);
                return true;
            }
            "likelihood" => {
                self.likelihood.add(entry, &());
                return true;
            }
            "confidence" => {
                self.confidence.add(entry, &());
                return true;
            }
            "endings" => &mut self.endings,
            "verb before" => &mut self.verb_before,
            "never verbs" => &mut self.never_verbs,
            "our headings" => &mut self.our_headings,
            _ => {
                let set = match section {
                    "capital" => &mut self.capital,
                    "elisions" => &mut self.elisions,
                    "ours" => &mut self.ours,
                    "carries" => &mut self.carries,
                    "between" => &mut self.between,
                    "articles" => &mut self.articles,
                    "units" => &mut self.units,
                    "short forms" => &mut self.short_forms,
                    "ordinals" => &mut self.ordinals,
                    "our heading alone" => &mut self.our_heading_alone,
                    _ => return false,
                };
                set.extend(forms(entry));
                return true;
            }
        };
        words.push(entry.to_owned());
        true
    }
}

/// An entry's words, and those that it does not count before and after.
fn loose(entry: &str) -> (String, Apart) {
    let mut words = Vec::new();
    let mut apart = Apart::default();
    for word in entry.split_whitespace() {
        match (word.strip_prefix('!'), word.strip_prefix('<')) {
            (Some(before), _) => apart.before.push(folded(before)),
            (_, Some(after)) => apart.after.push(folded(after)),
            _ => words.push(word),
        }
    }
    (words.join(" "), apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_have_no_flaw() {
        for (language, file) in FILES {
            assert_eq!(Manner::read(file).1, Vec::<String>::new(), "{language}.txt");
        }
        assert_eq!(Manner::read("[losse]\nmay").1, ["line 2: there is no section [losse]"]);
    }

    #[test]
    fn a_language_is_known_by_its_tag() {
        let known = |tag: &str| Manner::of(tag).is_some();
        assert!(known("en-GB") && known("FR") && known("de-CH-1996"));
        assert!(!known("uk") && !known(""));
    }
}
