//! Running text of a manuscript: stretches of words with what they are and where they lead.

use crate::document::{Cited, Inline, Text};
use standpoint_core::positions::Stance;

/// Running text.
pub(crate) type Runs = Vec<Run>;

/// A stretch of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Run {
    Words {
        text: String,
        look: Look,
        /// BCP 47 tag, if other than the note's.
        language: Option<String>,
    },
    Link {
        text: String,
        to: To,
        look: Look,
    },
    /// A raised number; counts from 1.
    Footnote(u32),
    /// The symbol of a stance: always beside its word.
    Symbol(Stance),
    /// A text that the writer wrote begins here, counted within its block from 0.
    Begin(u32),
    /// It ends.
    End(u32),
}

/// How words look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) voice: Voice,
    /// Made strong by the writer.
    pub(crate) strong: bool,
    /// Emphasised by the writer.
    pub(crate) emphasis: bool,
    /// No longer holds.
    pub(crate) struck: bool,
}

/// As what words are said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Voice {
    #[default]
    Text,
    /// The bold opening of a paragraph.
    Lead,
    /// A label, a name, a head.
    Label,
    /// What is said beside the matter.
    Soft,
    /// Words put into the note's language.
    Translation,
    /// Numbers that lead to Annex A.
    Citation,
    /// "(OS)".
    Portion,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum To {
    /// A place of the manuscript.
    Place(String),
    /// A numbered paragraph, by its number.
    Number(String),
    Address(String),
}

impl Voice {
    pub(crate) fn look(self) -> Look {
        Look { voice: self, ..Look::default() }
    }
}

/// Words in a voice.
pub(crate) fn said(text: impl Into<String>, voice: Voice) -> Run {
    Run::Words { text: text.into(), look: voice.look(), language: None }
}

/// Running text of one voice.
pub(crate) fn alone(text: impl Into<String>, voice: Voice) -> Runs {
    vec![said(text, voice)]
}

/// The document's text as it is.
pub(crate) fn of(text: &Text) -> Runs {
    in_voice(text, Voice::Text)
}

/// The document's text in a voice.
pub(crate) fn in_voice(text: &Text, voice: Voice) -> Runs {
    let mut runs = Runs::new();
    for inline in text {
        match inline {
            Inline::Words { text, strong, emphasis, language } => runs.push(Run::Words {
                text: text.clone(),
                look: Look { voice, strong: *strong, emphasis: *emphasis, struck: false },
                language: language.clone(),
            }),
            Inline::Citation(cited) => citation(cited, &mut runs),
            Inline::Reference { label, place } => runs.push(Run::Link {
                text: label.clone(),
                to: To::Number(place.clone()),
                look: voice.look(),
            }),
            Inline::Link { url, text } => {
                runs.push(Run::Link { text: text.clone(), to: To::Address(url.clone()), look: voice.look() });
            }
            Inline::Footnote(number) => runs.push(Run::Footnote(*number)),
        }
    }
    runs
}

/// A no-break space and `[1, 2]`, each number a link of its own.
pub(crate) fn citation(cited: &[Cited], runs: &mut Runs) {
    for (index, cited) in cited.iter().enumerate() {
        runs.push(said(if index == 0 { "\u{A0}[" } else { ", " }, Voice::Citation));
        let (text, to) = (cited.label(), To::Place(cited.place()));
        runs.push(Run::Link { text, to, look: Voice::Citation.look() });
    }
    if !cited.is_empty() {
        runs.push(said("]", Voice::Citation));
    }
}

/// The words alone, without numbers of citations and footnotes.
pub(crate) fn plain_words(runs: &Runs) -> String {
    let words = runs.iter().filter_map(|run| match run {
        Run::Words { text, look, .. } | Run::Link { text, look, .. } => {
            (look.voice != Voice::Citation).then_some(text.as_str())
        }
        _ => None,
    });
    words.collect()
}
