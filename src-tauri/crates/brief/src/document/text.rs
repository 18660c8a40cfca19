//! Running text with its references resolved to what is printed.

/// Running text.
pub type Text = Vec<Inline>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Words {
        /// The words.
        text: String,
        /// Strong.
        strong: bool,
        /// Emphasised.
        emphasis: bool,
        /// BCP 47 tag, if other than the note's.
        language: Option<String>,
    },
    /// Numbers that lead to Annex A, in rising order.
    Citation(Vec<Cited>),
    /// A reference to a paragraph of this note.
    Reference {
        /// Its number.
        label: String,
        /// Where it is.
        place: String,
    },
    /// An address.
    Link {
        /// Where it leads.
        url: String,
        /// What is printed.
        text: String,
    },
    /// A raised number that leads to the foot of the page; counts from 1.
    Footnote(u32),
}

impl Inline {
    /// Plain words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words { text: text.into(), strong: false, emphasis: false, language: None }
    }
}

/// What a citation's number stands for; numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cited {
    /// An entry of the evidence table.
    Evidence(u32),
    /// A source as a whole.
    Source(u32),
}

impl Cited {
    /// What is printed: `3`, `S2`.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Evidence(number) => number.to_string(),
            Self::Source(number) => format!("S{number}"),
        }
    }

    /// Name of its place in Annex A.
    #[must_use]
    pub fn place(self) -> String {
        match self {
            Self::Evidence(number) => format!("evidence-{number}"),
            Self::Source(number) => format!("source-{number}"),
        }
    }
}
