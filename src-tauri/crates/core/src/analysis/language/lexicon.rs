//! What is known of a language: its file, read and checked.

use super::forms::Phrases;
use crate::actors::ActorKind;
use crate::fold::folded;
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::OnceLock;

/// Where a cue leans, as the signs in the file say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis) enum Lean {
    For,
    ForIf,
    Neither,
    AgainstIf,
    Against,
    Unclear,
    /// What is said decides.
    Open,
}

/// How a cue stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis) enum Frame {
    /// A verb; its subject takes the stand.
    Verb,
    /// A verb of saying; what is said holds the stance.
    Say,
    /// An adjective or the like, tied to its subject by a form of be.
    Adjective,
    /// A noun of somebody's: "Kessia’s refusal".
    Noun,
}

/// Words that give a stance away.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Cue {
    pub(in crate::analysis) lean: Lean,
    pub(in crate::analysis) frame: Frame,
    /// It does not count before these words.
    pub(in crate::analysis) unless: Vec<String>,
}

/// A flaw in a language's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    line: usize,
    what: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

macro_rules! lexicon {
    ($(sets: $($set:ident = $set_name:literal),+;)? $(phrases: $($list:ident = $list_name:literal),+;)?) => {
        /// What is known of a language. The sections of the file, in its order, say what each is for.
        #[derive(Debug, Default)]
        pub(in crate::analysis) struct Lexicon {
            $($(pub(in crate::analysis) $set: HashSet<String>,)+)?
            $($(pub(in crate::analysis) $list: Phrases<()>,)+)?
            pub(in crate::analysis) given_names: HashSet<String>,
            pub(in crate::analysis) states: HashSet<String>,
            /// Verbs, verbs of saying, adjectives.
            pub(in crate::analysis) cues: Phrases<Cue>,
            /// Nouns stand apart: a word may be a verb and a noun.
            pub(in crate::analysis) nouns: Phrases<Cue>,
            pub(in crate::analysis) will: Phrases<Lean>,
            /// Nouns for those on one side, some of whom are named after them.
            pub(in crate::analysis) camps: Phrases<Lean>,
            pub(in crate::analysis) kinds: Vec<(ActorKind, Phrases<()>)>,
            pub(in crate::analysis) role_forms: BTreeMap<String, Vec<String>>,
            /// The states that adjectives and other names stand for.
            pub(in crate::analysis) demonyms: BTreeMap<String, String>,
            /// The same the other way round: adjectives and other names by each name of whom they stand for.
            pub(in crate::analysis) peoples: BTreeMap<String, Vec<String>>,
            /// The months in order, each with its short forms.
            pub(in crate::analysis) months: Vec<Vec<String>>,
            /// The days of the week from Monday on, likewise.
            pub(in crate::analysis) weekdays: Vec<Vec<String>>,
            /// Capitals by the states that act where they are named.
            pub(in crate::analysis) capitals: BTreeMap<String, String>,
            /// Nouns that stand for the actor of their kind that was spoken of last.
            pub(in crate::analysis) stand_ins: BTreeMap<String, ActorKind>,
            /// Words that open a condition, and what is put in their place.
            pub(in crate::analysis) conditions: Phrases<String>,
        }

        impl Lexicon {
            fn fill(&mut self, section: &str, entry: &str) -> Result<(), String> {
                match section {
                    $($($set_name => { self.$set.insert(folded(entry)); })+)?
                    $($($list_name => self.$list.add(entry, &()),)+)?
                    "given names" => { self.given_names.insert(entry.to_owned()); }
                    "states" => { self.states.insert(entry.to_owned()); }
                    "will" => {
                        let (lean, phrase) = signed(entry)?;
                        self.will.add(phrase, &lean);
                    }
                    "camps" => {
                        let (lean, phrase) = signed(entry)?;
                        self.camps.add(phrase, &lean);
                    }
                    "verbs" => self.cue(Frame::Verb, entry)?,
                    "say" => self.cue(Frame::Say, entry)?,
                    "adjectives" => self.cue(Frame::Adjective, entry)?,
                    "nouns" => self.cue(Frame::Noun, entry)?,
                    "conditions" => {
                        let (phrase, instead) = entry.split_once('=').unwrap_or((entry, ""));
                        self.conditions.add(phrase, &instead.trim().to_owned());
                    }
                    "demonyms" => {
                        let (people, names) = entry
                            .split_once('=')
                            .ok_or_else(|| format!("“{entry}” names no state; write “people = state, other name”"))?;
                        for name in names.split(',').map(str::trim) {
                            self.demonyms.entry(folded(people.trim())).or_insert_with(|| name.to_owned());
                            self.peoples.entry(folded(name)).or_default().push(folded(people.trim()));
                        }
                    }
                    "months" | "weekdays" => {
                        let forms: Vec<String> = entry.split_whitespace().map(folded).collect();
                        self.calendar.extend(forms.iter().cloned());
                        let list = if section == "months" { &mut self.months } else { &mut self.weekdays };
                        list.push(forms);
                    }
                    "capitals" => {
                        let (capital, state) = entry
                            .split_once('=')
                            .ok_or_else(|| format!("“{entry}” names no state; write “capital = state”"))?;
                        self.capitals.insert(folded(capital.trim()), state.trim().to_owned());
                    }
                    "role forms" => {
                        let (role, form) = entry
                            .split_once('=')
                            .ok_or_else(|| format!("“{entry}” names no other form; write “role = form”"))?;
                        self.role_forms.entry(folded(role.trim())).or_default().push(folded(form.trim()));
                    }
                    _ => {
                        let unknown = || format!("there is no section [{section}]");
                        let (list, word) = section.split_once(' ').ok_or_else(unknown)?;
                        let kind = ActorKind::ALL.iter().find(|kind| kind.word() == word).ok_or_else(unknown)?;
                        if list == "stand-ins" {
                            self.stand_ins.insert(folded(entry), *kind);
                            return Ok(());
                        }
                        if list != "kind" {
                            return Err(unknown());
                        }
                        match self.kinds.iter_mut().find(|(known, _)| known == kind) {
                            Some((_, phrases)) => phrases.add(entry, &()),
                            None => {
                                let mut phrases = Phrases::default();
                                phrases.add(entry, &());
                                self.kinds.push((*kind, phrases));
                            }
                        }
                    }
                }
                Ok(())
            }
        }
    };
}

lexicon! {
    sets: articles = "articles", short_forms = "short forms", common = "common", calendar = "calendar",
        titles = "titles", title_fields = "title fields", press = "press", sent = "sent", not_between = "not between", never_actors = "never actors", outlets = "outlets", role_ends = "role ends",
        links = "links", be = "be", he = "he", it = "it", we = "we", who = "who", owning = "owning", conjunctions = "conjunctions", national_endings = "national endings", may = "may", formers = "formers", before_places = "before places", prepositions = "prepositions", times = "times";
    phrases: voices = "voices", dating = "dating", dating_last = "dating last", not_dating = "not dating", personal = "personal", offices = "offices", likes = "likes", becomes = "become", negations = "negations", nothings = "nothings", doubts = "doubts",
        content_against = "content -", content_for = "content +", content_unclear = "content ?", content_neither = "content 0", content_turns = "content turns", content_doubts = "content doubts", content_hindrances = "content hindrances", dropping = "dropping", resumptions = "resumptions",
        kin_will = "kin will", source_phrases = "source phrases", turns = "turns", others = "others", own_turns = "own turns", unclear = "unclear", undecided = "undecided",
        inferred = "inferred", reported = "reported", told = "told", sequences = "sequences", sequences_if_refused = "sequences if refused", clause_ends = "clause ends";
}

/// The files by language, the one to fall back on first.
const FILES: &[(&str, &str)] = &[("en", include_str!("en.txt"))];

impl Lexicon {
    /// The lexicon for a text in the language of that BCP 47 tag; English where there is no other.
    pub(in crate::analysis) fn of(language: Option<&str>) -> &'static Self {
        static READ: OnceLock<Vec<Lexicon>> = OnceLock::new();
        // A test reads the bundled files; were one flawed all the same, its sound entries still serve.
        let read = READ.get_or_init(|| FILES.iter().map(|(_, file)| Self::read(file).0).collect());
        let primary = language.and_then(|tag| tag.split('-').next()).unwrap_or_default();
        let known = FILES.iter().position(|(language, _)| primary.eq_ignore_ascii_case(language));
        &read[known.unwrap_or(0)]
    }

    /// Whether the word is an article, small or at the beginning of a sentence.
    pub(in crate::analysis) fn is_article(&self, word: &str) -> bool {
        self.articles.contains(word)
            || word.starts_with(char::is_uppercase) && self.articles.contains(&word.to_lowercase())
    }

    /// Reads a language's file; what is flawed is left out and told.
    fn read(text: &str) -> (Self, Vec<Flaw>) {
        let mut lexicon = Self::default();
        let mut flaws = Vec::new();
        let mut section = None;
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut flaw = |what: String| flaws.push(Flaw { line: number, what });
            if let Some(name) = line.strip_prefix('[') {
                match name.strip_suffix(']') {
                    Some(name) => section = Some(name),
                    None => flaw(format!("“{line}” begins a section and does not end with “]”")),
                }
                continue;
            }
            let Some(section) = section else {
                flaw(format!("“{line}” stands before the first section"));
                continue;
            };
            // The sign at the head of a line is meant for each of its entries.
            let head = line.split_whitespace().next().filter(|word| sign(word).is_some());
            let signed = matches!(section, "will" | "camps" | "verbs" | "say" | "adjectives" | "nouns");
            let (before, entries) = match head {
                Some(word) if signed => (format!("{word} "), &line[word.len()..]),
                _ => (String::new(), line),
            };
            for entry in entries.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
                if let Err(what) = lexicon.fill(section, &format!("{before}{entry}")) {
                    flaw(what);
                }
            }
        }
        (lexicon, flaws)
    }

    fn cue(&mut self, frame: Frame, entry: &str) -> Result<(), String> {
        let (lean, rest) = signed(entry)?;
        let (words, unless): (Vec<&str>, Vec<&str>) =
            rest.split_whitespace().partition(|word| !word.starts_with('!'));
        if words.is_empty() {
            return Err(format!("“{entry}” has no words"));
        }
        let unless = unless.iter().map(|word| folded(&word[1..])).collect();
        let phrases = if frame == Frame::Noun { &mut self.nouns } else { &mut self.cues };
        phrases.add(&words.join(" "), &Cue { lean, frame, unless });
        Ok(())
    }
}

fn signed(entry: &str) -> Result<(Lean, &str), String> {
    let (word, rest) = entry.split_once(' ').unwrap_or((entry, ""));
    let lean =
        sign(word).ok_or_else(|| format!("“{entry}” begins with no sign of a stance: + (+) 0 (-) - ? ."))?;
    Ok((lean, rest.trim()))
}

fn sign(word: &str) -> Option<Lean> {
    Some(match word {
        "+" => Lean::For,
        "(+)" => Lean::ForIf,
        "0" => Lean::Neither,
        "(-)" => Lean::AgainstIf,
        "-" => Lean::Against,
        "?" => Lean::Unclear,
        "." => Lean::Open,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_files_have_no_flaw() {
        for (language, file) in FILES {
            let (_, flaws) = Lexicon::read(file);
            let told: Vec<String> = flaws.iter().map(|flaw| format!("{language}.txt, {flaw}")).collect();
            assert_eq!(told, Vec::<String>::new());
        }
    }

    #[track_caller]
    fn check(file: &str, expect: &[&str]) {
        let (_, flaws) = Lexicon::read(file);
        assert_eq!(flaws.iter().map(ToString::to_string).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_flaw_is_told_with_its_line() {
        check("# nothing\n\n[be]\nis; are", &[]);
        check("is", &["line 1: “is” stands before the first section"]);
        check(
            "[be\nis",
            &[
                "line 1: “[be” begins a section and does not end with “]”",
                "line 2: “is” stands before the first section",
            ],
        );
        check(
            "[beings]\nis",
            &["line 1: there is no section [beings]"].map(|_| "line 2: there is no section [beings]"),
        );
        check("[kind planet]\nMars", &["line 2: there is no section [kind planet]"]);
        check(
            "[verbs]\n+ back; \nreject",
            &["line 3: “reject” begins with no sign of a stance: + (+) 0 (-) - ? ."],
        );
        check(
            "[demonyms]\nNorwegian",
            &["line 2: “Norwegian” names no state; write “people = state, other name”"],
        );
        check("[role forms]\nminister", &["line 2: “minister” names no other form; write “role = form”"]);
    }
}
