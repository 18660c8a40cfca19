//! What a stretch of text looks like and how a paragraph is set.

use super::Language;
use crate::fonts::Face;
use crate::page::{Colour, LinkTarget};

/// The look of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// Fill colour.
    pub colour: Colour,
    /// Extra space after each character, in ems (0.06 in markings).
    pub tracking: f32,
    /// Widths of figures; always lining.
    pub figures: Figures,
    /// Glyphs of another form, where the font has them; copying gives the plain characters.
    pub form: Form,
}

impl Style {
    /// `face` at `size` in ink, figures proportional in serif and tabular in sans, as the page design says.
    #[must_use]
    pub fn new(face: Face, size: f32) -> Self {
        let figures = if face.is_serif() { Figures::Proportional } else { Figures::Tabular };
        Self { face, size, colour: Colour::INK, tracking: 0.0, figures, form: Form::Plain }
    }

    /// The same in `colour`.
    #[must_use]
    pub fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// The same in `face`.
    #[must_use]
    pub fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// The same with `ems` of extra space after each character.
    #[must_use]
    pub fn tracked(mut self, ems: f32) -> Self {
        self.tracking = ems;
        self
    }

    /// The same with its figures raised.
    #[must_use]
    pub fn superior(mut self) -> Self {
        self.form = Form::Superior;
        self
    }

    /// The same in small capitals.
    #[must_use]
    pub fn small_capitals(mut self) -> Self {
        self.form = Form::SmallCapitals;
        self
    }
}

/// The form of glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// As they are.
    Plain,
    /// Capitals as small capitals: the stressed syllable of a pronunciation.
    SmallCapitals,
    /// Figures small and raised: the numbers of footnotes.
    Superior,
}

/// Widths of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figures {
    /// Each as wide as it looks: running text.
    Proportional,
    /// All the same: columns of numbers.
    Tabular,
}

/// A stretch of text with one look, one language and at most one link.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The characters. A line feed breaks the line.
    pub text: String,
    /// Its look.
    pub style: Style,
    /// Its language when that differs from the paragraph's.
    pub language: Option<Language>,
    /// Where it goes when clicked.
    pub link: Option<Link>,
    /// Never broken, not even at spaces.
    pub together: bool,
    /// What a copy or a screen reader gets instead of the text.
    pub actual_text: Option<String>,
}

impl Span {
    /// Plain text in `style`.
    #[must_use]
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, language: None, link: None, together: false, actual_text: None }
    }

    /// The same in another language.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// The same as a link.
    #[must_use]
    pub fn linked(mut self, target: LinkTarget, description: impl Into<String>) -> Self {
        self.link = Some(Link { target, description: description.into() });
        self
    }

    /// The same, never broken.
    #[must_use]
    pub fn kept_together(mut self) -> Self {
        self.together = true;
        self
    }

    /// The same, read aloud and copied as `text`.
    #[must_use]
    pub fn read_as(mut self, text: impl Into<String>) -> Self {
        self.actual_text = Some(text.into());
        self
    }
}

/// Where a span goes when clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where.
    pub target: LinkTarget,
    /// What a screen reader says about it.
    pub description: String,
}

/// How a paragraph is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The paragraph's language.
    pub language: Language,
    /// When words may be hyphenated.
    pub hyphens: Hyphens,
    /// How far a line may fall short of the measure before its cost leaves the usual range, in points.
    pub rag: f32,
    /// Base direction.
    pub direction: Direction,
}

impl Setting {
    /// Body text: hyphens as the language wants, 36 pt of rag, direction as the language has it.
    #[must_use]
    pub fn body(language: Language) -> Self {
        Self { direction: Direction::of(&language), language, hyphens: Hyphens::ByLanguage, rag: 36.0 }
    }

    /// The same for words that hold nothing of a right-to-left script: in such a paragraph they would run from left to
    /// right all the same, but with their stops and brackets on the wrong side.
    pub(super) fn for_text(&self, text: &str) -> Self {
        let foreign = self.direction == Direction::RightToLeft && !text.chars().any(is_right_to_left);
        let direction = if foreign { Direction::LeftToRight } else { self.direction };
        Self { direction, ..self.clone() }
    }

    /// Headings, boxes, names, table cells: a hyphen only where a single word does not fit its column.
    #[must_use]
    pub fn unhyphenated(language: Language) -> Self {
        Self { hyphens: Hyphens::OnlyWhenTooWide, ..Self::body(language) }
    }
}

/// Hebrew, Arabic and what is written like them.
fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// When words may be hyphenated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hyphens {
    /// As the language wants: not in English, yes where words are long.
    ByLanguage,
    /// Only in a word that is wider than its column.
    OnlyWhenTooWide,
}

/// The direction that a paragraph runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Latin, Cyrillic, Greek and most others.
    LeftToRight,
    /// Arabic, Hebrew, Persian, Urdu.
    RightToLeft,
}

impl Direction {
    /// The direction that `language` is written in.
    #[must_use]
    pub fn of(language: &Language) -> Self {
        match language.primary() {
            "ar" | "he" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug" | "yi" | "dv" => Self::RightToLeft,
            _ => Self::LeftToRight,
        }
    }
}
